"""The regions of the gold annotations: every one the text names is found, with its code; none settled wrongly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.lexicon import Context, Gazetteer, Place, gazetteer
from kg.lexicon.places import PlaceHit

OWN = Path(__file__).resolve().parents[1] / "gold"
GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
OWN_SETS = ("dev", "heldout", "unseen", "more")

#: "shared": the annotations beside the checkout, local and national; else one of the sets that come with it
SETS = [
    pytest.param(
        "shared",
        marks=[
            pytest.mark.shared,
            pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared/gold beside the checkout"),
        ],
    ),
    pytest.param("own"),
]


def articles(which: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """(name, clean text, gold regions) of a set: those in folders, then the national ones from their JSON Lines."""
    folders = [GOLD / "local"] if which == "shared" else [OWN / name for name in OWN_SETS]
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        text = path.with_suffix(".clean.txt").read_text(encoding="utf-8")
        yield path.stem, text, json.loads(path.read_text(encoding="utf-8"))["regions"]
    if which != "shared":
        return
    for line in (GOLD / "national" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        record = json.loads((GOLD / "national" / f"{article['id']}.json").read_text(encoding="utf-8"))
        yield article["id"], f"{article.get('title') or ''}\n{article['text']}", record["regions"]


def settled(known: Gazetteer, hits: list[PlaceHit]) -> Iterator[tuple[PlaceHit, Place]]:
    """What every hit stands for, as far as the page settles it."""
    named = tuple(place.id for hit in hits if len(hit.places) == 1 for place in hit.places)
    for hit in hits:
        for part in hit.parts or (hit,):
            place = part.places[0] if len(part.places) == 1 else known.resolve(part.text, Context(parents=named))
            if place is not None:
                yield part, place


def stated(text: str, region: dict[str, Any]) -> bool:
    """Whether the text itself writes the region, in full or without its last character (江西 for 江西省)."""
    name = region["name"]
    return name in text or (len(name) > 2 and name[-1] in "省市县区" and name[:-1] in text)


@pytest.mark.parametrize("which", SETS)
def test_regions_with_a_code_are_found_with_that_code(which: str) -> None:
    known, wanted, missed = gazetteer(), 0, []
    for id, text, regions in articles(which):
        got = {place.code for _, place in settled(known, known.scan(text))}
        for region in regions:
            if region.get("code") and not region.get("optional") and stated(text, region):
                wanted += 1
                if region["code"] not in got:
                    missed.append((id, region["name"], region["code"]))
    assert wanted > 180
    assert len(missed) / wanted <= 0.01, missed


@pytest.mark.parametrize("which", SETS)
def test_no_name_of_the_gold_is_given_another_code(which: str) -> None:
    known, right, wrong = gazetteer(), 0, []
    for id, text, regions in articles(which):
        codes: dict[str, set[str | None]] = {}
        for region in regions:
            codes.setdefault(region["name"], set()).add(region.get("code"))
        for hit, place in settled(known, known.scan(text)):
            wanted = codes.get(place.name)
            if wanted is not None and place.level in ("province", "prefecture", "county"):
                if place.code in wanted:
                    right += 1
                else:
                    wrong.append((id, hit.text, place.code, wanted))
    assert right > 500
    assert len(wrong) / (right + len(wrong)) <= 0.01, wrong


@pytest.mark.parametrize("which", SETS)
def test_zones_and_clusters_the_text_names_are_found(which: str) -> None:
    known, wanted, missed = gazetteer(), 0, []
    for id, text, regions in articles(which):
        spans = [(hit.text, hit.places[0].name) for hit in known.scan(text)]
        for region in regions:
            name = region["name"]
            if region["level"] in ("zone", "cluster", "township") and name in text and not region.get("optional"):
                wanted += 1
                if not any(name in (written, place) or name in written for written, place in spans):
                    missed.append((id, name))
    assert wanted > 50
    assert len(missed) / wanted <= 0.03, missed
