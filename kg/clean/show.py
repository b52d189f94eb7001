"""A cleaned page for people: its text, or what was changed in it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clean.article import CleanArticle

_LONGEST = 60


def changes(article: CleanArticle) -> Iterator[str]:
    """One line a change: where in the raw page (characters), what stood there, what stands there now."""
    for raw, before, after in article.changes():
        yield f"  {raw.char_start}-{raw.char_end}: {_short(before)} → {_short(after)}"
    for start, end, kind in article.damage.marked:
        span = article.offsets.raw(start, end)
        yield f"  {span.char_start}-{span.char_end}: {_short(article.text[start:end])} left as it was ({kind})"


def summary(article: CleanArticle) -> str:
    """What was found, in one line."""
    parts = [
        f"{kind} {finding.count}" + (f" ({finding.confidence:.2f})" if finding.confidence < 0.995 else "")
        for kind, finding in article.damage.found.items()
    ]
    if article.damage.domain == "out":
        parts.append(f"out of domain: {article.damage.reason}")
    return ", ".join(parts) or "nothing found"


def _short(text: str) -> str:
    shown = text.replace("\n", "⏎")
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST // 2]}…{shown[-_LONGEST // 2 + 1 :]} ({len(text)} characters)"
    return f"“{shown}”"
