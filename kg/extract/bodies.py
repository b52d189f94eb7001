"""Full names of bodies and zones in an article, and which of them a short form stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.document import Document

_HEADS = "总指挥部|指挥部|委员会|督察组|巡视组|巡察组|联合会|协会|联盟|领导小组|工作小组|协调小组|工作组|示范区|合作区|试验区|先行区|产业园"
_HEAD = re.compile(f"(?:{_HEADS})")
#: A name runs up to its head; what leads into it (由, 在, 召开 …) is cut off.
_BEFORE = re.compile(r"[\u4e00-\u9fff()（）]{3,24}$")
_LEAD = re.compile(
    r".*(?:由|在|对|向|到|赴|任|兼|为|和|与|及|暨|是|的|了|于|召开|举行|出席|参加|主持|会见|听取|宣布|决定|根据|按照|设立|成立|组建|加入|推进|共建|建设(?!兵团|管理|领导)|日|月|上午|下午)(?=.{4})"
)
_SHORT_HEADS = {"总": "总指挥部", "委": "委员会"}


def full_names(document: Document) -> tuple[str, ...]:
    """The longer names of bodies and zones that the article tells, each once, in order of the text."""
    found: dict[str, None] = {}
    at = 0
    for match in _HEAD.finditer(document.text):
        before = _BEFORE.search(document.text, max(at, match.start() - 24), match.start())
        at = match.end()
        if before is None:
            continue
        name = _LEAD.sub("", before.group() + match.group()).strip("()（）")
        if len(name) >= 6 and name.count("(") == name.count(")") and name.count("（") == name.count("）"):
            found.setdefault(name)
    return tuple(found)


def full_name(short: str, names: Sequence[str]) -> str | None:
    """The one of `names` that `short` (督察组, 黄河防总, 衢饶示范区) abbreviates; None where none or several do.

    Its characters stand in the full name in their order, and both end in the same head.
    """
    fitting = {name for name in names if len(name) >= len(short) + 3 and _abbreviates(short, name)}
    fitting = {name for name in fitting if not any(other != name and name.endswith(other) for other in fitting)}
    return fitting.pop() if len(fitting) == 1 else None


def _abbreviates(short: str, name: str) -> bool:
    head = _SHORT_HEADS.get(short[-1:], short[-2:])
    if not name.endswith(head):
        return False
    if len(short) <= 4 and name.endswith(short):
        return True  # 督察组, 领导小组
    rest = iter(name)
    return (short[0] == name[0] and all(char in rest for char in short)) or _inside(short, name)


def _inside(short: str, name: str) -> bool:
    """衢饶示范区 of 浙赣边际合作(衢饶)示范区: what tells it apart stands in brackets."""
    return re.search(rf"[(（]{re.escape(short[:-3])}[)）]{re.escape(short[-3:])}$", name) is not None
