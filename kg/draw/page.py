"""A drawing as one HTML file: nothing is fetched, nothing in the data can run.

pyvis's own template is not used: it fetches Bootstrap from the network and puts names into the page unescaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.draw.assets import page_style, theme, viz_text
from kg.draw.names import shown
from kg.draw.network import Drawing
from kg.errors import KgError

Lang = Literal["zh", "en"]
_VIS = "lib/vis-9.1.2/vis-network.min.js"


def page(drawing: Drawing, *, title: str, lang: Lang = "zh", centres: tuple[str, ...] = ()) -> str:
    """The whole HTML text. `title` is plain text; `centres` are ids of the nodes that the page is about."""
    strings = json.loads(viz_text("shared/strings.json"))
    data = {
        "lang": lang,
        "centres": list(centres),
        "theme": theme(),
        "strings": strings,
        "nodes": drawing.nodes,
        "lines": drawing.lines,
        "facts": drawing.facts,
        "articles": drawing.articles,
    }
    style = page_style("pyvis/page.css")
    scripts = (_vis_script(), viz_text("pyvis/page.js"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(viz_text("pyvis/page.html.j2")).render(
        title=shown(title),
        lang=lang,
        html_lang="zh-CN" if lang == "zh" else "en",
        t={key: value[lang] for key, value in strings.items()},
        policy=content_policy(scripts, (style,)),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(script_json(data)),
    )


def write_page(path: Path, text: str) -> None:
    """Write `text` as UTF-8; the file appears whole or not at all. Raises `KgError` where it cannot be written."""
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True) if path.parent.is_dir() else None
        raise KgError(f"{path}: cannot write the page: {error.strerror or error}") from error


def content_policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A content security policy that lets exactly these inline texts run and nothing be fetched."""

    def hashes(texts: tuple[str, ...]) -> str:
        return " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts
        )

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def script_json(data: Any) -> str:
    """JSON that may stand inside a script element: no character in it can end the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    # Half a surrogate pair, left by broken decoding, cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _vis_script() -> str:
    """vis-network as pyvis ships it (Apache-2.0 or MIT, its notice stays on top), newlines as HTML reads them."""
    try:
        text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    except OSError as error:
        raise KgError("pyvis lacks its copy of vis-network 9.1.2; install pyvis 0.3.2 again") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
