"""How fast pages are cleaned, against trafilatura (HTML) and opencc (scripts) in one run, and whether time is linear.

Last come the worst patterns known, in seconds of one core for a megabyte.

python benchmarks/clean.py [--seconds 2] [--megabytes 10] [--only pages|length|worst]

The pages are those of tests/gold, clean and as scraped. trafilatura and opencc-python-reimplemented are measured where
they are installed; the program needs neither.
"""

from __future__ import annotations

import argparse
import importlib
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.clean import clean  # noqa: E402
from tests.clean.texts import PAGES, gloss_bytes, lose_lead, to_glossed, to_html, to_traditional  # noqa: E402


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


SETS = ("dev", "heldout", "unseen", "more", "exam")


def corpora() -> dict[str, list[str]]:
    """Kinds of pages, each with the length of usual ones."""
    cleaned: list[str] = []
    scraped: dict[str, list[str]] = {}
    for name in SETS:
        paths = sorted((ROOT / "tests" / "gold" / name).glob("*.txt"))
        cleaned += [path.read_text(encoding="utf-8") for path in paths if ".clean" in path.name]
        scraped[f"as scraped ({name})"] = [
            path.read_text(encoding="utf-8") for path in paths if ".clean" not in path.name
        ]
    long = [page * 3 for page in PAGES]
    chance = random.Random(1)
    return {
        "clean": cleaned,
        **scraped,
        "a byte lost a paragraph": ["\n".join(lose_one(line, chance) for line in page.split("\n")) for page in PAGES],
        "traditional": [to_traditional(page) for page in long],
        "glossed": [to_glossed(page) for page in long],
        "glossed on bytes": [gloss_bytes(page) for page in long],
        "html": [to_html(page, random.Random(1)) for page in long],
    }


def lose_one(line: str, chance: random.Random) -> str:
    """`line` without the lead byte of one of its characters."""
    places = [at for at, char in enumerate(line) if "\u4e00" <= char <= "\u9fff"]
    return lose_lead(line, chance.choice(places)) if len(line) > 40 else line


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


def growth(megabytes: float) -> Iterator[tuple[str, float, float, float]]:
    """Megabytes, seconds and the most memory (MB) so far for articles of a fifth, two fifths and all of `megabytes`.

    Every paragraph has a number of its own, for what stands on a page twice is looked at once.
    """
    lines = [line for page in PAGES for line in page.split("\n") if len(line) > 40]
    chance = random.Random(1)
    damaged = [
        damage(line) for line in lines for damage in (str, to_traditional, gloss_bytes, lambda it: lose_one(it, chance))
    ]
    for name, kinds in (("clean", lines), ("damaged in four ways", damaged)):
        for size in (megabytes / 5, megabytes / 2.5, megabytes):
            parts = ["全市工作推进会议召开"]
            left = size * 1_000_000
            while left > 0:
                line = kinds[len(parts) % len(kinds)]
                parts.append(f"{line[:-1]}第{len(parts)}号{line[-1]}")
                left -= len(parts[-1].encode()) + 1
            page = "\n".join(parts).encode()
            start = time.process_time()
            clean(page)
            spent = time.process_time() - start
            yield name, len(page) / 1e6, spent, most_memory()


def most_memory() -> float:
    """What this process took at most so far (MB); nan where the system does not tell."""
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return math.nan
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


#: Repeated to a megabyte, each of them is the worst for one step.
WORST: dict[str, str | bytes] = {
    "short lines": "19:\n",
    "lone letters": "a会",
    "half letters": "会a议b强c",
    "question marks": "??会",
    "sites close by": "aa鍙讯@",
    "lost bytes": "?dòng)浾\n页",
    "lost bytes, one line": "市长?dòng)浾摺∪f(wàn)能出席",
    "lost labels": "?源：日报\n",
    "glosses of others": "會(dòng)議(lǐng)",
    "two scripts": "乾著於餘裏",
    "advertisements": "会议博彩网址真人娱乐召开",
    "sentences that sell": "会议召开。娱乐城博彩真人投注",
    "titles": "<html><title>",
    "elements": "<html><div><p>会议召开。</p>",
    "cells": "<td>会</td>",
    "line ends": "会<br></b>",
    "stray tags": "会</p>",
    "attributes": "<html><p class='nav nav nav'>会",
    "entities": "&nbsp;",
    "entities cut": "&abcdefghijkl",
    "escapes": "\\u4f1a\\n",
    "read as GBK": "鍏ㄥ競浼氳",
    "no bytes of any": "\ufffd会议",
    "bytes of none": b"\xbb\xe1\xff",
    "lone lead bytes": b"\xc2?",
    "surrogates in UTF-8": b"\xed\xa0\x80",
    "two encodings a line": "会议召开，".encode() + "会议".encode("gbk") + b"\n",
    "datelines": "新闻网\n2023-03-05\n",
    "labels": "来源：\n",
    "bylines": "（记者 张三）\n",
    "bullets": "● 张三\n",
    "names set wide": "王\u3000明、",
    "quotes": '“会"',
}


def worst() -> Iterator[tuple[str, float]]:
    """Seconds a megabyte for each of `WORST`, for random bytes, and for lines of which no two are the same."""
    chance = random.Random(7)
    size = 1_000_000
    pages: dict[str, str | bytes] = {}
    for name, unit in WORST.items():
        pages[name] = unit * (size // len(unit if isinstance(unit, bytes) else unit.encode()))
    pages["random bytes"] = chance.randbytes(size)
    pages["random UTF-16"] = b"\xff\xfe" + chance.randbytes(size)
    pages["byte 255"] = b"\xff" * size
    pages["random characters"] = "".join(chr(chance.randrange(0x4E00, 0x9FA6)) for _ in range(size // 3))
    pages["open elements"] = "<html>" + "<div>" * (size // 5)
    pages["an area left open"] = "<html><textarea>" + "<p>会" * (size // 6)
    pages["one long line"] = "会议，" * (size // 9)
    pages["no two lines the same"] = "".join(f"{number % 24}:{number:x}\n" for number in range(size // 8))
    for name, page in pages.items():
        start = time.process_time()
        clean(page)
        spent = time.process_time() - start
        yield name, spent / (len(page if isinstance(page, bytes) else page.encode()) / size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="per figure")
    parser.add_argument("--megabytes", type=float, default=10.0, help="the longest article")
    parser.add_argument("--only", choices=("pages", "length", "worst"))
    chosen = parser.parse_args()
    if chosen.only in (None, "pages"):
        pages = corpora()
        print(f"{'pages':24} characters/s")
        for name, texts in pages.items():
            print(f"{name:24} {rate(clean, texts, chosen.seconds):12,.0f}", flush=True)
        for name, figure in others(chosen.seconds, pages).items():
            print(f"{name:24} {figure:12,.0f}", flush=True)
    if chosen.only in (None, "length"):
        print(f"\n{'length':24}      MB seconds  s/MB  memory (MB, the most so far)")
        for name, size, spent, memory in growth(chosen.megabytes):
            print(f"{name:24} {size:7.1f} {spent:7.2f} {spent / size:5.2f} {memory:7,.0f}", flush=True)
    if chosen.only in (None, "worst"):
        print(f"\n{'worst patterns':24} seconds a megabyte")
        for name, spent in worst():
            print(f"{name:24} {spent:7.2f}", flush=True)


if __name__ == "__main__":
    main()
