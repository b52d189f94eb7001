"""Rows that wait between two steps of resolution: spilled by partition, read back one partition at a time.

A step that runs over articles writes each row to the partition that its key falls into; the next step takes one
partition from all of them. So what is held at once is a partition, never the corpus. Rows are of plain tuples, texts,
numbers and frozen sets, laid down by `marshal`: nothing here outlives the resolution that wrote it.
"""

from __future__ import annotations

import marshal
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from kg.errors import KgError

#: Bytes at hand, or where they lie: file, offset, length.
Segment: TypeAlias = bytes | tuple[str, int, int]
#: (stream, partition) -> where its rows are.
Spilled: TypeAlias = dict[tuple[str, int], Segment]


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder for rows that wait, None to keep them in memory; and into how many partitions keyed rows fall."""

    folder: str | None
    partitions: int

    def spill(self, name: str) -> Spill:
        """A writer of rows; `name` is that of its file, and of no other."""
        return Spill(None if self.folder is None else os.path.join(self.folder, name))

    def of_id(self, id: str) -> int:
        """The partition of an id that ends in sixteen hexadecimal digits: ascending with the digits."""
        return int(id[-16:-12], 16) * self.partitions >> 16


class Spill:
    """Collects rows by stream and partition, and lays them down together."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._rows: dict[tuple[str, int], list[Any]] = defaultdict(list)
        self._raw: dict[tuple[str, int], bytes] = {}

    def rows(self, stream: str, partition: int = 0) -> list[Any]:
        """The rows of a stream and partition, to append to."""
        return self._rows[stream, partition]

    def raw(self, stream: str, partition: int, data: bytes) -> None:
        """Lay down bytes as they are."""
        self._raw[stream, partition] = data

    def close(self) -> Spilled:
        """Lay everything down; says where. Raises `KgError` where the file cannot be written."""
        if self._path is None:
            kept: Spilled = {key: marshal.dumps(rows) for key, rows in self._rows.items() if rows}
            return {**kept, **self._raw}
        out: Spilled = {}
        try:
            with open(self._path, "wb") as file:
                for key in list(self._rows):
                    if rows := self._rows.pop(key):
                        _lay(file, out, key, self._path, marshal.dumps(rows))
                for key, data in self._raw.items():
                    _lay(file, out, key, self._path, data)
        except OSError as error:
            raise KgError(f"{self._path}: cannot write ({error.strerror or error})") from None
        return out


def _lay(file: Any, out: Spilled, key: tuple[str, int], path: str, data: bytes) -> None:
    out[key] = path, file.tell(), len(data)
    file.write(data)


class Spills:
    """What many writers have laid down, by stream and partition, in the order of the writers."""

    def __init__(self) -> None:
        self._segments: dict[tuple[str, int], list[Segment]] = defaultdict(list)

    def add(self, spilled: Mapping[tuple[str, int], Segment]) -> None:
        """Take up what one writer has laid down."""
        for key, segment in spilled.items():
            self._segments[key].append(segment)

    def take(self, stream: str, partition: int = 0) -> list[Segment]:
        """Where the rows of a stream and partition are; they are given once and let go."""
        return self._segments.pop((stream, partition), [])

    def see(self, stream: str, partition: int = 0) -> list[Segment]:
        """As `take`, without letting go."""
        return list(self._segments.get((stream, partition), ()))

    def partitions(self, stream: str) -> list[int]:
        """The partitions of a stream that have rows, ascending."""
        return sorted(partition for name, partition in self._segments if name == stream)


def load(segment: Segment) -> bytes:
    """The bytes of a segment."""
    if isinstance(segment, bytes):
        return segment
    path, offset, length = segment
    with open(path, "rb") as file:
        file.seek(offset)
        return file.read(length)


def read(segments: Iterable[Segment]) -> Iterator[Any]:
    """The rows of segments, one segment in memory at a time."""
    for segment in segments:
        yield from marshal.loads(load(segment))


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers of the whole corpus, a few bytes each, for steps that need a few of them: at hand or in a file."""

    held: Any

    @classmethod
    def keep(cls, scratch: Scratch, name: str, values: Any) -> Column:
        """Lay `values` (a numpy array) down in the scratch folder, or hold them where there is none."""
        if scratch.folder is None:
            return cls(values)
        path = Path(scratch.folder, f"{name}.npy")
        np.save(path, values)
        return cls(str(path))

    def values(self) -> Any:
        """The array; of a file only what is looked at is brought into memory."""
        if not isinstance(self.held, str):
            return self.held
        return np.load(self.held, mmap_mode="r").view(np.ndarray)  # single values are read six times as fast so
