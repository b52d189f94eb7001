"""What the blocks of the last resolution gave: ``blocks.parquet`` of a graph folder.

It is a cache: it may be deleted, and where it is missing, damaged or of another version of the resolver, every block is
resolved again. It holds the blocks of the last resolution only, so it does not grow with the number of builds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError

BLOCKS = "blocks.parquet"
_SCHEMA = pa.schema([("key", pa.binary(16)), ("result", pa.string())])
_VERSION = b"resolver"


class Kept(Mapping[bytes, str]):
    """The results of the last resolution by version `resolver`; none where the file does not fit or cannot be read.

    It is read when it is first asked, by each process for itself: what is sent to another process is the file's name.
    """

    def __init__(self, graph: Path, resolver: str) -> None:
        self._path = str(graph / BLOCKS)
        self._resolver = resolver
        self._table: tuple[Any, Any, Any] | None = None

    def __getstate__(self) -> tuple[str, str]:
        return self._path, self._resolver

    def __setstate__(self, state: tuple[str, str]) -> None:
        self._path, self._resolver = state
        self._table = None

    def __getitem__(self, key: bytes) -> str:
        heads, tails, results = self._read()
        head, tail = (int.from_bytes(half, "big") for half in (key[:8], key[8:]))
        at = int(np.searchsorted(heads, np.uint64(head)))
        while at < len(heads) and heads[at] == head:
            if tails[at] == tail:
                return str(results[at].as_py())
            at += 1
        raise KeyError(key)

    def __iter__(self) -> Iterator[bytes]:
        heads, tails, _ = self._read()
        for head, tail in zip(heads.tolist(), tails.tolist(), strict=True):
            yield head.to_bytes(8, "big") + tail.to_bytes(8, "big")

    def __len__(self) -> int:
        return len(self._read()[0])

    def _read(self) -> tuple[Any, Any, Any]:
        if self._table is None:
            self._table = _table(self._path, self._resolver)
        return self._table


@lru_cache(maxsize=1)  # steps are sent to a process one by one, each with a `Kept` of its own
def _table(path: str, resolver: str) -> tuple[Any, Any, Any]:
    """The keys in two halves, ascending, and the results."""
    none = np.empty(0, np.uint64), np.empty(0, np.uint64), ()
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException):
        return none
    if (table.schema.metadata or {}).get(_VERSION, b"").decode() != resolver or table.schema.names != _SCHEMA.names:
        return none
    keys = np.frombuffer(b"".join(table.column("key").to_pylist()), dtype=">u8").reshape(-1, 2)
    heads, tails = (np.ascontiguousarray(keys[:, half]).astype(np.uint64) for half in (0, 1))
    return heads, tails, table.column("result")


def _forget_read() -> None:
    """Let go of what was read: the file is about to be replaced."""
    _table.cache_clear()


def write_blocks(graph: Path, resolver: str, results: Mapping[bytes, str]) -> None:
    """Replace the file by `results`, in the order of their keys. Raises `KgError` where it cannot be written."""
    keys = sorted(results)
    columns = [pa.array(keys, _SCHEMA.field("key").type), pa.array([results[key] for key in keys], pa.string())]
    table = pa.table(columns, schema=_SCHEMA.with_metadata({_VERSION: resolver.encode()}))
    _forget_read()
    aside = graph / f".{BLOCKS}.{os.getpid()}"
    try:
        pq.write_table(table, aside, compression="zstd")
        os.replace(aside, graph / BLOCKS)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{graph / BLOCKS}: cannot write ({error.strerror or error})") from None
