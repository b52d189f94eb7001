"""Regions as keys: one key per division, zone or named area, through renames and new codes.

A key is what stands behind ``region:`` in a node's id: the code of a division (``360400``), the gazetteer's id of a
zone, cluster or former division, or, for what the gazetteer does not know, the name and its region (``高新区@360300``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Literal, TypeAlias

from kg.errors import KgError
from kg.lexicon import Place, gazetteer
from kg.lexicon.tables import load
from kg.model import Level, Region
from kg.resolve.names import title_key

Kinship: TypeAlias = Literal["same", "line", "prefecture", "province", "far", "nation"]

#: The key of the country as a jurisdiction: organs of the state and the party's centre.
NATION = "country:中国"
#: What stands before the name of an organ that is nobody's known region: a jurisdiction of its own.
ORGAN = "organ:"
_ZONE_ENDINGS = (
    (re.compile("高新技术产业开发区$|高新技术开发区$|高新技术产业园区$|高新区$"), "高新区"),
    (re.compile("经济技术开发区$|经开区$"), "经开区"),
    (re.compile("管理委员会$|管委会$"), ""),
)
_CODE = re.compile(r"^\d{6}(?:\d{3})?$")


class RegionKeys:
    """Keys of regions and their kinship. Holds what it has looked up; one per resolution is enough."""

    def __init__(self) -> None:
        self._places = gazetteer()
        self._keys: dict[tuple[str, str | None, str | None], str | None] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._parents: dict[str, str] = {}  # of keys the gazetteer does not know
        self._kin: dict[tuple[str, str], Kinship] = {}

    def key(self, name: str, code: str | None = None, parent: str | None = None) -> str | None:
        """The key of a region; None where the name fits several places and nothing settles which.

        `parent` may be a code, a gazetteer id or a name.
        """
        asked = (name, code, parent)
        if asked not in self._keys:
            self._keys[asked] = self._find(name, code, parent)
        return self._keys[asked]

    def place(self, key: str) -> Place | None:
        """The gazetteer's place of a key, where it knows it."""
        try:
            return self._places.get(key)
        except KgError:
            return None

    def parent(self, key: str) -> str | None:
        """The key of what it lies in; None for a province, cluster, or where it is not known."""
        line = self.line(key)
        return line[-2] if len(line) > 1 else None

    def line(self, key: str) -> tuple[str, ...]:
        """Keys from the province down to the region itself; the region alone where nothing more is known."""
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = self._line(key)
        return known

    def level(self, key: str) -> Level:
        """The level of a key; "zone" for what the gazetteer does not know."""
        place = self.place(key)
        if place is not None:
            return place.level
        return "township" if len(key) == 9 and key.isdigit() else "zone"

    def kinship(self, a: str, b: str) -> Kinship:
        """How two jurisdictions stand to each other.

        ``line``: one lies in the other; ``prefecture``, ``province``: both lie in the same one; ``nation``: one is the
        country itself, or an organ of which no region is known; ``far``: nothing shared.
        """
        if a == b:
            return "same"
        pair = (a, b) if a < b else (b, a)
        known = self._kin.get(pair)
        if known is None:
            known = self._kin[pair] = self._kinship(*pair)
        return known

    # -- how -------------------------------------------------------------------------------------------------

    def _find(self, name: str, code: str | None, parent: str | None) -> str | None:
        name = title_key(name)
        if code and _CODE.match(code):
            place = self.place(code)
            if place is not None and place.name != name:
                # a code that has passed on: the place of that name that bore it
                borne = [p for p in self._places.lookup(name) if p.code == code]
                place = borne[0] if borne else place
            return _key(place) if place is not None else code
        above = self._parent_key(parent)
        found = self._places.lookup(name)
        if above is not None and len(found) > 1:
            found = tuple(p for p in found if above in (u.id for u in self._places.chain(p))) or found
        if len(found) == 1:
            return _key(found[0])
        if found and found[0].level in ("country", "cluster"):
            return _key(found[0])
        if len(found) > 1:
            return None
        if above is None:
            above, name = self._split(name)
        for ending, short in _ZONE_ENDINGS:
            name = ending.sub(short, name)
        if above is not None:
            place = self.place(above)
            for form in (place.name, *place.aliases) if place else ():
                if name.startswith(form) and len(name) > len(form) + 1:
                    name = name[len(form) :]
                    break
            again = [p for p in self._places.lookup(name) if above in (u.id for u in self._places.chain(p))]
            if len(again) == 1:
                return _key(again[0])
            key = f"{name}@{above}"
            self._parents[key] = above
            return key
        return None if name in ("高新区", "经开区", "开发区", "新区", "工业园区") else name

    def _split(self, name: str) -> tuple[str | None, str]:
        """A zone's own division at the front of its name: 萍乡高新区 → 萍乡市, 高新区."""
        for size in range(min(len(name) - 2, 12), 1, -1):
            found = [p for p in self._places.lookup(name[:size]) if p.level in ("province", "prefecture", "county")]
            if found:
                return (_key(found[0]), name[size:]) if len(found) == 1 else (None, name)
        return None, name

    def _parent_key(self, parent: str | None) -> str | None:
        if not parent:
            return None
        place = self.place(parent)
        if place is None:
            found = self._places.lookup(title_key(parent))
            place = found[0] if len(found) == 1 else None
        if place is None or place.level in ("country", "cluster"):
            return None
        return _key(place)

    def _line(self, key: str) -> tuple[str, ...]:
        place = self.place(key)
        if place is not None:
            above = [_key(p) for p in self._places.chain(place) if p.level not in ("country", "cluster")]
            return (*reversed(above), key)
        if key in self._parents:
            return (*self.line(self._parents[key]), key)
        if "@" in key and self.place(up := key.rpartition("@")[2]) is not None:
            return (*self.line(up), key)
        if key.isdigit() and len(key) in (6, 9):
            if len(key) == 9:
                return (*self.line(key[:6]), key)
            ups = [key[:2] + "0000", key[:4] + "00"]
            return (*(up for up in ups if up != key and self.place(up) is not None), key)
        return (key,)

    def _kinship(self, a: str, b: str) -> Kinship:
        if NATION in (a, b) or a.startswith(ORGAN) or b.startswith(ORGAN):
            return "nation"
        one, two = self.line(a), self.line(b)
        shared = 0
        for x, y in zip(one, two, strict=False):
            if x != y:
                break
            shared += 1
        if shared == 0:
            return "far"
        if shared in (len(one), len(two)):
            return "line"
        # districts of a municipality are as near to each other as a prefecture's
        if shared >= 2 or self.level(one[1]) == self.level(two[1]) == "county":
            return "prefecture"
        return "province"


def of_record(keys: RegionKeys, region: Region, article: str) -> str:
    """The key of a record's region; where nothing settles which of several places, a key of this article's own."""
    key = keys.key(region.name, region.code, region.parent)
    return key if key is not None else f"{title_key(region.name)}?{article}"


def _key(place: Place) -> str:
    place = _continued(place)
    return place.code if place.code is not None and place.end is None else place.id


@cache
def _heirs() -> dict[str, str]:
    """id of a former division -> id of the one that it went on as, under another name or code.

    Going on means: the heir began the year this one ended and no other division went into it then. A district that was
    joined to its neighbour did not go on.
    """
    places = load().places
    into: dict[tuple[str, int], list[str]] = defaultdict(list)
    for place in places.values():
        if place.end is not None and place.successor is not None:
            heir = places.get(place.successor)
            if heir is not None and heir.start is not None and abs(heir.start - place.end) <= 1:
                into[heir.id, place.end].append(place.id)
    return {olds[0]: heir for (heir, _), olds in into.items() if len(olds) == 1}


def _continued(place: Place) -> Place:
    seen: set[str] = set()
    while (heir := _heirs().get(place.id)) is not None and heir not in seen:
        seen.add(heir)
        place = gazetteer().get(heir)
    return place
