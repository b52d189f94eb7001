"""Progress for people: a bar with counts and time left on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """What the work reports to."""

    def total(self, articles: int) -> None:
        """How many articles there are to read."""

    def advance(self, articles: int = 1) -> None:
        """That many more are done."""

    def stage(self, name: str) -> None:
        """The work goes on to another stage, of unknown length."""


class Quiet:
    """Says nothing."""

    def total(self, articles: int) -> None:
        """See `Progress`."""

    def advance(self, articles: int = 1) -> None:
        """See `Progress`."""

    def stage(self, name: str) -> None:
        """See `Progress`."""


@contextmanager
def shown(enabled: bool | None = None) -> Iterator[Progress]:
    """A progress bar on standard error; by default only where that is a terminal."""
    if enabled is None:
        enabled = sys.stderr.isatty()
    if not enabled:
        yield Quiet()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Shown(bars)


class _Shown:
    def __init__(self, bars: object) -> None:
        from rich.progress import Progress

        assert isinstance(bars, Progress)
        self._bars = bars
        self._task = bars.add_task("reading", total=None)

    def total(self, articles: int) -> None:
        self._bars.update(self._task, total=articles)

    def advance(self, articles: int = 1) -> None:
        self._bars.advance(self._task, articles)

    def stage(self, name: str) -> None:
        self._bars.remove_task(self._task)
        self._task = self._bars.add_task(name, total=None)
