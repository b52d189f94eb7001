"""Which place each name in the article stands for, and where the article is at home (我市, 全区, 市委 …)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.document import Document
from kg.extract.inside import inside_name
from kg.lexicon import Context, Gazetteer, Place, PlaceHit
from kg.lexicon.media import home_of_medium
from kg.lexicon.names import country_pattern, surnames
from kg.lexicon.signs import set_out_for
from kg.model import Level

#: The own region said by pronoun, and the level it stands for.
OWN = re.compile(r"(我|全|本)(省|市|区|县|州|旗|盟|镇|乡|自治区)(?![委级政]|长(?!三角|江))")
_LEVELS: dict[str, tuple[str, ...]] = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "county", "province"),
    "州": ("prefecture",),
    "自治州": ("prefecture",),
    "自治县": ("county",),
    "盟": ("prefecture",),
    "地": ("prefecture",),
    "地区": ("prefecture",),
    "县": ("county",),
    "区": ("county", "zone"),
    "旗": ("county",),
    "镇": ("township",),
    "乡": ("township",),
    "街道": ("township",),
}
_SUFFIX_OF: dict[str, tuple[str, ...]] = {
    "省": ("省",),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("州",),
    "自治州": ("州",),
    "自治县": ("县",),
    "盟": ("盟",),
    "地": ("地区",),
    "地区": ("地区",),
    "县": ("县",),
    "区": ("区",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡",),
    "街道": ("街道",),
}
DIVISION_LEVELS = ("province", "prefecture", "county", "township")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at ``text[start:end]``. `place` is None where several fit and nothing settles it."""

    start: int
    end: int
    text: str
    name: str
    place: Place | None
    level: str
    form: str
    prefix: bool = False  # stands only before a place inside it (江苏 in 江苏溧阳市)
    inside: bool = False  # part of a firm's, paper's or road's name
    candidates: tuple[Place, ...] = ()


class Home:
    """The region an article is written from, at each level, as far as it shows."""

    def __init__(self, gazetteer: Gazetteer, by_level: dict[str, Place], sure: bool = True, told: bool = False) -> None:
        self._gazetteer = gazetteer
        self.told = told  # by the medium, the masthead, or 我市
        self.by_level = by_level
        self.sure = sure  # the medium is local, or the page speaks of 我市, 市委 … without a name

    @property
    def place(self) -> Place | None:
        """The nearest region the page is at home in, or None."""
        for level in ("county", "zone", "prefecture", "province"):
            if level in self.by_level:
                return self.by_level[level]
        return None

    def is_own(self, place: Place) -> bool:
        """Whether the page is at home in `place`, or `place` lies in the nearest region it is at home in."""
        nearest = self.place
        return place in self.by_level.values() or (nearest is not None and nearest in self._gazetteer.chain(place))

    def at(self, char: str, anchor: Place | None = None) -> Place | None:
        """The region that 市, 县, 省 … means here: `anchor` or what it lies in, else the page's own, else None."""
        if anchor is not None:
            for place in (anchor, *self._gazetteer.chain(anchor)):
                # 区委 beside a zone's post is the district's, where the page has a district
                if self.fits(place, char) and not (place.level == "zone" and "county" in self.by_level):
                    return place
        chosen = [self.by_level[level] for level in _LEVELS.get(char, ()) if level in self.by_level]
        fitting = [place for place in chosen if self.fits(place, char)]
        if char == "市" and "county" in self.by_level and self.by_level["county"] in fitting:
            return self.by_level["county"]
        return fitting[0] if fitting else None

    def zone(self, kind: str) -> Place | None:
        """The zone that a bare 高新区, 经开区 means: the one of the page's own city, where the tables list just one."""
        city = self.by_level.get("prefecture")
        if city is None or "county" in self.by_level:
            return None
        found = self._gazetteer.lookup(city.name.removesuffix("市") + kind)
        return found[0] if len(found) == 1 else None

    def named_zone(self, name: str, places: Sequence[PlaceMention]) -> tuple[Place | None, str]:
        """The zone that an office names: one the article tells in full, one of the tables, else the name as it stands."""
        told = {p.name: p.place for p in places if p.level == "zone" and p.name.endswith(name)}
        if len(told) == 1:
            return next(iter(told.values())), next(iter(told))
        for city in ("", self.by_level["prefecture"].name.removesuffix("市") if "prefecture" in self.by_level else ""):
            found = [p for p in self._gazetteer.lookup(city + name) if p.level == "zone"]
            if len(found) == 1:
                place = _listed_zone(self._gazetteer, found[0]) or found[0]
                return place, place.name
        return None, name

    def chain(self, place: Place) -> Sequence[Place]:
        """What `place` lies in, nearest first."""
        return self._gazetteer.chain(place)

    def above(self, place: Place) -> Place | None:
        """The prefecture a county lies in, the province a prefecture lies in."""
        return next((up for up in self._gazetteer.chain(place) if up.level != "country"), None)

    @staticmethod
    def fits(place: Place, char: str) -> bool:
        if place.level not in _LEVELS.get(char, ()):
            return False
        return place.level == "zone" or place.name.endswith(_SUFFIX_OF.get(char, ("",)))


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[list[PlaceMention], Home]:
    """All place mentions of the article, settled as far as it settles them, and its home.

    A first pass takes what is unambiguous; the home is read off it and the page's own hints; a second pass settles the rest.
    """
    year = int(document.published[:4]) if document.published and document.published[:4].isdigit() else None
    hits = gazetteer.scan(document.text, _hint_ids(document, gazetteer), year)
    sure = [hit.places[0] for hit in _flat(hits) if len(hit.places) == 1 and hit.places[0].level != "country"]
    hint_places = _hints(document, gazetteer, sure)
    mentions = _settle(document, gazetteer, hits, sure, hint_places)
    home = _home(document, gazetteer, mentions, hint_places)
    if home.place is not None:
        around = [*sure, home.place]
        mentions = _settle(document, gazetteer, hits, around, [*hint_places, home.place])
    mentions = _vouched(document, gazetteer, mentions, home)
    mentions = _of_unit(document, gazetteer, mentions)
    mentions = _among_cities(document, gazetteer, mentions)
    zones = _unlisted_zones(document, mentions)
    mentions = _same_zones(document, sorted([*mentions, *zones], key=lambda m: m.start)) if zones else mentions
    mentions = sorted([*mentions, *_unlisted_towns(document, mentions)], key=lambda m: m.start)
    mentions = _with_pair_forms(document, gazetteer, mentions)
    return _as_written(gazetteer, mentions), home


