"""The trellis of `byte_walk`: the states between the things on a damaged stretch, and the ways through them.

Ways that come to the same state are one from there on. Of each layer only the cheapest states are kept; going forward
through them gives the best way, going forward and backward how sure each single character of it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from kg.clean.script import simplified

#: The model takes its characters for independent, so its certainty is tempered.
_TEMPER = 0.9
#: No byte waits: the page is aligned.
ALIGNED = -1


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


class Beam(NamedTuple):
    """How many states are kept at each step: usually, where a byte is not seen (what follows decides), and so many
    more in which the damage has ended (they look dear until then); none that is so many bits behind the best."""

    usual: int
    wide: int
    ended: int
    behind: float


class Node:
    """A state: the last characters as the model knows them, and the byte that waits (less than `ALIGNED`: not seen)."""

    __slots__ = ("cost", "last", "lead", "mass", "onward", "since", "steps", "trail", "way")

    def __init__(self, lead: int, last: str, since: int, trail: int, cost: float) -> None:
        self.lead = lead
        self.last = last
        self.since = since  # where the waiting byte stands on the page
        self.trail = trail  # the last byte of the last character, where a gloss may have been found across; -1: none
        self.cost = cost
        self.way: Step | None = None
        self.steps: list[Step] = []
        self.mass = 0.0
        self.onward = 0.0


class Step(NamedTuple):
    """One step from `source`: at what cost altogether and by itself, where to, what comes out of it (`text`, from
    `begin` on the page; may be nothing), and the bytes that stand on the page by it."""

    total: float
    cost: float
    source: Node
    lead: int
    last: str
    since: int
    trail: int
    stream: bytes
    text: str
    begin: int
    seen: bool


_BY_TOTAL = itemgetter(0)


def cut(steps: list[Step], most: int) -> float:
    """Keep the `most` cheapest of `steps`; gives what the dearest of them costs altogether."""
    steps.sort(key=_BY_TOTAL)
    del steps[most:]
    return steps[-1].total


def settle(steps: list[Step], beam: Beam, unseen: bool) -> list[Node]:
    """The cheapest states that `steps` lead to, with what comes to each of them; `unseen`: wide."""
    steps.sort(key=_BY_TOTAL)
    limit = steps[0].total + beam.behind
    most = beam.wide if unseen else beam.usual
    ended = most + beam.ended
    grown: dict[tuple[int, str, int], Node] = {}
    for step in steps:
        if step.total > limit:
            break
        key = (step.lead, step.last, step.since)
        node = grown.get(key)
        if node is None:
            if len(grown) >= (ended if step.lead == ALIGNED else most):
                continue
            node = grown[key] = Node(step.lead, step.last, step.since, step.trail, step.total)
            node.way = step
        node.steps.append(step)
        node.mass += step.source.mass * 2.0 ** (-_TEMPER * step.cost)
    layer = list(grown.values())
    whole = max(node.mass for node in layer) or 1.0
    for node in layer:
        node.mass /= whole
    return layer


def best_way(layer: Sequence[Node]) -> list[Step]:
    """The cheapest way to a state of the last layer in which the damage has ended; empty where there is none."""
    way = min((node for node in layer if node.lead == ALIGNED), key=lambda node: node.cost, default=None)
    best: list[Step] = []
    step = way.way if way is not None else None
    while step is not None:
        best.append(step)
        step = step.source.way
    best.reverse()
    return best


def weigh(layers: Sequence[Sequence[Node]], best: Sequence[Step], ends: Sequence[int]) -> list[Out]:
    """The repaired characters of the best way, each with the share of all ways that have it there.

    `ends`: where on the page each step ends.
    """
    for node in layers[-1]:
        node.onward = 1.0 if node.lead == ALIGNED else 0.0
    found: list[Out] = []
    for index in range(len(best) - 1, -1, -1):
        own = best[index]
        text, begin = own.text, own.begin
        form = simplified(text)
        total = same = first = 0.0
        for node in layers[index + 1]:
            onward = node.onward
            if not onward:
                continue
            for step in node.steps:
                source = step.source
                weight = 2.0 ** (-_TEMPER * step.cost) * onward
                source.onward += weight
                if not text:
                    continue
                weight *= source.mass
                total += weight
                if step.text == text and step.begin == begin:
                    first += weight
                    same += weight
                elif step.text and step.begin == begin:
                    other = simplified(step.text)
                    if other[0] == form[0]:
                        first += weight
                        same += weight if other == form else 0.0
        if text:
            total = total or 1.0
            found.append(Out(begin, ends[index], text, own.seen, same / total, first / total))
        most = max((node.onward for node in layers[index]), default=1.0) or 1.0
        for node in layers[index]:
            node.onward /= most
    found.reverse()
    return found
