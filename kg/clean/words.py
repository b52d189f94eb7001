"""Which of many words stand in a text: one pass over it, however many there are."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs


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
