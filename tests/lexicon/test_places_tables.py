"""The tables on places are whole: parents and members exist, codes stand once, no name is claimed twice unmarked."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from kg.lexicon import gazetteer
from kg.lexicon.csvs import rows
from kg.lexicon.pairings import pairings
from kg.lexicon.shortforms import short_forms
from kg.lexicon.tables import load
from kg.model import Level

TABLES = load()
PLACES = TABLES.places


def test_every_parent_member_and_successor_exists() -> None:
    for place in PLACES.values():
        assert place.parent is None or place.parent in PLACES, place
        assert set(place.members) <= set(PLACES), place
        assert place.successor is None or place.successor in PLACES, place
        assert place.level in get_args(Level), place


def test_chains_end_at_the_country_without_a_circle() -> None:
    known = gazetteer()
    for place in PLACES.values():
        if place.kind == "division":
            chain = known.chain(place)
            assert chain[-1].name == "中国", place
            assert len({up.id for up in chain}) == len(chain), place


def test_a_code_stands_for_one_division_at_a_time() -> None:
    now = Counter(place.code for place in PLACES.values() if place.code and place.end is None)
    assert [code for code, times in now.items() if times > 1] == []
    spans: dict[str, list[tuple[int, int]]] = {}
    for place in PLACES.values():
        if place.code and place.start:
            spans.setdefault(place.code, []).append((place.start, place.end or 9999))
    for code, periods in spans.items():
        periods.sort()
        for (_, end), (start, _) in pairwise(periods):
            assert end <= start, code


def test_counts_of_divisions_now_are_those_of_the_code() -> None:
    now = Counter(p.level for p in PLACES.values() if p.kind == "division" and p.code and p.end is None)
    assert now["province"] == 34
    assert now["prefecture"] == 333
    assert now["county"] > 2840


def test_nearly_every_division_has_a_seat_within_china() -> None:
    now = [p for p in PLACES.values() if p.code and p.end is None]
    placed = [p for p in now if p.lat is not None and p.lon is not None]
    assert len(placed) / len(now) > 0.99
    for place in placed:
        assert place.lat is not None
        assert place.lon is not None
        assert 3 < place.lat < 54, place
        assert 73 < place.lon < 136, place


def test_zones_and_clusters_are_all_there() -> None:
    kinds = Counter(place.kind for place in PLACES.values())
    assert kinds["new_area"] >= 17  # the nineteen less 浦东 and 滨海, which are counties
    for name in ("economic", "high_tech"):
        national = [row for row in rows("zones") if row["kind"] == name and row["rank"] == "national"]
        assert len(national) >= 165, name
    assert sum(place.level == "cluster" for place in PLACES.values()) >= 190
    assert len(pairings()) > 100


#: the tables on places; those on posts and names have tests of their own
OURS = (
    *("abbreviations", "aliases", "areas", "clusters", "compounds", "context_words", "countries", "divisions"),
    *("not_places", "pairings", "peoples", "risky_short", "townships", "zone_words", "zones", "zones_listed"),
)


@pytest.mark.parametrize("table", OURS)
def test_every_row_says_where_it_comes_from(table: str) -> None:
    seen: set[tuple[str, ...]] = set()
    for line in rows(table):
        assert line.get("source"), (table, line)
        key = tuple(line.values())
        assert key not in seen, (table, line)
        seen.add(key)


def test_townships_lie_in_divisions_of_today() -> None:
    count = 0
    for line in rows("townships"):
        assert PLACES[line["division"]].end is None
        for item in line["townships"].split():
            assert item[:9].isdigit()
            assert len(item) > 10, item
            count += 1
    assert count > 39_000


def test_pairings_name_divisions_and_years() -> None:
    for pairing in pairings():
        assert pairing.helper in PLACES
        assert pairing.helped in PLACES
        assert pairing.helper != pairing.helped
        assert 1990 <= pairing.start <= (pairing.end or 2030)


def test_names_of_several_places_give_them_all() -> None:
    known = gazetteer()
    shared = [name for name, items in TABLES.names.items() if sum(PLACES[id].end is None for id, _ in items) > 1]
    assert len(shared) > 100
    for name in shared:
        now = {id for id, _ in TABLES.names[name] if PLACES[id].end is None}
        assert {place.id for place in known.lookup(name)} == now, name


def test_compounds_have_one_place_a_character() -> None:
    for text, parts in TABLES.compounds.items():
        assert len(text) == len(parts), text
        assert set(parts) <= set(PLACES), text


def test_words_that_are_no_places_are_no_names_either() -> None:
    official = {place.name for place in PLACES.values() if place.end is None}
    assert TABLES.not_places & official == set()
    assert TABLES.not_places & set(TABLES.compounds) == set()


def test_aliases_point_at_places() -> None:
    for line in rows("aliases"):
        assert line["place"] in PLACES, line


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        ("九江市", ("九江",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("恩施土家族苗族自治州", ("恩施自治州", "恩施州", "恩施")),
        ("克孜勒苏柯尔克孜自治州", ("克孜勒苏自治州", "克孜勒苏州", "克孜勒苏")),
        ("积石山保安族东乡族撒拉族自治县", ("积石山自治县", "积石山县", "积石山")),
        ("东乡族自治县", ("东乡自治县", "东乡县", "东乡")),
        ("鄂伦春自治旗", ("鄂伦春旗", "鄂伦春")),
        ("龙胜各族自治县", ("龙胜自治县", "龙胜县", "龙胜")),
        ("杜尔伯特蒙古族自治县", ("杜尔伯特自治县", "杜尔伯特县", "杜尔伯特")),
        ("大兴安岭地区", ("大兴安岭",)),
        ("神农架林区", ("神农架",)),
        ("香港特别行政区", ("香港",)),
        ("阿拉善左旗", ()),
        ("赵县", ()),
        ("市中区", ()),
        ("城区", ()),
    ],
)
def test_short_forms_follow_from_the_name(name: str, shorts: tuple[str, ...]) -> None:
    found = short_forms(name)
    if name == "内蒙古自治区":  # 蒙古 is taken for the people's name there: its forms stand in the table of aliases
        assert {"内蒙古", "内蒙"} <= set(PLACES["150000"].aliases)
    else:
        assert found == shorts


def test_the_history_gives_the_table_again(tmp_path: Path) -> None:
    """A table made from a small history of our own: parents, successors, renamings."""
    from kg.lexicon.build.divisions import build

    history = tmp_path / "history.csv"
    history.write_text(
        "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n"
        "320000,江苏省,,江苏省,省级,在用,1981,,\n"
        "320900,江苏省,盐城市,盐城市,地级,在用,1983,,\n"
        "320982,江苏省,盐城市,大丰市,县级,弃用,1996,2015,320904\n"
        "320904,江苏省,盐城市,大丰区,县级,在用,2015,,\n"
        "420600,湖北省,襄樊市,襄樊市,地级,弃用,1981,2010,420602;420606\n"
        "420600,湖北省,襄阳市,襄阳市,地级,在用,2010,,\n"
        "420000,湖北省,,湖北省,省级,在用,1981,,\n",
        encoding="utf-8",
    )
    out = tmp_path / "divisions.csv"
    assert build(history, out) == 7
    with out.open(encoding="utf-8", newline="") as file:
        made = {line["id"]: line for line in csv.DictReader(file)}
    assert made["320982@1996"]["successor"] == "320904"
    assert made["320982@1996"]["parent"] == "320900"
    assert made["420600@1981"]["successor"] == "420600"
    assert made["320000"]["parent"] == "country:中国"
