"""Meetings: the full name wherever it stands, what is the same meeting said again, its kind, date and place.

A meeting is an event of the article when the text says that it takes place (召开, 举行, 开幕) or that somebody chairs,
opens or attends it. One that is only referred to (an earlier session, a congress whose spirit is studied) is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kg.extract.background import in_words, long_ago, out_of_time
from kg.extract.dates import DATE, FoundDate, find_dates
from kg.extract.document import Document, Sentence
from kg.extract.meeting_names import only_manner, tidy_name
from kg.extract.places import OWN, Home, PlaceMention
from kg.lexicon.acts import meeting_head_pattern, meeting_heads
from kg.model import DatePrecision

HOLD = r"(?:开了|召开|举行|举办|开幕|闭幕|启幕|落幕|落下帷幕|拉开帷幕|拉开序幕|圆满结束|胜利闭幕|开讲|开班|启动|召集|开启|如期举行|登场)"
_HELD_AFTER = re.compile(
    rf"(?P<gap>(?:[^。;；]{{0,4}}?(?:在|于)[^。;；]{{1,40}}?|(?:以|通过)[^。,，;；]{{2,12}}?(?:形式|方式)|随后|接着|继续|开始|隆重|顺利|成功|胜利|正式|如期|今天|今日|昨天|昨日|同步|圆满|日前|近日|"
    rf"[,，]?\d{{1,2}}月?\d{{0,2}}日?[上下]?午?|[,，]历时\d+天[,，]?|{DATE.pattern.replace('?P<', '?P<h_')}|[上下]午|晚|\s|[(（]\d{{1,2}}月\d{{1,2}}日[)）]|[,，](?=在)|(?:\d+|[一二三四五六七八九十]+)日至?)*)(?P<verb>{HOLD})"
)
_VERB_BEFORE = re.compile(
    r"(?:主持召开|组织召开|召集召开|召开|举行|举办|组织开展|开展|主持|出席|参加|列席|收听收看|收看|迎来|召集)"
    r"了?"
)
_VERB_AT_END = re.compile(_VERB_BEFORE.pattern + r"\Z")
_REFERRED_BEFORE = re.compile(
    r"(?:支持|明年|年底|下月|申办|承办权|促成|未|没有|从未|不再|贯彻|落实|学习|传达|领会|按照|根据|依据|围绕|遵循|筹备|迎接|自(?![治由贸然身己主我])|继(?!续)|下届|下一届|下一次|下次|上届|上一届|上次|上一次|此前|去年|前年|今年初|不久前|历届|"
    r"(?:\d{4}年)?\d{1,2}月\d{0,2}日?的|将(?:于|在|继续)?|定于|拟(?:于)?|计划|决定(?=于|在|\d)|积极|多次|定期|每年|每季度|研究(?:筹备)?|落实好|对|把|建立|完善|通过|提交|提请|距离|召开.{0,8}第[一二三四五六七八九十]+次)"
    r"[^,，。;；:：]{0,24}$"
)
_REFERRED_AFTER = re.compile(
    r"(?:精神|的?(?:现场|实况|电视|网络)?(?:直播|转播|实况|录像)|以来|代表(?=[,，。;；、])|(?:召开)?(?:在即|前夕|之前)|[作做](?:好)?准备|的?(?:筹备|准备)工作|上确定|确定的|部署要求|决策部署|要求[，,]|上提出的|机制|制度|办公室|纪要|决议|决定|议定|秩序|会务|的(?:全国)?(?:人大)?(?:代表|委员|专家|嘉宾|客商|记者)|期间?精神|召开以来|举行以来)"
)
_LEAD = re.compile(
    rf"^(?:[\s,，、:：]|(?:的|随后|随即|会前|会后|期间|其间|同时|当天|当日|同日|日前|近日|近期|首先|接着|之后|此外|并|还|又|也|于是|为此|今天|昨天|今日|昨日|今年的?|全国的?(?!人大|人民代表|政协|总工会|妇联|工商联)(?=[\u4e00-\u9fff]{{20}}))(?=[\u4e00-\u9fff\d])|在(?![\u4e00-\u9fff]{{1,3}}[,，]|[京沪外](?:老|侨|院士|留学))(?=[\u4e00-\u9fff])|"
    rf"{DATE.pattern.replace('?P<', '?P<l_')}(?:至\d{{1,2}}日)?|(?:[上下中]午|早上|早晨|晚上|晚间|晚|凌晨|傍晚|一早)|\d{{1,2}}[时点:：]\d{{0,2}}分?|(?:至|到|-|—)\d{{1,2}}日|"
    r"记者从|据悉|以视频(?:会议)?(?:的)?(?:形式|方式)|以[^,，]{2,12}为主题的|由[^,，。]{2,40}(?:主办|承办|举办|联合主办|共同主办)的)"
)
_BREAK = re.compile(r"[。,，;；:：!！?？\n】…]")
_BAD_INSIDE = re.compile(
    r"(?:指出|强调|要求|表示|认为|听取|审议|通过了|讲话|主持|出席|参加|宣布|介绍|的时候|说,|代表(?!大会|会议|团|会|座谈|选举会议|$)|汇报了|率|召开|举行|举办|一行|提交|提请|提出|研究了|部署了|总结了|"
    r"会见|首先|授权|停止|结成|祝贺|进行的|于[\d一二]{4}年|记者[ \u3000])"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十百零〇\d]+[次届轮期]")
_BARE = re.compile(
    r"^(?:典礼|隆重|简短|此次|本次|这次|该|全体|整个|上述|当天的?|两个|以上|一些|有关|相关|两轮|多轮|首轮|单独|首次|一系列|各类)?$"
)
_ONE = re.compile(r"^(?:过|一次|一场|一个|多次|数次|几次|各种|各类|两次|系列)")
#: Heads that are also verbs: a meeting only where one is held.
_VERBAL = ("会商", "调度", "视频连线", "恳谈", "磋商", "会谈", "会晤")
_GENERIC = frozenset(
    {
        "会议",
        "大会",
        "全会",
        "仪式",
        "年会",
        "论坛",
        "座谈",
        "会谈",
        "调度",
        "会商",
        "工作会议",
        "视频会议",
        "专题会议",
        "全体会议",
    }
)
_OPENING = re.compile(r"(?:开幕式|闭幕式|开幕会|闭幕会|开幕大会)$")
_SUBVENUE = re.compile(r"分会场")


@dataclass(slots=True)
class MeetingMention:
    """A meeting named (or, `bare`, only referred to by its head) at ``document.text[start:end]``."""

    start: int
    end: int
    name: str
    head: str
    sentence: Sentence
    bare: bool
    event: float  # how strongly the text says that it takes place: 2 召开, 1 出席/主持, 0 only named
    hold_end: int = 0  # where the holding verb ends
    pointed: bool = False  # 这次…: told elsewhere
    verb: str = ""  # the verb right before the name
    meeting: FoundMeeting | None = None


@dataclass(slots=True)
class FoundMeeting:
    """One meeting of the article with all its mentions."""

    name: str
    kind: str
    sentence: Sentence
    start: int
    end: int
    aliases: list[str] = field(default_factory=list)
    mentions: list[MeetingMention] = field(default_factory=list)
    date: str | None = None
    precision: DatePrecision = "none"
    place: str | None = None
    held_in: PlaceMention | None = None
    held_span: tuple[int, int] | None = None
    rule: str = "held"
    visit: bool = False
    leaders: list[str] = field(default_factory=list)  # of a visit: who goes, the first named first
    parties: list[str] = field(default_factory=list)
    retold: list[int] = field(default_factory=list)  # of a visit: where sentences begin that tell it again

    @property
    def leader(self) -> str | None:
        """Of a visit: the first of those who go."""
        return self.leaders[0] if self.leaders else None


def find_meetings(
    document: Document, places: Sequence[PlaceMention], home: Home
) -> tuple[list[FoundMeeting], list[MeetingMention]]:
    """The article's meetings in order of importance (the one in the headline first) and every mention of them."""
    mentions = [m for sentence in document.sentences for m in _mentions_in(document, sentence)]
    meetings = _cluster(document, mentions)
    dates = {s.start: find_dates(s.text, document.anchor) for s in document.sentences}
    for index, meeting in enumerate(meetings):
        if meeting.rule == "bare" and meeting.name == "汇报会":
            _report_heard(document, meeting, dates)
            if meeting.date:
                continue
        _date(document, meeting, dates, meetings[index - 1] if index else None)
        if meeting.date and meeting.date.startswith("--"):
            year = re.search(r"(20\d\d|19\d\d)年(?:度)?第?", meeting.name)
            if year:
                meeting.date = f"{year.group(1)}{meeting.date[1:]}"
        _place(document, meeting, places, home)
    told = [m for m in meetings if not _elsewhen(document, m, meetings[0])]
    for mention in mentions:
        if mention.meeting is not None and mention.meeting not in told:
            mention.meeting = None
    return told, mentions


