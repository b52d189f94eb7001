"""What nodes know of their edges is what the edges say, and the queries that use it do not depend on it."""

from __future__ import annotations

import dataclasses
import random
from collections import defaultdict
from itertools import combinations
from typing import Any

import pytest

from kg.model import Edge, GraphTables, Node
from kg.store import embedded
from kg.store import hints as module
from kg.store.ask import ask
from kg.store.embedded import EmbeddedStore, embed
from kg.store.files import named_queries
from kg.store.folder import as_arrow
from kg.store.hint_names import HINT_NAMES, HINTS
from kg.store.hints import hints, hints_by_id
from tests.cypher.cases import cases
from tests.cypher.expected import EXPECTED, World
from tests.support.graphgen import make_graph

USING = ("attended-together", "central-officials", "contested-posts", "low-confidence")


def world(seed: int) -> GraphTables:
    """A small dense graph, with former posts and edges without dates."""
    tables = make_graph(
        seed, prefectures=1, counties=1, officials=60, meetings=60, initiatives=12, articles=50, pairs=30
    )
    rng = random.Random(seed)
    edges = []
    for edge in tables.edges:
        if edge.type == "HOLDS" and rng.random() < 0.2:
            edge = dataclasses.replace(edge, props={**edge.props, "status": "former"})
        edges.append(edge)
    return dataclasses.replace(tables, edges=tuple(edges))


def expected(tables: GraphTables) -> dict[str, dict[str, Any]]:
    """The same by the book: each pair, each edge."""
    at: dict[str, set[str]] = defaultdict(set)
    held: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    going: dict[str, list[Edge]] = defaultdict(list)
    for edge in tables.edges:
        if edge.type != "MENTIONS":
            going[edge.source].append(edge)
        if edge.type == "ATTENDED":
            at[edge.target].add(edge.source)
        if edge.type == "HOLDS" and edge.props["status"] != "former" and edge.first_seen and edge.last_seen:
            held[edge.target, str(edge.props["title"])].append(edge)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for people in at.values():
        for pair in combinations(sorted(people), 2):
            shared[pair] += 1
    out: dict[str, dict[str, Any]] = {}
    for node in tables.nodes:
        found: dict[str, Any] = {}
        if node.label == "Official":
            found["_met"] = sum(node.id in pair for pair in shared)
            found["_met_at"] = sum(node.id in people and len(people) > 1 for people in at.values())
            found["_together"] = max((n for (a, _), n in shared.items() if a == node.id), default=0)
        if node.label == "Organization":
            found["_contested"] = [
                title
                for (organization, title), edges in sorted(held.items())
                if organization == node.id
                and any(
                    a.source != b.source
                    and max(str(a.first_seen), str(b.first_seen)) <= min(str(a.last_seen), str(b.last_seen))
                    for a, b in combinations(edges, 2)
                )
            ]
        if node.label != "Article":
            least = min(((e.confidence, e.id) for e in going[node.id]), default=(1.0, None))
            found["_least"], found["_least_edge"] = least
        out[node.id] = found
    return out


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_they_say_what_the_edges_say(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = world(seed)
    wanted = expected(tables)
    assert any(found.get("_together", 0) > 1 for found in wanted.values())
    assert any(found.get("_contested") for found in wanted.values())
    assert hints_by_id(tables) == wanted
    monkeypatch.setattr(module, "_PAIRS", 7)  # counted in steps
    assert hints_by_id(tables) == wanted


def test_a_graph_as_tables_and_as_columns_give_the_same() -> None:
    tables = world(4)
    columns = as_arrow(tables)
    told = hints(columns)
    assert {label: set(props) for label, props in told.items()} == {label: set(HINTS[label]) for label in told}  # type: ignore[index]
    by_id = hints_by_id(tables)
    for label, props in told.items():
        for i, node in enumerate(columns["nodes", label]["id"].to_pylist()):
            assert {name: column[i].as_py() for name, column in props.items()} == by_id[node]


def test_a_graph_without_edges() -> None:
    tables = GraphTables((Node("p", "Official", "甲"), Node("o", "Organization", "乙"), Node("a", "Article", "丙")))
    assert hints_by_id(tables) == {
        "p": {"_met": 0, "_met_at": 0, "_together": 0, "_least": 1.0, "_least_edge": None},
        "o": {"_contested": [], "_least": 1.0, "_least_edge": None},
        "a": {},
    }
    assert hints_by_id(GraphTables()) == {}


@pytest.mark.parametrize("known", ["every node", "no node", "every second node"])
@pytest.mark.parametrize("seed", [5, 6, 7])
def test_the_rows_are_the_same_where_nodes_know_nothing(known: str, seed: int) -> None:
    told = World(world(seed))
    graph = embedded._graph(as_arrow(told.tables))
    ids = [node.id for node in told.tables.nodes]
    forgetting = {"every node": [], "no node": ids, "every second node": ids[::2]}[known]
    for name in sorted(HINT_NAMES):
        graph.cypher(f"MATCH (n) WHERE n.id IN $ids REMOVE n.{name}", params={"ids": forgetting})
    with EmbeddedStore("memory", graph) as store:
        for name in USING:
            for given in [*cases(told)[name], {**cases(told)[name][0], "limit": 3}]:
                assert ask(store, name, given).rows.rows == tuple(EXPECTED[name](told, **given)), (name, given)


def test_they_are_shown_nowhere() -> None:
    with embed(world(8)) as store:
        for label in HINTS:
            (row,) = store.run(f"MATCH (n:{label}) RETURN n LIMIT 1").rows
            assert not HINT_NAMES & row[0]["properties"].keys()
            assert "type" not in row[0]["properties"]


def test_the_queries_that_use_them_are_those_tested() -> None:
    using = {name for name, query in named_queries().items() if any(hint in query.statement for hint in HINT_NAMES)}
    assert using == set(USING)
