"""Where the files that are no Python lie: ``cypher/`` and ``viz/``, in a checkout or inside the installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).resolve().parent


@cache
def resource_dir(name: str) -> Path:
    """The folder `name` ("cypher" or "viz"). Raises `KgError` where the installation lacks it."""
    for place in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KgError(f"the folder {name}/ is missing from this installation of govkg; install it again")


def cypher_dir() -> Path:
    """The Cypher files: ``schema/``, ``load/``, ``lookup/``, ``queries/``."""
    return resource_dir("cypher")


def viz_dir() -> Path:
    """What the browser runs."""
    return resource_dir("viz")
