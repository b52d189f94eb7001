"""`kg.Graph`: what it gives is what the store holds."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kg import Graph
from kg.errors import KgError, UsageError
from kg.library import Table
from kg.store.base import Rows
from kg.store.cypher import CypherError
from kg.store.folder import read_graph


def test_tables_are_the_stores(graph: Graph, example_folder: Path) -> None:
    tables = read_graph(example_folder)
    for label, count in Counter(node.label for node in tables.nodes).items():
        rows = graph.nodes(label)
        assert len(rows) == count
        assert rows.column("id") == [n.id for n in tables.nodes if n.label == label]
        assert rows.column("name") == [n.name for n in tables.nodes if n.label == label]
    name_of = {node.id: node.name for node in tables.nodes}
    held = [e for e in tables.edges if e.type == "HOLDS"]
    assert [(r["id"], r["source_name"], r["target_name"], r["title"], r["weight"]) for r in graph.edges("HOLDS")] == [
        (e.id, name_of[e.source], name_of[e.target], e.props["title"], e.weight) for e in held
    ]


def test_evidence_of_an_edge_and_of_a_node(graph: Graph, example_folder: Path) -> None:
    tables = read_graph(example_folder)
    edge = max(tables.edges, key=lambda e: sum(i.edge == e.id for i in tables.evidence))
    rows = graph.evidence(edge.id)
    wanted = [i for i in tables.evidence if i.edge == edge.id]
    assert {(r["article"], r["sentence"], r["start"], r["end"]) for r in rows} == {
        (i.article, i.sentence, i.start, i.end) for i in wanted
    }
    assert len(rows) == len(wanted) > 1
    published = {n.id: n.props.get("published") for n in tables.nodes}
    assert all(r["published"] == published[r["article"]] and r["type"] == edge.type for r in rows)
    at_node = {e.id for e in tables.edges if edge.source in (e.source, e.target)}
    assert {r["edge"] for r in graph.node(edge.source).evidence()} == at_node


def test_a_region_and_its_partners(graph: Graph) -> None:
    region = graph.region("衢州")
    assert (region.label, region.name, region.id) == ("Region", "衢州市", "region:330800")
    partners = region.partners(limit=100)
    assert {"黄山市", "南平市", "上饶市"} <= set(partners.column("partner"))
    asked = graph.query("partners-of-region", region="衢州市", limit=100)
    assert list(partners) == list(asked)
    assert asked.notes == ()
    assert graph.query("partners-of-region", region="衢州").notes[0].startswith("衢州 → 衢州市")
    assert len(region.meetings()) > 0
    assert len(region.officials()) > 0
    assert len(region.initiatives()) > 0
    assert len(region.articles()) > 0


def test_every_question_of_every_kind_is_answered(graph: Graph) -> None:
    asked = 0
    for label in ("Region", "Official", "Organization", "Meeting", "Initiative"):
        view = graph.node(graph.nodes(label)[0]["id"])
        for question in ("partners", "meetings", "officials", "initiatives", "posts", "articles"):
            try:
                answer = getattr(view, question)()
            except UsageError as refused:
                assert "there are" in str(refused)  # noqa: PT017
                continue
            assert isinstance(answer, Table)
            asked += 1
    assert asked == 13


def test_cypher_reads_and_takes_parameters(graph: Graph) -> None:
    rows = graph.cypher("MATCH (o:Official {name: $who}) RETURN o.name AS name, count(*) AS n", who="王建平")
    assert rows[0] == {"name": "王建平", "n": 3}
    with pytest.raises(CypherError, match="only reading"):
        graph.cypher("MATCH (n) DETACH DELETE n")


def test_a_word_of_python_as_parameter(graph: Graph) -> None:
    late = graph.query("meetings-of-region", region="上饶", from_="2022-01-01")
    every = graph.query("meetings-of-region", region="上饶")
    assert 0 < len(late) < len(every)
    assert min(late.column("date")) >= "2022-01-01"


def test_networkx(graph: Graph, example_folder: Path) -> None:
    tables = read_graph(example_folder)
    network = graph.to_networkx()
    assert set(network.nodes) == {n.id for n in tables.nodes}
    assert {(u, v, k) for u, v, k in network.edges(keys=True)} == {(e.source, e.target, e.id) for e in tables.edges}
    edge = next(e for e in tables.edges if e.type == "COOPERATES_WITH")
    there = network.edges[edge.source, edge.target, edge.id]
    assert (there["type"], there["mode"], there["weight"]) == ("COOPERATES_WITH", edge.props["mode"], edge.weight)
    assert [p["sentence"] for p in there["evidence"]]
    without = graph.to_networkx(articles=False)
    assert "Article" not in {d["label"] for _, d in without.nodes(data=True)}
    assert "MENTIONS" not in {d["type"] for _, _, d in without.edges(data=True)}


def test_pandas(graph: Graph) -> None:
    pytest.importorskip("pandas")
    frames = graph.to_pandas()
    for label in ("Official", "Region"):
        assert list(frames[label]["id"]) == graph.nodes(label).column("id")
    assert list(frames["HOLDS"]["title"]) == graph.edges("HOLDS").column("title")
    partners = graph.region("衢州").partners().to_pandas()
    assert list(partners.columns)[:2] == ["partner", "partner_id"]


def test_pandas_is_not_needed(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match="pip install pandas"):
        graph.nodes("Region").to_pandas()


def test_a_notebook_shows_text_as_text() -> None:
    hostile = "<script>alert(1)</script>"
    table = Table(Rows(("<b>", "n"), tuple((hostile, i) for i in range(60))))
    shown = table._repr_html_()
    assert hostile not in shown
    assert "<th>&lt;b&gt;</th>" in shown
    assert shown.count("<tr>") == 51
    assert "10 more rows" in shown
    assert hostile in repr(table)


def test_display(graph: Graph) -> None:
    assert "nodes" in repr(graph)
    assert "<td>" in graph._repr_html_()
    assert "衢州市" in graph.region("衢州")._repr_html_()


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda g: g.nodes("Regions"), "did you mean Region"),
        (lambda g: g.edges("HOLD"), "did you mean HOLDS"),
        (lambda g: g.query("partners"), "no query named"),
        (lambda g: g.region("不存在市"), "no region named"),
        (lambda g: g.official("王建平"), "give the id"),
        (lambda g: g.region("衢州").posts(), "not asked of a node of kind Region"),
        (lambda g: g.nodes("Region").column("x"), "no column"),
    ],
)
def test_mistakes_are_named(graph: Graph, ask: object, message: str) -> None:
    with pytest.raises(KgError, match=message):
        ask(graph)  # type: ignore[operator]


def test_no_graph_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no graph here yet"):
        Graph.open(tmp_path)


def test_importing_kg_stays_light() -> None:
    code = "import sys, kg; assert 'pyarrow' not in sys.modules; kg.Graph; assert 'pyarrow' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError):
        __import__("kg").Nothing  # noqa: B018
