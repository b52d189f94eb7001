"""The explorer's file: what is in it, how it is laid out, and what is refused."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.draw.columns import interned
from kg.draw.explorer import explorer
from kg.draw.home import homes, parents
from kg.draw.layout_large import lay_out_large
from kg.draw.outlines import read_outlines
from kg.errors import InputError, UsageError
from kg.model import Edge, GraphTables, Node
from kg.store.folder import write_graph
from tests.support.hostile_graph import HOSTILE, provinces, sample


def block(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/gzip" id="block-{name}">([^<]*)</script>', page)
    assert found, name
    return json.loads(gzip.decompress(base64.b64decode(found.group(1))))


def column(values: Any) -> list[Any]:
    """A column as it was before equal values were put together."""
    return [values["table"][place] for place in values["row"]] if isinstance(values, dict) else list(values)


def test_the_whole_graph_is_in_it_and_articles_stand_behind_edges() -> None:
    tables = provinces()
    page = explorer(tables, title="两省")
    graph = block(page, "graph")
    assert len(graph["nodes"]["id"]) == sum(node.label != "Article" for node in tables.nodes)
    assert len(graph["edges"]["type"]) == sum(edge.type != "MENTIONS" for edge in tables.edges)
    assert block(page, "articles")[0] == ["两市签约", "青岚日报", "2023-04-02", "https://example.org/1"]
    row = column(graph["edges"]["note"]).index("agreement")
    (proofs, more) = block(page, "evidence-0")[row]
    assert (proofs, more) == ([[0, "青岚市与白石市签署合作协议。", 0.95]], 0)
    assert column(graph["edges"]["months"])[row] == [2023 * 12 + 3]


@pytest.mark.parametrize(
    "values",
    [[None] * 9, [["a"], [], ["a"], [], [], []], [1, 1.0, True, "1"] * 3, [{"k": 1}, {"k": 2}, {"k": 1}, {"k": 1}], []],
)
def test_columns_hold_each_value_once_and_give_every_row_back(values: list[Any]) -> None:
    short = interned(values)
    assert [(type(a), a) for a in column(json.loads(json.dumps(short)))] == [(type(a), a) for a in values]
    assert isinstance(short, dict) == (len({repr(value) for value in values}) * 2 <= len(values))


def test_what_the_first_view_needs_stands_before_the_script() -> None:
    page = explorer(provinces(), title="t", outlines={"type": "LineString", "coordinates": [[115, 27], [116, 28]]})
    script = page.index("<script>")
    assert page.index('id="block-graph"') < page.index('id="block-outlines"') < script
    assert script < page.index('id="block-articles"') < page.index('id="block-evidence-0"')


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert explorer(provinces(), title="t") == explorer(provinces(), title="t")


def test_nothing_is_fetched_and_nothing_in_names_is_markup() -> None:
    page = explorer(sample(), title=HOSTILE["script"])
    assert not re.search(r"<(script|img|iframe|link)\b[^>]*\b(src|href)\s*=", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "connect-src" not in policy.group(1)
    assert "unsafe" not in policy.group(1)
    assert "<img" not in page.split("<script>")[0]


def test_many_edges_are_read_in_parts() -> None:
    nodes = [Node(f"p{i:04d}", "Official", f"官员{i}", {}) for i in range(2500)] + [Node("m", "Meeting", "会议", {})]
    edges = [Edge(f"e{i:04d}", "ATTENDED", f"p{i:04d}", "m") for i in range(2500)]
    page = explorer(GraphTables(tuple(nodes), tuple(edges), ()), title="t")
    assert len(block(page, "evidence-0")) == 2000
    assert len(block(page, "evidence-1")) == 500


def test_an_empty_graph_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing to explore"):
        explorer(GraphTables(), title="t")


def test_homes_follow_what_is_stated() -> None:
    home = homes(provinces())
    assert home["o-1"] == "r-qinglan"
    assert home["p-gu"] == "r-qinglan"  # by the post
    assert home["p-shen"] == "r-baishi"
    assert home["m-1"] in {"r-qinglan", "r-baishi"}  # by who was there
    assert home["r-jiang"] == "r-jiang"
    assert parents(provinces()) == {"r-qinglan": "r-dong", "r-baishi": "r-xi", "r-jiang": "r-qinglan"}


def test_regions_that_lie_in_one_another_end_somewhere() -> None:
    nodes = tuple(Node(key, "Region", key, {}) for key in "abc")
    edges = tuple(Edge(f"e{a}{b}", "PART_OF", a, b) for a, b in ("ab", "bc", "ca"))
    above = parents(GraphTables(nodes, edges, ()))
    step, steps = "a", 0
    while step in above:
        step, steps = above[step], steps + 1
        assert steps < 5


def test_large_layouts_are_finite_repeatable_and_keep_groups_together() -> None:
    rng = np.random.default_rng(3)
    count = 4000
    groups = np.arange(count) // 100
    inside = np.stack([np.arange(count), groups * 100 + rng.integers(0, 100, count)], axis=1)
    across = rng.integers(0, count, (200, 2))
    edges = np.concatenate([inside, across])
    points = lay_out_large(count, edges, groups)
    assert np.isfinite(points).all()
    assert np.array_equal(points, lay_out_large(count, edges, groups))
    own = np.array([points[groups == g].std(axis=0).mean() for g in range(40)]).mean()
    assert own < points.std(axis=0).mean() / 2


def test_nodes_without_edges_lie_beside_the_rest() -> None:
    edges = [(i, i + 1) for i in range(1999)]
    points = lay_out_large(2500, edges, np.full(2500, -1))
    assert np.isfinite(points).all()
    assert points[2000:, 1].min() > points[:2000, 1].max()


def test_outlines_become_lines(tmp_path: Path) -> None:
    square = [[115.0, 27.0], [115.001, 27.0], [120, 27], [120, 32], [115, 27]]
    path = tmp_path / "map.geojson"
    path.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [square]}},
                    {"type": "Feature", "properties": {}, "geometry": None},
                    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}},
                ],
            }
        )
    )
    assert read_outlines(path)["coordinates"] == [[[115.0, 27.0], [120.0, 27.0], [120.0, 32.0], [115.0, 27.0]]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not json", "not even JSON"),
        ("[1, 2]", "another form"),
        ('{"type": "Polygon", "coordinates": [[["a", 1]]]}', "another form"),
        ('{"type": "FeatureCollection", "features": []}', "without any line"),
        ('{"type": "LineString", "coordinates": [[12900000, 4800000], [12900500, 4800000]]}', "not degrees"),
        ('{"type": "LineString", "coordinates": [[NaN, 1], [2, 3]]}', "not degrees"),
    ],
)
def test_wrong_outlines_are_refused_with_file_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "map.geojson"
    path.write_text(text)
    with pytest.raises(InputError, match=reason) as caught:
        read_outlines(path)
    assert "map.geojson" in str(caught.value)
    with pytest.raises(InputError, match="cannot read"):
        read_outlines(tmp_path / "missing.geojson")


def test_the_verbs(tmp_path: Path) -> None:
    from tests.support.hostile_graph import labelled

    write_graph(tmp_path / "g", labelled(provinces()))
    out = tmp_path / "全图.html"
    run = CliRunner().invoke(cli, ["explore", "--graph", str(tmp_path / "g"), "-o", str(out), "--lang", "en"])
    assert run.exit_code == 0, run.output
    assert '<html lang="en">' in out.read_text(encoding="utf-8")
    page = tmp_path / "q.html"
    arguments = [
        "draw",
        "--graph",
        str(tmp_path / "g"),
        "--query",
        "partners-of-region",
        "region=青岚",
        "-o",
        str(page),
    ]
    run = CliRunner().invoke(cli, arguments)
    assert run.exit_code == 0, run.output
    text = page.read_text(encoding="utf-8")
    assert '"centres":["region:r-qinglan"]' in text
    assert "region:r-baishi" in text
    run = CliRunner().invoke(cli, ["draw", "--graph", str(tmp_path / "g"), "stray", "-o", str(page)])
    assert run.exit_code != 0
    assert "--query" in run.output
