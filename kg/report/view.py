"""The part of a graph that a report is drawn from: facts with the evidence that falls into a period, by node.

The date of a fact is the date of the article that says so. Where a period is given, articles without a date are
outside it. Facts that no article states (a county lies in its city: the gazetteer says so) are kept apart in `parts`.
Facts of little certainty are kept apart too: a report says nothing on their strength, and lists them as open questions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.errors import UsageError
from kg.model import Edge, Evidence, GraphTables, Node

ROLES = ("CHAIRED", "SPOKE_AT", "ATTENDED")
#: What a post is called that is held no more.
ENDED = frozenset({"former", "removed"})
#: What a report says rests on facts of at least this confidence.
SURE = 0.7
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; None is open. Days are ISO."""

    first: str | None = None
    last: str | None = None

    @classmethod
    def parse(cls, first: str | None, last: str | None) -> Period:
        """A period from ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. Raises `UsageError` where one is no date."""
        period = cls(first and _day(first, end=False), last and _day(last, end=True))
        if period.first and period.last and period.first > period.last:
            raise UsageError(f"the period ends ({period.last}) before it begins ({period.first})")
        return period

    @property
    def whole(self) -> bool:
        """Whether nothing is outside."""
        return self.first is None and self.last is None

    def holds(self, day: str | None) -> bool:
        """Whether a day (ISO) lies in the period; no date lies in the whole only."""
        if self.whole:
            return True
        return day is not None and (self.first or "") <= day[:10] and day[:10] <= (self.last or "9999")


