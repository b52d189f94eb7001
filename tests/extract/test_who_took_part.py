"""Who takes part in which meeting, what a meeting concerns, and which sentence shows it."""

from __future__ import annotations

import pytest

from kg.extract import extract_text
from kg.model import ArticleInfo
from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "a ceremony within a meeting",
        "会上举行了签约仪式: who speaks afterwards speaks at the meeting.",
        [
            Case(
                "全国东西部协作工作推进会8日在银川市召开。国务院副总理何清出席会议并讲话。会上举行了东西部协作签约仪式。"
                "北京市、福建省有关负责同志在会上发言。",
                links=[
                    "TOOK_PART_IN 北京市 全国东西部协作工作推进会",
                    "TOOK_PART_IN 福建省 全国东西部协作工作推进会",
                    "…",
                    "!TOOK_PART_IN 北京市 东西部协作签约仪式",
                ],
            ),
            Case(
                "全国供销合作工作会议5日在长沙市召开。会上举行了合作项目签约仪式。江西省、贵州省政府负责同志作了发言。",
                links=["TOOK_PART_IN 江西省 全国供销合作工作会议", "TOOK_PART_IN 贵州省 全国供销合作工作会议", "…"],
            ),
            Case(
                "全国河湖保护工作推进会6日在南昌市召开。会议上举行了保护协议签约仪式。湖北省、安徽省负责同志作交流发言。",
                links=["TOOK_PART_IN 湖北省 全国河湖保护工作推进会", "TOOK_PART_IN 安徽省 全国河湖保护工作推进会", "…"],
            ),
        ],
    ),
    Construction(
        "regions behind ministries in a list of speakers",
        "财政部和广东省政府、四川省政府负责同志: the first region speaks too.",
        [
            Case(
                "国务院28日召开设备更新工作视频会议。国家发展改革委、财政部和广东省政府、四川省政府负责同志在会上发言。",
                links=["TOOK_PART_IN 广东省 设备更新工作视频会议", "TOOK_PART_IN 四川省 设备更新工作视频会议"],
            ),
            Case(
                "全国秋收工作视频会议8日召开。农业农村部和黑龙江省、河南省政府负责同志作了发言。",
                links=["TOOK_PART_IN 黑龙江省 全国秋收工作视频会议", "TOOK_PART_IN 河南省 全国秋收工作视频会议"],
            ),
            Case(
                "全国防汛工作电视电话会议6日召开。水利部、应急管理部与湖南省、安徽省负责同志在会上发言。",
                links=["TOOK_PART_IN 湖南省 全国防汛工作电视电话会议", "TOOK_PART_IN 安徽省 全国防汛工作电视电话会议"],
            ),
        ],
    ),
    Construction(
        "who holds it is no venue",
        "在由甲乙两地举办的会上: nothing tells where.",
        [
            Case(
                "不久前，在由粤港澳三地联合举办的大湾区全球招商大会上，共达成投资和贸易项目2073个。",
                links=["…", "!HELD_IN 大湾区全球招商大会 澳门特别行政区"],
            ),
            Case(
                "近日，在由浏阳市、上栗县共同举办的湘赣边花炮产业对接会上，双方签署合作协议。",
                links=["…", "!HELD_IN 湘赣边花炮产业对接会 浏阳市", "!HELD_IN 湘赣边花炮产业对接会 上栗县"],
            ),
            Case(
                "日前，在由苏州市主办的长三角青年人才论坛上，专家作了交流。",
                links=["…", "!HELD_IN 长三角青年人才论坛 苏州市"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("who_took_part", CONSTRUCTIONS))
def test_who_took_part(case: Case) -> None:
    check(case)


def _links(text: str, type: str) -> list[tuple[str, str, str]]:
    record = extract_text(text, ArticleInfo(id="x", published="2024-05-10"))
    return [(r.source, r.target, r.sentence) for r in record.relations if r.type == type]


@pytest.mark.parametrize(
    ("text", "party", "shown"),
    [
        (
            "中央金融工作会议在北京市召开\n中央金融工作会议30日在北京市举行。会议强调要加强监管。\n财政部、北京市、辽宁省、湖北省负责同志作交流发言。",
            "北京市",
            "财政部、北京市、辽宁省、湖北省负责同志作交流发言。",
        ),
        (
            "全国防汛工作视频会议8日召开。会议分析了汛情。湖南省、安徽省负责同志在会上发言。",
            "安徽省",
            "湖南省、安徽省负责同志在会上发言。",
        ),
        (
            "牢记嘱托，粤港澳三地着力深化合作。\n不久前，在由粤港澳三地联合举办的大湾区全球招商大会上，共达成投资和贸易项目2073个。",
            "澳门特别行政区",
            "不久前，在由粤港澳三地联合举办的大湾区全球招商大会上，共达成投资和贸易项目2073个。",
        ),
        (
            "5月8日，青浦区、吴江区人大联席会议在吴江区召开。\n青浦区人大常委会主任何清主持会议。",
            "青浦区",
            "5月8日，青浦区、吴江区人大联席会议在吴江区召开。",
        ),
    ],
)
def test_the_sentence_cited_names_the_party(text: str, party: str, shown: str) -> None:
    assert [sentence for source, _, sentence in _links(text, "TOOK_PART_IN") if source == party] == [shown]


_ITEMS = [
    ("计算机大会在长沙开幕", "2023年世界计算机大会8日在湖南长沙开幕。大会设专题论坛。"),
    ("安全用药月启动", "全国安全用药月活动8日启动。活动历时1个月。"),
    ("信用管理示范区将建成", "江浙沪皖的海事部门8日签署合作备忘录，将建成长三角海事监管信用管理合作示范区。"),
    ("服务贸易增长", "商务部8日公布了服务进出口数据。"),
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 0, 2, 1), (0, 2, 1, 3)])
def test_items_of_a_digest_do_not_concern_each_other(order: tuple[int, ...]) -> None:
    text = "国内联播快讯\n" + "\n".join(f"{_ITEMS[n][0]}\n{_ITEMS[n][1]}" for n in order)
    concerned = {source for source, target, _ in _links(text, "CONCERNS") if "信用管理合作示范区" in target}
    assert not {name for name in concerned if "计算机" in name}


@pytest.mark.parametrize("n", [0, 1, 2])
def test_one_story_with_headings_is_no_digest(n: int) -> None:
    heads = ["高位推动聚合力", "深化合作谋共赢", "真抓实干见成效"]
    paragraphs = [f"会议听取了第{k + 1}项汇报。" for k in range(3)]
    paragraphs[n] += "会议审议了《赣湘边区域合作示范区建设规划》。"
    text = "江西省委书记何清主持召开赣湘边合作推进会\n5月8日，赣湘边合作推进会在萍乡市召开。\n" + "\n".join(
        f"{head}\n{paragraph}" for head, paragraph in zip(heads, paragraphs, strict=True)
    )
    assert [source for source, target, _ in _links(text, "CONCERNS") if "规划" in target] == ["赣湘边合作推进会"]


@pytest.mark.parametrize("zone", ["海南自由贸易港", "两江新区", "赣江新区"])
def test_a_zone_that_projects_are_for_is_no_party(zone: str) -> None:
    found = _links(f"5月8日，{zone}建设项目集中签约仪式举行。", "TOOK_PART_IN")
    assert zone not in {source for source, _, _ in found}


@pytest.mark.parametrize(
    "told", ["签约、论坛等380多场活动", "展览、论坛、洽谈会等活动", "招商推介、项目签约和高端论坛等活动"]
)
def test_kinds_of_event_are_no_event(told: str) -> None:
    record = extract_text(
        f"海南省着力扩大开放。\n展会期间，海南省密集举办{told}。", ArticleInfo(id="x", published="2024-05-10")
    )
    assert record.meetings == ()


@pytest.mark.parametrize("name", ["长三角产业对接交流会", "长三角招商推介会", "2024年长三角项目签约和投资洽谈会"])
def test_an_event_with_a_name_is_one(name: str) -> None:
    record = extract_text(f"{name}举行\n5月8日，{name}在合肥市举行。", ArticleInfo(id="x", published="2024-05-10"))
    assert [m.name for m in record.meetings] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "报告会后，上海市委书记何清与来自企业、社区、农村的基层代表座谈。",
        "5月8日，南昌市市长何清与青年学生代表座谈。",
        "5月8日，桐城市委书记何清同返乡企业家代表座谈交流。",
    ],
)
def test_a_leader_who_sits_down_with_citizens_makes_no_party(text: str) -> None:
    assert _links(text, "TOOK_PART_IN") == []


