"""Find the short forms that are not safe by themselves, and write ``data/risky_short.csv``.

The column `risky`: ``x`` never a place without its suffix; ``1`` only with its full name, its parent right before
it, its neighbours in a list, or that somebody sets out for it; ``b`` the same but the last, since a firm bears it too
(阿里); ``w`` only where the page names what it lies in; ``0`` safe, whatever the measures say.

Measures, both from PyPI's ``jieba`` (MIT), a word list with parts of speech and a segmenter:

* *word* (``1``): the list holds the short form as a verb, adverb, adjective, … or as a frequent noun;
* *split* (``1``): in a corpus of news the segmenter cuts through it (``新和`` in 创新和发展) twice or more, and in
  15 % of its places;
* *unknown* (``w``): the list does not hold it as the name of a place.

Prefectures are only taken by hand: they are mostly meant. Lines whose source is ``hand`` are kept as they are.

Run: ``python -m kg.lexicon.build.risky CORPUS.jsonl.gz ...`` with jieba installed. A corpus line is ``{"text": …}``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.lexicon.tables import Tables, load

DATA = Path(__file__).resolve().parent.parent / "data"
FIELDS = ("short", "risky", "why", "source")
#: jieba's parts of speech that make a word of a short form; of nouns only the frequent ones (句容 is a rare "noun"
#: there).
WORD_TAGS = frozenset(
    ("v", "vn", "vd", "a", "ad", "an", "d", "f", "s", "m", "t", "b", "i", "z", "l", "c", "p", "r", "q", "k")
)
WORD_FREQUENCY, NOUN_FREQUENCY = 40, 120
SPLIT, SPLIT_TIMES = 0.15, 2
SOURCE = "jieba 0.42"


def county_shorts(tables: Tables) -> set[str]:
    """Short forms, of two or three characters, that only counties go by."""
    out: set[str] = set()
    for surface, items in tables.names.items():
        places = [tables.places[id] for id, _ in items]
        short = all(form != "full" for _, form in items)
        if (
            short
            and len(surface) <= 3
            and surface[-1] not in "县州旗"
            and {p.level for p in places if p.end is None} <= {"county"}
        ):
            out.add(surface)
    return out


def texts(corpora: list[Path]) -> Iterator[str]:
    for path in corpora:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]


def split_counts(shorts: set[str], tables: Tables, corpora: list[Path]) -> dict[str, tuple[int, int]]:
    """Short form → (times seen, times the segmenter cut through it)."""
    import jieba

    surfaces = list(tables.names)
    automaton = AhoCorasick(surfaces, matchkind=MatchKind.LeftmostLongest)
    seen: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for text in texts(corpora):
        hits = [(a, b) for _, a, b in automaton.find_matches_as_indexes(text) if text[a:b] in shorts]
        if not hits:
            continue
        starts: dict[int, int] = {}
        at = 0
        for word in jieba.cut(text):
            starts[at] = at = at + len(word)
        ends = set(starts.values())
        for a, b in hits:
            seen[text[a:b]] += 1
            cut[text[a:b]] += not (a in starts and (b in ends or starts[a] > b))
    return {short: (seen[short], cut[short]) for short in seen}


def measure(corpora: list[Path]) -> list[tuple[str, str, str]]:
    """(short form, how risky, why) of those that the measures do not let pass."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    jieba.initialize()
    tags: dict[str, str] = jieba.posseg.dt.word_tag_tab or {}
    tables = load()
    shorts = county_shorts(tables)
    out: list[tuple[str, str, str]] = []
    counts = split_counts(shorts, tables, corpora)
    for short in sorted(shorts):
        tag, frequency = tags.get(short, ""), jieba.dt.FREQ.get(short) or 0
        seen, cut = counts.get(short, (0, 0))
        if frequency >= (WORD_FREQUENCY if tag in WORD_TAGS else NOUN_FREQUENCY) and tag in (*WORD_TAGS, "n", "nz"):
            out.append((short, "1", f"word ({tag})"))
        elif cut >= SPLIT_TIMES and cut / seen >= SPLIT:
            out.append((short, "1", f"split {cut} of {seen}"))
        elif tag != "ns" and len(short) == 2:
            out.append((short, "w", f"unknown ({tag})" if tag else "unknown"))
    return out


def build(corpora: list[Path], out: Path) -> int:
    """Write the table, lines by hand first kept; the number of lines is given back."""
    with out.open(encoding="utf-8", newline="") as file:
        hand = [line for line in csv.DictReader(file) if line["source"] == "hand"]
    said = {line["short"] for line in hand}
    lines = [(line["short"], line["risky"], line["why"], "hand") for line in hand]
    lines += [(*found, SOURCE) for found in measure(corpora) if found[0] not in said]
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(lines)
    return len(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=DATA / "risky_short.csv")
    args = parser.parse_args()
    print(build(args.corpora, args.out), "risky short forms")


if __name__ == "__main__":
    main()
