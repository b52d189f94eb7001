"""Parquet: the tables of the CSV export, typed, lists as lists. Written in batches."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from kg.export.outcome import Exported
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
    schema,
)


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`."""
    for kind in ("nodes", "edges", "evidence"):
        (path / kind).mkdir()
    nodes = edges = 0
    for label in source.labels:
        nodes += _write(path / "nodes" / f"{label}.parquet", node_fields(label), node_tables(source, label))
    names = Names(source)
    for edge_type in source.types:
        name = f"{edge_type}.parquet"
        edges += _write(path / "edges" / name, edge_fields(edge_type), edge_tables(source, edge_type, names))
        _write(path / "evidence" / name, EVIDENCE_FIELDS, evidence_tables(source, edge_type))
    return Exported(nodes, edges)


def _write(path: Path, fields: Fields, tables: Iterable[Any]) -> int:
    """Write one file, there even without rows; how many rows it has."""
    count = 0
    with pq.ParquetWriter(path, schema(fields), compression="zstd") as sink:
        for table in tables:
            sink.write_table(table)
            count += len(table)
    return count
