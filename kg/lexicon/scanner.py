"""Finding place names in a running text: one pass of an Aho–Corasick automaton, then the rules that need a second look.

The automaton holds every name, known compounds (川渝), pairs of province characters (赣湘), a verb with a lone character (赴粤),
and the words that only look like places (湘江), which win by being longer and are then dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon.places import Form, Place, PlaceHit
from kg.lexicon.tables import Tables

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: A lone province or city character is a place after one of these ...
_BEFORE = ("入", "来", "赴", "在", "援", "驻", "抵", "离", "进", "返")
#: ... when one of these follows, or the text ends there.
_AFTER = frozenset("，。、；：！？”》）, \n") | frozenset(
    "考调投召举工干企央期访对帮参出开签会挂创就学视督巡检援专打务推"
)


class Entry(NamedTuple):
    """What one pattern of the automaton stands for."""

    places: tuple[Place, ...]
    form: Form
    risky: bool = False
    parts: tuple[tuple[int, int, tuple[Place, ...]], ...] = ()  # compound: (start, end, places) within the pattern
    offset: int = 0  # characters of the pattern before the name (赴粤: 1)


class Scanner:
    def __init__(self, gazetteer: Gazetteer, tables: Tables) -> None:
        self._gazetteer = gazetteer
        self._tables = tables
        entries: dict[str, Entry | None] = {}
        self._singles(entries)
        self._compounds(entries)
        for surface in tables.names:
            places = gazetteer.lookup(surface)
            form = gazetteer.form(surface, places[0])
            entries[surface] = Entry(places, form, form != "full" and surface in tables.risky)
        for text in tables.not_places:
            entries[text] = None
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(
            list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def _singles(self, entries: dict[str, Entry | None]) -> None:
        for char, abbreviation in self._tables.abbreviations.items():
            if abbreviation.single:
                places = tuple(self._gazetteer.get(id) for id in abbreviation.places)
                for verb in _BEFORE:
                    entries[verb + char] = Entry(places, "abbr", offset=1)

    def _compounds(self, entries: dict[str, Entry | None]) -> None:
        table = {char: a for char, a in self._tables.abbreviations.items() if a.pair}
        for pair in permutations(table, 2):
            self._compound(entries, "".join(pair), [table[char].places for char in pair])
        for text, parts in self._tables.compounds.items():
            self._compound(entries, text, [(part,) for part in parts])

    def _compound(self, entries: dict[str, Entry | None], text: str, parts: list[tuple[str, ...]]) -> None:
        get = self._gazetteer.get
        found = tuple((i, i + 1, tuple(get(id) for id in ids)) for i, ids in enumerate(parts))
        places = tuple(dict.fromkeys(place for _, _, options in found for place in options[:1]))
        entries[text] = Entry(places, "compound", parts=found)

    def scan(self, text: str, near: Iterable[str] = ()) -> list[PlaceHit]:
        entries = self._entries
        hits: list[PlaceHit] = []
        pending: list[tuple[int, PlaceHit]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            entry = entries[index]
            if entry is None:
                continue
            if entry.offset:
                if end < len(text) and text[end] not in _AFTER:
                    continue
                start += entry.offset
            parts: tuple[PlaceHit, ...] = ()
            if entry.parts:
                parts = tuple(
                    PlaceHit(start + a, start + b, text[start + a : start + b], options, "abbr")
                    for a, b, options in entry.parts
                )
            hit = PlaceHit(start, end, text[start:end], entry.places, entry.form, parts)
            if entry.risky:
                pending.append((len(hits), hit))
            else:
                hits.append(hit)
        if pending:
            self._settle(hits, pending, near)
        return hits

    def _settle(self, hits: list[PlaceHit], pending: list[tuple[int, PlaceHit]], near: Iterable[str]) -> None:
        """Put in the risky short forms that the text shows to be places."""
        named = {place.id for hit in hits if len(hit.places) == 1 for place in hit.places} | set(near)
        for at, hit in reversed(pending):
            before = hits[at - 1] if at else None
            beside = before is not None and before.end == hit.start
            kept = [
                place
                for place in hit.places
                if place.id in named
                or (beside and before is not None and any(up in before.places for up in self._gazetteer.chain(place)))
            ]
            if kept:
                hits.insert(at, PlaceHit(hit.start, hit.end, hit.text, tuple(kept), hit.form))
