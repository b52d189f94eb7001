"""Count the character model of `kg.clean.characters` anew.

python -m kg.clean.build.characters OUTPUT NEWS.jsonl.gz … [--words jieba/dict.txt]

Runs of up to four characters are counted in the news (`text` and `title` of every line) and, lightly, in the words of
a dictionary and the names of the lexicon. Runs of four are weighed by how often they were seen, shorter ones by after
how many characters (Kneser and Ney). A run is kept only where it says clearly more than the shorter runs within it
(entropy pruning), so no text can be read from the table.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.clean.characters import BLOCK_END, common
from kg.clean.script import simplified

#: Runs of one to so many characters.
ORDER = 4
#: What a run loses to those not seen, by its length.
_DISCOUNT = (0.0, 0.5, 0.8, 0.9, 0.92)
#: A run is kept if leaving it out would cost so many bits.
_WORTH = (0.0, 0.0, 1.5, 6.0, 8.0)
#: Each character of the table in quarter bits, from "!" on.
_DEAREST = 90
_BLOCK = 48_000
_LINE_END = "¶"
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")


class Counts:
    """How often each run was seen."""

    def __init__(self) -> None:
        self.runs: list[defaultdict[str, float]] = [defaultdict(float) for _ in range(ORDER + 1)]

    def text(self, text: str) -> None:
        """Count the runs of one text."""
        for line in text.split("\n"):
            padded = "\n" + common(simplified(line.strip())) + "\n"
            padded = common(padded)
            if len(padded) < 4:
                continue
            for size in range(1, ORDER + 1):
                runs = self.runs[size]
                for at in range(max(0, 2 - size), len(padded) - size + 1):
                    runs[padded[at : at + size]] += 1.0

    def word(self, word: str, weight: float) -> None:
        """Count the runs inside a word."""
        for size in range(1, min(ORDER, len(word)) + 1):
            for at in range(len(word) - size + 1):
                self.runs[size][word[at : at + size]] += weight if size > 1 else 0.05 * weight


def _news(paths: Iterable[Path], skip: int) -> Iterator[str]:
    number = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                number += 1
                if skip and number % skip == 0:
                    continue
                row = json.loads(line)
                yield row["text"] if row["text"].startswith(row["title"][:8]) else f"{row['title']}\n{row['text']}"


def _words(path: Path) -> Iterator[tuple[str, float]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if _HAN.fullmatch(word):
            yield word, 0.4 * math.log2(1 + int(count))


def _names(folder: Path) -> Iterator[tuple[str, float]]:
    """Names of the lexicon and usual phrases, each with what it counts for."""
    columns = (("divisions.csv", "name", 3.0), ("posts.csv", "title", 20.0), ("zones.csv", "name", 2.0))
    for file, column, weight in (*columns, ("meeting_heads.csv", "head", 10.0), ("clusters.csv", "name", 4.0)):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row[column], weight
    for phrase in (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").split():
        yield common(phrase), 6.0
    with (folder / "townships.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in row["townships"].split(" "):
                yield re.sub(r"^\d+", "", name), 1.0


def _continued(runs: list[defaultdict[str, float]]) -> list[defaultdict[str, float]]:
    """For runs of two and three, after how many characters each stands instead of how often."""
    found = list(runs)
    for size in range(2, ORDER):
        after: defaultdict[str, float] = defaultdict(float)
        for run in runs[size + 1]:
            after[run[1:]] += 1.0
        for run, count in runs[size].items():
            if run[0] == _LINE_END:
                after[run] = count
            else:
                after.setdefault(run, min(count, 1.0))
        found[size] = after
    return found


class Model:
    """The counts as probabilities, and which runs are worth keeping."""

    def __init__(self, counts: Counts) -> None:
        alone = counts.runs[1]
        total = sum(alone.values())
        self.alone = {char: -math.log2(count / total) for char, count in alone.items() if count > 0.01}
        self.unknown = 22.0
        #: context → (cost of going back to a shorter one, follower → cost)
        self.rows: dict[str, tuple[float, dict[str, float]]] = {}
        continued = _continued(counts.runs)
        for size in range(2, ORDER + 1):
            self._level(size, continued[size], counts.runs[size])

    def cost(self, context: str, char: str) -> float:
        """Bits for `char` after `context`, from what is kept so far."""
        extra = 0.0
        while context:
            row = self.rows.get(context)
            if row is not None:
                if char in row[1]:
                    return extra + row[1][char]
                extra += row[0]
            context = context[1:]
        return extra + self.alone.get(char, self.unknown)

    def _level(self, size: int, runs: dict[str, float], seen: dict[str, float]) -> None:
        followers: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for run, count in runs.items():
            followers[run[:-1]][run[-1]] = count
        for context, counts in followers.items():
            row = self._row(size, context, counts, seen)
            if row is not None:
                self.rows[context] = row

    def _row(
        self, size: int, context: str, counts: dict[str, float], seen: dict[str, float]
    ) -> tuple[float, dict[str, float]] | None:
        total = sum(counts.values())
        discount = _DISCOUNT[size]
        left = sum(min(discount, count) for count in counts.values()) / total
        kept: dict[str, float] = {}
        shorter: dict[str, float] = {}
        for char, count in counts.items():
            back = self.cost(context[1:], char)
            own = max(0.0, count - discount) / total + left * 2.0**-back
            cost = -math.log2(own)
            if seen.get(context + char, 0.0) * (back + 0.5 - cost) < _WORTH[size]:
                continue
            kept[char] = cost
            shorter[char] = back
        if not kept:
            return None
        # What is left for the others, so that everything sums to one.
        rest = 1.0 - sum(2.0**-cost for cost in kept.values())
        others = 1.0 - sum(2.0**-cost for cost in shorter.values())
        back = -math.log2(max(1e-6, rest) / max(1e-6, others))
        return max(-2.0, min(back, 18.0)), kept


def _digit(cost: float) -> str:
    return chr(33 + max(0, min(_DEAREST, round(4 * cost))))


def pack(model: Model) -> bytes:
    """The table as it is shipped: a head, then blocks of rows, each packed by itself."""
    chars = sorted(model.alone)
    head = "".join(chars) + "\t" + "".join(_digit(model.alone[c]) for c in chars)
    blocks: list[bytes] = []
    firsts: list[str] = []
    rows: list[str] = []
    size = 0
    first = ""
    for context in sorted(model.rows):
        if size > _BLOCK and context[0] != first:
            blocks.append(zlib.compress("\n".join(rows).encode("utf-8"), 9))
            rows, size = [], 0
        if not rows:
            firsts.append(context[0])
        first = context[0]
        back, followers = model.rows[context]
        by_cost = sorted(followers, key=lambda c: (followers[c], c))
        costs = "".join(_digit(followers[c]) for c in by_cost)
        rows.append(f"{context}\t{_digit(back + 2.0)}{''.join(by_cost)}\t{costs}")
        size += len(rows[-1])
    blocks.append(zlib.compress("\n".join(rows).encode("utf-8"), 9))
    top = zlib.compress(f"{head}\n{''.join(firsts)}".encode(), 9)
    sizes = [len(top), *map(len, blocks)]
    return " ".join(map(str, sizes)).encode() + BLOCK_END + top + b"".join(blocks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--words", type=Path, help="a dictionary: word, count, kind on each line")
    parser.add_argument("--skip", type=int, default=0, help="leave out every n-th article (to measure on)")
    chosen = parser.parse_args()
    counts = Counts()
    for text in _news(chosen.news, chosen.skip):
        counts.text(text)
    if chosen.words:
        for word, weight in _words(chosen.words):
            counts.word(word, weight)
    for name, weight in _names(Path(__file__).parents[2] / "lexicon" / "data"):
        counts.word(name, weight)
    model = Model(counts)
    packed = pack(model)
    chosen.output.write_bytes(packed)
    print(f"{len(model.alone)} characters, {Counter(map(len, model.rows))} rows, {len(packed)} bytes")


if __name__ == "__main__":
    main()
