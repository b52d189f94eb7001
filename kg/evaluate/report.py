"""An evaluation as text for people, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.evaluate.evaluation import Evaluation
from kg.evaluate.reliability import SURE, reliability, sure
from kg.evaluate.score import CATEGORIES, Figures, Tally


def lines(evaluation: Evaluation, *, errors: bool = False, by_article: bool = False) -> Iterator[str]:
    """The figures, the reliability table, and on demand one line an article and one an error."""
    yield f"{len(evaluation.articles)} articles, {len(evaluation.missing)} without a prediction"
    for category, figures in evaluation.figures.items():
        yield (
            f"{category:17} P {figures.precision:.3f}  R {figures.recall:.3f}  F1 {figures.f1:.3f}   "
            f"({figures.right} right, {figures.wrong} wrong, {figures.missed} missed)"
        )
    for which, (right, of) in evaluation.ratios.items():
        yield f"{which:17} {f'{right / of:.3f}' if of else '-':>5} of {of}"
    yield ""
    yield "confidence    facts  right  share  claimed"
    judged = list(evaluation.judged)
    for bucket in reliability(judged):
        if bucket.facts:
            span = f"{bucket.low:.2f} – {bucket.high:.2f}"
            yield f"{span}  {bucket.facts:6} {bucket.right:6}  {bucket.right / bucket.facts:.3f}  {bucket.claimed:.3f}"
    yield ""
    yield f"confidence ≥ {SURE}   facts  right  share  of all"
    for category, (facts, right, every) in sure(judged).items():
        if every:
            share = f"{right / facts:.3f}" if facts else "    -"
            yield f"{category:17} {facts:6} {right:6}  {share}  {facts / every:.2f}"
    if by_article:
        yield ""
        for key, tally in evaluation.articles.items():
            yield article_line(key, tally)
    if errors:
        yield ""
        for key, tally in evaluation.articles.items():
            for error in tally.errors:
                yield f"{key}\t{error.category}\t{error.what:7} {error.shown}"


def article_line(key: str, tally: Tally) -> str:
    """One article: core F1 and what went wrong where."""
    core = sum(tally.figures.values(), Figures(0, 0, 0))
    parts = [
        f"{category} {figures.wrong} wrong {figures.missed} missed"
        for category, figures in tally.figures.items()
        if figures.wrong or figures.missed
    ]
    return f"{key}\t{core.f1:.3f}\t{'; '.join(parts) or 'no error'}"


def as_json(evaluation: Evaluation, *, errors: bool = False, by_article: bool = False) -> dict[str, Any]:
    """All of it as JSON-ready data; `figures` and `ratios` in the form of the contract's scorer."""
    judged = list(evaluation.judged)
    out: dict[str, Any] = {
        "articles": len(evaluation.articles),
        "missing": list(evaluation.missing),
        "figures": {category: _figures(figures) for category, figures in evaluation.figures.items()},
        "ratios": {which: right / of if of else None for which, (right, of) in evaluation.ratios.items()},
        "reliability": [
            {"low": b.low, "high": b.high, "facts": b.facts, "right": b.right, "claimed": b.claimed}
            for b in reliability(judged)
        ],
        "sure": {
            category: {"facts": facts, "right": right, "all": every}
            for category, (facts, right, every) in sure(judged).items()
        },
    }
    if by_article:
        out["by_article"] = {
            key: {category: _figures(tally.figures[category]) for category in CATEGORIES}
            for key, tally in evaluation.articles.items()
        }
    if errors:
        out["errors"] = [
            {"article": key, "category": error.category, "what": error.what, "shown": error.shown}
            for key, tally in evaluation.articles.items()
            for error in tally.errors
        ]
    return out


def _figures(figures: Figures) -> dict[str, float]:
    return {
        "precision": figures.precision,
        "recall": figures.recall,
        "f1": figures.f1,
        "tp": figures.right,
        "fp": figures.wrong,
        "fn": figures.missed,
    }
