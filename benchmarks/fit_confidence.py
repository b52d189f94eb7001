"""Fit the confidence of each rule to the gold: writes kg/extract/data/confidence.csv.

python benchmarks/fit_confidence.py                  fit, tell how it holds in cross-validation, write the table
python benchmarks/fit_confidence.py --check          the same, but write nothing
python benchmarks/fit_confidence.py --first-sight    read again what the extractor found when it first met a set
                                                     (needs the history of the repository), then fit

Gold and articles are named in SETS; sets that lie outside the checkout are left out where they are missing, and then
nothing is written unless --anyway is given. The sets to judge on (tests/gold/final, tests/gold/real/heldout) are not
read.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate import calibration, load_gold, score_article
from kg.evaluate.calibration import Observation, Shares, cross_validated, observations, stated, threshold
from kg.evaluate.evaluation import extracted
from kg.evaluate.reliability import BUCKETS, SURE
from kg.extract.confidence import ANY, Key
from kg.model import Record

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "kg" / "extract" / "data" / "confidence.csv"
FIRST_SIGHT = ROOT / "benchmarks" / "first_sight.csv"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Records and the articles they are of; `first_sight` is the last commit whose extractor had not seen them."""

    name: str
    gold: str
    articles: str
    first_sight: str | None = None


SETS = (
    GoldSet("local", "../shared/gold/local", "../shared/gold/local"),
    GoldSet("national", "../shared/gold/national", "../shared/gold/national/articles.jsonl"),
    GoldSet("seeds", "../shared/gold/seeds", "../shared/articles"),
    GoldSet("dev", "tests/gold/dev", "tests/gold/dev"),
    GoldSet("heldout", "tests/gold/heldout", "tests/gold/heldout", first_sight="5a1d4d3"),
    GoldSet("unseen", "tests/gold/unseen", "tests/gold/unseen", first_sight="5ad6ad6"),
    GoldSet("more", "tests/gold/more", "tests/gold/more", first_sight="f9d7bb6"),
    GoldSet("exam", "tests/gold/exam", "tests/gold/exam", first_sight="4eb2bb9"),
    GoldSet("real", "tests/gold/real/dev", "../shared/data/news-local.jsonl.gz", first_sight="8218e39"),
)


def read_now() -> tuple[list[Observation], list[str]]:
    """What today's extractor finds, judged; and the sets that are not there."""
    facts: list[Observation] = []
    missing = []
    for each in SETS:
        gold, articles = ROOT / each.gold, ROOT / each.articles
        if not gold.exists() or not articles.exists():
            missing.append(each.name)
            continue
        wanted = load_gold([gold])
        for record in extracted([articles], wanted, print):
            facts += observations(record, score_article(wanted[record.article.id], record.to_json()).judged)
    return facts, missing


# -- at first sight --------------------------------------------------------------------------------------------------

_EXTRACT = """
import json, sys
from kg.clean import clean
from kg.extract import extract
from kg.model import ArticleInfo
from kg.read import read
wanted = set(json.loads(sys.argv[1]))
for raw in read([sys.argv[2]], lambda error: None):
    if raw.id in wanted:
        page = clean(raw.data, title=raw.title, published=raw.published, source=raw.source)
        info = ArticleInfo(id=raw.id, title=page.title, source=page.source, published=page.published)
        print(json.dumps(extract(page, info).to_json()))
"""


def read_at_first_sight() -> list[tuple[str, Observation]]:
    """What the extractor of each set's commit found in it, judged by today's scorer: (set, fact)."""
    out = []
    for each in SETS:
        if each.first_sight is None:
            continue
        wanted = load_gold([ROOT / each.gold])
        for record in _by_commit(each.first_sight, sorted(wanted), ROOT / each.articles):
            judged = score_article(wanted[record.article.id], record.to_json()).judged
            out += [(each.name, fact) for fact in observations(record, judged, first_sight=True)]
    return out


