"""Visits and inspections: a delegation or an official goes somewhere (A赴B考察, A一行到B调研, A在B督导)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.background import in_words
from kg.extract.dates import FoundDate, find_dates
from kg.extract.document import Document, Sentence
from kg.extract.meetings import FoundMeeting, likeness, seat
from kg.extract.mentions import PersonMention
from kg.extract.places import OWN, Home, PlaceMention

_ACT = (
    r"(?:学习考察|考察学习|考察交流|考察调研|考察访问|参观考察|调研考察|走访调研|专题调研|实地调研|专题视察|看望慰问|走访慰问|督导检查|检查指导|"
    r"调研指导|调研督导|考察对接|对接交流|交流学习|学习交流|友好访问|考察|调研|视察|慰问|走访|检查|督导|督查|访问|看望|巡查|暗访|"
    r"现场调度|现场督导|现场办公|参观学习|参观交流|观摩学习|参观|拜访|回访|招商引资|招商推介|招商|接访|学习(?=[^,，。;；]{1,40}(?:经验|做法))|"
    r"(?:公开)?接待(?:来访|上访|信访)群众|(?:联合)?巡河|对接(?=[^,，。;；]{4,36}?建设(?:[,，。;；]|$))|与[^,，。;；与]{2,16}?(?:签订|签署)(?=[^,，。;；]{2,30}(?:协议|备忘录|协定|》))|"
    r"(?:对接|洽谈)(?=资源|项目|企业|产业|合作|东西部|对口|山海|帮扶|结对))"
)
#: 赴平阴县开展结对共促发展对接活动, 来我县开展对口合作交流: a visit named by its work
_WORK = r"(?:开展|进行|推进|洽谈|对接|衔接)[^,，。;；]{2,28}?(?:工作|活动|交流|协作|合作|对接|结对|帮扶|慰问|衔接|事宜)(?![\u4e00-\u9fff]{0,2}(?:会|组|队|机制|协议))"
#: …到燃气公司、自来水厂,检查指导节前安全生产工作: what is done at the places named, not who does something else
_AND_THERE = rf"[,，](?:实地)?{_ACT}(?!组|团|中|时|后|期间|结束|发现|一行|人员)[^,，。;；]{{2,}}"
_VISIT = re.compile(
    rf"(?:日前|近日|昨[日天]|今[日天])?(?P<lead>率(?:领)?|带领|带队)?(?P<team>[^,，。;；率]{{0,24}}?(?:(?:代表团|慰问团)(?:[一二三四五六七八九]+分团)?|考察团|考察组|访问团|调研组|视察团|工作组|一行(?:\d+余?人)?))?(?:[,，]就[^。;；]{{2,50}}?)?"
    rf"(?:[,，]?[\d月日至到上下午晚]{{2,16}})?(?:(?:(?!看望|考察|慰问|走访|参观)[^,，。;；]){{0,8}}?)(?:在[^,，。;；]{{2,20}}?(?:当[天日]|之际|期间|前夕))?(?P<go>到|赴|来到|来|前往|深入|走进|莅临|莅|抵达|在)(?P<where>[^,，。;；]{{1,40}}?)(?P<about>[,，]?(?:(?:就(?![业医读近地职绪])|围绕|针对|对(?=[^。;；]{{2,60}}?(?:情况|工作)(?:进行|开展)))[^。;；]{{2,60}}?|通过[^。;；]{{2,40}}?方式[,，]?))?(?:(?:(?<=[市县区州旗乡镇村])|(?<=.{{6}})(?={_AND_THERE})|(?=[,，]与[^,，。;；]{{2,16}}?签))[,，])?"
    rf"(?P<how>开展|进行|实地)?了?(?:为期[^,，。;；]{{1,4}}的)?(?P<act>{_ACT}(?!团)|{_WORK})(?P<object>[^,，。;；]{{0,30}})"
)
_DIRECT = re.compile(
    rf"(?P<team>一行)?(?:还|先后|分别|实地|一起|一同|亲切)*(?P<act>{_ACT})了?(?P<object>[^,，。;；]{{2,40}})"
)
#: 张伟副市长, 李强书记: the post said after the name
_AFTER_NAME = re.compile(
    r"(?:、[^,，。;；]{2,12}|等(?:[^,，。;；\s]{0,10}?(?:领导|负责同志)[,，]?)?|同志|(?:副)?(?:书记|[省市州县区镇乡局处科]长|主任|主席|部长|常委))*"
)
#: 带领市交通运输局等部门负责人,到广水市…: whom somebody takes along is no part of the visit's name
_TAKING = re.compile(
    r"带队[,，]组织[^,，。;；]{2,60}?(?=来我|到我|赴|前往)|带领[^,，。;；]{4,60}[,，](?=(?:先后)?(?:深入|到|赴|前往|来到))|"
    r"(?:率领?|带领|带|会同)[^,，。;；]{2,60}?(?:负责人|负责同志|工作人员|人员|干部|部门|有关同志|相关同志|委员|班子成员)(?![^,，。;；]{0,6}负责)[,，]?(?:一行)?[,，]?"
)
_TALKS = re.compile(
    r"(?P<with>(?:与|同|和)(?P<other>[^。;；,，]{2,60}?)(?:(?:举行|进行|开展)(?:了)?)?(?P<act>座谈交流|工作会谈|友好会谈|座谈|会谈|会晤))(?!会)"
    r"|(?P<meet>(?:会见|接见)(?:了)?(?P<guest>[^。;；,，]{2,60}?一行|[^。;；,，]{2,40}))"
)
#: 签约仪式前,A与B一行进行了座谈: a talk of its own, beside the ceremony
_BEFORE_OR_AFTER = re.compile(
    r"(?:[^,，。;；]{0,8}(?:会议|大会|仪式|座谈会|推介会|论坛)|会)(?:召开|举行|开始|结束)?之?[前后][,，]"
)
_CLAUSE = re.compile(r"[\s,，]")
#: 会见总统|并出席建交25周年招待会: another event
_AND_MORE = re.compile(r"(?<=.{6})并(?:共同|一起)?(?:出席|参加|发表|主持|致辞|见证|签署).*$")
_WHEN_SAID = re.compile(r"时(?:强调|指出|表示|说|要求|希望).*$|时?(?:强调|指出|表示)?$")
#: 习近平|在|会见…时强调, 在|同…座谈
_AT_OBJECT = re.compile(r"在(?=同|会见|与)")
#: 同伊拉克领导人|就…问题进行了|会谈: what it was about is no name
_ABOUT = re.compile(r"(?:就|围绕)[^,，]*?(?:举行|进行|开展)了?(?P<act>座谈交流|工作会谈|友好会谈|座谈|会谈|会晤)$")
_LED = re.compile(
    rf"(?:亲自|分别|先后|一同)*(?:带队|率队|率[^,，。;；]{{1,12}}?)(?P<act>{_ACT})了?(?P<object>[^,，。;；]{{2,40}})"
)
#: 率应急局等部门负责人对化工企业开展安全生产大检查
_OVER_ALL = re.compile(
    rf"(?:亲自|一行)?(?:带队|率队)?(?P<act>对)(?P<object>(?!外|此|标|[^,，。;；]{{1,16}}来[华访])[^,，。;；]{{2,40}}?(?:开展|进行)了?[^,，。;；]{{0,20}}?{_ACT})(?![\u4e00-\u9fff]{{0,2}}(?:组|团|中|时|后))"
)
_DATED = re.compile(
    r"[^,，。;；]{0,16}(?:[,，][^,，。;；]{0,8})?(?:\d{1,2}日|日前|近日|连日来|前夕|昨日|昨天|今天|同日|上午|下午)"
)
_DURING = re.compile(r"(?:期间|在[\u4e00-\u9fff]{1,4}期间|其间|先后|还实地|随后)")
_OPEN_ACT = re.compile(rf"开展(?!情况|以来|的)(?P<name>[^,，。;；]{{2,24}}?{_ACT})")


#: Those who go without a head who is named: a delegation, a group sent from above, the heads of an office, an office.
_UNNAMED = (
    r"(?:(?:党政)?代表团|考察团|观摩团|访问团|学习团|慰问团|考察组|调研组|督导组|督查组|检查组|工作组|观摩组|评估组|慰问组|党政班子|班子成员|"
    r"(?:相关|有关|主要)?(?:负责人|负责同志)|专家|一行|(?<=.{2})[局厅委办司]|中心|党校)"
)
_TEAM = re.compile(
    rf"(?P<team>[^,，。;；]{{2,30}}?{_UNNAMED})(?:一行[^,，。;；]{{0,6}})?(?:\d+余?人)?[,，]?(?:近日|日前|昨[日天]|今[日天])?(?P<go>到|赴|来到|来|前往|抵达|莅临|莅|在)(?P<where>[^,，。;；]{{1,30}}?)"
    rf"(?P<about>[,，]?(?:就(?![业医读近地职绪])|围绕|针对)[^,，。;；]{{2,40}}?)?(?P<how>开展|进行|实地)?(?P<act>{_ACT}|观摩|{_WORK})(?P<object>[^,，。;；]{{0,20}})"
)
#: The cheap test: a team's last word right before the verb of going.
_TEAM_GOES = re.compile(
    rf"{_UNNAMED}(?:一行[^,，。;；]{{0,6}})?(?:\d+余?人)?[,，]?(?:近日|日前|昨[日天]|今[日天])?[到赴来前抵莅在]"
)
_DELEGATION = re.compile("代表团|考察团")
#: 代表…欢迎|湖南省党政代表团来疆考察; 由…组成的|考察团
_WHO_SAYS_SO = re.compile(r"^.*(?:欢迎|感谢|组成的|参加|陪同)了?")
_DAY_AHEAD = re.compile(r"^(?:\d{1,4}年)?[\d月日至到—\-]+(?:[上下中]午|晚)?|^(?:近日|日前|昨[日天]|今[日天])")


#: 福州市党政代表团来我市考察: who comes is not where they come to
_SENDS = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:代表团|考察团|考察组|访问团|调研组|一行)")


def find_visits(
    document: Document,
    people: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    home: Home,
    meetings: Sequence[FoundMeeting],
) -> list[FoundMeeting]:
    """The visits the article tells, each named by the clause that tells it."""
    out: list[FoundMeeting] = []
    headed: dict[
        int, FoundMeeting
    ] = {}  # named by the headline, told stop by stop in the body (kept: an id is used once)
    again: dict[int, FoundDate] = {}  # the day on which the body tells a tour for the second time
    last_date: tuple[str | None, str] | None = None
    by_sentence = document.by_sentence(people)
    for sentence in document.body:
        dates = find_dates(sentence.text, document.anchor)
        dated = next((d for d in dates if not d.same), None)
        if dated is not None:
            last_date = (dated.iso, dated.precision)
        visit = _visit_in(
            sentence, by_sentence.get(sentence.start, ()), places, home, lead=sentence.line <= document.lead
        )
        ahead = "" if visit is None else sentence.text[: visit.start - sentence.start]
        if visit is None or _ONCE.search(ahead) or in_words(document, sentence, len(ahead)):
            continue
        on_the_way = _ON_THE_WAY.search(ahead) is not None
        told = None if on_the_way else _told_in_headline(document, visit)
        if told is None and _years_ago(ahead, document.published):
            continue
        if told is not None and told != visit.name:
            visit.name = told
            headed[id(visit)] = visit
            where = [
                p
                for s in document.headlines
                for p in places
                if s.start <= p.start < s.end and p.text in told and not _SENDS.match(document.text, p.end)
            ]
            if where and all(
                _within(b, a) for a, b in pairwise(where)
            ):  # 赴江西看望慰问干部群众 in the headline, one stop of it in the body
                visit.held_in = seat(where, document.text)
                visit.place = visit.held_in.name
        again_led = [v for v in out if set(v.leaders) & set(visit.leaders)]
        if again_led and not _new_day(dates, out) and not on_the_way:
            first = again_led[0]
            first.retold.append(sentence.start)
            if dated is not None and dated.iso and not _MEANWHILE.search(sentence.text):
                again.setdefault(id(first), dated)
            continue
        if out and (
            _DURING.search(sentence.text[: visit.start - sentence.start + 4])
            or any(likeness(v.name, visit.name) > 0.5 or v.sentence is sentence for v in out)
        ):
            continue
        if any(m.sentence is sentence and m.start < visit.start for m in meetings):
            continue
        before = [d for d in dates if d.start <= visit.start - sentence.start and not d.same]
        same = any(d.same for d in dates) or re.match(r"(?:会前|会后|随后|当天|会议前|会议期间)", sentence.text)
        chosen = before[0] if before else None
        if chosen is not None:
            visit.date, visit.precision = chosen.iso, chosen.precision
        elif same and re.match(r"(?:会后|随后|当天|会议期间)", sentence.text) and meetings:
            visit.date, visit.precision = meetings[0].date, meetings[0].precision
        elif not same and last_date is not None and not _MEANWHILE.search(sentence.text):
            visit.date, visit.precision = last_date[0], last_date[1]  # type: ignore[assignment]
        out.append(visit)
    if not out:
        out.extend(_headed_visit(document, by_sentence, places))
    for visit in out:
        if visit.date is None or (id(visit) in headed and visit.sentence.line > document.body[0].line):
            _dated_later(document, visit, headed=id(visit) in headed)
        if visit.date is None and id(visit) in again:
            visit.date, visit.precision = again[id(visit)].iso, again[id(visit)].precision
    return out


#: 张三在广东调研|并出席研讨会: a headline's clause of a visit
_HEADED_VISIT = re.compile(
    r"(?:^|(?<=\s))(?P<who>[\u4e00-\u9fff·]{2,8}?)(?:在|到|赴)(?P<where>[^\s,，:：时]{2,16}?)(?:考察|调研|视察|慰问)(?=并|时|[\s,，]|强调|$)"
)


def _headed_visit(
    document: Document, by_sentence: Mapping[int, Sequence[PersonMention]], places: Sequence[PlaceMention]
) -> list[FoundMeeting]:
    """The visit that only the headline names in a clause, where the lead tells who goes and the place."""
    first = next(iter(document.body), None)
    if first is None:
        return []
    for headline in document.headlines:
        for clause in _HEADED_VISIT.finditer(headline.text):
            who = next((p for p in by_sentence.get(first.start, ()) if p.name == clause["who"] and not p.staff), None)
            start, end = headline.start + clause.start("where"), headline.start + clause.end("where")
            where = [p for p in places if start <= p.start and p.end <= end and not p.inside]
            if who is None or not where or not re.search("考察|调研|视察|慰问|调查研究", first.text):
                continue
            visit = FoundMeeting(clause.group().strip(), "visit", first, who.start, first.end, rule="visit", visit=True)
            visit.leaders = [who.name]
            visit.held_in = seat(where, document.text)
            visit.place = visit.held_in.name
            day = next((d for d in find_dates(first.text, document.anchor) if not d.same), None)
            if day is not None:
                visit.date, visit.precision = day.iso, day.precision
            return [visit]
    return []


def _years_ago(ahead: str, published: str | None) -> bool:
    """1980年,…先后率团到泰国考察 in a life told: a year well before that of the page."""
    years = _YEAR.findall(ahead)
    return bool(years and published and published[:4].isdigit() and int(years[-1]) + 1 < int(published[:4]))


def _within(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether one place lies in the other (河北|张家口), as against two side by side (上海|浙江)."""
    return inner.place is not None and outer.place is not None and inner.place.parent == outer.place.id


