"""Every named query, on the embedded store and on real Neo4j, gives the rows that the generator's tables tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store.ask import ask
from kg.store.base import Rows, Store
from kg.store.embedded import open_embedded
from kg.store.files import named_queries
from kg.store.folder import write_graph
from tests.cypher.cases import cases
from tests.cypher.expected import EXPECTED, World
from tests.support.graphgen import make_graph

WORLD = World(make_graph())
CASES = [(name, given) for name, found in cases(WORLD).items() for given in found]
IDS = [f"{name}-{i}" for i, (name, _) in enumerate(CASES)]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("graph")
    write_graph(folder, WORLD.tables)
    with open_embedded(folder) as store:
        yield store


def same(got: Rows, wanted: list[tuple[Any, ...]]) -> None:
    assert len(got.rows) == len(wanted)
    for row, want in zip(got.rows, wanted, strict=True):
        assert [_rounded(v) for v in row] == [_rounded(v) for v in want]


def _rounded(value: Any) -> Any:
    return round(value, 9) if isinstance(value, float) else value


def test_every_query_has_a_case_and_an_expectation() -> None:
    names = set(named_queries())
    assert len(names) >= 30
    assert names == set(EXPECTED) == {name for name, _ in CASES}


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_some_case_of_each_query_gives_rows(name: str) -> None:
    assert any(EXPECTED[name](WORLD, **given) for case, given in CASES if case == name)


@pytest.mark.parametrize(("name", "given"), CASES, ids=IDS)
def test_embedded(embedded: Store, name: str, given: dict[str, Any]) -> None:
    answer = ask(embedded, name, given)
    assert answer.rows.columns == named_queries()[name].columns
    same(answer.rows, EXPECTED[name](WORLD, **given))


@pytest.mark.neo4j
@pytest.mark.parametrize(("name", "given"), CASES, ids=IDS)
def test_neo4j(neo4j_world: Store, name: str, given: dict[str, Any]) -> None:
    answer = ask(neo4j_world, name, given)
    assert answer.rows.columns == named_queries()[name].columns
    same(answer.rows, EXPECTED[name](WORLD, **given))
