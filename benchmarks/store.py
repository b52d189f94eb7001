"""How quick the stores are: a graph of 100,000 nodes and 500,000 edges, each figure against the engine alone.

    python benchmarks/store.py [--part N] [--neo4j] [--json FILE]

* embedded load, from the Parquet tables on disk to the graph in memory, against kglite's own bulk calls fed with the
  same rows ready made: as Python rows, as data frames (where pandas is installed), and as finished JSON text, which
  nobody has at hand and so is only the floor;
* opening the finished store, in a process of its own;
* every named query, p50 and p95 over a set of arguments drawn from the graph, on each engine;
* with ``--neo4j`` (NEO4J_URI, or a server of our own): loading, against a bare loop of the same batches with the
  driver, and against one statement a row over an even sample of nodes and edges,
  with the same indexes and with none.

Times are of this machine and this run: compare the ratios. What runs in this process is told in processor time too,
which other programs disturb less.
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
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kg.model import GraphTables
from kg.store import embedded, neo4j_load
from kg.store.base import Store
from kg.store.bulk import title_field
from kg.store.files import NAMED_KINDS, named_queries, statement
from kg.store.folder import read_arrow, read_graph, write_graph
from kg.store.neo4j_store import Credentials, Neo4jStore, Server, connect, session
from kg.store.rows import SOURCE, TARGET, edge_rows, in_bulk, node_rows
from tests.support.graphgen import make_graph
from tests.support.neo4j_server import PASSWORD, launch
from tests.support.neo4j_state import clear, drop_schema

Figures = dict[str, Any]
_GRAPH = "bench"  # the graph's id in Neo4j


def big(part: int) -> GraphTables:
    """About 100,000 nodes and 500,000 edges; one `part`-th of that where it is more than 1."""
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


def embedded_load(folder: Path, tables: GraphTables, rounds: int) -> Figures:
    """Parquet → kglite graph by our path, and ready-made rows → kglite graph by its own calls; the best of each.

    In seconds of processor time.
    """
    import kglite

    ways: dict[str, Callable[[], Any]] = {"ours": lambda: embedded._graph(read_arrow(folder))}
    spec = _spec(tables)
    text = json.dumps(spec, ensure_ascii=False, check_circular=False)
    ways["rows"] = lambda: kglite.from_records(spec)
    ways["text"] = lambda: kglite.from_records(text)
    frames = _frames(spec)
    if frames is not None:
        ways["frames"] = lambda: _add_frames(frames)
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    with in_bulk(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(rounds):
            for way, work in ways.items():
                seconds[way].append(timed(work, time.process_time)[0])
    best = {way: min(found) for way, found in seconds.items()}
    rows = len(tables.nodes) + len(tables.edges)
    return {
        "rows": rows,
        "seconds": best,
        "ratios": {way: best[way] / best["ours"] for way in best if way != "ours"},
        "rows_per_s": rows / best["ours"],
    }


def _spec(tables: GraphTables) -> dict[str, Any]:
    nodes = [
        {"type": label, "id_field": "id", "title_field": title_field(label), "records": rows}
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


def _frames(spec: dict[str, Any]) -> dict[str, Any] | None:
    """The rows of `spec` as data frames; None without pandas."""
    try:
        import pandas
    except ImportError:
        return None
    return {
        kind: [{**entry, "records": pandas.DataFrame(entry["records"])} for entry in entries]
        for kind, entries in spec.items()
    }


def _add_frames(frames: dict[str, Any]) -> Any:
    import kglite

    graph = kglite.KnowledgeGraph()
    for node in frames["nodes"]:
        graph.add_nodes(node["records"], node["type"], "id", node["title_field"])
    for edge in frames["connections"]:
        graph.add_connections(edge["records"], edge["type"], edge["source_type"], SOURCE, edge["target_type"], TARGET)
    return graph


def opening(folder: Path) -> Figures:
    """Opening the finished store in a fresh process, imports not counted; wall and processor time, medians of five."""
    code = (
        "import sys, time; from kg.store.embedded import open_embedded\n"
        "t, c = time.perf_counter(), time.process_time(); s = open_embedded(sys.argv[1])\n"
        "s.run('MATCH (n:Region) RETURN n.name LIMIT 1'); print(time.perf_counter() - t, time.process_time() - c)"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    command = [sys.executable, "-c", code, str(folder)]
    runs = [subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout for _ in range(5)]
    walls, processors = zip(*(map(float, run.split()) for run in runs), strict=True)
    return {"open_s": statistics.median(walls), "open_processor_s": statistics.median(processors)}


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
    """p50 and p95 in milliseconds of every query, and the p95 of this process's processor time, after a first run."""
    out: Figures = {}
    for name, sets in arguments(tables, count).items():
        text = named_queries()[name].statement
        store.run(text, sets[0])
        times = [timed_run(store, text, given) for given in sets]
        walls, processors = (sorted(1000 * t for t in column) for column in zip(*times, strict=True))
        at = min(len(sets) - 1, int(0.95 * len(sets)))
        out[name] = {
            "p50_ms": round(statistics.median(walls), 2),
            "p95_ms": round(walls[at], 2),
            "processor_p95_ms": round(processors[at], 2),
        }
    return out


