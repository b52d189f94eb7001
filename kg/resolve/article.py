"""An article as resolution sees it, and where it shows what it says."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Label, Position, Record, Span
from kg.resolve import dates
from kg.resolve.ids import article_id
from kg.resolve.posts import settled_posts
from kg.resolve.regions import RegionKeys, of_record
from kg.resolve.reprints import sketch_text
from kg.resolve.statements import Place, Ref


@dataclass(frozen=True, slots=True)
class Observation:
    """A record, and the sketch of its article's text (`kg.resolve.reprints.sketch_text`) where there is one."""

    record: Record
    sketch: bytes = b""


@dataclass(slots=True)
class Article:
    """One article with the keys of its regions.

    `serial` is where it was read, which says nothing; articles follow each other by date and id, see
    `kg.resolve.order`. `posts` are those of the record's officials, in their order, as `settled_posts` leaves them.
    """

    serial: int
    id: str
    record: Record
    published: str | None
    day: int | None
    posts: tuple[tuple[Position, ...], ...]
    regions: dict[str, str] = field(default_factory=dict)  # name in the record -> key
    context: frozenset[str] = frozenset()
    nodes: dict[tuple[Label, str], Ref] = field(default_factory=dict)  # (label, name in the record) -> node


def article(serial: int, record: Record, keys: RegionKeys) -> Article:
    """The article that `record` is of."""
    published = dates.iso(record.article.published)
    out = Article(serial, article_id(record.article), record, published, dates.day(published), settled_posts(record))
    out.regions = {region.name: of_record(keys, region, out.id) for region in record.regions}
    # what an article is about: the country and wide areas tell nothing about who is who
    out.context = frozenset([key for key in out.regions.values() if keys.level(key) not in ("country", "cluster")])
    return out


def place_of(article: Article, span: Span | None, rule: str = "") -> Place:
    """Where `article` says something; `rule` says by what rule, where that is not the span's own."""
    if span is None:
        return article.id, article.record.article.title or "", 0, 0, None, None, 0.5, rule
    return (
        article.id,
        span.sentence,
        span.start,
        span.end,
        span.raw_start,
        span.raw_end,
        span.confidence,
        rule or span.rule,
    )


def span_of(record: Record, name: str) -> Span | None:
    """Where a record without spans of its own shows a name: the first relation that has it at an end."""
    for r in record.relations:
        if name in (r.source, r.target):
            return Span(r.start, r.end, r.sentence, r.confidence, r.rule, r.raw_start, r.raw_end)
    return None


def sketch_record(record: Record) -> bytes:
    """A sketch from the sentences that a record quotes, where the text itself is not at hand."""
    sentences: dict[str, None] = {}
    for relation in record.relations:
        sentences.setdefault(relation.sentence)
    for items in (record.officials, record.meetings, record.initiatives, record.regions, record.organizations):
        for item in items:
            if item.span is not None:
                sentences.setdefault(item.span.sentence)
    return sketch_text("\n".join(sorted(sentences)))
