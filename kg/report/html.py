"""A report as one HTML file: nothing is fetched, nothing in the data can run, it prints."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.errors import KgError
from kg.report.model import Bars, Network, Note, Paragraph, Report, Table, Timeline
from kg.report.render import ranges
from kg.report.svg import svg
from kg.resources import viz_dir


def html(report: Report) -> str:
    """The whole page."""
    style = _text("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    kinds = {Paragraph: "paragraph", Note: "note", Table: "table", Bars: "chart", Timeline: "chart", Network: "chart"}
    return environment.from_string(_text("report.html.j2")).render(
        report=report,
        words=report.words,
        html_lang="zh-CN" if report.lang == "zh" else "en",
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        kind=lambda block: kinds[type(block)],
        draw=lambda chart: Markup(svg(chart)),
        ranges=ranges,
    )


@cache
def _text(name: str) -> str:
    path = viz_dir() / "report" / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(f"the file viz/report/{name} is missing from this installation; install govkg again") from error
