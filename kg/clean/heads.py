"""The head of an article: its headline among menus, breadcrumbs and headlines of others, and what stands under it."""

from __future__ import annotations

import re

from kg.clean.furniture import is_menu_word
from kg.clean.line import (
    BRACKETED,
    DATE,
    GLUED,
    HAN,
    HEADLINE,
    LABEL,
    Line,
    echoed,
    is_author,
    is_bulleted,
    is_byline,
    is_dateline,
    may_be_headline,
)

_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff·]{2,20}(?:人民政府|政府网站?|政府门户网站?|政务网|信息网|新闻网|门户网站|融媒体?(?:中心)?|日报社?|传媒网"
    r"|在线|广播电视台|党建网|政府信息公开|官方网站|委员会|小说网)(?:网站)?"
)
#: The name of a site alone on a line.
_SITE_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,5}(?:网|在线|日报|晚报|晨报|时报|融媒|发布)|(?:掌上|今日|走进|魅力)[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff]{2,8}\s?(?:客户端|数据库|频道|资讯)"
)
#: What a headline begins and ends with that is not its own.
_ORNAMENT = re.compile(r"[-·•>|★☆◆●■▲]+\s+(?=\S)")
_SITE_SUFFIX = re.compile(
    r"\s*[-_|—–]{1,2}\s*[\u4e00-\u9fff]{0,16}(?:网|网站|在线|日报|晚报|晨报|时报|融媒|发布|人民政府|客户端|频道|中心|平台)"
    r"(?:\s*[-_|]\s*[\u4e00-\u9fff]{2,16})?\s*$|\s*[|_]\s*$"
)
#: What the breadcrumb ends with, where it ends with the headline.
_LAST_STEP = re.compile(r"[>»›]\s*([^>»›\s][^>»›]{9,60}?)\s*$")
_STEP = re.compile(r"[>»›]")
_LAST_PART = re.compile(r"[|\s]\s*([^|\s]{10,60})\s*$")
_CALLED = re.compile(r"(?:正文|内容|详情|详细内容|信息内容|浏览文章|浏览|文章)\s+")
#: So many lines between menu and text may be headlines, datelines and bylines; where there are more, the last ones,
#: and of a page without text the first.
_HEAD_LINES = 400
#: The column behind a headline, before the name of the site; the words of a menu in front of it.
_COLUMN = re.compile(
    r"\s*[-_|—–]{1,2}\s*(?:[\u4e00-\u9fff]{0,6}(?:要闻|新闻|动态|公开|信息|资讯|频道|公告|专栏|头条|时政)|正文)\s*$"
)
_TOKEN = re.compile(r"[^\s|·]+")
_MENU, _MENU_WORD = 3, 6
#: A headline of which the beginning of the text has no more is another article's; a headline of news tells an act.
_STRANGE, _OWN, _BEGINNING = 0.12, 0.35, 600
_NEWS = re.compile(
    r"召开|举行|调研|出席|部署|推进|启动|开展|会见|考察|督[导查]|检查|签[约订署]|通报|公示|印发|慰问|座谈|开工|揭牌"
)
_SECTION = re.compile(r"(?:专区|专栏|专题|平台|入口|频道|数据库|客户端|检索|阅读器|电子报|广告|热线|大厅)$")
#: So many headlines on one line, each of so many characters, are a list of them.
_LISTED, _LISTED_SIZE = 5, 8
#: Who publishes, alone on a line beside the date.
_PUBLISHES = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:融媒体?(?:中心)?|新闻中心|传媒中心|电视台|日报社?|晚报|新闻网|宣传部|办公室|人民政府|网信办)"
)
_PUBLISHER = re.compile(
    r":|(?:[网报部局办委厅站台社处院号]|中心|政府|频道|融媒|客户端)$|[>|]|^原创 |(?:^|\s)(\S{2,10}) \1$"
)


