"""A connection to the real Neo4j of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store.neo4j_store import Credentials, Server, connect
from tests.conftest import Bolt
from tests.support.neo4j_state import clear, counts


@pytest.fixture
def server(neo4j_bolt: Bolt) -> Iterator[Server]:
    """An empty database: these tests clear it before and after, so it must hold nothing when the first one begins."""
    server = connect(neo4j_bolt.uri, Credentials(neo4j_bolt.username, neo4j_bolt.password))
    if counts(server) != (0, 0):
        pytest.fail(f"{neo4j_bolt.uri} is not empty; these tests need a database of their own")
    clear(server)
    try:
        yield server
    finally:
        clear(server)
        server.driver.close()
