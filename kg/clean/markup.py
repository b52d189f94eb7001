"""HTML → the lines of its main part, with the way back, and what its head says about the article.

Written here and not taken from a library because every character must keep its place in the raw page: no extractor
tells offsets. One pass over the tags, linear in length, whatever is broken in the page.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from kg.clean.offsets import Edit
from kg.clean.work import Work

_LOOKS = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|span|td|li|a|h1|h2|table|ul)>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})")
#: What follows a sign that opens no tag: more of them, none of which can.
_STRAY = re.compile(r"(?:<(?=<))*")
_ATTRIBUTE = re.compile(r"([A-Za-z_:][A-Za-z0-9_:.-]{0,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SKIP = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "button"}
)
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "base", "area", "col", "embed", "param", "source", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "tt", "u", "ucaps", "founder-content", "wbr", "bdo", "time"}
)
_BOILERPLATE_TAGS = frozenset({"nav", "footer", "aside", "form", "menu", "dialog"})
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?\d*|menu|foot(?:er)?|copyright|share|bdshare\w*|breadcrumbs?|crumbs?|sidebar|aside"
    r"|related|relate|recommend\w*|hot(?:news|list)?|comments?|advert\w*|ads?|banner|toolbar|login|search|qrcode|ewm"
    r"|friendlinks?|links?|pager?|pagination|prevnext|hidden|sr-only|top-?bar|position|location)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|pt)?\s*(?:;|$)", re.IGNORECASE
)
_BLANK = re.compile(r"[ \t\n\r\f\u3000]*\n[ \t\n\r\f\u3000]*|[ \t\r\f]{2,}")
#: Without one of these a stretch has neither entities nor such blanks.
_UNTIDY = re.compile(r"[&\n \t\r\f]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[。！？；，,]")


_LONGEST_TITLE = 2000
#: How much a paragraph speaks for its element, the one around it, and so on outwards; the same for one alone in a cell,
#: and for one in a cell with others.
_IN_BLOCK: tuple[float, ...] = (1.0, 0.9, 0.3)
_IN_CELL = (0.3, 0.3, 1.0, 0.9)
_IN_COLUMN = (1.0, 0.3, 0.3)
_CELLS = frozenset({"td", "th", "dd"})


@dataclass(slots=True)
class PageInfo:
    """What tags, meta elements and JSON-LD say, as found: not yet cleaned."""

    title: str | None = None
    heading: str | None = None
    published: str | None = None
    source: str | None = None
    authors: list[str] = field(default_factory=list)
    site: list[str] = field(default_factory=list)
    #: Lines outside the main part that may name the source, the date or the author.
    around: list[str] = field(default_factory=list)
    #: The document's own breadcrumb and masthead.
    breadcrumb: list[str] = field(default_factory=list)


def is_markup(text: str) -> bool:
    """Whether `text` is an HTML page (and not plain text with a stray tag)."""
    head = text[:4000]
    return bool(_LOOKS.search(head)) or len(_CLOSING.findall(text[:20_000])) >= 3


@dataclass(slots=True, eq=False)
class _Block:
    path: tuple[int, ...]
    pieces: list[tuple[int, int]] = field(default_factory=list)
    link: int = 0
    size: int = 0
    tag: str = ""
    boilerplate: bool = False

    def content(self, text: str) -> str:
        """Its part of the page's `text`."""
        if len(self.pieces) == 1:
            start, end = self.pieces[0]
            return text[start:end].strip()
        return "".join([text[start:end] for start, end in self.pieces]).strip()


def extract(work: Work) -> PageInfo:
    """Bring the page on the bench down to the lines of its main part."""
    blocks, info = _parse(work.text)
    main = _main(blocks, work.text, info)
    edits: list[Edit] = []
    at = 0
    last = ""
    for block in main:
        first = True
        for start, end in block.pieces:
            if start > at:
                edits.append(Edit(at, start, "\n" if first and last else ""))
            first = False
            if _UNTIDY.search(work.text, start, end):
                edits.extend(_tidy(work.text, start, end))
            at = end
        last = "x"
    if at < len(work.text):
        edits.append(Edit(at, len(work.text), ""))
    work.note("markup", len(blocks))
    work.edit([edit for edit in edits if edit.end > edit.start or edit.text])
    return info


