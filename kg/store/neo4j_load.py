"""Loading a graph into Neo4j so that the database holds exactly this graph, whatever was there before.

Own nodes and edges bear ``_graph``, the graph's id; nothing else in the database is touched. What is there is read and
compared with the tables, then only the difference is written, in batches. So a load that was killed is simply run
again, and `compare` tells beforehand what a load would do. Order: schema, nodes, edges, then what vanished.

Rows that are not there are created, which costs the server about half of a MERGE; where a batch must be tried again,
and so may have been written without our knowing, it is merged.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, NamedTuple
from zlib import crc32

import neo4j

from kg.model import EDGE_EVIDENCE_PROPERTIES, EDGE_TYPES, NODE_PROPERTIES, GraphTables
from kg.store.files import statement, statements
from kg.store.hint_names import HINTS
from kg.store.hints import hints_by_id
from kg.store.neo4j_changes import LoadReport, TableChange
from kg.store.neo4j_seal import Mark, current_mark
from kg.store.neo4j_store import FORMER, Server, session, translated, until_committed
from kg.store.rows import SOURCE, TARGET, Row, edge_rows, in_bulk, node_rows

BATCH = 5000
_EDGE_BATCH = 2500  # edges carry sentences
_DELETE_BATCH = 10000

Progress = Callable[[str, int, int], None]
"""Called with (what, rows done, rows in all)."""


class _Load(NamedTuple):
    """A load statement, and whether its rows are not there yet."""

    file: str
    new: bool


@dataclass(frozen=True, slots=True)
class _Target:
    """Where to write, as which graph, and one entry for each transaction that wrote something."""

    server: Server
    graph_id: str
    commits: list[None] = field(default_factory=list)  # appending is safe from several threads


@dataclass
class _Plan:
    """One table's difference: rows to write, elements to delete."""

    kind: str
    name: str
    write: dict[_Load, list[Row]] = field(default_factory=lambda: defaultdict(list))
    delete: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    same: int = 0

    def summary(self) -> TableChange:
        return TableChange(self.kind, self.name, self.new, self.changed, self.same, len(self.delete))


def compare(
    server: Server, graph_id: str, tables: GraphTables, former: Mapping[str, str] | None = None
) -> tuple[TableChange, ...]:
    """What a load of `tables` would change in the database; writes nothing."""
    with translated(server.name), in_bulk():
        return tuple(plan.summary() for plan in _plans(server, graph_id, tables, former or {}))


def load(
    server: Server,
    graph_id: str,
    tables: GraphTables,
    former: Mapping[str, str] | None = None,
    *,
    progress: Progress | None = None,
    workers: int | None = None,
) -> LoadReport:
    """Make the database hold exactly `tables` under `graph_id`; nothing of others is changed.

    `former` (former id -> id of today) goes with the nodes, so that old links lead on there too.

    Transient errors are tried again with growing pauses. Raises `KgError` (one line) where the server goes away for
    good, refuses to write or is out of room; what was written until then is right, and the next load completes it.
    """
    started = time.monotonic()
    tell = progress or (lambda what, done, total: None)
    workers = workers or min(8, 2 * (os.cpu_count() or 1))
    with translated(server.name), in_bulk():
        notes = _schema(server)
        _names(server)
        target, before = _Target(server, graph_id), current_mark(server)
        plans = list(_plans(server, graph_id, tables, former or {}))
        for kind in ("nodes", "edges"):
            chosen = [plan for plan in plans if plan.kind == kind]
            total = sum(plan.new + plan.changed for plan in chosen)
            done = 0
            write = _write_nodes if kind == "nodes" else _write_edges
            for rows in write(target, chosen, workers):
                done += rows
                tell(kind, done, total)
        released = _remove(target, plans)
        after = current_mark(server)
    ours = before is not None and after == Mark(before.database, before.transaction + len(target.commits))
    return LoadReport(
        changes=tuple(plan.summary() for plan in plans),
        released=released,
        seconds=time.monotonic() - started,
        notes=tuple(notes),
        mark=after if ours else None,
    )


def unload(server: Server, graph_id: str) -> LoadReport:
    """Take the graph out of the database again; what others wrote stays. The schema stays too: others may use it."""
    started = time.monotonic()
    with translated(server.name), in_bulk():
        plans = list(_plans(server, graph_id, GraphTables(), {}))
        released = _remove(_Target(server, graph_id), plans)
    return LoadReport(tuple(p.summary() for p in plans), released, time.monotonic() - started)


# what is there, and what differs


def _plans(server: Server, graph_id: str, tables: GraphTables, former: Mapping[str, str]) -> Iterator[_Plan]:
    rows = _rows(tables, former)
    for label in NODE_PROPERTIES:
        yield _difference(server, graph_id, "nodes", label, rows)
    for edge_type in EDGE_TYPES:
        yield _difference(server, graph_id, "edges", edge_type, rows)


