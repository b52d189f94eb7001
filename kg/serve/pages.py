"""The pages beside the explorer, rendered on the server: they run no script at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from kg.draw.assets import theme, viz_text
from kg.draw.names import shown
from kg.draw.page import content_policy

Lang = Literal["zh", "en"]
_TEMPLATES = ("base", "macros", "queries", "query", "cypher", "report", "error")


@cache
def _environment() -> Environment:
    loader = DictLoader({f"{name}.html.j2": viz_text(f"serve/{name}.html.j2") for name in _TEMPLATES})
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["cell"] = cell
    environment.filters["named"] = named
    return environment


def render(name: str, lang: Lang, **values: Any) -> str:
    """The page `name` as HTML text."""
    strings = json.loads(viz_text("serve/strings.json"))
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            lang=lang,
            html_lang="zh-CN" if lang == "zh" else "en",
            t={key: value[lang] for key, value in strings.items()},
            style=Markup(_style()),
            **values,
        )
    )


def policy() -> str:
    """The content security policy of these pages: their own style, forms to this server, nothing else."""
    return (
        content_policy((), (_style(),))
        .replace("script-src ;", "script-src 'none';")
        .replace("form-action 'none'", "form-action 'self'; frame-ancestors 'none'")
    )


def named(value: Any, column: str, lang: Lang) -> str:
    """A cell as a page shows it: modes, levels, kinds and states by their names, everything else as it is."""
    key = column.rpartition("_")[2].removesuffix("s")
    key = "status" if key == "statu" else key
    names = theme()["values"].get(key)
    if names is None:
        return cell(value)
    parts = value if isinstance(value, (list, tuple)) else [value]
    return "；".join(names[part][lang] if isinstance(part, str) and part in names else cell(part) for part in parts)


def cell(value: Any) -> str:
    """A value of a row as one line of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "；".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        properties = value.get("properties")
        named = properties.get("name") if isinstance(properties, Mapping) else None
        return shown(str(named)) if named else json.dumps(value, ensure_ascii=False)
    return shown(str(value)) if str(value) else ""


def _style() -> str:
    return viz_text("serve/serve.css")
