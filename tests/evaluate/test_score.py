"""The scorer counts as the contract's scorer does, and judges every fact."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, KgError
from kg.evaluate import CATEGORIES, load_gold, score, score_article
from kg.evaluate.likeness import alike, norm, post, same_post, same_region

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
GOLD = ROOT / "tests" / "gold"


def record(**parts: Any) -> dict[str, Any]:
    return {"article": {"id": "x"}, **parts}


def person(name: str, *posts: tuple[str, str, str], **more: Any) -> dict[str, Any]:
    return {"name": name, "positions": [{"org": o, "title": t, "region": r} for o, t, r in posts], **more}


def tie(kind: str, source: str, target: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "source": source, "target": target, **more}


# -- as the contract's scorer ----------------------------------------------------------------------------------------


def damaged(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A prediction with every kind of mistake: facts lost, doubled, renamed, other ends, modes and dates."""
    out: dict[str, Any] = json.loads(json.dumps(gold))
    for kind in ("officials", "regions", "meetings", "initiatives", "relations"):
        items = [item for item in out.get(kind, []) if rng.random() > 0.15]
        for item in list(items):
            item.pop("optional", None)
            if rng.random() < 0.15:
                items.append({**item, "name": item["name"][:-1] + "某"} if "name" in item else dict(item))
            if kind == "meetings" and rng.random() < 0.3:
                item["date"] = "2020-01-01"
            if kind == "regions" and rng.random() < 0.2:
                item["code"] = None if item.get("code") else "360400"
            if kind == "relations" and rng.random() < 0.3:
                item["mode"] = "exchange" if item.get("mode") else None
                item["source"], item["target"] = (
                    (item["target"], item["source"])
                    if item["mode"]
                    else (
                        item["source"],
                        item["target"],
                    )
                )
            for post_ in item.get("positions", []):
                if rng.random() < 0.2:
                    post_["title"] = "副" + post_["title"]
                if rng.random() < 0.2:
                    post_["region"] = None
        rng.shuffle(items)
        out[kind] = items
    return out


def sets() -> list[Path]:
    own = [GOLD / "dev", GOLD / "heldout", GOLD / "real" / "dev"]
    return own + [SHARED / "gold" / name for name in ("local", "national", "seeds")]


