"""The graph as Arrow tables, for CSV and Parquet: nodes a label, edges a type, evidence a type with what it cites.

Columns stay columns from the graph folder to the file: no row ever becomes an object, so that millions take seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import pyarrow as pa

from kg.export.source import Source
from kg.model import EDGE_TYPES, NODE_PROPERTIES, EdgeType, Label
from kg.store.pieces import ARROW_TYPES

Fields: TypeAlias = dict[str, str]

EVIDENCE_FIELDS: Fields = {
    "edge": "string",
    "article": "string",
    "title": "string",
    "medium": "string",
    "published": "string",
    "url": "string",
    "sentence": "string",
    "start": "int",
    "end": "int",
    "raw_start": "int",
    "raw_end": "int",
    "confidence": "float",
    "rule": "string",
}


def node_fields(label: Label) -> Fields:
    """Columns of the table of `label`."""
    return {"id": "string", "name": "string", **NODE_PROPERTIES[label]}


def edge_fields(edge_type: EdgeType) -> Fields:
    """Columns of the table of `edge_type`; the ends by id and by name."""
    own = EDGE_TYPES[edge_type][2]
    return {
        "id": "string",
        "source": "string",
        "source_name": "string",
        "target": "string",
        "target_name": "string",
        **own,
        "weight": "int",
        "first_seen": "string",
        "last_seen": "string",
        "confidence": "float",
    }


def schema(fields: Fields) -> Any:
    """The Arrow schema of `fields`."""
    return pa.schema([(name, ARROW_TYPES[kind]) for name, kind in fields.items()])


def node_tables(source: Source, label: Label) -> Iterator[Any]:
    """The nodes of `label`, a batch at a time."""
    wanted = schema(node_fields(label))
    return (table.cast(wanted) for table in source.node_batches(label))


def edge_tables(source: Source, edge_type: EdgeType, names: Names) -> Iterator[Any]:
    """The edges of `edge_type`, a batch at a time."""
    fields = edge_fields(edge_type)
    for table in source.edge_batches(edge_type):
        for end in ("source", "target"):
            table = table.append_column(f"{end}_name", names.of(table.column(end)))
        yield table.select(list(fields)).cast(schema(fields))


def evidence_tables(source: Source, edge_type: EdgeType) -> Iterator[Any]:
    """The evidence of `edge_type`, a batch at a time, with what it cites."""
    row_of = {article: row for row, article in enumerate(source.articles)}
    cited = list(source.articles.values())
    columns = {
        "title": pa.array([item.title for item in cited], pa.string()),
        "medium": pa.array([item.source for item in cited], pa.string()),
        "published": pa.array([item.published for item in cited], pa.string()),
        "url": pa.array([item.url for item in cited], pa.string()),
    }
    for table in source.evidence_batches(edge_type):
        rows = _rows(table.column("article"), row_of)
        for name, values in columns.items():
            table = table.append_column(name, values.take(rows))
        yield table.select(list(EVIDENCE_FIELDS)).cast(schema(EVIDENCE_FIELDS))


class Names:
    """The name of every selected node, looked up a column at a time."""

    def __init__(self, source: Source) -> None:
        ids: list[str] = []
        names: list[str] = []
        for label in source.labels:
            for table in source.node_batches(label):
                ids += table.column("id").to_pylist()
                names += table.column("name").to_pylist()
        self._row_of = {key: row for row, key in enumerate(ids)}
        self._names = pa.array(names, pa.string())

    def of(self, column: Any) -> Any:
        """The names of a column of ids; null where one is not selected."""
        return self._names.take(_rows(column, self._row_of))


def rows(tables: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of Arrow tables as plain values."""
    for table in tables:
        yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


def _rows(column: Any, row_of: Mapping[str, int]) -> Any:
    return pa.array(map(row_of.get, column.to_pylist()), pa.int64())
