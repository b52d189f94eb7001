"""A region that acts, and the pronouns that stand for several: 两市, 双方, 三地."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.dates import number
from kg.extract.places import Home, PlaceMention
from kg.lexicon import Gazetteer, Place

PRONOUN = re.compile(
    r"(?:与会|参会)?(?P<n>两|双|三|四|五|六|七|八|九|十[一二三四五六七八九]?|(?<![\d.])\d{1,2}(?=省区市|省市|省区|市|县|区|州)|各)(?P<unit>省区市|省市|省区|省|市州|市县|市区|市|县区|县市|县|区县|区|地|方|州|旗|镇|乡|城)(?![委级长场民直府]|政府)"
)
#: Of a meeting that regions along a border hold: what abbreviates provinces before it only says where they lie.
BORDER = re.compile("交界|毗邻|边界|边区|边际|省际|接壤")
_PAIR = {"两": 2, "双": 2}


def counted(told: str) -> int:
    """How many 两, 四, 十一, 10 are; 0 for 各, which does not say."""
    return _PAIR.get(told) or number(told)


@dataclass(frozen=True, slots=True)
class Party:
    """A region that acts: its name in the record and, where settled, the place."""

    name: str
    place: Place | None
    level: str

    @classmethod
    def of(cls, mention: PlaceMention) -> Party:
        return cls(mention.name, mention.place, mention.level)


def region_party(name: str | None, mentions: Iterable[PlaceMention], home: Home) -> Party | None:
    """The region called `name`, as the page names it; one that a page leaves out (市长 in its own city's paper) is home."""
    mention = next((m for m in mentions if m.name == name and m.place), None)
    if mention is not None:
        return Party.of(mention)
    place = next((p for p in home.by_level.values() if p.name == name), None)
    return Party(place.name, place, place.level) if place is not None else None


def unique(parties: Iterable[Party]) -> list[Party]:
    return list({p.name + (p.place.id if p.place else ""): p for p in parties}.values())


def acting(mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Mentions that may be parties: no clusters, no bare prefix (江苏 in 江苏溧阳市), nothing inside a firm's name."""
    return [m for m in mentions if not m.prefix and not m.inside and m.level not in ("cluster", "country")]


def contains(gazetteer: Gazetteer, a: Party, b: Party) -> bool:
    """Whether one lies in the other."""
    if a.place is None or b.place is None:
        return False
    return a.place in gazetteer.chain(b.place) or b.place in gazetteer.chain(a.place) or a.place == b.place


_COUNTED_AREA = re.compile(r"[两三四五六][县市区]$")


def members_told(gazetteer: Gazetteer, mention: PlaceMention) -> list[Party]:
    """The divisions that an area named by their number stands for (北三县: 三河市, 大厂回族自治县, 香河县); else none."""
    place = mention.place
    if place is None or mention.level != "cluster" or not _COUNTED_AREA.search(mention.text):
        return []
    found = [gazetteer.get(id) for id in place.members]
    return [Party(p.name, p, p.level) for p in found]
