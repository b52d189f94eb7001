"""Edges merged over articles: weight, first and last seen, confidence, all evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import EDGE_TYPES, Edge, EdgeType, Evidence, Value
from kg.resolve.ids import digest

#: No number of articles makes a fact certain.
_CEILING = 0.995


@dataclass(slots=True)
class _Growing:
    type: EdgeType
    source: str
    target: str
    props: dict[str, Value]
    evidence: dict[tuple[str, int, int, str], Evidence] = field(default_factory=dict)
    texts: dict[int, float] = field(default_factory=dict)  # text number -> best confidence
    dates: list[str] = field(default_factory=list)
    status: dict[str, str] = field(default_factory=dict)


class EdgeTable:
    """Collects stated facts and merges those that say the same."""

    def __init__(self) -> None:
        self._edges: dict[str, _Growing] = {}

    def add(
        self,
        type: EdgeType,
        source: str,
        target: str,
        evidence: tuple[str, str, int, int, int | None, int | None, float, str],
        *,
        text: int,
        seen: str | None,
        key: Mapping[str, Value] | None = None,
        status: str | None = None,
    ) -> None:
        """One article says that `source` stands in `type` to `target`.

        `evidence` is (article, sentence, start, end, raw start, raw end, confidence, rule); `text` numbers the
        article's text (reprints share it, so they weigh once); `seen` is the ISO date it holds for; `key` is what makes
        it another edge (title, mode); of several `status` the one seen last stays.
        """
        if type == "COOPERATES_WITH" and target < source:
            source, target = target, source
        props = dict(key or {})
        edge_id = f"{type.lower()}:{digest(source, target, *(f'{k}={v}' for k, v in sorted(props.items())))}"
        grown = self._edges.get(edge_id)
        if grown is None:
            grown = self._edges[edge_id] = _Growing(type, source, target, props)
        article, sentence, start, end, raw_start, raw_end, confidence, rule = evidence
        place = (article, start, end, sentence)
        old = grown.evidence.get(place)
        if old is None or (confidence, rule) > (old.confidence, old.rule):
            grown.evidence[place] = Evidence(
                edge_id, article, sentence, start, end, raw_start, raw_end, confidence, rule
            )
        grown.texts[text] = max(confidence, grown.texts.get(text, 0.0))
        if seen is not None:
            grown.dates.append(seen)
        if status is not None:
            when = seen or ""
            grown.status[when] = max(status, grown.status.get(when, ""))

    def tables(self, kept: Iterable[str] | None = None) -> tuple[list[Edge], list[Evidence]]:
        """The merged edges and their evidence, each in its stable order."""
        edges: list[Edge] = []
        evidence: list[Evidence] = []
        for edge_id in sorted(self._edges if kept is None else kept):
            grown = self._edges[edge_id]
            doubt = 1.0
            for confidence in sorted(grown.texts.values()):
                doubt *= 1.0 - min(confidence, _CEILING)
            props = {name: value for name, value in grown.props.items() if name in EDGE_TYPES[grown.type][2]}
            if grown.status:
                props["status"] = grown.status[max(grown.status)]
            edges.append(
                Edge(
                    id=edge_id,
                    type=grown.type,
                    source=grown.source,
                    target=grown.target,
                    weight=len(grown.texts),
                    first_seen=min(grown.dates, default=None),
                    last_seen=max(grown.dates, default=None),
                    confidence=round(min(1.0 - doubt, max(_CEILING, *grown.texts.values())), 4),
                    props=props,
                )
            )
            evidence += [grown.evidence[place] for place in sorted(grown.evidence)]
        return edges, evidence
