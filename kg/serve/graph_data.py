"""What the explorer asks a store for: the overview, a node's surroundings, names, the sentences behind an edge.

Every answer is small whatever the graph's size: it is one query with a limit, anchored at a node. Labels cannot be
parameters in Cypher; those spliced in below come from the ontology, never from a request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from kg.draw.columns import columns, edge_columns, evidence_months, node_columns
from kg.errors import UsageError
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Edge, EdgeType, Evidence, GraphTables, Label, Node
from kg.store.base import Store
from kg.store.former import KnowsFormerIds
from kg.store.lookup import find

#: Most neighbours and edges that one answer holds.
NEIGHBOURS = 400
EDGES = 4000
#: Regions on an overview, those that cooperate most first.
REGIONS = 4000

_LABEL_OF = {label.lower(): label for label in NODE_PROPERTIES}
_EDGE = (
    "e.id AS id, type(e) AS type, startNode(e).id AS source, endNode(e).id AS target, e.weight AS weight, "
    "e.confidence AS confidence, e.first_seen AS first_seen, e.last_seen AS last_seen, e.mode AS mode, "
    "e.title AS title, e.status AS status"
)


class GraphData:
    """The explorer's questions, put to a `Store`. `timeout` is in seconds, for each query."""

    def __init__(self, store: Store, timeout: float = 20.0) -> None:
        self.store = store
        self.timeout = timeout

    def overview(self) -> dict[str, Any]:
        """All regions with their cooperation and what lies in what."""
        nodes = self._rows("MATCH (n:Region) RETURN n AS node ORDER BY n.id LIMIT $limit", limit=REGIONS)
        edges = self._rows(
            f"MATCH (:Region)-[e:COOPERATES_WITH]->(:Region) RETURN {_EDGE} ORDER BY weight DESC, id LIMIT $limit",
            limit=REGIONS * 5,
        ) + self._rows(
            f"MATCH (:Region)-[e:PART_OF]->(:Region) RETURN {_EDGE} ORDER BY id LIMIT $limit", limit=REGIONS * 2
        )
        return self._columns([row["node"] for row in nodes], edges)

    def neighbours(self, id: str) -> dict[str, Any]:
        """A node, what is one step from it (the busiest first) and the edges among these. Articles are left out.

        An id that a node has no more leads to it, so that old links go on working.
        """
        asked, label = id, label_of(id)
        centre = self._rows(f"MATCH (n:{label} {{id: $id}}) RETURN n AS node", id=id)
        if not centre and isinstance(self.store, KnowsFormerIds) and (now := self.store.current_id(asked)):
            id, label = now, label_of(now)
            centre = self._rows(f"MATCH (n:{label} {{id: $id}}) RETURN n AS node", id=id)
        if not centre:
            raise UsageError(f"no node {asked!r} in this graph")
        rows = self._rows(
            f"MATCH (n:{label} {{id: $id}})-[e]-(m) WHERE type(e) <> 'MENTIONS' "
            f"RETURN m AS node, {_EDGE} ORDER BY weight DESC, id LIMIT $limit",
            id=id,
            limit=NEIGHBOURS * 2,
        )
        nodes = {row["node"]["id"]: row["node"] for row in rows[:EDGES]}
        kept = list(nodes)[:NEIGHBOURS]
        among = self._rows(
            f"MATCH (:{label} {{id: $id}})--(a)-[e]->(b) WHERE b.id IN $ids AND type(e) <> 'MENTIONS' "
            f"RETURN DISTINCT {_EDGE} ORDER BY weight DESC, id LIMIT $limit",
            id=id,
            ids=kept,
            limit=EDGES,
        )
        return self._columns([centre[0]["node"], *(nodes[key] for key in kept)], [*rows, *among])

    def search(self, text: str, limit: int = 30) -> dict[str, Any]:
        """Nodes that a name, alias, code or part of a name may stand for."""
        found = find(self.store, "node", text.strip()[:80], limit)
        nodes: list[Mapping[str, Any]] = []
        for label in NODE_PROPERTIES:
            ids = [item.id for item in found if item.label == label]
            if ids and label != "Article":
                rows = self._rows(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n AS node ORDER BY n.id", ids=ids)
                nodes.extend(row["node"] for row in rows)
        order = {item.id: place for place, item in enumerate(found)}
        return self._columns(sorted(nodes, key=lambda node: order[node["id"]]), [])

    def evidence(self, edge: str, source: str, target: str) -> dict[str, Any]:
        """Every sentence behind the edge `edge` from the node `source` to `target`, with its article."""
        kind = edge.partition(":")[0].upper()
        if kind not in EDGE_TYPES:
            raise UsageError(f"no edge {edge!r} in this graph")
        rows = self._rows(
            f"MATCH (:{label_of(source)} {{id: $source}})-[e:{kind}]->(:{label_of(target)} {{id: $target}}) "
            "WHERE e.id = $edge RETURN e.articles AS articles, e.sentences AS sentences, e.confidence AS confidence",
            source=source,
            target=target,
            edge=edge,
        )
        if not rows:
            raise UsageError(f"no edge {edge!r} in this graph")
        articles, sentences = rows[0]["articles"] or [], rows[0]["sentences"] or []
        known = self.articles(articles[:200])
        shown = []
        for article, sentence in zip(articles[:200], sentences, strict=False):
            about = known.get(article, {})
            shown.append(
                {
                    "article": article,
                    "sentence": sentence,
                    "confidence": rows[0]["confidence"],
                    "title": about.get("title") or article,
                    "medium": about.get("source"),
                    "date": about.get("published"),
                    "url": about.get("url"),
                }
            )
        return {"list": shown, "more": max(0, len(articles) - len(shown))}

    def articles(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Article id -> title, source, published, url."""
        rows = self._rows(
            "MATCH (n:Article) WHERE n.id IN $ids RETURN n.id AS id, n.title AS title, n.source AS source, "
            "n.published AS published, n.url AS url",
            ids=list(dict.fromkeys(ids)),
        )
        return {row["id"]: row for row in rows}

    def tables(self, ids: Iterable[str]) -> GraphTables:
        """The nodes with these ids, the edges among them with their evidence, and the articles cited."""
        wanted = sorted(set(ids))
        nodes: list[Node] = []
        edges: dict[str, Mapping[str, Any]] = {}
        for label in NODE_PROPERTIES:
            mine = [id for id in wanted if id.startswith(f"{label.lower()}:")]
            if not mine:
                continue
            rows = self._rows(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n AS node", ids=mine)
            nodes.extend(as_node(row["node"]) for row in rows)
            for row in self._rows(
                f"MATCH (n:{label})-[e]->(m) WHERE n.id IN $ids AND m.id IN $all AND type(e) <> 'MENTIONS' "
                f"RETURN {_EDGE}, e.articles AS articles, e.sentences AS sentences ORDER BY id LIMIT $limit",
                ids=mine,
                all=wanted,
                limit=EDGES * 2,
            ):
                edges[row["id"]] = row
        cited = sorted({article for row in edges.values() for article in row["articles"] or ()})
        for key, about in self.articles(cited).items():
            if key not in wanted:
                props = {name: about[name] for name in ("title", "source", "published", "url")}
                nodes.append(Node(key, "Article", about["title"] or key, props))
        evidence = [
            Evidence(key, article, sentence, 0, len(sentence), confidence=row["confidence"])
            for key, row in edges.items()
            for article, sentence in zip(row["articles"] or (), row["sentences"] or (), strict=False)
        ]
        nodes.sort(key=lambda node: node.id)
        return GraphTables(tuple(nodes), tuple(as_edge(edges[key]) for key in sorted(edges)), tuple(evidence))

    def _rows(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        return self.store.run(statement, parameters, timeout=self.timeout).dicts()

    def _columns(self, nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
        unique = {node["id"]: as_node(node) for node in nodes}
        kept = {row["id"]: as_edge(row) for row in edges if row["source"] in unique and row["target"] in unique}
        tables = GraphTables(tuple(unique.values()), tuple(kept.values()), ())
        return columns(node_columns(tables.nodes, {}, tables), edge_columns(tables.edges, evidence_months(tables)))


def label_of(id: str) -> Label:
    """The label that an id begins with. Raises `UsageError` for what is no id of this graph."""
    label = _LABEL_OF.get(id.partition(":")[0])
    if label is None:
        raise UsageError(f"{id!r} is no id of a node")
    return label


def as_node(value: Mapping[str, Any]) -> Node:
    """A `Node` from a node value of `Rows`; labels and properties that others put on it in Neo4j are left out."""
    label = next(label for label in NODE_PROPERTIES if label in value["labels"])
    given = value["properties"]
    props = {
        key: tuple(given[key]) if isinstance(given[key], list) else given[key]
        for key in NODE_PROPERTIES[label]
        if given.get(key) is not None
    }
    return Node(value["id"], label, str(given.get("name") or value["id"]), props)


def as_edge(row: Mapping[str, Any]) -> Edge:
    """An `Edge` from a row with the columns of `_EDGE`."""
    kind = cast(EdgeType, row["type"])
    return Edge(
        row["id"],
        kind,
        row["source"],
        row["target"],
        row["weight"] or 1,
        row["first_seen"],
        row["last_seen"],
        row["confidence"] if row["confidence"] is not None else 1.0,
        {key: row[key] for key in EDGE_TYPES[kind][2] if row.get(key) is not None},
    )
