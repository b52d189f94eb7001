"""Pieces of tables as plain bytes, for a graph that is put together in memory."""

from __future__ import annotations

import marshal
from typing import cast

from kg.resolve.edges import Columns


def encode(kind: str, name: str, columns: Columns) -> bytes:
    """The columns of a piece of table `name` of `kind`, laid down."""
    return marshal.dumps(columns)


def decode(data: bytes) -> Columns:
    """What `encode` has laid down."""
    return cast(Columns, marshal.loads(data))
