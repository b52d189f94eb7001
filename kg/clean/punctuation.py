"""Marks that were lost or mistyped, names spread to three characters' width, quotes of two kinds on one page."""

from __future__ import annotations

import re

from kg.clean.characters import characters
from kg.clean.names import surnames
from kg.clean.offsets import Edit
from kg.clean.work import Work

_HAN = r"\u3400-\u9fff"
_STOP = re.compile(rf"(?<=[{_HAN}”》）)])\.(?=$|\n|[{_HAN}“])", re.MULTILINE)
_GAP = re.compile(rf"(?<=[{_HAN}])[ \u3000]{{1,3}}(?=[{_HAN}])")
#: Two characters of a name, one on each side, and nothing else that they could belong to.
_SPREAD = re.compile(
    rf"(?<=[{_HAN}、,，;；（(])([{_HAN}])(\u3000{{1,2}}| {{1,3}})([{_HAN}])(?=[、,，。;；)） \n]|等|$|\u3000)"
)
_QUOTES = re.compile('["“”]')
_INSIDE = re.compile(
    r"《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|[(（][^()（）\n]{1,80}[)）]|‘[^‘’\n]{1,80}’|【[^【】\n]{1,40}】"
)
_POSTS = re.compile(r"(?:[长记任席员委授师官使理事者]|代表|同志|领导|干部|、|,|，|;|；|\(|（)$")


def mend(work: Work) -> None:
    """Bring back what is missing between characters; only where a page shows that something is."""
    _close_stops(work)
    _pair_quotes(work)
    _join_names(work)
    _fill_gaps(work)


def _close_stops(work: Work) -> None:
    """A Latin full stop after Chinese: ``一行.`` → ``一行。``."""
    edits = [Edit(m.start(), m.end(), "。") for m in _STOP.finditer(work.text)] if "." in work.text else []
    work.note("full_stop", len(edits))
    work.edit(edits)


def _pair_quotes(work: Work) -> None:
    """A straight quote whose partner is a curled one is curled too."""
    text = work.text
    if '"' not in text or ("“" not in text and "”" not in text):
        return
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", text):
        if '"' not in line.group():
            continue
        marks = [(m.start(), m.group()) for m in _QUOTES.finditer(text, line.start(), line.end())]
        index = 0
        while index + 1 < len(marks):
            (first_at, first), (second_at, second) = marks[index], marks[index + 1]
            if first == '"' and second == "”":
                edits.append(Edit(first_at, first_at + 1, "“"))
            elif first == "“" and second == '"':
                edits.append(Edit(second_at, second_at + 1, "”"))
            elif not (first == '"' and second == '"') and not (first == "“" and second == "”"):
                index += 1
                continue
            index += 2
    work.note("quotes", len(edits))
    work.edit(edits)


def _shelters(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _INSIDE.finditer(text)]


def _is_sheltered(shelters: list[tuple[int, int]], at: int) -> bool:
    return any(start < at < end for start, end in shelters)


def _join_names(work: Work) -> None:
    """``洪　燕`` → ``洪燕``: a surname and a lone character after a post or between commas."""
    text = work.text
    edits: list[Edit] = []
    if "\u3000" not in text and " " not in text:
        return
    for match in _SPREAD.finditer(text):
        surname, gap = match[1], match[2]
        before = text[max(0, match.start() - 3) : match.start()]
        wide = gap.startswith("\u3000")
        if surname in surnames() and (_POSTS.search(before) is not None) and (wide or _is_listed(text, match)):
            edits.append(Edit(match.start(2), match.end(2), ""))
    work.note("spaced_name", len(edits))
    work.edit(edits)


def _is_listed(text: str, match: re.Match[str]) -> bool:
    """A plain space joins a name only where a list goes on or ends on both sides."""
    return match.start() == 0 or not re.match(rf"[{_HAN}]", text[match.start() - 1]) or len(match[2]) > 1


def _fill_gaps(work: Work) -> None:
    """A blank inside a sentence stands for a lost mark: the one that the model expects there."""
    text = work.text
    if not _GAP.search(text):
        return
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", text):
        words = line.group()
        if len(words) < 40 or not re.search(r"[。,，]", words):
            continue
        shelters = _shelters(words)
        for match in _GAP.finditer(words):
            if match.start() < 24 and re.match(rf"[{_HAN}]{{0,12}}(?:讯|电|消息|报道|日报|记者)", words):
                continue
            if not _is_sheltered(shelters, match.start()):
                edits.append(Edit(line.start() + match.start(), line.start() + match.end(), " "))
    if len(edits) < 3:
        return
    model = characters()
    half = text.count(",") > text.count("，")
    mended: list[Edit] = []
    for edit in edits:
        before, after = text[max(0, edit.start - 2) : edit.start], text[edit.end : edit.end + 2]
        costs = {mark: model.after(before, mark) + model.after(before[-1:] + mark, after[0]) for mark in "、，。"}
        best = min(costs, key=lambda mark: costs[mark])
        mended.append(Edit(edit.start, edit.end, "," if best == "，" and half else best))
    work.note("lost_mark", len(mended), 0.7)
    work.edit(mended)
