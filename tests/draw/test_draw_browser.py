"""The page in a real Chromium, opened from disk: no request, no error, and every control does what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.draw import draw
from kg.draw.subgraph import everything, neighbourhood
from tests.support.browser import Opener
from tests.support.hostile_graph import HOSTILE, sample, wide

pytestmark = pytest.mark.browser

READY = "window.kgPage !== undefined && kgPage.select !== undefined"


def sample_page(**options: Any) -> str:
    tables = sample()
    return draw(tables, everything(tables), title="青岚市与白石市", centres=["reg-1"], **options)


def node_point(page: Any, key: str) -> dict[str, float]:
    """Where a node stands in the window."""
    point: dict[str, float] = page.evaluate(
        """key => { const { network } = kgPage, at = network.canvasToDOM(network.getPositions([key])[key]);
        const box = document.getElementById('network').getBoundingClientRect();
        return { x: at.x + box.x, y: at.y + box.y }; }""",
        key,
    )
    return point


def test_it_opens_shows_all_and_keeps_hostile_names_inert(open_page: Opener, shots: Path) -> None:
    page = open_page(sample_page(), READY)
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "draw-light.png")
    assert "19 个节点、22 条关系" in page.text_content("#status")
    for key, name in HOSTILE.items():
        page.evaluate("key => kgPage.select({ node: key })", f"bad-{key}")
        if key != "bidi":
            assert page.text_content("#panel h2") == name
    assert page.evaluate("window.__pwned") is None
    assert page.locator("#panel img, #panel svg[onload]").count() == 0


def test_a_click_on_a_line_shows_sentence_title_date_medium_and_link(open_page: Opener, shots: Path) -> None:
    page = open_page(sample_page(), READY)
    a, b = node_point(page, "reg-1"), node_point(page, "reg-2")
    page.mouse.click(a["x"] + (b["x"] - a["x"]) * 0.42, a["y"] + (b["y"] - a["y"]) * 0.42)
    panel = page.locator("#panel")
    panel.wait_for()
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "draw-evidence.png")
    text = panel.inner_text()
    assert "签署《青白产业协作框架协议》" in text
    assert "《青岚市与白石市召开联席会议》" in text
    assert "青岚日报 · 2023-04-02" in text
    assert "签署协议" in text
    assert panel.locator("mark", has_text="青岚市").count() >= 1
    links = panel.locator("blockquote a")
    assert {link.get_attribute("href") for link in links.all()} == {"https://example.org/1"}
    assert links.first.get_attribute("rel") == "noopener noreferrer"


def test_a_click_on_a_node_shows_posts_and_an_empty_click_closes(open_page: Opener) -> None:
    page = open_page(sample_page(), READY)
    at = node_point(page, "per-1")
    page.mouse.click(at["x"], at["y"])
    page.locator("#panel h2", has_text="顾长明").wait_for()
    text = page.inner_text("#panel")
    assert "青岚市人民政府" in text
    assert "市长" in text
    page.locator("#panel details summary").first.click()
    assert page.locator("#panel blockquote").first.is_visible()
    page.evaluate("kgPage.network.moveTo({ scale: 0.2 })")
    box = page.locator("#network").bounding_box()
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    page.locator("#panel").wait_for(state="hidden")


def test_search_by_keyboard_alone(open_page: Opener) -> None:
    page = open_page(sample_page(), READY)
    page.keyboard.press("/")
    page.keyboard.type("白石")
    assert page.locator("#results li").count() >= 2
    page.keyboard.press("ArrowDown")
    assert "白石市" in page.text_content("#results li[aria-selected=true]")
    page.keyboard.press("Enter")
    page.locator("#panel h2", has_text="白石市").wait_for()
    page.keyboard.press("Escape")
    page.locator("#panel").wait_for(state="hidden")
    page.fill("#search", "查无此人")
    assert "没有匹配" in page.text_content("#results")


def test_filters_by_node_type_edge_type_and_confidence(open_page: Opener) -> None:
    page = open_page(sample_page(), READY)

    def seen() -> tuple[int, int]:
        return tuple(page.evaluate("[kgPage.visible.nodes.size, kgPage.visible.lines.size]"))

    nodes, lines = seen()
    page.uncheck("#node-types input[data-key=Official]")
    assert page.evaluate("[...kgPage.visible.nodes].some(id => kgPage.nodes.get(id).kind === 'Official')") is False
    page.check("#node-types input[data-key=Official]")
    assert seen() == (nodes, lines)
    page.uncheck("#edge-types input[data-key=ATTENDED]")
    page.uncheck("#edge-types input[data-key=SPOKE_AT]")
    facts = page.evaluate("[...kgPage.visible.lines.values()].flat().map(fact => fact.type)")
    assert "ATTENDED" not in facts
    assert "CHAIRED" in facts
    page.click("#reset")
    assert seen() == (nodes, lines)
    page.fill("#confidence", "85")
    least = page.evaluate("Math.min(...[...kgPage.visible.lines.values()].flat().map(fact => fact.confidence))")
    assert least >= 0.85
    assert seen()[1] < lines


def test_language_and_theme_switch(open_page: Opener, shots: Path) -> None:
    page = open_page(sample_page(), READY, dark=True)
    assert page.get_attribute("html", "data-theme") == "dark"
    page.click("#language")
    assert "nodes and" in page.text_content("#status")
    assert page.text_content("#node-types label:first-child span") == "Official"
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "draw-dark-en.png")
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") == "light"
    page.click("#language")
    assert "个节点" in page.text_content("#status")


def test_no_name_covers_another(open_page: Opener, shots: Path) -> None:
    tables = wide(600)
    page = open_page(draw(tables, everything(tables), title="宽图"), READY)
    page.wait_for_timeout(500)
    page.screenshot(path=shots / "draw-600.png")
    boxes = page.evaluate("kgPage.boxes")
    assert len(boxes) > 20
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            assert a[0] >= b[2] or a[2] <= b[0] or a[1] >= b[3] or a[3] <= b[1]


def test_a_narrow_window_still_works(open_page: Opener, shots: Path) -> None:
    tables = sample()
    page = open_page(draw(tables, neighbourhood(tables, ["per-1"], 1), title="顾长明"), READY, width=420, height=780)
    assert page.locator("#filters").is_hidden()
    page.click("#filters-toggle")
    assert page.locator("#filters").is_visible()
    page.click("#filters-toggle")
    page.evaluate("kgPage.select({ node: 'per-1' })")
    page.wait_for_timeout(300)
    page.screenshot(path=shots / "draw-narrow.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_the_picture_is_saved(open_page: Opener) -> None:
    page = open_page(sample_page(), READY)
    with page.expect_download() as download:
        page.click("#export-png")
    saved = Path(download.value.path()).read_bytes()
    assert saved.startswith(b"\x89PNG")
    assert len(saved) > 5000
