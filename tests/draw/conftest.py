"""The sample graph."""

from __future__ import annotations

import pytest

from kg.model import GraphTables
from tests.support.hostile_graph import sample


@pytest.fixture
def tables() -> GraphTables:
    return sample()
