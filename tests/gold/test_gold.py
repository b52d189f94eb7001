"""The gold articles of every set are whole, readable as records, and say nothing their text does not."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kg.model import EDGE_TYPES, Record

HERE = Path(__file__).parent
SETS = {"dev": 24, "heldout": 24, "unseen": 24, "more": 30, "exam": 48, "final": 44}
RECORDS = sorted(path for name in SETS for path in (HERE / name).glob("*.json"))


def plain(text: str) -> str:
    return re.sub(r"[\s“”\"《》·,、。,]", "", unicodedata.normalize("NFKC", text))


def test_each_set_has_its_articles() -> None:
    for name, articles in SETS.items():
        stems = {path.name.split(".")[0] for path in (HERE / name).iterdir()}
        assert len(stems) == articles
        for stem in stems:
            for suffix in (".txt", ".clean.txt", ".json"):
                assert (HERE / name / (stem + suffix)).is_file()


def test_half_of_the_articles_are_damaged() -> None:
    for name, articles in SETS.items():
        folder = HERE / name
        damaged = sum(
            (folder / f"{path.stem}.txt").read_text() != (folder / f"{path.stem}.clean.txt").read_text()
            for path in folder.glob("*.json")
        )
        assert articles / 2 <= damaged <= articles


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record_agrees_with_its_text(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    text = plain(path.with_suffix(".clean.txt").read_text(encoding="utf-8"))
    record = Record.from_json({**data, "relations": []})
    assert record.article.id == path.stem
    for official in record.officials:
        assert plain(official.name) in text
    for initiative in record.initiatives:
        assert plain(initiative.name) in text


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_relations_join_what_the_record_holds(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
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
