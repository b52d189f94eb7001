"""Labels of datelines and roles of reporters that a lost byte hit: ``?髡?凤县融媒体中心`` → ``作者:凤县融媒体中心``.

They are a closed list (``dateline_words.csv``), so what each of them shows without one of its bytes can be looked up.
The mark or blank behind the word, which its last byte took along, is put back with it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.clean.data import csv_table
from kg.clean.gbk import gbk
from kg.clean.offsets import Edit
from kg.clean.work import Work

_LINE = re.compile(r"[^\n]+")
#: A line of labels is no longer; so much of the beginning and of the end of any line may name a reporter.
_LONGEST, _EDGE = 140, 70


class _Hit(NamedTuple):
    """A word that a lost byte hit: `whole` characters stand as they were, then comes `rest`."""

    whole: int
    rest: str


@cache
def _hits(role: bool) -> dict[str, _Hit]:
    """What shows → what was hit. What several words show alike is left out."""
    forms: dict[str, set[_Hit]] = {}
    for row in csv_table("dateline_words.csv"):
        word, behind = row["word"], row["behind"]
        if (behind == " ") != role:
            continue
        for at in range(len(word)):
            if (damaged := gbk().without_lead(word[at:])) is None:
                continue
            taken = damaged[-1] == "?"  # else its last byte made a character by itself, and nothing behind it is lost
            form = word[:at] + damaged.removesuffix(" ")
            forms.setdefault(form, set()).add(_Hit(at, word[at:] + (behind if taken else "")))
    return {form: next(iter(found)) for form, found in forms.items() if len(found) == 1}


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(（\[【|])){_any(_hits(False))}(?=[\s:：\d\u4e00-\u9fffA-Za-z])")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(（□■◎报報网網台臺社心体體])){_any(_hits(True))}(?=[\s\u4e00-\u9fff])")


def _any(forms: dict[str, _Hit]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"


def restore_labels(work: Work) -> None:
    """Put the labels and roles back that lost a byte."""
    text = work.text.replace("\ufffd", "?")
    if "?" not in text:
        return
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if text.find("?", start, end) < 0:
            continue
        found: dict[int, tuple[re.Match[str], _Hit]] = {}
        if end - start <= _LONGEST and "。" not in line.group():
            found |= {
                match.start(): (match, _hits(False)[match.group()]) for match in _label().finditer(text, start, end)
            }
        for first, last in ((start, min(end, start + _EDGE)), (max(start, end - _EDGE), end)):
            found |= {
                match.start(): (match, _hits(True)[match.group()]) for match in _role().finditer(text, first, last)
            }
        at = start
        for _, (match, hit) in sorted(found.items()):
            if match.start() >= at:
                edits.append(Edit(match.start() + hit.whole, match.end(), hit.rest))
                at = match.end()
    work.note("lost_byte", len(edits), 0.99)
    work.edit(edits)
