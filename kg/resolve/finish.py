"""From statements to tables: what is stated between the nodes found, edges, finished nodes, and conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from kg.model import NODE_PROPERTIES
from kg.resolve import conflicts, steps
from kg.resolve.conflicts import Conflict
from kg.resolve.gathered import Gathered
from kg.resolve.judgements import Amendments, amendments
from kg.resolve.mentions import ARTICLES, MEETINGS, region_keys
from kg.resolve.nodes import NodeRow
from kg.resolve.scratch import Column, read
from kg.resolve.statements import EDGES, PENDING
from kg.resolve.steps import Task
from kg.resolve.way import Way


def amended(way: Way) -> Amendments:
    """What people corrected and dropped, by the ids that the nodes have now."""
    changes = way.judgements.changes()
    if not changes:
        return Amendments()
    asked = {line.one for line in changes}
    former = chain.from_iterable(
        read(way.spills.see(steps.former(kind), p))
        for kind in ("initiative", "meeting", "official")
        for p in way.spills.partitions(steps.former(kind))
    )
    return amendments(changes, {alias: id for alias, id in former if alias in asked})


def settle(way: Way, ends: steps.Ends) -> None:
    """Write down what is stated of people, meetings and initiatives, between the nodes that `ends` says they are."""
    tasks = [
        (steps.settle, (n, way.spills.take(PENDING, n), way.spills.take(MEETINGS, n), ends, way.scratch))
        for n in range(len(way.parts))
    ]
    way.spill(tasks)


def finish(way: Way, all_: Gathered, text: Column, changes: Amendments, regions: list[NodeRow]) -> None:
    """Merge statements into edges, and lay edges, evidence and nodes down as pieces of tables, sorted by id."""
    bounds = _bounds(all_.order, way.scratch.partitions)
    tasks: list[Task] = [
        (steps.sort_articles, (n, way.spills.take(ARTICLES, n), bounds, way.scratch))
        for n in way.spills.partitions(ARTICLES)
    ]
    tasks += [
        (steps.merge, (p, way.spills.take(EDGES, p), text, changes, way.scratch, way.encode))
        for p in way.spills.partitions(EDGES)
    ]
    way.spill(tasks)
    spill = way.scratch.spill("regions")
    spill.rows(steps.node_rows("Region")).extend(regions)
    way.spills.add(spill.close())
    tasks = [
        (steps.finish_nodes, (label, p, way.spills.take(rows, p), changes, way.scratch, way.encode))
        for label, rows in [(label, steps.node_rows(label)) for label in NODE_PROPERTIES]
        for p in way.spills.partitions(rows)
    ]
    way.spill(tasks)


def find_conflicts(
    way: Way, regions: list[NodeRow], meeting_ids: Any, seen: Any, changes: Amendments
) -> tuple[Conflict, ...]:
    """What cannot all be true; `meeting_ids` and `seen` are the ids and dates of all events."""
    spills = way.spills
    rows = [row for before in regions if (row := changes.node("Region", before)) is not None]
    by_id = np.argsort(meeting_ids, kind="stable")
    sorted_ids, sorted_seen = way.keep("ids-sorted", meeting_ids[by_id]), way.keep("seen-sorted", seen[by_id])
    corrected = _corrected_dates(way, changes)
    seats = spills.partitions(conflicts.SEATS)
    busy = spills.partitions(conflicts.ATTENDED)
    results = way.work(
        [
            *((steps.seats, (spills.take(conflicts.SEATS, p), spills.see(steps.CALLED, p))) for p in seats),
            *((steps.busy, (spills.take(conflicts.ATTENDED, p), sorted_ids, sorted_seen, corrected)) for p in busy),
        ]
    )
    in_seats = [seat for _ in seats for seat in next(results)]
    twice = [one for _ in busy for one in next(results)]
    held = chain.from_iterable(read(spills.take(conflicts.HELD, p)) for p in spills.partitions(conflicts.HELD))
    found = conflicts.Found(region_keys(), in_seats, twice, held, conflicts.zones(rows))
    named = found.named()
    names, dates = {id: name for id, name, _ in rows}, {}
    for id, name, date in _called(way) if named else ():
        if id in named:
            names[id], dates[id] = name, date
    return found.told(conflicts.Called(names, dates))


def _corrected_dates(way: Way, changes: Amendments) -> dict[str, str | None]:
    if not changes.corrected:
        return {}
    return {id: date for id, _, date in _called(way) if id in changes.corrected and id.startswith("meeting:")}


def _called(way: Way) -> Iterator[tuple[str, str, str | None]]:
    for p in way.spills.partitions(steps.CALLED):
        yield from read(way.spills.see(steps.CALLED, p))


def _bounds(order_: Sequence[bytes], partitions: int) -> list[str]:
    """The ids at which partitions of articles begin, that are about equally many each."""
    if partitions < 2:
        return []
    found = sorted(key.partition(b"\x00")[2] for key in order_)
    return [found[len(found) * n // partitions].decode("utf-8", "surrogatepass") for n in range(1, partitions)]
