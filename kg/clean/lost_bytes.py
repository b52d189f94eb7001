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
from collections.abc import Iterator
from functools import cache
from heapq import merge

from kg.clean.byte_trellis import Beam, Out
from kg.clean.byte_units import LOST, WIDE_SIGNS
from kg.clean.byte_walk import CLOSED, Walk
from kg.clean.characters import characters
from kg.clean.gloss import SYLLABLE, TONED
from kg.clean.names import surnames
from kg.clean.offsets import Edit
from kg.clean.page_words import Followers
from kg.clean.script import simplified
from kg.clean.work import GAP, Work
from kg.lexicon.names import common_words, not_names

_WIDE = rf"{WIDE_SIGNS}\u00e0-\u0261"
_TONED_GLOSS = rf"[a-zü{TONED}]*[{TONED}][a-zü{TONED}]*\)"
#: Where something may be wrong: a question mark with the rest of a gloss, or between characters …
_QUESTION = re.compile(
    rf"[?\ufffd](?:\(?{SYLLABLE}\)|(?<=[{WIDE_SIGNS}a-z0-9),;:%(][?\ufffd])(?=[{_WIDE}?\ufffd]|[@-~][{_WIDE}?,;:.()\n]))"
)
#: … a lone letter between characters or before a gloss, or a gloss that lost its bracket.
_LETTER = re.compile(
    rf"[@-~ü{TONED}](?:(?<=[{_WIDE}][@-~])(?=[{WIDE_SIGNS}]|\({_TONED_GLOSS})"
    rf"|(?<=[{WIDE_SIGNS}][a-zü{TONED}])(?=[a-zü{TONED}]{{0,5}}\)))"
)
#: Half a character that shows as a letter.
_HALF_LETTER = re.compile(rf"(?<=[{WIDE_SIGNS}])[@-~](?![A-Za-z0-9])")
_WHOLE_GLOSS = re.compile(rf"\({SYLLABLE}\)")
_BEFORE, _LONGEST = 10, 400
#: How sure a character must be of which all bytes are there; of which one was guessed (the first of the run, another),
#: where nothing of the run is less sure than that; the same where something is, and of a mark.
_SURE, _SURE_ALL, _SURE_ALL_OTHER, _SURE_FIRST, _SURE_OTHER, _SURE_MARK = 0.99, 0.85, 0.92, 0.965, 0.995, 0.95
#: And of one that a gloss near it vouches for; that may be part of a name; of which nothing is seen (the same where all
#: of the run is sure).
_SURE_VOUCHED, _SURE_NAME, _SURE_HIDDEN, _SURE_ALL_HIDDEN = 0.75, 0.985, 0.999, 0.95
#: How sure the mark must be that a byte swallowed (the same where all of the run is sure).
_SURE_SWALLOWED, _SURE_ALL_SWALLOWED = 0.98, 0.85
#: So dear (bits a character) what a repair makes may be, with so many characters after it.
_PLAIN, _AFTER = 10.5, 3
#: A first character that costs no more (bits) goes with what stands before it, however rare that is.
_JOINED = 5.0
#: Three characters dearer than this each (bits) before a run, or a last one that is dearer: the damage began earlier.
_GARBLED, _BROKEN = 12.5, 13.5
#: Stands for what stays open.
_OPEN = "?"
#: So much of a run must be sure.
_MOST_OF = 0.5
_BEFORE_NAMES = frozenset("长记任席员委书、,，和及与者师官使理授：:\n ")
#: Characters dearer than this (bits) are odd: two halves rather than one character.
_ODD = 18.0
_MARKS = frozenset("、,，:：\n ")
#: After a post, a character that costs no more than this (bits) is no beginning of a name.
_EXPECTED = 4.0
#: So many steps are weighed on a page (about a fifth of a second), and a tenth as many more as it is long: time stays
#: linear.
_EFFORT, _ONE_WALK = 60_000, 30_000
#: A narrow search, and one that is sure.
_BEAMS = (Beam(8, 20, 5, 10.0), Beam(24, 64, 12, 14.0))
#: With more unreadable characters than one in so many, a page is not damaged but something else.
_HOPELESS = 25


