"""Initiatives in book-title marks and in quotation marks: 《…框架协议》, “百日攻坚”行动, 南昌“8810”行动计划."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.document import Sentence
from kg.extract.initiative_kinds import TRIGGER, VAGUE, FoundInitiative, kind_of
from kg.extract.places import PlaceMention

_BOOK = re.compile(r"《(?P<name>[^《》]{2,80}(?:《[^《》]{1,40}》[^《》]{0,30})?)》")
#: 《甲乙合作框架协议?? or 《…(2014-2020年)??: the closing mark was lost with the bytes behind it
_BOOK_CUT = re.compile(
    r"《(?P<name>[^《》?，。；]{6,60}(?:协议|方案|规划|纲要|意见|计划|备忘录)(?:[(（][^()（）?]{4,16}[)）])?)\?+"
)
#: 被认定为|“国家版权贸易基地”: a label that a place bears
_LABELLED = re.compile(r"(?:(?:认定|评选?|誉|列|确定)为|授予|入选)(?:全国|国家|省级|首批)*$")
_DRAFT = re.compile(r"[(（](?:讨论稿|征求意见稿|送审稿|草案|审议稿|修订稿|试行|审议|修订草案|草案修改稿|代拟稿)[)）]$")
_YEARS = re.compile(r"[(（][^()（）]*\d{4}[^()（）]*[)）]$")
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,30})”(?P<tail>[\u4e00-\u9fff]{0,12})")


_LOCAL_RULES = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:省|市|区|县|州|旗|盟)[\u4e00-\u9fff]{4,}(?:条例|规定)$")


def books(sentence: Sentence) -> list[FoundInitiative]:
    out = []
    cut = _BOOK_CUT.finditer(sentence.text) if "?" in sentence.text else ()
    for match in (*_BOOK.finditer(sentence.text), *cut):
        name = _DRAFT.sub("", match.group("name")).strip()
        bare = _YEARS.sub("", name)
        kind = kind_of(bare, "book", "quoted", "zone", "named")
        if kind is None and _LOCAL_RULES.match(bare):
            kind = "plan"  # 云南省民族团结进步示范区建设条例: a region's own; the nation's laws are none
        signed = kind is not None and _SIGNED_AS.search(sentence.text, 0, match.start()) is not None
        if kind is None or len(bare) < 4 or (len(bare) == 4 and kind_of(bare[2:], "book") != kind and not signed):
            continue  # 《建议》 only refers back; 《商丘宣言》 is a name
        if re.match(r"(?:中华人民共和国|中国共产党)[^,，]{0,20}(?:宪法|章程|条例|法|准则|规则)$", name):
            continue
        if re.match(r"(?:中华人民共和国|中国共产党)[^,，]{2,20}(?:条例|法|准则)$|共产党宣言$", name):
            continue
        out.append(
            FoundInitiative(
                name, kind, sentence, sentence.start + match.start("name"), sentence.start + match.end("name"), "book"
            )
        )
    return out


#: 四城市签署|《南昌行动》
_SIGNED_AS = re.compile(r"(?:签署|签订|发布|发表|通过|达成)了?$")
_TAIL = re.compile(
    r"(?P<mid>[\u4e00-\u9fff]{0,8}?)(?P<head>行动计划|专项行动|行动|工程|计划|战略|(?:结对|系列|主题|专项|品牌|教育实践|对接|助农)活动|活动|"
    r"(?:主题|精品|旅游|环形)线路|联动机制|工作机制|协作机制|机制|(?<!统一)规划|项目|产业园区?|合作园区?|示范园区?|核心区|示范区|试验区|合作区|基地|飞地|先行区|走廊|建设(?=[,，。;；、项部]|$))"
)
_NO_MID = re.compile(
    r"(?:的|有|民生|和|与|等|为|是|在|了|以|到|各国|落实|共同|作出|形成|原来|袭击|开展|推进|实施|品牌|模式|目标|要求|精神|统一|一批|多个|分裂|分离)"
)
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,8}(?:整治|治理|提升|攻坚|改革|转型|振兴|服务|创建)$")


#: The head goes on: 战略布局, 项目建设, 工程师.
_LONGER = re.compile(r"造|布局|支点|定位|决策|部署|任务|思想|支撑|机遇|师(?!范)|院士|生育|起来|自觉|指南|化")
#: What is acted against is none of the name without the verb: 打击“洋垃圾”走私集中行动.
_AGAINST = re.compile(r"(?:打击|严打|整治|查处|防范|惩治|清理|治理)(?:和[\u4e00-\u9fff]{2})?$")
_OFFENCE = re.compile("犯罪|走私|违法|违规|问题|诈骗")
_BUILT_UP = re.compile(
    r"(?:共建|建设|打造|启动|成立|组建|开通|开行|揭牌|创建|建立|建成|兴建|申报|发布)[\u4e00-\u9fff]{0,6}$"
)


def quoted(sentence: Sentence, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """“慈常产业飞地” · “百日攻坚”行动 · 赣江新区“6510”行动计划 · 鄞州·景宁山海协作“飞地”产业园."""
    out = []
    text, base = sentence.text, sentence.start
    for match in _QUOTED.finditer(text):
        name, tail = match.group("name"), match.group("tail")
        inner = kind_of(name, "zone", "named", "quoted", "thing")
        if inner is not None and kind_of(name, "zone", "named", "quoted") is None:
            anchored = any(base + match.start() <= p.start and p.end <= base + match.end() for p in places)
            unveiled = re.match(r"(?:正式)?(?:揭牌|授牌|启动|开园|开馆|开行|开通|落成)", tail)
            if not anchored and not unveiled and not _BUILT_UP.search(text[: match.start()]):
                inner = None  # “命运共同体”
        if inner in ("zone", "project") and _LABELLED.search(text[: match.start()]):
            continue
        if (
            inner is not None
            and len(name) >= 5
            and not VAGUE.match(name)
            and not re.search(
                r"[+＋,，。!！的把了\s]|停止|统筹|在行动$|我们|理应|应当|必须|如何|为何|怎[么样]|、.*(?:工程|计划|行动|机制)$",
                name,
            )
        ):
            out.append(
                FoundInitiative(name, inner, sentence, base + match.start("name"), base + match.end("name"), "quoted")
            )
        head = _TAIL.match(tail)
        if head is not None and head.group("head") != "建设" and _LONGER.match(tail, head.end()):
            continue  # “四个全面”战略布局
        if head is not None and inner is not None and head.group("head") in ("项目", "建设"):
            continue  # “山海协作工程”项目签约
        if head is None or _NO_MID.search(head.group("mid")) or re.search(r"[+＋,，。!！]", name):
            continue
        zone = kind_of(head.group("head"), "zone") is not None
        against = _AGAINST.search(text[: match.start()])
        if head.group("mid") in ("产品", "商品", "生产", "原料"):
            continue
        if re.fullmatch(r"[一二三四五六七八九十]+五", name):
            continue  # “十四五”规划: everyone's
        if head.group("head") == "活动" and (
            head.group("mid") or len(name) <= 3 or re.search("节|周|日|月$", name[-1:])
        ):
            continue
        if head.group("head") in ("项目", "建设") and len(name) <= 2 and not sentence.headline:
            continue
        if head.group("head") == "建设" and head.group("mid"):
            continue
        if head.group("head") == "建设" and not (sentence.headline or "支持" in text[: match.start()]):
            continue
        start = _run_in(text, base, match.start(), places)
        if against is not None and _OFFENCE.search(head.group("mid")):
            start = against.start()  # 打击|“洋垃圾”走私集中行动
        elif (
            head.group("head") == "基地"
            and start == match.start()
            and not any(match.start() <= p.start - base < match.end() + head.end() for p in places)
        ):
            continue  # “双创”示范基地: one of many
        elif start == match.start() and not zone:
            noun = _NOUN.search(text[: match.start()])
            if noun:
                lead = max((m.end() for m in TRIGGER.finditer(text, 0, start)), default=0)
                start = max(noun.start(), lead) if lead < start else start
                start += 2 if text[start : start + 2] in ("全县", "全市", "全区", "全省", "全州") else 0
        full = text[start : match.end("name") + 1] + head.group()
        kind = kind_of(head.group("head"), "quoted", "named", "zone") or "campaign"
        out.append(FoundInitiative(full, kind, sentence, base + start, base + start + len(full), "quoted"))
    return out


_GAP = re.compile(
    r"(?:山海协作|东西部协作|对口[\u4e00-\u9fff]{2}|结对|合作|协作|产业|科技|文旅|跨境|国际|城区|县域)?[·—\-、]?"
)


def _run_in(text: str, base: int, at: int, places: Sequence[PlaceMention]) -> int:
    """Where a name whose quotation begins at `at` really begins: with the places that run into it (南昌“8810”, 鄞州·景宁山海协作“飞地”)."""
    start = at
    for place in reversed([p for p in places if p.end <= base + at and p.start >= base and p.form != "abbr"]):
        gap = text[place.end - base : start]
        limit = 6 if start == at else 1
        if (
            len(gap) > limit
            or not re.fullmatch(r"[\u4e00-\u9fff·—\-、]*", gap)
            or re.search(
                r"[的在为是和与了以将赴到来向对把由]|建设|推进|打造|实施|共建|提出|启动|建立|形成|开展|响应|参与|成为|聚焦|移交|捐|签署|签订|承接|举办|落实|"
                r"围绕|支持|加入|融入|做好|深化|发布|获得|申报|探索|创建|制定|出台|组织|加快|做实|擦亮|唱响",
                gap,
            )
        ):
            break
        start = place.start - base
    return start
