"""Dates of events: every written form to ISO, with the year from the page, the text, or unknown (``--MM-DD``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.model import DatePrecision

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_YEAR = r"(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})"
DATE = re.compile(
    rf"(?=[\d一二三四五六七八九十廿卅今去本前次第翌此头同当昨日近不])(?:(?P<year>{_YEAR})\s*年\s*(?P<ymonth>{_N})\s*月\s*(?P<yday>{_N})\s*[日号]"
    rf"|(?P<iso>\d{{4}})[-/.](?P<imonth>\d{{1,2}})[-/.](?P<iday>\d{{1,2}})(?!\d)"
    rf"|(?P<this>今年|去年|本年|前年)\s*(?P<tmonth>{_N})\s*月\s*(?P<tday>{_N})\s*[日号]"
    rf"|(?P<month>{_N})\s*月\s*(?P<day>{_N})\s*(?:[日号]|(?=\s*[至到—~-]))"
    rf"|(?P<ym>{_YEAR})\s*年\s*(?P<ymm>{_N})\s*月(?!\s*{_N}\s*[日号])"
    rf"|(?P<tyear>今年|去年)\s*(?P<tym>{_N})\s*月(?!\s*{_N}\s*[日号])"
    rf"|(?P<tenth>{_N})\s*月(?:上|中|下)旬"
    rf"|(?P<that>同日|当日|当天|同一天)"
    rf"|(?P<next>次日|第二天|翌日)"
    rf"|(?P<eve>此前一天|前一天|头一天)"
    rf"|(?P<rel>今天|今日|今晨|今晚|昨天|昨日|昨晚|前天|前日)"
    rf"|(?P<only>(?<![\d月年第])\d{{1,2}}|(?<![一二三四五六七八九十月年第])[一二三四五六七八九十廿卅]{{1,3}})\s*(?:日|号(?=[上下中晚早凌至])|(?P<spoken>号)(?=[,，在]))(?![内后前以起])(?=(?:[上下中晚早凌]|[,，、至到—]|在|电|讯|，|召|举|主|[^\s常历本报]{{2,30}}))"
    rf"|(?P<vague>日前|近日|近期|不久前))"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``text[start:end]``; `iso` is ``YYYY-MM-DD``, ``YYYY-MM``, ``--MM-DD`` or None (日前)."""

    start: int
    end: int
    iso: str | None
    precision: DatePrecision
    same: bool = False
    shift: int = 0  # 次日: a day after the one told before


def number(text: str) -> int:
    """8, 十八, 二十, 廿三, 31 → int; 0 where it is none."""
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return _DIGITS.get(text, 0) if len(text) == 1 else 0


def year_number(text: str) -> int:
    """2021, 二〇二一 → 2021."""
    return int(text) if text.isdigit() else int("".join(str(_DIGITS.get(c, 0)) for c in text))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


#: Every form holds one of these; most sentences hold none.
_HINT = re.compile(r"[日号月天晨晚久]|近期|\d[-/.]\d")


#: What stands before a day told as 25号, on its own: 当地时间25号, 国家主席25号在… (no 住在3号, no 第3号)
_SAID_DAY = re.compile(
    r"(?:^|[,，。;；:：]|时间|本月|今天|(?:主席|总理|书记|部长|省长|市长|委员长)[\u4e00-\u9fff]{2,4})\s*$"
)


_AGO = {"今": 0, "昨": 1}
#: A year in which 29 February may be meant.
_LEAP = 2024
_NO_YEAR = re.compile(r"--\d\d-\d\d")


def find_dates(text: str, published: str | None) -> list[FoundDate]:
    """Every date in `text`, in order. `published` (ISO) gives the year and anchors 昨日, 16日.

    Where the page bears no date, ``--05`` tells the month that its text speaks of, for a bare 8日, and ``--05-08`` the day
    of its dateline, for 今天.
    """
    return list(_dates_in(text, published)) if _HINT.search(text) is not None else []


