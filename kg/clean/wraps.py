"""Pages whose paragraphs were broken into lines: at a width, or anywhere."""

from __future__ import annotations

from itertools import pairwise

from kg.clean.characters import characters
from kg.clean.line import STOPS, TWO_HAN, Line

#: The width of lines that were broken anywhere.
RAGGED = -1
#: Lines that were broken at a width: so many at least, of so many characters, that differ by so much.
_WRAPPED_LINES, _NARROW, _WIDE, _RAGGED = 4, 18, 80, 3
#: Two characters so much likelier together than apart (bits) are parts of a word.
_WORD = 3.0
#: So many lines of a page that was broken anywhere end within a sentence; marks that no line begins with by itself.
_OPEN_ENDS, _CLOSING = 0.4, frozenset("。,、;:!?)》”」’")


def wrapped_at(lines: list[Line]) -> int:
    """The width at which the paragraphs of a page were broken into lines; 0 where they were not, RAGGED where anywhere.

    Then most lines are as long as the longest, and stop in the middle of a sentence.
    """
    lengths = sorted((len(line.match) for line in lines), reverse=True)
    if len(lengths) < _WRAPPED_LINES or not _NARROW <= lengths[0] <= _WIDE:
        return 0
    full = [line for line in lines if is_wrapped(line, lengths[0])]
    if len(full) >= max(_WRAPPED_LINES - 1, len(lines) // 2):
        return lengths[0]
    # Where paragraphs are indented, every line that one of them goes on from is full.
    onward = [line for line, below in pairwise(lines[1:]) if not below.indented]
    if is_indented(lines) and all(is_wrapped(line, lengths[0], indented=True) for line in onward):
        return lengths[0]
    return RAGGED if is_ragged(lines) else 0


def is_wrapped(line: Line, width: int, indented: bool = False) -> bool:
    """Whether a line is full and its paragraph may go on in the next one; where paragraphs are `indented` it may even
    if a sentence ends with the line."""
    words = line.match
    if width == RAGGED:
        return words[-1] not in STOPS and len(words) >= _NARROW - 6
    full = width - _RAGGED - line.indented * 2 <= len(words) <= width
    return full and (indented or words[-1] not in STOPS)


def is_ragged(lines: list[Line]) -> bool:
    """Whether a page was broken into lines anywhere, in the middle of its words: few lines end where sentences do."""
    inside = lines[1:]
    open_ends = [(line.match[-1], below.match[0]) for line, below in pairwise(inside) if is_wrapped(line, RAGGED)]
    if len(inside) < 2 * _WRAPPED_LINES or len(open_ends) < _OPEN_ENDS * len(inside):
        return False
    split = sum(
        first in _CLOSING or (TWO_HAN.fullmatch(last + first) is not None and characters().bond(last, first) >= _WORD)
        for last, first in open_ends
    )
    return split >= max(_WRAPPED_LINES, len(open_ends) // 4)


def is_indented(lines: list[Line]) -> bool:
    """Whether the paragraphs of a page that was broken into lines begin with blanks, and their other lines do not."""
    inside = lines[1:]
    begun = sum(line.indented for line in inside)
    return begun >= 2 and len(inside) - begun >= max(3, begun // 2)
