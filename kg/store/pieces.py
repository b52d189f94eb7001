"""A graph folder written from pieces: tables that come part by part and are never held whole.

A table's pieces are batches of rows in Arrow's stream form, one after the other in the order of ids. They are put
together batch by batch into the file that `kg.store.folder` would write of the whole table.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.model import EDGE_TYPES, NODE_PROPERTIES
from kg.resolve.scratch import Segment, load

#: A function and its arguments; and what runs such steps and gives what they give, in their order.
Step: TypeAlias = tuple[Callable[..., dict[str, Any]], tuple[Any, ...]]
Run: TypeAlias = Callable[[Iterable[Step]], Iterator[Any]]

#: the words of the ontology for types → Arrow's
ARROW_TYPES = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "strings": pa.list_(pa.string()),
    "ints": pa.list_(pa.int64()),
}
EDGE_FIELDS = {
    "id": "string",
    "source": "string",
    "target": "string",
    "weight": "int",
    "first_seen": "string",
    "last_seen": "string",
    "confidence": "float",
}
EVIDENCE_FIELDS = {
    "edge": "string",
    "article": "string",
    "sentence": "string",
    "start": "int",
    "end": "int",
    "raw_start": "int",
    "raw_end": "int",
    "confidence": "float",
    "rule": "string",
}
#: Rows of which a digest is taken at once, and rows that a Parquet file holds together.
_BATCH = 1 << 16
_GROUP = 1 << 17


def fields_of(kind: str, name: str) -> dict[str, str]:
    """The columns of a table and their types in the words of the ontology."""
    if kind == "nodes":
        return {"id": "string", "name": "string", **NODE_PROPERTIES[name]}  # type: ignore[index]
    return {**EDGE_FIELDS, **EDGE_TYPES[name][2]} if kind == "edges" else dict(EVIDENCE_FIELDS)  # type: ignore[index]


def arrow_table(kind: str, name: str, columns: Mapping[str, Sequence[Any]]) -> Any:
    """`columns` as an Arrow table: lists that are absent are empty, other values null."""
    arrays = []
    for column, type_ in fields_of(kind, name).items():
        values = columns[column]
        if type_ in ("strings", "ints"):
            values = [() if value is None else value for value in values]
        arrays.append(pa.array(values, type=ARROW_TYPES[type_]))
    return pa.table(arrays, names=list(fields_of(kind, name)))


def encode(kind: str, name: str, columns: Mapping[str, Sequence[Any]]) -> bytes:
    """A piece of a table, for `write_piecewise`."""
    table = arrow_table(kind, name, columns)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def write_table(root: str, kind: str, name: str, pieces: Sequence[Segment]) -> dict[str, Any]:
    """Write a table of pieces; gives its entry in the manifest. Raises `KgError` where it cannot be written."""
    batches = (batch for piece in pieces for batch in pa.ipc.open_stream(load(piece)))
    return write_batches(Path(root), kind, name, batches)


def write_batches(root: Path, kind: str, name: str, batches: Iterable[Any]) -> dict[str, Any]:
    """As `write_table`, from Arrow batches. A file that is there already is not written again.

    The file's name is the digest of its rows, which does not depend on how they came nor on how Parquet lays them out.
    """
    schema = arrow_table(kind, name, {column: [] for column in fields_of(kind, name)}).schema
    folder = root / kind
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{name}.{os.getpid()}"
    digest, rows = _Digest(), 0
    try:
        with (
            pa.ipc.new_stream(pa.PythonFile(digest, mode="w"), schema) as told,
            pq.ParquetWriter(aside, schema, compression="zstd") as file,
        ):
            for group in _grouped(batches, _GROUP):
                table = pa.Table.from_batches([group])
                file.write_table(table, row_group_size=_GROUP)
                told.write_table(table, max_chunksize=_BATCH)
                rows += group.num_rows
        path = f"{kind}/{name}-{digest.hex()[:16]}.parquet"
        if (root / path).exists():
            aside.unlink()
        else:
            os.replace(aside, root / path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{folder / name}: cannot write ({error.strerror or error})") from None
    return {"path": path, "kind": kind, "name": name, "rows": rows, "digest": digest.hex()}


def _grouped(batches: Iterable[Any], size: int) -> Iterator[Any]:
    """The rows of `batches` in contiguous batches of `size` rows, the last one shorter."""
    waiting: list[Any] = []
    held = 0
    for batch in batches:
        while batch.num_rows:
            part = batch.slice(0, size - held)
            waiting.append(part)
            held += part.num_rows
            batch = batch.slice(part.num_rows)
            if held == size:
                yield _one(waiting)
                waiting, held = [], 0
    if held:
        yield _one(waiting)


def _one(batches: Sequence[Any]) -> Any:
    return pa.Table.from_batches(batches).combine_chunks().to_batches()[0]


class _Digest:
    """A file that keeps the SHA-256 of what is written into it."""

    closed = False

    def __init__(self) -> None:
        self._sum = hashlib.sha256()

    def write(self, data: Any) -> int:
        self._sum.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def hex(self) -> str:
        return self._sum.hexdigest()
