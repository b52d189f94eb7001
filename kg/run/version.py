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
    """Digest of the code and tables that read an article, and the name of the recognizer. Any change reads again."""
    return f"{_digest(_DECIDING)}-{recognizer or 'default'}"


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
