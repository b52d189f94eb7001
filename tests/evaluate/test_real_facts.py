"""Facts drawn from real text: the draw is the seed's, equal by kind; the table counts what was judged."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
JUDGED = ROOT / "benchmarks" / "real_facts.csv"
TEXT = "九江市召开全市工作会议\n11月8日，九江市召开全市工作会议。市委书记张志强出席会议并讲话。"


@pytest.fixture(scope="module")
def real_facts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_real_facts", ROOT / "benchmarks" / "real_facts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_from_articles_to_facts(real_facts: ModuleType, tmp_path: Path) -> None:
    articles = tmp_path / "news.jsonl"
    articles.write_text(
        json.dumps({"id": "a1", "title": "九江市召开全市工作会议", "date": "2021-11-10", "text": TEXT}),
        encoding="utf-8",
    )
    (record,) = real_facts.records(articles)
    facts = list(real_facts.facts_of(record))
    told = {(fact.kind, fact.fact) for fact in facts}
    assert ("official", "张志强") in told
    assert ("position", "张志强: 九江市 | 九江市委 | 书记") in told
    assert ("role", "张志强 SPOKE_AT 全市工作会议") in told
    assert all(fact.article == "a1" and fact.evidence and not fact.right for fact in facts)


def test_draw_is_the_seeds_and_equal_by_kind(real_facts: ModuleType) -> None:
    found = [real_facts.Fact(kind, f"a{i}", f"{kind}{i}", "") for kind in real_facts.KINDS for i in range(40)]
    found = [fact for fact in found if fact.kind != "cooperation" or fact.article in ("a1", "a2")]
    drawn = real_facts.draw(found, 7, 60)
    assert drawn == real_facts.draw(found, 7, 60)
    assert drawn != real_facts.draw(found, 8, 60)
    counts = {kind: sum(fact.kind == kind for fact in drawn) for kind in real_facts.KINDS}
    assert counts == {**dict.fromkeys(real_facts.KINDS, 10), "cooperation": 2}
    assert len(set(drawn)) == len(drawn)
    assert {fact.seed for fact in drawn} == {"7"}


def test_table_counts_only_the_judged(real_facts: ModuleType) -> None:
    marks = ["1"] * 9 + ["0", ""]
    judged = [real_facts.Fact("official", "a", f"f{i}", "", right=mark, seed="7") for i, mark in enumerate(marks)]
    rows = list(real_facts.table(judged))
    assert rows[2] == "| 7 | official | 10 | 9 | 0.900 | 0.596–0.982 |"  # Wilson (1927), as tabled for 9 of 10
    assert rows[3].startswith("| 7 | all | 10 | 9 |")


def test_table_tells_every_draw_by_itself(real_facts: ModuleType) -> None:
    drawn = [("3", "0"), ("8", "1"), ("3", "1"), ("8", "1"), ("8", "")]
    judged = [real_facts.Fact("role", "a", "f", "", right=right, seed=seed) for seed, right in drawn]
    rows = [row.split(" | ")[:4] for row in real_facts.table(judged)][2:]
    assert rows == [
        ["| 3", "role", "2", "1"],
        ["| 3", "all", "2", "1"],
        ["| 8", "role", "2", "2"],
        ["| 8", "all", "2", "2"],
    ]


@pytest.mark.skipif(not JUDGED.exists(), reason="no facts judged yet")
def test_every_wrong_fact_has_its_reason(real_facts: ModuleType) -> None:
    judged = real_facts.read_facts(JUDGED)
    assert {fact.right for fact in judged} <= {"0", "1"}
    assert all(fact.why for fact in judged if fact.right == "0")
    assert {fact.kind for fact in judged} <= set(real_facts.KINDS)
