"""A small character model: how likely one character follows another in simplified Chinese news.

Trained on clean news of 2012–2025 (docs/cleaning.md tells on which); used wherever a repair has several readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.clean.data import packed_lines

_LINE_END = "¶"
#: Unseen pairs: the second character alone, so many bits dearer.
_BACKOFF = 3.0
_BACKOFF_PAIR = 1.5
_UNKNOWN = 22.0
_SAME = str.maketrans(
    "\n,:;()?!0123456789" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "¶，：；（）？！" + "0" * 10 + "A" * 52,
)


class Characters:
    """Costs in bits: low is likely."""

    def __init__(self) -> None:
        lines = packed_lines("characters.tsv.gz")
        chars, costs = lines[0].split("\t")
        self._alone = {char: (ord(cost) - 33) / 4 for char, cost in zip(chars, costs, strict=True)}
        self._packed = dict(line.split("\t", 1) for line in lines[1:])
        self._rows: dict[str, dict[str, float]] = {}

    def alone(self, char: str) -> float:
        """The cost of `char` wherever it stands."""
        return self._alone.get(char.translate(_SAME), _UNKNOWN)

    def after(self, first: str, second: str) -> float:
        """The cost of `second` right after `first` (its last two characters count); ``"\\n"`` is the edge of a line."""
        return self.after_common(common(first[-2:]), common(second))

    def after_common(self, first: str, second: str) -> float:
        """The same for characters in their `common` form, at most two before."""
        extra = 0.0
        if len(first) == 2:
            row = self._row(first)
            if row:
                cost = row.get(second)
                if cost is not None:
                    return cost
                extra = _BACKOFF_PAIR
            first = first[1]
        cost = self._row(first).get(second)
        return extra + (cost if cost is not None else self._alone.get(second, _UNKNOWN) + _BACKOFF)

    def after_each(self, first: str, seconds: Sequence[str]) -> list[float]:
        """`after_common` for many characters at once."""
        near: dict[str, float] = self._row(first) if len(first) == 2 else {}
        extra = _BACKOFF_PAIR if near else 0.0
        row, alone = self._row(first[-1:]), self._alone
        found = []
        for second in seconds:
            cost = near.get(second)
            if cost is None:
                cost = row.get(second)
                cost = extra + (cost if cost is not None else alone.get(second, _UNKNOWN) + _BACKOFF)
            found.append(cost)
        return found

    def _row(self, first: str) -> dict[str, float]:
        row = self._rows.get(first)
        if row is None:
            followers, _, costs = self._packed.get(first, "\t").partition("\t")
            row = {char: (ord(cost) - 33) / 4 for char, cost in zip(followers, costs, strict=True)}
            self._rows[first] = row
        return row

    def bond(self, first: str, second: str) -> float:
        """How much likelier the pair is than chance, in bits; negative where the two do not belong together."""
        return self.alone(second) - self.after(first, second)

    def cost(self, text: str) -> float:
        """The cost of a whole stretch, from its second character on."""
        return sum(self.after(text[max(0, at - 2) : at], text[at]) for at in range(1, len(text)))


def common(text: str) -> str:
    """`text` as the model knows it: one width of marks, one digit, one letter."""
    return text.translate(_SAME)


@cache
def characters() -> Characters:
    """The model, loaded once."""
    return Characters()