def _by_commit(commit: str, wanted: list[str], articles: Path) -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", commit, "kg"], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        run = subprocess.run(
            [sys.executable, "-c", _EXTRACT, json.dumps(wanted), str(articles)],
            env={**os.environ, "PYTHONPATH": folder},
            check=True,
            capture_output=True,
            text=True,
        )
    for line in run.stdout.splitlines():
        yield Record.from_json(json.loads(line))


def write_first_sight(rows: Sequence[tuple[str, Observation]]) -> None:
    with FIRST_SIGHT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("set", "article", "kind", "rule", "doubts", "right"))
        writer.writerows((name, fact.article, *fact.key, int(fact.right)) for name, fact in rows)


def read_first_sight() -> list[Observation]:
    with FIRST_SIGHT.open(encoding="utf-8", newline="") as handle:
        return [
            Observation(row["article"], (row["kind"], row["rule"], row["doubts"]), row["right"] == "1", True)
            for row in csv.DictReader(handle)
        ]


# -- the table -------------------------------------------------------------------------------------------------------


def table(facts: Sequence[Observation], limit: float) -> Iterator[tuple[str, ...]]:
    """The rows of confidence.csv: counts of today and at first sight, and the confidence to state."""
    shares = Shares(facts)
    for key in shares:
        today = [fact.right for fact in facts if not fact.first_sight and _under(fact.key, key)]
        first = [fact.right for fact in facts if fact.first_sight and _under(fact.key, key)]
        counts = (str(len(today)), str(sum(today)), str(len(first)), str(sum(first)))
        yield (*key, *counts, f"{stated(shares.estimate(key), limit):.3f}")


def _under(key: Key, row: Key) -> bool:
    return all(b in (a, ANY) for a, b in zip(key, row, strict=True))


def report(facts: Sequence[Observation], estimates: Sequence[float], limit: float) -> Iterator[str]:
    """How stated confidences hold in cross-validation: today's facts, and those at first sight."""
    said = [stated(estimate, limit) for estimate in estimates]
    yield f"{len(facts)} facts; stated as {SURE} from an estimate of {limit:.3f} on"
    yield "confidence      today  right  share   first sight  right  share"
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.01), strict=True):
        yield _row(f"{low:.2f} – {min(high, 1):.2f}", facts, [low <= value < high for value in said])
    yield _row(f"≥ {SURE}", facts, [value >= SURE for value in said])
    for kind in sorted({fact.key[0] for fact in facts}):
        chosen = [value >= SURE and fact.key[0] == kind for value, fact in zip(said, facts, strict=True)]
        of = sum(fact.key[0] == kind for fact in facts)
        yield _row(f"≥ {SURE} {kind}", facts, chosen) + f"   {sum(chosen)} of {of}"


def _row(name: str, facts: Sequence[Observation], chosen: Sequence[bool]) -> str:
    cells = []
    for first in (False, True):
        here = [f.right for f, take in zip(facts, chosen, strict=True) if take and f.first_sight is first]
        share = f"{sum(here) / len(here):.3f}" if here else "    -"
        cells.append(f"{len(here):6} {sum(here):6}  {share}")
    return f"{name:22}{cells[0]}      {cells[1]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--first-sight", action="store_true", help="make benchmarks/first_sight.csv again")
    parser.add_argument("--anyway", action="store_true", help="write the table even where a set is missing")
    args = parser.parse_args()
    if args.first_sight:
        write_first_sight(read_at_first_sight())
    now, missing = read_now()
    facts = [*now, *read_first_sight()]
    estimates = cross_validated(facts)
    limit = threshold(facts, estimates)
    print("\n".join(report(facts, estimates, limit)))
    if missing:
        print(f"missing: {', '.join(missing)}")
    if args.check or (missing and not args.anyway):
        return 1 if missing and not args.check else 0
    TABLE.parent.mkdir(exist_ok=True)
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("kind", "rule", "doubts", "facts", "right", "first_facts", "first_right", "confidence"))
        writer.writerows(table(facts, limit))
    print(f"{TABLE.relative_to(ROOT)}: {calibration.FOLDS} folds, written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
