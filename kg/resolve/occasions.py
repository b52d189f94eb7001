"""Meetings over all articles: who is alike, which mentions are one event, their ids, nodes and series."""

from __future__ import annotations

from typing import Any

import numpy as np

from kg.resolve import events, ids, nodes, order, steps
from kg.resolve.gathered import Gathered
from kg.resolve.mentions import DAYS, MEETINGS, REFERENCES, SKETCHES, UNDATED
from kg.resolve.nodes import NodeRow
from kg.resolve.scratch import Column
from kg.resolve.statements import MEETING
from kg.resolve.steps import Task
from kg.resolve.way import Way

#: Stretches of days in which one step looks for reprints.
_WINDOWS = 12


def compare(way: Way, all_: Gathered, number: Column, first: Column) -> tuple[Any, list[events.References], Any]:
    """The pairs of meetings that are alike, what references may refer to, and the texts of articles."""
    days = [(steps.compare, (way.spills.take(DAYS, p), first, way.blocks.beginning()))
            for p in way.spills.partitions(DAYS)]  # fmt: skip
    names = [(steps.refer, (way.spills.take(REFERENCES, p), first)) for p in way.spills.partitions(REFERENCES)]
    results = way.work([*days, *names, *_reprint_tasks(way, number)])
    pairs = [np.empty(0, dtype=steps.PAIR)]
    for _ in days:
        found, gave = next(results)
        pairs.append(found)
        way.blocks.take(gave)
    references = [reference for _ in names for reference in next(results)]
    return np.concatenate(pairs), references, order.texts(all_.articles, results)


def _reprint_tasks(way: Way, number: Column) -> list[Task]:
    windows = [w for w in way.spills.partitions(SKETCHES) if w != UNDATED]
    sketches = {w: way.spills.take(SKETCHES, w) for w in windows}
    out: list[Task] = []
    for at in range(0, len(windows), _WINDOWS):
        start = max(0, at - 1)
        some = [(w, sketches[w]) for w in windows[start : at + _WINDOWS]]
        out.append((order.same_text, (some, number, at - start)))
    if undated := way.spills.take(SKETCHES, UNDATED):
        out.append((order.same_text_undated, (undated, list(sketches.values()), number)))
    return out


def join(
    way: Way, all_: Gathered, text: Any, pairs: Any, references: list[events.References]
) -> tuple[list[list[int]], Any, list[tuple[int, int, float]]]:
    """Events (mentions in order), the event of each mention, and doubts about mentions."""
    same, apart = all_.judged("meeting", way.judgements)
    starts = all_.first[MEETING]
    same, apart = (
        [(int(starts[a[0]]) + a[1], int(starts[b[0]]) + b[1]) for a, b in pairs_] for pairs_ in (same, apart)
    )
    said = events.Said(
        all_.days.tolist(), all_.years.tolist(), all_.numbers, _first_copies(text[all_.article], all_.copies)
    )
    groups, doubts = events.join_events(said, _runs(all_.article), pairs, references, same, apart)
    event_of = np.empty(all_.totals[MEETING], dtype=np.int32)
    for event, members in enumerate(groups):
        event_of[members] = event
    return groups, event_of, doubts


def meeting_ids(way: Way, all_: Gathered, groups: list[list[int]]) -> Any:
    """The ids of events as numbers; lays former ids down."""
    found, former = ids.assign_numbers(groups, all_.anchors, all_.own)
    spill = way.scratch.spill("former-meetings")
    for alias, id in former:
        pair = f"meeting:{alias:016x}", f"meeting:{id:016x}"
        spill.rows(steps.former("meeting"), way.scratch.of_id(pair[0])).append(pair)
    way.spills.add(spill.close())
    return found


def make_nodes(
    way: Way, known: steps.Known, meeting_ids: Any, doubts: list[tuple[int, int, float]], event_of: Any
) -> tuple[Any, Any]:
    """Make the nodes of meetings and of their series; by event its date, and the series it is in (0: none)."""
    number = len(meeting_ids)
    tasks: list[Task] = [
        (steps.sort_by_event, (p, way.spills.see(MEETINGS, p), known, number, way.scratch))
        for p in way.spills.partitions(MEETINGS)
    ]
    way.spill(tasks)
    column = way.keep("meeting-ids", meeting_ids)
    tasks = [
        (steps.meeting_nodes, (p, way.spills.take(steps.EVENTS, p), column, way.scratch))
        for p in way.spills.partitions(steps.EVENTS)
    ]
    seen = np.zeros(number, dtype="S10")
    sessions: list[nodes.Session] = []
    for dates, some, spilled in way.work(tasks):
        for event, date in dates:
            seen[event] = date.encode()
        sessions += some
        way.spills.add(spilled)
    for i, j, score in doubts:
        one, other = (f"meeting:{int(meeting_ids[event_of[m]]):016x}" for m in (i, j))
        way.ask("meeting", one, other, score, "one day, like names", 2)
    return seen, _series(way, sessions, meeting_ids)


def _series(way: Way, sessions: list[nodes.Session], meeting_ids: Any) -> Any:
    series = np.zeros(len(meeting_ids), dtype=np.uint64)
    taken = {int(id) for id in meeting_ids}
    rows: list[NodeRow] = []
    for name, held in nodes.find_series(sessions):
        number = int(ids.digest("series", name, *held[0].home), 16)
        if number in taken:
            continue
        taken.add(number)
        props: dict[str, Any] = {
            "aliases": (),
            "kind": "series",
            "date": None,
            "date_precision": "none",
            "place": None,
        }
        rows.append((f"meeting:{number:016x}", name, props))
        for session in held:
            series[session.event] = number
    way.lay_rows("series", "Meeting", rows)
    return series


def _first_copies(texts: Any, copies: Any) -> list[tuple[int, int]]:
    """(first, later) mentions of one text, name and days, by the later one."""
    both = np.rec.fromarrays([texts, copies])
    _, first, group = np.unique(both, return_index=True, return_inverse=True)
    firsts = first[group]
    later = np.flatnonzero(firsts != np.arange(len(firsts)))
    return list(zip(firsts[later].tolist(), later.tolist(), strict=True))


def _runs(articles: Any) -> list[range]:
    """The mentions of each article that has several."""
    starts = np.flatnonzero(np.diff(articles, prepend=-1))
    ends = np.append(starts[1:], len(articles))
    several = np.flatnonzero(ends - starts > 1)
    return [range(int(starts[n]), int(ends[n])) for n in several]
