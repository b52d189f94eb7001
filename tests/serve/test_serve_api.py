"""The JSON API: what the explorer and other programs ask, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.serve.app import Settings, make_app
from kg.store.base import Store
from kg.store.embedded import open_embedded
from kg.store.files import named_queries
from kg.store.folder import write_graph
from tests.support.hostile_graph import labelled, provinces


def names(columns: dict) -> set[str]:
    return set(columns["nodes"]["name"])


def test_overview_holds_regions_and_their_cooperation(client: TestClient) -> None:
    body = client.get("/api/overview").json()
    assert names(body) == {"东江省", "西河省", "青岚市", "白石市", "江口县"}
    types = [body["types"][number] for number in body["edges"]["type"]]
    assert types.count("COOPERATES_WITH") == 3
    assert types.count("PART_OF") == 3
    assert len({len(column) for column in body["nodes"].values()}) == 1
    assert len({len(column) for column in body["edges"].values()}) == 1


def test_neighbours_bring_the_edges_among_themselves(client: TestClient) -> None:
    body = client.get("/api/neighbours", params={"id": "meeting:m-1"}).json()
    assert names(body) == {"青岚市·白石市联席会议", "顾长明", "沈书宁"}
    city = client.get("/api/neighbours", params={"id": "region:r-qinglan"}).json()
    assert {"白石市", "东江省", "江口县", "青岚市人民政府"} <= names(city)
    ends = set(zip(city["edges"]["from"], city["edges"]["to"], strict=True))
    assert ("region:r-baishi", "region:r-jiang") in ends  # between two neighbours
    assert not any(end.startswith("article") for pair in ends for end in pair)


def test_an_old_link_leads_to_the_node_of_today(tmp_path: Path) -> None:
    write_graph(tmp_path, labelled(provinces()))
    (tmp_path / "aliases.jsonl").write_text('["meeting:once", "meeting:m-1"]\n', encoding="utf-8")
    with open_embedded(tmp_path) as store:
        client = TestClient(make_app(store, Settings("两省")), base_url="http://localhost:8321")
        old, new = (client.get("/api/neighbours", params={"id": f"meeting:{own}"}).json() for own in ("once", "m-1"))
        assert old == new
        assert "no node 'meeting:never'" in client.get("/api/neighbours?id=meeting:never").text


def test_search_by_name_and_part_of_name(client: TestClient) -> None:
    assert "顾长明" in names(client.get("/api/search", params={"q": "顾长明"}).json())
    assert {"青岚市", "青岚市人民政府"} <= names(client.get("/api/search", params={"q": "青岚"}).json())
    assert names(client.get("/api/search", params={"q": "查无此人"}).json()) == set()


def test_evidence_names_sentence_article_date_and_medium(client: TestClient) -> None:
    city = client.get("/api/neighbours", params={"id": "region:r-qinglan"}).json()
    row = city["edges"]["note"].index("agreement")
    edge = {"edge": city["edges"]["id"][row], "from": city["edges"]["from"][row], "to": city["edges"]["to"][row]}
    (proof,) = client.get("/api/evidence", params=edge).json()["list"]
    assert proof["sentence"] == "青岚市与白石市签署合作协议。"
    assert (proof["title"], proof["medium"], proof["date"]) == ("两市签约", "青岚日报", "2023-04-02")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/api/neighbours?id=region:none", "no node"),
        ("/api/neighbours?id=n}) DETACH DELETE (n", "no id"),
        ("/api/neighbours", "id=… is missing"),
        ("/api/evidence?edge=x:1&from=region:r-dong&to=region:r-xi", "no edge"),
        ("/api/query/partners-of-regio?region=青岚市", "partners-of-region"),
        ("/api/query/partners-of-region", "region"),
        ("/api/query/partners-of-region?region=青岚市&nonsense=1", "nonsense"),
    ],
)
def test_wrong_requests_get_one_line(client: TestClient, path: str, reason: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert reason in answer.json()["error"]
    assert "Traceback" not in answer.text


def test_named_queries(client: TestClient) -> None:
    listed = client.get("/api/queries").json()
    assert {query["name"] for query in listed} == set(named_queries())
    answer = client.get("/api/query/partners-of-region", params={"region": "青岚"}).json()
    assert "白石市" in str(answer["rows"])
    assert answer["columns"] == list(named_queries()["partners-of-region"].columns)


def test_cypher_reads_and_only_reads(client: TestClient, store: Store) -> None:
    asked = {
        "statement": "MATCH (n:Official) WHERE n.name = $name RETURN n.name AS name",
        "parameters": {"name": "顾长明"},
    }
    assert client.post("/api/cypher", json=asked).json()["rows"] == [["顾长明"]]
    refused = client.post("/api/cypher", json={"statement": "MATCH (n) DETACH DELETE n"})
    assert refused.status_code == 400
    assert "reading" in refused.json()["error"]
    assert store.run("MATCH (n:Official) RETURN count(n) AS c").rows == ((3,),)


def test_rows_and_bodies_have_limits(client: TestClient, store: Store) -> None:
    small = TestClient(make_app(store, Settings("t", row_limit=2)), base_url="http://localhost")
    answer = small.post("/api/cypher", json={"statement": "MATCH (n) RETURN n.id AS id"}).json()
    assert len(answer["rows"]) == 2
    assert answer["truncated"] is True
    assert client.post("/api/cypher", content=b"x" * 1_100_000).status_code == 413
    assert client.post("/api/cypher", content=b"{}", headers={"content-type": "text/plain"}).status_code == 415
    assert client.post("/api/cypher", content=b"[", headers={"content-type": "application/json"}).status_code == 400


def test_only_known_hosts_and_no_other_origins(client: TestClient, store: Store) -> None:
    assert client.get("/health", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/health", headers={"host": "localhost.evil.example:8321"}).status_code == 400
    assert client.get("/health", headers={"host": "[::1]:8321"}).status_code == 200
    named = TestClient(make_app(store, Settings("t", hosts={"graph.example"})), base_url="http://graph.example")
    assert named.get("/health").status_code == 200
    asked = {"statement": "RETURN 1 AS one"}
    assert client.post("/api/cypher", json=asked, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/api/cypher", json=asked, headers={"origin": "null"}).status_code == 403
    assert client.post("/api/cypher", json=asked, headers={"origin": "http://localhost:8321"}).status_code == 200
    cross = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}
    assert client.get("/api/overview", headers=cross).status_code == 403


def test_every_answer_carries_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/queries", "/queries/partners-of-region", "/cypher", "/report", "/health", "/nothing"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/..%2f..%2fetc/passwd", "/kg.toml", "/graph", "/static/x"])
def test_no_file_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_judgements_need_permission_and_token(client: TestClient, store: Store) -> None:
    asked = {"verb": "same", "one": "official:p-gu", "other": "official:p-shen"}
    assert client.post("/api/judgements", json=asked).status_code == 403
    written: list[dict] = []

    def judge(item: object) -> str:
        written.append(dict(item))  # type: ignore[call-overload]
        return "j1"

    app = make_app(store, Settings("t", token="secret-token", judge=judge))
    open_ = TestClient(app, base_url="http://localhost")
    assert open_.post("/api/judgements", json=asked).status_code == 401
    wrong = {"authorization": "Bearer secret-toke"}
    assert open_.post("/api/judgements", json=asked, headers=wrong).status_code == 401
    assert written == []
    right = {"authorization": "Bearer secret-token"}
    assert open_.post("/api/judgements", json=asked, headers=right).json() == {"judgement": "j1"}
    assert written == [asked]
    assert open_.get("/api/judgements", headers=right).status_code == 405


def test_openapi_describes_every_address(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.")
    described = set(document["paths"])
    for query in named_queries():
        assert f"/api/query/{query}" in described
    for route in client.app.routes:  # type: ignore[attr-defined]
        if route.path.startswith("/api/") and "{" not in route.path:
            assert route.path in described, route.path
    needed = document["paths"]["/api/query/partners-of-region"]["get"]["parameters"]
    assert {item["name"]: item["required"] for item in needed}["region"] is True


def test_a_failing_store_says_so_and_hides_its_inside(client: TestClient) -> None:
    class Broken:
        name = "broken"

        def run(self, *args: object, **options: object) -> object:
            raise RuntimeError("secret path /somewhere")

    app = make_app(Broken(), Settings("t"))  # type: ignore[arg-type]
    broken = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    answer = broken.get("/api/overview")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_pages_show_rows_links_and_errors(client: TestClient) -> None:
    listed = client.get("/queries").text
    assert "与某地区合作最多的地区" in listed
    assert "Regions that cooperate most" in client.get("/queries?lang=en").text
    page = client.get("/queries/partners-of-region", params={"region": "青岚市"}).text
    assert "白石市" in page
    assert ">签署协议</td>" in page
    assert (
        ">agreement</td>" in client.get("/queries/partners-of-region", params={"region": "青岚市", "lang": "en"}).text
    )
    assert re.search(r'href="/draw/partners-of-region\?region=[^"]*"', page)
    wrong = client.get("/queries/partners-of-region", params={"region": "<script>alert(1)</script>"})
    assert wrong.status_code == 400
    assert "<script>" not in wrong.text
    csv = client.get("/queries/partners-of-region", params={"region": "青岚市", "format": "csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    assert "白石市" in csv.text
    assert "<script" not in page
    drawn = client.get("/draw/partners-of-region", params={"region": "青岚市"}).text
    assert "region:r-baishi" in drawn
    assert "region:r-qinglan" in drawn


def test_the_console_answers_a_form(client: TestClient) -> None:
    form = {"statement": "MATCH (n:Official {name: '顾长明'}) RETURN n.name AS name"}
    page = client.post("/cypher", data=form, headers={"origin": "http://localhost:8321"})
    assert ">顾长明</td>" in page.text
    wrong = client.post("/cypher", data={"statement": "MATCH (n RETURN"})
    assert wrong.status_code == 400
    assert 'role="alert"' in wrong.text
