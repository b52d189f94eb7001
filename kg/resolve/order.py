"""In what order articles stand, and which of them carry one text.

Articles are numbered by date and id, so that nothing depends on the order in which they were read. Of reprints the
first gives the text its number.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zlib import crc32

import numpy as np

from kg.resolve.reprints import Sketch, alike_pairs, alike_undated
from kg.resolve.scratch import Column, Segment, read


def number_articles(order: Sequence[bytes | None]) -> Any:
    """For each serial the article's number in the order of date and id, -1 where it is left out (an int32 array)."""
    present = [serial for serial, key in enumerate(order) if key is not None]
    present.sort(key=lambda serial: order[serial] or b"")
    numbers = np.full(len(order), -1, dtype=np.int32)
    numbers[present] = np.arange(len(present), dtype=np.int32)
    return numbers


def repeated(order: Sequence[bytes | None]) -> list[list[int]]:
    """The serials of records that are of one article, where there are several."""
    first: dict[bytes, int] = {}
    groups: dict[bytes, list[int]] = {}
    for serial, key in enumerate(order):
        if key is not None:
            id = key.partition(b"\x00")[2]  # two records of one article may give it two dates
            if (known := first.setdefault(id, serial)) != serial:
                groups.setdefault(id, [known]).append(serial)
    return list(groups.values())


@dataclass(slots=True)
class SameText:
    """Pairs of articles (by number) that carry one text, and what all of these name."""

    pairs: list[tuple[int, int]]
    names: dict[int, bytes]


def same_text(windows: Sequence[tuple[int, list[Segment]]], numbers: Column, new: int) -> SameText:
    """The pairs of dated articles that carry one text.

    `windows` are the sketches by stretches of `SPREAD` days; pairs are looked for in those from position `new` on, and
    what stands before is only looked back at.
    """
    reader = _Reader(numbers)
    return reader.of(alike_pairs([(window, partial(reader.sketches, segments)) for window, segments in windows], new))


def same_text_undated(undated: list[Segment], dated: Sequence[list[Segment]], numbers: Column) -> SameText:
    """As `same_text`, of articles without a date with each other and with dated ones."""
    reader = _Reader(numbers)
    return reader.of(
        alike_undated(reader.sketches(undated), (sketch for part in dated for sketch in reader.sketches(part)))
    )


class _Reader:
    """Reads sketches in the order of articles, and remembers what the articles name."""

    def __init__(self, numbers: Column) -> None:
        self._numbers = numbers.values()
        self._names: dict[int, bytes] = {}

    def sketches(self, segments: list[Segment]) -> list[Sketch]:
        rows = [(int(self._numbers[serial]), day, sketch, names) for serial, day, sketch, names in read(segments)]
        rows.sort()
        self._names |= {number: names for number, _, _, names in rows}
        return [row[:3] for row in rows]

    def of(self, pairs: list[tuple[int, int]]) -> SameText:
        return SameText(pairs, {number: self._names[number] for pair in pairs for number in pair})


def texts(number: int, found: Iterable[SameText]) -> Any:
    """For each of `number` articles the number of its text: that of the first article with it (an int32 array)."""
    out = np.arange(number, dtype=np.int32)
    pairs: list[tuple[int, int]] = []
    names: dict[int, bytes] = {}
    for same in found:
        pairs += same.pairs
        names |= same.names
    for article, first in heads(pairs).items():
        # a formula with other names in it (a notice, a weekly round) is another text, however alike
        if names_agree(names[article], names[first]):
            out[article] = first
    return out


def names_written(names: Iterable[str]) -> bytes:
    """The names of an article, in four bytes each."""
    return array("I", sorted({crc32(name.encode("utf-8", "surrogatepass")) for name in names})).tobytes()


def names_agree(one: bytes, other: bytes) -> bool:
    """Whether two articles (`names_written`) name mostly the same people and regions."""
    mine, theirs = (set(memoryview(names).cast("I")) for names in (one, other))
    return 2 * len(mine & theirs) >= len(mine | theirs)


def heads(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each article that shares its text the first article that has it; the first ones themselves are left out."""
    up: dict[int, int] = {}

    def find(i: int) -> int:
        while (above := up.get(i, i)) != i:
            up[i] = up.get(above, above)
            i = above
        return i

    for i, j in pairs:
        a, b = sorted((find(i), find(j)))
        up[b] = a
    return {i: find(i) for i in list(up) if find(i) != i}
