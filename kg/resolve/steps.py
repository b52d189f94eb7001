"""The steps of resolution that run over one part or one partition each, here or in another process.

Each takes where its rows lie and gives back what the whole needs to know, a few bytes a mention; the rest it lays down.
What a step gives depends on its partition only, so that it does not matter where and in what order steps run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from kg.model import NODE_PROPERTIES, Label
from kg.resolve import conflicts, dates, edges, events, meetings, nodes, people
from kg.resolve.blocks import Blocks, Gave
from kg.resolve.edges import Columns
from kg.resolve.judgements import Amendments
from kg.resolve.scratch import Column, Scratch, Segment, Spill, Spilled, read
from kg.resolve.statements import INITIATIVE, MEETING, OFFICIAL, Pending, Statements

#: A step and what it is called with; both can be sent to another process.
Task: TypeAlias = tuple[Callable[..., Any], tuple[Any, ...]]
#: Runs tasks and gives what they give, in their order.
Run: TypeAlias = Callable[[Iterable[Task]], Iterator[Any]]
#: How the columns of a piece of a table (kind, label or type, columns) are laid down in the end.
Encode: TypeAlias = Callable[[str, str, Columns], bytes]

#: The stream of what articles say of meetings, by event.
EVENTS = "events"
#: The stream of the names of nodes, and of the dates of meetings: (id, name, date).
CALLED = "called"
_CALLED_LABELS = frozenset({"Official", "Organization", "Meeting"})


def here(tasks: Iterable[Task]) -> Iterator[Any]:
    """Runs tasks one after the other in this process."""
    for step, arguments in tasks:
        yield step(*arguments)


def table(kind: str, name: str) -> str:
    """The stream of the pieces of a table."""
    return f"table {kind} {name}"


def node_rows(label: Label) -> str:
    """The stream of nodes that are not laid down as a table yet."""
    return f"nodes {label}"


def former(kind: str) -> str:
    """The stream of former ids of a kind of nodes."""
    return f"former {kind}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of all articles and meetings, a few bytes each: by serial, by number of meeting or of event."""

    number: Column  # serial -> the article's number in the order of articles
    text: Column  # serial -> the number of the first article with its text
    meeting: Column  # serial -> the number of its first meeting
    event: Column  # meeting -> its event


# -- meetings ------------------------------------------------------------------------------------------------


def compare(segments: list[Segment], first: Column, blocks: Blocks) -> tuple[Any, Gave]:
    """The pairs of mentions of meetings, on some days of the year, that are alike (an array)."""
    pairs = meetings.compare_days(read(segments), _numbering(first), blocks)
    return np.array(pairs, dtype=PAIR), blocks.gave()


#: How likely two mentions of meetings are one event.
PAIR = np.dtype([("score", "f8"), ("i", "i4"), ("j", "i4")])


def refer(segments: list[Segment], first: Column) -> list[events.References]:
    """What mentions of meetings without a day may refer to, for some names."""
    return events.refer(read(segments), _numbering(first))


def _numbering(first: Column) -> Callable[[int, int], int]:
    numbers = first.values()

    def number(serial: int, position: int) -> int:
        return int(numbers[serial]) + position

    return number