def _report_heard(document: Document, meeting: FoundMeeting, dates: dict[int, list[FoundDate]]) -> None:
    """参加汇报会 where the text tells whose report was heard: 李四听取省委和省政府工作汇报 on that day."""
    for sentence in document.headlines:
        told = _REPORT_TOLD.search(sentence.text)
        if told is not None:
            meeting.aliases.append(meeting.name)
            meeting.name = f"{told.group('who')}听取{told.group('what')}"
            break
    for sentence in document.body:
        heard = _REPORT.search(sentence.text)
        day = heard and next((d for d in dates.get(sentence.start, ()) if d.iso and d.end <= heard.start()), None)
        if day:
            meeting.date, meeting.precision = day.iso, day.precision
            return


_REPORT = re.compile(r"听取了?(?P<what>[^,，。;；]{2,40}?工作汇报)")
_REPORT_TOLD = re.compile(r"(?:^|[\s,，])(?P<who>[\u4e00-\u9fff·]{2,4}?)在?" + _REPORT.pattern)


def _elsewhen(document: Document, meeting: FoundMeeting, first: FoundMeeting) -> bool:
    """Whether the meeting lies well before the page's day or after it, and is not what the article is about."""
    about = meeting is first and meeting.sentence.line <= (document.body[0].line if document.body else 0)
    return not about and not any(m.sentence.headline for m in meeting.mentions) and out_of_time(meeting.date, document)


# -- mentions ----------------------------------------------------------------------------------------------------------


def _future(text: str, published: str | None) -> bool:
    """第九次会议于2018年在临汾市召开 in a report of 2017: told of the next one."""
    years = re.findall(r"(20\d\d)年(?!度|第|工作|重点)[^,，。;；]{0,16}$", text)
    if published and any(int(y) > int(published[:4]) for y in years):
        return True
    return re.search(r"(?:一致同意|商定|议定|约定|明年)[^。;；]{0,40}$", text) is not None