def _tidy(text: str, start: int, end: int) -> list[Edit]:
    """Entities read, blanks of the source's own layout taken out, within one stretch of text."""
    edits: list[Edit] = []
    piece = text[start:end]
    if "&" in piece:
        for match in _ENTITY.finditer(piece):
            value = html.unescape(match.group())
            if value != match.group():
                value = " " if value in "\xa0\u2002\u2003\u2009" else value
                edits.append(Edit(start + match.start(), start + match.end(), value))
    for match in _BLANK.finditer(piece):
        around = piece[max(0, match.start() - 1) : match.start()] + piece[match.end() : match.end() + 1]
        keep = "" if len(around) < 2 or _HAN.search(around) else " "
        edits.append(Edit(start + match.start(), start + match.end(), keep))
    if len(edits) > 1:
        edits.sort()
    return edits


#: What everything lies in, where a page has no element around its paragraphs.
_ROOT = (0,)


class _Open:
    """An open element: its number, whether it or one around it is boilerplate or hidden, the numbers down to it."""

    __slots__ = ("bad", "number", "path", "tag")

    def __init__(self, tag: str, number: int, bad: bool) -> None:
        self.tag = tag
        self.number = number
        self.bad = bad
        self.path: tuple[int, ...] | None = None  # not known before somebody asks


