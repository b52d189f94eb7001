"""Which line of the page is what: headline, dateline, body, byline, or furniture that is no part of the article."""

from __future__ import annotations

import re
from collections import Counter

from kg.clean.furniture import furniture_table, look_at
from kg.clean.heads import read_head
from kg.clean.line import Line, Page
from kg.clean.swap import Swap
from kg.clean.tails import cut_tail, read_foot, running_heads, second_article

#: Patterns of furniture and metadata are written for half-width marks; this brings a copy of a line to them.
_MATCH = Swap("：（），；！？｜＞＜／　［］－０１２３４５６７８９\xa0", ":(),;!?|></ []-0123456789 ")
_LINE = re.compile(r"[^\n]+")
_ASKS = re.compile(r"[^。]{8,44}[?!]")
#: A field of the table that heads a public document, its value on the next line; those that need no colon to be one.
_FIELD = re.compile(
    r"(?:索\s*引\s*号|(?:主题|体裁|组配|信息|公开|服务对象)分类|发文(?:机关|机构|单位|字号|日期)|文\s*号|成文日期|生成日期"
    r"|(?:生效|废止|失效)(?:日期|时间)|有\s*效\s*性|公开(?:方式|形式|范围|时限|程序|日期)|内容概述|信息名称|主\s*题\s*词|文件编号"
    r"|是否有效)\s*:?"
)
_FIELD_WITH_COLON = re.compile(
    r"(?:名\s*称|标\s*题|分\s*类|关\s*键\s*[词字]|概\s*述|体\s*裁|栏\s*目|发布(?:机构|单位)|责任部门)\s*:"
)
_LONGEST_VALUE = 40
#: No two paragraphs of so many characters are the same; where some stand twice, no two sentences either.
_PARAGRAPH, _SENTENCE = 30, 12


def read_lines(text: str) -> Page:
    """Tell the lines of `text` apart."""
    page = Page()
    half = _MATCH(text)
    at = 0
    apart = False  # whether an empty line stands before it; the beginning of the page is none
    for raw in text.split("\n"):
        if bare := raw.strip():
            start = at + (0 if raw[0] == bare[0] else raw.index(bare[0]))
            end = start + len(bare)
            page.lines.append(Line(start, end, half[start:end], "short", apart or raw[0] in " \u3000\t\xa0"))
        at += len(raw) + 1
        apart = not raw and at > 1
    _classify(page.lines)
    return page


def _classify(lines: list[Line]) -> None:
    furniture = furniture_table()
    known: dict[str, tuple[str, str]] = {}  # many a page says the same again and again
    scopes: list[str] = []
    for line in lines:
        if (said := known.get(line.match)) is not None:
            line.kind = said[0]
        else:
            scope = look_at(line, furniture)
            said = known[line.match] = line.kind, scope
        scopes.append(said[1])
    _fields(lines)
    _again(lines)
    first = next((i for i, line in enumerate(lines) if line.kind == "body"), len(lines))
    if first < len(lines) and _ASKS.fullmatch(lines[first].match) and not any(x.kind == "short" for x in lines[:first]):
        lines[first].kind = "short"  # nothing else above the text: a headline that asks
        first = next((i for i, line in enumerate(lines) if line.kind == "body"), len(lines))
    if first == len(lines):
        first = next((i for i, line in enumerate(lines) if line.kind == "short" and "。" in line.match), len(lines))
    running_heads(lines, first)
    cut_tail(lines, scopes, first)
    second_article(lines, first)
    read_head(lines, min(first, len(lines)))
    read_foot(lines, first)


def _fields(lines: list[Line]) -> None:
    """Take out the table of a public document (索引号, 发文字号 …) where each field and each value is a line."""
    are_fields = [
        bool(len(line.match) <= 8 and (_FIELD.fullmatch(line.match) or _FIELD_WITH_COLON.fullmatch(line.match)))
        for line in lines
    ]
    if sum(are_fields) < 2:
        return
    often = Counter(line.match for line in lines)
    for index, line in enumerate(lines):
        if not are_fields[index]:
            continue
        line.kind = "source_note"
        value = lines[index + 1] if index + 1 < len(lines) and not are_fields[index + 1] else None
        if value is None or value.kind != "short" or len(value.match) > _LONGEST_VALUE:
            continue
        if line.match[0] not in "名标信" or often[value.match] > 1:  # the headline may stand nowhere else
            value.kind = "source_note"


def _again(lines: list[Line]) -> None:
    """Paragraphs that stand on the page twice (for the telephone and for the screen) stand there once."""
    bodies = [line.match for line in lines if line.kind == "body"]
    if len({words[:_PARAGRAPH] for words in bodies}) == len(bodies):
        return
    often = Counter(bodies)
    again = sum(count > 1 and len(words) >= _PARAGRAPH for words, count in often.items())
    if not again:
        return
    least = _PARAGRAPH if again == 1 else _SENTENCE
    seen: set[str] = set()
    for line in lines:
        if line.kind == "body" and len(line.match) >= least:
            if line.match in seen:
                line.kind = "repeated"
            seen.add(line.match)
