"""Walking through a damaged stretch byte by byte, weighing all ways of reading it at once.

A way of reading is at every moment *aligned*, where the characters on the page are those of the author, or *shifted*,
where a lead byte waits and every character on the page gives the trail of one and the lead of the next. What the
converter may have done moves it from one to the other; the character model weighs what comes out (`byte_trellis` keeps
the books).
"""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from kg.clean.byte_trellis import ALIGNED, Beam, Node, Out, Step, best_way, cut, settle, weigh
from kg.clean.byte_units import OTHER_FORM, Unit, units
from kg.clean.characters import REACH, Choices, characters, common
from kg.clean.gbk import Row, gbk
from kg.clean.gloss import is_reading, readings
from kg.clean.page_words import Followers, closing_mark
from kg.clean.script import simplified, traditional_forms

#: A waiting byte that is not seen: nothing stands for it; or with the byte before it (less that) it shows nothing.
_UNSEEN, _HIDDEN = -2, -3
#: From how many of the best states what is rare is tried; so many sound characters after the site end the walk.
_FEW, _RARE, _QUIET = 6, 2, 3
#: So far ahead is looked for another loss; what it costs to begin (steps).
_AHEAD, _BEGINNING = 9, 40
#: Costs in bits of what the converter may have done, beside the model's costs of what comes out.
_LOST, _LOST_BEFORE, _LOST_SILENTLY, _LITERAL, _SWALLOWED, _WRONG_GLOSS = 4.0, 5.0, 14.0, 9.0, 3.0, 12.0
#: A character that stands on the page and is a usual one costs no more than this: names are made of rare pairs.
_NAME, _KNOWN = 14.0, 18.0
#: What the end of an open title or quotation is the cheaper for being open (bits).
_CLOSES = 9.0
#: ASCII characters that a lead byte may take with it. Which digit it was nobody can tell.
_SWALLOWABLE = ',:; ().0"'
#: What one costs more that stands nowhere else near, and what any costs more at the end of a line (bits).
_FOREIGN, _AT_END = 4.0, 7.0
_AROUND = 300
#: A bracket is closed that was not opened since, and none of a gloss: the one that opened it may be what is lost.
CLOSED = re.compile(r"[^()\n]*[\u3400-\u9fff]\)")
#: A guessed character that costs more (bits) is none; hardly one costs less.
_GUESSED, _CHEAPEST = 24.0, 2.0
#: How many characters are tried where a byte is not seen, where none of them is, where one swallowed what follows.
_HALF, _WHOLE, _SWALLOWING = 24, 24, 12
_COST = itemgetter(1)
_NOTHING = Row()


class Reading(NamedTuple):
    """The best reading: what is to be put where, how sure the least sure is, where on the page the walk ended."""

    outs: tuple[Out, ...]
    sure: float
    end: int