def _mentions_in(document: Document, sentence: Sentence) -> list[MeetingMention]:
    text, published = sentence.text, document.published
    session = ""  # 十二届全国人大三次会议举行记者会: whose press conference follows
    out: list[MeetingMention] = []
    floor = 0
    for match in meeting_head_pattern().finditer(text):
        if _inside_book(text, match.start()):
            continue
        if text.startswith("”", match.end()) and meeting_head_pattern().match(text, match.end() + 1):
            continue  # “皖江国际论坛”|开幕式
        if text[match.end() : match.end() + 1] == "暨" or re.match(
            r"[^\s,，。;；]{0,12}?暨", text[match.end() : match.end() + 13]
        ):
            nxt = meeting_head_pattern().search(text, match.end())
            if nxt and "暨" in text[match.end() : nxt.start()] and not _BREAK.search(text, match.end(), nxt.start()):
                continue  # A大会暨B仪式 is one name, told at its end
        if sentence.headline and _SPEECH_TAKEN.match(text, match.end()):
            continue  # …大会上的重要讲话引起热烈反响
        if text.startswith(("秘书", "组织", "委托", "召集人", "联络员"), match.end()) or _NO_MEETING_AFTER.match(
            text, match.end()
        ):
            continue  # 国防会议|秘书, 受委员长会议|委托, 论坛|欢迎晚宴, 以召开座谈会|等形式, 全会|召开的意义
        if match.group() in _PROPOSERS and _PROPOSES.match(text, match.end()):
            floor = match.end()
            continue  # 审议了委员长会议|关于提请审议…的议案: who brings it in
        if _MEANS.match(text, match.end()) and text.rfind("以", floor, match.start()) >= match.start() - 8:
            continue  # 以视频会议|形式
        if _COUNTED.match(text, match.end()):
            floor = match.end()
            continue  # 研讨会、座谈会25次, 培训班3期
        if match.group().endswith("会") and text[match.end() : match.end() + 1] in _LONGER:
            continue  # 举行工作会|谈, 现场会|商, 政治协商会|议
        if match.group().endswith(("扩大)", "扩大）")):
            floor = match.end()
            continue  # 市委常委会(扩大)|会议精神: its spirit
        head = next((h for h in (match.group(), match.group("more")) if h in meeting_heads()), None) or (
            next(h for h in sorted(meeting_heads(), key=len, reverse=True) if match.group().endswith(h))
        )
        start, verb = _name_start(text, floor, match.start())
        beside = False
        before = out[-1] if out else None
        if not verb and before is not None and before.event == 2 and before.hold_end == before.end:
            joined = _AND.match(text, before.end - sentence.start)
            if joined is not None and joined.end() >= start >= joined.start():
                beside = True
                start, verb = joined.end(), before.verb  # 主持召开县政府党组会议和|第9次政府常务会议
        name = text[start : match.end()].strip(" \u3000")
        if verb.startswith(("召开", "举行", "举办")):
            if name.startswith(("的一次", "的一场")):
                floor = match.end()
                continue  # 是…关键时期召开的一次重要会议, 不久前召开的一次座谈会
            name = re.sub(r"^的?(?:一次|一场)?", "", name)
        if sentence.headline:
            name = re.split(r"——|[:：]", name)[-1]
            name = _SPEAKER_AT.sub("", name)
            name = re.split(r"[\s\u3000]", name)[-1].removeprefix("在" if name.count(" ") else "\0")
        name, told = tidy_name(name)
        if head == "常委会" and not (verb.removesuffix("了") in _HOLDING and _STANDING.match(text, match.end())):
            continue  # a body, not its meeting
        if told == "several":
            floor = match.end()
            continue
        calls = verb.removesuffix("了") in ("召开", "举行", "开展")
        body = _BODY.search(text[: match.start()]) if name in _OF_BODY and calls else None
        if body is not None and name == "会议" and body.group("body").endswith("政府"):
            body = None
        if body is not None:
            name = f"{body.group('body')}{name}"  # 市委常委会召开会议
        if body is None and calls and _SESSION.fullmatch(name):
            body = _BODY.search(text[:start])
            name = f"{body.group('body')}{name}" if body is not None else name  # 领导小组召开2024年第二次会议
        if body is None and name == head and head.endswith(("仪式", "典礼")) and verb.startswith(("举行", "举办")):
            body = _WORKS.search(text[:start])
            name = f"{body.group('body')}{name}" if body is not None else name  # …建设项目|举行|开工仪式
        last = out[-1] if out else None
        if (
            last is not None
            and not last.bare
            and name.startswith("主席团")
            and text[last.end - sentence.start : start].removesuffix("了") in ("召开", "举行")
        ):
            name, verb = last.name + name, verb or "召开"  # 县人大五次会议举行|主席团第一次会议
            out.pop()
        elif (
            last is not None
            and not last.bare
            and not verb
            and head not in _TALKS
            and match.end() - len(name) == last.end - sentence.start
            and _CONTINUED.fullmatch(name.removesuffix(head))
        ):
            name, start = last.name + name, last.start - sentence.start  # 世界经济论坛|2012年新领军者年会
            verb = last.verb
            out.pop()
        opened = _OPENED.match(name) if head.endswith(_VERBAL) else None
        if opened:
            name, verb = name[opened.end() :], "举行"  # 组织开展防汛视频会商
        name = re.sub(r"^(?:的|他所在的|她所在的)+(?=.)", "", name)
        if floor and text.startswith(("和", "与", "及", "以及"), floor):
            name = re.sub(r"^(?:和|与|及|以及)(?=[\u4e00-\u9fff]{6})", "", name)  # …大会|和|两院院士大会第二次全体会议
        if text.startswith("上", match.end()):
            name = re.sub(r"^[\u4e00-\u9fff·]{2,4}(?<!所)在(?=[\u4e00-\u9fff“]{4})", "", name)  # 习近平在…座谈会上强调
        start = body.start("body") if body is not None else match.end() - len(name)
        core = name.removesuffix(head)
        bare = bool(_BARE.match(core)) or (len(core) <= 1 and head in ("会议", "大会", "仪式", "座谈", "活动", "全会"))
        if head in _TALKS and only_manner(core):
            bare = True  # 双边会谈, 第一次会晤: named by who talks (`kg.extract.visits.find_talks`)
        if _OF_SESSION.fullmatch(name):
            bare, told = True, "pointed"  # 主持第一次全体会议: a sitting of the session told
        if session and (not bare or head in _PRESS):
            name, start, bare = session + name, match.end() - len(name), False
        session = ""
        held = _HELD_AFTER.match(text, match.end())
        if verb not in _HOLDING and not held and re.fullmatch(r"(?:[^\s,，]{2,4})?(?:主|分)会场(?:的)?", core):
            bare, head = True, "会议"  # 参加主会场会议: the meeting itself
        if held and _OVER.match(text, held.end()):
            held = None  # 全运会落幕不久
        event = 2.0 if held or verb.removesuffix("了") in _HOLDING else 1.0 if verb else 0.0
        if (
            not event
            and text[:start].endswith("在")
            and re.match(r"上|中(?!心)", text[match.end() :][:2])
            and not _WORDS_AT.match(text, match.end())
        ):
            event = 1.0  # 在…签约仪式上
        minutes = sentence.headline and _MINUTES.match(text, match.end()) is not None
        event = max(event, 1.0) if minutes else event  # 关于召开第三次联席会议|的纪要
        if not event and head in _PRESS and not bare and _TELLS.match(text, match.end()):
            event = 1.0  # 国务院联防联控机制新闻发布会|介绍了最新疫情
        if not event and (
            _CHAIRED_AFTER.match(text, match.end()) or (_SITTING.search(name) and _DECIDES.match(text, match.end()))
        ):
            event = 1.0  # …会议由市长张三主持, …会议选举…
        if beside or minutes:
            passed = not minutes and _REFERRED_AFTER.match(text, match.end()) is not None
        else:
            passed = _referred(text, start, match.end(), "" if opened else verb, held is not None or opened is not None)
        if passed:
            event = 0.0
            if not bare:
                floor = match.end()
                continue
        if _AIMED_AT.match(name) and not verb:
            floor = match.end()
            continue  # 对高峰会|召开表示祝贺
        if held and event == 2 and not sentence.headline and sentence.line > document.lead:
            event = 1.0 if _CLOSES.match(held.group("verb")) else event
        if held and (_future(text[: held.end()], published) or _PLANNED.search(text[match.end() : held.start("verb")])):
            continue
        if head.endswith(_VERBAL) and not bare and event < 2:
            continue
        if (
            verb.startswith(("出席", "参加", "列席"))
            and _RELATIVE.match(text, match.end())
            and (len(name) > 6 or _OBJECT.search(text[: max(0, start - len(verb))]))
        ):
            event = 0.0  # 会见|参加论坛的双方代表: says who they are
        ahead = text[: max(0, start - len(verb))] if verb.startswith(("出席", "参加")) else ""
        if ahead and _MEETS.search(ahead):
            event = 0.0  # 会见|出席宗教和平会议外方代表
        if ahead and _CAME_FOR.search(ahead) and _OBJECT.search(_CAME_FOR.sub("", ahead)):
            event = 0.0
        if verb and verb not in _HOLDING and _BEFOREHAND.match(text, match.end()):
            event = 0.0  # 在出席论坛有关活动后,到琼海考察
        if head in _GAMES and not held:
            continue  # 备战亚运会: sport, until it opens
        if event == 1 and not held and _ECHO.search(text, match.end()):
            event = 0.0  # 在…会议上,总书记的重要讲话引起强烈反响
        if not held and not sentence.headline and re.fullmatch(r"(?:全国)?(?:人民代表大会|人代会)(?:会议)?", name):
            continue  # the body
        if event and not bare and not sentence.headline and long_ago(text, max(0, start - len(verb)), name):
            event = 0.0
        if event and not bare and in_words(document, sentence, start):
            event = 0.0
        if not bare and _SESSION_NAME.search(name) and _HOLDS_PRESS.match(text, match.end()):
            session, floor = name, match.end()
            continue
        if told == "pointed" or head in _TALKS or _OPENING.fullmatch(head):
            pass  # 这次座谈会 is told elsewhere; 举行会谈 has its name from who talks
        elif bare and event == 2 and (verb or len(head) >= 4) and head not in ("会议", "大会", "全会", "仪式"):
            bare = head == "全体会议" and (bool(out) or verb != "召开")  # 召开新闻通气会: all the name it has
        elif _ADJECTIVE.fullmatch(name) or (
            head in ("论坛", "大会", "会议", "年会", "峰会")
            and (core in ("首次", "首届") or (_ORDINAL.search(core) and not _ORDINAL.sub("", core)))
        ):
            bare = True  # 简短而庄严的仪式, 第二届论坛
        if not bare and (_BAD_INSIDE.search(core) or "或" in core or not 2 <= len(name) <= 60):
            continue
        if (
            _ONE.match(name)
            or name.startswith(("为筹备", "促成"))
            or "的一次" in name
            or _NEXT.search(name)
            or (re.search(r"分别(?:主持)?$", text[: max(0, start - len(verb))]) and verb and re.search("[、和]", core))
            or re.search(r"(?:每|轮流|定期|不定期)[^,，。;；]{0,10}$", text[max(0, start - 20) : start])
        ):
            continue
        if not bare and _NO_NAME.search(name):
            continue
        if head == "座谈" and (verb not in ("举行", "召开") or text.startswith("交流", match.end())):
            continue
        out.append(
            MeetingMention(
                sentence.start + start,
                sentence.start + match.end(),
                name,
                head,
                sentence,
                bare,
                event,
                sentence.start + (held.end() if held else match.end()),
                told == "pointed",
                verb,
            )
        )
        floor = match.end()
    return out


