"""From graph tables to a pyvis network and the facts behind each of its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from kg.draw.assets import theme
from kg.draw.layout import lay_out
from kg.draw.names import short, shown
from kg.model import Edge, Evidence, GraphTables, Node

#: Evidence kept for one edge; the page tells how many more there are.
EVIDENCE_SHOWN = 40
_LABEL_WIDTH = 16.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws: vis nodes and lines as pyvis gives them, the facts of the lines, the articles they cite."""

    nodes: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    articles: list[dict[str, Any]]


def drawing(tables: GraphTables, ids: Collection[str], centres: Collection[str] = ()) -> Drawing:
    """The nodes with ids `ids` and all edges among them, laid out.

    All edges between the same two nodes make one line (主持, 讲话 and 出席 of one person at one meeting lie on
    one another anyway); the line lists its facts, each with its evidence.
    """
    nodes = [node for node in tables.nodes if node.id in ids]
    index = {node.id: number for number, node in enumerate(nodes)}
    edges = [edge for edge in tables.edges if edge.source in index and edge.target in index]
    between: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in edges:
        a, b = index[edge.source], index[edge.target]
        if a != b:
            between[min(a, b), max(a, b)].append(edge)
    articles = _Articles(tables)
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for item in tables.evidence:
        evidence[item.edge].append(item)

    network = Network(directed=True)
    position = lay_out(len(nodes), sorted(between))
    degree = [0] * len(nodes)
    for a, b in between:
        degree[a] += 1
        degree[b] += 1
    for number, node in enumerate(nodes):
        look = theme()["nodes"][node.label]
        network.add_node(
            node.id,
            label=short(node.name, _LABEL_WIDTH),
            shape=look["shape"],
            color=look["light"],
            size=round(9 + 3.2 * min(degree[number], 36) ** 0.5 + (5 if node.id in centres else 0), 1),
            x=round(float(position[number, 0]), 1),
            y=round(float(position[number, 1]), 1),
            kind=node.label,
            name=shown(node.name),
            degree=degree[number],
            props=_props(node),
        )
    order = {kind: rank for rank, kind in enumerate(theme()["edges"])}
    facts: list[dict[str, Any]] = []
    for (a, b), bundle in sorted(between.items()):
        bundle.sort(key=lambda edge: (order[edge.type], edge.id))
        first = len(facts)
        facts.extend(_fact(edge, evidence[edge.id], articles) for edge in bundle)
        network.add_edge(
            nodes[a].id,
            nodes[b].id,
            id=f"line-{a}-{b}",
            color=theme()["edges"][bundle[0].type]["light"],
            facts=list(range(first, len(facts))),
        )
    vis_nodes, vis_lines, *_ = network.get_network_data()
    return Drawing(nodes=vis_nodes, lines=vis_lines, facts=facts, articles=articles.used)


class _Articles:
    """The articles that evidence cites, numbered as they come up, so that a title stands once in a page."""

    def __init__(self, tables: GraphTables) -> None:
        self._nodes = {node.id: node for node in tables.nodes if node.label == "Article"}
        self._number: dict[str, int] = {}
        self.used: list[dict[str, Any]] = []

    def number(self, article: str) -> int:
        if article not in self._number:
            self._number[article] = len(self.used)
            node = self._nodes.get(article)
            props = node.props if node else {}
            title = props.get("title") or (node.name if node else article)
            self.used.append(
                {
                    "id": shown(article),
                    "title": shown(str(title)),
                    "source": props.get("source"),
                    "published": props.get("published"),
                    "url": props.get("url"),
                }
            )
        return self._number[article]

    def published(self, article: str) -> str:
        node = self._nodes.get(article)
        return str(node.props.get("published") or "") if node else ""


def _props(node: Node) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in node.props.items():
        if value in (None, "", ()) or key in ("sha256", "title", "lat", "lon"):
            continue
        if key == "date_precision" and value in ("day", "none"):
            continue
        kept[key] = list(value) if isinstance(value, tuple) else value
    return kept


def _fact(edge: Edge, evidence: list[Evidence], articles: _Articles) -> dict[str, Any]:
    """One edge for the page. Evidence stands oldest article first, as in the Cypher stores."""
    ordered = sorted(evidence, key=lambda item: (articles.published(item.article) or "9", item.article, item.start))
    return {
        "type": edge.type,
        "from": edge.source,
        "to": edge.target,
        "weight": edge.weight,
        "confidence": round(edge.confidence, 3),
        "first": edge.first_seen,
        "last": edge.last_seen,
        "props": {key: value for key, value in edge.props.items() if value not in (None, "")},
        "evidence": [
            {
                "article": articles.number(item.article),
                "sentence": item.sentence,
                "confidence": round(item.confidence, 3),
            }
            for item in ordered[:EVIDENCE_SHOWN]
        ],
        "more": max(0, len(ordered) - EVIDENCE_SHOWN),
    }
