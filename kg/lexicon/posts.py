"""Posts: the titles officials bear, as a table with what each says about its organ and its holder.

The table is ``data/posts.csv``: `title` without rank prefix (书记, 市长, 主任 …), the `organ` it implies where the
text names none, its `kind` (``official``, ``staff`` for people who are no officials, ``reporter``) and whether
several people named in one list may `share` it (副市长方向、高峰).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["official", "staff", "reporter"]

#: What may stand before a title and belongs to it: 常务副市长, 代县长, 第一副主任.
RANK = "(?:第一|常务|专职|驻会|执行|名誉|轮值|代理|代|原副|原|前|副总?|助理|候任|拟任|兼职|首席)*"

#: The characters RANK may begin with.
_RANK_FIRST = "第常专驻执名轮代原前副助候拟兼首"


@dataclass(frozen=True, slots=True)
class Post:
    title: str
    organ: str
    kind: Kind
    shared: bool


@cache
def posts() -> dict[str, Post]:
    """Every title of the table, by its name."""
    with files("kg.lexicon").joinpath("data/posts.csv").open(encoding="utf-8") as handle:
        return {
            row["title"]: Post(row["title"], row["organ"], row["kind"], row["shared"] == "1")  # type: ignore[arg-type]
            for row in csv.DictReader(handle)
        }


#: After a title, these show that it was no title: 书记处, 主席团, 市长热线, 委员会, 主任医师 …
_NOT_AFTER = (
    "(?!(?<=成员)[国单间之方]|(?<=委员)[国单]|(?<=主席)国|(?<=[省市州县区镇部局]长)江(?:大保护|经济带|流域|干流|沿|岸|航道|[中上下]游|生态|禁渔|文化|边|源|大桥|口|三角|两岸|支流|隧道|水利)|(?<=主席)[台令]|(?<=书记)员|(?<=区长)官|(?<=委员)长|(?<=行长)[期久]|声明|预备费|基金|质量|特别|信箱|辞职|批示|讲话|会议|处书记|处(?=[、,，])|们|团(?!长)|台就座|台上|会(?!见|同|上)|办公|热线|信箱|联席|会商|联谊|扩大|座谈|论坛|峰会|制|责任|"
    "级|医师|委员会|助理|助手|接待|质量奖|杯|职务|职位|人选|候选(?!人)|等职|分工|办|室|所在)"
)


@cache
def title_pattern() -> re.Pattern[str]:
    """Finds a title with its rank prefix; group 1 is the rank, group 2 the title of the table."""
    names = sorted(posts(), key=len, reverse=True)
    first = "".join(sorted({name[0] for name in names} | set(_RANK_FIRST)))  # four times as fast as without
    return re.compile(f"(?=[{first}])({RANK})({'|'.join(map(re.escape, names))}){_NOT_AFTER}")
