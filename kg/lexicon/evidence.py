"""What a page shows about a doubtful or ambiguous place name: its full name, its parent, its neighbours in a list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.places import Place, PlaceHit

if TYPE_CHECKING:
    from kg.lexicon.lookup import Gazetteer

#: What stands between the members of a list of places.
_LIST = frozenset({"、", "和", "与", "及", "以及", "，", "等", "—", "－", "-", "·", "及其", "到", "至"})

#: What joins two places into one name.
_JOINTS = frozenset("·—－–-•")

#: What joins two sides of one act: 怀宁县与霍邱.
_SIDES = frozenset("与和同")

#: Places known far enough that a mention of what they lie in is a sign for them.
_WIDE = frozenset(("prefecture", "zone", "cluster"))


class Evidence:
    """The places one page names beyond doubt, and what follows from them for the others."""

    def __init__(self, gazetteer: Gazetteer, text: str, hits: list[PlaceHit], near: Iterable[str]) -> None:
        self._gazetteer = gazetteer
        self._text = text
        self._hits = hits
        #: ids of places the page names for certain, and of those that a full name of several may be
        self.named: set[str] = set()
        self.maybe: set[str] = set()
        named, maybe = self.named, self.maybe
        before: PlaceHit | None = None
        for hit in hits:
            places = hit.places
            first = places[0]  # 长沙 is the city, though a county in it is called so too
            if hit.parts:
                named.update(part.places[0].id for part in hit.parts if len(part.places) == 1)
            elif len(places) == 1 or first.level == "province" or all(p.parent == first.id for p in places[1:]):
                named.add(first.id)
                if first.level == "zone":
                    maybe.update(first.members)
            elif hit.form == "full":
                kept = within(gazetteer, hit, before)
                (named if len(kept) == 1 else maybe).update(place.id for place in kept or places)
            before = hit
        for id in near:
            self.named.add(id)
            self.named.update(place.id for place in gazetteer.chain(gazetteer.get(id)) if place.level != "country")

    def inside(self, place: Place) -> int:
        """How near the page comes to a place: 4 itself, 3 what it lies in, 2 what that lies in …; 0 not at all."""
        if place.id in self.named:
            return 4
        for step, up in enumerate(self._gazetteer.chain(place)):
            if up.level == "country":
                break
            if up.id in self.named:
                return max(3 - step, 1)
            if up.id in self.maybe:
                return max(2 - step, 1)
        return 0

    def supports(
        self, hit: PlaceHit, before: PlaceHit | None, *, word: bool = True, weak: bool = False
    ) -> tuple[Place, ...]:
        """The places a doubtful short form may stand for here; `word` tells a doubt about a word from one about a
        person; for a `weak` doubt it is enough that the page names what a place lies in.

        `before` is the hit that ends where it begins. A division counts as shown when the page gives its full name,
        or its parent right before it, or a sure neighbour in a list with the same parent; a prefecture also when
        its province is named.
        """
        beside = before.places[0] if before is not None and before.form != "compound" else None
        if beside is not None and beside.level == "country":
            beside = None
        listed = "、" in (self._text[hit.start - 1 : hit.start], self._text[hit.end : hit.end + 1])
        return tuple(
            place
            for place in hit.places
            if place.id in self.named
            or place.id in self.maybe
            or (beside is not None and beside in self._gazetteer.chain(place))
            or (place.level in _WIDE and self._around(place))
            or (weak and not self._about.isdisjoint(up.id for up in self._gazetteer.chain(place)))
            or (listed and self._in_list(hit, place, word))
            or (weak and self._joined(hit, place))
        )

    def _around(self, place: Place) -> bool:
        return not self.named.isdisjoint(place.members) or any(
            up.id in self.named for up in self._gazetteer.chain(place)
        )

    def _in_list(self, hit: PlaceHit, place: Place, word: bool) -> bool:
        """Whether a sure place stands next in a list: 青浦、吴江、嘉善; for a common word one of the same parent."""
        before = self._ends.get(hit.start - 1) if self._text[hit.start - 1 : hit.start] == "、" else None
        after = self._starts.get(hit.end + 1) if self._text[hit.end : hit.end + 1] == "、" else None
        for other in (before, after):
            if other is not None and len(other.places) == 1:
                beside = other.places[0]
                if beside.parent == place.parent or (not word and beside.level == place.level):
                    return True
        return False

    def in_list(self, hit: PlaceHit) -> tuple[Place, ...]:
        """The candidates that have the parent of a sure place next in a list."""
        return tuple(place for place in hit.places if self._in_list(hit, place, word=True))

    def learn(self, hit: PlaceHit) -> None:
        """Count a hit, doubtful before, among those that stand beside others."""
        self._ends[hit.end] = self._starts[hit.start] = hit

    def _joined(self, hit: PlaceHit, place: Place) -> bool:
        """Whether a sure place of the same level is joined to it: 温岭·旺苍, 慈溪—常山, 怀宁县与霍邱."""
        joints = _JOINTS | _SIDES if place.level == "county" else _JOINTS
        return any(
            other is not None and len(other.places) == 1 and other.places[0].level == place.level
            for other in (
                self._ends.get(hit.start - 1) if self._text[hit.start - 1 : hit.start] in joints else None,
                self._starts.get(hit.end + 1) if self._text[hit.end : hit.end + 1] in joints else None,
            )
        )

    @cached_property
    def _about(self) -> set[str]:
        """What the named places lie in, and they themselves: a county named makes its prefecture and province
        likely."""
        out = set(self.named)
        for id in self.named:
            out.update(up.id for up in self._gazetteer.chain(self._gazetteer.get(id)) if up.level != "country")
        return out

    @cached_property
    def _ends(self) -> dict[int, PlaceHit]:
        return {hit.end: hit for hit in self._hits}

    @cached_property
    def _starts(self) -> dict[int, PlaceHit]:
        return {hit.start: hit for hit in self._hits}

    def narrow(self, hits: list[PlaceHit]) -> list[PlaceHit]:
        """Order the candidates of ambiguous hits by what the page shows, and settle what grammar settles.

        徐州市鼓楼区 is the one in 徐州; in 鼓楼区、泉山区 both are of one city.
        """
        several = [i for i, hit in enumerate(hits) if len(hit.places) > 1 and hit.form != "compound"]
        if not several:
            return hits
        out = list(hits)
        for order in (several, several[::-1]):
            for i in order:
                hit = out[i]
                if len(hit.places) < 2 or hit.places[0].level == "province":
                    continue
                kept = self._by_grammar(out, i) or tuple(sorted(hit.places, key=lambda p: -self.inside(p)))
                out[i] = PlaceHit(hit.start, hit.end, hit.text, kept, hit.form, hit.parts)
        return out

    def _by_grammar(self, hits: list[PlaceHit], i: int) -> tuple[Place, ...]:
        hit = hits[i]
        if kept := within(self._gazetteer, hit, hits[i - 1] if i else None):
            return kept
        for j in (i - 1, i + 1):
            if not 0 <= j < len(hits) or len(hits[j].places) != 1:
                continue
            first, last = (hits[j], hit) if j < i else (hit, hits[j])
            if self._text[first.end : last.start] in _LIST:
                beside = hits[j].places[0]
                kept = tuple(p for p in hit.places if p.parent == beside.parent and p.level == beside.level)
                if len(kept) == 1 and beside.level == "county":
                    return kept
        return ()


def within(gazetteer: Gazetteer, hit: PlaceHit, before: PlaceHit | None) -> tuple[Place, ...]:
    """The candidates of `hit` that lie in the one place named right before it; none where there is no such place."""
    if before is None or before.end != hit.start or len(before.places) != 1:
        return ()
    return tuple(place for place in hit.places if before.places[0] in gazetteer.chain(place))