def _new_day(dates: Sequence[FoundDate], visits: Sequence[FoundMeeting]) -> bool:
    """Whether a sentence tells a day of its own, before or well after those of the visits told: another tour."""
    told = [d.iso for d in dates if d.iso and d.precision == "day"]
    known = [v.date for v in visits if v.date]
    return bool(told and known) and not any(
        a[:7] == k[:7] and 0 <= int(a[8:10]) - int(k[8:10]) <= 7 for a in told for k in known if len(a) == len(k) == 10
    )


#: 在山西考察期间, 考察结束后召开这次座谈会: the day of the meeting is none of the tour's
_MEANWHILE = re.compile(rf"{_ACT}(?:期间|结束(?:后|时|之际))")
#: 返京途中,…来到枣庄市考察: a stop on the way, none of the tour
_ON_THE_WAY = re.compile(r"(?:返京|返程|回京|返回)途中")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
#: 10年前地震发生后,他就来这里考察; 当年他曾到毕节调研: other times
_ONCE = re.compile(r"年前|当年|以来[,，]|(?:19|20)\d\d年[^,，。;；]{0,4}[,，][^。;；]{0,30}就")


def _dated_later(document: Document, visit: FoundMeeting, *, headed: bool = False) -> None:
    """近日到辽宁考察 in the lead, 8月16日至17日 where the body tells who went along: the first such day.
    A visit that the headline names (`headed`) may be dated before the stop that the body names first."""
    for sentence in document.body:
        if (sentence.start <= visit.start and not headed) or not (
            re.search(r"陪同下|先后来到|先后到|来到", sentence.text)
            or (
                visit.leader
                and re.search(
                    rf"{re.escape(visit.leader)}[^,，。;；]{{0,8}}(?:到|赴|深入|前往|率|考察|调研)", sentence.text
                )
            )
        ):
            continue
        told = next((d for d in find_dates(sentence.text, document.anchor) if not d.same and d.start < 12), None)
        if told is not None and told.iso:
            visit.date, visit.precision = told.iso, told.precision
            return


