"""What cannot all be true: two holders of one seat at once, a person in two places on one day, dates before foundation.

A conflict is reported, not settled: behind it stands a wrong date, a wrong post, two people taken for one, or real
life. What they are looked for in is noted while edges are merged: seats by organ, attendance by person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kg.model import EdgeType
from kg.resolve import dates
from kg.resolve.edges import Columns
from kg.resolve.ranks import step_and_seat
from kg.resolve.regions import RegionKeys
from kg.resolve.scratch import Scratch, Spill

#: The streams of what is noted: (organ, title, person, edge, first, last), (person, meeting, edge) and
#: (meeting, region, edge).
SEATS, ATTENDED, HELD = "seats", "attended", "held"

#: person, day, and the meetings on it, each with the edge that says so
Busy: TypeAlias = tuple[str, str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """`nodes` and `edges` are the ids concerned; `text` says it in one line, with names and dates."""

    kind: str
    text: str
    nodes: tuple[str, ...]
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """Two people in one seat, each with first and last day, while the other was seen in it."""

    organ: str
    organ_name: str
    seat: str
    one: tuple[str, str, str]
    other: tuple[str, str, str]
    edges: tuple[str, ...]


def note(type: EdgeType, found: Columns, spill: Spill, scratch: Scratch) -> None:
    """Keep what conflicts are looked for in of merged edges of a type."""
    if type == "HOLDS":
        columns = (found[name] for name in ("target", "title", "source", "id", "first_seen", "last_seen", "status"))
        for *row, status in zip(*columns, strict=True):
            if status not in ("removed", "former") and row[4] and row[5]:
                spill.rows(SEATS, scratch.of_id(row[0])).append(tuple(row))
    elif type in ("CHAIRED", "SPOKE_AT", "ATTENDED"):
        for told in zip(found["source"], found["target"], found["id"], strict=True):
            spill.rows(ATTENDED, scratch.of_id(told[0])).append(told)
    elif type == "HELD_IN":
        for told in zip(found["source"], found["target"], found["id"], strict=True):
            spill.rows(HELD, scratch.of_id(told[0])).append(told)


def seats(rows: Iterable[tuple[str, ...]], name: Mapping[str, str]) -> list[Seat]:
    """Two people in one seat, both seen in it between the other's first and last day. `name` names the organs."""
    held: dict[tuple[str, str], dict[str, list[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(list))
    for organ, title, person, edge, first, last in rows:
        _, seat = step_and_seat(title or "", name[organ])
        if seat is not None:
            held[organ, seat][person].append((edge, first, last))
    out: list[Seat] = []
    for (organ, seat), holders in held.items():
        if len(holders) < 2:
            continue
        spans = sorted(
            (min(e[1] for e in edges), max(e[2] for e in edges), person, sorted(e[0] for e in edges))
            for person, edges in holders.items()
        )
        for i, (first, last, person, edges) in enumerate(spans):
            for later_first, later_last, other, more in spans[i + 1 :]:
                if later_first >= last:
                    break
                one, two = (person, first, last), (other, later_first, later_last)
                out.append(Seat(organ, name[organ], seat, one, two, (*edges, *more)))
    return out


def busy(rows: Iterable[tuple[str, str, str]], day_of: Callable[[str], str | None]) -> list[Busy]:
    """Who is at several meetings on one day. `day_of` gives a meeting's day, where it is known."""
    days: dict[str, str | None] = {}
    seen: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for person, meeting, edge in sorted(rows, key=lambda row: row[2]):
        if meeting not in days:
            days[meeting] = day_of(meeting)
        if day := days[meeting]:
            seen[person, day].setdefault(meeting, edge)
    return [(person, day, sorted(at.items())) for (person, day), at in seen.items() if len(at) > 1]


@dataclass(frozen=True, slots=True)
class Called:
    """What the nodes are called that conflicts tell of, and the dates of meetings."""

    names: Mapping[str, str]
    dates: Mapping[str, str | None]


class Found:
    """All that was found, to be told with names: what stands in the conflicts of a graph, in a stable order."""

    def __init__(
        self,
        keys: RegionKeys,
        seats_: list[Seat],
        busy_: list[Busy],
        held: Iterable[tuple[str, str, str]],
        zones: set[str],
    ) -> None:
        self._keys = keys
        self._seats = seats_
        self._busy = busy_
        meetings = {meeting for _, _, at in busy_ for meeting, _ in at}
        self._where: dict[str, set[str]] = defaultdict(set)
        self._founded: list[tuple[str, str, str]] = []
        for row in held:
            if row[0] in meetings:
                self._where[row[0]].add(row[1].removeprefix("region:"))
            if row[1] in zones:
                self._founded.append(row)

    def named(self) -> set[str]:
        """The nodes whose names and dates are needed."""
        people = {id for seat in self._seats for id in (seat.one[0], seat.other[0])}
        people |= {person for person, _, _ in self._busy}
        return people | set(self._where) | {meeting for meeting, _, _ in self._founded}

    def told(self, called: Called) -> tuple[Conflict, ...]:
        """The conflicts. `called` knows the nodes in `named` and all regions."""
        found = [*self._told_seats(called), *self._told_places(called), *self._told_foundation(called)]
        return tuple(sorted(found, key=lambda c: (c.kind, c.text, c.edges)))

    def _told_seats(self, called: Called) -> Iterator[Conflict]:
        for seat in self._seats:
            (one, first, last), (other, later_first, later_last) = seat.one, seat.other
            text = (
                f"{seat.organ_name} {seat.seat}: {called.names[one]} ({first} to {last}) and "
                f"{called.names[other]} ({later_first} to {later_last})"
            )
            yield Conflict("two holders", text, (seat.organ, one, other), seat.edges)

    def _told_places(self, called: Called) -> Iterator[Conflict]:
        """One person at meetings in different provinces on one day."""
        for person, day, at in self._busy:
            there = [(meeting, edge) for meeting, edge in at if self._where.get(meeting)]
            for i, (one, edge) in enumerate(there):
                for other, more in there[i + 1 :]:
                    kinds = {self._keys.kinship(a, b) for a in self._where[one] for b in self._where[other]}
                    if kinds == {"far"}:
                        names = f"{called.names[one]} ({self._places(one, called)}) and {called.names[other]} "
                        text = f"{called.names[person]}, {day}: {names}({self._places(other, called)})"
                        yield Conflict("two places", text, (person, one, other), (edge, more))

    def _places(self, meeting: str, called: Called) -> str:
        return "、".join(sorted(called.names[f"region:{key}"] for key in self._where[meeting]))

    def _told_foundation(self, called: Called) -> Iterator[Conflict]:
        """A meeting held in a zone years before there was one. Renamed divisions are one node: only what has no former
        name can be too young."""
        for meeting, region, edge in self._founded:
            place = self._keys.place(region.removeprefix("region:"))
            date = dates.iso(called.dates.get(meeting))
            if place is None or place.start is None or date is None:
                continue
            if int(date[:4]) < place.start:
                text = f"{called.names[meeting]} ({date}) in {place.name}, which was founded in {place.start}"
                yield Conflict("before foundation", text, (meeting, region), (edge,))


def zones(regions: Iterable[tuple[str, str, Mapping[str, Any]]]) -> set[str]:
    """The ids of zones, among nodes of regions."""
    return {id for id, _, props in regions if props.get("level") == "zone"}