def _difference(
    server: Server, graph_id: str, kind: str, name: str, rows: Mapping[str, list[tuple[str, Row]]]
) -> _Plan:
    """One table's difference; what the database holds of it is streamed, and read again where reading is cut off.

    One file a type: Neo4j 2026.09 gives the ends of the wrong edge where the type is dynamic (``[r:$($type)]``).
    """

    def work(tx: neo4j.ManagedTransaction) -> _Plan:
        return _compared(_Plan(kind, name), rows.get(name, ()), tx.run(statement(f"load/held/{name}"), graph=graph_id))

    with session(server, reading=True) as s:
        return until_committed(s.execute_read, work)


def _compared(plan: _Plan, rows: Iterable[tuple[str, Row]], there: Iterable[neo4j.Record]) -> _Plan:
    """`plan` filled: what is `there` against the `rows` (load statement, row) that should be."""
    kind, name = plan.kind, plan.name
    wanted = {row["id"]: (load_file, row) for load_file, row in rows}
    known = set(_properties(kind, name))
    for held in there:
        load_file, row = wanted.pop(held["id"], ("", None))
        if row is None or (kind == "edges" and (held["source"], held["target"]) != (row["source"], row["target"])):
            plan.delete.append(held["element"])
            if row is not None:
                wanted[row["id"]] = (load_file, row)
            continue
        ours = {k: v for k, v in held["props"].items() if k in known}
        if ours == {k: v for k, v in row["props"].items() if v is not None}:
            plan.same += 1
        else:
            plan.changed += 1
            plan.write[_Load(load_file, new=False)].append(row)
    plan.new = len(wanted)
    for load_file, row in wanted.values():
        plan.write[_Load(load_file, new=True)].append(row)
    return plan


def _rows(tables: GraphTables, former: Mapping[str, str]) -> dict[str, list[tuple[str, Row]]]:
    """label or type -> (load statement, row), in the order of the tables."""
    out: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    once: dict[str, list[str]] = defaultdict(list)
    for old in sorted(former):
        once[former[old]].append(old)
    known = hints_by_id(tables)
    for label, nodes in node_rows(tables).items():
        file = f"load/nodes/{label}"
        for props in nodes:
            props[FORMER] = once.get(props["id"])
            props |= known[props["id"]]
            out[label].append((file, {"id": props.pop("id"), "props": props}))
    for (edge_type, source, target), edges in edge_rows(tables).items():
        file = f"load/edges/{edge_type}-{source}-{target}"
        out[edge_type] += [
            (file, {"id": p.pop("id"), "source": p.pop(SOURCE), "target": p.pop(TARGET), "props": p}) for p in edges
        ]
    return out


def _properties(kind: str, name: str) -> Iterable[str]:
    if kind == "nodes":
        return ("name", FORMER, *NODE_PROPERTIES[name], *HINTS[name])  # type: ignore[index]
    return (*EDGE_TYPES[name][2], *EDGE_EVIDENCE_PROPERTIES)  # type: ignore[index]


# writing


def _schema(server: Server) -> list[str]:
    """Make the constraints and indexes that are missing; return notes on those that others' schema forbids."""
    notes: list[str] = []
    with session(server) as s:
        there = {record["name"] for record in s.run("SHOW INDEXES YIELD name")}
        missing = [file for file in statements("schema") if _schema_name(file.statement) not in there]
        try:
            # one commit is much quicker than forty
            until_committed(s.execute_write, lambda tx: [tx.run(file.statement).consume() for file in missing])
        except neo4j.exceptions.ClientError as fault:
            _only_schema(fault)
            for file in missing:
                try:
                    s.run(file.statement).consume()
                except neo4j.exceptions.ClientError as error:
                    _only_schema(error)
                    said = " ".join(str(error.message).split())
                    notes.append(f"{file.name}: not made, the database has its own ({said})")
        if missing:
            s.run("CALL db.awaitIndexes(300)").consume()
    return notes


def _names(server: Server) -> None:
    """Make known what our properties and types are called: else the first rows that bear a name take a transaction
    of the server's own for it, which would look like another program's."""
    props = {"id", "_graph", *(p for label in NODE_PROPERTIES for p in _properties("nodes", label))}
    props |= {p for edge_type in EDGE_TYPES for p in _properties("edges", edge_type)}
    with suppress(neo4j.exceptions.ClientError), session(server) as s:  # without them a load is only not remembered
        s.run("UNWIND $names AS name CALL db.createProperty(name)", names=sorted(props)).consume()
        s.run("UNWIND $names AS name CALL db.createLabel(name)", names=list(NODE_PROPERTIES)).consume()
        s.run("UNWIND $names AS name CALL db.createRelationshipType(name)", names=list(EDGE_TYPES)).consume()


def _schema_name(text: str) -> str:
    """The name that a CREATE CONSTRAINT or CREATE INDEX statement gives."""
    return text.partition(" IF NOT EXISTS")[0].rpartition(" ")[2]


def _only_schema(error: neo4j.exceptions.ClientError) -> None:
    """Raise `error` again unless it is about other constraints or indexes."""
    if not (error.code or "").startswith("Neo.ClientError.Schema."):
        raise error


