from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Initiative, Meeting, Official, Organization, Position, Record, Region, Relation
from kg.resolve import resolve
from kg.resolve.initiatives import common
from kg.resolve.organizations import canonical
from kg.store.folder import check_tables

from .helpers import node, post, record

JIUJIANG = Region("九江市", "360400", "prefecture")
PINGXIANG, CHANGSHA = Region("萍乡市", "360300", "prefecture"), Region("长沙市", "430100", "prefecture")


def joint(id: str, published: str | None = "2023-05-09", date: str | None = "2023-05-08") -> Record:
    meeting = Meeting("萍乡长沙合作联席会议", date=date)
    roles = [
        ("长沙市", "COOPERATES_WITH", "萍乡市") if id < "b" else ("萍乡市", "COOPERATES_WITH", "长沙市"),
        ("汪其昌", "CHAIRED", meeting.name),
    ]
    return record(id, published, {"汪其昌": [post("萍乡市 市长")]}, [PINGXIANG, CHANGSHA], [meeting], roles)


def test_edges_merge_and_count_articles() -> None:
    tables = resolve([joint("a"), joint("b"), joint("c", "2023-06-01", "2023-05-08")])
    (edge,) = [e for e in tables.edges if e.type == "COOPERATES_WITH"]
    assert (edge.source, edge.target) == ("region:360300", "region:430100")
    assert edge.weight == 3
    assert 0.9 < edge.confidence < 1
    assert len([e for e in tables.evidence if e.edge == edge.id]) == 3
    check_tables(tables)


def test_an_edge_at_a_meeting_is_dated_by_the_meeting() -> None:
    tables = resolve([joint("a", "2023-05-20")])
    seen = {e.type: (e.first_seen, e.last_seen) for e in tables.edges}
    assert seen["CHAIRED"] == ("2023-05-08", "2023-05-08")
    assert seen["COOPERATES_WITH"] == ("2023-05-20", "2023-05-20")


def test_an_edge_without_any_date_has_none() -> None:
    tables = resolve([joint("a", None, None)])
    assert {(e.first_seen, e.last_seen) for e in tables.edges} == {(None, None)}


def test_reprints_count_once_and_are_all_cited() -> None:
    text = (
        "汪其昌主持召开萍乡长沙合作联席会议，研究部署湘赣边区域合作示范区建设，强调要把握机遇、聚焦重点、加强协同、形成合力，"
        "共同推动示范区建设不断取得新成效，更好服务全国发展大局。两市签署交通互联、产业协作、文旅融合、生态共治等合作协议。"
    )
    copies = [
        replace(r, relations=tuple(replace(relation, sentence=text) for relation in r.relations))
        for r in (joint("a"), joint("b"), joint("c", "2023-09-09"))
    ]
    tables = resolve(copies)
    (edge,) = [e for e in tables.edges if e.type == "COOPERATES_WITH"]
    assert edge.weight == 2  # the third came months later: the text may be a formula, but it is another article
    assert len({e.article for e in tables.evidence if e.edge == edge.id}) == 3


def test_one_formula_with_other_names_is_no_reprint() -> None:
    text = (
        "主持召开市政府常务会议，传达学习上级会议精神，研究部署安全生产、生态环境保护、乡村振兴等工作，审议有关事项。"
        * 3
    )
    zone = Initiative("湘赣边区域合作示范区", "zone")

    def notice(id: str, name: str, region: Region) -> Record:
        made = record(id, people={name: [post(f"{region.name} 市长")]}, regions=[region], initiatives=[zone])
        relation = Relation("COVERS", zone.name, region.name, text, 0, 9, 0.9)
        return replace(made, relations=(relation,))

    def weights(*notices: Record) -> list[int]:
        return [e.weight for e in resolve(notices).edges if e.type == "COVERS"]

    assert weights(notice("a", "汪其昌", PINGXIANG), notice("b", "汪其昌", PINGXIANG)) == [1]
    other = replace(notice("b", "邱仲平", CHANGSHA), regions=(CHANGSHA, PINGXIANG))
    told = replace(other, relations=notice("a", "汪其昌", PINGXIANG).relations)
    assert weights(notice("a", "汪其昌", PINGXIANG), told) == [2]


