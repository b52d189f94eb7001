"""What the steps of one resolution share: where rows lie, who does the work, what was judged, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.model import Label
from kg.resolve import steps
from kg.resolve.blocks import Blocks
from kg.resolve.judgements import Judgements, Question
from kg.resolve.nodes import NodeRow
from kg.resolve.scratch import Column, Scratch, Spills
from kg.resolve.sources import Part
from kg.resolve.steps import Encode, Run, Task


@dataclass(slots=True)
class Way:
    """One resolution under way."""

    parts: Sequence[Part]
    scratch: Scratch
    encode: Encode
    judgements: Judgements
    blocks: Blocks
    work: Run
    spills: Spills = field(default_factory=Spills)
    questions: list[Question] = field(default_factory=list)

    def keep(self, name: str, values: Any) -> Column:
        """Lay an array down where steps find it."""
        return Column.keep(self.scratch, name, values)

    def spill(self, tasks: Iterable[Task]) -> None:
        """Run tasks that give nothing but rows laid down."""
        for spilled in self.work(tasks):
            self.spills.add(spilled)

    def lay_rows(self, name: str, label: Label, rows: Iterable[NodeRow]) -> None:
        """Bring nodes to the partitions of their ids."""
        spill = self.scratch.spill(name)
        for row in rows:
            spill.rows(steps.node_rows(label), self.scratch.of_id(row[0])).append(row)
        self.spills.add(spill.close())

    def ask(self, kind: str, one: str, other: str, probability: float, reason: str, weight: int) -> None:
        """Note an open question: whether two nodes are one."""
        if one == other:
            return
        one, other = sorted((one, other))
        self.questions.append(Question(kind, one, other, round(probability, 4), reason, weight))
