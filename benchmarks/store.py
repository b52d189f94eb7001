"""How quick the stores are: a graph of 100,000 nodes and 500,000 edges, each figure against the engine alone.

    python benchmarks/store.py [--small] [--neo4j] [--json FILE]

* embedded load, against kglite's own bulk path fed with the same rows, ready made;
* opening the finished store, in a process of its own;
* every named query, p50 and p95 over a set of arguments drawn from the graph, on each engine;
* with ``--neo4j`` (NEO4J_URI, or a server of our own): loading, against a bare loop of the same batches with the
  driver, and against one statement a row.

Times are of this machine and this run: compare the ratios.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kg.model import GraphTables
from kg.store import embedded, neo4j_load
from kg.store.base import Store
from kg.store.files import NAMED_KINDS, named_queries, statement
from kg.store.folder import read_graph, write_graph
from kg.store.neo4j_store import Credentials, Neo4jStore, Server, connect, session
from kg.store.rows import SOURCE, TARGET, edge_rows, in_bulk, node_rows
from tests.support.graphgen import make_graph
from tests.support.neo4j_server import PASSWORD, launch
from tests.support.neo4j_state import clear

Figures = dict[str, Any]


def big(small: bool) -> GraphTables:
    """About 100,000 nodes and 500,000 edges; a tenth of that where `small`."""
    part = 10 if small else 1
    return make_graph(
        prefectures=14,
        counties=8,
        officials=22000 // part,
        meetings=7600 // part,
        initiatives=2000 // part,
        articles=65000 // part,
        pairs=6000 // part,
    )


def timed(work: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> tuple[float, Any]:
    gc.collect()
    started = clock()
    out = work()
    return clock() - started, out


def embedded_load(tables: GraphTables, rounds: int) -> Figures:
    """Tables → kglite graph by our path, and ready-made rows → kglite graph by its own; in turn, the best of each.

    In seconds of processor time, which other programs on the machine disturb less.
    """
    import kglite

    ours, theirs = [], []
    for _ in range(rounds):
        with in_bulk():
            ours.append(timed(lambda: embedded._graph(tables), time.process_time)[0])
            spec = _spec(tables)
            theirs.append(timed(lambda spec=spec: kglite.from_records(spec), time.process_time)[0])
            del spec
    rows = len(tables.nodes) + len(tables.edges)
    return {
        "rows": rows,
        "ours_s": min(ours),
        "kglite_from_records_s": min(theirs),
        "ratio": min(theirs) / min(ours),
        "rows_per_s": rows / min(ours),
    }


def _spec(tables: GraphTables) -> dict[str, Any]:
    nodes = [
        {"type": label, "id_field": "id", "title_field": embedded._title_field(label), "records": rows}
        for label, rows in node_rows(tables).items()
    ]
    edges = [
        {
            "type": edge_type,
            "source_type": source,
            "source_id_field": SOURCE,
            "target_type": target,
            "target_id_field": TARGET,
            "records": rows,
        }
        for (edge_type, source, target), rows in edge_rows(tables).items()
    ]
    return {"nodes": nodes, "connections": edges}


def opening(folder: Path) -> Figures:
    """Opening the finished store in a fresh process, imports not counted; the median of five."""
    code = (
        "import sys, time; from kg.store.embedded import open_embedded\n"
        "t = time.perf_counter(); s = open_embedded(sys.argv[1])\n"
        "s.run('MATCH (n:Region) RETURN n.name LIMIT 1'); print(time.perf_counter() - t)"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    times = [
        float(subprocess.run([sys.executable, "-c", code, str(folder)], env=env, capture_output=True, text=True).stdout)
        for _ in range(5)
    ]
    return {"open_s": statistics.median(times)}


def arguments(tables: GraphTables, count: int) -> dict[str, list[dict[str, Any]]]:
    """For each query `count` sets of parameters; nodes are taken evenly from those with any edge, busiest first."""
    degree: dict[str, int] = {}
    for edge in tables.edges:
        for end in (edge.source, edge.target):
            degree[end] = degree.get(end, 0) + 1
    by_kind: dict[str, list[str]] = {kind: [] for kind in NAMED_KINDS}
    for node in sorted(tables.nodes, key=lambda n: (-degree.get(n.id, 0), n.id)):
        by_kind[node.label.lower()].append(node.id)
    by_kind["node"] = by_kind["official"]
    out: dict[str, list[dict[str, Any]]] = {}
    for query in named_queries().values():
        sets = []
        for i in range(count):
            given: dict[str, Any] = {}
            for offset, p in enumerate(query.parameters):
                if p.kind in NAMED_KINDS:
                    pool = by_kind[p.kind]
                    at = (i * max(1, len(pool) // (2 * count)) + offset) % len(pool)
                    given[p.name] = pool[at] if p.required or i % 2 else None
                else:
                    given[p.name] = _plain(p.kind, p.default, i)
            sets.append(given)
        out[query.name] = sets
    return out


def _plain(kind: str, default: str | None, i: int) -> Any:
    if kind == "int":
        return int(default or 20)
    if kind == "float":
        return float(default or 0.5)
    if kind == "strings":
        return (default or "").split(",")
    if kind == "date":
        return default or f"{2018 + i % 6}-06-30"
    return default if default is not None else (None if kind == "text" and i % 2 else "市长")


def queries(store: Store, tables: GraphTables, count: int) -> Figures:
    """p50 and p95 in milliseconds of every query; each argument set once to warm up, then measured."""
    out: Figures = {}
    for name, sets in arguments(tables, count).items():
        text = named_queries()[name].statement
        store.run(text, sets[0])
        times = sorted(timed_run(store, text, given) for given in sets)
        out[name] = {
            "p50_ms": round(1000 * statistics.median(times), 2),
            "p95_ms": round(1000 * times[min(len(times) - 1, int(0.95 * len(times)))], 2),
        }
    return out


def timed_run(store: Store, text: str, given: dict[str, Any]) -> float:
    started = time.perf_counter()
    store.run(text, given)
    return time.perf_counter() - started


def neo4j_figures(server: Server, tables: GraphTables, count: int) -> Figures:
    """Loading by `kg load`, by a bare loop of the same batches, and one statement a row (over a part of the rows)."""
    rows = len(tables.nodes) + len(tables.edges)
    clear(server)
    bare = timed(lambda: _bare_loop(server, tables))[0]
    clear(server)
    ours = neo4j_load.load(server, "bench", tables).seconds
    again = neo4j_load.load(server, "bench", tables).seconds
    figures = queries(Neo4jStore(server), tables, count)
    clear(server)
    part, naive = _naive(server, tables, 2000)
    return {
        "rows": rows,
        "load_s": ours,
        "rows_per_s": rows / ours,
        "bare_loop_s": bare,
        "ratio_to_bare_loop": bare / ours,
        "load_again_s": again,
        "naive_rows_per_s": part / naive,
        "times_naive": (rows / ours) / (part / naive),
        "queries": figures,
    }


def _bare_loop(server: Server, tables: GraphTables) -> None:
    """What a careful script would do: schema, then the same statements over the same batches, one after another."""
    neo4j_load._schema(server)
    rows = neo4j_load._rows(tables)
    with session(server) as s:
        for kind, step in (("nodes", neo4j_load.BATCH), ("edges", neo4j_load._EDGE_BATCH)):
            for pairs in rows.values():
                files: dict[str, list[Any]] = {}
                for file, row in pairs:
                    if f"/{kind}/" in file:
                        files.setdefault(file, []).append(row)
                for file, items in files.items():
                    for at in range(0, len(items), step):
                        s.run(statement(file), {"graph": "bench", "rows": items[at : at + step]}).consume()


def _naive(server: Server, tables: GraphTables, part: int) -> tuple[int, float]:
    """One auto-committed MERGE a row, with the same indexes."""
    neo4j_load._schema(server)
    rows = neo4j_load._rows(tables)
    chosen = [pair for name, pairs in rows.items() for pair in pairs if "/nodes/" in pair[0]][:part]
    with session(server) as s:
        seconds, _ = timed(
            lambda: [s.run(statement(f), {"graph": "naive", "rows": [row]}).consume() for f, row in chosen]
        )
    return len(chosen), seconds


@contextmanager
def a_server(folder: Path) -> Iterator[Server]:
    if os.environ.get("NEO4J_URI"):
        given = Credentials(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        server = connect(os.environ["NEO4J_URI"], given)
        yield server
        server.driver.close()
        return
    own = launch(folder, server__memory__heap__max_size="2g")
    try:
        server = connect(own.uri, Credentials("neo4j", PASSWORD))
        yield server
        server.driver.close()
    finally:
        own.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true", help="a tenth of the graph")
    parser.add_argument("--neo4j", action="store_true", help="measure Neo4j too")
    parser.add_argument("--no-queries", action="store_true", help="loading and opening only")
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--sets", type=int, default=20, help="argument sets a query")
    chosen = parser.parse_args()
    tables = big(chosen.small)
    figures: Figures = {"nodes": len(tables.nodes), "edges": len(tables.edges), "evidence": len(tables.evidence)}
    print(f"{figures['nodes']:,} nodes, {figures['edges']:,} edges, {figures['evidence']:,} sentences")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "graph"
        figures["parquet_write_s"] = timed(lambda: write_graph(folder, tables))[0]
        figures["parquet_read_s"] = timed(lambda: read_graph(folder))[0]
        figures["embedded"] = embedded_load(tables, 2)
        embedded.build_embedded(folder)
        figures["embedded"] |= opening(folder)
        with embedded.open_embedded(folder) as store:
            figures["embedded"]["queries"] = {} if chosen.no_queries else queries(store, tables, chosen.sets)
        if chosen.neo4j:
            with a_server(Path(temporary) / "neo4j") as server:
                figures["neo4j"] = neo4j_figures(server, tables, chosen.sets)
    report(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def report(figures: Figures) -> None:
    print(f"Parquet: written in {figures['parquet_write_s']:.1f} s, read in {figures['parquet_read_s']:.1f} s")
    e = figures["embedded"]
    print(f"embedded: loaded in {e['ours_s']:.1f} s ({e['rows_per_s']:,.0f} rows/s), opened in {e['open_s']:.2f} s")
    print(
        f"  kglite alone, rows ready made: {e['kglite_from_records_s']:.1f} s; we reach {e['ratio']:.2f} of its speed"
    )
    n = figures.get("neo4j")
    if n:
        print(
            f"Neo4j: loaded in {n['load_s']:.1f} s ({n['rows_per_s']:,.0f} rows/s), again in {n['load_again_s']:.1f} s"
        )
        print(f"  a bare loop: {n['bare_loop_s']:.1f} s; we reach {n['ratio_to_bare_loop']:.2f} of its speed")
        print(
            f"  one statement a row: {n['naive_rows_per_s']:,.0f} rows/s; we are {n['times_naive']:.0f} times as fast"
        )
    right = f"{'Neo4j p50':>13} {'p95 (ms)':>9}" if n else ""
    print(f"\n{'query':28} {'embedded p50':>13} {'p95 (ms)':>9} {right}")
    for name, f in e["queries"].items():
        line = f"{name:28} {f['p50_ms']:13.1f} {f['p95_ms']:9.1f}"
        if n:
            line += f" {n['queries'][name]['p50_ms']:13.1f} {n['queries'][name]['p95_ms']:9.1f}"
        print(line)


if __name__ == "__main__":
    main()
