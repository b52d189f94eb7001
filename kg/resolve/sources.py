"""Where records come from: parts, each small enough to be read into memory by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kg.resolve.article import Observation
from kg.resolve.ids import article_id

#: Articles in a part: a part and all that is made of it is held at once.
PART = 800


class Part(Protocol):
    """Some records. Where several processes read, a part must be picklable."""

    @property
    def size(self) -> int:
        """How many records there are at most."""
        ...  # pragma: no cover

    def observations(self) -> Iterator[Observation]:
        """The records; the same ones in the same order, however often they are asked for."""
        ...  # pragma: no cover


class Listed:
    """Records at hand."""

    def __init__(self, observations: Sequence[Observation]) -> None:
        self._observations = observations

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self._observations)

    def observations(self) -> Iterator[Observation]:
        """The records."""
        return iter(self._observations)


def listed(observations: Iterable[Observation]) -> list[Part]:
    """Records at hand as parts, each article once, whatever comes twice and in whatever order."""
    unique: dict[str, Observation] = {}
    for o in observations:
        id = article_id(o.record.article)
        # two records of one article: which one stays must not depend on which came first
        if id not in unique or repr(unique[id].record) < repr(o.record):
            unique[id] = o
    all_ = list(unique.values())
    return [Listed(all_[at : at + PART]) for at in range(0, len(all_), PART)]