def test_parents_of_regions_are_there_and_linked() -> None:
    tables = resolve([record("a", regions=[Region("永修县", "360425")])])
    steps = {(e.source, e.target) for e in tables.edges if e.type == "PART_OF"}
    assert steps == {("region:360425", "region:360400"), ("region:360400", "region:360000")}


def test_an_unsettled_name_is_a_place_of_its_article_only() -> None:
    tables = resolve([record("a", regions=[Region("市中区")]), record("b", regions=[Region("市中区")])])
    found = [n for n in tables.nodes if n.label == "Region"]
    assert [n.name for n in found] == ["市中区", "市中区"]
    assert {n.props["code"] for n in found} == {None}


def test_a_zone_written_short_and_full_is_one() -> None:
    tables = resolve(
        [
            record("a", regions=[Region("萍乡高新技术产业开发区", level="zone")]),
            record("b", regions=[Region("萍乡高新区", level="zone")]),
            record("c", regions=[Region("高新区", level="zone", parent="萍乡市")]),
        ]
    )
    assert len([n for n in tables.nodes if n.props.get("level") == "zone"]) == 1


def test_posts_make_organs() -> None:
    posts = Position("市委书记", None, "萍乡市", "360300"), Position("市长", "萍乡市政府", "萍乡市")
    official = Official("汪其昌", posts)
    base = record("a", regions=[PINGXIANG])
    organs = tuple(Organization(name, region="萍乡市") for name in ("中共萍乡市委", "萍乡市人民政府"))
    full = Record(base.article, (official,), base.regions, organs)
    tables = resolve([full])
    assert sorted(n.name for n in tables.nodes if n.label == "Organization") == ["中共萍乡市委", "萍乡市人民政府"]
    assert sorted(str(e.props["title"]) for e in tables.edges if e.type == "HOLDS") == ["市委书记", "市长"]


def test_forms_of_one_organ() -> None:
    assert canonical("中国共产党赣州市委员会") == canonical("中共赣州市委") == canonical("赣州市委")
    assert canonical("赣州市政府") == canonical("赣州市人民政府")
    assert canonical("中国人民政治协商会议赣州市委员会") == canonical("赣州市政协")
    assert canonical("赣州市委") != canonical("赣州市人民政府")


def test_an_initiative_under_long_and_short_name() -> None:
    long, short = "大丰长三角一体化产业发展基地", "长三角一体化产业发展基地"
    dafeng = Region("大丰区", "320904")
    tables = resolve(
        [
            record("a", regions=[dafeng], initiatives=[Initiative(long, "zone")]),
            record("b", regions=[dafeng], initiatives=[Initiative(short, "zone")]),
        ]
    )
    assert sum(n.label == "Initiative" for n in tables.nodes) == 1


def test_a_common_name_is_one_initiative_in_its_regions_only() -> None:
    assert common("战略合作框架协议")
    assert not common("内陆开放赣湘合作核心区")
    agreement = Initiative("战略合作框架协议", "agreement")
    tables = resolve(
        [
            record("a", regions=[PINGXIANG, CHANGSHA], initiatives=[agreement]),
            record("b", regions=[CHANGSHA, PINGXIANG], initiatives=[agreement]),
            record("c", regions=[JIUJIANG, CHANGSHA], initiatives=[agreement]),
        ]
    )
    assert sum(n.label == "Initiative" for n in tables.nodes) == 2


def test_relations_whose_ends_are_not_in_the_record_are_left_out() -> None:
    roles = [("无此人", "CHAIRED", "无此会"), ("九江市", "COVERS", "九江市")]
    tables = resolve([record("a", regions=[JIUJIANG], roles=roles)])
    assert {e.type for e in tables.edges} == {"MENTIONS", "PART_OF"}


def test_nothing_gives_an_empty_graph() -> None:
    assert resolve([]).nodes == ()
    tables = resolve([record("a")])
    assert [n.label for n in tables.nodes] == ["Article"]
    assert node(tables, "题目a").props["published"] == "2023-05-09"


