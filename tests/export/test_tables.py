"""CSV, read back by the csv module and pandas; Parquet, by pyarrow."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.export.csv_tables import safe
from kg.model import EDGE_TYPES, NODE_PROPERTIES
from tests.export.conftest import AWKWARD, IMPOSSIBLE, Made


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def read(form: str, path: Path) -> list[dict[str, Any]]:
    if form == "csv":
        return [{k: v[1:] if v.startswith("'") else (v or None) for k, v in row.items()} for row in read_csv(path)]
    return list(pq.read_table(path).to_pylist())


def held(form: str, text: str | None) -> str | None:
    """What the format holds of `text`: a CSV has no NUL, and takes an empty text for none."""
    if form == "csv" and text is not None:
        return text.replace("\x00", "\ufffd") or None
    return text


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_hold_the_graph(made: Made, form: str) -> None:
    folder, suffix = made.export(form), "csv" if form == "csv" else "parquet"
    names = {node.id: node.name for node in made.tables.nodes}
    for label in {node.label for node in made.tables.nodes}:
        nodes = {node.id: node for node in made.tables.nodes if node.label == label}
        rows = read(form, folder / "nodes" / f"{label}.{suffix}")
        assert [row["id"] for row in rows] == sorted(nodes)
        assert list(rows[0]) == ["id", "name", *NODE_PROPERTIES[label]]
        for row in rows:
            node = nodes[row["id"]]
            assert row["name"] == held(form, node.name)
            for name, kind in NODE_PROPERTIES[label].items():
                value = node.props.get(name)
                if kind == "strings":
                    there = row[name] if form == "parquet" else json.loads(row[name] or "[]")
                    assert list(there or []) == list(value or [])  # type: ignore[arg-type]
                elif kind == "float":
                    assert (None if row[name] is None else float(row[name])) == value
                else:
                    assert row[name] == held(form, value)  # type: ignore[arg-type]
    for edge_type in {edge.type for edge in made.tables.edges}:
        edges = {edge.id: edge for edge in made.tables.edges if edge.type == edge_type}
        rows = read(form, folder / "edges" / f"{edge_type}.{suffix}")
        assert [row["id"] for row in rows] == sorted(edges)
        for row in rows:
            edge = edges[row["id"]]
            assert (row["source"], row["target"]) == (edge.source, edge.target)
            assert row["source_name"] == held(form, names[edge.source])
            assert (int(row["weight"]), float(row["confidence"])) == (edge.weight, edge.confidence)
            assert (row["first_seen"], row["last_seen"]) == (edge.first_seen, edge.last_seen)
            for own in EDGE_TYPES[edge_type][2]:
                assert row[own] == held(form, edge.props.get(own))  # type: ignore[arg-type]
        proofs = read(form, folder / "evidence" / f"{edge_type}.{suffix}")
        expected = [item for item in made.tables.evidence if item.edge in edges]  # by edge, article and place
        assert [(p["edge"], p["article"], p["sentence"], int(p["start"]), int(p["end"])) for p in proofs] == [
            (e.edge, e.article, held(form, e.sentence), e.start, e.end) for e in expected
        ]
        assert all(p["title"] for p in proofs)
        assert {p["published"] for p in proofs} <= {"2023-04-02", "2023-09-18", None}


def test_no_cell_of_text_is_a_formula(made: Made) -> None:
    folder = made.export("csv")
    cells = 0
    for path in folder.rglob("*.csv"):
        for row in read_csv(path):
            for column, cell in row.items():
                if column not in ("lat", "lon", "start", "end", "raw_start", "raw_end", "weight", "confidence"):
                    cells += 1
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")), (
                        path,
                        cell,
                    )
    assert cells > 500


def test_csv_escape_can_be_undone() -> None:
    texts = [*AWKWARD, "''=1", "plain", "'x", None, ""]
    for text, cell in zip(texts, safe(pa.array(texts)).to_pylist(), strict=True):
        assert (cell[1:] if cell and cell.startswith("'") else cell) == text
    assert "\x00" not in safe(pa.array([IMPOSSIBLE])).to_pylist()[0]


def test_excel_and_pandas_read_the_chinese(made: Made) -> None:
    folder = made.export("csv")
    assert (folder / "nodes" / "Region.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(folder / "nodes" / "Region.csv", dtype=str)
    assert next(iter(frame.columns)) == "id"
    assert "青岚市" in set(frame["name"])


def test_parquet_keeps_types(made: Made) -> None:
    schema = pq.read_schema(made.export("parquet") / "edges" / "HOLDS.parquet")
    assert str(schema.field("weight").type) == "int64"
    assert str(schema.field("confidence").type) == "double"
