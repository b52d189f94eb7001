"""Walking through a damaged stretch byte by byte, keeping the best ways of reading it.

A way of reading (`Guess`) is either *aligned*, where the characters on the page are those of the author, or
*shifted*, where a lead byte waits and every character on the page gives the trail of one and the lead of the next.
What the converter may have done moves it from one to the other; the character model weighs what comes out.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.clean.characters import characters, common
from kg.clean.gbk import gbk
from kg.clean.gloss import SYLLABLE, TONED, is_reading, readings
from kg.clean.script import simplified, traditional_forms

#: What two bytes of GBK may show: signs, Greek, Cyrillic, kana, Han characters, full-width forms.
WIDE_SIGNS = r"\u00a4-\u00b7\u00d7\u00f7\u02c7-\u0451\u2010-\u2642\u3000-\u9fff\uf900-\uffe6"
_GLOSS = re.compile(rf"\(({SYLLABLE})\)")
#: A question mark with what is left of a gloss, or such a rest without one.
LOST = re.compile(rf"[?\ufffd](?:\(?({SYLLABLE})\))?|(?<=[{WIDE_SIGNS}])([a-zü]*[{TONED}][a-zü{TONED}]*)\)")
_BEAM, _CANDIDATES, _MANY, _SILENT, _QUIET = 64, 24, 60, 8, 3
#: Costs in bits of what the converter may have done, beside the model's costs of what comes out.
_LOST, _LOST_SILENTLY, _LITERAL, _SWALLOWED, _OTHER_FORM, _WRONG_GLOSS = 4.0, 14.0, 9.0, 3.0, 3.0, 12.0
_UNLIKELY = 15.0
#: About what a mark costs after a character, where none is weighed.
_ENDING = 4.0
#: A character that stands on the page and is a usual one costs no more than this: names are made of rare pairs.
_NAME, _KNOWN = 14.0, 18.0
#: The model takes its pairs for independent, so its certainty is tempered.
_TEMPER = 0.8
_SWALLOWABLE = ",:; ("


class Unit(NamedTuple):
    """One thing on the page: a character, a whole gloss, or a question mark with what is left of a gloss."""

    kind: str  # "char", "ascii", "gloss", "lost"
    start: int
    end: int
    text: str
    pairs: tuple[tuple[int, float], ...] = ()  # the bytes it may be, with the cost of another form
    form: str = ""


class Out(NamedTuple):
    """A repaired character (or two) and the stretch of the page that it came from."""

    start: int
    end: int
    text: str


class Reading(NamedTuple):
    """The best reading: what is to be put where, how sure, where on the page the walk ended."""

    outs: tuple[Out, ...]
    sure: float
    end: int


class _Chain(NamedTuple):
    link: Out
    rest: _Chain | None


@dataclass(slots=True)
class _Guess:
    cost: float
    last: str  # the last two characters as the model knows them
    lead: int  # the byte that waits for its trail; -1 while aligned
    since: int  # where that byte stands on the page
    out: _Chain | None
    stream: bytes  # the damaged bytes by this guess
    repairs: int
    trail: int  # the last byte of the last character shown, where a gloss may have been found across; -1 for none


@cache
def _pairs_of(char: str) -> tuple[tuple[int, float], ...]:
    pair = gbk().pair
    found = [(pair[char], 0.0)] if char in pair else []
    found += [(pair[form], _OTHER_FORM) for form in traditional_forms(char) if form in pair]
    return tuple(found)


def _units(text: str, start: int, end: int) -> list[Unit]:
    units: list[Unit] = []
    at = start
    while at < end:
        char = text[at]
        if char in "?\ufffd" or (char < "\u2000" and char.isalpha()):
            lost = LOST.match(text, at, end)
            if lost is not None:
                rest = lost[2]
                if rest is None:
                    units.append(Unit("lost", at, lost.end(), lost[1] or ""))
                elif rest in readings() and not is_reading(text[at - 1], rest):
                    units.append(Unit("lost", at, lost.end(), rest))
                else:
                    units.append(Unit("gloss", at, lost.end(), rest))
                at = lost.end()
                continue
        if char == "(":
            gloss = _GLOSS.match(text, at, end)
            if gloss is not None and gloss[1] in readings():
                units.append(Unit("gloss", at, gloss.end(), gloss[1]))
                at = gloss.end()
                continue
        if char.isascii():
            units.append(Unit("ascii", at, at + 1, char, form=common(char)))
        else:
            units.append(Unit("char", at, at + 1, char, _pairs_of(char), common(simplified(char))))
        at += 1
    return units


class Walk:
    """One damaged stretch ``text[start:end]`` with something wrong at `site`."""

    def __init__(self, text: str, start: int, end: int, site: int) -> None:
        self._text = text
        self._start = start
        self._site = site
        self._units = _units(text, start, end)
        self._table = gbk()
        self._model = characters()
        self._grown: list[_Guess] = []
        #: About how many pairs of characters were weighed.
        self.effort = 0

    def read(self) -> Reading:
        """The best reading; its `outs` are empty where it is to leave everything as it is, or nothing fits."""
        before = "\n" + self._text[max(0, self._start - 2) : self._start]
        guesses = [_Guess(0.0, common(simplified(before[-2:])), -1, 0, None, b"", 0, -1)]
        quiet = 0
        stop = len(self._units)
        for index, unit in enumerate(self._units):
            self._grown = []
            self.effort += 3 * len(guesses)
            for rank, guess in enumerate(guesses):
                if guess.lead < 0:
                    self._aligned(guess, unit, index, rank)
                else:
                    self._shifted(guess, unit, index, rank)
            if not self._grown:
                return Reading((), 0.0, unit.end)
            guesses = _prune(self._grown)
            settled = unit.kind != "lost" and all(guess.lead < 0 for guess in guesses[:6])
            quiet = quiet + 1 if settled and unit.start > self._site else 0
            if quiet >= _QUIET and (index + 1 == stop or self._units[index + 1].kind != "lost"):
                stop = index + 1
                break
        return self._judge([guess for guess in guesses if guess.lead < 0], stop)

    def _judge(self, finished: list[_Guess], stop: int) -> Reading:
        end = self._units[stop - 1].end if stop else self._start
        if not finished:
            return Reading((), 0.0, end)
        best = finished[0]
        weights: dict[tuple[tuple[int, str], ...], float] = {}
        for guess in finished:
            key = _written(guess)
            weights[key] = weights.get(key, 0.0) + 2.0 ** (-_TEMPER * (guess.cost - best.cost))
        sure = weights[_written(best)] / sum(weights.values())
        if not best.repairs or not self._again(best, stop):
            return Reading((), sure, end)
        return Reading(_outs(best), sure, end)

    def _again(self, guess: _Guess, stop: int) -> bool:
        """Whether the damage, done again to this reading, gives the page."""
        seen = "".join(self._text[unit.start : unit.end] for unit in self._units[:stop])
        return _comparable(self._table.show(guess.stream)) == _comparable(seen)

    def _put(
        self,
        guess: _Guess,
        cost: float,
        last: str,
        seen: bytes,
        *,
        lead: int = -1,
        since: int = 0,
        out: _Chain | None = None,
        repairs: int = 0,
        trail: int = -1,
    ) -> None:
        """A guess that goes on from `guess`."""
        self._grown.append(
            _Guess(
                guess.cost + cost,
                last,
                lead,
                since,
                out or guess.out,
                guess.stream + seen,
                guess.repairs + repairs,
                trail,
            )
        )

    # ---- aligned: the characters on the page are the author's

    def _aligned(self, guess: _Guess, unit: Unit, index: int, rank: int) -> None:
        raw = self._text[unit.start : unit.end].encode("gb18030", "replace")
        if unit.kind == "char":
            cost = self._model.after_common(guess.last, unit.form)
            if cost > _NAME and self._model.alone(unit.form) < _KNOWN:
                cost = _NAME
            pair = unit.pairs[0][0] if unit.pairs else -1
            seen = pair.to_bytes(2, "big") if pair >= 0 else raw
            self._put(guess, cost, guess.last[-1:] + unit.form, seen, trail=pair & 0xFF if pair >= 0 else -1)
            if rank < 2 and any(later.kind in {"lost", "gloss"} for later in self._units[index + 1 : index + 9]):
                self._lose(guess, index, b"", unit.start, _LOST_SILENTLY)
        elif unit.kind == "ascii":
            self._put(guess, self._model.after_common(guess.last, unit.form), guess.last[-1:] + unit.form, raw)
        elif unit.kind == "gloss":
            cost = 0.0 if self._read_so(guess.last[-1:], unit.text) else _WRONG_GLOSS
            self._put(guess, cost, guess.last, raw, trail=guess.trail)
        else:
            self._put(guess, _LITERAL + (2 * _WRONG_GLOSS if unit.text else 0.0), guess.last[-1:] + "？", raw)
            if unit.text:
                self._across(guess, unit)
            else:
                self._lose(guess, index + 1, b"?", unit.start, _LOST)

    def _read_so(self, char: str, syllable: str) -> bool:
        return is_reading(char, syllable) or any(is_reading(form, syllable) for form in traditional_forms(char))

    def _lose(self, guess: _Guess, index: int, seen: bytes, since: int, cost: float) -> None:
        """A lead byte is gone before unit `index`: those that make a character with it, the likeliest first."""
        if index >= len(self._units):
            return
        unit = self._units[index]
        options: dict[int, float] = {}
        self.effort += 150
        if unit.kind == "lost" and not unit.text:
            options = self._lose_before_hidden(guess.last, index)
        for trail in self._trails(unit):
            leads = self._table.leads_of.get(trail, ())
            costs = self._model.after_each(guess.last, [form for _, form in leads])
            for (lead, _), found in zip(leads, costs, strict=True):
                if found < options.get(lead, math.inf):
                    options[lead] = found
        ranked = sorted(options, key=options.__getitem__)
        most = _SILENT if not seen else _MANY if unit.kind == "lost" else _CANDIDATES
        for lead in ranked[:most]:
            lost = _Guess(
                guess.cost + cost, guess.last, lead, since, guess.out, guess.stream + seen, guess.repairs + 1, -1
            )
            if seen:
                self._grown.append(lost)
            else:
                self._shifted(lost, unit, index, 0)

    def _lose_before_hidden(self, last: str, index: int) -> dict[int, float]:
        """The same where a pair that shows nothing follows: each lead's cost with the best two characters it gives."""
        options: dict[int, float] = {}
        self.effort += 12_000
        pairs = [
            (lead, first, form)
            for first in self._table.undefined_leads
            for lead, form in self._table.leads_of.get(first, ())[:60]
        ]
        costs = self._model.after_each(last, [form for _, _, form in pairs])
        firsts = sorted((cost, *pair) for cost, pair in zip(costs, pairs, strict=True))
        ahead = self._ahead(index)[:24]
        then = [form for _, form in ahead]
        for cost, lead, first, form in firsts[:250] if ahead else ():
            for (second, _), more in zip(ahead, self._model.after_each(last[-1:] + form, then), strict=True):
                if cost + more < options.get(lead, math.inf) and first << 8 | second in self._table.undefined:
                    options[lead] = cost + more
        # Or the second question mark is the trail of the same character, with the ASCII character it swallowed.
        for lead, trails in self._table.trails_of.items():
            cost = min(self._model.after_each(last, [form for _, form in trails[:40]])) + _SWALLOWED + _ENDING
            options[lead] = min(cost, options.get(lead, math.inf))
        return options

    def _ahead(self, index: int) -> list[tuple[int, str]]:
        """Lead bytes, and the usual characters they make with what follows unit `index`."""
        if index + 1 >= len(self._units):
            return []
        trails = self._trails(self._units[index + 1])
        return [pair for trail in trails[:3] for pair in self._table.leads_of.get(trail, ())[:40]]

    def _trails(self, unit: Unit) -> list[int]:
        """The bytes with which a unit may begin as the second half of a character."""
        if unit.kind == "char":
            return [pair >> 8 for pair, _ in unit.pairs]
        if unit.kind == "ascii":
            return [ord(unit.text)] if "@" <= unit.text <= "~" else []
        return []

    def _across(self, guess: _Guess, unit: Unit) -> None:
        """A gloss found across two characters: its character begins with the last byte and ends with the lost one."""
        if guess.trail < 0:
            return
        trails = {guess.trail: 0.0}
        for form in traditional_forms(guess.last[-1:]):
            if form in self._table.pair:
                trails.setdefault(self._table.pair[form] & 0xFF, _OTHER_FORM)
        for glossed in readings().get(unit.text, ()):
            pair = self._table.pair.get(glossed, 0)
            if pair >> 8 in trails and pair & 0xFF >= 0x80:
                seen = bytes((pair & 0xFF,)) + _gloss(unit.text)
                self._put(guess, trails[pair >> 8], guess.last, seen, lead=pair & 0xFF, since=unit.start, repairs=1)

    # ---- shifted: every character on the page is made of two halves

    def _shifted(self, guess: _Guess, unit: Unit, index: int, rank: int) -> None:
        if unit.kind == "char":
            for pair, cost in unit.pairs:
                self._emit(guess, unit, pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big"))
        elif unit.kind == "ascii":
            if "@" <= unit.text <= "~":
                self._emit(guess, unit, ord(unit.text), -1, 0.0, unit.text.encode())
        elif unit.kind == "gloss":
            # Found in two halves that happen to look like its character: nothing is lost here.
            raw = self._text[unit.start : unit.end].encode("gb18030")
            self._grown.append(
                _Guess(
                    guess.cost, guess.last, guess.lead, guess.since, guess.out, guess.stream + raw, guess.repairs, -1
                )
            )
        elif unit.text:
            for glossed in readings().get(unit.text, ()):
                pair = self._table.pair.get(glossed, 0)
                if pair >> 8 == guess.lead and pair & 0xFF >= 0x80:
                    self._emit(guess, unit, pair & 0xFF, -1, 0.0, bytes((pair & 0xFF,)) + _gloss(unit.text))
        elif rank < _MANY:
            self._swallow(guess, unit)
            if rank < _CANDIDATES:
                self._hidden(guess, unit, index)

    def _swallow(self, guess: _Guess, unit: Unit) -> None:
        """The last half of a run, and the ASCII character that went with it."""
        usual = [(byte, form) for byte, form in self._table.trails_of.get(guess.lead, ())[:80] if byte >= 0x80]
        self.effort += len(usual)
        costs = self._model.after_each(guess.last, [form for _, form in usual])
        options = sorted((cost, *pair) for cost, pair in zip(costs, usual, strict=True))
        for cost, byte, form in options[:4]:
            char = self._table.shown[guess.lead << 8 | byte]
            last = guess.last[-1:] + form
            for swallowed in _SWALLOWABLE:
                mark = common(swallowed)
                total = cost + _SWALLOWED + self._model.after_common(last, mark)
                out = _Chain(Out(guess.since, unit.end, char + swallowed), guess.out)
                self._put(guess, total, form + mark, bytes((byte,)) + swallowed.encode(), out=out, repairs=1)

    def _hidden(self, guess: _Guess, unit: Unit, index: int) -> None:
        """Two halves that together show nothing but a question mark: chosen with what follows in view."""
        ahead = self._ahead(index)
        self.effort += 200
        firsts: list[tuple[float, int, str]] = []
        for first in self._table.undefined_leads:
            form = self._table.form.get(guess.lead << 8 | first)
            if form is not None and (cost := self._model.after_common(guess.last, form)) < _UNLIKELY:
                firsts.append((cost, first, form))
        firsts.sort()
        options: list[tuple[float, int, int]] = []
        forms = [form for _, form in ahead]
        for cost, first, form in firsts[:8]:
            more = self._model.after_each(guess.last[-1:] + form, forms)
            for (second, _), then in zip(ahead, more, strict=True):
                if first << 8 | second in self._table.undefined:
                    options.append((cost + then, first, second))
        options.sort()
        for _, first, second in options[:_CANDIDATES]:
            self._emit(guess, unit, first, second, _SWALLOWED, bytes((first, second)))

    def _emit(self, guess: _Guess, unit: Unit, trail: int, lead: int, cost: float, seen: bytes) -> None:
        """The waiting byte and `trail` are a character; `lead` waits now (-1: aligned again)."""
        number = guess.lead << 8 | trail
        char = self._table.shown.get(number)
        if char is None:
            return
        form = self._table.form[number]
        cost += self._model.after_common(guess.last, form)
        out = _Chain(Out(guess.since, unit.end, char), guess.out)
        self._put(
            guess,
            cost,
            guess.last[-1:] + form,
            seen,
            lead=lead,
            since=unit.start,
            out=out,
            trail=trail if lead < 0 else -1,
        )


def _prune(grown: list[_Guess]) -> list[_Guess]:
    """The cheapest, at most two in the same state."""
    grown.sort(key=lambda guess: guess.cost)
    seen: dict[tuple[int, str], int] = {}
    kept: list[_Guess] = []
    for guess in grown:
        state = (guess.lead, guess.last)
        times = seen.get(state, 0)
        if times < 2:
            seen[state] = times + 1
            kept.append(guess)
            if len(kept) == _BEAM:
                break
    return kept


def _outs(guess: _Guess) -> tuple[Out, ...]:
    found: list[Out] = []
    chain = guess.out
    while chain is not None:
        found.append(chain.link)
        chain = chain.rest
    return tuple(reversed(found))


def _written(guess: _Guess) -> tuple[tuple[int, str], ...]:
    return tuple((out.start, simplified(out.text)) for out in _outs(guess))


def _gloss(reading: str) -> bytes:
    return f"({reading})".encode("gb18030")


def _comparable(shown: str) -> str:
    """What is seen, without what later hands may have changed (scripts, the mark for a lost byte)."""
    return re.sub(r"[?\ufffd]\(?", "?", simplified(shown))