def sort_by_event(part: int, segments: list[Segment], known: Known, number: int, scratch: Scratch) -> Spilled:
    """Bring what a part says of meetings to the partitions of the events, of which there are `number`."""
    spill = scratch.spill(f"events-{part}")
    first, event_of = known.meeting.values(), known.event.values()
    for row in read(segments):
        mention = int(first[row[0]]) + row[1]
        event = int(event_of[mention])
        spill.rows(EVENTS, event * scratch.partitions // number).append((event, mention, row))
    return spill.close()


def meeting_nodes(
    partition: int, segments: list[Segment], ids: Column, scratch: Scratch
) -> tuple[list[tuple[int, str]], list[nodes.Session], Spilled]:
    """Make the nodes of some events; gives the dates of events and those that may be sessions of a series."""
    numbers = ids.values()
    met = nodes.meeting_nodes(read(segments), lambda event: f"meeting:{int(numbers[event]):016x}")
    spill = scratch.spill(f"meetings-{partition}")
    _lay_nodes(spill, scratch, "Meeting", met.nodes)
    return met.seen, met.sessions, spill.close()


# -- people, initiatives, organizations ------------------------------------------------------------------------


def resolve_people(
    name: str,
    segments: list[Segment],
    only: frozenset[str] | None,
    without: frozenset[str],
    known: Known,
    same: Sequence[tuple[people.Handle, people.Handle]],
    apart: Sequence[tuple[people.Handle, people.Handle]],
    blocks: Blocks,
    scratch: Scratch,
) -> tuple[tuple[Any, Any, Any], list[tuple[str, str, float, str, int]], Gave, Spilled]:
    """Resolve the mentions of some names: those in `only`, where given, but for those in `without`.

    Gives serials, positions and ids of the mentions, and what is open.
    """
    numbers = people.Numbers(known.number.values(), known.text.values(), known.meeting.values(), known.event.values())
    rows = (row for row in read(segments) if row[0] not in without and (only is None or row[0] in only))
    found = people.resolve_people(rows, numbers, same, apart, blocks)
    spill = scratch.spill(f"people-{name}")
    _lay_nodes(spill, scratch, "Official", found.nodes)
    _lay_former(spill, scratch, "official", found.aliases)
    return _handles(found.ids), found.doubts, blocks.gave(), spill.close()


def initiative_nodes(
    partition: int,
    segments: list[Segment],
    same: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    apart: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    blocks: Blocks,
    scratch: Scratch,
) -> tuple[tuple[Any, Any, Any], Gave, Spilled]:
    """Resolve some families of initiatives; gives serials, positions and ids of the mentions."""
    found = nodes.initiative_nodes(read(segments), same, apart, blocks)
    spill = scratch.spill(f"initiatives-{partition}")
    _lay_nodes(spill, scratch, "Initiative", found.nodes)
    _lay_former(spill, scratch, "initiative", found.aliases)
    return _handles(found.ids), blocks.gave(), spill.close()


def _handles(ids: list[tuple[int, int, str]]) -> tuple[Any, Any, Any]:
    serials, positions, names = zip(*ids, strict=True) if ids else ((), (), ())
    numbers = np.array([int(id[-16:], 16) for id in names], dtype=np.uint64)
    return np.array(serials, dtype=np.int64), np.array(positions, dtype=np.int64), numbers


def organization_nodes(
    partition: int,
    segments: list[Segment],
    region_name: Mapping[str, str],
    scratch: Scratch,
) -> Spilled:
    """Make the nodes of some organizations; `region_name` names the regions that the gazetteer does not know."""
    spill = scratch.spill(f"organizations-{partition}")
    rows = nodes.organization_nodes(read(segments), region_name)
    _lay_nodes(spill, scratch, "Organization", rows)
    return spill.close()


def _lay_nodes(spill: Spill, scratch: Scratch, label: Label, rows: Iterable[nodes.NodeRow]) -> None:
    """Bring nodes to the partitions of their ids."""
    for row in rows:
        spill.rows(node_rows(label), scratch.of_id(row[0])).append(row)


def _lay_former(spill: Spill, scratch: Scratch, kind: str, aliases: Mapping[str, str]) -> None:
    stream = former(kind)
    for pair in aliases.items():
        spill.rows(stream, scratch.of_id(pair[0])).append(pair)


# -- edges -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ends:
    """Which node every mention is: ids as numbers, by mention; where an article's mentions begin, by serial."""

    first_person: Column
    people: Column
    first_meeting: Column
    event: Column
    meetings: Column  # by event
    seen: Column  # by event: its date, empty where it has none
    series: Column  # by event: the id of its series, 0 where it is in none
    first_initiative: Column
    initiatives: Column


def settle(part: int, pending: list[Segment], sessions: list[Segment], ends: Ends, scratch: Scratch) -> Spilled:
    """Write down the statements of a part that speak of people, meetings and initiatives, now that these are known."""
    spill = scratch.spill(f"settled-{part}")
    add = Statements(scratch, spill, part).settle
    first_of = [ends.first_person.values(), ends.first_meeting.values(), ends.first_initiative.values()]
    person, initiative = ends.people.values(), ends.initiatives.values()
    event_of, meeting, seen_at, series = (c.values() for c in (ends.event, ends.meetings, ends.seen, ends.series))

    @lru_cache(maxsize=64)
    def end(serial: int, ref: int) -> tuple[str, str]:
        """The id of the node, and of a meeting its date."""
        kind, position = ref & 3, ref >> 2
        at = int(first_of[kind][serial]) + position
        if kind == OFFICIAL:
            return f"official:{int(person[at]):016x}", ""
        if kind == INITIATIVE:
            return f"initiative:{int(initiative[at]):016x}", ""
        event = int(event_of[at])
        return f"meeting:{int(meeting[event]):016x}", seen_at[event].decode()

    row: Pending
    for row in read(pending):
        type, source, target, own, place, serial, seen, status = row
        when = ""
        if isinstance(source, int):
            source, when = end(serial, source)
        if isinstance(target, int):
            target, later = end(serial, target)
            when = later or when
        if type == "MENTIONS":
            when = ""
        add(type, source, target, place, serial, when or seen, own, status)
    for said in read(sessions):
        event = int(event_of[int(first_of[MEETING][said[0]]) + said[1]])
        if number := int(series[event]):
            id = f"meeting:{int(meeting[event]):016x}"
            when = dates.iso(said[5]) or said[7]
            add("IN_SERIES", id, f"meeting:{number:016x}", said[8], said[0], when, (), None)
    return spill.close()


def merge(
    partition: int, segments: list[Segment], text: Column, amendments: Amendments, scratch: Scratch, encode: Encode
) -> Spilled:
    """Merge the statements of a partition into edges, and lay these and their evidence down as pieces of tables."""
    spill = scratch.spill(f"merged-{partition}")
    voices = text.values()
    for type, found, evidence in edges.merge(read(segments), lambda serial: int(voices[serial]), amendments.gone):
        conflicts.note(type, found, spill, scratch)
        spill.raw(table("edges", type), partition, encode("edges", type, found))
        spill.raw(table("evidence", type), partition, encode("evidence", type, evidence))
    return spill.close()


# -- nodes -----------------------------------------------------------------------------------------------------


def sort_articles(part: int, segments: list[Segment], bounds: Sequence[str], scratch: Scratch) -> Spilled:
    """Bring a part's articles to partitions that follow each other in the order of ids; `bounds` are the first ids of
    all partitions but the first."""
    spill = scratch.spill(f"articles-{part}")
    for row in read(segments):
        spill.rows(node_rows("Article"), bisect_right(bounds, row[0])).append(row)
    return spill.close()


def finish_nodes(
    label: Label, partition: int, segments: list[Segment], amendments: Amendments, scratch: Scratch, encode: Encode
) -> Spilled:
    """Lay the nodes of a partition down as a piece of a table, by their ids, as people have amended them."""
    spill = scratch.spill(f"nodes-{label}-{partition}")
    rows = sorted(read(segments), key=lambda row: row[0])
    if amendments:
        rows = [row for before in rows if (row := amendments.node(label, before)) is not None]
    if rows:
        columns: Columns = {"id": [row[0] for row in rows], "name": [row[1] for row in rows]}
        for name in NODE_PROPERTIES[label]:
            columns[name] = [row[2].get(name) for row in rows]
        spill.raw(table("nodes", label), partition, encode("nodes", label, columns))
        if label in _CALLED_LABELS:
            called = spill.rows(CALLED, partition)
            called += [(id, name, props.get("date")) for id, name, props in rows]
    return spill.close()


# -- conflicts -------------------------------------------------------------------------------------------------


def seats(segments: list[Segment], called: list[Segment]) -> list[conflicts.Seat]:
    """Seats with two holders at once, in some organs; `called` has the names of these."""
    return conflicts.seats(read(segments), {id: name for id, name, _ in read(called)})


def busy(segments: list[Segment], ids: Column, seen: Column, dates_: Mapping[str, str | None]) -> list[conflicts.Busy]:
    """Who of some people is at several meetings on one day. `ids` and `seen` are the ids and dates of all events, in
    the order of ids; `dates_` are those that people have corrected."""
    numbers, days = ids.values(), seen.values()

    def day_of(meeting: str) -> str | None:
        if meeting in dates_:
            day = dates_[meeting]
        else:
            day = days[int(np.searchsorted(numbers, np.uint64(int(meeting[-16:], 16))))].decode()
        return day if dates.day(day) is not None else None

    return conflicts.busy(read(segments), day_of)
