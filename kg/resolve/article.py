"""An article as resolution sees it, and where it shows what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Label, Position, Record, Span
from kg.resolve import dates
from kg.resolve.edges import Place
from kg.resolve.ids import article_id
from kg.resolve.posts import settled_posts
from kg.resolve.reprints import reprints, sketch_text


@dataclass(frozen=True, slots=True)
class Observation:
    """A record, and the sketch of its article's text (`kg.resolve.reprints.sketch_text`) where there is one."""

    record: Record
    sketch: bytes = b""


@dataclass(slots=True)
class Article:
    """`number` counts in order of date and id; `text` is the number of the first article with the same text.

    `posts` are those of the record's officials, in their order, as `kg.resolve.posts.settled_posts` leaves them.
    """

    number: int
    id: str
    record: Record
    published: str | None
    day: int | None
    posts: tuple[tuple[Position, ...], ...]
    text: int
    regions: dict[str, str] = field(default_factory=dict)  # name in the record -> key
    context: frozenset[str] = frozenset()
    nodes: dict[tuple[Label, str], str] = field(default_factory=dict)  # (label, name in the record) -> node id
    events: dict[str, int] = field(default_factory=dict)  # name of a meeting -> number of its event


def articles(observations: Iterable[Observation]) -> list[Article]:
    """Every article once, in the order of dates and ids, whatever order the observations come in."""
    unique: dict[str, Observation] = {}
    for o in observations:
        id = article_id(o.record.article)
        # two records of one article: which one stays must not depend on which came first
        if id not in unique or repr(unique[id].record) < repr(o.record):
            unique[id] = o
    ordered = sorted(unique.items(), key=lambda item: (dates.iso(item[1].record.article.published) or "9", item[0]))
    del unique
    out: list[Article] = []
    for n, (id, o) in enumerate(ordered):
        published = dates.iso(o.record.article.published)
        out.append(Article(n, id, o.record, published, dates.day(published), settled_posts(o.record), n))
    sketches = [o.sketch or sketch_record(o.record) for _, o in ordered]
    for article, text in zip(out, reprints(sketches, [a.day for a in out]), strict=True):
        # a formula with other names in it (a notice, a weekly round) is another text, however alike
        article.text = text if _names_agree(article.record, out[text].record) else article.number
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


def _names_agree(one: Record, other: Record) -> bool:
    """Whether two records name mostly the same people and regions."""
    if one is other:
        return True
    mine, theirs = ({o.name for o in r.officials} | {p.name for p in r.regions} for r in (one, other))
    return 2 * len(mine & theirs) >= len(mine | theirs)


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