def timed_run(store: Store, text: str, given: dict[str, Any]) -> tuple[float, float]:
    """Seconds of wall and of processor time."""
    started, busy = time.perf_counter(), time.process_time()
    store.run(text, given)
    return time.perf_counter() - started, time.process_time() - busy


def neo4j_figures(server: Server, tables: GraphTables, count: int, rounds: int) -> Figures:
    """Loading by `kg load`, by a bare loop of the same batches, in turn; the named queries; one statement a row."""
    rows = len(tables.nodes) + len(tables.edges)
    clear(server)
    _bare_loop(server, make_graph())  # the server compiles what it runs often: not at the cost of who comes first
    bare, ours = [], []
    for _ in range(rounds):
        clear(server)
        bare.append(timed(lambda: _bare_loop(server, tables))[0])
        clear(server)
        ours.append(neo4j_load.load(server, _GRAPH, tables).seconds)
    again = neo4j_load.load(server, _GRAPH, tables)
    assert again.rows_written == 0
    figures = queries(Neo4jStore(server), tables, count) if count else {}
    per_row = {"with": _naive(server, tables, 2000, "indexed")}
    drop_schema(server)
    per_row["without"] = _naive(server, tables, 100, "bare")
    clear(server)
    return {
        "server": f"{server.product} {'.'.join(map(str, server.version))}",
        "rows": rows,
        "load_s": min(ours),
        "rows_per_s": rows / min(ours),
        "bare_loop_s": min(bare),
        "ratio_to_bare_loop": min(bare) / min(ours),
        "load_again_s": again.seconds,
        "one_a_row_per_s": per_row,
        "times_one_a_row": {way: rows / min(ours) / speed for way, speed in per_row.items()},
        "queries": figures,
    }


def _bare_loop(server: Server, tables: GraphTables) -> None:
    """What a careful script would do: schema, then the same statements over the same batches, one after another."""
    neo4j_load._schema(server)
    rows = neo4j_load._rows(tables, {})
    with session(server) as s:
        for kind, step in (("nodes", neo4j_load.BATCH), ("edges", neo4j_load._EDGE_BATCH)):
            for pairs in rows.values():
                files: dict[str, list[Any]] = {}
                for file, row in pairs:
                    if f"/{kind}/" in file:
                        files.setdefault(file, []).append(row)
                for file, items in files.items():
                    for at in range(0, len(items), step):
                        s.run(statement(file), {"graph": _GRAPH, "rows": items[at : at + step]}).consume()


