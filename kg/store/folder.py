"""The graph at rest: a folder of Parquet tables.

``nodes/<Label>-<digest>.parquet``, ``edges/<TYPE>-<digest>.parquet``, ``evidence/<TYPE>-<digest>.parquet`` and
``tables.json``, which names the files that count. A write puts the new files beside the old ones, then replaces
``tables.json`` in one rename: a reader sees the whole old graph or the whole new one, whenever the writer was killed.
The digest is that of the rows, so that a table that has not changed is not written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias, cast

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.model import (
    EDGE_TYPES,
    NODE_PROPERTIES,
    SCHEMA_VERSION,
    Edge,
    EdgeType,
    Evidence,
    GraphTables,
    Label,
    Node,
    Value,
)
from kg.resolve.scratch import Segment
from kg.store.lock import writer_lock
from kg.store.manifest import MANIFEST, FolderInfo, folder_info
from kg.store.pieces import (
    EDGE_FIELDS,
    EVIDENCE_FIELDS,
    Run,
    Step,
    arrow_table,
    fields_of,
    write_batches,
    write_table,
)
from kg.store.rows import in_bulk

#: (kind, label or type) -> the Arrow table of that name; kinds are nodes, edges, evidence
ArrowTables: TypeAlias = Mapping[tuple[str, str], Any]

_KINDS = ("nodes", "edges", "evidence")


def write_graph(directory: str | Path, tables: GraphTables, *, graph_id: str | None = None) -> bool:
    """Write `tables` as the graph of `directory`, whole or not at all; rows are put in the order of their ids.

    Returns whether anything changed. `graph_id` is kept from the folder's earlier graph, or drawn, where not given.
    Raises `KgError` where the tables contradict the ontology (unknown label, edge without its ends, id used twice)
    or another program is writing the folder.
    """
    root = Path(directory)
    check_tables(tables)
    with in_bulk():
        steps: list[Step] = [(write_batches, (root, kind, name, t.to_batches())) for kind, name, t in _split(tables)]
        return _write(root, steps, _here, graph_id)


def write_pieces(
    directory: str | Path,
    pieces: Iterable[tuple[str, str, Sequence[Segment]]],
    run: Run,
    *,
    graph_id: str | None = None,
) -> bool:
    """As `write_graph`, from tables in pieces: (kind, label or type, pieces that `kg.store.pieces.encode` laid down).

    `run` writes the tables, several at a time where it has several processes. What the pieces say is not checked
    against the ontology.
    """
    root = Path(directory)
    return _write(root, [(write_table, (str(root), *table)) for table in pieces], run, graph_id)


def _write(root: Path, steps: Iterable[Step], run: Run, graph_id: str | None) -> bool:
    """Run the steps that write a table each, and let the folder's manifest name what they have written."""
    with writer_lock(root):
        old = folder_info(root) if (root / MANIFEST).exists() else None
        written = {str(entry.pop("path")): entry for entry in run(steps)}
        digest = hashlib.sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()
        graph_id = graph_id or (old.graph_id if old else uuid.uuid4().hex)
        if old is not None and old.digest == digest and old.graph_id == graph_id:
            return False
        manifest = {
            "schema_version": SCHEMA_VERSION,
            "graph_id": graph_id,
            "digest": digest,
            "files": [{"path": path, **entry} for path, entry in sorted(written.items())],
        }
        _replace(root / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        _sweep(root, set(written))
    return True


def _here(steps: Iterable[Step]) -> Iterator[Any]:
    return (step(*arguments) for step, arguments in steps)


def read_graph(directory: str | Path) -> GraphTables:
    """Read a graph folder back, each table in the order of its ids.

    Properties that are null are absent from ``props``; list properties are always there. Raises `KgError` where the
    folder holds no graph or a table is missing or damaged.
    """
    root = Path(directory)
    info = folder_info(root)
    with in_bulk():
        return _read_tables(root, info)


def read_arrow(directory: str | Path) -> ArrowTables:
    """The tables of a graph folder as they lie there, rows in the order of their ids; raises what `read_graph` does."""
    root = Path(directory)
    return {_table_of(path): _read_parquet(root / path) for path in folder_info(root).files}


def as_arrow(tables: GraphTables) -> ArrowTables:
    """`tables` in the form of `read_arrow`."""
    return {(kind, name): table for kind, name, table in _split(tables)}


def _table_of(path: str) -> tuple[str, str]:
    """``edges/HOLDS-<digest>.parquet`` → edges, HOLDS."""
    kind, _, rest = path.partition("/")
    return kind, rest.rpartition("-")[0]


def _read_tables(root: Path, info: FolderInfo) -> GraphTables:
    nodes: list[Node] = []
    edges: list[Edge] = []
    evidence: list[Evidence] = []
    for path in info.files:
        kind, name = _table_of(path)
        table = _read_parquet(root / path)
        columns = {column: table.column(column).to_pylist() for column in table.column_names}
        if kind == "nodes":
            label = cast(Label, name)
            kinds = NODE_PROPERTIES[label]
            rows = zip(columns["id"], columns["name"], _props(kinds, columns), strict=True)
            nodes.extend(Node(node_id, label, text, props) for node_id, text, props in rows)
        elif kind == "edges":
            edge_type = cast(EdgeType, name)
            fields = zip(*(columns[f] for f in EDGE_FIELDS), strict=True)
            for (edge_id, source, target, weight, first, last, confidence), props in zip(
                fields, _props(EDGE_TYPES[edge_type][2], columns), strict=True
            ):
                edges.append(Edge(edge_id, edge_type, source, target, weight, first, last, confidence, props))
        else:
            evidence.extend(map(Evidence, *(columns[f] for f in EVIDENCE_FIELDS)))
    nodes.sort(key=lambda n: n.id)
    edges.sort(key=lambda e: e.id)
    evidence.sort(key=evidence_order)
    return GraphTables(tuple(nodes), tuple(edges), tuple(evidence))


def evidence_order(item: Evidence) -> tuple[str, str, int, int, str]:
    """The stable order of evidence rows."""
    return (item.edge, item.article, item.start, item.end, item.sentence)


def check_tables(tables: GraphTables) -> None:
    """Raise `KgError` where `tables` contradict the ontology; every message names the row."""
    label_of: dict[str, Label] = {}
    for node in tables.nodes:
        if node.label not in NODE_PROPERTIES:
            raise KgError(f"node {node.id}: unknown label {node.label}")
        if not node.id or label_of.setdefault(node.id, node.label) != node.label:
            raise KgError(f"node id {node.id!r} stands for a {label_of.get(node.id)} and a {node.label}")
        if unknown := node.props.keys() - NODE_PROPERTIES[node.label].keys():
            raise KgError(f"node {node.id}: {node.label} has no property {sorted(unknown)[0]}")
    if len(label_of) != len(tables.nodes):
        raise KgError("two nodes bear one id")
    edge_ids: set[str] = set()
    for edge in tables.edges:
        if edge.type not in EDGE_TYPES:
            raise KgError(f"edge {edge.id}: unknown type {edge.type}")
        sources, targets, own = EDGE_TYPES[edge.type]
        for end, allowed in ((edge.source, sources), (edge.target, targets)):
            if end not in label_of:
                raise KgError(f"edge {edge.id}: its end {end} is no node of the graph")
            if label_of[end] not in allowed:
                raise KgError(f"edge {edge.id}: {edge.type} cannot stand at a {label_of[end]}")
        if edge.id in edge_ids:
            raise KgError(f"edge id {edge.id!r} used twice")
        if unknown := edge.props.keys() - own.keys():
            raise KgError(f"edge {edge.id}: {edge.type} has no property {sorted(unknown)[0]}")
        edge_ids.add(edge.id)
    for item in tables.evidence:
        if item.edge not in edge_ids:
            raise KgError(f"evidence of article {item.article}: edge {item.edge} is not in the graph")


def _split(tables: GraphTables) -> Iterator[tuple[str, str, Any]]:
    """(kind, label or type, Arrow table) of the tables that have rows, in a stable order."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in tables.nodes:
        nodes[node.label].append(node)
    for label in NODE_PROPERTIES:
        if label in nodes:
            nodes[label].sort(key=lambda n: n.id)
            rows: list[Mapping[str, Any]] = [{"id": n.id, "name": n.name, **n.props} for n in nodes[label]]
            yield "nodes", label, _arrow("nodes", label, rows)
    edges: dict[str, list[Edge]] = defaultdict(list)
    type_of: dict[str, str] = {}
    for edge in tables.edges:
        edges[edge.type].append(edge)
        type_of[edge.id] = edge.type
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for item in tables.evidence:
        evidence[type_of[item.edge]].append(item)
    for edge_type in EDGE_TYPES:
        if edge_type in edges:
            edges[edge_type].sort(key=lambda e: e.id)
            rows = [{**{f: getattr(e, f) for f in EDGE_FIELDS}, **e.props} for e in edges[edge_type]]
            yield "edges", edge_type, _arrow("edges", edge_type, rows)
        if edge_type in evidence:
            evidence[edge_type].sort(key=evidence_order)
            rows = [{f: getattr(item, f) for f in EVIDENCE_FIELDS} for item in evidence[edge_type]]
            yield "evidence", edge_type, _arrow("evidence", edge_type, rows)


def _arrow(kind: str, name: str, rows: Sequence[Mapping[str, Any]]) -> Any:
    return arrow_table(kind, name, {column: [row.get(column) for row in rows] for column in fields_of(kind, name)})


def _props(kinds: Mapping[str, str], columns: Mapping[str, list[Any]]) -> Iterator[dict[str, Value]]:
    """One dict of properties a row: null ones left out, lists always there."""
    if not kinds:
        yield from ({} for _ in columns["id"])
        return
    names = list(kinds)
    many = [kinds[name] in ("strings", "ints") for name in names]
    for values in zip(*(columns[name] for name in names), strict=True):
        yield {
            name: tuple(value or ()) if is_list else value
            for name, is_list, value in zip(names, many, values, strict=True)
            if is_list or value is not None
        }


def _read_parquet(path: Path) -> Any:
    try:
        with pq.ParquetFile(path) as table:  # not read_table: it imports pandas where there is one, half a second
            return table.read()
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0][:200]
        raise KgError(f"{path}: damaged or missing ({reason}); build the graph again with: kg build") from None


def _replace(path: Path, data: bytes) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(aside, "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(aside, path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write ({error.strerror or error})") from None


def _sweep(root: Path, keep: set[str]) -> None:
    """Remove tables of earlier graphs and what killed writers left."""
    for kind in _KINDS:
        for path in (root / kind).glob("*"):
            if f"{kind}/{path.name}" not in keep and (path.suffix == ".parquet" or path.name.startswith(".")):
                path.unlink(missing_ok=True)