_HEAD_CLAUSE = re.compile(
    rf"(?P<name>[^\s,，:：]{{2,10}}?(?:到|赴|在|来)[^\s,，:：]{{1,16}}?{_ACT}[^\s,，:：]{{0,20}}?)(?=时|强调|指出|[\s,，:：]|$|期间|并)"
)
_HEAD_CALL = re.compile(
    r"(?<![^\s,，])(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:走访|亲切)?(?:看望|慰问)(?:慰问)?[^\s,，:：时]{2,24}(?=[\s,，]|时|$)"
)
_PLAIN_TEAM = re.compile(
    "我?[省市县区州盟旗]?(?:党政|经贸|学习|友好|联合|党政经贸)?(?:代表团|考察团|考察组|访问团|调研组|工作组)"  # of whom, the leader tells
)
_NO_VISIT = re.compile(r"的|表示|中心|委员会|组(?!织)|局|站|所(?![见在])|队")


#: 省人大常委会调研组到我县调研民族团结进步示范创建
_HEAD_TEAM = re.compile(
    rf"[^\s,，:：]{{2,16}}?(?:调研组|督导组|检查组|工作组|考察组|代表团|考察团|视察团)(?:一行)?(?:到|赴|在|来|莅)[^\s,，:：]{{1,16}}?{_ACT}[^\s,，:：]{{0,20}}"
)


