"""Places for graphs of ten thousand nodes and more: groups first, then all nodes by a force on a grid.

Nodes that belong together (`groups`) start together, so that few rounds are enough. Repulsion is not counted pair by
pair: the nodes are spread on a grid, and the field of the whole grid is one convolution by fast Fourier transform.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.draw.layout import EDGE_LENGTH, Floats, Ints, lay_out

_GOLDEN_ANGLE = np.pi * (3.0 - np.sqrt(5.0))
_EXACT = 1300  # up to so many nodes the exact layout is better and fast enough


def lay_out_large(count: int, edges: Sequence[tuple[int, int]] | Ints, groups: Sequence[int] | Ints) -> Floats:
    """Positions, shape (count, 2), in page units, for nodes 0…count-1.

    `groups` gives each node the number of its group, or -1; the same input gives the same places.
    """
    pairs = np.asarray(edges, dtype=np.int64).reshape(-1, 2)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    if count <= _EXACT:
        return lay_out(count, [(int(a), int(b)) for a, b in pairs])
    degree = np.bincount(pairs.ravel(), minlength=count).astype(float)
    tied = np.flatnonzero(degree > 0)
    if len(tied) < count:
        return _beside(count, tied, lay_out_large(len(tied), *_among(count, tied, pairs, groups)))
    group = _adopt(count, pairs, np.asarray(groups, dtype=np.int64))
    position = _start(count, pairs, group)
    pull = 0.7 / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]]).clip(1.0))
    mass = 1.0 + np.sqrt(degree)
    rounds = 60 if count <= 20_000 else 45
    cells = 128 if count <= 20_000 else 256
    for step in range(rounds):
        move = 0.30 * EDGE_LENGTH**2 * _field(position, mass, cells)
        along = position[pairs[:, 0]] - position[pairs[:, 1]]
        spring = along * (pull * np.sqrt((along**2).sum(axis=1)) / EDGE_LENGTH)[:, None]
        for axis in (0, 1):
            move[:, axis] -= np.bincount(pairs[:, 0], spring[:, axis], minlength=count)
            move[:, axis] += np.bincount(pairs[:, 1], spring[:, axis], minlength=count)
        move -= 0.05 * position * mass[:, None]
        size = np.sqrt((move**2).sum(axis=1)).clip(1e-9)
        limit = EDGE_LENGTH * 2.0 * (1.0 - step / rounds) ** 1.5 + 0.5
        position = position + move * (np.minimum(size, limit) / size)[:, None]
    return _spread(position, EDGE_LENGTH * 0.28)


def _among(count: int, tied: Ints, pairs: Ints, groups: Sequence[int] | Ints) -> tuple[Ints, Ints]:
    """Pairs and groups of the nodes `tied` alone, numbered anew."""
    number = np.full(count, -1, dtype=np.int64)
    number[tied] = np.arange(len(tied))
    return number[pairs], np.asarray(groups, dtype=np.int64)[tied]


def _beside(count: int, tied: Ints, position: Floats) -> Floats:
    """The whole, with nodes that nothing is tied to in a block of rows below the others."""
    alone = np.setdiff1d(np.arange(count), tied)
    width = float(np.ptp(position[:, 0])) if len(tied) else EDGE_LENGTH * np.sqrt(count)
    step = max(EDGE_LENGTH * 0.3, min(EDGE_LENGTH, width / max(1.0, np.sqrt(len(alone) * 3.0))))
    columns = max(1, int(width / step))
    index = np.arange(len(alone))
    low = position.min(axis=0) if len(tied) else np.zeros(2)
    bottom = float(position[:, 1].max()) if len(tied) else 0.0
    out = np.zeros((count, 2))
    out[tied] = position
    out[alone, 0] = low[0] + (index % columns) * step
    out[alone, 1] = bottom + EDGE_LENGTH * 2 + (index // columns) * step
    return out


def _adopt(count: int, pairs: Ints, group: Ints) -> Ints:
    """Nodes without a group take that of a neighbour, in a few sweeps; what is left makes groups by itself."""
    group = group.copy()
    for _ in range(4):
        for here, there in ((pairs[:, 0], pairs[:, 1]), (pairs[:, 1], pairs[:, 0])):
            take = (group[here] < 0) & (group[there] >= 0)
            group[here[take]] = group[there[take]]
    left = np.flatnonzero(group < 0)
    top = int(group.max(initial=-1)) + 1
    group[left] = top + np.arange(len(left)) // 40
    used: Ints = np.unique(group, return_inverse=True)[1].astype(np.int64)
    return used


def _start(count: int, pairs: Ints, group: Ints) -> Floats:
    """Groups laid out by the ties between them, the nodes of each in a sunflower round its middle."""
    total = int(group.max()) + 1
    size = np.bincount(group, minlength=total)
    between = np.sort(group[pairs], axis=1)
    between = between[between[:, 0] != between[:, 1]]
    joined, weight = np.unique(between, axis=0, return_counts=True) if len(between) else (between, np.zeros(0))
    # Only the strongest ties shape the plan of the groups: the exact layout is quadratic.
    strongest = np.argsort(-weight, kind="stable")[: total * 6]
    if total <= 900:
        middle = lay_out(total, [(int(a), int(b)) for a, b in joined[strongest]])
    else:
        middle = lay_out_large(total, joined[strongest], np.arange(total) // 30)
    reach = EDGE_LENGTH * 0.5 * np.sqrt(size)
    middle = middle * (max(1.0, float(np.sqrt((reach**2).sum())) * 1.1 / max(1.0, float(np.abs(middle).max()))))
    order = np.argsort(group, kind="stable")
    rank = np.empty(count)
    rank[order] = np.arange(count) - np.repeat(np.cumsum(size) - size, size)
    radius = EDGE_LENGTH * 0.5 * np.sqrt(rank)
    angle = rank * _GOLDEN_ANGLE
    start: Floats = middle[group] + np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return start


def _field(position: Floats, mass: Floats, cells: int) -> Floats:
    """The push of all nodes on each (force falls as 1/distance), read off a grid of `cells` × `cells`."""
    low = position.min(axis=0)
    step = float((position.max(axis=0) - low).max()) / (cells - 3) + 1e-9
    place = (position - low) / step + 1.0
    corner = place.astype(np.int64)
    share = place - corner
    wide = 2 * cells
    weights: list[tuple[Ints, Floats]] = []
    for dx in (0, 1):
        for dy in (0, 1):
            part = (share[:, 0] if dx else 1 - share[:, 0]) * (share[:, 1] if dy else 1 - share[:, 1])
            weights.append(((corner[:, 0] + dx) * cells + corner[:, 1] + dy, part))
    density = np.zeros(cells * cells)
    for index, part in weights:
        density += np.bincount(index, part * mass, minlength=cells * cells)
    offset: Floats = np.arange(wide).astype(np.float64)
    offset = np.where(offset < cells, offset, offset - wide) * step
    square = offset[:, None] ** 2 + offset[None, :] ** 2 + (0.6 * step) ** 2
    spectrum = np.fft.rfft2(density.reshape(cells, cells), s=(wide, wide))
    out = np.zeros_like(position)
    for axis, kernel in enumerate((offset[:, None] / square, offset[None, :] / square)):
        pushed = np.fft.irfft2(spectrum * np.fft.rfft2(kernel), s=(wide, wide))[:cells, :cells].ravel()
        for index, part in weights:
            out[:, axis] += part * pushed[index]
    return out


def _spread(position: Floats, spacing: float) -> Floats:
    """Part nodes that lie almost on one another: each is compared with those next to it in rows and in columns."""
    for round_ in range(12):
        axis = round_ % 2
        band = np.floor(position[:, 1 - axis] / spacing)
        order = np.lexsort((position[:, axis], band))
        for gap in (1, 2, 3):
            first, second = order[:-gap], order[gap:]
            delta = position[second] - position[first]
            distance = np.sqrt((delta**2).sum(axis=1))
            short = distance < spacing
            first, second, delta, distance = first[short], second[short], delta[short], distance[short]
            same = distance < 1e-6
            delta[same] = (1.0, 0.0)
            distance = np.where(same, 1.0, distance)
            shift = delta / distance[:, None] * ((spacing - distance) * 0.35).clip(0)[:, None]
            np.add.at(position, first, -shift)
            np.add.at(position, second, shift)
    return position
