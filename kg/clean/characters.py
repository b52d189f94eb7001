"""A small character model: how likely one character follows up to three others in simplified Chinese news.

Counted on clean news of 1998–2025 (docs/cleaning.md tells on which, `kg.clean.build.characters` how); used wherever a
repair has several readings. The table is packed in blocks, and a block is only opened when it is asked for.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import TypeAlias

from kg.clean.data import read_bytes

#: Ends the list of sizes at the head of the table.
BLOCK_END = b"\n"
_LINE_END = "¶"
_UNKNOWN = 22.0
#: How many characters before one the model looks at.
REACH = 3
#: So many rows are kept at hand.
_MOST_ROWS = 300_000
#: And so many of what may be chosen after a character, for each set of choices.
_MOST_AFTER = 2_000
_NO_ROW: tuple[float, dict[str, float]] = (0.0, {})
#: What the model knows after some characters: what going back from all of them costs; for each context that it has a
#: row of, the longest first, what going back up to there costs and the followers. Most contexts have none.
_Way: TypeAlias = tuple[float, tuple[tuple[float, dict[str, float]], ...]]
_SAME = str.maketrans(
    "\n,:;()?!0123456789" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "¶，：；（）？！" + "0" * 10 + "A" * 52,
)
#: Characters that the model knows in another form: most of a text has none of them.
_OTHER = re.compile(r"[\n,:;()?!1-9A-Za-z]")


class Choices:
    """Characters to be weighed after many contexts, made ready once: `forms` in their `common` form, the likeliest
    (wherever it stands) first."""

    __slots__ = ("_after", "alone", "forms", "places")

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = list(forms)
        self.alone = [characters().alone(form) for form in self.forms]
        self.places: dict[str, list[int]] = {}
        for place, form in enumerate(self.forms):
            self.places.setdefault(form, []).append(place)
        self._after: dict[str, list[tuple[str, float]]] = {}

    def among(self, first: str, followers: Mapping[str, float]) -> Iterable[tuple[str, float]]:
        """Those of `followers` (they stand after `first`) that may be chosen, with their costs, the likeliest first."""
        if len(followers) <= len(self.places):
            return followers.items()  # in that order already; most of them may be
        found = self._after.get(first)
        if found is None:
            if len(self._after) > _MOST_AFTER:
                self._after.clear()
            forms = self.places.keys() & followers.keys()
            found = self._after[first] = sorted(((form, followers[form]) for form in forms), key=itemgetter(1))
        return found


class Characters:
    """Costs in bits: low is likely."""

    def __init__(self, table: bytes) -> None:
        sizes, _, self._table = table.partition(BLOCK_END)
        ends = [0]
        for size in sizes.split():
            ends.append(ends[-1] + int(size))
        self._ends = ends
        head, _, self._firsts = self._open(0).partition("\n")
        chars, _, costs = head.partition("\t")
        self._alone = {char: (ord(cost) - 33) / 4 for char, cost in zip(chars, costs, strict=True)}
        # As they stand on a page too, so that one look is enough.
        self._alone |= {chr(code): self._alone[chr(form)] for code, form in _SAME.items() if chr(form) in self._alone}
        self._blocks: dict[int, list[str]] = {}
        self._rows: dict[str, tuple[float, dict[str, float]]] = {}
        self._ways: dict[str, _Way] = {"": (0.0, ())}

    def _open(self, number: int) -> str:
        return zlib.decompress(self._table[self._ends[number] : self._ends[number + 1]]).decode("utf-8")

    def alone(self, char: str) -> float:
        """The cost of `char` wherever it stands."""
        return self._alone.get(char, _UNKNOWN)

    def dearer(self, cost: float, first: int, end: int) -> str:
        """The characters from code `first` to before `end` that cost more wherever they stand, as a class of `re`."""
        alone = self._alone
        ranges: list[str] = []
        start = -1
        for code in range(first, end + 1):
            if code < end and alone.get(chr(code), _UNKNOWN) > cost:
                start = code if start < 0 else start
            elif start >= 0:
                ranges.append(chr(start) if start == code - 1 else f"{chr(start)}-{chr(code - 1)}")
                start = -1
        return "".join(ranges)

    def after(self, first: str, second: str) -> float:
        """The cost of `second` right after `first` (its last characters count); ``"\\n"`` is the edge of a line."""
        return self.after_common(common(first[-REACH:]), common(second))

    def after_common(self, first: str, second: str) -> float:
        """The same for characters in their `common` form, at most `REACH` before."""
        back, known = self._ways.get(first) or self.way(first)
        for extra, followers in known:
            if second in followers:
                return extra + followers[second]
        return back + self._alone.get(second, _UNKNOWN)

    def way(self, first: str) -> _Way:
        """What is known after `first` (in `common` form, at most `REACH` characters)."""
        extra, followers = self._rows.get(first) or self._row(first)
        shorter = first[1:]
        found = self._ways.get(shorter) or self.way(shorter)
        if extra or followers:
            back, known = found
            if extra:
                known = tuple([(extra + more, rest) for more, rest in known])
            found = extra + back, (((0.0, followers), *known) if followers else known)
        if len(self._ways) > _MOST_ROWS:
            self._ways = {"": (0.0, ())}
        self._ways[first] = found
        return found

    def near(self, first: str, choices: Choices, limit: float, most: int) -> dict[int, float]:
        """The likeliest of `choices` after `first`, by their places, and what they cost: the same as `after_common`.

        None that costs more than `limit` (bits), and about `most` of them (the likeliest are among them): what is
        dearer is hardly looked at.
        """
        extra = 0.0
        places = choices.places
        found: dict[int, float] = {}
        # The longest context knows best: what it has the shorter ones are not asked for.
        second: Mapping[str, float]
        third: Mapping[str, float]
        second = third = followers = _NO_ROW[1]
        while first:
            second, third = third, followers
            back, followers = self._rows.get(first) or self._row(first)
            left = most
            for form, own in choices.among(first, followers):
                cost = extra + own
                if cost > limit:
                    break
                if form in places and form not in third and form not in second:
                    for place in places[form]:
                        found[place] = cost
                    left -= 1
                    if not left:
                        break
            extra += back
            first = first[1:]
        for place in range(min(bisect_right(choices.alone, limit - extra), 2 * most)):
            form = choices.forms[place]
            if form not in followers and form not in third and form not in second:
                found[place] = extra + choices.alone[place]
        return found

    def _row(self, first: str) -> tuple[float, dict[str, float]]:
        """What going back from `first` costs, and its followers with their costs."""
        number = bisect_right(self._firsts, first[0])
        lines = self._blocks.get(number)
        if lines is None:
            lines = self._blocks[number] = self._open(number).split("\n") if number else []
        if len(self._rows) > _MOST_ROWS:  # a page of nothing but garbage
            self._rows.clear()
        # The rows of a block stand in the order of their contexts, and nothing in a context is less than a tab.
        at = bisect_left(lines, first + "\t")
        row = _NO_ROW
        if at < len(lines) and lines[at].startswith(first + "\t"):
            _, followers, costs = lines[at].split("\t")
            row = (
                (ord(followers[0]) - 33) / 4 - 2.0,
                {char: (ord(cost) - 33) / 4 for char, cost in zip(followers[1:], costs, strict=True)},
            )
        self._rows[first] = row
        return row

    def bond(self, first: str, second: str) -> float:
        """How much likelier the pair is than chance, in bits; negative where the two do not belong together."""
        return self.alone(second) - self.after(first, second)

    def cost(self, text: str) -> float:
        """The cost of a whole stretch, from its second character on."""
        return sum(self.after(text[max(0, at - REACH) : at], text[at]) for at in range(1, len(text)))


def common(text: str) -> str:
    """`text` as the model knows it: one width of marks, one digit, one letter."""
    return text.translate(_SAME) if _OTHER.search(text) else text


@cache
def characters() -> Characters:
    """The model, loaded once."""
    return Characters(read_bytes("characters.bin"))
