"""Damage of every kind, at random: the repair gives the text back, or marks the place; nothing is lost on the way."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.clean import clean
from tests.clean.texts import PAGES, gloss_bytes, lose_lead, to_glossed, to_html, to_traditional, widen

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
PAGE = st.sampled_from(PAGES)
SENTENCES = [line for page in PAGES for line in page.split("\n")[2:]]
#: A page of our own sentences in any order, under a headline.
MIXED = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6, unique=True).map(
    lambda lines: "\n".join(["全市工作推进会议召开", *lines])
)
#: Whatever may stand on a page, weighted towards what the cleaner looks for.
ANYTHING = st.lists(
    st.one_of(
        st.sampled_from(
            ["會(huì)議", "?dòng)浾", "市委书记", "。", "\n", "<p>", "</p>", "&nbsp;", "来源:", "2021-01-02", "(", "?"]
        ),
        st.text(max_size=8),
    ),
    max_size=60,
).map("".join)


@FEW
@given(MIXED, st.sampled_from(["gloss", "traditional", "width", "html", "gbk", "both"]), st.integers(0, 99))
def test_what_is_done_is_undone(page: str, damage: str, seed: int) -> None:
    expected = clean(page).text
    raw: str | bytes = {
        "gloss": lambda: to_glossed(page),
        "traditional": lambda: to_traditional(page),
        "width": lambda: widen(page),
        "html": lambda: to_html(page, random.Random(seed)),
        "gbk": lambda: page.encode("gb18030"),
        "both": lambda: to_html(to_glossed(page), random.Random(seed)).encode("gb18030"),
    }[damage]()
    assert clean(raw).text == expected


@FEW
@given(MIXED)
def test_the_byte_wise_converter_is_undone_or_the_place_marked(page: str) -> None:
    article = clean(gloss_bytes(page))
    assert article.text == clean(page).text or article.damage.marked


@FEW
@given(MIXED, st.integers(0, 10_000))
def test_a_lost_lead_byte_never_makes_the_page_longer_or_shorter_by_much(page: str, at: int) -> None:
    traditional = to_traditional(page)
    article = clean(lose_lead(traditional, at % len(traditional)))
    assert abs(len(article.text) - len(clean(page).text)) <= 40


@FEW
@given(ANYTHING)
def test_nothing_raises_and_a_second_cleaning_changes_nothing(raw: str) -> None:
    article = clean(raw)
    assert clean(article.text).text == article.text


@FEW
@given(st.binary(max_size=600))
def test_any_bytes(raw: bytes) -> None:
    article = clean(raw)
    for index in range(len(article.text)):
        span = article.offsets.raw(index, index + 1)
        assert 0 <= span.char_start <= span.char_end
        assert 0 <= span.byte_start <= span.byte_end <= len(raw)


@FEW
@given(ANYTHING)
def test_offsets_are_total_and_monotonic(raw: str) -> None:
    article = clean(raw)
    spans = [article.offsets.raw(i, i + 1) for i in range(len(article.text))]
    assert all(a.char_start <= b.char_start and a.char_end <= b.char_end for a, b in pairwise(spans))


@FEW
@given(PAGE)
def test_cleaning_twice_is_cleaning_once(page: str) -> None:
    for raw in (page, to_glossed(page), gloss_bytes(page), to_html(page, random.Random(2))):
        once = clean(raw).text
        assert clean(once).text == once
