from __future__ import annotations

from kg.model import Meeting, Record, Region
from kg.resolve import Observation, resolve_all

from .helpers import post, record

JIUJIANG, SUZHOU = Region("九江市", "360400", "prefecture"), Region("苏州市", "320500", "prefecture")
XIONGAN = Region("雄安新区", level="zone")


def found(*records: Record) -> list[tuple[str, str]]:
    return [(c.kind, c.text) for c in resolve_all(Observation(r) for r in records).conflicts]


def test_two_mayors_at_once() -> None:
    records = [
        record("a", "2020-01-01", {"汪其昌": [post("九江市 市长")]}),
        record("b", "2022-01-01", {"汪其昌": [post("九江市 市长")]}),
        record("c", "2021-01-01", {"邱仲平": [post("九江市 市长")]}),
    ]
    ((kind, text),) = found(*records)
    assert kind == "two holders"
    assert "汪其昌 (2020-01-01 to 2022-01-01)" in text
    assert "邱仲平 (2021-01-01 to 2021-01-01)" in text


def test_a_successor_and_two_deputies_are_no_conflict() -> None:
    assert not found(
        record("a", "2020-01-01", {"汪其昌": [post("九江市 市长")], "陈立衡": [post("九江市 副市长")]}),
        record("b", "2021-01-01", {"汪其昌": [post("九江市 市长")], "曾绍华": [post("九江市 副市长")]}),
        record("c", "2022-01-01", {"邱仲平": [post("九江市 市长")], "陈立衡": [post("九江市 副市长")]}),
    )


def at(id: str, region: Region, date: str, name: str) -> Record:
    meeting = Meeting(name, date=date)
    roles = [("欧阳立民", "CHAIRED", name), (name, "HELD_IN", region.name)]
    return record(id, date, {"欧阳立民": [post("九江市 市长")]}, [region], [meeting], roles)


def test_a_person_in_two_provinces_on_one_day() -> None:
    one = at("a", JIUJIANG, "2021-05-08", "全市安全生产工作会议")
    other = at("b", SUZHOU, "2021-05-08", "苏州招商推介会")
    assert [kind for kind, _ in found(one, other)] == ["two places"]
    assert not found(one, at("b", SUZHOU, "2021-05-09", "苏州招商推介会"))


def test_a_meeting_in_a_zone_before_it_was_founded() -> None:
    conflict = found(at("a", XIONGAN, "2009-05-08", "新区建设推进会"))
    assert [kind for kind, _ in conflict] == ["before foundation"]
    assert not found(at("a", XIONGAN, "2019-05-08", "新区建设推进会"))
