"""Reading articles into records: those not recorded yet, shard by shard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.clean import look_over
from kg.errors import InputError
from kg.read import RawArticle, read
from kg.run.engine import choose
from kg.run.progress import Progress
from kg.run.shards import Entry, Shards
from kg.run.work import Recorded, Skipped, article_key, crashed, step

#: Articles in one shard: what at most is read again after a kill.
SHARD_SIZE = 200


@dataclass(slots=True)
class Reading:
    """What one pass over the input gave. `warnings` are (path, reason), in the order of the input."""

    read: int = 0  # usable articles in the input
    new: int = 0  # of these, recorded now
    known: int = 0  # of these, recorded before
    copies: int = 0  # files that are byte for byte another one's copy
    no_event: int = 0
    skipped: int = 0
    warnings: list[tuple[str, str]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)  # place -> article key


def count(inputs: Sequence[str | Path]) -> int:
    """How many articles the inputs hold."""
    return sum(1 for _ in read(inputs, lambda _: None))


def record_articles(
    inputs: Sequence[str | Path],
    shards: Shards,
    version: str,
    *,
    workers: int | None,
    recognizer: str | None,
    progress: Progress,
    total: int | None,
) -> Reading:
    """Read what `inputs` stand for and append the records of articles not recorded yet by `version` to `shards`."""
    reading = Reading()
    known = {key for key, by in shards.versions().items() if by == version}
    seen: dict[str, str] = {}  # key -> place of its first copy

    def on_skip(error: InputError) -> None:
        reading.skipped += 1
        reading.warnings.append((error.where, error.reason))

    def fresh() -> Iterator[RawArticle]:
        for raw in read(inputs, on_skip):
            key = article_key(raw)
            place = _place(raw.path)
            if key in seen:
                reading.copies += 1
                reading.sources[place] = key
                progress.advance()
                continue
            seen[key] = place
            if key in known:
                reading.read += 1
                reading.known += 1
                reading.sources[place] = key
                progress.advance()
                continue
            yield raw

    waiting: list[Entry] = []
    now = int(time.time())
    try:
        for outcome in choose(workers, total).map(step(recognizer), fresh(), crashed):
            progress.advance()
            if isinstance(outcome, Skipped):
                reading.skipped += 1
                reading.warnings.append((outcome.path, outcome.reason))
                continue
            reading.read += 1
            reading.new += 1
            reading.sources[_place(outcome.path)] = outcome.key
            waiting.append(Entry(outcome.key, version, now, outcome.record, outcome.sketch, outcome.note))
            if len(waiting) >= SHARD_SIZE:
                full, waiting = waiting, []
                shards.append(full)
    finally:  # also where the user interrupts: what is read is kept
        if waiting:
            shards.append(waiting)
    _note_empty(reading, shards, version, seen)
    return reading


def read_records(
    inputs: Sequence[str | Path],
    *,
    workers: int | None,
    recognizer: str | None,
    progress: Progress,
    total: int | None,
    on_warning: Callable[[str, str], None],
) -> Iterator[Recorded]:
    """The records of `inputs`, one by one in the order of the input, without keeping them.

    What only the whole batch shows (phrases put into many pages) is looked for first. `record_articles` does not: a
    record that is kept must not depend on which other articles happened to lie beside it.
    """

    def articles() -> Iterable[RawArticle]:
        return read(inputs, lambda error: on_warning(error.where, error.reason))

    repetition = look_over(raw.data for raw in read(inputs, lambda _: None)) if total is None or total > 2 else None
    for outcome in choose(workers, total).map(step(recognizer, repetition), articles(), crashed):
        progress.advance()
        if isinstance(outcome, Skipped):
            on_warning(outcome.path, outcome.reason)
            continue
        if outcome.note:
            on_warning(outcome.path, outcome.note)
        yield outcome


def _note_empty(reading: Reading, shards: Shards, version: str, places: dict[str, str]) -> None:
    """Name the pages of this input that hold no event, also those recorded in an earlier run."""
    shown = {key: path for path, key in reading.sources.items()}
    for key, note in shards.notes(version):
        if key in places and key in shown:
            reading.no_event += 1
            reading.warnings.append((_shown(shown[key]), note))


def _place(path: str) -> str:
    """Where an article lies, whatever folder the program runs in."""
    return str(Path(path).absolute())


def _shown(place: str) -> str:
    """A place as people know it: relative to the folder they stand in where that is shorter."""
    here = str(Path.cwd()) + "/"
    return place.removeprefix(here)
