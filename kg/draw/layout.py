"""Where nodes stand on the plane: a force-directed layout in numpy, the same each time for the same graph.

Each connected part is laid out by itself and the parts are packed side by side; a last pass pushes apart what
overlaps. Work is O(n²) an iteration for the parts, meant for pages of up to a few thousand nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

#: Wanted length of an edge in page units (pixels at zoom 1).
EDGE_LENGTH = 110.0
_GOLDEN_ANGLE = np.pi * (3.0 - np.sqrt(5.0))


def lay_out(count: int, edges: Sequence[tuple[int, int]], *, spacing: float = 56.0) -> Floats:
    """Positions, shape (count, 2), in page units, for nodes 0…count-1 joined by `edges`; centred on the origin.

    No two nodes stand nearer than about `spacing`. Loops and repeated edges do no harm.
    """
    if count == 0:
        return np.zeros((0, 2))
    pairs = np.unique(np.sort(np.array([e for e in edges if e[0] != e[1]], dtype=np.int64).reshape(-1, 2)), axis=0)
    part = _parts(count, pairs)
    placed: list[tuple[Ints, Floats]] = []
    alone = np.flatnonzero(np.bincount(part)[part] == 1)
    for number in range(int(part.max()) + 1):
        members = np.flatnonzero(part == number)
        if len(members) == 1:
            break  # parts come largest first: only single nodes are left
        local = np.full(count, -1, dtype=np.int64)
        local[members] = np.arange(len(members))
        inner = local[pairs[part[pairs[:, 0]] == number]] if len(pairs) else pairs
        placed.append((members, _push_apart(_force(len(members), inner), spacing)))
    if len(alone):
        placed.append((alone, _block(len(alone), spacing)))
    return _pack(count, placed, spacing)


def _block(count: int, spacing: float) -> Floats:
    """Single nodes in rows, twice as wide as high, with room for a name below each."""
    columns = int(np.ceil(np.sqrt(count * 1.4)))
    index = np.arange(count)
    return np.stack([(index % columns) * spacing * 1.9, (index // columns) * spacing * 1.25], axis=1).astype(float)


def _parts(count: int, pairs: Ints) -> Ints:
    """The number of the connected part of each node, largest part first."""
    root = list(range(count))

    def top(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in pairs.tolist():
        root[top(a)] = top(b)
    tops = [top(node) for node in range(count)]
    sizes: dict[int, int] = {}
    for item in tops:
        sizes[item] = sizes.get(item, 0) + 1
    order = {item: rank for rank, item in enumerate(sorted(sizes, key=lambda t: (-sizes[t], t)))}
    return np.array([order[item] for item in tops], dtype=np.int64)


def _force(count: int, pairs: Ints) -> Floats:
    """One connected part: repulsion between all, springs along edges, a light pull to the middle (after
    Fruchterman and Reingold), cooled from a sunflower start, which needs no random numbers."""
    index = np.arange(count)
    # Neighbours start near one another: order by distance from the node with most edges.
    degree = np.bincount(pairs.ravel(), minlength=count).astype(float)
    rank = np.empty(count)
    rank[_breadth_first(count, pairs, int(degree.argmax()))] = index
    radius = EDGE_LENGTH * 0.6 * np.sqrt(rank)
    position: Floats = np.stack([radius * np.cos(rank * _GOLDEN_ANGLE), radius * np.sin(rank * _GOLDEN_ANGLE)], axis=1)
    if count == 1:
        return position
    rounds = 300 if count <= 300 else 160 if count <= 1000 else 90
    # Ends with many edges are pulled less by each, so that a hub's leaves stand in a ring and hubs part.
    pull = 1.0 / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]]).clip(1.0))
    mass = 1.0 + np.sqrt(degree)
    heat = EDGE_LENGTH * 1.5
    for step in range(rounds):
        dx = position[:, 0][:, None] - position[:, 0][None, :]
        dy = position[:, 1][:, None] - position[:, 1][None, :]
        square = dx * dx + dy * dy + 0.01
        push = (0.35 * EDGE_LENGTH**2) * mass[None, :] / square
        move = np.stack([(dx * push).sum(axis=1), (dy * push).sum(axis=1)], axis=1)
        along = position[pairs[:, 0]] - position[pairs[:, 1]]
        length = np.sqrt((along**2).sum(axis=1))
        spring = along * (pull * length / EDGE_LENGTH)[:, None]
        for axis in (0, 1):
            move[:, axis] -= np.bincount(pairs[:, 0], spring[:, axis], minlength=count)
            move[:, axis] += np.bincount(pairs[:, 1], spring[:, axis], minlength=count)
        move -= 0.06 * position * mass[:, None]
        size = np.sqrt((move**2).sum(axis=1)).clip(1e-9)
        limit = heat * (1.0 - step / rounds) ** 1.5 + 0.5
        position = position + move * (np.minimum(size, limit) / size)[:, None]
    return position


def _breadth_first(count: int, pairs: Ints, start: int) -> list[int]:
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs.tolist():
        near[a].append(b)
        near[b].append(a)
    seen = {start}
    order = [start]
    for node in order:
        for other in near[node]:
            if other not in seen:
                seen.add(other)
                order.append(other)
    return order


def _push_apart(position: Floats, spacing: float) -> Floats:
    """Move nodes that stand nearer than `spacing` away from each other; more room sideways, as names lie there."""
    stretch = np.array([0.62, 1.0])  # a name is wider than high: count horizontal distance less
    flat = position * stretch
    for _ in range(60):
        order = np.argsort(flat[:, 0], kind="stable")
        sorted_x = flat[order, 0]
        move = np.zeros_like(flat)
        clash = False
        ends = np.searchsorted(sorted_x, sorted_x + spacing)
        width = int((ends - np.arange(len(order))).max()) - 1
        for gap in range(1, width + 1):
            first, second = order[:-gap], order[gap:]
            delta = flat[second] - flat[first]
            distance = np.sqrt((delta**2).sum(axis=1))
            short = distance < spacing
            if not short.any():
                continue
            clash = True
            first, second, delta, distance = first[short], second[short], delta[short], distance[short]
            # Two nodes on one spot part along a direction of their own.
            same = distance < 1e-6
            angle = (first * _GOLDEN_ANGLE) % (2 * np.pi)
            delta[same] = np.stack([np.cos(angle), np.sin(angle)], axis=1)[same]
            distance = np.where(same, 1.0, distance)
            shift = delta / distance[:, None] * ((spacing - np.where(same, 0.0, distance)) * 0.5)[:, None] * 0.7
            np.add.at(move, first, -shift)
            np.add.at(move, second, shift)
        if not clash:
            break
        size = np.sqrt((move**2).sum(axis=1)).clip(1e-9)
        flat = flat + move * (np.minimum(size, spacing) / size)[:, None]
    apart: Floats = flat / stretch
    return apart


def _pack(count: int, placed: list[tuple[Ints, Floats]], spacing: float) -> Floats:
    """Parts side by side in rows, about as wide as a screen is (16:10), the largest first."""
    boxes = [(points.min(axis=0), points.max(axis=0)) for _, points in placed]
    gap = spacing * 1.6
    sizes = [(high - low + gap) for low, high in boxes]
    area = sum(float(size[0] * size[1]) for size in sizes)
    line = max(float(sizes[0][0]), float(np.sqrt(area * 1.6)))
    out = np.zeros((count, 2))
    x = y = height = 0.0
    for (members, points), (low, _), size in zip(placed, boxes, sizes, strict=True):
        if x > 0 and x + float(size[0]) > line:
            x, y, height = 0.0, y + height, 0.0
        out[members] = points - low + np.array([x, y])
        x += float(size[0])
        height = max(height, float(size[1]))
    out -= (out.min(axis=0) + out.max(axis=0)) / 2
    return out
