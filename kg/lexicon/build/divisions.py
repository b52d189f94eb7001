"""Make ``data/divisions.csv`` (and ``data/townships.tsv.xz``) from their sources.

Sources:

* ``divisions-history.csv`` (CC0): every code of GB/T 2260 since 1981 with the years it was in use and what came
  after.

Run: ``python -m kg.lexicon.build.divisions HISTORY.csv [--coordinates FILE]``. The output is sorted and carries no
date, so that the same sources always give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
FIELDS = ("id", "code", "name", "level", "parent", "start", "end", "successor", "lat", "lon", "source")
LEVELS = {"省级": "province", "地级": "prefecture", "县级": "county"}
HISTORY = "divisions-history"
_SUCCESSOR = re.compile(r"(\d{6})(?:\[(\d{4})\])?")


@dataclass(slots=True)
class Row:
    """One line of the history: a code, the name it stood for and the years it did."""

    code: str
    name: str
    level: str
    province: str
    prefecture: str
    start: int
    end: int | None
    successors: tuple[tuple[str, int | None], ...]

    @property
    def id(self) -> str:
        """A division in use is its code; a former one its code and the year it began (codes were used twice)."""
        return self.code if self.end is None else f"{self.code}@{self.start}"

    def alive(self, year: int) -> bool:
        return self.start <= year and (self.end is None or self.end > year)


def read_history(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Row(
                code=line["代码"],
                name=line["名称"],
                level=LEVELS[line["级别"]],
                province=line["一级行政区"],
                prefecture=line["二级行政区"],
                start=int(line["启用时间"]),
                end=int(line["变更/弃用时间"]) if line["变更/弃用时间"] else None,
                successors=tuple(
                    (code, int(year) if year else None) for code, year in _SUCCESSOR.findall(line["新代码"] or "")
                ),
            )
            for line in csv.DictReader(file)
        ]


class History:
    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.by_code: dict[str, list[Row]] = {}
        self.by_name: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            self.by_code.setdefault(row.code, []).append(row)
            self.by_name.setdefault((row.province, row.name), []).append(row)

    def parent(self, row: Row) -> str:
        if row.level == "province":
            return "country:中国"
        province = next(r for r in self.by_code[row.code[:2] + "0000"] if r.level == "province")
        if row.level == "prefecture" or row.prefecture in ("", "直辖"):
            return province.id
        near = [r for r in self.by_name.get((row.province, row.prefecture), ()) if r.level == "prefecture"]
        if not near:
            return province.id
        # the one that stood when the division ended, or the one that overlaps it longest ago
        year = row.end - 1 if row.end is not None else 9999
        alive = [r for r in near if r.alive(year)] or near
        return max(alive, key=lambda r: (r.end is None, r.start)).id

    def successor(self, row: Row) -> str | None:
        """The one division that carries a former one on: of its name, else the first named as taking the whole."""
        if row.end is None:
            return None
        renamed = [r for r in self.by_code[row.code] if r is not row and r.start == row.end]
        if renamed:  # 襄樊市 and 襄阳市 are one place under one code
            return renamed[0].id
        found: list[Row] = []
        for code, year in sorted(row.successors, key=lambda item: item[1] is not None):
            heirs = [r for r in self.by_code.get(code, ()) if r.alive(year or row.end)]
            found += heirs or [r for r in self.by_code.get(code, ()) if r.end is None]
        found = [r for r in found if r is not row]
        same = [r for r in found if r.name[:2] == row.name[:2]]
        chosen = same or found
        return chosen[0].id if chosen else None


def build(history: Path, out: Path) -> int:
    """Write the table of divisions; the number of rows is given back."""
    book = History(read_history(history))
    rows = sorted(book.rows, key=lambda r: (r.code, r.start))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for row in rows:
            writer.writerow(
                (
                    row.id,
                    row.code,
                    row.name,
                    row.level,
                    book.parent(row),
                    row.start,
                    row.end or "",
                    book.successor(row) or "",
                    "",
                    "",
                    HISTORY,
                )
            )
    return len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("history", type=Path)
    parser.add_argument("--out", type=Path, default=DATA / "divisions.csv")
    args = parser.parse_args()
    print(build(args.history, args.out), "divisions")


if __name__ == "__main__":
    main()
