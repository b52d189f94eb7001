"""What tests share: a real Neo4j, started once a run, or the one NEO4J_URI names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.support.browser import chromium, open_page, shots
from tests.support.neo4j_server import CURRENT, LTS, PASSWORD, CannotStart, Neo4jServer, launch

__all__ = ["chromium", "open_page", "shots"]  # fixtures of pages in a browser


@dataclass(frozen=True)
class Bolt:
    """Where a real Neo4j answers, and with which credentials."""

    uri: str
    username: str
    password: str
    version: str


def _versions() -> list[str]:
    """The servers to test against: GOVKG_NEO4J_VERSIONS (comma-separated), or the long-term one."""
    if os.environ.get("NEO4J_URI"):
        return ["NEO4J_URI"]
    chosen = os.environ.get("GOVKG_NEO4J_VERSIONS", LTS)
    return [{"lts": LTS, "current": CURRENT}.get(v.strip(), v.strip()) for v in chosen.split(",")]


@pytest.fixture(scope="session", params=_versions())
def neo4j_bolt(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bolt]:
    """A real Neo4j: the one at NEO4J_URI, else our own on a free port; the test skips, and says why, without either."""
    version: str = request.param
    if version == "NEO4J_URI":
        yield Bolt(
            os.environ["NEO4J_URI"],
            os.environ.get("NEO4J_USERNAME", "neo4j"),
            os.environ.get("NEO4J_PASSWORD", ""),
            version,
        )
        return
    try:
        server: Neo4jServer = launch(tmp_path_factory.mktemp("neo4j"), version)
    except CannotStart as reason:
        pytest.skip(str(reason))
    try:
        yield Bolt(server.uri, "neo4j", PASSWORD, version)
    finally:
        server.stop()
