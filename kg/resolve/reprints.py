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
_FORM = struct.Struct(f"<{BINS}I")
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
    one, two = _FORM.unpack(a), _FORM.unpack(b)
    same = sum(map(eq, one, two))
    empty = sum(1 for x, y in zip(one, two, strict=True) if x == y == _EMPTY) if _EMPTY in one else 0
    return (same - empty) / (BINS - empty) if empty < BINS else 0.0


def reprints(sketches: Sequence[bytes], days: Sequence[int | None]) -> list[int]:
    """For every article the first article (by position) with the same text; itself where there is none.

    `days` are days of publication (proleptic ordinals) or None, and ascend. Work is near linear: articles are compared
    only where they share two bands of bins, and with the latest few of those only.
    """
    clusters = Clusters(len(sketches))
    bands: dict[bytes, list[int]] = {}
    for i, sketch in enumerate(sketches):
        shared: dict[int, int] = {}
        for at in range(0, len(sketch), 4 * _BAND):
            band = sketch[at : at + 4 * _BAND]
            if band == _NOTHING:
                continue
            # bins are told apart by their place: a hash falls into one bin only, so equal bands stand at equal places
            earlier = bands.get(band)
            if earlier is None:
                bands[band] = [i]
                continue
            for other in earlier[-_LOOK_BACK:]:
                shared[other] = shared.get(other, 0) + 1
            earlier.append(i)
        for other, number in shared.items():
            if (
                number >= 2
                and clusters.find(i) != clusters.find(other)
                and _near(days[i], days[other])
                and alike(sketch, sketches[other]) >= _ALIKE
            ):
                clusters.join(i, other)
    first: dict[int, int] = {}
    return [first.setdefault(clusters.find(i), i) for i in range(len(sketches))]


def _near(a: int | None, b: int | None) -> bool:
    return a is None or b is None or abs(a - b) <= _LATEST
