"""The officials of an article: who acts in an official capacity, with the posts that their titles tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from kg.extract.bodies import full_name
from kg.extract.document import Sentence
from kg.extract.mentions import LEADER_NAMES, PersonMention
from kg.extract.places import Home, PlaceMention
from kg.extract.seats import NAMED_ZONE, OWN_ZONE, Said, brought_from, delegation_home, region_of, visited_by
from kg.extract.titles import CORPS, MILITARY_REGIONS, NATION_GROUP, Title, is_national, organ_name
from kg.lexicon import Place
from kg.model import Official, Position, Span

#: Parts of a party committee whose name its head leaves out: 兵团党委常委、组织部部长
_PARTY_PARTS = frozenset({"组织部", "宣传部", "统战部", "政法委", "办公厅", "纪委"})
#: Bodies with an office of their own; a bare 办公室 beside none of them is the party committee's.
_WITH_OFFICE = frozenset({"人民政府", "人大常委会", "政协"})
#: Bodies of every county and town, whose level the post before tells.
_EVERYWHERE = frozenset(
    {
        "组织部",
        "宣传部",
        "统战部",
        "政法委",
        "党委",
        "纪委",
        "纪检委",
        "监委",
        "人大常委会",
        "政协",
        "党组",
        "公安局",
        "总工会",
        "人武部",
    }
)
_COURT_PARTS = frozenset({"审判委员会", "检察委员会"})
_SEVERAL = re.compile(r"[两二三四五六七八九十各]+(?:市|县|区|省|州|地|镇|乡)")


def officials_of(
    mentions: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    home: Home,
    bodies: Sequence[str] = (),
) -> list[Official]:
    """The people who act in an official capacity, in order of appearance, with their posts.

    `bodies` are the full names that the article tells, for what it calls 督察组 or 黄河防总 elsewhere.
    """
    at = {(p.start, p.end): p for p in places}
    held: dict[str, list[Position]] = {}
    order: dict[str, list[PersonMention]] = {}
    said = Said()
    line = -1
    told = {
        (m.name, m.sentence.start) for m in mentions if m.appointed and m.titles
    }  # 候补委员A为委员: the new post counts
    among = {m.name: at[m.delegation].place for m in mentions if m.delegation is not None and m.delegation in at}
    for mention in mentions:
        order.setdefault(mention.name, []).append(mention)
        if mention.sentence.line != line:
            said, line = Said(), mention.sentence.line
        if (
            mention.titles
            and not mention.staff
            and (mention.appointed or (mention.name, mention.sentence.start) not in told)
        ):
            member = among.get(mention.name)
            positions, said = positions_of(
                mention.titles, mention.sentence, mention.end, said, at, home, bodies, member
            )
            known = held.setdefault(mention.name, [])
            known.extend(p for p in positions if not _taken_over(p, known))
    _one_holder(held, {m.name for m in mentions if m.appointed})
    out: list[Official] = []
    for name, all_mentions in order.items():
        titled = [m for m in all_mentions if m.titles]
        if all(m.staff for m in titled or all_mentions):
            continue
        if name in LEADER_NAMES and not titled and not any(m.acting for m in all_mentions):
            continue
        first = all_mentions[0]
        span = Span(
            first.start,
            first.end,
            first.sentence.text,
            0.98 if titled else 0.93,
            first.rule or ("titled" if titled else "listed"),
        )
        held_posts = _unique(held.get(name, ()))
        if first.rule:  # no surer than the name of who holds them
            held_posts = [replace(p, span=replace(p.span, rule=first.rule)) if p.span else p for p in held_posts]
        out.append(Official(name, tuple(held_posts), (), span))
    return out


_ONLY = re.compile(r"书记|(?:省|市|县|区|州|盟|旗)长")


def _one_holder(held: dict[str, list[Position]], appointed: Collection[str]) -> None:
    """Leave open whose a bare 市委书记 is where the article names another holder of that city's post.

    宋国权 on a page of 芜湖 whose secretary is told too comes from elsewhere: which city, the page did not say.
    """
    holders: dict[tuple[str, str], set[str]] = {}
    for name, positions in held.items():
        for position in positions:
            if position.org and _ONLY.fullmatch(position.title) and name not in appointed:
                holders.setdefault((position.org, position.title), set()).add(name)
    wrong: set[str] = set()
    for name, positions in held.items():
        for index, position in enumerate(positions):
            others = holders.get((position.org or "", position.title), {name}) - {name}
            implied = position.span is not None and position.span.rule == "implied"
            if others and implied and position.region and name not in appointed:
                wrong.add(position.region)
                positions[index] = _opened(position)
    for positions in held.values():
        for index, position in enumerate(positions):
            implied = position.span is not None and position.span.rule == "implied"
            if implied and position.region in wrong and not _spoken_of(position):
                positions[index] = _opened(position)  # the page is at home elsewhere


def _opened(position: Position) -> Position:
    """The post of the same body, of a region left open."""
    region = position.region or ""
    told = (position.org or "").removeprefix(region)
    return replace(position, org=f"{region[-1:]}{told}", region=None, code=None)


def _spoken_of(position: Position) -> bool:
    """Whether the sentence names the region: 芜湖市委书记A致辞,市长B主持."""
    return position.span is not None and (position.region or "")[:-1] in position.span.sentence


def _taken_over(position: Position, known: Sequence[Position]) -> bool:
    """提案委主任A…听取秘书长B汇报: B's office, told before with its body, is none of the one just named."""
    organ = (position.org or "").removeprefix(position.region or "")
    told = position.span is not None and organ[-2:] in position.span.sentence
    return not told and any(p.title == position.title and p.org and p.org != position.org for p in known)


