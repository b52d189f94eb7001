"""Names made harmless."""

from __future__ import annotations

from kg.draw.names import short, shown


def test_invisible_and_reordering_characters_go() -> None:
    assert shown("张\u202e三\u202c\n市\u200f长\u0000") == "张 三 市 长"
    assert shown("\u200b\u2066") == "?"
    assert shown("\ud800甲") == "甲"


def test_names_are_cut_by_the_room_they_take() -> None:
    assert short("江西省", 16) == "江西省"
    assert len(short("产业协作" * 50, 16)) <= 17
    assert short("产业协作" * 50, 16).endswith("…")
    assert short("Shanghai Cooperation", 16) == "Shanghai Cooperation"