#: 为…而努力奋斗——习近平总书记在|庆祝…大会上的重要讲话: whose words a headline goes on about
_SPEAKER_AT = re.compile(
    r"^[\u4e00-\u9fff·]{2,4}(?:总书记|国家主席|主席|总理|副总理|委员长|书记|省长|市长|部长)在(?=[\u4e00-\u9fff“]{4})"
)
#: 主持召开市委常委会, …: the committee's meeting goes by the committee's name
_STANDING = re.compile(r"(?:[(（]扩大[)）])?(?:[,，。;；、]|$)")
_AND = re.compile(r"以及|[、和及与]")
#: 学习李远在全省三级干部大会|上的重要讲话精神
_WORDS_AT = re.compile(r"上的(?:系列)?(?:重要)?(?:讲话|指示|批示|发言)(?:和[^,，。;；]{2,8})?(?:精神|要求)")
_PROPOSERS = frozenset({"会议", "委员长会议", "主任会议", "主席会议", "常务会议"})
_PROPOSES = re.compile(r"(?:提请|提出|关于)[^,，。;；]{2,80}?的(?:议案|草案|提案|建议案)")
_MEANS = re.compile(r"的?(?:形式|方式)")
_MINUTES = re.compile(r"的?(?:会议)?(?:纪要|记录)(?:摘要)?(?=$|[\s(（])")
_COUNTED = re.compile(r"[、和][^,，。;；]{0,16}?(?<![第\d])\d+余?[次场期]|了?\d+余?(?:多)?[次场期]|(?:等)?数十次")
_SPEECH_TAKEN = re.compile(
    r"上(?:的|所?发表的)(?:系列)?(?:重要)?(?:讲话|演讲|致辞)(?:精神)?[\s\u3000]*(?=[^\s\u3000(（《]{2})"
)
#: …理事会下次会议, 规模最大、层次最高的大会: another one, or no name
_NEXT = re.compile(
    r"(?:[下上]一?[次届])[\u4e00-\u9fff]{0,4}(?:会|会议|峰会|大会|年会|论坛)$|^[^,，]{2,8}最[\u4e00-\u9fff]{1,2}(?:、[^,，]{2,10})?的"
)
#: What makes something else of a meeting named: its dinner, one of several means, what it means.
_NO_MEETING_AFTER = re.compile(
    r"(?:欢迎|招待|答谢)?(?:晚宴|午宴|宴会|酒会|晚会)|"
    r"(?:胜利|成功|隆重)?(?:的?(?:召开|举行|举办|开幕))?[,，]?向[^,，。;；]{2,30}致(?:贺[信电]|以(?:热烈|诚挚))|"
    r"[^,，。;；]{0,4}(?:、[^,，。;；、]{1,16}){0,3}等(?:多种|各种)?(?:形式|方式|途径|渠道|活动载体)|"
    r"(?:胜利|成功)?(?:召开|举行|举办)的(?:重大|重要|深远|历史|现实|时代|政治|、|和)*意义"
)
#: What makes another word of a head that ends in 会.
_LONGER = frozenset("商谈晤见诊员计徽籍议")
_TALKS = frozenset({"会谈", "会晤", "磋商", "双边会谈", "视频连线"})
_TELLS = re.compile(r"(?:上)?[,，]?(?:介绍|通报|发布|解读|回应)")
_PRESS = frozenset({"新闻发布会", "发布会", "记者会", "记者招待会", "新闻通气会", "通气会", "新闻通报会"})
_HOLDS_PRESS = re.compile(
    r"(?:新闻中心)?[^,，。;；]{0,60}?(?:举行|召开|举办)了?[^,，。;；会]{0,8}?(?:新闻发布会|发布会|记者会|记者招待会|新闻通气会|新闻通报会)"
)
#: What may stand between a forum or session and the part of it that goes on with its name.
_CONTINUED = re.compile(
    r"(?:\d{4}年?(?:度)?|第[一二三四五六七八九十\d]+[届次])?(?![以在于由将的和与及为至是其中并还也又]|期间|上|会|主席|组委|秘书|成员|执|代表|讨论|审议|通过|提出)(?:[(（][A-Za-z]+[)）])?[\u4e00-\u9fff“”]{0,8}"
)
_OBJECT = re.compile(r"(?:会见|接见|看望|慰问|欢迎|邀请|宴请|[与同向对为给]|正在)[^,，。;；]{0,16}$")
#: 三个高级别合作机制会议, 去年初的座谈会, 重要会议, 白宫的一场会议, 村书记开了一个现场会: told of, not named
_NO_NAME = re.compile(
    r"^(?:[》”]|[两三四五六七八九十]+[个场]|[去前今明][年晚天][初底末]?的|根据|明确|这是|建议|国内考察|(?:重要|紧急)会议$)|的一[场次]|开了|富有成果"
)
_ECHO = re.compile(r"讲话[^。;；]{0,40}引[起发][^。;；]{0,12}反响")
_AIMED_AT = re.compile(r"对(?!口|接|外|标|台|话|华|俄|越|日|美)")
#: 庆祝大会|圆满结束, well behind the lead: the one told before
_CLOSES = re.compile(r"圆满结束|胜利闭幕|落幕|落下帷幕")
_GAMES = frozenset(
    {"运动会", "全运会", "亚运会", "残运会", "文化节", "旅游节", "艺术节", "美食节", "采摘节", "丰收节", "电影节"}
)
_BEFOREHAND = re.compile(r"的?(?:有关|相关|系列)?(?:活动)?(?:之)?后[,，]")
_OVER = re.compile(r"(?:式|会|大会|典礼)|不久|以来|当[天日]|之际|(?:之)?[后前](?=[,，夕])")
_MEETS = re.compile(r"(?:会见|接见|看望|慰问|欢迎)了?(?:来[华京访]|前来)?$")
#: 会见来华|出席峰会和纪念…活动的巴基斯坦总理: what the guest has come for
_CAME_FOR = re.compile(r"(?:来华|来访|前来|应邀来[\u4e00-\u9fff]?|赴[\u4e00-\u9fff]{1,3})$")
_RELATIVE = re.compile(
    r"的(?!.{0,12}(?:有(?!关)|包括|是)[\u4e00-\u9fff:：,，]|(?:领导|人员|同志)?[:：])[^,，。;；]{2,}"
)
_HOLDING = frozenset({"召开", "举行", "举办", "开展", "组织开展", "主持召开", "组织召开", "召集召开", "迎来", "召集"})
_CHAIRED_AFTER = re.compile(
    rf"由[^。;；,，]{{2,60}}?主持|(?:{DATE.pattern.replace('?P<', '?P<c_')}|[上下]午|和[\d一二三四五六七八九十]+日)*(?:选举|表决通过|审议通过|通过了?《)"
)
_ADJECTIVE = re.compile(r"[\u4e00-\u9fff]{2,8}的(?:会议|仪式|大会|座谈会|活动|论坛)")
#: 市委理论学习中心组举行学习会: the group is called so, nothing is studied before its meeting
_STUDY_GROUP = re.compile("理论学习中心组")
_OF_BODY = frozenset(
    {
        "会议",
        "常务会议",
        "扩大会议",
        "学习会",
        "专题学习会",
        "集体学习",
        "专题学习",
        "集体学习会",
        "学习研讨会",
        "专题学习研讨会",
        "学习会议",
    }
)
_BODY = re.compile(
    r"(?:^|[,，。;；\s日午])(?P<body>[\u4e00-\u9fff]{0,16}?(?:常委会|常委|党组|政治局(?:常委会)?|领导小组|委员会|常务委员会|指挥部|中心组|政协|会议主席团|届[省市县区州旗盟]委|[省市县区州]政府|政法委|[\u4e00-\u9fff](?:镇|乡|街道)))(?:(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?)?(?:于|在[^,，。;；]{2,20}?)?(?:召开|举行|开展)了?$"
)
_SESSION = re.compile(
    r"(?:\d{4}年)?(?:度)?(?:[一二三四五六七八九十]{1,3}届(?:委员会)?)?(?:第?[一二三四五六七八九十百\d]{1,4}次)(?:人民代表大会第[一二三四五六七八九十\d]+次|主席|主任|常委会|常委|党组|全体|全体\(扩大\)|\(扩大\)|专题|工作|扩大|推进|集体|学习|研讨)*(?:会议?|学习|研讨会)(?:暨[\u4e00-\u9fff]{4,20})?"
)
#: What a ceremony is of, as the subject of 举行: 由…承建的|滨江核心区综合开发项目举行开工仪式
_WORKS = re.compile(
    r"(?:^|[,，。;；\s日午的])(?P<body>(?!全[市县区]|我|由)[\u4e00-\u9fff“”·—\-()（）\d]{3,30}?(?:项目|工程|大桥|隧道|高速公路|公路|铁路|水库|医院|学校|中心|产业园|园区|基地|大赛|[旅化艺丰美]\w{1,3}节))"
    r"(?:在[^,，。;；]{2,20}?)?(?:隆重|正式|顺利)?(?:举行|举办)了?$"
)
_SESSION_NAME = re.compile(r"(?:[届年会大]|第)[一二三四五六七八九十百\d]+次(?:全体)?会议$|人代会$|两会$|代表大会$")
_OF_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次(?:全体|联组|大组|分组)会议|(?:联组|大组|分组|小组|预备)会议")
_SITTING = re.compile(r"常委|常务|党组|主席会议|主任会议|全体会议|第[一二三四五六七八九十百\d]+次")
_DECIDES = re.compile(r"决定(?!性)|研究(?!院|所)|听取|传达学习|审议|讨论")
_OPENED = re.compile(r"(?:[^,，]{0,40}?)(?:组织开展|组织召开|联合召开|开展|进行)")
#: 为|召开…作准备, 关于|召开…的决定, 30多家企业|召开创立大会
_PURPOSE = re.compile(
    r"(?:(?<![认作成])为了?|关于)(?:更好)?$|(?:\d+余?多?|几|数十|多|各|每)[家个](?:[\u4e00-\u9fff]{2,4})?$|\d+个?[省市县区](?:[省市县区]{0,3})$|(?<![大议协])会(?:专门|适时)$|各地$|各级$|一些地方$"
)
#: 要求参众两院|召开联席会议, 一致同意在四月份|举行首脑会议: wanted, not told to be held
_ASKED = re.compile(
    r"(?:一致同意|商定|议定|约定)[^。;；]{0,40}$|(?:要求|呼吁|建议|提议|倡议(?!的|书)|需要|一致同意|可能)[^,，。;；]{0,24}$|(?:祝贺|恭贺|赞赏)[^,，。;；]{0,16}$|(?:经常|常常)[^。;；]{0,30}$"
)
#: 这次会议是成立以来|召开的第一次…
_PREDICATE = re.compile(r"是[^,，。;；]{0,30}以来(?:首次)?$|这是[^,，。;；]{0,30}(?:首次|第一次)[^,，。;；]{0,6}$")
#: 欢迎亚达夫来华|出席博鳌亚洲论坛年会: what the guest came for
_WELCOMED = re.compile(r"欢迎[^,，。;；]{0,16}$|是应[^,，。;；]{2,20}邀请(?:来华)?$")
#: 还将赴尼泊尔,代表中国共产党|出席…代表大会
_TO_COME = re.compile(
    r"(?:还将|将于|将赴|即将(?!到来|来临|结束|召开之际)|将在)[^。;；]{0,30}$|(?:离开北京|离京|启程)[^。;；]*$"
)
_PLANNED = re.compile(r"(?:将|拟|计划|定)(?:于|在|[^,，。]{0,12}$)")


