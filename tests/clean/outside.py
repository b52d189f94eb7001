"""Pages on which nothing official happens, and pages that come near them; all persons and firms invented.

In the files each begins with ``## name | beginning of the reason``.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """A page and the beginning of the reason why it is out (empty: any; "in": it is in)."""

    name: str
    reason: str
    page: str


def _cases(file: str) -> tuple[Case, ...]:
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    found = []
    for part in text.split("## ")[1:]:
        head, _, page = part.partition("\n")
        name, _, reason = head.partition(" | ")
        found.append(Case(name, reason.strip(), page.strip()))
    return tuple(found)


OUTSIDE = _cases("outside.txt")
NEAR = _cases("near.txt")
