"""The served explorer in a real Chromium: it asks only its own server, and finds its way through a live store."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from kg.serve.app import Settings, make_app
from kg.store.base import Store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(make_app(store, Settings("两省")), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        assert server.started
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Any]:
    """Opens a path of the server; at the end nothing else was asked and nothing went wrong."""
    asked: list[str] = []
    errors: list[str] = []
    context = chromium.new_context(viewport={"width": 1400, "height": 880})

    def go(path: str = "") -> Any:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))

        def heard(message: Any) -> None:
            if message.type in ("error", "warning") and "GL Driver Message" not in message.text:
                errors.append(message.text)

        page.on("console", heard)
        page.goto(address + path)
        return page

    yield go
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []


def test_the_explorer_loads_what_is_asked_for(visit: Any, shots: Path) -> None:
    page = visit()
    page.locator("html[data-ready]").wait_for()
    loaded = page.evaluate("kgExplorer.graph.nodes.length")
    assert loaded == 5  # regions only
    page.fill("#search", "顾长明")
    page.locator("#results bdi", has_text="顾长明").wait_for()
    page.press("#search", "Enter")
    page.locator("#panel h2", has_text="顾长明").wait_for()
    assert page.evaluate("kgExplorer.graph.nodes.length") > loaded
    assert page.locator("#node-types input[data-key=Official]").count() == 1  # the legend follows what is loaded
    page.locator("#panel details summary").first.click()
    page.locator("#panel blockquote", has_text="顾长明").first.wait_for()
    page.screenshot(path=shots / "serve-explorer.png")
    page.evaluate("kgExplorer.expand(kgExplorer.graph.byId('meeting:m-1'))")
    page.wait_for_timeout(500)
    assert "official:p-shen" in page.evaluate("kgExplorer.state.shown")
    page.wait_for_timeout(400)
    again = visit(page.evaluate("location.hash"))
    again.locator("html[data-ready]").wait_for()
    seen = again.evaluate("[...kgExplorer.view.shownNodes].sort()")
    assert seen == page.evaluate("[...kgExplorer.view.shownNodes].sort()")


def test_pages_lead_from_a_query_to_its_picture(visit: Any, shots: Path) -> None:
    page = visit("queries")
    page.click("text=与某地区合作最多的地区")
    page.fill("#p-region", "青岚市")
    page.click("main button")
    page.locator("td", has_text="白石市").first.wait_for()
    page.screenshot(path=shots / "serve-query.png")
    page.click("text=看图")
    page.locator("#status", has_text="个节点").wait_for()
    assert page.evaluate("kgPage.visible.nodes.size") >= 2


def test_the_console_in_a_browser(visit: Any, shots: Path) -> None:
    page = visit("cypher")
    page.fill("#statement", "MATCH (n:Region) RETURN n.name AS name ORDER BY n.id")
    page.click("main button")
    page.locator("td", has_text="青岚市").wait_for()
    page.screenshot(path=shots / "serve-console.png")
