"""The generated graph in a real Neo4j, loaded once a module and taken out again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store.base import Store
from kg.store.neo4j_load import load, unload
from kg.store.neo4j_store import Credentials, Neo4jStore, connect
from tests.conftest import Bolt
from tests.support.graphgen import make_graph


@pytest.fixture(scope="module")
def neo4j_world(neo4j_bolt: Bolt) -> Iterator[Store]:
    server = connect(neo4j_bolt.uri, Credentials(neo4j_bolt.username, neo4j_bolt.password))
    with server.driver.session() as session:
        record = session.run("MATCH (n:Region) RETURN count(n) AS n").single()
    if record is not None and record["n"]:
        pytest.fail(f"{neo4j_bolt.uri} already holds a graph; these tests need a database without one")
    load(server, "test-world", make_graph())
    try:
        yield Neo4jStore(server)
    finally:
        unload(server, "test-world")
        server.driver.close()
