"""``kg build``: articles to a graph folder, whole or resumable at any point."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KgError
from kg.run.progress import Progress, Quiet
from kg.run.record import Reading, count, record_articles
from kg.run.shards import Shards
from kg.run.state import (
    State,
    file_digest,
    fingerprint,
    read_sources,
    read_state,
    write_sources,
    write_state,
)
from kg.run.version import extractor_version, resolver_version

SKIPPED = "skipped.txt"
_SCRATCH = ".resolving-"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `changed` is False where the graph was already what it should be."""

    reading: Reading
    articles: int  # in the graph
    outdated: int  # of these, recorded by another version of the extractor and not read again
    removed: int  # articles that are no longer in the graph
    changed: bool
    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)
    evidence: int = 0
    questions: int = 0
    conflicts: int = 0
    blocks: int = 0  # names, days and families of names resolved now
    kept: int = 0  # those into which the same went as before, and whose result was kept
    seconds: float = 0.0


def build(
    inputs: Sequence[str | Path],
    graph: Path,
    *,
    workers: int | None = None,
    recognizer: str | None = None,
    prune: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Read `inputs`, record what is new, and bring the graph in folder `graph` up to date.

    Articles of earlier builds stay in the graph; a file that has changed replaces what it gave before. With `prune`,
    articles that are not in `inputs` leave the graph (their records stay). Raises `KgError` where the folder cannot be
    written or another program is writing it.
    """
    from kg.store.lock import writer_lock

    began = time.monotonic()
    progress = progress or Quiet()
    _check_folder(graph)
    with writer_lock(graph):
        shards = Shards(graph)
        shards.sweep()
        version = extractor_version(recognizer)
        total = count(inputs)
        progress.total(total)
        reading = record_articles(
            inputs, shards, version, workers=workers, recognizer=recognizer, progress=progress, total=total
        )
        before = read_sources(graph)
        sources = dict(reading.sources) if prune else {**before, **reading.sources}
        if sources != before:
            write_sources(graph, sources)
        _write_skipped(graph, reading)
        versions = shards.versions()
        wanted = {key: versions[key] for key in sources.values() if key in versions}
        state = State(fingerprint(wanted), file_digest(graph / "judgements.jsonl"), resolver_version())
        resolved = _Resolved(changed=False)
        if read_state(graph) != state or not _intact(graph):
            resolved = _resolve(graph, shards, wanted, state.resolver, workers, progress)
            write_state(graph, state, articles=len(wanted), extractor=version)
        return _report(graph, reading, wanted, version, set(before.values()), resolved, began)


def resolve_again(graph: Path, *, progress: Progress | None = None) -> bool:
    """Resolve the recorded articles of `graph` anew (after a judgement); whether the graph changed."""
    from kg.store.lock import writer_lock

    with writer_lock(graph):
        shards = Shards(graph)
        versions = shards.versions()
        wanted = {key: versions[key] for key in read_sources(graph).values() if key in versions}
        if not wanted:
            raise KgError(
                f"{graph}: no recorded articles; build the graph first with: kg build ARTICLES --graph {graph}"
            )
        state = State(fingerprint(wanted), file_digest(graph / "judgements.jsonl"), resolver_version())
        if read_state(graph) == state and _intact(graph):
            return False
        resolved = _resolve(graph, shards, wanted, state.resolver, None, progress or Quiet())
        write_state(graph, state, articles=len(wanted), extractor=Counter(wanted.values()).most_common(1)[0][0])
        return resolved.changed


@dataclass(frozen=True, slots=True)
class _Resolved:
    """Whether the graph changed, and how many blocks were resolved now and how many gave what they gave before."""

    changed: bool
    blocks: int = 0
    kept: int = 0


def _resolve(
    graph: Path, shards: Shards, wanted: dict[str, str], resolver: str, workers: int | None, progress: Progress
) -> _Resolved:
    from kg.resolve import Blocks, resolve_parts
    from kg.resolve.judgements import read as read_judgements
    from kg.run.blocks import Kept, write_blocks
    from kg.run.engine import crew
    from kg.run.outcome import write_outcome
    from kg.store.embedded import build_embedded
    from kg.store.folder import write_pieces
    from kg.store.pieces import encode

    progress.stage("resolving")
    blocks = Blocks(Kept(graph, resolver))
    with _scratch(graph) as folder, crew(workers, len(wanted)) as hands:
        resolved = resolve_parts(shards.parts(wanted), folder, encode, read_judgements(graph), blocks, hands.run)
        write_blocks(graph, resolver, blocks.results)
        progress.stage("writing the graph")
        pieces = [(kind, name, resolved.pieces(kind, name)) for kind, name in resolved.tables()]
        changed = write_pieces(graph, pieces, hands.run)
        write_outcome(graph, resolved)
    progress.stage("writing the Cypher store")
    build_embedded(graph)
    return _Resolved(changed, blocks.resolved.total(), blocks.reused.total())


@contextmanager
def _scratch(graph: Path) -> Iterator[str]:
    """A folder in `graph` for what waits between the steps of a resolution; what killed builds left goes too."""
    for left in graph.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=graph, ignore_cleanup_errors=True) as folder:
        yield folder


def _report(
    graph: Path,
    reading: Reading,
    wanted: Mapping[str, str],
    version: str,
    before: set[str],
    resolved: _Resolved,
    began: float,
) -> Built:
    from kg.run.outcome import read_conflicts, read_questions
    from kg.store.manifest import folder_info

    info = folder_info(graph)
    return Built(
        reading=reading,
        articles=len(wanted),
        outdated=sum(1 for by in wanted.values() if by != version),
        removed=len(before - wanted.keys()),
        changed=resolved.changed,
        nodes=dict(info.nodes),
        edges=dict(info.edges),
        evidence=info.evidence,
        questions=len(read_questions(graph)),
        conflicts=len(read_conflicts(graph)),
        blocks=resolved.blocks,
        kept=resolved.kept,
        seconds=time.monotonic() - began,
    )


def _check_folder(graph: Path) -> None:
    """Refuse to make a graph among files that are not one, before anything is read."""
    if graph.exists() and not graph.is_dir():
        raise KgError(f"{graph}: a file stands where the graph folder should be")
    try:
        graph.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{graph}: cannot make the folder ({error.strerror or error})") from None


def _intact(graph: Path) -> bool:
    """Whether every table that the folder names is there."""
    from kg.store.manifest import folder_info

    try:
        return all((graph / path).exists() for path in folder_info(graph).files)
    except KgError:
        return False


def _write_skipped(graph: Path, reading: Reading) -> None:
    """Leave the whole list of what was skipped beside the graph; the terminal shows only its head."""
    path = graph / SKIPPED
    if not reading.warnings:
        path.unlink(missing_ok=True)
        return
    lines = "".join(f"{where}: {reason}\n" for where, reason in reading.warnings)
    path.write_text(lines.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), encoding="utf-8")