def test_two_cities_whose_leaders_talk_are_parties() -> None:
    found = _links("5月8日，南昌市市长何清与九江市市长周立恒座谈交流。", "TOOK_PART_IN")
    assert {source for source, _, _ in found} == {"南昌市", "九江市"}


@pytest.mark.parametrize(
    ("now", "then", "place"),
    [
        (
            "在10月22日召开的深入推动黄河流域生态保护座谈会上，何清强调要抓好落实。",
            "2019年9月，何清在河南省主持召开黄河流域生态保护座谈会。",
            "河南省",
        ),
        (
            "5月8日，深化赣湘边区域合作推进会在萍乡市召开。何清出席会议并讲话。",
            "2018年6月，何清在浏阳市主持召开赣湘边区域合作推进会。",
            "浏阳市",
        ),
        (
            "5月8日，进一步推动长三角文旅联盟工作会议在合肥市召开。",
            "2016年3月，何清在杭州市主持召开长三角文旅联盟工作会议。",
            "杭州市",
        ),
    ],
)
def test_a_meeting_of_another_year_is_another(now: str, then: str, place: str) -> None:
    found = _links(f"回顾与展望\n{now}\n{then}", "HELD_IN")
    names = {source for source, target, _ in found if target == place}
    assert len(names) <= 1
    assert not {name for name in names if name[:2] in ("深入", "深化", "进一")}


@pytest.mark.parametrize("year", ["2024年", "", "今年"])
def test_a_meeting_told_again_with_its_own_year_is_one(year: str) -> None:
    text = f"5月8日，深化赣湘边区域合作推进会在萍乡市召开。\n{year}5月8日，何清主持召开赣湘边区域合作推进会。"
    record = extract_text(text, ArticleInfo(id="x", published="2024-05-10"))
    assert len(record.meetings) == 1


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        (
            "何清在海南省调研\n7月1日至3日，国务院副总理何清在海南省调研。何清主持召开深化改革开放座谈会，听取意见建议。",
            "海南省",
            "7月1日至3日，国务院副总理何清在海南省调研。",
        ),
        (
            "5月8日，赣湘边合作推进会召开。何清出席会议并讲话。赣湘边合作推进会在萍乡市举行，为期一天。",
            "萍乡市",
            "赣湘边合作推进会在萍乡市举行，为期一天。",
        ),
        (
            "5月8日，赣湘边合作推进会在萍乡市召开。会议强调抓好落实。",
            "萍乡市",
            "5月8日，赣湘边合作推进会在萍乡市召开。",
        ),
    ],
)
def test_the_sentence_cited_tells_the_venue(text: str, place: str, shown: str) -> None:
    told = {sentence for source, target, sentence in _links(text, "HELD_IN") if target == place and "会" in source}
    assert told == {shown}
