"""What the page itself says about a damaged stretch: which characters follow which elsewhere, what stands open."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from kg.clean.characters import common
from kg.clean.script import simplified

#: So many characters of a page are looked at; what it costs (bits) to believe what stands there.
_PAGE, _REPEATED = 20_000, 1.5
#: The end of a line, and a question mark, as the model knows them: what follows them says nothing.
_NO_WORD = frozenset("¶？")
#: A title or quotation stays open for so many characters.
_OPEN_FOR = 60
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_NONE: Mapping[str, float] = MappingProxyType({})


class Followers:
    """For two characters, as the model knows them, what a character costs (bits) that stands after them on the page:
    a word that stands whole elsewhere is likely where it was damaged."""

    __slots__ = ("_after", "_costs")

    def __init__(self, text: str) -> None:
        forms = common(simplified(text[:_PAGE]))
        after: dict[str, list[str]] = {}
        for pair, char in zip(map(str.__add__, forms, forms[1:]), forms[2:], strict=False):
            after.setdefault(pair, []).append(char)
        self._after = after
        self._costs: dict[str, Mapping[str, float]] = {}

    def after(self, pair: str) -> Mapping[str, float]:
        """What stands after `pair` on the page, each with its cost; nothing where `pair` is a mark or not there."""
        costs = self._costs.get(pair)
        if costs is None:
            costs = _NONE
            if (chars := self._after.get(pair)) and _NO_WORD.isdisjoint(pair):
                count = len(chars)
                costs = {char: _REPEATED - math.log2((own - 0.5) / count) for char, own in Counter(chars).items()}
            self._costs[pair] = costs
        return costs


def closing_mark(text: str, site: int) -> str:
    """The mark that closes the title or quotation which is open at `site`; nothing where none is."""
    line = text[max(text.rfind("\n", 0, site) + 1, site - _OPEN_FOR) : site]
    for opens, closes in _PAIRS:
        if line.rfind(opens) > line.rfind(closes):
            return closes
    return ""
