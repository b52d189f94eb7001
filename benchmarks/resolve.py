"""How well, and how fast, records become a graph: B-cubed against a made-up press of which the truth is known.

python benchmarks/resolve.py [--articles 50000] [--seed 1] [--workers 2]; 96,000 articles name a million things
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias, cast

from resolve_corpus import Labelled, Press

from kg.model import Record
from kg.resolve import Blocks, resolve_parts
from kg.resolve.article import sketch_record
from kg.resolve.ids import article_id
from kg.resolve.names import person_key
from kg.run.engine import Crew, cpus
from kg.run.record import SHARD_SIZE
from kg.run.shards import Entry, Shards
from kg.store.folder import read_arrow, write_pieces
from kg.store.pieces import encode

Pair: TypeAlias = tuple[dict[object, object], dict[object, object]]


def b_cubed(predicted: Mapping[object, object], true: Mapping[object, object]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over mentions."""
    found: dict[object, list[object]] = defaultdict(list)
    for mention in true:
        found[predicted[mention]].append(true[mention])
    sizes = Counter(true.values())
    precision = recall = 0.0
    for members in found.values():
        for label, n in Counter(members).items():
            precision += n * n / len(members)
            recall += n * n / sizes[label]
    p, r = precision / len(true), recall / len(true)
    return p, r, 2 * p * r / (p + r)


def measure(articles: int, seed: int, wrong: int = 0, provinces: int = 31, workers: int = 1) -> dict[str, float]:
    """Resolve a made-up press, print how well and how fast, and give the two F1 values.

    The press is made by another process and lies in shards as `kg build` has them; what is measured goes from the
    shards to the tables of a graph folder.
    """
    with tempfile.TemporaryDirectory() as folder:
        graph, truth = Path(folder, "graph"), Path(folder, "truth.jsonl")
        began = time.perf_counter()
        maker = multiprocessing.get_context("spawn").Process(
            target=make, args=(graph, truth, articles, seed, provinces)
        )
        maker.start()
        maker.join()
        print(f"{articles} articles made in {time.perf_counter() - began:.1f} s", flush=True)
        took = build(graph, workers)
        corpus = list(labelled(graph, truth))
        mentions = sum(len(i.people) + len(i.meetings) + len(i.record.regions) + posts(i.record) for i in corpus)
        print(
            f"{mentions} mentions resolved and written by {workers} processes in {took.seconds:.1f} s, "
            f"{took.worked:.1f} s of one processor, {mentions / took.worked:,.0f} mentions/s of it; "
            f"peak {took.peak:.0f} MB and {took.worker_peak:.0f} MB a worker; "
            f"{took.questions} questions, {took.conflicts} conflicts"
        )
        people, events = found_and_true(graph, corpus)
    figures: dict[str, float] = {}
    for what, (found, true) in (("people", people), ("meetings", events)):
        p, r, f = b_cubed(found, true)
        figures[what] = f
        print(f"{what}: B-cubed precision {p:.4f} recall {r:.4f} F1 {f:.4f} ({len(set(true.values()))} true, ", end="")
        print(f"{len(set(found.values()))} found)")
        if wrong:
            show(found, true, wrong, {article_id(i.record.article): i for i in corpus}, what)
    figures["at once"] = at_once(people[0], corpus)
    print(f"merged across provinces at one time: {figures['at once']:.0f}")
    return figures


@dataclass(frozen=True)
class Took:
    """What it took: seconds, seconds of one processor in all processes, peaks of memory (MB)."""

    seconds: float
    worked: float
    peak: float
    worker_peak: float
    questions: int
    conflicts: int


