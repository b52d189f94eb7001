"""Files, folders and globs, in a stable order."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
#: What is picked up inside a folder; a file that is named outright is read whatever it is called.
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | LINES_SUFFIXES
#: Our own by-products, which may lie beside the articles.
_NOT_ARTICLES = (".clean.txt",)


def kind(path: Path) -> str:
    """The suffix that decides how a file is read, without ``.gz``: ``news.jsonl.gz`` gives ``.jsonl``."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def stem(path: Path) -> str:
    """The file's name without the suffixes that say how to read it."""
    name = path.name
    if name.lower().endswith(".gz"):
        name = name[:-3]
    suffix = Path(name).suffix
    return name[: -len(suffix)] if suffix.lower() in SUFFIXES else name


def expand(inputs: Iterable[str | Path], on_skip: Callable[[InputError], None]) -> Iterator[Path]:
    """The files that `inputs` stand for, each once: in the order given, inside a folder or glob by name.

    What does not exist, and a folder or glob that yields nothing, is handed to `on_skip`.
    """
    seen: set[Path] = set()
    for given in inputs:
        found = list(_files(given, on_skip))
        for path in found:
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                yield path


def _files(given: str | Path, on_skip: Callable[[InputError], None]) -> Iterator[Path]:
    path = Path(given)
    try:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if _is_article(p, path))
            if not found:
                on_skip(InputError(str(given), "the folder holds no text, HTML or JSON Lines file"))
            yield from found
        elif path.exists():
            yield path
        elif glob.has_magic(str(given)):
            found = sorted(Path(p) for p in glob.glob(str(given), recursive=True))
            found = [p for p in found if p.is_file()]
            if not found:
                on_skip(InputError(str(given), "no file matches"))
            yield from found
        else:
            on_skip(InputError(str(given), "no such file or folder"))
    except (OSError, ValueError) as error:
        on_skip(InputError(str(given), _reason(error)))


def _is_article(path: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in path.relative_to(folder).parts):
        return False
    return kind(path) in SUFFIXES and not path.name.endswith(_NOT_ARTICLES) and path.is_file()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
