"""What the blocks of the last resolution gave: ``blocks.parquet`` of a graph folder.

It is a cache: it may be deleted, and where it is missing, damaged or of another version of the resolver, every block is
resolved again. It holds the blocks of the last resolution only, so it does not grow with the number of builds.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.resolve.blocks import Results

BLOCKS = "blocks.parquet"
_SCHEMA = pa.schema([("key", pa.binary(16)), ("result", pa.string())])
_VERSION = b"resolver"


def read_blocks(graph: Path, resolver: str) -> Results:
    """The results of the last resolution by version `resolver`; none where the file does not fit or cannot be read."""
    try:
        table = pq.read_table(graph / BLOCKS)
    except (OSError, pa.ArrowException):
        return {}
    if (table.schema.metadata or {}).get(_VERSION, b"").decode() != resolver or table.schema.names != _SCHEMA.names:
        return {}
    return dict(zip(table.column("key").to_pylist(), table.column("result").to_pylist(), strict=True))


def write_blocks(graph: Path, resolver: str, results: Mapping[bytes, str]) -> None:
    """Replace the file by `results`, in the order of their keys. Raises `KgError` where it cannot be written."""
    keys = sorted(results)
    columns = [pa.array(keys, _SCHEMA.field("key").type), pa.array([results[key] for key in keys], pa.string())]
    table = pa.table(columns, schema=_SCHEMA.with_metadata({_VERSION: resolver.encode()}))
    aside = graph / f".{BLOCKS}.{os.getpid()}"
    try:
        pq.write_table(table, aside, compression="zstd")
        os.replace(aside, graph / BLOCKS)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{graph / BLOCKS}: cannot write ({error.strerror or error})") from None
