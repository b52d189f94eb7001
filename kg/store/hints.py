"""Working out the hints that nodes bear (`kg.store.hint_names`), column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.model import EDGE_TYPES, NODE_PROPERTIES, GraphTables
from kg.store.hint_names import HINTS, LEAST

Columns: TypeAlias = Mapping[tuple[str, str], Mapping[str, Any]]
"""(kind, label or type) -> column -> Arrow array; `kg.store.folder.ArrowTables` fit, and so does `slim`."""

_FORMER = "former"
_PAIRS = 1 << 22  # pairs of people counted at a time


def hints(tables: Columns) -> dict[str, dict[str, Any]]:
    """label -> property -> Arrow array, in the order of the label's nodes. Nodes stand in the order of their ids."""
    places = {label: tables["nodes", label]["id"] for label in NODE_PROPERTIES if ("nodes", label) in tables}
    out: dict[str, dict[str, Any]] = {label: {} for label in places}
    for label, ids in places.items():
        if LEAST.keys() <= HINTS[label].keys():
            out[label] |= _least(tables, ids)
    if "Official" in places:
        out["Official"] |= _meetings(tables, places["Official"])
    if "Organization" in places:
        out["Organization"] |= _contested(tables, places["Organization"])
    return out


def hints_by_id(tables: GraphTables) -> dict[str, dict[str, Any]]:
    """id of each node -> its hints, in plain values."""
    columns = slim(tables)
    out: dict[str, dict[str, Any]] = {}
    for label, props in hints(columns).items():
        ids = columns["nodes", label]["id"].to_pylist()
        rows = zip(*(column.to_pylist() for column in props.values()), strict=True) if props else ((),) * len(ids)
        out |= {node: dict(zip(props, values, strict=True)) for node, values in zip(ids, rows, strict=True)}
    return out


def slim(tables: GraphTables) -> dict[tuple[str, str], dict[str, Any]]:
    """The columns of `tables` that `hints` reads."""
    nodes: dict[str, list[str]] = {}
    for node in tables.nodes:
        nodes.setdefault(node.label, []).append(node.id)
    edges: dict[str, list[Any]] = {}
    for edge in tables.edges:
        if edge.type != "MENTIONS":
            edges.setdefault(edge.type, []).append(edge)
    out: dict[tuple[str, str], dict[str, Any]] = {}
    for label, ids in nodes.items():
        out["nodes", label] = {"id": pa.array(sorted(ids), type=pa.string())}
    for edge_type, found in edges.items():
        columns: dict[str, Any] = {
            name: pa.array([getattr(edge, name) for edge in found], type=pa.string())
            for name in ("id", "source", "target", "first_seen", "last_seen")
        }
        columns["confidence"] = pa.array([float(edge.confidence) for edge in found], type=pa.float64())
        for name in EDGE_TYPES[edge_type][2]:  # type: ignore[index]
            columns[name] = pa.array([edge.props.get(name) for edge in found], type=pa.string())
        out["edges", edge_type] = columns
    return out


def _least(tables: Columns, nodes: Any) -> dict[str, Any]:
    """The least sure of the edges that begin at each of `nodes`."""
    ids, sources, confidences = [], [], []
    for (kind, edge_type), table in tables.items():
        if kind == "edges" and edge_type != "MENTIONS":
            source = pc.index_in(table["source"], value_set=nodes)
            inside = source.is_valid()
            sources.append(source.filter(inside))
            ids.append(table["id"].filter(inside))
            confidences.append(table["confidence"].filter(inside))
    if not ids:
        return {"_least": _filled(len(nodes), 1.0), "_least_edge": pa.nulls(len(nodes), pa.string())}
    edges = pa.table([_joined(c) for c in (sources, confidences, ids)], names=["source", "confidence", "id"])
    order = pc.sort_indices(edges, [("source", "ascending"), ("confidence", "ascending"), ("id", "ascending")])
    edges = edges.take(order)
    source = edges["source"].to_numpy()
    firsts = np.flatnonzero(np.append(True, source[1:] != source[:-1])) if len(source) else source
    least = np.ones(len(nodes))
    least[source[firsts]] = edges["confidence"].to_numpy()[firsts]
    where = np.full(len(nodes), -1)
    where[source[firsts]] = firsts
    at = pa.array(where, mask=where < 0)
    return {"_least": pa.array(least), "_least_edge": _whole(edges["id"]).take(at)}