def _naive(server: Server, tables: GraphTables, part: int, mark: str) -> float:
    """Rows a second with one auto-committed MERGE a row into the loaded graph, over an even sample of its rows.

    They are written as new nodes, and new edges between its nodes, under ids that begin with `mark`.
    """
    pairs = [pair for found in neo4j_load._rows(tables, {}).values() for pair in found]
    chosen = [(file, {**row, "id": f"{mark}:{row['id']}"}) for file, row in pairs[:: max(1, len(pairs) // part)]]
    with session(server) as s:

        def one_by_one() -> None:
            for file, row in chosen:
                s.run(statement(file), {"graph": _GRAPH, "rows": [row]}).consume()

        return len(chosen) / timed(one_by_one)[0]


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
    parser.add_argument("--part", type=int, default=1, metavar="N", help="one N-th of the graph")
    parser.add_argument("--rounds", type=int, default=2, help="loads of each kind; the best counts")
    parser.add_argument("--neo4j", action="store_true", help="measure Neo4j too")
    parser.add_argument("--no-queries", action="store_true", help="loading and opening only")
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--sets", type=int, default=20, help="argument sets a query")
    chosen = parser.parse_args()
    tables = big(chosen.part)
    figures: Figures = {"nodes": len(tables.nodes), "edges": len(tables.edges), "evidence": len(tables.evidence)}
    print(f"{figures['nodes']:,} nodes, {figures['edges']:,} edges, {figures['evidence']:,} sentences")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "graph"
        figures["parquet_write_s"] = timed(lambda: write_graph(folder, tables))[0]
        figures["parquet_read_s"] = timed(lambda: read_graph(folder))[0]
        figures["embedded"] = embedded_load(folder, tables, chosen.rounds)
        embedded.build_embedded(folder)
        figures["embedded"] |= opening(folder)
        with embedded.open_embedded(folder) as store:
            figures["embedded"]["queries"] = {} if chosen.no_queries else queries(store, tables, chosen.sets)
        if chosen.neo4j:
            with a_server(Path(temporary) / "neo4j") as server:
                figures["neo4j"] = neo4j_figures(server, tables, 0 if chosen.no_queries else chosen.sets, chosen.rounds)
    report(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def report(figures: Figures) -> None:
    print(f"Parquet: written in {figures['parquet_write_s']:.1f} s, read in {figures['parquet_read_s']:.1f} s")
    e = figures["embedded"]
    print(f"embedded: from Parquet in {e['seconds']['ours']:.1f} s of processor time ({e['rows_per_s']:,.0f} rows/s)")
    for way, told in (("rows", "Python rows"), ("frames", "data frames"), ("text", "finished JSON text")):
        if way in e["ratios"]:
            print(
                f"  kglite alone from {told}: {e['seconds'][way]:.1f} s; we reach {e['ratios'][way]:.2f} of its speed"
            )
    print(f"  opened in {e['open_s']:.2f} s ({e['open_processor_s']:.2f} s of processor time)")
    n = figures.get("neo4j")
    if n:
        print(f"{n['server']}: loaded in {n['load_s']:.1f} s ({n['rows_per_s']:,.0f} rows/s)")
        print(f"  a load that changes nothing: {n['load_again_s']:.1f} s")
        print(f"  a bare loop: {n['bare_loop_s']:.1f} s; we reach {n['ratio_to_bare_loop']:.2f} of its speed")
        for way, speed in n["one_a_row_per_s"].items():
            times = n["times_one_a_row"][way]
            print(f"  one statement a row {way} indexes: {speed:,.0f} rows/s; we are {times:,.0f} times as fast")
    right = f"{'Neo4j p50':>13} {'p95':>9}" if n else ""
    print(f"\n{'query (ms)':28} {'embedded p50':>13} {'p95':>9} {'processor p95':>14} {right}")
    for name, f in e["queries"].items():
        line = f"{name:28} {f['p50_ms']:13.1f} {f['p95_ms']:9.1f} {f['processor_p95_ms']:14.1f}"
        if n:
            line += f" {n['queries'][name]['p50_ms']:13.1f} {n['queries'][name]['p95_ms']:9.1f}"
        print(line)


if __name__ == "__main__":
    main()
