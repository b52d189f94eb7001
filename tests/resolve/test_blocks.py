"""Blocks into which nothing new went are not resolved again; the graph is the one all articles together give."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Initiative, Meeting, Record, Region
from kg.resolve import Blocks, Observation, Resolution, meetings, officials, resolve_all
from kg.resolve.judgements import Judgement, Judgements

from .helpers import post, record
from .press import press

JIUJIANG = Region("九江市", "360400", "prefecture")
SUZHOU = Region("苏州市", "320500", "prefecture")


def resolved(records: Sequence[Record], blocks: Blocks | None = None, *lines: Judgement) -> Resolution:
    return resolve_all((Observation(r) for r in records), Judgements(lines), blocks)


def after(blocks: Blocks) -> Blocks:
    """Blocks that know what `blocks` gave."""
    return Blocks(dict(blocks.results))


def reports(name: str, place: Region, days: Sequence[str]) -> list[Record]:
    """A mayor who is in a meeting on each of `days`, reported twice."""
    return [
        record(
            f"{name}{day}{copy}",
            day,
            {name: [post(f"{place.name} 市长")]},
            [place],
            [Meeting(f"{place.name}第{n}次{copy}工作会议", date=day, date_precision="day")],
        )
        for n, day in enumerate(days, 1)
        for copy in ("产业", "产业发展")
    ]


KNOWN = [*reports("陈立衡", JIUJIANG, ["2023-05-08", "2023-06-08"]), *reports("周望", SUZHOU, ["2023-07-08"])]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2), st.lists(st.sets(st.integers(0, 59), min_size=1), min_size=2, max_size=4))
def test_adding_changing_and_removing_equals_a_full_rebuild(seed: int, states: list[set[int]]) -> None:
    records = press(seed)
    blocks = Blocks()
    for state in states:
        blocks = after(blocks)
        kept = [records[i] for i in sorted(state)]
        assert resolved(kept, blocks) == resolved(kept)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2), st.randoms(use_true_random=False))
def test_the_same_articles_in_any_order_are_not_resolved_again(seed: int, rng: random.Random) -> None:
    records = list(press(seed))
    first = Blocks()
    whole = resolved(records, first)
    rng.shuffle(records)
    second = after(first)
    assert resolved(records, second) == whole
    assert second.resolved.total() == 0
    assert second.results == first.results


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2), st.integers(0, 59))
def test_one_article_more_touches_its_names_and_days_only(seed: int, number: int) -> None:
    records = list(press(seed))
    new = records.pop(number)
    before = Blocks()
    resolved(records, before)
    blocks = after(before)
    resolved([*records, new], blocks)
    together = {name for r in records if _share_a_meeting(r, new) for name in _names(r)}
    assert blocks.resolved["officials of a name"] <= len(_names(new) | together)
    assert blocks.resolved["meetings of a day"] <= 5  # its day and the next; where it has no date, the days before


def _names(r: Record) -> set[str]:
    return {official.name.replace("\u3000", "") for official in r.officials}


def _share_a_meeting(one: Record, other: Record) -> bool:
    """Whether a meeting of one may be one of the other's: a joined meeting is part of what a name's block goes by."""
    return bool(_names(one) & _names(other)) or bool({r.code for r in one.regions} & {r.code for r in other.regions})


NEW = {
    "of another name": record("n1", "2023-05-20", {"赵一鸣": [post("九江市 副市长")]}, [JIUJIANG]),
    "of another day": reports("孙海", SUZHOU, ["2022-01-05"])[0],
    "with an initiative": record("n3", "2021-01-01", regions=[SUZHOU], initiatives=[Initiative("太湖治理行动")]),
}


@pytest.mark.parametrize("what", NEW)
def test_what_an_article_does_not_touch_is_not_resolved_again(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Blocks()
    resolved(KNOWN, first)
    assert first.resolved == {"officials of a name": 2, "meetings of a day": 3}
    expected = resolved([*KNOWN, NEW[what]])

    def refuse(*_: Any) -> Any:
        raise AssertionError("resolved again")

    monkeypatch.setattr(officials, "resolve_block", refuse)
    monkeypatch.setattr(meetings, "_compared", refuse)
    second = after(first)
    assert resolved([*KNOWN, NEW[what]], second) == expected
    assert second.reused == first.resolved
    assert second.resolved.total() == 0


def test_what_it_touches_is() -> None:
    first = Blocks()
    resolved(KNOWN, first)
    new = record("n", "2023-05-09", {"陈立衡": [post("九江市 市长")]}, [JIUJIANG])
    second = after(first)
    resolved([*KNOWN, new], second)
    assert second.resolved == {"officials of a name": 1}
    assert second.reused == {"officials of a name": 1, "meetings of a day": 3}


def test_a_changed_article_is_resolved_with_what_it_says_now() -> None:
    blocks = Blocks()
    resolved(KNOWN, blocks)
    moved = [*KNOWN[:-1], record("周望2023-07-08产业发展", "2023-07-08", {"周望": [post("昆明市 市长")]}, [SUZHOU])]
    again = after(blocks)
    assert resolved(moved, again) == resolved(moved)
    assert again.resolved["officials of a name"] == 1


def test_a_judgement_touches_the_names_it_is_about() -> None:
    apart = [
        record("a", "2012-03-01", {"王伟": [post("永修县 副县长")]}),
        record("b", "2016-03-01", {"王伟": [post("武宁县 副县长")]}),
    ]
    records = [*KNOWN, *apart]
    blocks = Blocks()
    before = resolved(records, blocks)
    one, other = sorted(n.id for n in before.tables.nodes if n.name == "王伟")
    said = Judgement("j1", "same", one, other)
    judged = after(blocks)
    joined = resolved(records, judged, said)
    assert joined == resolved(records, None, said)
    assert judged.resolved == {"officials of a name": 1}
    undone = after(judged)
    assert resolved(records, undone, said, Judgement("j2", "undo", "j1")) == before
    assert undone.resolved == {"officials of a name": 1}


def test_results_that_are_gone_are_forgotten_and_broken_ones_made_anew() -> None:
    first = Blocks()
    whole = resolved(KNOWN, first)
    fewer = after(first)
    resolved(KNOWN[:4], fewer)
    assert len(fewer.results) < len(first.results)
    broken = Blocks(dict.fromkeys(first.results, "["))
    assert resolved(KNOWN, broken) == whole
    assert broken.resolved == first.resolved


def test_what_a_block_goes_by_is_written_down_whole() -> None:
    """Every field of a mention that can change the result changes the text that stands for the block."""
    base = officials.Mention(
        "王伟", {"360400": 6}, frozenset(), 1, frozenset(), meetings=frozenset({7}), text=0, around="a"
    )
    other = officials.Mention(
        "王伟", {"360400": 6}, frozenset(), 1, frozenset(), meetings=frozenset({7}), text=1, around="a"
    )
    texts = Counter(
        [
            officials.written([base, other], [], []),
            officials.written([base, _with(other, jurisdictions={"360400": 5})], [], []),
            officials.written([base, _with(other, jurisdictions={"360500": 6})], [], []),
            officials.written([base, _with(other, day=2)], [], []),
            officials.written([base, _with(other, around="b")], [], []),
            officials.written([base, _with(other, meetings=frozenset({8}))], [], []),
            officials.written([base, _with(other, text=0)], [], []),
            officials.written([base, other], [(0, 1)], []),
            officials.written([base, other], [], [(0, 1)]),
        ]
    )
    assert set(texts.values()) == {1}
    renumbered = [_with(m, meetings=frozenset({99}), text=m.text + 50) for m in (base, other)]
    assert officials.written(renumbered, [], []) == officials.written([base, other], [], [])


def _with(mention: officials.Mention, **changed: Any) -> officials.Mention:
    fields = {name: getattr(mention, name) for name in officials.Mention.__dataclass_fields__}
    return officials.Mention(**{**fields, **changed})