def _vouched(
    document: Document, gazetteer: Gazetteer, mentions: Sequence[PlaceMention], home: Home
) -> list[PlaceMention]:
    """Drop short names of counties (合作, 古城, 资源) that nothing else in the article speaks for.

    What speaks for one: its full name, a parent named elsewhere, a place right beside it or in one list with it, home, or
    that somebody sets out for it.
    """
    full = {m.place.id for m in mentions if m.place is not None and m.form == "full"}
    named = {m.place.id for m in mentions if m.place is not None and (m.form == "full" or m.level != "county")}
    own = {p.id for p in home.by_level.values()}
    out: list[PlaceMention] = []
    for index, mention in enumerate(mentions):
        bare = mention.form in ("short", "alias") and mention.text[-1] not in "县旗"  # 威宁县 is sure, 威宁 is not
        if bare and mention.level == "county" and not set_out_for(document.text, mention.start, mention.end):
            if mention.place is None:
                if len(mention.text) <= 2 and not any(
                    m.name.startswith(mention.text) and m is not mention and m.form == "full" for m in mentions
                ):
                    continue
            elif mention.place.id not in full | own:
                above = {p.id for p in gazetteer.chain(mention.place)[:1]}
                beside = any(
                    re.fullmatch(r"[、·—\-与和及至]", document.text[a.end : b.start])
                    for a, b in ((mentions[index - 1], mention), (mention, mentions[min(index + 1, len(mentions) - 1)]))
                    if a is not b and a.end <= b.start
                )
                under = index > 0 and mentions[index - 1].end == mention.start and mentions[index - 1].prefix
                beside = beside or under  # 重庆荣昌
                if not (above & (named | own)) and not beside:
                    continue
                if document.text.count(mention.text) == 1 and not beside and not (above & own):
                    continue
        out.append(mention)
    return out


_COUNTED = re.compile(r"[两三四五六七八九十](?P<unit>县|区|旗)(?![委级域长])")


def _of_unit(document: Document, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """In 久治、玛曲、阿坝三县 the last is the county, not the prefecture of the same short name."""
    out = list(mentions)
    at = {m.end: i for i, m in enumerate(out)}
    for match in _COUNTED.finditer(document.text):
        index = at.get(match.start())
        if index is not None:
            above = (
                out[index - 1] if index and out[index - 1].prefix and out[index - 1].end == out[index].start else None
            )
            begin = (above or out[index]).start  # 、四川阿坝三县
            if document.text[begin - 1 : begin] not in ("、", "和", "与"):
                continue  # 阿坝三县, in no list: three counties of the prefecture
        while index is not None:
            mention = out[index]
            if mention.form in ("short", "alias") and mention.level == "prefecture" and mention.place is not None:
                found = [
                    p
                    for p in gazetteer.lookup(mention.text)
                    if p.level == "county" and p.name.endswith(match.group("unit"))
                ]
                inside = [p for p in found if mention.place in gazetteer.chain(p)] or found
                if len(inside) == 1:
                    out[index] = replace(mention, name=inside[0].name, place=inside[0], level="county")
            before = out[index - 1] if index else None
            joined = before is not None and document.text[before.end : mention.start] in ("、", "和", "与", "")
            index = index - 1 if joined else None
    return out


_IN_LIST = ("、", "和", "与", "及")


def _among_cities(document: Document, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """In 海北、海南、黄南 the second is the prefecture of Qinghai, not the province: one list names places of one level."""
    out = list(mentions)
    for index, mention in enumerate(out):
        if mention.form != "short" or mention.level != "province":
            continue
        beside = [
            (b if a is mention else a).place
            for a, b in pairwise(out[max(0, index - 1) : index + 2])
            if (b if a is mention else a).level == "prefecture" and document.text[a.end : b.start] in _IN_LIST
        ]
        provinces = {up for place in beside if place is not None for up in gazetteer.chain(place)}
        same = [
            p
            for p in gazetteer.lookup(mention.text)
            if p.level == "prefecture" and any(up.level == "province" and up in provinces for up in gazetteer.chain(p))
        ]
        if len(same) == 1:
            out[index] = replace(mention, name=same[0].name, place=same[0], level="prefecture")
    return out


#: 重庆国际物流枢纽园区管委会: a zone no table lists is told by the office that governs it.
_ZONE_OFFICE = re.compile(
    r"(?:^|(?<=[,，。;；:：、与和同及由在任兼\s]))(?P<name>[\u4e00-\u9fff·—\-()（）]{3,18}?(?:园区|新区|开发区|产业园|港区|合作区|保税区|示范区|试验区|"
    r"工业园|管理区|度假区|科学城|高新区|经开区|新城|空港区|功能区|集聚区|自然保护区|风景名胜区|风景区|景区))(?=管委|党工委|管理局|管理委员会)"
)


_OFFICE = re.compile("管委|党工委|管理局|管理委员会")
#: What leads up to a zone's name: 现任宿马…园区, 由滨海新区, 成都产业投资集团与宜宾临港…区
_BEFORE_ZONE = re.compile(r".*(?:之后|此后|现任|担任|兼任|时任|拟任|集团|公司|[与由及])(?=.{3})")


#: 西王镇召开…: a town that no table lists is told by the headline that it begins.
_TOWN_ACTS = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,5}(?:镇|乡|街道|苏木))(?=召开|举行|举办|开展|组织|党委|部署|传达|迎接|启动|推进|深入|扎实|圆满|隆重|收听|收看)"
)


