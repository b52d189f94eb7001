from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from kg.run.engine import Engine, InProcess, Processes, choose


def double(n: int) -> int:
    return 2 * n


def double_or_die(n: int) -> int:
    if n % 17 == 13:
        os._exit(9)
    return 2 * n


def never(n: int, reason: str) -> int:
    raise AssertionError(f"{n}: {reason}")


@pytest.mark.parametrize("make", [InProcess, lambda: Processes(2)], ids=["in-process", "processes"])
def test_results_come_in_the_order_of_the_items(make: Callable[[], Engine]) -> None:
    assert list(make().map(double, iter(range(100)), never)) == [2 * n for n in range(100)]


def test_a_worker_that_dies_costs_only_its_item() -> None:
    results = list(Processes(2).map(double_or_die, range(40), lambda n, reason: -n))
    assert results == [-n if n % 17 == 13 else 2 * n for n in range(40)]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> object:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield n

    results = Processes(1).map(double, items(), never)  # type: ignore[arg-type]
    next(results)
    assert taken < 200
    results.close()  # type: ignore[attr-defined]


def test_few_articles_are_not_worth_starting_processes() -> None:
    assert isinstance(choose(None, 3), InProcess)
    assert isinstance(choose(2, 3), Processes)
    assert isinstance(choose(1, 1_000_000), InProcess)
