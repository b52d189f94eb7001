"""Named plans, agreements, projects, zones under construction, strategies, mechanisms and campaigns.

Only what has a name: in book-title marks, in quotation marks with a head (“百日攻坚”行动, “慈常产业飞地”), or a proper name
that holds a place and ends in a head (苦水河流域综合治理工程, 锡连共建产业园). Slogans and general work are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.extract.document import Document, Sentence
from kg.extract.initiative_names import proper_start
from kg.extract.places import PlaceMention, ShortNames
from kg.lexicon import gazetteer
from kg.lexicon.acts import initiative_heads
from kg.model import InitiativeKind

_BOOK = re.compile(r"《(?P<name>[^《》]{2,80}(?:《[^《》]{1,40}》[^《》]{0,30})?)》")
#: 《甲乙合作框架协议?? or 《…(2014-2020年)??: the closing mark was lost with the bytes behind it
_BOOK_CUT = re.compile(
    r"《(?P<name>[^《》?，。；]{6,60}(?:协议|方案|规划|纲要|意见|计划|备忘录)(?:[(（][^()（）?]{4,16}[)）])?)\?+"
)
_DRAFT = re.compile(r"[(（](?:讨论稿|征求意见稿|送审稿|草案|审议稿|修订稿|试行|审议|修订草案|草案修改稿|代拟稿)[)）]$")
_YEARS = re.compile(r"[(（][^()（）]*\d{4}[^()（）]*[)）]$")
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,30})”(?P<tail>[\u4e00-\u9fff]{0,12})")
_TRIGGER = re.compile(
    r"(?:高标准|高质量|高水平|高起点|全力|加快|聚力|着力|深入|积极|共同|合力|扎实|大力|全面|协同|携手|联合|持续|重点|有序|稳步|抓紧|主动)*"
    r"(?:建设好?|建好|建成|督查|调研|视察|察看|检查|深入|打造|推进|推动|实施好?|启动|共建|规划建设|做实|用好|办好|创建|申报|争创|抓好|包括|围绕|聚焦|谋划|落实|加快|融入|支持|设立|成立|参与|完善|健全|建立|依托|把|将|开展|以|就|对|在|为|响应|的|了|是|与|和|及|、|—|融合)"
    r"(?:国家级|省级)?(?=[\u4e00-\u9fff“\dA-Z])"
)
_NOT_NAMED = re.compile(
    r"(?:一批|各类|多个|重点|重大|有关|相关|所有|全部|这些|该|此|本|我|各|其他|上述|部分|一个|首批|新型|现代|特色|优势|生产|教育|原料|培训|实训|红色|爱国|流域|河道)"
)


_VAGUE = re.compile(r"(?:一批|各类|多个|重点|重大|有关|相关|所有|全部|这些|该|此|本|我|各|其他|上述|部分|一个|首批)")


@dataclass(slots=True)
class FoundInitiative:
    name: str
    kind: InitiativeKind
    sentence: Sentence
    start: int
    end: int
    rule: str
    aliases: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, Sentence]] = field(default_factory=list)


@cache
def _heads(*where: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {head: kind for head, kind, place in initiative_heads() if place in where}
    words = "|".join(re.escape(h) for h in sorted(table, key=len, reverse=True))
    return re.compile(f"(?:{words})"), table


_STRAIGHT = re.compile(r'"([^"\n]{1,40})"')


def _curly(sentence: Sentence) -> Sentence:
    """The sentence with straight quotation marks in pairs written as “ and ”, at the same offsets."""
    if '"' not in sentence.text:
        return sentence
    return replace(sentence, text=_STRAIGHT.sub(r"“\1”", sentence.text))


def find_initiatives(document: Document, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """The initiatives of the article, each once, in order of the text, with all spans."""
    found: list[FoundInitiative] = []
    for told in document.sentences:
        sentence = _curly(told)
        here: list[FoundInitiative] = [*_books(sentence), *_quoted(sentence, places)]
        if not sentence.headline:
            here += [*_proper(sentence, places, document), *_passed(sentence)]
        for item in here:
            item.sentence = told
        found.extend(here)
    found.extend(_strategies(document, places))
    found.extend(_said_again(document))
    found.extend(_inner(found, places))
    found.extend(_built_things(document))
    found = [item for item in found if not _looked_at(item)]
    return _merge([item for item in (_trimmed(f, places) for f in found) if item is not None])


#: 先后来到寿县新桥国际产业园、淮南高新区大数据产业基地: stops of a tour, unless they are told of otherwise too
_STOPS = re.compile(
    r"(?:考察|参观|走访|观摩|察看|视察|深入|来到|走进|前往|调研)(?:了)?(?:[^,，。;；“”《》]{0,30}、)*[^,，。;；“”《》、]{0,12}$"
)
#: 来到有30余家企业入驻的北京…创意产业基地: whatever is told of the stop before its name
_STOP = re.compile(r"(?:来到|走进|前往|参观|(?:先后|相继|分别|依次)到)了?[^,，。;；]{0,80}$")
#: 在三亚南繁育制种基地|,实地察看水稻田
_LOOKED = re.compile(r"[,，](?:实地|详细|仔细|认真)?(?:察看|查看|考察|调研|了解|听取|参观|询问)")
#: 被认定为|“国家版权贸易基地”: a label that a place bears
_LABELLED = re.compile(r"(?:(?:认定|评选?|誉|列|确定)为|授予|入选)(?:全国|国家|省级|首批)*$")
_SITE = re.compile(r"(?:基地|园|园区|产业园|中心|港|城)$")
_BUILT_THERE = re.compile(r"(?:建设|项目|规划|进展|共建|推进)")


def _looked_at(item: FoundInitiative) -> bool:
    """Whether a park or base without quotation marks is named only as a stop of a tour."""
    if item.rule != "named" or item.kind not in ("zone", "project") or not _SITE.search(item.name):
        return False
    text, at = item.sentence.text, item.start - item.sentence.start
    end = at + len(item.name)
    looked = text.startswith("在", at - 1) and _LOOKED.match(text, end) is not None
    stop = looked or _STOPS.search(text[:at]) is not None or _STOP.search(text, 0, at) is not None
    if not stop or _BUILT_THERE.match(text, end):
        return False
    return not re.search(r"共建|合作|协作|飞地|帮扶", item.name)


_STANDING = (
    r"(?!目前|其中|今[年天日]|去年|明年|日前|近日|随着|当前|同时|此外|另外|例如|即将|已经|正|我国|国家|当地|通过|经过|根据|标志|预计|计划)"
    r"(?:(?![的是为在了和与及对把将等]|加快|推进|建设|实施|重点|重大|大型|一批|条|全国|全省|全市|全区|全县)[\u4e00-\u9fff]){2,6}?"
    r"(?:机场|水库|灌区|大桥|水电站|高速公路|高速|铁路|航道|水厂)"
    r"(?:改?扩建|迁建|复建|续建|重建|除险加固|治理|现代化改造|配套改造|提质改造)(?:[一二三]期)?(?:工程|项目)"
)
#: A canal is a project only while it is built: 平陆运河建设; water is led from one river to another (引江补汉工程); what
#: stands is built anew (推进|芜宣机场扩建工程, 芜宣机场扩建工程|启动仪式; not whatever a digest says of a motorway).
_BUILT_THINGS = re.compile(
    r"(?P<canal>(?!杭大|京杭|古大|世纪)[\u4e00-\u9fff]{2}(?<![建设推进沿的])运河)(?=建设|工程|项目|开工|枢纽)"
    r"|(?P<water>引[\u4e00-\u9fff]{1,2}[济入补][\u4e00-\u9fff]{1,3}?(?:[济入补][\u4e00-\u9fff])?(?:二期|后续|供水|主体)?工程)(?!师)"
    rf"|(?:建设|推进|推动|实施|启动|加快|开展)(?P<thing>{_STANDING})(?![师部局款]|质量|技术)"
    rf"|(?:^|[,，。;；、:：])(?P<begun>{_STANDING})(?=(?:启动|开工|奠基)(?:仪式|动员))"
)
_BUILT_WORDS = re.compile("运河|引[\u4e00-\u9fff]{1,2}[济入补]|(?:建|加固|治理|改造)(?:[一二三]期)?(?:工程|项目)")


def _built_things(document: Document) -> list[FoundInitiative]:
    """Canals, transfers of water, airports and the like that are being built, without marks or a region's name."""
    out = []
    for sentence in document.sentences:
        if _BUILT_WORDS.search(sentence.text) is None:
            continue
        quoted = [m.span() for m in re.finditer(r"《[^》]*》|“[^”]*”", sentence.text)]
        for match in _BUILT_THINGS.finditer(sentence.text):
            a, b = match.span(match.lastgroup)  # type: ignore[arg-type]
            if any(x < a < y for x, y in quoted):
                continue
            name = sentence.text[a:b]
            out.append(FoundInitiative(name, "project", sentence, sentence.start + a, sentence.start + b, "built"))
    return out


