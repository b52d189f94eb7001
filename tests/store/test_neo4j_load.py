"""A load makes a real Neo4j hold exactly the graph, and leaves what others wrote."""

from __future__ import annotations

import dataclasses
import random

import pytest

from kg.errors import KgError, UsageError
from kg.model import GraphTables
from kg.store.folder import check_tables
from kg.store.lookup import resolve
from kg.store.neo4j_load import compare, load, unload
from kg.store.neo4j_store import Neo4jStore, Server
from tests.support.graphgen import make_graph
from tests.support.neo4j_state import counts, held, run, wanted

pytestmark = pytest.mark.neo4j

WORLD = make_graph(11, officials=60, meetings=40, initiatives=15, articles=50, pairs=40)


def changed(tables: GraphTables, seed: int) -> GraphTables:
    """The graph of another day: nodes and edges gone, properties changed, set and taken away."""
    rng = random.Random(seed)
    nodes = []
    for node in tables.nodes:
        if rng.random() < 0.1:
            continue
        if rng.random() < 0.2:
            kept = {k: v for k, v in node.props.items() if rng.random() < 0.7 or isinstance(v, tuple)}
            node = dataclasses.replace(node, name=node.name + "改", props=kept)
        nodes.append(node)
    ids = {node.id for node in nodes}
    edges = [e for e in tables.edges if e.source in ids and e.target in ids and rng.random() < 0.9]
    edges = [dataclasses.replace(e, weight=e.weight + 1, last_seen=None) if rng.random() < 0.2 else e for e in edges]
    left = {edge.id for edge in edges}
    evidence = tuple(item for item in tables.evidence if item.edge in left and rng.random() < 0.95)
    out = GraphTables(tuple(nodes), tuple(edges), evidence)
    check_tables(out)
    return out


def test_a_load_holds_exactly_the_graph(server: Server) -> None:
    report = load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")
    assert counts(server) == (len(WORLD.nodes), len(WORLD.edges))
    assert report.rows_written == len(WORLD.nodes) + len(WORLD.edges)
    assert report.notes == ()


def test_a_second_load_writes_nothing(server: Server) -> None:
    load(server, "g", WORLD)
    assert load(server, "g", WORLD).rows_written == 0
    assert not any(change.differs for change in compare(server, "g", WORLD))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_load_of_another_day_removes_what_vanished(server: Server, seed: int) -> None:
    load(server, "g", WORLD)
    other = changed(WORLD, seed)
    told = compare(server, "g", other)
    report = load(server, "g", other)
    assert told == report.changes
    assert sum(c.vanished for c in told if c.kind == "nodes") == len(WORLD.nodes) - len(other.nodes)
    assert held(server, "g") == wanted(other, "g")
    load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")


