"""What a graph folder was built from: ``sources.parquet`` (which file gave which article) and ``kg.toml`` (how).

Both are written aside and renamed. ``kg.toml`` is written last of all: where it does not fit what the folder holds, the
last build was broken off, and the next one does the rest.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg import __version__
from kg.errors import KgError
from kg.model import SCHEMA_VERSION

SOURCES = "sources.parquet"
STATE = "kg.toml"


@dataclass(frozen=True, slots=True)
class State:
    """The fingerprints of a finished build: of the records in it, of the judgements, and of the resolver."""

    records: str
    judgements: str
    resolver: str


def read_sources(graph: Path) -> dict[str, str]:
    """Place (absolute path, with ``:line`` inside a container) -> key of the article it gave; empty where none yet."""
    path = graph / SOURCES
    if not path.exists():
        return {}
    try:
        table = pq.read_table(path)
        return dict(zip(table.column("place").to_pylist(), table.column("key").to_pylist(), strict=True))
    except (OSError, KeyError, pa.ArrowException) as error:
        raise KgError(f"{path}: damaged ({str(error).splitlines()[0]}); delete it and build again") from None


def write_sources(graph: Path, sources: Mapping[str, str]) -> None:
    """Replace the table of sources."""
    places = sorted(sources)
    table = pa.table(
        [pa.array(places, pa.string()), pa.array([sources[p] for p in places], pa.string())], names=["place", "key"]
    )
    aside = graph / f".{SOURCES}.{os.getpid()}"
    try:
        pq.write_table(table, aside, compression="zstd")
        os.replace(aside, graph / SOURCES)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{graph / SOURCES}: cannot write ({error.strerror or error})") from None


def read_state(graph: Path) -> State | None:
    """The state of the last finished build, None where there is none to be read."""
    try:
        with open(graph / STATE, "rb") as handle:
            built = tomllib.load(handle)["built"]
        return State(str(built["records"]), str(built["judgements"]), str(built["resolver"]))
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError):
        return None


def write_state(graph: Path, state: State, *, articles: int, extractor: str) -> None:
    """Write ``kg.toml``: the build is finished."""
    text = f"""# Written by kg build: what this graph was made from and how.
[form]
schema_version = {SCHEMA_VERSION}
kg_version = "{__version__}"

[built]
articles = {articles}
extractor = "{extractor}"
records = "{state.records}"
judgements = "{state.judgements}"
resolver = "{state.resolver}"
"""
    aside = graph / f".{STATE}.{os.getpid()}"
    try:
        aside.write_text(text, encoding="utf-8")
        os.replace(aside, graph / STATE)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{graph / STATE}: cannot write ({error.strerror or error})") from None


def fingerprint(versions: Mapping[str, str]) -> str:
    """Digest of which articles, by which extractor, are in a graph."""
    digest = hashlib.sha256()
    for key in sorted(versions):
        digest.update(f"{key} {versions[key]}\n".encode())
    return digest.hexdigest()[:32]


def file_digest(path: Path) -> str:
    """Digest of a file's bytes; of nothing where it does not exist."""
    return hashlib.sha256(path.read_bytes() if path.exists() else b"").hexdigest()[:32]
