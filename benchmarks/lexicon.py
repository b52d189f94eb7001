"""How fast place names are found, and how long the tables take to load.

python benchmarks/lexicon.py [FILE|FOLDER ...] [--seconds 5]

Reads text files (by default the example articles), scans each by itself, over and over for `--seconds`, and prints
million characters a second of processor time, on one core; then the time a fresh process needs until its first scan
is done, with a warm and with an empty cache. Exit status 1 where `--floor` or `--start` is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
START = """
import time
begin = time.perf_counter()
from kg.lexicon import gazetteer
gazetteer().scan("江西省九江市")
print(time.perf_counter() - begin)
"""


def read(paths: list[Path]) -> list[str]:
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text(encoding="utf-8", errors="replace") for file in files]


def rate(texts: list[str], seconds: float) -> tuple[float, float]:
    """(million characters a second of processor time: the best of the rounds; hits per thousand characters)."""
    from kg.lexicon import gazetteer

    known = gazetteer()
    size = sum(map(len, texts))
    hits = sum(len(known.scan(text)) for text in texts)
    best = float("inf")
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        begin = time.process_time()
        for text in texts:
            known.scan(text)
        best = min(best, time.process_time() - begin)
    return size / best / 1e6, hits / size * 1000


def start(cache: Path) -> float:
    """Seconds from the first import to the first scan done, in a fresh process: the best of five."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return min(
        float(subprocess.run([sys.executable, "-c", START], env=environment, capture_output=True, check=True).stdout)
        for _ in range(5)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", type=Path, nargs="*", default=[EXAMPLES])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--floor", type=float, default=0.0, help="million characters a second")
    parser.add_argument("--start", type=float, default=float("inf"), help="seconds, with a warm cache")
    args = parser.parse_args()
    texts = read(args.paths)
    speed, density = rate(texts, args.seconds)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, {density:.1f} hits per thousand")
    print(f"scan: {speed:.1f} M characters/s on one core")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder}
        cold = subprocess.run([sys.executable, "-c", START], env=environment, capture_output=True, check=True).stdout
        warm = start(Path(folder))
    print(f"start: {warm:.2f} s with the cache, {float(cold):.2f} s without")
    return int(speed < args.floor or warm > args.start)


if __name__ == "__main__":
    sys.exit(main())
