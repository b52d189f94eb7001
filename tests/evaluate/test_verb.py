"""`kg evaluate` as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.clean import CleanArticle
from kg.cli import cli
from kg.errors import KgError
from kg.evaluate import Judged
from kg.evaluate.reliability import reliability, sure
from kg.model import ArticleInfo, Record

DEV = Path(__file__).resolve().parents[1] / "gold" / "dev"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two articles of the gold with their records."""
    for name in ("D01", "D02"):
        for suffix in (".txt", ".json"):
            (tmp_path / f"{name}{suffix}").write_bytes((DEV / f"{name}{suffix}").read_bytes())
    return tmp_path


def test_text(small: Path) -> None:
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(small), "--by-article", "--errors"])
    assert run.exit_code == 0, run.output
    lines = run.output.splitlines()
    assert lines[0] == "2 articles, 0 without a prediction"
    assert [line.split()[0] for line in lines[1:10]][-1] == "core"
    assert any(line.startswith("meeting dates") for line in lines)
    assert any(line.startswith("confidence ≥ 0.9") for line in lines)
    assert {line.split("\t")[0] for line in lines if "\t" in line} == {"D01", "D02"}


def test_json(small: Path) -> None:
    gold = json.loads((small / "D01.json").read_text(encoding="utf-8"))
    gold["officials"].append({"name": "无此人", "positions": []})
    (small / "D01.json").write_text(json.dumps(gold), encoding="utf-8")
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(small), "--json", "--errors", "--by-article"])
    data = json.loads(run.output)
    assert data["articles"] == 2
    assert data["figures"]["officials"]["fn"] >= 1
    assert {"article": "D01", "category": "officials", "what": "missed", "shown": "无此人"} in data["errors"]
    assert set(data["by_article"]) == {"D01", "D02"}
    assert sum(bucket["facts"] for bucket in data["reliability"]) == data["sure"]["all"]["all"] > 20


def test_a_gold_record_without_an_article_is_told(small: Path) -> None:
    (small / "D02.txt").unlink()
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(small)])
    assert isinstance(run.exception, KgError)
    assert "1 gold records without an article: D02" in str(run.exception)
    assert "2 articles, 1 without a prediction" in run.output


def test_no_article_of_the_gold(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "Z.txt"
    other.parent.mkdir()
    other.write_text("九江市召开会议。", encoding="utf-8")
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(other)])
    assert isinstance(run.exception, KgError)
    assert "none of the articles has a gold record" in str(run.exception)


def test_reliability_counts_what_can_be_judged() -> None:
    judged = [
        Judged("roles", {"confidence": 0.97}, True),
        Judged("roles", {"confidence": 0.95}, False),
        Judged("regions", {"confidence": 1.0}, True),
        Judged("regions", {"confidence": 0.9}, None),
        Judged("regions", {}, False),
        Judged("officials", {"confidence": 0.2}, False),
    ]
    table = {bucket.low: (bucket.facts, bucket.right) for bucket in reliability(judged) if bucket.facts}
    assert table == {0.0: (1, 0), 0.95: (2, 1), 0.98: (1, 1)}
    assert sure(judged)["all"] == (3, 2, 4)
    assert sure(judged)["roles"] == (2, 1, 2)


def test_an_unknown_recognizer_is_named(small: Path) -> None:
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(small), "--recognizer", "nosuch"])
    assert isinstance(run.exception, KgError)
    assert "nosuch" in str(run.exception)


def test_a_defect_on_one_page_costs_only_that_page(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.evaluate import evaluation

    real = evaluation.extract

    def fails(cleaned: CleanArticle, info: ArticleInfo, *, recognizer: str = "rules") -> Record:
        if info.id == "D01":
            raise ZeroDivisionError
        return real(cleaned, info, recognizer=recognizer)

    monkeypatch.setattr(evaluation, "extract", fails)
    run = CliRunner().invoke(cli, ["evaluate", str(small), str(small)])
    assert "2 articles, 1 without a prediction" in run.output
    assert "D01.txt: internal error, please report it (ZeroDivisionError" in run.stderr
    assert isinstance(run.exception, KgError)
