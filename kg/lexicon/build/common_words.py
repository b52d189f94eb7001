"""Common words of two characters, from the word list of PyPI's ``jieba`` (MIT): no names, but what follows one.

Run: ``python -m kg.lexicon.build.common_words`` with jieba installed; writes ``kg/lexicon/data/common_words.csv``.
Kept are words of two characters that jieba counts at least `LEAST` times and does not take for a name of a person, a
place or an organ. ``act`` is 1 for verbs, adverbs and words of time, which are no given name either.
"""

from __future__ import annotations

import csv
from pathlib import Path

LEAST = 100
NAMES = ("nr", "ns", "nt", "nz", "nrt", "nrfg", "ng", "x", "eng")
ACTS = ("v", "vd", "vi", "vq", "d", "c", "p")
SOURCE = "jieba 0.42"
OUT = Path(__file__).parent.parent / "data" / "common_words.csv"


def words() -> list[tuple[str, str]]:
    """(word, whether it tells an act) in the order of the characters."""
    import jieba

    out: list[tuple[str, str]] = []
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            if (
                len(word) == 2
                and int(count) >= LEAST
                and tag not in NAMES
                and all("\u4e00" <= c <= "\u9fff" for c in word)
            ):
                out.append((word, "1" if tag in ACTS else ""))
    return sorted(out)


def main() -> None:
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "act", "source"))
        writer.writerows((*found, SOURCE) for found in words())


if __name__ == "__main__":
    main()
