"""Stable ids. A node's id comes from what its earliest mention says, never from a count or an order of arrival."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, cast

import numpy as np

from kg.model import ArticleInfo


def digest(*parts: str | None) -> str:
    """Sixteen hexadecimal digits that stand for `parts`."""
    if None in parts:
        parts = tuple("\x00" if part is None else part for part in parts)
    text = "\x1f".join(cast(tuple[str, ...], parts))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def article_id(info: ArticleInfo) -> str:
    """``article:NAME-xxxxxxxx``: its own id and eight digits of its bytes' SHA-256 (two files may share a name)."""
    known = info.sha256 or digest(info.id, info.title, info.published, info.path)
    return f"article:{info.id}-{known[:8]}"


def assign(prefix: str, groups: Sequence[Sequence[int]], anchors: Sequence[str], own: Sequence[str]) -> Assigned:
    """Give every group of mentions an id.

    `anchors[i]` is what mention i says that many mentions share (a name and a jurisdiction); `own[i]` is its alone (the
    article). A group takes the anchor of its first mention; where another group has taken it, its next one, and where
    all are taken, what is its own. Members stand in order of time, groups in order of their first member. The ids that
    the other anchors would give lead to the group as aliases: a link made when the group was smaller, or before two
    groups became one, still finds it.
    """
    common = {anchor: f"{prefix}:{digest(anchor)}" for anchor in set(anchors)}
    ids: list[str] = []
    taken: set[str] = set()
    for members in groups:
        wanted = (common[anchors[i]] for i in members)
        chosen = next((one for one in wanted if one not in taken), None)
        if chosen is None:
            chosen = f"{prefix}:{digest(anchors[members[0]], own[members[0]])}"
        taken.add(chosen)
        ids.append(chosen)
    aliases: dict[str, str] = {}
    for id, members in zip(ids, groups, strict=True):
        for alias in {common[anchors[i]] for i in members}:
            if alias not in taken:
                aliases.setdefault(alias, id)
        if len(members) > 1:
            for i in members:
                alias = f"{prefix}:{digest(anchors[i], own[i])}"
                if alias not in taken:
                    aliases[alias] = id
    return Assigned(ids, aliases)


class Assigned:
    """Ids of groups, in their order, and former or possible ids that lead to them."""

    def __init__(self, ids: list[str], aliases: dict[str, str]) -> None:
        self.ids = ids
        self.aliases = aliases


def assign_numbers(
    groups: Sequence[Sequence[int]], anchors: Sequence[int], own: Sequence[int]
) -> tuple[Any, list[tuple[int, int]]]:
    """As `assign`, for many groups that are held together: `anchors` and `own` are the digests, as numbers.

    `own[i]` is the digest of what `own` and `anchors` of mention i say together. Gives an array of ids and (former or
    possible id, id) pairs.
    """
    common, alone = list(map(int, anchors)), list(map(int, own))
    found = np.empty(len(groups), dtype=np.uint64)
    taken: set[int] = set()
    for number, members in enumerate(groups):
        chosen = next((common[i] for i in members if common[i] not in taken), None)
        if chosen is None:
            chosen = alone[members[0]]
        taken.add(chosen)
        found[number] = chosen
    aliases: dict[int, int] = {}
    for number, members in enumerate(groups):
        id = int(found[number])
        for i in members:
            if common[i] not in taken:
                aliases.setdefault(common[i], id)
        if len(members) > 1:
            for i in members:
                if alone[i] not in taken:
                    aliases[alone[i]] = id
    return found, list(aliases.items())
