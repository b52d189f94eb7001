"""The Parquet folder: what is written is read back, whole or not at all."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kg.errors import KgError
from kg.model import Edge, Evidence, GraphTables, Node
from kg.store import folder as module
from kg.store.folder import read_graph, write_graph
from kg.store.lock import writer_lock
from kg.store.manifest import MANIFEST, folder_info
from tests.support.graphgen import make_graph

REGION = Node("360400", "Region", "九江市", {"aliases": ("九江", "浔阳"), "code": "360400", "lat": 29.7})
OTHER = Node("360100", "Region", "南昌市", {"aliases": ()})
PAPER = Node("a1", "Article", "标题", {"title": "标题", "authors": ()})
TIE = Edge("e1", "COOPERATES_WITH", "360100", "360400", 1, "2021-01-01", None, 0.5, {"mode": "agreement"})
PROOF = Evidence("e1", "a1", '他说："签约"\n', 3, 9, None, 12, 0.5, "signing")
SMALL = GraphTables((OTHER, REGION, PAPER), (TIE,), (PROOF,))


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_written_is_read_back(tmp_path: Path, seed: int) -> None:
    tables = make_graph(seed, officials=60, meetings=40, initiatives=10, articles=50, pairs=40)
    write_graph(tmp_path, tables)
    assert read_graph(tmp_path) == tables


def test_rows_are_put_in_the_order_of_their_ids(tmp_path: Path) -> None:
    tables = make_graph(3, officials=30, meetings=20, initiatives=5, articles=20, pairs=20)
    rng = random.Random(1)
    mixed = GraphTables(*(tuple(rng.sample(rows, len(rows))) for rows in (tables.nodes, tables.edges, tables.evidence)))
    write_graph(tmp_path / "a", tables)
    write_graph(tmp_path / "b", mixed)
    assert read_graph(tmp_path / "b") == tables
    assert folder_info(tmp_path / "a").digest == folder_info(tmp_path / "b").digest


def test_nulls_and_offsets_keep(tmp_path: Path) -> None:
    write_graph(tmp_path, SMALL)
    back = read_graph(tmp_path)
    assert back.evidence == (PROOF,)
    assert back.edges == (TIE,)
    assert back.nodes[1].props == {"aliases": ("九江", "浔阳"), "code": "360400", "lat": 29.7}


def test_an_empty_graph_is_a_graph(tmp_path: Path) -> None:
    assert write_graph(tmp_path, GraphTables())
    assert read_graph(tmp_path) == GraphTables()


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    assert write_graph(tmp_path, SMALL)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.parquet")}
    manifest = (tmp_path / MANIFEST).read_bytes()
    assert not write_graph(tmp_path, SMALL)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.parquet")} == before
    assert (tmp_path / MANIFEST).read_bytes() == manifest


def test_a_change_keeps_the_graph_id_and_sweeps_old_tables(tmp_path: Path) -> None:
    write_graph(tmp_path, SMALL)
    old = folder_info(tmp_path)
    write_graph(tmp_path, dataclasses.replace(SMALL, edges=(dataclasses.replace(TIE, weight=2),)))
    new = folder_info(tmp_path)
    assert new.graph_id == old.graph_id
    assert new.digest != old.digest
    on_disk = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.parquet")}
    assert on_disk == set(new.files)


def test_a_killed_writer_leaves_the_old_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_graph(tmp_path, SMALL)

    def dies(path: Path, data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_replace", dies)
    with pytest.raises(KeyboardInterrupt):
        write_graph(tmp_path, make_graph(1, officials=20, meetings=10, initiatives=4, articles=10, pairs=5))
    monkeypatch.undo()
    assert read_graph(tmp_path) == SMALL
    write_graph(tmp_path, GraphTables((OTHER,)))
    assert len(list(tmp_path.rglob("*.parquet"))) == 1


def test_counts_are_in_the_manifest(tmp_path: Path) -> None:
    write_graph(tmp_path, SMALL)
    info = folder_info(tmp_path)
    assert info.nodes == {"Article": 1, "Region": 2}
    assert info.edges == {"COOPERATES_WITH": 1}
    assert info.evidence == 1


def test_columns_are_what_a_reader_of_parquet_expects(tmp_path: Path) -> None:
    write_graph(tmp_path, SMALL)
    (path,) = (tmp_path / "edges").glob("COOPERATES_WITH-*.parquet")
    assert pq.read_schema(path).names == [
        "id",
        "source",
        "target",
        "weight",
        "first_seen",
        "last_seen",
        "confidence",
        "mode",
    ]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (GraphTables((REGION, REGION)), "two nodes bear one id"),
        (GraphTables((Node("x", "Town", "镇"),)), "unknown label Town"),  # type: ignore[arg-type]
        (GraphTables((Node("x", "Official", "王", {"age": 3}),)), "has no property age"),
        (GraphTables((REGION,), (TIE,)), "its end 360100 is no node"),
        (GraphTables((OTHER, REGION), (dataclasses.replace(TIE, type="HOLDS"),)), "HOLDS cannot stand at a Region"),
        (GraphTables((OTHER, REGION), (TIE, TIE)), "'e1' used twice"),
        (GraphTables((OTHER, REGION), (), (PROOF,)), "edge e1 is not in the graph"),
        (GraphTables((REGION, Node("360400", "Meeting", "会"))), "stands for a Region and a Meeting"),
    ],
)
def test_contradictions_are_refused_and_nothing_is_written(tmp_path: Path, tables: GraphTables, message: str) -> None:
    with pytest.raises(KgError, match=message):
        write_graph(tmp_path / "g", tables)
    assert not (tmp_path / "g" / MANIFEST).exists()


def test_no_graph_here(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no graph here yet"):
        read_graph(tmp_path)
    with pytest.raises(KgError, match="no such folder"):
        read_graph(tmp_path / "none")


@pytest.mark.parametrize("damage", ["cut", "gone", "rubbish"])
def test_a_damaged_table_is_named(tmp_path: Path, damage: str) -> None:
    write_graph(tmp_path, SMALL)
    (path,) = (tmp_path / "evidence").glob("*.parquet")
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-50] if damage == "cut" else b"rubbish" * 100)
    with pytest.raises(KgError, match=r"COOPERATES_WITH-\w+\.parquet: damaged or missing") as error:
        read_graph(tmp_path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema_version": 1}', "\xff"])
def test_a_damaged_manifest_is_named(tmp_path: Path, text: str) -> None:
    write_graph(tmp_path, SMALL)
    (tmp_path / MANIFEST).write_text(text, encoding="latin-1")
    with pytest.raises(KgError, match=r"tables\.json: not readable"):
        read_graph(tmp_path)


def test_another_form_is_not_read(tmp_path: Path) -> None:
    write_graph(tmp_path, SMALL)
    path = tmp_path / MANIFEST
    path.write_text(path.read_text().replace('"schema_version": 1', '"schema_version": 99'))
    with pytest.raises(KgError, match="form 99"):
        read_graph(tmp_path)


def _hold(folder: Path, ready: multiprocessing.synchronize.Event) -> None:
    with writer_lock(folder):
        ready.set()
        time.sleep(60)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_second_writer_is_told_who_holds_the_graph(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold, args=(tmp_path, ready))
    holder.start()
    try:
        assert ready.wait(30)
        told = f"another program is writing this graph \\(process {holder.pid}"
        with pytest.raises(KgError, match=told), writer_lock(tmp_path, wait=0.2):
            pytest.fail("two writers")
    finally:
        assert holder.pid is not None
        os.kill(holder.pid, signal.SIGKILL)
        holder.join()
    with writer_lock(tmp_path, wait=0.2):  # a killed holder leaves no lock behind
        pass


def test_the_lock_may_be_entered_again(tmp_path: Path) -> None:
    with writer_lock(tmp_path), writer_lock(tmp_path):
        write_graph(tmp_path, SMALL)
    assert read_graph(tmp_path) == SMALL
