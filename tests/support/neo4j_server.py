"""A real Neo4j Community server without Docker, for the tests: downloaded by Maven once, started on a free port."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

LTS = "5.26.20"  # runs on Java 17
CURRENT = "2026.09.0"  # runs on Java 25
PASSWORD = "test-password"
_POM = Path(__file__).parents[1] / "server" / "pom.xml"
_JAVA_FLAGS = [
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
]


class CannotStart(Exception):  # noqa: N818
    """Why no server is to be had on this machine."""


@dataclass
class Neo4jServer:
    """One server with its own data folder. `start`, `stop`, `kill`; `uri` answers Bolt while it runs."""

    home: Path
    version: str = LTS
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def prepare(self) -> None:
        """Write the configuration and set the first password."""
        self.port = self.port or _free_port()
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "dbms.usage_report.enabled": "false",
            "server.memory.heap.max_size": "1g",
            "server.memory.pagecache.size": "256m",
            **self.settings,
        }
        text = "".join(f"{key}={value}\n" for key, value in settings.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        self._admin("dbms", "set-initial-password", PASSWORD)

    def start(self, wait: float = 90.0) -> None:
        """Start and wait until Bolt answers."""
        command = [*self._java(), "org.neo4j.server.startup.Neo4jCommand", "console"]
        log = open(self.home / "console.log", "ab")  # noqa: SIM115 - the child keeps it
        self.process = subprocess.Popen(command, env=self._env(), stdout=log, stderr=log, start_new_session=True)
        log.close()
        deadline = time.monotonic() + wait
        while not _answers(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                tail = (self.home / "console.log").read_text(encoding="utf-8", errors="replace")[-2000:]
                self.kill()
                raise CannotStart(f"Neo4j {self.version} did not start: {tail}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop in good order."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def kill(self) -> None:
        """Pull the plug."""
        if self.process is not None:
            with _ignored():
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(30)
            self._gone(self.process.pid)
            self.process = None

    def _gone(self, group: int, seconds: float = 5.0) -> None:
        """Wait for the server behind the starter too, and take its pid file: the dead may still count as running."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                break
            time.sleep(0.05)
        (self.home / "run" / "neo4j.pid").unlink(missing_ok=True)

    def suspend(self) -> None:
        """Stop answering without closing connections."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGSTOP)

    def resume(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGCONT)

    def _admin(self, *arguments: str) -> None:
        command = [*self._java(), "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(command, env=self._env(), capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise CannotStart(f"neo4j-admin {arguments[0]} failed: {done.stderr[-500:]}")

    def _java(self) -> list[str]:
        java = find_java(self.version)
        assert java is not None
        return [java, *_JAVA_FLAGS, "-cp", str(server_jars(self.version) / "*")]

    def _env(self) -> dict[str, str]:
        java = Path(find_java(self.version) or "java").resolve()
        return {
            **os.environ,
            "JAVA_HOME": str(java.parents[1]),
            "NEO4J_HOME": str(self.home),
            "NEO4J_CONF": str(self.home / "conf"),
        }


def find_java(version: str) -> str | None:
    """A `java` that runs this server: 17 or 21 for 5.x, 21 or newer for the rest; None where there is none."""
    wanted = {17, 21} if version.startswith("5.") else {21, 25}
    places = [os.environ.get("JAVA_HOME"), *map(str, sorted(Path("/usr/lib/jvm").glob("*")))]
    candidates = [shutil.which("java"), *(f"{place}/bin/java" for place in places if place)]
    for candidate in candidates:
        if candidate and Path(candidate).exists() and _java_major(candidate) in wanted:
            return candidate
    return None


def server_jars(version: str) -> Path:
    """The folder of the server's jars, in the user's cache; `CannotStart` where they are not to be had."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    lib = Path(base) / "govkg" / f"neo4j-{version}" / "lib"
    if lib.is_dir():
        return lib
    maven = shutil.which("mvn")
    if maven is None:
        raise CannotStart("Maven is not installed (mvn), so the Neo4j test server cannot be fetched")
    aside = lib.with_name(f"lib.{os.getpid()}")
    command = [maven, "-B", "-q", "-f", str(_POM), f"-Dneo4j.version={version}", "dependency:copy-dependencies"]
    command += [f"-DoutputDirectory={aside}", "-DincludeScope=runtime"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if done.returncode:
        shutil.rmtree(aside, ignore_errors=True)
        raise CannotStart(f"Maven could not fetch Neo4j {version}: {(done.stdout + done.stderr)[-500:]}")
    try:
        aside.rename(lib)
    except OSError:  # another run was quicker
        shutil.rmtree(aside, ignore_errors=True)
    return lib


def launch(home: Path, version: str = LTS, **settings: str) -> Neo4jServer:
    """A running server in `home`; `CannotStart` says why there is none."""
    if find_java(version) is None:
        need = "17 or 21" if version.startswith("5.") else "21 or 25"
        raise CannotStart(f"no Java {need} found for Neo4j {version}")
    server_jars(version)
    server = Neo4jServer(home, version, {key.replace("__", "."): value for key, value in settings.items()})
    server.prepare()
    server.start()
    return server


def _java_major(java: str) -> int | None:
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20)
    except OSError:
        return None
    found = re.search(r'version "(\d+)', done.stderr + done.stdout)
    return int(found.group(1)) if found else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    """Whether Bolt shakes hands."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as peer:
            peer.sendall(
                bytes.fromhex("6060b017") + bytes.fromhex("00000405 00000305 00000205 00000004".replace(" ", ""))
            )
            return len(peer.recv(4)) == 4
    except OSError:
        return False


class _ignored:  # noqa: N801
    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        return isinstance(error, ProcessLookupError)
