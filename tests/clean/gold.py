"""How near a cleaned page comes to what its author wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from kg.clean import CleanArticle, clean

#: Lines of the gold texts that are no part of the article: dateline, editors, signature, what is left of the page.
_BOILERPLATE = re.compile(
    r"[（(]?\s*(?:[\u4e00-\u9fff]{2,12}(?:网|报|融媒|宁河)?\s+)?(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}.{0,60}"
    r"|(?:来源|发布时间|发布日期|时间|字体)\s*[:：].{0,80}|【字体.{0,80})"
    r"|[（(]?(?:责任编辑|编辑|供稿|作者|记者|全媒体记者|通讯员|本报记者)\s?[:： ]?.{0,60}"
    r"|[（(][\u4e00-\u9fff]{2,4}[）)]|当前位置.{0,60}|分享到.{0,20}|.{0,8}ICP备.{0,40}|加入购物车.{0,40}"
    r"|[（(][\u4e00-\u9fff]{2,8}[日晚]报 \d{4}年.{0,12}[）)]"
    r"|□.{0,4}记者.{2,20}|[（(].{0,10}(?:记者|文).{1,20}[）)]|https?:\S+ \d{4}-.{0,30}|文字丨.{0,60}"
    r"|[\u4e00-\u9fff]{3,8}\d{4}年\d{1,2}月\d{1,2}日电.{0,20}|财经号.{0,40}|.{2,8} 作者：.{2,6}|上一章.{0,40}"
    r"|点击上方蓝字.{0,12}"
)


_ONE_WIDTH = str.maketrans("，：；（）！？", ",:;()!?")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a gold set with what came out of it."""

    name: str
    raw: bytes
    gold: str
    record: dict[str, Any]
    article: CleanArticle

    @property
    def errors(self) -> int:
        """Characters that differ."""
        ours, gold = _without_boilerplate(self.article.text), self.gold
        if "，" in (raw := self.raw.decode("utf-8", "replace")) and "," in raw:
            # Which of two widths on one page its author wrote nobody can tell: either is right.
            ours, gold = ours.translate(_ONE_WIDTH), gold.translate(_ONE_WIDTH)
        match = SequenceMatcher(None, gold, ours, autojunk=False)
        return sum(max(b - a, d - c) for kind, a, b, c, d in match.get_opcodes() if kind != "equal")

    def names(self) -> Iterator[str]:
        """Officials and regions that the gold text spells."""
        for item in (*self.record["officials"], *self.record["regions"]):
            if item["name"] in self.gold:
                yield item["name"]

    def wrong_metadata(self) -> list[str]:
        """Which of date, source and authors are not what the gold record says."""
        gold = self.record["article"]
        found = {
            "published": self.article.published,
            "source": self.article.source,
            "authors": list(self.article.authors),
        }
        return [key for key, value in found.items() if value != gold.get(key)]


def _without_boilerplate(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not _BOILERPLATE.fullmatch(line))


def pages(folder: Path) -> list[Page]:
    """Every page of a folder that has a clean text beside it."""
    found = []
    for path in sorted(folder.glob("*.clean.txt")):
        name = path.name.removesuffix(".clean.txt")
        raw = (folder / f"{name}.txt").read_bytes()
        record = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        found.append(Page(name, raw, _without_boilerplate(path.read_text(encoding="utf-8")), record, clean(raw)))
    return found
