"""Which of many words stand in a text: one pass over it, however many there are; patterns that need one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import ahocorasick_rs


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern out of a table, compiled when the first page asks for it: most are never needed.

    `flags` are a plain number, for those of `re` are slow to look up.
    """
    return re.compile(source, flags)


class Words:
    """A set of words to look for. The quickest matcher is asked for: it is built once and used on every page."""

    __slots__ = ("_matcher",)

    def __init__(self, words: Iterable[str]) -> None:
        self._matcher = ahocorasick_rs.AhoCorasick(
            sorted(set(words)),
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def present(self, text: str) -> frozenset[str]:
        """Those that stand anywhere in `text`, within others too."""
        return frozenset(self._matcher.find_matches_as_strings(text, overlapping=True))
