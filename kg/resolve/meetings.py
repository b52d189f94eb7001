"""How alike two mentions of meetings are, and which of them are compared.

A mention is compared only with mentions of the same day (or the day beside it) that share a person, a region or the
name. `kg.resolve.events` joins what is alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Any, Protocol, TypeAlias

from kg.resolve.blocks import Blocks
from kg.resolve.ids import digest
from kg.resolve.names import title_key

_NUMERAL = "[0-9〇零一二三四五六七八九十百两]+"
_ORDINAL = re.compile(f"第?({_NUMERAL}|首)(届|次|期|轮|批|场|季)")
_CONGRESS = re.compile(f"(?:中共|党的?|^)({_NUMERAL})大(?![会型力学道气众家规数])")
_PLENUM = re.compile(f"({_NUMERAL})(?:届|次)?({_NUMERAL})中全会")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:年度?)?(?:[—-](?:19|20)\d{2}(?:年度?)?)?")
_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}日)?(?:上午|下午|晚)?|\d{1,2}日(?:上午|下午|晚)?")
#: Organs in full and as reports call them.
_OFFICIAL_FORMS = (
    (re.compile("人民代表大会"), "人大"),
    (re.compile("(?:中国)?人民政治协商会议"), "政协"),
    (re.compile("常务委员会"), "常委会"),
    (re.compile("中华人民共和国(?=第|全国)"), ""),
)
#: Without its number: 政协霸州市委员会 is 霸州市政协.
_CONFERENCE = re.compile("政协([^\\W\\d_]{2,9}?)委员会")
_BRACKETS = re.compile(r"[((][^()()]{0,12}[))]")
_RULE_WORDS = re.compile(r"召开|举行|举办|隆重|在$")
_DIVISION_MARK = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![两三四五六七八九各全本我该])[省市县区](?=[\u4e00-\u9fff、·])")
_PUNCTUATION = re.compile(r"[\W_]+")
#: Names that any place may use: they name one event only together with a place and a day.
_BARE = re.compile(
    r"^(?:[全本我该][省市县区州国]|省委|市委|县委|区委|省|市|县|区)?(?:[政府党组常务委员会主席团人大政协]{0,8})"
    r"(?:工作|专题|扩大|常委|常务|座谈|交流|现场|推进|动员|部署|总结|表彰|调度|协调|汇报|通气|新闻发布|领导干部|干部|视频|电视电话|"
    r"联席|党政|考察|调研|签约|开工|揭牌|启动|仪式|活动|代表团|对接|合作|一行|记者|招待|吹风|发布|欢迎|欢送|开幕|闭幕|揭幕|颁奖|授牌|"
    r"授旗|升旗|报告|见面|研讨|洽谈|推介|培训|全体|中?全)*(?:会议|会|大会|仪式|式|活动|考察|调研|宴会|联席会议)?$"
)
#: Words that say that it is a meeting, not what it is about.
_ANY_MEETING = re.compile(
    "全[国省市县区州体]|[本我该][省市县区州]|[两三四五六七八九][省市县区州地]|双方|工作|会议|大会|座谈会?|推进会?|动员|部署|专题|现场|调度|协调|汇报|仪式|活动|论坛|联席|"
    "扩大|电视电话|视频|会|[开闭]幕式?|启动|签约|揭牌|开工|考察|调研|访问|视察|学习|交流|代表团|考察团|党政|一行|率队?|率团|带领|前往|部分|有关|若干|在|到|赴|来|和|暨|、|·|的"
)
_RECEPTION = re.compile("会见|接见|会晤")
_GOES = re.compile("到|赴|前往|莅临|深入")
#: Whose meeting it is; two that name different organs are two.
_ORGAN = re.compile("人大|人民代表大会|政协|政治协商会议|纪委|纪律检查委员会|政府|[省市县区州旗盟地党工]委(?!员)")
_ORGAN_IN_SHORT = {"人民代表大会": "人大", "政治协商会议": "政协", "纪律检查委员会": "纪委"}
#: Sorts of meetings that a writer does not take for each other.
_FORM = re.compile(
    "座谈|现场|领导小组|动员|常务|常委|全体|签约|开工|揭牌|新闻发布|论坛|调度|联席|汇报|主席会|主任会|协商|党组|中心组|培训|表彰"
)
_VAGUE = 0.5
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
#: Kinds of event that a writer does not take for each other.
_VISIT = frozenset({"visit", "inspection"})
_CEREMONIES = frozenset({"opening", "signing"})
#: Meetings of a day that share a person, a region or a name and are still compared for that.
_CROWD = 60
#: Days that a paper may come after the event it reports without saying when that was.
_PAPER_DELAY = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A meeting's name taken apart."""

    core: str  # without number, year, date, brackets and marks
    numbers: tuple[tuple[int, str], ...]  # (12, "次"), in order
    year: int | None
    bare: bool
    grams: frozenset[str]
    organs: frozenset[str]  # whose meeting it is, where the name says so: 政协, 人大, 委, 政府
    forms: frozenset[str]  # what sort of meeting, where the name says so: 座谈, 现场, 领导小组