def _unique(positions: Iterable[Position]) -> list[Position]:
    """One row a post; a title whose organ the page never told gives way to the same title with one."""
    seen: dict[tuple[str, str | None], Position] = {}
    for position in positions:
        seen.setdefault((position.title, position.org), position)
    told = {p.title for p in seen.values() if p.org}
    return [p for p in seen.values() if p.org or p.title not in told]


def positions_of(
    titles: Sequence[Title],
    sentence: Sentence,
    end: int,
    said: Said,
    at: dict[tuple[int, int], PlaceMention],
    home: Home,
    bodies: Sequence[str] = (),
    member: Place | None = None,
) -> tuple[list[Position], Said]:
    """The posts that a chain of titles tells, each with organ and region, and what the next bare title may lean on.

    `said` is what the title before it in the paragraph resolved to, `member` whose leaders the person is told to be
    among (平湖市领导A、B). A level without a name (市委) is the page's own, or
    lies around or in the region named in the same chain; a title without either goes with its neighbour in the chain.
    """
    base = sentence.start
    out: list[Position] = []
    bare_seats: list[Place | None] = []
    around = list(at.values())
    joiner = sentence.text[said.end - base : said.end - base + 1] if said.sentence == base else ""
    if joiner in ("与", "同") and home.told and _RECEIVED.match(sentence.text, end - base):
        said = replace(said, seats=())  # 张掖市委书记A与市委副书记、市长B座谈: B receives
    if home.told and said.sentence == base and _CAME_TO_US.search(sentence.text, said.end - base, titles[0].start):
        said = replace(said, seats=())  # 怀宁县人大副主任A一行来我县,副县长B陪同: B is ours
    led = (
        delegation_home(sentence, end - base, around, home)
        if any(t.level and t.region_start < 0 for t in titles)
        else None
    )
    member = member or brought_from(sentence, titles[0].start, end - base, around)
    visited = visited_by(sentence, end, around, home.chain) if any(t.level for t in titles) else frozenset()
    found = [at.get((t.region_start + base, t.region_end + base)) if t.region_start >= 0 else None for t in titles]
    named = [f.place if f else None for f in found]
    here = Said()
    for index, title in enumerate(titles):
        if title.post.title == "代表" and title.organ.endswith("特别"):
            continue  # 国家主席习近平特别代表: sent by a person, of no body
        if not index and not said.organ:
            title = _of_party(title, sentence)
            titles = [title, *titles[1:]]
        if title.central:
            position = _central(title, sentence, end)
            out.append(position)
            here = Said(None, None, position.org or "")
            continue
        alone = title.organ and not title.level and title.region_start < 0 and not title.township
        if alone and _COMMITTEE.fullmatch(title.organ) and title.title.endswith("主任委员"):
            national = said.organ.startswith("全国人大") or "全国人大" in sentence.text[: title.start]
            if national or not (home.told or said.name):  # of the congress that meets, not of the city it meets in
                organ = f"全国人大{title.organ}" if national else title.organ
                span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
                out.append(Position(title.title, organ, None, None, title.status, span))
                here = Said(None, None, organ)
                continue
        full = full_name(title.organ, bodies) if alone else None
        if full is not None:
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            zone_name = full if full.endswith(("区", "园")) else None
            out.append(Position(title.title, full, zone_name, None, title.status, span))
            here = Said(None, zone_name, full)
            continue
        corps = index and title.post.title in ("师长", "团长", "政委", "司令员") and CORPS.match(here.organ) is not None
        if corps and not title.organ and title.region_start < 0:
            title = replace(title, organ=here.organ.removesuffix("党委"))  # 八师党委副书记、师长
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            out.append(Position(title.title, title.organ, None, None, title.status, span))
            continue
        if (
            index
            and title.organ in _PARTY_PARTS
            and title.region_start < 0
            and not title.level
            and CORPS.match(here.organ)
        ):
            organ = f"{here.organ.split('党委')[0]}党委{title.organ}"  # 兵团党委常委、组织部部长
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            out.append(Position(title.title, organ, None, None, title.status, span))
            continue
        if (
            index
            and titles[index - 1].status == "former"
            and (
                (title.region_start < 0 and (not title.level or title.post.organ in ("party", "secretariat")))
                or _THEN.search(sentence.text, max(0, titles[0].start - 2), titles[0].start + 2)
            )
        ):
            title = replace(title, status="former")  # 原党组书记、主席, 时任甘肃省委常委、副省长: both
            titles = [*titles[:index], title, *titles[index + 1 :]]
        region, name = region_of(
            titles, index, found, named, here, said, home, around, base, led, bodies, member, visited
        )
        if title.level and title.region_start < 0 and not home.told and _TO_GUESTS.match(sentence.text, end - base):
            region = name = None  # 县林草局局长A向考察组介绍: of those who receive, whoever they are
        if title.level and title.region_start < 0:
            bare_seats.append(region)  # 副市长、浏阳市委书记A: the next bare 市 is 长沙 too
        organ = title.organ
        leans = title.post.organ in ("office", "secretariat", "chair", "department", "group", "rank")
        if not organ and not title.level and title.region_start < 0 and (leans or title.post.title in ("委员", "成员")):
            body = here if index else said
            if body.region is None and body.name is None and body.level:
                title = replace(title, level=body.level)
                titles = [*titles[:index], title, *titles[index + 1 :]]
            organ = re.sub(r"(?:党组|党委)$", "", body.organ) or body.organ
        if organ in _EVERYWHERE and not title.level and title.region_start < 0 and name is None and not title.township:
            body = here if index else said if said.sentence == base else Said()
            if body.level:  # 县委常委、宣传部长; 镇党委副书记、组织委员: of the same county, town
                title = replace(title, level=body.level)
                titles = [*titles[:index], title, *titles[index + 1 :]]
        if title.organ == "党组" and not title.level and title.region_start < 0:
            body = here if index else said if said.sentence == base else Said()
            over = body.organ.removesuffix("党组")
            organ = f"{over}党组" if over in _WITH_OFFICE else organ  # 省人大常委会副主任、党组书记
        if organ in _COURT_PARTS and here.organ.endswith(("法院", "检察院")):
            organ, title = here.organ, replace(title, title=f"{organ}{title.title}")  # 法院副院长、审判委员会委员
        beside = here if index else said if said.sentence == base and said.beside(base + title.start) else Said()
        if title.organ in ("办公室", "办公厅") and not title.level and title.region_start < 0:
            over = "人民政府" if beside.organ == "政府" else beside.organ
            organ = over + title.organ if over in _WITH_OFFICE else organ  # 市政府秘书长、办公室主任: the government's
        if not title.organ and title.post.organ == "chair" and (not organ or organ in ("委", "党委")):
            organ = "人民政府"  # 自治区主席; 自治区党委副书记、主席
        written = NAMED_ZONE.match(organ)
        if written is not None and name and name.endswith(written.group()):
            organ = organ[written.end() :]  # 宜宾|临港开发区党工委
        own_zone = OWN_ZONE.match(organ)
        if own_zone and name and (name.endswith(own_zone.group()) or (region is not None and region.level == "zone")):
            organ = organ[own_zone.end() :]
        if not organ and not title.level and title.region_start < 0 and index == 0 and not said.organ:
            title = _of_body(title, sentence)
            organ = title.organ
            titles = [title, *titles[1:]]
        bare = not organ and not title.level and title.region_start < 0 and index == 0 and not said.organ
        if bare and title.post.organ in ("office", "department", "group", "rank", "chair") and not title.township:
            continue  # 局长贾成伟: of what, the page does not say
        if (
            title.post.organ == "candidate"
            or _SEVERAL.fullmatch(organ)
            or organ in ("本届", "上届", "新一届", "首届")
            or organ.endswith("班子")
            or organ in ("代表团", "委常委")
            or organ.startswith("本次")
            or (title.title == "执行主席" and not title.organ)
        ):
            continue  # 县长候选人; 三市市长: whose is not told one by one
        if title.township:
            region, name = None, title.township
        elif is_national(organ) or (title.region_start < 0 and not title.level and NATION_GROUP.match(organ)):
            region, name = None, None  # 全国政协副主席A、秘书长B: no region's
        elif organ.startswith("军区") and name is not None and name.removesuffix("市") in MILITARY_REGIONS:
            organ, region, name = name.removesuffix("市") + organ, None, None  # 北京军区
        if (
            title.post.kind == "official"
            and organ not in ("大会", "会议", "主席团", "全会")
            and title.status not in ("former", "removed")
            and not title.title.startswith(("拟任", "候任"))
        ):
            rule = "implied" if title.level and title.region_start < 0 and name is not None else "title"
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, rule)
            own_name = "自治区" if title.level == "自治区" and title.post.organ == "chair" and not title.organ else ""
            out.append(
                Position(
                    own_name + title.title,
                    organ_name(name, organ.removeprefix(name or ""), title),
                    name,
                    region.code if region else None,
                    title.status,
                    span,
                )
            )
        implied = {"government": "人民政府", "party": "委"}.get(title.post.organ, "")
        here = Said(region, name, organ or implied, level=title.level if region is None else "")
    town = any(t.level in ("镇", "乡", "街道") for t in titles) or (said.township and here.name is None)
    seats = said.seats if said.sentence == sentence.start else ()
    seats = (*seats, *(p for p in (*named, here.region, *bare_seats) if p is not None and p.level != "zone"))
    told = frozenset(t.title for t in titles)
    return out, Said(here.region, here.name, here.organ, sentence.start, told, town, end, seats, here.level)


