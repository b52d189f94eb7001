"""ArcadeDB, which speaks Bolt and OpenCypher, for those without Neo4j: arcadedb-embedded brings its own Java.

It runs in a process of its own (``python -m tests.support.arcadedb_server FOLDER PORT``), since a Java machine that was
started inside the tests' process cannot be ended again, and ends when its standard input is closed.
"""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "test-password"
DATABASE = "kg"
_WAIT_SECONDS = 120.0
_READY = "ready"


class CannotStart(Exception):  # noqa: N818
    """Why there is no ArcadeDB here."""


@dataclass
class ArcadeServer:
    """A running server with one empty database, `DATABASE`."""

    process: subprocess.Popen[str]
    port: int

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """Stop in good order, or at once where it does not."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def launch(folder: Path) -> ArcadeServer:
    """A running server in `folder`; `CannotStart` says why there is none."""
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise CannotStart("ArcadeDB is not installed: pip install -e '.[arcadedb]'")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    log = folder / "console.log"
    with open(log, "wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(folder), str(port)],
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    for line in process.stdout:  # it says much before it is ready; the pipe ends where the process does
        if line.strip() == _READY:
            return ArcadeServer(process, port)
    process.wait(10)
    raise CannotStart(f"it did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _serve(folder: Path, port: int) -> None:
    import os

    os.chdir(folder)  # its log goes to ./log
    import arcadedb_embedded

    http = _free_port()
    server = arcadedb_embedded.create_server(
        str(folder),
        PASSWORD,
        {
            "http_port": http,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": port,
        },
    )
    server.start()
    server.create_database(DATABASE)
    print(_READY, flush=True)
    sys.stdin.read()
    server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), int(sys.argv[2]))
