"""What is known of all articles once they are read: a few bytes an article and meeting, in the order of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np

from kg.resolve import order
from kg.resolve.blocks import Afresh
from kg.resolve.judgements import Judgements
from kg.resolve.mentions import PartRead, RegionSaid, read_part
from kg.resolve.steps import Task
from kg.resolve.way import Way

#: Pairs of mentions that people judged.
Judged: TypeAlias = tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]


@dataclass(slots=True)
class Gathered:
    """What is known of all articles once they are read: arrays by serial, then by meeting."""

    number: Any  # the article's number, -1 where it is left out
    first: tuple[Any, Any, Any]  # the numbers of its first person, meeting and initiative
    totals: tuple[int, int, int]
    order: list[bytes]  # of the articles, by number: what they are ordered by
    days: Any
    years: Any
    copies: Any
    anchors: Any
    own: Any
    article: Any  # its article's number
    numbers: dict[int, dict[str, int]]
    regions: dict[str, RegionSaid]
    named: list[tuple[str, str, int, int, str]]

    @property
    def articles(self) -> int:
        """How many articles there are, without those left out."""
        return len(self.order)

    def judged(self, kind: str, judgements: Judgements) -> Judged:
        """What people judged of mentions of a kind, as pairs.

        A mention of a person is (name, serial, position), others are (serial, position, name).
        """
        where: dict[str, Any] = {}
        at: dict[str, Any] = {}
        for known, reference, serial, position, name in self.named:
            if known == kind:
                place = (name if kind == "official" else ""), int(self.number[serial]), position
                if reference not in at or place < at[reference]:
                    at[reference] = place
                    handle = (name, serial, position) if kind == "official" else (serial, position, name)
                    where[reference] = handle
        return judgements.pairs(where) if where else ([], [])


def gather(way: Way) -> Gathered:
    """Read all articles, each once; what two records say of one article counts once."""
    bases = [0]
    for part in way.parts:
        bases.append(bases[-1] + part.size)
    wanted, marks = way.judgements.named(), not isinstance(way.blocks, Afresh)

    def task(n: int, skip: frozenset[int] = frozenset()) -> Task:
        return read_part, (n, bases[n], way.parts[n], way.scratch, wanted, marks, skip)

    found: list[PartRead] = list(way.work([task(n) for n in range(len(way.parts))]))
    again = _repeated(way, found, bases)
    for n, instead in zip(again, way.work([task(n, again[n]) for n in again]), strict=True):
        found[n] = instead
    for read_ in found:
        way.spills.add(read_.spilled)
    return _together(found, bases)


def _repeated(way: Way, parts: Sequence[PartRead], bases: Sequence[int]) -> dict[int, frozenset[int]]:
    """By part, the serials of records to leave out, as another record of their article stays."""
    groups = order.repeated([key for part, size in _sized(parts, bases) for key in _padded(part.order, size)])
    if not groups:
        return {}
    of_part = {serial: _part_of(serial, bases) for group in groups for serial in group}
    asked: dict[int, list[int]] = {}
    for serial, n in of_part.items():
        asked.setdefault(n, []).append(serial - bases[n])
    texts: dict[int, str] = {}
    for n, rows in asked.items():
        wanted = frozenset(rows)
        for row, observation in enumerate(way.parts[n].observations()):
            if row in wanted:
                texts[bases[n] + row] = repr(observation.record)
    skip: dict[int, set[int]] = {}
    for group in groups:
        # which one stays must not depend on which came first
        stays = max(group, key=lambda serial: (texts[serial], -serial))
        for serial in group:
            if serial != stays:
                skip.setdefault(of_part[serial], set()).add(serial)
    return {n: frozenset(serials) for n, serials in skip.items()}


def _sized(parts: Sequence[PartRead], bases: Sequence[int]) -> Iterator[tuple[PartRead, int]]:
    return ((part, end - start) for part, (start, end) in zip(parts, pairwise(bases), strict=True))


def _padded(values: Sequence[Any], size: int, fill: Any = None) -> list[Any]:
    return [*values, *[fill] * (size - len(values))]


def _part_of(serial: int, bases: Sequence[int]) -> int:
    return int(np.searchsorted(bases, serial, side="right")) - 1


def _together(parts: Sequence[PartRead], bases: Sequence[int]) -> Gathered:
    """What the parts say, put together: meetings in the order of articles."""
    keys = [key for part, size in _sized(parts, bases) for key in _padded(part.order, size)]
    number = order.number_articles(keys)
    counts = [
        np.array([n for part, size in _sized(parts, bases) for n in _padded(getattr(part, kind), size, 0)], np.int64)
        for kind in ("people", "meetings", "initiatives")
    ]
    # in the order of serials a part's people lie together; meetings are numbered in the order of articles
    first_person, first_initiative = (np.cumsum(c) - c for c in (counts[0], counts[2]))
    by_number = np.argsort(number, kind="stable")
    by_number = by_number[number[by_number] >= 0]
    held = counts[1][by_number]
    first_meeting = np.zeros(len(keys), dtype=np.int64)
    first_meeting[by_number] = np.cumsum(held) - held
    # where the meetings of each serial lie among those of all parts, brought into the order of articles
    starts = np.cumsum(counts[1]) - counts[1]
    lies = np.repeat(starts[by_number] - first_meeting[by_number], held) + np.arange(int(held.sum()))
    columns = {
        name: np.concatenate([np.empty(0, dtype), *(np.frombuffer(getattr(part, name), dtype) for part in parts)])[lies]
        for name, dtype in (("days", "i4"), ("years", "i2"), ("copies", "u8"), ("anchors", "u8"), ("own", "u8"))
    }
    numbers: dict[int, dict[str, int]] = {}
    now = np.empty(len(lies), dtype=np.int64)
    now[lies] = np.arange(len(lies))
    base = 0
    for part in parts:
        numbers |= {int(now[base + at]): said for at, said in part.numbers.items()}
        base += len(part.days)
    return Gathered(
        number,
        (first_person, first_meeting, first_initiative),
        (int(counts[0].sum()), int(counts[1].sum()), int(counts[2].sum())),
        [keys[serial] for serial in by_number],
        columns["days"],
        columns["years"],
        columns["copies"],
        columns["anchors"],
        columns["own"],
        np.repeat(np.arange(len(by_number)), held),
        numbers,
        _regions_together(parts),
        [hit for part in parts for hit in part.named],
    )


def _regions_together(parts: Iterable[PartRead]) -> dict[str, RegionSaid]:
    out: dict[str, RegionSaid] = {}
    for part in parts:
        for key, said in part.regions.items():
            known = out.setdefault(key, RegionSaid())
            known.names.update(said.names)
            known.levels.update(said.levels)
            if said.code is not None:
                known.code = said.code if known.code is None else min(known.code, said.code)
    return out
