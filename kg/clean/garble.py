"""Stretches that are no Chinese: what is left where a byte was lost and nothing certain could be put in its place.

From a lost byte on, every character is made of the end of one and the beginning of the next. Such characters are
often rare ones, and each is improbable after the one before it. So a few rare characters near each other give the
alarm, and the character model tells how far the improbable run reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.clean.characters import REACH, characters, common
from kg.clean.work import Work

#: A character dearer than this (bits, wherever it stands) gives the alarm; the model is only asked near one.
_RARE = 17.0
#: How many characters before and after an alarm are looked at.
_NEAR = 24
#: What a character may cost (bits) before it counts against the run, how much one character counts at most …
_USUAL, _MOST = 11.5, 11.0
#: … and how much must come together: without any other sign, and where a question mark stands inside the run.
_ALARM, _ALARM_WITH_SIGN = 42.0, 9.0
#: A character that costs no more than this after the one before it (bits) makes a word with it.
_WORD = 4.0
#: A question mark or a lone letter inside a run: half a character.
#: So many characters are looked at, and a sixteenth as many more as the page is long: time stays linear and short.
_EFFORT = 40_000
#: A longer run is taken for several.
_LONGEST = 2_000
_SIGN = re.compile(r"[?\ufffd]|(?<=[^\x00-~])[A-Za-z](?=[^\x00-~])")
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
#: Between characters there is no such thing in Chinese: a question mark and a letter, one small letter, two question
#: marks before a character.
_CERTAIN = re.compile(rf"(?<=[{_HAN}])(?:\?[A-Za-z]|[a-z])(?=[{_HAN}])|\?\?(?=[{_HAN}])")


@cache
def _sites() -> re.Pattern[str]:
    """Finds what gives the alarm. One class stands first, so nothing is tried at the usual characters."""
    rare = characters().dearer(_RARE, 0x4E00, 0xA000)
    return re.compile(
        rf"[{rare}\u3400-\u4dbf?\ufffdA-Za-z](?:(?<![?\ufffdA-Za-z])"
        rf"|(?<=[{_HAN}\u00b7-\u0451\u3000-\u30ff][?\ufffd])(?=[{_HAN}?\u00b7-\u0451]|[A-Za-z][{_HAN}])"
        rf"|(?<=\ufffd)|(?<=\?)\?(?=[{_HAN}])|(?<=[{_HAN}][A-Za-z])(?=[{_HAN}]))"
    )


def mark_garbled(work: Work) -> None:
    """Mark every garbled stretch of the text as it stands."""
    found = list(garbled(work.text))
    work.note("garbled", len(found))
    for start, end in found:
        work.mark(start, end, "garbled")


def garbled(text: str) -> Iterator[tuple[int, int]]:
    """Stretches ``(start, end)`` of `text` that read like no Chinese, in order. Time is linear in its length."""
    done = 0
    effort = _EFFORT + len(text) // 16
    for match in _sites().finditer(text):
        if match.start() < done:
            continue
        if effort < 0:
            yield from _certain(text, max(done, match.start()))
            return
        if _is_word(text, match.start()):
            effort -= 1
            continue
        effort -= _NEAR
        start = max(done, text.rfind("\n", done, match.start()) + 1, match.start() - _NEAR)
        run = _run(text, start, match.start())
        if run is None and _CERTAIN.match(text, match.start()):
            run = match.start(), match.end() + 1
        if run is not None:
            yield run
            done = run[1]
            effort -= done - start


def _certain(text: str, done: int) -> Iterator[tuple[int, int]]:
    """Of a page of nothing else: what cannot be anything but damage."""
    for match in _CERTAIN.finditer(text, done):
        if match.start() >= done:
            done = match.end() + 1
            yield match.start(), done


def _is_word(text: str, site: int) -> bool:
    """Whether a rare character at `site` is one because its word is: 湛江, 毗邻."""
    char, after = text[site], text[site + 1 : site + 2]
    return char >= "\u3400" and after >= "\u3400" and characters().after_common(char, after) <= _WORD


def _run(text: str, start: int, site: int) -> tuple[int, int] | None:
    """The improbable run over `site`, looked for from `start` on; None where it is too small."""
    cost = characters().after_common
    before = max(0, start - REACH)
    forms = common(text[before : site + _NEAR])
    opened, score, best = _begin(text, start, site, forms, before)
    finish = at = site
    last = forms[max(0, at - before - REACH) : at - before]
    end = min(len(text), site + 2 * _NEAR)
    known = before + len(forms)
    while at < end:
        char = text[at]
        if at > site and char < "@" and char != "?":  # ends what is shifted: it is no half of a character
            break
        form = forms[at - before] if at < known else common(char)
        excess = cost(last, form) - _USUAL
        score += excess if excess < _MOST else _MOST
        if score <= 0:
            break
        last = (last + form)[-REACH:]
        at += 1
        if score > best:
            best, finish = score, at
            end = min(len(text), max(end, at + _NEAR), site + _LONGEST)
        elif score < best - 2 * _MOST:
            break
    if finish <= site or best < _ALARM_WITH_SIGN:
        return None
    if best < _ALARM and _SIGN.search(text, opened, finish) is None:
        return None
    return opened, finish


def _begin(text: str, start: int, site: int, forms: str, before: int) -> tuple[int, float, float]:
    """Where the run over `site` begins: from there up to it the characters are the most improbable together; what they
    count, and what the most improbable of its beginnings does.

    `forms` is what stands from `before` on as the model knows it. Among usual characters a few steps back are enough.
    """
    cost = characters().after_common
    begin, score, best = site, 0.0, 0.0
    least = lowest = 0.0  # of what ends at the site: so far, and up to where the run begins
    for at in range(site - 1, start - 1, -1):
        char = text[at]
        if char < "@" and char != "?":
            break
        here = at - before
        excess = cost(forms[here - REACH if here > REACH else 0 : here], forms[here]) - _USUAL
        score += excess if excess < _MOST else _MOST
        if score > best:
            begin, best, lowest = at, score, least
        elif score < best - 2 * _MOST:
            break
        elif score < least:
            least = score
    return begin, best, best - lowest
