"""Traditional → simplified characters, for pages of Hong Kong and Taiwan and for simplified ones that a machine
converted. Every character becomes one character, so offsets stay.

Most traditional characters are never right in simplified text and are converted wherever they stand. A few (乾, 著,
於, 昇 …) are right in both, as names above all: they are converted only on a line that is traditional otherwise.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from kg.clean.data import csv_table, text_table
from kg.clean.work import Work


class _Tables:
    def __init__(self) -> None:
        rows = csv_table("traditional.csv")
        self.always = {row["char"]: row["simplified"] for row in rows if row["where"] == "always"}
        self.depends = {row["char"]: row["simplified"] for row in rows if row["where"] == "traditional"}
        self.any_always = re.compile(f"[{''.join(self.always)}]")
        # Phrases by the letters that make them one: looked up only where such a character stands.
        self.phrases = {row["phrase"]: row["simplified"] for row in csv_table("traditional_phrases.csv")}
        pivots = set(self.depends) | {
            char
            for phrase, simple in self.phrases.items()
            for char, result in zip(phrase, simple, strict=True)
            if self.always.get(char, char) != result
        }
        self.pivots = re.compile(f"[{''.join(sorted(pivots))}]")
        #: For a character of phrases how long they are and where it stands in them: the longest first, of those as
        #: long the one that begins first.
        shapes: dict[str, set[tuple[int, int]]] = {}
        for phrase in self.phrases:
            for at, char in enumerate(phrase):
                shapes.setdefault(char, set()).add((len(phrase), at))
        self.shapes = {char: sorted(found, key=lambda shape: (-shape[0], -shape[1])) for char, found in shapes.items()}
        # Simplified forms that traditional text uses too (里, 后, 干, 面 …) say nothing about the page.
        shared = set(text_table("shared_forms.txt"))
        self._simplified_only = set(self.always.values()) - set(self.always) - shared

    @cached_property
    def simplified_only(self) -> re.Pattern[str]:
        """Finds what stands in simplified text alone."""
        return re.compile(f"[{''.join(sorted(self._simplified_only))}]")


@cache
def _tables() -> _Tables:
    return _Tables()


def warm() -> None:
    """Load the tables."""
    _tables()


def simplify(work: Work) -> None:
    """Convert what is traditional on the page."""
    tables = _tables()
    text = work.text
    if not tables.any_always.search(text):
        return
    # Phrases and doubtful characters first: they look at their neighbours as the page wrote them.
    chosen = _by_context(text, tables) if tables.pivots.search(text) else {}
    changed = sum(char != text[at] and char not in tables.always for at, char in chosen.items())
    if chosen:
        out = list(text)
        for at, char in chosen.items():
            out[at] = char
        text = "".join(out)
    converted, others = tables.any_always.subn(lambda found: tables.always[found.group()], text)
    work.note("traditional", changed + others)
    work.translate(converted)


def _by_context(text: str, tables: _Tables) -> dict[int, str]:
    """What stands for a character that depends on its neighbours, by its place in `text`."""
    chosen: dict[int, str] = {}
    start = 0
    page_is_traditional = _is_traditional(text, tables)
    for line in text.splitlines(keepends=True):
        found = [match.start() for match in tables.pivots.finditer(line)]
        if found and _is_traditional(line, tables, page_is_traditional):
            for at in found:
                chosen[start + at] = _convert(line, at, tables)
        start += len(line)
    return chosen


def _convert(line: str, at: int, tables: _Tables) -> str:
    char = line[at]
    for size, before in tables.shapes.get(char, ()):
        begin = at - before
        if begin >= 0 and (simple := tables.phrases.get(line[begin : begin + size])) is not None:
            return simple[before]
    return tables.depends.get(char, char)


def _is_traditional(text: str, tables: _Tables, otherwise: bool = False) -> bool:
    traditional = len(tables.any_always.findall(text))
    simplified = len(tables.simplified_only.findall(text))
    if traditional + simplified < 5:
        return otherwise if traditional <= simplified else True
    return traditional > simplified


def simplified(text: str) -> str:
    """`text` with every character that has one in its simplified form, whatever the context."""
    return text.translate(_everything())


@cache
def _everything() -> dict[int, str]:
    tables = _tables()
    return {ord(char): simple for char, simple in (tables.always | tables.depends).items()}


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = {}
    for code, simple in _everything().items():
        forms.setdefault(simple, []).append(chr(code))
    return {simple: tuple(chars) for simple, chars in forms.items()}


def traditional_forms(char: str) -> tuple[str, ...]:
    """The traditional characters that `char` may stand for."""
    return _forms().get(char, ())
