"""Writing an export whole or not at all: aside first, then renamed into place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, UsageError

#: Lies in every folder an export wrote: only such a folder, or an empty one, is ever replaced.
MARK = ".kg-export"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to; the file appears at `path` when the block ends well. `KgError` where it cannot be written."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder, and this format is one file")
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        os.replace(aside, path)
    except OSError as error:
        raise KgError(f"{path}: cannot write ({error.strerror or error})") from None
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of `path` when the block ends well.

    Raises `UsageError` where `path` is there and not the folder of an earlier export: nothing else is removed.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: is a file, and this format is a folder")
    if path.is_dir() and any(path.iterdir()) and not (path / MARK).exists():
        raise UsageError(f"{path}: holds other things; name a new folder")
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    old = path.with_name(f".{path.name}.{os.getpid()}.old")
    try:
        aside.mkdir(parents=True)
        (aside / MARK).write_bytes(b"")
        yield aside
        if path.exists():
            os.replace(path, old)
        os.replace(aside, path)
    except OSError as error:
        raise KgError(f"{path}: cannot write ({error.strerror or error})") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
