"""Files for ``neo4j-admin database import full``: the fastest way of a whole graph into an empty Neo4j.

Nodes and edges have the properties that `kg load` writes, so that queries run alike on both. Null and empty lists stand
as nothing: the import knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from kg.export.gathered import gathered
from kg.export.outcome import Exported
from kg.export.source import Source
from kg.model import EDGE_EVIDENCE_PROPERTIES, EDGE_TYPES, NODE_PROPERTIES

#: Between the items of a list: no text in a list holds it (it is replaced where one does).
_BETWEEN = "\x1f"
_TYPES = {"string": "string", "int": "long", "float": "double", "strings": "string[]", "ints": "long[]"}
#: Text always in quotes, null as nothing: an empty text and a missing one differ only so.
_OPTIONS = csv.WriteOptions(include_header=False, quoting_style="needed")
COMMAND = "import.sh"


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`: data and header files, and the command as ``import.sh``."""
    (path / "nodes").mkdir()
    (path / "edges").mkdir()
    nodes = edges = 0
    inputs: list[str] = []
    for label in source.labels:
        fields = {"name": "string", **NODE_PROPERTIES[label]}
        inputs.append(_header(path, "nodes", label, ["id:ID", *_typed(fields)]))
        rows = source.node_batches(label)
        nodes += _write(path / "nodes" / f"{label}.csv", rows, {"id": "string", **fields})
    for edge_type in source.types:
        fields = {"id": "string", **EDGE_TYPES[edge_type][2], **EDGE_EVIDENCE_PROPERTIES}
        inputs.append(_header(path, "edges", edge_type, [":START_ID", ":END_ID", *_typed(fields)]))
        rows = gathered(source, edge_type)
        edges += _write(path / "edges" / f"{edge_type}.csv", rows, {"source": "string", "target": "string", **fields})
    command = import_command(inputs)
    (path / COMMAND).write_text(f'#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n{command}\n', encoding="utf-8")
    note = "into a stopped, empty Neo4j (as its user, in the folder just written):\n" + command
    return Exported(nodes, edges, (note,))


def import_command(inputs: Iterable[str]) -> str:
    """The command that imports `inputs` (``--nodes=…``, ``--relationships=…``), to be run in the folder."""
    options = [
        "neo4j-admin database import full neo4j",
        "--id-type=string",
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        *inputs,
    ]
    return " \\\n  ".join(options)


def _header(path: Path, kind: str, name: str, fields: list[str]) -> str:
    """Write the header file of one table; its option of the command."""
    (path / kind / f"{name}-header.csv").write_text(",".join(fields) + "\n", encoding="utf-8")
    option = "nodes" if kind == "nodes" else "relationships"
    return f"--{option}={name}={kind}/{name}-header.csv,{kind}/{name}.csv"


def _typed(fields: Mapping[str, str]) -> Iterator[str]:
    return (f"{name}:{_TYPES[kind]}" for name, kind in fields.items())


def _write(path: Path, tables: Iterable[Any], fields: Mapping[str, str]) -> int:
    """Write the columns `fields` of `tables` into one file, there even without rows; how many rows it has."""
    count = 0
    with path.open("wb") as sink:
        for table in tables:
            columns = [
                _joined(table.column(n), kind) if kind.endswith("s") else table.column(n) for n, kind in fields.items()
            ]
            csv.write_csv(pa.table(columns, names=list(fields)), sink, _OPTIONS)
            count += len(table)
    return count


def _joined(column: Any, kind: str) -> Any:
    """A column of lists as texts; null for an empty list."""
    lists = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    items = lists.values
    items = pc.replace_substring(items, _BETWEEN, "\ufffd") if kind == "strings" else items.cast(pa.string())
    texts = pc.binary_join(pa.ListArray.from_arrays(lists.offsets, items), _BETWEEN)
    there = pc.fill_null(pc.greater(pc.list_value_length(lists), 0), False)
    return pc.if_else(there, texts, None)
