"""Records become one graph: in memory (`resolve`, `resolve_all`), or in pieces in a folder (`resolve_parts`)."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from kg.model import Edge, EdgeType, Evidence, GraphTables, Label, Node, Record
from kg.resolve.article import Observation
from kg.resolve.blocks import Afresh, Blocks
from kg.resolve.conflicts import Conflict
from kg.resolve.edges import EDGE_COLUMNS
from kg.resolve.judgements import Judgements, Question
from kg.resolve.plain import decode, encode
from kg.resolve.resolver import Resolved, resolve_all_parts
from kg.resolve.scratch import load
from kg.resolve.sources import Part, listed
from kg.resolve.steps import Encode, Run, here

#: Up to so many articles nothing is laid down in files.
_SMALL = 4000


@dataclass(frozen=True, slots=True)
class Resolution:
    """The graph; `aliases` (former or possible id -> id) keep old links working; `questions` are left to people;
    `conflicts` cannot all be true."""

    tables: GraphTables
    aliases: dict[str, str]
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...] = ()


def resolve(records: Iterable[Record]) -> GraphTables:
    """One graph from many records. The same records in any order give the same graph, ids and all."""
    return resolve_all(Observation(record) for record in records).tables


def resolve_all(
    observations: Iterable[Observation],
    judgements: Judgements | None = None,
    blocks: Blocks | None = None,
    run: Run = here,
) -> Resolution:
    """One graph in memory from many records and what people decided, with the questions that stay open.

    `blocks` that know what they gave before resolve only what has changed; the graph is the same. `run` runs the steps.
    """
    parts = listed(observations)
    small = run is here and sum(part.size for part in parts) <= _SMALL
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        resolved = resolve_parts(parts, None if small else folder, encode, judgements, blocks, run)
        return Resolution(_tables(resolved), dict(resolved.former()), resolved.questions, resolved.conflicts)


def resolve_parts(
    parts: Sequence[Part],
    folder: str | None,
    encode: Encode,
    judgements: Judgements | None = None,
    blocks: Blocks | None = None,
    run: Run = here,
) -> Resolved:
    """As `resolve_all`, from records that are read part by part to a graph in pieces.

    What waits between steps, and the graph, lie in `folder`, which must be there and empty; without one they are held
    in memory. `encode` lays a piece of a table down. With a `run` that runs steps in other processes there must be a
    folder, and `parts`, `encode` and what `blocks` know must be picklable.
    """
    with _no_collecting():
        return resolve_all_parts(parts, folder, encode, judgements or Judgements(), blocks or Afresh(), run)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of small objects that all stay: looking for garbage among them takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _tables(resolved: Resolved) -> GraphTables:
    """The pieces put together in memory."""
    found_nodes: list[Node] = []
    found_edges: list[Edge] = []
    evidence: list[Evidence] = []
    for kind, name in resolved.tables():
        for columns in map(decode, map(load, resolved.pieces(kind, name))):
            rows = zip(*columns.values(), strict=True)
            if kind == "nodes":
                props = [*columns][2:]
                label = cast(Label, name)
                found_nodes += [Node(id, label, text, dict(zip(props, own, strict=True))) for id, text, *own in rows]
            elif kind == "evidence":
                evidence += [Evidence(*row) for row in rows]
            else:
                own_names = [*columns][len(EDGE_COLUMNS) :]
                found_edges += [_edge(cast(EdgeType, name), row, own_names) for row in rows]
    found_nodes.sort(key=lambda node: node.id)
    found_edges.sort(key=lambda edge: edge.id)
    evidence.sort(key=lambda item: item.edge)
    return GraphTables(tuple(found_nodes), tuple(found_edges), tuple(evidence))


def _edge(type: EdgeType, row: tuple[Any, ...], own: Sequence[str]) -> Edge:
    id, source, target, weight, first, last, confidence, *values = row
    props = {name: value for name, value in zip(own, values, strict=True) if value is not None}
    return Edge(id, type, source, target, weight, first, last, confidence, props)
