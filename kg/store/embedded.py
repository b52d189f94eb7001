"""The embedded Cypher store: kglite, derived from the Parquet tables and rebuilt whenever it does not fit them.

Its file is ``graph.<digest>.<form>-<kglite version>.kgl``: the name says what it was derived from and by whom, so that
a store of other tables or another version is never opened.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kglite

from kg.errors import KgError
from kg.model import GraphTables
from kg.store.base import Rows
from kg.store.cypher import CypherError, QueryTimeout, check_reading, first_line
from kg.store.former import former_ids
from kg.store.hint_names import HINT_NAMES
from kg.store.lock import writer_lock
from kg.store.manifest import FolderInfo, folder_info

if TYPE_CHECKING:
    from kg.store.folder import ArrowTables

#: Raise it when the layout below changes: older stores are then rebuilt.
_FORM = 3
#: With more edges than this the store is a folder that is mapped, not a file that is read: it opens faster.
_LARGE = 120_000
_SIZES = "sizes.json"
_SHORT = 1 << 20  # bytes; what is longer is not read only to be checked

kglite.set_query_warning_policy("silent")  # what it would print goes into `Rows.notes` instead

_INDEXED = {"Official": ("name",), "Organization": ("name",), "Region": ("name", "code"), "Meeting": ("name",)}


class EmbeddedStore:
    """A graph folder's embedded store, open for reading. Safe to use from several threads."""

    def __init__(self, name: str, graph: Any, folder: Path | None = None) -> None:
        self.name = name
        self._folder = folder
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
        plain = tuple(tuple(_plain(row[c]) for c in columns) for row in rows)
        return Rows(columns, plain, truncated, tuple(result.warnings))

    def current_id(self, former: str) -> str | None:
        """See `kg.store.former.KnowsFormerIds`; read anew each time, as it is rarely asked."""
        return former_ids(self._folder).get(former) if self._folder is not None else None

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
    return EmbeddedStore(str(root), graph, root)


def build_embedded(directory: str | Path) -> None:
    """Build the store of a graph folder now, where it is not there yet, so that the first question is quick."""
    open_embedded(directory).close()


def embed(tables: GraphTables) -> EmbeddedStore:
    """An embedded store of `tables` in memory only."""
    from kg.store.folder import as_arrow

    return EmbeddedStore("memory", _graph(as_arrow(tables)))


def _file_name(info: FolderInfo) -> str:
    return f"graph.{info.digest[:16]}.{_FORM}-{kglite.__version__}.kgl"


def _load(path: Path) -> Any | None:
    """The store at `path`, or None where it is missing or damaged."""
    try:
        if path.is_dir():
            return kglite.load(str(path)) if _intact(path) else None
        return kglite.load(str(path), verify="eager") if path.exists() else None
    except (kglite.KgError, OSError, ValueError):
        return None


def _rebuild(root: Path, info: FolderInfo) -> Any:
    from kg.store.folder import read_arrow  # brings Parquet, which opening a finished store does not need

    try:
        with writer_lock(root, wait=60.0):
            info = folder_info(root)  # it may have changed while we waited, or be there by now
            path = root / _file_name(info)
            graph = _load(path)
            if graph is not None:
                return graph
            graph = _graph(read_arrow(root))
            return _save(graph, path, on_disk=sum(info.edges.values()) > _LARGE)
    except PermissionError:  # a folder we may only read
        return _graph(read_arrow(root))


def _save(graph: Any, path: Path, *, on_disk: bool) -> Any:
    """Write the store and give the graph to use; where writing fails (full disk) the graph in memory still answers."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if on_disk:  # a save after it would write everything a second time, as a second generation
                graph.enable_disk_mode(str(aside))
            else:
                graph.save(str(aside))
        if on_disk:
            _note_sizes(aside)
        _remove(path)
        os.replace(aside, path)
        for old in path.parent.glob("graph.*.kgl*"):
            if old != path:
                _remove(old)
        return _load(path) or graph if on_disk else graph
    except (kglite.KgError, OSError):
        if not on_disk:
            _remove(aside)
        return graph


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _note_sizes(folder: Path) -> None:
    """Write down how long each file of a store folder is, and the checksum of the short ones."""
    (folder / _SIZES).write_text(json.dumps(_sizes(folder)), encoding="utf-8")


def _intact(folder: Path) -> bool:
    return bool(json.loads((folder / _SIZES).read_text(encoding="utf-8")) == _sizes(folder))


def _sizes(folder: Path) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != _SIZES and "lock" not in file.name:
            size = file.stat().st_size
            check = zlib.crc32(file.read_bytes()) if size <= _SHORT else 0
            out[file.relative_to(folder).as_posix()] = [size, check]
    return out


def _graph(tables: ArrowTables) -> Any:
    """Build the kglite graph by its own bulk path, over files that last as long as that takes."""
    from kg.store.bulk import write_blueprint

    labels = {name for kind, name in tables if kind == "nodes"}
    with _room() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = kglite.from_blueprint(write_blueprint(tables, folder), save=False)
        for label, props in _INDEXED.items():
            if label in labels:
                for prop in props:
                    graph.create_index(label, prop)
    held = tuple(sum(t.num_rows for (kind, _), t in tables.items() if kind == wanted) for wanted in ("nodes", "edges"))
    if tuple(graph.shape) != held:
        raise KgError("the embedded store does not hold what the tables hold")
    return graph


@contextmanager
def _room() -> Iterator[Path]:
    """A folder of its own among the system's temporary ones."""
    try:
        with tempfile.TemporaryDirectory(prefix="govkg-") as folder:
            yield Path(folder)
    except OSError as error:
        where = tempfile.gettempdir()
        raise KgError(f"{where}: cannot write what the store is made of ({error.strerror or error})") from None


def _plain(value: Any) -> Any:
    """kglite's values in the contract's form."""
    if isinstance(value, dict):
        props = value.get("properties")
        if isinstance(props, dict) and "labels" in value:
            # `type` and `title` are kglite's own names for the label and the name
            own = HINT_NAMES | ({"type"} if "Article" in value["labels"] else {"type", "title"})
            kept = {k: v for k, v in props.items() if k not in own}
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
