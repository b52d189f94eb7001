"""What a Neo4j database really holds, to be compared with what it should hold."""

from __future__ import annotations

from typing import Any

import neo4j

from kg.model import GraphTables
from kg.store.hints import hints_by_id
from kg.store.neo4j_store import Server
from kg.store.rows import SOURCE, TARGET, edge_rows, node_rows

State = tuple[dict[str, Any], dict[str, Any]]


def held(server: Server, graph_id: str) -> State:
    """Every node (label, properties) and edge (type, ends, properties) that a graph owns, by id."""
    with server.driver.session(database=server.database) as session:
        nodes = {
            record["id"]: (record["labels"], record["props"])
            for record in session.run(
                "MATCH (n) WHERE n._graph = $g RETURN n.id AS id, labels(n) AS labels, properties(n) AS props",
                g=graph_id,
            )
        }
        edges = {
            record["id"]: (record["type"], record["source"], record["target"], record["props"])
            for record in session.run(
                "MATCH (a)-[r]->(b) WHERE r._graph = $g "
                "RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, properties(r) AS props",
                g=graph_id,
            )
        }
    return nodes, edges


def wanted(tables: GraphTables, graph_id: str) -> State:
    """The same, as the tables tell it."""
    mark = {"_graph": graph_id}
    known = hints_by_id(tables)
    nodes = {
        row["id"]: ([label], {k: v for k, v in (row | known[row["id"]]).items() if v is not None} | mark)
        for label, rows in node_rows(tables).items()
        for row in rows
    }
    edges = {}
    for (edge_type, _, _), rows in edge_rows(tables).items():
        for row in rows:
            props = {k: v for k, v in row.items() if v is not None and k not in (SOURCE, TARGET)} | mark
            edges[row["id"]] = (edge_type, row[SOURCE], row[TARGET], props)
    return nodes, edges


def counts(server: Server) -> tuple[int, int]:
    """Nodes and edges in the whole database, whoever owns them."""
    with server.driver.session(database=server.database) as session:
        nodes = session.run("MATCH (n) RETURN count(n) AS n").single(strict=True)["n"]
        return nodes, session.run("MATCH ()-[r]->() RETURN count(r) AS n").single(strict=True)["n"]


def clear(server: Server) -> None:
    """Empty the database, schema included."""
    run(server, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
    drop_schema(server)


def drop_schema(server: Server) -> None:
    """Take all constraints and indexes away, but for those that Neo4j brings itself."""
    for record in run(server, "SHOW CONSTRAINTS YIELD name"):
        run(server, f"DROP CONSTRAINT `{record['name']}`")
    for record in run(server, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
        run(server, f"DROP INDEX `{record['name']}`")


def run(server: Server, statement: str, database: str | None = None, **parameters: Any) -> list[neo4j.Record]:
    """One statement, to the end."""
    with server.driver.session(database=database or server.database) as session:
        return list(session.run(statement, parameters))


def edition(server: Server) -> str:
    """``community`` or ``enterprise``."""
    found = run(server, "CALL dbms.components() YIELD name, edition RETURN name, edition")
    record = next((r for r in found if r["name"] == "Neo4j Kernel"), found[0])  # 2026 tells of its Cypher versions too
    return str(record["edition"])
