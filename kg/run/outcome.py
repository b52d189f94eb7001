"""What resolution leaves beside the graph: open questions and former ids."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from kg.errors import KgError
from kg.resolve import Resolved
from kg.resolve.conflicts import Conflict
from kg.resolve.judgements import Question
from kg.store.former import ALIASES, former_ids

QUESTIONS = "questions.jsonl"
CONFLICTS = "conflicts.jsonl"


def write_outcome(graph: Path, resolved: Resolved) -> None:
    """Write ``questions.jsonl`` and ``conflicts.jsonl`` (as ordered) and ``aliases.jsonl`` (``[former id, id]``)."""
    _write(graph / QUESTIONS, (json.dumps(asdict(q), ensure_ascii=False) for q in resolved.questions))
    _write(graph / CONFLICTS, (json.dumps(asdict(c), ensure_ascii=False) for c in resolved.conflicts))
    _write(graph / ALIASES, map(json.dumps, resolved.former()))


def read_questions(graph: Path) -> list[Question]:
    """The open questions of a graph folder, as ordered; none where it has no such file."""
    return [Question(**json.loads(line)) for line in _lines(graph / QUESTIONS)]


def read_conflicts(graph: Path) -> list[Conflict]:
    """The conflicts of a graph folder; none where it has no such file."""
    items = [json.loads(line) for line in _lines(graph / CONFLICTS)]
    return [Conflict(i["kind"], i["text"], tuple(i["nodes"]), tuple(i["edges"])) for i in items]


def read_aliases(graph: Path) -> dict[str, str]:
    """Former or possible id -> the id of the node that now holds it."""
    return dict(former_ids(graph))


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


def _write(path: Path, lines: Iterable[str]) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        os.replace(aside, path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write ({error.strerror or error})") from None