def read_head(lines: list[Line], first: int) -> None:
    """Set the kinds of the lines above the text; `first` is its first line."""
    top = _below_menus(lines, first)
    for line in lines[:top]:
        if line.kind == "short":
            line.kind = "masthead"
    if first - top > _HEAD_LINES:
        if first < len(lines):
            top = first - _HEAD_LINES
        else:
            first = top + _HEAD_LINES
    _part_headlines(lines, top, first)
    first = next((i for i, line in enumerate(lines) if i >= top and line.kind == "body"), len(lines))
    candidates = [line for line in lines[top:first] if line.kind == "short"][:_HEAD_LINES]
    for line in candidates:
        if is_dateline(line.match):
            line.kind = "dateline"
        elif is_byline(line.match) or is_bulleted(line.match):
            line.kind = "byline"
    head = [line for line in candidates if line.kind == "short"]
    for above, line, below in zip([None, *candidates], candidates, [*candidates[1:], None], strict=False):
        if (
            line.kind == "short"
            and line is not head[0]
            and any(near is not None and near.kind == "dateline" for near in (above, below))
            and (_SITE_NAME.fullmatch(line.match) or _PUBLISHES.fullmatch(line.match))
        ):
            line.kind = "dateline"  # who published it, between headline and date
            head.remove(line)
    named = next((at for at, line in enumerate(head) if may_be_headline(line.match)), 0)
    menu = top > 0 and lines[top - 1].kind == "navigation"
    menu = menu or 2 * sum(is_menu_word(line.match) for line in head[:named]) >= max(2, named)
    if named and menu and all(len(HAN.findall(line.match)) <= _MENU_WORD for line in head[:named]):
        for line in head[:named]:
            line.kind = "navigation"  # the words of a menu, one a line
        del head[:named]
    if len(head) == 1 and is_author(head[0].match) and first < len(lines) and not _is_told(head[0], lines[first:]):
        head.pop().kind = "byline"  # where a page has no headline
    while len(head) > 1 and (_MASTHEAD.fullmatch(head[0].match) or _SITE_NAME.fullmatch(head[0].match)):
        head.pop(0).kind = "masthead"
    for line in _repeated(head):
        line.kind = "repeated"
    for line in _others(lines, head, first):
        line.kind = "navigation"
    for line in head:
        if line.kind == "short":
            line.kind = "head"
            _trim(line)


def _below_menus(lines: list[Line], first: int) -> int:
    """Where the article's head begins: below the last menu or breadcrumb that has its headline under it.

    A menu may stand under the headline too; and a breadcrumb may end with it, which is then made a line of its own.
    """
    menus = [at for at in range(first) if lines[at].kind in {"breadcrumb", "navigation", "adjacent"}]
    if not menus:
        return 0
    above = menus[-1]
    if _has_headline(lines[above + 1 : first]) or _headline_in_crumbs(lines, above):
        return above + 1
    for before, menu in zip([*reversed(menus[:-1]), -1], reversed(menus), strict=True):
        if _has_headline(lines[before + 1 : menu]):
            return before + 1
    return above + 1


def _has_headline(lines: list[Line]) -> bool:
    return any(
        line.kind == "short" and may_be_headline(line.match) and not _MASTHEAD.fullmatch(line.match) for line in lines
    )


def _headline_in_crumbs(lines: list[Line], at: int) -> bool:
    """Where no other line is the headline, the last part of the breadcrumb or menu above the text may be; whether."""
    line = lines[at]
    part = (_LAST_STEP if _STEP.search(line.match) else _LAST_PART).search(line.match)
    if part is None or len(HAN.findall(part[1])) < GLUED - 2 or _SITE_NAME.fullmatch(part[1]):
        return False
    start = part.start(1) + (named.end() if (named := _CALLED.match(part[1])) else 0)
    words = line.match[start : part.end(1)]
    line.kind = "breadcrumb"
    line.end, line.match = line.start + start, line.match[:start]
    lines.insert(at + 1, Line(line.end, line.end + len(words), words))
    return True


