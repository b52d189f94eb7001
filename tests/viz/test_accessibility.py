"""axe-core over every page: no serious violation. axe-core comes with the explorer's development packages (npm ci)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.draw import draw
from kg.draw.explorer import explorer
from kg.draw.subgraph import everything
from kg.serve.app import Settings, make_app
from kg.store.embedded import embed
from tests.support.browser import Opener
from tests.support.hostile_graph import labelled, provinces

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "viz" / "explorer" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def serious() -> Callable[[Any], list[str]]:
    """The serious and critical violations of a page, one line each."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in viz/explorer")
    source = AXE.read_text(encoding="utf-8")

    def check(page: Any) -> list[str]:
        page.evaluate(source)
        found, passed = page.evaluate(
            "async () => { const r = await axe.run(); return [r.violations, r.passes.length]; }"
        )
        assert passed > 10  # it has looked at something
        return [
            f"{item['id']}: {item['help']}: {[node['html'][:160] for node in item['nodes']][:4]}"
            for item in found
            if item["impact"] in ("serious", "critical")
        ]

    return check


@pytest.mark.parametrize("dark", [False, True])
def test_drawn_page(open_page: Opener, serious: Callable[[Any], list[str]], dark: bool) -> None:
    tables = provinces()
    text = draw(tables, everything(tables), title="两省", centres=["r-qinglan"])
    page = open_page(text, "window.kgPage !== undefined && kgPage.select !== undefined", dark=dark)
    assert serious(page) == []
    page.fill("#search", "市")
    assert serious(page) == []
    page.evaluate("kgPage.select({ node: 'p-gu' })")
    page.locator("#panel details summary").first.click()
    assert serious(page) == []


@pytest.mark.parametrize("dark", [False, True])
def test_explorer(open_page: Opener, serious: Callable[[Any], list[str]], dark: bool) -> None:
    page = open_page(
        explorer(provinces(), title="两省"), "window.kgExplorer !== undefined && kgExplorer.ready", dark=dark
    )
    assert serious(page) == []
    page.fill("#search", "市")
    assert serious(page) == []
    page.keyboard.press("Enter")
    page.locator("#panel h2").wait_for()
    page.locator("#panel details summary").first.click()
    page.locator("#panel blockquote").first.wait_for()
    page.evaluate("document.querySelector('.menu').open = true")
    assert serious(page) == []


@pytest.mark.parametrize(
    "path",
    [
        "/queries",
        "/queries/partners-of-region?region=青岚市",
        "/report",
        "/report/pair?name=青岚市&other=白石市",
        "/cypher",
        "/nothing",
    ],
)
@pytest.mark.parametrize("dark", [False, True])
def test_served_pages(open_page: Opener, serious: Callable[[Any], list[str]], path: str, dark: bool) -> None:
    with embed(labelled(provinces())) as store:
        client = TestClient(make_app(store, Settings("两省")), base_url="http://localhost")
        page = open_page(client.get(path).text, "document.readyState === 'complete'", dark=dark)
        assert serious(page) == []
