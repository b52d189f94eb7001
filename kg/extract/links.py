"""The other relations: who took part as a body, where a meeting was held, what it concerned, which regions a plan covers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.cooperation import FoundTie
from kg.extract.document import Document, Sentence
from kg.extract.initiative_kinds import FoundInitiative
from kg.extract.meetings import FoundMeeting
from kg.extract.parties import Parties
from kg.extract.party import PRONOUN, Party, acting, counted, members_told, unique
from kg.extract.places import OWN, Home, PlaceMention, ShortNames
from kg.extract.sides import own_units
from kg.lexicon import Gazetteer, Place
from kg.model import RelationType


@dataclass(frozen=True, slots=True)
class FoundLink:
    type: RelationType
    source: str
    target: str
    sentence: Sentence
    start: int
    end: int
    rule: str


def find_links(
    document: Document,
    gazetteer: Gazetteer,
    home: Home,
    places: Sequence[PlaceMention],
    meetings: Sequence[FoundMeeting],
    initiatives: Sequence[FoundInitiative],
    parties: Parties,
    ties: Sequence[FoundTie] = (),
) -> tuple[list[FoundLink], list[Party]]:
    """All such links, and the regions they need in the record."""
    links: list[FoundLink] = []
    needed: list[Party] = []
    gatherings = [m for m in meetings if not m.visit]
    for meeting in meetings:
        took = [*parties.of(meeting), *_speaking_bodies(document, meeting, meetings, places)]
        if not took and (_MARKET.search(meeting.name) or meeting.kind == "signing"):
            took += _signing(meeting, gatherings, ties)
        if meeting.rule == "talks" and (
            _RECEIVED.search(meeting.name) or (len(took) == 1 and _CITIZENS.search(meeting.name))
        ):
            took = []  # 会见, 与基层代表座谈: no talks between bodies
        if meeting.visit and not _DELEGATION.search(meeting.sentence.text):
            took = []
        elif meeting.visit and not _STATE_VISIT.search(meeting.sentence.text):
            took = took[:1]  # the guests; the hosts are a party where the two sides' leaders meet
        for party in unique(took):
            shown, start, end = _told_there(document, party, meeting, places)
            links.append(FoundLink("TOOK_PART_IN", party.name, meeting.name, shown, start, end, "party"))
            needed.append(party)
        venue = _held_in(document, meeting, meetings, places, home, gazetteer)
        stops = _further_stops(document, meeting, places) if meeting.visit and venue is not None else []
        stops += _town(meeting, venue, places, gazetteer)
        for place in unique([*([venue] if venue is not None else []), *stops]):
            shown, start, end = _venue_told(document, place, meeting, meetings)
            links.append(FoundLink("HELD_IN", meeting.name, place.name, shown, start, end, "held"))
            needed.append(place)
    gatherings = [m for m in gatherings if m.rule != "talks" or not _RECEIVED.search(m.name)] or gatherings
    short = ShortNames(gazetteer, places)
    items = _item_starts(document)
    for initiative in initiatives:
        toured = [m for m in meetings if m.visit and any(m.start <= a and b <= m.end for a, b, _ in initiative.spans)]
        for meeting in toured[:1] or _concerning(initiative, gatherings, items):
            links.append(
                FoundLink(
                    "CONCERNS",
                    meeting.name,
                    initiative.name,
                    initiative.sentence,
                    initiative.start,
                    initiative.end,
                    "named",
                )
            )
        circles = unique(
            Party.of(p)
            for m in meetings
            for mention in m.mentions
            for p in places
            if p.level == "cluster" and mention.start <= p.start and p.end <= mention.end
        )
        if _TREATY.search(initiative.name) and not any(t.sentence is initiative.sentence for t in ties):
            continue  # 生物多样性公约, 青岛宣言: bind states, not the city that lent its name or its hall
        for party in _covered(initiative, home, places, parties, ties, gazetteer, circles, short):
            links.append(
                FoundLink(
                    "COVERS",
                    initiative.name,
                    party.name,
                    initiative.sentence,
                    initiative.start,
                    initiative.end,
                    "covers",
                )
            )
            needed.append(party)
    return links, unique(needed)


_TREATY = re.compile(
    r"^(?![^省市县区州]{0,12}(?:[省市县州边]|区(?!域))).*(?:公约|议定书|条约|伙伴关系协定|联合声明|RCEP)[)）]?$|^[\u4e00-\u9fff]{2,3}宣言$"
    r"|(?:组织|[^省市县区]论坛|峰会|理事会|国家合作|对话|首脑|元首|大会).*(?:行动计划|活动计划|倡议|共识|宣言|声明|愿景)$"
)


def _venue_told(
    document: Document, venue: Party, meeting: FoundMeeting, meetings: Sequence[FoundMeeting]
) -> tuple[Sentence, int, int]:
    """The sentence that tells where a meeting was: its own, that which says so later, or that of the tour it was held on."""
    told = meeting.held_span
    if told is not None:
        sentence = document.sentence_at(told[0])
        if sentence is not meeting.sentence:
            return sentence, told[0], told[1]
        return sentence, min(told[0], meeting.start), max(told[1], meeting.end)
    if venue.name[:2] not in meeting.sentence.text:
        tours = [v for v in meetings if v.visit and v.start <= meeting.start and v.held_in is not None]
        for tour in reversed(tours):
            if tour.held_in is not None and Party.of(tour.held_in).name == venue.name:
                return tour.sentence, tour.start, tour.end
    return meeting.sentence, meeting.start, meeting.end


#: What is told of those who are there: 浙江、福建负责同志在会上发言
_THERE = re.compile(
    r"负责人|负责同志|代表团|参加|参会|与会|出席|列席|发言|汇报|代表|签署|签订|签约|书记|[省市县区州]长|主任|主席|双方|座谈"
)


def _told_there(
    document: Document, party: Party, meeting: FoundMeeting, places: Sequence[PlaceMention]
) -> tuple[Sentence, int, int]:
    """The sentence that shows a party at a meeting: the one that names both, else the first after it that names the party."""
    venue = meeting.held_span or (0, 0)  # 中央金融工作会议在北京举行 does not show Beijing's people there
    named = sorted(
        p.start
        for p in places
        if party.name in (p.name, p.place.name if p.place is not None else None)
        and not p.prefix
        and not venue[0] <= p.start < venue[1]
        and document.text[max(0, p.start - 1) : p.start] not in ("在", "于")
    )
    own = [(meeting.sentence, meeting.start, meeting.end), *((m.sentence, m.start, m.end) for m in meeting.mentions)]
    for sentence, start, end in own:
        if any(sentence.start <= at < sentence.end for at in named):
            return sentence, start, end
    told = [document.sentence_at(at) for at in named]
    after = [s for s in told if s.start > meeting.sentence.start and not s.headline]
    there = [s for s in after if _THERE.search(s.text)]
    within = any(p.name == party.name and venue[0] <= p.start < venue[1] for p in places)
    if not named or (within and not there):  # 由粤港澳三地联合举办
        return meeting.sentence, meeting.start, meeting.end
    shown = (there or after or told)[0]
    at = next(at for at in named if shown.start <= at)
    return shown, at, min(shown.end, at + len(party.name))


_DELEGATION = re.compile(r"代表团|考察团|考察组|访问团|党政[\u4e00-\u9fff]{0,6}团")
_STATE_VISIT = re.compile(r"党政[\u4e00-\u9fff]{0,6}团")
_MARKET = re.compile(r"推介|招商|签约|洽谈|对接")
_RECEIVED = re.compile(r"会见|接见|看望")
_CITIZENS = re.compile(
    r"[与同和](?:[^,，。;；]{0,20}?)(?:基层|企业|各界|群众|党员|干部|职工|师生|学生|青年|农民|村民|居民|科技|专家|学者|企业家|院士|媒体)"
    r"[\u4e00-\u9fff]{0,8}(?:座谈|交流|谈心)"
)
#: between the places of one tour: 到南陵县、无为市调研, 赴南宁市和钦州市视察
_NEXT_STOP = re.compile(r"[、和及与]|以及|等地和")


def _further_stops(document: Document, meeting: FoundMeeting, places: Sequence[PlaceMention]) -> list[Party]:
    """The other places of a tour told in one list with the first."""
    first = meeting.held_in
    if first is None:
        return []
    here = [p for p in acting(places) if meeting.sentence.start <= p.start and p.end <= meeting.sentence.end]
    prefixes = [p for p in places if p.prefix]
    stops: list[Party] = []
    at = first.end
    for mention in here:
        if mention.start < at or mention.form == "compound":
            continue
        gap = document.text[at : mention.start]
        for prefix in prefixes:
            if at <= prefix.start and prefix.end <= mention.start:
                gap = gap.replace(prefix.text, "", 1)
        if not _NEXT_STOP.fullmatch(gap) or mention.level != first.level:
            break
        stops.append(Party.of(mention))
        at = mention.end
    return stops


def _town(
    meeting: FoundMeeting, venue: Party | None, places: Sequence[PlaceMention], gazetteer: Gazetteer
) -> list[Party]:
    """The town told after its county: 在噶尔县狮泉河镇举行 was held in both."""
    if meeting.visit or meeting.held_span is None or venue is None or venue.level != "county":
        return []
    start, end = meeting.held_span
    towns = [p for p in places if p.level == "township" and start <= p.start and p.end <= end]
    return [
        Party.of(p)
        for p in towns[:1]
        if p.place is None or venue.place is None or venue.place in gazetteer.chain(p.place)
    ]


_AT_IT = re.compile(r"^(?:会上|会议上|仪式上|活动上|座谈会上|推介会上|现场|会议期间|会议?现场|活动现场|会议还)")


def _signing(meeting: FoundMeeting, gatherings: Sequence[FoundMeeting], ties: Sequence[FoundTie]) -> list[Party]:
    """会上，甲区与乙区签订协议: who signs at the one meeting told before takes part in it."""
    out: list[Party] = []
    for tie in ties:
        if tie.mode != "agreement" or tie.rule != "signed":
            continue
        near = meeting.sentence.line - tie.sentence.line in (0, 1)
        beside = meeting.kind == "signing" and near and tie.start < meeting.start
        if beside and len([m for m in gatherings if m.kind == "signing"]) == 1:
            out += [p for p in (tie.a, tie.b) if p.level in ("province", "prefecture", "county", "zone")]
            continue  # 甲市与乙区签署框架协议。市委书记A出席签约仪式
        if not _AT_IT.match(tie.sentence.text):
            continue
        before = [m for m in gatherings if m.start < tie.start and m.rule != "talks"]
        if before and before[-1] is meeting:
            out += [p for p in (tie.a, tie.b) if p.level in ("province", "prefecture", "county", "zone")]
    return out


_MAIN_VENUE = re.compile(r"(?:在)?(?P<where>[\u4e00-\u9fff]{2,12})(?:设|的)?主会场")
#: Halls of the capital, told without their city.
_CAPITAL = re.compile(r"人民大会堂|中南海|钓鱼台国宾馆|京西宾馆|八一大楼|全国政协礼堂|紫光阁")
_AT_TALKS = re.compile(
    r"在(?P<where>[^,，。;；在]{2,24}?)(?:分别|集体|亲切|共同)*(?:会见|会晤|接见|同|与|和[\u4e00-\u9fff·]{2,20}举行|举行)"
)
#: Bodies of the nation, which do not meet in the place their chairman tours.
_CENTRAL = re.compile(r"中央政治局|国务院常务会议|中央军委|中央全面|中央财经|中央深改|全国人大常委会|委员长会议")
_OWN_NAME = re.compile(
    r"^(?:全|我|本)?(?P<level>省|市|县|区|州|旗|盟|自治区)(?!部级|属|际|级以)(?:委|政府|人大|政协|直|级|第|农|防|安|重|[\u4e00-\u9fff])"
)


def _held_in(
    document: Document,
    meeting: FoundMeeting,
    meetings: Sequence[FoundMeeting],
    places: Sequence[PlaceMention],
    home: Home,
    gazetteer: Gazetteer,
) -> Party | None:
    """Where the text says it takes place; else the main venue; else the host of the visit it is part of; else whose it is."""
    if meeting.held_in is not None:
        return Party.of(meeting.held_in)
    if _in_capital(document, meeting):
        capital = gazetteer.get("110000")
        return Party(capital.name, capital, capital.level)
    if meeting.held_span is not None:
        own = OWN.search(document.text, *meeting.held_span)
        place = home.at(own.group(2)) if own else home.place
        if own is None and not home.told and (place is None or place.name not in meeting.name):
            return None  # 在总统府, 在会展中心: a hall, but the page is at home nowhere
        if place is not None and (own or not meeting.visit):
            return Party(place.name, place, place.level)
    if meeting.visit:
        return None
    for sentence in document.body:
        if sentence.line > meeting.sentence.line:
            break
        venue = _MAIN_VENUE.search(sentence.text)
        if venue and sentence.line == meeting.sentence.line and "分会场" not in meeting.name:
            inside = [
                p
                for p in places
                if sentence.start + venue.start() <= p.start and p.end <= sentence.start + venue.end("where")
            ]
            if inside:
                return Party.of(inside[-1])
    for mention in meeting.mentions[:1]:
        inside = [p for p in places if mention.start <= p.start and p.end <= mention.end and p.level != "cluster"]
        if "分会场" in meeting.name and inside:
            return Party.of(inside[0])
    if _CENTRAL.search(meeting.name):
        return None
    before = [v for v in meetings if v.visit and v.start <= meeting.start and (v.held_in or v.held_span)]
    if document.itemised:  # each item tells its own event
        before = [v for v in before if v.sentence.line == meeting.sentence.line]
    if before:
        alone = not _further_stops(document, before[-1], places) or meeting.rule == "talks"
        return _held_in_visit(document, before[-1], home) if alone else None  # 在上海、浙江调研: in which of them
    seat = home.place if meeting.rule == "talks" and not re.search(r"省[委长政]", meeting.sentence.text) else None
    if meeting.rule == "talks" and not home.told:
        return _met_in(meeting, places)
    if seat is not None and seat.level in ("county", "prefecture"):
        return Party(seat.name, seat, seat.level)
    caller = _called_by(meeting, places, home)
    if caller is not None:
        return caller
    own_name = _OWN_NAME.match(meeting.name)
    if own_name:
        place = home.at(own_name.group("level"))
        lead = document.body[0].end if document.body else 0
        here = {
            p.place
            for p in places
            if meeting.sentence.start <= p.start <= meeting.sentence.end
            and place is not None
            and p.level == place.level
        }
        told = here or {p.place for p in places if p.end <= lead}
        if not home.told and place not in told:
            return None  # 辽宁省召开党员领导干部会议, on a page that names Guangdong more
        return Party(place.name, place, place.level) if place else None
    place = home.place
    named = unique(
        Party.of(p) for m in meeting.mentions for p in acting(places) if m.start <= p.start and p.end <= m.end
    )
    whole = [p for p in named if not any(q.place and p.place in gazetteer.chain(q.place) for q in named)]
    if len(whole) >= 2:
        return None  # 龙岩市与赣州市党政联席会议: the parties in its name are not its place
    if (place is not None and place.name in meeting.name) or (
        place is not None and any(place.name in a for a in meeting.aliases)
    ):
        return Party(place.name, place, place.level)
    return None


#: 甘孜州|召开, 新城区委|随即召开, and without a name 县委|召开
_CALLS = re.compile(
    r"(?P<own>(?<![\u4e00-\u9fff])[市县区州旗盟])?(?:委|党委|政府|人民政府|人大常委会|人大|政协)?(?:随即|及时|立即|迅速|连夜|专题|紧急)?(?:召开|举行)了?$"
)


def _called_by(meeting: FoundMeeting, places: Sequence[PlaceMention], home: Home) -> Party | None:
    """The city or county that calls it, right before its name: 甘孜州召开领导干部会议; of two parties none is the place."""
    text, base = meeting.sentence.text, meeting.sentence.start
    calls = _CALLS.search(text, 0, meeting.start - base)
    if calls is None or "视频" in meeting.name or "分会场" in meeting.sentence.text:
        return None
    if calls.group("own"):
        place = home.at(calls.group("own"))
        return Party(place.name, place, place.level) if place is not None and home.told else None
    for mention in acting(places):
        if mention.end == base + calls.start() and mention.level in ("prefecture", "county", "zone", "township"):
            alone = _BESIDE.search(text, 0, mention.start - base) is None
            return Party.of(mention) if alone and mention.place is not None else None
    return None


_BESIDE = re.compile(r"[与同和跟、]$")


def _in_capital(document: Document, meeting: FoundMeeting) -> bool:
    """Whether it is held in a hall of the capital: told as its venue, or before 会见."""
    if meeting.held_span is not None:
        return _CAPITAL.search(document.text, *meeting.held_span) is not None
    met = _AT_TALKS.search(meeting.sentence.text) if meeting.rule == "talks" else None
    return met is not None and _CAPITAL.search(met.group("where")) is not None


def _met_in(meeting: FoundMeeting, places: Sequence[PlaceMention]) -> Party | None:
    """Where leaders met, as the sentence tells it: 在青岛会见巴基斯坦总统."""
    met = _AT_TALKS.search(meeting.sentence.text)
    if met is None:
        return None
    start, end = meeting.sentence.start + met.start("where"), meeting.sentence.start + met.end("where")
    inside = [p for p in places if start <= p.start and p.end <= end and p.form != "compound" and p.level != "cluster"]
    return Party.of(inside[-1]) if inside else None


def _held_in_visit(document: Document, visit: FoundMeeting, home: Home) -> Party | None:
    if visit.held_in is not None:
        return Party.of(visit.held_in)
    own = OWN.search(document.text, *visit.held_span) if visit.held_span else None
    place = home.at(own.group(2)) if own else None
    return Party(place.name, place, place.level) if place else None


_BODY_SPEAKS = re.compile(
    r"(?:人民政府|政府|管委会|党委|党工委)?(?:主要|有关|相关|分管)?(?:负责同志|负责人|代表|政府负责同志)?(?:分别|先后|依次|在会上|视频)*(?:作|做)?(?:了)?(?:表态|交流|典型|大会|经验|汇报|书面)*(?:发言|汇报)"
)


def _speaking_bodies(
    document: Document, meeting: FoundMeeting, meetings: Sequence[FoundMeeting], places: Sequence[PlaceMention]
) -> list[Party]:
    """大海乡、火红乡作表态发言 · 江苏省、湖北省负责同志在会上发言: regions that speak as bodies."""
    if meeting.visit or meeting.rule == "talks":
        return []
    out: list[Party] = []
    for sentence in document.body:
        current = [m for m in meetings if not m.visit and m.start <= sentence.start + len(sentence.text)]
        # 会上举行了签约仪式: who speaks afterwards speaks at the meeting itself
        current = [m for m in current if not _AT_IT.match(m.sentence.text)] or current
        if not current or (current[-1] is not meeting and not (meeting is meetings[0] and len(current) == 1)):
            continue
        here = [
            p
            for p in places
            if p.start >= sentence.start and p.end <= sentence.end and p.level not in ("cluster",) and not p.prefix
        ]
        for index, place in enumerate(here):
            tail = document.text[place.end : sentence.end]
            later = index
            while later + 1 < len(here) and re.fullmatch(
                r"(?:人民政府|政府)?(?:[、和与及]|以及)(?:中组部|教育部|[\u4e00-\u9fff]{2,6}、)*",
                document.text[here[later].end : here[later + 1].start],
            ):
                later += 1
            tail = document.text[here[later].end : sentence.end]
            tail = re.sub(r"^和有关(?:企业|部门|单位)", "", tail)
            before = document.text[max(sentence.start, place.start - 1) : place.start]
            if _BODY_SPEAKS.match(tail) and (
                index > 0 or before in ("", ",", "，", "、", "。", "由", "和", "与") or place.start == sentence.start
            ):
                out.append(Party.of(place))
    return out


def _item_starts(document: Document) -> list[int]:
    """The lines at which the items of a news digest begin: three headlines or more among paragraphs; else none."""
    lines = document.text.split("\n")
    told = [(n, line.strip()) for n, line in enumerate(lines) if line.strip()]
    first = told[1][0] if len(told) > 1 and _DIGEST.search(told[0][1]) else document.lead - 1
    heads = [
        n
        for (n, line), (_, after) in pairwise(told)
        if n >= first and len(line) <= 36 and not _SENTENCE_END.search(line) and after.endswith("。")
    ]
    return heads if len(heads) >= 3 else []


_SENTENCE_END = re.compile(r"[。;；:：,，]")
_DIGEST = re.compile("快讯|简讯|要闻|速览|集锦|早报|晚报|早班车|一周|汇总|播报")


def _concerning(
    initiative: FoundInitiative, gatherings: Sequence[FoundMeeting], items: Sequence[int]
) -> list[FoundMeeting]:
    """The meeting in whose part of the article the initiative stands; `items` are the lines where a digest's items begin."""
    if items:  # a meeting that one item tells concerns nothing in another; one told before all of them may
        item = bisect_right(items, initiative.sentence.line)
        gatherings = [m for m in gatherings if bisect_right(items, m.sentence.line) in (0, item)]
    if not gatherings:
        return []
    start = min(span[0] for span in initiative.spans)
    lines = {span[2].line for span in initiative.spans}
    same_line = [m for m in gatherings if m.sentence.line in lines and m.start <= start]
    if same_line:
        return [same_line[-1]]
    before = [m for m in gatherings if m.start <= start]
    return [before[0]] if before else [gatherings[0]]


