"""A small character model: how likely one character follows another in simplified Chinese news.

Trained on clean news of 2012–2025 (docs/cleaning.md tells on which); used wherever a repair has several readings.
"""

from __future__ import annotations

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
        self._rows: dict[str, tuple[str, str]] = {}
        for line in lines[1:]:
            first, followers, row = line.split("\t")
            self._rows[first] = (followers, row)

    def alone(self, char: str) -> float:
        """The cost of `char` wherever it stands."""
        return self._alone.get(char.translate(_SAME), _UNKNOWN)

    def after(self, first: str, second: str) -> float:
        """The cost of `second` right after `first` (its last two characters count); ``"\\n"`` is the edge of a line."""
        first, second = first[-2:].translate(_SAME), second.translate(_SAME)
        row = self._rows.get(first)
        if row is not None and (at := row[0].find(second)) >= 0:
            return (ord(row[1][at]) - 33) / 4
        extra = 0.0
        if len(first) == 2:
            extra = _BACKOFF_PAIR if row is not None else 0.0
            row = self._rows.get(first[1])
            if row is not None and (at := row[0].find(second)) >= 0:
                return extra + (ord(row[1][at]) - 33) / 4
        return extra + self._alone.get(second, _UNKNOWN) + _BACKOFF

    def bond(self, first: str, second: str) -> float:
        """How much likelier the pair is than chance, in bits; negative where the two do not belong together."""
        return self.alone(second) - self.after(first, second)

    def cost(self, text: str) -> float:
        """The cost of a whole stretch, from its second character on."""
        return sum(self.after(text[max(0, at - 2) : at], text[at]) for at in range(1, len(text)))


@cache
def characters() -> Characters:
    """The model, loaded once."""
    return Characters()
