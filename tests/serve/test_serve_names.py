"""Pages speak one language: columns, fields and values have names in both."""

from __future__ import annotations

import json
import re

import pytest
from starlette.testclient import TestClient

from kg.draw.assets import viz_text
from kg.serve.names import heading, hint, label, named
from kg.store.files import named_queries

CHINESE = re.compile(r"[一-鿿]")


@pytest.mark.parametrize("query", named_queries().values(), ids=lambda query: query.name)
def test_every_column_and_field_has_a_chinese_name(query: object) -> None:
    columns = query.columns  # type: ignore[attr-defined]
    headings = [heading(column, "zh", query.name) for column in columns]  # type: ignore[attr-defined]
    assert all(CHINESE.search(text) for text in headings), headings
    assert len(set(headings)) == len(columns), headings
    for parameter in query.parameters:  # type: ignore[attr-defined]
        assert CHINESE.search(label(parameter, "zh"))
        assert CHINESE.search(hint(parameter, "zh")), parameter.text
        assert label(parameter, "en") == parameter.name


def test_the_table_of_names_holds_nothing_that_no_query_has() -> None:
    names = json.loads(viz_text("serve/names.json"))
    queries = named_queries()
    assert set(names["columns"]) <= {column for query in queries.values() for column in query.columns} | {"source_id"}
    assert set(names["hints"]) <= {p.text for query in queries.values() for p in query.parameters}
    assert set(names["parameters"]) <= {p.name for query in queries.values() for p in query.parameters}
    for table in ("columns_of", "values_as"):
        for query, columns in names[table].items():
            assert set(columns) <= set(queries[query].columns)


def test_values_by_their_names() -> None:
    assert named("agreement", "mode", "zh") == "签署协议"
    assert named("agreement", "name", "zh", "ties-between") == "签署协议"
    assert named("agreement", "name", "zh", "namesakes") == "agreement"
    assert named(["ATTENDED", "HOLDS"], "types", "zh", "path-between") == "出席；任职"
    assert named("ATTENDED", "type", "en", "facts-of-article") == "attended"
    assert named("cooperation", "kind", "zh") == "合作"
    assert (named(True, "chaired", "zh"), named(False, "chaired", "en")) == ("是", "false")
    assert named("true", "name", "zh") == "true"  # a text, not a truth


def test_the_page_of_a_query_is_in_its_language(client: TestClient) -> None:
    page = client.get("/queries/partners-of-region", params={"region": "青岚市"}).text
    heads = re.findall(r"<th scope=\"col\">([^<]*)</th>", page)
    assert heads[:4] == ["合作地区", "合作地区编号", "方式", "文章数"]
    fields = re.findall(r"<label for=\"p-[^\"]*\">([^<]*)", page)
    assert all(CHINESE.search(text) for text in fields)
    english = client.get("/queries/partners-of-region", params={"region": "青岚市", "lang": "en"}).text
    assert re.findall(r"<th scope=\"col\">([^<]*)</th>", english)[:2] == ["partner", "partner id"]
    csv = client.get("/queries/partners-of-region", params={"region": "青岚市", "format": "csv"}).text
    assert csv.lstrip("\ufeff").startswith("partner,partner_id,mode,articles")  # files keep the machine's names
