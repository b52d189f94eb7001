#!/usr/bin/env python3
"""Print the order in which items of the public news collection were looked at, by stratum.

usage: draw.py news-local.jsonl.gz [--first N]

The first N are not the sample: README.md says what was passed over and why.
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
LONGEST = 2000  # characters; longer texts take too long to annotate with care
POST = re.compile(
    r"[省市县区州旗镇乡]委(?:副?书记|常委)|区党委|副?(?:省长|市长|县长|区长|州长|镇长|乡长)|自治区(?:副?主席|党委)"
    r"|人大常委会副?主任|政协副?主席|纪委|[厅局]长|管委会"
)
COOPERATION = re.compile(r"合作|协作|对口|结对|联席会|共建|协同发展|一体化|签订|签署|签约|协议|联防联控")
EVENT = re.compile(
    r"会议|座谈会|论坛|开幕|签字|签约|考察|调研|视察|慰问|看望|任命|免职|当选|立案|违纪|通报|揭牌|启动|选举"
)
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


def order(items: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Stratum -> ids, shuffled with the seed."""
    groups: dict[str, list[str]] = {"officials": [], "cooperation": [], "little": [], "none": []}
    for key, item in items.items():
        if name := stratum(item["text"]):
            groups[name].append(key)
    rng = random.Random(SEED)
    for keys in groups.values():
        keys.sort()
        rng.shuffle(keys)
    return groups


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Id -> item of the collection. Raises `OSError` where it cannot be read."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {item["id"]: item for item in map(json.loads, file)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--first", type=int, default=20)
    arguments = parser.parse_args()
    for name, keys in order(read(arguments.news)).items():
        print(f"{name}: {len(keys)}")
        for key in keys[: arguments.first]:
            print(f"  {key}")


if __name__ == "__main__":
    main()
