"""Names of media that a lost byte hit in a dateline: ``南阳?毡?2014-09-22`` → ``南阳日报 2014-09-22``.

A dateline has no sentence by which a reading could be weighed, and a name in it is short. But what can stand there is
a closed list: names of places with what media are called by (日报, 融媒体中心 …), and media with names of their own. A
name is put in only if losing that byte in it shows exactly what stands on the page, and no other name of the list does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg.clean.data import words_table
from kg.clean.gbk import gbk
from kg.clean.offsets import Edit
from kg.clean.work import Work
from kg.lexicon import gazetteer
from kg.lexicon.media import media

#: A dateline: a short line without a sentence, with a full date or a label.
_LINE = re.compile(r"[^\n]+")
_LONGEST = 140
_DATED = re.compile(
    r"(?:19|20)\d{2}\s*[-/.年]|\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2}|(?:来源|來源|作者|时间|時間|日期)\s*[:：/]"
)
#: What stands whole before the lost byte, and what the damage shows up to where it ends.
_HIT = re.compile(r"(?:(?<![\u4e00-\u9fff\ufffd?])[\u4e00-\u9fff]{0,12})([?\ufffd])[^\x00-\x3e@-\x7f]{1,24}")
#: So many places are looked at on a page.
_MOST = 12


def restore_media(work: Work) -> None:
    """Put the names of media in datelines back that no other name could have become."""
    text = work.text
    if "?" not in text and "\ufffd" not in text:
        return
    edits: list[Edit] = []
    looked = 0
    for line in _LINE.finditer(text):
        words = line.group()
        if len(words) > _LONGEST or "。" in words or ("?" not in words and "\ufffd" not in words):
            continue
        if not _DATED.search(words):
            continue
        for hit in _HIT.finditer(text, line.start(), line.end()):
            looked += 1
            if looked > _MOST:
                break
            lost = hit.start(1)
            before, shown = text[hit.start() : lost], text[lost : hit.end()].replace("\ufffd", "?")
            if (found := _name(before, shown)) is not None:
                rest, length = found
                gap = "" if text[lost + length : lost + length + 1] in ("", "\n", " ") else " "
                edits.append(Edit(lost, lost + length, rest + gap))
    work.note("lost_byte", len(edits), 0.99)
    work.edit(edits)


def _name(before: str, shown: str) -> tuple[str, int] | None:
    """The end of the one name that begins with `before` and may show as `shown`, and how much of it that explains."""
    found: dict[str, int] = {}
    second = _second(shown)
    for name, tells in _beginning(before, shown):
        rest = name[len(before) :]
        if second and rest[1:2] not in ("", second):
            continue
        damaged = gbk().without_lead(rest) if rest else None
        if damaged is not None and shown.startswith(damaged) and (tells or damaged.strip("?")):
            found[rest] = len(damaged)
    longest = max(found.values(), default=0)
    best = [rest for rest, length in found.items() if length == longest]
    return (best[0], longest) if len(best) == 1 else None


def _beginning(before: str, shown: str) -> Iterator[tuple[str, bool]]:
    """Names of the list that begin with `before`, or where nothing stands whole those whose second character shows;
    and whether `before` tells which kind of medium it is (三明日…), so that nothing of the rest need show."""
    own, endings = _own_names(), words_table("media_suffixes.txt")
    if not before:
        for name in _by_second().get(_second(shown), ()):
            yield name, False
            yield from ((name + ending, False) for ending in endings)
        return
    yield from ((name, False) for name in _starting(own, before))
    for size in range(min(len(before), 10), 1, -1):
        place, begun = before[:size], before[size:]
        if place in gazetteer().names():
            yield from ((place + ending, bool(begun)) for ending in endings if ending.startswith(begun))
    for place in _starting(_sorted_places(), before):
        yield from ((place + ending, False) for ending in endings)


def _second(shown: str) -> str:
    """The second character of what was shifted, read from its two halves; nothing where one of them is not seen."""
    pair = shown[1:3]
    if len(pair) < 2 or "?" in pair:
        return ""
    try:
        return pair.encode("gbk")[1:3].decode("gbk")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""


def _starting(names: tuple[str, ...], before: str) -> Iterator[str]:
    at = bisect_left(names, before)
    while at < len(names) and names[at].startswith(before):
        yield names[at]
        at += 1


@cache
def _sorted_places() -> tuple[str, ...]:
    return tuple(sorted(gazetteer().names()))


@cache
def _own_names() -> tuple[str, ...]:
    return tuple(sorted(media()))


@cache
def _by_second() -> dict[str, tuple[str, ...]]:
    """Second character → names of places and media."""
    found: dict[str, list[str]] = {}
    for name in (*_sorted_places(), *_own_names()):
        if len(name) > 1:
            found.setdefault(name[1], []).append(name)
    return {char: tuple(names) for char, names in found.items()}
