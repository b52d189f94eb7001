"""People, initiatives and organizations over all articles: what is resolved in which partition, and what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zlib import crc32

import numpy as np

from kg.resolve import steps
from kg.resolve.gathered import Gathered
from kg.resolve.initiatives import Families
from kg.resolve.mentions import ORGANIZATIONS, PEOPLE, PLANS, region_keys
from kg.resolve.nodes import NodeRow
from kg.resolve.people import Handle
from kg.resolve.scratch import Column, Scratch, Segment, read
from kg.resolve.statements import INITIATIVE, OFFICIAL
from kg.resolve.steps import Task
from kg.resolve.way import Way


def resolve_people(way: Way, all_: Gathered, known: steps.Known) -> Any:
    """Resolve people; gives the ids of all mentions as numbers."""
    same, apart = all_.judged("official", way.judgements)
    across = _across(same)
    partitions = way.spills.partitions(PEOPLE)
    tasks: list[Task] = []

    def task(name: str, segments: list[Segment], only: frozenset[str] | None, without: frozenset[str]) -> Task:
        inside = [[pair for pair in pairs if (pair[0][0] in across) == (only is not None)] for pairs in (same, apart)]
        if only is None:
            inside = [[p for p in pairs if _name_partition(p[0][0], way.scratch) == int(name)] for pairs in inside]
        blocks = way.blocks.beginning()
        return steps.resolve_people, (name, segments, only, without, known, *inside, blocks, way.scratch)

    if across:  # these lie in several partitions
        wanted = sorted({_name_partition(name, way.scratch) for name in across})
        tasks.append(task("judged", [s for p in wanted for s in way.spills.see(PEOPLE, p)], across, frozenset()))
    tasks += [task(str(p), way.spills.take(PEOPLE, p), None, across) for p in partitions]
    found = np.zeros(all_.totals[OFFICIAL], dtype=np.uint64)
    for (serials, positions, numbers), doubts, gave, spilled in way.work(tasks):
        found[all_.first[OFFICIAL][serials] + positions] = numbers
        way.blocks.take(gave)
        way.spills.add(spilled)
        for one, other, probability, reason, weight in doubts:
            way.ask("official", one, other, probability, reason, weight)
    return found


def resolve_initiatives(way: Way, all_: Gathered, number: Column) -> Any:
    """Resolve initiatives; gives the ids of all mentions as numbers."""
    same, apart = all_.judged("initiative", way.judgements)
    families = Families()
    parts = way.spills.partitions(PLANS)
    for p in parts:
        for row in read(way.spills.see(PLANS, p)):
            families.name(row[2])
    families.named()
    for p in parts:
        for row in read(way.spills.see(PLANS, p)):
            families.alias(row[2], row[3])
    for one, other in (*same, *apart):
        families.join(one[2], other[2])
    for p in parts:
        spill = way.scratch.spill(f"plans-{p}")
        for row in read(way.spills.take(PLANS, p)):
            family = families.of(row[2])
            spill.rows("families", family % way.scratch.partitions).append((family, int(all_.number[row[0]]), row))
        way.spills.add(spill.close())
    inside = [[(a[:2], b[:2]) for a, b in pairs] for pairs in (same, apart)]
    tasks = [
        (
            steps.initiative_nodes,
            (p, way.spills.take("families", p), *inside, way.blocks.beginning(), way.scratch),
        )
        for p in way.spills.partitions("families")
    ]
    found = np.zeros(all_.totals[INITIATIVE], dtype=np.uint64)
    for (serials, positions, numbers), gave, spilled in way.work(tasks):
        found[all_.first[INITIATIVE][serials] + positions] = numbers
        way.blocks.take(gave)
        way.spills.add(spilled)
    return found


def make_organizations(way: Way, regions: list[NodeRow]) -> None:
    """Make the nodes of organizations; `regions` are the nodes of regions."""
    names = {key: name for id, name, _ in regions if region_keys().place(key := id.removeprefix("region:")) is None}
    tasks = [
        (steps.organization_nodes, (p, way.spills.take(ORGANIZATIONS, p), names, way.scratch))
        for p in way.spills.partitions(ORGANIZATIONS)
    ]
    way.spill(tasks)


def _across(same: Iterable[tuple[Handle, Handle]]) -> frozenset[str]:
    """Names of which people judged that one is another."""
    return frozenset(name for one, other in same if one[0] != other[0] for name in (one[0], other[0]))


def _name_partition(name: str, scratch: Scratch) -> int:
    return crc32(name.encode("utf-8", "surrogatepass")) % scratch.partitions
