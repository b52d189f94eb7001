"""The Cypher script, run on the embedded engine and on a real Neo4j; and the neo4j-admin files, imported by it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import kglite
import pytest

from kg.export.cypher import literal
from kg.export.neo4j_admin import COMMAND
from kg.model import NODE_PROPERTIES
from kg.store.neo4j_store import Credentials, connect
from tests.conftest import Bolt
from tests.export.conftest import AWKWARD, Made
from tests.support.neo4j_server import LTS, PASSWORD, CannotStart, Neo4jServer, find_java, server_jars
from tests.support.neo4j_state import clear, counts, run


def statements(path: Path) -> list[str]:
    """One a line: no text breaks a line, whatever it holds."""
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert all(line.endswith(";") for line in lines)
    return [line.removesuffix(";") for line in lines]


def expected(made: Made) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """What a Cypher store must hold: properties of nodes and of edges, null and empty lists left out."""
    nodes = {n.id: {"id": n.id, "name": n.name, **n.props} for n in made.tables.nodes}
    edges: dict[str, dict[str, Any]] = {}
    for e in made.tables.edges:
        items = made.evidence(e.id)
        edges[e.id] = {
            "id": e.id,
            **e.props,
            "weight": e.weight,
            "confidence": e.confidence,
            "first_seen": e.first_seen,
            "last_seen": e.last_seen,
            "articles": [i.article for i in items],
            "sentences": [i.sentence for i in items],
            "starts": [i.start for i in items],
            "ends": [i.end for i in items],
        }
    return {k: present(v) for k, v in nodes.items()}, {k: present(v) for k, v in edges.items()}


def present(props: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in props.items() if v is not None and v not in ((), [])}


def in_import_files(things: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the import files hold: lists are divided by U+001F, which their items then cannot have."""

    def held_value(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [v.replace("\x1f", "\ufffd") if isinstance(v, str) else v for v in value]

    return {key: {name: held_value(value) for name, value in props.items()} for key, props in things.items()}


def held(server: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    nodes = {r["p"]["id"]: present(r["p"]) for r in run(server, "MATCH (n) RETURN properties(n) AS p")}
    edges = {r["p"]["id"]: present(r["p"]) for r in run(server, "MATCH ()-[r]->() RETURN properties(r) AS p")}
    return nodes, edges


def test_a_literal_ends_where_it_should() -> None:
    for text in AWKWARD:
        written = literal(text)
        body = re.sub(r"\\\\|\\'|\\[nrt]|\\u[0-9A-F]{4}", "", written).replace("' + '", "")
        assert body.startswith("'")
        assert body.endswith("'")
        assert body.count("'") == 2
        assert "\\" not in body
        assert "\n" not in written
        assert "\r" not in written
    assert literal(None) == "null"
    assert literal(("a", "b'")) == "['a', 'b\\'']"
    assert literal(0.5) == "0.5"


def test_literals_mean_their_text_on_the_embedded_engine() -> None:
    for text in AWKWARD:
        graph = kglite.KnowledgeGraph()
        assert graph.cypher(f"RETURN {literal(text)} AS t").to_list() == [{"t": text}]


def test_script_has_a_statement_for_everything(made: Made) -> None:
    lines = statements(made.export("cypher"))
    assert sum(line.startswith("MERGE (n:") for line in lines) == len(made.tables.nodes)
    assert sum(line.startswith("MATCH (a:") for line in lines) == len(made.tables.edges)


@pytest.mark.neo4j
def test_script_makes_the_graph_twice_over(made: Made, neo4j_bolt: Bolt) -> None:
    server = connect(neo4j_bolt.uri, Credentials(neo4j_bolt.username, neo4j_bolt.password))
    try:
        assert counts(server) == (0, 0), "the database is not empty"
        lines = statements(made.export("cypher"))
        for _ in range(2):
            for line in lines:
                run(server, line)
        assert counts(server) == (len(made.tables.nodes), len(made.tables.edges))
        assert held(server) == expected(made)
    finally:
        clear(server)
        for label in NODE_PROPERTIES:
            run(server, f"DROP INDEX kg_{label.lower()}_id IF EXISTS")
        server.driver.close()


@pytest.mark.neo4j
def test_neo4j_admin_imports_the_files(made: Made, tmp_path: Path) -> None:
    """The printed command, argument by argument, run by the real import tool; then the server holds the graph."""
    if find_java(LTS) is None:
        pytest.skip("no Java for this Neo4j")
    try:
        server_jars(LTS)
    except CannotStart as reason:
        pytest.skip(str(reason))
    folder = made.export("neo4j-admin")
    command = re.sub(r"\\\n", " ", (folder / COMMAND).read_text(encoding="utf-8")).splitlines()[2].split()
    assert command[0] == "neo4j-admin"
    machine = Neo4jServer(tmp_path / "neo4j", LTS)
    machine.prepare()
    tool = [*machine._java(), "org.neo4j.cli.AdminTool", *command[1:]]
    done = subprocess.run(tool, cwd=folder, env=machine._env(), capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    machine.start()
    try:
        server = connect(machine.uri, Credentials("neo4j", PASSWORD))
        nodes, edges = expected(made)
        assert held(server) == (in_import_files(nodes), in_import_files(edges))
        server.driver.close()
    finally:
        machine.stop()
