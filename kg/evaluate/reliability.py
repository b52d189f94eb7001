"""Whether confidences hold: of the facts given 0.9, nine in ten are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluate.score import CATEGORIES, Judged

#: Lower bounds of the buckets; the last one ends at 1.
BUCKETS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
#: What is said with at least this confidence is meant to be taken as it stands.
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Bucket:
    """Facts with a confidence in [`low`, `high`): how many, how many right, the mean of what was claimed."""

    low: float
    high: float
    facts: int
    right: int
    claimed: float

    @property
    def share(self) -> float | None:
        return self.right / self.facts if self.facts else None


def reliability(judged: Iterable[Judged]) -> list[Bucket]:
    """The table over all facts that bear a confidence and can be judged."""
    facts = [(float(j.item["confidence"]), j.right) for j in judged if j.right is not None and _bears(j)]
    out = []
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.0), strict=True):
        here = [(c, right) for c, right in facts if low <= c < high or (high == 1.0 and c >= low)]
        claimed = sum(c for c, _ in here) / len(here) if here else 0.0
        out.append(Bucket(low, high, len(here), sum(bool(right) for _, right in here), claimed))
    return out


def sure(judged: Iterable[Judged]) -> dict[str, tuple[int, int, int]]:
    """Per category and for ``all``: (facts of `SURE` or more, right among them, facts at all)."""
    out = dict.fromkeys((*CATEGORIES, "all"), (0, 0, 0))
    for j in judged:
        if j.right is None or not _bears(j):
            continue
        high = float(j.item["confidence"]) >= SURE
        for key in (j.category, "all"):
            n, right, every = out[key]
            out[key] = (n + high, right + (high and j.right), every + 1)
    return out


def _bears(judged: Judged) -> bool:
    return isinstance(judged.item.get("confidence"), int | float)
