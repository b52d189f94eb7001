"""What people decided, and what they are asked.

``judgements.jsonl`` is append-only: one decision a line, with who, when and why. An entity is named by its node id, by
any id that has led to it, or by ``NAME@ARTICLE`` (one mention). ``undo`` takes back an earlier line by its id.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, cast

from kg.errors import KgError
from kg.model import NODE_PROPERTIES, Label, Node, Value
from kg.resolve.ids import digest

Verb: TypeAlias = Literal["same", "not_same", "correct", "drop", "undo"]
FILE = "judgements.jsonl"
T = TypeVar("T")
#: A node: id, name, properties.
NodeRow: TypeAlias = tuple[str, str, dict[str, Value]]
#: What names the one entity of a judgement, and what names the other.
_Sides: TypeAlias = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """Two nodes that may be one. `weight` says how much hangs on it (mentions)."""

    kind: str
    one: str
    other: str
    probability: float
    reason: str
    weight: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `other` is the second entity of ``same`` and ``not_same``; `field`, `value` belong to ``correct``;
    ``undo`` names in `one` the id of the judgement it takes back. `one_at` and `other_at` are mentions
    (``NAME@ARTICLE``) that the entities held when it was made: they keep it in its place when ids change. `evidence`
    is the digest of the articles that were seen, `articles` their number."""

    id: str
    verb: Verb
    one: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    user: str = ""
    time: str = ""
    reason: str = ""
    evidence: str = ""
    one_at: tuple[str, ...] = ()
    other_at: tuple[str, ...] = ()
    articles: int = 0

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What names the first entity, and what the second: mentions first, as they outlive ids."""
        return (*self.one_at, self.one), (*self.other_at, *((self.other,) if self.other else ()))


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions, in the order they were made."""

    lines: tuple[Judgement, ...] = ()
    _standing: tuple[Judgement, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        undone: set[str] = set()
        for line in reversed(self.lines):
            if line.id not in undone and line.verb == "undo":
                undone.add(line.one)
        standing = tuple(line for line in self.lines if line.verb != "undo" and line.id not in undone)
        object.__setattr__(self, "_standing", standing)

    def __bool__(self) -> bool:
        return bool(self._standing)

    @property
    def standing(self) -> tuple[Judgement, ...]:
        """The decisions that hold: those not undone."""
        return self._standing

    def pairs(self, where: Mapping[str, T]) -> tuple[list[tuple[T, T]], list[tuple[T, T]]]:
        """(same, apart) as pairs of what `where` gives, for the entities that it knows."""
        same: list[tuple[T, T]] = []
        apart: list[tuple[T, T]] = []
        for line in self._standing:
            if line.verb not in ("same", "not_same") or line.other is None:
                continue
            one, other = (next((where[ref] for ref in side if ref in where), None) for side in line.sides)
            if one is not None and other is not None and one != other:
                (same if line.verb == "same" else apart).append((one, other))
        return same, apart

    def check(self, new: Judgement, node_of: Callable[[str], str | None] = lambda _: None) -> None:
        """Raise `KgError` where `new` contradicts what stands, with the chain of decisions that says otherwise.

        `node_of` gives the id of the node that an id or a mention stands for now, where there is one: two judgements
        speak of one entity also where one names it by its id, the other by a mention of it.
        """
        if new.verb not in ("same", "not_same") or new.other is None:
            return
        if new.one == new.other:
            raise KgError(f"{new.one}: one entity cannot be judged against itself")
        trial = [*self._standing, new]
        sides = _sides(trial, node_of)
        for line in trial:
            if line.verb == "not_same" and line.other is not None:
                chain = _chain(trial, sides, *sides[line.id])
                if chain is not None:
                    steps = "; ".join(f"{s.one} same as {s.other} ({_which(s, new)})" for s in chain)
                    standing = next(s.id for s in (line, *chain) if s is not new)
                    raise KgError(
                        f"contradiction: {line.one} is judged not the same as {line.other} ({_which(line, new)}), "
                        f"but {steps}; to change that, take one back first, as with: undo {standing}"
                    )

    def changes(self) -> tuple[Judgement, ...]:
        """The ``correct`` and ``drop`` that hold."""
        return tuple(line for line in self._standing if line.verb in ("correct", "drop"))

    def named(self) -> frozenset[str]:
        """Every id and mention that ``same`` and ``not_same`` name."""
        return frozenset(
            ref for line in self._standing if line.other is not None for side in line.sides for ref in side
        )


@dataclass(frozen=True, slots=True)
class Amendments:
    """What ``drop`` and ``correct`` do to a finished graph, by the ids of today."""

    gone: frozenset[str] = frozenset()
    corrected: Mapping[str, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)  # id -> fields, values

    def __bool__(self) -> bool:
        return bool(self.gone or self.corrected)

    def node(self, label: Label, row: NodeRow) -> NodeRow | None:
        """A node (id, name, properties) as amended; None where it is gone."""
        if row[0] in self.gone:
            return None
        changes = self.corrected.get(row[0])
        if changes is None:
            return row
        node = Node(row[0], label, row[1], row[2])
        for name, value in changes:
            node = _corrected(node, name, value)
        return node.id, node.name, dict(node.props)


def amendments(changes: Iterable[Judgement], now: Mapping[str, str]) -> Amendments:
    """What `changes` do, where `now` says which ids former ones have become."""
    gone: set[str] = set()
    corrected: dict[str, list[tuple[str, str | None]]] = {}
    for line in changes:
        id = now.get(line.one, line.one)
        if line.verb == "drop":
            gone.add(id)
        elif line.field:
            corrected.setdefault(id, []).append((line.field, line.value))
    return Amendments(frozenset(gone), {id: tuple(fields) for id, fields in corrected.items()})


def read(graph: Path) -> Judgements:
    """The judgements of a graph folder; none where it has no such file. Raises `KgError` naming a broken line."""
    path = graph / FILE
    if not path.exists():
        return Judgements()
    lines: list[Judgement] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not text.strip():
            continue
        try:
            item: dict[str, Any] = json.loads(text)
            one_at, other_at = tuple(item.pop("one_at", ())), tuple(item.pop("other_at", ()))
            lines.append(Judgement(**item, one_at=one_at, other_at=other_at))
        except (ValueError, TypeError) as error:
            raise KgError(f"{path}:{number}: not a judgement ({error})") from None
    return Judgements(tuple(lines))


def append(graph: Path, judgement: Judgement, node_of: Callable[[str], str | None] = lambda _: None) -> Judgement:
    """Write one judgement down, with an id, after checking it against those that stand (see `Judgements.check`).

    Raises `KgError` if refused.
    """
    standing = read(graph)
    text = json.dumps(asdict(replace(judgement, id="")), sort_keys=True)
    judgement = replace(judgement, id=f"j{digest(str(len(standing.lines)), text)[:8]}")
    standing.check(judgement, node_of)
    graph.mkdir(parents=True, exist_ok=True)
    with open(graph / FILE, "a", encoding="utf-8") as handle:
        handle.write(
            json.dumps({k: v for k, v in asdict(judgement).items() if v not in (None, "", (), 0)}, ensure_ascii=False)
        )
        handle.write("\n")
        handle.flush()
        os.fsync(handle.fileno())
    return judgement


def _sides(lines: Iterable[Judgement], node_of: Callable[[str], str | None]) -> dict[str, _Sides]:
    """By the id of the judgement, all that names its first entity and all that names its second, nodes of today too."""
    pairs = [line for line in lines if line.other is not None]
    nodes = {line.id: tuple({n for ref in side if (n := node_of(ref))} for side in line.sides) for line in pairs}
    # who tears a node apart speaks of its mentions: that they are one node so far does not make them one
    torn = {node for line in pairs if line.verb == "not_same" for node in set.intersection(*nodes[line.id])}
    out: dict[str, _Sides] = {}
    for line in pairs:
        one, other = (
            frozenset((*side, *(f"node {node}" for node in found - torn)))
            for side, found in zip(line.sides, nodes[line.id], strict=True)
        )
        out[line.id] = one, other
    return out


def _chain(
    lines: Iterable[Judgement], sides: Mapping[str, _Sides], start: frozenset[str], end: frozenset[str]
) -> list[Judgement] | None:
    """The shortest chain of ``same`` decisions from what `start` names to what `end` names, if there is one."""
    left = [line for line in lines if line.verb == "same" and line.other is not None]
    front: list[tuple[frozenset[str], list[Judgement]]] = [(start, [])]
    while front:
        following: list[tuple[frozenset[str], list[Judgement]]] = []
        for here, way in front:
            if way and here & end:
                return way
            for line in tuple(left):
                for near, far in (sides[line.id], sides[line.id][::-1]):
                    if near & here:
                        left.remove(line)
                        following.append((far, [*way, line]))
                        break
        front = following
    return None


def _which(line: Judgement, new: Judgement) -> str:
    return "this judgement" if line is new else f"{line.id}{_by(line)}"


def _by(line: Judgement) -> str:
    return f", {line.user} {line.time}".rstrip() if line.user else ""


def _corrected(node: Node, name: str, value: str | None) -> Node:
    if name == "name" and value:
        return replace(node, name=value)
    kind = NODE_PROPERTIES[node.label].get(name)
    if kind is None:
        return node
    new: Value
    if kind == "strings":
        new = tuple(part for part in (value or "").split("|") if part)
    elif kind == "float":
        new = float(value) if value else None
    else:
        new = value
    return replace(node, props={**node.props, name: cast(Value, new)})
