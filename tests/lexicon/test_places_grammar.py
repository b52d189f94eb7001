"""Place names that only the words around them tell: cuts through words, counts, pairs, parks named after a helper."""

from __future__ import annotations

import pytest

from kg.lexicon import gazetteer


def found(text: str) -> list[tuple[str, str]]:
    """(text, name of the likeliest place) of every hit."""
    return [(hit.text, hit.places[0].name) for hit in gazetteer().scan(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("隆重庆祝建党节，人民幸福建功立业", []),
        ("推广安全经验，向广大同志问好", []),
        ("舞台中央，重大理念，非常熟悉", []),
        ("充分肯定西藏工作", ["西藏"]),
        ("其中山东北部有雨", ["山东"]),
        ("三次亲临江苏考察", ["江苏"]),
        ("推广安阳经验，广安经验", ["安阳", "广安"]),
        ("参加大庆活动，出席南昌大会", ["大庆", "南昌"]),
        ("广西北海水产，苏州至上海内港", ["广西", "北海", "苏州", "上海"]),
    ],
)
def test_a_cut_through_two_words_is_no_place(text: str, places: list[str]) -> None:
    assert [name for name, _ in found(text)] == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("阿坝三县签署协议", "阿坝藏族羌族自治州"),
        ("阿坝州红原、马尔康，阿坝三县", "阿坝藏族羌族自治州"),
        ("大理六县市共建", "大理白族自治州"),
        ("喀什四县市共建", "喀什地区"),
    ],
)
def test_a_count_of_counties_is_of_the_prefecture(text: str, name: str) -> None:
    assert found(text)[-1][1] == name


def test_a_count_behind_a_list_counts_its_members() -> None:
    assert found("阿坝州红原、阿坝两县签署协议")[1:] == [("红原", "红原县"), ("阿坝", "阿坝县")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("霍邱与固始签署合作协议。", ["霍邱县", "固始县"]),
        ("霍邱、固始两县结对。", ["霍邱县", "固始县"]),
        ("6月18日，濉溪和嘉祥共建园区。", ["濉溪县", "嘉祥县"]),
        ("怀宁县与霍邱签署协议。", ["怀宁县", "霍邱县"]),
        ("6月18日，霍山、金寨两县签订协议。", ["霍山县", "金寨县"]),
        ("6月18日，宁晋、柏乡和隆尧三县联合执法。", ["宁晋县", "柏乡县", "隆尧县"]),
        ("霍邱与他签署协议。", []),
    ],
)
def test_two_sides_of_an_act_vouch_for_each_other(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("龙南、定南、全南三地会商，龙南市市长主持", ["龙南市", "定南县", "全南县", "龙南市"]),
        ("红河州蒙自、个旧、开远三市", ["红河哈尼族彝族自治州", "蒙自市", "个旧市", "开远市"]),
        ("永新、莲花、茶陵三县联动", ["永新县", "莲花县", "茶陵县"]),
        ("维护和平、促进团结", []),
    ],
)
def test_a_word_in_a_list_of_one_citys_counties(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "code"), [("博州州长王力", "652700"), ("巴州州委书记王力", "652800"), ("克州州长王力", "653000")]
)
def test_a_short_form_with_its_own_head(text: str, code: str) -> None:
    assert code in {place.code for hit in gazetteer().scan(text) for place in hit.places}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("6月18日，单县、莘县、滑县三县签署合作协议。", ["单县", "莘县", "滑县"]),
        ("江苏省丰县、沛县，安徽省萧县", ["江苏省", "丰县", "沛县", "安徽省", "萧县"]),
        ("歙县、黟县、泾县参加。", ["歙县", "黟县", "泾县"]),
    ],
)
def test_counties_of_one_character_in_a_list(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("阿克陶县江西工业园区管委会主任", ["阿克陶县江西工业园区"]),
        ("疏勒县山东产业园揭牌", ["疏勒县山东产业园"]),
        ("在霍尔果斯市江苏工业园", ["霍尔果斯市江苏工业园"]),
        ("江苏无锡高新区与怀宁县", ["江苏省", "无锡高新技术产业开发区", "怀宁县"]),
        ("无锡市无锡新区", ["无锡市", "无锡新区"]),
        ("开封城乡一体化示范区签署协议", ["开封城乡一体化示范区"]),
    ],
)
def test_zones_called_after_a_helper_and_others(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


def test_a_zone_called_after_its_helper_lies_in_its_county() -> None:
    (hit,) = gazetteer().scan("阿克陶县江西工业园区")
    assert hit.places[0].parent == "653022"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("与锦州滨海新区签署协议，考察滨海新区港口", "锦州滨海新区"),
        ("天津市滨海新区与锦州滨海新区共建，滨海新区领导出席", "滨海新区"),
        ("滨海新区领导出席", "滨海新区"),
    ],
)
def test_a_bare_zone_is_the_one_the_page_names(text: str, name: str) -> None:
    assert found(text)[-1][1] == name


@pytest.mark.parametrize(
    "text",
    [
        "林木森、吉训石、苏南海等6名政协委员",
        "松花江北岸",
        "检查衢江治理、漳河沿岸",
        "潮白河、大宁河水质",
        "喜怒哀乐都在其中",
        "山城的夜景，阳春三月",
        "大兴安岭森林草原防火",
        "长白山腹地",
        "区域合作市际联席会议",
        "国务院港澳事务办公室",
        "郊区要整治，城区要改造",
    ],
)
def test_rivers_mountains_persons_and_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["新城区区长王力主持会议", "城区人大常委会主任率队调研", "郊区区委到会"])
def test_a_word_with_an_organ_behind_it_is_one_of_several_places(text: str) -> None:
    hits = gazetteer().scan(text)
    assert hits
    assert all(len(hit.places) > 1 for hit in hits)


def test_both_orders_of_neighbours() -> None:
    for text in ("蒙冀两省区", "冀蒙两省区", "黑蒙合作", "甘陕边界"):
        (hit,) = gazetteer().scan(text)
        assert len(hit.parts) == 2, text
