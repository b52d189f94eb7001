"""One event as several media tell it, from text to graph: what is one, what is counted once, what stays apart."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from kg.extract import extract_text
from kg.model import ArticleInfo, GraphTables, Meeting, Region
from kg.resolve import Observation, resolve, resolve_all
from kg.resolve.reprints import sketch_text

from .helpers import meetings, post, record

PRESS: dict[str, Any] = json.loads(Path(__file__).with_name("two_media.json").read_text(encoding="utf-8"))
#: Of the visit only two reports are read as one: those of the others name no event that is read.
_UNREAD = "驻桂全国人大代表视察平陆运河建设"


def _observed(id: str, published: str, source: str, text: str) -> Observation:
    info = ArticleInfo(
        id, text.partition("\n")[0], source=source, published=published, sha256=f"{crc32(id.encode()):08x}"
    )
    return Observation(extract_text(text, info), sketch_text(text))


def _press() -> list[Observation]:
    out = [
        _observed(f"{event} {n}", *told) for event, reports in PRESS["events"].items() for n, told in enumerate(reports)
    ]
    return [*out, *(_observed(f"other {n}", *told) for n, told in enumerate(PRESS["others"]))]


def _events(tables: GraphTables) -> dict[str, set[str]]:
    """Meetings and the articles that tell them; those of each event go by `event number`."""
    labels = {n.id: n.label for n in tables.nodes}
    names = {n.id: str(n.props["title"]) for n in tables.nodes if n.label == "Article"}
    assert names
    found: dict[str, set[str]] = defaultdict(set)
    for edge in tables.edges:
        if edge.type == "MENTIONS" and labels[edge.target] == "Meeting":
            found[edge.target].add(edge.source.removeprefix("article:").rpartition("-")[0])
    return found


@pytest.fixture(scope="module")
def tables() -> GraphTables:
    return resolve_all(_press()).tables


@pytest.mark.parametrize("event", PRESS["events"])
def test_an_event_that_four_media_report_is_one(tables: GraphTables, event: str) -> None:
    held = max(_events(tables).values(), key=lambda told: len([id for id in told if id.startswith(event)]))
    assert {id for id in held if not id.startswith(event)} == set()
    assert len(held) == 4 if event != _UNREAD else len(held) >= 2


def test_other_events_of_these_days_and_bodies_stay_apart(tables: GraphTables) -> None:
    for told in _events(tables).values():
        assert len({id.rpartition(" ")[0] if not id.startswith("other") else id for id in told}) == 1, told


@pytest.mark.parametrize("event", list(PRESS["events"])[:3])
def test_reprints_are_cited_and_counted_once(event: str) -> None:
    published, source, text = PRESS["events"][event][0]
    body = text.partition("\n")[2]
    copies = [
        _observed("copy 1", published, "某某新闻网", f"转载:{text}\n责任编辑:何清"),
        _observed("copy 2", published, "某某在线", f"又一个标题\n{body}"),
    ]
    alone, told = (resolve_all([_observed("first", published, source, text), *more]).tables for more in ([], copies))
    assert len(_events(told)) == len(_events(alone))
    (meeting,) = {e.target for e in told.edges if e.type == "CHAIRED"} or {
        e.target for e in told.edges if e.type == "SPOKE_AT"
    }
    roles = [e for e in told.edges if e.target == meeting and e.type in ("CHAIRED", "SPOKE_AT", "ATTENDED")]
    assert roles
    for edge in roles:
        assert edge.weight == 1
        assert len({x.article for x in told.evidence if x.edge == edge.id}) == 3


# -- by what they are told apart or together ---------------------------------------------------------------------


def _told(id: str, name: str, *people: str, kind: str = "meeting", regions: Iterable[Region] = ()) -> Any:
    """An article of 2023-06-18 on one event."""
    meeting = Meeting(name, kind, date="2023-06-18")
    posts = {p: [post("赣州市 副市长")] for p in people}
    return record(id, "2023-06-18", posts, regions, [meeting], [(p, "ATTENDED", name) for p in people])


BEIJING = [Region("北京市", "110000", "province")]
XISHUI = [Region("贵州省", "520000", "province"), Region("习水县", "520330", "county"), Region("江津区", "500116")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("程怀远会见俄罗斯客人", "程怀远", "talks"), ("邱仲平会见俄罗斯客人", "邱仲平", "talks")),
        (("程怀远会见埃及总统", "程怀远", "talks"), ("程怀远会见希腊总理", "程怀远", "talks")),
        (("程怀远会见亚洲论坛理事会成员", "程怀远", "talks"), ("亚洲论坛2023年年会", "程怀远", "meeting")),
        (("市政协第四十次主席会议", "程怀远", "meeting"), ("推进核桃产业提质增效专题协商会", "程怀远", "meeting")),
        (
            ("第十三届全国人民代表大会第一次会议", "程怀远", "congress"),
            ("政协第十三届全国委员会第一次会议", "程怀远", "congress"),
        ),
        (("部分省市经济形势座谈会", "程怀远", "symposium"), ("部分企业座谈会", "程怀远", "symposium")),
    ],
)
def test_two_events_of_one_day(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    told = [
        _told(id, name, who, kind=kind, regions=BEIJING)
        for id, (name, who, kind) in zip("ab", (one, other), strict=True)
    ]
    assert sorted(meetings(resolve(told)), key=sorted) == [{"a"}, {"b"}]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("江津区代表团到习水县考察交流", "程怀远赴贵州省习水县考察", "visit"),
        ("程怀远率团赴习水县学习考察", "程怀远到习水县考察", "visit"),
        ("程怀远会见埃及总统", "会见埃及总统", "talks"),
        ("第十四届全国人民代表大会第一次会议", "十四届全国人大一次会议", "congress"),
    ],
)
def test_one_event_in_two_wordings(one: str, other: str, kind: str) -> None:
    told = [_told(id, name, "程怀远", kind=kind, regions=XISHUI) for id, name in zip("ab", (one, other), strict=True)]
    assert meetings(resolve(told)) == [{"a", "b"}]


@pytest.mark.parametrize("name", ["记者招待会", "颁奖仪式", "欢迎宴会", "开幕式"])
def test_a_name_that_any_place_may_use_joins_nothing_by_itself(name: str) -> None:
    told = [_told("a", name), _told("b", name)]
    assert sorted(meetings(resolve(told)), key=sorted) == [{"a"}, {"b"}]


def test_a_short_alias_says_nothing_beside_a_full_name() -> None:
    full = Meeting("中央纪律检查委员会第二次全体会议", date="2023-06-18", aliases=("第二次全会",))
    told = [
        record("a", "2023-06-18", {}, BEIJING, [full]),
        record("b", "2023-06-18", {}, BEIJING, [Meeting("国家禁毒委员会全会", date="2023-06-18")]),
    ]
    assert sorted(meetings(resolve(told)), key=sorted) == [{"a"}, {"b"}]


def _session(id: str, name: str, day: str, *regions: Region) -> Any:
    return record(id, day, {}, regions, [Meeting(name, date=day)])


SUQIAN, SHUYANG, SIYANG = Region("宿迁市", "321300"), Region("沭阳县", "321322"), Region("泗阳县", "321323")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        (("第十四届全国人民代表大会第一次会议", "2023-03-05"), ("十四届全国人大一次会议", "2023-03-13")),
        (("政协宿迁市第五届委员会第二次会议", "2023-01-04"), ("宿迁市政协五届二次会议", "2023-01-08")),
        (("十三届全国人大常委会第二十九次会议", "2021-06-07"), ("十三届全国人大常委会第二十九次会议", "2021-06-10")),
        (("第二届中国国际进口博览会", "2019-11-05"), ("第二届中国国际进口博览会", "2019-11-10")),
    ],
)
def test_the_opening_and_the_close_of_a_session_are_one(opening: tuple[str, str], closing: tuple[str, str]) -> None:
    told = [_session("a", *opening, SUQIAN), _session("b", *closing, SUQIAN)]
    assert meetings(resolve(told)) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # whose 县委 it is the name does not say
        (("县委十三届五次全会", "2023-01-04", SHUYANG), ("县委十三届五次全会", "2023-01-09", SIYANG)),
        # a congress has many
        (
            ("十二届全国人大三次会议记者会", "2015-03-04", SUQIAN),
            ("十二届全国人大三次会议记者会", "2015-03-08", SUQIAN),
        ),
        (("第五次苏宿联席会议", "2021-10-11", SUQIAN), ("第五次苏宿联席会议", "2021-12-11", SUQIAN)),
        (("十四届全国人大一次会议", "2023-03-05", SUQIAN), ("十四届全国人大二次会议", "2023-03-13", SUQIAN)),
        (("中央财经委员会第六次会议", "2020-01-03", SUQIAN), ("中央财经委员会第六次会议", "2025-07-01", SUQIAN)),
    ],
)
def test_sessions_of_others_and_parts_of_a_session_are_not_its_days(
    one: tuple[str, str, Region], other: tuple[str, str, Region]
) -> None:
    told = [_session("a", *one), _session("b", *other)]
    assert sorted(meetings(resolve(told)), key=sorted) == [{"a"}, {"b"}]