def _referred(text: str, start: int, end: int, verb: str, held: bool) -> bool:
    """Whether the meeting is only spoken of: its spirit is studied, it is over (…以来), or yet to come."""
    if _REFERRED_AFTER.match(text, end):
        return True
    if (
        verb
        and not verb.startswith("收")
        and re.search(
            r"(?:要求?|呼吁|建议|提议|倡议|敦促|主张|应|须|需|可|必须|应当|决定|同意|准备|按期|按时|依法|组织)(?:及时|定期|认真|继续|适时|分别)?$",
            text[: max(0, start - len(verb))],
        )
    ):
        return True  # 要及时召开专题会议, 决定召开全会
    if verb:
        if verb.startswith("出席") and _WELCOMED.search(text, 0, max(0, start - len(verb))):
            return True
        if _ASKED.search(text[: max(0, start - len(verb))]) or _PREDICATE.search(text[: max(0, start - len(verb))]):
            return True
        if _TO_COME.search(text, 0, max(0, start - len(verb))) or _PURPOSE.search(text[: max(0, start - len(verb))]):
            return True
        return bool(_REFERRED_BEFORE.search(_STUDY_GROUP.sub("组", text[: max(0, start - len(verb))])[-20:]))
    return not held and bool(_REFERRED_BEFORE.search(text[max(0, start - 30) : start]))


def _inside_book(text: str, at: int) -> bool:
    opened = text.rfind("《", 0, at)
    return (
        opened >= 0
        and text.find("》", opened, at) < 0
        and re.match(r"[^》]*》[^,，。]{0,30}(?:座谈会|会议)", text[at:]) is not None
    )


def _name_start(text: str, floor: int, head: int) -> tuple[int, str]:
    """Where the name that ends in the head at `head` begins, and the verb right before it (or ``""``)."""
    start = floor
    depth = 0
    for at in range(head - 1, floor - 1, -1):
        char = text[at]
        if char in "》”】)）":
            depth += 1
        elif char in "《“【(（" and depth:
            depth -= 1
        elif char in "《“(（" or (not depth and _BREAK.match(char)):
            start = at + 1 if char not in "“" else at
            if char == "“":
                continue
            break
    verb = ""
    for match in _VERB_BEFORE.finditer(text, start, head):
        if not _quoted(text, start, match.start()):
            verb, start = match.group(), match.end()
    moved = True
    while moved:
        moved = False
        lead = _LEAD.match(text[start:head])
        if lead and lead.end():
            start += lead.end()
            moved = True
    if not verb and text.startswith("“", start):
        before = _VERB_AT_END.search(text, floor, start)
        verb = before.group() if before else ""  # 出席|“皖江国际论坛”
    if not verb:
        cut = max((m.end() for m in _LED_BY.finditer(text[start:head])), default=0)
        start += cut
    return start, verb


#: 朱金坤汇报|市人大会议筹备情况, 茆龙海作|大会总结: what somebody does with a meeting is no part of its name
_LED_BY = re.compile(
    r"听取了?|会上|了|来到|赶到|参会的|(?:书记|[省市县区州镇乡局部]长|主任|主席)[\u4e00-\u9fff]{2,3}(?:同志)?在(?=[\u4e00-\u9fff“]|$)|(?<=[\u4e00-\u9fff]{2})汇报(?=[\u4e00-\u9fff]{4})|(?<=[\u4e00-\u9fff]{2})(?<![工合协动操运写创制])作$"
)


def _quoted(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at) or text.count("《", start, at) > text.count(
        "》", start, at
    )


# -- one meeting, several mentions ---------------------------------------------------------------------------------------


def core(name: str) -> str:
    """A name without quotes, spaces and connectors, for comparison."""
    return re.sub(r"[\s“”\"《》·•—\-、,，()（）]|与|和|暨|市(?=[\u4e00-\u9fff])", "", name)


def likeness(a: str, b: str) -> float:
    """Dice over character pairs of two names; containment of most of the longer counts too."""
    a, b = core(a), core(b)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if a in b or b in a:
        return max(min(len(a), len(b)) / max(len(a), len(b)), 0.7 if min(len(a), len(b)) >= 5 else 0.0)
    x = Counter(a[i : i + 2] for i in range(len(a) - 1))
    y = Counter(b[i : i + 2] for i in range(len(b) - 1))
    return 2 * sum((x & y).values()) / max(1, sum(x.values()) + sum(y.values()))


