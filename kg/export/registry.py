"""The formats: what each is called, whether it is a file or a folder, and what it keeps of the evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeAlias, cast

from kg.errors import UsageError
from kg.export.files import whole_file, whole_folder
from kg.export.outcome import Exported
from kg.export.selection import Selection
from kg.export.source import Source
from kg.store.ask import nearest
from kg.store.rows import in_bulk

Writer: TypeAlias = Callable[[Source, Path], Exported]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `module` holds its ``write(source, path)``; `evidence` says in which form the evidence is kept."""

    name: str
    kind: Literal["file", "folder"]
    suffix: str
    module: str
    title: str
    evidence: str

    def writer(self) -> Writer:
        """The function that writes it, loaded when first used."""
        return cast(Writer, import_module(f"kg.export.{self.module}").write)


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(
            "graphml", "file", ".graphml", "graphml", "Gephi, yEd, Cytoscape, networkx, igraph", "JSON on each edge"
        ),
        Format("gexf", "file", ".gexf", "gexf", "Gephi, with a time line", "JSON on each edge"),
        Format(
            "csv", "folder", "", "csv_tables", "tables for Excel, R, a database", "a table a type, a row a sentence"
        ),
        Format(
            "parquet", "folder", "", "parquet", "tables for pandas, DuckDB, Spark", "a table a type, a row a sentence"
        ),
        Format("neo4j-admin", "folder", "", "neo4j_admin", "bulk import into Neo4j", "parallel lists on each edge"),
        Format(
            "jsonld", "file", ".jsonld", "jsonld", "linked data, schema.org", "a node a sentence, at each statement"
        ),
        Format(
            "ftm",
            "file",
            ".ftm.json",
            "ftm",
            "FollowTheMoney: Aleph, OpenSanctions",
            "sentences and articles on each link",
        ),
        Format(
            "cypher",
            "file",
            ".cypher",
            "cypher",
            "a script for cypher-shell or Neo4j Browser",
            "parallel lists on each edge",
        ),
        Format("jsonl", "file", ".jsonl", "jsonl", "JSON Lines for programs", "a list on each edge"),
    )
}


def export(graph: str | Path, form: str, output: str | Path, selection: Selection | None = None) -> Exported:
    """Write the graph folder `graph`, or the selected part of it, as `form` (one of `FORMATS`) to `output`.

    A file or folder of an earlier export is replaced in one step. Raises `UsageError` for an unknown format or a folder
    that holds other things, `KgError` where the graph cannot be read or the output not be written.
    """
    chosen = find_format(form)
    with in_bulk():
        source = Source(graph, selection)
        place = (whole_file if chosen.kind == "file" else whole_folder)(Path(output))
        with place as path:
            return chosen.writer()(source, path)


def find_format(name: str) -> Format:
    """The format called `name`; `UsageError` with the nearest names where there is none."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}{nearest(name, FORMATS)}; there are {', '.join(FORMATS)}")
    return FORMATS[name]
