"""What a name may be, and why: the answer behind ``kg lookup``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import UsageError
from kg.lexicon.lookup import Gazetteer
from kg.lexicon.places import Context, Form, Place

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FORMS: dict[Form, str] = {
    "full": "its official name",
    "short": "short form of its name",
    "alias": "another name of it",
    "abbr": "abbreviation of it",
    "compound": "compound of",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may stand for: `chain` are the names it lies in, nearest first; `why` is for people."""

    place: Place
    chain: tuple[str, ...]
    form: Form
    why: str

    def to_json(self) -> dict[str, Any]:
        place = self.place
        return {
            "id": place.id,
            "code": place.code,
            "name": place.name,
            "level": place.level,
            "kind": place.kind,
            "in": list(self.chain),
            "start": place.start,
            "end": place.end,
            "successor": place.successor,
            "lat": place.lat,
            "lon": place.lon,
            "aliases": list(place.aliases),
            "members": list(place.members),
            "source": place.source,
            "form": self.form,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a name may be; `settled` is the one it is, where name and context leave no other."""

    name: str
    candidates: tuple[Candidate, ...]
    settled: Place | None
    reason: str

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "settled": self.settled.id if self.settled else None,
            "reason": self.reason,
            "candidates": [candidate.to_json() for candidate in self.candidates],
        }


def explain(gazetteer: Gazetteer, name: str, date: str | None = None, near: Sequence[str] = ()) -> Answer:
    """What `name` may be on `date` (``2010``, ``2010-05``, ``2010-05-01``), in a text about the places `near`.

    Raises `UsageError` for a date of another form and for a name in `near` that no place bears.
    """
    if date is not None and not _DATE.fullmatch(date):
        raise UsageError(f"{date!r} is no date: write 2010, 2010-05 or 2010-05-01")
    for region in near:
        if not gazetteer.lookup(region):
            raise UsageError(f"no place is called {region!r}")
    year = int(date[:4]) if date else None
    candidates = [_named(gazetteer, name, place, year) for place in gazetteer.lookup(name, year)]
    candidates = candidates or _read(gazetteer, name)
    compound = bool(candidates) and candidates[0].form == "compound"
    settled = None
    if len(candidates) == 1:
        settled, reason = candidates[0].place, "no other place bears the name"
    elif compound:
        reason = "each character stands for one of these"
    elif candidates:
        context = Context(parents=tuple(near), date=date)
        settled = gazetteer.resolve(name, context)
        reason = _reason(settled, near, len(candidates))
    else:
        reason = "no place bears the name"
    return Answer(name, tuple(candidates), settled, reason)


def _reason(settled: Place | None, near: Sequence[str], count: int) -> str:
    if settled is None:
        told = f"{'、'.join(near)} does not settle it" if near else "nothing settles it; say --near REGION"
        return f"{count} places bear the name, and {told}"
    if near:
        return f"nearest to {'、'.join(near)}"
    return f"{settled.level} of the name; the others lie in it or rank below"


def _named(gazetteer: Gazetteer, name: str, place: Place, year: int | None) -> Candidate:
    form: Form = "full" if name == place.name else gazetteer.form(name, place)
    why = _FORMS[form]
    if place.end is not None:
        heir = gazetteer.current(place)
        why += f" until {place.end}"
        if heir is not place:
            why += f"; now {heir.name} ({heir.code or heir.id})"
    elif year is not None and place.start is not None and place.start > year:
        why += f"; under this code since {place.start}"
    return Candidate(place, _chain(gazetteer, place), form, why)


def _read(gazetteer: Gazetteer, name: str) -> list[Candidate]:
    """A name that is in no table, read as a text would be: 赣湘, 慈溪高新技术产业开发区."""
    out: list[Candidate] = []
    for place in gazetteer.abbreviated(name):
        out.append(Candidate(place, _chain(gazetteer, place), "abbr", _FORMS["abbr"]))
    if out:
        return out
    for hit in gazetteer.scan(name):
        if (hit.start, hit.end) != (0, len(name)):
            continue
        for part in hit.parts:
            why = f"{part.text} in a compound"
            out += [Candidate(place, _chain(gazetteer, place), "compound", why) for place in part.places]
        if not hit.parts:
            out += [Candidate(p, _chain(gazetteer, p), hit.form, "by pattern: in no list") for p in hit.places]
    return out


def _chain(gazetteer: Gazetteer, place: Place) -> tuple[str, ...]:
    return tuple(up.name for up in gazetteer.chain(place) if up.level != "country")
