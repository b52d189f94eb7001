"""Count the characters of given names and write ``data/given_characters.csv``.

Run::

    kg extract NEWS.jsonl.gz … -o RECORDS.jsonl
    python -m kg.resolve.build.given RECORDS.jsonl …

A record is what `kg extract` writes. Only officials with a post count, each name once however often it stands there:
whoever is in the news every day weighs no more than others. Nothing but counts of single characters leaves this script,
neither a name nor a sentence.

A character must be seen in two names to stand in the table: one seen once is as likely a slip of reading. The figures
err towards common names, since two people taken for one cost more than one taken for two: every count is raised by one,
and any character not listed (the line ``*``) counts as seen once. A given name of one character is drawn from other
characters than one of two (伟, 军); for it the count among these, as a hundred more names of the usual characters would
leave it, is taken where it is the larger. The same records in any order give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import UsageError
from kg.resolve.names import OTHER, given_name, person_key

TABLE = Path(__file__).resolve().parent.parent / "data" / "given_characters.csv"
#: How many names of one character, drawn from the characters of all names, are added to those counted.
_ADDED = 100
_SEEN = 2


def given_names(records: Iterable[str]) -> set[str]:
    """Full names of officials with a post whose surname is known, from records as JSON lines.

    Raises `UsageError` for a line that is no record.
    """
    names: set[str] = set()
    for number, line in enumerate(records, 1):
        try:
            officials = json.loads(line)["officials"]
            found = {person_key(official["name"]) for official in officials if official["positions"]}
        except (ValueError, KeyError, TypeError):
            raise UsageError(f"line {number} is no record of kg extract") from None
        names.update(name for name in found if given_name(name))
    return names


def shares(names: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Character -> its share per million of the characters of given names, and of given names of one character.

    Commonest first, and last `OTHER` for any other character. Raises `UsageError` without names.
    """
    given = [given_name(name) for name in set(names)]
    counts = Counter(char for name in given for char in name)
    alone = Counter(name for name in given if len(name) == 1)
    total, single = sum(counts.values()), sum(alone.values())
    if not total:
        raise UsageError("no official with a post and a usual name in these records")
    out: dict[str, tuple[int, int]] = {}
    for char, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if n >= _SEEN:
            share = (n + 1) / total
            by_itself = (alone[char] + _ADDED * share) / (single + _ADDED)
            out[char] = round(share * 1e6), round(max(share, by_itself) * 1e6)
    other = round(1e6 / total)
    return {**out, OTHER: (other, other)}


def _lines(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yield from file


def main() -> None:
    parser = argparse.ArgumentParser(description="Count the characters of given names.")
    parser.add_argument("records", nargs="+", type=Path, help="what kg extract wrote")
    parser.add_argument("--output", type=Path, default=TABLE)
    options = parser.parse_args()
    names = given_names(_lines(options.records))
    table = shares(names)
    rows = "".join(f"{char},{share},{alone}\n" for char, (share, alone) in table.items())
    options.output.write_text(f"character,per_million,alone_per_million\n{rows}", encoding="utf-8")
    print(f"{len(names)} names, {len(table) - 1} characters in {_SEEN} or more")


if __name__ == "__main__":
    main()
