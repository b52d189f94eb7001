"""The tables as rows for a Cypher store: plain values, each edge with its evidence in parallel lists."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from kg.model import EDGE_TYPES, NODE_PROPERTIES, Evidence, GraphTables

Row: TypeAlias = dict[str, Any]
Lists: TypeAlias = tuple[list[str], list[str], list[int], list[int]]

#: Where an edge row keeps the ids of its ends, which are no properties.
SOURCE, TARGET = "_source", "_target"


def node_rows(tables: GraphTables) -> dict[str, list[Row]]:
    """label -> one row a node: ``id``, ``name`` and every property of the label, null or empty where absent."""
    blank: dict[str, Row] = {
        label: {"id": None, "name": None, **{p: [] if kind == "strings" else None for p, kind in props.items()}}
        for label, props in NODE_PROPERTIES.items()
    }
    out: dict[str, list[Row]] = defaultdict(list)
    for node in tables.nodes:
        row: Row = {**blank[node.label], "id": node.id, "name": node.name}
        for prop, value in node.props.items():
            row[prop] = list(value) if isinstance(value, tuple) else value
        for prop in ("lat", "lon"):
            if row.get(prop) is not None:
                row[prop] = float(row[prop])
        out[node.label].append(row)
    return out


def edge_rows(tables: GraphTables) -> dict[tuple[str, str, str], list[Row]]:
    """(type, label of the source, label of the target) -> one row an edge: its ends, ``id`` and all properties."""
    label_of = {node.id: node.label for node in tables.nodes}
    lists = evidence_lists(tables)
    blank: dict[str, Row] = {edge_type: dict.fromkeys(own) for edge_type, (_, _, own) in EDGE_TYPES.items()}
    out: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in tables.edges:
        articles, sentences, starts, ends = lists.get(edge.id) or ([], [], [], [])
        row: Row = {
            SOURCE: edge.source,
            TARGET: edge.target,
            "id": edge.id,
            "weight": edge.weight,
            "confidence": float(edge.confidence),
            "first_seen": edge.first_seen,
            "last_seen": edge.last_seen,
            "articles": articles,
            "sentences": sentences,
            "starts": starts,
            "ends": ends,
            **blank[edge.type],
            **edge.props,
        }
        out[edge.type, label_of[edge.source], label_of[edge.target]].append(row)
    return out


def evidence_lists(tables: GraphTables) -> dict[str, Lists]:
    """edge id -> parallel lists (articles, sentences, starts, ends), oldest article first; undated ones last."""
    published = {n.id: str(n.props.get("published") or "9999") for n in tables.nodes if n.label == "Article"}
    by_edge: dict[str, list[Evidence]] = {}
    for item in tables.evidence:
        known = by_edge.get(item.edge)
        if known is None:
            by_edge[item.edge] = [item]
        else:
            known.append(item)
    out: dict[str, Lists] = {}
    for edge, items in by_edge.items():
        if len(items) > 1:
            items.sort(key=lambda e: (published.get(e.article, "9999"), e.article, e.start, e.end))
        out[edge] = (
            [e.article for e in items],
            [e.sentence for e in items],
            [e.start for e in items],
            [e.end for e in items],
        )
    return out


@contextmanager
def in_bulk() -> Iterator[None]:
    """Do without the cycle collector while millions of rows are made: it would only search them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
