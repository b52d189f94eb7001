"""The tables as kglite's blueprint loader takes them: CSV files and a blueprint, made column by column in Arrow; no row
becomes a Python object on the way.

What stands in them is what `kg.store.rows` makes of the same tables for the other stores, and the hints. The form is
that of kglite's own lossless export: text verbatim, ``\\e`` for the empty one, nothing for null, a backslash before
text that begins with one, lists as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from kg.errors import KgError
from kg.model import EDGE_TYPES, NODE_PROPERTIES
from kg.store.folder import ArrowTables
from kg.store.hint_names import HINTS
from kg.store.hints import hints
from kg.store.rows import SOURCE, TARGET

BLUEPRINT = "blueprint.json"
_TARGET_LABEL = "_target_label"
_STEP = 1 << 16  # rows written at a time, so that no column of text passes what Arrow can address
#: Bytes of UTF-8 that may not stand in a JSON string as they are.
_UNSAFE = np.zeros(256, dtype=bool)
_UNSAFE[[*range(0x20), ord('"'), ord("\\")]] = True
_UNDATED = "9999"
_ENDS = ("source", "target")
_EDGE = {"id": "string", "weight": "int", "confidence": "float", "first_seen": "string", "last_seen": "string"}
_EVIDENCE = {
    "articles": ("article", "string"),
    "sentences": ("sentence", "string"),
    "starts": ("start", "int"),
    "ends": ("end", "int"),
}
_TYPES = {"string": "text", "int": "int", "float": "float", "strings": "list", "ints": "list"}
_OPTIONS = csv.WriteOptions(quoting_style="needed")


def write_blueprint(tables: ArrowTables, folder: Path) -> Path:
    """Write every node and every edge with its evidence into `folder`; the blueprint for ``kglite.from_blueprint``.

    Raises `KgError` where an end of an edge is no node of the graph, OSError where the files cannot be written.
    """
    blueprint: dict[str, Any] = {"nodes": _nodes(tables, folder), "settings": {"root": "."}}
    for edge_type, source, spec in _edges(tables, folder):
        edges = blueprint["nodes"][source].setdefault("connections", {}).setdefault("junction_edges", {})
        edges[edge_type] = spec
    path = folder / BLUEPRINT
    path.write_text(json.dumps(blueprint, ensure_ascii=False), encoding="utf-8")
    return path


def title_field(label: str) -> str:
    """kglite answers ``n.title`` with the title field, so that the one label with a title must name it."""
    return "title" if "title" in NODE_PROPERTIES[label] else "name"  # type: ignore[index]


def _nodes(tables: ArrowTables, folder: Path) -> dict[str, Any]:
    out: dict[str, Any] = {}
    known = hints(tables)
    for label, own in NODE_PROPERTIES.items():
        table = tables.get(("nodes", label))
        if table is None or not table.num_rows:
            continue
        kinds = {"name": "string", **own, **HINTS[label]}
        for name, column in known[label].items():
            table = table.append_column(name, column)
        parts = (
            {"id": part.column("id"), **{name: _cells(part.column(name), kind) for name, kind in kinds.items()}}
            for part in _parts(table)
        )
        path = _write(folder / f"{label}.csv", parts)
        properties = {"id": "string", **_typed(kinds)}  # ids, here and at the ends of edges, have no marks
        out[label] = {"csv": path.name, "pk": "id", "title": title_field(label), "properties": properties}
    return out


def _edges(tables: ArrowTables, folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(type, label of the source, spec), each with its file written."""
    places = _Places(tables)
    names = pa.array(places.names)
    for edge_type, (_, _, own) in EDGE_TYPES.items():
        table = tables.get(("edges", edge_type))
        if table is None or not table.num_rows:
            continue
        kinds = {**_EDGE, **own}
        lists = {name: f"{kind}s" for name, (_, kind) in _EVIDENCE.items()}
        evidence = _Evidence(table, tables.get(("evidence", edge_type)), places.ages)
        sources, targets = places.labels(edge_type, "source"), places.labels(edge_type, "target")
        for source in np.unique(sources):
            chosen = np.flatnonzero(sources == source)
            path = _write(
                folder / f"{edge_type}-{names[source]}.csv",
                (
                    {
                        SOURCE: part.column("source"),
                        TARGET: part.column("target"),
                        _TARGET_LABEL: names.take(pa.array(targets[rows])),
                        **{name: _cells(part.column(name), kind) for name, kind in kinds.items()},
                        **evidence.lists(rows),
                    }
                    for part, rows in _chosen(table, chosen)
                ),
            )
            yield (
                edge_type,
                places.names[source],
                {
                    "csv": path.name,
                    "source_fk": SOURCE,
                    "target": [places.names[i] for i in np.unique(targets[chosen])],
                    "target_fk": TARGET,
                    "target_type_column": _TARGET_LABEL,
                    "properties": [*kinds, *lists],
                    "property_types": _typed(kinds | lists),
                },
            )


