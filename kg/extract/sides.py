"""Who does something with whom in a clause: A与B · A、B、C三县 · A与B、C与D · A分别与B、C · 我市与A市政府.

A clause up to its verb is read as a run of regions. What stands between two of them is an organ or a leader of the first
(市政府, 区委书记王力) and a link (、 和 与 分别与); anything else breaks the run. A run that ends in what is no body of a
region (的18家企业, 农业大学, 村民) names no parties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Literal

from kg.extract.mentions import PersonMention
from kg.extract.party import PRONOUN, Party, acting, counted, unique
from kg.extract.places import Home, PlaceMention

Link = Literal["list", "and", "with"]

#: Up to so many regions their pairs are written.
MOST = 6
#: Firms, schools, households and crowds: what they sign or build ties no regions.
_NO_BODY = re.compile(
    r"公司|集团|企业|银行|商会|大学|学院|医院|研究院|科学院|学校|中学|小学|合作社|农场|村民|群众|居民|市民|家庭|农户|客商|游客|"
    r"选手|球队|[^,，、农乡]村(?!镇|庄|委)|党员|干部(?!人才)|专家|媒体|协会|籍|商人|企业家|项目(?=与)"
)
#: The body of a region, or who leads it, between the region's name and the link.
_BODY = (
    r"(?:的)?[\u4e00-\u9fff、()（）]{0,24}?(?:委员会|委|政府|人民政府|人大|常委会|政协|局|厅|法院|检察院|办公室|办|部|处|中心|支队|大队|总队|管委会|党工委|"
    r"工商联|妇联|残联|总会|代表团|考察团|代表队|[两双三四五六][市县区地方州省镇乡]|书记|[市县区州省镇乡局厅部院盟旗组会]长|主任|主席|专员|代表|"
    r"负责人|负责同志|领导|一行|常委|委员|双方)"
)
_LINK = re.compile(
    rf"(?P<body>{_BODY}|的)?(?:[(（][^()（）]{{0,8}}[)）])?"
    r"(?P<comma>[,，])?(?P<lead>(?:\d{{1,4}}年|\d{{1,2}}[月日]|今年|去年|当日|当天|[上下]午|今日|今天|日前|近日|还|也|又|将要|将|要|已经|已|现已|曾经|曾|率先|首次|近年来|一直|即将|就|正|[在于][\u4e00-\u9fff]{{2,6}}?(?=与|同)|共同|联合(?=[与同跟和])|正式|主动|积极|继续|全面|先后|分别|依次|相继|各自|目前|同时)*)"
    r"(?P<link>与|同|跟|和|携手|联手|会同|联合|牵手|、|及|以及|及其|[·—\-]+|[,，])?(?P<each>(?:我国|国内|来自|周边|毗邻|相邻|邻近|对岸)的?)?"
)
_AND = ("和", "及", "以及")
_WITH = ("与", "同", "跟", "携手", "联手", "会同", "联合", "牵手")
#: The page's own region as a side: 我市与…, 市政府与…
_OURS = re.compile(
    r"(?:我|本)(?P<own>省|市|区|县|州|旗|盟|镇|乡)(?!(?:经济|高新)[\u4e00-\u9fff]{0,4}?(?:开发区|园区)|[\u4e00-\u9fff]{0,2}?(?:长|委书记))|(?:^|(?<=[,，与同]))(?P<body>省|市|区|县|州)(?=政府|人民政府|委、)"
)
#: Before a region that is where it happens, not who does it.
_VENUE = re.compile(r"(?:在|于|赴|从|至|位于|途经|抵达|落户|落地)$")
#: … but not so in 在闵行区的对口帮扶下.
_HELPED = re.compile(r"的$|的?[\u4e00-\u9fff]{0,6}?(?:对口|结对|帮扶|支援|支持|帮助|援助|牵头|推动)")
#: A side that is no region: 与市政府, 向群众.
_OTHER_SIDE = re.compile(
    r"(?:与|(?<![共一协联陪会])同(?![步时意盟志样比])|跟|和(?!谐|解|平|美|改革|信息化|社会保障|城乡建设|旅游|健康|自然资源|计划生育|技术|行政执法|湖泊)|向)"
)
#: 沈阳、香港等六个城市的分会场: others act, unless offices of the regions do.
_OTHERS = re.compile(
    r"的(?!见证|推动|支持|指导|共同|帮助|努力|对口|结对|协作|帮扶|合作|扶贫|支援|援助|倾情|大力)(?![^,，]{0,24}(?:部门|单位|机构|局|厅|政府|领导|负责|[省市县区]委|书记|长|主任))"
)
#: 百色市有关县(市、区), 毕节市各县区: some of what lies in the last, which the page does not name
_SOME_IN = re.compile(
    r"的?(?:有关|各|部分|相关|下辖|所辖|辖区内?|\d+个|[一二三四五六七八九十]+个)(?:县|区|市|乡|镇|街道)(?![委级])"
)
#: 教育和体育局, 发展和改革委员会: one office, not two sides
_OFFICE = re.compile(r"^[\u4e00-\u9fff]{2,6}和[\u4e00-\u9fff]{2,8}?(?:局|委员会|委|厅|部门)")
_TOPIC = re.compile(r"(?:就|围绕|针对|在|于|关于)[^,，]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One region of a run and how it is tied to the one before."""

    mention: PlaceMention
    link: Link
    each: bool = False  # 分别与, 先后同
    word: str = ""  # the link as told: 携手


