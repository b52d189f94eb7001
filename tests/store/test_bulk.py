"""The files for kglite's bulk call hold exactly the rows that the other stores are given, and arrive as they are."""

from __future__ import annotations

import csv
import dataclasses
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.model import Edge, Evidence, GraphTables, Node
from kg.store import bulk
from kg.store.embedded import embed
from kg.store.folder import as_arrow
from kg.store.hints import hints_by_id
from kg.store.rows import SOURCE, TARGET, edge_rows, node_rows
from tests.support.graphgen import make_graph

WORLD = make_graph(21, prefectures=2, counties=2, officials=40, meetings=30, initiatives=10, articles=60, pairs=30)
TEXTS = [
    '他说："好"',
    'a "b" c',
    "back\\slash",
    "\\begins with one",
    "\\e",
    "\\\\N",
    "line\nend\ttab",
    "\r\n",
    "\x00\x1f",
    "𠮷野家",
    "“”‘’",
    "\x7f\u2028",
    "",
    " ",
    "　全角　",
    "null",
    "NaN",
    "007",
    "1.0",
    "true",
    "2021-01-01",
    '["a"]',
    ",",
    "'",
    "#",
]
READ: dict[str, Any] = {"string": str, "text": str, "int": int, "float": float, "list": json.loads}


def told(tables: GraphTables) -> tuple[dict[str, Any], dict[Any, Any]]:
    """The rows that the files hold, as `node_rows` and `edge_rows` give them."""
    with tempfile.TemporaryDirectory() as folder:
        path = bulk.write_blueprint(as_arrow(tables), Path(folder))
        spec = json.loads(path.read_text(encoding="utf-8"))
        nodes = {label: rows(Path(folder, entry["csv"]), entry["properties"]) for label, entry in spec["nodes"].items()}
        edges: dict[Any, Any] = {}
        for label, entry in spec["nodes"].items():
            for edge_type, junction in entry.get("connections", {}).get("junction_edges", {}).items():
                kinds = {SOURCE: "string", TARGET: "string", "_target_label": "string", **junction["property_types"]}
                assert list(junction["property_types"]) == junction["properties"]
                for row in rows(Path(folder, junction["csv"]), kinds):
                    target = row.pop("_target_label")
                    assert target in junction["target"]
                    edges.setdefault((edge_type, label, target), []).append(row)
    return nodes, edges


def rows(path: Path, kinds: dict[str, str]) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: cell(row[name], kind) for name, kind in kinds.items()} for row in csv.DictReader(file)]


def cell(text: str, kind: str) -> Any:
    if text == "":
        return None
    if kind == "text" and text.startswith("\\"):
        return "" if text == "\\e" else text[1:]
    return READ[kind](text)


def same(tables: GraphTables) -> None:
    nodes, edges = told(tables)
    known = hints_by_id(tables)
    wanted = {label: [row | known[row["id"]] for row in rows] for label, rows in node_rows(tables).items()}
    assert nodes == wanted
    assert edges == edge_rows(tables)


