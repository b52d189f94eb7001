"""How resolution goes: in steps, each over parts of the articles or over partitions of what they say.

Articles are read (1); reprints, meetings of a day and references are compared (2); people, organizations and
initiatives are resolved, name by name (3); what is stated is written down between the nodes found (4); statements
become edges (5). No step holds the corpus: between the steps stands what must be known of all, a few bytes a mention.
Steps may run in several processes; nothing depends on how many there are, nor on the order of the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, TypeAlias
from zlib import crc32

import numpy as np

from kg.model import EDGE_TYPES, NODE_PROPERTIES, Label
from kg.resolve import conflicts, events, ids, nodes, order, steps
from kg.resolve.blocks import Afresh, Blocks
from kg.resolve.conflicts import Conflict
from kg.resolve.initiatives import Families
from kg.resolve.judgements import Amendments, Judgements, Question, amendments
from kg.resolve.mentions import (
    ARTICLES,
    DAYS,
    MEETINGS,
    ORGANIZATIONS,
    PEOPLE,
    PLANS,
    REFERENCES,
    SKETCHES,
    UNDATED,
    PartRead,
    RegionSaid,
    read_part,
    region_keys,
)
from kg.resolve.nodes import NodeRow
from kg.resolve.people import Handle
from kg.resolve.scratch import Column, Scratch, Segment, Spills, read
from kg.resolve.sources import Part
from kg.resolve.statements import EDGES, INITIATIVE, MEETING, OFFICIAL, PENDING
from kg.resolve.steps import Encode, Run, Task

#: Articles whose statements are merged at once, about: what a partition holds.
_PARTITION = 2500
#: Stretches of days in which one step looks for reprints.
_WINDOWS = 12

#: Pairs of mentions that people judged.
_Judged: TypeAlias = tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A graph laid down in pieces, as long as the scratch folder stands."""

    spills: Spills
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...]

    def tables(self) -> list[tuple[str, str]]:
        """(kind, label or type) of the tables that have rows: of nodes, then of edges, then of evidence."""
        names: list[tuple[str, str]] = [("nodes", name) for name in NODE_PROPERTIES]
        names += [(kind, name) for kind in ("edges", "evidence") for name in EDGE_TYPES]
        return [(kind, name) for kind, name in names if self.spills.partitions(steps.table(kind, name))]

    def pieces(self, kind: str, name: str) -> list[Segment]:
        """A table's pieces, one after the other in the order of ids, as they were encoded."""
        stream = steps.table(kind, name)
        return [segment for p in self.spills.partitions(stream) for segment in self.spills.see(stream, p)]

    def former(self) -> Iterator[tuple[str, str]]:
        """(former or possible id, id of the node that holds it now), in order."""
        for kind in ("initiative", "meeting", "official"):
            stream = steps.former(kind)
            for partition in self.spills.partitions(stream):
                yield from sorted(read(self.spills.see(stream, partition)))


@dataclass(slots=True)
class _Read:
    """What is known of all articles once they are read: arrays by serial, then by meeting."""

    number: Any  # the article's number, -1 where it is left out
    first: tuple[Any, Any, Any]  # the numbers of its first person, meeting and initiative
    totals: tuple[int, int, int]
    order: list[bytes]  # of the articles, by number: what they are ordered by
    days: Any
    years: Any
    copies: Any
    anchors: Any
    own: Any
    article: Any  # its article's number
    numbers: dict[int, dict[str, int]]
    regions: dict[str, RegionSaid]
    named: list[tuple[str, str, int, int, str]]

    @property
    def articles(self) -> int:
        return len(self.order)


