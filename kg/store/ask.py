"""Asking a named query: its arguments as the user wrote them → parameters → rows."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import UsageError
from kg.store.base import Rows, Store
from kg.store.files import NAMED_KINDS, CypherFile, Parameter, named_queries
from kg.store.lookup import resolve

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$")
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's rows, and what each name was taken for (九江 → 九江市 (360400))."""

    query: CypherFile
    rows: Rows
    notes: tuple[str, ...] = ()


def ask(
    store: Store,
    name: str,
    arguments: Mapping[str, Any] | None = None,
    *,
    timeout: float | None = None,
    row_limit: int | None = None,
) -> Answer:
    """Run the query `name` over `store`; `arguments` may be text, or values of the parameter's kind.

    Raises `UsageError` for an unknown query, parameter or name, with the nearest ones.
    """
    query = find_query(name)
    given = dict(arguments or {})
    known = [p.name for p in query.parameters]
    for key in given:
        if key not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise UsageError(f"query {query.name} has no parameter {key!r}{nearest(key, known)}; {takes}")
    parameters: dict[str, Any] = {}
    notes: list[str] = []
    for parameter in query.parameters:
        value = given.get(parameter.name)
        if value is None:
            if parameter.required:
                example = f" ({parameter.text})" if parameter.text else ""
                raise UsageError(f"query {query.name} needs {parameter.name}=…{example}")
            value = parameter.default
        parameters[parameter.name] = None if value is None else _value(store, parameter, value, notes)
    rows = store.run(query.statement, parameters, timeout=timeout, row_limit=row_limit)
    return Answer(query, rows, tuple(notes))


def find_query(name: str) -> CypherFile:
    """The query called `name`; `UsageError` with the nearest names where there is none."""
    queries = named_queries()
    key = name.removesuffix(".cypher").replace("_", "-")
    if key not in queries:
        raise UsageError(f"no query named {name!r}{nearest(key, queries)}; kg query --list shows them all")
    return queries[key]


def parse_pairs(pairs: Sequence[str]) -> dict[str, str]:
    """``key=value`` words as a dict; `UsageError` where one has no ``=`` or a key stands twice."""
    out: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key:
            raise UsageError(f"{pair!r} is not key=value")
        if key in out:
            raise UsageError(f"parameter {key!r} is given twice")
        out[key] = value
    return out


def free_parameters(given: Mapping[str, str]) -> dict[str, Any]:
    """Parameters of a free statement: ``key=value`` is text, ``key:=value`` JSON (3, 2.5, true, null, ["a"])."""
    out: dict[str, Any] = {}
    for key, text in given.items():
        if not key.endswith(":"):
            out[key] = text
            continue
        try:
            out[key[:-1]] = json.loads(text)
        except ValueError:
            raise UsageError(f"{key}={text}: not JSON") from None
    return out


def nearest(word: str, known: Iterable[str]) -> str:
    """``"; did you mean a, b?"``, or nothing."""
    close = difflib.get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"; did you mean {', '.join(close)}?" if close else ""


def _value(store: Store, parameter: Parameter, value: Any, notes: list[str]) -> Any:
    kind = parameter.kind
    if kind in NAMED_KINDS:
        found = resolve(store, kind, str(value))
        if found.rank > 1:
            notes.append(f"{value} → {found}")
        return found.id
    if kind == "strings":
        return [part.strip() for part in re.split(r"[,，、]", value)] if isinstance(value, str) else list(value)
    if kind == "date":
        return _date(parameter, str(value))
    if kind in ("int", "float"):
        try:
            number = int(value) if kind == "int" else float(value)
        except (TypeError, ValueError):
            wanted = "a whole number" if kind == "int" else "a number"
            raise UsageError(f"{parameter.name}={value}: must be {wanted}") from None
        if not 0 <= number <= _LARGEST:
            raise UsageError(f"{parameter.name}={value}: must be between 0 and {_LARGEST}")
        return number
    return str(value)


def _date(parameter: Parameter, text: str) -> str:
    """ISO form of a day, month or year, however it is written."""
    match = _DATE.match(text.strip())
    if match is None:
        raise UsageError(f"{parameter.name}={text}: must be a date, e.g. 2021-11-08, 2021-11 or 2021")
    year, month, day = match.groups()
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        raise UsageError(f"{parameter.name}={text}: no such date")
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
