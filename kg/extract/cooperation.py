"""Which regions cooperate and how: seven modes, each from what the text states or enacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from kg.extract.document import Document, Sentence
from kg.extract.initiative_kinds import FoundInitiative
from kg.extract.meetings import FoundMeeting
from kg.extract.mentions import PersonMention
from kg.extract.parties import Parties
from kg.extract.party import BORDER, PRONOUN, Party, acting, contains, counted, region_party, unique
from kg.extract.places import OWN, Home, PlaceMention
from kg.extract.sides import MOST, Run, no_bodies, pairs_of, runs
from kg.lexicon import Gazetteer, Place
from kg.lexicon.acts import pairing_pattern
from kg.model import Mode, Official

_SIGN = re.compile(
    r"(?:签署(?!仪式[上现后中])|签订(?!仪式[上现后中])|签定|签约(?!(?:仪式|活动)[上现后中]|现场|会上)|续签|会签|结[成为](?=友好)|在[^,，。;；]{0,24}(?:协议|备忘录|协定|意向书|》)(?:文本)?上签字|缔结|达成|签下|互签)(?:了)?(?P<what>[^。;；]{0,80}?(?:协议|备忘录|协定|意向书|合作事项|共识|宣言|清单|公约|关系|友好|责任书|》))?"
)
_BUILD = re.compile(
    r"(?<!结对)(?:(?<!合作)(?:(?:携手|联合|合作|共同|联手|协同)(?:共建|建设|打造|组建|兴建|创建|成立|设立|开发建设)|共建|合建)|打造|建设|兴建|组建)"
    r"(?!“?一带一路|(?:新时代|高质量)?“一带|共[享治管商]|(?<=共建)成(?!渝|德|都|绵|资)|等|单位|机制|工作|活动|委员会|群|党)"
)
#: Building by one's own, unless another is told before it by 携手: 温岭市携手旺苍县打造…
_ALONE = frozenset({"打造", "建设", "兴建", "组建"})
_DASH = re.compile("[·—－–-]+")
_THING = re.compile(
    r"[了的]?[^,，。;；]{0,20}?(?:园区|产业园|飞地|基地|示范区|合作区|试验区|高新区|开发区|产业带|走廊|廊道|园|样板|平台|联盟|集群|中心|通道|大桥|项目|"
    r"公路|铁路|机场|港口|生态圈|都市圈|经济圈|经济带|共同体|先行区|实验室|研究院|枢纽|景区|交通网)"
)
#: What is not or not yet so, or only somebody's proposal.
_NOT_ENACTED = re.compile(
    r"尚未|没有|从未|未能|暂未|拟(?:与|同|和|签)|原定|取消|(?:代表|委员|网友|专家|有人|提案)[^,，]{0,10}(?:建议|呼吁|提议)"
    r"|(?:^|[,，:：“]|表示|提出|说)(?:他|她)?(?:并|还|再次)?(?:建议|呼吁|恳请)(?:国家|省|上级|中央|支持|将|尽快|进一步|加快)(?!和|的)[^。;；]*$"
)
_UNDONE = re.compile(r"[^,，。;；]{0,8}(?:因故|推迟|取消|未果|告吹|流产)")
#: 《甲乙补偿协议》正式签署
_SIGNED = re.compile(r"(?<=[》”])(?:正式|成功|顺利|现场|同时|今日|当日|日前)*(?:签署|签订|签约|会签)")
_ADVERBS = re.compile(
    r"(?:并|还|同时|共同|正式|一并|联合|又|也|当场|现场|最后|随后|会上|就|分别|并就|与会|[^,，]{2,20}(?:达成共识|达成一致))*"
)
#: A run of regions is the subject of what follows where it opens the sentence or the words about time and occasion.
_HEAD = re.compile(r"(?:^|[,，]|日|会上|仪式上|现场|期间|近日|日前|今天|[上下]午)$")
_GIVES = re.compile(
    r"(?![^,，。]*(?:村|公司|企业|干部|党员|群众|医院|学校|大学))[^,，。;；]{0,20}?(?:向|对|为|给|到|赴|驰援|援助|自\d{4}年(?:起|以来)?|[^,，。;；与和同]{0,12})"
)
_NOBODY_ELSE = re.compile(
    r"(?:\d{1,4}年|\d{1,2}[月日]|近年来|近日|日前|来|我[省市县区州]|自|从|起|要|将|已|并|先后|积极|扎实|持续|做好|开展|推进|深化|承担|负责|根据|按照|安排|统一|组织|作为|继续|认真|切实|落实)*"
)
_AIDS = re.compile(
    r"(?:合作|协作)?(?:帮扶|支援|援助)(?!工作|协议|关系|机制|活动|座谈|会|行动|方案|资金|项目|任务|框架|协作|合作|成效|以来|[,，。、;；和与及]|$)"
)
_TAKES = re.compile(r"了?的?(?:地区|对象)?")
_PARTNER = re.compile(r"的?(?:地区|城区|城市|单位|县区|县|市|下|对象|结对地|伙伴)")
#: 市委, 县政府 without a name before them are the page's own.
_OUR_SEAT = re.compile(r"(?<![\u4e00-\u9fff])(省|市|区|县|州)(?:委|政府|人民政府|人大常委会|长)(?!员会)")
_TEAM_GOES = re.compile(
    r"(?:带队|率队|率团|组团|代表团|考察团|考察组|访问团)[^,，。;；]{0,6}?(?:去|赴|到|来到|来|前往|走进|访问)"
)
_TO_COOPERATE = re.compile(r"[^,，。;；]{0,12}?(?:对接|考察|学习|交流|洽谈|协作|合作|共商|互访)")
#: What keeps regions together lastingly.
_MECHANISM = re.compile(
    r"(?P<verb>(?:共同|联合|已经|已|正式|探索)?(?:建立|形成|健全|完善|启动|有过|缔结)(?:了|起)?)?(?:区域|跨区域|跨界|大气污染|生态环境|环境|水污染|警务|警民|常态化|长效|跨省|跨市|\+)*"
    r"(?:联防联控|联防联治|联防共治|协作|合作|联动|协同治理|会商)(?:联动)?(?:机制|关系)"
    r"|(?P<mutual>建立(?:了|起)?(?:跨省|流域|跨界|上下游|省际)*横向生态(?:保护)?补偿(?:机制|制度))"
)
_AND_ALSO = re.compile(r"(?:一体化)?(?:发展|建设)?(?:[、和与及]|以及)")
_WOULD_BE = re.compile(r"(?:当好|打造|建设|争当|做好|成为|建成|争做)$")
_GARDEN = re.compile(r"的?[“‘]?(?:后花园|桥头堡|主阵地|承接地|大后方|菜篮子|卫星城|产业转移承接地|康养基地|副中心)")
#: Who was sent to serve elsewhere; the frontier provinces say where.
_SENT = re.compile(
    r"(?:第[一二三四五六七八九十\d]+批)?(?:援(?P<to>[藏疆青])|(?:[\u4e00-\u9fff]{2})?(?:东西部)?(?:扶贫)?(?:协作|帮扶|对口支援|对口帮扶))"
    r"(?:工作队|工作组|干部人才|前方指挥部|指挥部|医疗队|前指|联络组)"
)
_TEAM_WORD = re.compile(r"工作队|工作组|干部人才|指挥部|医疗队|前指|联络组|联络小组|工作小组|挂职干部|领导小组")
_FRONTIERS = {"藏": "54", "疆": "65", "青": "63"}
#: “德州—通州”园区合作
_JOINED_WORK = re.compile(
    r"”?(?:园区|产业|科技|人才|文旅|山海)?(?:合作|协作|一体化|同城化)(?!(?:交流|工作|对接)?(?:会议|座谈|联席|会)|区|园|示范)"
)
_WORK_OF_BOTH = re.compile(r"(?:东西部|对口|扶贫)?(?:合作|协作)")
_BOTH = re.compile(r"双方|两[地市县区省州]")
#: Called by the nation's leaders: the regions that come do not cooperate by it.
_NATIONAL = re.compile(
    r"中共中央|中央政治局|总书记|国务院(?:副)?总理|国务委员|国务院(?:召开|举行)|中央[\u4e00-\u9fff]{2,4}团"
)
#: Between a region and 与…: its organ or head, and what these tell or do.
_REPORTS = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:委|政府|局|办|厅|人大|政协|书记|[市县区州省]长|主任|负责同志|负责人|代表)?(?:今年|近年来|积极|主动|持续|重点|还|将|要|正)*"
    r"(?:汇报|介绍|通报|深化|推进|做好|加强|开展|落实|抓好|谋划|探索|推动|密切)了?"
)
#: Who attends a signing signs nothing by it.
_LOOKED_ON = re.compile(r"(?:出席|参加|见证|观摩|主持)了?[^,，。;；]{0,8}$")
_PARTNERED = re.compile(r"(?:与|同|跟|和|对|携手)$")
_GOES = re.compile(r"[^,，。;；]{0,20}?(?:到|赴|来|来到|前往|走进)")
_IS = re.compile(r"(?:是|作为|为|属于|系)")
_SERVES = re.compile(r"(?:对口)?(?:帮扶|支援|协作|援建|派驻|选派到|驻)")
_TEAM = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?(?:协作|帮扶|支援))?(?:工作队|工作组|指挥部|前方指挥部|前指|干部人才|挂职干部|领导小组|联络小组|联络组|工作小组)"
)
#: 融入全省对接长三角: whose whole stands behind such a verb is aimed at and does not act.
_FREE_PORT = re.compile(r"自由贸易港$|自由贸易试验区$")
_AIMED = re.compile(r"(?:融入|服务|对接|走在|引领|带动|支撑|助力|辐射|领跑)$")
_INTEGRATE = re.compile(
    r"(?:主动|全面|深度|加快|积极|更好|全方位|高层次|加速|坚定不移|坚定|持续|纵深|率先|深入|联动|协同|高水平|抢抓|借势|服务和|服务|进一步|、|和|及|地)*"
    r"(?P<verb>融入|对接|接轨|嵌入|承接|衔接|联入|加入)(?:服务|对接|和服务|到|进|于|、对接|、接轨|、服务|和)?"
)
_PROGRAMME = re.compile(
    r"^(?:两[省市地区县]|三[省市地]|毗邻地区|边界?区域?|省际|城市|区域|全面|深度|产业|科技|文旅|经济|战略|务实|东西部|扶贫|劳务|消费|跨省|跨界|交界地区|山海|对口)*"
    r"(?:合作|协作|一体化|同城化|协同|联动|双城|互动|融合|共建|飞地)"
)
#: 率团赴凉山州考察|,并; |,与凉山州政府; |,双方
_ON_VISIT = re.compile(r"[,，](?:并|期间|其间|考察期间|现场|同时|双方|两[地市县区州])*(?:[与同][^,，。;；]{2,14})?$")
_NEGATIVE = re.compile(
    r"(?:排名|位列|位居|同比|高于|低于|超过|相比|对比|赛|战胜|气温|降雨|天气|台风|洪水|转会|列车|航班|客流)"
)
_STATED = re.compile(
    r"合作|协作|结对|缔结|友好|对接|共建|签署|签订|协议|帮扶|对口|联动|协同|一体化|携手|商定|互派|互访|共商"
)


_AND_ALSO_SIGNS = re.compile(r"[、,，和与]")
_BOTH_SIGN = re.compile(r"(?:分别|共同|现场|上台|(?:分别)?代表(?:双方|两[市县区地])(?:政府)?)*")
_HEADS = re.compile(r"^(?:代)?(?:(?:常务)?副)?(?:书记|[市县区州省旗盟]长|主席|主任)$")


def _product(a: Run, b: Run) -> list[tuple[Party, Party]]:
    return [(p, q) for p in a.parties for q in b.parties if p.name != q.name]


@dataclass(frozen=True, slots=True)
class FoundTie:
    """Regions `a` and `b` cooperate in `mode`, as ``document.text[start:end]`` says."""

    a: Party
    b: Party
    mode: Mode
    sentence: Sentence
    start: int
    end: int
    rule: str


#: What shows that a place is the one that acts: it opens its clause, and a verb or adverb follows.
_SUBJECT_BEFORE = re.compile(
    r"(?:[,，;；:：。、“”\s]|推动|推进|支持|促进|引领|带动|说|表示|指出|强调|希望|加快|助力|让|使|与|和|同|是|将)$"
)
_SUBJECT_AFTER = re.compile(
    r"$|[,，、·—]|将|要|正|应|作为|立足|全面|主动|积极|加快|深度|融入|对接|接轨|承接|坚定|地处|是|始终|在|以|把|抢抓|深入|紧|充分|还|则|根据|提出|明确|欲|近年|正|努力|抓住|利用|凭借|牢牢|先后|自|愿|更|加|全|市|与|和|同|先|已|也|两|区|县|一直|依托|发挥|持续|坚持|聚焦|围绕|需|可|着力|乘|借|服务|召开|举办|举行|组织"
)


_GOES_ON = re.compile(r"[,，](?:并|将|拟|共同|联合|决定|计划|约定)*$")


_FIRM_THERE = re.compile(r"[^,，。;；]{0,20}?(?:集团|公司|企业|商会|协会)(?=[,，。;；]|$)")
_TO_FIRM = re.compile(r"(?:对接|考察|走访|拜访|洽谈|会见)[\u4e00-\u9fff]{2,16}?(?:集团|公司|企业|商会|协会)$")
_PROVINCES_AND = re.compile(r"[两三四]省(?:区|市)?(?=[两三四五六七八九十\d]+个?[市县区州])")
_TITLE = re.compile(r"《[^《》]*》")
_HELPS = re.compile(r"(?:对口|结对)(?:支援|帮扶|援助)")
#: Lines of a list of pairs.
_LONGEST_LIST = 60
_PAIR_MARK = re.compile(r"[—－–-]+|→|对(?![口接])")
_BARE_PAIR = re.compile(r"^\s*(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）.、])?\s*|[;；。,，\s]+$|(?<=[—－–-])[—－–-]+")


def _is_pair(line: str) -> bool:
    """Whether a line tells one pair of a list, and nothing else."""
    return len(line) < 40 and _PAIR_MARK.search(line) is not None and "," not in line and "，" not in line


class Cooperation:
    """Reads all ties of one article."""

    def __init__(
        self,
        document: Document,
        gazetteer: Gazetteer,
        home: Home,
        places: Sequence[PlaceMention],
        meetings: Sequence[FoundMeeting],
        initiatives: Sequence[FoundInitiative],
        parties: Parties,
        people: Sequence[PersonMention],
        officials: Sequence[Official],
    ) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.home = home
        self.places = places
        self.meetings = meetings
        self.initiatives = initiatives
        self.parties = parties
        self.people = people
        self.officials = {o.name: o for o in officials}
        self.out: list[FoundTie] = []

    def read(self) -> list[FoundTie]:
        """Every tie once per pair and mode, in order of the text."""
        self._meetings()
        self._teams()
        by_sentence = self.document.by_sentence(self.places)
        for sentence in self.document.sentences:
            here = by_sentence.get(sentence.start, [])
            self._programmes(sentence, here)
            if _NEGATIVE.search(sentence.text) and not _STATED.search(sentence.text):
                continue
            self._matched(sentence, here)
            self._agreements(sentence, here)
            self._buildings(sentence, here)
            self._pairings(sentence, here)
            self._delegations(sentence, here)
            self._mechanisms(sentence, here)
            self._integration(sentence, here)
        seen: set[tuple[frozenset[str], str]] = set()
        kept = []
        for tie in self.out:
            key = (frozenset((tie.a.name, tie.b.name)), tie.mode)
            if key not in seen and tie.a.name != tie.b.name:
                seen.add(key)
                kept.append(tie)
        return kept

    def _add(
        self, pairs: Iterable[tuple[Party, Party]], mode: Mode, sentence: Sentence, start: int, end: int, rule: str
    ) -> None:
        for a, b in pairs:
            if a.level == "cluster" and b.level == "cluster":
                continue
            if contains(self.gazetteer, a, b):
                continue
            self.out.append(FoundTie(a, b, mode, sentence, start, end, rule))

    # -- meetings and visits -----------------------------------------------------------------------------------------------

    def _meetings(self) -> None:
        for meeting in self.meetings:
            parties = self.parties.of(meeting)
            if len(parties) < 2 and not meeting.visit:
                self._aided(meeting)
            if not 2 <= len(parties) <= 6:
                continue
            pairs = list(combinations(parties, 2))
            if meeting.visit and self._within_main(parties):
                continue  # the guests of the city look at one of its counties
            if meeting.visit:
                if pairing_pattern().search(meeting.sentence.text) and len(parties) == 2:
                    self._add(pairs, "pairing", meeting.sentence, meeting.start, meeting.end, "visit")
                if self._stated(meeting):
                    self._add(pairs, "exchange", meeting.sentence, meeting.start, meeting.end, "visit")
            elif not self.parties.from_above(meeting) and not _NATIONAL.search(meeting.sentence.text):
                self._add(pairs, "joint_meeting", meeting.sentence, meeting.start, meeting.end, "joint")
            if pairing_pattern().search(meeting.name) and len(parties) == 2 and "全国" not in meeting.name:
                self._add(pairs, "pairing", meeting.sentence, meeting.start, meeting.end, "joint")

    def _aided(self, meeting: FoundMeeting) -> None:
        """南通市对口支援伊宁县工作座谈会: the name tells who helps whom, though not that they meet."""
        for mention in meeting.mentions[:1]:
            found = [p for p in acting(self.places) if mention.start <= p.start and p.end <= mention.end]
            if len(found) == 2 and _HELPS.fullmatch(self.document.text, found[0].end, found[1].start):
                pair = [(Party.of(found[0]), Party.of(found[1]))]
                self._add(pair, "pairing", meeting.sentence, meeting.start, meeting.end, "joint")

    def _within_main(self, parties: Sequence[Party]) -> bool:
        """Whether the host of a visit lies in a region that the guest meets anyway."""
        main = self.parties.main
        names = {p.name for p in main}
        if len(main) != 2 or len(parties) != 2 or parties[0].name not in names or parties[1].name in names:
            return False
        other = next(p for p in main if p.name != parties[0].name)
        return contains(self.gazetteer, other, parties[1])

    def _stated(self, visit: FoundMeeting) -> bool:
        """Whether cooperation is told of a visit: in its sentence, the headline, or of both sides (双方, 两地) anywhere."""
        if _TO_FIRM.search(visit.name):
            return False  # 赴东莞市考察对接华厦集团: with a firm
        if _STATED.search(visit.sentence.text) or any(_STATED.search(s.text) for s in self.document.headlines):
            return True
        near = [s for s in self.document.body if s.line - visit.sentence.line in (0, 1)]
        told = (s for s in self.document.body if s in near or _BOTH.search(s.text))
        return any(_STATED.search(s.text) for s in told)

    # -- agreements --------------------------------------------------------------------------------------------------------

    def _agreements(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        for match in _SIGN.finditer(text):
            what = match.group("what")
            if not what and not match.group().startswith(("签约", "缔结", "续签", "在")):
                continue
            if match.group().startswith("达成") and not re.search(r"协议|合作", match.group()):
                continue
            if _NOT_ENACTED.search(text[: match.start()][-40:]) or _UNDONE.match(text, match.end()):
                continue
            pairs, start = self._who(sentence, match.start(), here)
            if _LOOKED_ON.search(text[: match.start()][-12:]):
                pairs = []
            if not pairs:
                pairs = self._in_name(sentence, base + match.start(), base + match.end() + 40, here)
            if not pairs and what:
                pairs = self._by_their_heads(sentence, base + match.start())
            if not pairs and what:
                pairs = self._on_visit(sentence, base + match.start(), here)
            told = text[max(0, match.start() - 6) : match.end()]
            self._signed(pairs, sentence, start, base + match.end(), told)
        for match in _SIGNED.finditer(text):
            pairs = self._in_name(sentence, base + max(0, match.start() - 80), base + match.start(), here)
            self._signed(pairs, sentence, base + match.start(), base + match.end(), match.group())

    def _by_their_heads(self, sentence: Sentence, at: int) -> list[tuple[Party, Party]]:
        """A、B签署合作框架协议: the regions of the two heads who sign, where their posts were told."""
        before = [p for p in self.people if p.sentence is sentence and p.end <= at][-2:]
        if len(before) < 2 or not _AND_ALSO_SIGNS.fullmatch(self.document.text, before[0].end, before[1].group_start):
            return []
        if not _BOTH_SIGN.fullmatch(self.document.text, before[1].end, at):
            return []
        sides: list[Party] = []
        for person in before:
            official = self.officials.get(person.name)
            heads = [p for p in official.positions if _HEADS.search(p.title)] if official else []
            regions = {p.region for p in heads if p.region}
            side = region_party(next(iter(regions)), self.places, self.home) if len(regions) == 1 else None
            if side is None:
                return []
            sides.append(side)
        return [(sides[0], sides[1])] if sides[0].name != sides[1].name else []

    def _on_visit(self, sentence: Sentence, at: int, here: Sequence[PlaceMention]) -> list[tuple[Party, Party]]:
        """A率团赴B考察,并签订合作协议: guest and host, where the clause names nobody else."""
        for visit in self.meetings:
            parties = self.parties.of(visit)
            if not visit.visit or visit.sentence is not sentence or visit.end > at or len(parties) != 2:
                continue
            clause = _ON_VISIT.search(self.document.text, visit.end, at)
            if clause is None:
                continue
            named = {p.name for p in acting(here) if clause.start() <= p.start < at}
            if named <= {p.name for p in parties}:
                return [(parties[0], parties[1])]
        return []

    def _signed(
        self, pairs: Sequence[tuple[Party, Party]], sentence: Sentence, start: int, end: int, told: str
    ) -> None:
        if not pairs:
            return
        self._add(pairs, "agreement", sentence, start, end, "signed")
        paired = re.search(r"结对|对口|帮扶协作", told) or pairing_pattern().search(told)
        if paired and "友好" not in told:
            self._add(pairs, "pairing", sentence, start, end, "signed")
        if "共建" in told and not re.search("结对共建|共建友好", told):
            self._add(pairs, "co_build", sentence, start, end, "signed")

    def _in_name(
        self, sentence: Sentence, start: int, end: int, here: Sequence[PlaceMention]
    ) -> list[tuple[Party, Party]]:
        """签署《甲市与乙市战略合作协议》: the two regions in the name of an agreement that begins between `start` and `end`."""
        for initiative in self.initiatives:
            if initiative.sentence is not sentence or initiative.kind != "agreement":
                continue
            if not start <= initiative.start <= end:
                continue
            inside = unique(
                Party.of(p) for p in acting(here) if initiative.start <= p.start and p.end <= initiative.end
            )
            border = any(p.form == "compound" and self.document.text.startswith("边", p.end) for p in here)
            if len(inside) == 2 and not border:  # 浙闽边“平安走廊”合作协议: of whoever lives there
                return [(inside[0], inside[1])]
        return []

    # -- who with whom -----------------------------------------------------------------------------------------------------

    def _runs(self, text: str, offset: int, here: Sequence[PlaceMention]) -> list[Run]:
        return runs(text, offset, here, self.people, self.home)

    def _who(
        self, sentence: Sentence, stop: int, here: Sequence[PlaceMention]
    ) -> tuple[list[tuple[Party, Party]], int]:
        """The pairs that are the subject of a verb at `stop`, and where the telling of them begins (in the text of the article)."""
        run, pronoun, begin = self._subject(sentence, stop, here)
        base = sentence.start
        listed = run is not None and all(u.link == "list" for u in run.units)
        if run is not None and listed and _PARTNERED.search(self._before(sentence, run.start, here)):
            return self._partners(run, sentence, begin, here)
        if run is not None and len(run.parties) >= 2:
            group = [run, *self._alike(run, sentence, here)]
            return [pair for one in reversed(group) for pair in pairs_of(one)], group[-1].start
        if pronoun is not None:
            told = [u.mention for u in run.units] if run is not None else []
            meant = self._members(sentence, pronoun, here) or self.parties.meant(pronoun, told)
            meant = meant or self._told_before(sentence, pronoun, here)
            return (list(combinations(meant, 2)) if len(meant) <= MOST else []), base + begin
        return [], base + begin

    def _alike(self, run: Run, sentence: Sentence, here: Sequence[PlaceMention]) -> list[Run]:
        """The groups that a comma parts from `run`, nearest first: A与B、C,|D与E签订协议: A's group signs too."""
        out: list[Run] = []
        if all(u.link == "list" for u in run.units):
            return out
        earlier = self._runs(sentence.text[: run.start - sentence.start], sentence.start, here)
        at = run.start
        for one in reversed(earlier):
            gap = self._before(sentence, at, here)[one.end - sentence.start :]
            if gap not in (",", "，") or all(u.link == "list" for u in one.units):
                break
            out.append(one)
            at = one.start
        return out

    def _members(self, sentence: Sentence, pronoun: re.Match[str], here: Sequence[PlaceMention]) -> list[Party]:
        """The provinces of the area named right before as many as it has: 京津冀|三地."""
        at = sentence.start + pronoun.start()
        area = next((p.place for p in here if p.level == "cluster" and p.end == at and p.place), None)
        members = [self.gazetteer.get(id) for id in area.members] if area else []
        if len(members) != counted(pronoun.group("n")) or any(m.level != "province" for m in members):
            return []
        return [Party(m.name, m, m.level) for m in members]

    def _told_before(self, sentence: Sentence, pronoun: re.Match[str], here: Sequence[PlaceMention]) -> list[Party]:
        """The last run of as many regions as 两县 says, told before it in the sentence, in the three before, or in the headline."""
        count = counted(pronoun.group("n")) or None
        earlier = self._runs(sentence.text[: pronoun.start()], sentence.start, here)
        found = next((r.parties for r in reversed(earlier) if len(r.parties) == count and not no_bodies(r.tail)), [])
        if found:
            return found
        before = [s for s in self.document.body if s.start < sentence.start][-3:]
        for told in (*reversed(before), *self.document.headlines):
            if _NEGATIVE.search(told.text) and not _STATED.search(told.text):
                continue
            inside = [p for p in self.places if told.start <= p.start and p.end <= told.end]
            for run in self._runs(told.text, told.start, inside):
                if len(run.parties) == count and not no_bodies(run.tail):
                    return run.parties
        return []

    def _partners(
        self, run: Run, sentence: Sentence, begin: int, here: Sequence[PlaceMention]
    ) -> tuple[list[tuple[Party, Party]], int]:
        """做好与略阳县、留坝县的结对: all named are partners of who is told before in the clause, else of whoever speaks."""
        text, base = sentence.text, sentence.start
        earlier = self._runs(text[begin : run.start - base], base + begin, here)
        if not earlier:
            told = self._runs(text[:begin], base, here)[-1:]
            signed = bool(told) and re.search("签[订署约]", text[told[0].end - base : begin])
            if told and signed and any(u.link == "with" for u in told[0].units):  # 甲与乙签订…,与丙签订…: 甲 signs both
                first = next(i for i, u in enumerate(told[-1].units) if u.link == "with")
                ours = unique(Party.of(u.mention) for u in told[-1].units[:first])
                return [(a, b) for a in ours for b in run.parties if a.name != b.name], run.start
            lead = self._leading(run.start - 1)
            return ([(lead, p) for p in run.parties if p.name != lead.name] if lead else []), run.start
        if not _REPORTS.fullmatch(self._before(sentence, run.start, here)[earlier[-1].end - base : -1]):
            return [], run.start
        return _product(earlier[-1], run), earlier[-1].start  # 洪泽区负责人汇报了与略阳县结对情况

    @staticmethod
    def _before(sentence: Sentence, at: int, here: Sequence[PlaceMention]) -> str:
        """What stands before `at`, through the province or city told before a county's name."""
        for prefix in reversed([p for p in here if p.prefix]):
            if prefix.end == at:
                at = prefix.start
        return sentence.text[: at - sentence.start]

    def _subject(
        self, sentence: Sentence, stop: int, here: Sequence[PlaceMention]
    ) -> tuple[Run | None, re.Match[str] | None, int]:
        """The run of regions or the pronoun (两市) that is the subject of a verb at `stop` of the sentence; where its clause begins."""
        text, base = sentence.text, sentence.start
        begin = max(text.rfind(c, 0, stop) for c in "。;；:：\n") + 1
        titles = [m.span() for m in _TITLE.finditer(text, begin, stop)]
        found = [
            run
            for run in self._runs(text[begin:stop], base + begin, here)
            if not any(
                a <= run.start - base < b for a, b in titles
            )  # 审议《川滇黔…计划》,签署…: in a title nobody acts
        ]
        clause = max((text.rfind(c, begin, stop) for c in ",，"), default=-1) + 1
        while clause > begin and _ADVERBS.fullmatch(text, clause, stop):
            clause = max((text.rfind(c, begin, clause - 1) for c in ",，"), default=-1) + 1  # 四市共同发布…，并签订…
        clause = max(clause, begin)
        pronouns = list(PRONOUN.finditer(text, clause, stop))
        last = found[-1] if found else None
        if last is not None and last.end > base + clause:
            tail = text[last.end - base : stop]
            if no_bodies(tail):
                return None, None, clause
            lower = _PROVINCES_AND.match(tail)
            if lower is not None and pronouns and all(p.level == "province" for p in last.parties):
                return None, pronouns[-1], clause  # 浙闽两省|三县: the counties
            if pronouns and len(last.parties) < 2:
                return last, pronouns[-1], clause
            return last, None, clause
        if pronouns:
            return None, pronouns[-1], clause
        # 甲与乙召开会议，审议…，签订…: the subject stands at the head of the sentence
        if last is not None and len(last.parties) >= 2 and len(found) == 1:
            tail = text[last.end - base : stop]
            others = any(last.end <= p.start < base + stop for p in self.people)
            if len(tail) <= 60 and not others and not no_bodies(tail) and _HEAD.search(text[begin : last.start - base]):
                return last, None, clause
        return None, None, clause

    def _leading(self, at: int) -> Party | None:
        """Whose partners are named at `at` without saying so: the subject told before in the sentence, else the page's own."""
        sentence = self.document.sentence_at(at)
        here = [p for p in self.places if p.start >= sentence.start and p.end <= sentence.end]
        subjects = self._subjects(sentence, at, here)
        return subjects[0] if len(subjects) == 1 else None

    # -- building together -------------------------------------------------------------------------------------------------

    def _buildings(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        for match in _BUILD.finditer(text):
            if any(i.start <= base + match.start() < i.end for i in self.initiatives):
                continue
            joined = match.group() in _ALONE
            pairs, start = self._who(sentence, match.start(), here)
            if joined:
                run = self._subject(sentence, match.start(), here)[0]
                if run is None or not any(u.word in ("携手", "联手", "会同", "联合", "牵手") for u in run.units):
                    continue
            if _NOT_ENACTED.search(text[: match.start()][-40:]):
                continue
            built = next(
                (
                    i
                    for i in self.initiatives
                    if i.sentence is sentence and -2 <= i.start - base - match.start() <= len(match.group()) + 30
                ),
                None,
            )
            named = built is not None
            both = self._two_named(sentence, match, here)
            if both:
                self._add([both], "co_build", sentence, base + match.start(), base + match.end(), "named")
                continue
            by = "由" in text[max(0, start - base - 1) : match.start()]
            concrete = named or (by and bool(pairs)) or _THING.match(text, match.end())
            if not pairs and concrete and named and len(self.parties.main) == 2:
                if self._subject(sentence, match.start(), here)[0] is None:
                    pairs = [(self.parties.main[0], self.parties.main[1])]
            elif not pairs and re.search(r"(?:三市|各市|三县|三地|四市)", text[: match.start()]):
                pronoun = next(iter(PRONOUN.finditer(text)), None)
                meant = self.parties.meant(pronoun, []) if pronoun else []
                pairs = list(combinations(meant, 2)) if 2 <= len(meant) <= MOST else []
            if not pairs and concrete and _GOES_ON.search(text, 0, match.start()):
                # 两地签署《…》，将共建…: who signs builds
                pairs = [(t.a, t.b) for t in self.out if t.sentence is sentence and t.rule == "signed"]
            if pairs and concrete:
                self._add(pairs, "co_build", sentence, start, base + match.end(), "build")
        for initiative in self.initiatives:
            if initiative.sentence is not sentence or "共建" not in initiative.name or "结对共建" in initiative.name:
                continue
            inside = unique(
                Party.of(p)
                for p in here
                if p.level != "cluster" and initiative.start <= p.start and p.end <= initiative.end
            )
            short = [
                p for p in here if p.form == "compound" and initiative.start <= p.start and p.end <= initiative.end
            ]
            if short and _WORK_OF_BOTH.match(text, short[-1].end - base):
                continue  # 《苏陕协作共建产业园区协议》: the programme's name; who signs builds
            pair = inside if len(inside) == 2 else self.parties.main if len(inside) < 2 else []
            if len(pair) == 2:
                self._add([(pair[0], pair[1])], "co_build", sentence, initiative.start, initiative.end, "named")

    def _two_named(
        self, sentence: Sentence, match: re.Match[str], here: Sequence[PlaceMention]
    ) -> tuple[Party, Party] | None:
        """携手打造|厦门—三明山海协作共建园: the two that the name of what is built joins, whoever speaks of it."""
        at = sentence.start + match.end()
        first, second = next(((a, b) for a, b in pairwise(acting(here)) if a.start == at), (None, None))
        if (
            first is None
            or second is None
            or not _DASH.fullmatch(sentence.text, first.end - sentence.start, second.start - sentence.start)
        ):
            return None
        return (Party.of(first), Party.of(second)) if _THING.match(sentence.text, second.end - sentence.start) else None

    # -- delegations and mechanisms ----------------------------------------------------------------------------------------

    def _delegations(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        """安徽省由主要领导带队去沪苏浙对接合作: a delegation that nobody's name is told of."""
        text, base = sentence.text, sentence.start
        if not here or not ("团" in text or "队" in text or "考察组" in text):
            return
        for match in _TEAM_GOES.finditer(text):
            before = self._runs(text[: match.start()], base, here)
            after = self._runs(text[match.end() :], base + match.end(), here)
            if not before or not after or len(before[-1].parties) != 1 or len(before[-1].tail) > 14:
                continue
            left, right = before[-1], after[0]
            goes = not re.search(r"[,，。;；]", left.tail) and not self._between(base + match.end(), right.start, here)
            if _FIRM_THERE.match(text, right.end - base):
                continue
            if goes and _TO_COOPERATE.match(text, right.end - base) and _STATED.search(text):
                self._add(_product(left, right), "exchange", sentence, left.start, right.end, "delegation")

    def _mechanisms(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        """甲市与乙市建立大气污染联防联控机制; 京津冀联防联控机制: what regions keep up together by a mechanism."""
        text, base = sentence.text, sentence.start
        if not here or not ("机制" in text or "关系" in text):
            return
        for match in _MECHANISM.finditer(text):
            if _NOT_ENACTED.search(text[: match.start()][-40:]):
                continue
            area = next((p for p in here if p.level == "cluster" and base + match.start() - p.end in (0, 1, 2)), None)
            members = [self.gazetteer.get(id) for id in area.place.members] if area and area.place else []
            if area and 2 <= len(members) <= 4 and all(m.level == "province" for m in members):
                parties = [Party(m.name, m, m.level) for m in members]
                self._add(combinations(parties, 2), "programme", sentence, area.start, base + match.end(), "mechanism")
                continue
            run = self._subject(sentence, match.start(), here)[0]
            mutual = match.group("mutual") is not None  # one pays the other: 三省建立横向生态补偿机制
            if run is None or not (mutual or match.group("verb")):
                continue
            if mutual or any(u.link != "list" for u in run.units):
                self._add(pairs_of(run), "programme", sentence, run.start, base + match.end(), "mechanism")

    # -- paired assistance ---------------------------------------------------------------------------------------------------

    def _pairings(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        named = [x for meeting in self.meetings for x in meeting.mentions]
        for match in pairing_pattern().finditer(text):
            if any(m.start <= base + match.start() < m.end for m in named):
                continue
            if _NOT_ENACTED.search(text[: match.start()][-40:]):
                continue
            pairs, start, end = self._paired(sentence, match, here)
            self._add(pairs, "pairing", sentence, start, max(end, base + match.end()), "paired")
        if not here or not _TEAM_WORD.search(text):
            return
        found = self._runs(text, base, here)
        for left, right in pairwise(found):
            verb = text[left.end - base : right.start - base]
            if _SERVES.fullmatch(verb) and _TEAM.match(text, right.end - base):  # 闵行区帮扶保山市工作队
                self._add(_product(left, right), "pairing", sentence, left.start, right.end, "team")

    def _matched(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        """上海市闵行区——安徽省淮南市; one line of a list of pairs, headed 具体结对安排如下."""
        found = acting(here)
        if len(found) != 2 or sentence.headline:
            return
        left, right = found
        line = _BARE_PAIR.sub("", self._between(sentence.start, sentence.end, here))
        if line not in (f"{left.text}{sep}{right.text}" for sep in ("—", "-", "－", "–", "→", "对")):
            return
        before = [s for s in self.document.sentences if s.line < sentence.line][-_LONGEST_LIST:]
        told = next((s for s in reversed(before) if pairing_pattern().search(s.text)), None)
        if told is not None and all(_is_pair(s.text) for s in before if s.line > told.line):
            self._add([(Party.of(left), Party.of(right))], "pairing", sentence, left.start, right.end, "matched")

    def _paired(
        self, sentence: Sentence, match: re.Match[str], here: Sequence[PlaceMention]
    ) -> tuple[list[tuple[Party, Party]], int, int]:
        """Who is paired by a word of pairing: both before it, one on each side of it, or the other in the clause beside."""
        text, base = sentence.text, sentence.start
        begin = max(text.rfind(c, 0, match.start()) for c in "。;；:：\n") + 1
        stop = next((m.start() for m in re.finditer(r"[。;；]", text[match.end() :])), len(text) - match.end())
        after = self._runs(text[match.end() : match.end() + stop], base + match.end(), here)
        taker = (
            after[0] if after and _TAKES.fullmatch(self._between(match.end() + base, after[0].start, here)) else None
        )
        earlier = self._runs(text[begin : match.start()], base + begin, here)
        giver = earlier[-1] if earlier else None
        if giver is not None and not _GIVES.fullmatch(text, giver.end - base, match.start()):
            giver = None
        if giver is not None and taker is not None and giver.parties != taker.parties:
            return _product(giver, taker), giver.start, taker.end
        pairs, start = self._who(sentence, match.start(), here)
        many = giver is not None and len(giver.units) > 1 and all(u.link == "list" for u in giver.units)
        aiding = match.group().startswith(("对口", "援"))
        if many and taker is None and aiding:
            pairs = []  # 浦东、雄安新区主要负责同志，深圳对口支援地区负责同志: a list, whose last is who supports
        if giver is not None and all(u.link == "list" for u in giver.units) and _AIDS.match(text, match.end()):
            pairs = []  # 沪苏浙城市结对合作帮扶皖北城市: those who help are not each other's partners
        if pairs:
            return pairs, start, base + match.end()
        gap = self._between(earlier[-2].end, giver.start, here) if giver is not None and len(earlier) > 1 else ""
        if giver is not None and _GOES.fullmatch(gap):  # 叶城县代表团到普陀区对接对口支援工作
            return _product(earlier[-2], giver), earlier[-2].start, base + match.end()
        if taker is not None:
            if len(after) > 1 and text[taker.end - base : after[1].start - base].strip() in ("的", "地区的"):
                return _product(taker, after[1]), taker.start, after[1].end  # 对口帮扶我县的温岭市
            if len(after) > 1 and self._between(taker.end, after[1].start, here) in ("的", "地区的"):
                return _product(taker, after[1]), taker.start, after[1].end
            opening = text[max((text.rfind(c, begin, match.start()) for c in ",，"), default=-1) + 1 : match.start()]
            lead = self._leading(base + match.start()) if _NOBODY_ELSE.fullmatch(opening) else None
            if lead is not None:
                return [(lead, p) for p in taker.parties if p.name != lead.name], base + match.start(), taker.end
            return [], start, start
        if giver is not None and len(giver.parties) == 1 and _PARTNER.match(text, match.end()):
            if _IS.fullmatch(gap):  # 昌宁县是闵行区对口支援的地区
                return _product(earlier[-2], giver), earlier[-2].start, base + match.end()
            comma = re.compile(r"[^,，。;；]{0,12}[,，]").match(text, match.end())
            if after and comma and after[0].start - base - comma.end() <= 2:
                return _product(giver, after[0]), giver.start, after[0].end  # 在闵行区的对口帮扶下，昌宁县…
        own = next((m for m in re.finditer(r"我([省市区县州旗盟])", text[: match.start()])), None)
        place = self.home.at(own.group(1)) if own and giver is not None and taker is None else None
        if giver is not None and place is not None:  # 我市先后承担…、汉中东西部协作任务
            return [(Party(place.name, place, place.level), p) for p in giver.parties], giver.start, base + match.end()
        return [], start, start

    def _between(self, start: int, end: int, here: Sequence[PlaceMention]) -> str:
        """The text between, without the province or city told before a county's name."""
        text = self.document.text[start:end]
        for place in here:
            if place.prefix and start <= place.start and place.end <= end:
                text = text.replace(place.text, "", 1)
        return text

    def _teams(self) -> None:
        """陕西省第九批援藏工作队 in a report from 阿里, 罗湖区粤桂协作工作队 in one from 那坡: the sender is paired with where it serves."""
        text = self.document.text
        for match in (m for word in _TEAM_WORD.finditer(text) if (m := self._sent(word))):
            giver = next((p for p in reversed(acting(self.places)) if p.end == match.start()), None)
            if giver is None or giver.place is None or giver.level == "township":
                continue
            sentence = self.document.sentence_at(match.start())
            where = _FRONTIERS.get(match.group("to") or "", "")
            home = [
                p
                for p in self.home.by_level.values()
                if p.level in ("prefecture", "county") and p.id.startswith(where) and self._local(p)
            ]
            told = [
                p.place
                for p in acting(self.places)
                if match.end() <= p.start < sentence.end
                and p.place is not None
                and where
                and p.place.id.startswith(where)
            ]
            if not where:
                told = [
                    p.place
                    for p in acting(self.places)
                    if p.level == "county"
                    and p.start < match.start()
                    and p.place is not None
                    and p.place.id[:2] != giver.place.id[:2]
                    and self.home.place is not None
                    and p.place.id[:4] == self.home.place.id[:4]
                ]
                home = [p for p in home if p.level == "county"]
            taker = next(iter(told), None) or next(
                (p for p in home if p.level == "prefecture"), home[0] if home else None
            )
            if taker is None or taker == giver.place or self._told_closer(giver, home, where):
                continue
            pair = (Party.of(giver), Party(taker.name, taker, taker.level))
            self._add([pair], "pairing", sentence, giver.start, match.end(), "team")

    def _sent(self, word: re.Match[str]) -> re.Match[str] | None:
        """The longest telling of who was sent that ends with `word`."""
        text = self.document.text
        starts = (at for at in range(max(0, word.start() - 16), word.start()))
        return next((m for at in starts if (m := _SENT.fullmatch(text, at, word.end()))), None)

    def _told_closer(self, giver: PlaceMention, home: Sequence[Place], where: str) -> bool:
        """Whether the giver's partner is told already: 淄博 and 昂仁县, not the whole of 日喀则."""
        known = {frozenset((t.a.name, t.b.name)) for t in self.out if giver.name in (t.a.name, t.b.name)}
        return any(frozenset((giver.name, p.name)) in known for p in home) or self._meets(giver, where)

    def _meets(self, giver: PlaceMention, where: str) -> bool:
        """Whether the giver meets or visits a party whose code begins with `where`."""
        main = [p for p in self.parties.main if p.place is not None and p.place != giver.place]
        return len(main) < len(self.parties.main) and any(p.place and p.place.id.startswith(where) for p in main)

    # -- aligning with a cluster -----------------------------------------------------------------------------------------------

    def _integration(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        text, base = sentence.text, sentence.start
        if not here:
            return
        clusters = [
            p
            for p in here
            if p.form != "compound" and not p.inside and (p.level == "cluster" or _FREE_PORT.search(p.name))
        ]
        for cluster in clusters:
            would = _WOULD_BE.search(text[: cluster.start - base])
            if would and _GARDEN.match(text, cluster.end - base):  # 当好郑州都市圈的“后花园”
                for subject in self._subjects(sentence, base + would.start(), here):
                    self._add(
                        [(subject, Party.of(cluster))],
                        "integration",
                        sentence,
                        base + would.start(),
                        cluster.end,
                        "align",
                    )
        for match in _INTEGRATE.finditer(text):
            at = base + match.end()
            direct = [
                p
                for p in acting(here)
                if p.start == at and p.level in ("province", "prefecture", "zone") and p.form != "compound"
            ]
            strong = match.group("verb") in ("接轨", "融入") or (
                match.group("verb") == "对接" and len(match.group()) > 2
            )
            if direct and strong and re.match(r"[,，、。;；和与]|发展|$", text[direct[0].end - base :]):
                before = [p for p in acting(here) if p.end <= base + match.start()]
                if before and _SUBJECT_AFTER.match(text[before[-1].end - base : before[-1].end - base + 4]):
                    self._add(
                        [(Party.of(before[-1]), Party.of(direct[0]))],
                        "integration",
                        sentence,
                        before[-1].start,
                        direct[0].end,
                        "align",
                    )
            targets = [
                c
                for c in clusters
                if (0 <= c.start - at <= 3 and not re.search(r"[,，。;；]", text[match.end() : c.start - base]))
                or (0 <= c.start - at <= 12 and not re.search(r"[,，。;；“]", text[match.end() : c.start - base]))
            ]
            if not targets:
                continue
            targets = targets[:1]
            more = [
                c
                for c in clusters
                if c.start > targets[0].end and _AND_ALSO.fullmatch(text, targets[-1].end - base, c.start - base)
            ]
            for subject in self._subjects(sentence, base + match.start(), here):
                for target in (targets[0], *more):
                    self._add(
                        [(subject, Party.of(target))],
                        "integration",
                        sentence,
                        base + match.start(),
                        target.end,
                        "align",
                    )

    def _subjects(self, sentence: Sentence, at: int, here: Sequence[PlaceMention]) -> list[Party]:
        """Who aligns: the region named before in the sentence, 我市, the speaker's region, the page's own."""
        text, base = sentence.text, sentence.start
        stretch = max(text.rfind(c, 0, at - base) for c in "。;；") + 1
        before = [p for p in acting(here) if base + stretch <= p.start and p.end <= at and p.form != "compound"]
        own = [m for m in OWN.finditer(text, stretch, at - base) if not _AIMED.search(text, stretch, m.start())]
        if own and (not before or own[-1].start() + base > before[-1].start):
            place = self.home.at(own[-1].group(2))
            return [Party(place.name, place, place.level)] if place else []
        for near in reversed(before):
            lead = text[max(0, near.start - base - 3) : near.start - base]
            tail = text[near.end - base : near.end - base + 4]
            outer = next(
                (p for p in before if re.fullmatch(r"(?:是|作为)", text[p.end - base : near.start - base])), None
            )
            if outer is not None:
                return [Party.of(outer)]  # 德州是山东对接京津冀的“北大门”
            if (not lead or _SUBJECT_BEFORE.search(lead)) and _SUBJECT_AFTER.match(tail):
                return [Party.of(near)]
        if any(not self.home.is_own(p.place) for p in before if p.place is not None):
            return []  # another region is told before: whoever acts, it is not the page's own
        speaker = [m for m in self.people if m.sentence is sentence and m.end <= at]
        for mention in speaker[-1:]:
            official = self.officials.get(mention.name)
            for position in official.positions if official else ():
                place_mention = next((p for p in self.places if p.name == position.region and p.place), None)
                if place_mention is not None and place_mention.level in ("prefecture", "county", "zone"):
                    return [Party.of(place_mention)]
        if re.search(r"(?:^|[,，])(?:各方|各地|与会者|专家|代表们)", text[stretch : at - base]):
            return []
        if self.parties.main:
            return self.parties.main if re.search(r"携手|双方|两地|两市|共同", text[: at - base][-16:]) else []
        place = self.home.place if self.home.sure else None
        if place is not None and not self._local(place):
            place = None  # a report from outside has no region of its own
        return [Party(place.name, place, place.level)] if place else []

    def _local(self, place: Place) -> bool:
        """Whether the medium is the place's own, or the text speaks of it as ours (我市, 全县, 县委书记)."""
        names = " ".join((self.document.source or "", *self.document.hints))
        ours = (*self.home.by_level.values(), *self.gazetteer.chain(place))
        if any(len(name) >= 2 and name in names for p in ours for name in (p.name, *p.aliases)):
            return True
        said = {m.group(2) for m in OWN.finditer(self.document.text)} | set(_OUR_SEAT.findall(self.document.text))
        return any(self.home.at(char) == place for char in said)

    # -- programmes ------------------------------------------------------------------------------------------------------------

    def _only_names(self, run: Sequence[PlaceMention]) -> bool:
        """Whether abbreviations only say where a meeting's parties lie: 川滇黔三省交界地区…会议; or stand in the title of
        what is signed."""
        start, end = run[0].start, run[-1].end
        if any(
            m.start <= start and end <= m.end and BORDER.search(self.document.text, end, m.end)
            for meeting in self.meetings
            for m in meeting.mentions
        ):
            return True
        return any(
            i.kind == "agreement" and i.rule == "book" and i.start <= start and end <= i.end for i in self.initiatives
        )

    def _programmes(self, sentence: Sentence, here: Sequence[PlaceMention]) -> None:
        """苏皖合作, 粤黔东西部协作, 昌九一体化: an abbreviation of several regions with what they do together."""
        text, base = sentence.text, sentence.start
        run: list[PlaceMention] = []
        for mention in [*here, None]:
            if mention is not None and mention.form == "compound" and (not run or mention.start == run[-1].end):
                run.append(mention)
                continue
            ahead = text[: run[0].start - base] if run else ""
            beside = ahead.endswith(("与", "跟", "同")) or (  # 天津要跟京冀协作; but 一体化和京津同城化
                ahead.endswith("和") and any(p.end == run[0].start - 1 for p in acting(here))
            )
            if beside and 2 <= len(run) <= 6 and (told := _PROGRAMME.match(text[run[-1].end - base :])):
                clause = base + max(ahead.rfind(c) for c in ",，。;；") + 1
                lead = [p for p in acting(here) if clause <= p.start and p.end < run[0].start and p.form != "compound"]
                partners = unique(Party.of(p) for p in run)
                ties = [(Party.of(lead[-1]), p) for p in partners] if lead else []
                self._add(ties, "programme", sentence, run[0].start, run[-1].end + told.end(), "abbreviation")
            inside_park = bool(run) and any(
                i.kind in ("zone", "project") and i.start <= run[0].start and run[-1].end < i.end
                for i in self.initiatives
            )
            beside = beside or (inside_park and not text.startswith(("合作", "协作"), run[-1].end - base))
            if (
                2 <= len(run) <= 6
                and not beside
                and not self._only_names(run)
                and _PROGRAMME.match(text[run[-1].end - base :])
            ):
                parties = unique(Party.of(p) for p in run)
                tail = _PROGRAMME.match(text[run[-1].end - base :])
                end = run[-1].end + (tail.end() if tail else 0)
                self._add(combinations(parties, 2), "programme", sentence, run[0].start, end, "abbreviation")
                if pairing_pattern().match(text, run[-1].end - base):
                    self._add(combinations(parties, 2), "pairing", sentence, run[0].start, end, "abbreviation")
            run = [mention] if mention is not None and mention.form == "compound" else []
        plain = [p for p in acting(here) if p.form != "compound"]
        for left, right in pairwise(plain):
            joined = re.fullmatch(r"[·—－–-]+", text[left.end - base : right.start - base])
            told = _JOINED_WORK.match(text, right.end - base) if joined else None
            if told and not any(i.start <= left.start < i.end for i in self.initiatives):
                pair = [(Party.of(left), Party.of(right))]
                self._add(pair, "programme", sentence, left.start, base + told.end(), "joined")
