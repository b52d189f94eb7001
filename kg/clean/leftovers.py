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
_BRACES = re.compile(r"\{[^{}\n]{0,400}\}[ \t]*")
_SELECTOR = re.compile(r"[A-Za-z0-9_.,#:>*@ -]")
_LONGEST_SELECTOR = 200
_STYLE = re.compile(r"[a-zA-Z-]{3,20}\s*:")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,80})\]\((?:https?:|/|\.|#|javascript:)[^()\s]{0,300}\)")
_LINK_LINE = re.compile(rf"[ \t]*(?:[*+-][ \t]+)?(?:{_LINK.pattern}[ \t|·]*){{1,12}}")
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
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


def drop_leftovers(work: Work) -> None:
    """Stray tags, rules of style sheets and Markdown out of plain text."""
    for step in (_stray_tags, _rules, _markdown):
        edits = step(work.text)
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
    edits += [Edit(m.start(), m.end(), "") for m in _HEADING.finditer(text)] if "# " in text else []
    if "**" in text:
        for m in _BOLD.finditer(text):
            edits += [Edit(m.start(), m.start(1), ""), Edit(m.end(1), m.end(), "")]
    return sorted(edits)
