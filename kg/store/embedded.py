"""The embedded Cypher store: kglite, derived from the Parquet tables and rebuilt whenever it does not fit them.

Its file is ``graph.<digest>.<form>-<kglite version>.kgl``: the name says what it was derived from and by whom, so that
a store of other tables or another version is never opened.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from kg.errors import KgError
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Evidence, GraphTables
from kg.store.base import Rows
from kg.store.cypher import CypherError, QueryTimeout, check_reading, first_line
from kg.store.lock import writer_lock
from kg.store.manifest import FolderInfo, folder_info

#: Raise it when the layout below changes: older stores are then rebuilt.
_FORM = 1

_INDEXED = {"Official": ("name",), "Organization": ("name",), "Region": ("name", "code"), "Meeting": ("name",)}


class EmbeddedStore:
    """A graph folder's embedded store, open for reading. Safe to use from several threads."""

    def __init__(self, name: str, graph: Any) -> None:
        self.name = name
        graph.read_only(True)
        self._graph: Any = graph
        self._lock = threading.Lock()

    def run(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        row_limit: int | None = None,
    ) -> Rows:
        """See `kg.store.base.Store.run`."""
        check_reading(statement)
        if self._graph is None:
            raise CypherError(f"{self.name}: the store is closed")
        try:
            with self._lock, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                result = self._graph.cypher(
                    statement,
                    params=dict(parameters or {}),
                    timeout_ms=int(timeout * 1000) if timeout else None,
                )
                if isinstance(result, str):
                    raise CypherError("FORMAT is not part of Cypher; use --format")
                columns = tuple(result.columns)
                rows = result.head(row_limit).to_list() if row_limit is not None else result.to_list()
                truncated = row_limit is not None and len(result) > row_limit
        except kglite.CypherTimeoutError:
            raise QueryTimeout(f"the query took longer than {timeout or 0:g} s and was stopped") from None
        except kglite.KgError as error:
            raise CypherError(first_line(error)) from None
        except (ValueError, TypeError) as error:
            raise CypherError(first_line(error)) from None
        return Rows(columns, tuple(tuple(_plain(row[c]) for c in columns) for row in rows), truncated)

    def close(self) -> None:
        """See `kg.store.base.Store.close`."""
        self._graph = None

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def open_embedded(directory: str | Path) -> EmbeddedStore:
    """Open the embedded store of a graph folder, building it first where it is missing, damaged or of other tables.

    Raises `KgError` where the folder holds no graph, or another program is building the store and does not end.
    """
    root = Path(directory)
    info = folder_info(root)
    path = root / _file_name(info)
    graph = _load(path)
    if graph is None:
        graph = _rebuild(root, info)
    return EmbeddedStore(str(root), graph)


def build_embedded(directory: str | Path) -> None:
    """Build the store of a graph folder now, where it is not there yet, so that the first question is quick."""
    open_embedded(directory).close()


def embed(tables: GraphTables) -> EmbeddedStore:
    """An embedded store of `tables` in memory only."""
    return EmbeddedStore("memory", _graph(tables))


def _file_name(info: FolderInfo) -> str:
    return f"graph.{info.digest[:16]}.{_FORM}-{kglite.__version__}.kgl"


def _load(path: Path) -> Any | None:
    """The store in `path`, or None where it is missing or damaged."""
    if not path.exists():
        return None
    try:
        return kglite.load(str(path), verify="eager")
    except (kglite.KgError, OSError, ValueError):
        return None


def _rebuild(root: Path, info: FolderInfo) -> Any:
    from kg.store.folder import read_graph  # brings Parquet, which opening a finished store does not need

    try:
        with writer_lock(root, wait=60.0):
            info = folder_info(root)  # it may have changed while we waited, or be there by now
            path = root / _file_name(info)
            graph = _load(path)
            if graph is not None:
                return graph
            graph = _graph(read_graph(root))
            _save(graph, path)
            return graph
    except PermissionError:  # a folder we may only read
        return _graph(read_graph(root))


