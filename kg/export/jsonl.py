"""JSON Lines: a node or an edge a line, nodes first. Nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.export.outcome import Exported
from kg.export.proofs import compact, proofs
from kg.export.source import Source


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as out:
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                line = {"kind": "node", "label": label, "id": node.id, "name": node.name, "properties": node.props}
                out.write(compact(line) + "\n")
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                edge = fact.edge
                item: dict[str, Any] = {
                    "kind": "edge",
                    "type": edge_type,
                    "id": edge.id,
                    "source": edge.source,
                    "target": edge.target,
                    "properties": edge.props,
                    "weight": edge.weight,
                    "first_seen": edge.first_seen,
                    "last_seen": edge.last_seen,
                    "confidence": edge.confidence,
                    "evidence": proofs(fact, source),
                }
                out.write(compact(item) + "\n")
    return Exported(nodes, edges)
