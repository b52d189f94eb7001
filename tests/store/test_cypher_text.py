"""Telling reading from writing statements by their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.cypher import tokens, writing_clause
from kg.store.files import named_queries


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("CREATE (n)", "CREATE"),
        ("match (n) set n.x = 1", "SET"),
        ("MATCH (n)\nDETACH\tDELETE n", "DETACH"),
        ("MATCH (n) REMOVE n.x", "REMOVE"),
        ("MERGE (n:Region {id: 'CREATE'})", "MERGE"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
        ("FOREACH (x IN [1] | CREATE (n))", "FOREACH"),
        ("CALL { MATCH (n) DELETE n }", "DELETE"),
        ("CALL apoc.cypher.runWrite('x', {})", "CALL apoc.cypher.runWrite"),
        ("CALL `db`.createLabel('x')", "CALL db.createLabel"),
        ("DROP INDEX x", "DROP"),
        ("/* MATCH */ CREATE (n)", "CREATE"),
        ("// MATCH\nCREATE (n)", "CREATE"),
        ("RETURN 1 ; CREATE (n)", "CREATE"),
        ("START DATABASE x", "START"),
        ("EXPLAIN ALTER USER x SET PASSWORD 'y'", "ALTER"),
        ("USE other MATCH (n) RETURN n", "USE"),
        ("MATCH (n) RETURN 'a\\' CREATE' SET n.x = 1", "SET"),
        ("INSERT (n:X)", "INSERT"),
    ],
)
def test_writing(statement: str, clause: str) -> None:
    assert writing_clause(statement) == clause


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n) RETURN n",
        "MATCH (n) WHERE n.name = 'CREATE (x)' RETURN n // SET",
        "MATCH (n:Set)-[:CREATE]->(m) RETURN n.set, m.delete AS x",
        "MATCH (n) RETURN {set: n.x, delete: 1}",
        "MATCH (`create`) RETURN `create`",
        "RETURN $set, $delete",
        "CALL { MATCH (n) RETURN n } RETURN n",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN m } RETURN m",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.index.fulltext.queryNodes('kg_names', '九江') YIELD node RETURN node",
        "MATCH (n) RETURN n.starts[0] AS start, n.created AS created",
        "MATCH (n) RETURN /* DELETE */ n",
        "SHOW INDEXES",
    ],
)
def test_reading(statement: str) -> None:
    assert writing_clause(statement) is None


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_the_named_queries_read(name: str) -> None:
    assert writing_clause(named_queries()[name].statement) is None


@given(st.text(max_size=300))
def test_every_text_falls_into_tokens(text: str) -> None:
    for _, token in tokens(text):
        assert token in text


@given(st.text(alphabet="'\"`\\/*$ \nCREATset(n)", max_size=200))
def test_a_clause_after_a_closed_statement_is_seen(text: str) -> None:
    """Whatever stands in a string or comment that is closed, a clause after it is found."""
    quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    assert writing_clause(f"RETURN {quoted} DELETE n") == "DELETE"
