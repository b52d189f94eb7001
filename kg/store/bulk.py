"""The tables as kglite's bulk call takes them: one JSON text, made column by column in Arrow; no row becomes an object.

What stands in it is what `kg.store.rows` makes of the same tables for the other stores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.errors import KgError
from kg.model import EDGE_TYPES, NODE_PROPERTIES
from kg.store.folder import ArrowTables
from kg.store.rows import SOURCE, TARGET

_STEP = 1 << 16  # rows made into text at a time, so that no column of text passes what Arrow can address
#: What may not stand in a JSON string as it is; and what lies beyond the basic plane, since with one such character
#: the whole text takes four bytes a character.
_UNSAFE = r'[\x00-\x1f"\\\x{10000}-\x{10FFFF}]'
_UNDATED = "9999"
_EVIDENCE = {
    "articles": ("article", "string"),
    "sentences": ("sentence", "string"),
    "starts": ("start", "int"),
    "ends": ("end", "int"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as JSON: each value is `before` + its text + `after`, so that quotes are not written twice."""

    texts: Any
    before: str = ""
    after: str = ""


def records(tables: ArrowTables) -> str:
    """The spec for ``kglite.from_records``: every node and every edge with its evidence, nulls and empty lists told.

    Raises `KgError` where an end of an edge is no node of the graph.
    """
    pieces: list[Any] = [b'{"nodes":[']
    pieces += _separated(_nodes(tables))
    pieces.append(b'],"connections":[')
    pieces += _separated(_edges(tables))
    pieces.append(b"]}")
    return b"".join(pieces).decode()


def title_field(label: str) -> str:
    """kglite answers ``n.title`` with the title field, so that the one label with a title must name it."""
    return "title" if "title" in NODE_PROPERTIES[label] else "name"  # type: ignore[index]


def _nodes(tables: ArrowTables) -> Iterator[Iterator[Any]]:
    for label, own in NODE_PROPERTIES.items():
        table = tables.get(("nodes", label))
        if table is not None and table.num_rows:
            kinds = {"id": "string", "name": "string", **own}
            head = {"type": label, "id_field": "id", "title_field": title_field(label)}
            rows = [
                _objects({name: _column(part.column(name), kind) for name, kind in kinds.items()})
                for part in _parts(table)
            ]
            yield _block(head, rows)


def _edges(tables: ArrowTables) -> Iterator[Iterator[Any]]:
    places = _Places(tables)
    for edge_type, (_, _, own) in EDGE_TYPES.items():
        table = tables.get(("edges", edge_type))
        if table is None or not table.num_rows:
            continue
        kinds = {"id": "string", "weight": "int", "confidence": "float", "first_seen": "string", "last_seen": "string"}
        evidence = _Evidence(table, tables.get(("evidence", edge_type)), places.ages)
        sources, targets = places.labels(table, "source"), places.labels(table, "target")
        groups: dict[tuple[int, int], list[Any]] = {}
        for at, part in zip(range(0, table.num_rows, _STEP), _parts(table), strict=True):
            columns = {SOURCE: _column(part.column("source"), "string")}
            columns[TARGET] = _column(part.column("target"), "string")
            columns |= {name: _column(part.column(name), kind) for name, kind in kinds.items()}
            columns |= evidence.lists(at, at + part.num_rows)
            columns |= {name: _column(part.column(name), kind) for name, kind in own.items()}
            rows = _objects(columns)
            ends = sources[at : at + len(rows)] * len(places.names) + targets[at : at + len(rows)]
            for pair in np.unique(ends):
                chosen = rows.filter(pa.array(ends == pair))
                groups.setdefault(divmod(int(pair), len(places.names)), []).append(chosen)
        for (source, target), found in groups.items():
            head = {
                "type": edge_type,
                "source_type": places.names[source],
                "source_id_field": SOURCE,
                "target_type": places.names[target],
                "target_id_field": TARGET,
            }
            yield _block(head, found)


class _Places:
    """Where the ids of all nodes are found: their labels, and how articles follow one another in time."""

    def __init__(self, tables: ArrowTables) -> None:
        there = [(label, tables["nodes", label]) for label in NODE_PROPERTIES if ("nodes", label) in tables]
        self.names = [label for label, _ in there]
        self._ids = pa.chunked_array([c for _, t in there for c in t.column("id").chunks], type=pa.string())
        self._label = np.repeat(np.arange(len(there)), [t.num_rows for _, t in there])
        self.ages = _Ages(tables.get(("nodes", "Article")))

    def labels(self, table: Any, end: str) -> Any:
        """For each edge of `table` which label stands at its `end`, as a number of `names`."""
        found = pc.index_in(table.column(end), value_set=self._ids)
        if found.null_count:
            at = found.is_null().index(True).as_py()
            edge, node = (table.column(name)[at].as_py() for name in ("id", end))
            raise KgError(f"edge {edge}: its end {node} is no node of the graph")
        return self._label[found.to_numpy()]


class _Ages:
    """The order of articles: oldest first, undated last, then by id."""

    def __init__(self, articles: Any | None) -> None:
        self._ids = pa.chunked_array([], type=pa.string()) if articles is None else articles.column("id")
        if articles is None:
            self._rank = np.array([0])
            return
        day = pc.fill_null(articles.column("published"), _UNDATED)
        day = pc.if_else(pc.equal(day, ""), _UNDATED, day)
        order = pc.sort_indices(
            pa.table([day, self._ids], names=["day", "id"]), [("day", "ascending"), ("id", "ascending")]
        )
        self._rank = np.empty(len(order) + 1, dtype=np.int64)
        self._rank[order.to_numpy()] = np.arange(len(order))
        self._rank[-1] = len(order)  # an article that is no node of the graph

    def of(self, articles: Any) -> Any:
        """The rank of each of `articles`."""
        return self._rank[pc.fill_null(pc.index_in(articles, value_set=self._ids), len(self._rank) - 1).to_numpy()]


