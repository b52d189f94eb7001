"""Posts as ranks and seats: what ``data/ranks.csv`` says of how a title ends.

A rank is a number: 10 the head of the state, 8 a province's chief, 6 a prefecture's, 4 a county's, 2 a township's; a
deputy stands one below, the head of a department two, and so on. A seat is a post that one person holds at a time.
"""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib import resources

from kg.resolve.names import title_key

#: Rank of the chief by the level of what is governed.
CHIEF = {"country": 10, "province": 8, "prefecture": 6, "county": 4, "township": 2, "zone": 5, "cluster": 6}
#: From this rank in the state on a person is a leader of it, whom news name without a post.
LEADER = 8
#: Steps below the chief for a title the table does not know.
_UNKNOWN_STEP = 3


@lru_cache(maxsize=1 << 14)
def step_and_seat(title: str, org: str | None) -> tuple[int, str | None]:
    """Steps below the chief, and the seat's name where the post is one person's, by the longest ending that fits."""
    table, longest = _table()
    text = title_key((org or "") + title)
    for width in range(min(longest, len(text)), 0, -1):
        row = table.get(text[-width:])
        if row is not None:
            return row
    return _UNKNOWN_STEP, None


@cache
def _table() -> tuple[dict[str, tuple[int, str | None]], int]:
    with resources.files(__package__).joinpath("data", "ranks.csv").open(encoding="utf-8") as handle:
        rows = {row["ending"]: (int(row["step"]), row["seat"] or None) for row in csv.DictReader(handle)}
    return rows, max(map(len, rows))
