"""What an initiative found in a text is, the heads of names that tell its kind, and the words that lead up to a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.document import Sentence
from kg.lexicon.acts import initiative_heads
from kg.model import InitiativeKind

#: What leads up to a name: 加快建设|…, 深入实施|…, 围绕|…
TRIGGER = re.compile(
    r"(?:高标准|高质量|高水平|高起点|全力|加快|聚力|着力|深入|积极|共同|合力|扎实|大力|全面|协同|携手|联合|持续|重点|有序|稳步|抓紧|主动)*"
    r"(?:建设好?|建好|建成|督查|调研|视察|察看|检查|深入|打造|推进|推动|实施好?|启动|共建|规划建设|做实|用好|办好|创建|申报|争创|抓好|包括|围绕|聚焦|谋划|落实|加快|融入|支持|设立|成立|参与|完善|健全|建立|依托|把|将|开展|以|就|对|在|为|响应|的|了|是|与|和|及|、|—|融合)"
    r"(?:国家级|省级)?(?=[\u4e00-\u9fff“\dA-Z])"
)
#: What a name without marks does not begin with: 一批…, 重点…, 红色…基地.
NOT_NAMED = re.compile(
    r"(?:一批|各类|多个|重点|重大|有关|相关|所有|全部|这些|该|此|本|我|各|其他|上述|部分|一个|首批|新型|现代|特色|优势|生产|教育|原料|培训|实训|红色|爱国|流域|河道)"
)
#: The same of a name in quotation marks.
VAGUE = re.compile(r"(?:一批|各类|多个|重点|重大|有关|相关|所有|全部|这些|该|此|本|我|各|其他|上述|部分|一个|首批)")


@dataclass(slots=True)
class FoundInitiative:
    """One initiative of an article: its name, where it first stands, the rule that found it, and all its places."""

    name: str
    kind: InitiativeKind
    sentence: Sentence
    start: int
    end: int
    rule: str
    aliases: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, Sentence]] = field(default_factory=list)


@cache
def heads(*where: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the heads of names (示范区, 工程) that stand so (`where`: book, quoted, zone, named, thing); their kinds."""
    table = {head: kind for head, kind, place in initiative_heads() if place in where}
    words = "|".join(re.escape(h) for h in sorted(table, key=len, reverse=True))
    return re.compile(f"(?:{words})"), table


def kind_of(name: str, *where: str) -> InitiativeKind | None:
    """The kind that the longest head at the end of `name` tells; None where it ends in none that stands so."""
    pattern, table = heads(*where)
    best: str | None = None
    for match in pattern.finditer(name):
        if match.end() == len(name):
            best = match.group() if best is None or len(match.group()) > len(best) else best
    return table[best] if best else None  # type: ignore[return-value]
