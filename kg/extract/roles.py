"""Who chaired, spoke and attended: predicates bound to the people before them and to the meeting they belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.extract.document import Document, Sentence
from kg.extract.meetings import FoundMeeting, MeetingMention
from kg.extract.mentions import PersonMention

Role = Literal["CHAIRED", "SPOKE_AT", "ATTENDED"]

_GATHERING = r"(?:会|会议|大会|全会|座谈|仪式|论坛|峰会|活动|环节|开幕|闭幕|签约|推介|发布|通气|典礼|年会|议程|讨论|学习|培训|讲座|班)"
VERB = re.compile(
    r"(?P<presided>(?:^|(?<=[\s。;；]))(?:会议)?主持(?:人|者)?(?=\s*[:：]))"
    r"|(?P<listed>(?:^|(?<=[\s。;；]))(?:出席|参加|列席)(?:人员|领导|人|同志|单位)?(?=\s*[:：])|(?:出席|参加|列席|陪同)[^,，。;；:：]{0,20}?的(?:[^,，。;；:：]{0,10}?)(?:有|包括|是)(?!关)|(?:出席|参加|列席|陪同)(?:会议|活动|座谈会|座谈|仪式|调研|考察)?的?(?:领导|人员|同志)?(?=[:：]))"
    rf"|(?P<chaired>(?:主持召开|召集并主持|共同主持|联合主持|召集|主持)(?=了?(?:召开|[\s,，。;；、]|$|并|时|{_GATHERING}|[^,，。;；]{{0,50}}?{_GATHERING}(?:[\s,，。;；、并]|$|上|时))))"
    r"|(?P<called>(?<![主持组织])召开(?!的|后|前|以来|期间|之)(?=了?[^,，。;；]{0,40}?(?:会|会议|座谈)(?:[\s,，。;；]|$|时|上|并|听取|研究|部署|征求)))"
    r"|(?P<opened>宣布[^,，。;；]{0,40}?(?:正式)?(?:开始|开幕|闭幕|开会|开工|启动|启用|通车|开园|开业|投产|奠基))"
    r"|(?P<spoke>(?:发表|(?<![工合协动运操著写创制])作|做(?!好|强|大|优|实|到|法|客|东|主))(?:了|出)?(?:(?:离任|任职|就职|表态|典型|交流|主旨|述职|情况|经验|工作)、)?[^,，。;；、]{0,24}?(?:报告|讲话|发言|说明|汇报|介绍|推介|部署|安排|通报|点评|总结|表态|动员|致辞|演讲|解读|交流|讲解|指示|提示|辅导|授课|讲座|培训|审议说明)"
    r"|作了?关于[^,，。;；]{1,90}?的[^,，。;；的]{0,8}(?:说明|报告|汇报)|提请(?=[^,，。;；]{0,6}(?:审议|人事|任免))|提交(?=[^,，。;；]{0,12}议案)|总结(?=了)|建言(?:献策)?"
    r"|致(?:了|以)?(?:[^,，。;；]{0,6})?(?:欢迎|开幕|闭幕|答谢|祝酒)?(?:辞|词)|发了言|讲了话|提出[^,，。;；]{0,18}?(?:要求|意见|建议|希望)|提要求"
    r"|讲话|发言|致辞|致词|(?<!作)汇报(?!会)|述职|通报|宣读|宣布|传达(?!学习)|领学|推介(?!环节|会|活动)|解读|点评|答记者问|回答[^,，。;；]{0,8}提问|演讲|主讲|授课|表态|(?<!见证)(?:签署|签字|签约|签订)(?!的)|"
    r"作交流|进行了?(?:[\u4e00-\u9fff]{0,4}?)(?:安排|部署|点评|讲评|总结|通报|推介)(?=部署|[,，。;；]|$)|发布|公布|汇总|部署|介绍|现场回应|回应了|现场答复|致贺)"
    r"|(?P<said>强调|指出|表示|透露(?=了|[,，:：]|$|。)|要求|说(?=[,，:：道]|$|。)|认为|希望(?=[,，:：各两双全])|提出(?=[,，:：]|要)|建议|谈到|坦言|寄语"
    r"|感谢(?=[^,，。;；]{3,40}[,，。])|(?<!仪式)(?<!仪式[,，])欢迎(?=[^,，。;；]{3,40}[,，。])|祝贺(?=[^,，。;；]{3,40}[,，。]))"
    r"|(?P<attended>出席|参加|参与了?(?=在[^,，。;；]{2,20}(?:召开|举行)的)|列席|到会|与会(?!嘉宾|人员|代表|领导|客商|企业|者|同志|各)|参会(?!人员|嘉宾|代表|领导)|陪同|随同|(?<=一同|共同|随团)(?:来访|前往(?=[,，。;；]|$))|(?:带领|率领)(?=下)|见证|就座|培土|会见|接待(?=了|考察|[^,，。;；]{0,12}(?:一行|代表团|考察团))|收听收看|颁奖|揭牌|揭幕|敬献(?=了?花[篮圈])|率队|带队|随行|参与(?=[^,，。]{0,6}(?:会|活动|座谈|调研|接访|视察|检查))|应邀到会)"
    r"|(?P<went>率(?=[^,，。;；]{0,24}(?:团|一行|组|队))|带领(?=[^,，。;；]{0,24}(?:团|一行|组|队)))"
    r"|(?P<visited>(?:考察|调研|视察|参观|走访|慰问|督导|检查|访问)(?!组|团|员)|看望|巡查|巡河|暗访|座谈|(?<=[一共]同)调度)"
)
#: What each group of `VERB` says of whoever stands before it.
ROLE_OF: dict[str, Role] = {
    "presided": "CHAIRED",
    "chaired": "CHAIRED",
    "called": "CHAIRED",
    "spoke": "SPOKE_AT",
    "said": "SPOKE_AT",
    "listed": "ATTENDED",
    "opened": "ATTENDED",
    "attended": "ATTENDED",
    "went": "ATTENDED",
    "visited": "ATTENDED",
}
#: What may stand between a person and the predicate that is theirs.
_LIGHT = re.compile(
    r"(?:副?委员长|委员|常委|代表|书记|[市县区省州部局]长|主任|主席)?(?:[\s,，、\u2060]|等(?:同志|领导|市领导|县领导|区领导|省领导|人)?|一行|同志|并|还|也|又|则|都|均|先后|分别|一同|一起|共同|应邀|全程|随后|亲自|首先|最后|接着|专门|日前|近日|"
    r"依次|逐一|轮流|双双|(?:上午|下午|中午|晚上|今天|今日|昨天|昨日|\d{1,2}月\d{1,2}日|\d{1,2}日)(?:[上下]午)?|现场|视频|到会|书面|集中|专题|重点|详细|简要|亲切|热情|出席|参加|列席|(?:先后|依次)?上台|再次|着重|特别|明确|(?<![a-z])[上中](?=[\s,，]|$)|上的(?:讲话|致辞|发言)中|进一步|重要|总结时|会上|"
    r"[(（][^()（）]{1,16}[)）]|在[^,，。;；]{1,40}?(?:上|中|时|后|前|会场|期间|地|席)?|听(?:完|取|了)了?[^。;；]{1,60}?(?:之?后|时)|就[^,，。;；]{1,140}?|围绕[^,，。;；]{1,60}?|代表[^,，。;；]{1,30}?|对[^,，。;；]{1,60}?|"
    r"从[^。;；]{1,80}?|为[^,，。;；]{1,24}?|向[^,，。;；]{1,30}?|以[^,，。;；]{1,24}?|结合[^,，。;；]{1,30}?|(?:在)?(?:主持|作|做|致)[^,，。;；]{0,24}?(?:时|中|后|并)|"
    r"(?:会议|大会|座谈会|仪式|活动|开幕式|论坛|全会|推介会|会见|签约仪式)(?=并|时|上|[,，])|率[^,，。;；]{1,30}|受[^,，。;；]{1,24}?委托|于[^,，。;；]{1,20}?|来到?[^,，。;；]{1,30}?|到[^,，。;；]{1,30}?|"
    r"与[\u4e00-\u9fff]{2,12}?(?=签)|赴[^,，。;；]{1,30}?|前往[^,，。;；]{1,30}?|深入[^,，。;；]{1,30}?|和(?:与会|其他)[^,，。;；]{1,16}|(?:与|同)[^,，。;；]{2,40}?(?=共同|一道|一起)|陪同(?=[^,，。;；]{0,8}$))*"
)
#: 代表团先后到东台市、大丰区考察。A、B参加。: in the visit just told of
_CAME_ALONG = re.compile("(?:参加|陪同|一同参加|参加考察|陪同考察)[。.]?$")
_ALL_OF_IT = re.compile(r"(?:了)?(?:此次|本次|上述|有关|相关|这次|系列){0,2}活动")
#: 参加主题团日活动: something else, where no meeting bears that name
_OTHER_EVENT = re.compile(r"了?+(?!此次|本次|上述|有关|相关|这次|系列|活动)(?P<what>[^,，。;；、会]{2,14}?)活动")
_COMPANY = re.compile(r"陪同|随同")
_WITH_MEETING = re.compile(r"[^,，。;；]{0,8}?(?:出席|参加|列席)[^,，。;；]{0,12}?(?:会|座谈|仪式|论坛)|(?:出席|参加)")
#: 会上,…并举行捐赠仪式: part of the meeting, which goes on after it
_AT_IT = re.compile(r"(?:会上|会中|会议期间|会议还|座谈会上)")
_GUESTS = re.compile(r"了?[^,，。;；]{0,24}?(?:代表团|考察团|一行)")
_TEAM = re.compile("代表团|考察团|访问团|考察组|一行|率")
_AT_RECEPTION = re.compile(r".{0,2}?(?:参加|陪同|一同)了?(?:上述)?(?:会见|接见)(?!会)")
_RECEIVES = re.compile(r"了?(?:会见|接见)(?!会)")
_SIGNS = re.compile(r"签[署订约字]")
_ABOUT_IT = re.compile(r"汇报|通报|介绍|宣读|解读|作了?关于|提请|提交|总结")
_AGENDA = re.compile(r"(?:传达|部署|通报|汇总|发布|签署|签订|解读|介绍|宣布|作(?:出)?部署)")
#: The unnamed that close a list: 省直有关部门负责同志, 各乡镇主要负责人, 企业代表等.
_OTHERS = re.compile(
    r"(?:[,，、]|及|和|与|以及|等)?[^。;；]{0,120}?(?:(?:主编|总编辑|总编|董事长|总经理|总裁|会长|教授|院士|理事长)[\u4e00-\u9fff·]{2,4}|负责同志|负责人|主要领导|领导|代表|人员|同志|干部|成员|班子|主任|委员|常委|两长|等|\d+余?人|部门|单位|群众|余人|乡镇|街道|企业|科室|专家|县长|书记|市长|区长|省长|州长|局长|厅长|部长)[^,，。;；]{0,16}?"
)
_OBJECT_BEFORE = re.compile(
    r"(?:对|向|受|给|代表|传达了?|讨论了|领会|看望|感谢|委托|会见了?|拜会了?|约见|欢迎|祝贺|关于|对于|根据|按照|以|落实|贯彻|学习|免去|任命)$"
)
#: 学习…;王力|市长在全市推进会上的讲话精神: whose words are studied
_WORDS_OF = re.compile(
    r"(?:同志|[\u4e00-\u9fff]{0,2}(?:书记|主席|主任|部长|[省市县区州]长))?在[^,，。;；]{2,40}?(?:上|时|期间)的?(?:重要)?(?:讲话|指示|批示|发言|要求)"
    r"(?:和[^,，。;；]{2,8})?(?:精神|要求)"
)
_HEARD = re.compile(r"听取(?:并?审议|并?讨论)?了?$")
#: 传达了重要指示|并主持会议, 宣读了…的决定,|并讲话: the same person goes on
_AND_GOES_ON = re.compile(r"[^,，。;；]{0,40}[,，]?并(?:就[^,，。;；]{1,20})?")
_AND_CALLED = re.compile(
    r"^(?![^。;；]*(?:双方|两地|三方|会议|与会|大家|代表团|考察团|一行|陪同))[^。;；]{2,160}[,，]并$"
)
_THEN = re.compile(r"^[^。;；]{2,80}[,，](?:并|还)?$")
_AND_WENT = re.compile(r"(?:出席|参加)了?[^,，。;；]{4,40}?(?:仪式|座谈会|会议|论坛|大会|典礼)")
#: 他强调,… · 调研期间,他还专门召开了座谈会
_HE = re.compile(
    r"[他她](?:强调|指出|说|表示|要求|希望)|(?:[^,，。;；]{2,8}[,，])?[他她](?:还|也|又|随后|专门)*(?:主持)?召开"
)
#: 向博览会|致贺信: whoever writes is not there
_LETTER = re.compile(r"(?:致|发来了?|发去了?)贺[信电]|致信|致电")
#: 会见新加坡总统哈莉玛、总理|李显龙: one of those who are met
_MET_BEFORE = re.compile(r"(?:会见|会晤|拜会|接见|约见|看望)了?[^,，。;；]*$")
#: 并同|王瑞杰共同主持: beside whoever the sentence is about
_BESIDE = re.compile(r"[,，]?(?:并|还|随后)?(?:同|与|和)$")
#: 市委书记A,市长B;C,D出席会议: one list in two parts
_ONLY_PARTED = re.compile(r"\s*[;；]\s*")
_DELEGATION = re.compile(r"(?:代表团|考察团|一行|调研组|考察组)")


#: ;9月,…;今年2月,…: the next event of a chronicle
_OTHER_DAY = re.compile(r"[;；](?:同年|今年|去年|次年|当年|\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底])?[,，]")
_VISITING = re.compile(r"代表团|考察|调研|视察|访问|慰问|检查|督导|走访")


@dataclass(frozen=True, slots=True)
class FoundRole:
    """One role: `person` at `meeting`, told at ``document.text[start:end]`` in `sentence`."""

    role: Role
    person: str
    meeting: FoundMeeting
    sentence: Sentence
    start: int
    end: int
    rule: str


def find_roles(
    document: Document,
    people: Sequence[PersonMention],
    meetings: Sequence[FoundMeeting],
    mentions: Sequence[MeetingMention],
) -> list[FoundRole]:
    """Every role the text states. `meetings`: the main one first, visits among them in order of the text."""
    if not meetings:
        return []
    return _Reader(document, people, meetings, mentions).read()


_THERE = re.compile(r"会上|会议|大会|座谈|活动中|仪式|发言|致辞|讲话|汇报|通报|宣读")
_TO_REPORTERS = re.compile(r"记者|采访|专访|受访|据[^,，。]{2,30}介绍|本报|接受[^,，]{0,10}访")
#: Wrote instead of coming: 作出批示, 致信, 发来贺信, 在信中.
_WRITTEN = re.compile(
    r"[作做]出?了?[^,，。;；]{0,6}(?:指示|批示)|致信|致电|来信|贺信(?!并|和|、)|贺电|来电|复信|回信|信中|电报|贺词中|文章中|通电话|电话中"
)
#: what A sent, in a clause of its own before B's
_SENT_WORDS = re.compile(
    r"^[^,，。;；]{0,20}(?:[作做]出?了?[^,，。;；]{0,6}(?:指示|批示)|批示|致信|致电)[,，][^,，。;；]{0,12}$"
)
_READ_OUT = re.compile(r"宣读|传达|转达|会见|接见|收到")
#: Said on air, on line, in writing: not at the meeting.
_ELSEWHERE = re.compile(
    r"在(?:与|同|和)[^,，。;；]{2,30}?(?:交流|交谈|会面|通话|互动)时|在(?:全国|今年)?(?:两会|微博|博客|微信|文章|署名文章|电话(?!会|连)|节目|社交|网络|网上)[^,，。;；]{0,6}?(?:[上中里])?(?:表示|说|指出|强调|称|认为)"
)
#: What makes an article a reporter's own inquiry: those it quotes may have spoken to the reporter.
_INQUIRY = re.compile(
    r"记者(?:采访|了解|从|注意到|发现|看到|见到|走访|调查|探访)|(?:告诉|对|向)[^,，。;；]{0,6}记者|接受[^,，。;；]{0,14}(?:采访|专访|访问)|受访|专访"
)


#: 李跃云对我市的发展给予高度评价。|并表示,…: still the one told before
_AND_SAID = re.compile(r"(?:并|还|同时)(?:强调|指出|说(?=[,，:：])|表示|要求|希望)")
#: 还将出席闭幕式并发表演讲: told of what is to come
_YET_TO_COME = re.compile(r"还将[^。;；]*$")


_OF_CONGRESS = re.compile("人大|政协|人民代表大会")


def _delegate(person: PersonMention) -> bool:
    """Whether somebody is named as a member of a congress or conference (全国人大代表、市委书记张三)."""
    return any(t.title in ("代表", "委员") and t.organ.endswith(("人大", "政协")) for t in person.titles)


class _Reader:
    def __init__(
        self,
        document: Document,
        people: Sequence[PersonMention],
        meetings: Sequence[FoundMeeting],
        mentions: Sequence[MeetingMention],
    ) -> None:
        self.document = document
        self.meetings = meetings
        self.by_sentence: dict[int, list[PersonMention]] = {}
        for person in people:
            self.by_sentence.setdefault(person.sentence.start, []).append(person)
        self.mentions: dict[int, list[MeetingMention]] = {}
        for mention in mentions:
            self.mentions.setdefault(mention.sentence.start, []).append(mention)
        self.gatherings = [m for m in meetings if not m.visit]
        self.visits = [m for m in meetings if m.visit]
        self.main = self._main()
        self.lead = document.lead
        self.opens = self.main.sentence.line <= self.lead or any(m.sentence.headline for m in self.main.mentions)
        self.current: FoundMeeting | None = self.main if self.opens else None
        starts = {m.sentence.line for m in meetings if not m.sentence.headline}
        self.digest = len(starts) >= 2 and document.itemised
        self.reports = document.reports
        self.sentence = document.sentences[0]
        self.wrote: set[str] = set()  # who sent words instead of coming
        self.inquiry = any(_INQUIRY.search(s.text) for s in document.body)
        self.line = -1
        self.last_subject: list[PersonMention] = []
        self.out: list[FoundRole] = []

    def _main(self) -> FoundMeeting:
        for meeting in self.gatherings:
            if any(m.sentence.headline for m in meeting.mentions):
                return meeting
        told = [v for v in self.visits if any(_VISITING.search(s.text) for s in self.document.headlines)]
        if told:
            return told[0]
        return min(self.meetings, key=lambda m: m.start)

    def read(self) -> list[FoundRole]:
        for sentence in self.document.sentences:
            self.sentence = sentence
            self._sentence(sentence)
        self._hosts()
        return self._with_attendance()

    def _hosts(self) -> None:
        """Whoever has a role at the meeting of a visit (A赴B考察,双方举行座谈会: told in one breath) takes part in the visit."""
        if not self.main.visit or not self.gatherings or self.digest:
            return
        for found in list(self.out):
            if any(m.verb.startswith("主持") for m in found.meeting.mentions):
                continue  # 到三县察看并主持召开工作会议: who came to the meeting was on no tour
            if found.meeting.sentence is self.main.sentence and found.meeting.start > self.main.start:
                self.out.append(
                    FoundRole("ATTENDED", found.person, self.main, found.sentence, found.start, found.end, "during")
                )

    def _with_attendance(self) -> list[FoundRole]:
        seen: set[tuple[str, str, int]] = set()
        out: list[FoundRole] = []
        for found in self.out:
            key = (found.role, found.person, id(found.meeting))
            if key in seen:
                continue
            seen.add(key)
            out.append(found)
            if found.role != "ATTENDED":
                implied = ("ATTENDED", found.person, id(found.meeting))
                if implied not in seen:
                    seen.add(implied)
                    out.append(
                        FoundRole(
                            "ATTENDED",
                            found.person,
                            found.meeting,
                            sentence=found.sentence,
                            start=found.start,
                            end=found.end,
                            rule="implied",
                        )
                    )
        return out

    # -- one sentence ----------------------------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence) -> None:
        text, base = sentence.text, sentence.start
        people = self.by_sentence.get(base, [])
        mentions = self.mentions.get(base, [])
        event = next((m.meeting for m in mentions if m.meeting is not None and m.event and not sentence.headline), None)
        visit = next((v for v in self.visits if v.sentence is sentence or sentence.start in v.retold), None)
        if visit is not None and visit.sentence is not sentence and _AT_IT.match(text):
            visit = None  # 会前,A深入…调研。会上,A通报了调研情况
        talks = next((m for m in self.meetings if m.rule == "talks" and m.sentence is sentence), None)
        if talks is not None and event is None:
            event = talks
        if self.digest and sentence.line != self.line and not sentence.headline:
            self.current, self.line = None, sentence.line  # each item of a digest tells its own event
        if event is not None:
            on_the_way = _AT_IT.match(text) and self.current is not None and not self.current.visit
            self.current = self.current if on_the_way else event
        elif visit is not None:
            self.current = visit
        elif self.current is not None and self.current.visit and self.gatherings and people and not sentence.headline:
            later = [m for m in self.gatherings if m.start < base and not self._of_another_report(m, sentence)]
            along = _CAME_ALONG.search(text) and sentence.line == self.current.sentence.line
            if later and self.current.start > later[-1].start and not along:
                self.current = later[-1]
        and_said = _AND_SAID.match(text)
        if not people and not and_said and not _HE.match(text):
            return
        letter = _LETTER.search(text)
        if letter is not None:
            ahead = [p for p in people if p.end - base <= letter.start()]
            if ahead and not re.search(r"[。;；]", text[ahead[-1].end - base : letter.start()]):
                self.wrote.add(ahead[-1].name)
        tokens = self._tokens(sentence, people, mentions)
        subjects: list[PersonMention] = []
        closed = convened = heard = False
        pending: tuple[Role, int] | None = None
        last_end = 0
        for kind, start, end, item in tokens:
            if kind == "person":
                person = item
                assert isinstance(person, PersonMention)
                before = text[max(0, person.group_start - base - 8) : person.group_start - base]
                if pending is not None:
                    self._add(pending[0], person, self.current, sentence, base + pending[1], person.end, "listed")
                    last_end = end
                    continue
                if _HEARD.search(before) or (heard and not re.search(r"[,，;；]", text[last_end:start])):
                    heard = True
                    tail = re.search(r"汇报|通报|介绍|说明|报告|发言", text[end:])
                    if tail:
                        self._add(
                            "SPOKE_AT",
                            person,
                            self._target(sentence, start, end, mentions, "spoke"),
                            sentence,
                            person.start,
                            base + end + tail.end(),
                            "heard",
                        )
                    last_end = end
                    continue
                quoted = _WORDS_OF.match(text, end)
                if quoted is not None:
                    last_end = quoted.end()
                    continue  # 学习了王市长在推进会上的讲话精神
                if _OBJECT_BEFORE.search(before):
                    if (
                        before.endswith(("会见", "会见了"))
                        and person.titles
                        and self.current
                        and self.current.rule == "talks"
                    ):
                        self._add("ATTENDED", person, self.current, sentence, person.start, person.end, "met")
                    if not (subjects and not closed and before.endswith(("对", "向"))):
                        last_end = end  # A对B一行的到来表示欢迎: what follows is A's
                    continue
                if re.search(r"(?:与|同|和)$", before) and closed and not re.search(r"[,，;；]", text[last_end:start]):
                    last_end = end
                    continue
                if subjects and closed and _MET_BEFORE.search(text, subjects[-1].end - base, person.group_start - base):
                    last_end = end
                    continue
                if subjects and closed and _BESIDE.fullmatch(text, last_end, person.group_start - base):
                    subjects, closed, last_end = [*subjects, person], False, end
                    continue
                if subjects and _SENT_WORDS.search(text[subjects[-1].end - base : person.group_start - base]):
                    self.wrote.update(p.name for p in subjects)
                    subjects = []  # A对会议作出批示,B主持会议
                parted = subjects and re.search(r"[;；]", text[last_end:start])
                if closed or (parted and not _ONLY_PARTED.fullmatch(text, last_end, person.group_start - base)):
                    subjects, closed = [], False
                subjects.append(person)
                last_end = end
            elif kind == "meeting":
                mention = item
                assert isinstance(mention, MeetingMention)
                if subjects and closed and re.search(r"[,，;；]\s*$", text[last_end:start]) and mention.bare:
                    subjects, closed = [], False  # …,会议强调: the meeting speaks
                if last_end <= start and not re.search(r"[,，;；。]", text[last_end:start]):
                    last_end = max(last_end, end + text.startswith("时", end))  # 在主持会议时要求
            else:
                if kind in ("listed", "presided"):
                    pending = (ROLE_OF[kind], start)
                    last_end = end
                    continue
                gap = text[last_end:start] if last_end <= start else ""
                pronoun = (not subjects or closed) and (
                    re.search(
                        r"(?:^|[,，;；])(?:会议?上|座谈会上|其间|随后)?[他她](?:还|也|又|随后|专门|再次|同时)*(?:在[^,，]{0,12})?$",
                        text[:start],
                    )
                    or (and_said is not None and and_said.end() == end)
                )
                if pronoun and subjects:
                    gap = "" if len(subjects) == 1 else gap  # 市长A参加了会议,会上他强调
                elif pronoun and len(self.last_subject) == 1:  # two who came along are no 他
                    subjects = list(self.last_subject)
                    gap = ""
                if not subjects and kind in ("chaired", "called") and text.endswith((",并", "，并"), 0, start):
                    told = [p for p in self.last_subject if p.sentence is sentence]
                    subjects, gap = (
                        (told, "") if len(told) == 1 else ([], gap)
                    )  # A在北京调研,考察了解…,并主持召开座谈会
                if not subjects:
                    continue
                goes_on = closed and kind in ("attended", "chaired", "called") and _ONLY_PARTED.fullmatch(gap)
                # 副市长A出席…签约仪式;参加…会议: still A
                if gap == "的" and text.startswith("下", end):
                    gap = ""  # 在张三|的陪同下
                goes_on = goes_on or (_AND_GOES_ON.fullmatch(gap) if closed else None)
                if kind == "attended" and not goes_on and closed and _AND_WENT.match(text, start):
                    goes_on = _THEN.search(gap) if self.visits else None  # 还参观了成就展,考察会址,|出席签约仪式
                if kind in ("chaired", "called") and not goes_on:
                    led = "陪同" not in text[subjects[-1].end - base : start]  # whoever comes along calls nothing
                    goes_on = _AND_CALLED.search(gap) if led else None  # 深入高校,了解情况,|并主持召开座谈会
                if kind == "spoke" and gap.endswith("在"):
                    gap = gap[:-1]  # 林正等|在发言中盛赞
                if (
                    not goes_on
                    and _LIGHT.fullmatch(gap) is None
                    and not (not closed and kind in ("attended", "spoke", "visited") and _OTHERS.fullmatch(gap))
                ):
                    if re.search(r"[,，;；]", gap):
                        self.last_subject = list(subjects)  # 倪欣前往…,调研…。她强调
                        subjects, closed = [], False
                    continue
                if _YET_TO_COME.search(text, 0, start):
                    closed, last_end = True, end
                    continue
                if convened and kind == "spoke" and _AGENDA.match(text, start):
                    last_end = end
                    continue  # 主持召开…会议,传达…、部署…: the meeting does so
                convened = convened or (kind == "chaired" and "召开" in text[start : end + 4])
                target = self._target(sentence, start, end, mentions, kind)
                if _SIGNS.match(text, start) and target is not None and target.rule == "talks" and target is not talks:
                    closed, last_end = True, end
                    continue  # at the reception told before nobody signs
                if (
                    kind == "attended"
                    and target is not None
                    and target.visit
                    and not _TEAM.search(target.name)
                    and _AT_RECEPTION.match(text, max(0, start - 2))
                ):
                    closed, last_end = True, end
                    continue  # 苏辉参加会见: on a tour, but not of it
                other = _OTHER_EVENT.match(text, end) if kind == "attended" else None
                if other and target is not None and other.group("what")[-2:] not in target.name:
                    closed, last_end = True, end
                    continue
                if kind == "attended" and _COMPANY.match(text, start) and not _WITH_MEETING.match(text, end):
                    target = self._visit(sentence)  # 陪同考察, 在…陪同下: at the visit, at no meeting
                    if target is None:
                        closed, last_end = True, end
                        continue
                if kind == "called" and text.startswith("一行", subjects[-1].end - base):
                    kind = "attended"  # A一行到…考察,召开座谈会: who of them chaired, nobody says
                if kind in ("called", "chaired") and (
                    target is None or target.visit or (kind == "called" and len(subjects) > 2)
                ):
                    last_end = end
                    continue  # nobody chairs a visit
                if kind in ("spoke", "said") and self._absent(text, subjects, start, end, base):
                    closed, last_end = True, end
                    continue
                if kind in ("spoke", "said") and not self._at_meeting(sentence, mentions, target, subjects):
                    closed, last_end = True, end
                    continue
                role = ROLE_OF[kind]
                if kind == "visited" and self.visits and re.search(r"(?:一同|陪同|参加|一起|随同)$", gap.strip()):
                    target = self.visits[0]
                if (
                    kind == "visited"
                    and not (target is not None and target.visit)
                    and not (self.visits and self.current is not None and self.current.visit)
                ):
                    last_end = end
                    continue
                targets = [target]
                if kind in ("chaired", "attended"):
                    targets += self._joined(sentence, end, mentions)
                if kind == "attended" and _ALL_OF_IT.match(text, end) and not self.opens:
                    closed, last_end = True, end
                    continue  # 参加有关活动 of an article that is about something else
                if kind == "attended" and not self.digest and _ALL_OF_IT.match(text, end):
                    targets = self._all_of_it(sentence, apart="分别" in gap)
                for person in subjects:
                    for one in targets:
                        self._add(role, person, one, sentence, person.start, base + end, kind)
                self.last_subject = list(subjects)
                closed = True
                last_end = end
                if kind == "said":
                    stop = re.search(r"[;；]", text[end:])
                    if stop is None:
                        break
        if subjects and not closed:
            self.last_subject = list(subjects)  # 马占彪先后来到…。他强调: whoever the sentence before is about
        if talks is not None:
            for person in people:
                if talks.start <= person.start < talks.end + 2:
                    self._add("ATTENDED", person, talks, sentence, person.start, person.end, "talks")
        if visit is not None:
            for person in people:
                if person.name in visit.leaders:
                    self._add("ATTENDED", person, visit, sentence, person.start, person.end, "visit")
        if not sentence.headline and subjects and not closed and visit is not None:
            for person in subjects:
                self._add("ATTENDED", person, visit, sentence, person.start, person.end, "visit")

    def _tokens(
        self, sentence: Sentence, people: Sequence[PersonMention], mentions: Sequence[MeetingMention]
    ) -> list[tuple[str, int, int, PersonMention | MeetingMention | None]]:
        base, text = sentence.start, sentence.text
        tokens: list[tuple[str, int, int, PersonMention | MeetingMention | None]] = []
        blocked: list[tuple[int, int]] = []
        for person in people:
            tokens.append(("person", person.start - base, person.end - base, person))
            blocked.append((person.group_start - base, person.end - base))
        titled = list(blocked)
        for mention in mentions:
            a, b = mention.start - base, mention.end - base
            tokens.append(("meeting", a, b, mention))
            blocked.append((a, b))
        blocked += [(m.start(), m.end()) for m in re.finditer(r"《[^》]*》|“[^”]*”", text)]
        for match in VERB.finditer(text):
            kind = match.lastgroup or "attended"
            # 出席会议的市领导还有:A、B begins before the names that it lists
            listing = kind == "listed" and any(a <= match.start() and match.end() <= b - 2 for a, b in titled)
            if not listing and any(a <= match.start() < b for a, b in blocked):
                continue
            tokens.append((kind, match.start(), match.end(), None))
        tokens.sort(key=lambda t: (t[1], t[2]))
        return tokens

    def _target(
        self, sentence: Sentence, start: int, end: int, mentions: Sequence[MeetingMention], kind: str
    ) -> FoundMeeting | None:
        """The meeting a predicate at ``[start:end]`` belongs to: named right behind it, right before it, or the current one."""
        base, text = sentence.start, sentence.text
        if _RECEIVES.match(text, start) or _RECEIVES.match(text, end):
            talks = next((m for m in reversed(self.meetings) if m.rule == "talks" and m.start < base + end), None)
            return talks or (
                self._visit(sentence) if _GUESTS.match(text, end) or not text[end : end + 1].strip("。,，;；") else None
            )
        for mention in mentions:
            a = mention.start - base
            if kind == "spoke" and _ABOUT_IT.match(text, start):
                break  # 汇报市人大一次会议筹备情况: what is spoken of is not where
            if a >= start and not re.search(r"[,，;；。]", text[end:a]) and a - end < 60:
                other = mention.meeting is None and not mention.bare and mention.event > 0
                return None if other else self._meant(mention)  # one of another time
        for mention in reversed(mentions):
            b = mention.end - base
            if (
                b <= start
                and not re.search(r"[;；。]", text[b:start])
                and (text[b : b + 1] in ("由", "上", "在") or "," not in text[b:start])
                and (mention.meeting is not None or mention.bare)
            ):
                return self._meant(mention)
        tail = text[end : end + 24]
        if _ALL_OF_IT.match(tail):
            return self.main
        if re.match(r"(?:了)?(?:座谈|座谈交流)", tail):
            return self._bare("座谈会")
        if (
            kind not in ("spoke", "said")
            and re.match(r"(?:了)?(?:有关|相关|部分|上述)?(?:考察|调研|视察|走访|慰问|看望)", tail)
            and self.visits
        ):
            return self.visits[0]
        if kind in ("spoke", "said", "chaired") and self.current is not None and self.current.visit and self.gatherings:
            before = [m for m in self.gatherings if m.start < base]
            if before and before[-1].start > self.current.start:
                return before[-1]
        return self.current

    def _joined(self, sentence: Sentence, end: int, mentions: Sequence[MeetingMention]) -> list[FoundMeeting]:
        """主持召开市政府党组会议和|第9次常务会议: the others that the verb ending at `end` goes for."""
        out: list[FoundMeeting] = []
        here = [m for m in mentions if m.start - sentence.start >= end]
        for before, mention in pairwise(here):
            gap = sentence.text[before.end - sentence.start : mention.start - sentence.start]
            if gap not in ("、", "和", "与", "及", "以及") or mention.verb != before.verb:
                break
            if mention.meeting is not None:
                out.append(mention.meeting)
        return out

    def _visit(self, sentence: Sentence) -> FoundMeeting | None:
        """The visit that somebody comes along on: told in the sentence, the current one, else the first."""
        here = next((v for v in self.visits if v.sentence is sentence), None)
        if here is not None:
            return here
        if self.current is not None and self.current.visit:
            return self.current
        if self.digest:
            return None
        return self.visits[0] if self.visits else None

    def _all_of_it(self, sentence: Sentence, *, apart: bool) -> list[FoundMeeting | None]:
        """What 参加上述活动 stands for: a visit and the one meeting held in it; the main event where each took part in some."""
        if apart or not self.main.visit or len(self.gatherings) != 1 or len(self.visits) != 1:
            return [self.main]
        if self.gatherings[0].start > sentence.start + len(sentence.text):
            return [self.main]  # told later: what it was, nobody has been told
        return [self.visits[0], self.gatherings[0]]

    def _absent(self, text: str, subjects: Sequence[PersonMention], start: int, end: int, base: int) -> bool:
        """Whether the subjects' words came on paper (批示, 致信): they chaired, spoke and attended nothing by that."""
        words = text[subjects[-1].end - base : end]
        if not _WRITTEN.search(words) or _READ_OUT.search(words):
            return False
        self.wrote.update(p.name for p in subjects)
        return True

    def _at_meeting(
        self,
        sentence: Sentence,
        mentions: Sequence[MeetingMention],
        target: FoundMeeting | None,
        subjects: Sequence[PersonMention],
    ) -> bool:
        """Whether what is said is said at the meeting: not to a reporter, and not by somebody in a report on other matters."""
        if _ELSEWHERE.search(sentence.text):
            return False
        letters = all(p.name in self.wrote for p in subjects)
        if letters and not {p.name for p in subjects} & {r.person for r in self.out}:
            return False
        press = target is not None and target.kind == "briefing" and _OF_CONGRESS.search(target.name) is not None
        if press and target and sentence.line != target.sentence.line and all(_delegate(p) for p in subjects):
            return False  # 部长 in the press conference of the congress; 全国人大代表 hear of it
        if target is None or any(m.meeting is target for m in mentions) or _THERE.search(sentence.text):
            return True
        if _TO_REPORTERS.search(sentence.text) and target.kind != "briefing":
            return False
        if letters:
            return False
        known = {r.person for r in self.out}  # who is at the visit speaks at the meeting held on it
        if any(p.name in known for p in subjects):
            return True
        if target.visit or sentence is target.sentence or sentence.line == target.sentence.line:
            return True
        if self.inquiry:
            return False
        return target.sentence.line <= self.lead or any(m.sentence.headline for m in target.mentions)

    def _of_another_report(self, meeting: FoundMeeting, sentence: Sentence) -> bool:
        """Whether the page is of several reports, and the one that holds the sentence does not name the meeting."""
        if not self.reports:
            return False
        here = bisect_right(self.reports, sentence.line)
        told = [meeting.sentence, *(m.sentence for m in meeting.mentions if not m.bare)]
        return all(not s.headline and bisect_right(self.reports, s.line) != here for s in told)

    def _meant(self, mention: MeetingMention) -> FoundMeeting | None:
        """The meeting a mention stands for; 仪式 of one report is not the 仪式 of the next."""
        meeting = mention.meeting
        if meeting is None or self._of_another_report(meeting, mention.sentence):
            return self._bare(mention.head)
        return meeting

    def _bare(self, head: str) -> FoundMeeting | None:
        if self.digest and self.current is None:
            return None  # each item of a digest has its own
        gatherings = [m for m in self.gatherings if not self._of_another_report(m, self.sentence)]
        if head in ("会议", "大会", "全会", "会商", "调度", "会商调度"):
            if self.current is not None and not self.current.visit:
                return self.current
            return gatherings[0] if gatherings else self.current
        for meeting in reversed(gatherings):
            if meeting.name.endswith(head) or any(m.head == head for m in meeting.mentions):
                return meeting
        for meeting in reversed(gatherings):
            if head[-2:] in meeting.name:
                return meeting
        return self.current

    def _add(
        self,
        role: Role,
        person: PersonMention,
        meeting: FoundMeeting | None,
        sentence: Sentence,
        start: int,
        end: int,
        rule: str,
    ) -> None:
        if meeting is not None and self._of_another_report(meeting, sentence):
            return
        told_before = meeting is not None and meeting.sentence is sentence and not sentence.headline
        if meeting is not None and told_before and meeting.end <= start:
            between = sentence.text[meeting.end - sentence.start : start - sentence.start]
            if _OTHER_DAY.search(between):
                return  # 去年4月,A率队赴江阴考察;9月,B率队来访: another event, which has no name
        if not person.staff and meeting is not None:
            self.out.append(FoundRole(role, person.name, meeting, sentence, start, max(end, start), rule))
