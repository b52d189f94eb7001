"""A record for people: every fact with what gave it, how sure it is, and the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Official, Position, Record, Relation, Span
from kg.recognize import is_model

_BREAK = re.compile(r"\s+")


def explained(record: Record) -> str:
    """The facts of `record` as lines, kind by kind in the order of the record; a blank one ends the article."""
    article = record.article
    known = ", ".join(part for part in (article.published, article.source) if part)
    head = (
        f"# {article.id}" + (f"  {_line(article.title)}" if article.title else "") + (f"  ({known})" if known else "")
    )
    lines = [_line(head), *_facts(record)]
    if len(lines) == 1:
        lines.append("  nothing found")
    return "\n".join(lines) + "\n"


def _facts(record: Record) -> Iterator[str]:
    for official in record.officials:
        yield from _fact("official", _official(official), official.span)
        for post in official.positions:
            yield from _fact("position", f"{official.name}: {_post(post)}", post.span)
    for region in record.regions:
        told = ", ".join(part for part in (region.code, region.level, region.parent) if part)
        yield from _fact("region", f"{region.name} ({told})", region.span)
    for body in record.organizations:
        yield from _fact("organization", body.name, body.span)
    for meeting in record.meetings:
        told = ", ".join(part for part in (meeting.kind, meeting.date or "no date", meeting.place) if part)
        yield from _fact("meeting", f"{meeting.name} ({told}){_also(meeting.aliases)}", meeting.span)
    for initiative in record.initiatives:
        told = f"{initiative.name} ({initiative.kind}){_also(initiative.aliases)}"
        yield from _fact("initiative", told, initiative.span)
    for relation in record.relations:
        yield from _fact("relation", _relation(relation), _place(relation))


def _fact(kind: str, what: str, span: Span | None) -> Iterator[str]:
    """A fact on one line, why on the next, the sentence on a third."""
    yield f"  {kind:13} {_line(what)}"
    if span is None:
        yield "                follows from other facts of the article"
        return
    by = f"{'model' if is_model(span.rule) else 'rule'} {span.rule or 'unnamed'}"
    yield f"                {by} · confidence {span.confidence:.2f} · characters {span.start}–{span.end}"
    if span.sentence:
        yield f"                “{_line(span.sentence)}”"


def _official(official: Official) -> str:
    return official.name + _also(official.aliases)


def _post(post: Position) -> str:
    told = ", ".join(part for part in (post.org, post.region, post.status) if part)
    return f"{post.title} ({told})"


def _relation(relation: Relation) -> str:
    mode = f" ({relation.mode})" if relation.mode else ""
    return f"{relation.source} —{relation.type}{mode}→ {relation.target}"


def _place(relation: Relation) -> Span:
    return Span(relation.start, relation.end, relation.sentence, relation.confidence, relation.rule)


def _also(aliases: tuple[str, ...]) -> str:
    return f", also {'、'.join(aliases)}" if aliases else ""


def _line(text: str) -> str:
    """White space as one blank, and nothing that would steer the terminal."""
    return "".join(c for c in _BREAK.sub(" ", text).strip() if c.isprintable() or c == " ")
