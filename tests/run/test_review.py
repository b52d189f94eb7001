from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.errors import UsageError
from kg.run import review_verbs
from kg.run.build import build
from kg.run.review import Desk, show
from kg.store.folder import read_graph

from .conftest import page

pytestmark = pytest.mark.usefixtures("extractor")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph with one open question: 周建平, mayor of two cities of a province, years apart."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, region, year in (("a", "九江市", 2012), ("b", "萍乡市", 2019), ("c", "萍乡市", 2020)):
        text = page(region, "周建平", f"{region[:2]}稳增长会").replace("2023年", f"{year}年")
        (folder / f"{name}.txt").write_text(text)
    build([folder], tmp_path / "g")
    return tmp_path / "g"


def run(graph: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["review", "--graph", str(graph), *arguments])


def people(graph: Path) -> list[str]:
    return sorted(n.id for n in read_graph(graph).nodes if n.label == "Official")


def test_an_open_question_is_shown_with_both_sides(graph: Path) -> None:
    (case,) = Desk(graph).cases()
    assert {case.one.articles, case.other.articles} == {1, 2}
    for width in (80, 160):
        text = show(case, width)
        assert "九江市人民政府" in text
        assert "萍乡市市长周建平主持召开" in text
    assert "official 周建平" in run(graph, "--list").output


def test_same_is_applied_at_once_and_undo_takes_it_back(graph: Path) -> None:
    before = read_graph(graph)
    one, other = people(graph)
    result = run(graph, "same", one, other, "--reason", "简历可查")
    assert result.exit_code == 0, result.output
    assert len(people(graph)) == 1
    assert "no open questions" in run(graph, "--list").output
    log = run(graph, "--log").output
    assert "简历可查" in log
    assert run(graph, "undo", log.split()[0]).exit_code == 0
    assert read_graph(graph) == before
    assert "(undone)" in run(graph, "--log").output


def test_a_judgement_stays_through_a_rebuild_and_old_ids_still_lead_there(graph: Path, tmp_path: Path) -> None:
    one, other = people(graph)
    run(graph, "same", one, other)
    (tmp_path / "articles" / "d.txt").write_text(page("南昌市", "李建民"))
    build([tmp_path / "articles"], graph)
    desk = Desk(graph)
    assert desk.find(one) == desk.find(other)


def test_a_judgement_whose_evidence_has_changed_comes_up_again(graph: Path, tmp_path: Path) -> None:
    one, other = people(graph)
    run(graph, "not-same", one, other)
    assert not list(Desk(graph).cases())
    text = page("萍乡市", "周建平", "萍乡抓项目会").replace("2023年", "2021年")
    (tmp_path / "articles" / "d.txt").write_text(text)
    build([tmp_path / "articles"], graph)
    (case,) = Desk(graph).cases()
    assert case.again is not None
    assert "judged not the same by" in case.question.reason
    assert "on 3 articles, now there are 4" in case.question.reason
    assert len(people(graph)) == 2
    assert run(graph, "--list").output.startswith("again official 周建平")


@pytest.mark.parametrize("said", ["same", "not-same"])
@pytest.mark.parametrize("answer", ["s", "n"])
def test_what_comes_up_again_is_confirmed_or_turned_round(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, answer: str
) -> None:
    run(graph, said, *people(graph), "--reason", "简历可查")
    assert not list(Desk(graph).cases())
    add(graph, tmp_path, "d", 2021)
    (case,) = Desk(graph).cases()
    assert "简历可查" in show(case, 160)
    answers(monkeypatch, answer)
    review_verbs.run_review(graph, listing=False, conflicts=False, log=False, limit=5)
    assert len(people(graph)) == (1 if answer == "s" else 2)
    assert not list(Desk(graph).cases())
    add(graph, tmp_path, "e", 2022)
    (case,) = Desk(graph).cases()
    assert "on 4 articles, now there are 5" in case.question.reason


def add(graph: Path, tmp_path: Path, name: str, year: int) -> None:
    """One more article that names 周建平, mayor of 萍乡市."""
    text = page("萍乡市", "周建平", "萍乡抓项目会").replace("2023年", f"{year}年")
    (tmp_path / "articles" / f"{name}.txt").write_text(text)
    build([tmp_path / "articles"], graph)


