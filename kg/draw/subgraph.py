"""Which part of a graph to draw: the surroundings of a node, or the nodes a query's rows name."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from kg.errors import UsageError
from kg.model import NODE_PROPERTIES, GraphTables, Node

_SHOWN_CANDIDATES = 8
_PREFIXES = frozenset(label.lower() for label in NODE_PROPERTIES)


def find(tables: GraphTables, name: str, former: Mapping[str, str] = MappingProxyType({})) -> Node:
    """The one node that `name` (id, division code, name or alias) means; `former` maps former ids to those of today.

    Raises `UsageError` where nothing bears that name (near names are suggested) or several nodes do (each is
    listed with its id, which then settles it): whom a page is about is never guessed.
    """
    wanted = name.strip()
    by_id = [node for node in tables.nodes if node.id == wanted]
    if wanted in former and not by_id:
        by_id = [node for node in tables.nodes if node.id == former[wanted]]
    if by_id:
        return by_id[0]
    found = [node for node in tables.nodes if wanted and node.props.get("code") == wanted]
    found = found or [node for node in tables.nodes if node.name == wanted and node.label != "Article"]
    found = found or [node for node in tables.nodes if wanted in aliases(node)]
    found = found or [node for node in tables.nodes if node.name == wanted]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(_not_found(tables, wanted))
    lines = [f"  {node.id}  {node.label}  {node.name}{_hint(tables, node)}" for node in found[:_SHOWN_CANDIDATES]]
    if len(found) > _SHOWN_CANDIDATES:
        lines.append(f"  … and {len(found) - _SHOWN_CANDIDATES} more")
    raise UsageError(f"{len(found)} nodes are called {wanted}; name one by its id:\n" + "\n".join(lines))


def aliases(node: Node) -> tuple[str, ...]:
    """The other names of a node; empty where it has none."""
    value = node.props.get("aliases")
    return tuple(str(item) for item in value) if isinstance(value, (tuple, list)) else ()


def neighbourhood(
    tables: GraphTables, centres: Collection[str], depth: int, *, articles: bool = False
) -> frozenset[str]:
    """Ids of everything within `depth` steps of the nodes with ids `centres`, these included.

    Articles are left out unless `articles` is set or one of them is a centre: they touch everything, and every
    edge names its articles anyway. From a part the walk goes up to the whole (县 → 市), but down from a whole only
    where it is a centre itself; else one county would bring all its province.
    """
    labels = {node.id: node.label for node in tables.nodes}
    articles = articles or any(labels.get(centre) == "Article" for centre in centres)
    usable = [edge for edge in tables.edges if articles or edge.type != "MENTIONS"]
    steps: dict[str, list[str]] = defaultdict(list)
    down: dict[str, list[str]] = defaultdict(list)
    for edge in usable:
        steps[edge.source].append(edge.target)
        (down if edge.type == "PART_OF" else steps)[edge.target].append(edge.source)
    kept = {centre for centre in centres if centre in labels}
    front = sorted(kept)
    for step in range(depth):
        reached = {other for node in front for other in steps[node]}
        if step == 0:
            reached |= {other for node in front for other in down[node]}
        front = sorted(reached - kept)
        kept |= reached
    return frozenset(kept)


def everything(tables: GraphTables, *, articles: bool = False) -> frozenset[str]:
    """Ids of the nodes a page shows when asked for the whole graph: all but articles, unless `articles`."""
    return frozenset(node.id for node in tables.nodes if articles or node.label != "Article")


def named_in_rows(tables: GraphTables, rows: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Ids of all nodes that the cells of a query's rows name, by id or by name; lists in cells are looked into.

    Where several nodes share a name and the row has no id beside it, all of them are taken.
    """
    by_name: dict[str, set[str]] = defaultdict(set)
    for node in tables.nodes:
        by_name[node.id].add(node.id)
        if node.label != "Article":
            by_name[node.name].add(node.id)
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, str):
            found.update(by_name.get(value, ()))
        elif isinstance(value, Mapping):
            for inner in value.values():
                look(inner)
        elif isinstance(value, (list, tuple, set)):
            for inner in value:
                look(inner)

    for row in rows:
        for key, value in row.items():
            # Where a column of ids stands beside one of names (region, region_id), the id says which one is meant.
            if f"{key}_id" not in row:
                look(value)
    return frozenset(found)


def ids_in_rows(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The cells of a query's rows that look like ids of nodes (official:…, region:…), in order, each once."""
    found: dict[str, None] = {}

    def look(value: Any) -> None:
        if isinstance(value, str):
            prefix, colon, rest = value.partition(":")
            if colon and rest and prefix in _PREFIXES:
                found[value] = None
        elif isinstance(value, Mapping):
            for inner in value.values():
                look(inner)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                look(inner)

    for row in rows:
        look(dict(row))
    return tuple(found)


def _not_found(tables: GraphTables, wanted: str) -> str:
    names = sorted({node.name for node in tables.nodes if node.label != "Article"})
    holding = [name for name in names if wanted and wanted in name]
    near = holding[:5] or difflib.get_close_matches(wanted, names, n=5, cutoff=0.5)
    return f"no node is called {wanted}" + (f"; near names: {'、'.join(near)}" if near else "")


def _hint(tables: GraphTables, node: Node) -> str:
    """What tells a node from its namesakes: posts of a person, parent of a region, date of a meeting."""
    if node.label == "Official":
        orgs = {other.id: other.name for other in tables.nodes if other.label == "Organization"}
        posts = [
            orgs.get(edge.target, "") + str(edge.props.get("title") or "")
            for edge in tables.edges
            if edge.type == "HOLDS" and edge.source == node.id
        ]
        return f"  ({'、'.join(posts[:3])})" if posts else ""
    hints = [str(node.props[key]) for key in ("parent", "region", "date", "kind") if node.props.get(key)]
    return f"  ({'、'.join(hints[:2])})" if hints else ""