#: 《共建沪临产业协作园框架协议》: what is to be built has a name of its own.
_BUILT = re.compile(
    r"(?:共建|合建|合作共建|共同建设|合作建设|联合建设)(?P<name>[“\u4e00-\u9fff·—\-”]{4,24}?)(?=(?:项目)?(?:建设|合作|战略|框架|三年|工作|共建|的)*(?:协议|备忘录|方案|意向书|协定))"
    r"|^(?P<first>[\u4e00-\u9fff·—\-]{4,24}?(?:园|园区|示范区|合作区|走廊|产业带|基地))(?:合作共建|共同建设|合作建设|联合建设|共建)(?:框架|战略|合作)*(?:协议|备忘录|意向书)$"
)


def _inner(found: Sequence[FoundInitiative], places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """Parks and projects named within the name of the agreement to build them."""
    out = []
    for item in found:
        match = _BUILT.search(item.name) if item.kind == "agreement" else None
        if match is None:
            continue
        group = "name" if match.group("name") else "first"
        name = match.group(group).strip("“”")
        start = item.start + match.start(group) + match.group(group).index(name)
        quoted = match.group(group).startswith("“")
        kind = _kind(name, "zone", "named", "thing") or ("project" if quoted else None)
        anchored = any(start <= p.start and p.end <= start + len(name) for p in places)
        if kind is not None and (anchored or quoted) and not _NOT_NAMED.match(name) and len(name) >= 4:
            out.append(FoundInitiative(name, kind, item.sentence, start, start + len(name), "inner"))
    return out


def _kind(name: str, *where: str) -> InitiativeKind | None:
    pattern, table = _heads(*where)
    best: str | None = None
    for match in pattern.finditer(name):
        if match.end() == len(name):
            best = match.group() if best is None or len(match.group()) > len(best) else best
    return table[best] if best else None  # type: ignore[return-value]


_LOCAL_RULES = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:省|市|区|县|州|旗|盟)[\u4e00-\u9fff]{4,}(?:条例|规定)$")