@pytest.mark.shared
@pytest.mark.parametrize("folder", sets(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_figures_are_those_of_the_contracts_scorer(folder: Path, tmp_path: Path) -> None:
    if not SCORER.exists():
        pytest.skip("../shared/gold/score.py is not beside the checkout")
    gold = load_gold([folder])
    rng = random.Random(folder.name)
    found = {key: damaged(item, rng) for key, item in gold.items() if rng.random() > 0.05}
    predicted = tmp_path / "found.jsonl"
    predicted.write_text("\n".join(json.dumps(item) for item in found.values()), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(SCORER), str(folder), str(predicted), "--json"], capture_output=True, text=True
    )
    theirs = json.loads(run.stdout)
    ours = score(gold, found)
    assert {
        category: {
            "precision": f.precision,
            "recall": f.recall,
            "f1": f.f1,
            "tp": f.right,
            "fp": f.wrong,
            "fn": f.missed,
        }
        for category, f in ours.figures.items()
    } == theirs["figures"]
    assert {k: right / of for k, (right, of) in ours.ratios.items() if of} == theirs["ratios"]
    assert list(ours.missing) == theirs["missing"]
    assert ours.figures["core"].wrong > 0
    assert ours.figures["core"].missed > 0


@pytest.mark.shared
def test_likeness_is_that_of_the_contracts_scorer() -> None:
    if not SCORER.exists():
        pytest.skip("../shared/gold/score.py is not beside the checkout")
    spec = importlib.util.spec_from_file_location("contract_score", SCORER)
    assert spec
    assert spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = load_gold([GOLD / "dev", GOLD / "real" / "dev"])
    names = sorted({m["name"] for r in gold.values() for k in ("meetings", "initiatives") for m in r[k]})
    posts = [p for r in gold.values() for o in r["officials"] for p in o["positions"]]
    rng = random.Random(7)
    for _ in range(4000):
        a, b = rng.choice(names), rng.choice(names)
        b = b if rng.random() < 0.5 else a[: rng.randrange(len(a))] + a[rng.randrange(len(a)) :]
        assert alike(a, b) == theirs.alike(a, b)
        p, q = rng.choice(posts), rng.choice(posts)
        assert post(p) == theirs.post(p)
        assert same_post(p, q) == theirs.same_post(p, q)


# -- by hand ---------------------------------------------------------------------------------------------------------


def test_counts_and_errors() -> None:
    gold = record(
        officials=[person("甲", ("九江市委", "书记", "九江市")), person("乙")],
        meetings=[{"name": "全市工作会议", "date": "2021-01-01"}],
        relations=[tie("CHAIRED", "甲", "全市工作会议"), tie("ATTENDED", "甲", "全市工作会议")],
    )
    guess = record(
        officials=[person("甲", ("中共九江市委", "书记", "九江市"), ("", "副书记", "九江市")), person("丙")],
        meetings=[{"name": "工作会议", "date": "2021-01-02"}],
        relations=[tie("CHAIRED", "甲", "工作会议"), tie("SPOKE_AT", "丙", "工作会议")],
    )
    tally = score_article(gold, guess)
    counts = {c: (f.right, f.wrong, f.missed) for c, f in tally.figures.items() if f.right + f.wrong + f.missed}
    assert counts == {
        "officials": (1, 1, 1),
        "positions": (1, 1, 0),
        "meetings": (1, 0, 0),
        "roles": (1, 1, 0),  # that 甲 attended is implied
    }
    assert tally.ratios["meeting dates"] == (0, 1)
    assert [(e.category, e.what, e.shown) for e in tally.errors] == [
        ("officials", "missed", "乙"),
        ("officials", "wrong", "丙"),
        ("positions", "wrong", "甲:  副书记 (九江市)"),
        ("roles", "wrong", "?丙 SPOKE_AT 全市工作会议"),
    ]


def test_optional_is_neither_required_nor_wrong() -> None:
    gold = record(
        officials=[person("甲", ("", "书记", "九江市"), optional=True)],
        meetings=[{"name": "第三次全体会议", "optional": True}],
        relations=[tie("ATTENDED", "甲", "第三次全体会议", optional=True)],
    )
    assert all(f == type(f)(0, 0, 0) for f in score_article(gold, record()).figures.values())
    tally = score_article(
        gold,
        record(
            officials=[person("甲", ("", "市长", "九江市"))],
            meetings=[{"name": "第三次全体会议"}],
            relations=[tie("CHAIRED", "甲", "第三次全体会议")],
        ),
    )
    assert all(f == type(f)(0, 0, 0) for f in tally.figures.values())
    verdicts = {j.category: j.right for j in tally.judged}
    assert verdicts == {"officials": True, "positions": None, "meetings": True, "roles": None}


def test_a_pair_counts_once_and_its_mode_is_judged_apart() -> None:
    regions = [{"name": "甲市"}, {"name": "乙市"}]
    gold = record(regions=regions, relations=[tie("COOPERATES_WITH", "甲市", "乙市", mode="agreement")])
    guess = record(
        regions=regions,
        relations=[
            tie("COOPERATES_WITH", "乙市", "甲市", mode="co_build"),
            tie("COOPERATES_WITH", "甲市", "乙市", mode="agreement"),
        ],
    )
    tally = score_article(gold, guess)
    assert (tally.figures["cooperation"].right, tally.figures["cooperation"].wrong) == (1, 0)
    assert tally.ratios["cooperation modes"] == (1, 1)
    assert [j.right for j in tally.judged if j.category == "cooperation"] == [False, True]


def test_a_post_of_nobody_is_judged_wrong_but_not_counted() -> None:
    tally = score_article(record(), record(officials=[person("丙", ("", "市长", "九江市"))]))
    assert tally.figures["positions"].wrong == 0
    assert [(j.category, j.right) for j in tally.judged] == [("officials", False), ("positions", False)]


def test_every_fact_found_is_judged() -> None:
    gold = load_gold([GOLD / "dev"])
    rng = random.Random(3)
    for item in gold.values():
        guess = damaged(item, rng)
        judged = score_article(item, guess).judged
        bodies = {norm(o["name"]) for o in guess.get("organizations", [])} | {
            o["name"] for o in guess.get("organizations", [])
        }
        relations = [r for r in guess["relations"] if r["type"] != "TOOK_PART_IN" or r["source"] not in bodies]
        assert sum(j.category in ("roles", "cooperation", "other_relations") for j in judged) == len(relations)


@pytest.mark.parametrize(
    ("gold", "guess", "same"),
    [
        ({"name": "九江市", "code": "360400"}, {"name": "九江", "code": "360400"}, True),
        ({"name": "九江市", "code": "360400"}, {"name": "九江市", "code": "360402"}, False),
        ({"name": "市中区", "level": "county"}, {"name": "市中区", "code": "370103"}, False),
        ({"name": "九江高新技术产业开发区", "level": "zone"}, {"name": "九江高新区"}, True),
        ({"name": "长三角", "level": "cluster"}, {"name": "珠三角"}, False),
    ],
)
def test_regions(gold: dict[str, Any], guess: dict[str, Any], same: bool) -> None:
    assert same_region(gold, guess) is same


def test_gold_matches_itself() -> None:
    gold = load_gold([GOLD / "dev"])
    figures = score(gold, gold).figures
    assert figures["core"].f1 == 1.0
    assert all(figures[category].right for category in CATEGORIES)


def test_bad_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_gold([tmp_path / "none"])
    with pytest.raises(KgError, match="no gold record"):
        load_gold([tmp_path])
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json"):
        load_gold([tmp_path])
