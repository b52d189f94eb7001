"""The explorer's questions give the same answers from a real Neo4j as from the embedded store."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.serve.app import Settings, make_app
from kg.serve.graph_data import GraphData
from kg.store.base import Store
from kg.store.neo4j_load import load, unload
from kg.store.neo4j_store import Credentials, Neo4jStore, connect
from tests.conftest import Bolt
from tests.support.hostile_graph import labelled, provinces

pytestmark = pytest.mark.neo4j


def content(columns: dict[str, Any]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Nodes and edges in an order of their own: engines break ties differently."""
    nodes = zip(*(map(repr, columns["nodes"][key]) for key in sorted(columns["nodes"])), strict=True)
    edges = zip(*(map(repr, columns["edges"][key]) for key in sorted(columns["edges"])), strict=True)
    return sorted(nodes), sorted(edges)


def test_both_engines_answer_alike(neo4j_bolt: Bolt, store: Store) -> None:
    server = connect(neo4j_bolt.uri, Credentials(neo4j_bolt.username, neo4j_bolt.password))
    load(server, "test-serve", labelled(provinces()))
    try:
        other = Neo4jStore(server)
        here, there = GraphData(store), GraphData(other)
        assert content(here.overview()) == content(there.overview())
        for id in ("region:r-qinglan", "official:p-gu", "meeting:m-1", "organization:o-2"):
            assert content(here.neighbours(id)) == content(there.neighbours(id))
        assert content(here.search("青岚")) == content(there.search("青岚"))
        edge = ("cooperates_with:e005", "region:r-baishi", "region:r-qinglan")
        assert here.evidence(*edge) == there.evidence(*edge)
        ids = ["region:r-qinglan", "region:r-baishi", "official:p-gu", "organization:o-1"]
        assert here.tables(ids) == there.tables(ids)
        client = TestClient(make_app(other, Settings("neo4j")), base_url="http://localhost")
        assert client.get("/health").json()["status"] == "ok"
        assert "白石市" in client.get("/queries/partners-of-region", params={"region": "青岚市"}).text
        asked = {"name": "青岚市", "other": "白石市"}
        embedded = TestClient(make_app(store, Settings("neo4j")), base_url="http://localhost")
        report = client.get("/report/pair", params=asked)
        assert report.status_code == 200
        assert report.content == embedded.get("/report/pair", params=asked).content
        refused = client.post("/api/cypher", json={"statement": "CREATE (n) RETURN n"})
        assert refused.status_code == 400
    finally:
        unload(server, "test-serve")
        server.driver.close()
