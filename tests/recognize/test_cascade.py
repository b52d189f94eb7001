"""A recognizer is asked only where the rules doubt, is believed only there, and every fact says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError
from kg.extract import pipeline
from kg.extract.pipeline import extract_text
from kg.model import ArticleInfo, Official, Record
from kg.recognize import Entity, EntityKind
from kg.run.build import build
from kg.run.shards import Shards

#: Names that no surname gives away: the rules leave them unread.
NAMES = ("诺明", "噶玛", "咪玛", "噜布", "喃嘎", "曌明", "喆明")
PAGE = (
    "呼和浩特市召开防汛工作会议\n"
    "本报讯 2021年6月8日，呼和浩特市召开防汛工作会议。市委书记张三出席会议并讲话。"
    "市水务局副局长{name}与赛罕区区长王建国共同签字。\n"
    "会议要求，各旗县区要落实责任，抓好防汛工作。\n"
)


class Scripted:
    """Sees the given words wherever they stand."""

    name = "hanlp:scripted"

    def __init__(self, *words: str, kind: EntityKind = "person") -> None:
        self.words = words
        self.kind = kind
        self.asked: list[str] = []

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        self.asked += sentences
        return [[Entity(s.index(w), s.index(w) + len(w), self.kind) for w in self.words if w in s] for s in sentences]


class Broken(Scripted):
    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        raise KgError("the HanLP server http://127.0.0.1:1 does not answer: connection refused")


def read(text: str, recognizer: Scripted | None, monkeypatch: pytest.MonkeyPatch) -> Record:
    monkeypatch.setattr(pipeline, "get_recognizer", lambda spec: recognizer)
    return extract_text(text, ArticleInfo("x", title=text.split("\n")[0]), recognizer="any")


def officials(record: Record) -> dict[str, Official]:
    return {official.name: official for official in record.officials}


def test_a_name_that_only_the_recognizer_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    for name in NAMES:
        text = PAGE.format(name=name)
        by_rules = officials(read(text, None, monkeypatch))
        if name in by_rules:
            continue  # the rules have learnt to read it
        tried += 1
        told = officials(read(text, Scripted(name, "张三", "王建国"), monkeypatch))
        assert told.keys() == by_rules.keys() | {name}
        official = told[name]
        assert official.span is not None
        assert official.span.rule == "hanlp:scripted"
        assert name in official.span.sentence
        (post,) = official.positions
        assert (post.title, post.org) == ("副局长", "呼和浩特市水务局")
        assert post.span is not None
        assert post.span.rule == "hanlp:scripted"
        assert max(official.span.confidence, post.span.confidence) <= 0.8  # no gold has tried it
        for other in by_rules:
            assert told[other] == by_rules[other]  # what the rules have read stays theirs
    assert tried >= 3


def test_only_sentences_in_doubt_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Scripted()
    read(PAGE.format(name="诺明"), seen, monkeypatch)
    assert len(seen.asked) == 1
    assert "诺明" in seen.asked[0]
    plain = Scripted("张三")
    read(PAGE.replace("{name}", "李建军"), plain, monkeypatch)
    assert plain.asked == []


@pytest.mark.parametrize(
    "recognizer",
    [
        Scripted("诺明", kind="place"),
        Scripted("诺明", kind="organization"),
        Scripted("明与赛罕"),  # not right after the title
        Scripted("诺"),
        Scripted("诺明与赛罕区"),
        Scripted(),
    ],
    ids=["place", "organization", "elsewhere", "one character", "too long", "nothing"],
)
def test_what_is_no_name_after_the_title_changes_nothing(recognizer: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PAGE.format(name="诺明")
    assert read(text, recognizer, monkeypatch) == read(text, None, monkeypatch)
    assert recognizer.asked


@pytest.mark.parametrize("called", ["老明", "小明", "会议", "诺 明", "A明", "诺某", "诺某某"])
def test_what_people_are_called_is_no_name(called: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = PAGE.format(name=called)
    assert called not in officials(read(text, Scripted(called), monkeypatch))


def test_a_server_that_goes_down_ends_the_build_and_keeps_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(PAGE.format(name="李建军"))  # no doubt: nobody is asked
    (tmp_path / "2.txt").write_text(PAGE.format(name="诺明"))
    monkeypatch.setattr(pipeline, "get_recognizer", lambda spec: Broken())
    files = [tmp_path / "1.txt", tmp_path / "2.txt"]
    with pytest.raises(KgError, match="does not answer"):
        build(files, tmp_path / "g", workers=1)
    assert len(Shards(tmp_path / "g").versions()) == 1
    result = CliRunner().invoke(cli, ["extract", *map(str, files)])
    assert isinstance(result.exception, KgError)


# -- kg extract --explain --------------------------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(PAGE.format(name="诺明"))
    return path


def explained(*arguments: str | Path) -> str:
    result = CliRunner().invoke(cli, ["extract", "--explain", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_fact_with_its_rule_confidence_and_sentence(page: Path) -> None:
    lines = explained(page).splitlines()
    assert lines[0].startswith("# a 呼和浩特市召开防汛工作会议")
    at = next(n for n, line in enumerate(lines) if line.split() == ["official", "张三"])
    assert lines[at + 1].strip().startswith("rule titled · confidence 0.")
    assert "市委书记张三出席会议并讲话" in lines[at + 2]
    assert any(line.strip().startswith("relation      张三 —SPOKE_AT→") for line in lines)
    assert not any(line.startswith("{") for line in lines)


def test_explained_are_all_facts_of_the_record(page: Path) -> None:
    import json

    record = json.loads(CliRunner().invoke(cli, ["extract", str(page)]).stdout)
    told = explained(page)
    kinds = [line.split()[0] for line in told.splitlines() if line.startswith("  ") and line[2] != " "]
    for kind in ("official", "region", "organization", "meeting", "initiative", "relation"):
        assert kinds.count(kind) == len(record[f"{kind}s"]), kind
    assert kinds.count("position") == sum(len(o["positions"]) for o in record["officials"])
    for fact in (*record["officials"], *record["meetings"], *record["relations"]):
        assert f"rule {fact['rule']} · confidence {fact['confidence']:.2f}" in told


def test_explained_is_the_same_each_time_and_with_many_processes(page: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(PAGE.format(name="李建军"))
    once = explained(tmp_path)
    assert once == explained(tmp_path)
    assert once == explained(tmp_path, "--workers", "2")
    assert once.count("# ") == 2


def test_explained_names_the_model(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "get_recognizer", lambda spec: Scripted("诺明"))
    told = explained(page)
    assert "model hanlp:scripted · confidence 0." in told
    assert "rule titled" in told


def test_explained_goes_to_a_file_and_says_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("今日天气晴好\n" + "今天白天，我市晴到多云，气温十八到二十五度。" * 8)
    explained(tmp_path / "n.txt", "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text().splitlines()[1] == "  nothing found"


def test_nothing_in_a_page_steers_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "e.txt"
    path.write_text(PAGE.format(name="李建军").replace("防汛工作会议。市委", "防汛\x1b[31m工作会议。市\x07委"))
    told = explained(path)
    assert "\x1b" not in told
    assert "\x07" not in told
