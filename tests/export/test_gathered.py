"""Edges with their evidence in columns: as edge by edge, whatever the batches, with and without a selection."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from kg.export import source as source_module
from kg.export.gathered import gathered
from kg.export.selection import Selection
from kg.export.source import Source
from kg.model import EDGE_TYPES, Edge, Evidence, GraphTables, Node
from kg.store.folder import write_graph
from tests.export.conftest import Made

LISTS = ("articles", "sentences", "starts", "ends")


def one_by_one(source: Source, edge_type: Any) -> list[tuple[Any, ...]]:
    return [
        (
            fact.edge.id,
            fact.edge.source,
            [item.article for item in fact.evidence],
            [item.sentence for item in fact.evidence],
            [item.start for item in fact.evidence],
            [item.end for item in fact.evidence],
        )
        for fact in source.facts(edge_type)
    ]


def in_columns(source: Source, edge_type: Any) -> list[tuple[Any, ...]]:
    return [
        (row["id"], row["source"], *(row[name] for name in LISTS))
        for table in gathered(source, edge_type)
        for row in table.to_pylist()
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 65_536])
@pytest.mark.parametrize("chosen", [{}, {"min_confidence": 0.6}, {"first": "2023-05"}])
def test_the_same_as_edge_by_edge(made: Made, monkeypatch: pytest.MonkeyPatch, size: int, chosen: Any) -> None:
    monkeypatch.setattr(source_module, "_LARGE_BATCH", size)
    source = Source(made.folder, Selection.parse(**chosen))
    found = 0
    for edge_type in EDGE_TYPES:
        assert in_columns(source, edge_type) == one_by_one(source, edge_type)
        found += len(one_by_one(source, edge_type))
    assert found


@pytest.mark.parametrize("size", [1, 4, 100])
def test_edges_without_evidence_stand_among_those_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    nodes = [Node(f"official:{i}", "Official", f"官员{i}", {}) for i in range(9)] + [
        Node("meeting:m", "Meeting", "会", {})
    ]
    nodes += [
        Node(f"article:{i}", "Article", f"文{i}", {"published": day})
        for i, day in enumerate(("2024-01-02", None, "2023-05-06"))
    ]
    edges = [Edge(f"attended:{i}", "ATTENDED", f"official:{i}", "meeting:m") for i in range(9)]
    evidence = [Evidence(f"attended:{i}", f"article:{a}", f"第{i}句", i, i + 1) for i in (2, 3, 7) for a in range(3)]
    write_graph(tmp_path / "g", GraphTables(tuple(nodes), tuple(edges), tuple(evidence)), graph_id="g")
    monkeypatch.setattr(source_module, "_LARGE_BATCH", size)
    rows = in_columns(Source(tmp_path / "g"), "ATTENDED")
    assert rows == one_by_one(Source(tmp_path / "g"), "ATTENDED")
    assert [row[2] for row in rows][2:4] == [["article:2", "article:0", "article:1"]] * 2  # undated last
    assert [len(row[2]) for row in rows] == [0, 0, 3, 3, 0, 0, 0, 3, 0]


def test_admin_files_tell_an_empty_text_from_none(made: Made) -> None:
    folder = made.export("neo4j-admin")
    for kind, names in (("edges", ("HOLDS", "ATTENDED")), ("nodes", ("Region", "Official"))):
        for name in names:
            header = (folder / kind / f"{name}-header.csv").read_text(encoding="utf-8").strip().split(",")
            with (folder / kind / f"{name}.csv").open(encoding="utf-8", newline="") as text:
                rows = list(csv.reader(text))
            assert rows
            assert {len(row) for row in rows} == {len(header)}
    lists = header.index("aliases:string[]")
    awkward = {row[1]: row[lists] for row in rows}
    assert awkward["'"] == "'\x1f又名"
    assert any("unit\ufffd nonchar" in row[lists] for row in rows)  # what divides lists is replaced in their items