_TO_GUESTS = re.compile(
    r"(?:同志)?向(?:考察|代表|参观|来访|学习)[\u4e00-\u9fff]{1,4}?(?:作了?|做了?|详细|简要)*(?:介绍|汇报|讲解)"
)
_THEN = re.compile("时任")
_CAME_TO_US = re.compile(r"[来到莅赴]我[省市州县区旗]")
_RECEIVED = re.compile(r"(?:举行|进行|一行)?(?:座谈|会谈|交流|会商|商谈|洽谈|会晤)")
_BODY_BEFORE = re.compile(r"(省|市|县|区|州|旗)(人大常委会|政协|工商联|总工会|妇联|科协|文联|残联)")


#: The special committees of a congress, in full and in short.
_COMMITTEE = re.compile(
    "(?:宪法(?:和)?法律|法律|监察(?:和)?司法|内务司法|财政经济|财经|教育科学文化卫生|教科文卫|外事|华侨|民族|民|环境与资源保护|环境资源|环资|"
    "农业(?:与|和)?农村|社会建设|社会)委(?:员会)?"
)
_PARTY = re.compile(
    "(?P<party>民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:第[一二三四五六七八九十]{1,3}届)?中央|"
    "(?P<body>(?:中国|中华全国|全国)(?:总工会|工商联|工商业联合会|妇联|妇女联合会|侨联|文联|作协|作家协会|科协|残联|记协|法学会|红十字会))"
)


