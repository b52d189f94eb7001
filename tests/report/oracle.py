"""What a report must say, worked out a second time from the bare tables, without any code of `kg.report`.

Everything is plain loops over nodes, edges and evidence; slow and obvious on purpose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from kg.model import Edge, GraphTables, Node

ROLES = {"CHAIRED", "SPOKE_AT", "ATTENDED"}


class Oracle:
    """Facts of a graph told by articles dated from `first` to `last` (ISO days; None is open)."""

    def __init__(self, tables: GraphTables, first: str | None = None, last: str | None = None) -> None:
        self.nodes = {n.id: n for n in tables.nodes}
        self.day = {n.id: n.props.get("published") for n in tables.nodes if n.label == "Article"}
        whole = first is None and last is None
        self.inside = {a for a, d in self.day.items() if whole or (d and (first or "0") <= str(d) <= (last or "9"))}
        self.whole = whole
        self.sure: dict[str, list[float]] = {}
        self.evidence: dict[str, list[tuple[str, str]]] = {}
        for item in tables.evidence:
            if item.article in self.inside:
                self.evidence.setdefault(item.edge, []).append((item.article, item.sentence))
                self.sure.setdefault(item.edge, []).append(item.confidence)
        self.all_edges = tables.edges
        told = [e for e in tables.edges if e.id in self.evidence]
        self.doubtful = [e for e in told if e.type != "MENTIONS" and self.confidence(e) < 0.7]
        self.edges = [e for e in told if e not in self.doubtful]

    def named(self, label: str, text: str) -> list[Node]:
        """Nodes that a cell or name in a sentence may stand for: the bare name, or the name with a hint."""
        return [
            n for n in self.nodes.values() if n.label == label and (text == n.name or text.startswith(n.name + " ("))
        ]

    def confidence(self, edge: Edge) -> float:
        """The merged one for the whole graph, that of the best evidence within a period."""
        return edge.confidence if self.whole else max(self.sure[edge.id])

    def articles(self, edges: Iterable[Edge]) -> set[str]:
        return {article for e in edges for article, _ in self.evidence[e.id]}

    def places(self, edges: Iterable[Edge]) -> set[tuple[str, str]]:
        return {place for e in edges for place in self.evidence[e.id]}

    def span(self, edges: Iterable[Edge]) -> tuple[str, str]:
        days = sorted(str(self.day[a]) for a in self.articles(edges) if self.day[a])
        return (days[0], days[-1]) if days else ("undated", "undated")

    def at(self, node: str, *types: str) -> list[Edge]:
        return [e for e in self.edges if e.type in types and node in (e.source, e.target)]

    def between(self, one: str, other: str) -> list[Edge]:
        return [e for e in self.edges if e.type == "COOPERATES_WITH" and {e.source, e.target} == {one, other}]

    def partners(self, node: str) -> set[str]:
        ends = {end for e in self.at(node, "COOPERATES_WITH") for end in (e.source, e.target)}
        return ends - {node}

    def pairs(self, edges: Iterable[Edge]) -> set[frozenset[str]]:
        return {frozenset((e.source, e.target)) for e in edges}

    def modes(self, edges: list[Edge]) -> Counter[str]:
        return Counter(
            {
                str(mode): len(self.articles(e for e in edges if e.props["mode"] == mode))
                for mode in {e.props["mode"] for e in edges}
            }
        )

    def organs(self, region: str) -> set[str]:
        return {
            e.source
            for e in self.all_edges
            if e.type == "PART_OF" and e.target == region and self.nodes[e.source].label == "Organization"
        }

    def joined(self, region: str) -> set[str]:
        own = {region, *self.organs(region)}
        return {e.target for e in self.edges if e.type == "TOOK_PART_IN" and e.source in own}

    def held(self, region: str) -> set[str]:
        return {e.source for e in self.edges if e.type == "HELD_IN" and e.target == region}

    def no_series(self, meetings: set[str]) -> set[str]:
        return {m for m in meetings if self.nodes[m].props.get("kind") != "series"}

    def roles(self, meetings: set[str]) -> dict[str, dict[str, set[str]]]:
        """official -> role -> meetings"""
        out: dict[str, dict[str, set[str]]] = {}
        for e in self.edges:
            if e.type in ROLES and e.target in meetings:
                out.setdefault(e.source, {}).setdefault(e.type, set()).add(e.target)
        return out

    def covering(self, region: str) -> set[str]:
        return {e.source for e in self.edges if e.type == "COVERS" and e.target == region}

    def quarters(self, edges: Iterable[Edge]) -> Counter[tuple[int, int]]:
        days = [str(self.day[a]) for a in self.articles(edges) if self.day[a]]
        return Counter((int(d[:4]), (int(d[5:7]) + 2) // 3) for d in days)

    @property
    def newest(self) -> str:
        return max(str(self.day[a]) for a in self.inside if self.day[a])

    @property
    def oldest(self) -> str:
        return min(str(self.day[a]) for a in self.inside if self.day[a])

    def quiet(self, edges: list[Edge]) -> set[frozenset[str]]:
        """Pairs told in several articles, all edges dated, the last more than a year before the newest article."""
        out = set()
        for pair in self.pairs(edges):
            own = [e for e in edges if {e.source, e.target} == set(pair)]
            dated = all(any(self.day[a] for a, _ in self.evidence[e.id]) for e in own)
            limit = date.fromisoformat(self.newest) - timedelta(days=365)
            if dated and len(self.articles(own)) > 1 and date.fromisoformat(self.span(own)[1]) < limit:
                out.add(pair)
        return out

    def members(self, cluster: str) -> set[str]:
        return {e.source for e in self.all_edges if e.type == "PART_OF" and e.target == cluster}

    def territory(self, members: set[str]) -> dict[str, str]:
        """region -> the member it is or lies in"""
        above = {
            e.source: e.target
            for e in self.all_edges
            if e.type == "PART_OF"
            and self.nodes[e.source].label == "Region"
            and self.nodes[e.target].props.get("level") != "cluster"
        }
        out = {}
        for node in self.nodes.values():
            at: str | None = node.id
            while at is not None and at not in members:
                at = above.get(at)
            if at is not None and node.label == "Region":
                out[node.id] = at
        return out
