"""How resolution goes: in steps, each over parts of the articles or over partitions of what they say.

Articles are read (1, `gathered`); reprints, meetings of a day and references are compared (2, `occasions`); people,
organizations and initiatives are resolved, name by name (3, `who`); what is stated is written down between the nodes
found (4), statements become edges (5, both `finish`). No step holds the corpus: between the steps stands what must be
known of all, a few bytes a mention. Steps may run in several processes; nothing depends on how many there are, nor on
the order of the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.model import EDGE_TYPES, NODE_PROPERTIES
from kg.resolve import finish, nodes, occasions, steps, who
from kg.resolve.blocks import Blocks
from kg.resolve.conflicts import Conflict
from kg.resolve.gathered import gather
from kg.resolve.judgements import Judgements, Question
from kg.resolve.scratch import Scratch, Segment, Spills, read
from kg.resolve.sources import Part
from kg.resolve.statements import INITIATIVE, MEETING, OFFICIAL
from kg.resolve.steps import Encode, Run
from kg.resolve.way import Way

#: Articles whose statements are merged at once, about: what a partition holds.
_PARTITION = 2500


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


def resolve_all_parts(
    parts: Sequence[Part],
    folder: str | None,
    encode: Encode,
    judgements: Judgements,
    blocks: Blocks,
    run: Run,
) -> Resolved:
    """One resolution; see `kg.resolve.graph.resolve_parts`."""
    size = sum(part.size for part in parts)
    scratch = Scratch(folder, max(1, -(-size // _PARTITION)))
    way = Way(parts, scratch, encode, judgements, blocks, run)
    all_ = gather(way)
    regions = nodes.region_nodes(all_.regions)
    all_.regions = {}
    number = way.keep("number", all_.number)
    first = [way.keep(f"first-{kind}", values) for kind, values in enumerate(all_.first)]
    pairs, references, text = occasions.compare(way, all_, number, first[MEETING])
    groups, event_of, doubts = occasions.join(way, all_, text, pairs, references)
    del pairs, references
    meeting_ids = occasions.meeting_ids(way, all_, groups)
    del groups
    by_serial = text[np.maximum(all_.number, 0)] if all_.articles else all_.number
    known = steps.Known(number, way.keep("text", by_serial), first[MEETING], way.keep("event", event_of))
    people = who.resolve_people(way, all_, known)
    plans = who.resolve_initiatives(way, all_, number)
    who.make_organizations(way, regions)
    seen, series = occasions.make_nodes(way, known, meeting_ids, doubts, event_of)
    ends = steps.Ends(
        first[OFFICIAL],
        way.keep("people", people),
        first[MEETING],
        known.event,
        way.keep("meetings", meeting_ids),
        way.keep("seen", seen),
        way.keep("series", series),
        first[INITIATIVE],
        way.keep("initiatives", plans),
    )
    changes = finish.amended(way)
    finish.settle(way, ends)
    finish.finish(way, all_, known.text, changes, regions)
    found = finish.find_conflicts(way, regions, meeting_ids, seen, changes)
    questions = tuple(sorted(way.questions, key=lambda q: (-q.weight, -q.probability, q.one, q.other)))
    return Resolved(way.spills, questions, found)