def _covered(
    initiative: FoundInitiative,
    home: Home,
    places: Sequence[PlaceMention],
    parties: Parties,
    ties: Sequence[FoundTie],
    gazetteer: Gazetteer,
    circles: Sequence[Party],
    short: ShortNames,
) -> list[Party]:
    """The regions an initiative binds or serves: those in its name, who signs or builds it, else whose it is."""
    start, end, _ = initiative.spans[0]
    own = next(
        (
            p.place
            for p in places
            if p.place is not None
            and p.level == "cluster"
            and (p.name == initiative.name or (p.text == initiative.name and _of_several(p, p.text)))
        ),
        None,
    )
    for at in range(min(4, len(initiative.name) - 2)):
        two = short.pair(initiative.name[at : at + 2])
        known = any(p.name == initiative.name or p.text == initiative.name for p in places)
        if (
            known and len(two) == 2 and not any(_of_several(p, initiative.name) for p in places)
        ):  # 河套深港科技创新合作区, 深哈产业园, 湘赣边区域合作示范区
            return unique(Party.of(p) for p in two)
    built = initiative.kind in ("zone", "project", "mechanism")
    if built and len(parties.main) == 2 and _both_begin(initiative.name, parties.main, gazetteer):
        return parties.main
    zone = next((p for p in places if p.name == initiative.name and p.place is not None and p.level == "zone"), None)
    if zone is not None and zone.place is not None:
        told = [
            p
            for p in acting(places)
            if p.place is not None
            and p.level in ("prefecture", "county")
            and any(a in zone.name for a in p.place.aliases)
        ]
        if told:
            return unique(Party.of(p) for p in told)  # 深圳(哈尔滨)产业园区
        if zone.place.parent is not None and gazetteer.get(zone.place.parent).level != "country":
            joint = range(len(zone.name) - 1) if "合作" in zone.name else ()
            pair_told = [p for at in joint for p in _provinces(zone.name[at : at + 2], gazetteer)]
            above = gazetteer.get(zone.place.parent)
            return [Party(p.name, p, p.level) for p in pair_told or [above]]  # 横琴粤澳深度合作区
        within = [p for p in acting(places) if p.place is not None and p.place.id in zone.place.members]
        return unique(Party.of(p) for p in within)
    if own is not None:  # G60科创走廊: its cities, as far as the article names them
        cities = [
            p for p in acting(places) if p.place is not None and p.place.id in own.members and p.form != "compound"
        ]
        if cities:
            return unique(Party.of(p) for p in cities)
    sentence = initiative.sentence
    inside = [
        _whose(p, end, gazetteer) if p.start > start else p
        for p in _within_name(places, start, end, sentence, gazetteer)
        if initiative.kind == "agreement" or p.name != _ACROSS  # 闽台研学旅行基地: for guests from there
    ]
    named = unique(Party.of(p) for p in inside if not p.prefix and p.name != initiative.name)
    plain = unique(
        Party.of(p)
        for p in inside
        if not p.prefix and p.form != "compound" and p.level not in ("cluster",) and p.name != initiative.name
    )
    if _DECLARED.search(initiative.name):
        venues = {Party.of(p).name for p in inside if _signed_at(p, initiative, sentence)}
        inside = [p for p in inside if not _signed_at(p, initiative, sentence)]
        named = [p for p in named if p.name not in venues]
        plain = [p for p in plain if p.name not in venues]
        if venues and not named:  # 武汉共识, 长沙宣言: of those who sign it, else of those who meet
            made = unique(p for t in ties if t.sentence is sentence and t.mode == "agreement" for p in (t.a, t.b))
            return made or (parties.main if 2 <= len(parties.main) <= 10 else list(circles[:1]))
    inside = [p for p in inside if not _AIMED_AT.search(sentence.text[: p.start - sentence.start])]
    inside = [p for p in inside if not _SERVED.match(sentence.text, p.end - sentence.start)]
    lone = [p for p in inside if p.form in ("abbr", "compound") and len(p.text) == 1]
    if (
        len(lone) == 1 and lone[0].place not in home.by_level.values()
    ):  # 圳品入粤: one character is a word of the name, not whom it binds
        inside = [p for p in inside if p not in lone]
        named = [p for p in named if p.name != lone[0].name]
        plain = [p for p in plain if p.name != lone[0].name]
    aimed = {p.name for p in named} - {Party.of(p).name for p in inside}
    named = [p for p in named if p.name not in aimed or p.level != "cluster"]
    plain = unique([*plain, *(q for p in inside for q in members_told(gazetteer, p))])
    clusters = [p for p in named if p.level == "cluster"]
    if len(plain) >= 2:
        return plain
    if not plain and _ABROAD.search(initiative.name):
        return []  # “一带一路”八项行动, whoever spoke of it
    number = PRONOUN.search(initiative.name)
    units = number["unit"] if number is not None else ""  # 市州: one or the other
    meet = [p for p in parties.main if p.place is not None and any(Home.fits(p.place, unit) for unit in units)]
    if number is not None and len(meet) == len(parties.main) == counted(number["n"]) >= 2:
        return meet  # 湘桂三市旅游联盟: the three cities that meet
    making = [
        tie
        for tie in ties
        if tie.sentence is sentence
        and tie.mode in ("co_build", "agreement")
        and tie.start <= initiative.start
        and initiative.start - tie.end <= 40
    ]
    nearest = max((tie.start for tie in making), default=0)
    makers = unique(party for tie in making if tie.start == nearest for party in (tie.a, tie.b))
    pair = unique(Party.of(p) for p in inside if p.form == "compound" and p.level not in ("cluster", "country"))
    if len(pair) < 2 or pair[0].name not in {Party.of(p).name for p in inside[:1]}:
        pair = []
    signers = _signers(sentence, initiative, places, parties, home) if initiative.kind == "agreement" else []
    if pair and pair[0].level != "province" and len(signers) < 2:
        return pair  # 深哈产业园, 昆沭工业园区
    if re.search(r"(?:宣言|共识|倡议)$", initiative.name) and not plain and circles:
        return list(circles[:1])  # 商丘宣言 of the cities of 淮海经济区
    if initiative.kind == "agreement":
        if len(signers) == 1 and signers[0] in (*makers, *parties.main):
            # 甲副县长A分别与乙副县长B,丙副县长C签署: all three, not the last alone
            named_so = {p.name for p in acting(places) if sentence.start <= p.start < initiative.start}
            signers = makers if signers[0] in makers else [p for p in parties.main if p.name in named_so]
        if len(signers) == 1:
            return [*signers, *clusters]  # with a firm, or with a body that is no region
        signers = signers or makers
        if len(signers) >= 2:
            return [*signers, *([] if number else clusters)]  # 川南四市: the cities told, not the area
        if len(parties.main) >= 2 and not plain and re.search(r"签|会签", sentence.text):
            return [*(parties.main if len(parties.main) <= 10 else []), *clusters]
    if len(makers) >= 2 and not (plain and initiative.rule == "named"):
        return makers
    if pair:
        main = [p for p in parties.main if p.level != "province"]
        both = re.search(
            r"共建|共同|携手|联合|两地|双方|三方", sentence.text[: initiative.start - sentence.start][-40:]
        )
        return main if both and 2 <= len(main) <= 10 else pair
    if named and not (clusters == named and initiative.kind in ("zone", "project")):
        return named
    text = sentence.text
    before = text[: initiative.start - sentence.start]
    together = re.search(r"共建|共同|携手|联合|两地|双方|三地", before[-16:] + initiative.name)
    if len(parties.main) >= 2 and together:
        return parties.main if len(parties.main) <= 10 else []
    if len(parties.main) >= 2 and re.search(r"[两三四]地|[两三四][市县区省]", initiative.name):
        return parties.main
    nation_wide = _NATION_WIDE.match(initiative.name) or _PARTY_WIDE.search(initiative.name)
    if nation_wide or _NATIONAL.search(initiative.name[:8] + before[-8:]):
        return []
    if initiative.kind == "agreement" and any(m.group("n") != "各" for m in PRONOUN.finditer(before)):
        return []  # 三地签署: whoever they are, it is not the page's own region alone
    ours = OWN.search(text)
    place = home.at(ours.group(2)) if ours else None
    speaker = [p for p in acting(places) if sentence.start <= p.start < initiative.start and p.form != "compound"]
    if speaker and not ours and _ACTS.match(before, speaker[-1].end - sentence.start):
        return [Party.of(speaker[-1])]
    here = {p.place for p in acting(places) if sentence.start <= p.start and p.end <= sentence.end}
    if place is None and (home.told or (home.sure and home.place in here)):  # not where a national report was written
        place = home.place
    return [Party(place.name, place, place.level)] if place is not None else []