class _Bench:
    """What is to be changed and marked on the page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.marks: list[tuple[int, int]] = []
        self.marked = 0
        self.repaired = 0
        self.least = 1.0

    def mark(self, start: int, end: int) -> None:
        """Leave a stretch as it is. Those near each other are kept as one: a page may be full of them."""
        self.marked += 1
        if self.marks:
            begin, stop = self.marks[-1]
            if start <= stop + GAP and "\n" not in self.text[stop:start]:
                self.marks[-1] = begin, max(end, stop)
                return
        self.marks.append((start, end))

    def take(self, outs: tuple[Out, ...]) -> bool:
        """Make what is sure of a reading; False where nothing is."""
        taken = 0
        for run in _runs(outs):
            kept = _kept(self.text, run)
            if not any(kept):
                self.mark(run[0].start, run[-1].end)
                continue
            taken += 1
            self.least = min([self.least, *(out.sure for out, text in zip(run, kept, strict=True) if text == out.text)])
            for out, found in zip(run, kept, strict=True):
                self.edits.append(Edit(out.start, out.end, found or _OPEN))
                if found != out.text:
                    self.mark(out.start, out.end)
        self.repaired += taken
        return taken > 0


def restore(work: Work) -> None:
    """Repair what can be repaired for certain, mark the rest."""
    text = work.text
    bench = _Bench(text)
    done = 0
    effort = _EFFORT + len(text) // 10
    page: Followers | None = None
    if text.count("\ufffd") * _HOPELESS > len(text):
        effort = 0
    for match in _sites(text):
        if match.start() < done or not _is_suspicious(text, match):
            continue
        if effort <= 0:
            if _is_certainly_damage(match.group()):
                bench.mark(*match.span())
            continue
        start, end = _window(text, match.start(), done)
        page = Followers(text) if page is None else page
        # A narrow search finds fewer other readings and so is surer than it should be: where even that is not sure
        # enough to repair anything, a wide one is not needed.
        for beam in _BEAMS:
            walk = Walk(text, start, end, match.start(), min(effort, _ONE_WALK), page, beam)
            reading = walk.read()
            effort -= walk.effort
            if not any(any(_kept(text, run)) for run in _runs(reading.outs)):
                break
        if reading.outs and bench.take(reading.outs):
            done = max(reading.end, match.end())
            continue
        done = match.end()
        if not reading.outs and _is_certainly_damage(match.group()):
            bench.mark(match.start(), max(match.end(), match.start() + 1))
    if bench.repaired:
        work.note("lost_byte", bench.repaired, bench.least)
    if bench.marks:
        work.note("lost_byte_unrepaired", bench.marked)
        for start, end in bench.marks:
            work.mark(start, end, "lost_byte")
    work.edit(bench.edits)


def _sites(text: str) -> Iterator[re.Match[str]]:
    letters = _LETTER.finditer(text)
    if "?" not in text and "\ufffd" not in text:
        return letters
    return merge(_QUESTION.finditer(text), letters, key=re.Match.start)


def _kept(text: str, run: list[Out]) -> list[str]:
    """What of each character of a run is sure enough; nothing where the run is not sound or too much stays open."""
    nothing = [""] * len(run)
    if not _is_sound(text, run):
        return nothing
    named = _in_name(text, run)
    whole = all(out.first >= (_SURE_ALL if at == 0 else _SURE_ALL_OTHER) for at, out in enumerate(run))
    first, other = (_SURE_ALL, _SURE_ALL_OTHER) if whole else (_SURE_FIRST, _SURE_OTHER)
    kept: list[str] = []
    for at, out in enumerate(run):
        if out.seen:
            kept.append(out.text if out.sure >= _SURE else "")
            continue
        begins = at == 0 or run[at - 1].end <= out.start
        usual = first if begins else other
        hidden = _SURE_ALL_HIDDEN if whole else _SURE_HIDDEN
        if out.first >= _needed(text, out, usual, hidden, named[at]):
            kept.append(_sure_part(text, out, _SURE_ALL_SWALLOWED if whole else _SURE_SWALLOWED))
        else:
            kept.append("")
    for at, out in enumerate(run):
        # Of what shows one question mark together, one is hardly sure while the other is open.
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(run) and not run[near].seen]
        if not out.seen and out.first < _SURE_HIDDEN and any(not kept[near] for near in beside):
            kept[at] = ""
    return kept if sum(map(bool, kept)) >= _MOST_OF * len(run) else nothing


def _sure_part(text: str, out: Out, swallowed: float) -> str:
    """All of a guessed character, or without the mark that was swallowed with it where that is less sure."""
    # Which digit was swallowed nobody can tell, nor which mark where it is a rare one and nothing asks for it.
    told = out.text[-1] == "," or (out.text[-1] == "(" and CLOSED.match(text, out.end) is not None)
    if len(out.text) == 1 or (out.sure >= swallowed and told):
        return out.text
    ends = text[out.end : out.end + 1] in ("", "\n")
    return out.text[0] + ("" if ends else _OPEN)


def _needed(text: str, out: Out, usual: float, hidden: float, named: bool) -> float:
    """How sure the first character must be of which a byte was guessed: `usual` if not more, `hidden` where nothing is
    seen of it; above 1: however sure."""
    if ")" in text[out.start : out.end + 8]:
        return _SURE_VOUCHED
    ends = text[out.end - 1] in "?\ufffd"
    if ends and text[out.start] in "?\ufffd":
        return 2.0 if len(out.text) > 1 or named or out.end - out.start == 1 else hidden
    if named:
        return 2.0 if ends else _SURE_NAME
    return usual if _is_han(out.text[0]) else min(usual, _SURE_MARK)


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
    """Whether a run reads like Chinese up to what stands around it."""
    start, end = run[0].start, run[-1].end
    after = text[end : end + 2]
    if any(char in "?\ufffd" or _is_odd(char) for char in after):
        return False  # the damage goes on: not all of it is understood
    if ")" in text[start:end] or _WHOLE_GLOSS.match(text, end) is not None:
        return True
    if text[start] not in "?\ufffd":
        return False  # nothing on the page says that a byte is gone
    before = simplified("\n" + text[max(0, start - 6) : start])
    near = before[-4:].rpartition("\n")[2]
    if "?" in near[:-1] or "\ufffd" in near:
        return False
    repaired = simplified("".join(out.text for out in run))
    costs = _costs(before, min(3, len(near)))
    if characters().after(before[-3:], repaired[0]) > _JOINED and (
        sum(costs) > _GARBLED * len(costs) or max(costs[-1:], default=0) > _BROKEN
    ):
        return False  # the damage began earlier
    onward = repaired + simplified(text[end : end + _AFTER])
    costs = _costs(before + onward, len(onward))
    return sum(costs) <= _PLAIN * len(costs) and not any(map(_is_odd, repaired))


def _costs(text: str, count: int) -> list[float]:
    """What the last `count` characters of `text` cost (bits)."""
    model = characters()
    return [model.after(text[max(0, at - 3) : at], text[at]) for at in range(max(1, len(text) - count), len(text))]


def _in_name(text: str, run: list[Out]) -> list[bool]:
    """Which guessed characters of a run may be part of a person's name.

    That is where a name may begin, after a post or a comma, and after a surname there; unless a usual word stands
    there. The model knows no names, and a wrong one is worse than none.
    """
    line = simplified(text[max(0, run[0].start - 4) : run[0].start])
    repaired = simplified("".join(out.text for out in run) + text[run[-1].end : run[-1].end + 2])
    found = []
    at = 0
    for out in run:
        vouched = out.seen or ")" in text[out.start : out.end]
        found.append(not vouched and _may_be_name(line + repaired[:at], repaired[at : at + 3]))
        at += len(out.text)
    return found


def _may_be_name(before: str, here: str) -> bool:
    """Whether the first character of `here` may belong to a name, by what stands before it."""
    if before[-1:] in _BEFORE_NAMES and _is_han(here[0]):
        if characters().after(before[-3:], here[0]) <= _EXPECTED:
            return False  # the post itself goes on: 书记, 长江
        if before[-1:] in _MARKS:
            return here[0] in surnames() and not _begins_word(here)
        return here[0] in surnames() or not _begins_word(here)
    for back in (1, 2, 3):
        if len(before) > back and before[-back] in surnames() and before[-back - 1] in _BEFORE_NAMES:
            return not _begins_word((before[-back:] + here)[:3])
    return False


def _begins_word(chars: str) -> bool:
    return chars[:2] in common_words() or not not_names().isdisjoint((chars[:2], chars[:3]))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


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
        return (
            "?" in after[:3]
            or after[:1].isascii()
            or any(map(_is_odd, after))
            or _HALF_LETTER.search(text, match.end(), match.end() + 6) is not None
        )
    # A lone letter between characters: half a character, if what stands before it is odd.
    return any(map(_is_odd, text[max(0, match.start() - 3) : match.start()]))


@cache
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
