"""The way back: from any stretch of the clean text to the raw characters and bytes it came from.

Every repair replaces a few stretches of a text and leaves the rest alone. It is kept as a `Layer`, a sorted list of
what was replaced; a whole cleaning is a pile of layers, walked from the top when somebody asks. Nothing is stored
per character, so a clean page costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """``old[start:end]`` became `text`. Neighbours may share old characters (a repaired run), never run backwards."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RawSpan:
    """Where a clean stretch stands in the raw article: characters of the decoded text, bytes of the file."""

    char_start: int
    char_end: int
    byte_start: int
    byte_end: int


class Layer:
    """One repair: positions in the new text → positions in the old one. Worked out when somebody asks."""

    __slots__ = ("_edits", "_new_end", "_new_start", "_old_end", "_old_start")

    def __init__(self, edits: Sequence[Edit]) -> None:
        """`edits`: what was replaced, in order."""
        self._edits: Sequence[Edit] | None = edits
        self._old_start: list[int] = []
        self._old_end: list[int] = []
        self._new_start: list[int] = []
        self._new_end: list[int] = []

    def _measure(self, edits: Sequence[Edit]) -> None:
        new = old = 0
        starts, ends = [], []
        for start, end, text in edits:
            if start > old:
                new += start - old
            starts.append(new)
            new += len(text)
            ends.append(new)
            if end > old:
                old = end
        self._old_start = [edit.start for edit in edits]
        self._old_end = [edit.end for edit in edits]
        self._new_start, self._new_end = starts, ends
        self._edits = None

    def char(self, position: int) -> tuple[int, int]:
        """The old stretch that the one new character at `position` came from."""
        if self._edits is not None:
            self._measure(self._edits)
        index = bisect_right(self._new_start, position) - 1
        if index < 0:
            return position, position + 1
        old_start, old_end = self._old_start[index], self._old_end[index]
        new_start, new_end = self._new_start[index], self._new_end[index]
        if position >= new_end:
            at = old_end + position - new_end
            return at, at + 1
        if new_end - new_start == old_end - old_start:
            at = old_start + position - new_start
            return at, at + 1
        return old_start, old_end

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """The new stretch that the old ``start:end`` became; empty where it was cut out."""
        if self._edits is not None:
            self._measure(self._edits)
        return self._forward(start, first=True), self._forward(end, first=False)

    def _forward(self, position: int, *, first: bool) -> int:
        index = (bisect_right if first else bisect_left)(self._old_start, position) - 1
        if index < 0:
            return position
        start, end = self._old_start[index], self._old_end[index]
        if position >= end:
            return self._new_end[index] + position - end
        if self._new_end[index] - self._new_start[index] == end - start:
            return self._new_start[index] + position - start
        return self._new_start[index] if first else self._new_end[index]


def apply(text: str, edits: Sequence[Edit]) -> tuple[str, Layer | None]:
    """`text` with `edits` (sorted, each starting at or after the one before) made, and the way back."""
    if not edits:
        return text, None
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        if start > at:
            parts.append(text[at:start])
        if new:
            parts.append(new)
        if end > at:
            at = end
    parts.append(text[at:])
    return "".join(parts), Layer(edits)


class Segment(NamedTuple):
    """A stretch of the raw file in one encoding; `encoding` None: one byte a character (what could not be decoded)."""

    char_start: int
    byte_start: int
    encoding: str | None


class OffsetMap:
    """Clean offsets → raw offsets, through every repair."""

    __slots__ = ("_layers", "_length", "_raw", "_segments")

    def __init__(
        self, raw: str = "", segments: Sequence[Segment] = (), layers: Sequence[Layer] = (), length: int = 0
    ) -> None:
        self._raw = raw
        self._segments = tuple(segments) or (Segment(0, 0, "utf-8"),)
        self._layers = tuple(layers)
        self._length = length

    def __len__(self) -> int:
        """How many clean characters there are."""
        return self._length

    def raw(self, start: int, end: int) -> RawSpan:
        """The raw stretch behind ``text[start:end]``.

        Total and monotonic: bounds outside the text are clipped into it; an empty span gives an empty one.
        """
        start = min(max(start, 0), self._length)
        end = min(max(end, start), self._length)
        if start < end:
            first, last = self._down(start)[0], self._down(end - 1)[1]
        elif self._length == 0:
            first = last = 0
        elif start < self._length:
            first = last = self._down(start)[0]
        else:
            first = last = self._down(start - 1)[1]
        return RawSpan(first, last, self._byte(first), self._byte(last))

    def raw_text(self, start: int, end: int) -> str:
        """The raw characters behind ``text[start:end]``."""
        span = self.raw(start, end)
        return self._raw[span.char_start : span.char_end]

    @property
    def raw_length(self) -> int:
        """How many characters the decoded raw article has."""
        return len(self._raw)

    def raw_span(self, start: int, end: int) -> RawSpan:
        """A stretch of raw characters with its bytes."""
        return RawSpan(start, end, self._byte(start), self._byte(end))

    def raw_slice(self, start: int, end: int) -> str:
        """The raw characters ``start:end``."""
        return self._raw[start:end]

    def _down(self, position: int) -> tuple[int, int]:
        start, end = position, position + 1
        for layer in reversed(self._layers):
            if start == end:
                start = end = layer.char(start)[0]
            elif end - start == 1:
                start, end = layer.char(start)
            else:
                start, end = layer.char(start)[0], layer.char(end - 1)[1]
            end = max(start, end)  # a character that a repair made out of nothing stands between its neighbours
        return start, end

    def _byte(self, char: int) -> int:
        index = bisect_right(self._segments, char, key=lambda segment: segment.char_start) - 1
        segment = self._segments[max(index, 0)]
        stretch = self._raw[segment.char_start : char]
        if segment.encoding is None:
            return segment.byte_start + len(stretch)
        return segment.byte_start + len(stretch.encode(segment.encoding, "surrogatepass"))
