"""The look-up of places: by name and year, by id, in a running text, and settled by context."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from functools import cache

from kg.errors import KgError
from kg.lexicon.compiled import tables
from kg.lexicon.places import Context, Form, Place, PlaceHit
from kg.lexicon.scanner import Scanner
from kg.lexicon.tables import Tables
from kg.lexicon.townships import Townships

_RANK = {"country": 0, "province": 1, "cluster": 2, "prefecture": 3, "zone": 4, "county": 5, "township": 6}


def _likeliest_first(item: tuple[Place, Form]) -> tuple[bool, int, bool, int, str]:
    place, form = item
    return place.end is not None, -(place.end or 0), form != "full", _RANK[place.level], place.id


class Gazetteer:
    """Everything the tables know about places. Immutable once made; safe to share between threads."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._by_code: dict[str, Place] = {}
        for place in tables.places.values():
            if place.code is not None and (place.end is None or place.code not in self._by_code):
                self._by_code[place.code] = place
        self._ordered: dict[str, tuple[tuple[Place, Form], ...]] = {}
        self._chains: dict[str, tuple[Place, ...]] = {}
        self.townships = Townships(self, frozenset(tables.words["not_township"]))
        self._scanner: Scanner | None = None

    # -- by id
    # ---------------------------------------------------------------------------------------------------------

    def get(self, id: str) -> Place:
        """The place of this id, or of this six-digit code (the one in use, else the last that bore it).

        Raises `KgError` where there is none.
        """
        place = self._tables.places.get(id) or self._by_code.get(id)
        if place is None and len(id) == 9:
            place = self.townships.get(id)
        if place is None:
            raise KgError(f"no place has the id {id!r}")
        return place

    def chain(self, place: Place) -> tuple[Place, ...]:
        """The places it lies in, nearest first; the country last."""
        known = self._chains.get(place.parent) if place.parent is not None else ()
        if known is None:
            up = self.get(place.parent or "")
            known = self._chains[up.id] = (up, *self.chain(up))
        return known

    def current(self, place: Place) -> Place:
        """What a former division has become, as far as the tables tell; a place in use is given back as it is."""
        seen = {place.id}
        while place.end is not None and place.successor is not None and place.successor not in seen:
            place = self.get(place.successor)
            seen.add(place.id)
        return place

    def _namesake(self, place: Place) -> Place:
        """The latest of a place's forms that still bears its name: 崇礼县 under its last code."""
        same = place
        seen = {place.id}
        while place.end is not None and place.successor is not None and place.successor not in seen:
            place = self.get(place.successor)
            seen.add(place.id)
            if place.name == same.name:
                same = place
        return same

    def names(self) -> KeysView[str]:
        """Every name that a place of the tables goes by."""
        return self._tables.names.keys()

    # -- by name
    # -------------------------------------------------------------------------------------------------------

    def lookup(self, name: str, year: int | None = None) -> tuple[Place, ...]:
        """Every place that goes by `name`, likeliest first: those of that year, else those in use, else the last.

        A division that kept its name under a new code or rank is given under the new one whatever the year.
        """
        found = self._all(name)
        if not found and name.endswith(("镇", "乡", "街道", "苏木", "办事处")):
            return self.townships.lookup(name.removesuffix("办事处") + "街道" if name.endswith("办事处") else name)
        if year is not None:
            then = [item for item in found if item[0].alive(year)]
            found = tuple(then) or found
        else:
            now = [item for item in found if item[0].end is None]
            found = tuple(now) or tuple(item for item in found if item[0].end == found[0][0].end)
        out: list[Place] = []
        for place, _ in found:
            same = self._namesake(place)
            if same not in out:
                out.append(same)
        return tuple(out)

    def form(self, name: str, place: Place) -> Form:
        """How `name` stands for `place`: its official name, a short form, another name."""
        return next((form for id, form in self._tables.names.get(name, ()) if id == place.id), "alias")

    def abbreviated(self, char: str) -> tuple[Place, ...]:
        """The places one character stands for in compounds and beside verbs: 赣, 宁 (Nanjing or Ningxia)."""
        known = self._tables.abbreviations.get(char)
        return tuple(map(self.get, known.places)) if known else ()

    def _all(self, name: str) -> tuple[tuple[Place, Form], ...]:
        known = self._ordered.get(name)
        if known is None:
            items = [(self._tables.places[id], form) for id, form in self._tables.names.get(name, ())]
            items.sort(key=_likeliest_first)
            known = self._ordered[name] = tuple(items)
        return known

    # -- in a text
    # -----------------------------------------------------------------------------------------------------

    def scan(self, text: str, near: Iterable[str] = (), year: int | None = None) -> list[PlaceHit]:
        """Every place name in `text`, left to right, longest first, without overlaps.

        A short form that is also a common word or a person's name is given only where the text shows that it is
        a place. `near` are ids of places known from outside the text (the page's own region), which count as such a
        sign. With the `year` of the text, a name stands for what bore it then.
        """
        if self._scanner is None:
            self._scanner = Scanner(self, self._tables)
        return self._scanner.scan(text, near, year)

    # -- by context
    # ----------------------------------------------------------------------------------------------------

    def resolve(self, name: str, context: Context) -> Place | None:
        """The one place that `name` stands for, or None where the context does not settle it."""
        found = self.lookup(name, context.year)
        beside, site, named = (self._ids(names) for names in (context.neighbours, context.site, context.parents))
        if not found:
            return None
        if len(found) == 1:
            sure = self._tables.risky.get(name, "") in ("", "w") or self._nearness(found[0], beside | site | named) > 0
            return found[0] if sure else None
        scores = [
            (self._nearness(p, beside), self._nearness(p, site | named) + bool(self._nearness(p, site))) for p in found
        ]
        best = max(scores)
        kept = [place for place, score in zip(found, scores, strict=True) if score == best]
        if len(kept) == 1 and best > (0, 1):
            return kept[0]
        if best == (0, 0) and self._tables.risky.get(name, "") in ("1", "x", "b"):
            return None
        return self._dominant(kept, name)

    def _ids(self, names: Sequence[str]) -> set[str]:
        """Ids of the places named; a name that fits several counts only where one outranks the others."""
        out: set[str] = set()
        for name in names:
            place = self._tables.places.get(name) or self._by_code.get(name)
            if place is None and len(name) == 9 and name.isdigit():
                place = self.townships.get(name)
            if place is None:
                found = self.lookup(name)
                place = found[0] if len(found) == 1 else self._dominant(found, name) if found else None
            if place is not None:
                out.add(place.id)
        return out

    def _nearness(self, place: Place, known: set[str]) -> int:
        """How near known places come: 5 itself, 4 one inside it, 3 its parent, 2 what that lies in, 1 a sibling;
        else 0."""
        if not known:
            return 0
        if place.id in known:
            return 5
        ups = [up.id for up in self.chain(place) if up.level != "country"]
        score = next((max(3 - step, 2) for step, up in enumerate(ups) if up in known), 0)
        for id in known:
            other = self.get(id)
            if place in self.chain(other) or place.id in other.members:
                return 4
            if ups and other.parent == ups[0] and other.level == place.level == "county":
                score = max(score, 1)
        return score

    def _dominant(self, places: Sequence[Place], name: str) -> Place | None:
        """The place that others of the name lie in, or that outranks them where the short form is all there is."""
        first = min(places, key=lambda p: (p.end is not None, _RANK[p.level]))
        if self.form(name, first) == "full" and sum(p.name == name for p in places) > 1:
            return None
        rest = [p for p in places if p is not first]
        if all(first in self.chain(p) or _RANK[p.level] > _RANK[first.level] for p in rest):
            return first
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the tables that come with the package; made once a process."""
    return Gazetteer(tables())
