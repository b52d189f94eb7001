"""Bytes that a converter lost: ``新聞?dòng)浾摺∪f(wàn)能`` → ``新聞記者　萬(wàn)能``.

The converter that puts pinyin behind characters works on the bytes of GBK and looks for 動 (``84 D3``) without
knowing where characters begin. In 聞記 (``C2 84``, ``D3 9B``) it finds one across the border and writes its gloss
there: ``C2 84 D3 ( d ò n g ) 9B …``. Shown again, ``D3 (`` is no character and becomes ``?``, and from ``9B`` on every
character is made of the end of one and the beginning of the next, up to the next ASCII byte. Others lose a lead byte
at the edge of a buffer, with a ``?`` or without a trace; what follows is shifted in the same way.

So the way back is known, but for the lost byte. `byte_walk` searches for it: the gloss tells which bytes it can have
been, the character model which of the readings is Chinese. A repair is accepted only if doing the damage to it again
gives what stands on the page, and if no other reading comes near; else the stretch stays as it was and is marked.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.clean.byte_walk import LOST, WIDE_SIGNS, Out, Walk
from kg.clean.characters import characters
from kg.clean.gloss import SYLLABLE, TONED
from kg.clean.names import surnames
from kg.clean.offsets import Edit
from kg.clean.script import simplified
from kg.clean.work import Work

_WIDE = rf"{WIDE_SIGNS}\u00e0-\u0261"
_TONED_GLOSS = rf"[a-zü{TONED}]*[{TONED}][a-zü{TONED}]*\)"
#: Where something may be wrong: a question mark with the rest of a gloss, or between characters …
_QUESTION = re.compile(
    rf"[?\ufffd](?:\(?{SYLLABLE}\)|(?<=[{WIDE_SIGNS}a-z)][?\ufffd])(?=[{_WIDE}?\ufffd]|[@-~][{_WIDE}?]))"
)
#: … a lone letter between characters or before a gloss, or a gloss that lost its bracket.
_LETTER = re.compile(
    rf"[@-~{TONED}](?<=[{_WIDE}][@-~])(?=[{WIDE_SIGNS}]|\({_TONED_GLOSS})"
    rf"|[a-zü{TONED}](?<=[{WIDE_SIGNS}][a-zü{TONED}])(?=[a-zü{TONED}]{{0,5}}\))"
)
_WHOLE_GLOSS = re.compile(rf"\({SYLLABLE}\)")
_BEFORE, _LONGEST = 10, 120
#: So sure a repair must be; inside a person's name the model knows nothing, and a wrong name is worse than none.
_SURE, _SURE_OF_HIDDEN, _SURE_OF_NAMES = 0.9, 0.999, 2.0
_BEFORE_NAMES = frozenset("长记任席员委书、,，和及与者师官使理授：:\n ")
#: Characters dearer than this (bits) are odd: two halves rather than one character.
_ODD = 18.0
#: Two characters so much likelier together than apart (bits) are a word.
_WORD = 6.0
#: So many pairs of characters are weighed on a page, and as many more as it is long: time stays linear.
_EFFORT = 300_000
#: With more unreadable characters than one in so many, a page is not damaged but something else.
_HOPELESS = 25


def restore(work: Work) -> None:
    """Repair what can be repaired for certain, mark the rest."""
    text = work.text
    edits: list[Edit] = []
    marks: list[tuple[int, int]] = []
    done = repaired = 0
    effort = _EFFORT + len(text)
    if text.count("\ufffd") * _HOPELESS > len(text):
        effort = 0
    least = 1.0
    for match in _sites(text):
        if match.start() < done or not _is_suspicious(text, match):
            continue
        if effort <= 0:
            if _is_certainly_damage(match.group()):
                marks.append(match.span())
            continue
        start, end = _window(text, match.start(), done)
        walk = Walk(text, start, end, match.start())
        reading = walk.read()
        effort -= walk.effort
        if reading.outs and reading.sure >= _needed(text, reading.outs):
            edits.extend(Edit(*out) for out in reading.outs)
            repaired += 1
            least = min(least, reading.sure)
            done = max(reading.end, match.end())
            continue
        done = match.end()
        if reading.outs or _is_certainly_damage(match.group()):
            marks.append((match.start(), max(match.end(), match.start() + 1)))
    if repaired:
        work.note("lost_byte", repaired, least)
    if marks:
        work.note("lost_byte_unrepaired", len(marks))
        for start, end in marks:
            work.mark(start, end)
    work.edit(edits)


def _sites(text: str) -> list[re.Match[str]]:
    found = list(_QUESTION.finditer(text)) if "?" in text or "\ufffd" in text else []
    letters = list(_LETTER.finditer(text))
    return sorted([*found, *letters], key=re.Match.start) if letters else found


def _needed(text: str, outs: tuple[Out, ...]) -> float:
    """How sure a repair must be to be made."""
    if _in_name(text, outs):
        return _SURE_OF_NAMES
    # Nothing at all is left of a character of which both bytes are question marks.
    hidden = all(text[out.start : out.end].strip("?\ufffd") == "" for out in outs)
    return _SURE_OF_HIDDEN if hidden else _SURE


def _in_name(text: str, outs: tuple[Out, ...]) -> bool:
    """Whether characters that no gloss vouches for stand where a person's name goes on.

    That is after a surname which a post or a comma stands before, unless what comes makes a usual word with it.
    """
    first = outs[0]
    if any(text[out.start : out.end].endswith(")") for out in outs[:2]):
        return False
    before = simplified(text[max(0, first.start - 3) : first.start])
    model = characters()
    for earlier, out in pairwise(outs):
        swallowed = len(out.text) > 1
        if swallowed and model.bond(simplified(earlier.text[-1]), simplified(out.text[0])) < _WORD:
            return True
    for back in (1, 2):
        if len(before) > back and before[-back] in surnames() and before[-back - 1] in _BEFORE_NAMES:
            return model.bond(before[-1], simplified(first.text[0])) < _WORD
    return False


def _is_certainly_damage(found: str) -> bool:
    return len(found) > 1 or "\ufffd" in found


def _is_suspicious(text: str, match: re.Match[str]) -> bool:
    found = match.group()
    if len(found) > 1:
        return LOST.fullmatch(found) is not None
    if found == "\ufffd":
        return True
    if found == "?":  # what follows must look broken within a few characters
        after = text[match.end() : match.end() + 6]
        return "?" in after[:3] or after[:1].isascii() or any(map(_is_odd, after))
    # A lone letter between characters: half a character, if what stands before it is odd.
    return any(map(_is_odd, text[max(0, match.start() - 3) : match.start()]))


def _is_odd(char: str) -> bool:
    return char > "\u00a0" and characters().alone(simplified(char)) > _ODD


def _window(text: str, site: int, floor: int) -> tuple[int, int]:
    """From the last ASCII character before the site to the end of its line, both within bounds."""
    start = site
    while start > max(floor, site - _BEFORE):
        char = text[start - 1]
        if char == ")":
            opened = text.rfind("(", max(floor, start - 9), start)
            if opened < 0 or not _WHOLE_GLOSS.fullmatch(text, opened, start):
                break
            start = opened
        elif char.isascii():
            break
        else:
            start -= 1
    newline = text.find("\n", site, site + _LONGEST)
    return start, min(len(text), site + _LONGEST) if newline < 0 else newline