def _told_in_headline(document: Document, visit: FoundMeeting) -> str | None:
    """韩正在广东调研 as the headline says it, where the body's clause goes on about what was seen."""
    for sentence in document.headlines:
        team = _HEAD_TEAM.search(sentence.text)
        if team and visit.name.startswith(("率", "调研组", "考察组", "检查组", "督导组", "工作组")):
            return team.group()
        guests = _TEAM.search(sentence.text)
        if (
            guests
            and (visit.leader is None or ("代表团" in visit.name and visit.leader not in visit.name))
            and (visit.place[:2] in guests.group() if visit.place else visit.held_span is not None)
            and re.search("[代考]", visit.name)
        ):
            return guests.group().split()[0]
        direct = _HEAD_CALL.search(sentence.text)
        if direct and visit.leader == direct.group("who"):
            return direct.group()  # 张三看望新闻工作者
        match = _HEAD_CLAUSE.search(sentence.text)
        if match and visit.leader and visit.leader in match.group("name"):
            return match.group("name")[match.group("name").index(visit.leader) :]  # 水利部副部长|张三在宁夏调研…
        if match and match.group("name")[:2] == visit.name[:2]:
            return match.group("name")
    return None


#: 滨州市考察团在市委副书记A|带领下,来…
_BROUGHT = re.compile(r"的?(?:带领|率领|带队)下[,，]?")
_TEAM_BROUGHT = re.compile(
    r"(?P<team>[^,，。;；\s]{2,24}?(?:代表团|考察团|访问团|学习团|观摩团|考察组|慰问团))(?:一行)?(?:\d+余?人)?[,，]?(?:在|由)$"
)