def _cluster(document: Document, mentions: list[MeetingMention]) -> list[FoundMeeting]:
    meetings: list[FoundMeeting] = []
    body_first = [m for m in mentions if not m.sentence.headline and not m.bare]
    for mention in body_first:
        if mention.event == 0:
            continue
        if _another(document, meetings, mention):
            meetings.append(
                FoundMeeting(
                    mention.name, _kind(mention), mention.sentence, mention.start, mention.end, mentions=[mention]
                )
            )
            mention.meeting = meetings[-1]
            continue
        then = [m for m in meetings if not _of_another_year(document, m, mention)]
        same = _same(then, mention) or _again(document, then, mention) or _named_later(then, mention)
        same = same or _at_length(document, then, mention)
        if same is None and mention.pointed:
            continue
        if same is None:
            if mention.event < 2 and then and _ORDINAL.search(mention.name) is None and _short_reference(mention, then):
                mention.meeting = _short_reference(mention, then)
                continue
            meetings.append(
                FoundMeeting(
                    _fuller(mention, mentions),
                    _kind(mention),
                    mention.sentence,
                    mention.start,
                    mention.end,
                    mentions=[mention],
                )
            )
            mention.meeting = meetings[-1]
        else:
            _join(same, mention)
    for mention in mentions:
        if not mention.bare or mention.event < 1 or mention.sentence.headline or mention.head in _GENERIC:
            continue
        if mention.event < 2 and document.text.startswith("的", mention.end):
            continue  # 参加报告会的基层代表
        known = [m for m in meetings if mention.head in m.name or any(x.head == mention.head for x in m.mentions)]
        if mention.pointed and len(known) == 1:
            known[0].mentions.append(mention)  # 于4月25日召开这次座谈会: may tell its day
        if any(o.sentence.headline and o.event and not o.bare and _ends_like(o.name, mention.head) for o in mentions):
            continue  # the headline has its name
        if meetings and _OPENING.match(mention.head):
            mention.meeting = meetings[0]
            meetings[0].mentions.append(mention)
            continue
        if mention.head.endswith(_VERBAL) or known:
            continue
        meetings.append(
            FoundMeeting(
                mention.head,
                meeting_heads()[mention.head],
                mention.sentence,
                mention.end - len(mention.head),
                mention.end,
                mentions=[mention],
                rule="bare",
            )
        )
        mention.meeting = meetings[-1]
    meetings.sort(key=lambda m: m.start)
    lead = document.body[0].line + 1 if document.body else 0
    for mention in mentions:
        if not mention.sentence.headline or mention.bare:
            continue
        same = _same(meetings, mention, 0.95) or _unnamed(meetings, mention, lead) or _same(meetings, mention, 0.5)
        if same is None:
            ordinal = _ORDINAL.search(mention.name)
            for meeting in meetings:
                if meeting.sentence.line <= lead and (
                    (ordinal and ordinal.group() in meeting.name)
                    or likeness(meeting.name, mention.name) >= 0.3
                    or (len(meetings) == 1 and meeting.name.endswith(mention.head))
                    or (meeting.rule == "bare" and mention.name.endswith(meeting.name))
                ):
                    same = meeting
                    break
        if same is not None:
            mention.meeting = same
            unnamed = same.rule == "bare" or same.name == mention.head or mention.event
            if unnamed and mention.name.endswith(same.name) and len(mention.name) >= len(same.name) + 4:
                same.name, same.rule = mention.name, "headline"  # 举行座谈会, headed 纪念…诞辰100周年座谈会
            if mention.name not in same.aliases and mention.name != same.name:
                same.aliases.append(mention.name)
            same.mentions.append(mention)
        elif (mention.event or _sits(mention, mentions)) and not (meetings and meetings[0].sentence.line <= lead):
            meetings.insert(
                0,
                FoundMeeting(
                    mention.name,
                    meeting_heads()[mention.head],
                    mention.sentence,
                    mention.start,
                    mention.end,
                    mentions=[mention],
                    rule="headline",
                ),
            )
            mention.meeting = meetings[0]
    for mention in mentions:
        if mention.meeting is None and not mention.bare and not mention.sentence.headline:
            same = _same(meetings, mention, 0.6) or (_short_reference(mention, meetings) if mention.event else None)
            if same is not None:
                mention.meeting = same
                same.mentions.append(mention)
    return meetings


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def _of_another_year(document: Document, meeting: FoundMeeting, mention: MeetingMention) -> bool:
    """Whether a mention tells the year in which its meeting was held, and that is not the other meeting's.

    2019年9月,在河南主持召开黄河流域…座谈会 is none of 2021, whatever its name leaves out.
    """
    if mention.event < 2 or not (
        told := _YEAR.findall(mention.sentence.text, 0, mention.start - mention.sentence.start)
    ):
        return False
    first = meeting.mentions[0] if meeting.mentions else mention
    known = _YEAR.findall(first.sentence.text, 0, max(0, first.start - first.sentence.start))
    year = known[-1] if known else (document.published or "")[:4]
    return bool(year) and told[-1] != year


def _another(document: Document, meetings: Sequence[FoundMeeting], mention: MeetingMention) -> bool:
    """召开了甲—乙党政联席会议和|丙—丁党政联席会议: told side by side, so not one, however alike."""
    last = meetings[-1].mentions[-1] if meetings and meetings[-1].mentions else None
    if last is None or last.sentence is not mention.sentence or core(last.name) == core(mention.name):
        return False
    return mention.verb != "" and _AND.fullmatch(document.text, last.end, mention.start) is not None


def _sits(headline: MeetingMention, mentions: Sequence[MeetingMention]) -> bool:
    """Whether the body tells that a session which the headline names was held: …委员会举行|第一次全体会议."""
    return any(
        m.event == 2 and m.bare and not m.sentence.headline and _OF_SESSION.fullmatch(m.name) is not None
        for m in mentions
        if headline.name.endswith(m.name)
    )


def _ends_like(name: str, head: str) -> bool:
    """Whether a name ends in a head, or says all of it apart: 庆祝西藏和平解放70周年大会 is the 庆祝大会."""
    return name.endswith(head) or (name.endswith(head[-2:]) and name.startswith(head[:-2]) and len(head) > 2)


def _again(document: Document, meetings: Sequence[FoundMeeting], mention: MeetingMention) -> FoundMeeting | None:
    """随后,市长主持召开座谈会, where the lead has told of one 外国专家座谈会: the body goes into it."""
    if mention.name != mention.head and not mention.pointed:
        return None
    lead = document.body[0].line + 1 if document.body else 0
    same = [m for m in meetings if m.name.endswith(mention.name) and (m.sentence.line <= lead or mention.pointed)]
    return same[0] if len(same) == 1 and mention.sentence.line > same[0].sentence.line else None


def _at_length(document: Document, meetings: Sequence[FoundMeeting], mention: MeetingMention) -> FoundMeeting | None:
    """主持召开企业座谈会 in the lead, 主持召开国有、民营企业和金融机构座谈会 in the body: one, there told at length."""
    text, lead = mention.sentence.text, document.body[0].line if document.body else 0
    if mention.verb.removesuffix("了") != "主持召开" or mention.sentence.line <= lead or DATE.search(text):
        return None
    letters = set(core(mention.name))
    short = [
        m
        for m in meetings
        if m.sentence.line <= lead
        and m.name.endswith(mention.head)
        and len(mention.head) < len(m.name) <= 8
        and set(core(m.name)) <= letters
        and any(x.verb.startswith("主持召开") for x in m.mentions)
    ]
    return short[0] if len(short) == 1 else None


def _named_later(meetings: Sequence[FoundMeeting], mention: MeetingMention) -> FoundMeeting | None:
    """双方召开联席会议. …在秀洲—龙泉山海协作联席会议上: the one meeting told by its head alone gets its name."""
    plain = [m for m in meetings if m.name in meeting_heads() and mention.name.endswith(m.name)]
    if (
        len(plain) != 1
        or mention.event > 1
        or any(m.name.endswith(mention.head) for m in meetings if m is not plain[0])
    ):
        return None
    plain[0].aliases.append(plain[0].name)
    plain[0].name = mention.name
    return plain[0]


def _unnamed(meetings: Sequence[FoundMeeting], mention: MeetingMention, lead: int) -> FoundMeeting | None:
    """The meeting of the lead that has only a head for a name, where the headline's name ends in it."""
    for meeting in meetings:
        if meeting.sentence.line <= lead and meeting.name in meeting_heads() and mention.name.endswith(meeting.name):
            return meeting
    return None


def _fuller(mention: MeetingMention, mentions: Sequence[MeetingMention]) -> str:
    """出席庆祝大会 in a report headed 庆祝西藏和平解放70周年大会: the headline has the name."""
    if mention.event < 2:
        for other in mentions:
            longer = other.sentence.headline and not other.bare and len(core(other.name)) > len(core(mention.name))
            same_head = other.name.endswith(mention.name[-2:])
            if longer and same_head and set(core(mention.name)) <= set(core(other.name)):
                return other.name
    return mention.name