def _unlisted_towns(document: Document, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    taken = {m.start for m in mentions}
    names = {m["name"] for s in document.headlines if s.start not in taken and (m := _TOWN_ACTS.match(s.text))}
    return [
        PlaceMention(m.start(), m.end(), name, name, None, "township", "full")
        for name in names
        for m in re.finditer(re.escape(name), document.text)
        if m.start() not in taken
    ]


_ZONE_KIND = re.compile(r"(?:国家级|省级)?(?:经|高新|工业|产业|开发|循环|化工|新材料|现代|综合|保税|.{0,3}$)")


def _unlisted_zones(document: Document, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    ends = {m.end for m in mentions if m.level == "zone"}
    out: list[PlaceMention] = []
    for match in _ZONE_OFFICE.finditer(document.text) if _OFFICE.search(document.text) else ():
        name = match.group("name")
        start = match.start("name")
        told = _BEFORE_ZONE.match(name)
        if told is not None:
            start, name = start + told.end(), name[told.end() :]
        lying = [m for m in mentions if m.text[-1] in "省市县区州旗" and m.level in DIVISION_LEVELS]
        for outer in lying:  # 山西省运城市芮城县|风陵渡经济开发区
            if outer.start == start and outer.end < match.end() and not _ZONE_KIND.match(name[len(outer.text) :]):
                start, name = outer.end, name[len(outer.text) :]
        if re.match("[省市县区州](?=经|高|工|产|开)", name):
            continue  # 县经济开发区: of the page's own county, which its name leaves out
        if (
            match.end("name") in ends
            or re.search(
                r"(?:书记|主任|[市县区省]长|一个|各|全|本|我|该|发挥|加强|完善|健全|理顺|做[实强优大]|[市县区]级|[市县区]委|[市县区]直)",
                name,
            )
            or len(name) < 5
        ):
            continue
        out.append(PlaceMention(start, match.end("name"), name, name, None, "zone", "full"))
    return out


def _same_zones(document: Document, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """保山产业园区 told by its office once is the zone wherever it stands, and no 保山 with a park."""
    names = {m.name for m in mentions if m.level == "zone" and m.place is None and m.form == "full"}
    out = list(mentions)
    for name in names:
        held = {m.start for m in mentions if m.name == name}
        for match in re.finditer(re.escape(name), document.text):
            a, b = match.span()
            if a in held:
                out = [m for m in out if m.name == name or not (a <= m.start and m.end <= b)]
                continue
            if any(m.start < b and a < m.end and not (a <= m.start and m.end <= b) for m in out):
                continue
            out = [m for m in out if not (a <= m.start and m.end <= b)]
            out.append(PlaceMention(a, b, name, name, None, "zone", "full"))
    return sorted(out, key=lambda m: m.start)


#: What two do together, told right after their abbreviations.
_TOGETHER = re.compile(
    r"(?:劳务|消费|科技|文旅|教育|医疗|人才|警务|扶贫|经济)?(?:合作|协作|协同|联动|共建)|一体化|同城化|融合|两地|两市|两县|产业"
)
_PARK = re.compile(r"工业走廊|产业走廊|协作区|产业园|工业园|科技园|园区|协作园|合作园|合作区|示范区")
#: Where a park's name begins, up to twelve characters after two to four that stand for places, before the word for it.
_PARK_NAME = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=共建|建设|打造|推进|推动|支持|包括|规划|启动|参观|考察|走进))(?=[\u4e00-\u9fff]{2,16}$)"
)
#: So many characters in a row may stand for places, the longest first.
_RUNS = (4, 3, 2)


