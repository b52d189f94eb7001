"""The graph as tables, for CSV and Parquet: nodes a label, edges a type, evidence a type with what it cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from kg.export.source import Source
from kg.model import EDGE_TYPES, NODE_PROPERTIES, EdgeType, Label

Fields: TypeAlias = dict[str, str]
Row: TypeAlias = tuple[Any, ...]

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


def node_rows(source: Source, label: Label) -> Iterator[Row]:
    """The rows of `label`."""
    names = tuple(NODE_PROPERTIES[label])
    for node in source.nodes(label):
        yield (node.id, node.name, *map(node.props.get, names))


def edge_and_evidence_rows(
    source: Source, edge_type: EdgeType, names: dict[str, str]
) -> Iterator[tuple[Row, list[Row]]]:
    """Each edge's row, and the rows of its evidence; `names`: node id -> name."""
    own = tuple(EDGE_TYPES[edge_type][2])
    articles = source.articles
    for fact in source.facts(edge_type):
        e = fact.edge
        row = (
            e.id,
            e.source,
            names.get(e.source),
            e.target,
            names.get(e.target),
            *map(e.props.get, own),
            e.weight,
            e.first_seen,
            e.last_seen,
            e.confidence,
        )
        proofs: list[Row] = []
        for i in fact.evidence:
            cited = articles.get(i.article)
            said = (cited.title, cited.source, cited.published, cited.url) if cited else (None, None, None, None)
            proofs.append(
                (i.edge, i.article, *said, i.sentence, i.start, i.end, i.raw_start, i.raw_end, i.confidence, i.rule)
            )
        yield row, proofs


def names(source: Source) -> dict[str, str]:
    """Node id -> name, of every selected node."""
    return {node.id: node.name for label in source.labels for node in source.nodes(label)}
