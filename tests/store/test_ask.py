"""Named queries by their arguments: names resolved, values checked, nearest names told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, UsageError
from kg.model import Edge, GraphTables, Node
from kg.store.ask import ask, find_query, free_parameters, parse_pairs
from kg.store.base import Store
from kg.store.embedded import embed, open_embedded
from kg.store.files import named_queries, read_cypher, statements
from kg.store.folder import write_graph
from kg.store.listing import describe, overview
from kg.store.lookup import complete, resolve


def region(node_id: str, name: str, level: str, *aliases: str, parent: str | None = None) -> Node:
    code = node_id if node_id.isdigit() else None
    return Node(node_id, "Region", name, {"aliases": aliases, "level": level, "code": code, "parent": parent})


NODES = (
    region("360000", "江西省", "province", "江西", "赣"),
    region("360400", "九江市", "prefecture", "九江", "浔", parent="江西省"),
    region("360800", "吉安市", "prefecture", "吉安"),
    region("360821", "吉安县", "county", "吉安"),
    region("370102", "历下区", "county"),
    region("320106", "鼓楼区", "county", parent="南京市"),
    region("350102", "鼓楼区", "county", parent="福州市"),
    region("zone:赣江新区", "赣江新区", "zone"),
    Node("p1", "Official", "王明", {"aliases": ("老王",)}),
    Node("p2", "Official", "王明", {}),
    Node("p3", "Official", "李立新", {}),
    Node("o1", "Organization", "九江市人民政府", {"kind": "government"}),
    Node("m1", "Meeting", "长江中游城市群省会城市第八届会商会", {"date": "2021-11-08"}),
    Node("i1", "Initiative", "赣湘合作协议", {"kind": "agreement"}),
    Node("a1", "Article", "九江与黄冈签约", {"title": "九江与黄冈签约"}),
    Node("article:04-page-0123abcd", "Article", "吉安来访", {"title": "吉安来访"}),
    Node("article:04-page-2-0123abcd", "Article", "吉安回访", {"title": "吉安回访"}),
)
EDGES = (
    Edge("e1", "HOLDS", "p1", "o1", props={"title": "市长"}),
    Edge("e2", "COOPERATES_WITH", "360400", "360800", 3, "2021-01-01", "2022-01-01", 0.9, {"mode": "agreement"}),
)


@pytest.fixture(scope="module")
def store() -> Store:
    return embed(GraphTables(NODES, EDGES))


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("region", "九江市", "360400"),
        ("region", "九江", "360400"),
        ("region", "360400", "360400"),
        ("region", "３６０４００", "360400"),
        ("region", " 浔 ", "360400"),
        ("region", "赣", "360000"),
        ("region", "吉安", "360800"),
        ("region", "吉安县", "360821"),
        ("region", "历下", "370102"),
        ("region", "赣江", "zone:赣江新区"),
        ("region", "350102", "350102"),
        ("official", "老王", "p1"),
        ("official", "p2", "p2"),
        ("official", "李立", "p3"),
        ("organization", "九江市人民", "o1"),
        ("meeting", "第八届会商会", "m1"),
        ("initiative", "赣湘合作", "i1"),
        ("article", "九江与黄冈签约", "a1"),
        ("article", "04-page", "article:04-page-0123abcd"),
        ("article", "04-page-2", "article:04-page-2-0123abcd"),
        ("node", "李立新", "p3"),
        ("node", "360400", "360400"),
    ],
)
def test_names_lead_to_nodes(store: Store, kind: str, text: str, found: str) -> None:
    assert resolve(store, kind, text).id == found


def test_a_name_of_two_is_not_guessed(store: Store) -> None:
    with pytest.raises(UsageError, match=r"'鼓楼区' may be .*320106.*南京市.*350102.*福州市"):
        resolve(store, "region", "鼓楼区")
    with pytest.raises(UsageError, match=r"'王明' may be .*九江市人民政府 市长"):
        resolve(store, "official", "王明")


def test_an_unknown_name_tells_the_nearest(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no region named '九汪市'.*nearest: .*九江市"):
        resolve(store, "region", "九汪市")
    with pytest.raises(UsageError, match=r"no official named 'zzz' in this graph$"):
        resolve(store, "official", "zzz")


@pytest.mark.parametrize("text", ["", "'", "\\", "$x", "' OR 1=1 //", "`", "𠮷", "x" * 5000, "\n"])
def test_awkward_names_are_only_not_found(store: Store, text: str) -> None:
    with pytest.raises(UsageError):
        resolve(store, "node", text)


def test_names_are_completed(store: Store) -> None:
    assert complete(store, "region", "吉安") == ["吉安县", "吉安市"] or complete(store, "region", "吉安")[0].startswith(
        "吉安"
    )
    assert complete(store, "official", "李") == ["李立新"]


def test_a_query_is_asked_by_short_name(store: Store) -> None:
    answer = ask(store, "partners-of-region", {"region": "九江"})
    assert [row["partner"] for row in answer.rows.dicts()] == ["吉安市"]
    assert answer.notes == ("九江 → 九江市 (360400, prefecture, 江西省)",)
    assert ask(store, "partners_of_region", {"region": "九江市", "limit": 1}).notes == ()


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("partner-of-regions", {}, "no query named .* did you mean partners-of-region"),
        ("partners-of-region", {}, r"needs region=… \(name or code"),
        ("partners-of-region", {"regoin": "九江"}, "no parameter 'regoin'; did you mean region"),
        ("province-matrix", {"x": "1"}, "it takes none"),
        ("partners-of-region", {"region": "九江", "limit": "many"}, "limit=many: must be a whole number"),
        ("partners-of-region", {"region": "九江", "limit": "-1"}, "must be between 0"),
        ("low-confidence", {"below": "x"}, "below=x: must be a number"),
        ("low-confidence", {"below": "nan"}, "must be between"),
        ("new-ties", {"since": "soon"}, "since=soon: must be a date"),
        ("new-ties", {"since": "2021-13"}, "no such date"),
    ],
)
def test_wrong_arguments_are_told(store: Store, name: str, given: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ask(store, name, given)


@pytest.mark.parametrize("since", ["2021", "2021-01", "2021-1-1", "2021年1月1日", "2021/01/01", "2021年"])
def test_dates_in_every_form(store: Store, since: str) -> None:
    assert len(ask(store, "new-ties", {"since": since}).rows.rows) == 1


def test_pairs() -> None:
    assert parse_pairs(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    with pytest.raises(UsageError, match="'x' is not key=value"):
        parse_pairs(["x"])
    with pytest.raises(UsageError, match="given twice"):
        parse_pairs(["a=1", "a=2"])
    assert free_parameters(parse_pairs(["code=360400", "n:=3", 'x:=["a"]'])) == {"code": "360400", "n": 3, "x": ["a"]}
    with pytest.raises(UsageError, match="not JSON"):
        free_parameters({"n:": "oops"})


def test_every_file_has_both_titles_and_uses_its_parameters() -> None:
    for query in named_queries().values():
        assert query.title_zh, query.name
        for parameter in query.parameters:
            assert f"${parameter.name}" in query.statement, (query.name, parameter.name)
        used = set(re.findall(r"\$(\w+)", query.statement))
        assert used == {p.name for p in query.parameters}, query.name
        assert "ORDER BY" in query.statement, query.name
    for folder in ("schema", "load", "load/nodes", "load/edges", "lookup"):
        assert statements(folder)


def test_listing_names_every_query() -> None:
    text = overview()
    for query in named_queries().values():
        assert query.name in text
        assert query.title_zh in text
        assert query.statement in describe(query)
    assert "limit: int, rows (default 20)" in describe(find_query("partners-of-region"))


@pytest.mark.parametrize("text", ["", "MATCH (n) RETURN n", "// title: x\n", "// titel: x\nRETURN 1"])
def test_a_file_without_its_header_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.cypher"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=r"x\.cypher"):
        read_cypher(path)


def test_a_former_id_leads_to_the_node_of_today(tmp_path: Path) -> None:
    nodes = (Node("official:new", "Official", "王明", {}), Node("official:other", "Official", "李立新", {}))
    write_graph(tmp_path, GraphTables(nodes, ()))
    (tmp_path / "aliases.jsonl").write_text(
        '["official:old", "official:new"]\n["official:gone", "official:nobody"]\n'
        '["official:other", "official:new"]\n["official:a", "official:b"]\n["official:b", "official:a"]\n',
        encoding="utf-8",
    )
    with open_embedded(tmp_path) as store:
        found = resolve(store, "official", "official:old")
        assert (found.id, found.rank) == (
            "official:new",
            2,
        )  # ranked as an alias: the user is told what it was taken for
        assert resolve(store, "official", "official:other").id == "official:other"  # an id of today is never former
        for text in ("official:gone", "official:a", "official:never"):
            with pytest.raises(UsageError, match="no official named"):
                resolve(store, "official", text)
        with pytest.raises(UsageError, match="no meeting named"):
            resolve(store, "meeting", "official:old")
        (tmp_path / "aliases.jsonl").write_text("[1]\n", encoding="utf-8")
        with pytest.raises(KgError, match=r"aliases\.jsonl: not readable"):
            resolve(store, "official", "official:old")
        (tmp_path / "aliases.jsonl").unlink()
        with pytest.raises(UsageError, match="no official named"):
            resolve(store, "official", "official:old")
