"""Counties drawn from every province, zones, clusters and pairings known from official lists: all are found."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache

import pytest

from kg.lexicon import gazetteer
from kg.lexicon.compiled import tables
from kg.lexicon.pairings import pairings
from kg.lexicon.places import Place
from kg.lexicon.shortforms import short_forms

EACH = 4
KNOWN = gazetteer()


@cache
def counties() -> list[Place]:
    return [p for p in tables().places.values() if p.level == "county" and p.end is None and p.kind == "division"]


def sample(seed: int) -> list[Place]:
    """Four counties of every province (fewer where it has fewer)."""
    by_province: dict[str, list[Place]] = defaultdict(list)
    for place in counties():
        by_province[KNOWN.chain(place)[-2].id].append(place)
    draw = random.Random(seed)
    return [
        place
        for province in sorted(by_province)
        for place in draw.sample(by_province[province], min(EACH, len(by_province[province])))
    ]


def spoken(place: Place) -> str:
    """The shortest form: 怀宁, 单县."""
    return (short_forms(place.name) or (place.name,))[-1]


def headed(place: Place) -> str:
    """The place with its party committee: 怀宁县委, 单县县委."""
    name = next((form for form in short_forms(place.name) if form[-1] in "县旗"), place.name)
    return name + ("委" if len(name) > 2 else name[-1] + "委")


def in_list(place: Place) -> str:
    beside = [p for p in counties() if p.parent == place.parent and p.id != place.id][:2]
    return KNOWN.chain(place)[0].name + "、".join(spoken(p) for p in (place, *beside)) + "等地开展合作。"


CONTEXTS = {
    "full": lambda place: f"6月18日，{place.name}召开会议。",
    "organ": lambda place: f"6月18日，{headed(place)}书记王力讲话。",
    "list": in_list,
}


@pytest.mark.parametrize("context", CONTEXTS)
def test_counties_of_every_province_are_found(context: str) -> None:
    missed = []
    drawn = sample(20210618)
    for place in drawn:
        text = CONTEXTS[context](place)
        if place.id not in {found.id for hit in KNOWN.scan(text) for found in hit.places}:
            missed.append(text)
    assert len(drawn) > 110
    assert len(missed) / len(drawn) <= 0.01, missed


def test_in_a_list_under_its_city_a_county_is_settled() -> None:
    wrong = []
    drawn = sample(20240331)
    for place in drawn:
        for hit in KNOWN.scan(in_list(place)):
            ids = [found.id for found in hit.places]
            if hit.text == spoken(place) and place.id in ids and ids[0] != place.id:
                wrong.append((in_list(place), hit.places[0].name))
    assert len(wrong) / len(drawn) <= 0.02, wrong


#: (as an official list has it, the name in the tables)
NEW_AREAS = [
    ("浦东新区", "浦东新区"),
    ("天津滨海新区", "滨海新区"),
    ("重庆两江新区", "两江新区"),
    ("浙江舟山群岛新区", "舟山群岛新区"),
    ("兰州新区", "兰州新区"),
    ("广州南沙新区", "南沙新区"),
    ("陕西西咸新区", "西咸新区"),
    ("贵州贵安新区", "贵安新区"),
    ("青岛西海岸新区", "青岛西海岸新区"),
    ("大连金普新区", "金普新区"),
    ("四川天府新区", "天府新区"),
    ("湖南湘江新区", "湖南湘江新区"),
    ("南京江北新区", "江北新区"),
    ("福州新区", "福州新区"),
    ("云南滇中新区", "滇中新区"),
    ("哈尔滨新区", "哈尔滨新区"),
    ("长春新区", "长春新区"),
    ("江西赣江新区", "赣江新区"),
    ("河北雄安新区", "雄安新区"),
]
#: All but 海南, whose free-trade zone is spoken of as the free-trade port
FREE_TRADE = [
    "上海", "广东", "天津", "福建", "辽宁", "浙江", "河南", "湖北", "重庆", "四川", "陕西",
    "山东", "江苏", "广西", "河北", "云南", "黑龙江", "北京", "湖南", "安徽", "新疆",
]  # fmt: skip
CITY_CLUSTERS = [
    "京津冀城市群", "长三角城市群", "珠三角城市群", "成渝城市群", "长江中游城市群", "山东半岛城市群",
    "粤闽浙沿海城市群", "中原城市群", "关中平原城市群", "北部湾城市群", "哈长城市群",
    "辽中南城市群", "山西中部城市群", "黔中城市群", "滇中城市群", "呼包鄂榆城市群",
    "兰州—西宁城市群", "宁夏沿黄城市群", "天山北坡城市群",
]  # fmt: skip
METROPOLITAN = [
    "南京都市圈", "福州都市圈", "成都都市圈", "长株潭都市圈", "西安都市圈", "重庆都市圈", "武汉都市圈", "沈阳都市圈",
    "杭州都市圈", "郑州都市圈", "广州都市圈", "深圳都市圈", "济南都市圈", "青岛都市圈", "石家庄都市圈", "长春都市圈",
    "合肥都市圈", "南昌都市圈", "厦漳泉都市圈", "上海大都市圈", "宁波都市圈",
]  # fmt: skip
OTHERS = [
    ("深圳前海深港现代服务业合作区", "前海深港现代服务业合作区"),
    ("横琴粤澳深度合作区", "横琴粤澳深度合作区"),
    ("河套深港科技创新合作区", "河套深港科技创新合作区"),
    ("长三角生态绿色一体化发展示范区", "长三角生态绿色一体化发展示范区"),
    ("中国—上海合作组织地方经贸合作示范区", "中国—上海合作组织地方经贸合作示范区"),
    ("上海自贸试验区临港新片区", "上海自贸试验区临港新片区"),
    ("海南自由贸易港", "海南自由贸易港"),
    ("川渝高竹新区", "川渝高竹新区"),
    ("沈阳经济区", "沈阳经济区"),
    ("丝绸之路经济带", "丝绸之路经济带"),
    ("成渝地区双城经济圈", "成渝地区双城经济圈"),
    ("粤港澳大湾区", "粤港澳大湾区"),
    ("淮海经济区", "淮海经济区"),
    ("台中市", "台中市"),
    ("深圳都市圈", "深圳都市圈"),
]


@pytest.mark.parametrize(
    ("written", "name"), NEW_AREAS + OTHERS + [(name, name) for name in (*CITY_CLUSTERS, *METROPOLITAN)]
)
def test_areas_of_official_lists_are_one_hit(written: str, name: str) -> None:
    text = f"6月18日，推动{written}高质量发展。"
    hits = KNOWN.scan(text)
    assert hits[-1].end == text.index(written) + len(written)
    place = hits[-1].places[0]
    assert name == place.name or name in place.aliases


@pytest.mark.parametrize("province", FREE_TRADE)
def test_free_trade_zones_and_their_short_forms(province: str) -> None:
    wanted = f"中国({province})自由贸易试验区"
    for written in (wanted, f"中国（{province}）自由贸易试验区", f"{province}自贸试验区", f"{province}自贸区"):
        hits = KNOWN.scan(f"推进{written}建设")
        assert [hit.places[0].name for hit in hits] == [wanted], written


#: (helper, helped, programme): of the lists of 2010, 2017, 2021 and 2022
PAIRS = [
    ("北京市", "内蒙古自治区", "东西部协作"),
    ("天津市", "甘肃省", "东西部协作"),
    ("上海市", "云南省", "东西部协作"),
    ("江苏省", "陕西省", "东西部协作"),
    ("江苏省", "青海省", "东西部协作"),
    ("浙江省", "四川省", "东西部协作"),
    ("福建省", "宁夏回族自治区", "东西部协作"),
    ("山东省", "重庆市", "东西部协作"),
    ("山东省", "甘肃省", "东西部协作"),
    ("广东省", "广西壮族自治区", "东西部协作"),
    ("广东省", "贵州省", "东西部协作"),
    ("广东省", "黑龙江省", "东北与东部对口合作"),
    ("江苏省", "辽宁省", "东北与东部对口合作"),
    ("浙江省", "吉林省", "东北与东部对口合作"),
    ("深圳市", "哈尔滨市", "东北与东部对口合作"),
    ("北京市", "和田地区", "对口支援新疆"),
    ("湖北省", "博尔塔拉蒙古自治州", "对口支援新疆"),
    ("深圳市", "喀什市", "对口支援新疆"),
    ("浙江省", "那曲市", "对口支援西藏"),
    ("浙江省", "海西蒙古族藏族自治州", "对口支援青海"),
    ("无锡市", "延安市", "革命老区重点城市对口合作"),
    ("天津市", "庆阳市", "革命老区重点城市对口合作"),
    ("宁波市", "黄冈市", "革命老区重点城市对口合作"),
    ("南京市", "张家界市", "革命老区重点城市对口合作"),
    ("苏州市", "阜阳市", "沪苏浙城市结对合作帮扶皖北城市"),
]


@pytest.mark.parametrize(("helper", "helped", "programme"), PAIRS)
def test_official_pairings_are_there(helper: str, helped: str, programme: str) -> None:
    found = {
        (KNOWN.get(p.helper).name, KNOWN.get(p.helped).name, p.programme)
        for p in pairings()
        if p.programme == programme
    }
    assert (helper, helped, programme) in found


def test_the_pairings_of_old_base_areas_are_twenty() -> None:
    assert sum(p.programme == "革命老区重点城市对口合作" for p in pairings()) == 20
