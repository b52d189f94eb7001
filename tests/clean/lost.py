"""One lead byte lost at a random place of a paragraph, and what the cleaner makes of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from kg.clean import CleanArticle, clean
from kg.clean.gbk import gbk
from tests.clean.texts import lose_lead, to_bytes, to_traditional

Outcome: TypeAlias = Literal["right", "marked", "unmarked", "wrong"]
_HAN = ("\u4e00", "\u9fff")
#: A mark may end so many characters short of what differs.
_NEAR = 2


class Case(NamedTuple):
    """A damaged paragraph, what came out, and what should have."""

    whole: str
    raw: str
    article: CleanArticle
    expected: str
    outcome: Outcome


def lose_silently(text: str, at: int) -> str:
    """The lead byte of the character at `at` is gone without a trace."""
    return gbk().show(to_bytes(text[:at]) + to_bytes(text[at:])[1:])


def paragraphs(folder: Path) -> list[str]:
    """The paragraphs of every clean text of a gold set."""
    lines = (
        line.strip() for path in sorted(folder.glob("*.clean.txt")) for line in path.read_text("utf-8").split("\n")
    )
    return [line for line in lines if len(line) >= 40 and line.endswith("。")]


def sample(texts: Sequence[str], count: int, seed: int, *, trace: bool) -> list[Case]:
    """`count` paragraphs damaged at random places, every second one in traditional characters."""
    chance = random.Random(seed)
    cases: list[Case] = []
    while len(cases) < count:
        text = chance.choice(texts)
        text = to_traditional(text) if len(cases) % 2 else text
        at = chance.choice([i for i, char in enumerate(text) if _HAN[0] <= char <= _HAN[1]])
        raw = (lose_lead if trace else lose_silently)(text, at)
        article, whole = clean(raw), clean(text).text
        cases.append(Case(text, raw, article, whole, outcome(article, whole)))
    return cases


def outcome(article: CleanArticle, expected: str) -> Outcome:
    """Right; marked wherever it differs; or not, after a repair (wrong) or without one (unmarked)."""
    if article.text == expected:
        return "right"
    match = SequenceMatcher(None, expected, article.text, autojunk=False)
    for kind, _, _, start, end in match.get_opcodes():
        if kind != "equal" and not any(
            mark.start - _NEAR <= start and end <= mark.end + _NEAR for mark in article.damage.marked
        ):
            return "wrong" if "lost_byte" in article.damage.found else "unmarked"
    return "marked"


def tally(cases: Sequence[Case]) -> Counter[Outcome]:
    """How many of each outcome."""
    return Counter(case.outcome for case in cases)


def restored(cases: Sequence[Case]) -> float:
    """The share of all damaged characters that stand there again."""
    damaged = sum(_differing(case.whole, case.raw) for case in cases)
    return 1 - sum(_differing(case.expected, case.article.text) for case in cases) / damaged


def _differing(one: str, other: str) -> int:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return sum(b - a for kind, a, b, _, _ in match.get_opcodes() if kind != "equal")
