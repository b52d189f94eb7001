"""The page as text: whole, offline, nothing in the data can run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from kg.cli import cli
from kg.draw import LARGEST, draw
from kg.draw.assets import theme
from kg.draw.page import script_json, write_page
from kg.draw.subgraph import everything, neighbourhood
from kg.errors import KgError, UsageError
from kg.model import EDGE_TYPES, NODE_PROPERTIES, GraphTables, Mode
from kg.store.folder import write_graph
from tests.support.hostile_graph import HOSTILE, sample, wide


def data_of(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    loaded: dict = json.loads(found.group(1))
    return loaded


def test_the_page_is_whole_html_in_utf_8(tables: GraphTables) -> None:
    page = draw(tables, everything(tables), title="试验图")
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="zh-CN">' in page
    assert '<meta charset="utf-8">' in page
    assert "<title>试验图</title>" in page
    assert draw(tables, everything(tables), title="t", lang="en").count('<html lang="en">') == 1


def test_nothing_is_fetched(tables: GraphTables) -> None:
    page = draw(tables, everything(tables), title="试验图")
    assert not re.search(r"<(script|img|iframe|link|object|embed)\b[^>]*\b(src|href|data)\s*=", page)
    assert "@import" not in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy.group(1).startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy.group(1)
    assert "http" not in policy.group(1)


def test_hostile_names_cannot_leave_the_data(tables: GraphTables) -> None:
    page = draw(tables, everything(tables), title=HOSTILE["script"])
    tree = LexborHTMLParser(page)
    assert len(tree.css("script")) == 3
    assert not tree.css("img, svg, iframe")
    assert tree.css_first("h1").text() == HOSTILE["script"]
    names = {node["name"] for node in data_of(page)["nodes"]}
    assert HOSTILE["markup"] in names
    assert "张 三 市 长" in names


def test_script_json_holds_no_markup_and_survives() -> None:
    value = {"a": "</script><!--&\u2028\u2029", "b": "\ud800"}
    text = script_json(value)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["a"] == value["a"]


def test_one_line_between_two_nodes_holds_all_facts_and_their_evidence(tables: GraphTables) -> None:
    data = data_of(draw(tables, everything(tables), title="t"))
    lines = [line for line in data["lines"] if {line["from"], line["to"]} == {"per-1", "mee-1"}]
    assert len(lines) == 1
    facts = [data["facts"][number] for number in lines[0]["facts"]]
    assert [fact["type"] for fact in facts] == ["CHAIRED", "SPOKE_AT", "ATTENDED"]
    proof = facts[0]["evidence"][0]
    assert "顾长明主持" in proof["sentence"]
    assert data["articles"][proof["article"]]["title"] == "青岚市与白石市召开联席会议"
    assert data["articles"][proof["article"]]["published"] == "2023-04-02"


def test_namesakes_stay_two_nodes(tables: GraphTables) -> None:
    data = data_of(draw(tables, everything(tables), title="t"))
    assert sum(node["name"] == "王建国" for node in data["nodes"]) == 2


def test_the_same_graph_gives_the_same_bytes(tables: GraphTables) -> None:
    ids = neighbourhood(tables, ["per-1"], 2)
    assert draw(tables, ids, title="t") == draw(sample(), set(ids), title="t")


def test_too_many_nodes_are_refused_with_advice() -> None:
    big = wide(LARGEST + 1)
    with pytest.raises(UsageError, match="--around"):
        draw(big, everything(big), title="t")
    with pytest.raises(UsageError, match="nothing to draw"):
        draw(big, [], title="t")


def test_a_page_that_cannot_be_written_names_file_and_reason(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"page\.html"):
        write_page(tmp_path / "missing" / "page.html", "x")


def test_the_verb(tables: GraphTables, tmp_path: Path) -> None:
    write_graph(tmp_path / "g", tables)
    out = tmp_path / "页面.html"
    run = CliRunner().invoke(cli, ["draw", "--graph", str(tmp_path / "g"), "--around", "顾长明", "-o", str(out)])
    assert run.exit_code == 0, run.output
    data = data_of(out.read_text(encoding="utf-8"))
    assert {node["id"] for node in data["nodes"]} == {"per-1", "mee-1", "org-1"}
    assert data["centres"] == ["per-1"]


def test_every_label_edge_type_and_mode_has_a_name_and_colours() -> None:
    look = theme()
    assert set(look["nodes"]) == set(NODE_PROPERTIES)
    assert set(look["edges"]) == set(EDGE_TYPES)
    assert set(look["values"]["mode"]) == set(get_args(Mode))
    for entry in [*look["nodes"].values(), *look["edges"].values(), *look["values"]["mode"].values()]:
        assert {"zh", "en", "light", "dark"} <= set(entry)
