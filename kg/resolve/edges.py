"""Edges merged over articles: weight, first and last seen, confidence, all evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kg.model import EDGE_TYPES, Edge, EdgeType, Evidence, Value
from kg.resolve.ids import digest

#: No number of articles makes a fact certain.
_CEILING = 0.995

#: (article, sentence, start, end, raw start, raw end, confidence, rule)
Place: TypeAlias = tuple[str, str, int, int, int | None, int | None, float, str]
_Key: TypeAlias = tuple[EdgeType, str, str, tuple[tuple[str, Value], ...]]
#: One statement: its place, the number of its text, when it held, the status it gives.
_Stated: TypeAlias = tuple[Place, int, str | None, str | None]


class EdgeTable:
    """Collects stated facts and merges those that say the same."""

    def __init__(self) -> None:
        self._edges: dict[_Key, list[_Stated]] = {}

    def add(
        self,
        type: EdgeType,
        source: str,
        target: str,
        place: Place,
        *,
        text: int,
        seen: str | None,
        key: Mapping[str, Value] | None = None,
        status: str | None = None,
    ) -> None:
        """One article says at `place` that `source` stands in `type` to `target`.

        `text` numbers the article's text (reprints share it, so they weigh once); `seen` is the ISO date it holds for;
        `key` is what makes it another edge (title, mode); of several `status` the one seen last stays.
        """
        if type == "COOPERATES_WITH" and target < source:
            source, target = target, source
        edge = (type, source, target, tuple(sorted(key.items())) if key else ())
        stated = (place, text, seen, status)
        known = self._edges.get(edge)
        if known is None:
            self._edges[edge] = [stated]
        else:
            known.append(stated)

    def tables(self) -> tuple[list[Edge], list[Evidence]]:
        """The merged edges and their evidence, each in its stable order."""
        named = sorted((_edge_id(edge), edge) for edge in self._edges)
        edges: list[Edge] = []
        evidence: list[Evidence] = []
        for id, edge in named:
            stated = self._edges[edge]
            edges.append(_merged(id, edge, stated))
            if len(stated) == 1:
                evidence.append(Evidence(id, *stated[0][0]))
            else:
                evidence += [Evidence(id, *place) for place in _places(stated)]
        return edges, evidence


def _edge_id(edge: _Key) -> str:
    type, source, target, props = edge
    return f"{type.lower()}:{digest(source, target, *[f'{name}={value}' for name, value in props])}"


def _places(stated: list[_Stated]) -> list[Place]:
    """Each place once, with the best confidence given for it, in a stable order."""
    best: dict[tuple[str, int, int, str], Place] = {}
    for place, *_ in stated:
        where = (place[0], place[2], place[3], place[1])
        if where not in best or place[6:] > best[where][6:]:
            best[where] = place
    return [best[where] for where in sorted(best)]


def _merged(id: str, edge: _Key, stated: list[_Stated]) -> Edge:
    type, source, target, key = edge
    props = {name: value for name, value in key if name in EDGE_TYPES[type][2]} if key else {}
    if len(stated) == 1:
        place, _, seen, status = stated[0]
        if status is not None:
            props["status"] = status
        return Edge(id, type, source, target, 1, seen, seen, round(place[6], 4), props)
    texts: dict[int, float] = {}  # reprints are one voice: the clearest counts
    for place, text, _, _ in stated:
        texts[text] = max(place[6], texts.get(text, 0.0))
    statuses = [(seen or "", status) for _, _, seen, status in stated if status is not None]
    if statuses:
        props["status"] = max(statuses)[1]
    dates = [seen for _, _, seen, _ in stated if seen is not None]
    doubt = 1.0
    for confidence in sorted(texts.values()):
        doubt *= 1.0 - min(confidence, _CEILING)
    return Edge(
        id=id,
        type=type,
        source=source,
        target=target,
        weight=len(texts),
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
        confidence=round(min(1.0 - doubt, max(_CEILING, *texts.values())), 4),
        props=props,
    )
