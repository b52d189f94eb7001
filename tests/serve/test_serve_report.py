"""Reports of a server are those of the command, byte for byte; without a folder they come from the store alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.report.render import render
from kg.report.write import KINDS, report, report_from_folder
from kg.serve import reports as reports_module
from kg.serve.app import Settings, make_app
from kg.serve.reports import whole
from kg.store.base import Store
from kg.store.folder import read_graph, write_graph
from tests.support.hostile_graph import labelled, provinces

ASKED = {
    "region": {"name": "青岚市"},
    "pair": {"name": "青岚", "other": "白石市"},
    "official": {"name": "顾长明"},
    "overview": {},
    "changes": {"since": "2023-01"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_graph(tmp_path / "g", labelled(provinces()), graph_id="g")
    return tmp_path / "g"


@pytest.fixture
def over_folder(store: Store, folder: Path) -> TestClient:
    return TestClient(make_app(store, Settings("两省", folder=folder)), base_url="http://localhost:8321")


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_the_same_bytes_as_the_command(over_folder: TestClient, folder: Path, kind: str, form: str) -> None:
    for lang in ("zh", "en"):
        asked = {**ASKED[kind], "format": form, "lang": lang, "to": "2023-12"}
        answer = over_folder.get(f"/report/{kind}", params=asked)
        assert answer.status_code == 200, answer.text
        names = [asked[key] for key in ("name", "other") if key in asked]
        made = report_from_folder(folder, kind, names, lang=lang, last="2023-12", since=asked.get("since"))
        assert answer.content == render(made, form)
        assert ("attachment" in answer.headers.get("content-disposition", "")) == (form != "html")
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_it_follows_the_graph(over_folder: TestClient, folder: Path) -> None:
    before = over_folder.get("/report/overview").text
    tables = read_graph(folder)
    kept = tuple(edge for edge in tables.edges if edge.type != "COOPERATES_WITH")
    ids = {edge.id for edge in kept}
    fewer = replace(tables, edges=kept, evidence=tuple(item for item in tables.evidence if item.edge in ids))
    write_graph(folder, fewer, graph_id="g")
    after = over_folder.get("/report/overview").text
    assert after != before
    assert after.encode() == render(report_from_folder(folder, "overview"), "html")


def test_a_store_without_a_folder_gives_the_same_report(client: TestClient, store: Store, folder: Path) -> None:
    tables = read_graph(folder)
    found = whole(store)
    assert found.nodes == tables.nodes
    assert {edge.id: edge for edge in found.edges} == {edge.id: edge for edge in tables.edges}
    assert {(e.edge, e.article, e.sentence, e.start, e.end) for e in found.evidence} == {
        (e.edge, e.article, e.sentence, e.start, e.end) for e in tables.evidence
    }
    page = client.get("/report/pair", params={"name": "青岚市", "other": "白石市"})
    assert page.content == render(report(tables, "pair", ["青岚市", "白石市"]), "html")


def test_a_store_too_large_for_that_says_what_to_do(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports_module, "MOST_EDGES", 3)
    answer = client.get("/report/overview")
    assert answer.status_code == 400
    assert "kg report" in answer.text


@pytest.mark.parametrize(
    ("path", "code", "reason"),
    [
        ("/report/pair?name=青岚市", 400, "needs other"),
        ("/report/pair?name=青岚市&other=青岚", 400, "are both"),
        ("/report/region?name=查无此地", 400, "查无此地"),
        ("/report/region?name=青岚市&from=soon", 400, "is not a date"),
        ("/report/changes", 400, "--since"),
        ("/report/overview?format=pdf", 400, "no format"),
        ("/report/everything", 404, "no report called"),
    ],
)
def test_what_cannot_be_made_is_said_beside_the_form(client: TestClient, path: str, code: int, reason: str) -> None:
    answer = client.get(path)
    assert answer.status_code == code
    assert reason in answer.text
    if code == 400:
        assert 'role="alert"' in answer.text
        assert 'action="/report/region"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_every_kind_has_a_form_that_keeps_what_was_typed(client: TestClient) -> None:
    page = client.get("/report").text
    assert [f'action="/report/{kind}"' in page for kind in KINDS] == [True] * len(KINDS)
    again = client.get("/report/pair", params={"name": '青岚"><b>', "other": "白石市"}).text
    assert 'value="青岚&#34;&gt;&lt;b&gt;"' in again
    assert 'value="白石市"' in again
    assert "<b>" not in again
