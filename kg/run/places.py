"""Every place that a record shows, also as a place in the raw article: that is where a reader looks it up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

from kg.clean import OffsetMap
from kg.model import Initiative, Meeting, Official, Organization, Position, Record, Region, Relation, Span

_Spanned = TypeVar("_Spanned", Official, Region, Organization, Meeting, Initiative, Position)


def located(record: Record, offsets: OffsetMap, length: int) -> Record:
    """`record` with raw offsets (characters of the decoded raw article) at every span and relation that has none yet.

    `length` is that of the clean text in characters; a place outside it is left as it is.
    """

    @cache  # many facts of one sentence share their place
    def raw(start: int, end: int) -> tuple[int, int] | None:
        if not 0 <= start <= end <= length:
            return None
        place = offsets.raw(start, end)
        return place.char_start, place.char_end

    def spanned(item: _Spanned) -> _Spanned:
        span = item.span
        if span is None or span.raw_start is not None or (place := raw(span.start, span.end)) is None:
            return item
        moved = Span(span.start, span.end, span.sentence, span.confidence, span.rule, *place)
        return replace(item, span=moved)

    def related(item: Relation) -> Relation:
        if item.raw_start is not None or (place := raw(item.start, item.end)) is None:
            return item
        return replace(item, raw_start=place[0], raw_end=place[1])

    officials = (replace(o, positions=tuple(map(spanned, o.positions))) for o in record.officials)
    return replace(
        record,
        officials=tuple(map(spanned, officials)),
        regions=tuple(map(spanned, record.regions)),
        organizations=tuple(map(spanned, record.organizations)),
        meetings=tuple(map(spanned, record.meetings)),
        initiatives=tuple(map(spanned, record.initiatives)),
        relations=tuple(map(related, record.relations)),
    )
