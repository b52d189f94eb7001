"""Bytes that a converter lost: ``新聞?dòng)浾摺∪f(wàn)能`` → ``新聞記者　萬(wàn)能``.

The converter that puts pinyin behind characters works on the bytes of GBK and looks for 動 (``84 D3``) without
knowing where characters begin. In 聞記 (``C2 84``, ``D3 9B``) it finds one across the border and writes its gloss
there: ``C2 84 D3 ( d ò n g ) 9B …``. Shown again, ``D3 (`` is no character and becomes ``?``, and from ``9B`` on every
character is made of the end of one and the beginning of the next, up to the next ASCII byte. Others lose a lead byte
at the edge of a buffer, with a ``?`` or without a trace; what follows is shifted in the same way.

So the way back is known, but for the lost byte. It is searched for: every reading of the damaged stretch is walked
through byte by byte; the gloss tells which lead bytes it can have been; the character model tells which of the
readings is Chinese. A repair is accepted only if doing the damage to it again gives what stands on the page, and if
no other reading comes near; else the stretch stays as it was and is marked.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.clean.characters import Characters, characters
from kg.clean.gbk import Gbk, gbk
from kg.clean.gloss import SYLLABLE, TONED, is_reading, readings
from kg.clean.offsets import Edit
from kg.clean.script import simplified, traditional_forms
from kg.clean.work import Work

#: What two bytes of GBK may show: signs, Greek, Cyrillic and pinyin letters, kana, Han characters, full-width forms.
_CJK = r"\u00a4-\u00b7\u00d7\u00f7\u02c7-\u0451\u2010-\u2642\u3000-\u9fff\uf900-\uffe6"
_WIDE = rf"{_CJK}\u00e0-\u0261"

_GLOSS = re.compile(rf"\(({SYLLABLE})\)")
#: Where something is wrong: a lost byte before a gloss, between characters, or a letter that is half a character.
_SITE = re.compile(
    rf"[?\ufffd]\(?{SYLLABLE}\)"
    rf"|(?<=[{_CJK}a-z)])[?\ufffd](?=[{_WIDE}?\ufffd]|[@-~][{_WIDE}?])"
    rf"|(?<=[{_CJK}])[@-~](?=\([a-zü{TONED}]*[{TONED}][a-zü{TONED}]*\))"
    rf"|(?<=[{_CJK}])(?=[a-zü{TONED}]*[{TONED}][a-zü{TONED}]*\))"
    rf"|(?<=[{_WIDE}])[@-~](?=[{_CJK}])"
)
_QUESTION = re.compile(rf"[?\ufffd](?:\(?({SYLLABLE})\))?|(?<=[{_CJK}])([a-zü]*[{TONED}][a-zü{TONED}]*)\)")
_BEFORE, _LONGEST, _QUIET = 10, 120, 3
_BEAM = 48
_CANDIDATES = 24
#: Costs in bits of what the converter may have done, next to the model's costs of what it was done to.
_LOST, _LOST_SILENTLY, _LITERAL, _SWALLOWED, _OTHER_FORM, _WRONG_GLOSS = 4.0, 14.0, 9.0, 3.0, 3.0, 12.0
_SURE = 0.9
_UNLIKELY = 15.0
#: A character that stands on the page and is a usual one costs no more than this: names are made of rare pairs.
_NAME, _KNOWN = 14.0, 18.0
#: The model takes its pairs for independent, so its certainty is tempered.
_TEMPER = 0.8
_SWALLOWABLE = ",:; ("


class _Unit(NamedTuple):
    """One thing seen on the page: a character, a whole gloss, or a question mark with what is left of a gloss."""

    kind: str  # "char", "ascii", "gloss", "lost"
    start: int
    end: int
    text: str
    pairs: tuple[tuple[int, float], ...] = ()  # bytes it may be, with the cost of another form


class _Out(NamedTuple):
    """A repaired character and the stretch of the page that it came from; text "" takes the stretch out."""

    start: int
    end: int
    text: str


class _Chain(NamedTuple):
    """Links of a hypothesis, newest first."""

    link: _Out
    rest: _Chain | None


@dataclass(slots=True)
class _Guess:
    """A way of reading the page so far. `lead` is a byte still waiting for its trail, found at `since`."""

    cost: float
    last: str
    lead: int = -1
    since: int = 0
    out: _Chain | None = None
    stream: bytes = b""
    repairs: int = 0
    trail: int = -1  # the last byte shown, where a gloss may have been found across


def restore(work: Work) -> None:
    """Repair what can be repaired for certain, mark the rest."""
    text = work.text
    if "?" not in text and "\ufffd" not in text and ")" not in text:
        return
    edits: list[Edit] = []
    marks: list[tuple[int, int]] = []
    done = 0
    least = 1.0
    repaired = 0
    for match in _SITE.finditer(text):
        if match.start() < done or not _is_suspicious(text, match):
            continue
        start, end = _window(text, match.start(), max(done, 0))
        reader = _Reader(text, start, end, match.start())
        best = reader.read()
        if best is None:
            done = max(done, match.end())
            continue
        outs, sure, stop = best
        done = max(stop, match.end())
        if not outs:
            if _is_damage(match.group()):
                marks.append((match.start(), match.end()))
            continue
        edits.extend(Edit(*out) for out in outs)
        repaired += 1
        least = min(least, sure)
    if repaired:
        work.note("lost_byte", repaired, least)
    if marks:
        work.note("lost_byte_unrepaired", len(marks), 1.0)
        for start, end in marks:
            work.mark(start, end)
    work.edit(edits)


def _is_damage(found: str) -> bool:
    return len(found) > 1 or "\ufffd" in found


def _is_suspicious(text: str, match: re.Match[str]) -> bool:
    found = match.group()
    if not found:  # a gloss that lost its bracket: damage only if it is not the reading of what stands before
        rest = _QUESTION.match(text, match.start())
        return rest is not None and rest[2] in readings() and not is_reading(text[match.start() - 1], rest[2])
    if len(found) > 1:
        return _QUESTION.fullmatch(found) is not None
    if found == "\ufffd":
        return True
    if found == "?":  # what follows must look broken within a few characters
        after = text[match.end() : match.end() + 6]
        return "?" in after[:3] or after[:1].isascii() or any(map(_is_odd, after))
    if text.startswith("(", match.end()):
        return True
    # A lone letter between characters: half a character, if what stands before it is odd.
    return any(map(_is_odd, text[max(0, match.start() - 3) : match.start()]))


def _is_odd(char: str) -> bool:
    return char > "\u00a0" and characters().alone(simplified(char)) > _KNOWN


def _window(text: str, site: int, floor: int) -> tuple[int, int]:
    start = site
    while start > max(floor, site - _BEFORE):
        char = text[start - 1]
        if char == "\n":
            break
        if char.isascii() and char != ")":
            break
        if char == ")":
            opened = text.rfind("(", max(floor, start - 9), start)
            if opened < 0 or not _GLOSS.fullmatch(text, opened, start):
                break
            start = opened
            continue
        start -= 1
    newline = text.find("\n", site)
    end = min(len(text) if newline < 0 else newline, site + _LONGEST)
    return start, end


@cache
def _pairs_of(char: str) -> tuple[tuple[int, float], ...]:
    table = gbk()
    found = [(table.pair[char], 0.0)] if char in table.pair else []
    found += [(table.pair[form], _OTHER_FORM) for form in traditional_forms(char) if form in table.pair]
    return tuple(found)


def _units(text: str, start: int, end: int) -> list[_Unit]:
    units: list[_Unit] = []
    at = start
    while at < end:
        char = text[at]
        if char in "?\ufffd" or (char.isalpha() and not char > "\u2000"):
            lost = _QUESTION.match(text, at, end)
            if lost is not None:
                reading = lost[1] or lost[2] or ""
                if lost[2] is not None and (lost[2] not in readings() or is_reading(text[at - 1], lost[2])):
                    units.append(_Unit("gloss" if lost[2] in readings() else "ascii", at, lost.end(), lost[2]))
                else:
                    units.append(_Unit("lost", at, lost.end(), reading))
                at = lost.end()
                continue
        if char == "(":
            gloss = _GLOSS.match(text, at, end)
            if gloss is not None and gloss[1] in readings():
                units.append(_Unit("gloss", at, gloss.end(), gloss[1]))
                at = gloss.end()
                continue
        if char.isascii():
            units.append(_Unit("ascii", at, at + 1, char))
        else:
            units.append(_Unit("char", at, at + 1, char, _pairs_of(char)))
        at += 1
    return units


class _Reader:
    """Walks through one damaged stretch, keeping the best ways of reading it."""

    def __init__(self, text: str, start: int, end: int, site: int) -> None:
        self.text = text
        self.site = site
        self.start = start
        self.units = _units(text, start, end)
        self.table: Gbk = gbk()
        self.model: Characters = characters()

    def read(self) -> tuple[list[_Out], float, int] | None:
        """The repair, how sure it is, and where it ends; no repair: an empty list."""
        before = "\n" + self.text[max(0, self.start - 2) : self.start]
        guesses = [_Guess(0.0, simplified(before[-2:]))]
        quiet = 0
        stop = len(self.units)
        for index, unit in enumerate(self.units):
            grown: list[_Guess] = []
            for guess in guesses:
                self._step(guess, unit, index, grown)
            if not grown:
                return None
            guesses = _prune(grown)
            settled = all(guess.lead < 0 for guess in guesses[:6]) and unit.kind != "lost"
            quiet = quiet + 1 if settled and unit.start > self.site else 0
            if quiet >= _QUIET and (index + 1 == stop or self.units[index + 1].kind != "lost"):
                stop = index + 1
                break
        finished = [guess for guess in guesses if guess.lead < 0]
        end = self.units[stop - 1].end if self.units else self.start
        if not finished:
            return [], 0.0, end
        best = finished[0]
        weights: dict[str, float] = {}
        for guess in finished:
            key = _written(guess)
            weights[key] = weights.get(key, 0.0) + 2.0 ** (-_TEMPER * (guess.cost - best.cost))
        sure = weights[_written(best)] / sum(weights.values())
        outs = _outs(best)
        if not best.repairs or sure < _SURE or not self._again(best, stop):
            return [], sure, end
        return outs, sure, end

    def _again(self, guess: _Guess, stop: int) -> bool:
        """Whether the damage, done again to this reading, gives the page."""
        seen = "".join(self.text[unit.start : unit.end] for unit in self.units[:stop])
        shown = self.table.show(guess.stream)
        return _comparable(shown) == _comparable(seen)

    def _step(self, guess: _Guess, unit: _Unit, index: int, grown: list[_Guess]) -> None:
        if guess.lead < 0:
            self._aligned(guess, unit, index, grown)
        else:
            self._shifted(guess, unit, index, grown)

    # ---- while characters stand as they were

    def _aligned(self, guess: _Guess, unit: _Unit, index: int, grown: list[_Guess]) -> None:
        raw = self.text[unit.start : unit.end]
        if unit.kind == "char":
            shown = simplified(unit.text)
            pair = unit.pairs[0][0] if unit.pairs else -1
            cost = self.model.after(guess.last, shown)
            if cost > _NAME and self.model.alone(shown) < _KNOWN:
                cost = _NAME
            cost += guess.cost
            grown.append(
                _Guess(
                    cost,
                    guess.last[-1:] + shown,
                    out=guess.out,
                    stream=guess.stream + _bytes(unit),
                    repairs=guess.repairs,
                    trail=pair & 0xFF if pair >= 0 else -1,
                )
            )
            if any(later.kind == "lost" or later.kind == "gloss" for later in self.units[index + 1 : index + 9]):
                self._lose(guess, unit, index, grown, _LOST_SILENTLY, b"")
        elif unit.kind == "ascii":
            cost = guess.cost + self.model.after(guess.last, unit.text)
            grown.append(
                _Guess(
                    cost,
                    guess.last[-1:] + unit.text[-1:],
                    out=guess.out,
                    stream=guess.stream + raw.encode("gb18030"),
                    repairs=guess.repairs,
                )
            )
        elif unit.kind == "gloss":
            wrong = 0.0 if guess.last and self._read_so(guess.last[-1:], unit.text) else _WRONG_GLOSS
            grown.append(
                _Guess(
                    guess.cost + wrong,
                    guess.last,
                    out=guess.out,
                    repairs=guess.repairs,
                    stream=guess.stream + raw.encode("gb18030"),
                    trail=guess.trail,
                )
            )
        else:
            literal = _LITERAL + (2 * _WRONG_GLOSS if unit.text else 0.0)
            grown.append(
                _Guess(
                    guess.cost + literal,
                    "?",
                    out=guess.out,
                    repairs=guess.repairs,
                    stream=guess.stream + raw.encode("gb18030", "replace"),
                )
            )
            if unit.text:
                self._across(guess, unit, grown)
            else:
                following = self.units[index + 1] if index + 1 < len(self.units) else None
                self._lose(guess, following, index, grown, _LOST, b"?", mark=unit)

    def _read_so(self, char: str, syllable: str) -> bool:
        return is_reading(char, syllable) or any(is_reading(form, syllable) for form in traditional_forms(char))

    def _lose(
        self,
        guess: _Guess,
        following: _Unit | None,
        index: int,
        grown: list[_Guess],
        cost: float,
        seen: bytes,
        mark: _Unit | None = None,
    ) -> None:
        """A lead byte is gone: every one that makes a character with what follows, the likeliest first."""
        since = mark.start if mark is not None else (following.start if following is not None else 0)
        if following is None:
            return
        options: list[tuple[float, int]] = []
        for lead in range(0x81, 0xFF):
            if following.kind == "lost" and not following.text:
                found = (self.table.shown.get(lead << 8 | trail) for trail in self.table.undefined)
                best = min(
                    (self.model.after(guess.last, simplified(c)) for c in found if c is not None), default=math.inf
                )
            else:
                best = self._ahead(guess.last, lead, following)
            if best < math.inf:
                options.append((best, lead))
        options.sort()
        for _, lead in options[:_CANDIDATES]:
            lost = _Guess(guess.cost + cost, guess.last, lead, since, guess.out, guess.stream + seen, guess.repairs + 1)
            if mark is None and following is not None:
                self._shifted(lost, following, index, grown)
            else:
                grown.append(lost)

    def _across(self, guess: _Guess, unit: _Unit, grown: list[_Guess]) -> None:
        """A gloss found across two characters: its character begins with the last byte and ends with the lost one."""
        if guess.trail < 0:
            return
        trails = {guess.trail: 0.0}
        for form in traditional_forms(guess.last[-1:]):
            if form in self.table.pair:
                trails.setdefault(self.table.pair[form] & 0xFF, _OTHER_FORM)
        for trail, cost in trails.items():
            for glossed in readings().get(unit.text, ()):
                pair = self.table.pair.get(glossed, 0)
                if pair >> 8 == trail and pair & 0xFF >= 0x80:
                    grown.append(
                        _Guess(
                            guess.cost + cost,
                            guess.last,
                            pair & 0xFF,
                            unit.start,
                            guess.out,
                            guess.stream + bytes((pair & 0xFF,)) + _gloss(unit.text),
                            guess.repairs + 1,
                        )
                    )

    # ---- while every character is made of two halves

    def _shifted(self, guess: _Guess, unit: _Unit, index: int, grown: list[_Guess]) -> None:
        if unit.kind == "char":
            for pair, cost in unit.pairs:
                self._emit(guess, unit, pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big"), grown)
        elif unit.kind == "ascii":
            if "@" <= unit.text[0] <= "~" and len(unit.text) == 1:
                self._emit(guess, unit, ord(unit.text), -1, 0.0, unit.text.encode(), grown)
        elif unit.kind == "gloss":
            grown.append(
                _Guess(
                    guess.cost,
                    guess.last,
                    guess.lead,
                    guess.since,
                    guess.out,
                    guess.stream + _gloss_raw(unit, self.text),
                    guess.repairs,
                )
            )
        elif unit.text:
            for glossed in readings().get(unit.text, ()):
                pair = self.table.pair.get(glossed, 0)
                if pair >> 8 == guess.lead and pair & 0xFF >= 0x80:
                    self._emit(guess, unit, pair & 0xFF, -1, 0.0, bytes((pair & 0xFF,)) + _gloss(unit.text), grown)
        else:
            self._swallow(guess, unit, grown)
            self._hidden(guess, unit, index, grown)

    def _hidden(self, guess: _Guess, unit: _Unit, index: int, grown: list[_Guess]) -> None:
        """Two halves that together show nothing but a question mark: chosen with what follows in view."""
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        options: list[tuple[float, int, int]] = []
        for first, seconds in self.table.undefined.items():
            char = self.table.shown.get(guess.lead << 8 | first)
            if char is None:
                continue
            shown = simplified(char)
            cost = self.model.after(guess.last, shown)
            if cost > _UNLIKELY:
                continue
            context = guess.last[-1:] + shown
            for second in seconds:
                if second >= 0x81 and (ahead := self._ahead(context, second, following)) < math.inf:
                    options.append((cost + ahead, first, second))
        options.sort()
        for _, first, second in options[:_CANDIDATES]:
            self._emit(guess, unit, first, second, _SWALLOWED, bytes((first, second)), grown)

    def _ahead(self, context: str, lead: int, following: _Unit | None) -> float:
        """The cost of the best character that `lead` makes with what follows."""
        if following is None:
            return math.inf
        if following.kind == "char":
            trails = [pair >> 8 for pair, _ in following.pairs]
        elif following.kind == "ascii" and "@" <= following.text[:1] <= "~":
            trails = [ord(following.text[0])]
        elif following.kind == "lost":
            return 0.0  # the walk will tell
        else:
            return math.inf
        found = (self.table.shown.get(lead << 8 | trail) for trail in trails)
        return min(
            (self.model.after(context, simplified(char)) for char in found if char is not None), default=math.inf
        )

    def _swallow(self, guess: _Guess, unit: _Unit, grown: list[_Guess]) -> None:
        """The last half character of a run, and the ASCII character that went with it."""
        options: list[tuple[float, int, str]] = []
        for byte in range(0x80, 0xFF):
            char = self.table.shown.get(guess.lead << 8 | byte)
            if char is not None:
                options.append((self.model.after(guess.last, simplified(char)), byte, char))
        options.sort()
        for cost, byte, char in options[:4]:
            shown = simplified(char)
            for swallowed in _SWALLOWABLE:
                out = _Chain(_Out(guess.since, unit.end, char + swallowed), guess.out)
                total = guess.cost + cost + _SWALLOWED + self.model.after(guess.last[-1:] + shown, swallowed)
                grown.append(
                    _Guess(
                        total,
                        shown + swallowed,
                        out=out,
                        repairs=guess.repairs + 1,
                        stream=guess.stream + bytes((byte,)) + swallowed.encode(),
                    )
                )

    def _emit(
        self, guess: _Guess, unit: _Unit, trail: int, lead: int, cost: float, seen: bytes, grown: list[_Guess]
    ) -> None:
        char = self.table.shown.get(guess.lead << 8 | trail)
        if char is None:
            return
        shown = simplified(char)
        grown.append(
            _Guess(
                guess.cost + cost + self.model.after(guess.last, shown),
                guess.last[-1:] + shown,
                lead,
                unit.start,
                _Chain(_Out(guess.since, unit.end, char), guess.out),
                guess.stream + seen,
                guess.repairs,
                trail if lead < 0 else -1,
            )
        )


def _prune(grown: list[_Guess]) -> list[_Guess]:
    """The best of those that are in the same state, and of them all."""
    best: dict[tuple[int, str, int], _Guess] = {}
    second: list[_Guess] = []
    for guess in sorted(grown, key=lambda g: g.cost):
        state = (guess.lead, guess.last, guess.trail)
        if state not in best:
            best[state] = guess
        elif guess.cost < best[state].cost + 12:
            second.append(guess)
    kept = sorted([*best.values(), *second], key=lambda g: g.cost)
    return kept[:_BEAM]


def _outs(guess: _Guess) -> list[_Out]:
    found: list[_Out] = []
    chain = guess.out
    while chain is not None:
        found.append(chain.link)
        chain = chain.rest
    return found[::-1]


def _written(guess: _Guess) -> str:
    return "|".join(f"{out.start}{out.text}" for out in _outs(guess))


def _bytes(unit: _Unit) -> bytes:
    return unit.pairs[0][0].to_bytes(2, "big") if unit.pairs else unit.text.encode("gb18030", "replace")


def _gloss(reading: str) -> bytes:
    return f"({reading})".encode("gb18030")


def _gloss_raw(unit: _Unit, text: str) -> bytes:
    return text[unit.start : unit.end].encode("gb18030")


def _comparable(shown: str) -> str:
    """What is seen, without the differences that later hands may have made (scripts, the mark for a lost byte)."""
    return re.sub(r"[?\ufffd]\(?", "?", simplified(shown))
