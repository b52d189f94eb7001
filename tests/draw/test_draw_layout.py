"""Positions: repeatable, apart, with neighbours near."""

from __future__ import annotations

import numpy as np

from kg.draw.layout import lay_out


def distances(points: np.ndarray) -> np.ndarray:
    delta = points[:, None, :] - points[None, :, :]
    out: np.ndarray = np.sqrt((delta**2).sum(axis=2))
    return out


def test_empty_and_single() -> None:
    assert lay_out(0, []).shape == (0, 2)
    assert np.allclose(lay_out(1, [(0, 0)]), 0)


def test_the_same_graph_gives_the_same_places() -> None:
    edges = [(i, (i * 7) % 60) for i in range(60)]
    assert np.array_equal(lay_out(60, edges), lay_out(60, list(reversed(edges))))


def test_no_two_nodes_lie_on_one_another() -> None:
    star = [(0, i) for i in range(1, 120)]
    pair_far_away = [(120, 121)]
    points = lay_out(130, star + pair_far_away)
    apart = distances(points) + np.eye(130) * 1e9
    assert np.isfinite(points).all()
    assert apart.min() > 40


def test_two_groups_joined_by_one_edge_stand_apart() -> None:
    group = [(a, b) for a in range(10) for b in range(a)]
    edges = group + [(a + 10, b + 10) for a, b in group] + [(0, 10)]
    points = lay_out(20, edges)
    between = float(np.linalg.norm(points[:10].mean(axis=0) - points[10:].mean(axis=0)))
    within = distances(points[:10]).mean()
    assert between > within


def test_fifteen_hundred_nodes_are_laid_out() -> None:
    edges = [(i, i // 8) for i in range(1, 1500)]
    points = lay_out(1500, edges)
    assert np.isfinite(points).all()
