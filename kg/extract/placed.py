"""Initiatives without marks, named by a place and a head: 苦水河流域综合治理工程, 锡连共建产业园, 浙赣边际合作(衢饶)示范区."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.document import Sentence
from kg.extract.initiative_kinds import NOT_NAMED, TRIGGER, FoundInitiative, heads
from kg.extract.places import PlaceMention, ShortNames
from kg.lexicon import gazetteer


def _before_note(text: str, base: int, floor: int, note: int, anchors: Sequence[PlaceMention]) -> int:
    """Where a name begins of which a place stands in brackets at `note`: 推进|浙赣边际合作(衢饶)示范区, 中新(重庆)…项目."""
    before = [p for p in anchors if p.end - base <= note and _CLAUSE_WORD.search(text, p.end - base, note) is None]
    if before:
        first = before[-1]
        while (one := next((p for p in before if p.end == first.start), None)) is not None:
            first = one  # 津|冀(沧州)循环经济示范园区
        return first.start - base
    lead = max((m.end() for m in TRIGGER.finditer(text, floor, note)), default=floor)
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


def placed_names(sentence: Sentence, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    out = []
    text, base = sentence.text, sentence.start
    pattern, table = heads("zone", "named")
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
        if not 5 <= len(name) <= 34 or NOT_NAMED.match(name) or _HALF_NOTE.match(name):
            continue
        if _FREE_TRADE.match(name) and not (follow.startswith("建设") or _BUILD_BEFORE.search(text, floor, start)):
            continue  # 中国(辽宁)自贸试验区 is a region, a plan only where it is built
        kind = table[match.group()]
        out.append(FoundInitiative(name, kind, sentence, base + start, base + start + len(name), "named"))  # type: ignore[arg-type]
    return out


_GEO = re.compile(
    r"(?![沿深临近远])[\u4e00-\u9fff]{1,4}?(?:河|江|湖|海|湾|岛|山|岭|峡|泊|溪|水|港|滩|洲|渠|泉)(?![\u4e00-\u9fff]{0,1}(?:平|洋|上|外|内|利))"
)


#: 琼江流域水旅|融合发展示范区: a noun within a name, which does not lead up to one
_MERGING = re.compile("融合$")


def _nature(text: str) -> int | None:
    """Where a name that begins with a river, lake or mountain starts: 推进|苦水河流域综合, 建设|七里海生态文旅."""
    leads = [m.end() for m in TRIGGER.finditer(text) if _MERGING.search(m.group()) is None]
    lead = max([*leads, text.rfind("、") + 1])
    geo = _GEO.match(text, lead)
    return None if geo is None or len(text) - lead < 4 else lead