def _of_party(title: Title, sentence: Sentence) -> Title:
    """民盟第十三届中央委员会…会议选举…,丁仲礼当选主席: a bare 主席 is that of the party or body whose session it is."""
    if title.post.title != "主席" or title.organ or title.level or title.region_start >= 0:
        return title
    told = list(_PARTY.finditer(sentence.text, 0, title.start))
    if not told:
        return title
    organ = f"{told[-1]['party']}中央" if told[-1]["party"] else told[-1]["body"]
    return replace(title, organ=organ, central=True)


def _of_body(title: Title, sentence: Sentence) -> Title:
    """受泉州市人大常委会主任委托,副主任许文贵主持会议: a vice head is of the body told before."""
    if title.post.title not in ("主任", "主席", "秘书长"):
        return title
    told = list(_BODY_BEFORE.finditer(sentence.text, 0, title.start))
    return replace(title, organ=told[-1].group(2), level=told[-1].group(1)) if told else title


def _central(title: Title, sentence: Sentence, end: int) -> Position:
    """中共中央政治局常委, 国务院副总理, 国家主席: organs of the centre, without a region."""
    text = re.sub(r"^(?:原|现任|时任)", "", sentence.text[title.start : title.end])
    organ = title.organ if text == title.title or title.organ not in text else text.removesuffix(title.title)
    organ = organ.removesuffix("原")  # 国务院原|副总理
    if title.organ.startswith(organ) or organ.startswith(title.organ):
        organ = title.organ  # 外交|部长 is 外交部|部长; 中央组织部|分管日常工作的副部长
    if organ == "国家":  # 国家主席 is the name of the post
        span = Span(sentence.start + title.start, max(end, sentence.start + title.end), sentence.text, 0.97, "central")
        return Position(f"国家{title.title}", None, None, None, title.status, span)
    span = Span(sentence.start + title.start, max(end, sentence.start + title.end), sentence.text, 0.97, "central")
    return Position(title.title, organ or None, None, None, title.status, span)