def _save(graph: Any, path: Path) -> None:
    """Write the store; where that fails (read-only or full disk) the graph in memory still answers."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            graph.save(str(aside))
        os.replace(aside, path)
        for old in path.parent.glob("graph.*.kgl*"):
            if old != path:
                old.unlink(missing_ok=True)
    except (kglite.KgError, OSError):
        aside.unlink(missing_ok=True)


def _graph(tables: GraphTables) -> Any:
    """Build the kglite graph by its own bulk path."""
    label_of = {node.id: node.label for node in tables.nodes}
    lists = evidence_lists(tables)
    by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in tables.nodes:
        row: dict[str, Any] = {"id": node.id, "name": node.name}
        for prop, kind in NODE_PROPERTIES[node.label].items():
            row[prop] = _stored(node.props.get(prop), kind)
        by_label[node.label].append(row)
    by_ends: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in tables.edges:
        row = {
            "_source": edge.source,
            "_target": edge.target,
            "id": edge.id,
            "weight": edge.weight,
            "confidence": float(edge.confidence),
            "first_seen": edge.first_seen,
            "last_seen": edge.last_seen,
        }
        for prop, kind in EDGE_TYPES[edge.type][2].items():
            row[prop] = _stored(edge.props.get(prop), kind)
        row["articles"], row["sentences"], row["starts"], row["ends"] = lists.get(edge.id, ([], [], [], []))
        by_ends[edge.type, label_of[edge.source], label_of[edge.target]].append(row)
    spec = {
        "nodes": [
            # kglite answers `n.title` with the title field, so that the one label with a title must name it
            {"type": label, "id_field": "id", "title_field": _title_field(label), "records": rows}
            for label, rows in by_label.items()
        ],
        "connections": [
            {
                "type": edge_type,
                "source_type": source,
                "source_id_field": "_source",
                "target_type": target,
                "target_id_field": "_target",
                "records": rows,
            }
            for (edge_type, source, target), rows in by_ends.items()
        ],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = kglite.from_records(spec)
        for label, props in _INDEXED.items():
            if label in by_label:
                for prop in props:
                    graph.create_index(label, prop)
    if tuple(graph.shape) != (len(tables.nodes), len(tables.edges)):
        raise KgError("the embedded store does not hold what the tables hold")
    return graph


def evidence_lists(tables: GraphTables) -> dict[str, tuple[list[str], list[str], list[int], list[int]]]:
    """edge id -> parallel lists (articles, sentences, starts, ends), oldest article first; undated ones last."""
    published = {n.id: str(n.props.get("published") or "9999") for n in tables.nodes if n.label == "Article"}

    def order(item: Evidence) -> tuple[str, str, int, int]:
        return (published.get(item.article, "9999"), item.article, item.start, item.end)

    out: dict[str, tuple[list[str], list[str], list[int], list[int]]] = {}
    for item in sorted(tables.evidence, key=order):
        articles, sentences, starts, ends = out.setdefault(item.edge, ([], [], [], []))
        articles.append(item.article)
        sentences.append(item.sentence)
        starts.append(item.start)
        ends.append(item.end)
    return out


def _title_field(label: str) -> str:
    return "title" if "title" in NODE_PROPERTIES[label] else "name"  # type: ignore[index]


def _stored(value: Any, kind: str) -> Any:
    if kind in ("strings", "ints"):
        return list(value or ())
    if kind == "float" and value is not None:
        return float(value)
    return value


def _plain(value: Any) -> Any:
    """kglite's values in the contract's form."""
    if isinstance(value, dict):
        props = value.get("properties")
        if isinstance(props, dict) and "labels" in value:
            # `type` and `title` are kglite's own names for the label and the name
            kept = {k: v for k, v in props.items() if k != "type" and (k != "title" or "Article" in value["labels"])}
            return {"id": props.get("id"), "labels": list(value["labels"]), "properties": _plain_map(kept)}
        if isinstance(props, dict) and "type" in value:
            return {"id": props.get("id"), "type": value["type"], "properties": _plain_map(props)}
        if value.keys() == {"nodes", "relationships"}:
            return {"nodes": _plain(value["nodes"]), "edges": _plain(value["relationships"])}
        return _plain_map(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value


def _plain_map(value: Mapping[str, Any]) -> dict[str, Any]:
    return {str(k): _plain(v) for k, v in value.items()}