def _visit_in(
    sentence: Sentence, people: Sequence[PersonMention], places: Sequence[PlaceMention], home: Home, *, lead: bool
) -> FoundMeeting | None:
    """The visit that a sentence tells. In the article's `lead` one may do without a place (走访慰问老党员, 检查安全生产工作)."""
    text, base = sentence.text, sentence.start
    acting = [p for p in people if p.sentence is sentence and not p.staff]
    for person in acting:
        if any(
            _ALONGSIDE.fullmatch(text, person.end - base, p.group_start - base) for p in acting if p.start > person.end
        ):
            continue  # not the last of those who go
        at = person.end - base
        match = _AFTER_NAME.match(text, at)
        at = match.end() if match else at
        taking = _TAKING.match(text, at)
        at = taking.end() if taking else at
        company = re.match(r"在[^,，。;；]{2,50}?(?:的)?陪同下[,，]?", text[at:])
        at += company.end() if company else 0
        party = _going(acting, person, text, base)
        who = "、".join(p.name for p in party) if len(party) <= 3 else party[0].name
        brought = _BROUGHT.match(text, at)
        team_ahead = _TEAM_BROUGHT.search(text, 0, party[0].group_start - base) if brought else None
        if brought and team_ahead:
            at, who = brought.end(), _DAY_AHEAD.sub("", team_ahead.group("team"))
        found = _VISIT.match(text, at)
        if found is None or _NOT_GOING.search(text, found.start(), found.start("about" if found["about"] else "act")):
            plain = _LED.match(text, at) or (_OVER_ALL.match(text, at) if taking or lead else None)
            if plain is None:
                plain = _DIRECT.match(text, at)
                if plain is None or not _stands_alone(plain, party[0], sentence, places, lead=lead):
                    continue
            elif taking and _NO_VISIT.match(plain.group("object")):
                continue
            return _visit(who + _plain_way(plain), sentence, party, plain.span("object"), plain.end(), places, home)
        where, obj = found.group("where"), found.group("object")
        if found.group("go") == "在" and not found.group("team") and re.search(r"会上|讲话|致辞|发言", where):
            continue
        if _NO_VISIT.match(obj) or where.endswith("的") or re.fullmatch(_ACT, where) or _ANYWHERE.match(where):
            continue  # 来华访问表示欢迎, 督查中心, 在各地市调研
        if found.group("act").startswith("与") and not found.group("lead"):
            continue  # who signs where he goes comes with a delegation
        opened = _OPEN_ACT.search(text, found.start("go"), found.end() + 12)
        team = found.group("team") or ""
        if opened and not re.fullmatch(_ACT, opened.group("name")):
            name = opened.group("name")  # 秸秆综合利用专题视察; 赴前锋区开展|春节慰问: no name by itself
            if _NAMED_ACT.search(name) is None:
                name = f"{who}{found.group('go')}{where}开展{name}"
        elif team.startswith("的"):
            name = team[1:] + _way(found)  # 由A、B率领的|党政代表团一行来我区考察
        elif found.group("lead") and team and not team.endswith("一行"):
            name = (f"{who}率{team}" if _PLAIN_TEAM.fullmatch(team) else team) + _way(found)
        else:
            name = who + team + _way(found)
        return _visit(name, sentence, party, found.span("where"), found.end(), places, home)
    return _unnamed_visit(sentence, places, home, lead=lead)


