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
_SURE, _SURE_ALONE, _SURE_OF_HIDDEN, _NEVER = 0.9, 0.995, 0.999, 2.0
#: So dear (bits a character, and the dearest one) what a repair makes may be, up to the characters around it.
_PLAIN, _STRANGEST = 7.0, 14.0
#: From so many characters on a run may end in a mark, if the character before costs no more than this.
#: A shorter one only where no character of it costs more than a usual word does.
_LONG, _EXPECTED, _USUAL_WORD = 4, 3.0, 6.0
_BEFORE_NAMES = frozenset("长记任席员委书、,，和及与者师官使理授：:\n ")
#: Characters dearer than this (bits) are odd: two halves rather than one character.
_ODD = 18.0
#: Two characters so much likelier together than apart (bits) are a word.
_WORD = 6.0
#: So many pairs of characters are weighed on a page, and a quarter as many more as it is long: time stays linear.
_EFFORT = 60_000
#: With more unreadable characters than one in so many, a page is not damaged but something else.
_HOPELESS = 25


def restore(work: Work) -> None:
    """Repair what can be repaired for certain, mark the rest."""
    text = work.text
    edits: list[Edit] = []
    marks: list[tuple[int, int]] = []
    done = repaired = 0
    effort = _EFFORT + len(text) // 4
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
            work.mark(start, end, "lost_byte")
    work.edit(edits)


def _sites(text: str) -> list[re.Match[str]]:
    found = list(_QUESTION.finditer(text)) if "?" in text or "\ufffd" in text else []
    letters = list(_LETTER.finditer(text))
    return sorted([*found, *letters], key=re.Match.start) if letters else found


def _needed(text: str, outs: tuple[Out, ...]) -> float:
    """How sure a repair must be to be made."""
    if _in_name(text, outs) or not all(_is_sound(text, run) for run in _runs(outs)):
        return _NEVER
    # Nothing at all is left of a character of which both bytes are question marks.
    hidden = all(text[out.start : out.end].strip("?\ufffd") == "" for out in outs)
    vouched = any(")" in text[out.start : out.end + 8] for out in outs)
    return _SURE_OF_HIDDEN if hidden else _SURE if vouched else _SURE_ALONE


def _runs(outs: tuple[Out, ...]) -> list[list[Out]]:
    """Repaired characters that share bytes on the page, or touch."""
    runs: list[list[Out]] = []
    for out in outs:
        if runs and out.start <= runs[-1][-1].end:
            runs[-1].append(out)
        else:
            runs.append([out])
    return runs


def _is_sound(text: str, run: list[Out]) -> bool:
    """Whether a run reads like Chinese up to what stands around it, and little is guessed where no gloss vouches.

    Without a gloss the one byte behind its one question mark may be chosen, but no mark that a byte swallowed, no
    character of which nothing is seen, no loss that left no trace.
    """
    start, end = run[0].start, run[-1].end
    shown = text[start:end]
    after = text[end : end + 2]
    if any(char in "?\ufffd" or _is_odd(char) for char in after):
        return False  # the damage goes on: not all of it is understood
    vouched = ")" in shown or _WHOLE_GLOSS.match(text, end) is not None
    if vouched:
        return True
    # A mark that was swallowed at the end of a longer run is believed where the word before it is a usual one.
    signs = shown.count("?") + shown.count("\ufffd")
    closing = len(run) > 1 and signs == 2 and len(run[-1].text) == 2
    if shown[0] not in "?\ufffd" or (signs > 1 and not closing):
        return False
    model = characters()
    before = simplified(text[max(0, start - 2) : start])
    repaired = simplified("".join(out.text for out in run))
    whole = before + repaired + simplified(after)
    costs = [model.after(whole[max(0, at - 2) : at], whole[at]) for at in range(len(before) or 1, len(whole))]
    if closing:
        at = len(before) + len(repaired) - 2
        if model.after(whole[max(0, at - 2) : at], whole[at]) > _EXPECTED:
            return False
        own = costs[-len(repaired) - len(after) : -len(after) or None]
        if len(run) < _LONG and max(own[:-1]) > _USUAL_WORD:
            return False
    return sum(costs) <= _PLAIN * len(costs) and max(costs) <= _STRANGEST and not any(map(_is_odd, repaired))


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
