"""However the work is cut up and whoever does it, the graph is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model import Record
from kg.resolve import Blocks, Observation, Resolution, resolve_all, resolver, sources
from kg.resolve.judgements import Judgement, Judgements
from kg.resolve.scratch import Column, Scratch, Spills, read
from kg.run.blocks import Kept, write_blocks
from kg.run.engine import Crew

from .press import press

cut = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(2) as hands:
        yield hands


def resolved(records: tuple[Record, ...], *lines: Judgement, **options: object) -> Resolution:
    return resolve_all((Observation(r) for r in records), Judgements(lines), **options)  # type: ignore[arg-type]


def judged(whole: Resolution) -> list[Judgement]:
    """Judgements of every kind on a graph: of one name and across two, on meetings, a drop, a correction."""
    people = sorted(n.id for n in whole.tables.nodes if n.label == "Official")
    meetings = sorted(n.id for n in whole.tables.nodes if n.label == "Meeting")
    return [
        Judgement("j1", "same", people[0], people[1]),
        Judgement("j2", "same", people[1], people[2]),
        Judgement("j3", "not_same", people[3], people[4]),
        Judgement("j4", "same", meetings[0], meetings[1]),
        Judgement("j5", "drop", meetings[2]),
        Judgement("j6", "correct", people[5], field="name", value="某某"),
        Judgement("j7", "correct", meetings[3], field="date", value="2020-02-02"),
    ]


@cut
@given(seed=st.integers(0, 2), part=st.integers(1, 70), partition=st.integers(1, 80), with_judgements=st.booleans())
def test_parts_and_partitions_do_not_matter(
    seed: int, part: int, partition: int, with_judgements: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    whole = resolved(press(seed))
    lines = judged(whole) if with_judgements else []
    expected = resolved(press(seed), *lines)
    monkeypatch.setattr(sources, "PART", part)
    monkeypatch.setattr(resolver, "_PARTITION", partition)
    assert resolved(press(seed), *lines) == expected


@pytest.mark.parametrize("seed", [0, 1])
def test_the_number_of_processes_does_not_matter(seed: int, crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = judged(resolved(press(seed)))
    expected = resolved(press(seed), *lines)
    monkeypatch.setattr(sources, "PART", 13)
    monkeypatch.setattr(resolver, "_PARTITION", 17)
    assert resolved(press(seed), *lines, run=crew.run) == expected


def test_processes_know_what_blocks_gave_before(crew: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolver, "_PARTITION", 17)
    first = Blocks()
    expected = resolved(press(0), blocks=first)
    write_blocks(tmp_path, "this", first.results)
    again = Blocks(Kept(tmp_path, "this"))
    assert resolved(press(0), blocks=again, run=crew.run) == expected
    assert again.results == first.results
    assert again.resolved.total() == 0
    assert again.reused == first.resolved + first.reused
    other = Blocks(Kept(tmp_path, "another"))
    assert resolved(press(0), blocks=other, run=crew.run) == expected
    assert other.resolved == first.resolved


def test_results_are_found_by_their_keys(tmp_path: Path) -> None:
    keys = [bytes([n]) * 8 + bytes([m]) * 8 for n in (0, 7, 255) for m in (0, 9, 255)]
    write_blocks(tmp_path, "v", {key: key.hex() for key in keys})
    kept = Kept(tmp_path, "v")
    assert dict(kept) == {key: key.hex() for key in keys}
    assert kept.get(b"\x07" * 16) is None
    assert len(Kept(tmp_path, "w")) == 0
    (tmp_path / "blocks.parquet").write_bytes(b"damaged")
    assert len(Kept(tmp_path / "none", "v")) == 0


def _die() -> None:
    import os

    os._exit(1)


def test_a_process_that_dies_is_told_of() -> None:
    with Crew(2) as hands, pytest.raises(KgError, match="--workers 1"):
        list(hands.run([(_die, ())]))


def test_rows_come_back_by_partition(tmp_path: Path) -> None:
    for folder in (None, str(tmp_path)):
        scratch = Scratch(folder, 4)
        spills = Spills()
        for name in ("a", "b"):
            spill = scratch.spill(name)
            spill.rows("words", 1).append((name, None, 1.5, frozenset({name}), {"k": 1}))
            spill.rows("empty", 2)
            spill.raw("raw", 0, name.encode())
            spills.add(spill.close())
        assert spills.partitions("words") == [1]
        assert spills.partitions("empty") == []
        assert [row[0] for row in read(spills.see("words", 1))] == ["a", "b"]
        assert [row[4] for row in read(spills.take("words", 1))] == [{"k": 1}, {"k": 1}]
        assert spills.take("words", 1) == []
    assert [scratch.of_id(f"x:{digits}00000000000") for digits in ("00000", "3ffff", "40000", "fffff")] == [0, 0, 1, 3]


def test_numbers_of_the_corpus_are_read_where_they_lie(tmp_path: Path) -> None:
    import numpy as np

    for folder in (None, str(tmp_path)):
        assert Column.keep(Scratch(folder, 1), "n", np.arange(5)).values().tolist() == [0, 1, 2, 3, 4]


def test_a_scratch_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    spill = Scratch(str(tmp_path / "gone"), 1).spill("a")
    spill.rows("words").append(1)
    with pytest.raises(KgError, match="cannot write"):
        spill.close()
