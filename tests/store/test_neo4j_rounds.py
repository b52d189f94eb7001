"""How a load deals edges to those who write side by side: no two at work share a node. Needs no server."""

from __future__ import annotations

import random
from collections import Counter
from itertools import repeat
from typing import Any

import neo4j
import pytest

from kg.store import neo4j_load
from kg.store.files import statements
from kg.store.neo4j_load import _apart, _rounds, _run


def edges(count: int, *, apart: bool, seed: int = 1) -> list[dict[str, Any]]:
    """Edges among a hundred nodes, some of them busy; from a node to itself too, where both ends are of one kind."""
    rng = random.Random(seed)
    ends = [f"甲{rng.randrange(10 if rng.random() < 0.3 else 100)}" for _ in range(2 * count)]
    pairs = zip(ends[:count], ends[count:], strict=True)
    return [{"id": i, "source": a, "target": f"乙{b}" if apart else b} for i, (a, b) in enumerate(pairs)]


@pytest.mark.parametrize("apart", [True, False], ids=["two labels", "one label"])
@pytest.mark.parametrize("workers", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("count", [0, 9, 40, 2000])
def test_lists_of_one_round_share_no_node(
    apart: bool, workers: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_load, "_EDGE_BATCH", 10)
    rows = edges(count, apart=apart)
    rounds = list(_rounds(rows, workers, apart=apart))
    for lists in rounds:
        seen: Counter[str] = Counter()
        for part in lists:
            seen.update({row[end] for row in part for end in ("source", "target")})
        assert set(seen.values()) <= {1}
        assert len(lists) <= 2 * workers
    assert sorted(row["id"] for lists in rounds for part in lists for row in part) == list(range(count))
    if count == 2000 and workers > 1:
        assert any(len(lists) >= workers for lists in rounds)


def test_few_edges_go_in_one_list() -> None:
    assert [len(lists) for lists in _rounds(edges(3000, apart=True), 4, apart=True)] == [1]


def test_the_files_tell_which_edges_join_two_labels() -> None:
    told = {file.name: _apart(f"load/edges/{file.name}") for file in statements("load/edges")}
    assert not told["COOPERATES_WITH-Region-Region"]
    assert not told["IN_SERIES-Meeting-Meeting"]
    assert told["MENTIONS-Article-Official"]
    assert told["PART_OF-Organization-Region"]
    assert not told["PART_OF-Region-Region"]


@pytest.mark.parametrize("folder", ["load/nodes", "load/edges"])
def test_each_statement_has_one_merge_that_may_be_a_create(folder: str) -> None:
    for file in statements(folder):
        assert file.statement.count("MERGE") == 1, file.name
        assert "CREATE" not in file.statement


class _Tx:
    """A transaction that notes what it is to run."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def run(self, text: str, parameters: dict[str, Any]) -> _Tx:
        self.ran.append(text)
        return self

    def consume(self) -> _Tx:
        return self

    @property
    def counters(self) -> _Tx:
        return self

    contains_updates = True


class _Session:
    """A session whose first try at each piece of work may end in a fault."""

    def __init__(self, fault: Exception | None) -> None:
        self.fault = fault
        self.tx = _Tx()

    def execute_write(self, work: Any, *arguments: Any) -> Any:
        fault, self.fault = self.fault, None
        done = work(self.tx, *arguments)
        if isinstance(fault, neo4j.exceptions.ConstraintError):
            raise fault
        return done if fault is None else work(self.tx, *arguments)  # the driver tries transient ones again by itself

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *exc: object) -> None:
        return None


@pytest.mark.parametrize(
    ("new", "fault", "wanted"),
    [
        (True, None, ["CREATE"]),
        (False, None, ["MERGE"]),
        (True, neo4j.exceptions.TransientError(), ["CREATE", "MERGE"]),
        (True, neo4j.exceptions.ConstraintError(), ["CREATE", "MERGE"]),
        (False, neo4j.exceptions.TransientError(), ["MERGE", "MERGE"]),
    ],
    ids=["new", "changed", "new, tried again", "new, there by now", "changed, tried again"],
)
def test_what_is_tried_again_is_merged(
    new: bool, fault: Exception | None, wanted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed without our knowing must not be written twice."""
    session = _Session(fault)
    monkeypatch.setattr(neo4j_load, "session", lambda server: session)
    load = neo4j_load._Load("load/nodes/Region", new)
    target = neo4j_load._Target(None, "g")  # type: ignore[arg-type]
    assert neo4j_load._write(target, load, [{"id": "1", "props": {}}], 10) == 1
    assert len(target.commits) == 1  # what was rolled back took no number
    assert [("CREATE" if "CREATE" in text else "MERGE") for text in session.tx.ran] == wanted


def test_tries_beyond_the_last_text_run_it_again() -> None:
    tx = _Tx()
    texts = repeat("x")
    for _ in range(3):
        _run(tx, texts, {})  # type: ignore[arg-type]
    assert tx.ran == ["x"] * 3
