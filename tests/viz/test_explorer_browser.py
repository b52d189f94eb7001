"""The explorer in a real Chromium, opened from disk: every control does what it says, and nothing leaves the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.draw.explorer import explorer
from tests.support.browser import Opener
from tests.support.hostile_graph import HOSTILE, provinces, sample, wide

pytestmark = pytest.mark.browser
READY = "window.kgExplorer !== undefined && kgExplorer.ready"


def opened(open_page: Opener, **options: Any) -> Any:
    return open_page(explorer(provinces(), title="两省图谱"), READY, **options)


def shown(page: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(
        """() => ({ nodes: [...kgExplorer.view.shownNodes].map(key => kgExplorer.graph.byId(key).name),
        facts: [...kgExplorer.view.shownLinks.keys()].flatMap(key => kgExplorer.view.scene.links.get(key).facts)
          .filter(fact => kgExplorer.filters.passes(fact)).map(fact => fact.note ?? fact.type) })"""
    )
    return found


def click_node(page: Any, key: str) -> None:
    page.wait_for_timeout(350)  # the camera may still be moving
    at = page.evaluate(
        """key => { const at = kgExplorer.view.at(key), box = document.getElementById('graph').getBoundingClientRect();
        return [at.x + box.x, at.y + box.y]; }""",
        key,
    )
    page.mouse.click(*at)


def choose(page: Any, typed: str) -> None:
    page.fill("#search", typed)
    page.press("#search", "Enter")


def test_it_opens_on_regions_folded_to_what_can_be_read(open_page: Opener, shots: Path) -> None:
    page = opened(open_page)
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "explorer-overview.png")
    seen = shown(page)
    assert set(seen["nodes"]) >= {"青岚市", "白石市"}
    assert all(
        kind == "Region"
        for kind in page.evaluate("[...kgExplorer.view.shownNodes].map(key => kgExplorer.graph.byId(key).kind)")
    )
    page.select_option("#level", "province")
    assert set(shown(page)["nodes"]) == {"东江省", "西河省"}
    assert page.evaluate("[...kgExplorer.view.scene.links.values()][0].facts.length") == 3


def test_search_by_name_alias_and_pinyin_initials(open_page: Opener) -> None:
    page = opened(open_page)
    for typed, name in (("青岚市", "青岚市"), ("qls", "青岚市"), ("bss", "白石市"), ("gcm", "顾长明")):
        page.fill("#search", typed)
        assert page.text_content("#results li:first-child bdi") == name
    page.fill("#search", "查无此人")
    assert "没有匹配" in page.text_content("#results")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("顾")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    assert page.get_attribute("[data-mode=detail]", "aria-pressed") == "true"


def test_a_line_shows_every_sentence_with_its_article(open_page: Opener, shots: Path) -> None:
    page = opened(open_page)
    at = page.evaluate(
        """() => { const { view } = kgExplorer;
        const link = [...view.scene.links.values()].find(l => l.key.includes('qinglan') && l.key.includes('baishi'));
        const at = view.middle(link), box = document.getElementById('graph').getBoundingClientRect();
        return [at.x + box.x, at.y + box.y]; }"""
    )
    page.mouse.click(*at)
    page.locator("#panel blockquote").first.wait_for()
    page.wait_for_timeout(200)
    page.screenshot(path=shots / "explorer-evidence.png")
    text = page.inner_text("#panel")
    assert "青岚市与白石市签署合作协议。" in text
    assert "《两市签约》" in text
    assert "青岚日报 · 2023-04-02" in text
    assert {mark.text_content() for mark in page.locator("#panel mark").all()} >= {"青岚市", "白石市"}
    assert page.locator("#panel blockquote a").first.get_attribute("href") == "https://example.org/1"


def test_cooperation_has_no_direction_in_the_panel(open_page: Opener) -> None:
    page = opened(open_page)
    for name in ("青岚市", "白石市"):
        choose(page, name)
        page.locator("#panel h2", has_text=name).wait_for()
        heads = page.locator("#panel h3").all_text_contents()
        assert sum(head.startswith("合作") for head in heads) == 1, heads


def test_a_node_shows_posts_and_its_sentences_on_demand(open_page: Opener) -> None:
    page = opened(open_page)
    choose(page, "顾长明")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    assert "市长" in page.inner_text("#panel")
    page.locator("#panel details summary").first.click()
    page.locator("#panel blockquote").first.wait_for()
    assert "顾长明" in page.inner_text("#panel blockquote")


def test_filters_by_mode_type_confidence_and_province(open_page: Opener) -> None:
    page = opened(open_page)
    assert "pairing" in shown(page)["facts"]
    page.uncheck("#mode-types input[data-key=pairing]")
    assert "pairing" not in shown(page)["facts"]
    page.click("#reset")
    assert "pairing" in shown(page)["facts"]
    page.fill("#confidence", "90")
    assert (
        page.evaluate(
            """Math.min(...[...kgExplorer.view.shownLinks.keys()].flatMap(k => kgExplorer.view.scene.links.get(k).facts)
        .filter(f => kgExplorer.filters.passes(f)).map(f => f.confidence))"""
        )
        >= 0.9
    )
    page.click("#reset")
    page.click("[data-mode=all]")
    everybody = len(shown(page)["nodes"])
    page.uncheck("#node-types input[data-key=Official]")
    assert "顾长明" not in shown(page)["nodes"]
    page.check("#node-types input[data-key=Official]")
    page.uncheck("#edge-types input[data-key=HOLDS]")
    assert "HOLDS" not in shown(page)["facts"]
    page.click("#reset")
    assert len(shown(page)["nodes"]) == everybody
    page.select_option("#province", label="西河省")
    assert "顾长明" not in shown(page)["nodes"]
    assert "沈书宁" in shown(page)["nodes"]


def test_time_slider_and_play(open_page: Opener, shots: Path) -> None:
    page = opened(open_page)
    assert page.locator("#histogram rect").count() >= 3
    assert page.text_content("#time-span") == "2021-06 – 2024-01"
    page.evaluate(
        """() => { const input = document.getElementById('time-to'); input.value = 2022 * 12;
        input.dispatchEvent(new Event('input')); }"""
    )
    assert page.text_content("#time-span") == "2021-06 – 2022-01"
    assert set(shown(page)["facts"]) == {"pairing"}
    page.screenshot(path=shots / "explorer-time.png")
    page.click("#play")
    assert page.text_content("#play") == "暂停"
    page.locator("#play", has_text="播放").wait_for(timeout=60000)
    assert "2024-01" in page.text_content("#time-span")


def test_expand_hide_pin_and_open_a_region(open_page: Opener, shots: Path) -> None:
    page = opened(open_page)
    choose(page, "顾长明")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    few = set(shown(page)["nodes"])
    click_node(page, "m-1")
    page.locator("#panel h2", has_text="联席会议").wait_for()
    page.click(".actions button:has-text('展开一层')")
    more = set(shown(page)["nodes"])
    assert few < more
    assert "沈书宁" in more
    page.screenshot(path=shots / "explorer-detail.png")
    page.click(".actions button:has-text('固定')")
    assert page.evaluate("[...kgExplorer.state.pinned]") == ["m-1"]
    before = page.evaluate("kgExplorer.view.net.getNodeAttributes('m-1')")
    page.evaluate("kgExplorer.expand(kgExplorer.graph.byId('r-qinglan'))")
    after = page.evaluate("kgExplorer.view.net.getNodeAttributes('m-1')")
    assert (before["x"], before["y"]) == (after["x"], after["y"])
    page.evaluate("kgExplorer.select('p-gu')")
    page.click(".actions button:has-text('隐藏')")
    assert "顾长明" not in shown(page)["nodes"]
    page.click("[data-mode=overview]")
    page.evaluate("kgExplorer.select('r-qinglan')")
    page.click(".actions button:has-text('打开此地区')")
    assert {"青岚市", "顾长明", "青岚市人民政府"} <= set(shown(page)["nodes"])


def test_path_and_common_neighbours(open_page: Opener) -> None:
    page = opened(open_page)
    choose(page, "顾长明")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    page.click(".actions button:has-text('找路径到')")
    choose(page, "沈书宁")
    page.locator("#status", has_text="最短 2 步").wait_for()
    assert set(shown(page)["nodes"]) == {"顾长明", "沈书宁", "青岚市·白石市联席会议"}
    page.evaluate("kgExplorer.select('p-gu')")
    page.click(".actions button:has-text('共同邻居')")
    click_node(page, "p-shen")
    page.locator("#status", has_text="1 个共同邻居").wait_for()


def test_communities_and_measures(open_page: Opener) -> None:
    page = opened(open_page)
    page.click("[data-mode=all]")
    page.check("#communities")
    assert page.evaluate("new Set(kgExplorer.view.community.values()).size") >= 2
    colours = page.evaluate(
        "[...kgExplorer.view.shownNodes].map(k => kgExplorer.view.sigma.getNodeDisplayData(k).color)"
    )
    assert len(set(colours)) >= 2
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) and colour != "#000000" for colour in colours)
    for measure in ("degree", "betweenness", "pagerank", "none", "weight"):
        page.select_option("#measure", measure)
        sizes = page.evaluate(
            "[...kgExplorer.view.shownNodes].map(k => kgExplorer.view.sigma.getNodeDisplayData(k).size)"
        )
        assert (len(set(sizes)) == 1) == (measure == "none")


def test_map_stands_by_coordinates_and_draws_given_outlines(open_page: Opener, shots: Path) -> None:
    square = {"type": "MultiLineString", "coordinates": [[[115, 27], [120, 27], [120, 32], [115, 32], [115, 27]]]}
    page = open_page(explorer(provinces(), title="地图", outlines=square), READY)
    page.click("[data-mode=map]")
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "explorer-map.png")
    places = page.evaluate("['r-qinglan', 'r-baishi'].map(key => kgExplorer.view.at(key))")
    assert places[0]["x"] < places[1]["x"]  # 青岚 lies in the west of 白石
    assert places[0]["y"] > places[1]["y"]  # and in the south
    drawn = page.evaluate(
        """() => { const c = document.querySelector('canvas.under');
        return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(value => value > 0); }"""
    )
    assert drawn
    assert "没有坐标" in page.text_content("#status")


def test_exports(open_page: Opener) -> None:
    page = opened(open_page)
    page.click("[data-mode=all]")

    def save(button: str) -> bytes:
        page.evaluate("document.querySelector('.menu').open = true")
        with page.expect_download() as download:
            page.click(button)
        return Path(download.value.path()).read_bytes()

    png = save("#export-png")
    assert png.startswith(b"\x89PNG")
    assert len(png) > 8000
    svg = save("#export-svg").decode()
    assert svg.startswith("<svg")
    assert "青岚市" in svg
    assert svg.count("<circle") == len(shown(page)["nodes"])
    nodes = save("#export-nodes").decode("utf-8")
    assert nodes.startswith("\ufeffid,label,name")
    assert nodes.count("\r\n") == len(shown(page)["nodes"]) + 1
    assert "'=HYPERLINK" in nodes  # a name that begins like a formula is text in a spreadsheet
    edges = save("#export-edges").decode("utf-8")
    assert edges.count("\r\n") == len(shown(page)["facts"]) + 1
    assert "青岚市与白石市签署合作协议。" in edges


def test_the_link_restores_the_view(open_page: Opener) -> None:
    page = opened(open_page)
    choose(page, "顾长明")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    page.uncheck("#edge-types input[data-key=HOLDS]")
    page.click("#language")
    page.wait_for_timeout(900)
    before = shown(page)
    link = page.evaluate("location.hash")
    again = opened(open_page, hash_=link)
    assert shown(again) == before
    assert again.get_attribute("html", "lang") == "en"
    assert again.text_content("#panel h2") == "顾长明"
    assert again.is_checked("#edge-types input[data-key=HOLDS]") is False
    cameras = [
        p.evaluate("(({ x, y, ratio }) => [x, y, ratio])(kgExplorer.view.sigma.getCamera())") for p in (page, again)
    ]
    assert cameras[0] == pytest.approx(cameras[1], abs=0.01)


def test_a_broken_link_does_no_harm(open_page: Opener) -> None:
    page = opened(open_page, hash_="#v=nonsense&sel=%00&c=abc&t=x-&cam=1,2&hk=<b>&n=missing&m=evil")
    assert "青岚市" in shown(page)["nodes"]


def test_names_do_not_cover_one_another(open_page: Opener, shots: Path) -> None:
    page = open_page(explorer(wide(900), title="宽图"), READY, dark=True)
    page.wait_for_timeout(400)
    page.screenshot(path=shots / "explorer-900-dark.png")
    boxes = page.evaluate("kgExplorer.view.boxes")
    assert len(boxes) > 20
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            assert a[0] >= b[2] or a[2] <= b[0] or a[1] >= b[3] or a[3] <= b[1]


def test_hostile_names_are_inert_everywhere(open_page: Opener) -> None:
    page = open_page(explorer(sample(), title=HOSTILE["script"]), READY)
    assert page.text_content("h1") == HOSTILE["script"]
    for key, name in HOSTILE.items():
        page.evaluate("key => kgExplorer.around(kgExplorer.graph.byId(key))", f"bad-{key}")
        if key != "bidi":
            assert page.text_content("#panel h2") == name
        page.locator("#panel details summary").first.click()
        page.locator("#panel blockquote").first.wait_for()
        svg = page.evaluate("kgExplorer.svg()")
        assert "<img" not in svg
        assert "<script" not in svg
    assert page.evaluate("window.__pwned") is None
    assert page.locator("#panel img").count() == 0
    assert "javascript:" not in json.dumps([a.get_attribute("href") for a in page.locator("a").all()])


def test_a_graph_without_cooperation_opens_on_its_nodes(open_page: Opener) -> None:
    page = open_page(explorer(wide(60), title="无合作"), READY)
    assert len(shown(page)["nodes"]) > 60


def test_theme_language_and_keyboard(open_page: Opener, shots: Path) -> None:
    page = opened(open_page, dark=True)
    page.click("#language")
    assert "nodes" in page.text_content("#status")
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "explorer-dark-en.png")
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") == "light"
    page.focus("#graph")
    before = page.evaluate("kgExplorer.view.sigma.getCamera().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("kgExplorer.view.sigma.getCamera().x") > before


def test_a_narrow_window_still_works(open_page: Opener) -> None:
    page = opened(open_page, width=420, height=780)
    assert page.locator("#filters").is_hidden()
    page.evaluate("kgExplorer.reveal(kgExplorer.graph.byId('r-qinglan'))")
    assert page.locator("#panel").is_visible()
    page.wait_for_timeout(600)
    at = page.evaluate("kgExplorer.view.at('r-qinglan').y + document.getElementById('graph').getBoundingClientRect().y")
    assert at < page.locator("#panel").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
