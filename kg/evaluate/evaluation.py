"""Read articles, extract, and compare with the gold records: one `Evaluation` of all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.clean import clean
from kg.errors import InputError, KgError
from kg.evaluate.score import CATEGORIES, RATIOS, Category, Figures, Judged, Tally, score_article
from kg.extract import extract
from kg.model import ArticleInfo, Record
from kg.read import RawArticle, read

#: What an article without a prediction counts as.
_NOTHING: Mapping[str, Any] = {}


@dataclass(slots=True)
class Evaluation:
    """The tallies of all articles of the gold, by article id, and ids of those that no article was given for."""

    articles: dict[str, Tally] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def figures(self) -> dict[str, Figures]:
        """Per category, and ``core``: all of them together."""
        out: dict[str, Figures] = {category: self._sum(category) for category in CATEGORIES}
        out["core"] = sum(out.values(), Figures(0, 0, 0))
        return out

    def _sum(self, category: Category) -> Figures:
        return sum((tally.figures[category] for tally in self.articles.values()), Figures(0, 0, 0))

    @property
    def ratios(self) -> dict[str, tuple[int, int]]:
        """Meeting dates and cooperation modes: (right, of)."""
        return {
            which: (
                sum(tally.ratios[which][0] for tally in self.articles.values()),
                sum(tally.ratios[which][1] for tally in self.articles.values()),
            )
            for which in RATIOS
        }

    @property
    def judged(self) -> Iterator[Judged]:
        """Every fact found, over all articles."""
        for tally in self.articles.values():
            yield from tally.judged


def score(gold: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[str, Any]]) -> Evaluation:
    """Compare records in their JSON form, both by article id. An article without a prediction misses everything."""
    return Evaluation(
        {key: score_article(gold[key], found.get(key, _NOTHING)) for key in sorted(gold)},
        tuple(sorted(set(gold) - set(found))),
    )


def evaluate(
    gold: Iterable[Path],
    articles: Sequence[str | Path],
    on_skip: Callable[[InputError], None] = lambda error: None,
    *,
    recognizer: str | None = None,
) -> Evaluation:
    """Extract those of `articles` (files, folders, globs, JSON Lines) whose id is in `gold` (folders), and compare.

    `recognizer` names the model that the extractor asks where its rules are in doubt. Raises `KgError` where the gold
    holds no record, or none of the articles has one.
    """
    wanted = load_gold(gold)
    found = {record.article.id: record.to_json() for record in extracted(articles, wanted, on_skip, recognizer)}
    if not found:
        raise KgError(f"none of the articles has a gold record (ids such as {', '.join(sorted(wanted)[:3])})")
    return score(wanted, found)


def load_gold(folders: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """The gold records of folders, searched recursively, by article id. Raises `InputError` where one is no JSON."""
    out: dict[str, dict[str, Any]] = {}
    for folder in folders:
        if not folder.exists():
            raise InputError(str(folder), "no such file or folder")
        files = [folder] if folder.is_file() else sorted(folder.rglob("*.json*"))
        for file in files:
            if file.suffix in (".json", ".jsonl"):
                for record in _records(file):
                    out[str(record["article"]["id"])] = record
    if not out:
        raise KgError(f'no gold record (a JSON file with an "article") in {", ".join(map(str, folders))}')
    return out


def _records(file: Path) -> Iterator[dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
        rows = (
            [json.loads(t) for t in text.splitlines() if t.strip()] if file.suffix == ".jsonl" else [json.loads(text)]
        )
    except (OSError, ValueError) as error:
        raise InputError(str(file), f"not a readable JSON file ({error})") from None
    for row in rows:
        if isinstance(row, dict) and isinstance(row.get("article"), dict) and "id" in row["article"]:
            yield row


def extracted(
    articles: Sequence[str | Path],
    wanted: Iterable[str],
    on_skip: Callable[[InputError], None],
    recognizer: str | None = None,
) -> Iterator[Record]:
    """The records of those articles whose id is wanted, each once."""
    left = set(wanted)
    for raw in read(articles, on_skip):
        if raw.id not in left:
            continue
        left.discard(raw.id)
        try:
            yield _record(raw, recognizer)
        except InputError as error:
            on_skip(error)
        except KgError:  # the recognizer cannot be had
            raise
        except Exception as error:  # a defect of ours on one page must not cost the figures of the others
            on_skip(InputError(raw.path, f"internal error, please report it ({type(error).__name__}: {error})"))


def _record(raw: RawArticle, recognizer: str | None) -> Record:
    cleaned = clean(raw.data, title=raw.title, published=raw.published, source=raw.source)
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
    return extract(cleaned, info) if recognizer is None else extract(cleaned, info, recognizer=recognizer)