def answers(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    """Sit at the terminal and answer so, without giving reasons."""
    waiting = iter(given)
    monkeypatch.setattr("click.prompt", lambda text, **_: "" if text.startswith("why") else next(waiting))
    monkeypatch.setattr("click.clear", lambda: None)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)


def test_a_node_torn_apart_by_mentions_comes_up_again_with_a_new_article_only(graph: Path, tmp_path: Path) -> None:
    articles = sorted(n.id for n in read_graph(graph).nodes if n.label == "Article" and n.id[8] in "bc")
    run(graph, "not-same", *(f"周建平@{a}" for a in articles))
    assert not [case for case in Desk(graph).cases() if case.again]
    add(graph, tmp_path, "d", 2021)
    (case,) = (case for case in Desk(graph).cases() if case.again)
    assert case.one.node.id != case.other.node.id


def test_one_node_is_torn_apart_by_mentions(graph: Path) -> None:
    tables = read_graph(graph)
    articles = sorted(n.id for n in tables.nodes if n.label == "Article" and n.id[8] in "bc")
    result = run(graph, "not-same", *(f"周建平@{a}" for a in articles))
    assert result.exit_code == 0, result.output
    assert len(people(graph)) == 3


def test_contradictions_are_refused(graph: Path) -> None:
    one, other = people(graph)
    run(graph, "not-same", one, other)
    refused = run(graph, "same", one, other)
    assert refused.exit_code == 1
    assert "contradiction" in str(refused.exception)
    assert len(people(graph)) == 2


def test_contradictions_are_refused_whatever_way_the_sides_are_named(graph: Path) -> None:
    articles = sorted(n.id for n in read_graph(graph).nodes if n.label == "Article" and n.id[8] in "bc")
    torn = run(graph, "not-same", *(f"周建平@{a}" for a in articles))
    desk = Desk(graph)
    sides = [desk.find(f"周建平@{a}").id for a in articles]
    refused = run(graph, "same", *sides)
    assert refused.exit_code == 1
    assert f"undo {torn.output.split()[0]}" in str(refused.exception)
    assert len(people(graph)) == 3


def test_who_wants_to_part_what_was_judged_one_is_told_how(graph: Path) -> None:
    one, other = people(graph)
    said = run(graph, "same", one, other).output.split()[0]
    refused = run(graph, "not-same", one, other)
    assert refused.exit_code != 0
    assert f"to take that back: undo {said}" in str(refused.exception) + refused.output


def test_posts_are_shown_before_meetings(graph: Path) -> None:
    (case,) = Desk(graph).cases()
    assert all("市长" in side.facts[0] for side in (case.one, case.other))


def test_mistakes_are_explained(graph: Path) -> None:
    desk = Desk(graph)
    with pytest.raises(UsageError, match="names 2 nodes"):
        desk.find("周建平")
    with pytest.raises(UsageError, match="near: 周建平"):
        desk.find("周建")
    region = desk.find("九江市")
    with pytest.raises(UsageError, match="is of kind"):
        desk.judge("same", region.id, people(graph)[0])
    with pytest.raises(UsageError, match="no field colour"):
        desk.judge("correct", region.id, field="colour", value="red")
    with pytest.raises(UsageError, match="no judgement j9"):
        desk.judge("undo", "j9")
    with pytest.raises(UsageError, match="is one node"):
        desk.judge("not_same", region.id, region.id)


def test_a_correction_is_applied(graph: Path) -> None:
    region = Desk(graph).find("九江市")
    assert run(graph, "correct", region.id, "aliases", "九江|浔阳").exit_code == 0
    assert Desk(graph).find(region.id).props["aliases"] == ("九江", "浔阳")


def test_questions_are_asked_one_by_one(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["s", "简历可查"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(given))
    monkeypatch.setattr("click.clear", lambda: None)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    review_verbs.run_review(graph, listing=False, conflicts=False, log=False, limit=5)
    assert len(people(graph)) == 1
    (line,) = Desk(graph).judgements.standing
    assert (line.verb, line.reason) == ("same", "简历可查")


def test_the_graph_may_stand_after_the_judgement(graph: Path) -> None:
    one, other = people(graph)
    result = CliRunner().invoke(cli, ["review", "same", one, other, "--graph", str(graph)])
    assert result.exit_code == 0, result.output
    assert len(people(graph)) == 1
