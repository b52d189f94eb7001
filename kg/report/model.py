"""The report as data: sections of sentences, tables and charts, and the citations they lead to.

A `Sentence`, a `Row` and a chart never stand without citations; `Note` is for what is said about the report itself
(its basis, how it counts, that nothing was found), which no article says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]
Align: TypeAlias = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Cites:
    """Numbers of citations, ascending; `total` is how many there are in all where only some are given."""

    numbers: tuple[int, ...]
    total: int

    @property
    def complete(self) -> bool:
        """Whether every place behind the claim is given."""
        return self.total == len(self.numbers)


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of one article. `article` is its id; `sentence` is as it stands in the clean text."""

    number: int
    article: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One claim in plain words."""

    text: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class Paragraph:
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Words about the report, not about the world."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class Table:
    """`left_out` is how many rows there are beyond those shown."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, longest first."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class Timeline:
    """Columns in the order of time, periods without any included."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class Dot:
    """A node of a small network; `centre` where the report is about it."""

    id: str
    label: str
    centre: bool


@dataclass(frozen=True, slots=True)
class Link:
    source: str
    target: str
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """A small network; `unit` says what a link's weight counts."""

    title: str
    unit: str
    dots: tuple[Dot, ...]
    links: tuple[Link, ...]
    cites: Cites


Chart: TypeAlias = Bars | Timeline | Network
Block: TypeAlias = Paragraph | Note | Table | Bars | Timeline | Network


@dataclass(frozen=True, slots=True)
class Section:
    """Never without blocks."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`basis` says what the report was drawn from; `words` are the renderers' own words in the report's language."""

    title: str
    lang: Lang
    basis: tuple[str, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    words: dict[str, str]

    def cited(self) -> Iterator[tuple[str, Cites]]:
        """Every claim of the report with its citations: sentences, rows, charts, in reading order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from ((s.text, s.cites) for s in block.sentences)
                elif isinstance(block, Table):
                    yield from ((" | ".join(row.cells), row.cites) for row in block.rows)
                elif not isinstance(block, Note):
                    yield block.title, block.cites