class _Evidence:
    """The sentences behind the edges of one table, oldest article first."""

    def __init__(self, edges: Any, evidence: Any | None, ages: _Ages) -> None:
        self._columns: dict[str, Any] = {}
        self._offsets = np.zeros(edges.num_rows + 1, dtype=np.int64)
        if evidence is None or not evidence.num_rows:
            return
        edge = pc.index_in(evidence.column("edge"), value_set=edges.column("id")).to_numpy()
        age = ages.of(evidence.column("article"))
        # within one edge and article the rows stand in their order already; a stable sort keeps it
        key = edge.astype(np.int64) * (age.max() + 1) + age
        order = None if (key[1:] >= key[:-1]).all() else pa.array(np.argsort(key, kind="stable"))
        for name, (column, _) in _EVIDENCE.items():
            values = evidence.column(column)
            self._columns[name] = values if order is None else values.take(order)
        np.cumsum(np.bincount(edge, minlength=edges.num_rows), out=self._offsets[1:])

    def lists(self, start: int, stop: int) -> dict[str, _Column]:
        """The evidence of the edges `start` to `stop` in parallel lists."""
        offsets = self._offsets[start : stop + 1]
        first, last = int(offsets[0]), int(offsets[-1])
        return {
            name: _lists(self._columns[name].slice(first, last - first) if last > first else (), kind, offsets - first)
            for name, (_, kind) in _EVIDENCE.items()
        }


def _parts(table: Any) -> Iterator[Any]:
    for at in range(0, table.num_rows, _STEP):
        yield table.slice(at, _STEP)


def _block(head: Mapping[str, str], rows: Sequence[Any]) -> Iterator[Any]:
    """One entry of the spec in pieces: `head` and the rows, texts of JSON objects."""
    yield f'{json.dumps(head)[:-1]},"records":['.encode()
    for at, part in enumerate(rows):
        if at:
            yield b","
        yield pc.binary_join(pa.ListArray.from_arrays([0, len(part)], part), ",")[0].as_buffer()
    yield b"]}"


def _separated(blocks: Iterator[Iterator[Any]]) -> Iterator[Any]:
    for at, block in enumerate(blocks):
        if at:
            yield b","
        yield from block


def _objects(columns: Mapping[str, _Column]) -> Any:
    """One JSON object a row of `columns`."""
    parts: list[Any] = []
    between = "{"
    for name, column in columns.items():
        parts += [f"{between}{json.dumps(name)}:{column.before}", column.texts]
        between = f"{column.after},"
    return pc.binary_join_element_wise(*parts, f"{between[:-1]}}}", "")


def _column(values: Any, kind: str) -> _Column:
    """The values of a column of `kind`; null is ``null``, or the empty list."""
    array = pa.concat_arrays(values.chunks) if isinstance(values, pa.ChunkedArray) else values
    if kind == "string":
        texts = _escaped(array)
        if not texts.null_count:
            return _Column(texts, '"', '"')
        return _Column(pc.fill_null(pc.binary_join_element_wise('"', texts, '"', ""), "null"))
    if (
        kind == "float"
    ):  # few differ; Python writes 1.0 where Arrow writes 1, which kglite would take for a whole number
        encoded = array.dictionary_encode()
        literals = pa.array([json.dumps(value) for value in encoded.dictionary.to_pylist()], type=pa.string())
        return _Column(pc.fill_null(literals.take(encoded.indices), "null"))
    if kind == "int":
        return _Column(pc.fill_null(array.cast(pa.string()), "null"))
    offsets = np.zeros(len(array) + 1, dtype=np.int64)
    np.cumsum(pc.fill_null(pc.list_value_length(array), 0).to_numpy(zero_copy_only=False), out=offsets[1:])
    return _lists(array.flatten(), "string" if kind == "strings" else "int", offsets)


def _lists(values: Any, kind: str, offsets: Any) -> _Column:
    """JSON lists of `values`; the i-th holds those from offsets[i] to offsets[i + 1]."""
    if not len(values):
        return _Column(pa.array(["[]"] * (len(offsets) - 1)))
    items = _column(values, kind)
    lists = pa.ListArray.from_arrays(pa.array(offsets, type=pa.int32()), items.texts)
    joined = pc.binary_join(lists, f"{items.after},{items.before}")
    empty = pa.array(offsets[1:] == offsets[:-1])
    if not items.before or not pc.any(empty).as_py():
        return _Column(joined, f"[{items.before}", f"{items.after}]")
    whole = pc.binary_join_element_wise(f"[{items.before}", joined, f"{items.after}]", "")
    return _Column(pc.if_else(empty, "[]", whole))


def _escaped(texts: Any) -> Any:
    """`texts` as they stand between the quotes of JSON; only those that need it are touched."""
    unsafe = pc.match_substring_regex(texts, _UNSAFE)
    if not pc.any(unsafe).as_py():
        return texts
    unsafe = pc.fill_null(unsafe, False)
    mended = [json.dumps(text)[1:-1] for text in texts.filter(unsafe).to_pylist()]
    return pc.replace_with_mask(texts, unsafe, pa.array(mended, type=pa.string()))
