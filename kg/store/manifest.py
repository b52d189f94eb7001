"""``tables.json``: which files of a graph folder count, and what they hold. Reading it needs no Parquet library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.model import SCHEMA_VERSION

MANIFEST = "tables.json"


@dataclass(frozen=True, slots=True)
class FolderInfo:
    """What ``tables.json`` says of a graph folder."""

    graph_id: str  # names this graph in a Neo4j database that holds others
    digest: str  # of all rows: two folders with one digest hold the same graph
    nodes: Mapping[str, int]  # label -> rows
    edges: Mapping[str, int]  # type -> rows
    evidence: int
    files: tuple[str, ...]  # relative paths, "/" between the parts


def folder_info(directory: str | Path) -> FolderInfo:
    """Read ``tables.json``; raise `KgError` where `directory` holds no graph, or one of another form."""
    root = Path(directory)
    try:
        data = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        version = data["schema_version"]
        entries = data["files"]
        info = FolderInfo(
            graph_id=data["graph_id"],
            digest=data["digest"],
            nodes={e["name"]: e["rows"] for e in entries if e["kind"] == "nodes"},
            edges={e["name"]: e["rows"] for e in entries if e["kind"] == "edges"},
            evidence=sum(e["rows"] for e in entries if e["kind"] == "evidence"),
            files=tuple(e["path"] for e in entries),
        )
    except FileNotFoundError:
        reason = (
            "no graph here yet; make one with: kg build ARTICLES --graph DIR" if root.is_dir() else "no such folder"
        )
        raise KgError(f"{root}: {reason}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KgError(f"{root / MANIFEST}: not readable ({error}); build the graph again with: kg build") from None
    if version != SCHEMA_VERSION:
        raise KgError(f"{root}: graph of form {version}, this program reads form {SCHEMA_VERSION}; build it again")
    return info
