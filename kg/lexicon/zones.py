"""Zones that are in no list: a division's name with the words for a zone behind it, like 怀宁经济开发区."""

from __future__ import annotations

import re

from kg.lexicon.places import Place, PlaceHit

#: Words that stand between the place and the kind of zone.
_OF = (
    "国家级|国家|省级|国际|东部|西部|南部|北部|临空|临港|空港|航空港|滨海|滨江|滨湖|沿海|沿江|高铁|高新技术产业|高新技术|高新科技|高新|"
    "经济技术|经济综合|经济|高端|先进|智能|智慧|装备制造|装备|制造业|轻纺|纺织|化工|石化|循环经济|循环|绿色|生态|科技创新|科技|文化|"
    "旅游|现代服务业|现代农业|现代|农业|食品|医药|生物|新材料|新能源|电子信息|电子|信息|汽车|大健康|健康|物流|商贸|综合|承接产业转移|"
    "产业转移|转型|出口|边境|跨境|特别|自主创新|创新|产业|工业"
)
#: Kinds that need no word before them, and such that do (产业园 alone may be any).
_ALONE = (
    "经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|经开区|高新区|开发区|工业园区|工业园|新区|"
    "综合保税区|综保区|保税港区|保税区|出口加工区|产业集聚区|产业集中区|工业集中区|边境经济合作区|边合区|自贸片区"
)
_WITH = (
    "经济实验区|经济试验区|经济区|实验区|工业区|产业园区|产业园|产业区|加工区|物流园区|物流园|科学城|科技城|科技园|软件园|示范区|合作区|"
    "集聚区|集中区|度假区|新城|起步区|先导区|创新区"
)
#: Industry words before 开发区 and 园 are spelt out above; the place may come first with a second place in brackets: 深圳(哈尔滨)产业园区.
_ZONE = re.compile(
    rf"(?:{_ALONE}|(?:[(（][一-鿿]{{2,6}}[)）])?(?:{_OF}){{1,4}}(?:{_WITH}|{_ALONE})|[(（][一-鿿]{{2,6}}[)）](?:{_WITH}|{_ALONE}))"
)
#: 新区 and 开发区 followed by these are something else (新区划, 开发区域).
_NOT_BEHIND = frozenset("划域别")


def zone_behind(text: str, hit: PlaceHit, before: PlaceHit | None = None) -> PlaceHit:
    """The zone named by a division's hit and the words behind it; the hit itself where there are none.

    `before` is the short form of the prefecture right before the hit: part of the zone's name. A province's name is not enough: 江苏高新区 are all those of Jiangsu.
    """
    first = hit.places[0]
    if hit.form not in ("full", "short", "alias") or first.level not in ("prefecture", "county", "township"):
        return hit
    match = _ZONE.match(text, hit.end)
    if match is None or text[match.end() : match.end() + 1] in _NOT_BEHIND:
        return hit
    start = hit.start if before is None or before.places[0].level != "prefecture" else before.start
    name = text[start : match.end()].replace("（", "(").replace("）", ")")
    zone = Place(
        id=f"zone:{name}",
        code=None,
        name=name,
        level="zone",
        parent=first.id if len(hit.places) == 1 else None,
        members=(first.id,) if len(hit.places) == 1 else (),
        kind="unlisted",
        source="pattern",
    )
    return PlaceHit(start, match.end(), text[start : match.end()], (zone,), "full")
