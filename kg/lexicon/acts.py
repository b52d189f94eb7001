"""Events and acts as tables: what names a meeting and of which kind, and which verb gives which role."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


def _rows(table: str) -> list[dict[str, str]]:
    with files("kg.lexicon").joinpath(f"data/{table}.csv").open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def meeting_heads() -> dict[str, str]:
    """The word that ends a meeting's name (联席会议, 推进会, 签约仪式) → its kind."""
    return {row["head"]: row["kind"] for row in _rows("meeting_heads")}


@cache
def meeting_head_pattern() -> re.Pattern[str]:
    """Finds the end of a meeting's name; the longest head wins."""
    heads = _alternation(list(meeting_heads()))
    return re.compile(
        rf"(?P<first>{heads})(?:[(（]扩大[)）])?(?P<more>(?:(?:第[一二三四五六七八九十百〇零\d]+次(?:全体)?)?(?:{heads})){{0,2}})(?!室|厅(?!级)|场|员|中心|费|纪要|精神|桌|务|期|堂|商会|谈会)"
    )


@cache
def role_verbs() -> dict[str, str]:
    """Verb → CHAIRED, SPOKE_AT or ATTENDED: what the reader of roles must know, whatever context it asks for besides.

    A test holds the two together.
    """
    return {row["verb"]: row["role"] for row in _rows("role_verbs")}


@cache
def initiative_heads() -> tuple[tuple[str, str, str], ...]:
    """(head, kind, where it may stand): the word that ends an initiative's name."""
    return tuple((row["head"], row["kind"], row["where"]) for row in _rows("initiative_heads"))


@cache
def initiative_words(use: str) -> frozenset[str]:
    """Words that tell a clause, a description or a place of work from an initiative's name, by what they show.

    `verb` and `lead` tell of it in a clause, `vague` words count or describe, names made of `generic` words or that are
    a `class` are everybody's, what ends in a `site` is looked at, what stands in quotation marks as `scare` or `slogan`
    is none.
    """
    return frozenset(row["word"] for row in _rows("initiative_words") if row["use"] == use)


#: 结对区负责人, 对口支援地区的: whom, not what
_PAIRED_ONES = (
    r"(?:区县|县区|市县|区|县|市|州|镇|乡|村|地区|单位|城市)"
    r"(?:的|负责|领导|党政|代表|部门|相关|有关|[,，、。和与等]|$)"
)


@cache
def pairing_pattern() -> re.Pattern[str]:
    """Words of paired assistance: 对口支援, 结对帮扶, 东西部协作 …; not of the paired (余杭区等结对区负责人)."""
    words = _alternation([row["word"] for row in _rows("cooperation") if row["mode"] == "pairing"])
    return re.compile(
        rf"(?:{words})(?!{_PAIRED_ONES})|(?:(?<=结为)|(?<=结成)|(?<=互为)|(?<=成为)|(?<=确定为))(?:{words})(?=[区县市州])"
    )
