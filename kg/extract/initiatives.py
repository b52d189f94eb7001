"""Named plans, agreements, projects, zones under construction, strategies, mechanisms and campaigns.

Only what has a name: in book-title marks, in quotation marks with a head (“百日攻坚”行动, “慈常产业飞地”), or a proper name
that holds a place and ends in a head (苦水河流域综合治理工程, 锡连共建产业园). Slogans and general work are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.document import Document, Sentence
from kg.extract.places import PlaceMention
from kg.lexicon.acts import initiative_heads
from kg.model import InitiativeKind

_BOOK = re.compile(r"《(?P<name>[^《》]{2,80}(?:《[^《》]{1,40}》[^《》]{0,30})?)》")
_DRAFT = re.compile(r"[(（](?:讨论稿|征求意见稿|送审稿|草案|审议稿|修订稿|试行|审议|修订草案|草案修改稿|代拟稿)[)）]$")
_YEARS = re.compile(r"[(（][^()（）]*\d{4}[^()（）]*[)）]$")
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,30})”(?P<tail>[\u4e00-\u9fff]{0,12})")
_TRIGGER = re.compile(
    r"(?:高标准|高质量|高水平|高起点|全力|加快|聚力|着力|深入|积极|共同|合力|扎实|大力|全面|协同|携手|联合|持续|重点|有序|稳步|抓紧|主动)*"
    r"(?:建设好?|建好|建成|打造|推进|推动|实施好?|启动|共建|规划建设|做实|用好|办好|创建|申报|争创|抓好|包括|围绕|聚焦|谋划|落实|加快|融入|支持|设立|成立|参与|完善|健全|建立|依托|把|将|开展|以|就|对|在|为|响应|的|了|是|与|和|及|、|—|融合)"
    r"(?:国家级|省级)?(?=[\u4e00-\u9fff“\dA-Z])"
)
_NOT_NAMED = re.compile(
    r"(?:一批|各类|多个|重点|重大|有关|相关|所有|全部|这些|该|此|本|我|各|其他|上述|部分|一个|首批|新型|现代|特色|优势|生产|教育|原料|培训|实训|红色|爱国)"
)


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


def find_initiatives(document: Document, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    """The initiatives of the article, each once, in order of the text, with all spans."""
    found: list[FoundInitiative] = []
    for sentence in document.sentences:
        found.extend(_books(sentence))
        found.extend(_quoted(sentence, places))
        if not sentence.headline:
            found.extend(_proper(sentence, places, document))
    return _merge(found)


def _kind(name: str, *where: str) -> InitiativeKind | None:
    pattern, table = _heads(*where)
    best: str | None = None
    for match in pattern.finditer(name):
        if match.end() == len(name):
            best = match.group() if best is None or len(match.group()) > len(best) else best
    return table[best] if best else None  # type: ignore[return-value]


def _books(sentence: Sentence) -> list[FoundInitiative]:
    out = []
    for match in _BOOK.finditer(sentence.text):
        name = _DRAFT.sub("", match.group("name")).strip()
        bare = _YEARS.sub("", name)
        kind = _kind(bare, "book", "quoted", "zone", "named")
        if kind is None or len(bare) <= 4:
            continue
        if re.match(r"(?:中华人民共和国|中国共产党)[^,，]{2,20}(?:条例|法|准则)$", name):
            continue
        out.append(
            FoundInitiative(
                name, kind, sentence, sentence.start + match.start("name"), sentence.start + match.end("name"), "book"
            )
        )
    return out


def _quoted(sentence: Sentence, places: Sequence[PlaceMention]) -> list[FoundInitiative]:
    out = []
    text, base = sentence.text, sentence.start
    for match in _QUOTED.finditer(text):
        name, tail = match.group("name"), match.group("tail")
        inner = _kind(name, "zone", "named")
        if inner is not None and len(name) >= 5 and not _NOT_NAMED.match(name):
            out.append(
                FoundInitiative(name, inner, sentence, base + match.start("name"), base + match.end("name"), "quoted")
            )
        head = re.match(
            r"(?P<mid>[\u4e00-\u9fff]{0,6}?)(?P<head>行动计划|专项行动|行动|工程|计划|战略|结对活动|系列活动|主题活动|活动|联动机制|工作机制|机制|规划)",
            tail,
        )
        if head is None or re.search(
            r"(?:的|和|与|等|为|是|在|了|以|开展|推进|实施|品牌|模式|目标|要求|精神)", head.group("mid")
        ):
            continue
        start = match.start()
        before = [p for p in places if p.end == base + start and p.start >= base]
        if before:
            start = before[0].start - base
        else:
            noun = re.search(r"[\u4e00-\u9fff]{2,8}(?:整治|治理|提升|攻坚|改革|转型|振兴|服务|创建)$", text[:start])
            if noun:
                lead = max((m.end() for m in _TRIGGER.finditer(text, 0, start)), default=0)
                start = max(noun.start(), lead) if lead < start else start
                if (
                    "全县" in text[start : start + 2]
                    or "全市" in text[start : start + 2]
                    or "全区" in text[start : start + 2]
                ):
                    start += 2
        full = text[start : match.end("name") + 1] + head.group()
        kind = _kind(head.group("head"), "quoted", "named") or "campaign"
        out.append(FoundInitiative(full, kind, sentence, base + start, base + start + len(full), "quoted"))
    return out


def _proper(sentence: Sentence, places: Sequence[PlaceMention], document: Document) -> list[FoundInitiative]:
    out = []
    text, base = sentence.text, sentence.start
    pattern, table = _heads("zone", "named")
    taken = [(m.start(), m.end()) for m in re.finditer(r"《[^》]*》|“[^”]*”", text)]
    here = [p for p in places if p.start >= base and p.end <= sentence.end]
    for match in pattern.finditer(text):
        if any(a <= match.start() < b for a, b in taken):
            continue
        follow = text[match.end() : match.end() + 6]
        if re.match(
            r"(?:建设)?(?:协议|规划|方案|管委会|党工委|党委|管理局|办公室|工作|核心|范围|内|化)", follow
        ) and not follow.startswith("建设"):
            continue
        if pattern.match(text, match.end()) or re.match(r"[\u4e00-\u9fff]{1,4}(?:党工委|管委会|协议)", follow):
            continue
        floor = max(
            (m.end() for m in re.finditer(r"[,，。;；:：()（）“”《》！!？?]", text[: match.start()])), default=0
        )
        anchors = [
            p
            for p in here
            if p.start - base >= floor and p.end - base <= match.start() and match.start() - (p.end - base) <= 22
        ]
        spot = next((p for p in here if p.start - base <= match.start() and p.end - base == match.end()), None)
        start = None
        if spot is not None and spot.level == "zone":
            if re.search(
                r"(?:建设|打造|推进|创建|加快|建好)[\u4e00-\u9fff]{0,6}$", text[floor : spot.start - base]
            ) or follow.startswith("建设"):
                start = spot.start - base
            else:
                continue
        elif anchors:
            first = anchors[-1]
            for anchor in reversed(anchors):
                between = text[anchor.end - base : first.start - base]
                if anchor is first or between in ("", "·", "—", "-", "、", "与", "和", "市", "县"):
                    first = anchor
                else:
                    break
            start = first.start - base
            middle = text[anchors[-1].end - base : match.start()]
            verb = re.search(
                r"(?:建设|打造|推进|创建|共建(?=[^产])|加快|实施|融入|对接|围绕|发展(?=[^产基示试])|的|等|在|与|和(?!谐)|及|了|是|为|、|以|把)",
                middle,
            )
            if verb:
                later = start + (anchors[-1].end - base - start) + verb.end()
                if not re.search(r"[\u4e00-\u9fff]{3,}", text[later : match.start()]):
                    continue
                start = None
        if start is None:
            national = re.search(r"(?:国家(?!级)|中国|江西|省级)[\u4e00-\u9fff]{2,16}$", text[floor : match.start()])
            if national is None or len(national.group()) < 5:
                continue
            start = floor + national.start()
        name = text[start : match.end()]
        if not 5 <= len(name) <= 34 or _NOT_NAMED.match(name):
            continue
        kind = table[match.group()]
        out.append(FoundInitiative(name, kind, sentence, base + start, base + match.end(), "named"))  # type: ignore[arg-type]
    del document
    return out


def _key(name: str) -> str:
    return re.sub(r"[\s“”\"《》·•—\-、,，()（）]", "", name)


def _merge(found: Sequence[FoundInitiative]) -> list[FoundInitiative]:
    """One per name; a short form that ends a longer name of the same kind is its alias."""
    out: list[FoundInitiative] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        same = next((o for o in out if _key(o.name) == _key(item.name)), None)
        if same is None:
            same = next(
                (
                    o
                    for o in out
                    if o.kind == item.kind
                    and o.rule != "quoted"
                    and _key(o.name).endswith(_key(item.name))
                    and len(_key(item.name)) >= 5
                ),
                None,
            )
        if same is None:
            item.spans.append((item.start, item.end, item.sentence))
            out.append(item)
        else:
            same.spans.append((item.start, item.end, item.sentence))
            if item.name != same.name and item.name not in same.aliases:
                same.aliases.append(item.name)
    return out
