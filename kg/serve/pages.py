"""The pages beside the explorer, rendered on the server: they run no script at all."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from kg.draw.assets import viz_text
from kg.draw.page import content_policy
from kg.serve.names import Lang, heading, hint, label, named

_TEMPLATES = ("base", "macros", "queries", "query", "cypher", "report", "error")


@cache
def _environment() -> Environment:
    loader = DictLoader({f"{name}.html.j2": viz_text(f"serve/{name}.html.j2") for name in _TEMPLATES})
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(named=named, heading=heading, label=label, hint=hint)
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


def _style() -> str:
    return viz_text("serve/serve.css")
