"""Edges merged over articles: weight, first and last seen, confidence, all evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from typing import TypeAlias

from kg.model import EDGE_TYPES, Edge, EdgeType, Evidence, Value
from kg.resolve.ids import digest

#: No number of articles makes a fact certain.
_CEILING = 0.995

#: (article, sentence, start, end, raw start, raw end, confidence, rule)
Place: TypeAlias = tuple[str, str, int, int, int | None, int | None, float, str]
#: What makes it another edge: the names and values of its own properties, by name.
Own: TypeAlias = tuple[tuple[str, Value], ...]
_Key: TypeAlias = tuple[str, str, Own]
#: One statement: its place, the number of its text, when it held, the status it gives.
_Stated: TypeAlias = tuple[Place, int, str | None, str | None]


class EdgeTable:
    """Collects stated facts and merges those that say the same."""

    def __init__(self) -> None:
        # most facts are stated once: such a statement stands alone, without a list of its own
        self._edges: dict[EdgeType, dict[_Key, _Stated | list[_Stated]]] = defaultdict(dict)

    def add(
        self,
        type: EdgeType,
        source: str,
        target: str,
        place: Place,
        text: int,
        seen: str | None,
        own: Own = (),
        status: str | None = None,
    ) -> None:
        """One article says at `place` that `source` stands in `type` to `target`.

        `text` numbers the article's text (reprints share it, so they weigh once); `seen` is the ISO date it holds for;
        `own` is what makes it another edge (title, mode); of several `status` the one seen last stays.
        """
        if type == "COOPERATES_WITH" and target < source:
            source, target = target, source
        table = self._edges[type]
        edge = (source, target, own)
        stated: _Stated = (place, text, seen, status)
        known = table.get(edge)
        if known is None:
            table[edge] = stated
        elif isinstance(known, list):
            known.append(stated)
        else:
            table[edge] = [known, stated]

    def tables(self) -> tuple[list[Edge], list[Evidence]]:
        """The merged edges and their evidence, each in its stable order. Leaves this table empty: what is merged is
        let go, so that statements and edges are not held side by side."""
        edges: list[Edge] = []
        evidence: list[Evidence] = []
        for type in sorted(self._edges, key=str.lower):
            table = self._edges.pop(type)
            kept = EDGE_TYPES[type][2]
            keys = {_edge_id(type, edge): edge for edge in table}
            for id in sorted(keys):
                edge = keys[id]
                source, target, own = edge
                props = {name: value for name, value in own if name in kept} if own else _NOTHING
                stated = table.pop(edge)
                if isinstance(stated, list):
                    edges.append(_merged(id, type, source, target, props, stated))
                    for place in _places(stated):
                        evidence.append(_evidence(id, place))
                    continue
                place, _, seen, status = stated
                if status is not None:
                    props = {**props, "status": status}
                edges.append(_edge(id, type, source, target, 1, seen, seen, round(place[6], 4), props))
                evidence.append(_evidence(id, place))
        return edges, evidence


#: The properties of edges that have none.
_NOTHING: Mapping[str, Value] = {}

# Millions of edges and pieces of evidence are made at once, and a frozen record's own constructor takes more than twice
# as long as setting its slots one by one does.
(_e_id, _e_type, _e_source, _e_target, _e_weight, _e_first, _e_last, _e_confidence, _e_props) = (
    Edge.__dict__[f.name].__set__ for f in fields(Edge)
)
(_v_edge, _v_article, _v_sentence, _v_start, _v_end, _v_raw_start, _v_raw_end, _v_confidence, _v_rule) = (
    Evidence.__dict__[f.name].__set__ for f in fields(Evidence)
)


def _edge(
    id: str,
    type: EdgeType,
    source: str,
    target: str,
    weight: int,
    first_seen: str | None,
    last_seen: str | None,
    confidence: float,
    props: Mapping[str, Value],
) -> Edge:
    made = Edge.__new__(Edge)
    _e_id(made, id)
    _e_type(made, type)
    _e_source(made, source)
    _e_target(made, target)
    _e_weight(made, weight)
    _e_first(made, first_seen)
    _e_last(made, last_seen)
    _e_confidence(made, confidence)
    _e_props(made, props)
    return made


def _evidence(edge: str, place: Place) -> Evidence:
    made = Evidence.__new__(Evidence)
    article, sentence, start, end, raw_start, raw_end, confidence, rule = place
    _v_edge(made, edge)
    _v_article(made, article)
    _v_sentence(made, sentence)
    _v_start(made, start)
    _v_end(made, end)
    _v_raw_start(made, raw_start)
    _v_raw_end(made, raw_end)
    _v_confidence(made, confidence)
    _v_rule(made, rule)
    return made


def _edge_id(type: EdgeType, edge: _Key) -> str:
    source, target, own = edge
    if not own:
        return f"{type.lower()}:{digest(source, target)}"
    return f"{type.lower()}:{digest(source, target, *[f'{name}={value}' for name, value in own])}"


def _places(stated: list[_Stated]) -> list[Place]:
    """Each place once, with the best confidence given for it, in a stable order."""
    best: dict[tuple[str, int, int, str], Place] = {}
    for place, *_ in stated:
        where = (place[0], place[2], place[3], place[1])
        known = best.get(where)
        if known is None or place[6:] > known[6:]:
            best[where] = place
    return [best[where] for where in sorted(best)] if len(best) > 1 else list(best.values())


def _merged(
    id: str, type: EdgeType, source: str, target: str, props: Mapping[str, Value], stated: list[_Stated]
) -> Edge:
    texts: dict[int, float] = {}  # reprints are one voice: the clearest counts
    first: str | None = None
    last: str | None = None
    status: tuple[str, str] | None = None
    for place, text, seen, given in stated:
        known = texts.get(text)
        if known is None or place[6] > known:
            texts[text] = place[6]
        if seen is not None:
            if first is None or seen < first:
                first = seen
            if last is None or seen > last:
                last = seen
        if given is not None:
            status = max(status, (seen or "", given)) if status else (seen or "", given)
    if status is not None:
        props = {**props, "status": status[1]}
    doubt = 1.0
    for confidence in sorted(texts.values()):
        doubt *= 1.0 - min(confidence, _CEILING)
    confidence = round(min(1.0 - doubt, max(_CEILING, *texts.values())), 4)
    return _edge(id, type, source, target, len(texts), first, last, confidence, props)
