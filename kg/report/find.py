"""Whom a report is about: the lookups of `kg query`, answered from tables in memory.

`kg.store.lookup.resolve` ranks names, lists candidates and suggests near names by asking a store four fixed
statements. Here a store of just these is made from the tables, so that a report needs no Cypher store to be built
and yet takes every name exactly as a query does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from kg.errors import KgError, UsageError
from kg.model import GraphTables, Label, Node
from kg.store.base import Rows
from kg.store.files import statement
from kg.store.lookup import find, resolve

_LABELS: tuple[Label, ...] = ("Region", "Official", "Organization", "Meeting", "Initiative")
_COLUMNS = ("id", "name", "aliases", "code", "level", "hint")
_MOST = 500
_NO_FORMER: Mapping[str, str] = MappingProxyType({})
_SHOWN = 12


class Lookup:
    """Answers the statements of ``cypher/lookup`` and no others."""

    name = "tables"

    def __init__(self, tables: GraphTables, former: Mapping[str, str] = _NO_FORMER) -> None:
        self._former = former
        self.nodes: dict[str, list[Node]] = {label: [] for label in _LABELS}
        for node in tables.nodes:
            if node.label in self.nodes:
                self.nodes[node.label].append(node)
        self.by_id = {node.id: node for node in tables.nodes}
        self.labels = {statement(f"lookup/{label.lower()}"): label for label in _LABELS}
        self.alike = statement("lookup/alike")
        self.posts: dict[str, str] = {}
        self._tables = tables
        for edge in sorted((e for e in tables.edges if e.type == "HOLDS"), key=lambda e: (-e.weight, e.id)):
            if edge.source not in self.posts:
                self.posts[edge.source] = f"{self.by_id[edge.target].name} {edge.props.get('title') or ''}"

    def run(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        row_limit: int | None = None,
    ) -> Rows:
        """The rows of one lookup. Raises `KgError` for any other statement."""
        given = parameters or {}
        if statement == self.alike:
            return self._alike(given["label"], given["pieces"], given["length"])
        if statement not in self.labels:
            raise KgError("only lookups of names can be asked here")
        text = given["text"]
        found = [
            node
            for node in self.nodes[self.labels[statement]]
            if text in node.name or text in (node.id, node.props.get("code")) or text in (self._aliases(node))
        ]
        found.sort(key=lambda n: (len(n.name), n.id))
        return Rows(_COLUMNS, tuple(self._row(node) for node in found[:_MOST]))

    def current_id(self, former: str) -> str | None:
        """See `kg.store.former.KnowsFormerIds`."""
        return self._former.get(former)

    def close(self) -> None:
        """Nothing is held."""

    def __enter__(self) -> Lookup:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _row(self, node: Node) -> tuple[Any, ...]:
        props = node.props
        return (node.id, node.name, list(self._aliases(node)), props.get("code"), props.get("level"), self._hint(node))

    def _hint(self, node: Node) -> str:
        props = node.props
        if node.label == "Official":
            return self.posts.get(node.id, "")
        if node.label == "Region":
            parent = str(props.get("parent") or "")
            above = self.by_id.get(parent)
            return ", ".join(part for part in (str(props.get("level") or ""), above.name if above else parent) if part)
        return str(props.get("date") or props.get("kind") or props.get("region") or "")

    @staticmethod
    def _aliases(node: Node) -> tuple[str, ...]:
        value = node.props.get("aliases")
        return tuple(str(item) for item in value) if isinstance(value, (tuple, list)) else ()

    def articles(self, ids: set[str]) -> Counter[str]:
        """How many articles name each of these nodes."""
        return Counter(edge.target for edge in self._tables.edges if edge.type == "MENTIONS" and edge.target in ids)

    def _alike(self, label: str, pieces: list[str], length: int) -> Rows:
        shared = {
            node.name: sum(piece in node.name for piece in pieces)
            for node in self.nodes[label]
            if abs(len(node.name) - length) < 4
        }
        rows = sorted(((name, count) for name, count in shared.items() if count), key=lambda r: (-r[1], r[0]))
        return Rows(("name", "shared"), tuple(rows[:200]))


def find_node(lookup: Lookup, kind: str, text: str, tell: Callable[[str], None] | None = None) -> Node:
    """The one node of `kind` (region, official, initiative) that `text` names.

    A text is an id, a former id, a code, a name, an alias or a short name.

    `tell` is given what a text was taken for that is neither id nor full name. Raises `UsageError` where none fits
    (near names are given) or several do (each with its id, those in most articles first).
    """
    try:
        found = resolve(lookup, kind, text)
    except UsageError as error:
        raise _several(lookup, kind, text) or error from None
    if found.rank > 1 and tell is not None:
        tell(f"{text} → {found}")
    return lookup.by_id[found.id]


def _several(lookup: Lookup, kind: str, text: str) -> UsageError | None:
    """What to say where several nodes bear the name; the likeliest to be meant come first. None where none does."""
    found = find(lookup, kind, text.strip())
    best = [f for f in found if f.rank == found[0].rank]
    if len(best) < 2:
        return None
    articles = lookup.articles({f.id for f in best})
    best.sort(key=lambda f: (-articles[f.id], f.name, f.id))
    lines = [f"  {f.id}  {f.name}{f', {f.hint}' if f.hint else ''}, articles: {articles[f.id]}" for f in best[:_SHOWN]]
    if len(best) > _SHOWN:
        lines.append(f"  … and {len(best) - _SHOWN} more")
    return UsageError(f"{text!r} may be one of {len(best)}; give the id:\n" + "\n".join(lines))