def _of_several(place: PlaceMention, name: str) -> bool:
    """Whether the area that `name` begins with is called by one character of each of its members: 万达开…示范区."""
    area = place.place if place.level == "cluster" else None
    return area is not None and name.startswith(area.name) and len(area.members) == len(area.name) > 2


def _both_begin(name: str, sides: Sequence[Party], gazetteer: Gazetteer) -> bool:
    """Whether the two characters that a name begins with stand for the two sides of the article: 宁洛…园 of 江宁区 and 洛南县."""
    word = name.lstrip("“")[:2]
    stands = [
        {i for i, side in enumerate(sides) if char in side.name[:2] or side.place in gazetteer.abbreviated(char)}
        for char in word
    ]
    return stands in ([{0}, {1}], [{1}, {0}]) and not any(side.name.startswith(word) for side in sides)


#: What regions declare together bears the name of the city where they met: 武汉共识, 合作发展(上海)宣言.
_DECLARED = re.compile(r"(?:宣言|共识|倡议|倡议书|纲要|行动|声明|协议|备忘录|公报)$")


def _signed_at(place: PlaceMention, initiative: FoundInitiative, sentence: Sentence) -> bool:
    """Whether a place in the name of a declaration only says where it was made: in brackets, or all there is before 宣言."""
    before = sentence.text[place.start - sentence.start - 1 : place.start - sentence.start]
    after = sentence.text[place.end - sentence.start : place.end - sentence.start + 1]
    if before in ("(", "（") and after in (")", "）"):
        return True
    return len(initiative.name) - len(place.text) <= _LONGEST_HEAD and initiative.name.startswith(place.text)


