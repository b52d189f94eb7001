"""How well, and how fast, records become a graph: B-cubed against a made-up press of which the truth is known.

python benchmarks/resolve.py [--articles 50000] [--seed 1] [--wrong 20]; 96,000 articles name a million things
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
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias, cast

from resolve_corpus import Labelled, Press

from kg.model import GraphTables, Record
from kg.resolve import Blocks, Observation, resolve_all
from kg.resolve.article import sketch_record
from kg.resolve.ids import article_id
from kg.resolve.names import person_key

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


def measure(articles: int, seed: int, wrong: int = 0, provinces: int = 31) -> dict[str, float]:
    """Resolve a made-up press, print how well and how fast, and give the two F1 values.

    The press is made by another process and read from a file as `kg build` reads its shards, so that the memory is the
    resolver's own. A text's sketch belongs to reading the article: `kg build` has it in the shard.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.jsonl"
        began = time.perf_counter()
        maker = multiprocessing.get_context("spawn").Process(target=make, args=(path, articles, seed, provinces))
        maker.start()
        maker.join()
        print(f"{articles} articles made in {time.perf_counter() - began:.1f} s", flush=True)
        reading = Reading(path)
        began, worked = time.perf_counter(), time.process_time()
        resolution = resolve_all(reading)
        seconds, worked = time.perf_counter() - began, time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        corpus = list(labelled(path))
    mentions = sum(len(i.people) + len(i.meetings) + len(i.record.regions) + posts(i.record) for i in corpus)
    print(f"{mentions} mentions, read in {reading.worked:.1f} s of one processor")
    seconds, worked = seconds - reading.seconds, worked - reading.worked
    print(
        f"resolved in {seconds:.1f} s, {worked:.1f} s of one processor, {mentions / worked:,.0f} mentions/s, ", end=""
    )
    print(f"peak {peak:.0f} MB, {len(resolution.questions)} questions, {len(resolution.conflicts)} conflicts")

    people, events = found_and_true(resolution.tables, corpus)
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


def measure_again(articles: int, seed: int) -> None:
    """Resolve a press but for one article, then all of it; print how many blocks are resolved and how long it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.jsonl"
        make(path, articles, seed, 31)
        observations = list(Reading(path))
    middle = articles // 2
    fewer = observations[:middle] + observations[middle + 1 :]
    resolve_all(observations[:100])  # tables are loaded
    before = _timed("all but one", fewer, Blocks())
    _timed("all, afresh", observations, Blocks())
    _timed("all, with what was kept", observations, Blocks(before.results))


def _timed(what: str, observations: list[Observation], blocks: Blocks) -> Blocks:
    worked = time.process_time()
    resolve_all(observations, None, blocks)
    worked = time.process_time() - worked
    print(f"{what}: {worked:.1f} s of one processor, blocks {dict(blocks.resolved)}, kept {dict(blocks.reused)}")
    return blocks


def make(path: Path, articles: int, seed: int, provinces: int) -> None:
    """Write a made-up press: per line a record, its text's sketch and its truth."""
    with path.open("w", encoding="utf-8") as out:
        for item in Press(seed, provinces).articles(articles):
            sketch = sketch_record(item.record).hex()
            out.write(
                json.dumps([item.record.to_json(), sketch, item.people, item.meetings], ensure_ascii=False) + "\n"
            )


def labelled(path: Path) -> Iterator[Labelled]:
    """The press again, with its truth."""
    with path.open(encoding="utf-8") as lines:
        for record, _, people, meetings in map(json.loads, lines):
            yield Labelled(Record.from_json(record), people, meetings)


class Reading:
    """The observations of a press; once they have been run through, the time that reading them took."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seconds = self.worked = 0.0

    def __iter__(self) -> Iterator[Observation]:
        with self.path.open(encoding="utf-8") as lines:
            while True:
                began, worked = time.perf_counter(), time.process_time()
                line = next(lines, None)
                if line is None:
                    return
                record, sketch, *_ = json.loads(line)
                observation = Observation(Record.from_json(record), bytes.fromhex(sketch))
                self.seconds += time.perf_counter() - began
                self.worked += time.process_time() - worked
                yield observation


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


def found_and_true(tables: GraphTables, corpus: Sequence[Labelled]) -> tuple[Pair, Pair]:
    """(mention -> node found, mention -> truth) for people and for meetings."""
    node = {n.id: n for n in tables.nodes}
    at: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in tables.edges:
        if edge.type == "MENTIONS":
            at[edge.source, node[edge.target].label].append(edge.target)
    people: Pair = ({}, {})
    events: Pair = ({}, {})
    for item in corpus:
        id = article_id(item.record.article)
        by_name = {node[n].name: n for n in at[id, "Official"]}
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
    options = parser.parse_args()
    if options.again:
        measure_again(options.articles, options.seed)
        return
    measure(options.articles, options.seed, options.wrong)


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
