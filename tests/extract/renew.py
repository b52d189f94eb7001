"""Write ``known_failing.csv`` anew from what fails now: ``python -m tests.extract.renew [--show]``.

A case that fails today is a strict expected failure until mended. Run this after a change of the extractor and read
the difference before committing it: a row that appears is a loss.
"""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Iterator

from tests.extract.facts import KNOWN_FAILING, differences, keyed, record_of
from tests.extract.test_any_name import TABLES, keyed_problems


def problems() -> Iterator[tuple[str, list[str]]]:
    """Every case's id and what is wrong in it, tables first."""
    for kind in (*TABLES, "articles"):
        for key, case in keyed(kind, importlib.import_module(f"tests.extract.test_{kind}").CONSTRUCTIONS):
            yield key, differences(case, record_of(case))
    for kind in ("place", "title", "meeting", "initiative"):
        for key, case in importlib.import_module(f"tests.extract.test_any_{kind}").keyed():
            yield key, differences(case, record_of(case))
    yield from keyed_problems()


def main() -> None:
    total = 0
    failing: list[tuple[str, str]] = []
    for key, lines in problems():
        total += 1
        if lines:
            failing.append((key, "; ".join(lines).replace("\n", " ")[:200]))
            if "--show" in sys.argv:
                print(key, *lines, sep="\n    ")
    with KNOWN_FAILING.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["case", "reason"])
        writer.writerows(failing)
    print(f"{total} cases, {len(failing)} fail")


if __name__ == "__main__":
    main()