def _day(text: str, *, end: bool) -> str:
    match = _DAY.match(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is not a date: 2021, 2021-11 or 2021-11-08")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        if not end or day:
            return first.isoformat()
        if month and month < 12:
            return date.fromordinal(date(year, month + 1, 1).toordinal() - 1).isoformat()
        return f"{year:04d}-12-31"
    except ValueError:
        raise UsageError(f"{text!r}: no such date") from None


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge with its evidence in the period, best first; `first` and `last` are days of articles, or None."""

    edge: Edge
    source: Node
    target: Node
    evidence: tuple[Evidence, ...]
    articles: frozenset[str]
    first: str | None
    last: str | None
    confidence: float

    @property
    def mode(self) -> str:
        """Mode of a cooperation, or ``""``."""
        return str(self.edge.props.get("mode") or "")

    def other(self, node_id: str) -> Node:
        """The end that is not `node_id`."""
        return self.target if self.source.id == node_id else self.source


class View:
    """Facts of a graph in a period, looked up by type and by node."""

    def __init__(self, tables: GraphTables, period: Period | None = None) -> None:
        self.tables = tables
        self.period = period or Period()
        self.nodes: dict[str, Node] = {node.id: node for node in tables.nodes}
        self.published: dict[str, str | None] = {
            node.id: _iso(node.props.get("published")) for node in tables.nodes if node.label == "Article"
        }
        found: dict[str, list[Evidence]] = defaultdict(list)
        holds = {article: self.period.holds(day) for article, day in self.published.items()}
        for item in tables.evidence:
            if holds.get(item.article, False):
                found[item.edge].append(item)
        self._evidence = found
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in sorted(tables.edges, key=lambda e: e.id):  # whatever their order, the report is the same
            self._edges[edge.type].append(edge)
        self._facts: dict[str, Fact] = {}
        self._at: dict[str, dict[str, list[Edge]]] = {}
        self._parts: dict[str, list[str]] | None = None

    def facts(self, *types: str) -> tuple[Fact, ...]:
        """Sure facts of these types with evidence in the period, in the order of their ids."""
        return tuple(self._fact(edge) for kind in types for edge in self._edges.get(kind, ()) if self._tells(edge))

    def every(self, *types: str) -> tuple[Fact, ...]:
        """As `facts`, with those that are little sure."""
        edges = (edge for kind in types for edge in self._edges.get(kind, ()) if edge.id in self._evidence)
        return tuple(self._fact(edge) for edge in edges)

    def doubtful(self, near: Callable[[Edge], bool]) -> tuple[Fact, ...]:
        """Facts that are little sure and `near` holds for, least sure first; what lies in what is told by no report."""
        found = [
            self._fact(edge)
            for kind, edges in self._edges.items()
            for edge in edges
            if kind != "PART_OF" and edge.id in self._evidence and not self._tells(edge) and near(edge)
        ]
        return tuple(sorted(found, key=lambda fact: (fact.confidence, fact.edge.id)))

    def at(self, node_id: str, *types: str) -> tuple[Fact, ...]:
        """Sure facts of these types that begin or end at a node."""
        out: list[Fact] = []
        for kind in types:
            if kind not in self._at:
                index: dict[str, list[Edge]] = defaultdict(list)
                for edge in self._edges.get(kind, ()):
                    if self._tells(edge):
                        index[edge.source].append(edge)
                        if edge.target != edge.source:
                            index[edge.target].append(edge)
                self._at[kind] = index
            out.extend(self._fact(edge) for edge in self._at[kind].get(node_id, ()))
        return tuple(out)

    def _tells(self, edge: Edge) -> bool:
        """Whether a report may say it. That an article names something is no claim about it."""
        own = self._evidence.get(edge.id)
        return own is not None and (edge.type == "MENTIONS" or self._confidence(edge, own) >= SURE)

    def _confidence(self, edge: Edge, own: Iterable[Evidence]) -> float:
        """That of the edge; within a period, that of the best evidence there."""
        return edge.confidence if self.period.whole else max(e.confidence for e in own)

    def _fact(self, edge: Edge) -> Fact:
        known = self._facts.get(edge.id)
        if known is None:
            known = self._facts[edge.id] = self._made(edge)
        return known

    def _made(self, edge: Edge) -> Fact:
        own = self._evidence[edge.id]
        ordered = sorted(own, key=self._rank)
        days = sorted(day for day in {self.published[e.article] for e in own} if day)
        return Fact(
            edge,
            self.nodes[edge.source],
            self.nodes[edge.target],
            tuple(ordered),
            frozenset(e.article for e in own),
            days[0] if days else None,
            days[-1] if days else None,
            self._confidence(edge, own),
        )

    def _rank(self, item: Evidence) -> tuple[float, str, str, int, str]:
        """The surest evidence first, of these the oldest."""
        return (-item.confidence, self.published[item.article] or "9999", item.article, item.start, item.sentence)

    @cached_property
    def articles(self) -> tuple[Node, ...]:
        """Articles in the period, by id."""
        return tuple(
            self.nodes[article] for article in sorted(self.published) if self.period.holds(self.published[article])
        )

    @cached_property
    def last_day(self) -> str | None:
        """Day of the newest article in the period."""
        return max((day for node in self.articles if (day := self.published[node.id])), default=None)

    @cached_property
    def first_day(self) -> str | None:
        """Day of the oldest article in the period."""
        return min((day for node in self.articles if (day := self.published[node.id])), default=None)

    def inside(self, place: str) -> list[str]:
        """Ids of what is part of `place`, as articles or the gazetteer say, whatever the period; by id."""
        if self._parts is None:
            index: dict[str, list[str]] = defaultdict(list)
            for edge in self._edges.get("PART_OF", ()):
                index[edge.target].append(edge.source)
            self._parts = index
        return sorted(set(self._parts.get(place, ())))

    def regions_inside(self, place: str) -> list[str]:
        """Ids of the regions directly in `place`."""
        return [i for i in self.inside(place) if self.nodes[i].label == "Region"]

    def organs(self, place: str) -> list[str]:
        """Ids of the organizations that belong to `place` itself."""
        return [i for i in self.inside(place) if self.nodes[i].label == "Organization"]

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Organization -> the region it is part of; that with most articles where several are said."""
        best: dict[str, Edge] = {}
        for edge in self._edges.get("PART_OF", ()):
            if self.nodes[edge.source].label == "Organization":
                known = best.get(edge.source)
                if known is None or (-edge.weight, edge.id) < (-known.weight, known.id):
                    best[edge.source] = edge
        return {source: edge.target for source, edge in best.items()}

    def owner(self, organization: str) -> str | None:
        """Id of the region that an organization belongs to."""
        return self._owners.get(organization)

    @cached_property
    def namesakes(self) -> frozenset[tuple[str, str]]:
        """(label, name) that several nodes bear."""
        counts = Counter((node.label, node.name) for node in self.tables.nodes if node.label != "Article")
        return frozenset(key for key, count in counts.items() if count > 1)


def articles_of(facts: Iterable[Fact]) -> frozenset[str]:
    """Ids of all articles behind some facts."""
    return frozenset(article for fact in facts for article in fact.articles)


def _iso(value: object) -> str | None:
    text = str(value or "")[:10]
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