def _part_headlines(lines: list[Line], top: int, first: int) -> None:
    """Where headline and dateline stand on one line, make two of it."""
    for index in range(min(first, len(lines)) - 1, top - 1, -1):
        line = lines[index]
        if line.kind != "short" or not is_dateline(line.match) or BRACKETED.match(line.match):
            continue
        signs = [match.start() for match in (LABEL.search(line.match), DATE.search(line.match)) if match]
        words = line.match[: min(signs)].rstrip(" ([【|")
        if len(HAN.findall(words)) >= GLUED - 4 and len(words) >= GLUED and not _PUBLISHER.search(words):
            lines.insert(index, Line(line.start, line.start + len(words), words))
            line.start += len(words)
            line.match = line.match[len(words) :]


def _repeated(head: list[Line]) -> list[Line]:
    """Of a headline that stands there twice all but one, and the menu before it."""
    seen: dict[str, int] = {}
    for index, line in enumerate(head):
        first = seen.setdefault(line.match, index)
        if first < index and len(line.match) >= HEADLINE:
            return [*head[:first], *(other for other in head[first + 1 :] if other.match == line.match)]
    return []


def _others(lines: list[Line], head: list[Line], first: int) -> list[Line]:
    """Headlines of other articles above the page's own, which the text repeats while it has nothing of theirs."""
    shorts = [line for line in head if line.kind == "short" and may_be_headline(line.match)]
    if len(shorts) < 2:
        return []
    text = "".join(line.match for line in lines[first:] if line.kind == "body")[:_BEGINNING]
    echoes = [echoed(line.match, text) for line in shorts]
    own = next(
        (
            at
            for at, (line, echo) in enumerate(zip(shorts, echoes, strict=True))
            if echo >= _OWN and not _is_list(line.match)
        ),
        0,
    )
    strange = [
        line for line, echo in zip(shorts[:own], echoes, strict=False) if echo <= _STRANGE or _is_list(line.match)
    ]
    if len(strange) < own or shorts[own].match[0] in "—-":
        return []  # a subtitle, which says more plainly what its headline is about
    if (
        own == 1
        and not any(pattern.search(strange[0].match) for pattern in (_NEWS, _SECTION))
        and not _is_list(strange[0].match)
    ):
        return []
    return strange


def _is_list(words: str) -> bool:
    """Many headlines on one line."""
    return sum(len(part) >= _LISTED_SIZE for part in words.split()) >= _LISTED


def _trim(line: Line) -> None:
    """Take ornaments, menus and the name of the site from the ends of a headline."""
    if menu := _menu_before(line.match):
        line.start += menu
        line.match = line.match[menu:]
    if before := _ORNAMENT.match(line.match):
        line.start += before.end()
        line.match = line.match[before.end() :]
    if (after := _SITE_SUFFIX.search(line.match)) and after.start() >= HEADLINE:
        line.end -= len(line.match) - after.start()
        line.match = line.match[: after.start()]
        if (column := _COLUMN.search(line.match)) and column.start() >= HEADLINE:
            line.end -= len(line.match) - column.start()
            line.match = line.match[: column.start()]


def _menu_before(words: str) -> int:
    """How much of a line is a menu in front of its headline."""
    begin = _TOKEN.search(words)
    if begin is None or len(begin.group()) > _MENU_WORD:
        return 0
    tokens = list(_TOKEN.finditer(words))
    menu = next((at for at, token in enumerate(tokens) if len(token.group()) > _MENU_WORD), 0)
    if menu < _MENU:
        return 0
    known = sum(is_menu_word(token.group()) for token in tokens[:menu])
    return tokens[menu].start() if 2 * known >= menu and len(words) - tokens[menu].start() >= HEADLINE else 0


def _is_told(name: Line, lines: list[Line]) -> bool:
    """Whether the text speaks of the one who is named above it."""
    return any(name.match in line.match for line in lines if line.kind == "body")
