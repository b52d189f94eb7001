"""What cannot all be true: two holders of one seat at once, a person in two places on one day, dates before foundation.

A conflict is reported, not settled: behind it stands a wrong date, a wrong post, two people taken for one, or real
life.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Edge, GraphTables, Node
from kg.resolve import dates
from kg.resolve.ranks import step_and_seat
from kg.resolve.regions import RegionKeys


@dataclass(frozen=True, slots=True)
class Conflict:
    """`nodes` and `edges` are the ids concerned; `text` says it in one line, with names and dates."""

    kind: str
    text: str
    nodes: tuple[str, ...]
    edges: tuple[str, ...]


def conflicts(tables: GraphTables, keys: RegionKeys | None = None) -> tuple[Conflict, ...]:
    """The conflicts in a graph, in a stable order."""
    keys = keys or RegionKeys()
    nodes = {node.id: node for node in tables.nodes}
    found = [
        *_seats(tables, nodes),
        *_attendance(tables, nodes, keys),
        *_foundation(tables, nodes, keys),
    ]
    return tuple(sorted(found, key=lambda c: (c.kind, c.text, c.edges)))


def _seats(tables: GraphTables, nodes: dict[str, Node]) -> Iterator[Conflict]:
    """Two people in one seat, both seen in it between the other's first and last day."""
    held: dict[tuple[str, str], dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in tables.edges:
        if edge.type != "HOLDS" or edge.props.get("status") in ("removed", "former"):
            continue
        _, seat = step_and_seat(str(edge.props.get("title") or ""), nodes[edge.target].name)
        if seat is not None and edge.first_seen and edge.last_seen:
            held[edge.target, seat][edge.source].append(edge)
    for (organ, seat), holders in sorted(held.items()):
        spans = sorted(
            (min(e.first_seen or "" for e in edges), max(e.last_seen or "" for e in edges), person, edges)
            for person, edges in holders.items()
        )
        for i, (first, last, person, edges) in enumerate(spans):
            for later_first, later_last, other, more in spans[i + 1 :]:
                if later_first >= last:
                    break
                text = (
                    f"{nodes[organ].name} {seat}: {nodes[person].name} ({first} to {last}) and "
                    f"{nodes[other].name} ({later_first} to {later_last})"
                )
                yield Conflict("two holders", text, (organ, person, other), tuple(e.id for e in (*edges, *more)))


def _attendance(tables: GraphTables, nodes: dict[str, Node], keys: RegionKeys) -> Iterator[Conflict]:
    """One person at meetings in different provinces on one day."""
    where: dict[str, set[str]] = defaultdict(set)
    for edge in tables.edges:
        if edge.type == "HELD_IN":
            where[edge.source].add(edge.target.removeprefix("region:"))
    seen: dict[tuple[str, str], dict[str, Edge]] = defaultdict(dict)
    for edge in tables.edges:
        if edge.type in ("CHAIRED", "SPOKE_AT", "ATTENDED") and where.get(edge.target):
            day = str(nodes[edge.target].props.get("date") or "")
            if dates.day(day) is not None:
                seen[edge.source, day].setdefault(edge.target, edge)
    for (person, day), at in sorted(seen.items()):
        meetings = sorted(at)
        for i, one in enumerate(meetings):
            for other in meetings[i + 1 :]:
                kinds = {keys.kinship(a, b) for a in where[one] for b in where[other]}
                if kinds == {"far"}:
                    names = f"{nodes[one].name} ({_places(where[one], nodes)}) and {nodes[other].name} "
                    text = f"{nodes[person].name}, {day}: {names}({_places(where[other], nodes)})"
                    yield Conflict("two places", text, (person, one, other), (at[one].id, at[other].id))


def _foundation(tables: GraphTables, nodes: dict[str, Node], keys: RegionKeys) -> Iterator[Conflict]:
    """A meeting held in a division, zone or area years before there was one."""
    for edge in tables.edges:
        if edge.type != "HELD_IN":
            continue
        place = keys.place(edge.target.removeprefix("region:"))
        date = dates.iso(str(nodes[edge.source].props.get("date") or ""))
        # renamed divisions are one node: only what has no former name can be too young
        if place is None or place.start is None or date is None or nodes[edge.target].props.get("level") != "zone":
            continue
        if int(date[:4]) < place.start:
            text = f"{nodes[edge.source].name} ({date}) in {place.name}, which was founded in {place.start}"
            yield Conflict("before foundation", text, (edge.source, edge.target), (edge.id,))


def _places(keys: set[str], nodes: dict[str, Node]) -> str:
    return "、".join(sorted(nodes[f"region:{key}"].name for key in keys))