def _typed(kinds: Mapping[str, str]) -> dict[str, str]:
    return {name: _TYPES[kind] for name, kind in kinds.items()}


class _Places:
    """Where the ids of all nodes are found: their labels, and how articles follow one another in time."""

    def __init__(self, tables: ArrowTables) -> None:
        there = [(label, tables["nodes", label]) for label in NODE_PROPERTIES if ("nodes", label) in tables]
        self.names = [label for label, _ in there]
        ids = pa.chunked_array([c for _, t in there for c in t.column("id").chunks], type=pa.string())
        label = np.repeat(np.arange(len(there)), [t.num_rows for _, t in there])
        self._labels: dict[tuple[str, str], Any] = {}
        # the ends of all edges at once, since each search makes a table of all nodes first
        ends = [(name, table, end) for (kind, name), table in tables.items() if kind == "edges" for end in _ENDS]
        found = pc.index_in(
            pa.chunked_array([c for _, t, end in ends for c in t.column(end).chunks], type=pa.string()), value_set=ids
        )
        start = 0
        for name, table, end in ends:
            part = found.slice(start, table.num_rows)
            start += table.num_rows
            if part.null_count:
                at = part.is_null().index(True).as_py()
                edge, node = (table.column(column)[at].as_py() for column in ("id", end))
                raise KgError(f"edge {edge}: its end {node} is no node of the graph")
            self._labels[name, end] = label[part.to_numpy()]
        self.ages = _Ages(tables.get(("nodes", "Article")))

    def labels(self, edge_type: str, end: str) -> Any:
        """For each edge of `edge_type` which label stands at its `end`, as a number of `names`."""
        return self._labels[edge_type, end]


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
        edge = _positions(evidence.column("edge"), edges.column("id"))
        counts = np.bincount(edge, minlength=edges.num_rows)
        several = np.flatnonzero(counts[edge] > 1)  # where an edge has one sentence there is nothing to order
        age = np.zeros(len(edge), dtype=np.int64)
        age[several] = ages.of(evidence.column("article").take(pa.array(several)))
        # within one edge and article the rows stand in their order already; a stable sort keeps it
        key = edge.astype(np.int64) * (age.max() + 1) + age
        order = None if (key[1:] >= key[:-1]).all() else pa.array(np.argsort(key, kind="stable"))
        for name, (column, _) in _EVIDENCE.items():
            values = evidence.column(column)
            self._columns[name] = values if order is None else values.take(order)
        np.cumsum(counts, out=self._offsets[1:])

    def lists(self, rows: Any) -> dict[str, Any]:
        """The evidence of the edges in `rows`, which stand in order, in parallel lists."""
        starts, ends = self._offsets[rows], self._offsets[rows + 1]
        offsets = np.append(0, np.cumsum(ends - starts))
        if not offsets[-1]:
            return {name: _lists((), kind, offsets) for name, (_, kind) in _EVIDENCE.items()}
        first, last = int(starts[0]), int(ends[-1])
        columns = {name: column.slice(first, last - first) for name, column in self._columns.items()}
        if last - first > offsets[-1]:
            within = np.repeat(starts - first - offsets[:-1], ends - starts) + np.arange(offsets[-1])
            columns = {name: column.take(pa.array(within)) for name, column in columns.items()}
        return {name: _lists(columns[name], kind, offsets) for name, (_, kind) in _EVIDENCE.items()}


def _positions(edges: Any, ids: Any) -> Any:
    """Which of `ids` each of `edges` is. Both stand in order, so that each edge's rows are together."""
    edges, ids = _whole(edges), _whole(ids)
    changes = np.flatnonzero(pc.not_equal(edges[1:], edges[:-1]).to_numpy(zero_copy_only=False)) + 1
    starts = np.concatenate(([0], changes))
    named = edges.take(pa.array(starts))
    at = np.arange(len(ids)) if named.equals(ids) else pc.index_in(named, value_set=ids).to_numpy()
    return np.repeat(at, np.diff(np.append(starts, len(edges))))


