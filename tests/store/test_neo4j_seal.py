"""A database where nothing was written since our load is known without reading it; any write, whoever's, is noticed."""

from __future__ import annotations

import base64
import dataclasses
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.model import GraphTables
from kg.store.folder import write_graph
from kg.store.neo4j_load import load, unload
from kg.store.neo4j_seal import LOADED, Mark, Seals, read_bookmark
from kg.store.neo4j_store import Server
from tests.conftest import Bolt
from tests.support.graphgen import make_graph
from tests.support.neo4j_state import held, run, wanted

WORLD = make_graph(11, officials=40, meetings=25, initiatives=10, articles=30, pairs=20)
_ID = bytes(range(16))


def bookmark(number: bytes, head: bytes = b"\x91\xcc\x10", tail: bytes = b"\x90") -> str:
    return "FB:" + base64.b64encode(head + _ID + number + tail).decode().rstrip("=")


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (b"\x05", 5),
        (b"\x7f", 127),
        (b"\xc8\x80", -128),
        (b"\xc9\x16\x08", 5640),
        (b"\xca\x00\x01\x00\x00", 65536),
        (b"\xcb\x00\x00\x00\x01\x00\x00\x00\x00", 2**32),
    ],
)
def test_a_bookmark_is_read(number: bytes, value: int) -> None:
    assert read_bookmark(bookmark(number)) == Mark(_ID.hex(), value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FB:",
        "neo4j:bookmark:v1:tx42",
        "FB:!!!",
        bookmark(b""),
        bookmark(b"\xc9\x16"),
        bookmark(b"\xc9\x16\x08\x00"),
        bookmark(b"\xd0\x16\x08"),
        bookmark(b"\x05", head=b"\x92\xcc\x10"),
        bookmark(b"\x05", tail=b"\x91"),
    ],
)
def test_a_bookmark_of_another_form_tells_nothing(text: str) -> None:
    assert read_bookmark(text) is None


def test_nothing_is_known_of_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_graph(tmp_path, WORLD)
    mark = Mark("aa", 7)
    monkeypatch.setattr("kg.store.neo4j_seal.current_mark", lambda server: mark)
    seals = Seals(tmp_path, {})
    seals.note(mark)
    assert seals.hold(None)  # type: ignore[arg-type]
    assert not Seals(tmp_path, {"once": "now"}).hold(None)  # type: ignore[arg-type]
    for damage in ("", "[]", "{", '{"aa": 7}'):
        (tmp_path / LOADED).write_text(damage, encoding="utf-8")
        assert not seals.hold(None)  # type: ignore[arg-type]
    seals.note(mark)
    assert seals.hold(None)  # type: ignore[arg-type]
    write_graph(tmp_path, GraphTables(WORLD.nodes))
    assert not Seals(tmp_path, {}).hold(None)  # type: ignore[arg-type]


@pytest.mark.neo4j
def test_a_load_knows_what_it_left(server: Server, tmp_path: Path) -> None:
    write_graph(tmp_path, WORLD, graph_id="g")
    seals = Seals(tmp_path, {})
    assert not seals.hold(server)
    report = load(server, "g", WORLD)
    assert report.mark is not None
    seals.note(report.mark)
    assert seals.hold(server)
    run(server, "MATCH (n) RETURN count(n)")
    assert seals.hold(server)  # reading changes nothing
    again = load(server, "g", WORLD)
    assert again.rows_written == 0
    assert again.mark == report.mark
    other = dataclasses.replace(WORLD, nodes=tuple(dataclasses.replace(n, name=n.name + "改") for n in WORLD.nodes))
    changed = load(server, "g", other)
    assert changed.mark is not None
    assert changed.mark.transaction > report.mark.transaction
    assert not seals.hold(server)
    gone = load(server, "g", GraphTables(WORLD.nodes[:5]))
    assert gone.mark is not None
    unload(server, "g")
    seals.note(gone.mark)
    assert not seals.hold(server)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:Region {_graph: 'g'}) WITH n LIMIT 1 SET n.level = 'wrong'",
        "MATCH ()-[r:HOLDS]->() WITH r LIMIT 1 DELETE r",
        "CREATE (:Thing {x: 1})",
        "CREATE (:NeverSeenBefore)",
    ],
)
def test_any_write_is_noticed(server: Server, tmp_path: Path, statement: str) -> None:
    write_graph(tmp_path, WORLD, graph_id="g")
    seals = Seals(tmp_path, {})
    seals.note(load(server, "g", WORLD).mark)
    assert seals.hold(server)
    run(server, statement)
    assert not seals.hold(server)
    seals.note(load(server, "g", WORLD).mark)
    assert seals.hold(server)
    assert held(server, "g") == wanted(WORLD, "g")
    run(server, "MATCH (n) WHERE n:Thing OR n:NeverSeenBefore DELETE n")


@pytest.mark.neo4j
def test_a_write_during_a_load_is_noticed(server: Server, tmp_path: Path) -> None:
    write_graph(tmp_path, WORLD, graph_id="g")
    told = iter(("first",))

    def meanwhile(what: str, done: int, total: int) -> None:
        if what == "edges" and next(told, None):
            run(server, "MATCH (n:Region {_graph: 'g'}) WITH n LIMIT 1 SET n.level = 'wrong'")

    assert load(server, "g", WORLD, progress=meanwhile).mark is None
    report = load(server, "g", WORLD)
    assert report.rows_written == 1
    assert report.mark is not None


@pytest.mark.neo4j
def test_the_command_says_that_nothing_was_written(
    server: Server, neo4j_bolt: Bolt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_bolt.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_bolt.password)
    write_graph(tmp_path, WORLD, graph_id="g")

    def kg_load(*options: str) -> str:
        done = CliRunner().invoke(cli, ["load", neo4j_bolt.uri, "--graph", str(tmp_path), *options])
        assert done.exit_code == 0, done.output
        return done.output

    assert "rows written" in kg_load()
    assert "nothing was written there since its last load" in kg_load()
    assert "0 rows written" in kg_load("--full")
    assert "nothing was written" not in kg_load("--dry-run")
    run(server, "MATCH (n:Meeting {_graph: 'g'}) WITH n LIMIT 2 DETACH DELETE n")
    assert "rows written" in kg_load()
    assert held(server, "g") == wanted(WORLD, "g")
    assert "nothing was written there since its last load" in kg_load()
