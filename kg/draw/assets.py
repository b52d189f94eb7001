"""Where the browser's files lie (`viz/` in a checkout, `kg/_data/viz` when installed), and the tables among them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from kg.errors import KgError
from kg.resources import viz_dir


def viz_text(name: str) -> str:
    """The text of one browser file, `name` relative to `viz/`. Raises `KgError` where it is missing."""
    path = viz_dir() / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(f"the browser file viz/{name} is missing from this installation; install govkg again") from error


def page_style(own: str) -> str:
    """The style of one page: the frame all pages share, then the page's own rules in `own`."""
    return viz_text("shared/frame.css") + viz_text(own)


@cache
def theme() -> dict[str, Any]:
    """Names (Chinese, English), colours (light, dark) and shapes of node labels, edge types and property values."""
    loaded: dict[str, Any] = json.loads(viz_text("shared/theme.json"))
    return loaded
