"""Choosing what to draw."""

from __future__ import annotations

import pytest

from kg.draw.subgraph import everything, find, named_in_rows, neighbourhood
from kg.errors import UsageError
from kg.model import GraphTables


def test_a_node_is_found_by_id_name_and_alias(tables: GraphTables) -> None:
    assert find(tables, "reg-1").name == "青岚市"
    assert find(tables, "青岚市").id == "reg-1"
    assert find(tables, " 青岚 ").id == "reg-1"


def test_a_former_id_is_followed_where_no_node_bears_it(tables: GraphTables) -> None:
    former = {"reg-0": "reg-1", "reg-2": "reg-1", "reg-9": "nobody"}
    assert find(tables, "reg-0", former).id == "reg-1"
    assert find(tables, "reg-2", former).id == "reg-2"
    with pytest.raises(UsageError):
        find(tables, "reg-9", former)


def test_namesakes_are_listed_with_ids_and_never_guessed(tables: GraphTables) -> None:
    with pytest.raises(UsageError) as caught:
        find(tables, "王建国")
    assert "per-3" in str(caught.value)
    assert "per-4" in str(caught.value)


def test_an_unknown_name_brings_near_names(tables: GraphTables) -> None:
    with pytest.raises(UsageError, match="青岚市"):
        find(tables, "青岚市区县")
    with pytest.raises(UsageError, match="柳溪产业园开工仪式"):
        find(tables, "产业园")


def test_depth_counts_steps(tables: GraphTables) -> None:
    assert neighbourhood(tables, ["per-1"], 0) == {"per-1"}
    assert neighbourhood(tables, ["per-1"], 1) == {"per-1", "mee-1", "org-1"}
    assert {"per-2", "reg-1", "reg-2", "ini-1"} <= neighbourhood(tables, ["per-1"], 2)


def test_articles_stay_out_unless_wanted(tables: GraphTables) -> None:
    assert "art-1" not in neighbourhood(tables, ["per-1"], 2)
    assert "art-1" in neighbourhood(tables, ["per-1"], 1, articles=True)
    assert {"per-1", "mee-1"} <= neighbourhood(tables, ["art-1"], 1)
    assert not any(key.startswith("art") for key in everything(tables))
    assert "art-3" in everything(tables, articles=True)


def test_a_part_does_not_bring_the_other_parts_of_its_whole(tables: GraphTables) -> None:
    around_county = neighbourhood(tables, ["reg-3"], 2)
    assert "reg-1" in around_county
    assert "reg-4" not in around_county
    assert {"reg-3", "reg-4"} <= neighbourhood(tables, ["reg-1"], 1)


def test_rows_name_nodes_by_id_and_name_also_inside_lists(tables: GraphTables) -> None:
    rows = [{"a": "白石市", "n": 3}, {"a": ["顾长明", "无此人"], "b": {"id": "ini-1"}}, {"a": "王建国"}]
    assert named_in_rows(tables, rows) == {"reg-2", "per-1", "ini-1", "per-3", "per-4"}
