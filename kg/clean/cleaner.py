"""The whole way of one page: bytes → characters → repairs → lines → clean text and metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import chain, islice
from types import MappingProxyType

from kg.clean.article import CleanArticle, Damage
from kg.clean.breaks import restore_breaks
from kg.clean.date_marks import restore_date_marks
from kg.clean.domain import FICTION, judge
from kg.clean.encoding import decode
from kg.clean.full_stops import restore_full_stops
from kg.clean.garble import mark_garbled
from kg.clean.gloss import remove_glosses
from kg.clean.injected import cut_advertisements, cut_title_fragments
from kg.clean.leftovers import drop_leftovers, read_escapes, read_json
from kg.clean.line import KEPT, Page, is_headline
from kg.clean.lines import read_lines
from kg.clean.lost_bytes import restore
from kg.clean.lost_labels import restore_labels
from kg.clean.lost_media import restore_media
from kg.clean.markup import PageInfo, extract, is_markup
from kg.clean.metadata import read_metadata
from kg.clean.mojibake import undo_mojibake
from kg.clean.offsets import Edit, OffsetMap, Segment
from kg.clean.punctuation import mend
from kg.clean.repetition import LEAST_PAGES, Repetition, cut_repeated, find_repetition
from kg.clean.script import simplify
from kg.clean.width import half_marks, has_odd_characters, tidy_characters, unify_marks, unify_width
from kg.clean.work import Work
from kg.clean.wraps import RAGGED, is_indented, is_wrapped, wrapped_at

#: Half a character beyond the first plane, left alone by a careless reader: no character, and as many bytes as U+FFFD.
_HALF = re.compile("[\ud800-\udfff]")


def clean(
    raw: bytes | str,
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    repetition: Repetition | None = None,
) -> CleanArticle:
    """Repair one page.

    `raw` is the page as scraped: bytes in any encoding, or text already decoded; plain text or HTML. `title`,
    `published` and `source` are what a container (JSON Lines) already knows; they win over what the page says.
    `repetition` is what the batch that the page belongs to showed (`kg.clean.find_repetition`).
    Never raises for any content of `raw`.
    """
    if isinstance(raw, bytes):
        sha256 = hashlib.sha256(raw).hexdigest()
        text, segments, encoding = decode(raw)
    else:
        sha256 = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
        text, segments, encoding = _HALF.sub("\ufffd", raw), [Segment(0, 0, "utf-8")], "utf-8"
    work = Work(text)
    info: PageInfo | None = None
    read_json(work)
    read_escapes(work)
    if is_markup(work.text):
        undo_mojibake(work)  # else no paragraph looks like one
        info = extract(work)
    else:
        drop_leftovers(work)
    if odd := has_odd_characters(work.text):
        undo_mojibake(work)
        tidy_characters(work)
    restore_full_stops(work)
    restore_labels(work)
    restore_media(work)
    restore(work)
    remove_glosses(work)
    simplify(work)
    wide = unify_width(work) if odd or work.layers else False
    restore_breaks(work)
    page = read_lines(work.text)
    meta = read_metadata(work.text, page, info)
    heading = _title(work, page, info)
    _keep_lines(work, page)
    if unify_marks(work, wide) and heading is not None:
        heading = half_marks(heading)
    cut_advertisements(work)
    if repetition is not None:
        cut_repeated(work, repetition.phrases)
        if (suspect := repetition.suspects.get(sha256)) is not None:
            work.note(suspect.kind, 1, suspect.sure)
    cut_title_fragments(work, heading)
    mend(work)
    restore_date_marks(work, _given(published) or meta.published)
    mark_garbled(work)
    verdict, reason = judge(work.text, page)
    return CleanArticle(
        text=work.text,
        title=_given(title) or heading,
        published=_given(published) or meta.published,
        source=_given(source) or meta.source,
        authors=() if reason == FICTION else meta.authors,  # of reporters: who tells a tale is none
        site_region=meta.site_region,
        damage=Damage(MappingProxyType(dict(work.found)), verdict, reason, work.marked()),
        offsets=OffsetMap(text, segments, work.layers, len(work.text)),
        sha256=sha256,
        encoding=encoding,
    )


def look_over(pages: Iterable[bytes | str]) -> Repetition:
    """What `pages` show together, for cleaning each of them: foreign phrases, spun and doorway pages.

    Of a large batch only the first million characters are looked at, so this takes a few seconds at most.
    """
    rest = iter(pages)
    first = list(islice(rest, LEAST_PAGES))
    if len(first) < LEAST_PAGES:
        return Repetition()
    return find_repetition(clean(page) for page in chain(first, rest))


def _given(value: str | None) -> str | None:
    return value.strip() or None if value else None


def _title(work: Work, page: Page, info: PageInfo | None) -> str | None:
    head = [line for line in page.of("head") if is_headline(line.match)]
    if head:
        return work.text[head[0].start : head[0].end]
    if info is not None and (named := info.heading or info.title):
        inner = Work(named)
        simplify(inner)
        return inner.text.strip() or None
    return None


def _keep_lines(work: Work, page: Page) -> None:
    """What is part of the article, one paragraph a line; everything else out."""
    edits: list[Edit] = []
    at = 0
    dropped = 0
    first = True
    goes_on = False
    text = work.text
    kept = [line for line in page.lines if line.kind in KEPT]
    width = wrapped_at(kept)
    indented = width > 0 and is_indented(kept)
    for line in page.lines:
        if line.kind not in KEPT:
            dropped += 1
            continue
        gap = "" if first or goes_on else "\n"
        goes_on = bool(width) and not (first and width == RAGGED) and is_wrapped(line, width, indented)
        if goes_on and line.indented and indented:
            gap = "\n"
        if text[at : line.start] != gap:
            edits.append(Edit(at, line.start, gap))
        at = line.end
        first = False
    if at < len(work.text):
        edits.append(Edit(at, len(work.text), ""))
    work.note("furniture", dropped)
    work.edit(edits)
