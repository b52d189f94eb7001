"""Who was told to help whom: the official pairings of regions, with the years they held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.lexicon.csvs import rows


@dataclass(frozen=True, slots=True)
class Pairing:
    """`helper` and `helped` are ids of divisions; `end` is the last year, None while it holds."""

    programme: str
    helper: str
    helped: str
    start: int
    end: int | None
    source: str


@cache
def pairings() -> tuple[Pairing, ...]:
    """Every pairing of ``data/pairings.csv``, in its order."""
    return tuple(
        Pairing(
            line["programme"],
            line["helper"],
            line["helped"],
            int(line["start"]),
            int(line["end"]) if line["end"] else None,
            line["source"],
        )
        for line in rows("pairings")
    )
