from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model import GraphTables, Record
from kg.resolve import Observation, Resolution, resolve_all
from kg.resolve.judgements import Judgement, Judgements, append, read

from .helpers import officials, post, record

APART = [
    record("a", "2012-03-01", {"王伟": [post("永修县 副县长")]}),
    record("b", "2016-03-01", {"王伟": [post("武宁县 副县长")]}),
]
ONE = [
    record("a", "2012-03-01", {"王伟": [post("永修县 县长")]}),
    record("b", "2013-03-01", {"王伟": [post("永修县 县长")]}),
]


def resolved(records: list[Record], *lines: Judgement) -> Resolution:
    return resolve_all((Observation(r) for r in records), Judgements(lines))


def ids(tables: GraphTables) -> list[str]:
    return sorted(n.id for n in tables.nodes if n.label == "Official")


def mention(name: str, tables: GraphTables, article: str) -> str:
    return f"{name}@{next(n.id for n in tables.nodes if n.id.startswith(f'article:{article}-'))}"


def test_same_joins_and_keeps_the_old_id_as_an_alias() -> None:
    before = resolved(APART)
    one, other = ids(before.tables)
    after = resolved(APART, Judgement("j1", "same", one, other))
    assert officials(after.tables) == {"王伟": [{"a", "b"}]}
    (left,) = ids(after.tables)
    (gone,) = {one, other} - {left}
    assert after.aliases[gone] == left
    assert not after.questions


def test_not_same_tears_mentions_apart() -> None:
    before = resolved(ONE)
    pair = mention("王伟", before.tables, "a"), mention("王伟", before.tables, "b")
    after = resolved(ONE, Judgement("j1", "not_same", *pair))
    assert officials(after.tables) == {"王伟": [{"a"}, {"b"}]}
    assert set(ids(before.tables)) < set(ids(after.tables))  # the old id stays with one of the two


def test_judgements_of_two_names_are_one_person() -> None:
    records = [record("a", people={"王伟": [post("永修县 县长")]}), record("b", people={"王玮": [post("永修县 县长")]})]
    one, other = ids(resolved(records).tables)
    after = resolved(records, Judgement("j1", "same", one, other))
    assert list(officials(after.tables).values()) == [[{"a", "b"}]]


def test_same_is_transitive() -> None:
    records = [*APART, record("c", "2020-03-01", {"王伟": [post("苏州市 副市长")]})]
    a, b, c = ids(resolved(records).tables)
    after = resolved(records, Judgement("j1", "same", a, b), Judgement("j2", "same", b, c))
    assert officials(after.tables) == {"王伟": [{"a", "b", "c"}]}


def test_judging_twice_is_judging_once_and_undo_takes_it_back() -> None:
    one, other = ids(resolved(APART).tables)
    once = resolved(APART, Judgement("j1", "same", one, other))
    twice = resolved(APART, Judgement("j1", "same", one, other), Judgement("j2", "same", other, one))
    assert once == twice
    undone = resolved(APART, Judgement("j1", "same", one, other), Judgement("j2", "undo", "j1"))
    assert undone == resolved(APART)


def test_correct_and_drop() -> None:
    (id,) = ids(resolved(ONE).tables)
    corrected = resolved(ONE, Judgement("j1", "correct", id, field="name", value="王炜")).tables
    assert [n.name for n in corrected.nodes if n.id == id] == ["王炜"]
    dropped = resolved(ONE, Judgement("j1", "drop", id)).tables
    assert not ids(dropped)
    assert not [e for e in dropped.edges if id in (e.source, e.target)]
    assert {e.edge for e in dropped.evidence} == {e.id for e in dropped.edges}


def test_a_contradiction_is_refused_with_its_chain(tmp_path: Path) -> None:
    first = append(tmp_path, Judgement("", "same", "official:a", "official:b", user="甲"))
    append(tmp_path, Judgement("", "same", "official:b", "official:c"))
    with pytest.raises(KgError, match=rf"{first.id}, 甲.*official:b same as official:c") as refused:
        append(tmp_path, Judgement("", "not_same", "official:a", "official:c"))
    assert "undo" in str(refused.value)
    assert len(read(tmp_path).lines) == 2
    append(tmp_path, Judgement("", "undo", first.id))
    append(tmp_path, Judgement("", "not_same", "official:a", "official:c"))
    with pytest.raises(KgError, match="contradiction"):
        append(tmp_path, Judgement("", "same", "official:c", "official:a"))


def test_judgements_come_back_as_written(tmp_path: Path) -> None:
    when = "2024-01-01T00:00:00+00:00"
    line = Judgement("", "same", "official:a", "official:b", user="甲", time=when, reason="同一人", one_at=("王伟@x",))
    written = append(tmp_path, line)
    assert read(tmp_path).lines == (written,)
    (tmp_path / "judgements.jsonl").open("a").write("nonsense\n")
    with pytest.raises(KgError, match=r"judgements.jsonl:2"):
        read(tmp_path)


def test_a_contradiction_is_seen_where_one_says_the_id_and_the_other_a_mention() -> None:
    nodes = {"official:a": "official:a", "王伟@x": "official:a", "official:b": "official:b", "王伟@y": "official:b"}
    torn = Judgements((Judgement("j1", "not_same", "王伟@x", "王伟@y"),))
    with pytest.raises(KgError, match=r"王伟@x is judged not the same as 王伟@y .j1.*undo j1"):
        torn.check(Judgement("", "same", "official:a", "official:b"), nodes.get)
    torn.check(Judgement("", "same", "official:a", "official:c"), nodes.get)
    # long chain, each link named its own way: a = b (ids), b's mention = c, and a's mention is not c
    linked = Judgements(
        (
            Judgement("j1", "same", "official:a", "official:b", one_at=("王伟@x",), other_at=("王伟@y",)),
            Judgement("j2", "same", "王伟@y", "official:c"),
        )
    )
    with pytest.raises(KgError, match=r"official:a same as official:b .j1.; 王伟@y same as official:c .j2."):
        linked.check(Judgement("", "not_same", "王伟@x", "official:c"), lambda _: None)


def test_tearing_one_node_apart_contradicts_nothing_that_was_said_of_others() -> None:
    joined = {"official:a": "official:a", "official:b": "official:a", "王伟@x": "official:a", "王伟@z": "official:a"}
    standing = Judgements((Judgement("j1", "same", "official:a", "official:b", one_at=("王伟@w",)),))
    tear = Judgement("j2", "not_same", "王伟@x", "王伟@z")
    standing.check(tear, joined.get)
    # written down, but not applied yet: the next one is still taken
    Judgements((*standing.lines, tear)).check(Judgement("", "same", "official:a", "official:d"), joined.get)
