"""How a step runs over many items: in this process, or spread over several. The results are the same, in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from kg.errors import KgError

T = TypeVar("T")
R = TypeVar("R")

#: Items handed to a worker at once: enough to hide the cost of sending, few enough to keep progress smooth.
_CHUNK = 8
#: Chunks in flight per worker; bounds the memory, whatever the number of items.
_WINDOW = 4


class Engine(Protocol):
    """Runs `step` over `items` and yields the results in the order of the items, holding only a few of them at once.

    `step` and the items must be picklable. What `step` raises ends the run; where a worker dies on an item (killed, out
    of memory), ``on_crash(item, reason)`` gives its result and the rest goes on.
    """

    def map(
        self, step: Callable[[T], R], items: Iterable[T], on_crash: Callable[[T, str], R]
    ) -> Iterator[R]: ...  # pragma: no cover


class InProcess:
    """One item after the other, here."""

    def map(self, step: Callable[[T], R], items: Iterable[T], on_crash: Callable[[T, str], R]) -> Iterator[R]:
        for item in items:
            yield step(item)


class Processes:
    """`workers` processes. They are started fresh (not forked), so threads and open files here do no harm there."""

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)

    def map(self, step: Callable[[T], R], items: Iterable[T], on_crash: Callable[[T, str], R]) -> Iterator[R]:
        source = iter(items)
        pool = self._pool(self.workers)
        flying: deque[tuple[list[T], Future[list[R]]]] = deque()
        try:
            while True:
                while len(flying) < self.workers * _WINDOW and (chunk := list(islice(source, _CHUNK))):
                    try:
                        flying.append((chunk, pool.submit(_run, step, chunk)))
                    except BrokenProcessPool:
                        flying.append((chunk, _broken()))
                if not flying:
                    return
                chunk, future = flying.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    # One item killed its worker, and the pool with it. Whatever was in flight is done again, one item
                    # at a time in a process of its own, until the culprit is known; then a new pool goes on.
                    pool.shutdown(wait=False, cancel_futures=True)
                    again = [chunk, *(c for c, _ in flying)]
                    flying.clear()
                    for chunk in again:
                        yield from self._alone(step, chunk, on_crash)
                    pool = self._pool(self.workers)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, step: Callable[[T], R], chunk: list[T], on_crash: Callable[[T, str], R]) -> Iterator[R]:
        pool = self._pool(1)
        try:
            for item in chunk:
                try:
                    yield pool.submit(_run, step, [item]).result()[0]
                except BrokenProcessPool:
                    pool.shutdown(wait=False)
                    pool = self._pool(1)
                    yield on_crash(item, "the process that read it died (out of memory?)")
        finally:
            pool.shutdown(wait=True)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


class Crew:
    """`workers` processes that stay for all the steps of a resolution; with one, the steps run here.

    A context manager: the processes end with it. `run` is a `kg.resolve.steps.Run`.
    """

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        if self.workers > 1:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, mp_context=spawn, initializer=_begin_steps)
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def run(self, tasks: Iterable[tuple[Callable[..., Any], tuple[Any, ...]]]) -> Iterator[Any]:
        """What each step gives for its arguments, in order, with a few in flight. `KgError` where a process dies."""
        if self._pool is None:
            for step, arguments in tasks:
                yield step(*arguments)
            return
        source = iter(tasks)
        flying: deque[Future[Any]] = deque()
        try:
            while True:
                for step, arguments in islice(source, self.workers * _WINDOW - len(flying)):
                    flying.append(self._pool.submit(step, *arguments))
                if not flying:
                    return
                yield flying.popleft().result()
        except BrokenProcessPool:
            raise KgError(
                "a process that resolved articles died (out of memory?); try again with --workers 1"
            ) from None


#: Articles from which on processes of their own are worth starting for a resolution.
_MANY = 3000


def crew(workers: int | None, articles: int) -> Crew:
    """The crew for resolving `articles` with `workers` processes; None: as many as this machine has, if it pays."""
    if workers is None:
        workers = cpus() if articles >= _MANY else 1
    return Crew(workers)


def choose(workers: int | None, items: int | None) -> Engine:
    """The engine for `workers` processes; None: as many as this machine has, where `items` are worth starting them."""
    if workers is None:
        workers = cpus() if items is None or items >= 100 else 1
    return Processes(workers) if workers > 1 else InProcess()


def cpus() -> int:
    """Processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _begin() -> None:
    """Let a worker end with the process that started it: killed, that one can tell it nothing, and it would wait on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _begin_steps() -> None:
    """Steps make millions of small objects and let them go by themselves: looking for garbage among them is in vain."""
    _begin()
    gc.disable()


def _run(step: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [step(item) for item in chunk]


def _broken() -> Future[list[R]]:
    future: Future[list[R]] = Future()
    future.set_exception(BrokenProcessPool("the pool broke before"))
    return future
