"""The Cypher files fit the ontology: each label and each pair of labels an edge may join has its load statement."""

from __future__ import annotations

import re

import pytest

from kg.model import EDGE_TYPES, NODE_PROPERTIES
from kg.resources import cypher_dir
from kg.store.files import named_queries, statement, statements

PAIRS = {
    f"{edge_type}-{source}-{target}"
    for edge_type, (sources, targets, _) in EDGE_TYPES.items()
    for source in sources
    for target in targets
}


def test_every_label_and_every_edge_has_its_load_statement() -> None:
    assert {file.name for file in statements("load/nodes")} == set(NODE_PROPERTIES)
    assert {file.name for file in statements("load/edges")} == PAIRS
    assert {file.name for file in statements("load/held")} == {*NODE_PROPERTIES, *EDGE_TYPES}


def test_no_statement_matches_by_a_dynamic_label_or_type() -> None:
    """Neo4j 2026.09 gives the ends of the wrong edge for ``[r:$($type)]``."""
    for path in cypher_dir().rglob("*.cypher"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?m)^MATCH .*:\$\(", text), path


@pytest.mark.parametrize("pair", sorted(PAIRS))
def test_a_load_statement_speaks_of_its_own_labels(pair: str) -> None:
    edge_type, source, target = pair.split("-")
    text = statement(f"load/edges/{pair}")
    assert f"(a:{source} {{_graph: $graph" in text
    assert f"(b:{target} {{_graph: $graph" in text
    assert f"[r:{edge_type} {{_graph: $graph" in text


@pytest.mark.parametrize("label", sorted(NODE_PROPERTIES))
def test_every_label_has_its_constraint_and_lookup(label: str) -> None:
    schema = " ".join(file.statement for file in statements("schema"))
    assert f"FOR (n:{label}) REQUIRE (n._graph, n.id) IS UNIQUE" in schema
    assert f"(n:{label})" in statement(f"lookup/{label.lower()}")


def test_queries_name_only_what_the_ontology_has() -> None:
    known = {*NODE_PROPERTIES, *EDGE_TYPES}
    for query in named_queries().values():
        named = set(re.findall(r"[:|]([A-Z]\w*)", re.sub(r"'[^']*'", "", query.statement)))
        assert named <= known, (query.name, named - known)


def test_every_file_is_found_by_its_folder() -> None:
    found = {path.relative_to(cypher_dir()).parts[0] for path in cypher_dir().rglob("*.cypher")}
    assert found == {"schema", "load", "lookup", "queries"}
