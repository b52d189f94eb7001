"""Parquet: the tables of the CSV export, typed, lists as lists. Written in batches."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.export.outcome import Exported
from kg.export.source import Source
from kg.export.tables import (
    EVIDENCE_FIELDS,
    Fields,
    Row,
    edge_and_evidence_rows,
    edge_fields,
    names,
    node_fields,
    node_rows,
)

_BATCH = 65_536
_ARROW = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "strings": pa.list_(pa.string()),
    "ints": pa.list_(pa.int64()),
}


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`."""
    for kind in ("nodes", "edges", "evidence"):
        (path / kind).mkdir()
    nodes = edges = 0
    for label in source.labels:
        with _Table(path / "nodes" / f"{label}.parquet", node_fields(label)) as table:
            for row in node_rows(source, label):
                table.add(row)
                nodes += 1
    name_of = names(source)
    for edge_type in source.types:
        with (
            _Table(path / "edges" / f"{edge_type}.parquet", edge_fields(edge_type)) as table,
            _Table(path / "evidence" / f"{edge_type}.parquet", EVIDENCE_FIELDS) as evidence,
        ):
            for row, proofs in edge_and_evidence_rows(source, edge_type, name_of):
                table.add(row)
                edges += 1
                for proof in proofs:
                    evidence.add(proof)
    return Exported(nodes, edges)


class _Table:
    """A Parquet file that takes rows and writes them a batch at a time; there even without rows."""

    def __init__(self, path: Path, fields: Fields) -> None:
        self._schema: Any = pa.schema([(name, _ARROW[kind]) for name, kind in fields.items()])
        self._writer: Any = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(c, type=f.type) for c, f in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pa.table(arrays, schema=self._schema))
            self._rows.clear()

    def __enter__(self) -> _Table:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._flush()
        finally:
            self._writer.close()
