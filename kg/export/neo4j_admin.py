"""Files for ``neo4j-admin database import full``: the fastest way of a whole graph into an empty Neo4j.

Nodes and edges have the properties that `kg load` writes, so that queries run alike on both. Null and empty lists stand
as nothing: the import knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.export.outcome import Exported
from kg.export.source import Fact, Source
from kg.model import EDGE_EVIDENCE_PROPERTIES, EDGE_TYPES, NODE_PROPERTIES

#: Between the items of a list: no text holds it (it is replaced where one does).
_BETWEEN = "\x1f"
_TYPES = {"string": "string", "int": "long", "float": "double", "strings": "string[]", "ints": "long[]"}
COMMAND = "import.sh"


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`: data and header files, and the command as ``import.sh``."""
    (path / "nodes").mkdir()
    (path / "edges").mkdir()
    nodes = edges = 0
    inputs: list[str] = []
    for label in source.labels:
        props = NODE_PROPERTIES[label]
        header = ["id:ID", "name:string", *(f"{name}:{_TYPES[kind]}" for name, kind in props.items())]
        inputs.append(_header(path, "nodes", label, header))
        with (path / "nodes" / f"{label}.csv").open("w", encoding="utf-8", errors="replace", newline="") as out:
            for node in source.nodes(label):
                nodes += 1
                out.write(_line((node.id, node.name, *map(node.props.get, props))))
    for edge_type in source.types:
        own = EDGE_TYPES[edge_type][2]
        typed = {**own, **EDGE_EVIDENCE_PROPERTIES}
        header = [":START_ID", ":END_ID", "id:string", *(f"{name}:{_TYPES[kind]}" for name, kind in typed.items())]
        inputs.append(_header(path, "edges", edge_type, header))
        with (path / "edges" / f"{edge_type}.csv").open("w", encoding="utf-8", errors="replace", newline="") as out:
            for fact in source.facts(edge_type):
                edges += 1
                out.write(_edge(fact, own))
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


def _edge(fact: Fact, own: Iterable[str]) -> str:
    """One edge as a line. Written out, not cell by cell: there are millions of them."""
    e, items = fact.edge, fact.evidence
    props = "".join([_cell(e.props.get(name)) + "," for name in own])
    if len(items) == 1:
        (item,) = items
        proofs = f'{_item(item.article)},{_item(item.sentence)},"{item.start}","{item.end}"'
    else:
        proofs = ",".join(
            (
                _cell(tuple(item.article for item in items)),
                _cell(tuple(item.sentence for item in items)),
                _cell(tuple(item.start for item in items)),
                _cell(tuple(item.end for item in items)),
            )
        )
    return (
        f"{_quoted(e.source)},{_quoted(e.target)},{_quoted(e.id)},{props}{e.weight},{e.confidence},"
        f"{_cell(e.first_seen)},{_cell(e.last_seen)},{proofs}\n"
    )


def _item(text: str) -> str:
    """A list of one text."""
    return _quoted(text.replace(_BETWEEN, "\ufffd"))


def _line(values: Iterable[Any]) -> str:
    return ",".join(map(_cell, values)) + "\n"


def _cell(value: Any) -> str:
    """Text always in quotes, null as nothing: an empty text and a missing one differ only so."""
    if isinstance(value, str):
        return _quoted(value)
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return _quoted(_BETWEEN.join(str(item).replace(_BETWEEN, "\ufffd") for item in value))
    return str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
