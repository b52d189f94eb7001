"""Line ends that a scraper lost: between headline, dateline and text, and between paragraphs; headlines set wide."""

from __future__ import annotations

import re

from kg.clean.offsets import Edit
from kg.clean.work import Work

_GAP = r"[ \u3000\xa0\t]"
#: Two blanks and more behind the end of a sentence part paragraphs.
_PARAGRAPH = re.compile(rf"[。！？][”’」』）)]?({_GAP}{{2,}})(?=[\u3400-\u9fff“《（(●\d])")
#: The headline in front of the text on one line.
_HEADLINE = re.compile(rf"\s*([^\n\u3000。，,]{{8,60}})(\u3000{{2,}}{_GAP}*)(?=[^\n]{{60}})")
_LINE = re.compile(r"[^\n]+")
_FIELD = re.compile(
    r"(?:来\s*源|來\s*源|作\s*者|责任编辑|编辑|浏览次数|点击)\s*[:：]\s*[^\s。，,]{0,20}|(?:发布|发表|更新)?(?:时间|日期)\s*[:：]"
    r"|(?:19|20)\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_SOURCE = re.compile(r"[来來]\s*源\s*[:：]")
_YEAR = re.compile(r"(?:19|20)\d{2}\s*[-/.年]")
#: A dateline glued to the text ends so early on its line; so much follows it, and no more stands between its fields.
_EARLY, _TEXT, _BETWEEN = 130, 60, 8
_FIRST_LINES = 12
#: A page is one line that has more than so much of it.
_MOST = 0.8
#: A line set wide: characters one by one, blanks between; of so many characters at least, so many of them Han.
_LEAST = 8
_ALONE = re.compile(r"(?<!\S)\S(?!\S)")
_ALL_ALONE = 0.9
_IS_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANK = re.compile(r"[ \u3000]+")


def restore_breaks(work: Work) -> None:
    """Put the line ends back, and the characters of a headline together that blanks set apart."""
    text = work.text
    edits: dict[int, Edit] = {}
    spaced = " " in text or "\u3000" in text
    labelled = "源" in text
    if spaced and _is_one_line(text):
        for match in _PARAGRAPH.finditer(text):
            edits[match.start(1)] = Edit(match.start(1), match.end(1), "\n")
        if (first := _HEADLINE.match(text)) is not None:
            edits[first.start(2)] = Edit(first.start(2), first.end(2), "\n")
    for number, line in enumerate(_LINE.finditer(text) if spaced or labelled else ()):
        if not spaced and number >= _FIRST_LINES:
            break
        words = line.group()
        if len(words) >= 2 * _LEAST - 1 and (" " in words[1:8] or "\u3000" in words[3:8]) and _is_set_wide(words):
            for blank in _BLANK.finditer(text, line.start() + len(words) - len(words.lstrip()), line.end()):
                # Three blanks and more: there was one before the line was set wide.
                edits[blank.start()] = Edit(blank.start(), blank.end(), " " if len(blank.group()) > 2 else "")
        elif (
            labelled
            and number < _FIRST_LINES
            and len(words) > _TEXT
            and "源" in words[:_EARLY]
            and (gap := _behind_fields(words)) is not None
        ):
            start, end = line.start() + gap[0], line.start() + gap[1]
            edits[start] = Edit(start, end, "\n")
    work.note("line_end", len(edits), 0.9)
    work.edit(sorted(edits.values()))


def _is_set_wide(words: str) -> bool:
    """``会 议 强 调``: nearly every character of a line stands alone."""
    count = words.count(" ") + words.count("\u3000")
    if 5 * count < 2 * len(words) or count < _LEAST - 1:
        return False
    signs = len(words) - count
    return len(_ALONE.findall(words)) >= _ALL_ALONE * signs and len(_IS_HAN.findall(words)) >= _LEAST


def _is_one_line(text: str) -> bool:
    """Whether nearly all of the page is one line."""
    if text.find("\n", len(text) // 5 + 1, 4 * len(text) // 5) >= 0:
        return False  # such a line goes over the middle
    return any(len(line) > _MOST * len(text) for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES])


def _behind_fields(words: str) -> tuple[int, int] | None:
    """The gap behind the last field of a dateline that has text on its line."""
    head = words[:_EARLY]
    if not (_SOURCE.search(head) and _YEAR.search(head)):
        return None
    last = None
    for field in _FIELD.finditer(head):
        if last is not None and len(head[last.end() : field.start()].strip()) > _BETWEEN:
            break
        last = field
    if last is None or "。" in head[: last.start()]:
        return None
    end = last.end()
    while end < len(words) and words[end] in " \u3000\t":
        end += 1
    if end == last.end() or len(words) - end < _TEXT or "。" not in words[end:]:
        return None
    return last.end(), end
