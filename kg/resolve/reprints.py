"""Reprints: articles that carry one text. They are one voice, however many media printed it.

A text's sketch is one-permutation MinHash over its overlapping character shingles: 128 bins, each keeping the
smallest hash that fell into it. The share of bins in which two sketches agree estimates the Jaccard similarity.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Sequence
from operator import eq
from typing import TypeAlias
from zlib import crc32

BINS = 128
_SHINGLE = 5
#: Texts shorter than this (characters, punctuation aside) are too short to tell a reprint from a formula.
_SHORTEST = 60
_BAND = 4
#: Agreement from which two texts count as one. Two reports of one meeting by two desks lie below 0.3, a copy with
#: a new headline, byline or a paragraph cut lies above 0.6.
_ALIKE = 0.5
#: A text printed again later than this (days) is a template filled in anew, not a reprint.
_LATEST = 15
#: Days of publication that are looked through at once: not less than `_LATEST`.
SPREAD = 30
#: Articles of one band looked back at: what many share is a formula.
_LOOK_BACK = 24
_EMPTY = 0xFFFFFFFF
_NOTHING = _EMPTY.to_bytes(4, "little") * _BAND
_BOTH_EMPTY = (_EMPTY, _EMPTY)
_FORM = struct.Struct(f"<{BINS}I")
_BANDS = struct.Struct(f"{4 * _BAND}s" * (BINS // _BAND))
_SKIPPED = re.compile(r"[\W\d_]+")


#: Number of an article in the order of articles, its day of publication (proleptic ordinal, None where undated), the
#: sketch of its text.
Sketch: TypeAlias = tuple[int, int | None, bytes]


def sketch_text(text: str) -> bytes:
    """The MinHash of `text` (512 bytes), or b"" where it is too short to compare.

    Digits, blanks and punctuation do not count: they are what conversion and page furniture change.
    """
    letters = _SKIPPED.sub("", text)
    if len(letters) < _SHORTEST:
        return b""
    data = letters.encode("utf-32-le", "replace")
    width = 4 * _SHINGLE
    bins = [_EMPTY] * BINS
    for at in range(0, len(data) - width + 1, 4):
        value = crc32(data[at : at + width])
        place = value % BINS
        if value < bins[place]:
            bins[place] = value
    return _FORM.pack(*bins)


def alike(a: bytes, b: bytes) -> float:
    """Estimated Jaccard similarity of two sketches, in [0, 1]; 0 where either is empty."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    one, two = _FORM.unpack(a), _FORM.unpack(b)
    same = sum(map(eq, one, two))
    empty = list(zip(one, two, strict=True)).count(_BOTH_EMPTY) if _EMPTY in one else 0
    return (same - empty) / (BINS - empty) if empty < BINS else 0.0


def alike_pairs(windows: Sequence[tuple[int, Callable[[], Sequence[Sketch]]]], new: int) -> list[tuple[int, int]]:
    """The pairs of dated articles (article, an earlier one) that carry one text.

    `windows` are stretches of `SPREAD` days, ascending: their number, and what reads the sketches of their articles in
    order. Pairs are looked for in those from position `new` on. Work is near linear: articles are compared only where
    they share two bands of bins, with the latest few of those, and with those of the last weeks only; no more than
    two windows are held.
    """
    out: list[tuple[int, int]] = []
    earlier: dict[int, tuple[int, bytes]] = {}
    bands = _Bands()
    before: int | None = None
    for position, (window, read) in enumerate(windows):
        if before is not None and window - before > 1:
            earlier, bands = {}, _Bands()
        before = window
        sketches = read()
        if sketches:
            oldest = (sketches[0][1] or 0) - _LATEST
            earlier = {i: held for i, held in earlier.items() if held[0] >= oldest}
            bands.forget(next(iter(earlier), sketches[0][0]))
        for i, day, sketch in sketches:
            if position >= new:
                for other in bands.like(sketch):
                    held = earlier.get(other)
                    if held and (day or 0) - held[0] <= _LATEST and alike(sketch, held[1]) >= _ALIKE:
                        out.append((i, other))
            bands.add(i, sketch)
            earlier[i] = day or 0, sketch
    return out


def alike_undated(undated: Sequence[Sketch], dated: Iterable[Sketch]) -> list[tuple[int, int]]:
    """The pairs of articles without a date, and of these and dated ones, that carry one text."""
    out: list[tuple[int, int]] = []
    bands = _Bands()
    sketches: dict[int, bytes] = {}
    for i, _, sketch in undated:
        out += [(i, other) for other in bands.like(sketch) if alike(sketch, sketches[other]) >= _ALIKE]
        bands.add(i, sketch)
        sketches[i] = sketch
    for i, _, sketch in dated:
        out += [(i, other) for other in bands.like(sketch) if alike(sketch, sketches[other]) >= _ALIKE]
    return out


class _Bands:
    """Which articles have which bands of bins in their sketches."""

    def __init__(self) -> None:
        self._at: dict[bytes, list[int]] = {}

    def like(self, sketch: bytes) -> list[int]:
        """The articles, of the latest few in each band, that share two bands or more with `sketch`."""
        if not sketch or not self._at:
            return []
        shared: dict[int, int] = {}
        for earlier in map(self._at.get, _BANDS.unpack(sketch)):
            if earlier is not None:
                for other in earlier[-_LOOK_BACK:]:
                    shared[other] = shared.get(other, 0) + 1
        return [other for other, number in shared.items() if number >= 2]

    def add(self, i: int, sketch: bytes) -> None:
        """Put article `i` in, which is later than all that are."""
        if sketch:
            # bins are told apart by their place: a hash falls into one bin only, so equal bands stand at equal places
            for band in _BANDS.unpack(sketch):
                if band != _NOTHING:
                    self._at.setdefault(band, []).append(i)

    def forget(self, first: int) -> None:
        """Let go what stands before article `first` only."""
        self._at = {band: articles for band, articles in self._at.items() if articles[-1] >= first}
