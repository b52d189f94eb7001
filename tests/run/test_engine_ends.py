"""Workers do not outlive the process that started them."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

_HOLDER = """
import time
from kg.run.engine import Crew, Processes
from tests.run.test_engine_ends import own

if __name__ == "__main__":
    if {crew}:
        with Crew(2) as hands:
            print(next(hands.run([(own, (0,))])), flush=True)
            time.sleep(60)
    else:
        found = Processes(2).map(own, range(100), lambda item, reason: 0)
        print(next(found), flush=True)
        time.sleep(60)
"""


def own(_: int) -> int:
    """The id of the process that runs this."""
    return os.getpid()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    # a zombie that nobody has waited for yet is dead
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return not os.path.isdir("/proc/self")


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes as POSIX has them")
@pytest.mark.parametrize("crew", [True, False])
def test_workers_end_with_a_killed_process(crew: bool, tmp_path: object) -> None:
    script = f"{tmp_path}/holder.py"
    with open(script, "w", encoding="utf-8") as file:
        file.write(_HOLDER.format(crew=crew))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in (os.getcwd(), *sys.path) if path)}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=env) as holder:
        assert holder.stdout is not None
        worker = int(holder.stdout.readline())
        assert _lives(worker)
        holder.kill()
    until = time.monotonic() + 30
    while _lives(worker) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _lives(worker)
