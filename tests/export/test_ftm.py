"""FollowTheMoney entities, as followthemoney itself sees them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.export.ftm import entity_id
from tests.export.conftest import Made


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_followthemoney_takes_every_value(made: Made) -> None:
    ftm = pytest.importorskip("followthemoney")
    for data in entities(made.export("ftm")):
        proxy = ftm.model.get_proxy(data, cleaned=False)
        ftm.model.get(data["schema"]).validate(data)
        for name, values in data["properties"].items():
            # followthemoney itself takes quotation marks off the ends of a name
            assert {v.strip("\"'") for v in proxy.get(name)} == {v.strip("\"'") for v in values}, (data["id"], name)


def test_links_lead_to_entities_of_the_right_schema(made: Made) -> None:
    ftm = pytest.importorskip("followthemoney")
    there = {data["id"]: data for data in entities(made.export("ftm"))}
    links = 0
    for data in there.values():
        for name, values in data["properties"].items():
            prop = ftm.model.get(data["schema"]).get(name)
            if prop.type.name == "entity":
                for value in values:
                    links += 1
                    assert ftm.model.get(there[value]["schema"]).is_a(prop.range), (data["schema"], name)
    assert links > 100


def test_shape(made: Made) -> None:
    all_of_it = entities(made.export("ftm"))
    there = {data["id"]: data for data in all_of_it}
    assert len(there) == len(all_of_it), "an id twice"
    schemata = {"Official": "Person", "Region": "Territory", "Meeting": "Event", "Initiative": "Project"}
    for node in made.tables.nodes:
        data = there[entity_id(node.id)]
        assert data["schema"] == schemata.get(node.label, data["schema"])
        assert data["schema"] in ("Person", "Territory", "Event", "Project", "PublicBody", "Company", "Article")
    for edge in made.tables.edges:
        if edge.type == "MENTIONS":
            assert entity_id(edge.source) in there[entity_id(edge.target)]["properties"]["proof"]
            continue
        data = there[entity_id(edge.id)]
        props = data["properties"]
        ends = ("holder", "post") if edge.type == "HOLDS" else ("subject", "object")
        assert data["schema"] == ("Occupancy" if edge.type == "HOLDS" else "UnknownLink")
        assert props[ends[0]] == [entity_id(edge.source)]
        if edge.type == "HOLDS":
            post = there[props["post"][0]]["properties"]
            assert post["organization"] == [entity_id(edge.target)]
        else:
            assert props["object"] == [entity_id(edge.target)]
        assert props.get("date", []) == sorted({d for d in (edge.first_seen, edge.last_seen) if d})
        assert not props.keys() & {"startDate", "endDate"}, "when a post began is not known"
        items = made.evidence(edge.id)
        assert props.get("proof", []) == sorted({entity_id(e.article) for e in items})
        quotes = props.get("description", [])
        for item in items:
            sentence = " ".join(
                re.sub("[\x00-\x1f\u2028\ufffe]", " ", re.sub("[\u200f\u202c\u202e]", "", item.sentence)).split()
            )
            assert any(" ".join(quote.replace("\ufffe", " ").split()).startswith(sentence) for quote in quotes)
            assert any(quote.endswith(f"{item.article})") for quote in quotes)
    names = {data["properties"]["name"][0] for data in all_of_it if data["schema"] == "Position"}
    assert {"青岚市人民政府 市长", "白石市委 书记"} <= names


def test_ids() -> None:
    assert entity_id("official:02719c02cc4a76fc") == "official-02719c02cc4a76fc"
    assert entity_id("cooperates_with:00f3") == "cooperates-with-00f3"
    assert entity_id("region:zone:江北新区").startswith("govkg-")
    assert entity_id("region:zone:江北新区") != entity_id("region:zone:湘江新区")