def _join(meeting: FoundMeeting, mention: MeetingMention) -> None:
    mention.meeting = meeting
    meeting.mentions.append(mention)
    if (
        len(core(mention.name)) > len(core(meeting.name))
        and mention.event == 2
        and mention.sentence.line == meeting.sentence.line
    ):
        if meeting.name not in meeting.aliases:
            meeting.aliases.append(meeting.name)
        meeting.name = mention.name
    elif mention.name != meeting.name and mention.name not in meeting.aliases:
        meeting.aliases.append(mention.name)


_BODY_KINDS = re.compile(r"政协|人大|人民代表大会")
_DISCIPLINE = re.compile(r"纪律检查|纪委|监察委员会|监委")


def _same(meetings: Sequence[FoundMeeting], mention: MeetingMention, floor: float = 0.6) -> FoundMeeting | None:
    ordinal = _ORDINAL.search(mention.name)
    best: tuple[float, FoundMeeting] | None = None
    for meeting in meetings:
        other = _ORDINAL.search(meeting.name)
        if ordinal and other and ordinal.group() != other.group():
            continue
        if ("政协" in meeting.name) != ("政协" in mention.name) and all(
            _BODY_KINDS.search(n) for n in (meeting.name, mention.name)
        ):
            continue  # 全国政协十三届一次会议记者会, 十三届全国人大一次会议记者会
        if ordinal and (_DISCIPLINE.search(meeting.name) is None) != (_DISCIPLINE.search(mention.name) is None):
            continue  # the first plenary of the commission is none of the committee
        value = max(likeness(n, mention.name) for n in (meeting.name, *meeting.aliases))
        if value >= floor and (best is None or value > best[0]):
            best = (value, meeting)
    return best[1] if best else None


_SITTING = re.compile(r"第[一二三四五六七八九十百〇零\d]+次(?:全体)?会议$")


def _kind(mention: MeetingMention) -> str:
    """What kind of meeting the end of its name says; a sitting (联席会议第一次会议) is of the kind of what sits."""
    sits = _SITTING.sub("", mention.name)
    if sits != mention.name:
        head = next((h for h in sorted(meeting_heads(), key=len, reverse=True) if sits.endswith(h)), mention.head)
        return meeting_heads()[head]
    return meeting_heads()[mention.head]


def _short_reference(mention: MeetingMention, meetings: Sequence[FoundMeeting]) -> FoundMeeting | None:
    """出席签约仪式 after 缔结友好市县暨战略合作协议签约仪式: a short name that ends a longer one already told."""
    if _ORDINAL.search(mention.name):
        return None
    opening = _OPENING.sub("", mention.name)
    if opening != mention.name and (not opening or opening in meeting_heads()) and meetings:
        return meetings[0]  # 论坛开幕式
    for meeting in reversed(meetings):
        if len(core(mention.name)) < len(core(meeting.name)) and (
            meeting.name.endswith(mention.head[-2:])
            and (len(mention.name) <= len(mention.head) + 2 or set(core(mention.name)) <= set(core(meeting.name)))
        ):
            return meeting
    return None


# -- date and place ------------------------------------------------------------------------------------------------------


def _date(
    document: Document,
    meeting: FoundMeeting,
    dates: dict[int, list[FoundDate]],
    previous: FoundMeeting | None,
) -> None:
    """The date told nearest before the event in its sentence, else in its paragraph before it, else that of the meeting before."""
    for mention in meeting.mentions:
        if mention.event == 0 and mention is not meeting.mentions[0]:
            continue
        ahead = _HELD_ON.search(mention.sentence.text, 0, mention.start - mention.sentence.start)
        for found_day in dates.get(mention.sentence.start, []) if ahead else ():
            if ahead and ahead.start() <= found_day.start < ahead.end() and found_day.iso and not found_day.same:
                meeting.date, meeting.precision = found_day.iso, found_day.precision
                return  # 在15日召开的联席会议上: said of the meeting itself, whatever days the visit took
    vague = False
    for mention in sorted(meeting.mentions, key=lambda m: (m.sentence.headline, m.start)):
        if mention.event == 0 and mention is not meeting.mentions[0]:
            continue
        sentence = mention.sentence
        found = dates.get(sentence.start, [])
        local = mention.start - sentence.start
        inside = [
            d for d in found if mention.start - sentence.start <= d.start and d.end <= mention.end - sentence.start
        ]
        if _SOME_DAY.search(sentence.text, 0, max(local, 0)) or _BEFORE_SESSION.match(
            sentence.text, max(mention.end - sentence.start, 0)
        ):
            vague = True
            continue
        before = [d for d in found if d.end <= local and d not in inside]
        after = [d for d in found if mention.end - sentence.start <= d.start <= mention.hold_end - sentence.start]
        chosen = before[-1] if before and not after else (after[0] if after else None)
        if len(before) > 1 and not after:
            chosen = before[-1] if re.search(r"[。;；]", sentence.text[before[0].end : before[-1].start]) else before[0]
        if chosen in before and _TOURED.match(sentence.text, chosen.end if chosen else 0, max(local, 0)):
            vague = True  # 17日至19日到银川走访,并主持召开座谈会: one of these days
            continue
        toured = _ON_TOUR.search(sentence.text, 0, max(local, 0)) is not None
        if chosen is None and not sentence.headline:
            earlier = [s for s in document.body if s.line == sentence.line and s.start < sentence.start]
            for other in reversed(earlier):
                if dates.get(other.start):
                    chosen = dates[other.start][0]
                    break
            headed = any(m.sentence.headline for m in meeting.mentions)
            if chosen is not None and chosen.precision == "month" and (headed or not out_of_time(chosen.iso, document)):
                vague = True  # 1月,在主持学习时…。在参加代表团审议时…: another event's month
                continue
            if chosen is not None and toured and _SPAN.match(other.text, chosen.end):
                chosen = None  # 5月30日至6月2日调研: one of these days, but which
            if chosen is None and not toured and _SAME_DAY.match(sentence.text):
                chosen = _day_before(document, dates, sentence)
        if chosen is None and toured:
            chosen = _only_day(document, dates, sentence)
            vague = chosen is None
        if (
            chosen in before
            and _SPAN.match(sentence.text, chosen.end)
            and re.match("后[,，]", sentence.text[mention.end - sentence.start :])
        ):
            vague = True  # 6月7日至8日,在主持召开座谈会后,到呼和浩特市调研: before the tour
            continue
        if chosen is not None and not after and _SETS_OUT.search(sentence.text, chosen.end, max(local, chosen.end)):
            vague = True  # 14日乘专机离开北京,出席…会议: the day of the journey
            continue
        if chosen is not None and chosen.same:
            shift = chosen.shift
            chosen = _last_before(document, dates, sentence.start + chosen.start)
            if (
                chosen is not None
                and shift
                and chosen.precision == "day"
                and chosen.iso
                and not chosen.iso.startswith("-")
            ):
                chosen = replace(chosen, iso=(date.fromisoformat(chosen.iso) + timedelta(days=shift)).isoformat())
            if chosen is None and previous is not None:
                meeting.date, meeting.precision = previous.date, previous.precision
                return
        if chosen is not None and chosen.iso is None:
            vague = True  # 日前召开的…: another mention may tell the day
            continue
        if chosen is not None:
            meeting.date, meeting.precision = chosen.iso, chosen.precision
            return
    if vague:
        return
    if previous is not None and previous.date and not meeting.sentence.headline:
        meeting.date, meeting.precision = previous.date, previous.precision
        return
    for sentence in document.body[:3]:
        for found_date in dates.get(sentence.start, []):
            if meeting.sentence is not sentence and _SPAN.match(sentence.text, found_date.end):
                break  # 11日至12日在河北省调研: a day of the tour, but which
            meeting.date, meeting.precision = found_date.iso, found_date.precision
            return
    for line in document.text.split("\n")[:6]:
        if _UNDER_TITLE.fullmatch(line.strip()):
            for found_date in find_dates(line, document.published):
                meeting.date, meeting.precision = found_date.iso, found_date.precision
                return


