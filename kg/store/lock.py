"""One writer a graph folder. The lock belongs to the operating system, so a killed process leaves none behind."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import KgError

_NAME = ".lock"
_held: dict[Path, int] = {}  # folder -> how deep this process already holds it
_guard = threading.RLock()


@contextmanager
def writer_lock(directory: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Hold the only writer's place in `directory` (made where missing); a second writer waits up to `wait` seconds.

    Entering again in the same process is allowed. Raises `KgError` naming the process that holds the folder when the
    wait is over.
    """
    directory.mkdir(parents=True, exist_ok=True)
    key = directory.resolve()
    with _guard:
        if key in _held:
            _held[key] += 1
            nested = True
        else:
            nested = False
    if nested:
        try:
            yield
        finally:
            with _guard:
                _held[key] -= 1
        return
    handle = open(directory / _NAME, "a+", encoding="utf-8")  # noqa: SIM115 - closed below, after the lock is let go
    try:
        _acquire(handle, directory, wait)
        _note_owner(handle)
        with _guard:
            _held[key] = 1
        try:
            yield
        finally:
            with _guard:
                del _held[key]
            _note_owner(handle, clear=True)
            _unlock(handle)
    finally:
        handle.close()


def _acquire(handle: IO[str], directory: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise KgError(f"{directory}: another program is writing this graph ({_owner(directory)}); try again later")
        time.sleep(0.05)


def _note_owner(handle: IO[str], *, clear: bool = False) -> None:
    handle.seek(0)
    handle.truncate()
    if not clear:
        handle.write(f"process {os.getpid()}, since {time.strftime('%H:%M:%S')}")
    handle.flush()


def _owner(directory: Path) -> str:
    try:
        return (directory / _NAME).read_text(encoding="utf-8").strip() or "unknown process"
    except OSError:
        return "unknown process"


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try_lock(handle: IO[str]) -> bool:
        handle.seek(1024)  # past the text, which others may then still read
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: IO[str]) -> None:
        handle.seek(1024)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: IO[str]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
