"""From a name, short name or code to the node it stands for, by asking the graph itself."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import UsageError
from kg.model import Label
from kg.store.base import Store
from kg.store.files import statement
from kg.store.former import KnowsFormerIds

_LABELS: dict[str, tuple[Label, ...]] = {
    "region": ("Region",),
    "official": ("Official",),
    "organization": ("Organization",),
    "meeting": ("Meeting",),
    "initiative": ("Initiative",),
    "article": ("Article",),
    "node": ("Region", "Official", "Organization", "Meeting", "Initiative", "Article"),
}
#: A short name gives the larger place: 吉安 is 吉安市, not 吉安县.
_LEVELS = ("country", "province", "cluster", "prefecture", "zone", "county", "township")
#: What may follow a short name in the full one.
_SUFFIXES = (
    "省",
    "市",
    "县",
    "区",
    "盟",
    "旗",
    "州",
    "地区",
    "林区",
    "特区",
    "新区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
)
#: What an article's id has around the name of its file: article:NAME-xxxxxxxx.
_STEM = re.compile(r"^article:|-[0-9a-f]{8}$")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A node that a text may stand for.

    `rank` 0 is its id or code, then name, alias or former id, short form, part of the name.
    """

    rank: int
    id: str
    label: str
    name: str
    hint: str = ""
    level: str | None = None

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(part for part in (self.id, self.hint) if part)})"


def resolve(store: Store, kind: str, text: str) -> Found:
    """The one node of `kind` ("region", "official", … or "node") that `text` names.

    Raises `UsageError` where none fits (with the nearest names) or several do (with their ids).
    """
    text = unicodedata.normalize("NFKC", text).strip()
    found = find(store, kind, text)
    if not found:
        near = _nearest(store, kind, text)
        hint = f"; nearest: {'、'.join(near)}" if near else ""
        raise UsageError(f"no {kind} named {text!r} in this graph{hint}")
    best = [f for f in found if f.rank == found[0].rank]
    if len(best) > 1 and found[0].rank > 0:
        best = _largest(best)
    if len(best) > 1:
        more = f" and {len(best) - _SHOWN} more" if len(best) > _SHOWN else ""
        raise UsageError(f"{text!r} may be {'; '.join(map(str, best[:_SHOWN]))}{more}: give the id")
    return best[0]


def find(store: Store, kind: str, text: str, limit: int = 50) -> list[Found]:
    """What `text` may stand for, best first; at most `limit`. An id that a node has no more leads to it."""
    if not text:
        return []
    found = _matching(store, kind, text)
    if not found and ":" in text and isinstance(store, KnowsFormerIds) and (now := store.current_id(text)):
        found = [replace(f, rank=2) for f in _matching(store, kind, now) if f.id == now]
    found.sort(key=lambda f: (f.rank, len(f.name), f.name, f.id))
    return found[:limit]


def complete(store: Store, kind: str, text: str, limit: int = 20) -> list[str]:
    """Names that begin with or hold `text`, for the shell."""
    return list(dict.fromkeys(f.name for f in find(store, kind, text, limit)))


def _matching(store: Store, kind: str, text: str) -> list[Found]:
    found: list[Found] = []
    for label in _LABELS[kind]:
        rows = store.run(statement(f"lookup/{label.lower()}"), {"text": text}).dicts()
        found.extend(_found(label, row, text) for row in rows)
    return found


def _found(label: Label, row: dict[str, Any], text: str) -> Found:
    name = row["name"] or ""
    if text in (row["id"], row.get("code")):
        rank = 0
    elif text in (name, row.get("title")) or (label == "Article" and _STEM.sub("", row["id"]) == text):
        rank = 1
    elif text in (row.get("aliases") or ()):
        rank = 2
    elif label == "Region" and name.startswith(text) and name[len(text) :] in _SUFFIXES:
        rank = 3
    else:
        rank = 4
    return Found(rank, row["id"], label, name, row.get("hint") or "", row.get("level"))


def _largest(found: list[Found]) -> list[Found]:
    """Those of the highest level, where all are regions."""
    if any(f.level not in _LEVELS for f in found):
        return found
    top = min(_LEVELS.index(f.level or "") for f in found)
    return [f for f in found if _LEVELS.index(f.level or "") == top]


def _nearest(store: Store, kind: str, text: str) -> list[str]:
    """Names spelt much like `text`."""
    pieces = sorted({char for char in text if not char.isspace()})[:12]
    names: list[str] = []
    for label in _LABELS[kind]:
        rows = store.run(statement("lookup/alike"), {"label": label, "pieces": pieces, "length": len(text)})
        names.extend(str(row[0]) for row in rows.rows)
    return difflib.get_close_matches(text, list(dict.fromkeys(names)), n=5, cutoff=0.5)
