"""Names, periods and the command: what is asked for, and what is said where it cannot be had."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError, UsageError
from kg.model import Edge, Evidence, GraphTables, Node
from kg.report.desk import Issues, leaders
from kg.report.find import Lookup, find_node
from kg.report.model import Note, Report, Table
from kg.report.view import Period, View
from kg.report.words import Words, tidy
from kg.report.write import KINDS, report, report_from_folder
from kg.store.embedded import open_embedded
from kg.store.folder import write_graph
from kg.store.lookup import find, resolve
from tests.support.graphgen import make_graph


@pytest.fixture(scope="module")
def graph() -> GraphTables:
    return make_graph(3, prefectures=2, counties=2, officials=200, meetings=40, initiatives=30, articles=80, pairs=40)


@pytest.fixture(scope="module")
def folder(graph: GraphTables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph")
    write_graph(path, graph)
    return path


def test_names_are_taken_as_a_query_takes_them(graph: GraphTables, folder: Path) -> None:
    """The lookup over tables answers as the Cypher statements do: same nodes, same ranks, same suggestions."""
    lookup = Lookup(graph)
    texts = {
        "region": ["江西", "360000", "鼓楼区", "新区", "省", "不存在的地方", *[n.name[:2] for n in graph.nodes[-40:]]],
        "official": [*[n.name for n in graph.nodes if n.label == "Official"][:30], "王", "老王0", "查无此人"],
        "initiative": [*[n.name[:4] for n in graph.nodes if n.label == "Initiative"][:10], "协议", "没有"],
    }
    with open_embedded(folder) as store:
        for kind, names in texts.items():
            for text in names:
                mine, theirs = find(lookup, kind, text), find(store, kind, text)
                assert [(f.id, f.rank, f.level) for f in mine] == [(f.id, f.rank, f.level) for f in theirs], text
                assert _told(lookup, kind, text) == _told(store, kind, text)


def _told(store: object, kind: str, text: str) -> tuple[str, str]:
    """The id found, or what kind of refusal with which names."""
    try:
        return "found", resolve(store, kind, text).id  # type: ignore[arg-type]
    except UsageError as error:
        message = str(error)
        return "refused", message.split(" may be ")[0] if " may be " in message else message


def test_several_candidates_are_listed_none_is_guessed(graph: GraphTables) -> None:
    with pytest.raises(UsageError, match="'鼓楼区' may be one of 2; give the id") as caught:
        report(graph, "region", ["鼓楼区"])
    named = {n.id: sum(e.type == "MENTIONS" and e.target == n.id for e in graph.edges) for n in graph.nodes}
    listed = [line.split()[0] for line in str(caught.value).splitlines()[1:]]
    assert sorted(listed) == ["320101", "360101"]
    assert named[listed[0]] >= named[listed[1]]
    assert str(caught.value).count("articles: ") == 2
    with pytest.raises(UsageError, match="no region named '江西县' in this graph; nearest: 江西省"):
        report(graph, "region", ["江西县"])


def test_short_name_is_told(graph: GraphTables) -> None:
    told: list[str] = []
    assert find_node(Lookup(graph), "region", "江西", told.append).name == "江西省"
    assert told == ["江西 → 江西省 (360000, province)"]
    told.clear()
    find_node(Lookup(graph), "region", "360000", told.append)
    assert not told


@pytest.mark.parametrize("kind", ["official", "initiative"])
def test_a_former_id_leads_to_the_node_of_today(graph: GraphTables, kind: str) -> None:
    node = next(n for n in graph.nodes if n.label == kind.title())
    former = {f"{kind}:once": node.id, f"{kind}:gone": f"{kind}:nobody"}
    told: list[str] = []
    assert find_node(Lookup(graph, former), kind, f"{kind}:once", told.append) == node
    assert told[0].startswith(f"{kind}:once → {node.name} ({node.id}")
    for gone in (f"{kind}:gone", f"{kind}:never"):
        with pytest.raises(UsageError, match=f"no {kind} named"):
            find_node(Lookup(graph, former), kind, gone)


def test_a_report_of_a_folder_follows_former_ids(graph: GraphTables, tmp_path: Path) -> None:
    node = max((n for n in graph.nodes if n.label == "Official"), key=lambda n: n.id)
    write_graph(tmp_path, graph)
    (tmp_path / "aliases.jsonl").write_text(f'["official:once", "{node.id}"]\n', encoding="utf-8")
    assert report_from_folder(tmp_path, "official", ["official:once"]) == report_from_folder(
        tmp_path, "official", [node.id]
    )


def test_periods() -> None:
    assert Period.parse("2021", "2021-02") == Period("2021-01-01", "2021-02-28")
    assert Period.parse("2024-02", "2024") == Period("2024-02-01", "2024-12-31")
    assert Period.parse(None, "2024-02") == Period(None, "2024-02-29")
    assert Period.parse("2021-3-7", None).first == "2021-03-07"
    assert Period("2021-01-01", None).holds("2021-01-01")
    assert not Period("2021-01-01", None).holds(None)
    assert Period().holds(None)
    for first, last, message in (
        ("2021-13", None, "no such date"),
        ("yesterday", None, "is not a date"),
        (None, "2021-02-30", "no such date"),
        ("2022", "2021", "ends .* before it begins"),
    ):
        with pytest.raises(UsageError, match=message):
            Period.parse(first, last)


def test_what_cannot_be_asked(graph: GraphTables) -> None:
    for arguments, options, message in (
        (("weather",), {}, "no report called 'weather'"),
        (("region",), {}, "takes 1 names, not 0"),
        (("pair", ["江西省", "360000"]), {}, "are both 江西省"),
        (("cluster", ["江西省"]), {}, "is no cluster"),
        (("changes",), {}, "takes --since"),
        (("changes",), {"since": "2020", "first": "2019"}, "not --from"),
        (("overview",), {"since": "2020"}, "--since is for"),
    ):
        with pytest.raises(UsageError, match=message):
            report(graph, *arguments, **options)  # type: ignore[arg-type]
    with pytest.raises(KgError, match="no article in this period"):
        report(graph, "overview", first="1990", last="1991")
    with pytest.raises(KgError, match="no article"):
        report(GraphTables(), "overview")


def small(*facts: tuple[str, str, str, str, dict[str, str], float], days: dict[str, str | None]) -> GraphTables:
    """A graph of two cities and two people; facts are (type, from, to, article, props, confidence)."""
    nodes = [
        Node("r1", "Region", "甲市", {"level": "prefecture"}),
        Node("r2", "Region", "乙市", {"level": "prefecture"}),
        Node("o1", "Organization", "甲市人民政府", {"region": "甲市"}),
        Node("p1", "Official", "张一", {}),
        Node("p2", "Official", "李二", {}),
        Node("m1", "Meeting", "“两城”座谈会", {"kind": "symposium", "date": "2021-05-01", "date_precision": "day"}),
        Node("m2", "Meeting", "推进会", {"kind": "progress", "date": "2021-05-01", "date_precision": "day"}),
    ]
    nodes += [Node(a, "Article", a, {"title": a, "published": d, "source": "日报"}) for a, d in days.items()]
    edges, evidence = [], []
    for i, (kind, one, other, article, props, sure) in enumerate(facts):
        edges.append(Edge(f"e{i}", kind, one, other, confidence=sure, props=props))  # type: ignore[arg-type]
        evidence.append(Evidence(f"e{i}", article, f"第{i}句。", 0, 4, confidence=sure))
    return GraphTables(tuple(sorted(nodes, key=lambda n: n.id)), tuple(edges), tuple(evidence))


def words_of(made: Report) -> str:
    parts = [made.title, *made.basis]
    for section in made.sections:
        parts.append(section.title)
        for block in section.blocks:
            if isinstance(block, Table):
                parts += [" ".join(row.cells) for row in block.rows]
            elif isinstance(block, Note):
                parts.append(block.text)
            elif hasattr(block, "sentences"):
                parts += [s.text for s in block.sentences]
    return "\n".join(parts)


def test_a_report_in_words() -> None:
    """The whole summary of a graph small enough to be read."""
    tables = small(
        ("MENTIONS", "a1", "r1", "a1", {}, 1.0),
        ("MENTIONS", "a2", "r1", "a2", {}, 1.0),
        ("COOPERATES_WITH", "r1", "r2", "a1", {"mode": "agreement"}, 0.9),
        ("COOPERATES_WITH", "r1", "r2", "a2", {"mode": "co_build"}, 0.7),
        ("COOPERATES_WITH", "r1", "r2", "a2", {"mode": "pairing"}, 0.5),
        ("ATTENDED", "p2", "m1", "a1", {}, 0.69),
        ("ATTENDED", "p2", "m2", "a2", {}, 0.4),
        ("HELD_IN", "m1", "r1", "a1", {}, 0.9),
        ("CHAIRED", "p1", "m1", "a1", {}, 0.9),
        ("ATTENDED", "p1", "m1", "a1", {}, 0.9),
        days={"a1": "2021-02-03", "a2": "2021-05-04", "a3": "2023-01-01"},
    )
    made = report(tables, "region", ["甲市"])
    assert [s.text for b in made.sections[0].blocks for s in b.sentences] == [  # type: ignore[union-attr]
        "本图有2篇报道提到甲市，最早见于2021-02-03，最近见于2021-05-04。",
        "甲市与1个地区有合作关系，见于2篇报道。",
        "按合作方式看：签署协议（1篇报道）、共建（1篇报道）（一篇报道可涉及多种方式）。",
        "最近四个季度（2022年第2季度至2023年第1季度，报道截至2023-01-01）有0篇报道，少于此前四个季度的1篇。",
        "在甲市举行或由甲市（含其机构）参与的有1场会议活动。",
        "这些会议活动中露面的有张一（1场，主持1场）。",
        "本图报道截至2023-01-01；其中1对合作曾多次见报而已逾365天未再见报：乙市（最近2021-05-04）。",
    ]
    assert [s.title for s in made.sections] == [
        "摘要",
        "合作方",
        "合作报道走势",
        "主要参与官员",
        "会议活动",
        "沉寂的合作",
        "待核实",
    ]
    (unsure,) = [b for b in made.sections[-1].blocks if isinstance(b, Table)]
    assert [row.cells for row in unsure.rows] == [("甲市与乙市：对口帮扶", "0.50"), ("李二出席“‘两城’座谈会”", "0.69")]


def test_a_pair_lists_no_doubts_about_one_side_alone() -> None:
    tables = small(
        ("COOPERATES_WITH", "r1", "r2", "a1", {"mode": "agreement"}, 0.9),
        ("COOPERATES_WITH", "r1", "r2", "a1", {"mode": "pairing"}, 0.6),
        ("HELD_IN", "m2", "r1", "a1", {}, 0.5),
        ("HOLDS", "p1", "o1", "a1", {"title": "市长", "status": "current"}, 0.5),
        ("PART_OF", "o1", "r1", "a1", {}, 0.5),
        days={"a1": "2021-02-03"},
    )
    (unsure,) = [b for b in report(tables, "pair", ["甲市", "乙市"]).sections[-1].blocks if isinstance(b, Table)]
    assert [row.cells for row in unsure.rows] == [("甲市与乙市：对口帮扶", "0.60")]
    (unsure,) = [b for b in report(tables, "region", ["甲市"]).sections[-1].blocks if isinstance(b, Table)]
    assert {row.cells[0] for row in unsure.rows} == {
        "甲市与乙市：对口帮扶",
        "“推进会”在甲市举行",
        "张一任甲市人民政府市长",
    }


def test_nothing_found_is_a_note_and_no_heading_is_empty() -> None:
    tables = small(("MENTIONS", "a1", "p2", "a1", {}, 1.0), days={"a1": "2021-02-03"})
    made = report(tables, "pair", ["甲市", "乙市"])
    assert [s.title for s in made.sections] == ["摘要"]
    assert isinstance(made.sections[0].blocks[0], Note)
    assert not made.citations


def test_conflicts_and_questions_are_told_in_the_language_and_cited() -> None:
    tables = small(
        ("HOLDS", "p1", "o1", "a1", {"title": "市长", "status": "current"}, 0.9),
        ("HOLDS", "p2", "o1", "a2", {"title": "市长", "status": "current"}, 0.9),
        ("PART_OF", "o1", "r1", "a1", {}, 0.9),
        ("MENTIONS", "a1", "p1", "a1", {}, 1.0),
        ("MENTIONS", "a2", "p2", "a2", {}, 1.0),
        ("ATTENDED", "p1", "m1", "a1", {}, 0.9),
        ("ATTENDED", "p1", "m2", "a2", {}, 0.9),
        ("HELD_IN", "m1", "r1", "a1", {}, 0.9),
        ("HELD_IN", "m2", "r2", "a2", {}, 0.9),
        days={"a1": "2021-02-03", "a2": "2021-05-04"},
    )
    issues = Issues(
        (
            {"kind": "two holders", "text": "…", "nodes": ["o1", "p1", "p2"], "edges": ["e0", "e1"]},
            {"kind": "two places", "text": "…", "nodes": ["p1", "m1", "m2"], "edges": ["e5", "e6"]},
            {"kind": "two holders", "text": "gone", "nodes": ["o1"], "edges": ["e99"]},
        ),
        ({"kind": "official", "one": "p1", "other": "p2", "probability": 0.4567, "reason": "…"},),
    )
    made = report(tables, "official", ["张一"], issues=issues)
    text = words_of(made)
    assert (
        "一职两人 张一任甲市人民政府市长（2021-02-03至2021-02-03）、李二任甲市人民政府市长（2021-05-04至2021-05-04）"
        in text
    )
    assert "张一在2021-05-01同时见于“‘两城’座谈会”（甲市）、“推进会”（乙市）" in text
    assert "官员 张一 李二 0.46" in text
    assert all(cites.numbers for _, cites in made.cited())
    english = words_of(report(tables, "official", ["张一"], issues=issues, lang="en"))
    assert "two holders of one post 张一 as 甲市人民政府 市长 (2021-02-03 to 2021-02-03)" in english
    # A report about another region says nothing of it; one about the region whose post it is does.
    assert "一职两人" in words_of(report(tables, "region", ["甲市"], issues=issues))
    assert "一职两人" not in words_of(report(tables, "region", ["乙市"], issues=issues))


def test_changes_tell_what_is_new_again_and_gone() -> None:
    tables = small(
        ("COOPERATES_WITH", "r1", "r2", "a1", {"mode": "agreement"}, 0.9),
        ("COOPERATES_WITH", "r1", "r2", "a3", {"mode": "co_build"}, 0.9),
        ("HOLDS", "p1", "o1", "a3", {"title": "市长", "status": "removed"}, 0.9),
        ("HOLDS", "p2", "o1", "a3", {"title": "市长", "status": "appointed"}, 0.9),
        ("MENTIONS", "a3", "m1", "a3", {}, 1.0),
        ("MENTIONS", "a3", "m2", "a3", {}, 1.0),
        ("MENTIONS", "a4", "m2", "a4", {}, 1.0),
        days={"a1": "2021-02-03", "a3": "2023-01-01", "a4": None},
    )
    text = words_of(report(tables, "changes", since="2022-06"))
    assert "沉寂逾365天后再次见报的有1对：甲市–乙市。" in text or "沉寂逾365天后再次见报的有1对：乙市–甲市。" in text
    assert "原有合作的新方式" in text
    assert "自2022-06-01起首次见报的任职有1项：李二任甲市人民政府市长。" in text
    assert "自2022-06-01起见报的去职有1项：张一任甲市人民政府市长。" in text
    assert "自2022-06-01起首次见报的有1场会议活动。" in text, "what an undated article names may be old"
    gone = words_of(report(tables, "changes", since="2021-06", last="2022"))
    assert "此前一年内有报道、自2021-06-01起未再见报的有1对" in gone


def test_leaders_name_nobody_before_an_equal() -> None:
    def by(weights: list[int]) -> list[int]:
        return leaders(weights, lambda w: w)

    assert by([5, 4, 3, 2]) == [5, 4, 3]
    assert by([5, 3, 3, 3, 1]) == [5, 3, 3, 3]
    assert by([5, 1, 1, 1, 1, 1]) == [5]
    assert by([1, 1, 1, 1, 1, 1]) == []
    assert by([2, 2]) == [2, 2]


def test_words() -> None:
    zh, en = Words("zh"), Words("en")
    assert zh.count("article", 3) == "3篇报道"
    assert [en.count("article", n) for n in (1, 2, 12345)] == ["1 article", "2 articles", "12,345 articles"]
    assert en.many(["a", "b", "c"]) == "a, b and c"
    assert zh.many(["a", "b", "c"]) == "a、b、c"
    assert zh.day("--05-01") == "05-01（年份不详）"
    assert zh.value("mode", "pairing") == "对口帮扶"
    assert zh.value("mode", "unheard") == "unheard"
    assert tidy("a\u202eb\n\x00c\ud800") == "a b c"
    assert tidy("\u200b") == "?"


def test_every_phrase_has_both_languages_and_the_same_blanks() -> None:
    import re
    from importlib.resources import files

    table = json.loads(files("kg.report").joinpath("data/phrases.json").read_text(encoding="utf-8"))
    for key, phrase in {**table["phrases"], **table["renderer"]}.items():
        blanks = [sorted(set(re.findall(r"\{(\w+)\}", phrase[lang]))) for lang in ("zh", "en")]
        assert blanks[0] == blanks[1], key
    assert all(set(forms) == {"zh", "en"} for forms in table["nouns"].values())


def test_period_moves_the_numbers(graph: GraphTables) -> None:
    whole, part = View(graph), View(graph, Period.parse("2020", "2020"))
    facts = part.facts("COOPERATES_WITH")
    assert 0 < len(facts) < len(whole.facts("COOPERATES_WITH"))
    assert all("2020-01-01" <= (f.first or "") <= (f.last or "") <= "2020-12-31" for f in facts)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_command(kind: str, folder: Path, graph: GraphTables, tmp_path: Path) -> None:
    person = next(n.id for n in graph.nodes if n.label == "Official")
    plan = next(n.name for n in graph.nodes if n.label == "Initiative")
    cluster = next(n.name for n in graph.nodes if n.props.get("level") == "cluster")
    names = {
        "region": ["江西"],
        "pair": ["江西", "湖南"],
        "official": [person],
        "initiative": [plan],
        "cluster": [cluster],
        "changes": ["--since", "2021"],
    }.get(kind, [])
    for form in ("html", "md", "docx"):
        out = tmp_path / f"r.{form}"
        result = CliRunner().invoke(
            cli, ["report", kind, *names, "--graph", str(folder), "-o", str(out), "--lang", "en", "--to", "2022"]
        )
        assert result.exit_code == 0, result.output
        assert out.stat().st_size > 500
        assert "citations" in result.output
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.docx", "r.html", "r.md"], "nothing is left beside them"


def test_command_fails_in_one_line(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        cli, ["report", "region", "无此地", "--graph", str(folder), "-o", str(tmp_path / "a.md")]
    )
    assert isinstance(result.exception, UsageError)
    assert not list(tmp_path.iterdir())
    result = CliRunner().invoke(
        cli, ["report", "overview", "--graph", str(folder), "-o", str(tmp_path / "no" / "a.md")]
    )
    assert isinstance(result.exception, KgError)
    assert "cannot write the report" in str(result.exception)


def test_folder_with_damaged_lists_says_so(graph: GraphTables, tmp_path: Path) -> None:
    write_graph(tmp_path, graph)
    (tmp_path / "conflicts.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(KgError, match=r"conflicts\.jsonl: damaged"):
        report_from_folder(tmp_path, "overview")


def _post(title: str, article: str, status: str = "current") -> tuple[str, str, str, str, dict[str, str], float]:
    return ("HOLDS", "p1", "o1", article, {"title": title, "status": status}, 0.9)


@pytest.mark.parametrize(
    ("posts", "shown"),
    [
        # the report of the meeting says one; others say another more often
        ([_post("副市长", "a1"), _post("市长", "a2"), _post("市长", "a3")], "甲市人民政府副市长"),
        # its two reports say two of different times; what is held all along stands for both
        ([_post("副市长", "a1"), _post("市长", "b1")], "甲市人民政府副市长 → 甲市人民政府市长"),
        ([_post("党组书记", "a1"), _post("党组书记", "b1"), _post("市长", "b1")], "甲市人民政府党组书记"),
        # it says none: the post given nearest in time, not the one given most
        ([_post("副市长", "a0"), _post("市长", "a2"), _post("市长", "a3")], "甲市人民政府副市长"),
        # a year and more away nobody knows
        ([_post("市长", "a2"), _post("市长", "a3")], ""),
        # what is over is no post of then
        ([_post("副市长", "a1", "former"), _post("市长", "a1")], "甲市人民政府市长"),
        ([_post("市长", "a1", "removed")], ""),
        ([], ""),
    ],
)
def test_who_was_there_stands_with_the_post_of_then(
    posts: list[tuple[str, str, str, str, dict[str, str], float]], shown: str
) -> None:
    met: list[tuple[str, str, str, str, dict[str, str], float]] = [
        ("HELD_IN", "m1", "r1", "a1", {}, 0.9),
        ("ATTENDED", "p1", "m1", "a1", {}, 0.9),
    ]
    if any(article == "b1" for _, _, _, article, _, _ in posts):
        met += [("HELD_IN", "m2", "r1", "b1", {}, 0.9), ("ATTENDED", "p1", "m2", "b1", {}, 0.9)]
    # one edge a post, as the graph has them
    merged: dict[tuple[str, str], list[str]] = {}
    for _, _, _, article, props, _ in posts:
        merged.setdefault((props["title"], props["status"]), []).append(article)
    days = {"a0": "2020-11-20", "a1": "2021-02-03", "b1": "2022-02-03", "a2": "2023-01-01", "a3": "2023-02-01"}
    tables = small(*met, *(_post(title, own[0], status) for (title, status), own in merged.items()), days=days)  # type: ignore[arg-type]
    further = [
        Evidence(edge.id, article, "又一句。", 0, 4, confidence=0.9)
        for edge, own in zip(tables.edges[len(met) :], merged.values(), strict=True)
        for article in own[1:]
    ]
    made = report(GraphTables(tables.nodes, tables.edges, (*tables.evidence, *further)), "region", ["甲市"])
    (people,) = [
        b for s in made.sections if s.title == "主要参与官员" for b in s.blocks if isinstance(b, Table) and b.rows
    ]
    assert [row.cells[:2] for row in people.rows] == [("张一", shown)]


def test_the_post_of_then_is_cited() -> None:
    tables = small(
        ("HELD_IN", "m1", "r1", "a1", {}, 0.9),
        ("ATTENDED", "p1", "m1", "a1", {}, 0.9),
        ("HOLDS", "p1", "o1", "a0", {"title": "副市长", "status": "current"}, 0.9),
        days={"a0": "2020-11-20", "a1": "2021-02-03"},
    )
    made = report(tables, "region", ["甲市"])
    (people,) = [b for s in made.sections if s.title == "主要参与官员" for b in s.blocks if isinstance(b, Table)]
    cited = {made.citations[n - 1].article for n in people.rows[0].cites.numbers}
    assert cited == {"a0", "a1"}
