from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.model import Record
from kg.store.folder import read_graph

from .conftest import page

pytestmark = pytest.mark.usefixtures("extractor")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def test_build_sums_up_and_names_what_to_do_next(articles: Path, tmp_path: Path) -> None:
    result = run("build", articles, "--graph", tmp_path / "g")
    assert result.exit_code == 0, result.output
    assert "4 read (4 new" in result.output
    assert "Official 4" in result.output
    assert "CHAIRED 4" in result.output
    assert f"kg draw --graph {tmp_path / 'g'}" in result.output
    again = run("build", articles, "--graph", tmp_path / "g")
    assert "Nothing changed" in again.output
    assert again.exit_code == 0


def test_warnings_fail_only_a_strict_build(articles: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    loose = run("build", articles, missing, "--graph", tmp_path / "g")
    assert loose.exit_code == 0
    assert f"warning: {missing}: no such file" in loose.stderr
    assert "Warnings: 1" in loose.output
    assert run("build", articles, missing, "--graph", tmp_path / "g", "--strict").exit_code == 1


def test_nothing_built_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text("Nothing Chinese here, only an English sentence or two. " * 10)
    result = run("build", tmp_path / "e.txt", tmp_path / "missing", "--graph", tmp_path / "g")
    assert result.exit_code == 1
    assert "nothing was built" in result.stderr
    assert run("build", tmp_path / "missing", "--graph", tmp_path / "g2").exit_code == 1


def test_extract_writes_the_contract_form(articles: Path, tmp_path: Path) -> None:
    result = run("extract", articles, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["article"]["id"] for line in lines] == ["0", "1", "2", "3"]
    assert all(line["officials"][0]["positions"][0]["title"] == "市长" for line in lines)
    assert all(Record.from_json(line).to_json() == line for line in lines)


def test_extract_keeps_what_json_lines_know(tmp_path: Path) -> None:
    item = {"id": "n-7", "title": "九江市召开会议", "date": "2023-05-09", "source": "九江日报", "text": page()}
    (tmp_path / "news.jsonl").write_text(json.dumps(item, ensure_ascii=False) + "\nnot json\n")
    result = run("extract", tmp_path / "news.jsonl")
    assert result.exit_code == 0
    article = json.loads(result.stdout)["article"]
    assert (article["id"], article["title"], article["published"]) == ("n-7", "九江市召开会议", "2023-05-09")
    assert article["source"] == "九江日报"
    assert "news.jsonl:2" in result.stderr


def test_an_output_that_cannot_be_written_is_one_line(articles: Path, tmp_path: Path) -> None:
    result = run("extract", articles, "-o", tmp_path / "no" / "such" / "out.jsonl")
    assert result.exit_code == 1
    assert "cannot write" in str(result.exception)


def test_a_file_where_the_graph_should_be_is_refused(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "g").write_text("")
    result = run("build", articles, "--graph", tmp_path / "g")
    assert "a file stands where" in str(result.exception)


def test_relations_lead_back_to_the_raw_page(tmp_path: Path) -> None:
    raw = "<html><head><title>首页</title></head><body><p>" + page().replace("\n", "</p>\n<p>") + "</p></body></html>"
    (tmp_path / "a.html").write_text(raw)
    (line,) = run("extract", tmp_path / "a.html").stdout.splitlines()
    (relation,) = json.loads(line)["relations"]
    assert raw[relation["raw_start"] : relation["raw_end"]] == relation["sentence"]
    assert relation["raw_start"] > relation["start"]


def test_what_an_article_names_leads_back_to_the_raw_page_too(tmp_path: Path) -> None:
    raw = "<html><head><title>首页</title></head><body><p>" + page().replace("\n", "</p>\n<p>") + "</p></body></html>"
    (tmp_path / "a.html").write_text(raw)
    (line,) = run("extract", tmp_path / "a.html").stdout.splitlines()
    for kind in ("officials", "regions", "meetings"):
        (item,) = json.loads(line)[kind]
        assert raw[item["raw_start"] : item["raw_end"]] == item["sentence"]


@pytest.mark.parametrize("name", ["a.html", "b.txt", "c.html"])
def test_every_piece_of_evidence_of_a_graph_has_its_place_in_the_raw_page(tmp_path: Path, name: str) -> None:
    text = page()
    if name.endswith(".html"):
        text = f"<html><body><div>{'&nbsp;' * 4}</div><p>" + text.replace("\n", "</p>\n<p>") + "</p></body></html>"
    (tmp_path / name).write_text(text, encoding="gb18030" if name == "c.html" else "utf-8")
    run("build", tmp_path / name, "--graph", tmp_path / "g")
    tables = read_graph(tmp_path / "g")
    types = {edge.id: edge.type for edge in tables.edges}
    assert {"HOLDS", "MENTIONS", "PART_OF", "CHAIRED"} <= set(types.values())
    for item in tables.evidence:
        assert item.raw_start is not None, types[item.edge]
        assert text[item.raw_start : item.raw_end] == item.sentence
