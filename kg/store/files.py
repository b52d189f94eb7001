"""Cypher files: one statement a file, under a header that says what it answers, takes and gives.

::

    // title: Regions that cooperate most with one region
    // title_zh: 与某地区合作最多的地区
    // param region: region, name or code, e.g. 九江市
    // param limit: int, rows (default 20)
    // returns: partner, mode, articles
    MATCH …

The first word of a parameter's text is its kind (`KINDS`); without one it is text. ``(default none)`` stands for null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path

from kg.errors import KgError
from kg.resources import cypher_dir

#: Kinds that are looked up in the graph by name: the statement is given the id of what was found.
NAMED_KINDS = ("region", "official", "organization", "meeting", "initiative", "article", "node")
KINDS = ("text", "int", "float", "date", "strings", *NAMED_KINDS)

_HEADER = re.compile(r"//\s*(?P<key>title|title_zh|returns|param\s+\w+)\s*:\s*(?P<text>.*?)\s*$")
_DEFAULT = re.compile(r"\s*\(default (?P<value>[^()]*)\)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; `default` is its text form, or None for null, and counts unless `required`."""

    name: str
    kind: str
    text: str
    required: bool
    default: str | None = None


@dataclass(frozen=True, slots=True)
class CypherFile:
    """One statement and its header."""

    name: str
    group: str
    title: str
    title_zh: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    statement: str
    path: Path = field(compare=False)


@cache
def named_queries() -> dict[str, CypherFile]:
    """All queries of ``cypher/queries/`` by name, in the order of their groups and names."""
    root = cypher_dir() / "queries"
    found = [read_cypher(path, group=path.parent.name) for path in sorted(root.glob("*/*.cypher"))]
    return {query.name: query for query in found}


@cache
def statement(path: str) -> str:
    """The statement of ``cypher/<path>.cypher``, without its header."""
    return read_cypher(cypher_dir() / f"{path}.cypher").statement


def statements(folder: str) -> list[CypherFile]:
    """All files of ``cypher/<folder>``, by name."""
    return [read_cypher(path) for path in sorted((cypher_dir() / folder).glob("*.cypher"))]


def read_cypher(path: Path, group: str = "") -> CypherFile:
    """Read one file; raise `KgError` naming it where header or statement is not in the form above."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise KgError(f"{path}: cannot read ({error.strerror})") from None
    head: dict[str, str] = {}
    parameters: list[Parameter] = []
    header = list(takewhile(lambda line: line.startswith("//"), lines))
    for number, line in enumerate(header, start=1):
        match = _HEADER.match(line)
        if match is None:
            raise KgError(f"{path}:{number}: not a header line: {line}")
        key, text = match["key"], match["text"]
        if key.startswith("param"):
            parameters.append(_parameter(key.split()[1], text))
        else:
            head[key] = text
    statement = "\n".join(lines[len(header) :]).strip().removesuffix(";")
    if "title" not in head or not statement:
        raise KgError(f"{path}: title or statement is missing")
    return CypherFile(
        name=path.stem,
        group=group,
        title=head["title"],
        title_zh=head.get("title_zh", ""),
        parameters=tuple(parameters),
        columns=tuple(c.strip() for c in head.get("returns", "").split(",") if c.strip()),
        statement=statement,
        path=path,
    )


def _parameter(name: str, text: str) -> Parameter:
    default = _DEFAULT.search(text)
    shown = text[: default.start()] if default else text
    kind, comma, rest = shown.partition(",")
    if kind.strip() in KINDS:
        shown = rest.strip() if comma else ""
        kind = kind.strip()
    else:
        kind = "text"
    value = default["value"].strip() if default else None
    return Parameter(name, kind, shown, required=default is None, default=None if value == "none" else value)
