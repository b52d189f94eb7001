"""CSV: ``nodes/<Label>.csv``, ``edges/<TYPE>.csv``, ``evidence/<TYPE>.csv``, as Excel and everything else reads it.

UTF-8 with a byte order mark (Excel takes Chinese for another encoding without), lists as JSON. A text that a
spreadsheet might run as a formula gets an apostrophe before it, and so does a text that begins with one: to have
the text back, take one leading apostrophe off.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from kg.export.outcome import Exported
from kg.export.proofs import compact
from kg.export.source import Source
from kg.export.tables import (
    EVIDENCE_FIELDS,
    Fields,
    Names,
    edge_fields,
    edge_tables,
    evidence_tables,
    node_fields,
    node_tables,
)

#: A cell that begins so is a formula to some spreadsheet; the full-width signs too, in Chinese and Japanese ones.
_FORMULA = "^[=+\\-@\t\r\n＝＋－＠']"
_OPTIONS = csv.WriteOptions(include_header=False)


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`."""
    for kind in ("nodes", "edges", "evidence"):
        (path / kind).mkdir()
    nodes = edges = 0
    for label in source.labels:
        nodes += _write(path / "nodes" / f"{label}.csv", node_fields(label), node_tables(source, label))
    names = Names(source)
    for edge_type in source.types:
        name = f"{edge_type}.csv"
        edges += _write(path / "edges" / name, edge_fields(edge_type), edge_tables(source, edge_type, names))
        _write(path / "evidence" / name, EVIDENCE_FIELDS, evidence_tables(source, edge_type))
    return Exported(nodes, edges)


def safe(column: Any) -> Any:
    """A column of text as cells that no spreadsheet runs."""
    # Hardly any text needs either: a look is much cheaper than a copy.
    if pc.any(pc.match_substring(column, "\x00")).as_py():
        column = pc.replace_substring(column, "\x00", "\ufffd")
    runs = pc.match_substring_regex(column, _FORMULA)
    return pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column) if pc.any(runs).as_py() else column


def _write(path: Path, fields: Fields, tables: Iterable[Any]) -> int:
    """Write one file, there even without rows; how many rows it has."""
    count = 0
    with path.open("wb") as sink:
        sink.write(codecs.BOM_UTF8 + (",".join(fields) + "\n").encode())
        for table in tables:
            csv.write_csv(_cells(table, fields), sink, _OPTIONS)
            count += len(table)
    return count


def _cells(table: Any, fields: Fields) -> Any:
    """The table with safe text, and lists as JSON."""
    columns = []
    for name, kind in fields.items():
        column = table.column(name)
        if kind == "string":
            column = safe(column)
        elif kind in ("strings", "ints"):
            column = pa.array([compact(value) if value else None for value in column.to_pylist()], pa.string())
        columns.append(column)
    return pa.table(columns, names=list(fields))
