"""Walking through a damaged stretch byte by byte, weighing all ways of reading it at once.

A way of reading is at every moment in a state (`_Node`): *aligned*, where the characters on the page are those of the
author, or *shifted*, where a lead byte waits and every character on the page gives the trail of one and the lead of
the next. What the converter may have done moves it from one to the other; the character model weighs what comes out.
Ways that come to the same state are one from there on, so the walk is a trellis: going forward through it gives the
best way, going forward and backward how sure each single character of it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from kg.clean.byte_units import OTHER_FORM, Unit, units
from kg.clean.characters import REACH, characters, common
from kg.clean.gbk import Row, gbk
from kg.clean.gloss import is_reading, readings
from kg.clean.script import simplified, traditional_forms

#: So many states are kept at each step (more where a byte is not seen: what follows decides; some more in which the
#: damage has ended), none that is so many bits behind the best.
_BEAM, _WIDE_BEAM, _ENDED, _BEHIND = 48, 128, 24, 18.0
#: A step that comes out so many bits behind the best so far is not made at all: it is not worth its time.
_WORTH = _BEHIND + 4.0
#: A waiting byte that is not seen: nothing stands for it; or with the byte before it (less that) it shows nothing.
_UNSEEN, _HIDDEN = -2, -3
#: How many characters are tried where one byte is not seen, none of them, or a byte is gone without a trace.
_CANDIDATES, _WHOLE, _SILENT = 60, 40, 8
#: From how many of the best states so much is tried; so many sound characters after the site end the walk.
_FEW, _QUIET = 6, 3
#: So far ahead is looked for another loss; what it costs to begin (pairs of characters).
_AHEAD, _BEGINNING = 9, 100
#: From a state so many bits behind the best nothing is guessed.
_FAR = 12.0
#: Costs in bits of what the converter may have done, beside the model's costs of what comes out.
_LOST, _LOST_BEFORE, _LOST_SILENTLY, _LITERAL, _SWALLOWED, _WRONG_GLOSS = 4.0, 5.0, 14.0, 9.0, 3.0, 12.0
#: A character that stands on the page and is a usual one costs no more than this: names are made of rare pairs.
_NAME, _KNOWN = 14.0, 18.0
#: The model takes its characters for independent, so its certainty is tempered.
_TEMPER = 0.9
#: So many characters of a page are looked at for what follows what; what it costs (bits) to believe it.
_PAGE, _REPEATED, _LINE = 20_000, 1.5, "¶"
#: A title or quotation stays open for so many characters; what its end is the cheaper for it (bits).
_OPEN_FOR, _CLOSES = 60, 9.0
#: ASCII characters that a lead byte may take with it. Which digit it was nobody can tell.
_SWALLOWABLE = ',:; ().0"'
#: What one costs more that stands nowhere else near, and what any costs more at the end of a line (bits).
_FOREIGN, _AT_END = 4.0, 7.0


#: For two characters as the model knows them, what a character costs (bits) that stands after them on the page.
Followers: TypeAlias = Mapping[str, Mapping[str, float]]
_NO_FOLLOWERS: Mapping[str, float] = MappingProxyType({})
_NOTHING = Row()


class Out(NamedTuple):
    """A repaired character (or two), the stretch of the page that it came from, and how sure it is.

    `seen`: all its bytes stand on the page, or a gloss tells them; else one was guessed. `first` is how sure the
    first character is where a second one, which a lost byte swallowed, is in `text` too.
    """

    start: int
    end: int
    text: str
    seen: bool = True
    sure: float = 1.0
    first: float = 1.0


class Reading(NamedTuple):
    """The best reading: what is to be put where, how sure the least sure is, where on the page the walk ended."""

    outs: tuple[Out, ...]
    sure: float
    end: int


class _Node:
    """A state between two units: the last characters as the model knows them, the byte that waits.

    -1: none does, the page is aligned; less: it is not seen.
    """

    __slots__ = ("cost", "edges", "last", "lead", "mass", "onward", "since", "trail", "way")

    def __init__(self, last: str, lead: int, since: int, trail: int) -> None:
        self.last = last
        self.lead = lead
        self.since = since  # where the waiting byte stands on the page
        self.trail = trail  # the last byte of the last character, where a gloss may have been found across; -1: none
        self.cost = 1e9
        self.way: _Edge | None = None
        self.mass = 0.0
        self.onward = 0.0
        self.edges: list[_Edge] = []


class _Edge(NamedTuple):
    """One step: from where, at what cost, what comes out, the bytes that stand on the page by it."""

    source: _Node
    cost: float
    out: Out | None
    stream: bytes


class Walk:
    """One damaged stretch ``text[start:end]`` with something wrong at `site`; given up at about `limit` of effort."""

    def __init__(self, text: str, start: int, end: int, site: int, limit: int, page: Followers) -> None:
        self._limit = limit
        self._text = text
        self._start = start
        self._end = end
        self._site = site
        #: Those read so far, always some more than are walked through; most walks end long before `end`.
        self._units: list[Unit] = []
        self._unread = units(text, start, end)
        self._table = gbk()
        self._model = characters()
        self._grown: dict[tuple[int, str, int], _Node] = {}
        near = text[max(0, start - 300) : end + 300]
        marks = [(mark, common(mark), 0.0 if mark == "0" or mark in near else _FOREIGN) for mark in _SWALLOWABLE]
        self._marks = sorted(marks, key=lambda mark: mark[2])
        self._usual_marks = [mark for mark in marks if not mark[2]]
        #: The cheapest of the states grown so far: what is far behind it is not even made.
        self._least = math.inf
        #: What follows what elsewhere on the page.
        self._page = page
        #: The mark that would close what is open where the damage begins.
        self._closing = _open_mark(text, site)
        #: About how many pairs of characters were weighed; to begin takes as long as some of them.
        self.effort = _BEGINNING

    def read(self) -> Reading:
        """The best reading; its `outs` are empty where it is to leave everything as it is, or nothing fits."""
        before = common(simplified(("\n" + self._text[max(0, self._start - REACH) : self._start])[-REACH:]))
        first = _Node(before, -1, 0, -1)
        first.cost, first.mass = 0.0, 1.0
        layers = [[first]]
        quiet = stop = 0
        self._units.extend(islice(self._unread, _AHEAD))
        for index, unit in enumerate(self._units):
            self._units.extend(islice(self._unread, 1))
            stop = index + 1
            self._grown = {}
            self._least = math.inf
            self.effort += 3 * len(layers[-1])
            for rank, node in enumerate(layers[-1]):
                if node.cost > layers[-1][0].cost + _FAR:
                    rank = max(rank, _FEW)
                if node.lead == -1:
                    self._aligned(node, unit, index, rank)
                elif node.lead >= 0:
                    self._shifted(node, unit, rank)
                else:
                    self._unseen(node, unit, rank)
            if not self._grown or self.effort > self._limit:
                return Reading((), 0.0, unit.end)
            layers.append(self._prune())
            settled = unit.kind != "lost" and all(node.lead == -1 for node in layers[-1][:_FEW])
            quiet = quiet + 1 if settled and unit.start > self._site else 0
            if quiet >= _QUIET and (stop == len(self._units) or self._units[stop].kind != "lost"):
                break
        return self._judge(layers, stop)

    def _prune(self) -> list[_Node]:
        """The cheapest states, with what comes to each of them."""
        nodes = sorted(self._grown.values(), key=lambda node: node.cost)
        limit = nodes[0].cost + _BEHIND
        wide = _WIDE_BEAM if any(node.lead < -1 for node in nodes[:_FEW]) else _BEAM
        # Those in which the damage has ended look dear until what follows is seen.
        ended = [node for node in nodes[wide:] if node.lead == -1 and node.cost <= limit][:_ENDED]
        kept = [node for node in nodes[:wide] if node.cost <= limit] + ended
        most = 0.0
        for node in kept:
            node.mass = sum(edge.source.mass * 2.0 ** (-_TEMPER * edge.cost) for edge in node.edges)
            most = max(most, node.mass)
        for node in kept:
            node.mass /= most or 1.0
        return kept

    def _judge(self, layers: list[list[_Node]], stop: int) -> Reading:
        end = self._units[stop - 1].end if stop else self._start
        finished = [node for node in layers[-1] if node.lead == -1]
        if not finished:
            return Reading((), 0.0, end)
        best: list[_Edge] = []
        way = min(finished, key=lambda node: node.cost).way
        while way is not None:
            best.append(way)
            way = way.source.way
        best.reverse()
        if not any(edge.out for edge in best) or not self._again(best, stop):
            return Reading((), 0.0, end)
        outs = tuple(self._weigh(layers, finished, best))
        return Reading(outs, min(out.sure for out in outs), end)

    def _weigh(self, layers: list[list[_Node]], finished: list[_Node], best: list[_Edge]) -> list[Out]:
        """The repaired characters of the best way, each with the share of all ways that have it there."""
        for node in finished:
            node.onward = 1.0
        found: list[Out] = []
        for index in range(len(layers) - 1, 0, -1):
            total = same = first = 0.0
            own = best[index - 1].out
            text = simplified(own.text) if own is not None else ""
            for node in layers[index]:
                if not node.onward:
                    continue
                for edge in node.edges:
                    weight = 2.0 ** (-_TEMPER * edge.cost) * node.onward
                    edge.source.onward += weight
                    weight *= edge.source.mass
                    total += weight
                    out = edge.out
                    if own is None or out is None or out.start != own.start:
                        continue
                    other = simplified(out.text)
                    if other[0] == text[0]:
                        first += weight
                        same += weight if other == text else 0.0
            if own is not None:
                total = total or 1.0
                found.append(own._replace(sure=same / total, first=first / total))
            most = max((node.onward for node in layers[index - 1]), default=1.0) or 1.0
            for node in layers[index - 1]:
                node.onward /= most
        found.reverse()
        return found

    def _again(self, best: list[_Edge], stop: int) -> bool:
        """Whether the damage, done again to this reading, gives the page."""
        seen = "".join(self._text[unit.start : unit.end] for unit in self._units[:stop])
        return _comparable(self._table.show(b"".join(edge.stream for edge in best))) == _comparable(seen)

    def _put(
        self,
        source: _Node,
        cost: float,
        last: str,
        stream: bytes,
        *,
        lead: int = -1,
        since: int = 0,
        out: Out | None = None,
        trail: int = -1,
    ) -> None:
        """A step from `source`."""
        self.effort += 4
        total = source.cost + cost
        if total > self._least + _WORTH:
            return
        self._least = min(self._least, total)
        last = last[-REACH:]
        key = (lead, last, since)
        node = self._grown.get(key)
        if node is None:
            node = self._grown[key] = _Node(last, lead, since, trail)
        edge = _Edge(source, cost, out, stream)
        node.edges.append(edge)
        if total < node.cost:
            node.cost = total
            node.way = edge
            node.trail = trail

    # ---- aligned: the characters on the page are the author's

    def _aligned(self, node: _Node, unit: Unit, index: int, rank: int) -> None:
        raw = self._text[unit.start : unit.end].encode("gb18030", "replace")
        if unit.kind == "char":
            cost = self._model.after_common(node.last, unit.form)
            if cost > _NAME and self._model.alone(unit.form) < _KNOWN:
                cost = _NAME
            pair = unit.pairs[0][0] if unit.pairs else -1
            seen = pair.to_bytes(2, "big") if pair >= 0 else raw
            self._put(node, cost, node.last + unit.form, seen, trail=pair & 0xFF if pair >= 0 else -1)
            if rank < 2 and any(later.kind in {"lost", "gloss"} for later in self._units[index + 1 : index + _AHEAD]):
                self._lose_silently(node, unit)
        elif unit.kind == "ascii":
            self._put(node, self._model.after_common(node.last, unit.form), node.last + unit.form, raw)
        elif unit.kind == "gloss":
            cost = 0.0 if self._read_so(node.last[-1:], unit.text) else _WRONG_GLOSS
            self._put(node, cost, node.last, raw, trail=node.trail)
        else:
            unlikely = 2 * _WRONG_GLOSS if unit.text else _LITERAL if node.last.endswith("？") else 0.0
            self._put(node, _LITERAL + unlikely, node.last + "？", raw)
            if unit.text:
                self._across(node, unit)
            elif rank < _FEW:
                self._put(node, _LOST, node.last, b"?", lead=_UNSEEN, since=unit.start)
                if rank < 2:  # or it was lost without a trace, and this is what its second byte and the next make
                    waiting = _Node(node.last, _UNSEEN, unit.start, -1)
                    self._hide(waiting, self._table.hidden, unit, extra=_LOST_BEFORE, source=node)

    def _read_so(self, char: str, syllable: str) -> bool:
        return is_reading(char, syllable) or any(is_reading(form, syllable) for form in traditional_forms(char))

    def _lose_silently(self, node: _Node, unit: Unit) -> None:
        """A lead byte is gone before `unit`, and nothing stands in its place."""
        waiting = _Node(node.last, _UNSEEN, unit.start, -1)
        self._complete(waiting, unit, _SILENT, extra=_LOST_SILENTLY, source=node)

    def _across(self, node: _Node, unit: Unit) -> None:
        """A gloss found across two characters: its character begins with the last byte and ends with the lost one."""
        if node.trail < 0:
            return
        trails = {node.trail: 0.0}
        for form in traditional_forms(node.last[-1:]):
            if form in self._table.pair:
                trails.setdefault(self._table.pair[form] & 0xFF, OTHER_FORM)
        for glossed in readings().get(unit.text, ()):
            pair = self._table.pair.get(glossed, 0)
            if pair >> 8 in trails and pair & 0xFF >= 0x80:
                stream = bytes((pair & 0xFF,)) + _gloss(unit.text)
                self._put(node, trails[pair >> 8], node.last, stream, lead=pair & 0xFF, since=unit.start)

    # ---- shifted: every character on the page is made of two halves

    def _shifted(self, node: _Node, unit: Unit, rank: int) -> None:
        if unit.kind == "char":
            for pair, cost in unit.pairs:
                self._emit(node, unit, pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big"))
        elif unit.kind == "ascii":
            if "@" <= unit.text <= "~":
                self._emit(node, unit, ord(unit.text), -1, 0.0, unit.text.encode())
        elif unit.kind == "gloss":
            # Found in two halves that happen to look like its character: nothing is lost here.
            raw = self._text[unit.start : unit.end].encode("gb18030")
            self._put(node, 0.0, node.last, raw, lead=node.lead, since=node.since)
        elif unit.text:
            for glossed in readings().get(unit.text, ()):
                pair = self._table.pair.get(glossed, 0)
                if pair >> 8 == node.lead and pair & 0xFF >= 0x80:
                    self._emit(node, unit, pair & 0xFF, -1, 0.0, bytes((pair & 0xFF,)) + _gloss(unit.text))
        else:
            self._swallow(node, self._table.trails_of.get(node.lead, _NOTHING), unit, 24 if rank < _FEW else 12)
            self._hide(node, self._table.hidden_trails_of.get(node.lead, _NOTHING), unit)

    # ---- shifted, and the byte that waits is not seen

    def _unseen(self, node: _Node, unit: Unit, rank: int) -> None:
        if unit.kind in {"char", "ascii"}:
            self._complete(node, unit, _CANDIDATES)
        elif unit.kind == "lost" and not unit.text and rank < _FEW:
            self._swallow(node, _waiting(node.lead), unit, 4)
            self._hide(node, self._table.hidden, unit)

    def _complete(self, node: _Node, unit: Unit, most: int, *, extra: float = 0.0, source: _Node | None = None) -> None:
        """A character that ends with the first half of `unit`, and of which the beginning is not seen."""
        halves: list[tuple[int, int, float, bytes]] = []
        if unit.kind == "char":
            halves = [(pair >> 8, pair & 0xFF, cost, pair.to_bytes(2, "big")) for pair, cost in unit.pairs]
        elif "@" <= unit.text <= "~":
            halves = [(ord(unit.text), -1, 0.0, unit.text.encode())]
        found: list[tuple[float, int, int]] = []
        may_wait = _may_wait(node.lead)
        for at, (trail, _, cost, _) in enumerate(halves):
            leads = self._table.leads_of.get(trail, _NOTHING)
            costs = self._costs(node.last, leads)
            found += [(own + cost, at, lead) for (lead, _), own in zip(leads, costs, strict=True) if lead in may_wait]
        if not found:
            return
        source = source or node
        far = min(min(found)[0] + _FAR, self._least + _WORTH - source.cost - extra)
        for own, at, lead in sorted([option for option in found if option[0] <= far])[:most]:
            trail, onward, _, stream = halves[at]
            if node.lead <= _HIDDEN:
                stream = bytes((lead,)) + stream
            self._emit(node, unit, trail, onward, own + extra, stream, source=source, lead_byte=lead)

    def _costs(self, last: str, row: Row) -> list[float]:
        """What each character costs after `last`, by the model or by what the page has elsewhere."""
        self.effort += len(row)
        costs = self._model.after_each(last, row.choices)
        for form, cost in self._page.get(last[-2:], _NO_FOLLOWERS).items():
            for place in row.choices.places.get(form, ()):
                costs[place] = min(costs[place], cost)
        if self._closing and self._closing not in last:
            for place in row.choices.places.get(self._closing, ()):
                costs[place] = max(1.0, costs[place] - _CLOSES)
        return costs

    def _hide(
        self, node: _Node, row: Row, unit: Unit, *, extra: float = _SWALLOWED, source: _Node | None = None
    ) -> None:
        """The end of a character and the beginning of the next show nothing but a question mark."""
        may_wait = _may_wait(node.lead) if node.lead < 0 else None
        source = source or node
        far = self._least + _WORTH - source.cost - extra
        costs = self._costs(node.last, row)
        near = [
            option
            for option in zip(costs, row, strict=True)
            if option[0] <= far and (may_wait is None or option[1][0] >> 8 in may_wait)
        ]
        for cost, (number, form) in sorted(near)[:_WHOLE]:
            trail = number & 0xFF
            stream = bytes((trail,)) if node.lead > _HIDDEN else bytes((number >> 8, trail))
            out = Out(node.since, unit.end, self._table.shown[number], False)
            self._put(source, cost + extra, node.last + form, stream, lead=_HIDDEN - trail, since=unit.start, out=out)

    def _swallow(self, node: _Node, row: Row, unit: Unit, most: int) -> None:
        """The last half of a run, and the ASCII character that went with it; none at the end of the line."""
        costs = self._costs(node.last, row)
        options = [option for option in zip(costs, row, strict=True) if option[1][0] & 0xFF >= 0x80]
        if not options:
            return
        ends = self._text[unit.end : unit.end + 1] in ("", "\n")
        far = min(options)[0] + _FAR
        near = sorted([option for option in options if option[0] <= far])
        for rank, (cost, (number, form)) in enumerate(near[:most]):
            char = self._table.shown[number]
            last = node.last + form
            half = bytes((number & 0xFF,)) if node.lead > _HIDDEN else number.to_bytes(2, "big")
            if ends:
                out = Out(node.since, unit.end, char, False)
                close = self._model.after_common(last[-REACH:], "¶")
                self._put(node, cost + close, last, half, out=out)
            marks = self._marks if rank < _FEW else self._usual_marks
            for swallowed, mark, extra in marks:
                then = self._model.after_common(last[-REACH:], mark)
                total = cost + _SWALLOWED + then + extra + (_AT_END if ends else 0.0)
                if node.cost + total > self._least + _WORTH:
                    continue
                out = Out(node.since, unit.end, char + swallowed, False)
                self._put(node, total, last + mark, half + swallowed.encode(), out=out)

    def _emit(
        self,
        node: _Node,
        unit: Unit,
        trail: int,
        lead: int,
        cost: float,
        stream: bytes,
        *,
        source: _Node | None = None,
        lead_byte: int = -1,
    ) -> None:
        """The waiting byte and `trail` are a character; `lead` waits now (-1: aligned again).

        Where the byte is not seen, `lead_byte` says which it is taken for, and the character is weighed already.
        """
        number = (node.lead if lead_byte < 0 else lead_byte) << 8 | trail
        char = self._table.shown.get(number)
        if char is None:
            return
        form = self._table.form[number]
        if lead_byte < 0:
            own = self._model.after_common(node.last, form)
            cost += min(own, self._page.get(node.last[-2:], _NO_FOLLOWERS).get(form, own))
            if form == self._closing and form not in node.last:
                cost = max(1.0, cost - _CLOSES)
        source = source or node
        if source.cost + cost > self._least + _WORTH:
            return
        # The waiting byte is known unless it was lost at a question mark, or hidden in one.
        known = lead_byte < 0 and self._text[node.since] not in "?\ufffd"
        out = Out(node.since, unit.end, char, known or ")" in self._text[node.since : unit.end])
        after = trail if lead < 0 else -1
        self._put(source, cost, node.last + form, stream, lead=lead, since=unit.start, out=out, trail=after)


@cache
def _may_wait(state: int) -> frozenset[int]:
    """The bytes that can be the one that is not seen: with the one before it, it must show nothing."""
    undefined = gbk().undefined
    return frozenset(lead for lead in range(0x100) if state >= _UNSEEN or (_HIDDEN - state) << 8 | lead in undefined)


@cache
def _waiting(state: int) -> Row:
    """The usual characters that begin with such a byte."""
    may_wait = _may_wait(state)
    return gbk().usual if state >= _UNSEEN else Row(pair for pair in gbk().usual if pair[0] >> 8 in may_wait)


def followers_on(text: str) -> Followers:
    """What follows what on a page: a word that stands there whole is likely where it was damaged."""
    counts: dict[str, dict[str, int]] = {}
    forms = common(simplified(text[:_PAGE]))
    for at in range(len(forms) - 2):
        pair = forms[at : at + 2]
        if _LINE not in pair and "？" not in pair:
            row = counts.setdefault(pair, {})
            row[forms[at + 2]] = row.get(forms[at + 2], 0) + 1
    return {
        pair: {char: _REPEATED - math.log2((count - 0.5) / sum(row.values())) for char, count in row.items()}
        for pair, row in counts.items()
    }


def _open_mark(text: str, site: int) -> str:
    """The mark that closes the title or quotation which is open at `site`; nothing where none is."""
    line = text[max(text.rfind("\n", 0, site) + 1, site - _OPEN_FOR) : site]
    for opens, closes in ("《》", "“”", "（）"):
        if line.rfind(opens) > line.rfind(closes):
            return closes
    return ""


def _gloss(reading: str) -> bytes:
    return f"({reading})".encode("gb18030")


def _comparable(shown: str) -> str:
    """What is seen, without what later hands may have changed (scripts, the mark for a lost byte)."""
    return re.sub(r"[?\ufffd]\(?", "?", simplified(shown))
