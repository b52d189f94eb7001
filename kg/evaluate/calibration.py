"""Confidences from judged facts: the share of right facts per rule and doubts, smoothed towards that of the kind.

A fact that the extractor found in an article it had been tuned on is right more often than one in an article it has
never seen. `Observation.first_sight` marks facts from articles as they were read before anyone tuned on them; they
weigh `FIRST_SIGHT_WEIGHT` times as much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from kg.evaluate.reliability import SURE
from kg.evaluate.score import Judged
from kg.extract.confidence import ANY, Key, keys
from kg.model import Record

FIRST_SIGHT_WEIGHT = 4
#: How many facts the expectation from rule and doubts apart is worth, against those seen with both. Facts of one
#: article go wrong together, so that ten are little.
SMOOTHING = 10.0
#: Of facts with a confidence of `SURE` or more, so many are to be right in cross-validation: a little more than the 98
#: in 100 that are promised, because pages not met yet are harder than those the fit knows.
WANTED = 0.985
FOLDS = 10
#: No count of ours shows that a rule never errs.
HIGHEST = 0.995


@dataclass(frozen=True, slots=True)
class Observation:
    """One fact found in an article whose truth is known."""

    article: str
    key: Key
    right: bool
    first_sight: bool = False

    @property
    def weight(self) -> float:
        return FIRST_SIGHT_WEIGHT if self.first_sight else 1.0


def observations(record: Record, judged: Iterable[Judged], *, first_sight: bool = False) -> list[Observation]:
    """The judged facts of one record under their keys; what the gold leaves open is left out."""
    of = keys(record)
    return [Observation(record.article.id, of[_name(j)], j.right, first_sight) for j in judged if j.right is not None]


def _name(judged: Judged) -> tuple[object, ...]:
    item: Mapping[str, Any] = judged.item
    if judged.category == "officials":
        return ("official", item["name"])
    if judged.category == "positions":
        return ("position", item["who"], item["title"], item.get("org"), item.get("region"))
    if judged.category == "regions":
        return ("region", item["name"], item.get("code"))
    if judged.category == "meetings":
        return ("meeting", item["name"], item.get("date"))
    if judged.category == "initiatives":
        return ("initiative", item["name"])
    return ("relation", item["type"], item["source"], item["target"], item.get("mode"))


class Shares:
    """Right facts by kind, by rule, by doubts and by both; the estimate for a key, seen or not."""

    def __init__(self, facts: Sequence[Observation]) -> None:
        alike = Counter((fact.article, fact.first_sight, fact.key) for fact in facts)
        self._counts: dict[Key, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for fact in facts:
            kind, rule, doubts = fact.key
            # facts of one kind in one article hold or fail together: nine count as three
            weight = fact.weight / sqrt(alike[fact.article, fact.first_sight, fact.key])
            for key in {fact.key, (kind, rule, ANY), (kind, ANY, doubts), (kind, ANY, ANY)}:
                count = self._counts[key]
                count[0] += weight
                count[1] += weight * fact.right

    def __iter__(self) -> Iterator[Key]:
        return iter(sorted(self._counts))

    def estimate(self, key: Key) -> float:
        """The share of facts under `key` that are expected to be right."""
        kind, rule, doubts = key
        facts, right = self._counts.get((kind, ANY, ANY), (0.0, 0.0))
        of_kind = (right + 1) / (facts + 2)
        if rule == doubts == ANY:
            return min(HIGHEST, of_kind)
        of_rule = self._smoothed((kind, rule, ANY), of_kind)
        if doubts == ANY:
            return of_rule
        of_doubts = self._smoothed((kind, ANY, doubts), of_kind)
        if rule == ANY:
            return of_doubts
        return self._smoothed(key, min(HIGHEST, of_rule * of_doubts / of_kind))

    def _smoothed(self, key: Key, expected: float) -> float:
        facts, right = self._counts.get(key, (0.0, 0.0))
        return min(HIGHEST, (right + SMOOTHING * expected) / (facts + SMOOTHING))


def cross_validated(facts: Sequence[Observation]) -> list[float]:
    """For each fact the estimate of a table fitted without any fact of its fold; an article is in one fold."""
    articles = sorted({fact.article for fact in facts})
    fold = {article: index % FOLDS for index, article in enumerate(articles)}
    out = [0.0] * len(facts)
    for left_out in range(FOLDS):
        shares = Shares([fact for fact in facts if fold[fact.article] != left_out])
        for index, fact in enumerate(facts):
            if fold[fact.article] == left_out:
                out[index] = shares.estimate(fact.key)
    return out


def threshold(facts: Sequence[Observation], estimates: Sequence[float]) -> float:
    """The lowest estimate from which on `WANTED` of the facts are right, two standard errors to spare; 1 if none."""
    ranked = sorted(zip(estimates, facts, strict=True), key=lambda pair: -pair[0])
    weight = right = squares = 0.0
    best = 1.0
    for index, (estimate, fact) in enumerate(ranked):
        weight += fact.weight
        squares += fact.weight**2
        right += fact.weight * fact.right
        last = index + 1 == len(ranked) or ranked[index + 1][0] < estimate
        share = right / weight
        if last and share - 2 * sqrt(share * (1 - share) * squares) / weight >= WANTED:
            best = estimate
    return best


def stated(estimate: float, limit: float) -> float:
    """The confidence that is stated for an estimate: `SURE` at `limit`, in proportion below and above it.

    Where `limit` is above `SURE`, less is claimed than was measured, so that what is called sure can be relied on.
    """
    if limit <= SURE:
        return estimate
    if estimate < limit:
        return estimate * SURE / limit
    return SURE + (estimate - limit) * (1 - SURE) / (1 - limit) if limit < 1 else SURE
