"""What the gazetteer speaks in: a place, a place found in a text, and what is known around a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from kg.model import Level

Form: TypeAlias = Literal["full", "short", "alias", "abbr", "compound"]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A division, zone, cluster or programme area, or country.

    `id` is the GB/T 2260 code of a division in use, ``code@year`` of a former one (the year it began), ``zone:NAME``,
    ``cluster:NAME``, ``country:NAME``, ``area:NAME`` (divisions without a code: Taiwan's cities and counties).
    `start` and `end` are the years it bore this name under this code; `end` is the year it no longer did. Degrees
    are WGS-like decimal degrees of the seat. Two with one id are equal.
    """

    id: str
    code: str | None
    name: str
    level: Level
    parent: str | None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    start: int | None = None
    end: int | None = None
    members: tuple[str, ...] = ()
    successor: str | None = None
    kind: str = "division"
    source: str = ""

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Place) and self.id == other.id)

    def __hash__(self) -> int:
        return hash(self.id)

    def alive(self, year: int) -> bool:
        """Whether it bore this name in `year`; both the first and the last year count."""
        return (self.start is None or self.start <= year) and (self.end is None or year <= self.end)


class PlaceHit(NamedTuple):
    """A place name in a text: ``text[start:end]``, with everything it may stand for, likeliest first.

    A tuple, because a scan makes one for every few words of the text.
    """

    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    form: Form
    parts: tuple[PlaceHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a name. All are names or ids of places, in any form; unknown ones are passed over.

    `parents`: places named elsewhere in the text; `site`: the page's own region (masthead, domain); `neighbours`:
    places right beside the name (``江苏省徐州市`` before ``鼓楼区``); `date`: ISO date or year of the article.
    """

    parents: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    date: str | None = None

    @property
    def year(self) -> int | None:
        head = (self.date or "")[:4]
        return int(head) if len(head) == 4 and head.isdigit() else None
