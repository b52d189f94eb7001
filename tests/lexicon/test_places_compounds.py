"""Abbreviations in running text: places in compounds and beside verbs, and nothing elsewhere."""

from __future__ import annotations

import pytest

from kg.lexicon import gazetteer

#: (text, the abbreviation in it, names of the places it stands for)
COMPOUNDS = [
    ("深化赣湘合作", "赣湘", ["江西省", "湖南省"]),
    ("沪苏产业联动集聚区", "沪苏", ["上海市", "江苏省"]),
    ("苏皖两省交界", "苏皖", ["江苏省", "安徽省"]),
    ("川渝协同发展", "川渝", ["四川省", "重庆市"]),
    ("粤桂黔滇高铁沿线", "粤桂黔滇", ["广东省", "广西壮族自治区", "贵州省", "云南省"]),
    ("闽赣边界", "闽赣", ["福建省", "江西省"]),
    ("推进鄂湘赣三省合作", "鄂湘赣", ["湖北省", "湖南省", "江西省"]),
    ("沪苏浙皖三省一市", "沪苏浙皖", ["上海市", "江苏省", "浙江省", "安徽省"]),
    ("晋陕豫三省", "晋陕豫", ["山西省", "陕西省", "河南省"]),
    ("深化苏陕协作", "苏陕", ["江苏省", "陕西省"]),
    ("闽宁协作", "闽宁", ["福建省", "宁夏回族自治区"]),
    ("粤黔协作", "粤黔", ["广东省", "贵州省"]),
    ("京津两市", "京津", ["北京市", "天津市"]),
    ("津冀联动", "津冀", ["天津市", "河北省"]),
    ("沪浙毗邻地区", "沪浙", ["上海市", "浙江省"]),
    ("鲁豫合作", "鲁豫", ["山东省", "河南省"]),
    ("湘鄂边区", "湘鄂", ["湖南省", "湖北省"]),
    ("黔桂边界", "黔桂", ["贵州省", "广西壮族自治区"]),
    ("滇川黔三省", "滇川黔", ["云南省", "四川省", "贵州省"]),
    ("粤琼合作", "粤琼", ["广东省", "海南省"]),
    ("成渝两地", "成渝", ["成都市", "重庆市"]),
    ("昌九一体化", "昌九", ["南昌市", "九江市"]),
    ("芜马一体化", "芜马", ["芜湖市", "马鞍山市"]),
    ("广佛同城化", "广佛", ["广州市", "佛山市"]),
    ("郑开同城化", "郑开", ["郑州市", "开封市"]),
    ("深莞惠", "深莞惠", ["深圳市", "东莞市", "惠州市"]),
    ("苏锡常一体化", "苏锡常", ["苏州市", "无锡市", "常州市"]),
    ("宁镇扬一体化", "宁镇扬", ["南京市", "镇江市", "扬州市"]),
    ("甬台温地区", "甬台温", ["宁波市", "台州市", "温州市"]),
    ("杭嘉湖平原", "杭嘉湖", ["杭州市", "嘉兴市", "湖州市"]),
    ("港澳同胞", "港澳", ["香港特别行政区", "澳门特别行政区"]),
    ("深港合作", "深港", ["深圳市", "香港特别行政区"]),
    ("陕甘宁三省区", "陕甘宁", ["陕西省", "甘肃省", "宁夏回族自治区"]),
    ("东北黑吉辽三省", "黑吉辽", ["黑龙江省", "吉林省", "辽宁省"]),
]


@pytest.mark.parametrize(("text", "abbreviation", "names"), COMPOUNDS)
def test_a_compound_stands_for_its_places(text: str, abbreviation: str, names: list[str]) -> None:
    hits = [hit for hit in gazetteer().scan(text) if hit.form == "compound"]
    assert [hit.text for hit in hits] == [abbreviation]
    assert [place.name for place in hits[0].places] == names
    assert [part.text for part in hits[0].parts] == list(abbreviation)
    assert [text[part.start : part.end] for part in hits[0].parts] == list(abbreviation)


@pytest.mark.parametrize(
    ("text", "char", "names"),
    [
        ("代表团赴粤考察", "粤", ["广东省"]),
        ("会议在京召开", "京", ["北京市"]),
        ("论坛在哈召开。", "哈", ["哈尔滨市"]),
        ("援疆干部", "疆", ["新疆维吾尔自治区"]),
        ("对口援藏工作", "藏", ["西藏自治区"]),
        ("客商来赣投资", "赣", ["江西省"]),
        ("企业入湘", "湘", ["湖南省"]),
        ("在宁央企", "宁", ["南京市", "宁夏回族自治区"]),
        ("在蓉举行", "蓉", ["成都市"]),
        ("在榕开幕", "榕", ["福州市"]),
    ],
)
def test_a_lone_character_is_a_place_beside_a_verb(text: str, char: str, names: list[str]) -> None:
    (hit,) = gazetteer().scan(text)
    assert (hit.text, hit.form) == (char, "abbr")
    assert [place.name for place in hit.places] == names


@pytest.mark.parametrize(
    "text",
    [
        "湘江两岸",
        "赣江之滨",
        "苏轼的诗",
        "张宁出席会议",
        "主席万鄂湘代表中央讲话",
        "完成德育工作",
        "形成资产",
        "境内自然环境",
        "在深化改革中",
        "青藏高原",
        "川藏铁路",
        "京津城际铁路",
        "船舶乘潮进港。",
        "全面贯彻落实",
        "云贵高原",
        "湘菜与川菜",
        "王沪宁出席",
        "人民军队",
    ],
)
def test_no_place_is_found_in(text: str) -> None:
    assert gazetteer().scan(text) == []


def test_initials_of_two_places_the_page_names() -> None:
    text = "慈溪市与常山县签署协议，推进慈常山海协作。"
    compound = [hit for hit in gazetteer().scan(text) if hit.form == "compound"]
    assert [(hit.text, [place.code for place in hit.places]) for hit in compound] == [("慈常", ["330282", "330822"])]
    assert [hit for hit in gazetteer().scan("推进慈常山海协作。") if hit.form == "compound"] == []


def test_initials_that_make_a_word_are_none() -> None:
    text = "安庆市、全州县代表座谈，加强安全合作。南昌市、北京市推进南北合作。"
    assert [hit for hit in gazetteer().scan(text) if hit.form == "compound"] == []


def test_a_name_of_three_that_is_a_cluster_is_the_cluster() -> None:
    (hit,) = gazetteer().scan("长株潭")
    assert hit.places[0].id == "cluster:长株潭都市圈"


def test_what_a_compound_names_speaks_for_its_counties() -> None:
    assert [hit.text for hit in gazetteer().scan("深化皖赣合作，叶集代表发言")] == ["皖赣", "叶集"]
    assert [hit.text for hit in gazetteer().scan("深化沪浙合作，叶集代表发言")] == ["沪浙"]
