"""The example pages as a graph folder, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import Graph
from kg.run.build import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library") / "my-graph"
    build([ROOT / "examples" / "articles"], folder)
    return folder


@pytest.fixture
def graph(example_folder: Path) -> Iterator[Graph]:
    with Graph.open(example_folder) as opened:
        yield opened
