"""Which mentions of meetings are one event.

Mentions that are alike (`kg.resolve.meetings`) are joined over all, the likest first; references without a date
(第四届联席会议) join the one event of that name and number. Two meetings of one article are never one event: the
article tells them apart. What is held of a mention here is a few numbers; mentions are numbered in the order of
articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from kg.resolve.clusters import Clusters
from kg.resolve.meetings import regions_agree

#: Likeness from which two mentions are one event.
_SAME = 0.6
#: Days that an event's reports may lie apart.
_LONGEST = 3
#: Days that the reports of a numbered session may lie apart: a congress sits for two weeks.
_SESSION = 20
#: Days (publication) within which an undated reference can mean the same event as another.
_WINDOW = 120
#: Mentions of one name among which a reference is looked for.
_CROWD = 2000

#: core name, and by mention without a day the mentions it may refer to
References: TypeAlias = tuple[str, list[tuple[int, list[int]]]]


@dataclass(frozen=True, slots=True)
class Said:
    """What every mention says, by its number: arrays, -1 where it says nothing."""

    day: Sequence[int]
    year: Sequence[int]
    numbers: dict[int, dict[str, int]]  # of those that have some
    first: Sequence[tuple[int, int]]  # the first mention of the same text, name and days, and the mention, where others


def join_events(
    said: Said,
    together: Iterable[range],
    alike: Any,
    references: Iterable[References],
    same: Sequence[tuple[int, int]] = (),
    apart: Sequence[tuple[int, int]] = (),
) -> tuple[list[list[int]], list[tuple[int, int, float]]]:
    """The events (lists of mentions), and open questions (i, j, likeness).

    `together` are the mentions of articles that have several, which stay apart, as do the pairs in `apart`; those in
    `same` come together. `alike` is an array with fields score, i and j.
    """
    clusters = _Events(said)
    for i, j in apart:
        clusters.part(i, j)
    decided = {frozenset(pair) for pair in same}
    for members in together:
        for i in members:
            for j in range(i + 1, members.stop):
                if not decided or frozenset((i, j)) not in decided:
                    clusters.part(i, j)
    for i, j in same:
        clusters.join(i, j)
    for i, j in said.first:
        clusters.join(i, j)
    pairs = np.unique(alike)
    pairs = pairs[np.lexsort((pairs["j"], pairs["i"], -pairs["score"]))]
    sure = pairs["score"] >= _SAME
    for i, j in zip(pairs["i"][sure].tolist(), pairs["j"][sure].tolist(), strict=True):
        clusters.join(i, j)
    questions = [
        (i, j, score)
        for score, i, j in pairs[~sure].tolist()
        if clusters.find(i) != clusters.find(j) and not clusters.parted(i, j)
    ]
    _join_references(said, sorted(references), clusters)
    return clusters.groups(), [q for q in questions if clusters.find(q[0]) != clusters.find(q[1])]


class _Events(Clusters):
    """Sets of mentions that never hold two numbers of one series, two years or distant days."""

    def __init__(self, said: Said) -> None:
        super().__init__(len(said.day))
        self._said = said
        self._sets: dict[int, tuple[dict[str, int], int, int, int]] = {}  # of sets of several, by their roots

    def join(self, i: int, j: int) -> bool:
        """Put the sets together; False where they must stay apart or say what cannot be one event."""
        a, b = self.find(i), self.find(j)
        if a == b:
            return True
        (numbers, year, first, last), (others, other_year, other_first, other_last) = self._says(a), self._says(b)
        if any(numbers[unit] != others[unit] for unit in numbers.keys() & others.keys()):
            return False
        if year != other_year and year != -1 and other_year != -1:
            return False
        if first != -1 and other_first != -1:
            first, last = min(first, other_first), max(last, other_last)
            if last - first > (_SESSION if numbers and numbers == others else _LONGEST):
                return False
        elif first == -1:
            first, last = other_first, other_last
        if not super().join(i, j):
            return False
        for root in (a, b):
            self._sets.pop(root, None)
        self._sets[self.find(i)] = numbers | others, other_year if year == -1 else year, first, last
        return True

    def _says(self, root: int) -> tuple[dict[str, int], int, int, int]:
        known = self._sets.get(root)
        if known is not None:
            return known
        day = self._said.day[root]
        return self._said.numbers.get(root, _NOTHING), self._said.year[root], day, day


_NOTHING: dict[str, int] = {}


# -- references without a date -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mention:
    """What a reference goes by."""

    numbers: tuple[tuple[int, str], ...]
    year: int | None
    bare: bool
    days: tuple[int, int] | None
    published: int | None
    regions: frozenset[str]
    context: frozenset[str]

    @property
    def open(self) -> bool:
        return self.days is None or self.days[0] != self.days[1]


def refer(rows: Iterable[tuple[Any, ...]], number: Callable[[int, int], int]) -> list[References]:
    """By core name, what each mention without a day may refer to. `rows`: core, article, position, and `_Mention`."""
    by_core: dict[str, list[tuple[int, _Mention]]] = defaultdict(list)
    for core, serial, position, *said in rows:
        by_core[core].append((number(serial, position), _Mention(*said)))
    out: list[References] = []
    for core, members in by_core.items():
        if len(members) > _CROWD:
            continue
        members.sort(key=lambda item: item[0])
        found = _one_session(members) if _SITS.search(core) and not _NOBODYS.match(core) else []
        found += [
            (i, fits)
            for i, one in members
            if one.open and (fits := [j for j, other in members if j != i and _refers(one, other)])
        ]
        if found:
            out.append((core, found))
    return out


#: What a session is called; a congress has many press conferences and meetings of groups.
_SITS = re.compile("(?<!联组)(?<!分组)(?<!小组)(?<!预备)(?<!主席团)(?:会议|全会|大会|年会|峰会|论坛|博览会)$")
#: 县委十五届八次全会: which county's its name does not say.
_NOBODYS = re.compile("[全我本该]?[省市县区州旗盟]")


def _one_session(members: Sequence[tuple[int, _Mention]]) -> list[tuple[int, list[int]]]:
    """Mentions of a numbered session on further days of it, each with one of a day before: its opening, its close."""
    dated = sorted((m.days[0], i, m) for i, m in members if m.numbers and not m.bare and m.days and not m.open)
    last: dict[tuple[tuple[int, str], ...], tuple[int, int, _Mention]] = {}
    out: list[tuple[int, list[int]]] = []
    for day, i, one in dated:
        before = last.get(one.numbers)
        if (
            before is not None
            and 1 < day - before[0] <= _SESSION
            and (one.year is None or before[2].year is None or one.year == before[2].year)
            and regions_agree(one, before[2]) >= 0
        ):
            out.append((i, [before[1]]))
        last[one.numbers] = day, i, one
    return out


def _refers(one: _Mention, other: _Mention) -> bool:
    if one.numbers != other.numbers:
        return False
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    if one.days and other.days and (one.days[0] > other.days[1] or other.days[0] > one.days[1]):
        return False
    if one.days and not other.days and other.published is not None and one.days[0] > other.published:
        return False
    agree = regions_agree(one, other)
    telling = bool(one.numbers) or (one.year is not None and one.year == other.year)
    if telling and not one.bare:
        return agree >= 0 or (not one.regions and not other.regions)
    near = one.published is not None and other.published is not None and abs(one.published - other.published) <= _WINDOW
    return near and agree > 0 and (telling or not one.bare)


def _join_references(said: Said, references: Iterable[References], clusters: Clusters) -> None:
    """Join mentions without a day to the one event that bears their name and number."""
    for _, loose in references:
        for i, others in loose:
            fits: dict[int, int] = {}
            for j in others:
                if clusters.find(i) != clusters.find(j):
                    fits.setdefault(clusters.find(j), j)
            dated = {root: j for root, j in fits.items() if said.day[j] != -1}
            chosen = dated or fits
            if len(chosen) == 1 or (not dated and chosen):
                clusters.join(i, min(chosen.values()))
