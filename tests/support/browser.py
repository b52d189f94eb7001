"""Fixtures for pages in a real Chromium: opened from disk or served, and held to be silent and self-contained."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Opener = Callable[..., Any]
#: What Chromium says of its own software renderer, not of the page.
_OF_THE_DRIVER = "GL Driver Message"


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where screenshots are kept for people to look at."""
    folder = Path(__file__).resolve().parents[2] / "artifacts"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium: the system's where there is one, else playwright's own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as running:
        try:
            browser = running.chromium.launch(
                executable_path=path, args=["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
            )
        except playwright.Error as error:
            pytest.skip(f"no Chromium could be started: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


def _wait(page: Any, ready: str, seconds: float = 30.0) -> None:
    """Until `ready` holds in the page. Playwright's own waiting evaluates text there, which our policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(ready):
        assert time.monotonic() < deadline, f"the page was not ready after {seconds:.0f} s: {ready}"
        time.sleep(0.05)


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens HTML text from disk; at the end there must have been no other request, no error, no message."""
    contexts: list[Any] = []
    requests: list[str] = []
    errors: list[str] = []

    def opener(
        text: str, ready: str, *, dark: bool = False, width: int = 1400, height: int = 880, hash_: str = ""
    ) -> Any:
        path = tmp_path / "图 页.html"
        path.write_text(text, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))

        def heard(message: Any) -> None:
            if message.type in ("error", "warning") and _OF_THE_DRIVER not in message.text:
                errors.append(message.text)

        page.on("console", heard)
        page.goto(path.as_uri() + hash_)
        _wait(page, ready)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "blob:", "data:"))] == []
    assert sum(url.startswith("file:") for url in requests) == len(contexts)
