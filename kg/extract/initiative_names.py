"""What names an initiative, and what only describes one or tells of it in a clause.

江苏建成国家级生物医药基地 is a clause, 国家重大战略 everybody's, 雁洋镇南福金柚种植基地 a place that was looked at. The words
that show it stand in a table (`kg/lexicon/data/initiative_words.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.lexicon.acts import initiative_words

#: A place within a name: where it begins and ends, and whether it is a division or zone (no cluster).
Span = tuple[int, int, bool]


@cache
def _any(use: str) -> re.Pattern[str]:
    words = sorted(initiative_words(use), key=len, reverse=True)
    return re.compile("|".join(f"(?<!共){w}" if w == "建成" else re.escape(w) for w in words))  # 共建|成宜…产业园


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"(?:{_any('generic').pattern})+")


@cache
def _ends_with(use: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_any(use).pattern})$")


_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》")
#: 辽宁等老工业基地振兴战略 and 赣南等原中央苏区 are named so.
_AND_SO_ON = re.compile(r"(?<![高中平初对同])等(?![级老原])")
#: Where one name ends and a second begins: 自主创新综合试验区和|绵阳科技城
_SECOND = re.compile(r"(?:区|园|基地|工程|计划|走廊|枢纽|公园|规划)(?:和|与|及|以及)(?=[\u4e00-\u9fff]{4})")
#: 龙游县与镇海区共建|镇海—龙游…产业园: who builds, and what
_TOGETHER = re.compile("(?:共建|共同(?:建设|打造|推进)|联合(?:建设|打造)|合作(?:建设|共建))")
#: Titles of speeches, books and columns: 《习近平主席为全球治理提供中国方案》
_TITLE = re.compile(r"[:：]|中国方案$|实际行动$|^把|学习纲要$|的[^的]{0,6}制度$|的重点任务$|制度和[^的]{0,6}规则$")
#: 《中华人民共和国…选举…的办法》: a law of the nation
_LAW = re.compile(r"^中华人民共和国(?!.*(?:政府|共和国.*共和国)).{4,}的?办法$")

_CAMPAIGN = re.compile("(?:主题教育|学习教育|教育实践活动)$")


def proper_start(name: str, rule: str, places: Sequence[Span]) -> int | None:
    """Where in `name` the proper name begins; None where there is none.

    `rule` is the one it was found by, `places` are the spans of the places told within it.
    """
    if rule == "book":
        told_of = _TITLE.search(name) or _LAW.match(name) or _generic().fullmatch(name)
        return None if told_of else 0
    outside = _blank(name)
    if "“" not in name and rule == "quoted":  # the whole of it stood in quotation marks
        slogan = _any("verb").search(name) or _any("slogan").match(name) or name in initiative_words("scare")
        return None if slogan or _plain(name) else 0
    quote = name.find("“")
    if quote >= 0 and name[quote + 1 : name.find("”", quote)] in initiative_words("scare"):
        return None  # “白名单”项目, “半拉子”工程
    start = _after_clause(outside, rule, places)
    if start is None:
        return None
    rest, left = name[start:], outside[start:]
    anchored = any(a >= start for a, _, _ in places)
    if (start and not anchored and "“" not in rest) or _plain(rest):
        return None
    if _any("vague").search(left) or _AND_SO_ON.search(left):
        return None
    if not anchored and _ends_with("unplaced").search(left):
        return None  # 促进|沿江省市自贸试验区
    if _ends_with("site").search(left) and not rest.startswith("国家"):
        return None
    last = max((b for _, b, _ in places), default=-1)
    if rule == "named" and (name[last:] == "基地" or _CAMPAIGN.search(name)):
        return None  # 江苏海门基地; 滨海新区主题教育, a campaign of the whole party
    return start


def _blank(name: str) -> str:
    """The name with what stands in marks blanked out, at the same offsets."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), name)


def _plain(name: str) -> bool:
    """Whether a name is made of words that are everybody's: 国家重大战略, 规划纲要."""
    return _generic().fullmatch(name) is not None or name in initiative_words("class")


def _after_clause(outside: str, rule: str, places: Sequence[Span]) -> int | None:
    """Where the name goes on after verbs, after the first of two names and after 、 between what are no two places."""
    quote = outside.find(" ")
    if quote >= 0 and any(m.start() > quote for m in _any("verb").finditer(outside)):
        return None  # “两个维护”落实到行动
    cuts = [m.end() for m in _any("verb").finditer(outside)]
    cuts += [m.end() for m in _SECOND.finditer(outside)]
    cuts += [m.end() for m in _TOGETHER.finditer(outside) if any(a == m.end() for a, _, _ in places)]
    for at, char in enumerate(outside):
        listed = any(b == at and firm for _, b, firm in places) and any(a == at + 1 for a, _, _ in places)
        if char == "、" and not listed:
            cuts.append(at + 1)
    start = max((c for c in cuts if c < len(outside) - 3), default=0)
    lead = _any("lead").match(outside, start) if rule == "named" else None
    while lead is not None:
        start = lead.end()
        lead = _any("lead").match(outside, start)
    return start