def _meetings(tables: Columns, people: Any) -> dict[str, Any]:
    """Whom each of `people` met at meetings."""
    count = len(people)
    met, met_at, together = (np.zeros(count, dtype=np.int64) for _ in range(3))
    attended = tables.get(("edges", "ATTENDED"))
    if attended is not None:
        person = pc.index_in(attended["source"], value_set=people).to_numpy().astype(np.int64)
        meeting = _codes(attended["target"]).to_numpy().astype(np.int64)
        meeting, person = np.divmod(np.unique(meeting * count + person), count)
        sizes = np.bincount(meeting)
        met_at = np.bincount(person[sizes[meeting] > 1], minlength=count)
        keys, meetings = _pairs(meeting, person, sizes, count)
        first, second = np.divmod(keys, count)
        met = np.bincount(first, minlength=count) + np.bincount(second, minlength=count)
        np.maximum.at(together, first, meetings)
    return {"_met": pa.array(met), "_met_at": pa.array(met_at), "_together": pa.array(together)}


def _pairs(meeting: Any, person: Any, sizes: Any, count: int) -> tuple[Any, Any]:
    """Each pair of people of one meeting, the earlier id first, as a number, and how many meetings they share.

    `meeting` and `person` stand in order, and `sizes` tells how many people each meeting has.
    """
    keys, shared = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    ends = np.cumsum(sizes)
    after = ends[meeting] - np.arange(len(meeting)) - 1  # how many of the same meeting come after each person
    start, bounds = 0, np.cumsum(after)
    while start < len(after):
        base = bounds[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(bounds, base + _PAIRS, side="right")))
        part = after[start:stop]
        ones = np.repeat(np.arange(start, stop), part)
        others = ones + 1 + np.arange(len(ones)) - np.repeat(np.cumsum(part) - part, part)
        found, times = np.unique(person[ones] * count + person[others], return_counts=True)
        keys, inverse = np.unique(np.concatenate((keys, found)), return_inverse=True)
        shared = np.bincount(inverse, weights=np.concatenate((shared, times)), minlength=len(keys)).astype(np.int64)
        start = stop
    return keys, shared


def _contested(tables: Columns, organizations: Any) -> dict[str, Any]:
    """The titles of each of `organizations` that two officials held at the same time."""
    found: list[list[str]] = [[] for _ in range(len(organizations))]
    holds = tables.get(("edges", "HOLDS"))
    if holds is not None:
        known = pc.and_(pc.is_valid(holds["first_seen"]), pc.is_valid(holds["last_seen"]))
        known = pc.and_(pc.and_(known, pc.is_valid(holds["title"])), pc.not_equal(holds["status"], _FORMER))
        known = pc.fill_null(known, False)
        columns = {name: holds[name].filter(known) for name in ("source", "target", "title", "first_seen", "last_seen")}
        rows = zip(*(column.to_pylist() for column in columns.values()), strict=True)
        posts: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for person, organization, title, first, last in rows:
            posts.setdefault((organization, title), []).append((first, last, person))
        at = {organization: i for i, organization in enumerate(organizations.to_pylist())}
        for (organization, title), held in sorted(posts.items()):
            if len(held) > 1 and any(_overlapping(held)):
                found[at[organization]].append(title)
    return {"_contested": pa.array(found, type=pa.list_(pa.string()))}


def _overlapping(held: list[tuple[str, str, str]]) -> Iterator[bool]:
    """Whether two people's times meet, for each pair that may."""
    held.sort()
    for i, (_, last, person) in enumerate(held):
        for first, _, other in held[i + 1 :]:
            if first > last:
                break
            yield person != other


def _codes(texts: Any) -> Any:
    """Equal texts as equal numbers."""
    return _whole(texts).dictionary_encode().indices


def _joined(columns: list[Any]) -> Any:
    return pa.concat_arrays([_whole(column) for column in columns])


def _whole(column: Any) -> Any:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _filled(count: int, value: float) -> Any:
    return pa.array(np.full(count, value))
