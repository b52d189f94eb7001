"""Articles of the made-up press of the benchmarks, few enough for property tests."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from kg.model import Record

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from resolve_corpus import Press


@cache
def press(seed: int, number: int = 60) -> tuple[Record, ...]:
    """Articles of the press of two provinces, chosen so that people recur."""
    made = list(Press(seed, provinces=2).articles(number * 10))
    kept = sorted(made, key=lambda item: min(item.people.values(), default=0) % 7)[:number]
    return tuple(item.record for item in kept)
