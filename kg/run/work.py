"""What happens to one article: clean it, extract its record. Nothing here raises for a bad article."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import partial

from kg.clean import CleanArticle, Repetition, clean
from kg.errors import InputError, KgError
from kg.extract import extract
from kg.model import ArticleInfo, Record
from kg.read import RawArticle
from kg.recognize import recognizer as get_recognizer
from kg.resolve.reprints import sketch_text
from kg.run.places import located


@dataclass(frozen=True, slots=True)
class Recorded:
    """An article with its record; `note` says why a record without facts has none (the page is out of the domain)."""

    key: str
    path: str
    record: Record
    sketch: bytes
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article that could not be used, and why."""

    path: str
    reason: str


def article_key(raw: RawArticle) -> str:
    """SHA-256 of the raw bytes.

    Where a container (JSON Lines) already knows the article's id, title, date or source, these are part of what the
    record says, so they are part of the key: two items with one text are two articles.
    """
    digest = hashlib.sha256()
    if isinstance(raw.data, bytes):
        digest.update(raw.data)
    else:
        digest.update(raw.data.encode("utf-8", "surrogatepass"))
        known = (raw.id, raw.title, raw.published, raw.source, raw.url)
        digest.update(json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def read_article(
    raw: RawArticle, *, recognizer: str | None = None, repetition: Repetition | None = None
) -> Recorded | Skipped:
    """The record of `raw`, or why there is none. `repetition` is what its batch showed (`kg.clean.look_over`).

    Raises `KgError` where the recognizer cannot be asked: no article after this one would fare better.
    """
    try:
        cleaned = clean(raw.data, title=raw.title, published=raw.published, source=raw.source, repetition=repetition)
        record, note = _record(raw, cleaned, recognizer)
    except InputError as error:
        return Skipped(raw.path, error.reason)
    except KgError:
        raise
    except Exception as error:  # a defect of ours on one page must not cost the user the other thousand
        return Skipped(raw.path, f"internal error, please report it ({type(error).__name__}: {error})"[:300])
    return Recorded(article_key(raw), raw.path, record, sketch_text(cleaned.text), note)


def step(recognizer: str | None, repetition: Repetition | None = None) -> partial[Recorded | Skipped]:
    """`read_article` for an engine to run. Raises what `kg.recognize.recognizer` raises where there is none such."""
    get_recognizer(recognizer or "rules")
    return partial(read_article, recognizer=recognizer, repetition=repetition)


def crashed(raw: RawArticle, reason: str) -> Recorded | Skipped:
    """The outcome of an article whose worker died."""
    return Skipped(raw.path, reason)


def _record(raw: RawArticle, cleaned: CleanArticle, recognizer: str | None) -> tuple[Record, str | None]:
    info = ArticleInfo(
        id=raw.id,
        title=cleaned.title,
        url=raw.url,
        source=cleaned.source,
        published=cleaned.published,
        authors=tuple(cleaned.authors),
        sha256=cleaned.sha256,
        path=raw.path,
    )
    if cleaned.damage.domain == "out":
        return Record(article=info), f"no event ({cleaned.damage.reason or 'out of the domain'})"
    record = extract(cleaned, info, recognizer=recognizer or "rules")
    record = located(record, cleaned.offsets, len(cleaned.text))
    found = record.officials or record.meetings or record.initiatives or record.organizations or record.regions
    return record, None if found else "no event (nothing of the kind found)"
