"""What every report is written with: the view, the words, the numbers of citations, and how things are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from kg.model import Evidence, Node
from kg.report.ledger import Ledger
from kg.report.model import Block, Cites, Column, Row, Section, Sentence, Table
from kg.report.view import Fact, View
from kg.report.words import Words, tidy

#: Places cited for one sentence, one row, one chart.
SENTENCE_CITES, ROW_CITES, CHART_CITES = 6, 4, 6
#: Rows that a table shows.
MOST_ROWS = 30

T = TypeVar("T")
_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Issues:
    """What the build left open: ``conflicts.jsonl`` and ``questions.jsonl`` as they lie in the folder."""

    conflicts: tuple[Mapping[str, Any], ...] = ()
    questions: tuple[Mapping[str, Any], ...] = ()


class Desk:
    """One report in the writing. `used` gathers the facts it speaks of, for the section on open questions."""

    def __init__(self, view: View, words: Words, issues: Issues) -> None:
        self.view = view
        self.words = words
        self.issues = issues
        self.ledger = Ledger(view)
        self.used: dict[str, Fact] = {}

    def say(self, key: str, facts: Sequence[Fact], /, **values: object) -> Sentence:
        """The phrase `key` as a claim that rests on `facts`."""
        return Sentence(self.words.say(key, **values), self.cite(facts, SENTENCE_CITES))

    def cite(self, facts: Sequence[Fact], most: int = ROW_CITES) -> Cites:
        """Citations for what rests on `facts`, of which there must be one at least."""
        if not facts:
            raise ValueError("a claim needs a fact")
        self.used.update((fact.edge.id, fact) for fact in facts if fact.edge.type != "MENTIONS")
        return self.ledger.cite(facts, most)

    def cite_evidence(self, items: Sequence[Evidence], most: int = ROW_CITES) -> Cites:
        """Citations for single pieces of evidence."""
        return self.ledger.cite_evidence([(item,) for item in items], most)

    def table(
        self,
        title: str,
        columns: Sequence[str],
        items: Sequence[T],
        row: Callable[[T], tuple[Sequence[str], Sequence[Fact]]],
        *,
        most: int = MOST_ROWS,
    ) -> Table:
        """A table of `items`; `row` gives cells and facts of one. Columns of numbers (``#name``) stand at the right."""
        rows = []
        for item in items[:most]:
            cells, facts = row(item)
            rows.append(Row(tuple(cells), self.cite(facts)))
        heads = tuple(
            Column(self.words.say(f"col_{name.lstrip('#')}"), "right" if name.startswith("#") else "left")
            for name in columns
        )
        return Table(self.words.say(title), heads, tuple(rows), max(0, len(items) - most))

    def section(self, title: str, blocks: Iterable[Block | None], **values: object) -> Section | None:
        """A section of what there is; None where there is nothing."""
        there = tuple(block for block in blocks if block is not None)
        return Section(self.words.say(title, **values), there) if there else None

    def name(self, node: Node) -> str:
        """A node's name, with what tells it from its namesakes."""
        name = tidy(node.name)
        if (node.label, node.name) not in self.view.namesakes:
            return name
        hint = self._hint(node)
        return name + self.words.bracket(hint) if hint else name

    def names(self, nodes: Iterable[Node], most: int = 6) -> str:
        """Names in a list, at most so many, with how many there are in all."""
        all_names = [self.name(node) for node in nodes]
        shown = self.words.many(all_names[:most])
        return shown if len(all_names) <= most else self.words.say("and_more", names=shown, n=len(all_names))

    def quoted(self, node: Node, *, plain: bool = False) -> str:
        """A name in quotation marks, those within it made single; `plain` without what tells it from namesakes."""
        name = tidy(node.name) if plain else self.name(node)
        return f"“{name.translate(_INNER)}”"

    def parent(self, node: Node) -> str:
        """Name of the place that a region lies in, or ``""``."""
        parent = str(node.props.get("parent") or "")
        above = self.view.nodes.get(parent) or self.view.nodes.get(f"region:{parent}")
        if above is not None:
            return tidy(above.name)
        return "" if ":" in parent else tidy(parent) if parent else ""

    def _hint(self, node: Node) -> str:
        if node.label == "Region":
            return self.parent(node) or str(node.props.get("code") or "")
        if node.label == "Official":
            posts = sorted(self.view.at(node.id, "HOLDS"), key=lambda f: (-len(f.articles), f.last or "", f.edge.id))
            return self.post(posts[0]) if posts else node.id
        return self.words.day(node.props.get("date")) if node.props.get("date") else node.id

    def post(self, fact: Fact) -> str:
        """Organization and title of a ``HOLDS``."""
        title = tidy(str(fact.edge.props.get("title") or "")) if fact.edge.props.get("title") else ""
        gap = "" if self.words.lang == "zh" else " "
        return f"{tidy(fact.target.name)}{gap}{title}"

    def modes(self, facts: Iterable[Fact]) -> str:
        """Modes of cooperations with the number of articles, most first."""
        return self.words.many(
            f"{self.words.value('mode', mode)} {count}" for mode, count in mode_counts(facts) if mode
        )

    def span(self, facts: Iterable[Fact]) -> tuple[str, str]:
        """First and last day of some facts, as cells."""
        first, last = span(facts)
        return self.words.day(first), self.words.day(last)


def mode_counts(facts: Iterable[Fact]) -> list[tuple[str, int]]:
    """(mode, articles that say so), most first."""
    articles: dict[str, set[str]] = {}
    for fact in facts:
        articles.setdefault(fact.mode, set()).update(fact.articles)
    return sorted(((mode, len(ids)) for mode, ids in articles.items()), key=lambda pair: (-pair[1], pair[0]))


def span(facts: Iterable[Fact]) -> tuple[str | None, str | None]:
    """Oldest and newest day of the articles behind some facts."""
    days = [day for fact in facts for day in (fact.first, fact.last) if day]
    return (min(days), max(days)) if days else (None, None)


def leaders(items: Sequence[T], weight: Callable[[T], int], wanted: int = 3, most: int = 5) -> list[T]:
    """The first `wanted` of `items` (heaviest first), with all that weigh as much as the last of them.

    Where these would be more than `most`, the lightest group is left out whole; nobody is named before an equal.
    """
    if len(items) <= wanted:
        return list(items)
    bar = weight(items[wanted - 1])
    tied = [item for item in items if weight(item) >= bar]
    return tied if len(tied) <= most else [item for item in items if weight(item) > bar]
