"""What queries there are, and what a load changes, as text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kg.store.ask import find_query
from kg.store.base import Rows
from kg.store.files import CypherFile, Parameter, named_queries
from kg.store.neo4j_changes import TableChange
from kg.store.table import render


def listing(name: str | None, form: str = "table") -> str:
    """Every query, those of the group `name`, or all about the query `name`; `UsageError` where there is neither."""
    if name is None or name in {query.group for query in named_queries().values()}:
        return overview(form, name)
    return describe(find_query(name), form)


def overview(form: str = "table", group: str | None = None) -> str:
    """The queries, of one group or all, with their parameters and titles; as a table, JSON or CSV."""
    queries = [query for query in named_queries().values() if group in (None, query.group)]
    if form == "json":
        return json.dumps([_plain(query) for query in queries], ensure_ascii=False, indent=1)
    rows = tuple((q.group, q.name, _call(q), q.title, q.title_zh) for q in queries)
    return render(Rows(("group", "query", "parameters", "title", "title_zh"), rows), form)


def describe(query: CypherFile, form: str = "table") -> str:
    """One query: title, parameters, columns, statement."""
    if form == "json":
        return json.dumps(_plain(query), ensure_ascii=False, indent=1)
    lines = [f"{query.name} ({query.group})", query.title, query.title_zh, ""]
    for p in query.parameters:
        default = "" if p.required else f" (default {p.default if p.default is not None else 'none'})"
        lines.append(f"  {p.name}: {p.kind}{', ' + p.text if p.text else ''}{default}")
    lines += [f"  gives: {', '.join(query.columns)}", "", query.statement]
    return "\n".join(lines)


def changes_table(changes: Sequence[TableChange]) -> str:
    """A table of what a load changes, without tables that are empty on both sides."""
    rows = [(c.kind, c.name, c.new, c.changed, c.same, c.vanished) for c in changes]
    total = tuple(sum(row[i] for row in rows) for i in range(2, 6))  # type: ignore[misc]
    shown = tuple(row for row in rows if any(row[2:]))
    return render(Rows(("", "name", "new", "changed", "same", "removed"), (*shown, ("", "all", *total))), "table")


def _call(query: CypherFile) -> str:
    return " ".join(_short(p) for p in query.parameters)


def _short(parameter: Parameter) -> str:
    text = f"{parameter.name}={'…' if parameter.required else parameter.default or ''}"
    return text if parameter.required else f"[{text}]"


def _plain(query: CypherFile) -> dict[str, Any]:
    return {
        "name": query.name,
        "group": query.group,
        "title": query.title,
        "title_zh": query.title_zh,
        "parameters": [
            {"name": p.name, "kind": p.kind, "text": p.text, "required": p.required, "default": p.default}
            for p in query.parameters
        ],
        "returns": list(query.columns),
    }
