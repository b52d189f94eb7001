"""Nodes and edges as columns of plain values, the form in which the explorer takes them (inlined or served)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.draw.home import homes, parents
from kg.draw.names import shown
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Edge, Evidence, GraphTables, Node

KINDS = tuple(NODE_PROPERTIES)
TYPES = tuple(EDGE_TYPES)
#: Evidence kept for one edge in a page; the page tells how many more there are.
EVIDENCE_SHOWN = 40
_LEFT_OUT = {"sha256", "path", "title", "aliases", "lat", "lon", "source", "published", "url", "authors"}


def columns(nodes: dict[str, Any], edges: dict[str, Any]) -> dict[str, Any]:
    """Node and edge columns together with the names that their numbers of kinds and types stand for."""
    return {"kinds": list(KINDS), "types": list(TYPES), "nodes": nodes, "edges": edges}


def node_columns(
    nodes: Sequence[Node], places: Mapping[str, tuple[float, float]], tables: GraphTables
) -> dict[str, Any]:
    """Columns of `nodes`. `places` are layout positions; `tables` tells regions, members and degrees."""
    home, above = homes(tables), parents(tables)
    members = Counter(home.get(node.id) for node in tables.nodes if node.label != "Article")
    degree: Counter[str] = Counter()
    for edge in tables.edges:
        if edge.type != "MENTIONS":
            degree[edge.source] += 1
            degree[edge.target] += 1
    return {
        "id": [node.id for node in nodes],
        "kind": [KINDS.index(node.label) for node in nodes],
        "name": [shown(node.name) for node in nodes],
        "x": [round(places[node.id][0]) if node.id in places else None for node in nodes],
        "y": [round(places[node.id][1]) if node.id in places else None for node in nodes],
        "lat": [node.props.get("lat") for node in nodes],
        "lon": [node.props.get("lon") for node in nodes],
        "home": [home.get(node.id) for node in nodes],
        "parent": [above.get(node.id) for node in nodes],
        "members": [members.get(node.id, 0) for node in nodes],
        "degree": [degree[node.id] for node in nodes],
        "aliases": [_texts(node.props.get("aliases")) for node in nodes],
        "props": [_props(node) for node in nodes],
    }


def edge_columns(edges: Iterable[Edge], months: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """Columns of `edges`; `months` are those of `evidence_months`."""
    edges = list(edges)
    return {
        "id": [edge.id for edge in edges],
        "type": [TYPES.index(edge.type) for edge in edges],
        "from": [edge.source for edge in edges],
        "to": [edge.target for edge in edges],
        "weight": [edge.weight for edge in edges],
        "confidence": [round(edge.confidence, 3) for edge in edges],
        "first": [edge.first_seen for edge in edges],
        "last": [edge.last_seen for edge in edges],
        "note": [edge.props.get("mode") or edge.props.get("title") for edge in edges],
        "status": [edge.props.get("status") for edge in edges],
        "months": [list(months.get(edge.id, ())) for edge in edges],
    }


def evidence_months(tables: GraphTables) -> dict[str, list[int]]:
    """Edge id -> months (year * 12 + month - 1) of its articles, sorted; its own dates where they have none."""
    published = {node.id: _month(node.props.get("published")) for node in tables.nodes if node.label == "Article"}
    found: dict[str, set[int]] = defaultdict(set)
    for item in tables.evidence:
        month = published.get(item.article)
        if month is not None:
            found[item.edge].add(month)
    for edge in tables.edges:
        if edge.id not in found:
            found[edge.id] = {month for month in (_month(edge.first_seen), _month(edge.last_seen)) if month is not None}
    return {key: sorted(value) for key, value in found.items() if value}


def article_column(nodes: Iterable[Node]) -> dict[str, list[str | None]]:
    """Article id -> [title, medium, date, link], plain text."""
    out: dict[str, list[str | None]] = {}
    for node in nodes:
        if node.label == "Article":
            props = node.props
            title = shown(str(props.get("title") or node.name))
            out[node.id] = [title, *(_text(props.get(key)) for key in ("source", "published", "url"))]
    return out


def evidence_rows(items: Sequence[Evidence], published: Mapping[str, str]) -> list[list[Any]]:
    """[article id, sentence, confidence] of one edge's evidence, oldest article first, at most `EVIDENCE_SHOWN`."""
    ordered = sorted(items, key=lambda item: (published.get(item.article) or "9", item.article, item.start))
    return [[item.article, item.sentence, round(item.confidence, 3)] for item in ordered[:EVIDENCE_SHOWN]]


def interned(values: list[Any]) -> list[Any] | dict[str, list[Any]]:
    """A column with each of its values once (`table`) and the place of every row's value (`row`), where that is
    shorter: values that a page reads and holds a hundred times otherwise. Else the column itself."""
    places: dict[str, int] = {}
    table: list[Any] = []
    row: list[int] = []
    for value in values:
        key = repr(value)
        if key not in places:
            places[key] = len(table)
            table.append(value)
        row.append(places[key])
    return {"table": table, "row": row} if len(table) * 2 <= len(values) else values


def _month(date: Any) -> int | None:
    text = str(date or "")
    if len(text) >= 7 and text[:4].isdigit() and text[5:7].isdigit() and 1 <= int(text[5:7]) <= 12:
        return int(text[:4]) * 12 + int(text[5:7]) - 1
    return None


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)


def _texts(value: Any) -> list[str]:
    return [shown(str(item)) for item in value] if isinstance(value, (tuple, list)) else []


def _props(node: Node) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in node.props.items():
        if key in _LEFT_OUT or value in (None, "", ()) or (key == "date_precision" and value in ("day", "none")):
            continue
        kept[key] = list(value) if isinstance(value, tuple) else value
    return kept
