"""Nodes and edges as flat attributes, for formats that know no lists: a list stands as JSON in text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from kg.export.proofs import compact, proofs
from kg.export.source import Fact, Source
from kg.model import EDGE_TYPES, NODE_PROPERTIES, EdgeType, Label, Node, Value

Attribute: TypeAlias = tuple[str, str | int | float]

_PLAIN = {"int": "int", "float": "float"}


def node_fields(labels: Collection[Label]) -> dict[str, str]:
    """attribute -> "string", "int" or "float", for all nodes together; `label` is the name, as Gephi shows it."""
    kinds = {"label": "string", "type": "string"}
    for label in labels:
        kinds.update((name, _PLAIN.get(kind, "string")) for name, kind in NODE_PROPERTIES[label].items())
    return kinds


def edge_fields(types: Iterable[EdgeType]) -> dict[str, str]:
    """attribute -> "string", "int" or "float", for all edges together."""
    kinds = {"type": "string", "weight": "int", "confidence": "float", "first_seen": "string", "last_seen": "string"}
    for edge_type in types:
        kinds.update((name, _PLAIN.get(kind, "string")) for name, kind in EDGE_TYPES[edge_type][2].items())
    kinds["evidence"] = "string"
    return kinds


def node_attributes(node: Node) -> Iterator[Attribute]:
    """The attributes of a node that have a value."""
    yield "label", node.name
    yield "type", node.label
    yield from _present(node.props.items())


def edge_attributes(fact: Fact, source: Source) -> Iterator[Attribute]:
    """The attributes of an edge that have a value, its evidence as JSON last."""
    edge = fact.edge
    yield "type", edge.type
    yield "weight", edge.weight
    yield "confidence", edge.confidence
    yield from _present((("first_seen", edge.first_seen), ("last_seen", edge.last_seen), *edge.props.items()))
    yield "evidence", compact(proofs(fact, source))


def _present(items: Iterable[tuple[str, Value]]) -> Iterator[Attribute]:
    for name, value in items:
        if value is None or value == ():
            continue
        yield name, compact(value) if isinstance(value, tuple) else value