class _Parser:
    """The open elements while walking through the page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[_Block] = []
        self.info = PageInfo()
        self.stack: list[_Open] = []
        self.count = 0
        self.block: _Block | None = None
        self.in_link = 0
        self.in_pre = 0
        self.title_at: int | None = None

    def put(self, start: int, end: int) -> None:
        """A stretch of text; where line ends count (``pre``), each line is a block."""
        if self.in_pre:
            at = self.text.find("\n", start, end)
            while at >= 0:
                self._put(start, at)
                self.block = None
                start, at = at + 1, self.text.find("\n", at + 1, end)
        self._put(start, end)

    def _put(self, start: int, end: int) -> None:
        piece = self.text[start:end]
        size = len(piece.strip())
        if not size:
            if self.block is not None and self.block.pieces:
                self.block.pieces.append((start, end))
            return
        if self.block is None:
            tag = ""
            for element in reversed(self.stack):
                if element.tag not in _INLINE:
                    tag = element.tag
                    break
            bad = bool(self.stack) and self.stack[-1].bad
            self.block = _Block(self._path(), [(start, end)], size if self.in_link else 0, size, tag, bad)
            self.blocks.append(self.block)
            return
        self.block.pieces.append((start, end))
        self.block.size += size
        if self.in_link:
            self.block.link += size

    def _path(self) -> tuple[int, ...]:
        """The numbers of the open elements, inline ones left out."""
        known = len(self.stack)
        while known and self.stack[known - 1].path is None:
            known -= 1
        path = (self.stack[known - 1].path if known else None) or _ROOT
        for element in self.stack[known:]:
            if element.tag not in _INLINE:
                path = (*path, element.number)
            element.path = path
        return path

    def open(self, tag: str, attributes: str) -> None:
        if tag == "meta":
            _read_meta(self.info, attributes)
        if tag not in _INLINE:
            self.block = None
        if tag in _VOID:
            return
        self.count += 1
        if tag == "a":
            self.in_link += 1
        self.in_pre += tag == "pre"
        if tag in {"p", "li", "td", "tr"} and self.stack and self.stack[-1].tag == tag:
            self.stack.pop()  # the end tag that pages leave out
        bad = tag in _BOILERPLATE_TAGS or _is_boilerplate(attributes)
        if len(self.stack) < 200:
            self.stack.append(_Open(tag, self.count, bad or (bool(self.stack) and self.stack[-1].bad)))

    def close(self, tag: str) -> None:
        if tag not in _INLINE:
            self.block = None
        if tag == "a":
            self.in_link = max(0, self.in_link - 1)
        if tag == "pre":
            self.in_pre = max(0, self.in_pre - 1)
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - 12), -1):
            if self.stack[index].tag == tag:
                del self.stack[index:]
                break


def _is_boilerplate(attributes: str) -> bool:
    if "=" not in attributes:
        return False
    for match in _ATTRIBUTE.finditer(attributes[:2000]):
        name = match[1].lower()
        value = match[2] or match[3] or match[4] or ""
        if name in {"class", "id"} and _BOILERPLATE.search(value):
            return True
        if name == "style" and _HIDDEN.search(value):
            return True
    return bool(re.search(r"(?:^|\s)hidden(?:\s|$|=)", attributes[:2000]))


def _parse(text: str) -> tuple[list[_Block], PageInfo]:
    parser = _Parser(text)
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two: places in the one are not those in the other
        lower = text
    at, length = 0, len(text)
    gone: set[str] = set()  # ends that do not come any more: not searched for again
    while at < length:
        sign = text.find("<", at)
        if sign < 0:
            parser.put(at, length)
            break
        if sign > at:
            parser.put(at, sign)
        if text[sign + 1 : sign + 2] in ("!", "?"):
            if text.startswith("<!--", sign):
                at = _after(text, "-->", sign + 4, gone) or sign + 4
            else:
                at = _after(text, ">", sign + 2, gone) or sign + 2
            continue
        match = _TAG.match(text, sign)
        if match is None:
            at = _STRAY.match(text, sign + 1).end()  # type: ignore[union-attr]  # matches anything
            parser.put(sign, at)
            continue
        end = _tag_end(text, match.end(), gone)
        tag = match[2].lower()
        attributes = text[match.end() : end - 1]
        at = end
        if match[1]:
            parser.close(tag)
        elif tag == "title":
            close = lower.find("</title", end, end + _LONGEST_TITLE)
            stop = close if close >= 0 else end
            if parser.info.title is None:
                parser.info.title = _plain(text[end:stop])
            at = stop
        elif tag in _SKIP:
            if not attributes.endswith("/"):
                mark = "</" + tag
                closing = _after(lower, mark, end, gone)
                at = end if closing is None else _tag_end(text, closing, gone)
                if tag == "script" and closing is not None and "ld+json" in attributes.lower():
                    _read_linked_data(parser.info, text[end : closing - len(mark)])
        else:
            parser.open(tag, attributes)
    return parser.blocks, parser.info


def _after(text: str, mark: str, start: int, gone: set[str]) -> int | None:
    if mark in gone:
        return None
    found = text.find(mark, start)
    if found < 0:
        gone.add(mark)
        return None
    return found + len(mark)


def _tag_end(text: str, start: int, gone: set[str]) -> int:
    """After the ``>`` of a tag; quoted attributes may hold one themselves."""
    end = text.find(">", start) if ">" not in gone else -1
    if end == start:
        return end + 1
    if end < 0:
        gone.add(">")
        return start
    inside = text[start:end]
    if inside.count('"') % 2 or inside.count("'") % 2:
        quote = '"' if inside.count('"') % 2 else "'"
        close = text.find(quote, end, end + 1000)
        if close >= 0:
            later = text.find(">", close, close + 1000)
            if later >= 0:
                return later + 1
    return end + 1


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]{0,500}>", "", text))).strip()


_META_TITLE = frozenset({"articletitle", "og:title", "title", "twitter:title"})
_META_DATE = frozenset(
    {"pubdate", "publishdate", "publish-date", "article:published_time", "og:release_date", "date", "publish_time"}
    | {"datepublished", "dc.date", "dc.date.issued", "publishtime", "firstcreatedtime", "weibo:article:create_at"}
)
_META_SOURCE = frozenset({"contentsource", "source", "article:source", "mediaid", "og:article:source"})
_META_AUTHOR = frozenset({"author", "article:author", "og:article:author", "dc.creator", "reporter"})
_META_SITE = frozenset({"sitename", "og:site_name", "columnname", "siteidcode", "application-name"})


def _read_meta(info: PageInfo, attributes: str) -> None:
    values = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(attributes[:4000])}
    name = (values.get("name") or values.get("property") or values.get("itemprop") or "").lower()
    content = values.get("content", "").strip()
    if not content:
        return
    if name in _META_TITLE:
        info.heading = info.heading or content
    elif name in _META_DATE:
        info.published = info.published or content
    elif name in _META_SOURCE:
        info.source = info.source or content
    elif name in _META_AUTHOR:
        info.authors.append(content)
    elif name in _META_SITE:
        info.site.append(content)


def _read_linked_data(info: PageInfo, text: str) -> None:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = data if isinstance(data, list) else [data]
    items = [part for item in items if isinstance(item, dict) for part in (item, *_graph(item))]
    for item in items:
        if not isinstance(item, dict):
            continue
        info.heading = info.heading or _name(item.get("headline"))
        info.published = info.published or _name(item.get("datePublished"))
        publisher = _name(item.get("publisher")) or _name(item.get("sourceOrganization"))
        info.source = info.source or publisher
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, dict) and author.get("@type") == "Organization":
                continue
            if name := _name(author):
                info.authors.append(name)


def _graph(item: dict[str, Any]) -> list[Any]:
    graph = item.get("@graph")
    return graph if isinstance(graph, list) else []


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _main(blocks: list[_Block], text: str, info: PageInfo) -> list[_Block]:
    """The blocks of the article: its container by weight of prose, the headline and dateline above it."""
    scores: dict[int, float] = {}
    content = {id(block): block.content(text) for block in blocks}
    in_place = Counter(block.path for block in blocks)
    elsewhere: set[int] = set()  # prose in columns of a layout table
    for block in blocks:
        words = content[id(block)]
        if block.boilerplate or block.link > 0.4 * block.size or block.size < 25 or not _SENTENCE.search(words):
            continue
        # A cell with one paragraph in it is a paragraph; with several, it is a column.
        is_column = in_place[block.path] > 1
        weights = _IN_BLOCK
        if block.tag in _CELLS:
            weights = _IN_COLUMN if is_column else _IN_CELL
            if is_column:
                elsewhere.add(id(block))
        for weight, number in zip(weights, reversed(block.path), strict=False):
            scores[number] = scores.get(number, 0.0) + block.size * weight
    h1 = next((b for b in blocks if b.tag == "h1" and not b.boilerplate and content[id(b)]), None)
    if h1 is not None:
        info.heading = content[id(h1)] if info.heading is None else info.heading
    usable = [b for b in blocks if not b.boilerplate and not (b.link > 0.6 * b.size and b is not h1)]
    kept = set(map(id, usable))
    for block in blocks:
        if id(block) not in kept:
            info.breadcrumb.append(_plain(content[id(block)]))
    if not scores:
        return usable
    best = max(scores, key=lambda number: (scores[number], -number))
    inside = [b for b in usable if best in b.path]
    first, last = blocks.index(inside[0]), blocks.index(inside[-1])
    start = blocks.index(h1) if h1 is not None and blocks.index(h1) < first else _headline(blocks, first, content, info)
    head = [b for b in blocks[start:first] if id(b) in kept and id(b) not in elsewhere]
    info.around = [content[id(b)] for b in [*blocks[:start], *blocks[last + 1 :]] if b.size < 200]
    return head + inside


def _headline(blocks: list[_Block], first: int, content: dict[int, str], info: PageInfo) -> int:
    """Where the headline stands above the main part: a block that the page's title repeats."""
    for index in range(first - 1, max(-1, first - 30), -1):
        words = _plain(content[id(blocks[index])])
        known = [value for value in (info.title, info.heading) if value]
        if len(words) >= 5 and not blocks[index].boilerplate and any(words in value for value in known):
            return index
    return max(0, first - 3)
