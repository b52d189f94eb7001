"""What pages call the columns, parameters and values of queries: the machine's names are for files and the API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from kg.draw.assets import theme, viz_text
from kg.draw.names import shown
from kg.store.files import Parameter

Lang = Literal["zh", "en"]


@cache
def _names() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(viz_text("serve/names.json"))
    return loaded


def heading(column: str, lang: Lang, query: str = "") -> str:
    """The heading of a column of a named query, or of a statement's own column where `query` is empty."""
    if lang == "zh":
        names = _names()
        special = names["columns_of"].get(query, {}).get(column)
        if special or query:
            return str(special or names["columns"].get(column, column))
        return column  # of a statement somebody wrote: as it was written
    return column.replace("_", " ") if query else column


def label(parameter: Parameter, lang: Lang) -> str:
    """What the field of a parameter is called."""
    name = parameter.name
    return str(_names()["parameters"].get(name, name)) if lang == "zh" else name


def hint(parameter: Parameter, lang: Lang) -> str:
    """What is said beside the field of a parameter."""
    text = parameter.text
    return str(_names()["hints"].get(text, text)) if lang == "zh" else text


def named(value: Any, column: str, lang: Lang, query: str = "") -> str:
    """A cell as a page shows it: modes, levels, kinds, states and types of edges by their names, all else as it is."""
    key = _names()["values_as"].get(query, {}).get(column) or column.rpartition("_")[2].removesuffix("s")
    key = "status" if key == "statu" else key
    names: Mapping[str, Any] = theme()["edges"] if key == "type" else theme()["values"].get(key, {})
    own: Mapping[str, str] = _names()["values"] if lang == "zh" and (key == "kind" or isinstance(value, bool)) else {}

    def one(part: Any) -> str:
        if isinstance(part, str) and part in names:
            return str(names[part][lang])
        text = cell(part)
        return own.get(text, text)

    return "；".join(one(part) for part in (value if isinstance(value, (list, tuple)) else [value]))


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
        name = properties.get("name") if isinstance(properties, Mapping) else None
        return shown(str(name)) if name else json.dumps(value, ensure_ascii=False)
    return shown(str(value)) if str(value) else ""
