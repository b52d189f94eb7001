"""Files, folders, globs → raw articles. What cannot be used is reported, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.read.article import RawArticle
from kg.read.formats import articles
from kg.read.inputs import expand

__all__ = ["RawArticle", "read"]


def read(inputs: Iterable[str | Path], on_skip: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The raw articles that `inputs` (files, folders, globs) stand for, in a stable order.

    Text, HTML and JSON Lines are read, also with ``.gz``. A file named outright is read as a page whatever its
    suffix. Whatever cannot be used is handed to `on_skip`, with its name and the reason; nothing is raised for it.
    """
    for path in expand(inputs, on_skip):
        yield from articles(path, on_skip)
