"""A store of the two provinces, and the application over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.serve.app import Settings, make_app
from kg.store.base import Store
from kg.store.embedded import embed
from tests.support.hostile_graph import labelled, provinces


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with embed(labelled(provinces())) as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(make_app(store, Settings("两省", row_limit=50)), base_url="http://localhost:8321")
