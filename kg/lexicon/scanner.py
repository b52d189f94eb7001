"""Finding place names in a running text.

One pass of an Aho–Corasick automaton finds every name, known compounds (川渝), pairs of province characters (赣湘),
a verb with a lone character (赴粤) and the words that only look like places (湘江), which win by being longer and
are then dropped. What needs a second look follows, in this order: short forms that are also words or persons,
townships, zones that are in no list (a division's name with 经济开发区 behind it), and compounds of two places that
the page names (慈常, in a page on 慈溪 and 常山).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise, permutations
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon.evidence import Evidence
from kg.lexicon.places import Form, Place, PlaceHit
from kg.lexicon.tables import Tables
from kg.lexicon.zones import may_name_zone, names_zone, zone_behind, zone_for

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: How far behind a rejected name its neighbours are read again: no surface is longer.
WINDOW = 24


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


_DOUBTS = {"": Doubt.NONE, "w": Doubt.WEAK, "1": Doubt.WORD, "x": Doubt.WORD}
#: A title right before a name: what follows it is a person.
_TITLE_BEFORE = re.compile(
    "(?:书记|[省市县区州盟旗镇乡村部厅局处科院校会行站所组队团社室书察事员议总军师司署庭]长|[省市县区委院会]领导|主任|主席|委员|常委|总理|省委书记|经理|任命|免去|先生|女士)$"
)
_TITLE_ENDS = frozenset("记长导任席员委志理命去生士")
#: 副市长沙海: what 长 belongs to when one of these stands before it.
_OFFICE = frozenset((*"省市县区州盟旗镇乡村部厅局处科院校会行站所组队团社",))
#: … of those, the ones whose head is more likely meant than a place on 长.
_SEATS = frozenset((*"省市县区州盟旗镇乡部厅局",))
#: What a person does right after being named.
_PREDICATES = (
    "出席",
    "参加",
    "主持",
    "陪同",
    "讲话",
    "汇报",
    "列席",
    "致辞",
    "指出",
    "强调",
    "表示",
    "介绍",
    "到会",
    "一行",
    "同志",
)
_DIVISION = frozenset(("省", "市", "县", "区", "州", "盟", "旗"))
#: What may stand between a place and the next comma: 成都等、
_BEHIND_PLACE = frozenset(("等", "和", "与", "及", "的", "段", "籍", "人", "港", "、", "，"))
#: 苏南海等6名政协委员: how a list of persons ends.
#: What follows two places that do something together.
_BEHIND_PAIR = re.compile(
    "(?:两县|两地|两区|两市|县|共同|联合|携手|联手|正式)?(?:签|缔结|达成|结对|结为|结成|合作|协作|共建|毗邻|交界|接壤|互访|开展|举行|举办|召开|建立|对接|两[县地区市])"
)
_ORGAN = re.compile(
    "(?:委(?=书记|副书记|常委|员会|、)|区委|区政府|区长|副区长|区人大|区政协|区纪委|人大常委会|人民政府|政协|党政代表团|代表团|人民法院|人民检察院)"
)
_AND_SO_MANY = re.compile("等(?:[0-9一二两三四五六七八九十]{1,3}[人名位]|领导|同志|人)")
#: Short forms that end in these are called after a mountain or a river, and with these behind them they are it.
_RELIEF = frozenset("山岭江河湖原峰")
_NATURE = re.compile("森林(?!城|公安)|林海|山脉|腹地|余脉|主峰|流域|原始")
#: A county's short form before one of these names a mountain, a lake, a railway, a village.
_FEATURE = frozenset(("山", "湖", "荡", "河", "江", "溪", "洲", "岛", "峡", "湾", "线", "村"))
_SEPARATOR = frozenset(("、", "，", ",", "。", "；", ";", " ", "\n", "\u3000"))
#: What stands before two places that do something together.
_BEFORE_PAIR = frozenset((*_SEPARATOR, *"在由为化动进“"))
#: What follows the 县 of a county's organ: 县委, 县长, 县政府, 县人大, 县纪委
_SEAT_WORDS = frozenset("委长政人纪监副")
#: What stands before a county that is also cut from other words (和县): a boundary, or what it lies in.
_BEFORE_WORD = frozenset((*"、，,。；;：: \n\u3000（(省", ""))
#: What stands before a surname: a boundary, or the end of a title.
_BEFORE_NAME = frozenset((*"、，,。；;：: \n\u3000（(“记长席任员理志事导命去名", ""))


_PAIRED, _NAMED = frozenset(("prefecture", "county")), frozenset(("full", "short"))
_BY_START = attrgetter("start")


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
        #: how prefectures and counties begin: 慈常 is 慈溪 and 常山
        self._firsts = frozenset(place.name[0] for place in tables.places.values() if place.level in _PAIRED)
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
        self._odd_before = frozenset((*_TITLE_ENDS, *surnames))
        self._odd_behind = frozenset((*_ROAD_START, *_FEATURE, *"森腹余"))
        self._careful = [surface[0] == "长" or surface[0] in surnames for surface in entries]
        #: 推广 before 广安, 重庆祝 behind it: words that may share a character with a short form
        self._words_before, self._words_behind = tables.cut_before, tables.cut_behind
        self._bound = frozenset(tables.words["bound"])  # 推广: its first character never stands alone
        self._heads = {surface[:2] for surface in entries}
        self._sure = {surface for surface, kind in zip(entries, self._kinds, strict=True) if kind is Kind.SHORT}
        self._joining = AhoCorasick(list(self._after_compound), matchkind=MatchKind.LeftmostLongest)
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
        if len(surface) > 2 and surface[-1] in _RELIEF:
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
        behind = [text[hit.end : hit.end + 1] for hit in hits]
        if not _COUNT.isdisjoint(behind):
            hits = self._counted(text, hits)
        if words:
            hits = self._listed(text, hits)
        if not _ZONE_START.isdisjoint(behind):
            hits = self._zones(text, hits)
        hits = self._named_compounds(text, hits)
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
        surnames, separator, behind_place = self._tables.surnames, _SEPARATOR, _BEHIND_PLACE
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
                            before not in _TITLE_ENDS
                            and start > 1
                            and text[start - 2] not in _BEFORE_NAME
                            and text[start - 2 : start] not in surnames
                        )
                    )
                    and not (before in separator and behind not in separator and behind not in behind_place)
                    and not (careful[index] and (before in separator or before in _OFFICE))
                    and text[start - 1 : start + 1] not in words_before
                )
            ):
                append(make(PlaceHit, (start, end, *facts[index])))
                continue
            if kind is nothing:
                continue
            if kind is in_list:
                words = True
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
            if (behind in _ROAD_START and is_road(text, end)) or (behind == "山" and entry.places[0].level == "county"):
                return None  # 中山路; 长白山
            if end - start == 2 and self._cut(text, start):
                return None  # 推广安全, 隆重庆祝, 肯定西藏
            if text[end - 1] in _RELIEF and _NATURE.match(text, end):
                return None  # 大兴安岭森林
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
            and text[start - 2 : start - 1] in _BEFORE_NAME
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
        if before in _TITLE_ENDS and _TITLE_BEFORE.search(text, max(0, start - 3), start):
            return Doubt.PERSON  # 部长乌兰其其格, 市长祁连山
        if text[start] == "长" and before in _OFFICE:
            return Doubt.PERSON if before in _SEATS else Doubt.NAME  # 副市|长沙海, but also 新华社|长沙
        if behind in _DIVISION or end - start > 2:
            return Doubt.NONE
        if text[start - 2 : start] in surnames or (before in surnames and text[start - 2 : start - 1] in _BEFORE_NAME):
            return Doubt.PERSON  # 书记王安顺, 任命祝衡山, 诸葛兰陵
        if before in _SEPARATOR and text[end - 1] != "县":  # 、单县、 is no 单 by name
            if behind not in _BEHIND_PLACE and behind >= "一" and self._ends_name(text, end + 1):
                return Doubt.NAME  # 、吴江汉、 and 、平鲁生出席
            if text[start:end] in surnames or (
                text[start] in surnames and behind in _SEPARATOR and places[0].level == "county"
            ):
                return Doubt.NAME  # 、宁晋、 and 南宫雁
        if behind in _FEATURE and places[0].level == "county":
            return Doubt.WORD  # 祥符荡, 平谷线
        return Doubt.NONE

    @staticmethod
    def _stands_alone(text: str, start: int, end: int, word: bool) -> bool:
        """Whether a two-character county has its own organ behind it (单县县委) or nothing else around (歙县与黟县).

        `word`: it is also cut from other words (全市和县委), so that it has to begin where they cannot.
        """
        if word and (text[end - 1] != "县" or text[start - 1 : start] not in _BEFORE_WORD):
            return False
        if text.startswith(text[end - 1], end) and text[end + 1 : end + 2] in _SEAT_WORDS:
            return True
        if text.startswith(("人民政府", "副县长", "副市长"), end):
            return True
        before, behind = text[start - 1 : start], text[end : end + 1]
        return (not before or before in _SEPARATOR or before in "与和省市州") and (
            not behind or behind in _SEPARATOR or behind in "与和同召举签组赴来"
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
                and (one.start == 0 or text[one.start - 1] in _BEFORE_PAIR)
                and _BEHIND_PAIR.match(text, two.end)
            ):
                out.update((one.start, two.start))
        return out

    @staticmethod
    def _is_organ(text: str, hit: PlaceHit) -> bool:
        """Whether a name that is also a word (城区, 新城区) bears an organ or its head, and nothing before it."""
        before = text[hit.start - 1 : hit.start]
        return (not before or before in _SEPARATOR or before in "与和同及到赴") and _ORGAN.match(
            text, hit.end
        ) is not None

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
            text[at : at + 1] in _SEPARATOR
            or text.startswith(_PREDICATES, at)
            or _AND_SO_MANY.match(text, at) is not None
        )

    def _judge(
        self, text: str, hits: list[PlaceHit], doubtful: list[tuple[PlaceHit, Doubt]], evidence: Evidence
    ) -> list[PlaceHit]:
        """Take the doubtful hits that the text shows to be places; look again where one is turned down."""
        taken: list[PlaceHit] = []
        names: set[str] = set()
        ends = {hit.end: hit for hit in hits}
        pairs = self._pairs_of_counties(text, doubtful)
        for hit, doubt in doubtful:
            weak = doubt is Doubt.WEAK
            kept = evidence.supports(hit, ends.get(hit.start), word=doubt is Doubt.WORD)
            if not kept and weak and not self._hides(text, hit):
                kept = evidence.supports(hit, ends.get(hit.start), weak=True)
            if not kept and hit.start in pairs:
                kept = hit.places
            if not kept and doubt is not Doubt.NAME and _COUNTED.match(text, hit.end):
                kept = tuple(place for place in hit.places if place.level == "prefecture")  # 大理六县市
            if not kept and hit.form == "full" and self._is_organ(text, hit):
                kept = hit.places  # 城区人大常委会, 新城区区长: one of several, left open
            if not kept and weak and text[hit.end : hit.end + 1] in _ZONE_START and names_zone(text, hit.end):
                kept = hit.places  # 怀宁经济开发区 is a sign by itself
            if kept:
                ends[hit.end] = hit = PlaceHit(hit.start, hit.end, hit.text, kept, hit.form)
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
        return self._drop_overlaps(hits + taken) if taken else hits

    @staticmethod
    def _drop_overlaps(hits: list[PlaceHit]) -> list[PlaceHit]:
        hits.sort(key=_BY_START)
        out: list[PlaceHit] = []
        reach = 0
        for hit in hits:
            if hit.start >= reach:
                out.append(hit)
                reach = hit.end
        return out

    def _listed(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """临潭、合作、卓尼 and 南昌市新建、东湖: a word of every text is a county in a list of its city's counties."""
        extra: list[PlaceHit] = []
        beside = [hit for hit in hits if hit.places[0].level in _PAIRED]
        for hit in beside:  # grows: what is found has neighbours too
            place = hit.places[0]
            if place.level == "county":
                if text[hit.end : hit.end + 1] == "、":
                    extra += self._sibling(text, hit.end + 1, place.parent)
                if text[hit.start - 1 : hit.start] == "、":
                    extra += self._sibling(text, hit.start - 3, place.parent)
            elif text[hit.end + 2 : hit.end + 3] == "、" and self._county(text[hit.end + 3 : hit.end + 5], place.id):
                extra += self._sibling(text, hit.end, place.id)
            if extra:
                beside += [found for found in extra if all(found.start != known.start for known in beside)]
        if not extra:
            return hits
        taken = {at for hit in hits for at in range(hit.start, hit.end)}
        return self._drop_overlaps(hits + [hit for hit in extra if hit.start not in taken])

    def _sibling(self, text: str, start: int, parent: str | None) -> list[PlaceHit]:
        """The county of `parent` whose short form, a word of every text, stands at `start` with nothing around it."""
        word = text[start : start + 2] if start >= 0 else ""
        if word not in self._never or text[start + 2 : start + 3] not in _BEHIND_LISTED:
            return []
        if text[start - 1 : start] not in _BEFORE_LISTED:
            return []
        found = self._county(word, parent)
        return [PlaceHit(start, start + 2, word, found, "short")] if found else []

    def _county(self, name: str, parent: str | None) -> tuple[Place, ...]:
        return tuple(place for place in self._gazetteer.lookup(name) if place.parent == parent)

    @staticmethod
    def _counted(text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """阿坝三县: three of the prefecture, where the name ends no list of counties (红原、阿坝两县)."""
        out = hits
        for i, hit in enumerate(hits):
            if hit.form != "short" or text[hit.end : hit.end + 1] not in _COUNT or not _COUNTED.match(text, hit.end):
                continue
            if text[hit.start - 1 : hit.start] in _LISTED:
                continue
            above = tuple(place for place in hit.places if place.level not in ("county", "township"))
            if len(above) < len(hit.places):
                out = list(hits) if out is hits else out
                out[i] = PlaceHit(hit.start, hit.end, hit.text, above, hit.form)
        return [hit for hit in out if hit.places] if out is not hits else hits

    def _zones(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Zones by pattern; where the prefecture stands before the county, it belongs to the name:
        北海铁山港工业区."""
        out: list[PlaceHit] = []
        starts = {hit.start for hit in hits}
        for hit in hits:
            if text[hit.end : hit.end + 1] in _ZONE_START and may_name_zone(text, hit.end):
                before = out[-1] if out and out[-1].end == hit.start else None
                if before is not None and (
                    before.form != "short" or before.places[0] not in self._gazetteer.chain(hit.places[0])
                ):
                    before = None
                beside = before is None and out and out[-1].end == hit.start and hit.end not in starts
                if beside and self._helper(out[-1], hit):
                    zone = zone_for(text, out[-1], hit)
                else:
                    zone = zone_behind(text, hit, before)
                if zone.start < hit.start:
                    out.pop()
                hit = zone
            out.append(hit)
        return self._drop_overlaps(self._own_zones(out))

    def _own_zones(self, hits: list[PlaceHit]) -> list[PlaceHit]:
        """A bare 滨海新区 is the 锦州滨海新区 the page names, unless it names what the other one lies in."""
        zones = {hit.places[0].id: hit for hit in hits if hit.places[0].source == "pattern"}
        if not zones:
            return hits
        named = {place.id for hit in hits for place in hit.places if place.source != "pattern"}
        out: list[PlaceHit] = []
        for hit in hits:
            if hit.form == "full" and hit.text.endswith("新区") and hit.places[0].source != "pattern":
                own = [zone for zone in zones.values() if zone.text.endswith(hit.text)]
                up = {place.id for place in self._gazetteer.chain(hit.places[0]) if place.level != "country"}
                if len(own) == 1 and named.isdisjoint(up):
                    hit = PlaceHit(hit.start, hit.end, hit.text, own[0].places, "alias")
            out.append(hit)
        return out

    def _helper(self, home: PlaceHit, hit: PlaceHit) -> bool:
        """Whether a region that lies elsewhere is named right behind a county or city: 阿克陶县江西(工业园区)."""
        return (
            hit.form == "short"
            and hit.places[0].level in ("province", "prefecture")
            and home.places[0].level in ("county", "prefecture")
            and all(home.places[0] not in (place, *self._gazetteer.chain(place)) for place in hit.places)
            and hit.places[0] not in self._gazetteer.chain(home.places[0])
        )

    def _named_compounds(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Two characters before 合作, 产业园 …: the first characters of two places of one level that the page
        names."""
        if len(hits) < 2:
            return hits
        firsts, none = self._firsts, self._tables.not_compounds
        joined = [
            end
            for _, end, _ in self._joining.find_matches_as_indexes(text)
            if text[end - 1] in firsts and text[end - 2] in firsts and text[end - 2 : end] not in none
        ]
        if not joined:
            return hits
        single: dict[str, Place | None] = {}  # None: several begin with it
        for hit in hits:
            if len(hit.places) == 1 and hit.form in _NAMED:
                place = hit.places[0]
                if place.level in _PAIRED:
                    char = place.name[0]
                    if single.setdefault(char, place) is not place:
                        single[char] = None
        extra: list[PlaceHit] = []
        starts: list[int] = []
        for end in joined:
            at = end - 2
            pair = text[at:end] if at >= 0 else ""
            one, two = single.get(pair[:1]), single.get(pair[1:])
            if one is None or two is None or one is two or one.level != two.level:
                continue
            starts = starts or [hit.start for hit in hits]
            i = bisect_left(starts, at + 1)  # what begins before it must have ended
            if i == 0 or hits[i - 1].end <= at:
                parts = (
                    PlaceHit(at, at + 1, text[at], (one,), "abbr"),
                    PlaceHit(at + 1, end, text[at + 1], (two,), "abbr"),
                )
                extra.append(PlaceHit(at, end, pair, (one, two), "compound", parts))
        return self._drop_overlaps(hits + extra) if extra else hits


#: 阿坝三县, 大理六县市, 毕节9县区
_COUNTED = re.compile(
    "(?:[一二两三四五六七八九十]{1,2}|[0-9]{1,2}个?)(?:个?县|个?旗|个?州|县区|县市|区县|市县|个区)(?!城)"
)
_COUNT = frozenset("一二两三四五六七八九十0123456789")
_LISTED = frozenset("、和与及同")
#: What stands around a word that is a county in a list.
_BEFORE_LISTED = frozenset((*"、，,。；;：: \n省市州盟区", ""))
_BEHIND_LISTED = frozenset((*"、，,。；;等和与及两三四五六七八九十", ""))
#: 中山路, 南京大街: the name of a road and not the place. 九江路线 is no road.
_ROAD = re.compile("(?:路(?![线径网演透子段])|街(?!道|区)|大道|大街|胡同|广场|大厦)")
_ROAD_START = frozenset(("路", "街", "大", "胡", "广"))
_ZONE_START = frozenset(
    "经高开工产新综保出合示试实先起科软物临空度管飞国省东西南北滨沿航轻纺化循绿生文旅农现食医电信汽健商承转边跨智装城(（"
)


def is_road(text: str, end: int) -> bool:
    """Whether a road or a square is named by what stands behind a place."""
    return _ROAD.match(text, end) is not None