@dataclass(frozen=True, slots=True)
class Run:
    """Regions that act together up to ``end``; `tail` is what stands from there to the verb."""

    units: tuple[Unit, ...]
    start: int
    end: int
    tail: str

    @property
    def parties(self) -> list[Party]:
        return unique(Party.of(u.mention) for u in self.units)


def own_units(text: str, offset: int, home: Home) -> list[PlaceMention]:
    """我市 and a bare 市政府 as mentions of the page's own region, where it is known."""
    out: list[PlaceMention] = []
    for match in _OURS.finditer(text):
        place = home.at(match.group("own") or match.group("body"))
        if place is not None:
            start, end = offset + match.start(), offset + match.end()
            out.append(PlaceMention(start, end, match.group(), place.name, place, place.level, "own"))
    return out


def runs(
    text: str, offset: int, places: Sequence[PlaceMention], people: Sequence[PersonMention], home: Home
) -> list[Run]:
    """All runs of regions in ``text``, which stands at `offset`, in order."""
    end = offset + len(text)
    inside = [p for p in acting(places) if offset <= p.start and p.end <= end]
    taken = [(p.start, p.end) for p in inside]
    ours = [  # 我市|溧水区: the district acts
        o for o in own_units(text, offset, home) if not any(a <= o.end and o.start < b for a, b in taken)
    ]
    inside = sorted([*inside, *ours], key=lambda p: p.start)
    # 福建省的|政和县: the province and what joins it
    drop = [
        (p.start, p.end + text.startswith("的", p.end - offset)) for p in places if p.prefix and p.end >= offset
    ] + [(p.start, p.end) for p in people]

    def between(a: int, b: int) -> str:
        """The text from `a` to `b` without the provinces before a county's name and without names of persons."""
        cuts = sorted((s, e) for s, e in drop if a <= s and e <= b)
        out, at = "", a
        for s, e in cuts:
            if s >= at:
                out += text[at - offset : s - offset]
                at = e
        return out + text[at - offset : b - offset]

    out: list[Run] = []
    units: list[Unit] = []
    for mention in inside:
        lead = between(units[-1].mention.end if units else offset, mention.start)
        closes = text[mention.end - offset : mention.end - offset + 1] in (")", "）")
        if units and lead in ("(", "（") and closes:
            drop.append((mention.start - 1, mention.end + 1))  # 黄埔区(广州开发区): one side under two names
            continue
        venue = _VENUE.search(lead) and not _HELPED.match(text, mention.end - offset)
        if venue:
            continue
        last = units[-1].mention if units else None
        if last is not None and lead == "" and mention.level == "zone" and last.form not in ("compound", "own"):
            units[-1] = replace(units[-1], mention=mention)  # 重庆两江新区: the zone acts
            continue
        step = _step(lead, units[-1].mention, mention) if units else None
        if units and step is None:
            out.append(_closed(units, text, offset, mention.start))
            units = []
        if step is not None:
            units.append(Unit(mention, *step))
        else:
            units = [Unit(mention, "list")]
    if units:
        out.append(_closed(units, text, offset, end))
    return [run for run in out if run.units]