class ShortNames:
    """What one character stands for in an article: the place it abbreviates (沪, 赣), else the one whose name it begins."""

    def __init__(self, gazetteer: Gazetteer, mentions: Iterable[PlaceMention]) -> None:
        self._gazetteer = gazetteer
        self._first: dict[str, set[str]] = {}
        self._within: dict[str, set[str]] = {}
        self._by_name: dict[str, PlaceMention] = {}
        self._by_id: dict[str, str] = {}
        for mention in mentions:
            if mention.place is None or mention.inside or mention.prefix:
                continue
            if mention.form == "compound":
                if mention.level == "province":  # 鄂湘赣三省
                    self._by_name.setdefault(mention.name, mention)
                    self._by_id[mention.place.id] = mention.name
                continue
            if mention.level in ("prefecture", "county"):
                for char in mention.name[1:3]:
                    if char not in "省市县区州旗盟":
                        self._within.setdefault(char, set()).add(mention.name)
                self._first.setdefault(mention.name[0], set()).add(mention.name)
            if mention.level in ("province", "prefecture", "county"):
                self._by_name.setdefault(mention.name, mention)
                self._by_id[mention.place.id] = mention.name

    def meant(self, char: str) -> PlaceMention | None:
        """The one place of the article that the character stands for."""
        short = {self._by_id[p.id] for p in self._gazetteer.abbreviated(char) if p.id in self._by_id}
        found = short or self._first.get(char, set())
        if len(found) > 1:  # 吉安市 and its 吉安县: the one the other lies in
            told = [self._by_name[name] for name in found]
            found = {
                m.name
                for m in told
                if all(m is o or (o.place and m.place in self._gazetteer.chain(o.place)) for o in told)
            }
        return self._by_name[next(iter(found))] if len(found) == 1 else None

    def pair(self, word: str, *, park: bool = True) -> list[PlaceMention]:
        """The places that all characters of `word` stand for, each another; empty where one stands for none.

        In the name of a `park`, or among three and more, one may stand within its place's name (赣陶: 阿克陶; 衢黄南饶).
        """
        found = [self.meant(char) for char in word]
        if (park or len(found) > 2) and found.count(None) == 1 and len(found) > 1:
            at = found.index(None)
            names = self._within.get(word[at], set())
            found[at] = self._by_name[next(iter(names))] if len(names) == 1 else None
        told = [mention for mention in found if mention is not None]
        return told if len(told) == len(word) == len({m.name for m in told}) else []


