"""What is left of other formats in plain text: escapes of JSON, tags written as entities, stray tags, style sheets,
scripts, Markdown.

A scraper that saves text often saves it as it stood in a string, or with a rule of the page's style sheet before the
first paragraph. None of it is part of an article, and some of it hides where paragraphs end.
"""

from __future__ import annotations

import html
import re

from kg.clean.offsets import Edit
from kg.clean.work import Work

_ESCAPE = re.compile(r"(?:\\r)?\\n|\\r|\\t|\\u[0-9a-fA-F]{4}|\\[\"'/]")
_LINE_ESCAPE = re.compile(r"(?:\\r)?\\n|\\r")
#: So many escapes, and they are no slip.
_MANY = 2
_SHOWN = {"n": "\n", "r": "\n", "t": " "}
#: What a forum strews into a text against copying: ``% P# C7 ~0 i* a``.
_STREWN = re.compile(r"(?<![!-~])(?:[!-~]{1,2}[ \t\xa0]+){4,40}[!-~]{0,2}(?![!-~])")
_LEAST_BLANKS = 4
#: One of them is always among it, and hardly ever in an article.
_RARE_SIGN = re.compile(r"[#$^*~`{}|\\%&](?:(?<![%&])|(?= ))")
_SIGNS = re.compile(r"[^A-Za-z0-9 \t]")
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"[A-Za-z_]")
_STRING_FIELD = re.compile(r"\"([A-Za-z_]{2,40})\"\s*:\s*\"((?:[^\"\\]|\\.)*)\"")
_KEYS = (
    (re.compile(r"^(?:article|news|info|doc)?_?(?:title|headline)$", re.IGNORECASE), ""),
    (re.compile(r"^(?:article|news|content)?_?(?:source|origin|media)(?:_?name)?$", re.IGNORECASE), "来源："),
    (re.compile(r"^(?:author|reporter|writer)(?:_?name)?$", re.IGNORECASE), "作者："),
    (re.compile(r"(?:publish|pub|release|issue)\w*(?:time|date)|^(?:date|time)$", re.IGNORECASE), "发布时间："),
)
_LEAST_BODY, _LONGEST_FIELD = 60, 120
_WRITTEN_TAG = re.compile(r"&lt;/?(?:p|div|span|br|strong|font|table|tr|td|img|a|section)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"&(?:lt|gt|quot|amp|#39|#34);")
_TAGS = (
    r"p|br|div|span|font|strong|b|i|u|em|a|img|center|table|tbody|tr|td|th|ul|ol|li|h[1-6]|section|o:p|sup|sub|hr"
    r"|input|label|iframe|video|audio|source|figure|figcaption|blockquote"
)
_STRAY = re.compile(rf"</?({_TAGS})(?:\s[^<>\n]{{0,300}})?/?>", re.IGNORECASE)
_BREAKS = frozenset(
    {"p", "br", "div", "tr", "li", "section", "table", "center", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
#: A rule of a style sheet: ``.TRS_Editor P{font-size:12pt;}``.
_BRACES = re.compile(r"\{[^{}\n]{0,400}\}[ \t\xa0]*")
_SELECTOR = re.compile(r"[A-Za-z0-9_.,#:>*@ \xa0-]")
_LONGEST_SELECTOR = 200
_STYLE = re.compile(r"[a-zA-Z-]{3,20}\s*:")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,80})\]\((?:https?:|/|\.|#|javascript:)[^()\s]{0,300}\)")
_LINK_LINE = re.compile(rf"[ \t\xa0]*(?:[*+-][ \t\xa0]+)?(?:{_LINK.pattern}[ \t\xa0|·]*){{1,12}}")
_LINE = re.compile(r"[^\r\n]+")
_QUOTED = re.compile(r"^(?:>[ \t\xa0])+", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t\xa0]+(?=\S)", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*")


def read_escapes(work: Work) -> None:
    """``\\n``, ``\\u3000`` and tags written as entities, where a page is full of them."""
    text = work.text
    if "\\" in text:
        found = list(_ESCAPE.finditer(text))
        if len(found) >= _MANY and (_LINE_ESCAPE.search(text) or sum("u" in m.group() for m in found) >= _MANY):
            edits = [Edit(m.start(), m.end(), _unescaped(m.group())) for m in found]
            work.note("escape", len(edits), 0.95)
            work.edit(edits)
            text = work.text
    if "&lt;" in text and len(_WRITTEN_TAG.findall(text)) >= _MANY:
        edits = [Edit(m.start(), m.end(), html.unescape(m.group())) for m in _WRITTEN.finditer(text)]
        work.note("escape", len(edits), 0.95)
        work.edit(edits)


def _unescaped(escape: str) -> str:
    if escape[1] == "u":
        char = chr(int(escape[2:], 16))
        return "\ufffd" if "\ud800" <= char <= "\udfff" else char
    return _SHOWN.get(escape[1], escape[1:])


def read_json(work: Work) -> None:
    """A page that is the answer of an interface: headline, date, source and the longest text of its fields."""
    text = work.text
    if not _JSON.match(text):
        return
    fields = [m for m in _STRING_FIELD.finditer(text) if m[2]]
    body = max((m for m in fields if len(m[2]) >= _LEAST_BODY), key=lambda m: len(m[2]), default=None)
    if body is None:
        return
    edits: list[Edit] = []
    at = 0
    for match in fields:
        label = "" if match is body else next((label for keys, label in _KEYS if keys.search(match[1])), None)
        if label is None or (match is not body and len(match[2]) - 5 * match[2].count("\\u") > _LONGEST_FIELD):
            continue
        edits.append(Edit(at, match.start(2), f"\n{label}" if at else label))
        at = match.end(2)
    edits.append(Edit(at, len(text), ""))
    work.note("escape", len(fields), 0.95)
    work.edit(edits)
    escapes = [Edit(m.start(), m.end(), _unescaped(m.group())) for m in _ESCAPE.finditer(work.text)]
    work.edit(escapes)


def drop_leftovers(work: Work) -> None:
    """Stray tags, rules of style sheets and Markdown out of plain text."""
    for step in (_stray_tags, _rules, _markdown, _strewn):
        if edits := step(work.text):
            work.note("leftover", len(edits))
            work.edit(edits)


def _stray_tags(text: str) -> list[Edit]:
    if "<" not in text:
        return []
    return [Edit(m.start(), m.end(), "\n" if m[1].lower() in _BREAKS else "") for m in _STRAY.finditer(text)]


def _rules(text: str) -> list[Edit]:
    if "{" not in text or "}" not in text:
        return []
    edits: list[Edit] = []
    at = 0
    for match in _BRACES.finditer(text):
        if _STYLE.search(match.group()) is None:
            continue
        start = match.start()
        floor = max(at, start - _LONGEST_SELECTOR)
        while start > floor and _SELECTOR.match(text, start - 1):
            start -= 1
        edits.append(Edit(start, match.end(), ""))
        at = match.end()
    return edits


def _strewn(text: str) -> list[Edit]:
    if sum(map(text.count, " \t\xa0")) < _LEAST_BLANKS or _RARE_SIGN.search(text) is None:
        return []
    return [
        Edit(m.start(), m.end(), "")
        for m in _STREWN.finditer(text)
        if len(set(_SIGNS.findall(m.group()))) >= _MANY and any(map(str.isalpha, m.group()))
    ]


def _quoted(text: str) -> list[Edit]:
    """The sign before every line of what was quoted in a letter."""
    found = list(_QUOTED.finditer(text)) if ">" in text else []
    return [Edit(m.start(), m.end(), "") for m in found] if 2 * len(found) > text.count("\n") + 1 else []


def _markdown(text: str) -> list[Edit]:
    edits: list[Edit] = []
    if "](" in text:
        for line in _LINE.finditer(text):
            if "](" not in line.group():
                continue
            if _LINK_LINE.fullmatch(line.group()):
                edits.append(Edit(line.start(), line.end(), ""))
                continue
            edits += [Edit(m.start(), m.end(), "") for m in _IMAGE.finditer(text, line.start(), line.end())]
            for m in _LINK.finditer(text, line.start(), line.end()):
                edits += [Edit(m.start(), m.start(1), ""), Edit(m.end(1), m.end(), "")]
    edits += _quoted(text)
    edits += [Edit(m.start(), m.end(), "") for m in _HEADING.finditer(text)] if "#" in text else []
    if "**" in text:
        for m in _BOLD.finditer(text):
            edits += [Edit(m.start(), m.start(1), ""), Edit(m.end(1), m.end(), "")]
    return sorted(edits)
