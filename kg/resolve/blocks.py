"""What blocks gave before: a block into which the same has gone is not resolved again.

A block is what is resolved by itself: the mentions of one name, the meetings of one day, the initiatives of one family
of names. What comes out depends on nothing but what goes in, on the tables and on this package's code; so a result is
kept under the digest of what went in, and whoever keeps results drops them all when code or tables change. Nothing is
ever invalidated: another input has another digest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

#: Results at rest: digest of the input (16 bytes) -> result as JSON.
Results = Mapping[bytes, str]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Gave:
    """What the blocks of one step gave, and how many were resolved and reused, by kind."""

    results: dict[bytes, str]
    resolved: Counter[str]
    reused: Counter[str]


class Blocks:
    """Runs blocks, or gives what they gave before, and counts which (`resolved`, `reused`: kind -> blocks).

    Steps that run elsewhere have blocks of their own (`beginning`); `take` brings back what these gave.
    """

    def __init__(self, before: Results | None = None) -> None:
        self.before: Results = before if before is not None else {}
        self.results: dict[bytes, str] = {}  # of the blocks of this resolution only: what is gone is forgotten
        self.resolved: Counter[str] = Counter()
        self.reused: Counter[str] = Counter()

    def run(self, kind: str, given: Callable[[], str], resolve: Callable[[], Any]) -> Any:
        """The result of a block of `kind`. `given` says all that goes into it; `resolve` works it out.

        A result is of lists, numbers and texts only: what JSON gives back as it was.
        """
        key = blake2b(f"{kind}\x1e{given()}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
        known = self.results.get(key) or self.before.get(key)
        if known is not None:
            try:
                result = json.loads(known)
            except ValueError:  # not what was once written here: as if there were nothing
                return self._anew(kind, key, resolve)
            self.reused[kind] += 1
            self.results[key] = known
            return result
        return self._anew(kind, key, resolve)

    def beginning(self) -> Blocks:
        """Blocks that know what these knew at the beginning."""
        return Blocks(self.before)

    def gave(self) -> Gave:
        """What these blocks gave."""
        return Gave(self.results, self.resolved, self.reused)

    def take(self, gave: Gave) -> None:
        """Take up what blocks gave elsewhere."""
        self.results.update(gave.results)
        self.resolved.update(gave.resolved)
        self.reused.update(gave.reused)

    def _anew(self, kind: str, key: bytes, resolve: Callable[[], Any]) -> Any:
        self.resolved[kind] += 1
        result = resolve()
        self.results[key] = _encode(result)
        return result


class Afresh(Blocks):
    """Resolves every block and keeps nothing: for a graph that is made once."""

    def run(self, kind: str, given: Callable[[], str], resolve: Callable[[], Any]) -> Any:
        """See `Blocks.run`."""
        self.resolved[kind] += 1
        return resolve()

    def beginning(self) -> Blocks:
        """See `Blocks.beginning`."""
        return Afresh()
