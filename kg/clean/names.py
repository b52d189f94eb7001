"""What may be a person's name, by its form."""

from __future__ import annotations

import re
from functools import cache

from kg.clean.data import text_table, words_table
from kg.lexicon.names import transliterated


@cache
def surnames() -> frozenset[str]:
    """Surnames of one character."""
    return frozenset(text_table("surnames.txt"))


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(words_table("compound_surnames.txt"))


_NOT_NAMES = frozenset(
    {
        "记者",
        "通讯员",
        "作者",
        "编辑",
        "整理",
        "报道",
        "摄影",
        "摄像",
        "实习生",
        "评论员",
        "供稿",
        "综合",
        "采写",
        "撰稿",
        "文章",
    }
    | {"完", "本章完", "全文完", "未完", "待续", "图片", "资料图", "略", "节选", "摘要", "上", "下", "中", "一", "二"}
)
#: How many characters a name of another people may have beyond what is usual.
_LONG = range(5, 9)
_BETWEEN = re.compile(r"[\s、,/]+")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:[·•][\u3400-\u9fff]{1,8}){1,3}")


def is_name(word: str, vouched: bool = False) -> bool:
    """Whether `word` may be a person's name by its form; `vouched`: what stands before it says that a name comes."""
    if vouched and len(word) in _LONG and transliterated().issuperset(word):
        return True  # 古丽巴哈尔: written without the dot
    if word in _NOT_NAMES or not _NAME.fullmatch(word):
        return False
    return vouched or "·" in word or "•" in word or word[0] in surnames() or word[:2] in compound_surnames()


def looks_like_names(words: str) -> bool:
    """One name or a few, and nothing else: ``史卫平``, ``张 三 李四``."""
    parts = [part for part in _BETWEEN.split(words) if part]
    return 0 < len(parts) <= 6 and all(is_name(part) for part in join_spaced(parts))


def join_spaced(parts: list[str]) -> list[str]:
    """Names that were spread to three characters' width: ``张``, ``敏`` → ``张敏``."""
    out: list[str] = []
    for part in parts:
        if len(part) == 1 and out and len(out[-1]) == 1:
            out[-1] += part
        else:
            out.append(part)
    return out
