"""The records of real items hold together, and agree with their texts where the collection is at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.model import EDGE_TYPES, Record

HERE = Path(__file__).parent
SHARED = HERE.parents[3] / "shared" / "data"
NEWS, DIVISIONS = SHARED / "news-local.jsonl.gz", SHARED / "divisions-history.csv"
SIZE = {"dev": 70, "heldout": 20}
RECORDS = sorted(path for name in SIZE for path in (HERE / name).glob("*.json"))


def load_build() -> ModuleType:
    """`build.py` as a module: it stands beside this file, in no package."""
    for folder in (HERE, HERE.parent):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("gold_real_build", HERE / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sets_are_whole_and_apart() -> None:
    ids = {name: {path.stem for path in (HERE / name).glob("*.json")} for name in SIZE}
    assert {name: len(found) for name, found in ids.items()} == SIZE
    assert not ids["dev"] & ids["heldout"]


def test_no_article_text_is_kept() -> None:
    kept = [path for path in HERE.rglob("*.txt") if path.parent.name != "src"]
    assert not kept
    longest = max(
        len(item["name"])
        for path in RECORDS
        for part in ("meetings", "initiatives")
        for item in json.loads(path.read_text(encoding="utf-8"))[part]
    )
    assert longest <= 40


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_relations_join_what_the_record_holds(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    record = Record.from_json({**data, "relations": []})
    assert record.article.id == path.stem
    names = {
        "Official": {item["name"] for item in data["officials"]},
        "Region": {item["name"] for item in data["regions"]},
        "Organization": {item["name"] for item in data["organizations"]},
        "Meeting": {item["name"] for item in data["meetings"]},
        "Initiative": {item["name"] for item in data["initiatives"]},
    }
    present = {(r["type"], r["source"], r["target"]) for r in data["relations"]}
    for relation in data["relations"]:
        sources, targets, _ = EDGE_TYPES[relation["type"]]
        assert any(relation["source"] in names[label] for label in sources)
        assert any(relation["target"] in names[label] for label in targets)
        if relation["type"] in ("CHAIRED", "SPOKE_AT"):
            assert ("ATTENDED", relation["source"], relation["target"]) in present


@pytest.mark.shared
@pytest.mark.parametrize("set_name", SIZE)
def test_annotations_agree_with_the_texts(set_name: str) -> None:
    for path in (NEWS, DIVISIONS):
        if not path.exists():
            pytest.skip(f"{path.name} is not beside the checkout")
    build = load_build()
    articles = build.compiled(set_name, NEWS, DIVISIONS)
    assert [f"{article.name}: {error}" for article in articles for error in article.errors] == []
    for article in articles:
        kept = (HERE / set_name / f"{article.name}.json").read_text(encoding="utf-8")
        assert kept == build.as_json(article), f"{article.name}.json is older than src/{set_name}.txt"


@pytest.mark.shared
def test_a_name_that_the_text_lacks_is_reported() -> None:
    if not NEWS.exists() or not DIVISIONS.exists():
        pytest.skip("the collection is not beside the checkout")
    build = load_build()
    item = {"id": "x", "title": "", "text": "赣州市长甲某某主持会议", "date": "2020-01-01", "source": "某报"}
    notes = "O 乙某某 = 赣州市: 市长\nR 赣州市\nM1 座谈会 | symposium | 2020-01-02\nm1 chair: 丙某某"
    errors = build.RealArticle(item, notes, build.Divisions.load(DIVISIONS)).errors
    assert any("乙某某" in error for error in errors)
    assert any("座谈会" in error and "not in the text" in error for error in errors)
    assert any("after publication" in error for error in errors)
    assert any("丙某某" in error for error in errors)
