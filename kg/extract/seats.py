"""Whose post it is: the region that a title names, implies, or takes over from the title beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extract.bodies import full_name
from kg.extract.document import Sentence
from kg.extract.places import Home, PlaceMention
from kg.extract.titles import Title
from kg.lexicon import Place


@dataclass(slots=True)
class Said:
    """What the last title resolved to: a later bare title (…,秘书长白朗) belongs to the same body."""

    region: Place | None = None
    name: str | None = None
    organ: str = ""
    sentence: int = -1
    posts: frozenset[str] = frozenset()
    township: bool = False  # of a 镇 or 乡
    end: int = -2  # where the person named with it ends
    seats: tuple[Place, ...] = ()  # the regions of the sentence's posts so far
    level: str = ""  # 市 of 市政协主席, where the page does not tell which city

    def beside(self, at: int) -> bool:
        """Whether a title that begins at `at` goes on with the list: 周凤来、市委副书记…"""
        return at - self.end == 1


#: 示范区执委会, 新区管委会: the zone the page is about, told in short
OWN_ZONE = re.compile(
    r"(?:示范区|合作区|试验区|实验区|新区|开发区|高新区|经开区|园区|港区)(?=党工委|管委会|执委会|管理|工委)"
)
#: 黄龙产业集聚区管委会: a zone that no table lists, named in full before its office
NAMED_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:集聚区|产业园区|工业园区|工业园|产业园|经开区|高新区|开发区|工业区|工业集中区|化工园区|物流园区|新区|示范区|合作区|保税区|度假区|旅游区|风景名胜区|风景区|生态城|科学城|自贸区|综保区|管理区)(?=管委|党工委|工委|管理)"
)
#: Posts that a body has but once: the second 市委书记 of a sentence is of another city.
_ONE_EACH = frozenset({"书记", "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "镇长", "乡长", "主席", "主任"})
#: Bodies whose head and the next one's bare 市委, 县长 are of the same place: 康保县委书记A,县委副书记、县长B
_RULING = frozenset({"委", "政府", "人民政府", "人大", "人大常委会", "政协"})
_ZONE_BODIES = frozenset({"管委会", "党工委", "工委", "管委"})
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:村|社区)(?:党|村|居|$)")
#: Organs that every region has: without a name they are the page's own.
_LOCAL_ORGAN = re.compile(
    r"^(?:委|政府|人民政府|人大|人大常委会|政协|纪委|监委|纪检监察|法院|检察院|中级人民法院|人民法院|人民检察院|党工委|管委会|党委|党组|人武部|军分区|组织部|宣传部|统战部|政法委|"
    r"办公室|办公厅|秘书处|编办|网信办|工会|总工会|团委|妇联|工商联|科协|文联|残联|红十字会)|(?:局|厅|委|办|院|队|站|所|支队|大队|中心|指挥部|工作组|专班|领导小组|开发区|园区|街道|镇|乡|村|社区)(?:党组|党委)?$"
)


def _unsaid(city: Place, places: Sequence[PlaceMention], home: Home) -> bool:
    """Whether the page names no such city, only what lies in it: 上海市长宁区 (a guest), 邵武市 (a 市 itself)."""
    said = [p for p in places if p.place is not None and not p.inside]
    if any(p.place == city and not p.prefix and (city.level != "province" or p.form == "full") for p in said):
        return False  # 上海援克前方指挥部 tells of no 上海市
    within = [p for p in said if p.place is not None and p.place != city and city in home.chain(p.place)]
    if city.level == "province":
        return bool(within)
    return any(p.level == "county" and p.name.endswith("市") for p in within)


_SECONDED = re.compile(r"(?:[\u4e00-\u9fff]{2}|东西部)(?:扶贫|劳务|对口)?协作|对口(?:支援|帮扶|协作)|援[藏疆青]")


def region_of(
    titles: Sequence[Title],
    index: int,
    found: Sequence[PlaceMention | None],
    named: Sequence[Place | None],
    here: Said,
    said: Said,
    home: Home,
    at_places: Sequence[PlaceMention],
    sentence: int,
    led: Place | None = None,
    bodies: Sequence[str] = (),
    member: Place | None = None,
    visited: frozenset[str] = frozenset(),
) -> tuple[Place | None, str | None]:
    """The region of ``titles[index]`` and the name to give it, either None where the page leaves it open.

    `found` and `named` are the places written in each title of the chain, `here` and `said` what the title before it in
    the chain, and the last of the chain before, resolved to; `sentence` is where the sentence begins in the document,
    `led` where the person is at home, `bodies` the full names that the article tells, `member` whose delegation or
    leaders he is told to be among, `visited` the ids of where he goes.
    """
    title = titles[index]
    place = found[index]
    if place is not None:
        return place.place, place.name
    if _SECONDED.match(title.organ):
        return None, None  # 苏陕协作安康市工作队: of whoever sends it, which the title does not tell
    above = home.by_level.get("province")
    if title.level == "区" and title.organ == "党委":  # 区党委副书记: of the autonomous region; a district has a 区委
        named_above = {p.name: p.place for p in at_places if p.level == "province" and p.name.endswith("自治区")}
        if above is not None and above.name.endswith("自治区"):
            return above, above.name
        return (next(iter(named_above.values())), next(iter(named_above))) if len(named_above) == 1 else (None, None)
    if title.level:
        if here.region is None and member is not None and home.fits(member, title.level) and member.level != "zone":
            return member, member.name  # 平湖市领导A…出席,市委书记A致辞
        later = [p for p in named[index + 1 :] if p is not None]
        anchor = here.region or (later[0] if later else None)
        if here.region is None and anchor is not None and home.fits(anchor, title.level):
            # 市委常委、副市长、天津援甘…组长: the page's own city; 副市长、浏阳市委书记: the one 浏阳 lies in
            anchor = home.above(anchor) if anchor.level == "county" and title.level == "市" else None
        if (
            anchor is None
            and said.seats
            and said.sentence == sentence
            and (said.organ in _RULING or said.beside(sentence + title.start))
            and not said.posts & _ONE_EACH & {t.title for t in titles}
        ):
            # 康保县委书记杜平,县委副书记、县长魏红侠: of the same county, as another post of it is told
            own = home.at(title.level) if home.told and said.organ not in _RULING else None
            anchor = next(
                (
                    p
                    for p in reversed(said.seats)
                    # 天津援甘前方指挥部总指挥A、市委常委B: a guest's 直辖市 does not lend its name
                    if home.fits(p, title.level)
                    and not (p.level == "province" and (own is not None or _unsaid(p, at_places, home)))
                ),
                None,
            )
        alike = said.name is not None and said.name.endswith(title.level) and said.sentence == sentence
        if anchor is None and said.region is None and alike and not said.posts & {t.title for t in titles}:
            return None, said.name  # 鼓楼区委书记…、区长…: which 鼓楼区 stays open, but it is one
        region = home.at(title.level, anchor or (led if not home.told else None)) or home.at(title.level)
        if region is None:
            return _last_named(title, at_places, sentence, home, said)
        if region.id in visited and anchor is None and not home.told:
            return None, None  # 市委副书记A率队赴六安市考察: of another city
        if (
            title.level == "市"
            and anchor is None
            and led is None
            and not home.told
            and _unsaid(region, at_places, home)
        ):
            return None, None
        return region, region.name
    zone = OWN_ZONE.match(title.organ)
    if zone:
        own = home.zone(zone.group())
        if own is not None:
            return own, own.name
        whole = [p for p in at_places if p.level == "zone" and p.name.endswith(zone.group())]
        if len({p.name for p in whole}) == 1:
            return whole[0].place, whole[0].name
    named_zone = NAMED_ZONE.match(title.organ)
    if named_zone:
        known, zone_name = home.named_zone(named_zone.group(), at_places)
        return (known, zone_name) if known is not None else (None, full_name(zone_name, bodies) or zone_name)
    if title.organ in _ZONE_BODIES and title.region_start < 0 and here.name is None and said.name is None:
        zones = {p.name: p.place for p in at_places if p.level == "zone" and not p.inside}
        return (next(iter(zones.values())), next(iter(zones))) if len(zones) == 1 else (None, None)
    if _VILLAGE.match(title.organ):
        return None, None  # a village lies in a township the title did not name
    if here.name is not None:
        return here.region, here.name
    if index and here.organ and here.level:
        return None, None  # 县政协副主席、工商联主席: of the county that the page did not tell, like the post before
    later_named = [f for f in found[index + 1 :] if f is not None]
    if index == 0 and later_named and title.post.organ != "government":
        return later_named[0].place, later_named[0].name
    if said.name is not None:
        return said.region, said.name
    if said.sentence == sentence and said.level and not title.organ:
        return None, None  # 县人大常委会主任A,副主任B: of the county that the page did not tell
    if said.sentence == sentence and said.township and title.organ in ("党委", "党政办", "人大", "纪委", "武装部"):
        return None, None  # 镇党委书记A、党委副书记B: of a town the page does not name
    if title.organ and not _LOCAL_ORGAN.search(title.organ):
        return None, None  # 亚奥理事会, 中国画系: a body of its own, of no region we were told
    region = home.place
    if title.organ.endswith("厅") and "province" in home.by_level:
        region = home.by_level["province"]
    return region, region.name if region else None


_TAKING = r"(?:率队|带队|一行|(?:率领?|带领)[^,，。;；]{2,60}?(?:负责人|负责同志|人员|干部|部门)[,，]?)?"
_TOURS = re.compile(rf"{_TAKING}(?:先后)?(?:来到|前往|深入|到|在|赴)")
_ON_TOUR = re.compile(r"[市县区州]?(?:[\u4e00-\u9fff、]{0,12}?)(?:调研|检查|督导|督查|督战|走访|慰问|宣讲|巡查|巡河)")
_LEADS = re.compile(r"率领?|带领|率队")
_ACTS = re.compile(r"出席|主持|参加|会见|陪同|来我|指出|强调|表示|介绍|。")
_DELEGATION = re.compile(r"[\u4e00-\u9fff]{0,10}?(?:代表团|考察团|访问团|学习团|考察组|交流团|慰问团|工作组)")


#: 率队赴六安市金寨县考察, 前往长三角、深圳对接: whither somebody sets out
_SETS_OUT = re.compile(rf"{_TAKING}(?:先后|一同)?(?:来到|前往|深入|到|在|赴)(?P<where>[^,，。;；]{{2,30}})")
_AS_GUEST = re.compile(r"考察|学习|对接|交流|招商|洽谈|参观|访问|拜访|座谈")


def visited_by(
    sentence: Sentence, end: int, places: Sequence[PlaceMention], gazetteer_chain: Callable[[Place], Sequence[Place]]
) -> frozenset[str]:
    """Ids of the places that the person named up to `end` goes to: none of them lends its name to a bare 市委副书记.

    A superior on a tour of inspection may be of what the place lies in, a guest (考察, 对接) is not.
    """
    going = _SETS_OUT.match(sentence.text, end)
    if going is None:
        return frozenset()
    start, stop = sentence.start + going.start("where"), sentence.start + going.end("where")
    seen = [p.place for p in places if start <= p.start and p.end <= stop and p.place is not None and not p.inside]
    out = {p.id for p in seen}
    if seen and _AS_GUEST.search(sentence.text, going.start("where"), going.end() + 30):
        out |= {up.id for p in seen for up in gazetteer_chain(p) if up.level != "province"}
    return frozenset(out)


#: 滨州市考察团在|市委副书记A|带领下: whose delegation he brings
_BRINGS = re.compile(r"的?(?:带领|率领|带队)下")


def brought_from(sentence: Sentence, start: int, end: int, places: Sequence[PlaceMention]) -> Place | None:
    """Whose delegation the person titled and named at ``[start:end]`` of the sentence brings (…考察团在市委副书记A带领下), or None."""
    if _BRINGS.match(sentence.text, end) is None or not sentence.text.endswith(("在", "由"), 0, start):
        return None
    for place in reversed([p for p in places if p.start >= sentence.start and p.end <= sentence.start + start]):
        team = _DELEGATION.match(sentence.text, place.end - sentence.start, start)
        if team is not None and place.place is not None and start - team.end() <= _TEAM_GAP:
            return place.place
    return None


#: Characters that may stand between a delegation and who brings it: 一行30人在.
_TEAM_GAP = 10


def delegation_home(sentence: Sentence, end: int, places: Sequence[PlaceMention], home: Home) -> Place | None:
    """Where the person named up to `end` is at home: whose delegation he leads, or where he is on a tour of inspection.

    市委副书记A率凤台县党政代表团…; 省委书记B在白城调研.
    """
    tours = _TOURS.match(sentence.text, end)
    if tours is not None:
        at = sentence.start + tours.end()
        for place in places:
            if place.start == at and place.place is not None and place.level in ("prefecture", "county"):
                tail = place.end - sentence.start
                if not _ON_TOUR.match(sentence.text, tail):
                    return None
                # 副市长A到广水市调研: whoever tours a county-level city is of the one it lies in
                return home.above(place.place) if Home.fits(place.place, "市") else place.place
    leads = _LEADS.search(sentence.text, end, end + 120)
    if leads is None or _ACTS.search(sentence.text, end, leads.start()):
        return None
    at = sentence.start + leads.end()
    for place in places:
        if place.start == at and place.place is not None and not place.prefix:
            tail = place.end - sentence.start
            return place.place if _DELEGATION.match(sentence.text, tail) else None
    return None


#: Characters within which a place named before is still what is spoken of.
_NEARBY = 120


def _last_named(
    title: Title, places: Sequence[PlaceMention], sentence: int, home: Home, said: Said
) -> tuple[Place | None, str | None]:
    """The county or town named last before a bare 县委, 镇长 on a page that is at home in none of them."""
    if title.level == "市":
        own = home.by_level.get("prefecture")
        cities = {p.place for p in places if p.place is not None and p.level == "prefecture" and not p.inside}
        others = [p for p in cities if p != own and Home.fits(p, "市")]
        if own is not None and not Home.fits(own, "市") and len(others) == 1:
            return others[0], others[0].name  # 市河长办主任A, on 大理州's page of a meeting with 保山市
        return None, None
    before = [p for p in places if not p.inside and p.end <= sentence + title.start and _is_a(p, title.level)]
    if not before:
        return None, None
    own = next((p for p in reversed(said.seats) if home.fits(p, title.level)), None)
    since = max((p.start for p in before if p.place == own), default=-1)
    if own is not None and len({p.name for p in before if p.start > since}) > 1:
        return own, own.name  # 平原县委副书记A赴武城、夏津参观。副县长B陪同: of none of those they saw
    last = before[-1]
    if sentence + title.start - last.end < _NEARBY or len({p.name for p in before}) == 1:
        return last.place, last.name
    return None, None


def _is_a(place: PlaceMention, level: str) -> bool:
    """Whether a place, settled or not, is of the level that a bare 县, 区 means."""
    if place.place is not None:
        return Home.fits(place.place, level)
    return place.level in ("county", "township") and place.name.endswith(level) and len(place.name) > 2
