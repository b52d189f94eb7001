"""Texts cut, joined and damaged: the extractor answers with a sound record and never fails."""

from __future__ import annotations

import importlib
import random

import pytest

from tests.extract.facts import Case, differences, keyed, record_of
from tests.extract.test_any_name import TABLES

TEXTS = [
    case.text
    for kind in (*TABLES, "articles")
    for _, case in keyed(kind, importlib.import_module(f"tests.extract.test_{kind}").CONSTRUCTIONS)
]
NOISE = "，。、《》“”（）()·\n 　0九第于的等、和与省市县区州长委会"


def _damaged(seed: int) -> str:
    """A text made of the tables' texts: two joined, cut at both ends, a few characters lost, doubled or strewn in."""
    rng = random.Random(seed)
    text = rng.choice(TEXTS) + rng.choice(("", "\n", "。", "，")) + rng.choice(TEXTS)
    start = rng.randrange(len(text) // 2)
    chars = list(text[start : rng.randrange(start + 1, len(text)) + 1])
    for _ in range(rng.randrange(6)):
        at = rng.randrange(len(chars))
        match rng.randrange(3):
            case 0:
                chars[at] = ""
            case 1:
                chars[at] *= 2
            case _:
                chars.insert(at, rng.choice(NOISE))
    return "".join(chars)


@pytest.mark.parametrize("hundred", range(8))
def test_damaged_texts(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        case = Case(_damaged(seed), source=random.Random(seed).choice((None, "芜湖日报", "")))
        assert differences(case, record_of(case)) == [], case.text


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "。", "市长", "》《", "(", "6月18日", "等", "·", "\u2060", "𠮷市长𠮷"]
)
def test_texts_of_nothing(text: str) -> None:
    case = Case(text, silent=True)
    assert differences(case, record_of(case)) == []


@pytest.mark.parametrize("published", [None, "", "2023", "2023-02-30", "not a date", "2023-06-20T08:00:00"])
def test_odd_dates_of_publication(published: str | None) -> None:
    case = Case("6月18日，全市教育工作会议召开。市长王建国主持会议。", published=published, source="芜湖日报")
    assert differences(case, record_of(case)) == []
    assert [o.name for o in record_of(case).officials] == ["王建国"]