_LONGEST_HEAD = 3
_ACTS = re.compile(
    r"(?:市|县|区|省)?(?:委|政府|人民政府)?(?:今年|近年来|正在|将|正|要|已|全力|推进|建设|打造|加快|提出|启动|实施|计划|着力|大力|聚焦|开展)"
)


#: 融入京津冀三年行动计划: what a region aligns with is not what its plan covers.
_AIMED_AT = re.compile(r"(?:融入|对接|接轨|服务|承接)(?:和)?(?:服务|融入)?$")


#: 台湾青年就业创业基地: for whom it is, not where; told of by abbreviations too (粤港澳青年创新创业基地).
_SERVED = re.compile("[\u4e00-\u9fff]{0,2}?(?:青年|青少年|同胞|居民|学生|大学生|人才|籍|民众|乡亲|侨)")


_ABROAD = re.compile("一带一路|亚投行|上合组织|金砖|东盟|中非|中阿|中欧")
_ACROSS = "台湾省"
#: 江西省|武夷山国家公园, 海南|尖峰岭自然保护区: a mountain's name, whatever county bears it
_NATURE = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:国家公园|自然保护区|风景名胜区|草原|沙地|沙漠|湿地|山脉)")


def _provinces(word: str, gazetteer: Gazetteer) -> list[Place]:
    """The two provinces that two characters abbreviate: 粤澳; none where one is no abbreviation of one."""
    told = [[p for p in gazetteer.abbreviated(char) if p.level == "province"] for char in word]
    return [found[0] for found in told] if len(told) == 2 and all(len(found) == 1 for found in told) else []


