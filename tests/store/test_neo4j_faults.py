"""Loads that are cut off: the message is clear, and the next load completes to exactly the same graph.

These tests start servers of their own, to kill, suspend and fill them.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.store.folder import write_graph
from kg.store.manifest import folder_info
from kg.store.neo4j_load import load, unload
from kg.store.neo4j_seal import current_mark
from kg.store.neo4j_store import AccessDenied, Credentials, Server, Unreachable, connect
from tests.support.commit_cutter import CommitCutter
from tests.support.graphgen import make_graph
from tests.support.neo4j_server import LTS, PASSWORD, CannotStart, Neo4jServer, launch
from tests.support.neo4j_state import clear, counts, held, wanted

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

WORLD = make_graph(13, prefectures=3, counties=2, officials=50, meetings=40, initiatives=10, articles=40, pairs=30)
OWNER = Credentials("neo4j", PASSWORD)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    try:
        started = launch(tmp_path_factory.mktemp("own"), LTS)
    except CannotStart as reason:
        pytest.skip(str(reason))
    yield started
    started.kill()


@pytest.fixture
def empty(own: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    """The server with nothing in it; small batches, so that a load takes many of them."""
    monkeypatch.setattr("kg.store.neo4j_load.BATCH", 40)
    monkeypatch.setattr("kg.store.neo4j_load._EDGE_BATCH", 40)
    if own.process is None:
        own.start()
    server = connect(own.uri, OWNER)
    clear(server)
    server.driver.close()
    return own


def open_server(own: Neo4jServer, retry_seconds: float = 60.0) -> Server:
    return connect(own.uri, OWNER, retry_seconds=retry_seconds)


def test_the_server_dies_during_a_load(empty: Neo4jServer) -> None:
    server = open_server(empty, retry_seconds=2.0)

    def die(what: str, done: int, total: int) -> None:
        if what == "edges" and done > total / 3:
            empty.kill()

    with pytest.raises(Unreachable, match="does not answer there") as error:
        load(server, "g", WORLD, progress=die)
    assert "\n" not in str(error.value)
    server.driver.close()
    empty.start()
    server = open_server(empty)
    nodes, edges = held(server, "g")
    assert nodes  # the load had begun
    assert len(edges) < len(WORLD.edges)
    load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")
    server.driver.close()


def test_the_server_is_restarted_during_a_load(empty: Neo4jServer) -> None:
    """The loader waits and goes on by itself."""
    server = open_server(empty, retry_seconds=120.0)
    starting: list[threading.Thread] = []

    def restart(what: str, done: int, total: int) -> None:
        if what == "edges" and done > total / 3 and not starting:
            empty.kill()
            starting.append(threading.Thread(target=empty.start))
            starting[0].start()

    try:
        load(server, "g", WORLD, progress=restart)
    finally:
        for thread in starting:
            thread.join()  # the next test must not meet a server half started
    assert starting
    assert held(server, "g") == wanted(WORLD, "g")
    server.driver.close()


@pytest.mark.parametrize("seconds", [30.0])
def test_the_server_does_not_answer_for_a_while(empty: Neo4jServer, seconds: float) -> None:
    server = open_server(empty)
    waiting: list[threading.Timer] = []

    def hold(what: str, done: int, total: int) -> None:
        if what == "edges" and done > total / 3 and not waiting:
            empty.suspend()
            waiting.append(threading.Timer(seconds, empty.resume))
            waiting[0].start()

    try:
        load(server, "g", WORLD, progress=hold)
    finally:
        for timer in waiting:
            timer.join()
    assert waiting
    assert held(server, "g") == wanted(WORLD, "g")
    server.driver.close()


@pytest.mark.parametrize("reached", [True, False], ids=["committed", "not committed"])
def test_the_connection_is_cut_at_a_commit(empty: Neo4jServer, reached: bool) -> None:
    """The loader cannot know whether the server has committed: it does it again, and nothing is double."""
    with CommitCutter(empty.port, cuts=[3, 9, 10], reached=reached) as between:
        server = connect(f"bolt://127.0.0.1:{between.port}", OWNER)
        report = load(server, "g", WORLD)
        server.driver.close()
        assert between.cut == 3
    server = open_server(empty)
    assert held(server, "g") == wanted(WORLD, "g")
    mark = current_mark(server)
    assert report.mark is None or report.mark == mark  # never a mark that hides writes nobody counted
    with CommitCutter(empty.port, cuts=[1, 2], reached=reached) as between:
        through = connect(f"bolt://127.0.0.1:{between.port}", OWNER)
        unload(through, "g")
        through.driver.close()
        assert between.cut == 2
    assert counts(server) == (0, 0)
    server.driver.close()


def test_a_connection_that_is_cut_at_every_commit(empty: Neo4jServer) -> None:
    """Somebody in between who never lets a commit pass: an end in words, not a loop."""
    with CommitCutter(empty.port, cuts=range(1000), reached=False) as between:
        server = connect(f"bolt://127.0.0.1:{between.port}", OWNER, retry_seconds=2.0)
        with pytest.raises(Unreachable, match="does not answer there") as error:
            load(server, "g", WORLD)
        assert "\n" not in str(error.value)
        server.driver.close()


def test_the_loader_is_killed(empty: Neo4jServer, tmp_path: Path) -> None:
    big = make_graph(14, officials=500, meetings=500, initiatives=80, articles=500, pairs=400)
    write_graph(tmp_path, big)
    graph_id = folder_info(tmp_path).graph_id
    command = [sys.executable, "-m", "kg.cli", "load", empty.uri, "--graph", str(tmp_path)]
    environment = {**os.environ, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": PASSWORD}
    server = open_server(empty)
    loader = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while counts(server)[1] == 0:
        assert loader.poll() is None, "the load was over before it could be killed"
        assert time.monotonic() < deadline
    loader.send_signal(signal.SIGKILL)
    loader.wait()
    assert 0 < counts(server)[1] < len(big.edges)
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert held(server, graph_id) == wanted(big, graph_id)
    assert PASSWORD not in done.stdout + done.stderr
    server.driver.close()


def test_a_database_that_only_reads(own: Neo4jServer, tmp_path: Path) -> None:
    own.stop()
    writer = dataclasses.replace(own, settings={"server.databases.default_to_read_only": "true"}, process=None)
    (own.home / "conf" / "neo4j.conf").write_text(
        (own.home / "conf" / "neo4j.conf").read_text() + "server.databases.default_to_read_only=true\n"
    )
    writer.start()
    try:
        server = connect(writer.uri, OWNER, retry_seconds=2.0)
        before = counts(server)
        with pytest.raises(AccessDenied, match="not allowed") as error:
            load(server, "readonly", WORLD)
        assert "\n" not in str(error.value)
        assert counts(server) == before
        server.driver.close()
    finally:
        writer.stop()
        conf = own.home / "conf" / "neo4j.conf"
        conf.write_text(conf.read_text().replace("server.databases.default_to_read_only=true\n", ""))


def test_the_disk_is_full(tmp_path: Path) -> None:
    """A server whose data lie on a small file system of their own; once it has room again the load completes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=330m", "tmpfs", str(disk)], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"no small file system to be had here: {mounted.stderr.strip()}")
    started = None
    try:
        try:
            started = launch(tmp_path / "home", LTS, server__directories__data=str(disk))
        except CannotStart as reason:
            pytest.skip(str(reason))
        server = connect(started.uri, OWNER, retry_seconds=2.0)
        stuffing = disk / "stuffing"
        with open(stuffing, "wb") as handle:
            while True:
                try:
                    handle.write(b"x" * (1 << 20))
                    handle.flush()
                except OSError:
                    break
        with pytest.raises(KgError) as error:
            load(server, "g", WORLD)
        assert "\n" not in str(error.value)
        server.driver.close()
        stuffing.unlink()
        started.kill()
        started.start()
        server = connect(started.uri, OWNER)
        load(server, "g", WORLD)
        assert held(server, "g") == wanted(WORLD, "g")
        server.driver.close()
    finally:
        if started is not None:
            started.kill()
        subprocess.run(["umount", "-l", str(disk)], capture_output=True)
