"""How quick the stores are: a graph of 100,000 nodes and 500,000 edges, each figure against the engine alone.

    python benchmarks/store.py [--part N] [--neo4j] [--json FILE]

* embedded load, from the Parquet tables on disk to the graph in memory, against kglite's own bulk calls fed with the
  same rows ready made: as Python rows, as data frames (where pandas is installed), and as finished JSON text and
  finished CSV files with a blueprint, which nobody has at hand and so are only the floor;
* opening the finished store, in a process of its own;
* every named query, p50 and p95 over a set of arguments drawn from the graph, on each engine;
* with ``--neo4j`` (NEO4J_URI, or a server of our own): loading, against a bare loop of the same batches with the
  driver, and against one statement a row over an even sample of nodes and edges, with the same indexes and with none;
  for a server of our own in processor time of server and client together, too.

Times are of this machine and this run: compare the ratios. What runs in this process is told in processor time too,
which other programs disturb less.
"""

from __future__ import annotations

import argparse
import functools
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
from kg.store.bulk import title_field, write_blueprint
from kg.store.files import NAMED_KINDS, named_queries, statement
from kg.store.folder import read_arrow, read_graph, write_graph
from kg.store.neo4j_seal import Seals
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
    seconds: dict[str, list[float]] = {way: [] for way in [*ways, "files"]}
    with tempfile.TemporaryDirectory() as made, in_bulk(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        blueprint = write_blueprint(read_arrow(folder), Path(made))
        ways["files"] = lambda: kglite.from_blueprint(blueprint, save=False)
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


def neo4j_figures(
    server: Server, group: int | None, folder: Path, tables: GraphTables, count: int, rounds: int
) -> Figures:
    """Loading by `kg load`, by a bare loop of the same batches, in turn; the named queries; one statement a row.

    `group` is the process group of a server of our own, whose processor time is told too.
    """
    rows = len(tables.nodes) + len(tables.edges)
    clear(server)
    _bare_loop(server, make_graph())  # the server compiles what it runs often: not at the cost of who comes first
    seals = Seals(folder, {})
    times: dict[str, list[tuple[float, float]]] = {"bare loop": [], "ours": []}
    for _ in range(rounds):
        clear(server)
        times["bare loop"].append(_spent(group, lambda: _bare_loop(server, tables))[0])
        clear(server)
        spent, report = _spent(group, lambda: neo4j_load.load(server, _GRAPH, tables))
        times["ours"].append(spent)
    seals.note(report.mark)
    untouched, known = timed(lambda: Seals(folder, {}).hold(server))
    assert known
    again = neo4j_load.load(server, _GRAPH, tables)
    assert again.rows_written == 0
    figures = queries(Neo4jStore(server), tables, count) if count else {}
    _naive(server, _sample(tables, 500, "warm"))
    per_row: dict[str, list[float]] = {}
    for way, part in (("with", 2000), ("without", 100)):
        if way == "without":
            drop_schema(server)
        sample = _sample(tables, part, way)
        spent, _ = _spent(group, functools.partial(_naive, server, sample))
        per_row[way] = [seconds / len(sample) for seconds in spent]
    clear(server)
    best = {way: tuple(map(min, zip(*found, strict=True))) for way, found in times.items()}
    return {
        "server": f"{server.product} {'.'.join(map(str, server.version))}",
        "rows": rows,
        "load_s": best["ours"],
        "rows_per_s": rows / best["ours"][0],
        "bare_loop_s": best["bare loop"],
        "ratio_to_bare_loop": [theirs / ours for theirs, ours in zip(best["bare loop"], best["ours"], strict=True)],
        "compare_all_s": again.seconds,
        "untouched_s": untouched,
        "one_a_row_per_s": {way: 1 / seconds[0] for way, seconds in per_row.items()},
        "times_one_a_row": {
            way: [one * rows / ours for one, ours in zip(seconds, best["ours"], strict=True)]
            for way, seconds in per_row.items()
        },
        "queries": figures,
    }


def _spent(group: int | None, work: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    """Seconds by the clock, and of processor time, here and in the process group of the server."""
    started, busy = time.perf_counter(), time.process_time() + _group_time(group)
    out = work()
    return (time.perf_counter() - started, time.process_time() + _group_time(group) - busy), out


def _group_time(group: int | None) -> float:
    """Processor time of a process group, in seconds; 0 without one, and where there is no ``/proc``."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat") if group else ():
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


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


def _sample(tables: GraphTables, part: int, mark: str) -> list[tuple[str, Any]]:
    """An even sample of `part` rows: new nodes, and new edges between the nodes, under ids that begin with `mark`."""
    pairs = [pair for found in neo4j_load._rows(tables, {}).values() for pair in found]
    return [(file, {**row, "id": f"{mark}:{row['id']}"}) for file, row in pairs[:: max(1, len(pairs) // part)]]


def _naive(server: Server, rows: list[tuple[str, Any]]) -> None:
    """One auto-committed MERGE a row into the loaded graph."""
    with session(server) as s:
        for file, row in rows:
            s.run(statement(file), {"graph": _GRAPH, "rows": [row]}).consume()


@contextmanager
def a_server(folder: Path) -> Iterator[tuple[Server, int | None]]:
    if os.environ.get("NEO4J_URI"):
        given = Credentials(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        server = connect(os.environ["NEO4J_URI"], given)
        yield server, None
        server.driver.close()
        return
    own = launch(folder, server__memory__heap__max_size="2g", server__memory__pagecache__size="1g")
    try:
        server = connect(own.uri, Credentials("neo4j", PASSWORD))
        yield server, own.process.pid if own.process else None
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
            sets = 0 if chosen.no_queries else chosen.sets
            with a_server(Path(temporary) / "neo4j") as (server, group):
                figures["neo4j"] = neo4j_figures(server, group, folder, tables, sets, chosen.rounds)
    report(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def report(figures: Figures) -> None:
    print(f"Parquet: written in {figures['parquet_write_s']:.1f} s, read in {figures['parquet_read_s']:.1f} s")
    e = figures["embedded"]
    print(f"embedded: from Parquet in {e['seconds']['ours']:.1f} s of processor time ({e['rows_per_s']:,.0f} rows/s)")
    told_ways = {
        "rows": "Python rows",
        "frames": "data frames",
        "text": "finished JSON text",
        "files": "finished CSV files",
    }
    for way, told in told_ways.items():
        if way in e["ratios"]:
            print(
                f"  kglite alone from {told}: {e['seconds'][way]:.1f} s; we reach {e['ratios'][way]:.2f} of its speed"
            )
    print(f"  opened in {e['open_s']:.2f} s ({e['open_processor_s']:.2f} s of processor time)")
    n = figures.get("neo4j")
    if n:
        wall, processor = n["load_s"]
        print(f"{n['server']}: loaded in {wall:.1f} s ({n['rows_per_s']:,.0f} rows/s; {processor:.1f} s of processor)")
        print(f"  nothing changed or written since: {n['untouched_s']:.2f} s; all compared: {n['compare_all_s']:.1f} s")
        wall, processor = n["bare_loop_s"]
        ratios = " and ".join(f"{ratio:.2f}" for ratio in n["ratio_to_bare_loop"])
        print(f"  a bare loop: {wall:.1f} s ({processor:.1f} s of processor); we reach {ratios} of its speed")
        for way, speed in n["one_a_row_per_s"].items():
            times = " and ".join(f"{ratio:.0f}" for ratio in n["times_one_a_row"][way])
            print(f"  one statement a row {way} indexes: {speed:,.0f} rows/s; we are {times} times as fast")
    right = f"{'Neo4j p50':>13} {'p95':>9}" if n else ""
    print(f"\n{'query (ms)':28} {'embedded p50':>13} {'p95':>9} {'processor p95':>14} {right}")
    for name, f in e["queries"].items():
        line = f"{name:28} {f['p50_ms']:13.1f} {f['p95_ms']:9.1f} {f['processor_p95_ms']:14.1f}"
        if n:
            line += f" {n['queries'][name]['p50_ms']:13.1f} {n['queries'][name]['p95_ms']:9.1f}"
        print(line)


if __name__ == "__main__":
    main()
