"""What stands on a damaged stretch: characters, whole glosses, and question marks with what is left of a gloss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.clean.characters import common
from kg.clean.gbk import gbk
from kg.clean.gloss import SYLLABLE, TONED, is_reading, readings
from kg.clean.script import simplified, traditional_forms

#: What two bytes of GBK may show: signs, Greek, Cyrillic, kana, Han characters, full-width forms.
WIDE_SIGNS = r"\u00a4-\u00b7\u00d7\u00f7\u02c7-\u0451\u2010-\u2642\u3000-\u9fff\uf900-\uffe6"
_GLOSS = re.compile(rf"\(({SYLLABLE})\)")
#: A question mark with what is left of a gloss, or such a rest without one.
LOST = re.compile(rf"[?\ufffd](?:\(?({SYLLABLE})\))?|(?<=[{WIDE_SIGNS}])([a-zü]*[{TONED}][a-zü{TONED}]*)\)")
#: What it costs (bits) to take a simplified character for a traditional one that was converted later.
OTHER_FORM = 3.0


class Unit(NamedTuple):
    """One thing on the page: a character, a whole gloss, or a question mark with what is left of a gloss."""

    kind: str  # "char", "ascii", "gloss", "lost"
    start: int
    end: int
    text: str
    pairs: tuple[tuple[int, float], ...] = ()  # the bytes it may be, with the cost of another form
    form: str = ""


@cache
def pairs_of(char: str) -> tuple[tuple[int, float], ...]:
    """The bytes of a character, and those of the traditional ones it may stand for, with what that costs."""
    pair = gbk().pair
    found = [(pair[char], 0.0)] if char in pair else []
    found += [(pair[form], OTHER_FORM) for form in traditional_forms(char) if form in pair]
    return tuple(found)


@cache
def _plain(char: str) -> tuple[str, tuple[tuple[int, float], ...], str]:
    """Kind, bytes and form of a character that stands for itself."""
    if char.isascii():
        return "ascii", (), common(char)
    return "char", pairs_of(char), common(simplified(char))


def units(text: str, start: int, end: int) -> Iterator[Unit]:
    """The units of ``text[start:end]``, in order."""
    at = start
    while at < end:
        char = text[at]
        if char in "?\ufffd" or (char < "\u2000" and char.isalpha()):
            lost = LOST.match(text, at, end)
            if lost is not None:
                rest = lost[2]
                if rest is None:
                    yield Unit("lost", at, lost.end(), lost[1] or "")
                elif rest in readings() and not is_reading(text[at - 1], rest):
                    yield Unit("lost", at, lost.end(), rest)
                else:
                    yield Unit("gloss", at, lost.end(), rest)
                at = lost.end()
                continue
        if char == "(":
            gloss = _GLOSS.match(text, at, end)
            if gloss is not None and gloss[1] in readings():
                yield Unit("gloss", at, gloss.end(), gloss[1])
                at = gloss.end()
                continue
        kind, pairs, form = _plain(char)
        yield Unit(kind, at, at + 1, char, pairs, form)
        at += 1