#: An act that is an event by name
_NAMED_ACT = re.compile("专题|立法|执法|《")
_ANYWHERE = re.compile(r"各(?:地|市|县|省|区|州)|全国各|多地|基层$")
#: What between a name and 考察 says that nobody goes there now.
_NOT_GOING = re.compile(
    r"主持|出席|召开(?![^,，。;；]{1,8}会等)|讲话|致辞|表示|指出|强调|说|参加|介绍|会议(?!的?各?(?:讨论组|小组|驻地|代表团))|欢迎|邀请|感谢|祝贺|此次|这次|本次|将|陪同|随同|"
    r"对(?!接)|曾|任|年间|结束|一有|顺便|经常|常常|每次|多次|[发送带传寄]来"
)
_ALONGSIDE = re.compile(r"\s*(?:、|和|与|及|[,，])\s*")


def _going(acting: Sequence[PersonMention], last: PersonMention, text: str, base: int) -> list[PersonMention]:
    """All who go: 县委书记A,县长B赴…, whose name stands last before the verb."""
    party = [last]
    for person in reversed(acting):
        if person.end <= party[0].group_start and _ALONGSIDE.fullmatch(
            text, person.end - base, party[0].group_start - base
        ):
            party.insert(0, person)
    return party


def _way(found: re.Match[str]) -> str:
    """到广水市调研: where one goes and what for, without what it is about."""
    obj = found.group("object")
    longest = 10 if found.group("go") == "在" else 24
    if (
        re.match(r"(?:了|时|期间|后|中|并|和|过程|了解)", obj)
        or re.search(r"时(?:说|强调|指出|表示)?$", obj)
        or "," in obj
        or len(obj) > longest
    ):
        obj = ""  # 在广东调研自贸试验区建设和深化粤港澳合作等工作: what it was about is no name
    about = (found.group("about") or "").strip(",，")
    how = found.group("how") or ""
    if found.group("about"):  # 对县乡人大工作情况进行调研: what is looked at; 就…: what about
        how = about + how if about.startswith("对") and len(about) <= 24 else ""
    return f"{found.group('go')}{found.group('where')}{how}{found.group('act')}{obj}".replace(",", "").replace("，", "")


_LONG_OBJECT = 16


def _plain_way(plain: re.Match[str]) -> str:
    """率队检查端午节市场供应; of a long list (走访慰问敬老院老人、老干部、…) its first."""
    obj = plain.group("object")
    if len(obj) > _LONG_OBJECT and plain.group("act") != "对":
        obj = obj.split("、")[0]
    return f"{plain.group()[: plain.start('act') - plain.start()]}{plain.group('act')}{obj}".removeprefix(
        "分别"
    ).removeprefix("先后")


#: 调研中, 检查组, 走访时: no visit told by its object
_NO_OBJECT = re.compile(
    r"时|中(?!心|学|央|小|医|药|国)|后|期间|并|和|过程|了解|结束|活动|情况(?:的|后|时)|发现|所|过|报告"
)


def _stands_alone(
    plain: re.Match[str], person: PersonMention, sentence: Sentence, places: Sequence[PlaceMention], *, lead: bool
) -> bool:
    """Whether 市长A检查… is a visit: at a place that is named, or what the article is about."""
    dated = bool(person.titles) and _DATED.match(sentence.text) is not None
    if plain.group("team") is None and not dated:
        return False
    start, end = sentence.start + plain.start("object"), sentence.start + plain.end("object")
    if any(start <= p.start and p.end <= end for p in places):
        return True
    obj = plain.group("object")
    return lead and dated and len(obj) > 3 and _NO_OBJECT.match(obj) is None and _NO_VISIT.match(obj) is None


#: 市人大常委会组织部分代表进行了|会前集中视察
_BODY_LOOKS = re.compile(
    r"(?:人大常委会|人大|政协)(?:组织)?[^。;；]{0,50}?(?:进行|开展)了?(?P<name>(?:会前|集中|专题|联合|年中|年终|年度)+(?:视察|调研|执法检查|督查))(?=[,，。;；]|活动)"
)


def _unnamed_visit(
    sentence: Sentence, places: Sequence[PlaceMention], home: Home, *, lead: bool
) -> FoundMeeting | None:
    """A delegation without a named head: 慈溪市党政代表团来我县考察. An office or its heads only in the `lead`."""
    text, base = sentence.text, sentence.start
    looked = _BODY_LOOKS.search(text) if lead and _DATED.match(text) else None
    if looked is not None:
        return _visit(looked.group("name"), sentence, [], looked.span("name"), looked.end(), places, home)
    for found in _TEAM.finditer(text) if _TEAM_GOES.search(text) else ():
        team = _WHO_SAYS_SO.sub("", _DAY_AHEAD.sub("", found.group("team"))).strip()
        named = any(base + found.start() <= p.start and p.end <= base + found.end("team") for p in places)
        there = any(
            base + found.start("where") <= p.start and p.end <= base + found.end("where") for p in places
        ) or OWN.search(found.group("where"))
        delegation = _DELEGATION.search(team) is not None and named
        if "记者" in team or (not delegation and not (lead and there and _DATED.match(text) and len(team) > 3)):
            continue
        if found.group("go") == "在" and not (there and lead and _GROUP.search(team)):
            continue
        if "曾" in team or _SAID_THERE.search(found.group("where")):
            continue  # 今年3月,A曾率代表团到…; 在武汉签订《推进…合作协议》
        if _NOT_GOING.search(found.group("where")) or _NO_VISIT.match(found.group("object")):
            continue
        name = team + _way(found)
        return _visit(name, sentence, [], found.span("where"), found.end(), places, home)
    return None