def test_a_former_id_leads_on_in_the_database_too(server: Server) -> None:
    person = next(n for n in WORLD.nodes if n.label == "Official")
    meeting = next(n for n in WORLD.nodes if n.label == "Meeting")
    former = {"official:once": person.id, "official:twice": person.id, "meeting:once": meeting.id}
    load(server, "g", WORLD, former)
    assert load(server, "g", WORLD, former).rows_written == 0
    store = Neo4jStore(server)
    assert resolve(store, "official", "official:twice").id == person.id
    assert resolve(store, "meeting", "meeting:once").id == meeting.id
    assert resolve(store, "official", person.id).rank == 0
    for kind, text in (("official", "official:never"), ("official", "meeting:once")):
        with pytest.raises(UsageError, match=f"no {kind} named"):
            resolve(store, kind, text)
    (row,) = store.run("MATCH (n:Official {id: $id}) RETURN n", {"id": person.id}).rows
    assert not {name for name in row[0]["properties"] if name.startswith("_")}  # ours, and no property of the ontology
    report = load(server, "g", WORLD, {"official:once": person.id})
    assert report.rows_written == 2  # the person has one less, the meeting none
    assert store.current_id("meeting:once") is None
    load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_writes_the_same(server: Server, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.neo4j_load._EDGE_BATCH", 50)
    monkeypatch.setattr("kg.store.neo4j_load.BATCH", 70)
    seen: list[tuple[str, int, int]] = []
    load(server, "g", WORLD, workers=workers, progress=lambda *step: seen.append(step))
    assert held(server, "g") == wanted(WORLD, "g")
    assert seen[-1] == ("edges", len(WORLD.edges), len(WORLD.edges))


def test_what_others_wrote_stays(server: Server) -> None:
    """Foreign nodes with our labels and ids, foreign edges between our nodes, foreign properties on our nodes."""
    load(server, "g", WORLD)
    gone, kept = (n for n in WORLD.nodes if n.label == "Official" and n.id in ("person:00001", "person:00002"))
    run(server, "CREATE (:Official {id: $id, name: '别人'})-[:KNOWS {since: 1}]->(:Thing {x: 1})", id=gone.id)
    run(server, "MATCH (n:Official {_graph: 'g', id: $id}) SET n.note = '备注', n:Starred", id=kept.id)
    run(
        server,
        "MATCH (a:Official {_graph: 'g', id: $a}), (b:Official {_graph: 'g', id: $b}) CREATE (a)-[:RIVAL {y: 2}]->(b)",
        a=gone.id,
        b=kept.id,
    )
    ends = {e.id for e in WORLD.edges if gone.id in (e.source, e.target)}
    smaller = GraphTables(
        tuple(n for n in WORLD.nodes if n.id != gone.id),
        tuple(e for e in WORLD.edges if e.id not in ends),
        tuple(i for i in WORLD.evidence if i.edge not in ends),
    )
    report = load(server, "g", smaller)
    assert report.released == 1
    nodes, edges = held(server, "g")
    labels, props = nodes[kept.id]
    assert sorted(labels) == ["Official", "Starred"]
    assert props.pop("note") == "备注"
    nodes[kept.id] = (["Official"], props)
    assert (nodes, edges) == wanted(smaller, "g")
    assert [r["y"] for r in run(server, "MATCH ()-[r:RIVAL]->() RETURN r.y AS y")] == [2]
    assert len(run(server, "MATCH (:Official {name: '别人'})-[:KNOWS {since: 1}]->(:Thing {x: 1}) RETURN 1")) == 1
    (released,) = run(server, "MATCH (n)-[:RIVAL]->() RETURN labels(n) AS labels, keys(n) AS keys")
    assert (released["labels"], sorted(released["keys"])) == ([], ["id", "name"])


def test_two_graphs_share_a_database(server: Server) -> None:
    other = make_graph(12, officials=20, meetings=10, initiatives=5, articles=15, pairs=10)
    load(server, "one", WORLD)
    load(server, "two", other)
    assert held(server, "one") == wanted(WORLD, "one")
    assert held(server, "two") == wanted(other, "two")
    unload(server, "one")
    assert held(server, "one") == ({}, {})
    assert held(server, "two") == wanted(other, "two")


def test_what_was_changed_by_hand_is_set_right(server: Server) -> None:
    load(server, "g", WORLD)
    run(server, "MATCH (n:Region {_graph: 'g'}) WHERE n.level = 'county' SET n.level = 'wrong', n.name = n.name + 'x'")
    run(server, "MATCH (:Official)-[r:ATTENDED]->() WITH r LIMIT 20 DELETE r")
    run(
        server,
        "MATCH (a:Region)-[r:COOPERATES_WITH]->(b) WITH a, r, b LIMIT 5 CREATE (b)-[s:COOPERATES_WITH]->(a) SET s = r",
    )
    run(server, "MATCH (n:Meeting) WITH n LIMIT 3 DETACH DELETE n")
    assert any(change.differs for change in compare(server, "g", WORLD))
    load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")
    assert counts(server) == (len(WORLD.nodes), len(WORLD.edges))


def test_a_comparison_writes_nothing(server: Server) -> None:
    compare(server, "g", WORLD)
    assert counts(server) == (0, 0)
    assert not run(server, "SHOW CONSTRAINTS")


def test_unload_leaves_an_empty_database(server: Server) -> None:
    load(server, "g", WORLD)
    unload(server, "g")
    assert counts(server) == (0, 0)


def test_schema_is_there_before_the_data(server: Server) -> None:
    load(server, "g", GraphTables())
    names = {r["name"] for r in run(server, "SHOW CONSTRAINTS")}
    assert {"kg_region_key", "kg_official_key", "kg_article_key"} <= names
    indexes = {r["name"]: r for r in run(server, "SHOW INDEXES YIELD name, type, state, options")}
    assert all(r["state"] == "ONLINE" for r in indexes.values())
    assert indexes["kg_names"]["options"]["indexConfig"]["fulltext.analyzer"] == "cjk"
    assert "kg_cooperates_with_first_seen" in indexes


def test_the_fulltext_index_finds_chinese_names(server: Server) -> None:
    load(server, "g", WORLD)
    region = next(n for n in WORLD.nodes if n.label == "Region" and n.props["level"] == "prefecture")
    found = run(
        server, "CALL db.index.fulltext.queryNodes('kg_names', $q) YIELD node RETURN node.id AS id", q=region.name
    )
    assert region.id in {r["id"] for r in found}


def test_schema_of_others_under_another_name(server: Server) -> None:
    run(server, "CREATE CONSTRAINT theirs FOR (n:Region) REQUIRE (n._graph, n.id) IS UNIQUE")
    run(server, "CREATE CONSTRAINT theirs_too FOR (n:Meeting) REQUIRE n.id IS UNIQUE")
    run(server, "CREATE INDEX plain FOR (n:Official) ON (n.name)")
    run(server, "CREATE INDEX in_the_way FOR (n:Official) ON (n._graph, n.id)")
    report = load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")
    assert any(note.startswith("1-official-key: not made") for note in report.notes)
    assert {"theirs", "theirs_too"} <= {r["name"] for r in run(server, "SHOW CONSTRAINTS")}


def test_a_constraint_of_others_that_our_data_breaks(server: Server) -> None:
    run(server, "CREATE CONSTRAINT strict FOR (n:Official) REQUIRE n.name IS UNIQUE")
    run(server, "CREATE (:Official {name: $name})", name=next(n.name for n in WORLD.nodes if n.label == "Official"))
    with pytest.raises(KgError, match=r"already exists with label `Official`") as error:
        load(server, "g", WORLD)
    assert "\n" not in str(error.value)
    run(server, "DROP CONSTRAINT strict")
    load(server, "g", WORLD)
    assert held(server, "g") == wanted(WORLD, "g")
