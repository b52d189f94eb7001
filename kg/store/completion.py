"""Words for the shell: queries, their parameters, and the names that a graph knows. Whatever fails gives no words."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError
from kg.store.embedded import open_embedded
from kg.store.files import NAMED_KINDS, named_queries
from kg.store.lookup import complete


def query_words(text: str) -> list[str]:
    """Names of queries that begin with `text`."""
    return [name for name in named_queries() if name.startswith(text)]


def argument_words(query: str, text: str, graph: Path | None) -> list[str]:
    """``region=`` for a parameter begun, ``region=九江市`` for a value begun, taken from the graph in `graph`."""
    known = named_queries().get(query)
    if known is None:
        return []
    name, sign, value = text.partition("=")
    if not sign:
        return [f"{p.name}=" for p in known.parameters if p.name.startswith(text)]
    kinds = [p.kind for p in known.parameters if p.name == name and p.kind in NAMED_KINDS]
    if not kinds:
        return []
    try:
        with open_embedded(graph or Path("my-graph")) as store:
            return [f"{name}={found}" for found in complete(store, kinds[0], value)]
    except KgError:
        return []
