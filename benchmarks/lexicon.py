"""How fast place names are found, and how long the tables take to load.

python benchmarks/lexicon.py [FILE|FOLDER ...] [--seconds 5]

Reads text files (by default the example articles), scans each by itself, over and over for `--seconds`, and prints
million characters a second of processor time, on one core. The rounds alternate with those of a named baseline, the
bare automaton of ahocorasick-rs over the same names with nothing done about its matches, so that the ratio holds on a
machine that is slow or busy. Then the processor time a fresh process needs until its first scan is done, with a warm
and with an empty cache, and beside it that of a process that only imports ahocorasick-rs. Exit status 1 where
`--floor`, `--ratio` or `--start` is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
START = """
import time
from kg.lexicon import gazetteer
gazetteer().scan("江西省九江市")
print(time.process_time())
"""
BARE_START = """
import time
import ahocorasick_rs
print(time.process_time())
"""


@dataclass(frozen=True)
class Rates:
    """Million characters a second of processor time, the best of the rounds; hits per thousand characters."""

    scan: float
    bare: float
    density: float

    @property
    def ratio(self) -> float:
        """How many times as long the scan takes as the bare automaton."""
        return self.bare / self.scan


def read(paths: list[Path]) -> list[str]:
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text(encoding="utf-8", errors="replace") for file in files]


def rate(texts: list[str], seconds: float) -> Rates:
    """Of the scan and of the bare automaton, rounds of both by turns."""
    from kg.lexicon import gazetteer
    from kg.lexicon.compiled import tables

    known = gazetteer()
    names = [surface for surface, *_ in tables().surfaces]
    bare = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    size = sum(map(len, texts))
    hits = sum(len(known.scan(text)) for text in texts)
    best = {"scan": float("inf"), "bare": float("inf")}
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        for name, read in (("scan", known.scan), ("bare", bare.find_matches_as_indexes)):
            begin = time.process_time()
            for text in texts:
                read(text)
            best[name] = min(best[name], time.process_time() - begin)
    return Rates(size / best["scan"] / 1e6, size / best["bare"] / 1e6, hits / size * 1000)


def start(code: str, cache: Path) -> float:
    """Seconds of processor time that a fresh process needs for `code`, the interpreter's start among them: the best of
    five."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return min(
        float(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout)
        for _ in range(5)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", type=Path, nargs="*", default=[EXAMPLES])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--floor", type=float, default=0.0, help="million characters a second")
    parser.add_argument("--ratio", type=float, default=float("inf"), help="at most this many times the bare automaton")
    parser.add_argument("--start", type=float, default=float("inf"), help="seconds, with a warm cache")
    args = parser.parse_args()
    texts = read(args.paths)
    rates = rate(texts, args.seconds)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, {rates.density:.1f} hits per thousand")
    print(f"scan: {rates.scan:.1f} M characters/s on one core")
    print(f"bare automaton: {rates.bare:.1f} M characters/s; the scan takes {rates.ratio:.1f} times as long")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder}
        cold = subprocess.run([sys.executable, "-c", START], env=environment, capture_output=True, check=True).stdout
        warm, bare = start(START, Path(folder)), start(BARE_START, Path(folder))
    print(f"start: {warm:.2f} s with the cache, {float(cold):.2f} s without; only ahocorasick-rs {bare:.2f} s")
    return int(rates.scan < args.floor or rates.ratio > args.ratio or warm > args.start)


if __name__ == "__main__":
    sys.exit(main())
