"""What an export wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written, and what the user is told besides (a command to run next)."""

    nodes: int
    edges: int
    notes: tuple[str, ...] = ()
