"""Place names found in running text, and words and persons that only look like places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.lexicon import gazetteer
from kg.lexicon.places import PlaceHit


def found(text: str) -> list[tuple[str, str]]:
    """(text, name of the likeliest place) of every hit."""
    return [(hit.text, hit.places[0].name) for hit in gazetteer().scan(text)]


def single(text: str, name: str) -> PlaceHit:
    (hit,) = [hit for hit in gazetteer().scan(text) if hit.text == name]
    return hit


def test_offsets_are_those_of_the_text_and_hits_do_not_overlap() -> None:
    text = "江西省九江市永修县与湖南长沙、株洲签署协议，深化赣湘合作。"
    hits = gazetteer().scan(text)
    assert [text[hit.start : hit.end] for hit in hits] == [hit.text for hit in hits]
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert [hit.text for hit in hits] == ["江西省", "九江市", "永修县", "湖南", "长沙", "株洲", "赣湘"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("萍乡代表团", "360300"),
        ("恩施州党政代表团", "422800"),
        ("延边代表团", "222400"),
        ("大厂回族自治县", "131028"),
        ("廊坊市香河、大厂", "131024"),
        ("内蒙古代表团", "150000"),
        ("与伊犁州对接", "654000"),
    ],
)
def test_forms_of_a_name(text: str, code: str) -> None:
    assert code in {place.code for hit in gazetteer().scan(text) for place in hit.places}


@pytest.mark.parametrize(
    "text",
    [
        "维护和平稳定，建设平安中国",
        "广大同志前进在合作的大路上",
        "协调发展和政策支持",
        "创新和可持续发展",
        "扩大同各国的往来",
        "全面贯彻党的十九大精神，人民和平安生活",
        "资源丰富，动力充足",
        "中山路与解放大道路口",
        "东中西区域合作",
        "新任县委书记",
        "区委书记余庆主持会议",
        "秘书长白朗出席",
        "副市长姜堰生汇报",
        "任命祝衡山为厅长",
        "诸葛兰陵就座",
        "绿水青山就是金山银山",
        "长安汽车与平安银行",
        "常务副市长沙海主持",
        "市委常委深州、阜城、枣强国、孙敬出席",
        "副主任右玉林、平鲁生出席",
        "市纪委书记景县成通报情况",
        "市领导余岱、嵊泗泓、东海参加",
        "记者 庐江月\n",
        "太行山东麓",
        "通道起点与出海门户",
        "承东启西、连南接北",
    ],
)
def test_words_and_persons_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_person_once_named_with_a_title_is_one_throughout() -> None:
    assert found("市长祁连山主持。祁连山指出，要抓落实。") == []
    assert [name for name, _ in found("市长祁连山主持。祁连县代表、祁连干部参加。")] == ["祁连县", "祁连"]


def test_a_city_often_named_stays_though_a_person_bears_its_name() -> None:
    text = "吉林省四平市委书记主持。" + "白山代表发言，白山介绍经验，白山承诺。" + "主任白山松出席。"
    assert [name for name, _ in found(text)] == ["吉林省", "四平市", "白山", "白山", "白山"]
    county = "书记余庆主持。" + "余庆指出，余庆强调，余庆要求，余庆表示。"
    assert found(county) == []


def test_a_name_that_begins_with_the_end_of_a_title() -> None:
    assert found("市长安达昨日调研。安达强调，要抓落实。") == []
    assert found("湖南代表团在新华社长沙分社座谈") == [("湖南", "湖南省"), ("长沙", "长沙市")]
    assert found("四川省长宁县、长宁竹海") == [("四川省", "四川省"), ("长宁县", "长宁县"), ("长宁", "长宁县")]


def test_a_surer_name_that_reaches_further_wins() -> None:
    assert found("第一集安徽篇，吉林代表观看") == [("安徽", "安徽省"), ("吉林", "吉林省")]


def test_a_word_is_a_place_where_the_text_shows_it() -> None:
    assert found("和平县召开大会，和平上下一心。") == [("和平县", "和平县"), ("和平", "和平县")]
    assert found("贵州大方") == [("贵州", "贵州省"), ("大方", "大方县")]
    assert found("中国大方地承诺") == [("中国", "中国")]


def test_near_counts_as_a_sign() -> None:
    assert gazetteer().scan("关于叶集经济") == []
    (hit,) = gazetteer().scan("关于叶集经济", near=["341500"])
    assert hit.places[0].code == "341504"


def test_what_stands_before_settles_which_one() -> None:
    assert [p.code for p in single("徐州市鼓楼区召开会议", "鼓楼区").places] == ["320302"]
    hits = gazetteer().scan("内江市市中区、乐山市市中区")
    assert [hit.places[0].code for hit in hits] == ["511000", "511002", "511100", "511102"]
    assert all(len(hit.places) == 1 for hit in hits)


def test_a_list_of_sisters_settles_which_one() -> None:
    assert [p.code for p in single("泉山区、鼓楼区领导参加", "鼓楼区").places] == ["320302"]


def test_an_ambiguous_name_carries_all_it_may_be_likeliest_first() -> None:
    places = single("鼓楼区召开会议", "鼓楼区").places
    assert len(places) == 4
    assert single("鼓楼区召开会议，福州市领导出席", "鼓楼区").places[0].code == "350102"


def test_a_province_hides_the_counties_of_its_name() -> None:
    assert [p.code for p in single("天津与河北合作", "河北").places] == ["130000"]


def test_a_longer_name_hidden_by_a_word_is_still_found() -> None:
    assert ("宁夏", "宁夏回族自治区") in found("几万宁夏贫困群众")
    assert ("中国", "中国") in found("弘扬中国精神")
    assert ("京津冀", "京津冀") in found("在京津冀协同发展中")


@pytest.mark.parametrize(
    ("text", "zone", "parent"),
    [
        ("怀宁经济开发区", "怀宁经济开发区", "340822"),
        ("大丰区经开区", "大丰区经开区", "320904"),
        ("伊宁县轻纺产业区", "伊宁县轻纺产业区", "654021"),
        ("北海铁山港(临海)工业区", "北海铁山港(临海)工业区", "450512"),
        ("固始县史河湾边境合作", None, None),
        ("九江市新区划调整", None, None),
        ("江苏高新区", None, None),
    ],
)
def test_a_zone_behind_a_division(text: str, zone: str | None, parent: str | None) -> None:
    zones = [hit for hit in gazetteer().scan(text) if hit.places[0].level == "zone"]
    assert [(hit.text, hit.places[0].parent) for hit in zones] == ([(zone, parent)] if zone else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("苏州高新区", "苏州高新技术产业开发区"),
        ("九江经开区", "九江经济技术开发区"),
        ("中韩（盐城）产业园", "中韩盐城产业园"),
        ("深汕合作区", "深汕特别合作区"),
        ("横琴粤澳深度合作区", "横琴粤澳深度合作区"),
        ("上海自贸区", "中国(上海)自由贸易试验区"),
        ("临港新片区", "上海自贸试验区临港新片区"),
        ("郑州航空港区", "郑州航空港经济综合实验区"),
        ("武汉东湖高新区", "武汉东湖新技术开发区"),
    ],
)
def test_a_listed_zone_by_any_name(text: str, name: str) -> None:
    assert found(text) == [(text, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("大湾区", "粤港澳大湾区"),
        ("成渝双城经济圈", "成渝地区双城经济圈"),
        ("大南昌都市圈", "南昌都市圈"),
        ("长江三角洲", "长三角"),
        ("三峡库区", "长江三峡库区"),
        ("赣南等原中央苏区", "中央苏区"),
        ("晋陕豫黄河金三角", "晋陕豫黄河金三角"),
    ],
)
def test_a_cluster_by_any_name(text: str, name: str) -> None:
    assert found(text) == [(text, name)]


def test_townships_of_the_county_the_page_names() -> None:
    text = "怀宁县石牌镇、月山镇和高河镇负责人发言。"
    towns = [hit for hit in gazetteer().scan(text) if hit.places[0].level == "township"]
    assert [(hit.text, hit.places[0].parent) for hit in towns] == [
        (n, "340822") for n in ("石牌镇", "月山镇", "高河镇")
    ]
    assert all(len(hit.places) == 1 for hit in towns)


def test_a_township_in_no_list_behind_its_county() -> None:
    hit = single("永修县虚构乡举行仪式", "虚构乡")
    assert (hit.places[0].level, hit.places[0].parent, hit.places[0].code) == ("township", "360425", None)


@pytest.mark.parametrize(
    "text", ["永修县推进新型城镇化", "永修县各乡镇", "永修县乡村振兴", "永修县街道整洁", "永修县返乡创业"]
)
def test_words_with_town_in_them_are_no_townships(text: str) -> None:
    assert [hit.text for hit in gazetteer().scan(text)] == ["永修县"]


def test_a_district_is_settled_by_a_township_it_alone_has() -> None:
    text = "《鼓楼区行动方案》印发，丰财街道作表态发言。"
    assert single(text, "鼓楼区").places[0].code == "320302"


@pytest.mark.parametrize(
    "text", ["", "　", "\n\n", "a" * 1000, "镇", "乡", "街道办事处", "在", "赴粤", "粤", "长", "、", "和平"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    for hit in gazetteer().scan(text):
        assert text[hit.start : hit.end] == hit.text
