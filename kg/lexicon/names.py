"""Person names: surnames, what a given name is made of, and what shows that a name has ended.

A name in this genre is told by what stands around it: a title before it, a list separator or a predicate behind it.
This module knows the material (``data/surnames.csv``, ``data/after_names.csv``, ``data/not_names.csv``); the
decisions are taken in `kg.extract.titled` and its neighbours.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

#: Characters that no given name holds: function words, units of administration, numerals, common verbs.
NOT_IN_NAME = frozenset(
    "的了及等市不们这就也被把将对到说你我他它此或很更最还只已没给使叫做各每某"
    "省县区乡局厅部署院所委员议话席汇调陪"
    "〇零两第号分"
    "“”\"'‘’《》〈〉()（）[]【】{}<>,，、。.;；:：!！?？·•-—－~…/\\|+=*&^%$#@`  　\n\r\t"
)
MIDDLE_DOT = "·•・‧"


def _column(table: str, column: str) -> list[str]:
    with files("kg.lexicon").joinpath(f"data/{table}.csv").open(encoding="utf-8") as handle:
        return [row[column] for row in csv.DictReader(handle)]


@cache
def surnames() -> dict[str, str]:
    """Surname → how common it is (``common``, ``usual``, ``rare``, ``compound``)."""
    return dict(zip(_column("surnames", "surname"), _column("surnames", "frequency"), strict=True))


@cache
def after_name() -> re.Pattern[str]:
    """Matches at the place where a name has ended: a delimiter, a predicate, a particle, or the end of the text."""
    words = sorted(set(_column("after_names", "word")), key=len, reverse=True)
    return re.compile(rf"[\s、,，。;；:：!！?？()（）“”\"《》\[\]【】…—]|\Z|(?:{'|'.join(map(re.escape, words))})")


@cache
def not_names() -> frozenset[str]:
    """Words that look like a name (surname first, two or three characters) and are none."""
    return frozenset(_column("not_names", "word"))


@cache
def never_names() -> frozenset[str]:
    """Words that are no names even right behind a full title (成员单位, 领导干部, 书记名单)."""
    return frozenset(_column("never_names", "word"))


@cache
def common_words() -> dict[str, bool]:
    """Common words of two characters → whether they tell an act (开展, 继续) rather than a thing or a quality."""
    return dict(zip(_column("common_words", "word"), (a == "1" for a in _column("common_words", "act")), strict=True))


@cache
def transliterated() -> frozenset[str]:
    """Characters of which Mongolian, Tibetan, Uyghur, Kazakh and Yi names are written in Chinese."""
    return frozenset(_column("transliterated", "char"))


@cache
def country_pattern() -> re.Pattern[str]:
    """Names of other countries."""
    names = {n for n in _column("countries", "name") if n not in ("中国", "中华人民共和国")}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)) or r"(?!)")


@cache
def countries() -> frozenset[str]:
    """Names and other names of countries: 越南, 大韩民国."""
    others = (alias for row in _column("countries", "aliases") for alias in row.split("|") if alias)
    return frozenset((*_column("countries", "name"), *others))


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def surname_length(text: str, start: int = 0) -> int:
    """Length of the surname at `start`: 2 for 欧阳, 1 for 王, 0 where there is none."""
    known = surnames()
    if text[start : start + 2] in known:
        return 2
    return 1 if text[start : start + 1] in known else 0
