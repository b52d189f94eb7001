"""Officials: a partition of names is resolved, name by name, and each person gets a node.

Names are resolved by themselves (`kg.resolve.officials`), but for those that people judged to be one person's: these
are resolved together, in one of the partitions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from kg.resolve.blocks import Blocks
from kg.resolve.ids import assign, digest
from kg.resolve.mentions import region_keys
from kg.resolve.officials import Mention, resolve_names

#: A mention: its name, the article's serial, its place among the article's people.
Handle = tuple[str, int, int]


#: Where a row ends: how the article spells the name and what else it calls the person, what the id is made of.
_SPELLING, _ALIASES, _ANCHOR, _ARTICLE = -4, -3, -2, -1


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known by now of articles, by serial, and of meetings, by their numbers."""

    article: Any  # the article's number
    text: Any  # the number of the first article with its text
    meeting: Any  # the number of its first meeting
    event: Any  # of each meeting


@dataclass(slots=True)
class People:
    """The persons of some names: which person each mention is, nodes, former ids, and what is open."""

    ids: list[tuple[int, int, str]] = field(default_factory=list)  # serial, position, id
    nodes: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[str, str, float, str, int]] = field(default_factory=list)


def resolve_people(
    rows: Iterable[tuple[Any, ...]],
    numbers: Numbers,
    same: Sequence[tuple[Handle, Handle]],
    apart: Sequence[tuple[Handle, Handle]],
    blocks: Blocks,
) -> People:
    """Resolve all mentions of some names; `rows` as `kg.resolve.mentions` lays them down, in any order.

    `same` and `apart` are what people decided; only pairs both ends of which are among `rows` count.
    """
    ordered = sorted(rows, key=lambda row: (row[0], numbers.article[row[1]], row[2]))
    out = People()
    judged = {handle[0] for pair in (*same, *apart) for handle in pair}
    together: list[Any] = []  # of judged names: they may turn out to be one person's
    for name, run in groupby(ordered, key=lambda row: row[0]):
        if name in judged:
            together += run
        else:
            _resolve(list(run), numbers, (), (), blocks, out)
    if together:
        at = {(row[0], row[1], row[2]): i for i, row in enumerate(together)}
        one, several = ([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in (same, apart))
        _resolve(together, numbers, one, several, blocks, out)
    return out


def _resolve(
    rows: Sequence[tuple[Any, ...]],
    numbers: Numbers,
    same: Sequence[tuple[int, int]],
    apart: Sequence[tuple[int, int]],
    blocks: Blocks,
    out: People,
) -> None:
    if len(rows) == 1:
        name, serial, position, *_, spelling, aliases_, anchor, _ = rows[0]
        id = f"official:{digest(anchor)}"
        out.nodes.append((id, name, {"aliases": tuple(sorted({spelling, *aliases_} - {name}))}))
        out.ids.append((serial, position, id))
        return
    mentions = [_mention(row, numbers) for row in rows]
    groups, doubts = resolve_names(mentions, region_keys(), same, apart, blocks)
    # a person is anchored where they are seen with a post first; before that, only by the article
    order = [
        group if len(group) == 1 else sorted(group, key=lambda i: (not mentions[i].jurisdictions, i))
        for group in groups
    ]
    assigned = assign("official", order, [row[_ANCHOR] for row in rows], [row[_ARTICLE] for row in rows])
    out.aliases.update(assigned.aliases)
    for members, id in zip(groups, assigned.ids, strict=True):
        spelt = {rows[i][0] for i in members}  # several only where people judged so
        best = spelt.pop() if len(spelt) == 1 else _commonest([rows[i][0] for i in members])
        aliases = {a for i in members for a in (rows[i][_SPELLING], *rows[i][_ALIASES])} - {best}
        out.nodes.append((id, best, {"aliases": tuple(sorted(aliases))}))
        out.ids += [(rows[i][1], rows[i][2], id) for i in members]
    if doubts:
        group_of = {i: n for n, members in enumerate(groups) for i in members}
        for doubt in doubts:
            one, other = group_of[doubt.one], group_of[doubt.other]
            weight = len(groups[one]) + len(groups[other])
            out.doubts.append((assigned.ids[one], assigned.ids[other], doubt.probability, doubt.reason, weight))


def _mention(row: tuple[Any, ...], numbers: Numbers) -> Mention:
    name, serial, _, jurisdictions, context, day, everyone, leaders, meetings, around, *_ = row
    first = numbers.meeting[serial] if meetings else 0
    return Mention(
        name,
        jurisdictions,
        context,
        day,
        everyone,
        leaders,
        frozenset([int(numbers.event[first + meeting]) for meeting in meetings]),
        int(numbers.text[serial]),
        around,
    )


def _commonest(names: Sequence[str]) -> str:
    counts: Mapping[str, int] = Counter(names)
    return min(counts, key=lambda text: (-counts[text], text))
