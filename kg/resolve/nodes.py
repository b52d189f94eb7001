"""Nodes: regions and organizations from what articles call them, meetings and initiatives from their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

from kg.model import Value
from kg.resolve import dates
from kg.resolve.blocks import Blocks
from kg.resolve.ids import assign
from kg.resolve.initiatives import Mention, resolve_family
from kg.resolve.meetings import series_name
from kg.resolve.mentions import RegionSaid, region_keys

#: id, name, properties
NodeRow: TypeAlias = tuple[str, str, dict[str, Value]]


def region_nodes(said: Mapping[str, RegionSaid]) -> list[NodeRow]:
    """The nodes of the regions that articles name, and of those these lie in, by id."""
    keys = region_keys()
    out: list[NodeRow] = []
    for key in sorted(said):
        about = said[key]
        place = keys.place(key)
        name = place.name if place else commonest(about.names) or key.partition("@")[0].partition("?")[0]
        above = keys.parent(key)
        aliases = (set(about.names) | set(place.aliases if place else ())) - {name}
        code = about.code[2] if about.code else None
        props: dict[str, Value] = {
            "aliases": tuple(sorted(aliases)),
            "code": place.code if place else code or (key if key.isdigit() else None),
            "level": place.level if place else (commonest(about.levels) or keys.level(key)),
            "parent": f"region:{above}" if above else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
        }
        out.append((f"region:{key}", name, props))
    return sorted(out, key=lambda row: row[0])


def organization_nodes(rows: Iterable[tuple[Any, ...]], region_name: Mapping[str, str]) -> list[NodeRow]:
    """The nodes of organizations, from (id, region, names counted, kinds counted) of the parts that name them."""
    names: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    regions: dict[str, str | None] = {}
    for id, region, named, sorts in rows:
        regions[id] = region
        for table, counted in ((names, named), (kinds, sorts)):
            known = table.get(id)
            if known is None:
                table[id] = Counter(dict(counted))
            else:
                known.update(dict(counted))
    out: list[NodeRow] = []
    for id in sorted(names):
        best = commonest(names[id]) or ""
        region = regions[id]
        props: dict[str, Value] = {
            "aliases": tuple(sorted(set(names[id]) - {best})),
            "kind": commonest(kinds[id]),
            "region": _name_of(region, region_name) if region else None,
        }
        out.append((id, best, props))
    return out


def _name_of(region: str, known: Mapping[str, str]) -> str | None:
    place = region_keys().place(region)
    return place.name if place else known.get(region)


# -- meetings ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Session:
    """An event that may be one of a series: its core name and regions, and what sessions are ordered and named by."""

    core: str
    anchor: tuple[str, ...]
    event: int
    numbers: tuple[tuple[int, str], ...]
    days: tuple[int, int] | None
    name: str
    home: tuple[str, ...]  # the regions that go into the series' id


@dataclass(slots=True)
class Met:
    """Events of a partition: their nodes, the dates they are seen at, and those that may be sessions."""

    nodes: list[NodeRow] = field(default_factory=list)
    seen: list[tuple[int, str]] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)


def meeting_nodes(rows: Iterable[tuple[Any, ...]], id_of: Callable[[int], str]) -> Met:
    """The nodes of events; `rows` are (event, number of the mention, what the article says of it), in any order."""
    out = Met()
    for event, run in groupby(sorted(rows, key=lambda row: row[:2]), key=lambda row: row[0]):
        members = [row[2] for row in run]
        name = best_name(Counter([m[2] for m in members]))
        date = _best_date([m[5] for m in members if m[5]])
        props: dict[str, Value] = {
            "aliases": tuple(sorted({n for m in members for n in (m[2], *m[3])} - {name})),
            "kind": commonest(Counter([m[4] for m in members])),
            "date": date,
            "date_precision": _precision(date),
            "place": commonest(Counter([m[6] for m in members if m[6]])),
        }
        out.nodes.append((id_of(event), name, props))
        if seen := dates.iso(date):
            out.seen.append((event, seen))
        if (session := _session(event, members)) is not None:
            out.sessions.append(session)
    return out


def _session(event: int, members: Sequence[tuple[Any, ...]]) -> Session | None:
    named = [m for m in members if m[11] or m[12]]
    if not named:
        return None
    best = max(named, key=lambda m: (_dated(m[13]), len(m[14]), len(m[9]), m[2]))
    core, bare = best[9], best[10]
    anchor = (best[14] or best[15]) if bare else frozenset()
    if len(core) < 4 or (bare and not anchor):
        return None
    first = members[0]
    home = tuple(sorted(first[14])) if first[10] else ()
    return Session(core, tuple(sorted(anchor)), event, best[11], best[13], best[2], home)


def _dated(days: tuple[int, int] | None) -> bool:
    return days is not None and days[0] == days[1]


def find_series(sessions: Iterable[Session]) -> list[tuple[str, list[Session]]]:
    """Series (their name, their sessions in order): one core name in the same regions, two sessions or more."""
    shelves: dict[tuple[str, tuple[str, ...]], list[Session]] = {}
    for session in sessions:
        shelves.setdefault((session.core, session.anchor), []).append(session)
    out = []
    for (core, _), held in sorted(shelves.items()):
        if len(held) > 1:
            held.sort(key=lambda s: (s.numbers, s.days or (0, 0), s.event))
            out.append((series_name(min(s.name for s in held)) or core, held))
    return out


def _best_date(known: Sequence[str]) -> str | None:
    """The date most articles give, the more exact first."""
    counts = Counter(known)
    return min(counts, key=lambda d: (d.startswith("--"), -len(d), -counts[d], d), default=None)


def _precision(date: str | None) -> str:
    if date is None:
        return "none"
    return "day" if date.startswith("--") else {10: "day", 7: "month", 4: "year"}.get(len(date), "none")


# -- initiatives ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Planned:
    """Initiatives of a partition: which one each mention is (serial, position, id), nodes, and former ids."""

    ids: list[tuple[int, int, str]] = field(default_factory=list)
    nodes: list[NodeRow] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)


def initiative_nodes(
    rows: Iterable[tuple[int, int, tuple[Any, ...]]],
    same: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    apart: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    blocks: Blocks,
) -> Planned:
    """Resolve families of initiatives; `rows` are (family, article's number, mention as laid down), in any order.

    `same` and `apart` name mentions by serial and position.
    """
    out = Planned()
    for _, run in groupby(sorted(rows, key=lambda row: (row[0], row[1], row[2][1])), key=lambda row: row[0]):
        members = [row[2] for row in run]
        at = {(m[0], m[1]): i for i, m in enumerate(members)}
        joined, parted = ([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in (same, apart))
        mentions = [Mention(m[2], (m[2], *m[3]), m[4], m[5]) for m in members]
        groups = resolve_family(mentions, joined, parted, blocks)
        assigned = assign("initiative", groups, [m[7] for m in members], [m[8] for m in members])
        out.aliases.update(assigned.aliases)
        for group, id in zip(groups, assigned.ids, strict=True):
            name = best_name(Counter([members[i][2] for i in group]))
            props: dict[str, Value] = {
                "aliases": tuple(sorted({n for i in group for n in mentions[i].names} - {name})),
                "kind": commonest(Counter([members[i][4] for i in group])),
            }
            out.nodes.append((id, name, props))
            out.ids += [(members[i][0], members[i][1], id) for i in group]
    return out


# -- small things --------------------------------------------------------------------------------------------


def commonest(counts: Mapping[str, int]) -> str | None:
    """What is counted most often; of equals the first."""
    return min(counts, key=lambda text: (-counts[text], text), default=None)


def best_name(names: Mapping[str, int]) -> str:
    """The name most articles use; of equals the longest, which says most."""
    return min(names, key=lambda text: (-names[text], -len(text), text))
