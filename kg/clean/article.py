"""What cleaning hands on: the clean text, what the page says about itself, what was found and repaired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from kg.clean.offsets import OffsetMap, RawSpan

Domain: TypeAlias = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of damage: how many places, and the probability that they are what we say (the least sure one)."""

    count: int
    confidence: float = 1.0


class Mark(NamedTuple):
    """A stretch ``text[start:end]`` of the clean text that is damaged and was left as it was: no repair was sure.

    `kind` is "lost_byte" where a sign of the loss is seen, "garbled" where only the characters are improbable,
    "missing" where two marks show that what stood between them is gone.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found. `domain` is "out" where there is no government event here at all; `reason` says why.

    `marked` are the stretches of the clean text that are damaged and were left, in order, apart from each other.
    """

    found: Mapping[str, Finding] = field(default_factory=lambda: MappingProxyType({}))
    domain: Domain = "in"
    reason: str | None = None
    marked: tuple[Mark, ...] = ()


class Change(NamedTuple):
    """One place where the clean text differs from the raw one."""

    raw: RawSpan
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """A page repaired: simplified text, headline first, one paragraph a line, furniture out."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    site_region: tuple[str, ...] = ()
    damage: Damage = field(default_factory=Damage)
    offsets: OffsetMap = field(default_factory=OffsetMap, compare=False)
    sha256: str = ""
    encoding: str = "utf-8"

    def changes(self) -> Iterator[Change]:
        """Every place where the clean text and the raw one differ, in order."""
        raw_at = 0
        run_start, run_before, run_after = -1, 0, ""
        for index, char in enumerate(self.text):
            span = self.offsets.raw(index, index + 1)
            before = self.offsets.raw_text(index, index + 1)
            same = before == char and span.char_start == raw_at
            if same and run_start >= 0:
                yield self._change(run_start, run_before, run_after)
                run_start, run_after = -1, ""
            if not same:
                if run_start < 0:
                    run_start = raw_at
                run_before = max(run_before, span.char_end)
                run_after += char
                if before == char:  # something was taken out before it; the character itself stands
                    run_before = span.char_start
                    yield self._change(run_start, run_before, run_after[:-1])
                    run_start, run_after = -1, ""
            raw_at = max(raw_at, span.char_end)
            run_before = max(run_before, raw_at)
        if run_start >= 0:
            yield self._change(run_start, run_before, run_after)
        if (rest := self.offsets.raw_length) > raw_at:
            yield self._change(raw_at, rest, "")

    def _change(self, start: int, end: int, after: str) -> Change:
        return Change(self.offsets.raw_span(start, end), self.offsets.raw_slice(start, end), after)

    def to_json(self) -> dict[str, Any]:
        """The article as JSON-ready data (without the way back)."""
        return {
            "title": self.title,
            "published": self.published,
            "source": self.source,
            "authors": list(self.authors),
            "site_region": list(self.site_region),
            "text": self.text,
            "damage": {
                "found": {
                    kind: {"count": finding.count, "confidence": round(finding.confidence, 4)}
                    for kind, finding in self.damage.found.items()
                },
                "domain": self.damage.domain,
                "reason": self.damage.reason,
                "marked": [mark._asdict() for mark in self.damage.marked],
            },
            "encoding": self.encoding,
            "sha256": self.sha256,
        }
