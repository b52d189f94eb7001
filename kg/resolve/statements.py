"""What articles state, on its way to the edges of the graph.

A statement is written down where it is read. Its ends are ids where the article alone settles them (regions,
organizations, the article itself); people, meetings and initiatives are known by their place in the record until it is
known who is who. A statement whose ends are known goes to the partition of its edge's id, so that all that is said of
one edge comes together in one place, and partitions follow each other in the order of ids.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final, TypeAlias

from kg.model import EdgeType, Value
from kg.resolve.scratch import Scratch, Spill

#: (article, sentence, start, end, raw start, raw end, confidence, rule)
Place: TypeAlias = tuple[str, str, int, int, int | None, int | None, float, str]
#: What makes it another edge: the names and values of its own properties, by name.
Own: TypeAlias = tuple[tuple[str, Value], ...]
#: An id, or which of the record's people, meetings or initiatives: 4 · position + kind.
Ref: TypeAlias = str | int
#: type, source, target, own, place, serial of the article, when it held, the status it gives
Pending: TypeAlias = tuple[EdgeType, Ref, Ref, Own, Place, int, str | None, str | None]
#: type, digits of the edge's id, source, target, own, place, serial, when it held, the status it gives
Settled: TypeAlias = tuple[EdgeType, str, str, str, Own, Place, int, str | None, str | None]

OFFICIAL: Final = 0
MEETING: Final = 1
INITIATIVE: Final = 2

#: The streams that statements wait in.
EDGES = "edges"
PENDING = "pending"


class Statements:
    """Writes the statements of one part of the articles."""

    def __init__(self, scratch: Scratch, spill: Spill, part: int) -> None:
        self._shares = scratch.partitions
        self._lists = [spill.rows(EDGES, partition) for partition in range(scratch.partitions)]
        self._pending: list[Pending] = spill.rows(PENDING, part)

    def add(
        self,
        type: EdgeType,
        source: Ref,
        target: Ref,
        place: Place,
        serial: int,
        seen: str | None,
        own: Own = (),
        status: str | None = None,
    ) -> None:
        """The article with number `serial` says at `place` that `source` stands in `type` to `target`.

        `seen` is the ISO date it holds for; `own` is what makes it another edge (title, mode); of several `status` the
        one seen last stays.
        """
        if isinstance(source, str) and isinstance(target, str):
            self.settle(type, source, target, place, serial, seen, own, status)
        else:
            self._pending.append((type, source, target, own, place, serial, seen, status))

    def settle(
        self,
        type: EdgeType,
        source: str,
        target: str,
        place: Place,
        serial: int,
        seen: str | None,
        own: Own,
        status: str | None,
    ) -> None:
        """As `add`, where both ends are ids."""
        if source == target:
            return
        if type == "COOPERATES_WITH" and target < source:
            source, target = target, source
        said = f"{source}\x1f{target}"
        if own:
            said += "".join([f"\x1f{name}={value}" for name, value in own])
        digits = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        self._lists[int(digits[:4], 16) * self._shares >> 16].append(
            (type, digits, source, target, own, place, serial, seen, status)
        )
