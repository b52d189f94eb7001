"""Which part of a graph to export: by region, period, confidence, with or without articles."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.errors import UsageError
from kg.model import Edge

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is kept. An edge is kept whole, with all its evidence, or not at all.

    `region`: id of a region; edges that touch it, its parts, their organizations, who holds a post there, meetings held
    there or attended by them as bodies, and initiatives that cover them.
    `first`, `last`: days (``2021``, ``2021-11``, ``2021-11-08``); edges seen in an article between them. What was never
    dated is then left out. `min_confidence`: probability in [0, 1]. `articles`: whether Articles are nodes, and
    MENTIONS edges, or only cited.
    """

    region: str | None = None
    first: str | None = None
    last: str | None = None
    min_confidence: float = 0.0
    articles: bool = True

    @classmethod
    def parse(
        cls,
        region: str | None = None,
        first: str | None = None,
        last: str | None = None,
        min_confidence: float = 0.0,
        articles: bool = True,
    ) -> Selection:
        """A selection from what a user typed; `UsageError` where a date is none or the period runs backwards."""
        start, end = _day(first, last=False), _day(last, last=True)
        if start and end and start > end:
            raise UsageError(f"the period ends ({end}) before it begins ({start})")
        if not 0.0 <= min_confidence <= 1.0:
            raise UsageError(f"a confidence lies between 0 and 1, not {min_confidence:g}")
        return cls(region, start, end, min_confidence, articles)

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

    @property
    def by_edges(self) -> bool:
        """Whether nodes are kept for the edges at them; else all nodes are."""
        return bool(self.region or self.first or self.last or self.min_confidence > 0)

    def keeps(self, edge: Edge) -> bool:
        """Whether `edge` passes, its region aside."""
        if edge.confidence < self.min_confidence:
            return False
        if not self.articles and edge.type == "MENTIONS":
            return False
        if self.first is None and self.last is None:
            return True
        if edge.first_seen is None:
            return False
        begins, ends = edge.first_seen, edge.last_seen or edge.first_seen
        return not (self.last is not None and begins > self.last) and not (self.first is not None and ends < self.first)


def of_region(region: str, edges: Callable[[str], Iterable[Edge]]) -> frozenset[str]:
    """Ids of what belongs to the region with id `region`, itself included; `edges` gives all edges of a type."""
    parts: dict[str, list[str]] = {}
    for edge in edges("PART_OF"):
        parts.setdefault(edge.target, []).append(edge.source)
    inside = {region}
    waiting = [region]
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            if part not in inside:
                inside.add(part)
                waiting.append(part)
    places = frozenset(inside)
    for edge_type in ("HELD_IN", "COVERS", "HOLDS"):
        inside.update(edge.source for edge in edges(edge_type) if edge.target in places)
    inside.update(edge.target for edge in edges("TOOK_PART_IN") if edge.source in places)
    return frozenset(inside)


def _day(text: str | None, *, last: bool) -> str | None:
    """The first or last day that `text` stands for."""
    if text is None:
        return None
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is no date; write 2021, 2021-11 or 2021-11-08")
    year, month, day = int(match[1]), int(match[2] or (12 if last else 1)), match[3]
    if not (1 <= month <= 12 and year >= 1):
        raise UsageError(f"there is no month {text}")
    length = calendar.monthrange(year, month)[1]
    number = int(day) if day else (length if last else 1)
    if not 1 <= number <= length:
        raise UsageError(f"there is no day {text}")
    return f"{year:04d}-{month:02d}-{number:02d}"
