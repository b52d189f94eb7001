"""Which region a medium is of, where its name does not say (红网 is Hunan's, 闽西日报 龙岩's)."""

from __future__ import annotations

from functools import cache

from kg.lexicon.csvs import rows


@cache
def media() -> dict[str, str]:
    """Name of a paper or portal → code of the region it serves (``data/media.csv``)."""
    return {row["medium"]: row["code"] for row in rows("media")}


def home_of_medium(name: str) -> str | None:
    """The code of the region that the medium `name` begins with serves (红网时刻 → 430000), or None."""
    table = media()
    return next((table[name[:size]] for size in range(min(8, len(name)), 1, -1) if name[:size] in table), None)
