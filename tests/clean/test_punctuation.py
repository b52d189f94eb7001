"""Marks lost and marks that were never there."""

from __future__ import annotations

import pytest

from kg.clean import clean


@pytest.mark.parametrize("gap", [" ", "\u3000", "\u3000\u3000"])
def test_the_blank_behind_a_day_that_opens_an_item_stays(gap: str) -> None:
    """6月22日 副市长…: the blank parts the day from what was done on it; no mark was lost."""
    lines = [
        f"6月{day}日{gap}副市长唐树峰出席宜春市与岳阳市文旅合作签约仪式；参加全省安全生产电视电话会议，并作交流发言。"
        for day in (20, 21, 22, 23)
    ]
    text = clean("领导活动\n" + "\n".join(lines)).text
    assert "日、" not in text
    assert "日，" not in text
