"""Dates as the records carry them: ``2021-11-08``, ``2021-11``, ``2021``, ``--11-08``, or nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_YEARLESS = re.compile(r"^--(\d{2})-(\d{2})$")


@lru_cache(maxsize=1 << 14)
def iso(text: str | None) -> str | None:
    """`text` if it is a real day, month or year in ISO form (a time of day is cut off), else None."""
    if not text:
        return None
    found = _ISO.match(text[:10])
    if not found:
        return None
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return text[:10]


@lru_cache(maxsize=1 << 14)
def span(text: str | None) -> tuple[int, int] | None:
    """First and last day (proleptic ordinals) that a partial ISO date can mean; None where it says no year."""
    if (known := iso(text)) is None:
        return None
    year, month, day = int(known[:4]), int(known[5:7] or 0), int(known[8:10] or 0)
    if day:
        only = date(year, month, day).toordinal()
        return only, only
    if month:
        after = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
        return date(year, month, 1).toordinal(), after.toordinal() - 1
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


@lru_cache(maxsize=1 << 14)
def day(text: str | None) -> int | None:
    """The day (proleptic ordinal) of a full ISO date, else None."""
    found = span(text)
    return found[0] if found and found[0] == found[1] else None


def month_and_day(text: str | None) -> str | None:
    """``11-08`` of a date with day, whether its year is known or not."""
    if not text:
        return None
    found = _YEARLESS.match(text)
    if found:
        return f"{found[1]}-{found[2]}"
    return text[5:10] if day(text) is not None else None


def earliest(dates: list[str]) -> str | None:
    """The earliest of some ISO dates (partial ones stand before the days they contain), None where there are none."""
    return min(dates, default=None)


def latest(dates: list[str]) -> str | None:
    """The latest of some ISO dates, None where there are none."""
    return max(dates, default=None)
