"""Confidences: what the table says for a rule, how it is fitted, and that sure facts are right."""

from __future__ import annotations

import csv
import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.evaluate import load_gold, score_article
from kg.evaluate.calibration import Observation, Shares, cross_validated, observations, stated, threshold
from kg.evaluate.evaluation import extracted
from kg.extract import confidence
from kg.extract.confidence import UNTRIED, keys, odd_name, with_confidence
from kg.model import ArticleInfo, Meeting, Official, Organization, Position, Record, Region, Relation, Span

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "tests" / "gold" / "dev"


def script() -> ModuleType:
    """`benchmarks/fit_confidence.py` as a module."""
    spec = importlib.util.spec_from_file_location("fit_confidence", ROOT / "benchmarks" / "fit_confidence.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def facts(rule: str, right: int, wrong: int, kind: str = "official", doubts: str = "") -> list[Observation]:
    """So many facts of a rule, each in an article of its own."""
    verdicts = [True] * right + [False] * wrong
    return [Observation(f"{rule}{doubts}{n}", (kind, rule, doubts), verdict) for n, verdict in enumerate(verdicts)]


# -- the fit ---------------------------------------------------------------------------------------------------------


def test_a_rule_with_few_facts_stands_near_its_kind() -> None:
    shares = Shares([*facts("often", 900, 100), *facts("once", 0, 1), *facts("never", 0, 200)])
    kind = shares.estimate(("official", "*", "*"))
    assert 0.7 < kind < 0.8
    assert shares.estimate(("official", "often", "")) == pytest.approx(0.9, abs=0.01)
    assert shares.estimate(("official", "never", "")) < 0.05
    assert 0.5 < shares.estimate(("official", "once", "")) < kind
    assert shares.estimate(("official", "unseen", "")) == pytest.approx(kind, abs=0.02)


def test_doubts_count_across_rules() -> None:
    told = [*facts("a", 95, 5), *facts("a", 10, 30, doubts="name"), *facts("b", 95, 5)]
    shares = Shares(told)
    assert shares.estimate(("official", "b", "name")) < 0.5 < shares.estimate(("official", "b", ""))


def test_first_sight_weighs_more() -> None:
    wrong = Observation("x", ("official", "a", ""), False)
    seen = Shares([*facts("a", 50, 0), wrong]).estimate(wrong.key)
    first = Shares([*facts("a", 50, 0), Observation("x", wrong.key, False, True)]).estimate(wrong.key)
    assert first < seen - 0.03


def test_cross_validation_never_tells_a_fact_of_its_own_article() -> None:
    told = [Observation(f"article{n}", ("official", "a", ""), n % 10 != 0) for n in range(200)]
    told += [Observation("bad", ("official", "only there", ""), False)] * 40
    estimates = cross_validated(told)
    assert all(estimate > 0.5 for estimate in estimates[200:])  # its own forty errors are not known


def test_what_is_sure_is_right() -> None:
    rng = random.Random(5)
    told = []
    for rule, share in (("good", 0.995), ("fair", 0.9), ("poor", 0.7)):
        told += [Observation(f"{rule}{n % 60}", ("official", rule, ""), rng.random() < share) for n in range(600)]
    estimates = cross_validated(told)
    limit = threshold(told, estimates)
    sure = [fact for fact, estimate in zip(told, estimates, strict=True) if stated(estimate, limit) >= 0.9]
    assert {fact.key[1] for fact in sure} == {"good"}
    assert sum(fact.right for fact in sure) / len(sure) >= 0.98
    assert threshold(facts("poor", 7, 3), [0.7] * 10) == 1.0


def test_stated_keeps_order_and_claims_no_more() -> None:
    values = [stated(n / 100, 0.97) for n in range(101)]
    assert values == sorted(values)
    assert all(value <= n / 100 + 1e-9 for n, value in enumerate(values))
    assert stated(0.97, 0.97) == pytest.approx(0.9)
    assert stated(0.5, 0.8) == 0.5


# -- the table in use ------------------------------------------------------------------------------------------------


def small_record() -> Record:
    text = "九江市委书记张三、某某部长乌丽出席全市工作会议。"
    at = Span(0, 3, text, 1.0, "titled")
    post = Span(0, 3, text, 1.0, "title")
    return Record(
        ArticleInfo("x"),
        (
            Official("张三", (Position("书记", "九江市委", "九江市", "360400", span=post),), span=at),
            Official("乌丽其其格", (Position("部长", "的某某", None, None, span=post),), span=at),
        ),
        (Region("九江市", "360400", "prefecture", span=Span(0, 3, text, 1.0, "full")), Region("甲县", None)),
        (Organization("九江市委", span=post),),
        (Meeting("全市工作会议", span=Span(0, 3, text, 1.0, "held")),),
        (),
        (
            Relation("ATTENDED", "张三", "全市工作会议", text, 0, 3, rule="attended"),
            Relation("ATTENDED", "乌丽其其格", "全市工作会议", text, 0, 3, rule="attended"),
        ),
    )


def test_doubts() -> None:
    of = keys(small_record())
    assert of["official", "张三"] == ("official", "titled", "")
    assert of["official", "乌丽其其格"][2] == "name"
    assert of["position", "张三", "书记", "九江市委", "九江市"][2] == ""
    assert "no name of an organ" in of["position", "乌丽其其格", "部长", "的某某", None][2]
    assert of["region", "甲县", None][2] == "open alone"
    assert of["relation", "ATTENDED", "张三", "全市工作会议", None][2] == "short"
    assert of["relation", "ATTENDED", "乌丽其其格", "全市工作会议", None][2] == "person short"


@pytest.mark.parametrize(
    ("name", "odd"),
    [("张三", False), ("欧阳修文", False), ("乌兰其其格", True), ("阿里木·买买提", False), ("沃·和", True)],
)
def test_odd_names(name: str, odd: bool) -> None:
    assert odd_name(name) is odd


def test_look_up_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {
        ("official", "titled", ""): 0.97,
        ("official", "titled", "*"): 0.93,
        ("official", "*", "name"): 0.6,
        ("official", "*", "*"): 0.9,
    }
    monkeypatch.setattr(confidence, "_table", lambda: table)
    done = with_confidence(small_record())
    assert [o.span.confidence for o in done.officials if o.span] == [0.97, 0.6]
    assert done.regions[0].span is not None
    assert done.regions[0].span.confidence == UNTRIED  # a kind the table does not hold
    assert done.organizations[0].span == done.officials[0].positions[0].span
    assert confidence._look_up(table, ("official", "new rule", "")) == UNTRIED
    assert confidence._look_up(table, ("official", "titled", "name end")) == UNTRIED  # doubts never seen together
    assert done.to_json()["relations"][0]["confidence"] == UNTRIED


def test_only_confidences_change() -> None:
    record = small_record()
    done = with_confidence(record).to_json()
    plain = record.to_json()

    def without(value: object) -> object:
        if isinstance(value, dict):
            return {key: without(item) for key, item in value.items() if key != "confidence"}
        return [without(item) for item in value] if isinstance(value, list) else value

    assert without(done) == without(plain)
    assert done != plain


def test_the_table_is_whole() -> None:
    with (ROOT / "kg" / "extract" / "data" / "confidence.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len({(row["kind"], row["rule"], row["doubts"]) for row in rows}) == len(rows)
    for row in rows:
        assert 0 < float(row["confidence"]) < 1
        assert int(row["right"]) <= int(row["facts"])
        assert int(row["first_right"]) <= int(row["first_facts"])
    kinds = {row["kind"] for row in rows if row["rule"] == row["doubts"] == "*"}
    assert kinds == {row["kind"] for row in rows}
    assert {"official", "position", "region", "meeting", "initiative", "COOPERATES_WITH", "CHAIRED"} <= kinds


def test_every_judged_fact_of_the_gold_has_a_key() -> None:
    gold = load_gold([DEV])
    told = []
    for record in extracted([DEV], gold, print):
        told += observations(record, score_article(gold[record.article.id], record.to_json()).judged)
    assert len(told) > 500
    assert {fact.key[0] for fact in told} >= {"official", "position", "region", "meeting", "ATTENDED", "COVERS"}


@pytest.mark.shared
@pytest.mark.slow
def test_sure_facts_are_right_in_cross_validation() -> None:
    fit = script()
    now, missing = fit.read_now()
    if missing:
        pytest.skip(f"not beside the checkout: {', '.join(missing)}")
    told = [*now, *fit.read_first_sight()]
    estimates = cross_validated(told)
    limit = threshold(told, estimates)
    for first in (False, True):
        sure = [
            fact.right
            for fact, estimate in zip(told, estimates, strict=True)
            if fact.first_sight is first and stated(estimate, limit) >= 0.9
        ]
        assert len(sure) > 300
        assert sum(sure) / len(sure) >= 0.98
