"""Edges merged over articles: weight, first and last seen, confidence, all evidence.

All statements of an edge lie in one partition; a partition is merged by itself, and those of all partitions, one after
the other, stand in the order of their ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.model import EDGE_TYPES, EdgeType, Value
from kg.resolve.statements import Place, Settled

#: No number of articles makes a fact certain.
_CEILING = 0.995
#: The columns of tables of edges (before an edge's own properties) and of evidence.
EDGE_COLUMNS = ("id", "source", "target", "weight", "first_seen", "last_seen", "confidence")
EVIDENCE_COLUMNS = (
    "edge", "article", "sentence", "start", "end", "raw_start", "raw_end", "confidence", "rule",
)  # fmt: skip

#: Column -> values.
Columns = dict[str, list[Any]]


def merge(
    rows: Iterable[Settled], text: Callable[[int], int], gone: Collection[str]
) -> Iterator[tuple[EdgeType, Columns, Columns]]:
    """The edges of a partition and their evidence, by type, each in the order of their ids.

    `text` gives for an article's serial the number of its text: reprints share it, so they weigh once. Edges in `gone`,
    or of nodes in it, are left out.
    """
    stated: dict[EdgeType, dict[str, list[Settled]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        stated[row[0]][row[1]].append(row)
    for type in sorted(stated, key=str.lower):
        table = stated.pop(type)
        own = EDGE_TYPES[type][2]
        edges: list[tuple[Any, ...]] = []
        props: list[Mapping[str, Value]] = []
        evidence: list[tuple[Any, ...]] = []
        prefix = f"{type.lower()}:"
        for digits in sorted(table):
            said = table[digits]
            _, _, source, target, told, place, _, seen, status = said[0]
            id = prefix + digits
            if gone and (id in gone or source in gone or target in gone):
                continue
            given = {name: value for name, value in told if name in own} if told else _NOTHING
            if len(said) == 1:
                edges.append((id, source, target, 1, seen, seen, round(place[6], 4)))
                evidence.append((id, *place))
            else:
                merged, status = _merged(said, text)
                edges.append((id, source, target, *merged))
                evidence += [(id, *place) for place in _places(said)]
            if own:
                props.append({**given, "status": status} if status is not None else given)
        if not edges:
            continue
        columns = _columns(EDGE_COLUMNS, edges)
        columns |= {name: [held.get(name) for held in props] for name in own}
        yield type, columns, _columns(EVIDENCE_COLUMNS, evidence)


#: The properties of edges that have none.
_NOTHING: Mapping[str, Value] = {}


def _columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Columns:
    return {name: list(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}


def _places(said: list[Settled]) -> list[Place]:
    """Each place once, with the best confidence given for it, in a stable order."""
    best: dict[tuple[str, int, int, str], Place] = {}
    for row in said:
        place = row[5]
        where = (place[0], place[2], place[3], place[1])
        known = best.get(where)
        if known is None or place[6:] > known[6:]:
            best[where] = place
    return [best[where] for where in sorted(best)] if len(best) > 1 else list(best.values())


def _merged(
    said: list[Settled], text: Callable[[int], int]
) -> tuple[tuple[int, str | None, str | None, float], str | None]:
    texts: dict[int, float] = {}  # reprints are one voice: the clearest counts
    first: str | None = None
    last: str | None = None
    status: tuple[str, str] | None = None
    for _, _, _, _, _, place, serial, seen, given in said:
        voice = text(serial)
        known = texts.get(voice)
        if known is None or place[6] > known:
            texts[voice] = place[6]
        if seen is not None:
            if first is None or seen < first:
                first = seen
            if last is None or seen > last:
                last = seen
        if given is not None:
            status = max(status, (seen or "", given)) if status else (seen or "", given)
    doubt = 1.0
    for confidence in sorted(texts.values()):
        doubt *= 1.0 - min(confidence, _CEILING)
    confidence = round(min(1.0 - doubt, max(_CEILING, *texts.values())), 4)
    return (len(texts), first, last, confidence), status[1] if status is not None else None
