"""CSV: ``nodes/<Label>.csv``, ``edges/<TYPE>.csv``, ``evidence/<TYPE>.csv``, as Excel and everything else reads it.

UTF-8 with a byte order mark (Excel takes Chinese for another encoding without), lists as JSON. A text that a
spreadsheet might run as a formula gets an apostrophe before it, and so does a text that begins with one: to have
the text back, take one leading apostrophe off.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from kg.export.outcome import Exported
from kg.export.proofs import compact
from kg.export.source import Source
from kg.export.tables import (
    EVIDENCE_FIELDS,
    Fields,
    Row,
    edge_and_evidence_rows,
    edge_fields,
    names,
    node_fields,
    node_rows,
)

#: A cell that begins so is a formula to some spreadsheet; the full-width signs too, in Chinese and Japanese ones.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠'")


def write(source: Source, path: Path) -> Exported:
    """Write `source` into the folder `path`."""
    for kind in ("nodes", "edges", "evidence"):
        (path / kind).mkdir()
    nodes = edges = 0
    for label in source.labels:
        fields = node_fields(label)
        with _open(path / "nodes" / f"{label}.csv", fields) as sink:
            put, safe = _writer(sink), _safe_row(fields)
            for row in node_rows(source, label):
                put(safe(row))
                nodes += 1
    name_of = names(source)
    for edge_type in source.types:
        fields = edge_fields(edge_type)
        with (
            _open(path / "edges" / f"{edge_type}.csv", fields) as edge_sink,
            _open(path / "evidence" / f"{edge_type}.csv", EVIDENCE_FIELDS) as proof_sink,
        ):
            put_edge, safe_edge = _writer(edge_sink), _safe_row(fields)
            put_proof, safe_proof = _writer(proof_sink), _safe_row(EVIDENCE_FIELDS)
            for row, proofs in edge_and_evidence_rows(source, edge_type, name_of):
                put_edge(safe_edge(row))
                edges += 1
                for proof in proofs:
                    put_proof(safe_proof(proof))
    return Exported(nodes, edges)


def safe(text: str) -> str:
    """`text` as a cell that no spreadsheet runs."""
    text = text.replace("\x00", "\ufffd")
    return f"'{text}" if text[:1] in _FORMULA else text


def _open(path: Path, fields: Fields) -> IO[str]:
    sink = path.open("w", encoding="utf-8-sig", errors="replace", newline="")
    csv.writer(sink, lineterminator="\r\n").writerow(fields)
    return sink


def _writer(sink: IO[str]) -> Callable[[list[Any]], Any]:
    return csv.writer(sink, lineterminator="\r\n").writerow


def _safe_row(fields: Fields) -> Callable[[Row], list[Any]]:
    """A function that makes a row safe: only text can be a formula, only lists become JSON."""
    texts = [i for i, kind in enumerate(fields.values()) if kind == "string"]
    lists = [i for i, kind in enumerate(fields.values()) if kind in ("strings", "ints")]

    def make(row: Row) -> list[Any]:
        out = list(row)
        for i in texts:
            if out[i]:
                out[i] = safe(out[i])
        for i in lists:
            out[i] = compact(out[i]) if out[i] else None
        return out

    return make