class Resolver:
    """One resolution; see `kg.resolve.graph.resolve_parts`."""

    def __init__(
        self,
        parts: Sequence[Part],
        folder: str | None,
        encode: Encode,
        judgements: Judgements,
        blocks: Blocks,
        run: Run,
    ) -> None:
        size = sum(part.size for part in parts)
        self.parts = parts
        self.scratch = Scratch(folder, max(1, -(-size // _PARTITION)))
        self.encode = encode
        self.judgements = judgements
        self.blocks = blocks
        self.work = run
        self.spills = Spills()
        self.questions: list[Question] = []

    def run(self) -> Resolved:
        """Resolve."""
        all_ = self._read()
        regions = nodes.region_nodes(all_.regions)
        all_.regions = {}
        number = self._keep("number", all_.number)
        first = [self._keep(f"first-{kind}", values) for kind, values in enumerate(all_.first)]
        pairs, references, text = self._compare(all_, number, first[MEETING])
        groups, event_of, doubts = self._events(all_, text, pairs, references)
        del pairs, references
        meeting_ids = self._meeting_ids(all_, groups)
        del groups
        by_serial = text[np.maximum(all_.number, 0)] if all_.articles else all_.number
        known = steps.Known(number, self._keep("text", by_serial), first[MEETING], self._keep("event", event_of))
        people = self._people(all_, known)
        plans = self._initiatives(all_, number)
        self._organizations(regions)
        seen, series = self._meetings(known, meeting_ids, doubts, event_of)
        ends = steps.Ends(
            first[OFFICIAL],
            self._keep("people", people),
            first[MEETING],
            known.event,
            self._keep("meetings", meeting_ids),
            self._keep("seen", seen),
            self._keep("series", series),
            first[INITIATIVE],
            self._keep("initiatives", plans),
        )
        changes = self._amendments()
        self._settle(ends)
        self._finish(all_, known.text, changes, regions)
        found = self._conflicts(regions, meeting_ids, seen, changes)
        questions = tuple(sorted(self.questions, key=lambda q: (-q.weight, -q.probability, q.one, q.other)))
        return Resolved(self.spills, questions, found)

    def _keep(self, name: str, values: Any) -> Column:
        return Column.keep(self.scratch, name, values)

    # -- articles --------------------------------------------------------------------------------------------

    def _read(self) -> _Read:
        bases = [0]
        for part in self.parts:
            bases.append(bases[-1] + part.size)
        wanted, marks = self.judgements.named(), not isinstance(self.blocks, Afresh)

        def task(n: int, skip: frozenset[int] = frozenset()) -> Task:
            return read_part, (n, bases[n], self.parts[n], self.scratch, wanted, marks, skip)

        found: list[PartRead] = list(self.work([task(n) for n in range(len(self.parts))]))
        again = self._repeated(found, bases)
        for n, instead in zip(again, self.work([task(n, again[n]) for n in again]), strict=True):
            found[n] = instead
        for read_ in found:
            self.spills.add(read_.spilled)
        return _together(found, bases)

    def _repeated(self, parts: Sequence[PartRead], bases: Sequence[int]) -> dict[int, frozenset[int]]:
        """By part, the serials of records to leave out, as another record of their article stays."""
        groups = order.repeated([key for part, size in _sized(parts, bases) for key in _padded(part.order, size)])
        if not groups:
            return {}
        of_part = {serial: _part_of(serial, bases) for group in groups for serial in group}
        asked: dict[int, list[int]] = {}
        for serial, n in of_part.items():
            asked.setdefault(n, []).append(serial - bases[n])
        texts: dict[int, str] = {}
        for n, rows in asked.items():
            wanted = frozenset(rows)
            for row, observation in enumerate(self.parts[n].observations()):
                if row in wanted:
                    texts[bases[n] + row] = repr(observation.record)
        skip: dict[int, set[int]] = {}
        for group in groups:
            # which one stays must not depend on which came first
            stays = max(group, key=lambda serial: (texts[serial], -serial))
            for serial in group:
                if serial != stays:
                    skip.setdefault(of_part[serial], set()).add(serial)
        return {n: frozenset(serials) for n, serials in skip.items()}

    # -- who is alike ----------------------------------------------------------------------------------------

    def _compare(self, all_: _Read, number: Column, first: Column) -> tuple[Any, list[events.References], Any]:
        """The pairs of meetings that are alike, what references may refer to, and the texts of articles."""
        days = [(steps.compare, (self.spills.take(DAYS, p), first, self.blocks.beginning()))
                for p in self.spills.partitions(DAYS)]  # fmt: skip
        names = [(steps.refer, (self.spills.take(REFERENCES, p), first)) for p in self.spills.partitions(REFERENCES)]
        results = self.work([*days, *names, *self._reprint_tasks(number)])
        pairs = [np.empty(0, dtype=steps.PAIR)]
        for _ in days:
            found, gave = next(results)
            pairs.append(found)
            self.blocks.take(gave)
        references = [reference for _ in names for reference in next(results)]
        return np.concatenate(pairs), references, order.texts(all_.articles, results)

    def _reprint_tasks(self, number: Column) -> list[Task]:
        windows = [w for w in self.spills.partitions(SKETCHES) if w != UNDATED]
        sketches = {w: self.spills.take(SKETCHES, w) for w in windows}
        out: list[Task] = []
        for at in range(0, len(windows), _WINDOWS):
            start = max(0, at - 1)
            some = [(w, sketches[w]) for w in windows[start : at + _WINDOWS]]
            out.append((order.same_text, (some, number, at - start)))
        if undated := self.spills.take(SKETCHES, UNDATED):
            out.append((order.same_text_undated, (undated, list(sketches.values()), number)))
        return out

    # -- meetings --------------------------------------------------------------------------------------------

    def _events(
        self, all_: _Read, text: Any, pairs: Any, references: list[events.References]
    ) -> tuple[list[list[int]], Any, list[tuple[int, int, float]]]:
        """Events (mentions in order), the event of each mention, and doubts about mentions."""
        same, apart = self._judged(all_, "meeting")
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

    def _meeting_ids(self, all_: _Read, groups: list[list[int]]) -> Any:
        """The ids of events as numbers; lays former ids down."""
        found, former = ids.assign_numbers(groups, all_.anchors, all_.own)
        spill = self.scratch.spill("former-meetings")
        for alias, id in former:
            pair = f"meeting:{alias:016x}", f"meeting:{id:016x}"
            spill.rows(steps.former("meeting"), self.scratch.of_id(pair[0])).append(pair)
        self.spills.add(spill.close())
        return found

    def _meetings(
        self, known: steps.Known, meeting_ids: Any, doubts: list[tuple[int, int, float]], event_of: Any
    ) -> tuple[Any, Any]:
        """Make the nodes of meetings and of their series; by event its date, and the series it is in (0: none)."""
        number = len(meeting_ids)
        tasks: list[Task] = [
            (steps.sort_by_event, (p, self.spills.see(MEETINGS, p), known, number, self.scratch))
            for p in self.spills.partitions(MEETINGS)
        ]
        for spilled in self.work(tasks):
            self.spills.add(spilled)
        column = self._keep("meeting-ids", meeting_ids)
        tasks = [
            (steps.meeting_nodes, (p, self.spills.take(steps.EVENTS, p), column, self.scratch))
            for p in self.spills.partitions(steps.EVENTS)
        ]
        seen = np.zeros(number, dtype="S10")
        sessions: list[nodes.Session] = []
        for dates, some, spilled in self.work(tasks):
            for event, date in dates:
                seen[event] = date.encode()
            sessions += some
            self.spills.add(spilled)
        for i, j, score in doubts:
            one, other = (f"meeting:{int(meeting_ids[event_of[m]]):016x}" for m in (i, j))
            self._question("meeting", one, other, score, "one day, like names", 2)
        return seen, self._series(sessions, meeting_ids)

    def _series(self, sessions: list[nodes.Session], meeting_ids: Any) -> Any:
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
        self._lay_rows("series", "Meeting", rows)
        return series

    def _lay_rows(self, name: str, label: Label, rows: Iterable[NodeRow]) -> None:
        spill = self.scratch.spill(name)
        for row in rows:
            spill.rows(steps.node_rows(label), self.scratch.of_id(row[0])).append(row)
        self.spills.add(spill.close())

    # -- people, initiatives, organizations --------------------------------------------------------------------

    def _people(self, all_: _Read, known: steps.Known) -> Any:
        """Resolve people; gives the ids of all mentions as numbers."""
        same, apart = self._judged(all_, "official")
        across = _across(same)
        partitions = self.spills.partitions(PEOPLE)
        tasks: list[Task] = []

        def task(name: str, segments: list[Segment], only: frozenset[str] | None, without: frozenset[str]) -> Task:
            inside = [
                [pair for pair in pairs if (pair[0][0] in across) == (only is not None)] for pairs in (same, apart)
            ]
            if only is None:
                inside = [[p for p in pairs if _name_partition(p[0][0], self.scratch) == int(name)] for pairs in inside]
            blocks = self.blocks.beginning()
            return steps.resolve_people, (name, segments, only, without, known, *inside, blocks, self.scratch)

        if across:  # these lie in several partitions
            wanted = sorted({_name_partition(name, self.scratch) for name in across})
            tasks.append(task("judged", [s for p in wanted for s in self.spills.see(PEOPLE, p)], across, frozenset()))
        tasks += [task(str(p), self.spills.take(PEOPLE, p), None, across) for p in partitions]
        found = np.zeros(all_.totals[OFFICIAL], dtype=np.uint64)
        for (serials, positions, numbers), doubts, gave, spilled in self.work(tasks):
            found[all_.first[OFFICIAL][serials] + positions] = numbers
            self.blocks.take(gave)
            self.spills.add(spilled)
            for one, other, probability, reason, weight in doubts:
                self._question("official", one, other, probability, reason, weight)
        return found

    def _initiatives(self, all_: _Read, number: Column) -> Any:
        """Resolve initiatives; gives the ids of all mentions as numbers."""
        same, apart = self._judged(all_, "initiative")
        families = Families()
        parts = self.spills.partitions(PLANS)
        for p in parts:
            for row in read(self.spills.see(PLANS, p)):
                families.name(row[2])
        families.named()
        for p in parts:
            for row in read(self.spills.see(PLANS, p)):
                families.alias(row[2], row[3])
        for one, other in (*same, *apart):
            families.join(one[2], other[2])
        for p in parts:
            spill = self.scratch.spill(f"plans-{p}")
            for row in read(self.spills.take(PLANS, p)):
                family = families.of(row[2])
                spill.rows("families", family % self.scratch.partitions).append((family, int(all_.number[row[0]]), row))
            self.spills.add(spill.close())
        inside = [[(a[:2], b[:2]) for a, b in pairs] for pairs in (same, apart)]
        tasks = [
            (
                steps.initiative_nodes,
                (p, self.spills.take("families", p), *inside, self.blocks.beginning(), self.scratch),
            )
            for p in self.spills.partitions("families")
        ]
        found = np.zeros(all_.totals[INITIATIVE], dtype=np.uint64)
        for (serials, positions, numbers), gave, spilled in self.work(tasks):
            found[all_.first[INITIATIVE][serials] + positions] = numbers
            self.blocks.take(gave)
            self.spills.add(spilled)
        return found

    def _organizations(self, regions: list[NodeRow]) -> None:
        names = {key: name for id, name, _ in regions if region_keys().place(key := id.removeprefix("region:")) is None}
        tasks = [
            (steps.organization_nodes, (p, self.spills.take(ORGANIZATIONS, p), names, self.scratch))
            for p in self.spills.partitions(ORGANIZATIONS)
        ]
        for spilled in self.work(tasks):
            self.spills.add(spilled)

    # -- judgements and questions ------------------------------------------------------------------------------

    def _judged(self, all_: _Read, kind: str) -> _Judged:
        """What people judged of mentions of a kind, as pairs of (serial, position) — of people and initiatives with
        the name: (name, serial, position), (serial, position, name)."""
        where: dict[str, Any] = {}
        at: dict[str, Any] = {}
        for known, reference, serial, position, name in all_.named:
            if known == kind:
                place = (name if kind == "official" else ""), int(all_.number[serial]), position
                if reference not in at or place < at[reference]:
                    at[reference] = place
                    handle = (name, serial, position) if kind == "official" else (serial, position, name)
                    where[reference] = handle
        return self.judgements.pairs(where) if where else ([], [])

    def _question(self, kind: str, one: str, other: str, probability: float, reason: str, weight: int) -> None:
        if one == other:
            return
        one, other = sorted((one, other))
        self.questions.append(Question(kind, one, other, round(probability, 4), reason, weight))

    def _amendments(self) -> Amendments:
        changes = self.judgements.changes()
        if not changes:
            return Amendments()
        asked = {line.one for line in changes}
        former = chain.from_iterable(
            read(self.spills.see(steps.former(kind), p))
            for kind in ("initiative", "meeting", "official")
            for p in self.spills.partitions(steps.former(kind))
        )
        return amendments(changes, {alias: id for alias, id in former if alias in asked})

    # -- edges and what is finished ----------------------------------------------------------------------------

    def _settle(self, ends: steps.Ends) -> None:
        tasks = [
            (steps.settle, (n, self.spills.take(PENDING, n), self.spills.take(MEETINGS, n), ends, self.scratch))
            for n in range(len(self.parts))
        ]
        for spilled in self.work(tasks):
            self.spills.add(spilled)

    def _finish(self, all_: _Read, text: Column, changes: Amendments, regions: list[NodeRow]) -> None:
        bounds = _bounds(all_.order, self.scratch.partitions)
        tasks: list[Task] = [
            (steps.sort_articles, (n, self.spills.take(ARTICLES, n), bounds, self.scratch))
            for n in self.spills.partitions(ARTICLES)
        ]
        tasks += [
            (steps.merge, (p, self.spills.take(EDGES, p), text, changes, self.scratch, self.encode))
            for p in self.spills.partitions(EDGES)
        ]
        for spilled in self.work(tasks):
            self.spills.add(spilled)
        spill = self.scratch.spill("regions")
        spill.rows(steps.node_rows("Region")).extend(regions)
        self.spills.add(spill.close())
        tasks = [
            (steps.finish_nodes, (label, p, self.spills.take(rows, p), changes, self.scratch, self.encode))
            for label, rows in [(label, steps.node_rows(label)) for label in NODE_PROPERTIES]
            for p in self.spills.partitions(rows)
        ]
        for spilled in self.work(tasks):
            self.spills.add(spilled)

    def _conflicts(
        self, regions: list[NodeRow], meeting_ids: Any, seen: Any, changes: Amendments
    ) -> tuple[Conflict, ...]:
        spills = self.spills
        rows = [row for before in regions if (row := changes.node("Region", before)) is not None]
        by_id = np.argsort(meeting_ids, kind="stable")
        sorted_ids, sorted_seen = self._keep("ids-sorted", meeting_ids[by_id]), self._keep("seen-sorted", seen[by_id])
        corrected = self._corrected_dates(changes)
        seats = spills.partitions(conflicts.SEATS)
        busy = spills.partitions(conflicts.ATTENDED)
        results = self.work(
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
        for id, name, date in self._called() if named else ():
            if id in named:
                names[id], dates[id] = name, date
        return found.told(conflicts.Called(names, dates))

    def _corrected_dates(self, changes: Amendments) -> dict[str, str | None]:
        if not changes.corrected:
            return {}
        return {id: date for id, _, date in self._called() if id in changes.corrected and id.startswith("meeting:")}

    def _called(self) -> Iterator[tuple[str, str, str | None]]:
        for p in self.spills.partitions(steps.CALLED):
            yield from read(self.spills.see(steps.CALLED, p))


# -- small things ----------------------------------------------------------------------------------------------


def _sized(parts: Sequence[PartRead], bases: Sequence[int]) -> Iterator[tuple[PartRead, int]]:
    return ((part, end - start) for part, (start, end) in zip(parts, pairwise(bases), strict=True))


def _padded(values: Sequence[Any], size: int, fill: Any = None) -> list[Any]:
    return [*values, *[fill] * (size - len(values))]


def _part_of(serial: int, bases: Sequence[int]) -> int:
    return int(np.searchsorted(bases, serial, side="right")) - 1


def _together(parts: Sequence[PartRead], bases: Sequence[int]) -> _Read:
    """What the parts say, put together: meetings in the order of articles."""
    keys = [key for part, size in _sized(parts, bases) for key in _padded(part.order, size)]
    number = order.number_articles(keys)
    counts = [
        np.array([n for part, size in _sized(parts, bases) for n in _padded(getattr(part, kind), size, 0)], np.int64)
        for kind in ("people", "meetings", "initiatives")
    ]
    # in the order of serials a part's people lie together; meetings are numbered in the order of articles
    first_person, first_initiative = (np.cumsum(c) - c for c in (counts[0], counts[2]))
    by_number = np.argsort(number, kind="stable")
    by_number = by_number[number[by_number] >= 0]
    held = counts[1][by_number]
    first_meeting = np.zeros(len(keys), dtype=np.int64)
    first_meeting[by_number] = np.cumsum(held) - held
    # where the meetings of each serial lie among those of all parts, brought into the order of articles
    starts = np.cumsum(counts[1]) - counts[1]
    lies = np.repeat(starts[by_number] - first_meeting[by_number], held) + np.arange(int(held.sum()))
    columns = {
        name: np.concatenate([np.empty(0, dtype), *(np.frombuffer(getattr(part, name), dtype) for part in parts)])[lies]
        for name, dtype in (("days", "i4"), ("years", "i2"), ("copies", "u8"), ("anchors", "u8"), ("own", "u8"))
    }
    numbers: dict[int, dict[str, int]] = {}
    now = np.empty(len(lies), dtype=np.int64)
    now[lies] = np.arange(len(lies))
    base = 0
    for part in parts:
        numbers |= {int(now[base + at]): said for at, said in part.numbers.items()}
        base += len(part.days)
    return _Read(
        number,
        (first_person, first_meeting, first_initiative),
        (int(counts[0].sum()), int(counts[1].sum()), int(counts[2].sum())),
        [keys[serial] for serial in by_number],
        columns["days"],
        columns["years"],
        columns["copies"],
        columns["anchors"],
        columns["own"],
        np.repeat(np.arange(len(by_number)), held),
        numbers,
        _regions_together(parts),
        [hit for part in parts for hit in part.named],
    )


def _regions_together(parts: Iterable[PartRead]) -> dict[str, RegionSaid]:
    out: dict[str, RegionSaid] = {}
    for part in parts:
        for key, said in part.regions.items():
            known = out.setdefault(key, RegionSaid())
            known.names.update(said.names)
            known.levels.update(said.levels)
            if said.code is not None:
                known.code = said.code if known.code is None else min(known.code, said.code)
    return out


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


def _across(same: Iterable[tuple[Handle, Handle]]) -> frozenset[str]:
    """Names of which people judged that one is another."""
    return frozenset(name for one, other in same if one[0] != other[0] for name in (one[0], other[0]))


def _name_partition(name: str, scratch: Scratch) -> int:
    return crc32(name.encode("utf-8", "surrogatepass")) % scratch.partitions


def _bounds(order_: Sequence[bytes], partitions: int) -> list[str]:
    """The ids at which partitions of articles begin, that are about equally many each."""
    if partitions < 2:
        return []
    found = sorted(key.partition(b"\x00")[2] for key in order_)
    return [found[len(found) * n // partitions].decode("utf-8", "surrogatepass") for n in range(1, partitions)]
