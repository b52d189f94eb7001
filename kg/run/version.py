"""The version of the extractor: what a record's content depends on besides the article."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kg.model import SCHEMA_VERSION

_PACKAGE = Path(__file__).resolve().parents[1]
#: Packages whose code or tables decide what a record says.
_DECIDING = ("read", "lexicon", "clean", "recognize", "extract")
#: Packages whose code or tables decide how records become a graph.
_RESOLVING = ("lexicon", "resolve")


def extractor_version(recognizer: str | None = None) -> str:
    """Digest of the code and tables that read an article, and which recognizer was asked. Any change reads again.

    The recognizer is told by its kind and a digest of the whole: a model's folder may lie anywhere, and records travel.
    """
    kind, _, argument = (recognizer or "rules").partition(":")
    if argument:
        kind = f"{kind}:{hashlib.sha256(argument.encode()).hexdigest()[:8]}"
    return f"{_digest(_DECIDING)}-{kind}"


def resolver_version() -> str:
    """Digest of the code and tables that resolve records into a graph."""
    return _digest(_RESOLVING)


@cache
def _digest(packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256(f"schema {SCHEMA_VERSION}".encode())
    digest.update((_PACKAGE / "model.py").read_bytes())
    for package in packages:
        root = _PACKAGE / package
        for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