#: 我市与|前来考察的|云和县党政代表团
_ON_A_CALL = re.compile(r"(?:前来|来访|到访|来[\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,6})的$")


def _step(gap: str, before: PlaceMention, after: PlaceMention) -> tuple[Link, bool, str] | None:
    """How `after` is tied to `before` by what stands between; None where it is not."""
    gap = _ON_A_CALL.sub("", gap)
    if gap == "":
        together = before.form == "compound" or after.form == "compound"
        return ("list", False, "") if together else None
    match = _LINK.fullmatch(gap)
    if match is None or _NO_BODY.search(gap):
        return None
    link = match.group("link")
    each = bool(re.search(r"分别|先后|依次|相继|各自", match.group("lead") + (match.group("body") or "")[-2:]))
    if link is None:
        return ("list", False, "") if match.group("comma") and match.group("body") else None
    if match.group("comma") and link in _AND:
        return None
    return ("and" if link in _AND else "with" if link in _WITH else "list"), each, link


def _closed(units: Sequence[Unit], text: str, offset: int, stop: int) -> Run:
    tail = text[units[-1].mention.end - offset : stop - offset]
    return Run(tuple(units), units[0].mention.start, units[-1].mention.end, tail)


def no_bodies(tail: str) -> bool:
    """Whether what follows the regions shows that others act (的18家企业, 农业大学) or that the other side is none (与市政府)."""
    topic = _OFFICE.sub("", _TOPIC.sub("", tail))
    if _OTHERS.search(topic) or _SOME_IN.match(topic):
        return True
    return bool(_NO_BODY.search(topic) or _OTHER_SIDE.search(re.sub(r"^(?:党委和政府|党委|政府)", "", topic)))


def pairs_of(run: Run) -> list[tuple[Party, Party]]:
    """Who with whom in a run."""
    units = list(run.units)
    parties = [Party.of(u.mention) for u in units]
    if len(unique(parties)) < 2:
        return []
    told = PRONOUN.match(re.sub(r"^[等\s]*", "", run.tail))
    everyone = list(combinations(unique(parties), 2)) if len(unique(parties)) <= MOST else []
    if told and counted(told.group("n")) == len(parties):
        return everyone
    joins = [i for i in range(1, len(units)) if units[i].link != "list"]
    if not joins:
        return everyone
    items = _items(units)
    each = any(u.each for u in units) or "分别" in run.tail
    if len(items) >= 2 and all(len(item) == 2 for item in items):
        kinds = {units[i].link for i in joins}
        if len(kinds) == 1 or each:
            return [(Party.of(a.mention), Party.of(b.mention)) for a, b in items]
    first = joins[0]
    ours, theirs = unique(parties[:first]), unique(parties[first:])
    if units[first].link == "and" and len(joins) == 1 and first == len(units) - 1 and len(units) > 2:
        return everyone  # A、B和C
    if len(ours) > 1 and len(ours) == len(theirs) and each:
        return list(zip(ours, theirs, strict=True))
    if len(ours) == 1 and len(joins) > 1 and not each and all(units[i].link == "with" for i in joins):
        return [(a, b) for a, b in pairwise(parties)] if len(parties) == 2 * len(joins) else everyone
    found = [(a, b) for a in ours for b in theirs if a != b]
    return found if len(ours) == 1 or len(theirs) == 1 or len(found) <= MOST else []


def _items(units: Sequence[Unit]) -> list[list[Unit]]:
    """The run cut at its 、 and commas: A与B、C与D → [A B] [C D]."""
    out: list[list[Unit]] = []
    for unit in units:
        if unit.link == "list" or not out:
            out.append([replace(unit)])
        else:
            out[-1].append(unit)
    return out
