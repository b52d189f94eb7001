"""What a load into Neo4j changes, and did. Apart from the loader, so that showing it needs no driver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store.neo4j_seal import Mark


@dataclass(frozen=True, slots=True)
class TableChange:
    """What a load changes in one table: counts of rows."""

    kind: str  # "nodes" or "edges"
    name: str  # label or type
    new: int = 0
    changed: int = 0
    same: int = 0
    vanished: int = 0

    @property
    def differs(self) -> bool:
        return bool(self.new or self.changed or self.vanished)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: changes a table, nodes given up because others' edges hang on them, and how long it took."""

    changes: tuple[TableChange, ...]
    released: int
    seconds: float
    notes: tuple[str, ...] = ()
    mark: Mark | None = None  # how far the database came by it, where nobody else wrote meanwhile

    @property
    def rows_written(self) -> int:
        return sum(c.new + c.changed for c in self.changes)
