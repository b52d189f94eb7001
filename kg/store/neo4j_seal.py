"""Whether a database is still as our last load left it, told by the number of its last transaction.

Every write into a Neo4j database, whoever makes it, takes the next transaction number, and the bookmark that the
server gives with each answer tells the last one. A load that knows of each number since it began to compare that it
was its own notes the last in the graph folder; as long as the database tells the same one, nothing at all has been
written there, and the next load of the same tables need not read anything back. Where the bookmark has another form
than the one known here, or a number is not ours, nothing is noted and the next load compares everything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.store.manifest import folder_info
from kg.store.neo4j_store import Server, session, until_committed

LOADED = "loaded.json"
#: Raise it when a load writes the same tables otherwise than before.
_FORM = 1
_PREFIX = "FB:"
_HEAD, _TAIL = b"\x91\xcc\x10", b"\x90"  # of a bookmark: sixteen bytes follow, the database; then its number
_INTEGERS = {0xC8: 1, 0xC9: 2, 0xCA: 4, 0xCB: 8}  # how many bytes a number has, by the byte before it


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a database has come: its own id, and the number of its last transaction."""

    database: str
    transaction: int


def current_mark(server: Server) -> Mark | None:
    """How far the database has come now, asked where writes go; None where the server tells it in no known form."""
    with session(server) as s:
        until_committed(s.execute_write, lambda tx: tx.run("RETURN 1").consume())
        bookmarks = s.last_bookmarks().raw_values
    return read_bookmark(next(iter(bookmarks))) if len(bookmarks) == 1 else None


def read_bookmark(text: str) -> Mark | None:
    """The mark that a bookmark of Neo4j 5 or later tells; None where it has another form."""
    if not text.startswith(_PREFIX):
        return None
    try:
        data = base64.b64decode(text[len(_PREFIX) :] + "==")
    except binascii.Error:
        return None
    at = len(_HEAD) + 16
    if not data.startswith(_HEAD) or not data.endswith(_TAIL) or len(data) < at + 2:
        return None
    number = data[at : -len(_TAIL)]
    if len(number) > 1:
        if _INTEGERS.get(number[0]) != len(number) - 1:
            return None
        number = number[1:]
    return Mark(data[len(_HEAD) : at].hex(), int.from_bytes(number, "big", signed=True))


class Seals:
    """What a graph folder knows of the databases that it was loaded into."""

    def __init__(self, directory: str | Path, former: Mapping[str, str]) -> None:
        self._path = Path(directory) / LOADED
        info = folder_info(directory)
        told = json.dumps([_FORM, info.graph_id, info.digest, sorted(former.items())], ensure_ascii=False)
        self._content = hashlib.sha256(told.encode()).hexdigest()

    def hold(self, server: Server) -> bool:
        """Whether the last load of exactly this graph was the last that was written into the database."""
        mark = current_mark(server)
        return mark is not None and self._read().get(mark.database) == self._entry(mark)

    def note(self, mark: Mark | None) -> None:
        """Note that the database holds exactly this graph at `mark`. A folder that cannot be written knows nothing."""
        if mark is None:
            return
        aside = self._path.with_name(f".{LOADED}.{os.getpid()}")
        try:
            aside.write_text(json.dumps({**self._read(), mark.database: self._entry(mark)}, indent=1), encoding="utf-8")
            os.replace(aside, self._path)
        except OSError:
            aside.unlink(missing_ok=True)

    def _entry(self, mark: Mark) -> dict[str, object]:
        return {**asdict(mark), "content": self._content}

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
