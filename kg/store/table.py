"""Rows as people and programs read them: an aligned table (a Chinese character is two columns wide), JSON, CSV."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from typing import Any

from kg.store.base import Rows

FORMATS = ("table", "json", "csv")
_NARROWEST = 12


def render(rows: Rows, form: str, width: int | None = None) -> str:
    """`rows` in `form` (one of `FORMATS`), without a line end at the end.

    `width` is the terminal's, in columns: the widest columns of a table are cut to fit it; None cuts nothing.
    """
    if form == "json":
        return json.dumps(rows.dicts(), ensure_ascii=False, indent=1)
    if form == "csv":
        return _csv(rows)
    return _table(rows, width)


def text_width(text: str) -> int:
    """How many terminal columns `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(c) for c in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cell(value: Any) -> str:
    """A value as a table shows it, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1e4 else f"{value:.0f}"
    if isinstance(value, (list, tuple)):
        return "、".join(cell(item) for item in value)
    if isinstance(value, dict):
        props = value.get("properties", value)
        return str(props.get("name") or json.dumps(value, ensure_ascii=False))
    return " ".join(str(value).split())


def _table(rows: Rows, width: int | None) -> str:
    if not rows.columns:
        return "(no columns)"
    cells = [[cell(value) for value in row] for row in rows.rows]
    widths = [
        max([text_width(column), *(text_width(row[i]) for row in cells)]) for i, column in enumerate(rows.columns)
    ]
    if width is not None:
        _fit(widths, width - 2 * (len(widths) - 1))
    numeric = [
        all(
            isinstance(row[i], (int, float)) and not isinstance(row[i], bool) for row in rows.rows if row[i] is not None
        )
        for i in range(len(rows.columns))
    ]
    lines = [_line(rows.columns, widths, numeric), _line(["─" * w for w in widths], widths, numeric)]
    lines += [_line(row, widths, numeric) for row in cells]
    if not cells:
        lines.append("(no rows)")
    return "\n".join(lines)


def _fit(widths: list[int], room: int) -> None:
    """Cut the widest columns until all fit into `room`."""
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda i: widths[i])
        if widths[widest] <= _NARROWEST:
            return
        widths[widest] = max(_NARROWEST, widths[widest] - (sum(widths) - room), _second(widths, widest))


def _second(widths: list[int], widest: int) -> int:
    """The next widest column's width, less one, so that each round makes the widest narrower."""
    others = [w for i, w in enumerate(widths) if i != widest]
    return min(max(others, default=0), widths[widest] - 1)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = []
    for text, width, right in zip(cells, widths, numeric, strict=True):
        cut = _cut(text, width)
        pad = " " * (width - text_width(cut))
        parts.append(pad + cut if right else cut + pad)
    return "  ".join(parts).rstrip()


def _cut(text: str, width: int) -> str:
    if text_width(text) <= width:
        return text
    used, out = 0, []
    for char in text:
        used += _char_width(char)
        if used > width - 1:
            break
        out.append(char)
    return "".join(out) + "…"


def _csv(rows: Rows) -> str:
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(rows.columns)
    for row in rows.rows:
        writer.writerow([json.dumps(v, ensure_ascii=False) if isinstance(v, (list, tuple, dict)) else v for v in row])
    return sink.getvalue().rstrip("\n")
