"""Pinyin that a converter put behind characters: ``會(huì)議`` → ``會議``.

Only a reading that the character before it really has is taken for a gloss, so a parenthesis with Latin text
(``WTO(World Trade Organization)``, ``(A股)``) stays; so does the lone gloss by which an author explains a rare
character.
"""

from __future__ import annotations

import re
from functools import cache

from kg.clean.data import csv_table
from kg.clean.offsets import Edit
from kg.clean.work import Work

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
SYLLABLE = f"[a-zü{TONED}]{{1,6}}"
_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
#: A syllable in brackets of any kind, or with one of them missing; `open` and `close` tell which.
_GLOSS = re.compile(
    rf"(?P<char>[\u3400-\u9fff])[ \u3000]?"
    rf"(?:(?P<open>[(（\[〔【])[ \u3000]?(?P<in>{SYLLABLE}[1-5]?)[ \u3000]?(?P<close>[)）\]〕】])?"
    rf"|(?P<bare>{SYLLABLE})[)）\]〕】])"
)
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
    edits: list[Edit] = []
    weak: list[Edit] = []
    for match in _GLOSS.finditer(text):
        char, inside, bare = match["char"], match["in"], match["bare"]
        syllable = inside or bare
        start = match.end("char")
        toned = not syllable.isascii()
        if not is_reading(char, syllable):
            continue
        complete = bool(match["open"] and match["close"])
        if not complete and not toned:
            continue
        edit = Edit(start, match.end(), "")
        (edits if toned and complete else weak).append(edit)
    if len(edits) + sum(1 for e in weak if not text[e.start : e.end].isalpha()) < _MACHINE:
        return
    if weak and len(edits) < _MACHINE and len(weak) < 2 * _MACHINE:
        weak = []
    if not edits and not weak:
        return
    work.note("gloss", len(edits) + len(weak))
    work.edit(sorted([*edits, *weak]))
