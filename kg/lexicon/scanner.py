"""Finding place names in a running text.

One pass of an Aho–Corasick automaton finds every name, known compounds (川渝), pairs of province characters (赣湘),
a verb with a lone character (赴粤) and the words that only look like places (湘江), which win by being longer and
are then dropped. What needs a second look follows, in this order: short forms that are also words or persons,
townships, zones that are in no list (a division's name with 经济开发区 behind it), and compounds of two places that
the page names (慈常, in a page on 慈溪 and 常山).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon.evidence import Evidence
from kg.lexicon.places import Form, Place, PlaceHit
from kg.lexicon.signs import (
    AND_SO_MANY,
    BEFORE_NAME,
    BEFORE_PAIR,
    BEFORE_WORD,
    BEHIND_PAIR,
    BEHIND_PLACE,
    BEING_THERE,
    DIVISION,
    DONE_THERE,
    FEATURE,
    NATURE,
    OFFICE,
    ORGAN,
    PREDICATES,
    RELIEF,
    ROAD_START,
    SEAT_WORDS,
    SEATS,
    SEPARATOR,
    TITLE_BEFORE,
    TITLE_ENDS,
    WATER,
    WITH,
    is_road,
    set_out_for,
)
from kg.lexicon.tables import Tables
from kg.lexicon.together import COUNTED, OF_COUNTIES, ZONE_START, Together, drop_overlaps
from kg.lexicon.zones import names_zone

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: How far behind a rejected name its neighbours are read again: no surface is longer.
WINDOW = 24


#: Begins with what looks like a hill's name behind a county's: 鄞州山海协作产业园.
_PROGRAMME = ("山海协作", "山海情", "山海工程", "山海经济")


class Entry(NamedTuple):
    """What one pattern of the automaton stands for; `places` is empty for a word that only looks like a place."""

    places: tuple[Place, ...] = ()
    form: Form = "full"
    risk: str = ""
    parts: tuple[tuple[Place, ...], ...] = ()  # of a compound: what each character may stand for
    offset: int = 0  # characters of the pattern before the name (赴粤: 1)


#: A prefecture's short form found this often without a title before it is a place, though a person bears it too.
_OFTEN = 3


class Kind(IntEnum):
    """What has to be looked at around a match: nothing, the characters beside it, the one behind; no place; more; a
    word beside the comma of a list."""

    PLAIN = 0
    SHORT = 1
    AREA = 2
    NOTHING = 3
    RULED = 4
    LISTED = 5


class Doubt(IntEnum):
    """What a match may be instead of a place: nothing else, chance, a common word, perhaps a person, certainly
    one."""

    NONE = 0
    WEAK = 1
    WORD = 2
    NAME = 3
    PERSON = 4


_DOUBTS = {"": Doubt.NONE, "w": Doubt.WEAK, "1": Doubt.WORD, "b": Doubt.WORD, "x": Doubt.WORD}


class Scanner:
    """The automaton and the rules behind it. One a process; keeps no state between texts."""

    def __init__(self, gazetteer: Gazetteer, tables: Tables) -> None:
        self._gazetteer = gazetteer
        self._tables = tables
        self._townships = gazetteer.townships
        self._not_behind = frozenset(tables.words["after_single"])
        self._after_compound = tuple(tables.words["after_compound"])
        entries: dict[str, Entry] = {}
        for char, abbreviation in tables.abbreviations.items():
            lone = Entry(tuple(map(gazetteer.get, abbreviation.places)), "abbr", offset=1)
            for verb in tables.words["before_single"]:
                if abbreviation.verbs == "*" or verb in abbreviation.verbs:
                    entries[verb + char] = lone
        paired = {char: a.places for char, a in tables.abbreviations.items() if a.pair}
        self._paired = {char: tuple(map(gazetteer.get, ids)) for char, ids in paired.items()}
        self._after_route = tuple(tables.words["after_route"])
        self._stops = {text for text in tables.not_places if len(text) == 2} | {
            s[0] for s in tables.surfaces if len(s[0]) == 2
        }
        for first, second in permutations(paired, 2):
            entries[first + second] = self._compound((paired[first], paired[second]))
        for text, parts in tables.compounds.items():
            entries[text] = self._compound(tuple((part,) for part in parts))
        for surface, ids, form, risk in tables.surfaces:
            entries[surface] = Entry(tuple([tables.places[id] for id in ids]), form, risk)
        entries |= {text: Entry() for text in tables.not_places}
        #: 合作, 资源: county names that no text means without 县, but in a list of counties
        self._never = frozenset(name for name, risk in tables.risky.items() if risk == "x" and len(name) == 2)
        listed = {pattern: Entry() for name in self._never for pattern in ("、" + name, name + "、")}
        self._together = Together(gazetteer, tables, self._never)
        entries |= listed
        self._entries = list(entries.values())
        self._surfaces = list(entries)
        #: what every hit of a pattern has in common: its text, places, form, parts
        self._facts = [(surface, entry.places, entry.form, ()) for surface, entry in entries.items()]
        self._kinds = [
            Kind.LISTED if surface in listed else self._kind(surface, entry) for surface, entry in entries.items()
        ]
        surnames = tables.surnames
        #: a two-character short form is looked at closely only between such characters
        self._odd_before = frozenset((*TITLE_ENDS, *surnames))
        self._odd_behind = frozenset((*ROAD_START, *FEATURE, *"森腹余"))
        self._careful = [surface[0] == "长" or surface[0] in surnames for surface in entries]
        #: 推广 before 广安, 重庆祝 behind it: words that may share a character with a short form
        self._words_before, self._words_behind = tables.cut_before, tables.cut_behind
        self._bound = frozenset(tables.words["bound"])  # 推广: its first character never stands alone
        self._heads = {surface[:2] for surface in entries}
        self._sure = {surface for surface, kind in zip(entries, self._kinds, strict=True) if kind is Kind.SHORT}
        self._automaton = AhoCorasick(
            list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    @staticmethod
    def _kind(surface: str, entry: Entry) -> Kind:
        if not entry.places:
            return Kind.NOTHING
        if entry.risk or entry.offset or entry.parts:
            return Kind.RULED
        bare = (
            entry.form == "alias" and len(surface) == 2 and entry.places[0].level in ("cluster", "county")
        )  # 苏南, 浦东
        if len(surface) > 2 and surface[-1] in RELIEF:
            return Kind.RULED
        if entry.form != "short" and not bare:
            return Kind.AREA if surface.endswith("区") else Kind.PLAIN
        return Kind.SHORT

    def _compound(self, parts: tuple[tuple[str, ...], ...]) -> Entry:
        found = tuple(tuple(map(self._gazetteer.get, ids)) for ids in parts)
        return Entry(tuple(options[0] for options in found), "compound", parts=found)

    # -- the pass
    # ------------------------------------------------------------------------------------------------------

    def scan(self, text: str, near: Iterable[str] = (), year: int | None = None) -> list[PlaceHit]:
        """Every place name in `text`; `near` are ids of places known from outside it, `year` that of the text."""
        hits, doubtful, words = self._match(text)
        evidence = Evidence(self._gazetteer, text, hits, near)
        if doubtful:
            hits = self._judge(text, hits, doubtful, evidence)
        hits = self._townships.add(text, hits, evidence)
        hits = self._together.read(text, hits, words)
        if year is not None:
            hits = [self._then(hit, year) for hit in hits]
        return evidence.narrow(hits)

    def _then(self, hit: PlaceHit, year: int) -> PlaceHit:
        """A hit with the divisions that bore the name in `year`, where those of today came later (绥化市 in 1998)."""
        if hit.parts or all(place.kind != "division" or place.alive(year) for place in hit.places):
            return hit
        then = tuple(place for place in self._gazetteer.lookup(hit.text, year) if place not in hit.places)
        kept = tuple(place for place in hit.places if place.alive(year)) + then
        return PlaceHit(hit.start, hit.end, hit.text, kept or hit.places, hit.form)

    def _match(self, text: str) -> tuple[list[PlaceHit], list[tuple[PlaceHit, Doubt]], bool]:
        """The automaton's matches: those that are places by themselves, and the doubtful ones; whether a word that is
        also a county stands in a list."""
        words = False
        hits: list[PlaceHit] = []
        doubtful: list[tuple[PlaceHit, Doubt]] = []
        persons: set[str] = set()
        kinds, entries, facts, careful = self._kinds, self._entries, self._facts, self._careful
        odd_before, odd_behind, words_before = self._odd_before, self._odd_behind, self._words_before
        surnames, separator, behind_place = self._tables.surnames, SEPARATOR, BEHIND_PLACE
        make, append = tuple.__new__, hits.append
        plain, short, area = Kind.PLAIN, Kind.SHORT, Kind.AREA
        nothing, in_list = Kind.NOTHING, Kind.LISTED
        last = len(text) - 1
        reach = 0
        listed = -4  # where the last person's name ended
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < reach:
                continue
            kind = kinds[index]
            if (
                kind is plain
                or (kind is area and text[end : end + 1] != "域")
                or (
                    kind is short
                    and start - listed >= 4
                    and start > 0
                    and end <= last
                    and (behind := text[end]) not in odd_behind
                    and (
                        (before := text[start - 1]) not in odd_before
                        or (
                            before not in TITLE_ENDS
                            and start > 1
                            and text[start - 2] not in BEFORE_NAME
                            and text[start - 2 : start] not in surnames
                        )
                    )
                    and not (before in separator and behind not in separator and behind not in behind_place)
                    and not (careful[index] and (before in separator or before in OFFICE))
                    and text[start - 1 : start + 1] not in words_before
                )
            ):
                append(make(PlaceHit, (start, end, *facts[index])))
                continue
            if kind is nothing:
                continue
            if kind is in_list:
                words = True
                if text[end : end + 1] in DIVISION:  # 安义县、资源县: the county's full name, not the word
                    whole = self._again(text, start, end)
                    behind = text[whole[0].end : whole[0].end + 1] if whole is not None else ""
                    if whole is not None and whole[0].form == "full" and behind not in ("级", "域"):
                        append(whole[0])
                        reach = whole[0].end
                continue
            found = self._hit(text, index, start, end)
            if found is not None and found[1] is Doubt.PERSON and not self._under(hits, found[0]):
                person = self._named_at(text, start, end)
                persons.add(person)
                listed = start + len(person)
                found = self._again(text, start, end)
                if found is not None and found[0].form != "full" and found[0].places[0].level != "province":
                    found = None  # 主任右玉林: what begins inside a person's name is no place either
            elif found is None and (entries[index].offset or (end - start == 2 and self._cut(text, start))):
                found = self._again(text, start, end)  # 在京津冀, 肯定西藏: what is no name hid one
            if found is None:
                continue
            hit, doubt = found
            reach = max(reach, hit.end)
            if hit.start - listed < 4 and text[hit.start - 1] == "、" and hit.form == "short":
                doubt, listed = max(doubt, Doubt.NAME), hit.end  # 常委深州、阜城、枣强国: a list of persons goes on
            if doubt in (Doubt.NONE, Doubt.PERSON):
                hits.append(hit)
            else:
                doubtful.append((hit, doubt))
        if persons:  # 市长祁连山 … 祁连山指出: a person once is one throughout, unless the place is plainly meant too
            often = Counter(h.text for h in hits if h.text in persons and h.places[0].level == "prefecture")
            persons = {person for person in persons if often[person] < _OFTEN}
            full = {place.id for hit in hits if hit.form == "full" for place in hit.places}
            hits = [
                hit
                for hit in hits
                if hit.text not in persons or hit.form == "full" or any(place.id in full for place in hit.places)
            ]
            doubtful = [item for item in doubtful if item[0].text not in persons]
        return hits, doubtful, words

    def _named_at(self, text: str, start: int, end: int) -> str:
        """The short form that begins a person's name at `start`, or one behind it where 长 there ends a title."""
        if text[start] == "长":
            for _, a, b in self._automaton.find_matches_as_indexes(text[start + 1 : end + WINDOW]):
                return text[start + 1 : start + 1 + b] if a == 0 else ""
        return text[start:end]

    def _under(self, hits: list[PlaceHit], hit: PlaceHit) -> bool:
        """Whether what a hit lies in is named right before it: 四川省长宁 is no governor called 宁."""
        if not hits or hits[-1].end != hit.start:
            return False
        return any(hits[-1].places[0] in self._gazetteer.chain(place) for place in hit.places)

    def _hit(self, text: str, index: int, start: int, end: int) -> tuple[PlaceHit, Doubt] | None:
        entry = self._entries[index]
        if not entry.places:
            return None
        if entry.offset:
            if end < len(text) and text[end] not in self._not_behind and text[end] >= "一":
                return None
            start += entry.offset
        doubt = _DOUBTS[entry.risk]
        if entry.form == "short":
            behind = text[end : end + 1]
            hill = behind == "山" and not text.startswith(_PROGRAMME, end)  # 鄞州|山海协作
            if (behind in ROAD_START and is_road(text, end)) or (hill and entry.places[0].level == "county"):
                return None  # 中山路; 长白山
            if end - start == 2 and self._cut(text, start):
                return None  # 推广安全, 隆重庆祝, 肯定西藏
            if text[end - 1] in RELIEF and NATURE.match(text, end):
                return None  # 大兴安岭森林
            if text[end - 1] in "江河湖溪" and entry.places[0].level == "county" and WATER.match(text, end):
                return None  # 衢江治理
            if entry.places[0].level != "province":
                doubt = max(doubt, self._doubt(text, start, end, entry.places))
        elif entry.form == "alias" and end - start == 2 and entry.places[0].level in ("cluster", "county"):
            doubt = max(doubt, self._doubt(text, start, end, entry.places))  # 、苏南海等
        elif text[end : end + 1] == "域" and text[end - 1] == "区":  # 中西区域
            return None
        elif end - start == 2 and entry.risk:
            told = self._doubt(text, start, end, entry.places)  # 书记景县成
            sure = told is Doubt.NONE and self._stands_alone(text, start, end, word=entry.risk != "w")
            doubt = Doubt.NONE if sure else max(doubt, told)
        if entry.parts:
            return self._compound_hit(text, start, end, entry)
        return PlaceHit(start, end, text[start:end], entry.places, entry.form), doubt

    def _compound_hit(self, text: str, start: int, end: int, entry: Entry) -> tuple[PlaceHit, Doubt] | None:
        """A compound with what runs on behind it (沪苏浙皖); none in the name of a railway, a plateau, a person."""
        options = list(entry.parts)
        while end < len(text) and text[end] in self._paired and text[end : end + 2] not in self._stops:
            options.append(self._paired[text[end]])
            end += 1
        if end - start < 4 and text.startswith(self._after_route, end):
            return None
        if text[start:end] in self._tables.dependent and not text.startswith(self._after_compound, end):
            return None
        if (
            end - start == 2
            and text[start - 1 : start] in self._tables.surnames
            and text[start - 2 : start - 1] in BEFORE_NAME
            and not text.startswith(self._after_compound, end)
        ):
            return None  # 主席万鄂湘代表
        parts = tuple(PlaceHit(at, at + 1, text[at], places, "abbr") for at, places in enumerate(options, start=start))
        return PlaceHit(start, end, text[start:end], tuple(p.places[0] for p in parts), "compound", parts), Doubt.NONE

    def _again(self, text: str, start: int, end: int) -> tuple[PlaceHit, Doubt] | None:
        """The name that begins inside ``text[start + 1:end]`` and was hidden by what was rejected there."""
        base = start + 1
        if end - start == 2 and text[base : base + 2] not in self._heads:
            return None
        for index, a, b in self._automaton.find_matches_as_indexes(text[base : end + WINDOW]):
            if base + a >= end:
                return None
            found = None if self._entries[index].offset else self._hit(text, index, base + a, base + b)
            if found is not None and found[1] is not Doubt.PERSON:
                return found
        return None

    # -- what needs a second look
    # --------------------------------------------------------------------------------------

    def _doubt(self, text: str, start: int, end: int, places: tuple[Place, ...]) -> Doubt:
        """Whether a two-character short form is a person's name, or may be one, by what stands around it."""
        surnames = self._tables.surnames
        before, behind = text[start - 1 : start], text[end : end + 1]
        if before in TITLE_ENDS and TITLE_BEFORE.search(text, max(0, start - 3), start):
            return Doubt.PERSON  # 部长乌兰其其格, 市长祁连山
        if text[start] == "长" and before in OFFICE:
            return Doubt.PERSON if before in SEATS else Doubt.NAME  # 副市|长沙海, but also 新华社|长沙
        if behind in DIVISION or end - start > 2:
            return Doubt.NONE
        came = before == "来"  # 市长来榆林考察: the verb, a rare surname before what is a place
        if text[start - 2 : start] in surnames or (
            before in surnames and not came and text[start - 2 : start - 1] in BEFORE_NAME
        ):
            return Doubt.PERSON  # 书记王安顺, 任命祝衡山, 诸葛兰陵
        if before in SEPARATOR and text[end - 1] != "县":  # 、单县、 is no 单 by name
            if behind not in BEHIND_PLACE and behind >= "一" and self._ends_name(text, end + 1):
                return Doubt.NAME  # 、吴江汉、 and 、平鲁生出席
            if text[start:end] in surnames or (
                text[start] in surnames and behind in SEPARATOR and places[0].level == "county"
            ):
                return Doubt.NAME  # 、宁晋、 and 南宫雁
        if behind in FEATURE and places[0].level == "county" and not text.startswith(_PROGRAMME, end):
            return Doubt.WORD  # 祥符荡, 平谷线
        return Doubt.NONE

    @staticmethod
    def _stands_alone(text: str, start: int, end: int, word: bool) -> bool:
        """Whether a two-character county has its own organ behind it (单县县委) or nothing else around (歙县与黟县).

        `word`: it is also cut from other words (全市和县委), so that it has to begin where they cannot.
        """
        if word and (text[end - 1] != "县" or text[start - 1 : start] not in BEFORE_WORD):
            return False
        if Scanner._own_organ(text, end):
            return True
        if text.startswith(("人民政府", "副县长", "副市长"), end):
            return True
        before, behind = text[start - 1 : start], text[end : end + 1]
        return (not before or before in SEPARATOR or before in "与和省市州") and (
            not behind or behind in SEPARATOR or behind in "与和同召举签组赴来"
        )

    @staticmethod
    def _pairs_of_counties(text: str, doubtful: list[tuple[PlaceHit, Doubt]]) -> set[int]:
        """Where two short forms, each too weak alone, stand as the two sides of an act: 霍邱与固始签署合作协议."""
        out: set[int] = set()
        for (one, a), (two, b) in pairwise(doubtful):
            if (
                a is b is Doubt.WEAK
                and one.end + 1 == two.start
                and text[one.end] in "与和同、"
                and (one.start == 0 or text[one.start - 1] in BEFORE_PAIR)
                and BEHIND_PAIR.match(text, two.end)
            ):
                out.update((one.start, two.start))
        return out

    @staticmethod
    def _is_organ(text: str, hit: PlaceHit) -> bool:
        """Whether a name that is also a word (城区, 新城区) bears an organ or its head, and nothing before it."""
        before = text[hit.start - 1 : hit.start]
        return (not before or before in SEPARATOR or before in "与和同及到赴") and ORGAN.match(
            text, hit.end
        ) is not None

    @staticmethod
    def _gone_to(text: str, hit: PlaceHit) -> bool:
        """Whether somebody sets out for what may be a place (赴凉山考察); a prefecture is met in other ways too."""
        if set_out_for(text, hit.start, hit.end):
            return True
        if hit.places[0].level != "prefecture":
            return False
        least = max(0, hit.start - 2)
        if WITH.search(text, least, hit.start):
            return BEHIND_PAIR.match(text, hit.end) is not None
        return BEING_THERE.search(text, least, hit.start) is not None and DONE_THERE.match(text, hit.end) is not None

    def _cut(self, text: str, start: int) -> bool:
        """Whether a name of two characters is the end of one word and the beginning of the next: 广安 in 推广安全."""
        before = text[start - 1 : start + 1]
        if before not in self._words_before or text[start - 2 : start] in self._sure:
            return False  # 广西北海水产: 西北 is no word behind 广
        behind = text[start + 1 : start + 3]
        return behind in self._words_behind or behind in self._sure or before in self._bound

    def _hides(self, text: str, hit: PlaceHit) -> bool:
        """Whether a surer name begins inside a hit and reaches beyond it: 第一集安徽 is no 集安."""
        again = self._again(text, hit.start, hit.end)
        return again is not None and again[1] is Doubt.NONE and again[0].end > hit.end

    @staticmethod
    def _ends_name(text: str, at: int) -> bool:
        return (
            text[at : at + 1] in SEPARATOR or text.startswith(PREDICATES, at) or AND_SO_MANY.match(text, at) is not None
        )

    def _shown(
        self, text: str, hit: PlaceHit, doubt: Doubt, before: PlaceHit | None, evidence: Evidence
    ) -> tuple[Place, ...]:
        """The places that a doubtful hit stands for, by what the page names and by what stands around it."""
        weak = doubt is Doubt.WEAK
        kept = evidence.supports(hit, before, word=doubt is Doubt.WORD)
        if kept or (weak and not self._hides(text, hit) and (kept := evidence.supports(hit, before, weak=True))):
            return kept
        brand = self._tables.risky.get(hit.text) == "b"  # 与阿里签约: the firm
        if doubt in (Doubt.WEAK, Doubt.WORD) and not brand and self._gone_to(text, hit):
            return hit.places
        if OF_COUNTIES.match(text, hit.end):  # 霍山、金寨两县
            kept = tuple(place for place in hit.places if place.level == "county")
        elif doubt is not Doubt.NAME and COUNTED.match(text, hit.end):  # 大理六县市
            level = "county" if text[hit.start - 1 : hit.start] in ("、", "和", "与") else "prefecture"
            kept = tuple(place for place in hit.places if place.level == level)
        if (
            not kept
            and (
                (
                    hit.form == "full" and self._is_organ(text, hit)
                )  # 城区人大常委会, 新城区区长: one of several, left open
                or (hit.form != "full" and self._own_organ(text, hit.end))  # 博州州长
                or (weak and text[hit.end : hit.end + 1] in ZONE_START and names_zone(text, hit.end))  # 怀宁经济开发区
            )
        ):
            return hit.places
        return kept

    @staticmethod
    def _own_organ(text: str, end: int) -> bool:
        """Whether the last character of a name is said again for its organ or its head: 博州|州长, 单县|县委."""
        return (
            text[end - 1] in DIVISION and text.startswith(text[end - 1], end) and text[end + 1 : end + 2] in SEAT_WORDS
        )

    def _judge(
        self, text: str, hits: list[PlaceHit], doubtful: list[tuple[PlaceHit, Doubt]], evidence: Evidence
    ) -> list[PlaceHit]:
        """Take the doubtful hits that the text shows to be places; look again where one is turned down."""
        taken: list[PlaceHit] = []
        names: set[str] = set()
        ends = {hit.end: hit for hit in hits}
        pairs = self._pairs_of_counties(text, doubtful)
        still: list[tuple[PlaceHit, Doubt]] = []
        for hit, doubt in doubtful:
            kept = hit.places if hit.start in pairs else self._shown(text, hit, doubt, ends.get(hit.start), evidence)
            if not kept:
                still.append((hit, doubt))
                continue
            ends[hit.end] = hit = PlaceHit(hit.start, hit.end, hit.text, kept, hit.form)
            evidence.learn(hit)
            taken.append(hit)
        for hit, doubt in reversed(still):  # 龙南、定南、全南: what stands beside it may be known by now
            if doubt is not Doubt.NAME and (kept := evidence.in_list(hit)):
                ends[hit.end] = hit = PlaceHit(hit.start, hit.end, hit.text, kept, hit.form)
                evidence.learn(hit)
                taken.append(hit)
                continue
            if doubt is Doubt.NAME:
                names.add(hit.text)
            again = self._again(text, hit.start, hit.end)
            if again is not None:
                found, other = again
                places = (
                    found.places if other is Doubt.NONE else evidence.supports(found, None, weak=other is Doubt.WEAK)
                )
                if places and other is not Doubt.PERSON:
                    taken.append(PlaceHit(found.start, found.end, found.text, places, found.form, found.parts))
        if names:  # a person in a list of persons is one throughout, unless something speaks for the place
            hits = [hit for hit in hits if hit.text not in names or evidence.supports(hit, ends.get(hit.start))]
            taken = [hit for hit in taken if hit.text not in names or evidence.supports(hit, ends.get(hit.start))]
        return drop_overlaps(hits + taken) if taken else hits
