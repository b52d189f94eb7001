"""Walking through a damaged stretch byte by byte, weighing all ways of reading it at once.

A way of reading is at every moment in a state (`_Node`): *aligned*, where the characters on the page are those of the
author, or *shifted*, where a lead byte waits and every character on the page gives the trail of one and the lead of
the next. What the converter may have done moves it from one to the other; the character model weighs what comes out.
Ways that come to the same state are one from there on, so the walk is a trellis: going forward through it gives the
best way, going forward and backward how sure each single character of it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.clean.byte_units import OTHER_FORM, Unit, units
from kg.clean.characters import REACH, characters, common
from kg.clean.gbk import gbk
from kg.clean.gloss import is_reading, readings
from kg.clean.script import simplified, traditional_forms

#: So many states are kept at each step, none that is so many bits behind the best.
_BEAM, _BEHIND = 64, 34.0
#: How many ways are tried of losing a byte: with a question mark, before a hidden pair, without a trace …
_CANDIDATES, _MANY, _SILENT = 40, 60, 8
#: … and by how many of the best states. So many sound characters after the site end the walk.
_FEW, _QUIET = 6, 3
#: From a state so many bits behind the best nothing is guessed.
_FAR = 14.0
#: Costs in bits of what the converter may have done, beside the model's costs of what comes out.
_LOST, _LOST_SILENTLY, _LITERAL, _SWALLOWED, _WRONG_GLOSS = 4.0, 14.0, 9.0, 3.0, 12.0
#: About what a mark costs after a character, where none is weighed.
_ENDING = 4.0
#: A character that stands on the page and is a usual one costs no more than this: names are made of rare pairs.
_NAME, _KNOWN = 14.0, 18.0
#: The model takes its characters for independent, so its certainty is tempered.
_TEMPER = 0.8
#: ASCII characters that a lead byte may take with it. Which digit it was nobody can tell.
_SWALLOWABLE = ',:; ().0"'
#: What one costs more that stands nowhere else near, and what any costs more at the end of a line (bits).
_FOREIGN, _AT_END = 7.0, 7.0


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
    """A state between two units: the last characters as the model knows them, the byte that waits (-1: aligned)."""

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

    def __init__(self, text: str, start: int, end: int, site: int, limit: int) -> None:
        self._limit = limit
        self._text = text
        self._start = start
        self._end = end
        self._site = site
        self._units = units(text, start, end)
        self._table = gbk()
        self._model = characters()
        self._grown: dict[tuple[int, str, int], _Node] = {}
        near = text[max(0, start - 300) : end + 300]
        self._swallowable = [
            (mark, common(mark), 0.0 if mark in "0 " or mark in near else _FOREIGN) for mark in _SWALLOWABLE
        ]
        #: About how many pairs of characters were weighed.
        self.effort = 0

    def read(self) -> Reading:
        """The best reading; its `outs` are empty where it is to leave everything as it is, or nothing fits."""
        before = common(simplified(("\n" + self._text[max(0, self._start - REACH) : self._start])[-REACH:]))
        first = _Node(before, -1, 0, -1)
        first.cost, first.mass = 0.0, 1.0
        layers = [[first]]
        quiet = 0
        stop = len(self._units)
        for index, unit in enumerate(self._units):
            self._grown = {}
            self.effort += 3 * len(layers[-1])
            for rank, node in enumerate(layers[-1]):
                if unit.kind == "lost" and node.cost > layers[-1][0].cost + _FAR:
                    rank = _MANY
                if node.lead < 0:
                    self._aligned(node, unit, index, rank)
                else:
                    self._shifted(node, unit, index, rank)
            if not self._grown or self.effort > self._limit:
                return Reading((), 0.0, unit.end)
            layers.append(self._prune())
            settled = unit.kind != "lost" and all(node.lead < 0 for node in layers[-1][:_FEW])
            quiet = quiet + 1 if settled and unit.start > self._site else 0
            if quiet >= _QUIET and (index + 1 == stop or self._units[index + 1].kind != "lost"):
                stop = index + 1
                break
        return self._judge(layers, stop)

    def _prune(self) -> list[_Node]:
        """The cheapest states, with what comes to each of them."""
        nodes = sorted(self._grown.values(), key=lambda node: node.cost)
        del nodes[_BEAM:]
        limit = nodes[0].cost + _BEHIND
        kept = [node for node in nodes if node.cost <= limit]
        most = 0.0
        for node in kept:
            node.mass = sum(edge.source.mass * 2.0 ** (-_TEMPER * edge.cost) for edge in node.edges)
            most = max(most, node.mass)
        for node in kept:
            node.mass /= most or 1.0
        return kept

    def _judge(self, layers: list[list[_Node]], stop: int) -> Reading:
        end = self._units[stop - 1].end if stop else self._start
        finished = [node for node in layers[-1] if node.lead < 0]
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
        last = last[-REACH:]
        key = (lead, last, since)
        node = self._grown.get(key)
        if node is None:
            node = self._grown[key] = _Node(last, lead, since, trail)
        edge = _Edge(source, cost, out, stream)
        node.edges.append(edge)
        if source.cost + cost < node.cost:
            node.cost = source.cost + cost
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
            if rank < 2 and any(later.kind in {"lost", "gloss"} for later in self._units[index + 1 : index + 9]):
                self._lose_silently(node, unit)
        elif unit.kind == "ascii":
            self._put(node, self._model.after_common(node.last, unit.form), node.last + unit.form, raw)
        elif unit.kind == "gloss":
            cost = 0.0 if self._read_so(node.last[-1:], unit.text) else _WRONG_GLOSS
            self._put(node, cost, node.last, raw, trail=node.trail)
        else:
            self._put(node, _LITERAL + (2 * _WRONG_GLOSS if unit.text else 0.0), node.last + "？", raw)
            if unit.text:
                self._across(node, unit)
            elif rank < _FEW:
                self._lose(node, unit, index + 1)

    def _read_so(self, char: str, syllable: str) -> bool:
        return is_reading(char, syllable) or any(is_reading(form, syllable) for form in traditional_forms(char))

    def _lose(self, node: _Node, mark: Unit, index: int) -> None:
        """`mark` stands for a lead byte that is gone before unit `index`: those that make a character with it."""
        if index >= len(self._units):
            return
        unit = self._units[index]
        options: dict[int, float] = {}
        if unit.kind == "lost" and not unit.text:
            options = self._lose_before_hidden(node.last, index)
        for lead, cost in self._leads(node.last, unit).items():
            options[lead] = min(cost, options.get(lead, cost))
        ranked = sorted(options, key=options.__getitem__)
        for lead in ranked[: _MANY if unit.kind == "lost" else _CANDIDATES]:
            self._put(node, _LOST, node.last, b"?", lead=lead, since=mark.start)

    def _lose_silently(self, node: _Node, unit: Unit) -> None:
        """A lead byte is gone before `unit`, and nothing stands in its place."""
        options = self._leads(node.last, unit)
        for lead in sorted(options, key=options.__getitem__)[:_SILENT]:
            waiting = _Node(node.last, lead, unit.start, -1)
            for pair, cost in unit.pairs:
                self._emit(
                    waiting,
                    unit,
                    pair >> 8,
                    pair & 0xFF,
                    cost + _LOST_SILENTLY,
                    pair.to_bytes(2, "big"),
                    source=node,
                    seen=False,
                )

    def _leads(self, last: str, unit: Unit) -> dict[int, float]:
        """Bytes that make a usual character with the first byte of `unit`, with the cost of the best one."""
        options: dict[int, float] = {}
        self.effort += 150
        for trail in self._trails(unit):
            leads = self._table.leads_of.get(trail, ())
            costs = self._model.after_each(last, [form for _, form in leads])
            for (lead, _), cost in zip(leads, costs, strict=True):
                if cost < options.get(lead, 1e9):
                    options[lead] = cost
        return options

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
            for (second, _), more in zip(ahead, self._model.after_each(last + form, then), strict=True):
                if cost + more < options.get(lead, 1e9) and first << 8 | second in self._table.undefined:
                    options[lead] = cost + more
        # Or the second question mark is the trail of the same character, with the ASCII character it swallowed.
        for lead, trails in self._table.trails_of.items():
            cost = min(self._model.after_each(last, [form for _, form in trails[:40]])) + _SWALLOWED + _ENDING
            options[lead] = min(cost, options.get(lead, 1e9))
        return options

    def _ahead(self, index: int) -> list[tuple[int, str]]:
        """Lead bytes, and the usual characters they make with what follows unit `index`."""
        if index + 1 >= len(self._units):
            return []
        unit = self._units[index + 1]
        if unit.kind == "lost" and not unit.text:
            return self._table.any_lead
        trails = self._trails(unit)
        return [pair for trail in trails[:3] for pair in self._table.leads_of.get(trail, ())[:40]]

    def _trails(self, unit: Unit) -> list[int]:
        """The bytes with which a unit may begin as the second half of a character."""
        if unit.kind == "char":
            return [pair >> 8 for pair, _ in unit.pairs]
        if unit.kind == "ascii":
            return [ord(unit.text)] if "@" <= unit.text <= "~" else []
        return []

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

    def _shifted(self, node: _Node, unit: Unit, index: int, rank: int) -> None:
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
        elif rank < _MANY:
            self._swallow(node, unit, rank)
            if rank < _FEW:
                self._hidden(node, unit, index)

    def _swallow(self, node: _Node, unit: Unit, rank: int) -> None:
        """The last half of a run, and the ASCII character that went with it; none at the end of the line."""
        usual = [(byte, form) for byte, form in self._table.trails_of.get(node.lead, ())[:90] if byte >= 0x80]
        self.effort += 2 * len(usual)
        costs = self._model.after_each(node.last, [form for _, form in usual])
        options = sorted((cost, *pair) for cost, pair in zip(costs, usual, strict=True))
        ends = self._text[unit.end : unit.end + 1] in ("", "\n")
        for cost, byte, form in options[: 16 if rank < _FEW else 4]:
            if cost > options[0][0] + _FAR:
                break
            char = self._table.shown[node.lead << 8 | byte]
            last = node.last + form
            if ends:
                out = Out(node.since, unit.end, char, False)
                close = self._model.after_common(last[-REACH:], "¶")
                self._put(node, cost + close, last, bytes((byte,)), out=out)
            marks = self._model.after_each(last[-REACH:], [mark for _, mark, _ in self._swallowable])
            for (swallowed, mark, extra), then in zip(self._swallowable, marks, strict=True):
                total = cost + _SWALLOWED + then + extra + (_AT_END if ends else 0.0)
                out = Out(node.since, unit.end, char + swallowed, False)
                self._put(node, total, last + mark, bytes((byte,)) + swallowed.encode(), out=out)

    def _hidden(self, node: _Node, unit: Unit, index: int) -> None:
        """Two halves that together show nothing but a question mark: chosen with what follows in view."""
        ahead = self._ahead(index)
        forms = [form for _, form in ahead]
        hidden = self._table.undefined
        firsts = sorted(
            (self._model.after_common(node.last, form), first, form)
            for first in self._table.undefined_leads
            if (form := self._table.form.get(node.lead << 8 | first)) is not None
        )
        options: dict[tuple[int, int], float] = {}
        # Where nothing is seen of what follows either, no guess is ever sure: a few will do.
        for cost, first, form in firsts[: _FEW if ahead is self._table.any_lead else _CANDIDATES] if ahead else ():
            self.effort += len(ahead)
            more = self._model.after_each((node.last + form)[-REACH:], forms)
            for (second, _), then in zip(ahead, more, strict=True):
                if cost + then < options.get((first, second), 1e9) and first << 8 | second in hidden:
                    options[first, second] = cost + then
        for first, second in sorted(options, key=options.__getitem__)[:_CANDIDATES]:
            self._emit(node, unit, first, second, _SWALLOWED, bytes((first, second)), seen=False)

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
        seen: bool = True,
    ) -> None:
        """The waiting byte and `trail` are a character; `lead` waits now (-1: aligned again)."""
        number = node.lead << 8 | trail
        char = self._table.shown.get(number)
        if char is None:
            return
        form = self._table.form[number]
        cost += self._model.after_common(node.last, form)
        # The waiting byte is known unless it was lost at a question mark, or hidden in one.
        known = seen and self._text[node.since] not in "?\ufffd"
        out = Out(node.since, unit.end, char, known or ")" in self._text[node.since : unit.end])
        after = trail if lead < 0 else -1
        self._put(source or node, cost, node.last + form, stream, lead=lead, since=unit.start, out=out, trail=after)


def _gloss(reading: str) -> bytes:
    return f"({reading})".encode("gb18030")


def _comparable(shown: str) -> str:
    """What is seen, without what later hands may have changed (scripts, the mark for a lost byte)."""
    return re.sub(r"[?\ufffd]\(?", "?", simplified(shown))