def _within_name(
    places: Sequence[PlaceMention], start: int, end: int, sentence: Sentence, gazetteer: Gazetteer
) -> list[PlaceMention]:
    """The places told in an initiative's name, without brands and mountains that lie elsewhere than the name begins.

    雄安新区中关村科技园 is in 雄安新区, 江西省武夷山国家公园 not in a city of Fujian.
    """
    here = [p for p in places if start <= p.start and p.end <= end]
    first = next((p for p in here if p.start == start and p.place is not None and p.level != "cluster"), None)
    if first is None or first.place is None:
        return [p for p in here if not p.inside]
    out: list[PlaceMention] = []
    for mention in here:
        place = mention.place
        apart = (
            place is not None
            and place != first.place
            and first.place not in gazetteer.chain(place)
            and place not in gazetteer.chain(first.place)
        )
        brand = mention.level == "zone" and mention.form == "alias"
        if apart and (brand or _NATURE.match(sentence.text, mention.end - sentence.start)):
            out += [] if first in out else [first]
        elif not mention.inside:
            out.append(mention)
    return out


def _whose(mention: PlaceMention, end: int, gazetteer: Gazetteer) -> PlaceMention:
    """In 徐闻—海口临港产业园 the park 海口临港产业园 is no region but the city's: the division it lies in."""
    place = mention.place
    if mention.level != "zone" or mention.end != end or place is None or place.parent is None:
        return mention
    above = gazetteer.get(place.parent)
    return replace(mention, place=above, name=above.name, level=above.level) if above.level != "country" else mention