def _with_pair_forms(document: Document, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions and 港葛, 郑许, 慈常, 深哈 before what two or more do together or build.

    What looks like a place of its own within such a row (黄南 in 衢黄南饶) is none.
    """
    short = ShortNames(gazetteer, mentions)
    text = document.text
    told = {m.start: m for m in mentions}
    covered = {at: m for m in mentions for at in range(m.start, m.end)}

    def take(start: int, end: int, park: bool) -> bool:
        there = {covered[at].start for at in range(max(start, 0), end) if at in covered}
        if start < 0 or not all(_within_row(told[at], start, end, mentions) for at in there):
            return False
        known = ShortNames(gazetteer, [m for m in mentions if m.start not in there]) if there else short
        found = known.pair(text[start:end], park=park)
        if found:
            for at in there:
                del told[at]
        for at, origin in enumerate(found, start):
            told[at] = replace(origin, start=at, end=at + 1, text=text[at], form="compound", prefix=False)
            covered[at] = told[at]
        return bool(found)

    for match in _TOGETHER.finditer(text):
        any(take(match.start() - run, match.start(), False) for run in _RUNS)
    for match in _PARK.finditer(text):
        starts = [m.start() for m in _PARK_NAME.finditer(text, max(0, match.start() - 16), match.start())]
        any(take(at, at + run, True) for at in starts for run in _RUNS if at + run <= match.start() <= at + run + 12)
    for extra in _one_more(text, short, list(told.values()), covered):
        told[extra.start] = extra
    return sorted(told.values(), key=lambda m: m.start)


def _within_row(mention: PlaceMention, start: int, end: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a mention lies within a longer row of characters, and its place is named nowhere else."""
    if mention.form != "short" or not (start <= mention.start and mention.end <= end and end - start > 2):
        return False
    return sum(m.place == mention.place for m in mentions) == 1


def _one_more(
    text: str, short: ShortNames, mentions: Sequence[PlaceMention], covered: Container[int]
) -> Iterator[PlaceMention]:
    """郑|开许同城化: the table knows 开许, and the article a third place that the character before stands for."""
    for first in mentions:
        at = first.start - 1
        if first.form != "compound" or at < 0 or at in covered or first.place is None:
            continue
        run = [m for m in mentions if m.form == "compound" and first.start <= m.start < first.start + 4]
        third = short.meant(text[at]) if len(run) > 1 and _TOGETHER.match(text, run[-1].end) else None
        if third is not None and third.level == first.level and third.name not in {m.name for m in run}:
            yield replace(third, start=at, end=at + 1, text=text[at], form="compound", prefix=False)


def _as_written(gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Zones, towns and metropolitan areas under the longest name the article itself uses (five characters or more), else
    the table's."""
    longest: dict[str, str] = {}
    told = {m.text for m in mentions}
    for mention in mentions:
        if mention.place is None or mention.form == "compound":
            continue
        circle = mention.level == "cluster" and mention.text.endswith("都市圈") and mention.place.name not in told
        if mention.level in ("zone", "township") or circle:
            held = longest.get(mention.place.id, "")
            text = mention.text
            if text.endswith(mention.place.name) and any(
                # 贵州|贵安新区, but 武汉|东湖高新区
                up.level == "province" and not up.name.endswith("市") and text == name + mention.place.name
                for up in gazetteer.chain(mention.place)
                for name in (up.name, *up.aliases)
            ):
                text = mention.place.name
            if len(text) > len(held):
                longest[mention.place.id] = text
    return [
        replace(m, name=longest[m.place.id])
        if m.place is not None and m.place.id in longest and (len(longest[m.place.id]) >= 5 or m.level == "township")
        else m
        for m in mentions
    ]


def _flat(hits: Iterable[PlaceHit]) -> Iterable[PlaceHit]:
    """Hits with every compound (赣湘) taken apart; its parts keep the form ``compound``."""
    for hit in hits:
        if hit.form == "compound":
            yield from (part._replace(form="compound") for part in hit.parts)
        else:
            yield hit


_MASTHEAD = re.compile(r"^(?:今日|看|微|爱|云上|新)")


@lru_cache(maxsize=4096)
def _known_as(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Media come again and again, and so do the beginnings of their names."""
    return gazetteer.lookup(name)


def _hint_ids(document: Document, gazetteer: Gazetteer) -> list[str]:
    return [p.id for p in _hints(document, gazetteer, [])]


def _hints(document: Document, gazetteer: Gazetteer, sure: Sequence[Place]) -> list[Place]:
    """Places named by the medium and the masthead (芜湖日报 → 芜湖市). 发布 and 网 names are short forms, so look them up."""
    out: list[Place] = []
    context = Context(parents=tuple(p.id for p in sure), date=document.published)
    for hint in (document.source or "", *document.hints, *_signed(document)):
        for name in dict.fromkeys((hint, _MASTHEAD.sub("", hint))):  # 新疆日报, 新华阴
            place = _place_of(gazetteer, name, context)
            if place is not None:
                out.append(place)
                break
    return out


#: (衢州市人大办), (瑞金市融媒体中心 刘燕): who sent the report in, in brackets under it
_SIGNATURE = re.compile(
    r"[(（](?:供稿|来稿|来源|稿源|报送|文/?图?)?[:：]?(?P<who>[\u4e00-\u9fff]{2,12}?(?:办公?室?|局|委|融媒体?中心|融媒体?|宣传部|新闻办|日报社?|政府|政协|人大|中心|电视台|广播电视台))(?:[\s:：,，][^()（）]{0,16})?[)）]"
)


#: 云上大冶报道(记者 余霄), 掌上秦州讯: who reports, told in the dateline
_DATELINE_OF = re.compile(
    r"(?:云上|掌上|今日|爱上|最)(?P<who>[\u4e00-\u9fff]{2,4}?)(?:报道|讯|消息|客户端)(?=[(（\s:：])"
)


def _signed(document: Document) -> list[str]:
    """The offices that the page is signed with, below its last sentence."""
    last = [line.strip() for line in document.text.rstrip().split("\n")[-3:]]
    told = _DATELINE_OF.search(document.text[:160])
    signed = [found["who"] for line in last if (found := _SIGNATURE.fullmatch(line)) is not None]
    return [*signed, told["who"]] if told is not None else signed


def _place_of(gazetteer: Gazetteer, name: str, context: Context) -> Place | None:
    """The division that a medium's name begins with, the longest first, or the one that a table gives it."""
    code = home_of_medium(name)
    if code is not None:
        return gazetteer.get(code)
    for size in range(min(16, len(name)), 1, -1):
        found = _known_as(gazetteer, name[:size])
        if not found:
            continue
        place = gazetteer.resolve(name[:size], context) or (found[0] if len(found) == 1 else None)
        if place is not None and place.level in ("province", "prefecture", "county"):
            return place
    return None


_PERSON = re.compile(r"同志")
_VILLAGE = re.compile(r"村(?![镇民委庄])|乡(?![村镇土])")


def _settle(
    document: Document,
    gazetteer: Gazetteer,
    hits: Sequence[PlaceHit],
    sure: Sequence[Place],
    site: Sequence[Place],
) -> list[PlaceMention]:
    text = document.text
    out: list[PlaceMention] = []
    parents = tuple(dict.fromkeys(p.id for p in sure))
    site_ids = tuple(p.id for p in site)
    previous: PlaceMention | None = None
    for hit in _flat(hits):
        neighbours: tuple[str, ...] = ()
        beside = previous is not None and text[previous.end : hit.start] in ("", "·", "(", "（", " ", "的")
        if beside and previous is not None and previous.place is not None:
            neighbours = (previous.place.id,)
        if len(hit.places) == 1:
            place: Place | None = gazetteer.current(hit.places[0]) if hit.places[0].end else hit.places[0]
            if hit.places[0].end and document.published and hit.places[0].alive(int(document.published[:4])):
                place = hit.places[0]
        elif hit.form == "compound" and sum(p.level == "province" for p in hit.places) == 1:
            place = next(p for p in hit.places if p.level == "province")  # 苏 in 苏皖: provinces go together
        else:
            place = gazetteer.resolve(
                hit.text, Context(parents=parents, site=site_ids, neighbours=neighbours, date=document.published)
            )
        if place is not None and place.level == "zone" and place.name.endswith("开发区") and place.source == "pattern":
            place = _listed_zone(gazetteer, place) or place
        if place is not None and place.level == "country":
            previous = None
            continue
        if place is None and len(hit.text) == 1:
            continue  # 在宁期间: 南京, 宁夏 or 宁国, the page does not say which
        if (
            hit.form == "short"
            and hit.places[0].level == "county"
            and text.startswith(("街道", "镇", "社区", "村"), hit.end)
        ):
            continue  # 永兴街道 is none of 永兴县's
        if hit.form == "short" and _VILLAGE.match(text, hit.end):
            continue  # 桂林村, 岑溪乡
        if hit.form == "short" and "中" in hit.text and _of_two_states(text, hit.text):
            continue  # 巴中友谊 of Pakistan and China
        if hit.text.endswith("市") and text.startswith("群", hit.end):
            continue  # 淮|海城市|群
        if hit.form == "short" and _PERSON.match(text, hit.end) and text[hit.start - 1 : hit.start] in surnames():
            continue  # 路|正阳|同志
        if hit.text == "全州" and re.search(r"州委|自治州|州长", text):
            continue  # the whole prefecture, not the county of Guangxi
        if re.match(r"[东西南北][麓坡岸]", text[hit.end - 1 : hit.end + 1]):
            continue  # 太行山东麓
        inside = inside_name(text, hit.start, hit.end, hit.form)
        name = place.name if place is not None else _full_form(hit)
        level = place.level if place is not None else hit.places[0].level
        mention = PlaceMention(
            hit.start, hit.end, hit.text, name, place, level, hit.form, inside=inside, candidates=hit.places
        )
        above = place is not None and previous is not None and previous.place in gazetteer.chain(place)
        glossed = (
            previous is not None and previous.level != "province" and text[previous.end : hit.start] in ("(", "（")
        )
        if (
            beside
            and previous is not None
            and not glossed  # 黄埔区(广州开发区) acts under both names
            and (above or (previous.end == hit.start and hit.places[0].level == "township"))
        ):
            out[-1] = replace(out[-1], prefix=True)
        out.append(mention)
        previous = mention
    return out


def _of_two_states(text: str, pair: str) -> bool:
    """Whether a short name of two characters, one of them 中, is China and another country that the text names."""
    other = pair.replace("中", "", 1)
    return len(pair) == 2 and any(m.group()[0] == other for m in country_pattern().finditer(text))


def _listed_zone(gazetteer: Gazetteer, place: Place) -> Place | None:
    """廊坊开发区 is 廊坊经济技术开发区, where the tables list that."""
    stem = place.name.removesuffix("开发区")
    for kind in ("经济技术开发区", "经济开发区", "高新技术产业开发区"):
        found = gazetteer.lookup(stem + kind)
        if len(found) == 1:
            return found[0]
    return None


def _full_form(hit: PlaceHit) -> str:
    """The name to write for a place nothing settles: as all candidates call it, else as it stands."""
    names = {p.name for p in hit.places}
    return names.pop() if len(names) == 1 else hit.text


def _home(document: Document, gazetteer: Gazetteer, mentions: Sequence[PlaceMention], hints: Sequence[Place]) -> Home:
    score: defaultdict[Place, float] = defaultdict(float)
    direct: defaultdict[Place, float] = defaultdict(float)
    owns = {m.group(2) for m in OWN.finditer(document.text)}
    first_body = document.body[0].end if document.body else 0
    sent = _SENT.search(document.text) is not None
    head_end = document.headlines[-1].end if document.headlines else 0
    seen_in_head = 0
    for hint in hints:
        for place in (hint, *gazetteer.chain(hint)):
            score[place] += 12
    for mention in mentions:
        found = mention.place
        if (
            found is None
            or mention.inside
            or found.level not in (*DIVISION_LEVELS, "zone")
            or found.level == "township"
        ):
            continue
        weight = 1.0
        if mention.start < head_end:
            weight = 3.5 if seen_in_head == 0 else 2.0
            seen_in_head += 1
        elif mention.start < first_body:
            weight = 2.0
        if not hints:
            weight += _visited(document.text, mention)
            if sent and _HELD_THERE.match(document.text, mention.end):
                weight -= _RECEIVES  # 座谈会在菏泽市召开,…率领我市代表团出席
            ahead = document.text[max(0, mention.start - 8) : mention.start]
            if _LESSONS.search(ahead) or _AIDED.search(ahead):
                continue  # 吸取安阳“11·21”特别重大火灾事故教训, 对口支援新疆工作会议
            if found.level == "county" and _OWN_CITY.search(document.text[max(0, mention.start - 2) : mention.start]):
                score[gazetteer.chain(found)[0]] += _RECEIVES  # 我市大余县
        tail = document.text[mention.end : mention.end + 6]
        if re.match(r"(?:市|县|区|省|州)?(?:委|人民?政府|人大|政协)", tail):
            weight += 1.0
        score[found] += weight
        direct[found] += weight
        for up in gazetteer.chain(found):
            score[up] += weight * 0.6
    by_level: dict[str, Place] = {}
    lineage: Place | None = None
    session = _session_of(document, mentions)
    gone = _gone_to(document, mentions)
    of_province = _PROVINCE_SPEAKS.search(document.text) is not None
    hinted = {h.level: h for h in reversed(hints)}
    levels: tuple[Level, ...] = ("province", "prefecture", "county")
    for level in levels:
        known = hinted.get(level)
        if known is None:
            below = [h for h in hints if any(up.level == level for up in gazetteer.chain(h))]
            if below:
                known = next(up for up in gazetteer.chain(below[0]) if up.level == level)
        if known is None:
            ranked = [
                (value, place)
                for place, value in score.items()
                if place.level == level
                and value > 0  # guests come from there
                and (lineage is None or lineage in gazetteer.chain(place))
                and not (place.code or "").startswith(_OTHER_SYSTEMS)
                and gone.isdisjoint((place, *gazetteer.chain(place)))
                and not (of_province and level == "province" and not place.name.endswith("省"))
            ]
            ranked.sort(key=lambda item: (-item[0], item[1].id))
            above = by_level.get("prefecture")
            if ranked and (
                level != "county"
                or (
                    _county_is_home(ranked, owns, document, hinted, alone=above is not None and not direct[above])
                    # 我市 on a page that names the prefecture more is the prefecture
                    and not (ranked[0][1].name.endswith("市") and above is not None and direct[above] >= ranked[0][0])
                )
            ):
                known = ranked[0][1]
        if level == "county" and known is None and session is not None and lineage in gazetteer.chain(session):
            known = session
        if level == "county" and known is not None and known is hinted.get(level):
            zones = {m.start for m in mentions if m.level == "zone"}  # 井冈山 in 井冈山经开区
            said = {m.place for m in mentions if m.place is not None and not m.inside and m.start not in zones}
            spoken = known.name[-1] in owns and known.name[-1] != "市"
            if known not in said and not spoken and by_level.get("prefecture") in said:
                known = None  # 右江日报 is 百色's paper: the county of its name is named nowhere
        if known is not None:
            by_level[level] = known
            lineage = known
    told = bool(hints) or _OURS.search(document.text) is not None  # 全市 may be told of any city
    if not told and lineage is not None and lineage.name == "北京市" and _state_sits(document.text):
        by_level = {}  # 在京召开, 北京人民大会堂: the page of an organ of the state is at home in no city
    return Home(gazetteer, by_level, told or _LOCAL_VOICE.search(document.text) is not None, told)


_OF_STATE = re.compile(r"全国(?:人大|政协|人民代表大会)|国务院|中共中央|中央(?:纪委|军委|政治局|书记处)")
_OF_PEKING = re.compile(r"北京市|(?:市委|市政府|副?市长|本市)")


def _state_sits(text: str) -> bool:
    """Whether a page tells of organs of the whole state and of none of Peking's own, only that they sit there."""
    return _OF_STATE.search(text) is not None and _OF_PEKING.search(text) is None


_MET = re.compile(r"(?:会见|接见|接待)(?:了)?(?:来访的|以|由)?[\u4e00-\u9fff]{0,8}$")
_COMES_TO = re.compile(r"(?:来|莅临|莅)$")
_TO_LOOK = re.compile(r"[市县区州]?(?:参观|考察|调研|学习|访问|交流|洽谈|指导|视察|对接|商谈|座谈|开展|进行|就)")
_GUESTS = re.compile(
    r"(?:党政)?[\u4e00-\u9fff]{0,6}(?:代表团|考察团|访问团|学习团|考察组|交流团|一行)[^,，。;；]{0,6}来(?![源自])"
)
#: 率领我市代表团出席: the page is not of the city that holds the meeting
_SENT = re.compile(r"率领?我[省市州县区](?:党政)?代表团(?:出席|参加|参会)")
_HELD_THERE = re.compile(r"[市县区州]?[^,，。;；]{0,10}?(?:召开|举行|举办)")
#: 连云港|市委常委、常务副市长杨新忠率队来徐考察
_COMES = re.compile(
    r"[\u4e00-\u9fff]{0,5}?(?:委|人民政府|政府|人大|政协|[长副])[^。;；]{2,60}?(?:率队|带队|一行|率[^,，。;；]{2,40})来(?![源自])"
    # 承德市|林业和草原局到我区考察, …局副局长A带队到我区
    r"|[\u4e00-\u9fff]{2,12}?[局厅委办](?:[^,，。;；]{2,20}?(?:率队|带队|一行))?[来到]我[省市县区州旗]"
)
_GOES_TO = re.compile(r"(?:赴|前往)[\u4e00-\u9fff、]{0,8}$")
_LOOKS = re.compile(r"[\u4e00-\u9fff、]{0,10}?(?:参观|考察|调研|学习|访问|交流|洽谈|对接|商谈|开展)")
_TRAVELLERS = re.compile(
    r"(?:党政)?[\u4e00-\u9fff]{0,6}(?:代表团|考察团|访问团|学习团|考察组|交流团)[^,，。;；]{0,6}(?:赴|前往)"
)
#: What it counts for the page's home that guests come there, and against it that they come from there.
_RECEIVES = 8.0


#: Taiwan, Hong Kong and Macau have no 省委, 市长 …: a page is not at home there by naming them.
_OTHER_SYSTEMS = ("71", "81", "82")
_LESSONS = re.compile(r"(?:吸取|汲取|通报)[^,，。;；]{0,4}$")
_AIDED = re.compile(r"(?:支援|帮扶|援助|援建)$")
_OWN_CITY = re.compile(r"我[市州]$")


def _visited(text: str, mention: PlaceMention) -> float:
    """来济宁市考察 is written where the guests arrive; 徐州市党政代表团来… not where they come from."""
    if _MET.search(text[max(0, mention.start - 12) : mention.start]):
        return -_RECEIVES  # 区委书记A会见莆田市秀屿区委书记B: the guest's
    if _COMES_TO.search(text[max(0, mention.start - 2) : mention.start]) and _TO_LOOK.match(text, mention.end):
        return _RECEIVES
    if _GUESTS.match(text, mention.end) or _COMES.match(text, mention.end):
        return -_RECEIVES
    if _GOES_TO.search(text[max(0, mention.start - 10) : mention.start]) and _LOOKS.match(text, mention.end):
        return -_RECEIVES / 2  # 赴甘肃省两当县、徽县考察
    return _RECEIVES / 2 if _TRAVELLERS.match(text, mention.end) else 0.0  # told by those who went


#: 市人大常委会副主任A赴宁波、绍兴考察: a bare 市 sets out, so it is not where it goes
_SETS_OUT = re.compile(
    r"(?:^|(?<=[\s,，日]))我?(?P<own>[市县州旗盟])(?:委|人大|政协|政府|党政|长|领导|[^,，。;；\s]{1,10}(?:局|委|办|院|会|中心|书记|主席|主任))"
    r"[^。;；]{0,60}?(?:赴|前往)(?P<where>[^,，。;；]{2,30})"
)


def _gone_to(document: Document, mentions: Sequence[PlaceMention]) -> set[Place]:
    """Where the page's own people, named by a bare 市 or 县, set out for in its headline or lead: not its home."""
    gone: set[Place] = set()
    for sentence in (*document.headlines, *document.body[:2]):
        for found in _SETS_OUT.finditer(sentence.text):
            start, end = sentence.start + found.start("where"), sentence.start + found.end("where")
            gone.update(
                m.place
                for m in mentions
                if m.place is not None and start <= m.start < end and Home.fits(m.place, found["own"])
            )
    return gone


_SESSION = re.compile(r"(?:第[^届\s]{1,4}届|[一二三四五六七八九十]{1,3}届)")


def _session_of(document: Document, mentions: Sequence[PlaceMention]) -> Place | None:
    """The county whose own session the headline tells of (政协霸州市第五届委员会): the page's bare 市委, 市长 are its own."""
    for mention in mentions:
        if not document.headlines or mention.end > document.headlines[-1].end:
            break
        if mention.place is not None and mention.level == "county" and _SESSION.match(document.text, mention.end):
            return mention.place
    return None


_OURS = re.compile(r"我(?:省|市|区(?!域)|县|州|旗|盟|镇|乡)")
#: 省委书记A, 全省: of a province, no autonomous region and no 直辖市
_PROVINCE_SPEAKS = re.compile(
    r"(?:^|[,，。;；、\s])(?:全省|我省|省委|省政府|省长|省人大常委会|省政协)(?![\u4e00-\u9fff]{0,4}(?:来|到我|莅))"
)
_LOCAL_VOICE = re.compile(
    r"(?:^|[,，。;；、\s])(?:省|市|县|区|州|旗|盟)(?:委|人大|政协|政府)(?:副?书记|常委|主任|主席|常委会|副|秘书长)"
)


_SITS_ABOVE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:市委常委|市委副书记|副市长|市政府党组成员|市人大常委会副主任|市政协副主席)、"
)


def _county_is_home(
    ranked: Sequence[tuple[float, Place]],
    owns: set[str],
    document: Document,
    hinted: Mapping[Level, Place],
    *,
    alone: bool,
) -> bool:
    """Whether the page is written from a county: it says 我县/全区, or nothing above it speaks, and one county leads.

    `alone`: the prefecture it lies in is not named, so that 市长 is that of a city of county level.
    """
    value, place = ranked[0]
    suffix = place.name[-1]
    if suffix == "市" and _SITS_ABOVE.search(document.text) and f"、{place.name}委书记" in document.text:
        return False  # 副市长、浏阳市委书记: the bare 市 is the one it lies in
    if suffix in owns and not (suffix == "市" and "prefecture" in hinted):
        return True
    if "prefecture" in hinted or "province" in hinted:
        return False
    bare = re.search(
        rf"(?:^|[,，。;；、\s])(?:{suffix}委|{suffix}政府|副?{suffix}长|{suffix}[\u4e00-\u9fff]{{1,8}}局)",
        document.text,
    )
    if bare and (suffix != "市" or alone) and value >= 2.0 and (len(ranked) == 1 or value >= 1.5 * ranked[1][0]):
        return True
    organ = f"{'区' if suffix == '区' else suffix}委"
    return value >= 3.0 and (organ in document.text)
