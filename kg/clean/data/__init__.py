"""The tables of the cleaner: how they are read. What they hold stands in docs/cleaning.md."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def read_bytes(name: str) -> bytes:
    """A table as it lies on disk."""
    return files(__package__).joinpath(name).read_bytes()


@cache
def csv_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV table with a header line."""
    head, *rows = csv.reader(read_bytes(name).decode("utf-8").splitlines())
    return tuple([dict(zip(head, row, strict=True)) for row in rows if row])


@cache
def text_table(name: str) -> str:
    """A plain text table without its line ends."""
    return "".join(read_bytes(name).decode("utf-8").split())


@cache
def words_table(name: str) -> tuple[str, ...]:
    """A table of words parted by blanks or line ends."""
    return tuple(read_bytes(name).decode("utf-8").split())
