"""Reprints: articles that carry one text. They are one voice, however many media printed it.

A text's sketch is one-permutation MinHash over its overlapping character shingles: 128 bins, each keeping the
smallest hash that fell into it. The share of bins in which two sketches agree estimates the Jaccard similarity.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from operator import eq
from zlib import crc32

from kg.resolve.clusters import Clusters

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
#: Articles of one band looked back at: what many share is a formula.
_LOOK_BACK = 24
_EMPTY = 0xFFFFFFFF
_NOTHING = _EMPTY.to_bytes(4, "little") * _BAND
_BOTH_EMPTY = (_EMPTY, _EMPTY)
_FORM = struct.Struct(f"<{BINS}I")
_BANDS = struct.Struct(f"{4 * _BAND}s" * (BINS // _BAND))
_SKIPPED = re.compile(r"[\W\d_]+")


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


def reprints(sketches: Sequence[bytes], days: Sequence[int | None]) -> list[int]:
    """For every article the first article (by position) with the same text; itself where there is none.

    `days` are days of publication (proleptic ordinals), ascending, None where an article has none. Work is near linear:
    articles are compared only where they share two bands of bins, and with the latest few of those only. Of dated
    articles only those of the last weeks are looked back at, and only their bands are held.
    """
    clusters = Clusters(len(sketches))
    dated = [i for i, day in enumerate(days) if day is not None]
    undated = [i for i, day in enumerate(days) if day is None]
    bands = _Bands()
    forgotten = oldest = 0
    for i in dated:
        day = days[i] or 0
        if day - forgotten > 2 * _LATEST:
            forgotten = day
            while day - (days[dated[oldest]] or 0) > _LATEST:
                oldest += 1
            bands.forget(dated[oldest])
        for other in bands.like(sketches[i]):
            if day - (days[other] or 0) <= _LATEST:
                _compare(sketches, clusters, i, other)
        bands.add(i, sketches[i])
    if undated:
        loose = _Bands()
        for i in undated:
            for other in loose.like(sketches[i]):
                _compare(sketches, clusters, i, other)
            loose.add(i, sketches[i])
        for i in dated:
            for other in loose.like(sketches[i]):
                _compare(sketches, clusters, i, other)
    first: dict[int, int] = {}
    return [first.setdefault(clusters.find(i), i) for i in range(len(sketches))]


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


def _compare(sketches: Sequence[bytes], clusters: Clusters, i: int, j: int) -> None:
    if clusters.find(i) != clusters.find(j) and alike(sketches[i], sketches[j]) >= _ALIKE:
        clusters.join(i, j)