def build(graph: Path, workers: int, blocks: Blocks | None = None) -> Took:
    """Resolve the shards of `graph` and write its tables."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began, worked = time.perf_counter(), time.process_time()
    shards = Shards(graph)
    with tempfile.TemporaryDirectory() as scratch, Crew(workers) as crew:
        resolved = resolve_parts(shards.parts(shards.versions()), scratch, encode, None, blocks, crew.run)
        pieces = [(kind, name, resolved.pieces(kind, name)) for kind, name in resolved.tables()]
        write_pieces(graph, pieces, crew.run)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker_peak = after.ru_maxrss / 1024 if workers > 1 else 0.0
    return Took(seconds, worked, peak, worker_peak, len(resolved.questions), len(resolved.conflicts))


def measure_again(articles: int, seed: int, workers: int) -> None:
    """Resolve a press but for one article, then all of it; print how many blocks are resolved and how long it takes."""
    with tempfile.TemporaryDirectory() as folder:
        fewer, whole = Path(folder, "fewer"), Path(folder, "whole")
        make(whole, Path(folder, "truth.jsonl"), articles, seed, 31)
        entries = list(Shards(whole).entries(Shards(whole).versions()))
        Shards(fewer).append([entry for entry in entries if entry.written != articles // 2])
        before = Blocks()
        _told("all but one", build(fewer, workers, before), before)
        afresh = Blocks()
        _told("all, afresh", build(whole, workers, afresh), afresh)
        kept = Blocks(before.results)
        _told("all, with what was kept", build(whole, workers, kept), kept)


def _told(what: str, took: Took, blocks: Blocks) -> None:
    print(f"{what}: {took.worked:.1f} s of one processor, blocks {dict(blocks.resolved)}, kept {dict(blocks.reused)}")


def make(graph: Path, truth: Path, articles: int, seed: int, provinces: int) -> None:
    """Write a made-up press: its records as shards of `graph`, and a line of truth an article."""
    shards, waiting = Shards(graph), []
    with truth.open("w", encoding="utf-8") as out:
        for n, item in enumerate(Press(seed, provinces).articles(articles)):
            waiting.append(Entry(f"{n:012}", "made up", n, item.record, sketch_record(item.record)))
            out.write(json.dumps([item.people, item.meetings], ensure_ascii=False) + "\n")
            if len(waiting) == SHARD_SIZE:
                shards.append(waiting)
                waiting = []
    if waiting:
        shards.append(waiting)


def labelled(graph: Path, truth: Path) -> Iterator[Labelled]:
    """The press again, with its truth."""
    shards = Shards(graph)
    records = {entry.key: entry.record for entry in shards.entries(shards.versions())}
    with truth.open(encoding="utf-8") as lines:
        for key, line in zip(sorted(records), lines, strict=True):
            yield Labelled(records[key], *json.loads(line))


def posts(record: Record) -> int:
    """How many posts, each a mention of an organ, a record holds."""
    return sum(len(official.positions) for official in record.officials)


def at_once(found: Mapping[object, object], corpus: Sequence[Labelled]) -> int:
    """Nodes found that hold posts in two provinces over one time though they are several people."""
    seen: dict[object, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for item in corpus:
        id = article_id(item.record.article)
        for official in item.record.officials:
            for post in official.positions:
                if post.code and item.record.article.published:
                    when = item.record.article.published, item.people[official.name]
                    seen[found[id, official.name]][post.code[:2]].append(when)
    wrong = 0
    for provinces in seen.values():
        spans = sorted((min(when), max(when), {p for _, p in when}) for when in provinces.values())
        wrong += any(b[0] <= a[1] and a[2] != b[2] for a, b in pairwise(spans))
    return wrong


def found_and_true(graph: Path, corpus: Sequence[Labelled]) -> tuple[Pair, Pair]:
    """(mention -> node found, mention -> truth) for people and for meetings."""
    tables = read_arrow(graph)
    names = {
        label: dict(zip(*(tables["nodes", label].column(c).to_pylist() for c in ("id", "name")), strict=True))
        for label in ("Official", "Meeting")
    }
    at: dict[tuple[str, str], list[str]] = defaultdict(list)
    mentions = tables["edges", "MENTIONS"]
    for source, target in zip(*(mentions.column(c).to_pylist() for c in ("source", "target")), strict=True):
        for label, known in names.items():
            if target in known:
                at[source, label].append(target)
    people: Pair = ({}, {})
    events: Pair = ({}, {})
    for item in corpus:
        id = article_id(item.record.article)
        by_name = {names["Official"][n]: n for n in at[id, "Official"]}
        for name, person in item.people.items():
            people[0][id, name] = by_name[person_key(name)]
            people[1][id, name] = person
        for name, event in item.meetings.items():
            events[0][id, name] = at[id, "Meeting"][0]
            events[1][id, name] = event
    return people, events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="show that many wrong persons and meetings")
    parser.add_argument("--again", action="store_true", help="what one more article costs")
    parser.add_argument("--workers", type=int, default=cpus(), help="processes that resolve")
    options = parser.parse_args()
    if options.again:
        measure_again(options.articles, options.seed, options.workers)
        return
    measure(options.articles, options.seed, options.wrong, workers=options.workers)


def show(
    found: Mapping[object, object],
    true: Mapping[object, object],
    limit: int,
    items: Mapping[str, Labelled],
    what: str,
) -> None:
    groups: dict[object, dict[object, list[object]]] = defaultdict(lambda: defaultdict(list))
    pieces: dict[object, dict[object, list[object]]] = defaultdict(lambda: defaultdict(list))
    for mention in true:
        groups[found[mention]][true[mention]].append(mention)
        pieces[true[mention]][found[mention]].append(mention)
    for title, table in (("merged wrongly", groups), ("torn apart", pieces)):
        print(f"-- {what} {title}: {sum(len(v) > 1 for v in table.values())}")
        for parts in [v for v in table.values() if len(v) > 1][:limit]:
            for members in parts.values():
                article, name = cast(tuple[str, str], members[0])
                record = items[article].record
                if what == "people":
                    posts = [(p.region, p.title) for o in record.officials if o.name == name for p in o.positions]
                    regions = [r.name for r in record.regions]
                    print(f"   {len(members)}× {name} {record.article.published} {posts} in {regions}")
                else:
                    date = [m.date for m in record.meetings if m.name == name]
                    print(f"   {len(members)}× {name} {date} {[r.name for r in record.regions]}")
            print()


if __name__ == "__main__":
    main()
