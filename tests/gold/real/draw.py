#!/usr/bin/env python3
"""Print the order in which items of the public news collection were looked at, by stratum.

usage: draw.py news-local.jsonl.gz [--first N] [--more]

The first N are not the sample: README.md says what was passed over and why. `--more` is the second draw: another seed,
without 1998 and without the items of the first, and with a fifth stratum, `wider`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from pathlib import Path
from typing import Any

SEED = 20250917
MORE_SEED = 20261122
LONGEST = 2000  # characters; longer texts take too long to annotate with care
POST = re.compile(
    r"[省市县区州旗镇乡]委(?:副?书记|常委)|区党委|副?(?:省长|市长|县长|区长|州长|镇长|乡长)|自治区(?:副?主席|党委)"
    r"|人大常委会副?主任|政协副?主席|纪委|[厅局]长|管委会"
)
COOPERATION = re.compile(r"合作|协作|对口|结对|联席会|共建|协同发展|一体化|签订|签署|签约|协议|联防联控")
EVENT = re.compile(
    r"会议|座谈会|论坛|开幕|签字|签约|考察|调研|视察|慰问|看望|任命|免职|当选|立案|违纪|通报|揭牌|启动|选举"
)
WIDER = re.compile(EVENT.pattern + r"|会见|会谈|常务会议|发布会")
PROVINCE = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆"
    r"|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|京津冀|长三角|珠三角"
)
FOREIGN = re.compile(r"总统|首相|外长|一带一路|联合国|大使|俄罗斯|国际货币")


def stratum(text: str) -> str | None:
    """`officials`, `cooperation`, `little` or `none`; None for what is not drawn at all."""
    if not 60 <= len(text) <= LONGEST:
        return None
    posts, cooperation, events, foreign = (len(p.findall(text)) for p in (POST, COOPERATION, EVENT, FOREIGN))
    if not (posts or cooperation or events):
        return "none"
    if foreign > 2 or not events:
        return None
    if cooperation >= 3 and len(set(PROVINCE.findall(text))) >= 2:
        return "cooperation"
    return "officials" if posts >= 3 else "little" if posts else None


def order(items: dict[str, dict[str, Any]], seed: int = SEED) -> dict[str, list[str]]:
    """Stratum -> ids, shuffled with the seed."""
    groups: dict[str, list[str]] = {"officials": [], "cooperation": [], "little": [], "none": []}
    for key, item in items.items():
        if name := stratum(item["text"]):
            groups[name].append(key)
    shuffle(groups, seed)
    return groups


def shuffle(groups: dict[str, list[str]], seed: int) -> None:
    rng = random.Random(seed)
    for keys in groups.values():
        keys.sort()
        rng.shuffle(keys)


def more(items: dict[str, dict[str, Any]], drawn: set[str]) -> dict[str, list[str]]:
    """The second draw: `order` of the items since 2012 that were not `drawn`; `wider` holds the events that have no
    stratum there, as talks with foreign guests and meetings of the State Council do."""
    left = {key: item for key, item in items.items() if key not in drawn and not key.startswith("pfr-")}
    groups = order(left, MORE_SEED)
    groups["wider"] = [
        key
        for key, item in left.items()
        if stratum(item["text"]) is None and 60 <= len(item["text"]) <= LONGEST and WIDER.search(item["text"])
    ]
    shuffle(groups, MORE_SEED)
    return groups


def first_drawn() -> set[str]:
    """The ids of the first draw: those of heldout/, and the first 40 of src/dev.txt."""
    here = Path(__file__).resolve().parent
    ids = re.findall(r"(?m)^=== (\S+)", (here / "src" / "dev.txt").read_text(encoding="utf-8"))
    return {*ids[:40], *(path.stem for path in (here / "heldout").glob("*.json"))}


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Id -> item of the collection. Raises `OSError` where it cannot be read."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {item["id"]: item for item in map(json.loads, file)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--first", type=int, default=20)
    parser.add_argument("--more", action="store_true")
    arguments = parser.parse_args()
    items = read(arguments.news)
    for name, keys in (more(items, first_drawn()) if arguments.more else order(items)).items():
        print(f"{name}: {len(keys)}")
        for key in keys[: arguments.first]:
            print(f"  {key}")


if __name__ == "__main__":
    main()