def _write_nodes(target: _Target, plans: Sequence[_Plan], workers: int) -> Iterator[int]:
    """Batches of nodes side by side: no two share a node."""
    jobs = [(load, batch) for plan in plans for load, rows in plan.write.items() for batch in _batches(rows, BATCH)]
    with ThreadPoolExecutor(workers) as pool:
        yield from _each(pool, [(target, load, batch) for load, batch in jobs], BATCH)


def _write_edges(target: _Target, plans: Sequence[_Plan], workers: int) -> Iterator[int]:
    """Batches of edges side by side such that no two at work share a node, so that none waits for another's lock."""
    with ThreadPoolExecutor(workers) as pool:
        for plan in plans:
            for load, rows in plan.write.items():
                for round_ in _rounds(rows, workers, apart=_apart(load.file)):
                    yield from _each(pool, [(target, load, part) for part in round_], _EDGE_BATCH)


def _apart(file: str) -> bool:
    """Whether the edges of a load statement go from one label to another, so that no node is at both sides."""
    _, source, target = file.rpartition("/")[2].split("-")
    return source != target


def _rounds(rows: Sequence[Row], workers: int, *, apart: bool) -> Iterator[list[list[Row]]]:
    """Rounds of row lists; the lists of one round share no node.

    Nodes are dealt into groups. Where sources and targets are `apart`, each round pairs every group of the one with
    another of the other, as many rounds as groups; else a round joins disjoint pairs of groups, as in a tournament.
    """
    groups = min(workers, len(rows) // _EDGE_BATCH)
    if groups < 2:
        yield [list(rows)]
        return
    cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
    groups *= 1 if apart else 2
    for row in rows:
        a, b = _group(row["source"], groups), _group(row["target"], groups)
        cells[(a, b) if apart else (min(a, b), max(a, b))].append(row)
    if apart:
        rounds = [[(i, (i + turn) % groups) for i in range(groups)] for turn in range(groups)]
    else:
        last = groups - 1
        rounds = [[(i, i) for i in range(groups)]]
        rounds += [
            [(turn, last), *(((turn + i) % last, (turn - i) % last) for i in range(1, groups // 2))]
            for turn in range(last)
        ]
    for meet in rounds:
        chosen = [cells[pair] for pair in (p if apart else (min(p), max(p)) for p in meet) if pair in cells]
        if chosen:
            yield chosen


def _group(node_id: str, groups: int) -> int:
    return crc32(node_id.encode()) % groups


def _each(pool: ThreadPoolExecutor, jobs: list[tuple[_Target, _Load, list[Row]]], step: int) -> Iterator[int]:
    """Run the jobs in batches of `step` rows; yield the rows of each job as it ends."""
    waiting = {pool.submit(_write, *job, step) for job in jobs}
    try:
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    finally:
        for future in waiting:
            future.cancel()


def _write(target: _Target, load: _Load, rows: list[Row], step: int) -> int:
    merging = statement(load.file)
    with session(target.server) as s:
        for batch in _batches(rows, step):
            given = {"graph": target.graph_id, "rows": batch}
            texts = chain([merging.replace("MERGE", "CREATE")] if load.new else [], repeat(merging))
            try:
                wrote = until_committed(s.execute_write, _run, texts, given)
            except neo4j.exceptions.ConstraintError:  # another load of this graph was quicker, or it is others' rule
                wrote = until_committed(s.execute_write, _run, repeat(merging), given)
            if wrote:
                target.commits.append(None)
    return len(rows)


def _run(tx: neo4j.ManagedTransaction, texts: Iterator[str], parameters: dict[str, Any]) -> bool:
    """Each try runs the next of `texts`; whether it wrote anything."""
    return tx.run(next(texts), parameters).consume().counters.contains_updates


def _remove(target: _Target, plans: Sequence[_Plan]) -> int:
    """Delete what vanished: edges first, then nodes; return how many nodes others' edges hang on."""
    released = 0
    graph_id = target.graph_id
    with session(target.server) as s:
        for plan in plans:
            if plan.kind == "edges":
                for batch in _batches(plan.delete, _DELETE_BATCH):
                    _change(target, s, "load/delete-edges", {"graph": graph_id, "elements": batch})
        for plan in plans:
            if plan.kind == "nodes":
                nulls = dict.fromkeys((p for p in _properties("nodes", plan.name) if p != "name"), None)
                for batch in _batches(plan.delete, _DELETE_BATCH):
                    _change(target, s, "load/delete-nodes", {"graph": graph_id, "elements": batch})
                    given = {
                        "graph": graph_id,
                        "elements": batch,
                        "label": plan.name,
                        "props": {**nulls, "_graph": None},
                    }
                    released += _change(target, s, "load/release-nodes", given)
    return released


def _change(target: _Target, s: neo4j.Session, file: str, parameters: Mapping[str, Any]) -> int:
    """Run one changing statement; return its one number, or 0."""
    text = statement(file)

    def work(tx: neo4j.ManagedTransaction) -> tuple[int, bool]:
        result = tx.run(text, dict(parameters))
        record = result.single()
        return int(record[0]) if record else 0, result.consume().counters.contains_updates

    number, wrote = until_committed(s.execute_write, work)
    if wrote:
        target.commits.append(None)
    return number


def _batches(items: Sequence[Any], size: int) -> Iterator[list[Any]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])
