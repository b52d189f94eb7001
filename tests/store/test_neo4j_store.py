"""Connecting to and asking a real Neo4j; errors are one line and never tell a password."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator

import pytest
from neo4j import exceptions as fault

from kg.errors import KgError, UsageError
from kg.store.cypher import CypherError, QueryTimeout, ReadOnlyViolation
from kg.store.neo4j_load import load
from kg.store.neo4j_store import (
    AccessDenied,
    Credentials,
    Neo4jStore,
    Server,
    Unreachable,
    clean_address,
    connect,
    credentials_from,
    is_address,
    translated,
)
from tests.conftest import Bolt
from tests.support.graphgen import make_graph
from tests.support.neo4j_state import counts, edition, run

SECRET = "geheim-9f3k"


@pytest.mark.parametrize(
    ("uri", "clean"),
    [
        ("bolt://localhost:7687", "bolt://localhost:7687"),
        ("neo4j+s://abc.databases.neo4j.io", "neo4j+s://abc.databases.neo4j.io"),
        ("bolt://[::1]:7687/", "bolt://[::1]:7687"),
        ("neo4j://host:1/path?policy=x", "neo4j://host:1"),
    ],
)
def test_addresses(uri: str, clean: str) -> None:
    assert clean_address(uri) == clean
    assert is_address(uri)


@pytest.mark.parametrize(
    "uri",
    [
        f"bolt://neo4j:{SECRET}@h:1",
        f"bolt://{SECRET}@h",
        "http://h",
        "bolt://",
        "h:7687",
        "bolt://h:port",
        "bolt://[::1",
        "",
    ],
)
def test_wrong_addresses_are_told_without_repeating_a_password(uri: str) -> None:
    with pytest.raises(UsageError) as error:
        clean_address(uri)
    assert SECRET not in str(error.value)


def test_credentials_come_from_the_environment_or_a_prompt() -> None:
    assert credentials_from({"NEO4J_PASSWORD": SECRET}) == Credentials("neo4j", SECRET)
    assert credentials_from({"NEO4J_USERNAME": "u", "NEO4J_PASSWORD": ""}) == Credentials("u", "")
    asked: list[tuple[str, bool]] = []

    def ask(question: str, hidden: bool) -> str:
        asked.append((question, hidden))
        return SECRET if hidden else ""

    assert credentials_from({}, ask) == Credentials("neo4j", SECRET)
    assert [hidden for _, hidden in asked] == [False, True]
    with pytest.raises(UsageError, match="set NEO4J_PASSWORD"):
        credentials_from({})
    assert SECRET not in repr(Credentials("neo4j", SECRET))


def test_nobody_answers() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(Unreachable, match=r"does not answer there \(connection refused\)$"):
        connect(f"bolt://127.0.0.1:{port}", Credentials("neo4j", SECRET))


@pytest.fixture
def not_neo4j() -> Iterator[int]:
    """A port where something else answers: a web server."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    peer, _ = listener.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(64)
                    peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]


def test_something_else_answers(not_neo4j: int) -> None:
    with pytest.raises(KgError, match=f"127.0.0.1:{not_neo4j}: Neo4j does not answer there") as error:
        connect(f"bolt://127.0.0.1:{not_neo4j}", Credentials("neo4j", SECRET))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("code", "message"),
    [  # as Enterprise words them; a Community server has no roles and so never says them
        (
            "Neo.ClientError.Security.Forbidden",
            "Write operations are not allowed for user 'watcher' with roles [reader].",
        ),
        ("Neo.ClientError.Security.Forbidden", "Schema operation 'create_index' on database 'neo4j' is not allowed"),
        ("Neo.ClientError.Security.Forbidden", "Create node with labels 'Official' is not allowed for user 'watcher'"),
    ],
)
def test_what_a_role_forbids_is_one_line(code: str, message: str) -> None:
    with pytest.raises(AccessDenied) as error, translated("bolt://h:1"):
        raise fault.Neo4jError._hydrate_neo4j(code=code, message=f"{message}\nsecond line")
    assert str(error.value) == f"bolt://h:1: not allowed ({message} second line)"


