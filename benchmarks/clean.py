"""How fast pages are cleaned, against trafilatura (HTML) and opencc (scripts) in one run, and whether time is linear.

Last come the worst patterns known, in seconds of one core for a megabyte, and what it takes to begin.

python benchmarks/clean.py [--seconds 2] [--megabytes 50]

The pages are those of tests/gold/dev, clean and as scraped. trafilatura and opencc-python-reimplemented are measured
where they are installed; the program needs neither.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.clean import clean  # noqa: E402
from tests.clean.texts import PAGES, gloss_bytes, to_glossed, to_html, to_traditional  # noqa: E402


def rate(work: Callable[[str], object], pages: Sequence[str], seconds: float) -> float:
    """Characters a second of one core, over as many rounds as `seconds` allow."""
    for page in pages[:3]:
        work(page)
    done = 0
    start = time.process_time()
    while (spent := time.process_time() - start) < seconds:
        for page in pages:
            work(page)
            done += len(page)
    return done / spent


def corpora() -> dict[str, list[str]]:
    """Kinds of pages, each with the length of usual ones."""
    import random

    folder = ROOT / "tests" / "gold" / "dev"
    cleaned = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.clean.txt"))]
    scraped = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")) if ".clean" not in path.name]
    long = [page * 3 for page in PAGES]
    return {
        "clean": cleaned,
        "as scraped (dev)": scraped,
        "traditional": [to_traditional(page) for page in long],
        "glossed": [to_glossed(page) for page in long],
        "glossed on bytes": [gloss_bytes(page) for page in long],
        "html": [to_html(page, random.Random(1)) for page in long],
    }


def others(seconds: float, pages: dict[str, list[str]]) -> dict[str, float]:
    """The same for what others offer, where it is installed."""
    found: dict[str, float] = {}
    try:
        trafilatura = importlib.import_module("trafilatura")
        found["trafilatura on html"] = rate(trafilatura.extract, pages["html"], seconds)
    except ImportError:
        pass
    table = {ord(char): char for page in pages["traditional"] for char in page}
    found["str.translate alone"] = rate(lambda page: page.translate(table), pages["clean"], seconds)
    try:
        converter = importlib.import_module("opencc").OpenCC("t2s")
        found["opencc on traditional"] = rate(converter.convert, pages["traditional"], seconds)
    except ImportError:
        pass
    return found


def growth(megabytes: float) -> list[tuple[str, float, float]]:
    """Seconds for a page and for one four times as long, up to `megabytes`: linear is 4."""
    rows = []
    for name, unit in (("clean", PAGES[0] + "\n"), ("glossed", to_glossed(PAGES[0]) + "\n"), ("marks", "会?议(huì\n")):
        size = int(megabytes * 1_000_000 / len(unit.encode()))
        times = []
        for count in (size // 4, size):
            page = unit * count
            start = time.process_time()
            clean(page)
            times.append(time.process_time() - start)
        rows.append((name, times[0], times[1]))
    return rows


#: Repeated to a megabyte, each of them is the worst for one step.
WORST = {
    "short lines": "19:\n",
    "lone letters": "a会",
    "question marks": "??会",
    "sites close by": "aa鍙讯@",
    "lost bytes": "?dòng)浾\n页",
    "advertisements": "会议博彩网址真人娱乐召开",
    "titles": "<html><title>",
    "elements": "<html><div><p>会议召开。</p>",
    "read as GBK": "鍏ㄥ競浼氳",
    "no bytes of any": "\ufffd会议",
}


def worst() -> list[tuple[str, float]]:
    """Seconds a megabyte for each of `WORST`, and for random bytes."""
    import random

    chance = random.Random(7)
    pages: dict[str, str | bytes] = {name: unit * (1_000_000 // len(unit.encode())) for name, unit in WORST.items()}
    pages["random bytes"] = chance.randbytes(1_000_000)
    pages["random UTF-16"] = b"\xff\xfe" + chance.randbytes(1_000_000)
    pages["byte 255"] = b"\xff" * 1_000_000
    rows = []
    for name, page in pages.items():
        start = time.process_time()
        clean(page)
        rows.append((name, time.process_time() - start))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="per figure")
    parser.add_argument("--megabytes", type=float, default=8.0, help="the longest page")
    chosen = parser.parse_args()
    pages = corpora()
    print(f"{'pages':24} characters/s")
    for name, texts in pages.items():
        print(f"{name:24} {rate(clean, texts, chosen.seconds):12,.0f}")
    for name, figure in others(chosen.seconds, pages).items():
        print(f"{name:24} {figure:12,.0f}")
    print(f"\n{'length':24} quarter  whole  ratio (linear: 4)")
    for name, quarter, whole in growth(chosen.megabytes):
        print(f"{name:24} {quarter:7.2f} {whole:6.2f} {whole / max(quarter, 1e-9):6.2f}")
    print(f"\n{'worst patterns':24} seconds a megabyte")
    for name, spent in worst():
        print(f"{name:24} {spent:7.2f}")


if __name__ == "__main__":
    main()
