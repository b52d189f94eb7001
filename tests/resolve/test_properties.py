"""What holds for any input: order, sharding and copies do not matter."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import Observation, resolve, resolve_all
from kg.store.folder import check_tables

from .press import press


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(seed: int, rng: random.Random) -> None:
    records = list(press(seed))
    mixed = [*records, *rng.sample(records, 5)]
    rng.shuffle(mixed)
    assert resolve(mixed) == resolve(records)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2), st.sets(st.integers(0, 59), min_size=1))
def test_any_part_of_the_records_gives_a_sound_graph(seed: int, kept: set[int]) -> None:
    records = [press(seed)[i] for i in kept]
    resolution = resolve_all(Observation(r) for r in records)
    check_tables(resolution.tables)
    nodes = {n.id for n in resolution.tables.nodes}
    articles = {n.id for n in resolution.tables.nodes if n.label == "Article"}
    assert {e.article for e in resolution.tables.evidence} <= articles
    assert {e.edge for e in resolution.tables.evidence} == {e.id for e in resolution.tables.edges}
    assert set(resolution.aliases.values()) <= nodes
    assert not set(resolution.aliases) & nodes
    for question in resolution.questions:
        assert {question.one, question.other} <= nodes


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2), st.integers(1, 59))
def test_an_old_id_still_leads_to_its_node_when_articles_are_added(seed: int, number: int) -> None:
    records = press(seed)
    before = resolve_all(Observation(r) for r in records[:number])
    after = resolve_all(Observation(r) for r in records)
    nodes = {n.id: n for n in after.tables.nodes}
    for node in before.tables.nodes:
        if node.props.get("kind") == "series":
            continue
        found = nodes.get(after.aliases.get(node.id, node.id))
        assert found is not None, node
        assert found.label == node.label


@pytest.mark.slow
def test_who_is_who_on_a_press_with_known_truth() -> None:
    from resolve import measure

    figures = measure(articles=1500, seed=5, provinces=4)
    assert figures["people"] >= 0.98
    assert figures["meetings"] >= 0.97
    assert figures["at once"] == 0
