"""年 and 月 that vanished between the digits of a date: ``1025日`` → ``10月25日``, ``2017822日`` → ``2017年8月22日``.

Some scrapers strip what a page wraps in tags of its own, and those two are what they lose. A number is taken for such a
date only where it cannot be a day and reads as month and day in one way; where there are two (``112日``), and of two
digits (``45日`` may be a term), the date of the page decides, if just one of them lies shortly before it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from kg.clean.offsets import Edit
from kg.clean.work import Work

#: What a date stands behind: the beginning, a mark or a word that leads to a date, never a measure (历时1025日).
_BEFORE = r"(?:^|(?<=[\s。，,；;：:、（(”》至到和与及于自从在即讯电年—~～-]))"
_BEHIND = r"(?=[\s，,。、；;：:（()）上下中凌晚早起至到在，—~～-]|$|我|全|市|县|区|州|省)"
_MONTH_DAY = re.compile(rf"{_BEFORE}([0-9]{{2,4}})日{_BEHIND}", re.MULTILINE)
_YEAR_MONTH = re.compile(r"(?<![\d.])((?:19|20)[0-9]{2})(1[0-2]|[1-9])月(?!份额)")
_YEAR_MONTH_DAY = re.compile(r"(?<![\d.])((?:19|20)[0-9]{2})([0-9]{2,4})日")
#: Without such a number nothing is missing: one look for all three.
_ODD = re.compile(r"[日月](?:(?<=[3-9][0-9]日)|(?<=[0-9]{3}日)|(?<=[0-9]{5}月))")
#: A page appears so many days after what it tells at most, and hardly before it.
_RECENT, _AHEAD = 45, 2
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def restore_date_marks(work: Work, published: str | None) -> None:
    """Put 年 and 月 back. `published`: the page's date (ISO), None where it is not known."""
    text = work.text
    if _ODD.search(text) is None:
        return
    edits: list[Edit] = []
    for match in _YEAR_MONTH_DAY.finditer(text):
        found = list(_splits(match[2]))
        if len(found) == 1:
            edits += [_behind(text, match.end(1), "年"), _behind(text, match.start(2) + found[0], "月")]
    edits += [_behind(text, match.end(1), "年") for match in _YEAR_MONTH.finditer(text)]
    for match in _MONTH_DAY.finditer(text):
        if (at := _place(match[1], published)) is not None:
            edits.append(_behind(text, match.start(1) + at, "月"))
    work.note("date_mark", len(edits), 0.9)
    work.edit(sorted(edits))


def _behind(text: str, at: int, mark: str) -> Edit:
    """`mark` after the digit before `at`, of which it takes its place on the page."""
    return Edit(at - 1, at, text[at - 1] + mark)


def _splits(digits: str) -> Iterator[int]:
    """After how many digits the month may end."""
    for at in (1, 2):
        month, day = digits[:at], digits[at:]
        if not 1 <= len(day) <= 2 or digits[0] == "0" or day[0] == "0":
            continue
        if int(month) <= 12 and int(day) <= _DAYS[int(month) - 1]:
            yield at


def _place(digits: str, published: str | None) -> int | None:
    """After how many of `digits` the month ends; None where nothing is missing or nobody can tell."""
    if int(digits) <= 31 or digits[0] == "0" or (len(digits) == 4 and digits[:2] in ("19", "20")):
        return None
    found = list(_splits(digits))
    if len(found) > 1 or len(digits) == 2:  # 45日 may be a term
        found = [at for at in found if published and _is_recent(int(digits[:at]), int(digits[at:]), published)]
    return found[0] if len(found) == 1 else None


def _is_recent(month: int, day: int, published: str) -> bool:
    """Whether that day lay shortly before the page appeared."""
    try:
        appeared = datetime.date.fromisoformat(published)
        days = [(appeared - datetime.date(year, month, day)).days for year in (appeared.year, appeared.year - 1)]
    except ValueError:
        return False
    return any(-_AHEAD <= gone <= _RECENT for gone in days)