class Walk:
    """One damaged stretch ``text[start:end]`` with something wrong at `site`; given up at about `limit` steps."""

    def __init__(self, text: str, start: int, end: int, site: int, limit: int, page: Followers, beam: Beam) -> None:
        self._limit = limit
        self._text = text
        self._start = start
        self._end = end
        self._site = site
        self._page = page
        self._beam = beam
        #: Those read so far, always some more than are walked through; most walks end long before `end`.
        self._units: list[Unit] = []
        self._unread = units(text, start, end)
        self._table = gbk()
        self._model = characters()
        near = text[max(0, start - _AROUND) : end + _AROUND]
        #: What each of `_marks` costs more for standing nowhere near, or less for being missing.
        self._foreign = [0.0 if mark == "0" or mark in near else _FOREIGN for mark in _marks().chars]
        if CLOSED.match(text, site + 1, end):
            self._foreign[_marks().chars.index("(")] = -_CLOSES
        self._closing = closing_mark(text, site)
        #: The steps from the states of one layer; none is made that is dearer than `_bound`.
        self._steps: list[Step] = []
        self._bound = math.inf
        self._most = 0
        #: About how many steps were weighed; to begin takes as long as some of them.
        self.effort = _BEGINNING

    def read(self) -> Reading:
        """The best reading; its `outs` are empty where it is to leave everything as it is, or nothing fits."""
        before = common(simplified(("\n" + self._text[max(0, self._start - REACH) : self._start])[-REACH:]))
        first = Node(ALIGNED, before, 0, -1, 0.0)
        first.mass = 1.0
        layers = [[first]]
        quiet = 0
        self._units.extend(islice(self._unread, _AHEAD))
        for index, unit in enumerate(self._units):
            self._units.extend(islice(self._unread, 1))
            self._steps = []
            self._bound = math.inf
            self._most = self._beam.wide if unit.kind == "lost" else self._beam.usual
            for rank, node in enumerate(layers[-1]):
                if node.cost > self._bound:
                    break
                if node.lead == ALIGNED:
                    self._aligned(node, unit, index, rank)
                elif node.lead >= 0:
                    self._shifted(node, unit)
                else:
                    self._unseen(node, unit, rank)
            self.effort += len(layers[-1]) + len(self._steps)
            if not self._steps or self.effort > self._limit:
                return Reading((), 0.0, unit.end)
            unseen = any(step.lead < ALIGNED for step in self._steps)
            layers.append(settle(self._steps, self._beam, unseen))
            settled = unit.kind != "lost" and all(node.lead == ALIGNED for node in layers[-1][:_FEW])
            quiet = quiet + 1 if settled and unit.start > self._site else 0
            if quiet >= _QUIET and not any(later.kind == "lost" for later in self._units[index + 1 : index + 2]):
                break
        return self._judge(layers)

    def _judge(self, layers: list[list[Node]]) -> Reading:
        walked = self._units[: len(layers) - 1]
        end = walked[-1].end if walked else self._start
        best = best_way(layers[-1])
        if not any(step.text for step in best) or not self._again(best, end):
            return Reading((), 0.0, end)
        outs = tuple(weigh(layers, best, [unit.end for unit in walked]))
        return Reading(outs, min(out.sure for out in outs), end)

    def _again(self, best: list[Step], end: int) -> bool:
        """Whether the damage, done again to this reading, gives the page."""
        shown = self._table.show(b"".join(step.stream for step in best))
        return _comparable(shown) == _comparable(self._text[self._start : end])

    def _put(
        self,
        source: Node,
        cost: float,
        last: str,
        stream: bytes,
        *,
        lead: int = ALIGNED,
        since: int = 0,
        trail: int = -1,
        text: str = "",
        begin: int = 0,
        seen: bool = False,
    ) -> None:
        """A step from `source`."""
        total = source.cost + cost
        if total > self._bound:
            return
        self._bound = min(self._bound, total + self._beam.behind)
        steps = self._steps
        steps.append(Step(total, cost, source, lead, last[-REACH:], since, trail, stream, text, begin, seen))
        if len(steps) > 2 * self._most:
            self._bound = cut(steps, self._most + self._beam.ended)
            self.effort += 2 * self._most

    # ---- aligned: the characters on the page are the author's

    def _aligned(self, node: Node, unit: Unit, index: int, rank: int) -> None:
        raw = self._text[unit.start : unit.end].encode("gb18030", "replace")
        if unit.kind == "char":
            cost = self._model.after_common(node.last, unit.form)
            if cost > _NAME and self._model.alone(unit.form) < _KNOWN:
                cost = _NAME
            pair = unit.pairs[0][0] if unit.pairs else -1
            seen = pair.to_bytes(2, "big") if pair >= 0 else raw
            self._put(node, cost, node.last + unit.form, seen, trail=pair & 0xFF if pair >= 0 else -1)
            if rank < _RARE and self._is_lost_near(index):
                # a lead byte is gone before it, and nothing stands in its place
                self._complete(node, _UNSEEN, unit.start, unit, extra=_LOST_SILENTLY)
        elif unit.kind == "ascii":
            self._put(node, self._model.after_common(node.last, unit.form), node.last + unit.form, raw)
        elif unit.kind == "gloss":
            cost = 0.0 if _read_so(node.last[-1:], unit.text) else _WRONG_GLOSS
            self._put(node, cost, node.last, raw, trail=node.trail)
        else:
            unlikely = 2 * _WRONG_GLOSS if unit.text else _LITERAL if node.last.endswith("？") else 0.0
            self._put(node, _LITERAL + unlikely, node.last + "？", raw)
            if unit.text:
                self._across(node, unit)
            elif rank < _FEW:
                self._put(node, _LOST, node.last, b"?", lead=_UNSEEN, since=unit.start)
                if rank < _RARE:  # it was lost without a trace: this is what its second byte and the next make
                    self._hide(node, _UNSEEN, unit.start, self._table.hidden, unit, extra=_LOST_BEFORE)

    def _is_lost_near(self, index: int) -> bool:
        return any(later.kind in {"lost", "gloss"} for later in self._units[index + 1 : index + _AHEAD])

    def _across(self, node: Node, unit: Unit) -> None:
        """A gloss found across two characters: its character begins with the last byte and ends with the lost one."""
        if node.trail < 0:
            return
        trails = {node.trail: 0.0}
        for form in traditional_forms(node.last[-1:]):
            if form in self._table.pair:
                trails.setdefault(self._table.pair[form] & 0xFF, OTHER_FORM)
        for pair in _glossed(unit.text):
            if pair >> 8 in trails:
                stream = bytes((pair & 0xFF,)) + _gloss(unit.text)
                self._put(node, trails[pair >> 8], node.last, stream, lead=pair & 0xFF, since=unit.start)

    # ---- shifted: every character on the page is made of two halves

    def _shifted(self, node: Node, unit: Unit) -> None:
        if unit.kind == "char":
            for pair, cost in unit.pairs:
                self._pair(node, unit, pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big"))
        elif unit.kind == "ascii":
            if "@" <= unit.text <= "~":
                self._pair(node, unit, ord(unit.text), ALIGNED, 0.0, unit.text.encode())
        elif unit.kind == "gloss":
            # Found in two halves that happen to look like its character: nothing is lost here.
            raw = self._text[unit.start : unit.end].encode("gb18030")
            self._put(node, 0.0, node.last, raw, lead=node.lead, since=node.since)
        elif unit.text:
            for pair in _glossed(unit.text):
                if pair >> 8 == node.lead:
                    self._pair(node, unit, pair & 0xFF, ALIGNED, 0.0, bytes((pair & 0xFF,)) + _gloss(unit.text))
        else:
            self._swallow(node, self._table.swallowing_of.get(node.lead, _NOTHING), unit)
            self._hide(node, node.lead, node.since, self._table.hidden_of.get(node.lead, _NOTHING), unit)

    def _pair(self, node: Node, unit: Unit, trail: int, lead: int, cost: float, stream: bytes) -> None:
        """The waiting byte and `trail` are a character; `lead` waits now."""
        number = node.lead << 8 | trail
        char = self._table.shown.get(number)
        if char is None or not _may_lead(lead):
            return
        form = self._table.form[number]
        cost += self._cost(node.last, form)
        begin = node.since
        # The waiting byte is known unless it was lost at a question mark, or hidden in one.
        seen = self._text[begin] not in "?\ufffd" or ")" in self._text[begin : unit.end]
        after = trail if lead == ALIGNED else -1
        last = node.last + form
        self._put(node, cost, last, stream, lead=lead, since=unit.start, trail=after, text=char, begin=begin, seen=seen)

    # ---- shifted, and the byte that waits is not seen

    def _unseen(self, node: Node, unit: Unit, rank: int) -> None:
        if unit.kind in {"char", "ascii"}:
            self._complete(node, node.lead, node.since, unit)
        elif unit.kind == "lost" and not unit.text and rank < _FEW:
            self._swallow(node, _waiting(node.lead), unit)
            self._hide(node, node.lead, node.since, self._table.hidden, unit)

    def _complete(self, source: Node, lead: int, since: int, unit: Unit, *, extra: float = 0.0) -> None:
        """A character that ends with the first half of `unit`, and of which the beginning is not seen."""
        halves: list[tuple[int, int, float, bytes]] = []
        if unit.kind == "char":
            halves = [(pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big")) for pair, cost in unit.pairs]
        elif "@" <= unit.text <= "~":
            halves = [(ord(unit.text), ALIGNED, 0.0, unit.text.encode())]
        may_wait = _may_wait(lead)
        shown = self._table.shown
        seen = ")" in self._text[since : unit.end]
        for trail, onward, other, stream in halves:
            if not _may_lead(onward):
                continue
            after = trail if onward == ALIGNED else -1
            for own, number, form in self._near(source, self._table.ends_of.get(trail, _NOTHING), extra + other, _HALF):
                if number >> 8 not in may_wait:
                    continue
                self._put(
                    source,
                    own + other + extra,
                    source.last + form,
                    bytes((number >> 8,)) + stream if lead <= _HIDDEN else stream,
                    lead=onward,
                    since=unit.start,
                    trail=after,
                    text=shown[number],
                    begin=since,
                    seen=seen,
                )

    def _hide(self, source: Node, lead: int, since: int, row: Row, unit: Unit, *, extra: float = _SWALLOWED) -> None:
        """The end of a character and the beginning of the next show nothing but a question mark."""
        may_wait = _may_wait(lead) if lead < ALIGNED else None
        for own, number, form in self._near(source, row, extra, _WHOLE):
            if may_wait is not None and number >> 8 not in may_wait:
                continue
            trail = number & 0xFF
            self._put(
                source,
                own + extra,
                source.last + form,
                number.to_bytes(2, "big") if lead <= _HIDDEN else bytes((trail,)),
                lead=_HIDDEN - trail,
                since=unit.start,
                text=self._table.shown[number],
                begin=since,
            )

    def _swallow(self, node: Node, row: Row, unit: Unit) -> None:
        """The last half of a run, and the ASCII character that went with it; none at the end of the line."""
        ends = self._text[unit.end : unit.end + 1] in ("", "\n")
        for cost, number, form in self._near(node, row, 0.0 if ends else _SWALLOWED, _SWALLOWING):
            if node.cost + cost + _CHEAPEST > self._bound:
                break
            char = self._table.shown[number]
            last = (node.last + form)[-REACH:]
            half = number.to_bytes(2, "big") if node.lead <= _HIDDEN else bytes((number & 0xFF,))
            begin = node.since
            if ends:
                close = cost + self._model.after_common(last, "¶")
                self._put(node, close, last, half, text=char, begin=begin)
            cost += _SWALLOWED + (_AT_END if ends else 0.0)
            marks = _marks()
            for place, own in self._model.near(
                last, marks.choices, self._bound - node.cost - cost - min(self._foreign), len(marks.chars)
            ).items():
                mark = marks.chars[place]
                total = cost + max(1.0, own + self._foreign[place])
                stream = half + mark.encode()
                self._put(node, total, last + marks.choices.forms[place], stream, text=char + mark, begin=begin)

    # ---- what a character costs

    def _cost(self, last: str, form: str) -> float:
        """What `form` costs after `last`, by the model or by what the page has elsewhere."""
        cost = self._model.after_common(last, form)
        on_page = self._page.after(last[-2:]).get(form)
        if on_page is not None and on_page < cost:
            cost = on_page
        if form == self._closing and form not in last:
            cost = max(1.0, cost - _CLOSES)
        return cost

    def _near(self, source: Node, row: Row, extra: float, most: int) -> list[tuple[float, int, str]]:
        """The characters of `row` that may stand after `source`, the cheapest first: cost, bytes, form."""
        last = source.last
        limit = min(self._bound - source.cost - extra, _GUESSED)
        if limit < _CHEAPEST:
            return []
        found = self._model.near(last, row.choices, limit, most)
        places = row.choices.places
        if (on_page := self._page.after(last[-2:])) and not places.keys().isdisjoint(on_page):
            for form in on_page.keys() & places.keys():
                for place in places[form]:
                    found[place] = self._cost(last, form)
        if self._closing in places and self._closing not in last:
            for place in places[self._closing]:
                found[place] = self._cost(last, self._closing)
        self.effort += len(found)
        return [(cost, *row[place]) for place, cost in sorted(found.items(), key=_COST)[:most]]


class _Marks:
    def __init__(self) -> None:
        self.chars = sorted(_SWALLOWABLE, key=lambda mark: characters().alone(common(mark)))
        self.choices = Choices(map(common, self.chars))


@cache
def _marks() -> _Marks:
    return _Marks()


def _may_lead(byte: int) -> bool:
    """Whether a character can begin with it, or none does."""
    return byte > 0x80 or byte == ALIGNED


@cache
def _may_wait(state: int) -> frozenset[int]:
    """The bytes that can be the one that is not seen: with the one before it, it must show nothing."""
    undefined = gbk().undefined
    return frozenset(lead for lead in range(0x100) if state >= _UNSEEN or (_HIDDEN - state) << 8 | lead in undefined)


@cache
def _waiting(state: int) -> Row:
    """The usual characters that begin with such a byte, and may swallow what stands behind them."""
    may_wait = _may_wait(state)
    row = gbk().swallowing
    return row if state >= _UNSEEN else Row(pair for pair in row if pair[0] >> 8 in may_wait)


def _read_so(char: str, syllable: str) -> bool:
    return is_reading(char, syllable) or any(is_reading(form, syllable) for form in traditional_forms(char))


@cache
def _glossed(syllable: str) -> tuple[int, ...]:
    """The bytes of the characters with that reading, of which the second may swallow the bracket."""
    pairs = (gbk().pair.get(char, 0) for char in readings().get(syllable, ()))
    return tuple(pair for pair in pairs if pair & 0xFF >= 0x80)


def _gloss(reading: str) -> bytes:
    return f"({reading})".encode("gb18030")


def _comparable(shown: str) -> str:
    """What is seen, without what later hands may have changed (scripts, the mark for a lost byte)."""
    return re.sub(r"[?\ufffd]\(?", "?", simplified(shown))