@pytest.mark.neo4j
class TestRealServer:
    def test_wrong_password(self, neo4j_bolt: Bolt, caplog: pytest.LogCaptureFixture) -> None:
        with (
            caplog.at_level(logging.DEBUG),
            pytest.raises(AccessDenied, match="user name or password is wrong") as error,
        ):
            connect(neo4j_bolt.uri, Credentials("neo4j", SECRET))
        assert SECRET not in str(error.value)
        assert SECRET not in caplog.text

    def test_a_password_that_must_be_changed_first(self, server: Server, neo4j_bolt: Bolt) -> None:
        run(server, f"CREATE USER newcomer SET PLAINTEXT PASSWORD '{SECRET}' CHANGE REQUIRED", database="system")
        try:
            newcomer = connect(neo4j_bolt.uri, Credentials("newcomer", SECRET), retry_seconds=0.5)
            with Neo4jStore(newcomer) as store, pytest.raises(AccessDenied) as error:
                store.run("RETURN 1")
            assert "password must be changed first" in str(error.value)
            assert SECRET not in str(error.value)
            assert "\n" not in str(error.value)
        finally:
            run(server, "DROP USER newcomer", database="system")

    def test_a_user_who_may_only_read(self, server: Server, neo4j_bolt: Bolt) -> None:
        """Enterprise: a real reader is refused in one line, and nothing is written. Community has no such users at all,
        and the test makes sure of that; there a database that only reads stands in (test_neo4j_faults)."""
        run(server, f"CREATE USER watcher SET PLAINTEXT PASSWORD '{SECRET}' CHANGE NOT REQUIRED", database="system")
        try:
            if "enterprise" not in edition(server):
                with pytest.raises(fault.ClientError, match="Unsupported administration command"):
                    run(server, "GRANT ROLE reader TO watcher", database="system")
                (me,) = run(server, "SHOW CURRENT USER YIELD user, roles", database="system")
                assert me["roles"] is None
                return
            run(server, "GRANT ROLE reader TO watcher", database="system")
            reader = connect(neo4j_bolt.uri, Credentials("watcher", SECRET), retry_seconds=0.5)
            with pytest.raises(AccessDenied, match="not allowed") as error:
                load(reader, "g", make_graph(3, officials=5, meetings=5, initiatives=2, articles=5, pairs=3))
            assert "\n" not in str(error.value)
            assert Neo4jStore(reader).run("MATCH (n) RETURN count(n)").rows == ((0,),)
            reader.driver.close()
        finally:
            run(server, "DROP USER watcher", database="system")

    def test_too_old_a_server(self, neo4j_bolt: Bolt) -> None:
        credentials = Credentials(neo4j_bolt.username, neo4j_bolt.password)
        with pytest.raises(KgError, match=r"Neo4j/[\d.]+ answers there; Neo4j 9999 or newer is needed"):
            connect(neo4j_bolt.uri, credentials, oldest=(9999,))

    def test_unknown_database(self, neo4j_bolt: Bolt) -> None:
        credentials = Credentials(neo4j_bolt.username, neo4j_bolt.password)
        other = connect(neo4j_bolt.uri, credentials, database="nosuch", retry_seconds=0.5)
        with Neo4jStore(other) as store, pytest.raises(KgError, match="nosuch") as error:
            store.run("RETURN 1")
        assert "\n" not in str(error.value)

    @pytest.mark.parametrize("statement", ["CREATE (n:X)", "MERGE (n:X {id: 1})", "CREATE INDEX x FOR (n:X) ON (n.y)"])
    def test_the_server_itself_refuses_to_write(self, server: Server, statement: str) -> None:
        with pytest.raises(ReadOnlyViolation):
            Neo4jStore(server).run(statement)
        assert counts(server) == (0, 0)

    def test_values_are_plain(self, server: Server) -> None:
        with server.driver.session() as session:
            session.run(
                "CREATE (:Region {id: '1', _graph: 'g', name: '九江市'})"
                "-[:PART_OF {id: 'e', _graph: 'g'}]->(:Region {id: '2'})"
            ).consume()
        rows = Neo4jStore(server).run(
            "MATCH p = (a:Region)-[r]->(b) RETURN a, r, p, date('2021-11-08') AS d, {x: [1, null]} AS m"
        )
        node = {"id": "1", "labels": ["Region"], "properties": {"id": "1", "name": "九江市"}}
        other = {"id": "2", "labels": ["Region"], "properties": {"id": "2"}}
        edge = {"id": "e", "type": "PART_OF", "properties": {"id": "e"}}
        assert rows.rows == ((node, edge, {"nodes": [node, other], "edges": [edge]}, "2021-11-08", {"x": [1, None]}),)

    def test_limits(self, server: Server) -> None:
        store = Neo4jStore(server)
        cut = store.run("UNWIND range(1, 100000) AS n RETURN n", row_limit=3)
        assert [row[0] for row in cut.rows] == [1, 2, 3]
        assert cut.truncated
        with pytest.raises(QueryTimeout):
            store.run("UNWIND range(1, 1000000000) AS a WITH a WHERE a % 7 = 8 RETURN count(a)", timeout=0.5)

    def test_a_wrong_statement_is_one_line(self, server: Server) -> None:
        with pytest.raises(CypherError) as error:
            Neo4jStore(server).run("MATCH (n RETURN n")
        assert "\n" not in str(error.value)
