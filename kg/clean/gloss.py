"""Pinyin that a converter put behind characters: ``會(huì)議`` → ``會議``.

Only a reading that the character before it really has is taken for a gloss, so a parenthesis with Latin text
(``WTO(World Trade Organization)``, ``(A股)``) stays; so does the lone gloss by which an author explains a rare
character.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.clean.data import csv_table
from kg.clean.offsets import Edit
from kg.clean.work import Work

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
SYLLABLE = f"[a-zü{TONED}]{{1,6}}"
_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
#: A syllable in brackets of any kind, or with the second missing.
_GLOSS = re.compile(rf"[(（\[〔【][ \u3000]?({SYLLABLE}[1-5]?)[ \u3000]?([)）\]〕】])?")
_LETTER = re.compile(f"[a-zü{TONED}]")
#: One that lost its first bracket.
_BARE = re.compile(rf"[a-zü{TONED}]{{1,6}}[)）\]〕】]")
_ANY_TONED = re.compile(f"[{TONED}]")
#: So many on a page, and they are a machine's.
_MACHINE = 3


@cache
def readings() -> dict[str, frozenset[str]]:
    """Reading with its tone mark → the characters (of GBK) that may be read so."""
    return {row["reading"]: frozenset(row["characters"]) for row in csv_table("readings.csv")}


@cache
def _toneless() -> dict[str, frozenset[str]]:
    plain: dict[str, set[str]] = {}
    for reading, chars in readings().items():
        plain.setdefault(reading.translate(_PLAIN), set()).update(chars)
        plain.setdefault(reading.translate(_PLAIN).replace("ü", "v"), set()).update(chars)
    return {key: frozenset(value) for key, value in plain.items()}


def is_reading(char: str, syllable: str) -> bool:
    """Whether `char` may be read `syllable` (with tone marks, tone number or neither)."""
    known = readings().get(syllable)
    if known is not None and char in known:
        return True
    return char in _toneless().get(syllable.rstrip("12345"), ()) and syllable.isascii()


def remove_glosses(work: Work) -> None:
    """Take the glosses out."""
    text = work.text
    if _LETTER.search(text) is None:
        return
    edits: list[Edit] = []
    weak: list[Edit] = []
    known: Mapping[str, frozenset[str]] = {}
    for match in _GLOSS.finditer(text):
        known = known or readings()
        start, end = match.span()
        syllable, bracket = match.groups()
        if start > 1 and text[start - 1] in " \u3000":  # set off by blanks: they go with it
            start -= 1
            end += text[end : end + 1] == " "
        if not start or (text[start - 1] not in known.get(syllable, ()) and not is_reading(text[start - 1], syllable)):
            continue
        toned = not syllable.isascii()
        if bracket is None and not toned:
            continue
        (edits if toned and bracket else weak).append(Edit(start, end, ""))
    if _ANY_TONED.search(text):
        for match in _BARE.finditer(text):
            start, syllable = match.start(), match.group()[:-1]
            if start and not syllable.isascii() and is_reading(text[start - 1], syllable):
                weak.append(Edit(start, match.end(), ""))
    if len(edits) < _MACHINE and len(weak) < (1 if len(edits) >= 2 else 2 * _MACHINE):
        return
    edits += weak
    edits.sort()
    work.note("gloss", len(edits))
    work.edit(edits)