def find_talks(
    document: Document, people: Sequence[PersonMention], meetings: Sequence[FoundMeeting]
) -> list[FoundMeeting]:
    """Talks of two sides told by a verb: A与B举行会谈, A会见B一行. Where a meeting is told too, only those in the headline."""
    out: list[FoundMeeting] = []
    headline = " ".join(s.text for s in document.headlines)
    by_sentence = document.by_sentence(people)
    for sentence in document.body:
        text, base = sentence.text, sentence.start
        here = [p for p in by_sentence.get(sentence.start, ()) if not p.staff]
        if not here:
            continue
        for match in _TALKS.finditer(text):
            subject = next((p for p in reversed(here) if p.end - base <= match.start()), None)
            if subject is None or re.search(
                r"[。;；]|表示|强调|指出|希望|说[,，:：]", text[subject.end - base : match.start()]
            ):
                continue
            across = any(match.start() <= p.start - base < match.end() + 2 for p in here)
            act = match.group("act") or "会见"
            met = any(
                0 <= clause.find(subject.name) < clause.find(act[-2:])
                for s in document.headlines
                for clause in _CLAUSE.split(s.text)
            )
            received = (
                match.group("act") is None
                and match.group().endswith("一行")
                and bool(subject.titles)
                and not meetings
                and sentence.line <= document.lead
            )
            if (
                not across
                and not met
                and not received
                and not (
                    match.group("act")
                    and re.search(r"代表团|一行|海关|企业|大使|局|委|集团|公司|大学", match.group("other"))
                )
            ):
                continue
            if any(m.sentence is sentence and m.start - base >= match.start() - 2 for m in meetings):
                continue
            told = act[-2:] in headline
            gathered = any(not m.visit for m in meetings)
            apart = across and _BEFORE_OR_AFTER.match(text) is not None
            if (
                meetings
                and not told
                and not apart
                and not (across if act == "会见" else "会谈" in act and not gathered)
            ):
                continue
            clause = next((c for c in re.split(r"[\s,，]", headline) if act[-2:] in c), None) if told else None
            gap = text[subject.end - base : match.start()]
            clause = _WHEN_SAID.sub("", _AND_MORE.sub("", clause)) if clause else None
            clause = _AT_OBJECT.sub("", clause) if clause else None
            party = _going(here, subject, text, base)
            who = "、".join(p.name for p in party) if len(party) <= 3 else party[0].name
            name = clause or who + (
                gap if len(gap) <= 6 and not re.search(r"[,，在]|期间|[会日]", gap) else ""
            ) + _ABOUT.sub(lambda m: m.group("act"), match.group())
            unnamed = [m for m in meetings if m.name == "座谈会" and not m.visit]
            if clause and act[-2:] == "座谈" and len(unnamed) == 1:
                unnamed[0].aliases.append(unnamed[0].name)
                unnamed[0].name = name  # 同学员座谈 in the headline, 主持召开座谈会 in the body
                if subject.start < unnamed[0].start:
                    unnamed[0].sentence, unnamed[0].start = sentence, subject.start
                    unnamed[0].end = base + match.end()
                break
            found = FoundMeeting(name, "talks", sentence, party[0].start, base + match.end(), rule="talks")
            if any(likeness(m.name, name) > 0.5 for m in (*out, *meetings)):
                continue
            dates = [d for d in find_dates(text, document.anchor) if not d.same]
            before = [
                d
                for s in document.body
                if s.line <= sentence.line and s.start < sentence.start
                for d in find_dates(s.text, document.anchor)
                if not d.same
            ]
            chosen = dates[0] if dates else before[-1] if before else None
            if chosen is not None:
                found.date, found.precision = chosen.iso, chosen.precision
            out.append(found)
            break
    if not out and not meetings:
        out.extend(_talks_headed(document, by_sentence))
    return out


