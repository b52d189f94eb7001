"""Names made harmless."""

from __future__ import annotations

import csv
from importlib.resources import files

from kg.draw.assets import theme
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


def test_every_kind_that_the_lexicon_gives_has_a_name() -> None:
    table = theme()["values"]["kind"]
    for name in ("meeting_heads.csv", "initiative_heads.csv"):
        with (files("kg.lexicon") / "data" / name).open(encoding="utf-8", newline="") as rows:
            kinds = {row["kind"] for row in csv.DictReader(line for line in rows if not line.startswith("#"))}
        assert kinds
        assert kinds <= set(table), (name, kinds - set(table))
    assert all(entry["zh"] and entry["en"] for entry in table.values())
