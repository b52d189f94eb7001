"""Every Cypher file over the Bolt of another engine, ArcadeDB: a way to test Bolt for those who have no Neo4j.

The official driver talks to it, and it must give the rows that the generator's tables tell. What its dialect cannot run
stands with the reason in ``arcadedb_differs.csv``; each such case must fail, so that the list never says too much. An
empty answer has no columns there, so that they are compared only where there are rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from kg.store.ask import ask
from kg.store.cypher import ReadOnlyViolation
from kg.store.files import named_queries, statement, statements
from kg.store.neo4j_load import _rows, _run
from kg.store.neo4j_store import Credentials, Neo4jStore, Server, connect, session
from tests.cypher.expected import EXPECTED
from tests.cypher.test_queries import CASES, IDS, WORLD, same
from tests.support import arcadedb_server

pytestmark = pytest.mark.arcadedb

_BATCH = 500
with open(Path(__file__).with_name("arcadedb_differs.csv"), encoding="utf-8", newline="") as handle:
    DIFFERS = {(row["file"], row["case"]): row["what ArcadeDB does"] for row in csv.DictReader(handle)}
READING = "a reading transaction"
SCHEMA = {f"schema/{file.name}": file.statement for file in statements("schema")}


def marked(file: str, case: str, *values: Any) -> Any:
    """The values of one test, which must fail where the table says so."""
    why = DIFFERS.get((file, case))
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(*values, marks=marks, id=case or file)


@pytest.fixture(scope="module")
def arcade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    try:
        started = arcadedb_server.launch(tmp_path_factory.mktemp("arcadedb"))
    except arcadedb_server.CannotStart as reason:
        pytest.skip(str(reason))
    try:
        owner = Credentials("root", arcadedb_server.PASSWORD)
        server = connect(started.uri, owner, database=arcadedb_server.DATABASE)
        yield server
        server.driver.close()
    finally:
        started.stop()


@pytest.fixture(scope="module")
def world(arcade: Server) -> Neo4jStore:
    """The generated graph, written by the load files: nodes, then edges."""
    tables = _rows(WORLD.tables, {})
    with session(arcade) as s:
        for name, text in SCHEMA.items():
            if (name, "") not in DIFFERS:
                s.run(text).consume()
        for kind in ("nodes", "edges"):
            for pairs in tables.values():
                files: dict[str, list[Any]] = {}
                for file, row in pairs:
                    if f"/{kind}/" in file:
                        files.setdefault(file, []).append(row)
                for file, rows in files.items():
                    for at in range(0, len(rows), _BATCH):
                        given = {"graph": "g", "rows": rows[at : at + _BATCH]}
                        s.execute_write(_run, repeat(statement(file)), given)
    return Neo4jStore(arcade)


@pytest.mark.parametrize("text", [marked(name, "", text) for name, text in SCHEMA.items()])
def test_schema(arcade: Server, text: str) -> None:
    with session(arcade) as s:
        s.run(text).consume()


def test_it_holds_every_node_and_edge(world: Neo4jStore) -> None:
    assert world.run("MATCH (n) RETURN count(n)").rows == ((len(WORLD.tables.nodes),),)
    assert world.run("MATCH ()-[r]->() RETURN count(r)").rows == ((len(WORLD.tables.edges),),)


@pytest.mark.parametrize(
    ("name", "given"),
    [marked(f"queries/{name}", case, name, given) for (name, given), case in zip(CASES, IDS, strict=True)],
)
def test_query(world: Neo4jStore, name: str, given: dict[str, Any]) -> None:
    answer = ask(world, name, given)
    assert answer.rows.columns == named_queries()[name].columns or not answer.rows.rows
    same(answer.rows, EXPECTED[name](WORLD, **given))


@pytest.mark.parametrize("statement", [marked(READING, "", "CREATE (n:Extra)")])
def test_a_reading_transaction_refuses_to_write(world: Neo4jStore, statement: str) -> None:
    try:
        with pytest.raises(ReadOnlyViolation):
            world.run(statement)
    finally:
        with session(world._server) as s:
            s.run("MATCH (n:Extra) DELETE n").consume()


def test_the_table_names_files_that_there_are() -> None:
    known = {(name, "") for name in (*SCHEMA, READING)} | {
        (f"queries/{name}", case) for (name, _), case in zip(CASES, IDS, strict=True)
    }
    assert set(DIFFERS) <= known
    assert all(DIFFERS.values())