#: 李克强会见拉脱维亚总理: the headline's clause
_HEADED = re.compile(
    r"(?:^|(?<=[\s,，]))(?P<who>[\u4e00-\u9fff·]{2,8}?)(?:(?:会见|接见)[^\s,，:：]{2,30}|(?:与|同)[^\s,，:：]{2,30}?(?:会谈|会晤|会见))(?=[\s,，]|$)"
)
#: 在会见斯特劳尤马时,…: so the body goes on with it
_MET = re.compile(r"(?:在|与|同)?(?:会见|接见|会谈|会晤)[^,，。;；]{0,24}?时[,，]")


def _talks_headed(document: Document, by_sentence: Mapping[int, Sequence[PersonMention]]) -> list[FoundMeeting]:
    """Talks that only the headline tells in a clause of their own, where the body says what was said at them."""
    for headline in document.headlines:
        for clause in _HEADED.finditer(headline.text):
            for sentence in document.body:
                met = _MET.match(sentence.text)
                who = next((p for p in by_sentence.get(sentence.start, ()) if p.name == clause.group("who")), None)
                if met is None or who is None or who.staff:
                    continue
                found = FoundMeeting(
                    _AND_MORE.sub("", clause.group()), "talks", sentence, sentence.start, who.end, rule="talks"
                )
                day = next(
                    (d for s in document.body for d in find_dates(s.text, document.anchor) if d.iso and not d.same),
                    None,
                )
                if day is not None:
                    found.date, found.precision = day.iso, day.precision
                return [found]
    return []


_PLACE_BEGINS = frozenset("、,，和与及到赴在来的·—（( 省市县区州我国")


#: 来华, 来访: no place of the page
_NO_HOST = frozenset("华访此宾客校京")


def _in_one_character(
    sentence: Sentence, at: int, start: int, places: Sequence[PlaceMention], home: Home
) -> PlaceMention | None:
    """Which place the one character at `at` of the sentence stands for (来足考察: 大足区), or None.

    The page's own, or the only one of the article whose name has the character; not who comes, told from `start` on.
    """
    char = sentence.text[at]
    if char in _NO_HOST:
        return None
    own = [home.by_level[level] for level in ("county", "prefecture") if level in home.by_level] if home.told else []
    mine = next((p for p in own if char in p.name[:-1]), None)
    if mine is not None:
        return PlaceMention(sentence.start + at, sentence.start + at + 1, char, mine.name, mine, mine.level, "abbr")
    told = {
        p.place.id: p
        for p in places
        if p.place is not None
        and p.level in ("prefecture", "county")
        and not p.inside
        and char in p.name[:-1]
        and not sentence.start <= p.start < sentence.start + start
    }
    guests = {p.place for p in places if sentence.start <= p.start < sentence.start + at}
    found = [p for p in told.values() if p.place not in guests]
    if len(found) != 1:
        return None
    return replace(
        found[0], start=sentence.start + at, end=sentence.start + at + 1, text=char, form="abbr", prefix=False
    )


_SENT_OUT = re.compile(r"(?:选派|派驻|派|驻)?(?:在|到|赴|援)")
_SAID_THERE = re.compile(r"会上|讲话|致辞|发言|的$|签[订署约]|[《“]")
_GROUP = re.compile(r"(?:团|组|一行|班子|专家)$")


def _visit(
    name: str,
    sentence: Sentence,
    party: Sequence[PersonMention],
    where: tuple[int, int],
    end: int,
    places: Sequence[PlaceMention],
    home: Home,
) -> FoundMeeting:
    """The visit `name` of `party`, to what stands at `where` of the sentence; its clause ends at `end`."""
    base = sentence.start
    where_start, where_end = base + where[0], base + where[1]
    start = party[0].start if party else base
    visit = FoundMeeting(
        name.strip().removeprefix("的").removesuffix("时"),
        "visit",
        sentence,
        start,
        base + end,
        rule="visit",
        visit=True,
    )
    visit.leaders = [p.name for p in party]
    inside = [p for p in places if where_start <= p.start and p.end <= where_end and not p.inside]  # 苏州河 is no city
    ends = {p.end for p in inside}
    inside = [
        p
        for p in inside
        # 网龙|台湾青年创业基地: within the name of something else
        if p.start <= where_start or p.start in ends or sentence.text[p.start - sentence.start - 1] in _PLACE_BEGINS
    ]
    # 看望淄博市|在石柱挂职干部: who was sent there is of 淄博, the visit in 石柱
    inside = [p for p in inside if not _SENT_OUT.match(sentence.text, p.end - sentence.start)]
    if inside:
        whole = sentence.text
        visit.held_in = seat(inside, " " * sentence.start + whole)
        visit.place = visit.held_in.name
        visit.held_span = (where_start, where_end)
    elif OWN.search(sentence.text, where_start - sentence.start, where_end - sentence.start):
        visit.held_span = (where_start, where_end)
    elif where[1] - where[0] == 1:
        host = _in_one_character(sentence, where[0], where[0], places, home)
        if host is not None:
            visit.held_in, visit.place, visit.held_span = host, host.name, (where_start, where_end)
    return visit
