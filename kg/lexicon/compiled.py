"""The tables in compiled form, kept in the user's cache folder so that a start takes a fraction of reading the CSV
files.

The name of the cached file holds a digest of the data files' names, sizes and times, of this package's version and
of the Python that wrote it: changed data make a new one. Where no cache can be written, the tables are read each
time.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
import time
from dataclasses import astuple, fields
from pathlib import Path

from kg.lexicon.csvs import DATA
from kg.lexicon.places import Form, Place
from kg.lexicon.tables import Abbreviation, Tables, load

#: Raise it when the form below changes.
FORM = 9


def cache_folder() -> Path:
    """``$XDG_CACHE_HOME/govkg`` or ``~/.cache/govkg``."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "govkg"


def digest() -> str:
    """What the compiled form depends on, as sixteen hex digits."""
    state: list[object] = [FORM, sys.version_info[:2], [f.name for f in fields(Place)]]
    for entry in sorted(os.scandir(DATA), key=lambda entry: entry.name):
        stat = entry.stat()
        state.append((entry.name, stat.st_size, stat.st_mtime_ns))
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def tables() -> Tables:
    """The tables, from the cache where it holds them."""
    path = cache_folder() / f"places-{digest()}.bin"
    try:
        content = path.read_bytes()
        if hashlib.sha256(content[32:]).digest() == content[:32]:
            return _thaw(marshal.loads(content[32:]))
    except OSError:
        pass
    fresh = load()
    fresh.surfaces = surfaces(fresh)
    body = marshal.dumps(_freeze(fresh))
    _write(path, hashlib.sha256(body).digest() + body)
    return fresh


#: Names of two characters given up before this year are on no page that we read.
_REMEMBERED = 2000


def surfaces(tables: Tables) -> list[tuple[str, tuple[str, ...], Form, str]]:
    """(name, ids of what it may stand for today, likeliest first, form, risk) for every name of the tables."""
    from kg.lexicon.lookup import Gazetteer

    gazetteer = Gazetteer(tables)
    out: list[tuple[str, tuple[str, ...], Form, str]] = []
    for surface in tables.names:
        places = gazetteer.lookup(surface)
        form = gazetteer.form(surface, places[0])
        risk = tables.risky.get(surface, "")
        if form == "full" and not risk and len(surface) == 2 and places[0].level == "county":
            risk = "w"  # 代县, 任县: also cut from 时代县域, 新任县委书记
        if places[0].level == "province":  # 河北 is the province, 吉林 perhaps its city, never a county elsewhere
            places = tuple(p for p in places if p is places[0] or places[0] in gazetteer.chain(p))
        gone = places[0].end is not None and (places[0].end < _REMEMBERED or not surface.endswith("县"))
        if len(surface) == 2 and gone and places[0].level == "county":
            continue  # 定县, 市区: bare names that no county has borne for decades; not 郫县, 横县
        if form == "full" or risk != "x":
            out.append((surface, tuple(place.id for place in places), form, risk))
    return out


def _freeze(tables: Tables) -> dict[str, object]:
    return {
        "places": [astuple(place) for place in tables.places.values()],
        "names": {surface: tuple(items) for surface, items in tables.names.items()},
        "abbreviations": [astuple(item) for item in tables.abbreviations.values()],
        "compounds": tables.compounds,
        "risky": tables.risky,
        "dependent": tables.dependent,
        "not_places": tables.not_places,
        "not_compounds": tables.not_compounds,
        "words": tables.words,
        "surnames": tables.surnames,
        "cut_before": tables.cut_before,
        "cut_behind": tables.cut_behind,
        "surfaces": tables.surfaces,
    }


def _thaw(data: dict[str, object]) -> Tables:
    places = [Place(*item) for item in data.pop("places")]  # type: ignore[attr-defined]
    short = [Abbreviation(*item) for item in data.pop("abbreviations")]  # type: ignore[attr-defined]
    return Tables(
        places={place.id: place for place in places},
        abbreviations={item.char: item for item in short},
        **data,  # type: ignore[arg-type]
    )


def _write(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a process started meanwhile never reads half a file; older forms go."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        os.replace(file.name, path)
        stale = time.time() - 7 * 86400  # other checkouts may use other forms: only what is long unused goes
        for old in path.parent.glob("places-*.bin"):
            if old.stat().st_atime < stale:
                old.unlink(missing_ok=True)
    except OSError:
        return
