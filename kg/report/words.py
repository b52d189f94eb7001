"""Words of a report in its language: phrases from a table, counts with their nouns, lists, dates, values."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from kg.report.model import Lang
from kg.resources import viz_dir

_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+"
)
_BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    """`text` on one line, without characters that are invisible, reorder text or cannot stand in XML."""
    visible = "".join(char for char in _UNSEEN.sub(" ", text) if unicodedata.category(char) not in ("Cs", "Co", "Cn"))
    return _BLANKS.sub(" ", visible).strip() or "?"


@cache
def _phrases() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("kg.report").joinpath("data/phrases.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _values() -> dict[str, dict[str, dict[str, str]]]:
    """Names of modes, kinds, levels and states: those that the pages use."""
    loaded = json.loads((viz_dir() / "shared" / "theme.json").read_text(encoding="utf-8"))
    values: dict[str, dict[str, dict[str, str]]] = loaded["values"]
    return {**values, "label": loaded["nodes"], "edge": loaded["edges"]}


class Words:
    """The words of one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def say(self, key: str, /, **values: object) -> str:
        """The phrase `key` with its blanks filled in."""
        return str(_phrases()["phrases"][key][self.lang]).format(**values)

    def count(self, noun: str, number: int) -> str:
        """``3 篇报道``, ``1 article``, ``3 articles``."""
        form = _phrases()["nouns"][noun][self.lang]
        if isinstance(form, list):
            form = form[0 if number == 1 else 1]
        return str(form).format(n=f"{number:,}" if number >= 10000 else number)

    def value(self, kind: str, value: object) -> str:
        """The name of a value (``mode``, ``level``, ``kind``, ``status``, ``label``); itself where it has none."""
        text = str(value or "")
        entry = _values().get(kind, {}).get(text)
        return entry[self.lang] if entry else tidy(text) if text else ""

    def many(self, items: Iterable[str]) -> str:
        """A list in a sentence."""
        parts = list(items)
        if self.lang == "zh":
            return "、".join(parts)
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""

    def bracket(self, text: str) -> str:
        """``text`` in the brackets of the language, as it follows a name."""
        return f"（{text}）" if self.lang == "zh" else f" ({text})"

    def day(self, value: object) -> str:
        """A date as a table shows it; a day without a year says so."""
        text = str(value or "")
        if not text:
            return self.say("undated")
        return self.say("no_year", day=text[2:]) if text.startswith("--") else text

    def quarter(self, year: int, quarter: int) -> str:
        """``2021年第3季度``, ``2021 Q3``."""
        return f"{year}年第{quarter}季度" if self.lang == "zh" else f"Q{quarter} {year}"

    @property
    def renderer(self) -> dict[str, str]:
        """What the renderers say of their own."""
        return {key: str(text[self.lang]) for key, text in _phrases()["renderer"].items()}