_UNREAD = Name("", (), None, True, frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Topic:
    """What a meeting's name says it is about, in pairs of characters, and the keys of the places it names."""

    grams: frozenset[str]
    places: frozenset[str]


@dataclass(slots=True)
class Mention:
    """One meeting as one article names it. Days are proleptic ordinals, first and last possible; regions are keys."""

    article: int
    name: str
    names: tuple[str, ...]  # the name and its aliases
    kind: str
    days: tuple[int, int] | None
    month_day: str | None
    published: int | None
    regions: frozenset[str]  # held in, taking part
    context: frozenset[str]  # all regions of the article
    people: frozenset[str]
    places: tuple[tuple[str, str], ...] = ()  # names of the article's regions and their keys, long names first
    mark: str = ""  # stands for the mention where a block's input is written down
    parsed: Name = _UNREAD  # of the name where not given
    topics: tuple[Topic, ...] = ()  # one a name

    def __post_init__(self) -> None:
        if self.parsed is _UNREAD:
            self.parsed = parse_name(self.name)
            visit = self.kind in _VISIT
            cores = [self._unpeopled(parse_name(name).core) for name in self.names]
            self.topics = tuple([topic(core, self.places, visit) for core in cores])

    def _unpeopled(self, core: str) -> str:
        """A name without the people at the meeting: 甲赴乙县考察 is about what 丙市代表团到乙县考察 is."""
        for person in sorted(self.people, key=len, reverse=True):
            core = core.replace(person, "\n")
        return core

    @property
    def day(self) -> int | None:
        return self.days[0] if self.days and self.days[0] == self.days[1] else None

    @property
    def likely_days(self) -> tuple[int, ...]:
        """The days it may have been on: its date; without one, where people act at it, the days before the paper's."""
        if self.day is not None:
            return (self.day,)
        if self.days is None and self.month_day is None and self.people and self.published is not None:
            return tuple(range(self.published - _PAPER_DELAY, self.published + 1))
        return ()


@lru_cache(maxsize=1 << 13)
def parse_name(name: str) -> Name:
    """Take a meeting's name apart: 2021年第十二次联席会议 → 联席会议, (12, 次), 2021."""
    text = title_key(name)
    text = _BRACKETS.sub("", text)
    for form, short in _OFFICIAL_FORMS:
        text = form.sub(short, text)
    year_found = _YEAR.search(text)
    year = int(year_found[1]) if year_found else None
    text = _YEAR.sub("", text)
    text = _DAY.sub("", text)
    numbers: list[tuple[int, str]] = []
    for found in _PLENUM.finditer(text):
        numbers += [(number(found[1]), "届"), (number(found[2]), "次")]
    text = _PLENUM.sub("中全会", text)
    for found in _ORDINAL.finditer(text):
        numbers.append((number(found[1]), found[2]))
    text = _ORDINAL.sub("", text)
    if (congress := _CONGRESS.search(text)) is not None:
        numbers.append((number(congress[1]), "大"))
        text = text[: congress.start(1)] + text[congress.end(1) :]
    text = _CONFERENCE.sub(r"\1政协", text)
    core = _PUNCTUATION.sub("", _RULE_WORDS.sub("", _DIVISION_MARK.sub("", text)))
    # the country has one 十四届全国人大一次会议
    bare = not core or (_BARE.match(core) is not None and not (numbers and core.startswith("全国")))
    grams = frozenset(core[i : i + 2] for i in range(len(core) - 1)) or frozenset((core,))
    told = [_ORGAN_IN_SHORT.get(organ, organ) for organ in _ORGAN.findall(title_key(name))]
    organs = frozenset(["委" if organ[1:] == "委" and organ != "纪委" else organ for organ in told])
    return Name(core, tuple(numbers), year, bare, grams, organs, frozenset(_FORM.findall(core)))


def relate(mentions: Sequence[Mention]) -> set[int]:
    """Let the meetings of one article explain each other; gives those (indices) whose date cannot be theirs.

    A numbered short name (首次联席会议) means a session of the series that another name of the article spells out
    (四省边际城市合作第二次联席会议). Two sessions of a series are not on one day: the one with the short name, or at
    which nobody acts, is only referred to, and the date beside it is another's.
    """
    undated: set[int] = set()
    for i, short in enumerate(mentions):
        for long in mentions:
            mine, theirs = ({unit: n for n, unit in m.parsed.numbers} for m in (short, long))
            other_session = any(mine[unit] != theirs[unit] for unit in mine.keys() & theirs.keys())
            if not other_session or not long.parsed.core.endswith(short.parsed.core):
                continue
            relative = short.parsed.bare and long.parsed.core != short.parsed.core
            if relative:
                short.parsed = replace(short.parsed, core=long.parsed.core, bare=False, grams=long.parsed.grams)
                short.topics = long.topics[:1] * len(short.names)
                short.regions = short.regions or long.regions
            if short.days is not None and short.days == long.days and (relative or (long.people and not short.people)):
                short.days, short.month_day = None, None
                undated.add(i)
    return undated


@lru_cache(maxsize=1 << 12)
def topic(core: str, places: tuple[tuple[str, str], ...], visit: bool = False) -> Topic:
    """Take a name apart once more: the places in it, and what is left without words that any meeting has.

    What a visit is about stands behind where it goes; before that stands who comes.
    """
    named: set[str] = set()
    for place, key in places:
        if place in core:
            named.add(key)
            core = core.replace(place, "\n")
    # 贵州省习水县: the province only says where the county is
    named = {key for key in named if not any(key != other and _holds(key, other) for other in named)}
    if visit and (goes := _GOES.search(core)) is not None:
        core = core[goes.end() :]
    parts = _ANY_MEETING.sub("\n", core).split("\n")
    grams = frozenset(part[i : i + 2] for part in parts for i in range(max(1, len(part) - 1)) if part)
    return Topic(grams, frozenset(named))


def _holds(outer: str, inner: str) -> bool:
    """Whether a division lies in another, by their codes."""
    return len(outer) == 6 and outer.isdigit() and inner.startswith(outer.rstrip("0"))


def number(text: str) -> int:
    """十二 → 12, 二十 → 20, 5 → 5, 一百零三 → 103."""
    if text == "首":
        return 1
    if text.isdigit() and text.isascii():
        return int(text)
    total = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c == "十":
            total += (digit or 1) * 10
            digit = 0
        elif c == "百":
            total += (digit or 1) * 100
            digit = 0
    return total + digit


# -- at rest, between steps ----------------------------------------------------------------------------------

#: A mention laid down: all but the names of places, which are in what was made of them.
Packed: TypeAlias = tuple[Any, ...]
#: How a mention stands on a shelf of a month and day: it may have been then, was the day before, or gives no year.
ON, BEFORE, YEARLESS = 0, 1, 2


def packed(m: Mention, position: int, mark: bool) -> Packed:
    """`m`, the meeting at `position` of its article, as plain data; `mark`: with what stands for it in a block."""
    parsed = m.parsed
    return (
        m.article,
        position,
        m.name,
        m.names,
        m.kind,
        m.days,
        m.month_day,
        m.published,
        m.regions,
        m.context,
        m.people,
        _mark(m) if mark else "",
        # what names have in common is looked for in all their forms: the pairs of characters of this one are not
        (parsed.core, parsed.numbers, parsed.year, parsed.bare, frozenset(), parsed.organs, parsed.forms),
        tuple([(t.grams, t.places) for t in m.topics]),
    )


def _unpacked(row: Packed) -> Mention:
    article, _, name, names, kind, days, month_day, published, regions, context, people, mark, parsed, topics = row
    about = tuple([Topic(*said) for said in topics])
    return Mention(
        article, name, names, kind, days, month_day, published, regions, context, people, (), mark, Name(*parsed), about
    )


def shelves(m: Mention) -> list[tuple[str, int, int]]:
    """(month and day, how, day) of the shelves on which a mention must stand to be compared with all it may mean."""
    out = [(_month_day(day), ON, day) for day in m.likely_days]
    if m.day is not None:
        out.append((_month_day(m.day + 1), BEFORE, m.day + 1))
    elif m.days is None and m.month_day:
        out.append((m.month_day, YEARLESS, 0))
    return out


@lru_cache(maxsize=1 << 12)
def _month_day(day: int) -> str:
    return date.fromordinal(min(max(1, day), date.max.toordinal())).isoformat()[5:]


def shelf_partition(month_day: str, partitions: int) -> int:
    """The partition of a month and day (any two digits each); what is on one day in any year lies together."""
    of_year = (int(month_day[:2]) - 1) * 31 + int(month_day[3:]) - 1
    return min(max(0, of_year), 371) * partitions // 372


# -- one day --------------------------------------------------------------------------------------------------


def compare_days(
    rows: Iterable[tuple[str, int, int, Packed]], number: Callable[[int, int], int], blocks: Blocks
) -> list[tuple[float, int, int]]:
    """(likeness, i, j) of the mentions, i < j, of one day or the next that are more than a little alike.

    `rows` are what `shelves` and `packed` say of whole months and days; `number` numbers a mention (article, position)
    in the order of articles.
    """
    mentions: dict[int, Mention] = {}
    days: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    yearless: dict[str, list[int]] = defaultdict(list)
    for month_day, how, day, row in rows:
        i = number(row[0], row[1])
        if i not in mentions:
            mentions[i] = _unpacked(row)
        (yearless[month_day] if how == YEARLESS else days[day][how]).append(i)
    out: set[tuple[float, int, int]] = set()

    def compare(now: list[int], others: list[int]) -> None:
        members = [*now, *others]

        def given() -> str:
            articles: dict[int, int] = {}
            lines = [
                f"{m.mark} {articles.setdefault(m.article, len(articles))}" for m in map(mentions.get, members) if m
            ]
            return "\n".join((str(len(now)), *lines))

        def resolve() -> list[list[float | int]]:
            return _compared([mentions[i] for i in members], len(now))

        for score, x, y in blocks.run("meetings of a day", given, resolve):
            i, j = members[x], members[y]
            out.add((score, i, j) if i < j else (score, j, i))

    for day in sorted(days):
        now, before = map(sorted, days[day])
        open_ = sorted(yearless.get(_month_day(day), ()))
        if now and len(now) + len(open_) + len(before) > 1:
            compare(now, [*open_, *before])
    for month_day in sorted(yearless):
        if len(yearless[month_day]) > 1:
            compare(sorted(yearless[month_day]), [])
    return sorted(out)


def _mark(m: Mention) -> str:
    """All that `likeness` and the signs of a mention go by."""
    sets = [sorted(names) for names in (m.regions, m.context, m.people)]
    return digest(repr((m.parsed.core, m.parsed.bare, m.parsed.numbers, m.names, m.kind, m.days, m.places, sets)))


def _compared(mentions: Sequence[Mention], now: int) -> list[list[float | int]]:
    """[likeness, i, j] of the pairs that are more than a little alike. The first `now` mentions are of this day, and
    are compared with each other and with the others (of the day before, of this day in whatever year) where they have
    a person, a region or the name in common."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        for name in mention.people:
            buckets[f"p{name}"].append(i)
        buckets[f"n{mention.parsed.core}"].append(i)
        for key in mention.regions or mention.context:
            buckets[f"r{key}"].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in buckets.values():
        # A day on which hundreds of meetings share a sign (a whole province) is told apart by their other signs.
        if not 1 < len(members) <= _CROWD:
            continue
        for x, i in enumerate(members):
            if i >= now:
                break
            for j in members[x + 1 :]:
                if mentions[i].article != mentions[j].article:
                    pairs.add((i, j))
    return [[s, i, j] for i, j in sorted(pairs) if (s := likeness(mentions[i], mentions[j])) > 0.3]


def likeness(a: Mention, b: Mention) -> float:
    """How likely two dated mentions of different articles are one event, as a score in [0, 1]; 0.6 and more joins."""
    one, two = a.parsed, b.parsed
    if not numbers_agree(one, two) or (one.organs and two.organs and not one.organs & two.organs):
        return 0.0
    if _told_apart(a, b):
        return 0.0
    names, about = max(
        ((_overlap(x, y), _topics_agree(s, t)) for (x, s), (y, t) in _forms(a, b)),
        key=lambda found: (found[0], found[1] or 0.0),
    )
    if about == 0.0 or ((a.kind in _VISIT) != (b.kind in _VISIT) and names < 0.5):
        return 0.0
    if names < 0.9 and "talks" in (a.kind, b.kind) and _CEREMONIES & {a.kind, b.kind}:
        return 0.0  # 会见博鳌亚洲论坛理事会成员 on the day of its 开幕式
    if about is None and names < 0.5:
        if not _one_way(a, b):
            return 0.0  # two bare names of different form: an opening and a briefing
        about = _VAGUE
    vague = about == _VAGUE
    names = 0.5 * names + 0.5 * (1.0 if about is None else about)
    shared_people = len(a.people & b.people)
    fewer_people = min(len(a.people), len(b.people))
    regions = regions_agree(a, b)
    if regions < 0:
        return 0.0
    people = shared_people / fewer_people if fewer_people else 0.0
    bare = one.bare or two.bare
    score = 0.55 * names * (0.7 if bare else 1.0) + 0.15 * regions
    if fewer_people:
        score += 0.45 * people * min(1.0, shared_people / 2 if fewer_people > 1 else 1.0) * (0.75 if vague else 1.0)
    elif not bare:
        score += 0.1
    if one.numbers and one.numbers == two.numbers:
        score += 0.15
    if a.day != b.day:
        score -= 0.15 if a.day is not None and b.day is not None else 0.05
    if fewer_people >= 2 and shared_people == 0:
        score -= 0.15
    if one.forms and two.forms and not one.forms & two.forms:
        score *= 0.5
    return max(0.0, min(1.0, score))


def _one_way(a: Mention, b: Mention) -> bool:
    """Whether both are visits to one place: 甲市代表团到习水县考察, 某人赴习水县考察."""
    return {a.kind, b.kind} <= _VISIT and any(s.places & t.places for s in a.topics for t in b.topics)


def _told_apart(a: Mention, b: Mention) -> bool:
    """Whether one receives a guest and the other does not, or somebody else does.

    甲会见某外宾 is neither 乙会见某外宾 nor the forum that the guest came for.
    """
    receptions = [any(_RECEPTION.search(name) for name in m.names) for m in (a, b)]
    if receptions[0] != receptions[1]:
        return True
    return all(receptions) and bool(a.people) and bool(b.people) and not a.people & b.people


def _forms(a: Mention, b: Mention) -> list[tuple[tuple[Name, Topic], tuple[Name, Topic]]]:
    """The names of two mentions side by side: those that say something, else all.

    第二次全会 beside a full name says nothing, but where the other has the same number.
    """
    mine, theirs = ([(parse_name(name), about) for name, about in zip(m.names, m.topics, strict=True)] for m in (a, b))
    pairs = list(product(mine, theirs))
    telling = [
        pair
        for pair in pairs
        if not (pair[0][0].bare or pair[1][0].bare) or (pair[0][0].numbers and pair[0][0].numbers == pair[1][0].numbers)
    ]
    return telling or pairs


def _overlap(a: Name, b: Name) -> float:
    if a.core == b.core:
        return 1.0
    shared = len(a.grams & b.grams)
    small, large = sorted((len(a.grams), len(b.grams)))
    # halfway between containment (a short name for a long one) and Jaccard (much else is said)
    return 0.6 * shared / small + 0.4 * shared / (small + large - shared)


def _topics_agree(a: Topic, b: Topic) -> float | None:
    """How far two names say the same of what it is about; `_VAGUE` where one says nothing, None where both do."""
    if a.places - b.places and b.places - a.places:
        return 0.0  # each names a place that the other does not
    if not a.grams or not b.grams:
        if a.grams or b.grams:
            return _VAGUE
        return 1.0 if a.places and a.places == b.places else None
    return len(a.grams & b.grams) / min(len(a.grams), len(b.grams))


def numbers_agree(a: Name, b: Name) -> bool:
    """Whether two names say no two numbers of one unit and no two years."""
    if a.year is not None and b.year is not None and a.year != b.year:
        return False
    mine, theirs = {unit: n for n, unit in a.numbers}, {unit: n for n, unit in b.numbers}
    return all(mine[unit] == theirs[unit] for unit in mine.keys() & theirs.keys())


class Placed(Protocol):
    """What has regions of its own, and those of its article."""

    @property
    def regions(self) -> frozenset[str]: ...  # pragma: no cover

    @property
    def context(self) -> frozenset[str]: ...  # pragma: no cover


def regions_agree(a: Placed, b: Placed) -> float:
    """1: share a region of the meeting; 0.5: of the articles; 0: nothing known; -1: both known and nothing shared."""
    if a.regions & b.regions:
        return 1.0
    if a.regions & b.context or b.regions & a.context or a.context & b.context:
        return 0.5
    return -1.0 if a.context and b.context else 0.0


def series_name(name: str) -> str:
    """A session's name without its number and year: 第五届淮海经济区市长联席会议 → 淮海经济区市长联席会议."""
    text = _ORDINAL.sub("", _YEAR.sub("", title_key(name)))
    return text.strip("-·、, ")
