"""The text for kglite's bulk call holds exactly the rows that the other stores are given."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from kg.errors import KgError
from kg.model import Edge, Evidence, GraphTables, Node
from kg.store import bulk
from kg.store.folder import as_arrow
from kg.store.rows import SOURCE, TARGET, edge_rows, node_rows
from tests.support.graphgen import make_graph

WORLD = make_graph(21, prefectures=2, counties=2, officials=40, meetings=30, initiatives=10, articles=60, pairs=30)
TEXTS = [
    '他说："好"',
    'a "b" c',
    "back\\slash",
    "line\nend\ttab",
    "\x00\x1f",
    "𠮷野家",
    "“”‘’",
    "\x7f\u2028",
    "",
    "null",
]


def told(tables: GraphTables) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bulk.records(as_arrow(tables)))
    return found


def same(tables: GraphTables) -> None:
    spec = told(tables)
    assert {entry["type"]: entry["records"] for entry in spec["nodes"]} == node_rows(tables)
    edges = {(e["type"], e["source_type"], e["target_type"]): e["records"] for e in spec["connections"]}
    assert edges == edge_rows(tables)
    assert all((e["source_id_field"], e["target_id_field"]) == (SOURCE, TARGET) for e in spec["connections"])


@pytest.mark.parametrize("step", [1 << 16, 7, 1], ids=["whole", "in sevens", "one by one"])
def test_it_holds_the_rows_of_the_tables(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
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
    same(GraphTables(nodes, edges, (Evidence("e", "x", text, 0, 3), Evidence("e", "y", "后来", 4, 6))))


def test_whole_numbers_stay_floats_where_the_property_is_one() -> None:
    places = (Node("1", "Region", "甲", {"lat": 28.0, "lon": 115.5}), Node("2", "Region", "乙"))
    edge = Edge("e", "COOPERATES_WITH", "1", "2", confidence=1.0, props={"mode": "agreement"})
    spec = told(GraphTables(places, (edge,)))
    assert '"lat": 28.0' in json.dumps(spec["nodes"])
    assert isinstance(spec["connections"][0]["records"][0]["confidence"], float)


def test_evidence_stands_oldest_article_first_and_undated_last() -> None:
    days = {"a1": "2021-05-01", "a2": None, "a3": "2020-01-01", "a4": "2021-05-01"}
    nodes = [Node(a, "Article", a, {"published": day} if day else {}) for a, day in days.items()]
    nodes += [Node("p", "Official", "甲"), Node("m", "Meeting", "会")]
    evidence = [Evidence("e", a, f"{a}:{start}", start, start + 1) for start in (9, 0) for a in (*days, "unknown")]
    spec = told(GraphTables(tuple(nodes), (Edge("e", "ATTENDED", "p", "m"),), tuple(evidence)))
    (row,) = spec["connections"][0]["records"]
    assert row["articles"] == [a for a in ("a3", "a1", "a4", "a2", "unknown") for _ in range(2)]
    assert row["starts"] == [0, 9] * 5
    assert row["sentences"] == [f"{a}:{s}" for a, s in zip(row["articles"], row["starts"], strict=True)]


def test_nothing_at_all() -> None:
    assert told(GraphTables()) == {"nodes": [], "connections": []}


@pytest.mark.parametrize("end", ["source", "target"])
def test_an_end_that_is_no_node_is_told(end: str) -> None:
    edge = dataclasses.replace(WORLD.edges[0], **{end: "nobody"})
    tables = dataclasses.replace(WORLD, edges=(edge, *WORLD.edges[1:]))
    with pytest.raises(KgError, match=f"edge {edge.id}: its end nobody is no node of the graph"):
        bulk.records(as_arrow(tables))
