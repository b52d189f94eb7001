"""Where an article ends: boxes of other headlines, second articles, running heads, bylines and the foot of the page."""

from __future__ import annotations

import re
from collections import Counter

from kg.clean.line import (
    DATE,
    HEADLINE,
    LABEL,
    OFFICE,
    STOPS,
    Line,
    echoed,
    is_byline,
    is_dateline,
    is_headline,
    is_prose,
    is_signature,
)

#: Behind so many lines of the page's own foot nothing is the article's any more.
_FEET = 2
_EMPTY = re.compile(r"(?:附件|附|链接|标签|下载|图片|视频|关联文档)\s*:?")
_COUNT = re.compile(r"[\d\s|/+]{1,12}")
#: A box of other headlines has no more lines; a paragraph that has so much of a headline tells what it says.
_LARGEST_BOX, _TOLD = 8, 0.5
#: So many boxes of other headlines are looked behind.
_BOXES = 5
#: A running head has so many characters, and stands on so many pages.
_RUNNING, _PAGES = range(4, 41), 2
_PAGE_NUMBER = re.compile(r"[—–·-]\s*\d{1,3}\s*[—–·-]|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}")
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")
#: Furniture that stands under a page, not under an article.
_FOOT = frozenset(
    {"tools", "share", "scan", "adjacent", "navigation", "host", "icp", "copyright", "masthead", "breadcrumb"}
)


def cut_tail(lines: list[Line], scopes: list[str], first: int) -> None:
    """Everything after 相关阅读, 版权声明 and their like goes, unless the article goes on there."""
    sizes = [line.end - line.start if line.kind == "body" else 0 for line in lines]
    before, whole = sum(sizes[: first + 1]), sum(sizes)
    boxes = 0
    for index in range(first + 1, len(lines)):
        before += sizes[index - 1] if index > first + 1 else 0
        if scopes[index] != "tail":
            continue
        kind = lines[index].kind
        rest = lines[index + 1 :]
        boxes += kind == "related"
        goes_on = _goes_on(lines[index], rest) if kind == "related" and boxes <= _BOXES else len(rest)
        if kind != "copyright" and whole - before > before and goes_on == len(rest):
            if boxes > _BOXES:
                return
            continue
        for line in rest[:goes_on]:
            if line.kind in {"body", "short"}:
                line.kind = kind
        if goes_on == len(rest):
            return


def _goes_on(heading: Line, rest: list[Line]) -> int:
    """Where in `rest` the article goes on behind a box of other headlines; its length where it does not.

    What follows the box is the article's where it is prose without headlines between, and none of it tells what a
    headline of the box says.
    """
    named = heading.match.partition(":")[2].strip()
    told = [named] if named else []
    box = 0
    while box < len(rest) and not is_prose(rest[box]):
        if rest[box].kind in {"short", "body"}:
            told.append(rest[box].match)
        elif is_dateline(rest[box].match):
            return len(rest)
        box += 1
    prose = [line for line in rest[box:] if is_prose(line)]
    last = max((i for i, line in enumerate(rest) if is_prose(line)), default=-1)
    between = [line for line in rest[box:last] if not is_prose(line)]
    if len(told) < 2 and not named:
        return len(rest)  # the heading of a report of its own
    if not prose or box > _LARGEST_BOX or len(between) > len(prose) // 3:
        return len(rest)
    if any(echoed(words, line.match) >= _TOLD for words in told for line in prose):
        return len(rest)
    if any(line.match.endswith(("…", "详细]", "...", "全文]")) for line in prose):
        return len(rest)
    return box


def running_heads(lines: list[Line], first: int) -> None:
    """What stands at the edge of every printed page: lines that are the same but for the number of the page."""
    if sum(_PAGE_NUMBER.fullmatch(line.match) is not None for line in lines[first:]) < _PAGES:
        return
    shorts = [line for line in lines[first:] if line.kind == "short" and len(line.match) in _RUNNING]
    often = Counter(_DIGITS.sub("", line.match) for line in shorts)
    for line in shorts:
        if often[_DIGITS.sub("", line.match)] >= _PAGES:
            line.kind = "running"


def second_article(lines: list[Line], first: int) -> None:
    """Where a page goes on with another article (headline, dateline with its labels, text), that one goes."""
    for index in range(first + 1, len(lines) - 2):
        line, below = lines[index], lines[index + 1]
        if line.kind != "short" or not HEADLINE <= len(line.match) <= 60 or line.match[-1] in STOPS:
            continue
        if OFFICE.search(line.match) or not is_dateline(below.match):
            continue
        if not (DATE.search(below.match) and LABEL.search(below.match)) or lines[index + 2].kind != "body":
            continue
        before = sum(len(other.match) for other in lines[:index] if other.kind == "body")
        after = sum(len(other.match) for other in lines[index:] if other.kind == "body")
        if before * 2 >= after and is_headline(line.match):
            for other in lines[index:]:
                other.kind = "second"
            return


def _contacts_of_notice(lines: list[Line], last: int) -> None:
    """Telephone and address between a notice and the office that signs it are the notice's own."""
    end = last + 1
    while end < len(lines) and lines[end].kind == "contact":
        end += 1
    if last + 1 < end < len(lines) and lines[end].kind == "short" and OFFICE.search(lines[end].match):
        for line in lines[last + 1 : end]:
            line.kind = "short"


def read_foot(lines: list[Line], first: int) -> None:
    """Set the kinds of the lines between and below the paragraphs; `first` is the first of them."""
    for line in lines[first:]:
        if line.kind == "short":
            if is_dateline(line.match):
                line.kind = "dateline"
            elif is_byline(line.match) or is_signature(line.match):
                line.kind = "byline"
    last = max((i for i, line in enumerate(lines) if line.kind == "body"), default=len(lines))
    headlines = {line.match for line in lines[:first] if line.kind == "head"}
    for line in lines[first:last]:
        if line.kind == "short" and line.match in headlines and len(line.match) >= HEADLINE:
            line.kind = "repeated"
    _contacts_of_notice(lines, last)
    feet = 0
    for line in lines[last + 1 :]:
        feet += line.kind in _FOOT
        if line.kind != "short":
            continue
        if _COUNT.fullmatch(line.match) or feet >= _FEET:
            line.kind = "tools"  # how often something was clicked, and what stands among the page's own lines
        elif line.match in headlines:
            line.kind = "repeated"
    for line, below in zip(lines[last + 1 :], [*lines[last + 2 :], None], strict=False):
        if (
            line.kind == "short"
            and _EMPTY.fullmatch(line.match)
            and (below is None or below.kind not in {"short", "body"})
        ):
            line.kind = "tools"  # a label whose value is not on the page
