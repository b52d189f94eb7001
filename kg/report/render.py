"""A report as bytes of a format."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from kg.errors import UsageError
from kg.report.model import Cites, Report

Format: TypeAlias = Literal["html", "md", "docx"]
FORMATS: tuple[Format, ...] = ("html", "md", "docx")


def render(report: Report, form: str) -> bytes:
    """`report` as ``html``, ``md`` (both UTF-8) or ``docx``. Raises `UsageError` for another format."""
    if form == "html":
        from kg.report.html import html

        return html(report).encode("utf-8")
    if form == "md":
        from kg.report.markdown import markdown

        return markdown(report).encode("utf-8")
    if form == "docx":
        from kg.report.docx import docx

        return docx(report)
    raise UsageError(f"no format {form!r}; there are {', '.join(FORMATS)}")


def written_form(form: str | None, output: Path | None) -> str:
    """The format asked for, or that of the file's ending (.html, .htm, .md, .docx); HTML where neither says.

    Raises `UsageError` where both say and differ, or the ending is that of no format.
    """
    ending = output.suffix.lower().lstrip(".") if output else ""
    meant = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if form is None:
        if meant and meant not in FORMATS:
            raise UsageError(f"{output}: no report format ends in .{ending}; --format is one of {', '.join(FORMATS)}")
        return meant or "html"
    if meant in FORMATS and meant != form:
        raise UsageError(f"{output} ends in .{ending}, but the format asked for is {form}")
    return form


def ranges(cites: Cites) -> list[tuple[int, int]]:
    """Numbers as runs: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in cites.numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
