"""What holds for every format, and the selection of a part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError, UsageError
from kg.export import FORMATS, Selection, export
from kg.store.folder import write_graph
from tests.export.conftest import Made, awkward_graph
from tests.support.graphgen import make_graph


def content(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    return {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


def parts(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    nodes = {x["id"]: x for x in lines if x["kind"] == "node"}
    return nodes, {x["id"]: x for x in lines if x["kind"] == "edge"}


@pytest.mark.parametrize("form", FORMATS)
def test_same_graph_same_bytes(made: Made, form: str, tmp_path: Path) -> None:
    tables = awkward_graph()
    shuffled = type(tables)(tables.nodes[::-1], tables.edges[::-1], tables.evidence[::-1])
    write_graph(tmp_path / "other", shuffled, graph_id="another")
    export(tmp_path / "other", form, tmp_path / "there")
    first = content(made.export(form))
    assert first
    assert first == content(tmp_path / "there")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_every_sentence_and_article(made: Made, form: str) -> None:
    data = b"".join(content(made.export(form)).values()).decode() if form != "parquet" else ""
    if form == "parquet":
        import pyarrow.parquet as pq

        data = "\n".join(str(pq.read_table(p).to_pylist()) for p in made.export(form).rglob("*.parquet"))
    for sentence in ("青岚市与白石市签署《青白产业协作框架协议》。", "仪式在柳溪县举行。"):
        assert sentence in data
    for date in ("2023-04-02", "2023-09-18"):
        assert date in data
    for article in ("art-1", "art-2", "art-3"):
        assert article in data


@pytest.mark.parametrize("form", FORMATS)
def test_written_again_in_its_place(made: Made, form: str) -> None:
    path = made.out / f"again{FORMATS[form].suffix}"
    first = export(made.folder, form, path)
    before = content(path)
    assert export(made.folder, form, path) == first
    assert content(path) == before
    assert sorted(p.name for p in made.out.iterdir()) == [path.name], "nothing is left beside it"


def test_others_folders_are_left_alone(made: Made) -> None:
    mine = made.out / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(UsageError, match="holds other things"):
        export(made.folder, "csv", mine)
    assert (mine / "thesis.txt").exists()
    with pytest.raises(UsageError, match="is a folder"):
        export(made.folder, "graphml", mine)
    with pytest.raises(UsageError, match="is a file"):
        export(made.folder, "csv", mine / "thesis.txt")


def test_a_failure_leaves_the_old_file(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made.out / "graph.jsonl"
    path.write_text("old", encoding="utf-8")
    next((made.folder / "evidence").glob("HOLDS-*")).write_bytes(b"not parquet")
    with pytest.raises(KgError, match="damaged or missing"):
        export(made.folder, "jsonl", path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in made.out.iterdir()] == ["graph.jsonl"]


def test_confidence(made: Made) -> None:
    nodes, edges = parts(made.export("jsonl", min_confidence=0.9))
    wanted = {e.id for e in made.tables.edges if e.confidence >= 0.9}
    assert edges.keys() == wanted
    assert 0 < len(wanted) < len(made.tables.edges)
    cited = {p["article"] for e in edges.values() for p in e["evidence"]}
    assert nodes.keys() == {end for e in edges.values() for end in (e["source"], e["target"])} | cited


def test_period(made: Made) -> None:
    _, edges = parts(made.export("jsonl", first="2023-05", last="2023"))
    assert edges.keys() == {e.id for e in made.tables.edges if e.last_seen == "2023-09-18"}
    both = next(e for e in edges.values() if e["first_seen"] == "2023-04-02")
    assert len(both["evidence"]) == 2, "an edge is kept whole"
    _, early = parts(made.export("jsonl", last="2023-04-02"))
    assert early.keys() == {e.id for e in made.tables.edges if e.first_seen == "2023-04-02"}


def test_region(made: Made) -> None:
    _, edges = parts(made.export("jsonl", region="reg-4"))
    kept = {(e["type"], e["source"], e["target"]) for e in edges.values()}
    assert kept == {
        ("PART_OF", "reg-4", "reg-1"),
        ("HELD_IN", "mee-2", "reg-4"),
        ("ATTENDED", "per-3", "mee-2"),
    }
    nodes, whole = parts(made.export("jsonl", region="reg-1"))
    assert kept < {(e["type"], e["source"], e["target"]) for e in whole.values()}, "柳溪县 is part of 青岚市"
    assert "reg-2" in nodes, "partners elsewhere are in it"
    assert "region:zone:青岚新区" not in nodes
    with pytest.raises(UsageError, match="no region with the id 'per-1'"):
        made.export("jsonl", region="per-1")


def test_every_end_and_cited_article_is_there(tmp_path: Path) -> None:
    tables = make_graph(3)
    write_graph(tmp_path / "g", tables)
    regions = [n.id for n in tables.nodes if n.label == "Region" and n.props.get("level") == "prefecture"]
    for number, region in enumerate(regions[:3]):
        path = tmp_path / f"{number}.jsonl"
        done = export(tmp_path / "g", "jsonl", path, Selection.parse(region, "2015", "2030", 0.3))
        nodes, edges = parts(path)
        assert (done.nodes, done.edges) == (len(nodes), len(edges))
        assert 0 < len(edges) < len(tables.edges)
        for edge in edges.values():
            assert {edge["source"], edge["target"]} <= nodes.keys()
            assert {p["article"] for p in edge["evidence"]} <= nodes.keys()


@pytest.mark.parametrize("bad", [{"first": "yesterday"}, {"first": "2023-13"}, {"last": "2023-02-30"}])
def test_wrong_dates_are_refused(bad: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(bad.values()))):
        Selection.parse(**bad)  # type: ignore[arg-type]


def test_a_period_runs_forward() -> None:
    assert Selection.parse(first="2024-02", last="2024-02") == Selection(first="2024-02-01", last="2024-02-29")
    with pytest.raises(UsageError, match="ends"):
        Selection.parse(first="2024", last="2023")


def test_the_command(made: Made) -> None:
    runner = CliRunner()
    graph = ["--graph", str(made.folder)]
    listed = runner.invoke(cli, ["export", "--list"])
    assert all(name in listed.output for name in FORMATS)
    for form in FORMATS:
        path = made.out / f"cli-{form}"
        result = runner.invoke(cli, ["export", form, "-o", str(path), *graph])
        assert result.exit_code == 0, result.output
        assert f"{len(made.tables.nodes)} nodes, {len(made.tables.edges)} edges" in result.output
        assert path.exists()
    part = made.out / "part.jsonl"
    result = runner.invoke(cli, ["export", "jsonl", str(part), *graph, "--region", "柳溪", "--no-articles"])
    assert "柳溪 → 柳溪县" in result.output
    nodes, edges = parts(part)
    assert len(edges) == 3
    assert "art-3" not in nodes
    twice = runner.invoke(cli, ["export", "jsonl", str(part), "-o", str(part), *graph])
    assert twice.exit_code == 2
    wrong = runner.invoke(cli, ["export", "grapml", *graph])
    assert isinstance(wrong.exception, UsageError)
    assert "did you mean graphml" in str(wrong.exception)
    nowhere = runner.invoke(cli, ["export", "csv", str(made.out / "x"), "--graph", str(made.out / "none")])
    assert isinstance(nowhere.exception, KgError)
    assert "no such folder" in str(nowhere.exception)
