"""Finding place names in a running text.

One pass of an Aho–Corasick automaton finds every name, known compounds (川渝), pairs of province characters (赣湘), a verb with
a lone character (赴粤) and the words that only look like places (湘江), which win by being longer and are then dropped. What
needs a second look follows, in this order: short forms that are also words or persons, townships, zones that are in no list
(a division's name with 经济开发区 behind it), and compounds of two places that the page names (慈常, in a page on 慈溪 and 常山).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon.evidence import Evidence
from kg.lexicon.places import Form, Place, PlaceHit
from kg.lexicon.tables import Tables
from kg.lexicon.zones import zone_behind

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: How far behind a rejected name its neighbours are read again: no surface is longer.
WINDOW = 24


class Entry(NamedTuple):
    """What one pattern of the automaton stands for; `places` is empty for a word that only looks like a place."""

    places: tuple[Place, ...] = ()
    form: Form = "full"
    risky: bool = False
    parts: tuple[tuple[Place, ...], ...] = ()  # of a compound: what each character may stand for
    offset: int = 0  # characters of the pattern before the name (赴粤: 1)


class Scanner:
    """The automaton and the rules behind it. One a process; keeps no state between texts."""

    def __init__(self, gazetteer: Gazetteer, tables: Tables) -> None:
        self._gazetteer = gazetteer
        self._tables = tables
        self._townships = gazetteer.townships
        self._not_behind = frozenset(tables.words["after_single"])
        entries: dict[str, Entry] = {}
        for char, abbreviation in tables.abbreviations.items():
            if abbreviation.single:
                lone = Entry(tuple(map(gazetteer.get, abbreviation.places)), "abbr", offset=1)
                entries |= {verb + char: lone for verb in tables.words["before_single"]}
        paired = {char: a.places for char, a in tables.abbreviations.items() if a.pair}
        for first, second in permutations(paired, 2):
            entries[first + second] = self._compound((paired[first], paired[second]))
        for text, parts in tables.compounds.items():
            entries[text] = self._compound(tuple((part,) for part in parts))
        for surface in tables.names:
            places = gazetteer.lookup(surface)
            form = gazetteer.form(surface, places[0])
            entries[surface] = Entry(places, form, form != "full" and surface in tables.risky)
        entries |= {text: Entry() for text in tables.not_places}
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(
            list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def _compound(self, parts: tuple[tuple[str, ...], ...]) -> Entry:
        found = tuple(tuple(map(self._gazetteer.get, ids)) for ids in parts)
        return Entry(tuple(options[0] for options in found), "compound", parts=found)

    # -- the pass ------------------------------------------------------------------------------------------------------

    def scan(self, text: str, near: Iterable[str] = ()) -> list[PlaceHit]:
        """Every place name in `text`; `near` are ids of places known from outside it."""
        hits: list[PlaceHit] = []
        doubtful: list[PlaceHit] = []
        for hit, risky in self._matches(text):
            (doubtful if risky else hits).append(hit)
        evidence = Evidence(self._gazetteer, text, hits, near)
        if doubtful:
            hits = self._judge(text, hits, doubtful, evidence)
        hits = self._townships.add(text, hits, evidence)
        hits = [zone_behind(text, hit) if text[hit.end : hit.end + 1] in _ZONE_START else hit for hit in hits]
        hits = self._drop_overlaps(hits)
        hits = self._named_compounds(text, hits)
        return evidence.narrow(hits)

    def _matches(self, text: str) -> Iterator[tuple[PlaceHit, bool]]:
        reach = 0
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < reach:
                continue
            found = self._hit(text, index, start, end)
            if found is not None:
                yield found
            elif self._entries[index].offset:  # 在京津冀: the verb and its character hid a longer name
                again = self._again(text, start, end)
                if again is not None:
                    reach = again[0].end
                    yield again

    def _hit(self, text: str, index: int, start: int, end: int) -> tuple[PlaceHit, bool] | None:
        entry = self._entries[index]
        if not entry.places:
            return None
        if entry.offset:
            if end < len(text) and text[end] not in self._not_behind and text[end] >= "一":
                return None
            start += entry.offset
        elif entry.form != "full" and (is_road(text, end) or (end - start == 2 and self._is_person(text, start, end))):
            return None
        parts = tuple(
            PlaceHit(start + i, start + i + 1, text[start + i], options, "abbr") for i, options in enumerate(entry.parts)
        )
        return PlaceHit(start, end, text[start:end], entry.places, entry.form, parts), entry.risky

    def _again(self, text: str, start: int, end: int) -> tuple[PlaceHit, bool] | None:
        """The name that begins inside ``text[start + 1:end]`` and was hidden by what was rejected there."""
        base = start + 1
        for index, a, b in self._automaton.find_matches_as_indexes(text[base : end + WINDOW]):
            if base + a >= end:
                return None
            if not self._entries[index].offset and (found := self._hit(text, index, base + a, base + b)) is not None:
                return found
        return None

    # -- what needs a second look --------------------------------------------------------------------------------------

    def _is_person(self, text: str, start: int, end: int) -> bool:
        """Whether a two-character short form is the given name of a person: 市长李长春, 王安顺强调."""
        if start == 0 or text[start - 1] not in self._tables.surnames:
            return False
        before = text[start - 2] if start > 1 else " "
        return (before < "一" or before in "记长席任员理志事人官督家士授师、") and text[end : end + 1] not in (
            "市", "县", "区", "省", "州",
        )  # fmt: skip

    def _judge(self, text: str, hits: list[PlaceHit], doubtful: list[PlaceHit], evidence: Evidence) -> list[PlaceHit]:
        """Take the doubtful hits that the text shows to be places; look again where one is turned down."""
        out = list(hits)
        ends = {hit.end: hit for hit in hits}
        for hit in doubtful:
            kept = evidence.supports(hit, ends.get(hit.start))
            if kept:
                taken = PlaceHit(hit.start, hit.end, hit.text, kept, hit.form)
                ends[hit.end] = taken
                out.append(taken)
                continue
            again = self._again(text, hit.start, hit.end)
            if again is not None:
                found, risky = again
                places = evidence.supports(found, None) if risky else found.places
                if places:
                    out.append(PlaceHit(found.start, found.end, found.text, places, found.form, found.parts))
        return self._drop_overlaps(out)

    @staticmethod
    def _drop_overlaps(hits: list[PlaceHit]) -> list[PlaceHit]:
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        out: list[PlaceHit] = []
        reach = 0
        for hit in hits:
            if hit.start >= reach:
                out.append(hit)
                reach = hit.end
        return out

    def _named_compounds(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Two characters before 合作, 产业园 …: the first characters of two places of one level that the page names."""
        initials: dict[str, dict[str, Place]] = {}
        for hit in hits:
            if len(hit.places) == 1 and hit.places[0].level in ("prefecture", "county") and hit.form in ("full", "short"):
                initials.setdefault(hit.places[0].name[0], {})[hit.places[0].id] = hit.places[0]
        if len(initials) < 2:
            return hits
        starts = [hit.start for hit in hits]
        extra: list[PlaceHit] = []
        for trigger in self._tables.words["after_compound"]:
            at = text.find(trigger, 2)
            while at != -1:
                a, b = initials.get(text[at - 2]), initials.get(text[at - 1])
                if a and b and len(a) == 1 and len(b) == 1 and text[at - 2 : at] not in self._tables.not_compounds:
                    (one,), (two,) = a.values(), b.values()
                    i = bisect_left(starts, at - 1)  # hits before it must have ended
                    if one.level == two.level and (i == 0 or hits[i - 1].end <= at - 2):
                        parts = (
                            PlaceHit(at - 2, at - 1, text[at - 2], (one,), "abbr"),
                            PlaceHit(at - 1, at, text[at - 1], (two,), "abbr"),
                        )
                        extra.append(PlaceHit(at - 2, at, text[at - 2 : at], (one, two), "compound", parts))
                at = text.find(trigger, at + 1)
        return self._drop_overlaps(hits + extra) if extra else hits


#: 中山路, 南京大街: the name of a road and not the place. 九江路线 is no road.
_ROAD = re.compile("(?:路(?![线径网演透子段])|街(?!道|区)|大道|大街|胡同|广场|大厦)")
_ROAD_START = frozenset("路街大胡广")
_ZONE_START = frozenset("经高开工产新综保出合示试实先起科软物临空度管飞国省东西南北滨沿航轻纺化循绿生文旅农现食医电信汽健商承转边跨智装(（")


def is_road(text: str, end: int) -> bool:
    return text[end : end + 1] in _ROAD_START and _ROAD.match(text, end) is not None
