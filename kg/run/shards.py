"""Extraction records at rest: append-only Parquet shards.

A shard is written aside and renamed, so it appears whole or not at all, and is never rewritten. Its name is the digest
of what is in it: two machines that record the same articles cannot overwrite each other with something else.

An entry is keyed by the article (SHA-256 of its raw bytes) and the version of the extractor that read it. Where an
article was recorded by several versions, the latest written entry counts.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.model import SCHEMA_VERSION, Record
from kg.resolve.article import Observation
from kg.resolve.sources import PART

FOLDER = "records"
_SCHEMA = pa.schema(
    [
        ("key", pa.string()),
        ("extractor", pa.string()),
        ("written", pa.int64()),
        ("note", pa.string()),
        ("sketch", pa.binary()),
        ("record", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as recorded. `note` says why an article without facts has none; `sketch` is its text's MinHash."""

    key: str
    extractor: str
    written: int  # seconds since 1970, UTC
    record: Record
    sketch: bytes = b""
    note: str | None = None


class Shards:
    """The record shards of one graph folder."""

    def __init__(self, graph: Path) -> None:
        self.folder = graph / FOLDER

    def files(self) -> list[Path]:
        """Finished shards, by name."""
        return sorted(p for p in self.folder.glob("*.parquet") if not p.name.startswith("."))

    def append(self, entries: Sequence[Entry]) -> Path:
        """Write `entries` (at least one) as one new shard and return its path. Raises `KgError` where it cannot."""
        texts = [json.dumps(e.record.to_json(), ensure_ascii=False, separators=(",", ":")) for e in entries]
        digest = hashlib.sha256()
        for entry, text in zip(entries, texts, strict=True):
            digest.update(f"{entry.key} {entry.extractor} {text}\n".encode("utf-8", "surrogatepass"))
        path = self.folder / f"{digest.hexdigest()[:24]}.parquet"
        if path.exists():
            return path
        columns = [
            [e.key for e in entries],
            [e.extractor for e in entries],
            [e.written for e in entries],
            [e.note for e in entries],
            [e.sketch for e in entries],
            [_encodable(text) for text in texts],
        ]
        table = pa.table(columns, schema=_SCHEMA.with_metadata({"schema_version": str(SCHEMA_VERSION)}))
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            pq.write_table(table, aside, compression="zstd")
            _sync(aside)
            os.replace(aside, path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise KgError(f"{path}: cannot write ({error.strerror or error})") from None
        return path

    def sweep(self) -> None:
        """Remove what killed writers left half-written. Call only while holding the folder's writer lock."""
        for path in self.folder.glob(".*.parquet.*"):
            path.unlink(missing_ok=True)

    def versions(self) -> dict[str, str]:
        """key -> extractor version of the entry that counts, for every recorded article."""
        latest: dict[str, tuple[int, str]] = {}
        for path in self.files():
            columns = _read(path, ["key", "extractor", "written"])
            for key, version, written in zip(*(columns.column(i).to_pylist() for i in range(3)), strict=True):
                if key not in latest or (written, version) > latest[key]:
                    latest[key] = (written, version)
        return {key: version for key, (_, version) in latest.items()}

    def notes(self, extractor: str) -> Iterator[tuple[str, str]]:
        """(key, note) of the articles that this version recorded without facts."""
        for path in self.files():
            columns = _read(path, ["key", "extractor", "note"])
            for key, version, note in zip(*(columns.column(i).to_pylist() for i in range(3)), strict=True):
                if note and version == extractor:
                    yield key, note

    def parts(self, keys: Mapping[str, str], size: int = PART) -> list[ShardPart]:
        """The entries of `keys` (key -> extractor version), each once, in parts of about `size`."""
        left = dict(keys)
        out: list[ShardPart] = []
        waiting: list[tuple[str, tuple[int, ...]]] = []
        for path in self.files():
            columns = _read(path, ["key", "extractor"])
            rows = []
            for row, (key, version) in enumerate(zip(*(columns.column(i).to_pylist() for i in range(2)), strict=True)):
                if left.get(key) == version:
                    del left[key]
                    rows.append(row)
            for at in range(0, len(rows), size):
                waiting.append((str(path), tuple(rows[at : at + size])))
                if sum(len(rows) for _, rows in waiting) >= size:
                    out.append(ShardPart(tuple(waiting)))
                    waiting = []
        return [*out, ShardPart(tuple(waiting))] if waiting else out

    def entries(self, keys: dict[str, str]) -> Iterator[Entry]:
        """The entries of `keys` (key -> extractor version), each once, shard by shard."""
        left = dict(keys)
        for path in self.files():
            table = _read(path, None)
            for row in table.to_pylist():
                if left.get(row["key"]) == row["extractor"]:
                    del left[row["key"]]
                    yield _entry(path, row)


@dataclass(frozen=True, slots=True)
class ShardPart:
    """Some entries, as a `kg.resolve.sources.Part`: shards and the rows of each that count."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def size(self) -> int:
        """How many entries there are."""
        return sum(len(rows) for _, rows in self.rows)

    def observations(self) -> Iterator[Observation]:
        """The records and sketches of the entries. Raises `KgError` where a shard is damaged."""
        for name, rows in self.rows:
            path = Path(name)
            table = _read(path, ["sketch", "record"])
            if len(rows) < table.num_rows:
                table = table.take(pa.array(rows))
            for sketch, record in zip(*(table.column(n).to_pylist() for n in ("sketch", "record")), strict=True):
                yield Observation(_record(path, record), sketch or b"")


def _entry(path: Path, row: dict[str, Any]) -> Entry:
    record = _record(path, row["record"])
    return Entry(row["key"], row["extractor"], row["written"], record, row["sketch"] or b"", row["note"])


def _record(path: Path, text: str) -> Record:
    try:
        return Record.from_json(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise KgError(f"{path}: a record cannot be read ({error}); delete this file and build again") from None


def _read(path: Path, columns: list[str] | None) -> Any:
    try:
        table = pq.read_table(path, columns=columns)
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0][:200]
        raise KgError(f"{path}: damaged ({reason}); delete this file and build again") from None
    version = (table.schema.metadata or {}).get(b"schema_version", b"?").decode()
    if version != str(SCHEMA_VERSION):
        raise KgError(f"{path}: records of form {version}, this program reads form {SCHEMA_VERSION}; build a new graph")
    return table


def _encodable(text: str) -> str:
    """Lone surrogates (from broken escapes in JSON input) cannot stand in UTF-8: they become U+FFFD."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _sync(path: Path) -> None:
    with open(path, "rb") as handle:
        os.fsync(handle.fileno())
