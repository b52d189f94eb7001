"""Which regions are the parties of a meeting, of a clause (A与B、C与D), and of 两市, 双方, 三地."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from kg.extract.document import Document
from kg.extract.meetings import FoundMeeting
from kg.extract.mentions import PersonMention
from kg.extract.party import BORDER, PRONOUN, Party, acting, contains, counted, members_told, region_party, unique
from kg.extract.places import OWN, Home, PlaceMention, ShortNames
from kg.extract.roles import FoundRole
from kg.extract.sides import Run, no_bodies, runs
from kg.extract.titles import is_national
from kg.lexicon import Gazetteer
from kg.model import Official

#: A meeting whose name says so is one between regions, not one called together from above.
BETWEEN = re.compile(
    r"联席|会商|都市圈|城市群|经济区|一体化|同城化|协同|合作|协作|对接|结对|共建|共商|携手|牵手|联手|毗邻|友好|缔结|跨省|跨界|省际|区域|对口|联动|双城|签约|交流|融合|恳谈|联防|联治|会谈|联盟|协商会|协调会|协作区|经济带|经济圈|流域|市长(?=论坛|峰会|会)|金三角"
)
_HOLD = re.compile(r"(?:召开|举行|举办|开展)了?$|(?:联合|共同)(?:主办|举办)的$")
#: Between the regions and the verb of holding: an organ, how many they are, when and where; 分别召开 is each its own.
_ORGAN = r"(?:[\u4e00-\u9fff]{0,8}?(?:委|政府|人大常委会|人大|政协|局|厅|法院|检察院|办公室|办|部门|处|支队|管委会|党工委|工商联|妇联|团委|代表团|考察团|双方))?"
_TOGETHER = re.compile(
    rf"{_ORGAN}(?:[两双三四五六](?:省区市|省市|省|市|县区|县|区|地|方|州|镇))?{_ORGAN}"
    r"(?:\d{1,4}年|\d{1,2}[月日]|今天|今日|昨天|昨日|日前|近日|[上下]午|当日|又|再次|首次|正式|如期)*"
    r"(?:共同|联合|协同|牵头)?(?:(?:在|于)[^,，、]{2,16}|通过[^,，、]{2,8}|以[^,，、]{2,8}(?:方式|形式))?(?:共同|联合)?"
)
#: 代表观察员城市发言: a guest, no party
_GUEST = re.compile(r"[^,，。;；]{0,6}?代表(?:观察员|特邀|列席|友好|兄弟)|[^,，。;；]{0,4}?应邀")
#: a later sentence that goes on about the meeting
_OF_IT = re.compile(r"会议|会上|论坛|与会|议定|签署|签订|共同|轮值|协商|联席|一致|代表")
#: 六市, 10个县区
#: “深化甬舟合作 助推区域一体化”月度协商会: what is talked of, not who meets
_TOPIC = re.compile("“[^“”]*(?:深化|推进|推动|助推|加快|打造|优化|提升|促进|构建|发挥|加强)[^“”]*”")
_COUNT = re.compile(
    r"(?P<n>[两三四五六七八九]|十[一二三四五六七八九]?|(?<![\d.])\d{1,2})(?:个)?(?:成员|会员|沿线|毗邻)?(?:市|县|区|地|省|州|镇|乡|市州|省市|县市|县区|城市|市区|省区市)"
)
#: 三市一区: of two kinds
_COUNT_TWO = re.compile(
    r"(?P<n>[两三四五六七八九十])个?[市县][、和]?(?P<m>[一两二三四五六七八九十])个?[区县](?![委级长政])"
)
#: 盐城市|政协、: an organ of each
_ORGAN_AHEAD = re.compile(r"^(?:党委|市委|区委|县委|政府|人民政府|人大|人大常委会|政协|工商联)(?=[、和与及]|以及|$)")
_CAME = re.compile(
    r"(?:等)?(?:\d{1,2}|十[一二三四五六七八九]?)?[\u4e00-\u9fff]{0,8}?(?:主要负责同志|主要负责人|主要领导|负责同志|负责人|党政领导|领导|代表团)(?P<more>(?:(?:和|及|以及)[^,，。;；]{2,20}?)?(?:等?共?\d+(?:多|余)?人)?)(?:分别)?(?:率团|率队)?(?:出席|参加|参会|齐聚|汇聚|相聚|共聚|共商)"
)
#: Guests and hosts hold it: 两市召开
_TWO_HOLD = re.compile("(?:双方|两[地市县区州])(?:共同|联合)?(?:召开|举行|举办)了?$")
#: 全市对接南京工作会议: 南京 is aimed at and does not come.
_AIMED_AT = re.compile(r"(?:融入|对接|接轨|承接|学习|支援|帮扶|援助)$")
#: (衢饶), (乌大张): who is meant, by one character each
_IN_SHORT = re.compile(r"[(（](?P<who>[\u4e00-\u9fff]{2,4})[)）]")
#: 海南自由贸易港|建设项目签约仪式: what is signed there, not who signs
_PROJECT = re.compile("(?:建设)?(?:重大|重点|产业)?项目")
_SLOGAN = re.compile('[“"‘][^“”"‘’]{2,24}[”"’]')
_BRACKET = re.compile(r"[(（][^()（）]*$")
#: 全市五县区工作会: of one city, which called them
_MEMBERS = re.compile(
    r"(?P<n>[两三四五六七八九]|十[一二三四五六七八九]?)(?:个)?(?P<units>(?:省(?![市区])|[市县区州旗]{1,3})(?:[(（][市县区州旗、]{1,5}[)）])?)(?![委级长政])"
)
_BETWEEN_LEVELS = re.compile(r"^(?:全[省市县区州]|[省市县区州]委|[省市县区州]政府)")
_FAIR = re.compile(r"论坛|博览|推介|展览|交易|[节展]$")
_CHIEF = re.compile(r"^(?:代)?(?:书记|第一书记|市长|县长|区长|省长|州长|主席|主任|镇长|盟长|旗长|党组书记)$")
#: Heads of the whole country whose post names no organ.
_STATE = re.compile(r"^(?:国家(?:副)?主席|(?:中共中央)?总书记|总理|副总理|国务委员)$")
#: What follows regions that are at a meeting: 四川、重庆两地相关负责人发言, 六省负责人谈了想法
_THERE = re.compile(r"负责人|负责同志|参加|参会|与会|出席|列席|发言|汇报|代表")
_DEPUTY = re.compile(r"(?:副书记|常委|副市长|副县长|副区长|副省长|副州长|副主席|副主任|副秘书长|秘书长|委员)$")


#: So many provinces for which somebody speaks meet as provinces, whoever receives them.
_SEVERAL = 3
#: So many paragraphs after a meeting is told it may be said who else came.
_AT_THE_END = 6


class Parties:
    """The parties of the article's meetings, and with them what 两市 and 双方 mean."""

    def __init__(
        self,
        document: Document,
        gazetteer: Gazetteer,
        home: Home,
        places: Sequence[PlaceMention],
        meetings: Sequence[FoundMeeting],
        roles: Sequence[FoundRole],
        officials: Sequence[Official],
        people: Sequence[PersonMention],
    ) -> None:
        self._document = document
        self._gazetteer = gazetteer
        self._home = home
        self._places = places
        self._officials = {o.name: o for o in officials}
        self._roles = roles
        self._people = people
        self._all = list(meetings)
        self._by_meeting = {id(m): self._parties(m) for m in meetings}
        for meeting in meetings:
            if not meeting.visit and self._of_centre(meeting):
                self._by_meeting[id(meeting)] = self._told_there(meeting)
        self._meetings = meetings

    @property
    def _counted(self) -> set[int]:
        """How many regions the article says act: 两市, 三地, 五市."""
        return {counted(m.group("n")) for m in PRONOUN.finditer(self._document.text)} - {0}

    def of(self, meeting: FoundMeeting) -> list[Party]:
        """Regions that hold the meeting together (or visit and host); empty for an ordinary one."""
        return self._by_meeting.get(id(meeting), [])

    @property
    def main(self) -> list[Party]:
        """The parties the whole article is about: those of its first meeting that has two."""
        for meeting in self._meetings:
            if len(self.of(meeting)) >= 2:
                return self.of(meeting)
        return []

    def meant(self, pronoun: re.Match[str], before: Sequence[PlaceMention]) -> list[Party]:
        """What 两市 or 三地 stands for: as many parties as it says, else nothing."""
        count = counted(pronoun.group("n")) or None
        unit = pronoun.group("unit")
        listed = unique(Party.of(m) for m in acting(before))
        main = self.main
        if unit in ("省", "省市", "省区"):
            main = [p for p in main if p.level == "province"]
            listed = [p for p in listed if p.level == "province"]
        if count is None:
            return main
        if len(listed) == count:
            return listed
        if len(main) == count:
            return main
        if unit in ("市", "县", "区", "州"):
            of_unit = [p for p in main if p.name.endswith(unit)]
            if len(of_unit) == count:
                return of_unit
        if unit in ("方", "地") and len(main) >= 2:
            return main if count == 2 and len(main) == 2 else []
        return []

    # -- of one meeting --------------------------------------------------------------------------------------------------

    def _parties(self, meeting: FoundMeeting) -> list[Party]:
        if meeting.visit:
            return self._of_visit(meeting)
        if meeting.rule == "talks":
            return self._of_talks(meeting)
        named = self._in_names(meeting)
        if len(named) >= 2 and all(p.level == "province" for p in named):
            named = self._in_place_of(named, meeting)
        if len(named) >= 2:
            listed = self._listed(meeting)
            if len(listed) > len(named) and {p.name for p in named} <= {p.name for p in listed}:
                return listed  # the name leaves one out
            return (
                named
                if BETWEEN.search(meeting.name) or meeting.kind in ("joint_conference", "symposium", "talks", "signing")
                else []
            )
        told = _MEMBERS.search(meeting.name)
        if told is not None and not _BETWEEN_LEVELS.search(meeting.name):
            there = self._there(meeting, ("province",) if "省" in told["units"] else ("prefecture", "county"))
            if len(there) == counted(told["n"]) >= 2 and all(
                p.name[-1] in told["units"] or p.level == "province" for p in there
            ):
                return there  # 环高邮湖六县(市、区)…推进会: heads of six came
        holders = self._holders(meeting)
        if len(holders) >= 2:
            return holders
        between = bool(BETWEEN.search(meeting.name)) or (
            meeting.kind in ("joint_conference", "symposium", "talks", "signing", "meeting")
            and not _FAIR.search(meeting.name)
            and any(BETWEEN.search(s.text) for s in self._document.headlines)
        )
        if not between and not re.search(r"双方|两[地市县区省州]", meeting.sentence.text):
            return named if len(named) >= 2 else self._provinces_of(meeting)
        visited = self._during_visit(meeting)
        if len(visited) >= 2:
            return visited
        listed = self._listed(meeting)
        leaders = self._of_leaders(meeting, named)
        told_there = len(self._listed(meeting, meeting.sentence.line)) >= 2
        fewer = not told_there and {p.name for p in listed} < {p.name for p in leaders}
        found = listed if len(listed) >= 2 and not fewer else leaders
        if not told_there and len(leaders) >= 2 and not {p.name for p in leaders} & {p.name for p in listed}:
            found = [*leaders, *listed]  # 连云港、宿迁、淮北三市负责人参加会议: beside those whose leaders spoke
        return unique([*found, *self._came_too(meeting)]) if len(found) >= 2 else found

    def _there(self, meeting: FoundMeeting, levels: tuple[str, ...]) -> list[Party]:
        """The regions of `levels` of whom somebody has a role at the meeting, each once."""
        out: list[Party] = []
        for role in self._roles:
            official = self._officials.get(role.person) if role.meeting is meeting else None
            for position in official.positions if official else ():
                party = region_party(position.region, self._places, self._home)
                if party is not None and party.level in levels:
                    out.append(party)
                    break
        return unique(out)

    def _in_place_of(self, provinces: list[Party], meeting: FoundMeeting) -> list[Party]:
        """Who meets where the name only abbreviates provinces: 蒙晋冀（乌大张）联席会议 the three cities, 粤桂协作会议 of one county
        nobody else."""
        counts = [m.group() for m in _COUNT.finditer(meeting.name)]
        border = BORDER.search(meeting.name) is not None  # 川滇黔三省交界地区…会议: of those who lie there
        if counts and not border and counts[-1].endswith("省") and counted(counts[-1][:-1]) == len(provinces):
            return provinces  # 粤黑两省…座谈会: the provinces, whichever cities sent somebody
        both = _TWO_HOLD.search(meeting.sentence.text, 0, meeting.start - meeting.sentence.start)
        before = next((v for v in reversed(self._all) if v.visit and v.start < meeting.start), None) if both else None
        sides = self._of_visit(before) if before is not None else []
        if len(sides) == 2 and all(self._lies_in(p, provinces) for p in sides):
            return sides  # 来榆考察 … 两市召开苏陕协作联席会议: guests and hosts of the visit
        bracketed = _IN_SHORT.search(meeting.name)
        short = ShortNames(self._gazetteer, self._places).pair(bracketed.group("who")) if bracketed else []
        if len(short) >= 2:
            return unique(Party.of(p) for p in short)  # 浙赣边际合作(衢饶)示范区建设推进会
        inside = [p for p in self._listed(meeting) if self._lies_in(p, provinces)]
        if len(inside) >= 2:
            return inside
        regions = [
            (position.region, position.code)
            for role in self._roles
            if role.meeting is meeting and role.role != "ATTENDED"
            for position in (self._officials[role.person].positions if role.person in self._officials else ())
            if position.region and position.code
        ]
        if not regions or any(name == p.name for name, _ in regions for p in provinces):
            return provinces
        leaders = [p for p in self._of_leaders(meeting, []) if self._lies_in(p, provinces)]
        return leaders if len(leaders) >= 2 else []

    def _lies_in(self, party: Party, provinces: list[Party]) -> bool:
        chain = self._gazetteer.chain(party.place) if party.place is not None else ()
        return any(p.place in chain for p in provinces)

    def _holders(self, meeting: FoundMeeting) -> list[Party]:
        """江苏省和安徽省、浙江省在南京召开…会议 · 霍邱县与固始县举行座谈会: the regions that are the subject of holding it."""
        for mention in meeting.mentions:
            text, base = mention.sentence.text, mention.sentence.start
            verb = _HOLD.search(text[: mention.start - base])
            if verb is None:
                continue
            begin = max(text.rfind(c, 0, verb.start()) for c in ",，。;；") + 1
            stretch = text[begin : verb.start()]
            found = runs(stretch, base + begin, self._places, self._people, self._home)
            run = found[-1] if found else None
            if run is None or len(run.parties) < 2 or no_bodies(run.tail) or not _TOGETHER.fullmatch(run.tail):
                continue
            if {p.level for p in run.parties} <= {"province", "prefecture", "county", "zone", "township"}:
                return run.parties
        return []

    def _during_visit(self, meeting: FoundMeeting) -> list[Party]:
        """双方举行座谈, 两区举行…座谈会 in the report of a visit: guest and host."""
        for visit in self._all:
            if visit.visit and visit.start <= meeting.start and not meeting.visit:
                return self._of_visit(visit)
        return []

    def _of_centre(self, meeting: FoundMeeting) -> bool:
        """Whether a leader of the whole country chairs it: 李克强在九江主持召开部分省市负责人参加的座谈会."""
        chairs = [r for r in self._roles if r.meeting is meeting and r.role == "CHAIRED"]
        return any(
            position.region is None and (is_national(position.org or "") or _STATE.match(position.title))
            for role in chairs
            if (official := self._officials.get(role.person))
            for position in official.positions
        )

    def _told_there(self, meeting: FoundMeeting) -> list[Party]:
        """Parties of a meeting of the centre: the regions told to be there, not any that the article counts up."""
        text = self._document.text
        there = set()
        for party in self.of(meeting):
            for place in self._places:
                if place.name != party.name:
                    continue
                sentence = self._document.sentence_at(place.start)
                if sentence is meeting.sentence or _THERE.search(text, place.end, sentence.end):
                    there.add(party.name)
        return [party for party in self.of(meeting) if party.name in there]

    def from_above(self, meeting: FoundMeeting) -> bool:
        """Whether a leader of what the parties lie in chairs or speaks, or one of the whole country chairs: then they were
        called together and do not cooperate by it. Where one of their own chairs, who speaks from above is their guest."""
        if self._of_centre(meeting):
            return True
        parties = [p for p in self.of(meeting) if p.place is not None]
        if self._chaired_by_one_of(parties, meeting):
            return False
        for role in self._roles:
            official = self._officials.get(role.person)
            if role.meeting is not meeting or role.role == "ATTENDED" or official is None:
                continue
            for position in official.positions:
                over = [
                    p
                    for p in parties
                    if p.place and any(up.name == position.region for up in self._gazetteer.chain(p.place))
                ]
                own = any(p.name == position.region for p in parties)
                if (
                    len(over) == len(parties) >= 2
                    and not own
                    and not any(p.name == other.region for other in official.positions for p in parties)
                ):
                    return True
        return False

    def _chaired_by_one_of(self, parties: Sequence[Party], meeting: FoundMeeting) -> bool:
        names = {p.name for p in parties}
        chairs = [self._officials.get(r.person) for r in self._roles if r.meeting is meeting and r.role == "CHAIRED"]
        return any(position.region in names for chair in chairs if chair is not None for position in chair.positions)

    def _in_names(self, meeting: FoundMeeting) -> list[Party]:
        best: list[Party] = []
        for mention in meeting.mentions:
            if mention.bare:
                continue
            inside = [
                p
                for p in self._places
                if mention.start <= p.start
                and p.end <= mention.end
                and not _BRACKET.search(self._document.text, mention.start, p.start)
                and not _AIMED_AT.search(self._document.text, mention.start, p.start)
                and not (len(p.text) == 1 and self._document.text.startswith("援", p.start - 1))  # 对口援|疆
            ]  # 商城县(深圳)招商推介会: in brackets stands the venue
            topics = [m.span() for m in _TOPIC.finditer(self._document.text, mention.start, mention.end)]
            inside = [p for p in inside if not any(a < p.start < b for a, b in topics)]
            slogans = [m.span() for m in _SLOGAN.finditer(self._document.text, mention.start, mention.end)]
            beside = [p for p in inside if not any(a < p.start < b for a, b in slogans)]
            inside = beside or inside  # “真情苏陕·幸福安康”2023年安康(常州)招商推介会
            inside = [
                p
                for p in inside
                if (p.form != "compound" and not (p.level == "zone" and _PROJECT.match(self._document.text, p.end)))
                or not re.match(
                    r"[\u4e00-\u9fff]{0,6}(?:新区|示范区|合作区|园区|产业园|开发区|核心区|试验区|产业带|走廊|工程|项目|通道|高铁|铁路|高速)",
                    self._document.text[p.end :],
                )
            ]  # 川渝高竹新区: the zone's name, not the parties'
            inside = _peers(inside, self._gazetteer)
            plain = [p for p in acting(inside) if p.form != "compound"]
            found = unique(Party.of(p) for p in (plain if len(plain) >= 2 else acting(inside)))
            found = [
                p
                for p in found
                if not any(
                    q is not p
                    and q.place
                    and p.place
                    and p.place in self._gazetteer.chain(q.place)
                    and _adjacent_prefix(inside, p, q)
                    for q in found
                )
            ]
            found += [q for p in inside for q in members_told(self._gazetteer, p)]
            if len(found) > len(best):
                best = found
        return best

    def _listed(self, meeting: FoundMeeting, last_line: int | None = None) -> list[Party]:
        """南宁、北海、…、海口六市 told in the article (up to `last_line`)."""
        text = self._document.text
        for sentence in self._document.body:
            near = meeting.sentence.line <= sentence.line <= meeting.sentence.line + 1
            if near and not meeting.visit and _CAME.search(sentence.text):
                groups = runs(sentence.text, sentence.start, self._places, self._people, self._home)
                for at, acts in enumerate(groups):
                    came = _CAME.match(acts.tail)
                    if came is None:
                        continue
                    parted = self._by_province(groups, at)
                    if len(parted) > len(acts.parties) and not _COUNT.search(came.group()):
                        return unique([*self._hosts(meeting, parted), *parted])
                    if len(acts.parties) < 3:
                        continue
                    counts = [counted(m["n"]) for m in _COUNT.finditer(came.group())]
                    if came["more"]:  # with others beside them: only where the text counts the regions as the members
                        counts = counts or [counted(m["n"]) for m in _COUNT.finditer(meeting.name)] or [0]
                    if counts[-1:] in ([], [len(acts.parties)]):  # no 苏鲁豫皖四省十市的负责人: the cities came
                        return acts.parties  # 合肥、淮南、…及桐城市主要负责同志参加会议
        for match in (*_COUNT_TWO.finditer(text), *_COUNT.finditer(text)):
            line = self._document.sentence_at(match.start()).line
            if last_line is not None and line > last_line:
                break
            if line > meeting.sentence.line + 3:
                break
            told = self._document.sentence_at(match.start()).text
            so_named = len(match.group()) > 2 and match.group() in meeting.name  # “三市一区” of its name
            if line > meeting.sentence.line and not so_named and not _OF_IT.search(told):
                continue
            count = counted(match.group("n"))
            if match.re is _COUNT_TWO:
                count += 1 if match.group("m") == "一" else counted(match.group("m"))
            run: list[PlaceMention] = []
            end = match.start() - text.startswith("“", match.start() - 1)
            for mention in reversed(
                [
                    p
                    for p in self._places
                    if p.end <= match.start() and p.level != "cluster" and not p.prefix and p.form != "compound"
                ]
            ):
                gap = text[mention.end : end]
                gap = next(
                    (gap.replace(p.text, "") for p in self._places if p.prefix and mention.end <= p.start < end), gap
                )
                gap = _ORGAN_AHEAD.sub("", gap)
                if gap not in ("", "、", "和", "与", "同", "及", "·", "以及", ",", "，", "等"):
                    break
                run.append(mention)
                end = mention.start
            if len(run) >= count and count >= 2:
                # 西宁与海东、海北、海南、黄南四市州: the number is of one side
                other = len(run) == count + 1 and text[run[count].end : run[count - 1].start] in ("与", "同", "和")
                return unique(Party.of(m) for m in reversed(run[: count + other]))
        return []

    def _came_too(self, meeting: FoundMeeting) -> list[Party]:
        """南充、广安、巴中,重庆市梁平区、…有关负责同志参加会议: those named at the end, beside the ones whose leaders spoke."""
        for sentence in self._document.body:
            later = meeting.sentence.line + 1 < sentence.line <= meeting.sentence.line + _AT_THE_END
            if not later or "列席" in sentence.text or _CAME.search(sentence.text) is None:
                continue
            groups = runs(sentence.text, sentence.start, self._places, self._people, self._home)
            for at, acts in enumerate(groups):
                came = _CAME.match(acts.tail)
                parted = self._by_province(groups, at) if came is not None and not came["more"] else []
                if len(parted) >= _SEVERAL and "会" in sentence.text[acts.end - sentence.start :][:20]:
                    return parted
        return []

    def _by_province(self, told: Sequence[Run], last: int) -> list[Party]:
        """青海省…玛沁县、久治县,四川省…若尔盖县、阿坝县|负责同志: the groups that only a province's name parts, in order."""
        out = list(told[last].parties)
        for before in reversed(told[:last]):
            outer = before.tail.lstrip(",，;；")
            named = "".join(p.text for p in self._places if p.prefix and p.start >= before.end and p.text in outer[:12])
            if len(outer) == len(before.tail) or not outer or not named.startswith(outer):
                break
            out = [*before.parties, *out]
        return out

    def _hosts(self, meeting: FoundMeeting, guests: Sequence[Party]) -> list[Party]:
        """The region of whoever chairs, where it is of the guests' level."""
        levels = {guest.level for guest in guests}
        chairs = [r.person for r in self._roles if r.meeting is meeting and r.role == "CHAIRED"]
        found = (
            region_party(position.region, self._places, self._home)
            for person in chairs
            for position in (self._officials[person].positions if person in self._officials else ())
        )
        return [party for party in found if party is not None and party.level in levels]

    def _of_leaders(self, meeting: FoundMeeting, named: list[Party]) -> list[Party]:
        """The regions whose leaders chair, speak or attend by name and post: at least two of one level."""
        votes: dict[str, tuple[Party, int]] = {}
        above: dict[str, Party] = {}
        spoke_for: dict[str, Party] = {}
        for role in self._roles:
            if role.meeting is not meeting:
                continue
            official = self._officials.get(role.person)
            if (
                official is None
                or _GUEST.match(role.sentence.text, role.end - role.sentence.start)
                or "列席" in role.sentence.text[: role.end - role.sentence.start + 2][-8:]
            ):
                continue
            for position in official.positions:
                if position.region is None or not (
                    _CHIEF.match(position.title) or role.role == "CHAIRED" or _DEPUTY.search(position.title)
                ):
                    continue
                if re.search(r"局|厅|办|中心|法院|检察院|党组", position.org or ""):
                    continue
                party = region_party(position.region, self._places, self._home)
                if party is not None and party.level == "province" and role.role != "ATTENDED":
                    if _CHIEF.match(position.title):
                        above[party.name] = party
                    spoke_for[party.name] = party
                    continue  # one of a province is a guest of its cities, several of them meet
                if party is None or party.level in ("province", "township", "cluster"):
                    continue
                old = votes.get(party.name, (party, 0))[1]
                spoke = role.role != "ATTENDED"
                votes[party.name] = (
                    party,
                    old
                    + (
                        4
                        if spoke and _CHIEF.match(position.title)
                        else 2
                        if spoke or _CHIEF.match(position.title)
                        else 1
                    ),
                )
        heads = [party for party, count in votes.values() if count >= 4]
        strong = [party for party, count in votes.values() if count >= 2]
        peers = [p for p in strong if p.level in {h.level for h in heads}]
        # where heads speak, deputies speak for parties only if the article counts them in (五市)
        if len(heads) >= 2:
            strong = next((some for some in (heads, peers, strong) if len(some) in self._counted), heads)
        counts = {party.name: count for party, count in votes.values()}
        for p, q in combinations(list(strong), 2):
            if p.place is None or q.place is None or p not in strong or q not in strong:
                continue
            inner, outer = (
                (p, q) if (q.place in self._gazetteer.chain(p.place) or p.place.id in q.place.members) else (q, p)
            )
            if (
                outer.place not in self._gazetteer.chain(inner.place or q.place)
                and (inner.place or q.place).id not in (outer.place or p.place).members
            ):
                continue
            # 浦口区 lies in 江北新区: whichever sent the weightier leader is the party
            city = next((x for x in (p, q) if x.level != "zone"), None)
            if {p.level, q.level} != {"zone", city.level if city else ""} or city is None or counts[city.name] < 4:
                strong.remove(outer if counts[outer.name] < counts[inner.name] else inner)
            else:
                strong.remove(q if city is p else p)
        if len(strong) < 2 and len(spoke_for) >= _SEVERAL:
            return list(spoke_for.values())  # 省际联席会议: the deputy governors of five provinces speak
        if len(strong) < 2 and not heads:
            provinces = self._provinces_of(meeting) or list(above.values())
            if len(provinces) >= 2:
                return provinces  # 湖北省委书记A主持,湖南省委书记B、江西省省长C讲话
        return strong if len(strong) >= 2 else named

    def _provinces_of(self, meeting: FoundMeeting) -> list[Party]:
        """The provinces that the meeting's name counts together (京津冀), where somebody of each of them is there."""
        there = {
            position.region
            for role in self._roles
            if role.meeting is meeting and role.person in self._officials
            for position in self._officials[role.person].positions
        }
        for mention in meeting.mentions:
            for place in self._places:
                if place.level != "cluster" or place.place is None or not mention.start <= place.start < mention.end:
                    continue
                members = [self._gazetteer.get(id) for id in place.place.members]
                if members and all(m.level == "province" and m.name in there for m in members):
                    return [Party(m.name, m, m.level) for m in members]
        return []

    def _of_talks(self, meeting: FoundMeeting) -> list[Party]:
        """The regions whose leaders talk, by the posts told of them."""
        out: list[Party] = []
        for person in self._people:
            if person.sentence is not meeting.sentence or not meeting.start <= person.start < meeting.end + 2:
                continue
            official = self._officials.get(person.name)
            for position in official.positions if official else ():
                party = region_party(position.region, self._places, self._home)
                if (
                    party is not None
                    and party.level in ("prefecture", "county", "province", "zone")
                    and not re.search(r"局|厅|海关|中心|公司", position.org or "")
                ):
                    out.append(party)
                    break
        return unique(out)

    def _of_visit(self, meeting: FoundMeeting) -> list[Party]:
        base = meeting.sentence.start
        text = meeting.sentence.text
        host = Party.of(meeting.held_in) if meeting.held_in is not None and meeting.held_in.level != "cluster" else None
        if host is None and meeting.held_span is not None:
            own = OWN.search(text, meeting.held_span[0] - base, meeting.held_span[1] - base)
            place = self._home.at(own.group(2)) if own else None
            host = Party(place.name, place, place.level) if place else None
        guest: Party | None = None
        where = meeting.held_span[0] if meeting.held_span else meeting.end
        team = re.search(r"(?:党政代表团|代表团|考察团|考察组)", text[: where - base])
        before = [
            p
            for p in acting(self._places)
            if base <= p.start and p.end <= where and not _BRACKET.search(self._document.text, base, p.start)
        ]
        if team:
            close = [p for p in before if p.end <= base + team.start()]
            guest = Party.of(close[-1]) if close else None
        if guest is None and (team or re.search(r"一行|率队|率团|带队", text)):
            person = next(
                (m for m in self._people if m.sentence is meeting.sentence and m.start == meeting.start), None
            )
            official = self._officials.get(person.name) if person else None
            for position in official.positions if official else ():
                party = region_party(position.region, self._places, self._home)
                if party is not None and _CHIEF.match(position.title):
                    guest = party
        if guest is None or host is None:
            return [host] if host and team else []
        if contains(self._gazetteer, guest, host) or (host.level == "township" and guest.level != "township"):
            return []
        return [guest, host]


def _peers(inside: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Without the provinces of abbreviations that name their counties too: 叙威 of 川滇叙威边界."""
    within = [p for p in inside if p.form == "compound" and p.level in ("prefecture", "county")]
    above = {up for p in within if p.place is not None for up in gazetteer.chain(p.place)}
    return [p for p in inside if p.form != "compound" or p.place not in above]


def _adjacent_prefix(inside: Sequence[PlaceMention], a: Party, b: Party) -> bool:
    """Whether `a` stands right before `b` (北京市通州区): then it only says where `b` lies."""
    first = next((m for m in inside if m.name == a.name), None)
    return first is not None and any(m.name == b.name and m.start == first.end for m in inside)