_TOURED = re.compile(
    r"\s*[至到—~-]\s*[\d月]+日[^。;；]*?(?:来到|前往|赴|深入|到|在)[^。;；]*?(?:考察|调研|视察|走访|访谈|座谈交流)(?:[^。;；]*[,，])?并(?:主持|出席)?(?:召开)?$"
)
#: 十四届全国人大二次会议|4日上午举行预备会议: the day before it
_BEFORE_SESSION = re.compile(r"[^,，。;；]{0,30}(?:举行|召开)了?(?:[^,，。;；]{0,4})?预备会议")
#: 在这个月举行的国务院常务会议上: a day of the month, but which
_SOME_DAY = re.compile(r"(?:这个|本|上个?)月(?:底|初|[上中下]旬)?(?:召开|举行|举办)的$")
_SETS_OUT = re.compile(r"(?:乘专机|乘机|离开(?:北京|首都)|启程|抵达)[^。;；]*(?:出席|举行|参加)")
#: 在15日召开的|联席会议上, 5月8日下午在市行政中心举行的|对接会
_HELD_ON = re.compile(
    r"(?:\d{4}年)?(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}日(?:[上下中]午|晚(?:上|间)?)?(?:,?在[^,，。;；、]{2,16}?)?(?:召开|举行|举办)的(?:[\u4e00-\u9fff]{0,2}[次届场])?$"
)
#: 调研期间,主持召开座谈会: on a day of the tour
_ON_TOUR = re.compile(r"(?:考察|调研|视察|访问|走访)(?:期间|过程中|途中)[,，]")
_SPAN = re.compile(r"\s*(?:[至到—~-]\s*[\d一二三四五六七八九十]|起)")  # not 昨日到瓦房店
#: 下午,…主持召开座谈会; 随后,…: the day told last
_SAME_DAY = re.compile(r"(?:上午|中午|下午|傍晚|晚上|随后|接着|紧接着)[,，]")
#: The day of a speech under its title: （1998年1月27日）
_UNDER_TITLE = re.compile(
    r"[(（]?[\d一二三四五六七八九十〇○零]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[)）]?"
)


def _only_day(document: Document, dates: dict[int, list[FoundDate]], sentence: Sentence) -> FoundDate | None:
    """The day of a tour that took one: 12月2日,A到许昌市调研。…调研期间,主持召开座谈会."""
    told = [
        (s, d)
        for s in document.body
        if s.start < sentence.start
        for d in dates.get(s.start, [])
        if d.iso and d.precision == "day"
    ]
    if not told or len({d.iso for _, d in told}) > 1 or _SPAN.match(told[0][0].text, told[0][1].end):
        return None
    return told[0][1]


def _last_before(document: Document, dates: dict[int, list[FoundDate]], offset: int) -> FoundDate | None:
    """What 当天 goes back to: the last full date told before `offset`."""
    best: FoundDate | None = None
    for sentence in document.body:
        for found in dates.get(sentence.start, []):
            if sentence.start + found.start < offset and found.iso and not found.same:
                best = found
    return best


def _day_before(document: Document, dates: dict[int, list[FoundDate]], sentence: Sentence) -> FoundDate | None:
    """The day that 随后 goes on from: the last that opens a sentence before (20日下午,…), no day told in speech."""
    for other in reversed([s for s in document.body if s.start < sentence.start]):
        for found in dates.get(other.start, []):
            if found.precision == "day" and not found.same and _OPENS_DAY.match(other.text[found.start :]):
                return found if found.start <= 8 else None
    return None


_OPENS_DAY = re.compile(r"[\d月]+日?号?(?:上午|中午|下午|傍晚|晚上?|一早|[,，])")


_AT = re.compile(
    rf"(?:在|于)(?P<where>[^。;；]{{1,40}}?)(?:隆重|顺利|成功|正式|如期|同步|圆满)?(?:{HOLD}|会见|会谈|就)"
)


#: What may stand between the venue and the event: 在…会展中心|出席, 在钓鱼台国宾馆|同…举行会谈, 在安徽|调研期间专门
_AFTER_VENUE = re.compile(
    r"(?:分别|热烈|[,，]?参加|专?就|为(?=.{2,4}$)|出席|主持|组织|隆重|联合|共同|专门|实地|察看|调研|考察|期间|会见|(?<=[馆堂店心厦市省京])(?:同|与|和|为|由)|同(?![心江德仁安])|与|和(?![平田县顺硕静林])).*$"
)


_TOUR = re.compile(r"(?:考察|调研|视察|访问)(?:期间)?[,，]")
#: 1月22日在|北京德宝饭店, 由国务院办公厅于|南京, 他的家乡|湖南祁阳县
_BEFORE_VENUE = re.compile(r"^.*(?:日|由.+|今年.*|近日|日前)(?:在|于)(?=.{2})|^[他她](?:们)?的家乡")


#: 在辽宁|援疆前方指挥部: the office of who was sent stands elsewhere
_SERVES_AWAY = re.compile(r"(?:对口)?(?:支援|援)[藏疆青川]|驻[\u4e00-\u9fff]{1,4}(?:办|联络|工作)")


def _place(document: Document, meeting: FoundMeeting, places: Sequence[PlaceMention], home: Home) -> None:
    """Where it takes place: what stands between 在 and 召开, before or behind the name."""
    for mention in sorted(meeting.mentions, key=lambda m: (m.sentence.headline, m.start)):
        if not mention.event or mention.verb.startswith("收"):
            continue  # 在海珠广场收看庆祝大会: where it was watched
        base = mention.sentence.start
        text = mention.sentence.text
        spans = [(m.start("where"), m.end("where")) for m in _AT.finditer(text)]
        near = [s for s in spans if abs(s[0] + base - mention.end) < 45 or abs(mention.start - base - s[1]) < 25]
        for a, b in near:
            if _TOUR.search(text, a, b) or text.startswith("由", a):
                continue  # 在北京、河北考察,主持召开…: where the tour goes; 在由粤港澳三地联合举办的大会上: who holds it
            if mention.start - base >= 0 and a + base < mention.start and b + base > mention.start:
                b = mention.start - base
            inside = [
                p
                for p in places
                if base + a <= p.start
                and p.end <= base + b
                and p.level != "cluster"
                and not _SERVES_AWAY.match(text, p.end - base)
            ]
            own = OWN.search(text, a, b)
            where = text[a:b].strip()
            if inside:
                meeting.held_in = seat(inside, document.text)
                where = _AFTER_VENUE.sub("", _BEFORE_VENUE.sub("", where)) or meeting.held_in.name
                if re.search(r"\d{4}年|[,，]|项目|投资", where) or len(where) < 2:
                    where = meeting.held_in.name
                meeting.place = where if len(where) <= 24 else meeting.held_in.name
                meeting.held_span = (base + a, base + b)
                return
            if own:
                meeting.place = _AFTER_VENUE.sub("", _BEFORE_VENUE.sub("", where)) or where
                meeting.held_span = (base + a, base + b)
                return
            if (
                re.search(
                    r"中心|礼堂|宾馆|酒店|机关|会议室|大厦|会堂|剧院|园区|县城|城区|现场|广场|村|社区|大楼|党校|体育",
                    where,
                )
                and len(where) <= 24
                and re.match(r"[\u4e00-\u9fff]", where)
            ):
                meeting.place = _AFTER_VENUE.sub("", _BEFORE_VENUE.sub("", where)) or where
                meeting.held_span = (base + a, base + b)
                return
    del home


def seat(inside: Sequence[PlaceMention], text: str) -> PlaceMention:
    """Of the places in 广东省深圳市南山区 or 噶尔县狮泉河镇 the nearest division above a town; of a list the first."""
    inside = [p for p in inside if p.level != "cluster"] or list(inside)
    chosen = inside[0]
    for mention in inside[1:]:
        if text[chosen.end : mention.start].strip(" (（") or (mention.level == "township" and chosen.level == "county"):
            break
        chosen = mention
    return chosen
