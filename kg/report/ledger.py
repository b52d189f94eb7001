"""Numbers for citations: one a sentence of an article, in the order in which the report first needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from kg.model import Evidence
from kg.report.model import Citation, Cites
from kg.report.view import Fact, View
from kg.report.words import tidy


class Ledger:
    """Gives the same place the same number, and keeps what `Report.citations` will list."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[tuple[str, str], int] = {}
        self._citations: list[Citation] = []

    def cite(self, facts: Sequence[Fact], most: int) -> Cites:
        """Cite at most `most` places behind `facts`: the best one of every fact first. None for no facts."""
        return self.cite_evidence([fact.evidence for fact in facts], most)

    def cite_evidence(self, groups: Sequence[Sequence[Evidence]], most: int) -> Cites:
        """As `cite`, from groups of evidence, each best first."""
        total = len({(item.article, item.sentence) for item in chain.from_iterable(groups)})
        chosen: dict[tuple[str, str], Evidence] = {}
        for item in _by_turns(groups):
            if len(chosen) == most:
                break
            chosen.setdefault((item.article, item.sentence), item)
        return Cites(tuple(sorted(self._number(item) for item in chosen.values())), total)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations given out so far, by number."""
        return tuple(self._citations)

    def _number(self, item: Evidence) -> int:
        key = (item.article, item.sentence)
        if key not in self._numbers:
            self._numbers[key] = len(self._citations) + 1
            article = self._view.nodes[item.article]
            url = str(article.props.get("url") or "")
            self._citations.append(
                Citation(
                    self._numbers[key],
                    article.id,
                    tidy(str(article.props.get("title") or article.name)),
                    self._view.published[article.id],
                    tidy(str(article.props["source"])) if article.props.get("source") else None,
                    url if url.startswith(("http://", "https://")) else None,
                    tidy(item.sentence),
                    item.start,
                    item.end,
                )
            )
        return self._numbers[key]


def _by_turns(groups: Sequence[Sequence[Evidence]]) -> Iterable[Evidence]:
    """The first of every group, then the second of every group, and so on."""
    return (item for turn in zip_longest(*groups) for item in turn if item is not None)
