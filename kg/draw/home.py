"""Which region each node belongs to: what the overview folds together and what the filter by province goes by."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.model import GraphTables

#: What settles the region of an edge's start or end from its other side, the stronger statement first.
_SETTLING: tuple[dict[str, str], ...] = (
    {"HOLDS": "start", "HELD_IN": "start"},
    {"COVERS": "start", "TOOK_PART_IN": "end"},
    {"CHAIRED": "end", "SPOKE_AT": "start", "ATTENDED": "start", "CONCERNS": "end"},
    {"CHAIRED": "start", "SPOKE_AT": "end", "ATTENDED": "end"},
)


def homes(tables: GraphTables) -> dict[str, str]:
    """Node id -> id of the Region it belongs to; nodes whose region is not stated are absent.

    A region belongs to itself, an organization to the region it is part of, an official to the region of the
    organizations where posts are held (the one most articles name), a meeting to where it was held, else to the
    region that took part or of those who were there, an initiative to the region it covers, by number of articles.
    """
    regions = {node.id for node in tables.nodes if node.label == "Region"}
    by_name: dict[str, list[str]] = defaultdict(list)
    for node in tables.nodes:
        if node.label == "Region":
            by_name[node.name].append(node.id)
    home = {key: key for key in regions}
    for node in tables.nodes:
        named = by_name.get(str(node.props.get("region") or ""), [])
        if node.label == "Organization" and len(named) == 1:
            home[node.id] = named[0]
    for edge in tables.edges:
        if edge.type == "PART_OF" and edge.target in regions and edge.source not in regions:
            home[edge.source] = edge.target
    for kinds in _SETTLING:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for edge in tables.edges:
            if edge.type not in kinds:
                continue
            one, other = (edge.target, edge.source) if kinds[edge.type] == "end" else (edge.source, edge.target)
            if one not in home and other in home:
                votes[one][home[other]] += edge.weight
        for key, count in votes.items():
            home[key] = min(count.items(), key=lambda item: (-item[1], item[0]))[0]
    return home


def parents(tables: GraphTables) -> dict[str, str]:
    """Region id -> id of the region it lies in, by PART_OF; circles, which bad data could hold, are cut."""
    regions = {node.id for node in tables.nodes if node.label == "Region"}
    above: dict[str, str] = {}
    for edge in tables.edges:
        if edge.type == "PART_OF" and edge.source in regions and edge.target in regions and edge.source not in above:
            above[edge.source] = edge.target
    for key in sorted(above):
        seen = {key}
        step = key
        while step in above:
            if above[step] in seen:
                del above[step]
                break
            step = above[step]
            seen.add(step)
    return above
