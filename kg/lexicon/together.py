"""What the names of a page become together: lists, counts of counties, zones, compounds of two that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.lexicon.places import Place, PlaceHit
from kg.lexicon.tables import Tables
from kg.lexicon.zones import may_name_zone, zone_behind, zone_for

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: 阿坝三县, 大理六县市, 毕节9县区
COUNTED = re.compile(
    "(?:[一二两三四五六七八九十]{1,2}|[0-9]{1,2}个?)(?:个?县|个?旗|个?州|县区|县市|区县|市县|个区)(?!城)"
)
#: 霍山、金寨两县: behind a member of a list that is counted at its end
OF_COUNTIES = re.compile(
    "(?:[、和与][一-鿿]{2,5}?){1,8}等?(?:[两三四五六七八九十]{1,2}|[0-9]{1,2}个?)(?:县|旗|区县|县区|县市|市县)(?![城委])"
)
_COUNT = frozenset("一二两三四五六七八九十0123456789")
_LISTED = frozenset("、和与及同")
#: What stands around a word that is a county in a list.
_BEFORE_LISTED = frozenset((*"、，,。；;：: \n省市州盟区", ""))
_BEHIND_LISTED = frozenset((*"、，,。；;等和与及两三四五六七八九十", ""))
#: How the words for a zone may begin: a quick look before they are read.
ZONE_START = frozenset(
    "经高开工产新综保出合示试实先起科软物临空度管飞国省东西南北滨沿航轻纺化循绿生文旅农现食医电信汽健商承转边跨智装城(（"
)
_PAIRED, _NAMED = frozenset(("prefecture", "county")), frozenset(("full", "short"))
_BY_START = attrgetter("start")


def drop_overlaps(hits: list[PlaceHit]) -> list[PlaceHit]:
    """`hits` in their order, each that begins inside an earlier one left out."""
    hits.sort(key=_BY_START)
    out: list[PlaceHit] = []
    reach = 0
    for hit in hits:
        if hit.start >= reach:
            out.append(hit)
            reach = hit.end
    return out


class Together:
    """The rules that look at several hits at once; keeps no state between texts."""

    def __init__(self, gazetteer: Gazetteer, tables: Tables, never: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._never = never
        self._not_compounds = tables.not_compounds
        #: how prefectures and counties begin: 慈常 is 慈溪 and 常山
        self._firsts = frozenset(place.name[0] for place in tables.places.values() if place.level in _PAIRED)
        self._joining = AhoCorasick(tables.words["after_compound"], matchkind=MatchKind.LeftmostLongest)

    def read(self, text: str, hits: list[PlaceHit], words: bool) -> list[PlaceHit]:
        """`hits` as they stand together; `words`: a word that is also a county stands in a list."""
        behind = [text[hit.end : hit.end + 1] for hit in hits]
        if not _COUNT.isdisjoint(behind):
            hits = self.counted(text, hits)
        if words:
            hits = self.listed(text, hits)
        if not ZONE_START.isdisjoint(behind):
            hits = self.zones(text, hits)
        return self.named_compounds(text, hits)

    def listed(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """临潭、合作、卓尼 and 南昌市新建、东湖: a word of every text is a county in a list of its city's counties."""
        extra: list[PlaceHit] = []
        beside = [hit for hit in hits if hit.places[0].level in _PAIRED]
        for hit in beside:  # grows: what is found has neighbours too
            place = hit.places[0]
            if place.level == "county":
                if text[hit.end : hit.end + 1] == "、":
                    extra += self._sibling(text, hit.end + 1, place.parent)
                if text[hit.start - 1 : hit.start] == "、":
                    extra += self._sibling(text, hit.start - 3, place.parent)
            elif text[hit.end + 2 : hit.end + 3] == "、" and self._county(text[hit.end + 3 : hit.end + 5], place.id):
                extra += self._sibling(text, hit.end, place.id)
            if extra:
                beside += [found for found in extra if all(found.start != known.start for known in beside)]
        if not extra:
            return hits
        taken = {at for hit in hits for at in range(hit.start, hit.end)}
        return drop_overlaps(hits + [hit for hit in extra if hit.start not in taken])

    def _sibling(self, text: str, start: int, parent: str | None) -> list[PlaceHit]:
        """The county of `parent` whose short form, a word of every text, stands at `start` with nothing around it."""
        word = text[start : start + 2] if start >= 0 else ""
        if word not in self._never or text[start + 2 : start + 3] not in _BEHIND_LISTED:
            return []
        if text[start - 1 : start] not in _BEFORE_LISTED:
            return []
        found = self._county(word, parent)
        return [PlaceHit(start, start + 2, word, found, "short")] if found else []

    def _county(self, name: str, parent: str | None) -> tuple[Place, ...]:
        return tuple(place for place in self._gazetteer.lookup(name) if place.parent == parent)

    @staticmethod
    def counted(text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """阿坝三县: three of the prefecture, where the name ends no list of counties (红原、阿坝两县)."""
        out = hits
        for i, hit in enumerate(hits):
            if hit.form != "short" or text[hit.end : hit.end + 1] not in _COUNT or not COUNTED.match(text, hit.end):
                continue
            if text[hit.start - 1 : hit.start] in _LISTED:
                continue
            above = tuple(place for place in hit.places if place.level not in ("county", "township"))
            if len(above) < len(hit.places):
                out = list(hits) if out is hits else out
                out[i] = PlaceHit(hit.start, hit.end, hit.text, above, hit.form)
        return [hit for hit in out if hit.places] if out is not hits else hits

    def zones(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Zones by pattern; where the prefecture stands before the county, it belongs to the name:
        北海铁山港工业区."""
        out: list[PlaceHit] = []
        starts = {hit.start for hit in hits}
        for hit in hits:
            if text[hit.end : hit.end + 1] in ZONE_START and may_name_zone(text, hit.end):
                before = out[-1] if out and out[-1].end == hit.start else None
                if before is not None and (
                    before.form != "short" or before.places[0] not in self._gazetteer.chain(hit.places[0])
                ):
                    before = None
                beside = before is None and out and out[-1].end == hit.start and hit.end not in starts
                if beside and self._helper(out[-1], hit):
                    zone = zone_for(text, out[-1], hit)
                else:
                    zone = zone_behind(text, hit, before)
                if zone.start < hit.start:
                    out.pop()
                hit = zone
            out.append(hit)
        return drop_overlaps(self._own_zones(out))

    def _own_zones(self, hits: list[PlaceHit]) -> list[PlaceHit]:
        """A bare 滨海新区 is the 锦州滨海新区 the page names, unless it names what the other one lies in."""
        zones = {hit.places[0].id: hit for hit in hits if hit.places[0].source == "pattern"}
        if not zones:
            return hits
        named = {place.id for hit in hits for place in hit.places if place.source != "pattern"}
        out: list[PlaceHit] = []
        for hit in hits:
            if hit.form == "full" and hit.text.endswith("新区") and hit.places[0].source != "pattern":
                own = [zone for zone in zones.values() if zone.text.endswith(hit.text)]
                up = {place.id for place in self._gazetteer.chain(hit.places[0]) if place.level != "country"}
                if len(own) == 1 and named.isdisjoint(up):
                    hit = PlaceHit(hit.start, hit.end, hit.text, own[0].places, "alias")
            out.append(hit)
        return out

    def _helper(self, home: PlaceHit, hit: PlaceHit) -> bool:
        """Whether a region that lies elsewhere is named right behind a county or city: 阿克陶县江西(工业园区)."""
        return (
            hit.form == "short"
            and hit.places[0].level in ("province", "prefecture")
            and home.places[0].level in ("county", "prefecture")
            and all(home.places[0] not in (place, *self._gazetteer.chain(place)) for place in hit.places)
            and hit.places[0] not in self._gazetteer.chain(home.places[0])
        )

    def named_compounds(self, text: str, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Two characters before 合作, 产业园 …: the first characters of two places of one level that the page
        names."""
        if len(hits) < 2:
            return hits
        firsts, none = self._firsts, self._not_compounds
        joined = [
            end
            for _, end, _ in self._joining.find_matches_as_indexes(text)
            if text[end - 1] in firsts and text[end - 2] in firsts and text[end - 2 : end] not in none
        ]
        if not joined:
            return hits
        single: dict[str, Place | None] = {}  # None: several begin with it
        for hit in hits:
            if len(hit.places) == 1 and hit.form in _NAMED:
                place = hit.places[0]
                if place.level in _PAIRED:
                    char = place.name[0]
                    if single.setdefault(char, place) is not place:
                        single[char] = None
        extra: list[PlaceHit] = []
        starts: list[int] = []
        for end in joined:
            at = end - 2
            pair = text[at:end] if at >= 0 else ""
            one, two = single.get(pair[:1]), single.get(pair[1:])
            if one is None or two is None or one is two or one.level != two.level:
                continue
            starts = starts or [hit.start for hit in hits]
            i = bisect_left(starts, at + 1)  # what begins before it must have ended
            if i == 0 or hits[i - 1].end <= at:
                parts = (
                    PlaceHit(at, at + 1, text[at], (one,), "abbr"),
                    PlaceHit(at + 1, end, text[at + 1], (two,), "abbr"),
                )
                extra.append(PlaceHit(at, end, pair, (one, two), "compound", parts))
        return drop_overlaps(hits + extra) if extra else hits