#: Plans of the nation, which bind no single region for being told in its paper.
_NATIONAL = re.compile(r"国务院|中共中央|党中央|全国人大|中央(?!路)|国家(?:发展改革委|发改委|部委|层面)|全国|我国")
_NATION_WIDE = re.compile(
    r"(?:创新驱动|科教兴国|人才强国|乡村振兴|扩大内需|可持续|制造强国|健康中国|就业优先|军民融合|区域协调|对外开放|新型城镇化|走出去)"
)

#: Campaigns of the whole party: 党纪学习教育 binds no single region for being told of in its report.
_PARTY_WIDE = re.compile("(?:学习教育|主题教育|教育实践活动)$")


def _signers(
    sentence: Sentence, initiative: FoundInitiative, places: Sequence[PlaceMention], parties: Parties, home: Home
) -> list[Party]:
    text, base = sentence.text, sentence.start
    at = initiative.start - base
    begin = max(text.rfind(c, 0, at) for c in ",，。;；") + 1
    stretch = text[begin:at]
    if not re.search(r"签|达成|缔结|发布", stretch):
        return []
    pronoun = next(reversed(list(PRONOUN.finditer(stretch))), None)
    venue = re.search(
        r"在[^,，]{2,20}$", re.sub(r"(?:共同|联合|正式|分别)?(?:签署|签订|签约|会签|缔结|达成|发布).*$", "", stretch)
    )
    stop = begin + venue.start() if venue else at
    ours = own_units(text[begin:stop], base + begin, home)
    here = [p for p in [*acting(places), *ours] if base + begin <= p.start and p.end <= base + stop]
    if pronoun is not None:
        return parties.meant(pronoun, here)
    return unique(Party.of(p) for p in here)
