from __future__ import annotations

import pytest

from kg.model import Meeting, Record, Region
from kg.resolve import Observation, resolve, resolve_all
from kg.resolve.meetings import number, parse_name

from .helpers import meetings, node, post, record

LONGYAN, GANZHOU = Region("龙岩市", "350800", "prefecture"), Region("赣州市", "360700", "prefecture")


@pytest.mark.parametrize(
    ("text", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零三", 103), ("7", 7), ("首", 1)],
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value


def test_a_name_taken_apart() -> None:
    name = parse_name("慈溪—常山2021年山海协作第三次联席会议")
    assert (name.numbers, name.year) == (((3, "次"),), 2021)
    assert parse_name("中国共产党通渭县第十七届委员会第八次全体会议").numbers == ((17, "届"), (8, "次"))
    assert parse_name("党的二十大").numbers == ((20, "大"),)
    assert parse_name("全市工作会议").bare
    assert not parse_name("全市乡村振兴工作会议").bare


def report(id: str, name: str, date: str | None, *people: str, published: str = "2023-06-20") -> object:
    meeting = Meeting(name, date=date)
    return record(
        id,
        published,
        {p: [post("赣州市 副市长")] for p in people},
        [LONGYAN, GANZHOU],
        [meeting],
        [(p, "ATTENDED", name) for p in people],
    )


def together(*reports: object) -> list[set[str]]:
    return meetings(resolve(reports))  # type: ignore[arg-type]


def test_one_event_under_several_names() -> None:
    assert together(
        report("a", "龙岩赣州两市党政联席会议", "2023-06-18", "汪其昌", "邱仲平"),
        report("b", "龙岩市、赣州市党政联席会议", "2023-06-18", "汪其昌", "曾绍华"),
        report("c", "党政联席会议", "--06-18", "汪其昌", "邱仲平"),
    ) == [{"a", "b", "c"}]


def test_an_event_without_a_date_in_the_paper_of_the_next_day() -> None:
    assert together(
        report("a", "龙岩市赣州市党政联席会议", "2023-06-18", "汪其昌", "邱仲平", published="2023-06-19"),
        report("b", "龙岩赣州党政联席会议", None, "汪其昌", "邱仲平", published="2023-06-19"),
        report("c", "龙岩赣州党政联席会议", None, "汪其昌", "邱仲平", published="2024-06-19"),
    ) == [{"a", "b"}, {"c"}]


def test_two_meetings_of_one_day_and_the_same_people_are_two() -> None:
    assert together(
        report("a", "全市安全生产工作会议", "2023-06-18", "汪其昌", "邱仲平"),
        report("b", "全市防汛抗旱工作会议", "2023-06-18", "汪其昌", "邱仲平"),
    ) == [{"a"}, {"b"}]


def test_meetings_of_two_organs_are_two() -> None:
    found = together(
        report("a", "赣州市人大常委会会议", "2023-06-18", "汪其昌", "邱仲平"),
        report("b", "赣州市政协常委会会议", "2023-06-18", "汪其昌", "邱仲平"),
        report("c", "赣州市委常委会会议", "2023-06-18", "汪其昌", "邱仲平"),
    )
    assert found == [{"a"}, {"b"}, {"c"}]


def test_a_visit_is_not_the_meeting_held_on_it() -> None:
    visit = Meeting("龙岩市党政代表团赴赣州市考察", kind="visit", date="2023-06-18")
    talks = Meeting("两市交流座谈会", kind="symposium", date="2023-06-18")
    people = {"汪其昌": [post("赣州市 市长")]}
    tables = resolve(
        [
            record("a", people=people, regions=[GANZHOU], meetings=[visit], roles=[("汪其昌", "ATTENDED", visit.name)]),
            record("b", people=people, regions=[GANZHOU], meetings=[talks], roles=[("汪其昌", "ATTENDED", talks.name)]),
        ]
    )
    assert meetings(tables) == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    ("talks", "ceremony"),
    [
        ("汪其昌会见博鳌论坛理事会成员", "博鳌论坛2023年年会开幕式"),
        ("汪其昌会见赣州龙岩合作项目客商", "赣州龙岩合作项目签约仪式"),
        ("汪其昌会见脐橙博览会嘉宾", "脐橙博览会开幕式"),
    ],
)
def test_talks_are_not_the_ceremony_of_that_day(talks: str, ceremony: str) -> None:
    kind = "opening" if ceremony.endswith("开幕式") else "signing"
    received = Meeting(talks, kind="talks", date="2023-06-18")
    opened = Meeting(ceremony, kind=kind, date="2023-06-18")
    people = {"汪其昌": [post("赣州市 市长")], "邱仲平": [post("赣州市 副市长")]}
    roles = [("汪其昌", "ATTENDED"), ("邱仲平", "ATTENDED")]
    tables = resolve(
        [
            record(
                id,
                people=people,
                regions=[GANZHOU],
                meetings=[meeting],
                roles=[(*role, meeting.name) for role in roles],
            )
            for id, meeting in (("a", received), ("b", opened))
        ]
    )
    assert meetings(tables) == [{"a"}, {"b"}]


def test_meetings_of_one_article_are_never_one() -> None:
    one, two = Meeting("党政联席会议", date="2023-06-18"), Meeting("党政联席会", date="2023-06-18")
    tables = resolve([record("a", regions=[GANZHOU], meetings=[one, two])])
    assert sum(n.label == "Meeting" for n in tables.nodes) == 2


def test_one_name_in_two_cities_is_two_meetings() -> None:
    tables = resolve(
        [
            record("a", regions=[LONGYAN], meetings=[Meeting("全市乡村振兴工作会议", date="2023-06-18")]),
            record("b", regions=[GANZHOU], meetings=[Meeting("全市乡村振兴工作会议", date="2023-06-18")]),
        ]
    )
    assert meetings(tables) == [{"a"}, {"b"}]


def test_sessions_of_a_series_stay_apart_and_are_linked() -> None:
    tables = resolve(
        [
            report("a", "淮海经济区市长第四届联席会议", "2021-11-02", "汪其昌", published="2021-11-03"),
            report("b", "淮海经济区市长第五届联席会议", "2022-11-24", "汪其昌", published="2022-11-25"),
        ]  # type: ignore[list-item]
    )
    assert meetings(tables) == [{"a"}, {"b"}]
    series = node(tables, "淮海经济区市长联席会议")
    assert series.props["kind"] == "series"
    assert [e.target for e in tables.edges if e.type == "IN_SERIES"] == [series.id, series.id]


def test_an_earlier_session_referred_to_is_its_own_node() -> None:
    last = Meeting("淮海经济区市长第四届联席会议")
    now = Meeting("淮海经济区市长第五届联席会议", date="2022-11-24")
    tables = resolve(
        [
            report("a", last.name, "2021-11-02", "汪其昌", published="2021-11-03"),  # type: ignore[list-item]
            record("b", "2022-11-25", regions=[LONGYAN, GANZHOU], meetings=[now, last]),
        ]
    )
    assert meetings(tables) == [{"a", "b"}, {"b"}]
    assert node(tables, last.name).props["date"] == "2021-11-02"


def test_a_short_name_means_the_series_that_the_article_spells_out() -> None:
    first = Meeting("四省边际城市合作第一次联席会议", date="2021-05-18")
    second = Meeting("四省边际城市合作第二次联席会议", date="2022-06-10")
    referred = Meeting("首次联席会议", date="2022-06-10")  # the date beside it in the text is the second one's
    tables = resolve(
        [
            record("a", "2021-05-19", regions=[LONGYAN, GANZHOU], meetings=[first]),
            record(
                "b",
                "2022-06-11",
                {"邱仲平": [post("赣州市 市长")]},
                [LONGYAN, GANZHOU],
                [second, referred],
                [("邱仲平", "CHAIRED", second.name)],
            ),
        ]
    )
    assert meetings(tables) == [{"a", "b"}, {"b"}]
    assert "首次联席会议" in node(tables, first.name).props["aliases"]  # type: ignore[operator]


def test_sessions_are_not_joined_through_a_name_without_number() -> None:
    found = together(
        report("a", "第一届中国进口博览会", "2023-06-18", "汪其昌", "邱仲平"),
        report("b", "中国进口博览会", "2023-06-18", "汪其昌", "邱仲平"),
        report("c", "第二届中国进口博览会", "2023-06-18", "汪其昌", "邱仲平"),
    )
    assert not any({"a", "c"} <= articles for articles in found)


@pytest.mark.parametrize("day", ["11-08", "02-28", "12-31"])
def test_a_date_without_its_year_is_that_day_of_the_year_whose_meeting_it_is(day: str) -> None:
    """Meetings of one name every year on one day are told apart, without asking; one without its year joins the one
    that its people were at."""
    place = Region("九江市", "360400")

    def report(id: str, date: str, chair: str, published: str | None) -> Record:
        meeting = Meeting("九江市产业发展大会", date=date, date_precision="day")
        return record(id, published, {chair: None}, [place], [meeting], [(chair, "CHAIRED", meeting.name)])

    years = [
        report(year, f"{year}-{day}", f"覃锦{name}", f"{year}-{day}") for year, name in (("2019", "程"), ("2021", "明"))
    ]
    resolution = resolve_all(Observation(r) for r in years)
    assert meetings(resolution.tables) == [{"2019"}, {"2021"}]
    assert not resolution.questions
    loose = report("x", f"--{day}", "覃锦明", None)
    assert meetings(resolve([*years, loose])) == [{"2019"}, {"2021", "x"}]
