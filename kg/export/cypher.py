"""A Cypher script: one MERGE a node and an edge, so that it may run again, with the properties `kg load` writes.

For cypher-shell and the Neo4j Browser, and graphs of some thousand edges; large ones go by ``kg load`` or
``neo4j-admin``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.export.outcome import Exported
from kg.export.source import Fact, Source

#: ``\\u`` is set apart: servers read ``\\uXXXX`` before they read strings, whatever stands before the backslash.
_TO_ESCAPE = re.compile("\\\\[uU]|[\\\\'\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_SHORT = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for label in source.labels:
            out.write(f"CREATE INDEX kg_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) ON (n.id);\n")
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                values = {"name": node.name, **node.props}
                out.write(f"MERGE (n:{label} {{id: {literal(node.id)}}}) SET n += {literal(values)};\n")
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                edge = fact.edge
                found = literal(_properties(fact))
                out.write(
                    f"MATCH (a:{source.label_of(edge.source)} {{id: {literal(edge.source)}}}), "
                    f"(b:{source.label_of(edge.target)} {{id: {literal(edge.target)}}}) "
                    f"MERGE (a)-[r:{edge_type} {{id: {literal(edge.id)}}}]->(b) SET r += {found};\n"
                )
    return Exported(nodes, edges)


def literal(value: Any) -> str:
    """`value` as Cypher: text, number, null, list or map with plain keys."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_TO_ESCAPE.sub(_escaped, value)}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return repr(value)


def _escaped(match: re.Match[str]) -> str:
    text = match[0]
    if text in _SHORT:
        return _SHORT[text]
    if text.startswith("\\"):
        return f"\\\\' + '{text[1]}"
    if "\ud800" <= text <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(text):04X}"


def _properties(fact: Fact) -> dict[str, Any]:
    edge, items = fact.edge, fact.evidence
    return {
        **edge.props,
        "weight": edge.weight,
        "confidence": edge.confidence,
        "first_seen": edge.first_seen,
        "last_seen": edge.last_seen,
        "articles": tuple(item.article for item in items),
        "sentences": tuple(item.sentence for item in items),
        "starts": tuple(item.start for item in items),
        "ends": tuple(item.end for item in items),
    }
