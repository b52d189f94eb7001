"""The contract of every Cypher store: run one statement with parameters, give plain rows back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Rows:
    """A query's answer. Values are plain: str, int, float, bool, None, lists and dicts of these.

    Dates stand as ISO text; a node as ``{"id", "labels", "properties"}``, an edge as ``{"id", "type", "properties"}``,
    both with the graph's own ids; a path as ``{"nodes", "edges"}``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False  # a row limit cut the answer short
    notes: tuple[str, ...] = ()  # what the engine remarks on the statement, e.g. a label that no node bears

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as one dict each."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store(Protocol):
    """A graph that answers Cypher. Use as a context manager, or call `close`."""

    #: What users call it: the folder, or the address without credentials.
    name: str

    def run(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        row_limit: int | None = None,
    ) -> Rows:
        """Run one reading statement; `timeout` in seconds, at most `row_limit` rows.

        Raises `kg.store.cypher.ReadOnlyViolation` where the statement would write, `kg.store.cypher.CypherError`
        where it is wrong or takes too long; each message is one line.
        """

    def close(self) -> None:
        """Let go of the connection or files; closing twice is allowed."""

    def __enter__(self) -> Store: ...

    def __exit__(self, *exc: object) -> None: ...