@pytest.mark.parametrize(
    "forms",
    [
        ("衢州市发展和改革委员会", "衢州市发展改革委", "衢州市发改委"),
        ("国家卫生健康委员会", "国家卫生健康委", "国家卫健委"),
        ("赣州市住房和城乡建设局", "赣州市住建局"),
        ("中共中央统战部", "中央统战部", "中央统一战线工作部"),
        ("中组部", "中共中央组织部"),
        ("全国人大常委会", "十四届全国人大常委会", "第十四届全国人民代表大会常务委员会"),
        ("赣州市政协", "赣州市第六届政协"),
        ("赣州市人民代表大会常务委员会", "赣州市人大常委会"),
    ],
)
def test_short_and_long_form_of_an_organ_are_one(forms: tuple[str, ...]) -> None:
    assert len({canonical(form) for form in forms}) == 1


def test_organs_that_differ_stay_apart() -> None:
    assert canonical("赣州市发改委") != canonical("吉安市发改委")
    assert canonical("中共中央") != canonical("中央统战部")
    assert canonical("赣州市人大") != canonical("赣州市人大常委会")


def test_an_organ_of_every_place_without_its_place_is_no_node() -> None:
    nobodys = [Position("副书记", "委"), Position("县长", "人民政府"), Position("主任", "发展和改革委员会")]
    known = [Position("部长", "外交部"), Position("主任", "国家发展改革委")]
    records = [record(id, people={"王建国": nobodys if id == "a" else nobodys[:1], "李立新": known}) for id in "ab"]
    organs = Organization("县委"), Organization("中国气象局")
    tables = resolve([replace(r, organizations=organs) for r in records])
    names = {n.name for n in tables.nodes if n.label == "Organization"}
    assert names == {"外交部", "国家发展改革委", "中国气象局"}
    assert len([n for n in tables.nodes if n.name == "王建国"]) == 2, "nothing says that the two are one"


def test_a_plan_with_its_years_is_the_plan_without_them() -> None:
    def plans(*names: str) -> list[str]:
        quzhou = Region("衢州市", "330800")
        tables = resolve(
            [record(f"a{n}", regions=[quzhou], initiatives=[Initiative(name)]) for n, name in enumerate(names)]
        )
        return sorted(node.name for node in tables.nodes if node.label == "Initiative")

    assert len(plans("联盟花园建设三年行动计划", "联盟花园建设三年行动计划（2022—2024年）")) == 1
    several = ("联盟花园建设三年行动计划", *(f"联盟花园建设三年行动计划（{y}年）" for y in ("2018-2020", "2022-2024")))
    assert len(plans(*several)) == 3, "the years tell two plans apart, and the name alone may be either"


@pytest.mark.parametrize(
    ("names", "strategies"),
    [
        (("长三角一体化发展", "长三角一体化发展战略", "长三角一体化发展重大国家战略"), 1),
        (("京津冀协同发展战略", "京津冀协同发展这一重大国家战略"), 1),
        (("京津冀协同发展战略", "长三角一体化发展战略"), 2),
    ],
)
def test_a_strategy_is_one_with_and_without_the_word(names: tuple[str, ...], strategies: int) -> None:
    records = [
        record(f"a{n}", regions=[JIUJIANG], initiatives=[Initiative(name, "strategy")]) for n, name in enumerate(names)
    ]
    assert sum(node.label == "Initiative" for node in resolve(records).nodes) == strategies


def test_our_city_is_no_place_outside_its_article() -> None:
    meeting = Meeting("第二次联席会议", date="2022-06-10", date_precision="day", place="我市")
    shangrao = Region("上饶市", "361100")
    for roles, place in (([(meeting.name, "HELD_IN", "上饶市")], "上饶市"), ([], None)):
        tables = resolve([record("a", regions=[shangrao], meetings=[meeting], roles=roles)])
        (node,) = [n for n in tables.nodes if n.label == "Meeting"]
        assert node.props.get("place") == place
