"""Reading the tables under ``data/``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

#: Where the tables stand.
DATA = Path(__file__).resolve().parent / "data"


def rows(table: str) -> Iterator[dict[str, str]]:
    """The lines of ``data/<table>.csv``."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
