"""Names that several divisions bear: settled by context, open without it, never guessed."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.lexicon import Context, gazetteer

#: (name, what settles it, the code)
AMBIGUOUS = [
    ("鼓楼区", "南京市", "320106"),
    ("鼓楼区", "徐州", "320302"),
    ("鼓楼区", "福州市", "350102"),
    ("鼓楼区", "开封", "410204"),
    ("朝阳区", "北京", "110105"),
    ("朝阳区", "长春市", "220104"),
    ("南山区", "深圳", "440305"),
    ("南山区", "鹤岗市", "230404"),
    ("河东区", "临沂", "371312"),
    ("河东区", "天津市", "120102"),
    ("铁西区", "沈阳", "210106"),
    ("铁西区", "鞍山市", "210303"),
    ("铁西区", "四平", "220302"),
    ("市中区", "济南", "370103"),
    ("市中区", "枣庄市", "370402"),
    ("市中区", "内江", "511002"),
    ("市中区", "乐山市", "511102"),
    ("城关区", "兰州", "620102"),
    ("城关区", "拉萨市", "540102"),
    ("新城区", "呼和浩特", "150102"),
    ("新城区", "西安市", "610102"),
    ("西湖区", "杭州", "330106"),
    ("西湖区", "南昌市", "360103"),
    ("江北区", "宁波", "330205"),
    ("江北区", "重庆市", "500105"),
    ("长安区", "西安", "610116"),
    ("长安区", "石家庄市", "130102"),
    ("白云区", "广州", "440111"),
    ("白云区", "贵阳市", "520113"),
    ("普陀区", "上海", "310107"),
    ("普陀区", "舟山市", "330903"),
    ("海州区", "连云港", "320706"),
    ("海州区", "阜新市", "210902"),
    ("向阳区", "佳木斯", "230803"),
    ("向阳区", "鹤岗市", "230402"),
    ("青山区", "武汉", "420107"),
    ("青山区", "包头市", "150204"),
    ("永定区", "龙岩", "350803"),
    ("永定区", "张家界市", "430802"),
    ("龙华区", "海口", "460106"),
    ("龙华区", "深圳市", "440309"),
    ("宝山区", "上海市", "310113"),
    ("宝山区", "双鸭山", "230506"),
    ("通州区", "南通", "320612"),
    ("通州区", "北京市", "110112"),
]


@pytest.mark.parametrize(("name", "near", "code"), AMBIGUOUS)
def test_the_city_named_in_the_text_settles_it(name: str, near: str, code: str) -> None:
    place = gazetteer().resolve(name, Context(parents=(near,)))
    assert place is not None
    assert (place.code, place.name) == (code, name)


@pytest.mark.parametrize("name", sorted({name for name, _, _ in AMBIGUOUS}))
def test_without_context_it_stays_open(name: str) -> None:
    assert len(gazetteer().lookup(name)) > 1
    assert gazetteer().resolve(name, Context()) is None


@pytest.mark.parametrize("name", ["鼓楼区", "朝阳区", "市中区"])
def test_context_that_fits_two_settles_nothing(name: str) -> None:
    cities = {gazetteer().chain(place)[0].id for place in gazetteer().lookup(name)}
    assert gazetteer().resolve(name, Context(parents=tuple(cities))) is None


def test_context_elsewhere_settles_nothing() -> None:
    assert gazetteer().resolve("市中区", Context(parents=("江西省", "九江市"))) is None


def test_what_stands_right_before_the_name_outweighs_the_rest() -> None:
    context = Context(parents=("南京市", "江苏省"), neighbours=("徐州市",))
    place = gazetteer().resolve("鼓楼区", context)
    assert place is not None
    assert place.code == "320302"


def test_the_pages_own_region_outweighs_a_city_mentioned() -> None:
    place = gazetteer().resolve("朝阳区", Context(parents=("北京市", "长春市"), site=("长春市",)))
    assert place is not None
    assert place.code == "220104"


def test_a_township_of_one_city_only_settles_its_district() -> None:
    (town,) = [p for p in gazetteer().lookup("丰财街道") if p.parent == "320302"]
    place = gazetteer().resolve("鼓楼区", Context(parents=(town.id,)))
    assert place is not None
    assert place.code == "320302"


def test_a_sister_district_settles_it() -> None:
    place = gazetteer().resolve("鼓楼区", Context(parents=("泉山区", "云龙区")))
    assert place is None or place.code == "320302"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("长沙", "430100"),
        ("吉林", "220000"),
        ("恩施", "422800"),
        ("河北", "130000"),
        ("海南", "460000"),
        ("九江", "360400"),
    ],
)
def test_a_short_form_is_the_larger_of_those_that_lie_in_each_other(name: str, code: str) -> None:
    place = gazetteer().resolve(name, Context())
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize("name", ["朝阳", "平安", "和平", "合作", "南部"])
def test_a_word_is_no_place_without_a_sign(name: str) -> None:
    assert gazetteer().resolve(name, Context()) is None


@pytest.mark.parametrize(
    ("name", "year", "code", "now"),
    [
        ("大丰市", 2010, "320982", "320904"),
        ("大丰区", 2021, "320904", "320904"),
        ("崇礼县", 2012, "130733", "130709"),
        ("襄樊市", 2008, "420600", "420600"),
        ("通州市", 2005, "320683", "320612"),
        ("萧山市", 1999, "330181", "330109"),
        ("沙县", 2019, "350427", "350405"),
    ],
)
def test_a_name_of_its_time_and_what_became_of_it(name: str, year: int, code: str, now: str) -> None:
    (place,) = gazetteer().lookup(name, year)
    assert place.code == code
    assert gazetteer().current(place).code == now


def test_a_name_kept_under_a_new_code_is_the_place_of_today() -> None:
    for year in (None, 2012, 2020):
        (place,) = gazetteer().lookup("儋州市", year)
        assert (place.code, place.level) == ("460400", "prefecture")


def test_a_text_of_its_time_names_the_divisions_of_its_time() -> None:
    text = "绥化市、儋州市、襄樊市、大丰市、北京市"
    then = [[place.code for place in hit.places] for hit in gazetteer().scan(text, year=1998)]
    assert then == [["232301"], ["460400"], ["420600"], ["320982"], ["110000"]]
    now = [[place.code for place in hit.places] for hit in gazetteer().scan(text)]
    assert now == [["231200"], ["460400"], ["420600"], ["320982"], ["110000"]]


def test_get_takes_ids_and_codes_and_says_what_it_lacks() -> None:
    known = gazetteer()
    assert known.get("360400").name == "九江市"
    assert known.get("320982").name == "大丰市"
    assert known.get("cluster:长三角").members == ("310000", "320000", "330000", "340000")
    with pytest.raises(KgError, match="no place has the id 'nowhere'"):
        known.get("nowhere")


def test_chain_goes_up_to_the_country() -> None:
    known = gazetteer()
    assert [place.name for place in known.chain(known.get("360425"))] == ["九江市", "江西省", "中国"]


def test_a_zone_across_two_cities_lies_in_their_province() -> None:
    known = gazetteer()
    (zone,) = known.lookup("赣江新区")
    assert zone.members == ("360100", "360400")
    assert zone.parent == "360000"
