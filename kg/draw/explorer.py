"""The explorer as one HTML file: the whole graph inlined and compressed, its evidence in parts read when asked for."""

from __future__ import annotations

import base64
import gzip
import json
from collections import defaultdict
from typing import Any, Literal

import numpy as np
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.draw.assets import page_style, viz_text
from kg.draw.columns import (
    article_column,
    columns,
    edge_columns,
    evidence_months,
    evidence_rows,
    interned,
    node_columns,
)
from kg.draw.home import homes
from kg.draw.layout_large import lay_out_large
from kg.draw.names import shown
from kg.draw.page import content_policy, script_json
from kg.errors import UsageError
from kg.model import Evidence, GraphTables

#: Edges whose evidence stands in one compressed part.
PART = 2000
#: Blocks that the first view is made of.
FIRST = ("graph", "outlines")
#: Columns in which few values come again and again.
INTERNED_NODES = ("x", "y", "lat", "lon", "aliases", "props")
INTERNED_EDGES = ("confidence", "first", "last", "note", "status", "months")


def explorer(
    tables: GraphTables, *, title: str, lang: Literal["zh", "en"] = "zh", outlines: dict[str, Any] | None = None
) -> str:
    """The HTML text of the explorer over the whole graph; `outlines` is GeoJSON for the map, which ships none.

    Articles are no nodes here: they stand behind every edge as its evidence. Raises `UsageError` for an empty graph.
    """
    nodes = [node for node in tables.nodes if node.label != "Article"]
    if not nodes:
        raise UsageError("nothing to explore: the graph has no nodes")
    index = {node.id: number for number, node in enumerate(nodes)}
    edges = [edge for edge in tables.edges if edge.source in index and edge.target in index]
    home = homes(tables)
    pairs = np.array([(index[edge.source], index[edge.target]) for edge in edges], dtype=np.int64).reshape(-1, 2)
    groups = [index.get(home.get(node.id, ""), -1) for node in nodes]
    position = lay_out_large(len(nodes), pairs, groups)
    places = {node.id: (float(x), float(y)) for node, (x, y) in zip(nodes, position, strict=True)}
    node_data = node_columns(nodes, places, tables)
    edge_data = edge_columns(edges, evidence_months(tables))
    # Numbers instead of ids where both stand in this file: a third of the size.
    for key in ("home", "parent"):
        node_data[key] = [index.get(value, -1) if value else -1 for value in node_data[key]]
    for key in ("from", "to"):
        edge_data[key] = [index[value] for value in edge_data[key]]
    del edge_data["id"]
    for data, keys in ((node_data, INTERNED_NODES), (edge_data, INTERNED_EDGES)):
        for key in keys:
            data[key] = interned(data[key])
    articles = article_column(tables.nodes)
    published = {key: row[2] or "" for key, row in articles.items()}
    number = {key: place for place, key in enumerate(articles)}
    behind: dict[str, list[Evidence]] = defaultdict(list)
    for item in tables.evidence:
        behind[item.edge].append(item)
    rows = []
    for edge in edges:
        kept = evidence_rows(behind[edge.id], published)
        rows.append(
            [[[number.get(row[0], row[0]), *row[1:]] for row in kept], max(0, len(behind[edge.id]) - len(kept))]
        )
    parts = {f"evidence-{start // PART}": rows[start : start + PART] for start in range(0, len(rows), PART)}
    blocks: dict[str, Any] = {"graph": columns(node_data, edge_data), "articles": list(articles.values())}
    if outlines:
        blocks["outlines"] = outlines
    return explorer_html(
        {"title": shown(title), "lang": lang, "mode": "inline", "part": PART}, blocks | parts, title=title, lang=lang
    )


def explorer_page(title: str, lang: Literal["zh", "en"]) -> tuple[str, str]:
    """The explorer that asks its own server, and its content security policy."""
    settings = {"title": shown(title), "lang": lang, "mode": "served", "part": PART}
    return explorer_html(settings, {}, title=title, lang=lang), _policy(served=True)


def explorer_html(settings: dict[str, Any], blocks: dict[str, Any], *, title: str, lang: Literal["zh", "en"]) -> str:
    """The explorer's page around `settings` (plain) and `blocks` (compressed)."""
    served = settings["mode"] == "served"
    strings = json.loads(viz_text("shared/strings.json")) | json.loads(viz_text("explorer/strings.json"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(viz_text("explorer/page.html.j2")).render(
        title=shown(title),
        lang=lang,
        html_lang="zh-CN" if lang == "zh" else "en",
        t={key: value[lang] for key, value in strings.items()},
        policy=_policy(served=served),
        style=Markup(page_style("explorer/explorer.css")),
        script=Markup(viz_text("explorer/built/explorer.js")),
        settings=Markup(script_json(settings)),
        first={key: Markup(packed(value)) for key, value in blocks.items() if key in FIRST},
        later={key: Markup(packed(value)) for key, value in blocks.items() if key not in FIRST},
        served=served,
    )


def _policy(*, served: bool) -> str:
    rule = content_policy((viz_text("explorer/built/explorer.js"),), (page_style("explorer/explorer.css"),))
    return rule + ("; connect-src 'self'" if served else "")


def packed(value: Any) -> str:
    """JSON, gzip, base64. No date goes into the gzip header: the same value gives the same text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), compresslevel=6, mtime=0)).decode()