def _parts(table: Any) -> Iterator[Any]:
    for at in range(0, table.num_rows, _STEP):
        yield table.slice(at, _STEP)


def _chosen(table: Any, rows: Any) -> Iterator[tuple[Any, Any]]:
    """The `rows` of `table` in steps, and which they are."""
    whole = len(rows) == table.num_rows
    for at in range(0, len(rows), _STEP):
        some = rows[at : at + _STEP]
        yield table.slice(at, _STEP) if whole else table.take(pa.array(some)), some


def _write(path: Path, parts: Iterator[dict[str, Any]]) -> Path:
    """Write columns of cells, one step after another."""
    first = pa.table(next(parts))
    with csv.CSVWriter(path, first.schema, write_options=_OPTIONS) as writer:
        writer.write_table(first)
        for part in parts:
            writer.write_table(pa.table(part))
    return path


def _cells(values: Any, kind: str) -> Any:
    """The values of a column of `kind` as they stand in the file."""
    array = _whole(values)
    if kind == "string":
        return _verbatim(array)
    if kind in ("int", "float"):
        return array
    offsets = np.zeros(len(array) + 1, dtype=np.int64)
    np.cumsum(pc.fill_null(pc.list_value_length(array), 0).to_numpy(zero_copy_only=False), out=offsets[1:])
    return _lists(array.flatten(), "string" if kind == "strings" else "int", offsets)


def _verbatim(texts: Any) -> Any:
    """Empty texts and those that begin with a backslash marked, so that they come back as they are."""
    special = pc.or_(pc.starts_with(texts, "\\"), pc.equal(pc.binary_length(texts), 0))
    if not pc.any(special).as_py():
        return texts
    marked = pc.binary_join_element_wise("\\", pc.if_else(pc.equal(texts, ""), "e", texts), "")
    return pc.if_else(special, marked, texts)


def _lists(values: Any, kind: str, offsets: Any) -> Any:
    """JSON lists of `values`; the i-th holds those from offsets[i] to offsets[i + 1]."""
    if not len(values):
        return pa.array(["[]"] * (len(offsets) - 1))
    array = _whole(values)
    items, mark = (_escaped(array), '"') if kind == "string" else (array.cast(pa.string()), "")
    joined = pc.binary_join(pa.ListArray.from_arrays(pa.array(offsets, type=pa.int32()), items), f"{mark},{mark}")
    whole = pc.binary_join_element_wise(f"[{mark}", joined, f"{mark}]", "")
    empty = offsets[1:] == offsets[:-1]
    return pc.if_else(pa.array(empty), "[]", whole) if mark and empty.any() else whole


def _escaped(texts: Any) -> Any:
    """`texts` as they stand between the quotes of JSON; only those that need it are touched."""
    rows = _unsafe(texts)
    if not len(rows):
        return texts
    mended = [json.dumps(text)[1:-1] for text in texts.take(pa.array(rows)).to_pylist()]
    mask = np.zeros(len(texts), dtype=bool)
    mask[rows] = True
    return pc.replace_with_mask(texts, pa.array(mask), pa.array(mended, type=pa.string()))


def _unsafe(texts: Any) -> Any:
    """The rows of `texts` that hold an unsafe byte: all bytes are looked at as one, since few texts have any."""
    _, offsets, data = texts.buffers()
    if data is None:
        return np.empty(0, dtype=np.int64)
    offsets = np.frombuffer(offsets, dtype=np.int32)[texts.offset : texts.offset + len(texts) + 1]
    found = np.flatnonzero(_UNSAFE[np.frombuffer(data, dtype=np.uint8)[offsets[0] : offsets[-1]]])
    rows = np.unique(np.searchsorted(offsets, found + offsets[0], side="right") - 1)
    return rows[texts.take(pa.array(rows)).is_valid().to_numpy(zero_copy_only=False)] if texts.null_count else rows


def _whole(values: Any) -> Any:
    """`values` in one piece."""
    return pa.concat_arrays(values.chunks) if isinstance(values, pa.ChunkedArray) else values
