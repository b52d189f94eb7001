"""Whether there is a government event on the page at all."""

from __future__ import annotations

from kg.clean.article import Domain
from kg.clean.lines import Page


def judge(text: str, title: str | None, page: Page) -> tuple[Domain, str | None]:
    """ "in", or "out" with the reason."""
    if not text.strip():
        return "out", "no text"
    return "in", None