@pytest.mark.parametrize("step", [1 << 16, 7, 1], ids=["whole", "in sevens", "one by one"])
def test_they_hold_the_rows_of_the_tables(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_STEP", step)
    same(WORLD)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_arrives_as_it_is(text: str) -> None:
    nodes = (
        Node("a", "Official", text, {"aliases": (text, "别名", text)}),
        Node("m", "Meeting", "会议", {"aliases": (), "kind": text}),
        Node("n", "Meeting", "另一会议"),
    )
    edges = (Edge("e", "ATTENDED", "a", "m"), Edge("f", "ATTENDED", "a", "n"))
    tables = GraphTables(nodes, edges, (Evidence("e", "x", text, 0, 3), Evidence("e", "y", "后来", 4, 6)))
    same(tables)
    with embed(tables) as store:
        (person,) = store.run("MATCH (n:Official) RETURN n.name, n.aliases").rows
        assert person == (text, [text, "别名", text])
        kinds = store.run("MATCH (n:Meeting) RETURN n.kind, n.place ORDER BY n.id").rows
        assert kinds == ((text, None), (None, None))
        (edge,) = store.run("MATCH ()-[e:ATTENDED {id: 'e'}]->() RETURN e.sentences, e.starts, e.first_seen").rows
        assert edge == ([text, "后来"], [0, 4], None)


@pytest.mark.parametrize("text", [text for text in TEXTS if text])
def test_any_id_arrives_as_it_is(text: str) -> None:
    """Ids are names of files and places too."""
    nodes = (Node(text, "Article", "甲"), Node("p", "Official", "乙"))
    tables = GraphTables(nodes, (Edge("e", "MENTIONS", text, "p"),), (Evidence("e", text, "乙来了", 0, 1),))
    with embed(tables) as store:
        got = store.run("MATCH (a:Article {id: $id})-[e:MENTIONS]->(b) RETURN a.id, e.articles, b.id", {"id": text})
        assert got.rows == ((text, [text], "p"),)


def test_whole_numbers_stay_floats_where_the_property_is_one() -> None:
    places = (Node("1", "Region", "甲", {"lat": 28.0, "lon": 115.5}), Node("2", "Region", "乙"))
    edge = Edge("e", "COOPERATES_WITH", "1", "2", confidence=1.0, props={"mode": "agreement"})
    with embed(GraphTables(places, (edge,))) as store:
        (row,) = store.run("MATCH (n {id: '1'})-[e]->() RETURN n.lat, n.lon, e.confidence, e.weight").rows
        assert [(type(value), value) for value in row] == [(float, 28.0), (float, 115.5), (float, 1.0), (int, 1)]


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 5e-324, 0.7000000000000001])
def test_a_float_keeps_every_digit(value: float) -> None:
    nodes = (Node("1", "Region", "甲", {"lat": value}), Node("2", "Region", "乙"))
    edge = Edge("e", "COOPERATES_WITH", "1", "2", confidence=value, props={"mode": "agreement"})
    with embed(GraphTables(nodes, (edge,))) as store:
        assert store.run("MATCH (n {id: '1'})-[e]->() RETURN n.lat, e.confidence").rows == ((value, value),)


def test_edges_between_the_same_ends_stay_apart() -> None:
    nodes = (Node("1", "Region", "甲"), Node("2", "Region", "乙"))
    edges = tuple(
        Edge(f"e{i}", "COOPERATES_WITH", "1", "2", props={"mode": mode}) for i, mode in enumerate(("a", "b", "b"))
    )
    with embed(GraphTables(nodes, edges)) as store:
        got = store.run("MATCH (:Region)-[e:COOPERATES_WITH]->() RETURN e.id, e.mode ORDER BY e.id").rows
        assert got == (("e0", "a"), ("e1", "b"), ("e2", "b"))


def test_evidence_stands_oldest_article_first_and_undated_last() -> None:
    days = {"a1": "2021-05-01", "a2": None, "a3": "2020-01-01", "a4": "2021-05-01"}
    nodes = [Node(a, "Article", a, {"published": day} if day else {}) for a, day in days.items()]
    nodes += [Node("p", "Official", "甲"), Node("m", "Meeting", "会"), Node("n", "Meeting", "会")]
    evidence = [Evidence("e", a, f"{a}:{start}", start, start + 1) for start in (9, 0) for a in (*days, "unknown")]
    edges = (Edge("e", "ATTENDED", "p", "m"), Edge("f", "ATTENDED", "p", "n"))
    _, found = told(GraphTables(tuple(nodes), edges, (*evidence, Evidence("f", "a1", "后", 0, 1))))
    row, other = found["ATTENDED", "Official", "Meeting"]
    assert row["articles"] == [a for a in ("a3", "a1", "a4", "a2", "unknown") for _ in range(2)]
    assert row["starts"] == [0, 9] * 5
    assert row["sentences"] == [f"{a}:{s}" for a, s in zip(row["articles"], row["starts"], strict=True)]
    assert other["sentences"] == ["后"]


def test_nothing_at_all() -> None:
    assert told(GraphTables()) == ({}, {})
    with embed(GraphTables()) as store:
        assert store.run("MATCH (n) RETURN count(n)").rows == ((0,),)


@pytest.mark.parametrize("end", ["source", "target"])
def test_an_end_that_is_no_node_is_told(end: str, tmp_path: Path) -> None:
    edge = dataclasses.replace(WORLD.edges[0], **{end: "nobody"})  # type: ignore[arg-type]
    tables = dataclasses.replace(WORLD, edges=(edge, *WORLD.edges[1:]))
    with pytest.raises(KgError, match=f"edge {edge.id}: its end nobody is no node of the graph"):
        bulk.write_blueprint(as_arrow(tables), tmp_path)


def test_no_room_for_the_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bulk, "write_blueprint", full)
    with pytest.raises(KgError, match=r"cannot write what the store is made of \(No space left on device\)"):
        embed(WORLD)
