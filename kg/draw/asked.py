"""The nodes that a named query is about and those its rows name: what `kg draw --query` shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.draw.subgraph import named_in_rows
from kg.errors import UsageError
from kg.model import GraphTables
from kg.store.ask import ask, find_query
from kg.store.base import Store
from kg.store.files import NAMED_KINDS, CypherFile
from kg.store.lookup import resolve


@dataclass(frozen=True, slots=True)
class Asked:
    """`ids` of all nodes to show, `centres` those that the question names, a `title`, and notes for the user."""

    ids: frozenset[str]
    centres: tuple[str, ...]
    title: str
    notes: tuple[str, ...]


def asked(store: Store, tables: GraphTables, name: str, arguments: Mapping[str, str]) -> Asked:
    """Run the query `name` with `arguments` and find the nodes of its answer in `tables`.

    Raises `UsageError` for an unknown query or name, and where the rows name no node of the graph.
    """
    query = find_query(name)
    answer = ask(store, name, arguments)
    centres = centres_of(store, query, arguments)
    known = {node.id for node in tables.nodes}
    found = named_in_rows(tables, answer.rows.dicts())
    if not found:
        raise UsageError(f"the answer of {query.name} names no node that could be drawn; kg query shows its rows")
    title = " ".join([query.name, *(f"{key}={value}" for key, value in arguments.items())])
    return Asked(found | (known & set(centres)), tuple(key for key in centres if key in known), title, answer.notes)


def centres_of(store: Store, query: CypherFile, arguments: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the nodes that the arguments of a query name. Raises `UsageError` for a name that fits none or several."""
    given = [(p.kind, arguments[p.name]) for p in query.parameters if p.name in arguments]
    return tuple(resolve(store, kind, value).id for kind, value in given if kind in NAMED_KINDS)
