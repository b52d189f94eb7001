"""Named plans, agreements, projects, zones under construction, strategies, mechanisms and campaigns.

Only what has a name: in book-title marks, in quotation marks with a head (“百日攻坚”行动, “慈常产业飞地”), or a proper name
that holds a place and ends in a head (苦水河流域综合治理工程, 锡连共建产业园). Slogans and general work are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.document import Document, Sentence
from kg.extract.initiative_kinds import NOT_NAMED, FoundInitiative, kind_of
from kg.extract.initiative_names import proper_start
from kg.extract.marked import books, quoted
from kg.extract.placed import placed_names
from kg.extract.places import PlaceMention
from kg.model import InitiativeKind

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
        here: list[FoundInitiative] = [*books(sentence), *quoted(sentence, places)]
        if not sentence.headline:
            here += [*placed_names(sentence, places), *_passed(sentence)]
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
        kind = kind_of(name, "zone", "named", "thing") or ("project" if quoted else None)
        anchored = any(start <= p.start and p.end <= start + len(name) for p in places)
        if kind is not None and (anchored or quoted) and not NOT_NAMED.match(name) and len(name) >= 4:
            out.append(FoundInitiative(name, kind, item.sentence, start, start + len(name), "inner"))
    return out


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
    if item.rule == "named" and (NOT_NAMED.match(item.name) or _unbalanced(item.name)):
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
