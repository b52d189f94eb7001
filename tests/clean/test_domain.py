"""What is out of the domain, in many variations, and what comes near it and is in."""

from __future__ import annotations

import pytest

from kg.clean import clean
from tests.clean.outside import NEAR, OUTSIDE, Case

GENERAL = ("nothing official", "navigation", "no text")


@pytest.mark.parametrize("case", OUTSIDE, ids=[case.name for case in OUTSIDE])
def test_outside(case: Case) -> None:
    damage = clean(case.page).damage
    assert damage.domain == "out"
    assert damage.reason is not None
    assert damage.reason.startswith((case.reason, *GENERAL))


@pytest.mark.parametrize("case", NEAR, ids=[case.name for case in NEAR])
def test_near_and_inside(case: Case) -> None:
    damage = clean(case.page).damage
    assert damage.domain == "in", damage.reason


def test_the_list_of_other_news_makes_no_page_official() -> None:
    forecast = next(case.page for case in OUTSIDE if case.name == "forecast")
    menu = "\n上一篇:我市召开国庆假期旅游安全会议\n下一篇:市政府办公室关于公开遴选公务员的公告"
    assert clean(forecast + menu).damage.domain == "out"