@lru_cache(maxsize=256)
def _dates_in(text: str, published: str | None) -> tuple[FoundDate, ...]:
    """Several readers ask for the same sentence."""
    anchor: date | None = None
    month = int(published[2:4]) if published and published.startswith("--") else None
    today = (
        date(_LEAP, int(published[2:4]), int(published[5:7])) if published and _NO_YEAR.fullmatch(published) else None
    )
    if published and month is None:
        try:
            anchor = date.fromisoformat(published[:10])
        except ValueError:
            anchor = None
    out: list[FoundDate] = []
    for m in DATE.finditer(text):
        found = _read(m, anchor)
        if found is None and anchor is None and month is not None and m["only"]:
            found = _without_year(*m.span(), month, number(m["only"]))
        if m["rel"] and today is not None:
            day = today - timedelta(days=_AGO.get(m["rel"][0], 2))
            found = _without_year(*m.span(), day.month, day.day)
        if found is not None:
            out.append(found)
    return tuple(out)


def _read(m: re.Match[str], anchor: date | None) -> FoundDate | None:
    start, end = m.span()
    g = m.groupdict()
    if g["year"] or g["iso"]:
        y, mo, d = (g["year"], g["ymonth"], g["yday"]) if g["year"] else (g["iso"], g["imonth"], g["iday"])
        iso = _iso(year_number(y), number(mo), number(d))
        return FoundDate(start, end, iso, "day") if iso else None
    if g["this"]:
        if anchor is None:
            return _without_year(start, end, number(g["tmonth"]), number(g["tday"]))
        year = anchor.year - {"今年": 0, "本年": 0, "去年": 1, "前年": 2}[g["this"]]
        iso = _iso(year, number(g["tmonth"]), number(g["tday"]))
        return FoundDate(start, end, iso, "day") if iso else None
    if g["month"]:
        month, day = number(g["month"]), number(g["day"])
        if anchor is None:
            return _without_year(start, end, month, day)
        iso = _nearest(anchor, month, day)
        return FoundDate(start, end, iso, "day") if iso else None
    if g["ym"]:
        return FoundDate(start, end, f"{year_number(g['ym']):04d}-{number(g['ymm']):02d}", "month")
    if g["tyear"]:
        if anchor is None:
            return None
        year = anchor.year - (1 if g["tyear"] == "去年" else 0)
        return FoundDate(start, end, f"{year:04d}-{number(g['tym']):02d}", "month")
    if g["tenth"]:
        month = number(g["tenth"])
        if anchor is None or not 1 <= month <= 12:
            return None
        year = anchor.year - 1 if month > anchor.month else anchor.year
        return FoundDate(start, end, f"{year:04d}-{month:02d}", "month")
    if g["that"] or g["next"] or g["eve"]:
        return FoundDate(start, end, None, "none", same=True, shift=1 if g["next"] else -1 if g["eve"] else 0)
    if g["rel"]:
        if anchor is None:
            return FoundDate(start, end, None, "none")
        return FoundDate(start, end, (anchor - timedelta(days=_AGO.get(g["rel"][0], 2))).isoformat(), "day")
    if g["only"]:
        if anchor is None or (g["spoken"] and not _SAID_DAY.search(m.string, 0, start)):
            return None  # 3号,4号楼
        iso = _day_of_month(anchor, number(g["only"]))
        return FoundDate(start, end, iso, "day") if iso else None
    return FoundDate(start, end, None, "none")


def _without_year(start: int, end: int, month: int, day: int) -> FoundDate | None:
    if _iso(_LEAP, month, day):
        return FoundDate(start, end, f"--{month:02d}-{day:02d}", "day")
    return None


def _nearest(anchor: date, month: int, day: int) -> str | None:
    """The year in which month and day come nearest before (or within a month after) publication: 12月28日 in January."""
    best: tuple[int, str] | None = None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        iso = _iso(year, month, day)
        if iso is None:
            continue
        gap = (anchor - date.fromisoformat(iso)).days
        cost = gap if gap >= 0 else -gap * 4
        if best is None or cost < best[0]:
            best = (cost, iso)
    return best[1] if best else None


def _day_of_month(anchor: date, day: int) -> str | None:
    """The last day with this number on or before publication (16日 in a report of the 18th; 30日 in one of the 2nd)."""
    if not 1 <= day <= 31:
        return None
    year, month = anchor.year, anchor.month
    for _ in range(2):
        iso = _iso(year, month, day)
        if iso and date.fromisoformat(iso) <= anchor + timedelta(days=1):
            return iso
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _iso(year, month, day)
