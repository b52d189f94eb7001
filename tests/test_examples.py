"""The main job on the example pages: what a reader who knows them expects to find, and nothing in the made-up ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.model import GraphTables, Record
from kg.store.folder import read_graph

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "examples" / "articles"
FACTS = {
    fact["page"]: fact
    for fact in map(json.loads, (ROOT / "examples" / "facts.jsonl").read_text(encoding="utf-8").splitlines())
}


def run(*arguments: str) -> str:
    """`kg ARGUMENTS`; its output."""
    result = CliRunner().invoke(cli, list(arguments), standalone_mode=False, catch_exceptions=False)
    return result.output


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Page number -> what `kg extract` says of the page as scraped."""
    lines = [line for line in run("extract", str(PAGES)).splitlines() if line.startswith("{")]
    found = (Record.from_json(json.loads(line)) for line in lines)
    return {record.article.id[:2]: record for record in found}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("examples") / "my-graph"
    said = run("build", str(PAGES), "--graph", str(graph))
    assert "internal error" not in said
    assert f"{len(FACTS)} read" in said
    assert " 0 skipped" in said
    return graph


@pytest.fixture(scope="module")
def graph(folder: Path) -> GraphTables:
    return read_graph(folder)


def counts(found: set[Any], stated: set[Any]) -> tuple[int, int, int]:
    return len(found & stated), len(found), len(stated)


def stated_pairs(page: str) -> set[frozenset[str]]:
    return {frozenset(pair) for names, _ in FACTS[page]["cooperates"] for pair in combinations(names.split(), 2)}


def figures(records: dict[str, Record]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """(kind, (right, found, stated)) for each page and kind."""
    for page, fact in FACTS.items():
        record = records.get(page)
        yield (
            "officials",
            counts({o.name for o in record.officials} if record else set(), set(fact["officials"].split())),
        )
        relations = record.relations if record else ()
        chaired = {r.source for r in relations if r.type == "CHAIRED"}
        yield "chaired", counts(chaired, set(fact["chaired"].split()))
        pairs = {frozenset((r.source, r.target)) for r in relations if r.type == "COOPERATES_WITH"}
        yield "cooperates", counts(pairs, stated_pairs(page))
        dates = {m.date for m in record.meetings if m.date_precision == "day"} if record else set()
        yield "dates", counts(dates, set(fact["meetings"].values()))


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [("officials", 0.98, 0.95), ("chaired", 0.95, 0.90), ("dates", 0.90, 0.90), ("cooperates", 0.85, 0.80)],
)
def test_facts_of_the_pages_as_scraped(records: dict[str, Record], kind: str, precision: float, recall: float) -> None:
    right, found, stated = (sum(column) for column in zip(*(c for k, c in figures(records) if k == kind), strict=True))
    print(f"{kind}: {right} right of {found} found and {stated} stated")
    assert right / found >= precision
    assert right / stated >= recall


@pytest.mark.parametrize("page", sorted(page for page, fact in FACTS.items() if not fact["officials"]))
def test_nothing_is_found_in_pages_out_of_the_domain(records: dict[str, Record], graph: GraphTables, page: str) -> None:
    record = records.get(page)
    assert record is None or not (record.officials or record.meetings or record.relations or record.initiatives)
    assert not [item for item in graph.evidence if item.article.startswith(page)]


def official_ids(graph: GraphTables, name: str) -> dict[str, set[str]]:
    """Official id -> names of the organisations a person of that name holds posts in."""
    names = {node.id: node.name for node in graph.nodes}
    held: dict[str, set[str]] = {n.id: set() for n in graph.nodes if n.label == "Official" and n.name == name}
    for edge in graph.edges:
        if edge.type == "HOLDS" and edge.source in held:
            held[edge.source].add(names[edge.target])
    return held


def test_three_people_of_one_name_stay_three(graph: GraphTables) -> None:
    held = official_ids(graph, "王建平")
    places = [{place for place in ("安康", "南平", "张家口") for org in orgs if place in org} for orgs in held.values()]
    assert len(held) == 3, held
    assert sorted(map(sorted, places)) == [["南平"], ["安康"], ["张家口"]]


def test_one_person_who_moves_stays_one(graph: GraphTables) -> None:
    (orgs,) = official_ids(graph, "周立恒").values()
    assert any("衢州" in org for org in orgs)
    assert any("丽水" in org for org in orgs)


def test_a_reprint_adds_an_article_and_no_meeting(graph: GraphTables) -> None:
    meetings = [n for n in graph.nodes if n.label == "Meeting" and n.props.get("date") == "2023-07-12"]
    assert len(meetings) == 1, [meeting.name for meeting in meetings]
    articles = {
        edge.source[:2] if edge.source[:2].isdigit() else names[edge.source][:2]
        for names in [{n.id: n.name for n in graph.nodes}]
        for edge in graph.edges
        if edge.type == "MENTIONS" and edge.target == meetings[0].id
    }
    assert len(articles) >= 2


def test_sessions_of_a_series_stay_apart(graph: GraphTables) -> None:
    dates = {
        n.props["date"]
        for n in graph.nodes
        if n.label == "Meeting" and "四省边际城市合作第" in n.name and "次" in n.name
    }
    assert {"2021-05-18", "2022-06-10", "2023-05-25", "2024-04-19"} <= dates


def test_all_seven_modes_are_there(graph: GraphTables) -> None:
    modes = {edge.props["mode"] for edge in graph.edges if edge.type == "COOPERATES_WITH"}
    assert modes == {"joint_meeting", "agreement", "co_build", "pairing", "integration", "exchange", "programme"}


def test_every_edge_of_the_pages_has_its_sentence(graph: GraphTables) -> None:
    shown = {item.edge for item in graph.evidence if item.sentence}
    bare = [e.type for e in graph.edges if e.type not in ("PART_OF", "MENTIONS", "IN_SERIES") and e.id not in shown]
    assert not bare


def test_building_again_changes_nothing(folder: Path) -> None:
    def state() -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for name in ("nodes", "edges", "evidence", "records")
            for path in sorted((folder / name).rglob("*.parquet"))
        }

    before = state()
    assert before
    run("build", str(PAGES), "--graph", str(folder))
    assert state() == before
