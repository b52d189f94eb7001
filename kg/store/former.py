"""Ids that nodes once had: ``aliases.jsonl`` of a graph folder, so that old links go on working."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from kg.errors import KgError

ALIASES = "aliases.jsonl"


@runtime_checkable
class KnowsFormerIds(Protocol):
    """A store that can say which node a former id has become; others know only the ids of today."""

    def current_id(self, former: str) -> str | None:
        """The id of today, or None where `former` is the former id of nothing."""


def former_ids(directory: str | Path) -> Mapping[str, str]:
    """Former or possible id -> the id of the node that now holds it; empty where the folder has no such file.

    Raises `KgError` where the file is there and cannot be read.
    """
    path = Path(directory) / ALIASES
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        pairs = [json.loads(line) for line in lines if line]
        return {str(former): str(now) for former, now in pairs}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError) as error:
        raise KgError(f"{path}: not readable ({error}); the next kg build writes it anew") from None
