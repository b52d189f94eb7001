"""Zones that are in no list: a division's name with the words for a zone behind it, like 怀宁经济开发区."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.csvs import rows
from kg.lexicon.places import Place, PlaceHit


def _any(role: str) -> str:
    words = [line["word"] for line in rows("zone_words") if line["role"] == role]
    return "|".join(sorted(words, key=len, reverse=True))


#: A second place may stand in brackets: 深圳(哈尔滨)产业园区.
_BRACKET = r"[(（][一-鿿]{2,6}[)）]"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for a zone behind a place; and behind two places one of which helps the other, where the kind alone
    tells a zone (喀什市深圳产业园). Read when the first is met: a start does not wait for them."""
    # between place and kind (产业); kinds that need nothing there (经济开发区), and such that do (园区)
    between, alone, behind = _any("between"), _any("alone"), _any("behind")
    kind = f"(?:{behind}|{alone})"
    zone = re.compile(f"(?:{alone}|(?:{_BRACKET})?(?:{between}){{1,4}}{kind}|{_BRACKET}{kind})")
    return zone, re.compile(f"(?:{between}){{0,4}}{kind}")


#: 新区 and 开发区 followed by these are something else (新区划, 开发区域).
_NOT_BEHIND = frozenset("划域别镇市区乡")


def may_name_zone(text: str, end: int) -> bool:
    """Whether the words for a zone begin at `end`: quicker than to read its name."""
    zone, helped = _patterns()
    return helped.match(text, end) is not None or (text[end] in "(（" and zone.match(text, end) is not None)


def names_zone(text: str, end: int) -> bool:
    """Whether the words for a zone stand at `end`, right behind a name."""
    match = _patterns()[0].match(text, end)
    return match is not None and text[match.end() : match.end() + 1] not in _NOT_BEHIND


def zone_behind(text: str, hit: PlaceHit, before: PlaceHit | None = None) -> PlaceHit:
    """The zone named by a division's hit and the words behind it; the hit itself where there are none.

    `before` is the short form of the prefecture right before the hit: part of the zone's name. A province's name is
    not enough: 江苏高新区 are all those of Jiangsu.
    """
    first = hit.places[0]
    if hit.form not in ("full", "short", "alias") or first.level not in ("prefecture", "county", "township"):
        return hit
    match = _patterns()[0].match(text, hit.end)
    if match is None or text[match.end() : match.end() + 1] in _NOT_BEHIND:
        return hit
    start = hit.start if before is None or before.places[0].level != "prefecture" else before.start
    return _made(text, start, match.end(), hit)


def zone_for(text: str, home: PlaceHit, helper: PlaceHit) -> PlaceHit:
    """阿克陶县江西工业园区: a zone in `home`, called after the region that helped to build it; `helper` where none is
    named."""
    match = _patterns()[1].match(text, helper.end)
    if match is None or text[match.end() : match.end() + 1] in _NOT_BEHIND:
        return helper
    return _made(text, home.start, match.end(), home)


def _made(text: str, start: int, end: int, hit: PlaceHit) -> PlaceHit:
    name = text[start:end].replace("（", "(").replace("）", ")")
    home = hit.places[0].id if len(hit.places) == 1 else None
    zone = Place(
        id=f"zone:{name}",
        code=None,
        name=name,
        level="zone",
        parent=home,
        members=(home,) if home is not None else (),
        kind="unlisted",
        source="pattern",
    )
    return PlaceHit(start, end, text[start:end], (zone,), "full")