def _books(sentence: Sentence) -> list[FoundInitiative]:
    out = []
    cut = _BOOK_CUT.finditer(sentence.text) if "?" in sentence.text else ()
    for match in (*_BOOK.finditer(sentence.text), *cut):
        name = _DRAFT.sub("", match.group("name")).strip()
        bare = _YEARS.sub("", name)
        kind = _kind(bare, "book", "quoted", "zone", "named")
        if kind is None and _LOCAL_RULES.match(bare):
            kind = "plan"  # 云南省民族团结进步示范区建设条例: a region's own; the nation's laws are none
        signed = kind is not None and _SIGNED_AS.search(sentence.text, 0, match.start()) is not None
        if kind is None or len(bare) < 4 or (len(bare) == 4 and _kind(bare[2:], "book") != kind and not signed):
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


def _quoted(sentence: Sentence, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """“慈常产业飞地” · “百日攻坚”行动 · 赣江新区“6510”行动计划 · 鄞州·景宁山海协作“飞地”产业园."""
    out = []
    text, base = sentence.text, sentence.start
    for match in _QUOTED.finditer(text):
        name, tail = match.group("name"), match.group("tail")
        inner = _kind(name, "zone", "named", "quoted", "thing")
        if inner is not None and _kind(name, "zone", "named", "quoted") is None:
            anchored = any(base + match.start() <= p.start and p.end <= base + match.end() for p in places)
            unveiled = re.match(r"(?:正式)?(?:揭牌|授牌|启动|开园|开馆|开行|开通|落成)", tail)
            if not anchored and not unveiled and not _BUILT_UP.search(text[: match.start()]):
                inner = None  # “命运共同体”
        if inner in ("zone", "project") and _LABELLED.search(text[: match.start()]):
            continue
        if (
            inner is not None
            and len(name) >= 5
            and not _VAGUE.match(name)
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
        zone = _kind(head.group("head"), "zone") is not None
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
                lead = max((m.end() for m in _TRIGGER.finditer(text, 0, start)), default=0)
                start = max(noun.start(), lead) if lead < start else start
                start += 2 if text[start : start + 2] in ("全县", "全市", "全区", "全省", "全州") else 0
        full = text[start : match.end("name") + 1] + head.group()
        kind = _kind(head.group("head"), "quoted", "named", "zone") or "campaign"
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


def _before_note(text: str, base: int, floor: int, note: int, anchors: Sequence[PlaceMention]) -> int:
    """Where a name begins of which a place stands in brackets at `note`: 推进|浙赣边际合作(衢饶)示范区, 中新(重庆)…项目."""
    before = [p for p in anchors if p.end - base <= note and _CLAUSE_WORD.search(text, p.end - base, note) is None]
    if before:
        first = before[-1]
        while (one := next((p for p in before if p.end == first.start), None)) is not None:
            first = one  # 津|冀(沧州)循环经济示范园区
        return first.start - base
    lead = max((m.end() for m in _TRIGGER.finditer(text, floor, note)), default=floor)
    return lead if 2 <= note - lead <= 8 else note + 1


#: 建设, 的 …: between a place and a bracket they show that the name begins later
_CLAUSE_WORD = re.compile("建设|推进|打造|实施|[的在是为把将]")


def _paired_park(spot: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether a park is named by the abbreviations of two places of the article."""
    return len(ShortNames(gazetteer(), places).pair(spot.text[:2])) == 2 and spot.text.endswith("园")


def _two_ends(name: str, start: int, places: Sequence[PlaceMention]) -> bool:
    """Whether a name begins with the abbreviations of two places: 苏宿工业园区."""
    return sum(p.form == "compound" and start <= p.start < start + 4 for p in places) >= 2


#: 中新重庆, 中德合肥: a park with a country is named after it first
_WITH_COUNTRY = re.compile(r"(?:中[新德韩白法意日俄埃哈老泰美英越印马柬沙]|海峡两岸)$")
_AS_MODEL = re.compile(r"打造[^,，。;；]*(?:示范区|样板区|高地|标杆|先行地|试验田)[、和]$")
#: 建设全面深化改革开放试验区、国家生态文明试验区的战略定位
_POSITION = re.compile(r"(?:、[^,，。;；、]{2,20}){0,5}的(?:战略|功能)?定位")
_COUNTED = re.compile(r"\d+余?多?[家个条座处项批]$")
_DESCRIBED = re.compile(r"(?:的|是|作为|成为|列为|属于|系|一[个座处家])$")
_BUILD_BEFORE = re.compile(r"(?:建设|打造|推进|创建|加快|规划)$")
_TALK_FOLLOWS = re.compile(r"区?(?:对口|党政|合作|协作|结对|联席|座谈|工作)")
_OF_FIRM = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:集团|公司|有限|银行|学校|医院)")
#: 与(重庆市)|九龙坡区共建产业合作园: verb and object
_BUILT_WITH = re.compile(r"[^|]*(?:与|同|和|跟|携手|联合|会同)[\u4e00-\u9fff]{0,8}\|[^|]{2,8}共建")
#: 繁昌区与上海市松江区共建产业园: what both do
_BOTH_BUILD = re.compile(r"[^·—\-]*(?:与|同|和|携手|联合)[^共·—\-]{2,12}共建[\u4e00-\u9fff]{2,6}$")
#: Where a name without marks cannot go on, and a place in brackets within one.
_BREAK = re.compile(r"[,，。;；:：()（）“”《》！!？?]")
_PLACE_NOTE = re.compile(
    r"(?<=[\u4e00-\u9fff])[(（]([\u4e00-\u9fff]{2,8}(?:—[\u4e00-\u9fff]{2,6})?)[)）](?=[\u4e00-\u9fff]{2})"
)
_HALF_NOTE = re.compile(r"[^(（]*[)）]")
_FREE_TRADE = re.compile(r"中国[(（]")
_DASH = re.compile(r"[·—-]")
_PARTS = frozenset({"核心区", "起步区", "启动区", "功能区", "集聚区"})
_JOINED_PLACE = re.compile(r"[·—－–-]+$")
_FIRST_END = re.compile(
    r"(?:对接|推进|推动|建设|共建|打造|支持|加快|实施|启动|探索|[与和、]|^)(?P<end>[\u4e00-\u9fff]{2,3}?)$"
)
_AHEAD = re.compile(
    r"(?:建设|推进|推动|支持|打造|创建|建好|加快)(?P<noun>(?![\u4e00-\u9fff]*(?:建设|推进|打造|[的和与在将以为、]))[\u4e00-\u9fff]{2,6})$"
)
_PARK = frozenset({"示范区", "示范带", "协作区", "先行区", "先行示范区", "试验区", "合作区", "创新合作区"})


def _proper(sentence: Sentence, places: Sequence[PlaceMention], document: Document) -> list[FoundInitiative]:
    out = []
    text, base = sentence.text, sentence.start
    pattern, table = _heads("zone", "named")
    if pattern.search(text) is None:
        return []
    flat = _PLACE_NOTE.sub(lambda m: f"〔{m.group(1)}〕", text)  # 浙赣边际合作(衢饶)示范区: the brackets belong to it
    taken = [(m.start(), m.end()) for m in re.finditer(r"《[^》]*》|“[^”]*”", text)]
    here = [p for p in places if p.start >= base and p.end <= sentence.end]
    for match in pattern.finditer(text):
        if any(a <= match.start() < b for a, b in taken):
            continue
        follow = text[match.end() : match.end() + 6]
        if re.match(
            r"(?:建设)?(?:协议|规划|方案|管委会|联盟|论坛|峰会|协会|学会|党工委|党委|管理局|办公室|工作|核心|范围|内|化)",
            follow,
        ) and not follow.startswith("建设"):
            continue
        if text[match.end() : match.end() + 1] in ("域", "产") or (
            match.group()[-1] == "城" and follow.startswith("市")
        ):
            continue  # 核心区域, 深圳智慧城市
        if re.search(r"在[^,，。]{0,20}$", text[: match.start()]) and re.match(r"(?:召开|举行|举办|隆重)", follow):
            continue  # the venue
        if pattern.match(text, match.end()) or re.match(r"[\u4e00-\u9fff]{1,4}(?:党工委|管委会|协议)", follow):
            continue
        floor = max((m.end() for m in _BREAK.finditer(flat, 0, match.start())), default=0)
        anchors = [
            p
            for p in here
            if p.start - base >= floor and p.end - base <= match.start() and match.start() - (p.end - base) <= 22
        ]
        ends = (match.end(), match.end() + text.startswith("区", match.end()))  # 保山产业园|区
        spot = next((p for p in here if p.start - base <= match.start() and p.end - base in ends), None)
        start = None
        if spot is not None and spot.level == "cluster" and match.group() in _PARK:
            start = spot.start - base  # 湘赣边区域合作示范区 is a named area and a zone under construction
        elif spot is not None and spot.level == "zone":
            joint = _JOINED_PLACE.search(text, floor, spot.start - base)
            if _paired_park(spot, places) or (joint and any(p.end - base == joint.start() for p in here)):
                start = spot.start - base  # 深哈产业园: what two build is a project, whatever else it is
            elif (
                (
                    re.search(r"推动$", text[floor : spot.start - base])
                    and re.match(r"[^,，。;；]{0,14}建设", text[match.end() :])
                )
                or re.search(
                    r"(?:建设|打造|推进|创建|共建|加快|建好)[\u4e00-\u9fff·—\-]{0,6}$", text[floor : spot.start - base]
                )
                or follow.startswith(("建设", "建成"))
            ):
                start = spot.start - base
            else:
                continue
        elif anchors:
            first = anchors[-1]
            for anchor in reversed(anchors):
                between = text[anchor.end - base : first.start - base]
                listed = between == "、" and anchor.level == "zone"  # 高新区、米易县现代农业园区: two places looked at
                if anchor is first or (between in ("", "·", "—", "-", "、", "与", "和", "市", "县") and not listed):
                    first = anchor
                else:
                    break
            if first is not anchors[-1] and first.level == "zone" and _TALK_FOLLOWS.match(follow):
                continue  # 金华开发区——保山产业园区对口支援工作座谈会议
            start = first.start - base
            note = flat.rfind("〔", floor, start)
            if note >= 0 and "〕" not in flat[note:start]:
                start = _before_note(text, base, floor, note, anchors)
            if first.form == "compound":  # 加快建设|内陆开放赣湘合作核心区
                ahead = _AHEAD.search(text, floor, start)
                start = ahead.start("noun") if ahead else start
            middle = text[anchors[-1].end - base : match.start()]
            verb = re.search(
                r"(?:建设|打造|推进|创建|共建(?=[^产])|加快|实施|融入|对接|围绕|发展(?=[^产基示试先核引合联])|的|等|在|与|和(?!谐|[\u4e00-\u9fff]{1,6}发展)|及|了|是|为|、|以|把)",
                middle,
            )
            if verb:
                later = start + (anchors[-1].end - base - start) + verb.end()
                if not re.search(r"[\u4e00-\u9fff]{3,}", text[later : match.start()]):
                    continue
                start = None
        if start is not None and _COUNTED.search(text, floor, start):
            continue  # 11家粤港澳联合实验室: one of a class
        if start is None:
            nature = _nature(text[floor : match.start()])
            national = (
                None
                if nature is not None
                else re.search(
                    r"(?:(?:国家(?!级)|中国|省级)[\u4e00-\u9fff]{2,16}|(?:(?:21世纪)?海上丝绸之路|丝绸之路经济带|长江经济带|黄河流域)[\u4e00-\u9fff]{0,16})$",
                    text[floor : match.start()],
                )
            )
            if nature is None and (national is None or len(national.group()) < 5):
                continue
            start = floor + (nature if nature is not None else national.start() if national else 0)
            if national is not None and _DESCRIBED.search(text[:start]):
                continue  # 榆林是国家重要能源基地, 集…于一体的国家…基地
        if _OF_FIRM.match(text, match.end()):
            continue  # 广州科学城|投资集团
        if text[start - 1 : start] == "”" and text.rfind("“", floor - 12 if floor > 12 else 0, start) >= 0:
            start = text.rfind("“", 0, start)  # “云品入沪”富宁八角基地
        abroad = _WITH_COUNTRY.search(text, floor, start)
        if abroad is not None:
            start = abroad.start()  # 中新|重庆示范项目核心区
        if _AS_MODEL.search(text, 0, start) or _POSITION.match(text, match.end()):
            continue  # 打造…示范区、新型城镇化示范区、京津冀协同发展示范区: what it is to be like
        joined = _JOINED_PLACE.search(text, floor, start)
        if joined and any(p.end - base == joined.start() for p in here):  # 佛山·|凉山农业产业园
            start = next(p.start - base for p in reversed(here) if p.end - base == joined.start())
        elif joined:
            first_end = _FIRST_END.search(text, floor, joined.start())
            if first_end is None:
                continue  # where its name begins, the page does not show
            start = first_end.start("end")  # 共建|顶山—汊河省际毗邻地区新型功能区
        name = text[start : match.end()]
        if name.endswith("园") and follow.startswith("区") and not follow.startswith("区域"):
            name += "区"
        section = re.match(r"[(（][\u4e00-\u9fff]{2,6}(?:段|期)[)）]", text[match.end() :])
        name += section.group() if section else ""
        if "的" in name or re.search(
            r"[两三四五六]大|[区县市省]长|书记|主任|调研|出席|考察|参加|召开|举行|审议|讨论|一行|启动|揭牌|签署|集团|公司|企业|并|了|承担|承办|获得|利用|布局|重点工程|第[一二三四]批|\d[条个座家项处]|重要|主要|大型",
            name,
        ):
            continue
        inner = match.group() in _PARTS and any(p.level == "zone" and p.end == base + match.start() for p in here)
        if inner and not follow.startswith("建设") and not _BUILD_BEFORE.search(text[floor:start]):
            continue  # 滨海新区核心区: where, not what
        if (
            len(name) <= 8
            and name.endswith(("产业园区", "工业园区"))
            and not _two_ends(name, start + base, places)
            and _DASH.search(name) is None
        ):
            continue
        one = sum(start + base <= p.start and not p.prefix for p in anchors) == 1
        if one and (
            re.search(r"[省市县区州]共建[\u4e00-\u9fff]{3,4}$", name)
            or _BUILT_WITH.match(flat[floor:start] + "|" + name)
        ):
            continue  # 将与怀宁县共建产业园: verb and object
        if _BOTH_BUILD.match(name):
            continue
        if re.fullmatch(
            r"[\u4e00-\u9fff]{2,8}?[省市县区州]?(?:工程|重点|重大|一批)?(?:建设|改造|更新|提升|治理)(?:项目|工程)", name
        ) and match.group() in ("建设项目", "建设工程", "改造项目", "提升工程", "改造工程"):
            continue  # 北京市工程建设项目: no name
        if spot is not None and spot.level == "cluster" and match.group() not in _PARK:
            continue  # a cluster by itself is a region
        if not 5 <= len(name) <= 34 or _NOT_NAMED.match(name) or _HALF_NOTE.match(name):
            continue
        if _FREE_TRADE.match(name) and not (follow.startswith("建设") or _BUILD_BEFORE.search(text, floor, start)):
            continue  # 中国(辽宁)自贸试验区 is a region, a plan only where it is built
        kind = table[match.group()]
        out.append(FoundInitiative(name, kind, sentence, base + start, base + start + len(name), "named"))  # type: ignore[arg-type]
    del document
    return out


_GEO = re.compile(
    r"(?![沿深临近远])[\u4e00-\u9fff]{1,4}?(?:河|江|湖|海|湾|岛|山|岭|峡|泊|溪|水|港|滩|洲|渠|泉)(?![\u4e00-\u9fff]{0,1}(?:平|洋|上|外|内|利))"
)


#: 琼江流域水旅|融合发展示范区: a noun within a name, which does not lead up to one
_MERGING = re.compile("融合$")


def _nature(text: str) -> int | None:
    """Where a name that begins with a river, lake or mountain starts: 推进|苦水河流域综合, 建设|七里海生态文旅."""
    leads = [m.end() for m in _TRIGGER.finditer(text) if _MERGING.search(m.group()) is None]
    lead = max([*leads, text.rfind("、") + 1])
    geo = _GEO.match(text, lead)
    return None if geo is None or len(text) - lead < 4 else lead


#: Plans told without marks: 讨论通过2021年三地人大协同工作计划, 签署共同推进气象高质量发展合作协议.
_PASSED = re.compile(
    r"(?:(?:审议|讨论|研究|表决)?(?:并)?(?:原则)?通过了?|印发了?|出台了?|发布了?|审定了?|会签了?)(?P<plan>[^,，。;；、《》“”]{5,30}?(?:工作计划|行动计划|实施方案|工作方案|工作要点|发展规划|行动方案|合作清单|重点任务清单))"
    r"|(?:签署|签订)了?(?P<pact>[^,，。;；、《》“”]{7,30}?(?:合作协议|框架协议|合作备忘录|战略协议|共建协议))"
)


_PASSED_WORDS = ("协议", "备忘录", "计划", "方案", "要点", "规划", "清单")


_PASSING = re.compile("通过|印发|出台|发布|审定|会签|签署|签订")


def _passed(sentence: Sentence) -> list[FoundInitiative]:
    out: list[FoundInitiative] = []
    if not any(word in sentence.text for word in _PASSED_WORDS):
        return out
    for match in _PASSED.finditer(sentence.text):
        group = "plan" if match.group("plan") else "pact"
        name = match.group(group)
        if re.match(r"(?:一批|多项|系列|有关|相关|若干)", name) or "的" in name[:-4]:
            continue
        out.append(
            FoundInitiative(
                name,
                "plan" if group == "plan" else "agreement",
                sentence,
                sentence.start + match.start(group),
                sentence.start + match.end(group),
                "passed",
            )
        )
    return out


#: 长三角一体化, 昌九一体化, 成渝地区双城经济圈建设, 老工业基地振兴战略: a strategy by its region.
_STRATEGY = re.compile(
    r"(?:区域)?(?:高质量)?(?:一体化发展|一体化|同城化发展|同城化|协同发展)(?=[\s,，。;；、”]|加快|建设|战略(?!合作|协议)|国家战略|步伐|进程|高层|$)|建设(?=一年|两年|三年|以来|走|提速|加速|迈)"
)
_CAMPAIGN = re.compile(
    r"学习贯彻习近平新时代中国特色社会主义思想主题教育|(?:党的|“)?[\u4e00-\u9fff”“、]{4,14}?(?:主题教育|教育实践活动|学习教育)(?!工作)"
)
_EDUCATION = re.compile("主题教育|教育实践活动|学习教育")
_NAMED_STRATEGY = re.compile(
    r"(?:实施|落实|推进|推动)(?P<name>(?:(?![和与及])[\u4e00-\u9fff]){4,14}?战略)(?:以来|[,，。;；])"
)


def _strategies(document: Document, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """Strategies by region's name, where the article is about them (in the headline, or told twice); campaigns of the party."""
    found: list[FoundInitiative] = []
    by_sentence = document.by_sentence(places)
    for sentence in document.sentences:
        text, base = sentence.text, sentence.start
        here = [p for p in by_sentence.get(base, ()) if p.level == "cluster" or p.form == "compound"]
        for place in here:
            tail = _STRATEGY.match(text, place.end - base)
            if tail is None or (tail.group() == "建设" and place.text.endswith("区")):  # …协作区|建设提速: a zone
                continue
            start = place.start
            for other in reversed(here):
                if other.end == start and other.form == "compound":
                    start = other.start
            if place.form == "compound" and start == place.start:
                continue
            name = text[start - base : tail.end()]
            found.append(FoundInitiative(name, "strategy", sentence, start, base + tail.end(), "strategy"))
        for place in here:
            if place.place is not None and place.place.kind == "corridor":
                found.append(FoundInitiative(place.name, "zone", sentence, place.start, place.end, "strategy"))
        for match in _CAMPAIGN.finditer(text) if _EDUCATION.search(text) else ():
            name = re.sub(r"^.*?(?=党的)|^.*?(?:在|开展|深入|扎实|推进|进行|第[一二]批)+", "", match.group())
            name = re.sub(r"^.*?(?=“)|^(?:全党|切实|继续|巩固|拓展|抓好|要|把|的|做好)+", "", name)
            if len(name) >= 6 and re.match(r"“|党|学习|群众", name):
                found.append(
                    FoundInitiative(
                        name, "campaign", sentence, base + match.end() - len(name), base + match.end(), "campaign"
                    )
                )
        for match in _NAMED_STRATEGY.finditer(text) if "战略" in text else ():
            found.append(
                FoundInitiative(
                    match.group("name"),
                    "strategy",
                    sentence,
                    base + match.start("name"),
                    base + match.end("name"),
                    "strategy",
                )
            )
    counts: dict[str, int] = {}
    for item in found:
        key = item.name.removesuffix("发展")
        first = bool(document.body) and item.sentence is document.body[0]
        counts[key] = counts.get(key, 0) + (3 if first or item.sentence.headline or item.rule == "campaign" else 1)
    return [
        f for f in found if f.rule == "campaign" or counts[f.name.removesuffix("发展")] >= 2 or f.name.endswith("战略")
    ]


#: 开展|母亲河复苏行动, 出席|马克思主义理论研究和建设工程|工作会议: what begins and ends a name without marks or place
_SAID = re.compile(
    r"(?:开展|实施|推进|推动|启动|参与|组织|深化|加快|参加|部署|谋划|抓好|出席|主持召开|举行)(?:好|了)?(?P<name>(?:(?![的是为将在了对把以等这该各有其]|重点|重大|项目|一批|全面|深入|开展|实施|推进|推动|加快)[\u4e00-\u9fff]){3,14}?"
    r"(?<!民生)(?<!专项)(?<!统一)(?<!集体)(?<!军事)(?:行动|工程))(?!计划|方案|项目|建设|师|量|院|学|局|部|款|队|机械|技术|车|法|指南|纲领|力|领导|指挥|化|造价|质量|监理|招投标|承包|自由|能力)"
)


def _said_again(document: Document) -> list[FoundInitiative]:
    """Campaigns and works without marks that the article calls by the same name twice or in its headline."""
    if document.text.count("行动") < 2 and document.text.count("工程") < 2:
        return []
    spans: dict[str, list[tuple[int, int, Sentence]]] = {}
    for sentence in document.sentences:
        for match in _SAID.finditer(sentence.text):
            a, b = match.span("name")
            spans.setdefault(match.group("name"), []).append((sentence.start + a, sentence.start + b, sentence))
    out: list[FoundInitiative] = []
    for name, told in spans.items():
        if len(name) < 6 or document.text.count(name) < 2:
            continue
        start, end, sentence = told[0]
        kind: InitiativeKind = "project" if name.endswith("工程") else "campaign"
        out.append(FoundInitiative(name, kind, sentence, start, end, "again", spans=told[1:]))
    return out


def _key(name: str) -> str:
    return re.sub(r"[\s“”\"《》·•—\-、,，()（）]", "", name).replace("江三角洲", "三角")


#: What leads up to a name and is none of it: 廊坊开展|散烧煤治理工程, 江西成为首批全境列入|…示范区, 积极参与|…经济走廊
_LEAD = re.compile(
    r"^.*(?:提出|启动|建立了?|形成|开展|成为|以其|响应|参与|列入|定为|深入实施|加快实施|实施|加快建设|果断地?采取|采取|(?<!党)建设(?=[^一]*(?:示范区|试验区|功能区|走廊|基地)$)|是(?=这次|我)|(?:这次)|(?<=国家)在|纳入|签订了?|签署了?|^[了的]+|^好)"
)
_GENERIC = re.compile(
    r".*(?:总部|生产|供应|供给)基地|(?:一揽子|重大|重点|跨世纪|单独|主体|单|系列|整体|具体|长期|短期|年度|五年)(?:计划|工程|行动|规划|战略|项目|功能区)|.{0,3}(?:规划|机制|计划|项目)"
)


#: 鲤城区将加强两地飞地, 签订协议:丰县与…: a clause, no name
_CLAUSE = re.compile(r"将(?:加强|与|同|和|建|继)|加强两[地市县区]|[:：](?!.*》)|^大战略$")


def _trimmed(item: FoundInitiative, places: Sequence[PlaceMention]) -> FoundInitiative | None:
    """The initiative without the clause before its name; None where nothing of its own is left."""
    if item.rule == "book":
        return item if proper_start(item.name, item.rule, ()) is not None else None
    opened = item.name.find("“")
    lead = _LEAD.match(item.name, 0, opened if opened >= 0 else len(item.name) - 3)
    if lead is not None:
        item.name = item.name[lead.end() :]
        item.start += lead.end()
    if _GENERIC.fullmatch(item.name) or len(item.name) < 4 or _CLAUSE.search(item.name.partition("“")[0]):
        return None
    if item.rule == "named" and (_NOT_NAMED.match(item.name) or _unbalanced(item.name)):
        return None
    inside = [
        (p.start - item.start, p.end - item.start, p.level != "cluster")
        for p in places
        if item.start <= p.start and p.end <= item.end
    ]
    start = proper_start(item.name, item.rule, inside)
    if start is None or (item.rule == "quoted" and _is_area(item, places)):
        return None
    item.name, item.start = item.name[start:], item.start + start
    return item


def _unbalanced(name: str) -> bool:
    """Whether a name begins or ends within brackets: 天津）和中国（福建）自贸试验区."""
    return sum(map(name.count, "(（")) != sum(map(name.count, ")）")) or name.find("）") < name.find("（")


def _is_area(item: FoundInitiative, places: Sequence[PlaceMention]) -> bool:
    """Whether what is quoted is a named area by itself: “长江经济带”."""
    return any(
        p.level == "cluster"
        and p.start == item.start
        and p.end == item.end
        and p.place is not None
        and p.place.kind not in ("corridor", "initiative", "route")
        for p in places
    )


def _merge(found: Sequence[FoundInitiative]) -> list[FoundInitiative]:
    """One per name; a short form that ends a longer name of the same kind is its alias."""
    out: list[FoundInitiative] = []
    for item in sorted(found, key=lambda f: (f.sentence.headline, f.start, -f.end)):
        same = next((o for o in out if _key(o.name).removesuffix("发展") == _key(item.name).removesuffix("发展")), None)
        if same is None and item.sentence.headline:
            same = next(
                (o for o in out if o.kind == item.kind and sorted(_key(o.name)) == sorted(_key(item.name))), None
            )
        if same is None and len(_key(item.name)) >= 5:
            same = next((o for o in out if o.kind == item.kind and _key(o.name).endswith(_key(item.name))), None)
        if same is None:
            same = next(
                (
                    o
                    for o in out
                    if o.kind == item.kind and len(_key(o.name)) >= 5 and _key(item.name).endswith(_key(o.name))
                ),
                None,
            )
            if same is not None:  # the short form came first
                same.aliases.append(same.name)
                same.name, same.rule = item.name, item.rule
                same.sentence, same.start, same.end = item.sentence, item.start, item.end
                same.spans.insert(0, (item.start, item.end, item.sentence))
                continue
        if same is None:
            item.spans.append((item.start, item.end, item.sentence))
            out.append(item)
        else:
            same.spans.append((item.start, item.end, item.sentence))
            if item.name != same.name and item.name not in same.aliases:
                same.aliases.append(item.name)
    return out
