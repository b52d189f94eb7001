"""The embedded store: derived from the tables, rebuilt when it does not fit them, read-only."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model import EDGE_EVIDENCE_PROPERTIES, EDGE_TYPES, NODE_PROPERTIES, GraphTables, Node
from kg.store import embedded as module
from kg.store.cypher import CypherError, QueryTimeout, ReadOnlyViolation
from kg.store.embedded import embed, open_embedded
from kg.store.folder import write_graph
from kg.store.rows import SOURCE, TARGET, edge_rows, node_rows
from tests.support.graphgen import make_graph

WORLD = make_graph(5, officials=80, meetings=50, initiatives=20, articles=60, pairs=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_graph(tmp_path, WORLD)
    return tmp_path


def stores(folder: Path) -> list[Path]:
    return sorted(folder.glob("graph.*"))


@pytest.mark.parametrize("large", [False, True], ids=["file", "mapped folder"])
def test_it_holds_every_node_and_edge_with_all_properties(
    folder: Path, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(module, "_LARGE", 0)
    open_embedded(folder).close()
    with open_embedded(folder) as store:  # the second time it comes from the disk
        assert stores(folder)[0].is_dir() == large
        for label, rows in node_rows(WORLD).items():
            props = ["id", "name", *NODE_PROPERTIES[label]]  # type: ignore[index]
            got = store.run(f"MATCH (n:{label}) RETURN {', '.join('n.' + p for p in props)} ORDER BY n.id").rows
            assert got == tuple(tuple(row[p] for p in props) for row in rows)
        found = 0
        for edge_type in EDGE_TYPES:
            props = ["id", *EDGE_TYPES[edge_type][2], *EDGE_EVIDENCE_PROPERTIES]
            columns = ", ".join("r." + p for p in props)
            got = store.run(f"MATCH (a)-[r:{edge_type}]->(b) RETURN a.id, b.id, {columns} ORDER BY r.id").rows
            wanted = [row for key, rows in edge_rows(WORLD).items() if key[0] == edge_type for row in rows]
            wanted.sort(key=lambda row: row["id"])
            assert got == tuple((row[SOURCE], row[TARGET], *(row[p] for p in props)) for row in wanted)
            found += len(got)
        assert found == len(WORLD.edges)


def test_it_is_built_once_and_opened_after(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_embedded(folder).close()
    (path,) = stores(folder)
    before = path.stat().st_mtime_ns
    monkeypatch.setattr(module, "_graph", lambda tables: pytest.fail("built again"))
    with open_embedded(folder) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((len(WORLD.nodes),),)
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", ["cut", "rubbish", "empty", "flipped"])
def test_a_damaged_store_is_rebuilt(folder: Path, damage: str) -> None:
    open_embedded(folder).close()
    (path,) = stores(folder)
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        for at in range(len(data) // 2, len(data) // 2 + 64):
            data[at] ^= 0xFF
    path.write_bytes({"cut": data[: len(data) // 2], "rubbish": b"x" * 4096, "empty": b""}.get(damage, bytes(data)))
    with open_embedded(folder) as store:
        assert store.run("MATCH (n) RETURN count(n)").rows == ((len(WORLD.nodes),),)
    assert stores(folder) == [path]


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_mapped_folder_is_rebuilt(folder: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGE", 0)
    open_embedded(folder).close()
    (path,) = stores(folder)
    largest = max((f for f in path.rglob("*") if f.is_file()), key=lambda f: f.stat().st_size)
    if damage == "gone":
        largest.unlink()
    else:
        largest.write_bytes(largest.read_bytes()[:-7])
    with open_embedded(folder) as store:
        assert store.run("MATCH ()-[r]->() RETURN count(r)").rows == ((len(WORLD.edges),),)


def test_a_store_of_other_tables_or_another_version_is_not_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_embedded(folder).close()
    old = stores(folder)
    monkeypatch.setattr(module, "_FORM", 99)
    open_embedded(folder).close()
    newer = stores(folder)
    assert len(newer) == 1
    assert newer != old
    write_graph(folder, GraphTables((Node("x", "Official", "王明"),)))
    with open_embedded(folder) as store:
        assert store.run("MATCH (n) RETURN n.name AS name").rows == (("王明",),)
    assert len(stores(folder)) == 1


def test_a_folder_that_cannot_be_written_still_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "replace", full)
    with open_embedded(folder) as store:
        assert store.run("MATCH (n) RETURN count(n)").rows == ((len(WORLD.nodes),),)
    assert not [p for p in folder.iterdir() if p.name.startswith("graph.")]


def test_no_graph(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no graph here yet"):
        open_embedded(tmp_path)


@pytest.fixture(scope="module")
def store() -> module.EmbeddedStore:
    return embed(WORLD)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n:X {id: 1})",
        "MATCH (n) SET n.x = 1",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:X {id: 2})",
        "DROP INDEX x",
    ],
)
def test_writing_is_refused_by_the_check_and_by_the_engine(store: module.EmbeddedStore, statement: str) -> None:
    with pytest.raises(ReadOnlyViolation):
        store.run(statement)
    with pytest.raises(Exception, match=r"(?i)read-only"):  # were the check to miss it
        store._graph.cypher(statement)
    assert store.run("MATCH (n) RETURN count(n)").rows == ((len(WORLD.nodes),),)


def test_values_are_plain(store: module.EmbeddedStore) -> None:
    rows = store.run("MATCH (a:Region)-[c:COOPERATES_WITH]->(b) RETURN a, c ORDER BY c.id LIMIT 1").rows
    node, edge = rows[0]
    assert node["labels"] == ["Region"]
    assert node["properties"]["id"] == node["id"]
    assert "title" not in node["properties"]
    assert edge["type"] == "COOPERATES_WITH"
    assert isinstance(edge["properties"]["sentences"], list)
    assert store.run("RETURN date('2021-11-08') AS d, null AS n, [1, 2.5] AS l").rows == (
        ("2021-11-08", None, [1, 2.5]),
    )


def test_a_row_limit_says_that_it_cut(store: module.EmbeddedStore) -> None:
    cut = store.run("MATCH (n) RETURN n.id AS id ORDER BY id", row_limit=3)
    assert len(cut.rows) == 3
    assert cut.truncated
    assert not store.run("MATCH (n) RETURN n.id AS id ORDER BY id LIMIT 3", row_limit=3).truncated


def test_a_time_limit_stops_a_query(store: module.EmbeddedStore) -> None:
    with pytest.raises(QueryTimeout, match=r"0\.05 s"):
        store.run("MATCH (a), (b), (c), (d) WHERE a.id + b.id = c.id + d.id RETURN count(*)", timeout=0.05)


def test_a_wrong_statement_is_one_line(store: module.EmbeddedStore) -> None:
    with pytest.raises(CypherError) as error:
        store.run("MATCH (n RETURN n")
    assert "\n" not in str(error.value)


def test_a_label_nobody_bears_is_remarked_on(store: module.EmbeddedStore) -> None:
    rows = store.run("MATCH (n:Regoin) RETURN n")
    assert rows.rows == ()
    assert any("Regoin" in note for note in rows.notes)
