"""The places' tables, read from ``data/*.csv``: every place, every name it goes by, and the words that only look
like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.lexicon.csvs import rows
from kg.lexicon.places import Form, Place
from kg.lexicon.shortforms import short_forms

#: The country every province lies in.
CHINA = "country:中国"


@dataclass(slots=True)
class Abbreviation:
    """One character that stands for a place: 赣.

    `verbs`: those before which it stands alone (赴粤), "*" any; `pair`: whether it pairs with any other such (赣湘).
    """

    char: str
    places: tuple[str, ...]
    verbs: str
    pair: bool


@dataclass(slots=True)
class Tables:
    """All tables. `names`: surface → the places it may stand for, with the form, in table order."""

    places: dict[str, Place] = field(default_factory=dict)
    names: dict[str, list[tuple[str, Form]]] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: compounds that are one only with a word of cooperation behind them (成德 in 完成德育 is none)
    dependent: set[str] = field(default_factory=set)
    #: names that need a sign in the page: "x" never by themselves, "1" a strong one, "w" a weak one
    risky: dict[str, str] = field(default_factory=dict)
    not_places: set[str] = field(default_factory=set)
    not_compounds: set[str] = field(default_factory=set)
    words: dict[str, list[str]] = field(default_factory=dict)  # role → words (``context_words.csv``)
    surnames: set[str] = field(default_factory=set)
    #: common words of two characters that may end where a short form begins (推广), or begin where one ends (安全)
    cut_before: set[str] = field(default_factory=set)
    cut_behind: set[str] = field(default_factory=set)
    #: what the automaton finds: (name, ids, form, risk); see `kg.lexicon.compiled`
    surfaces: list[tuple[str, tuple[str, ...], Form, str]] = field(default_factory=list)

    def add(self, place: Place) -> None:
        self.places[place.id] = place
        self.name(place.name, place.id, "full")

    def name(self, surface: str, place: str, form: Form) -> None:
        """Let `surface` stand for `place`; said twice, the first form holds."""
        known = self.names.setdefault(surface, [])
        if all(id != place for id, _ in known):
            known.append((place, form))


def load() -> Tables:
    """Read every table. About 8,000 places; a few tens of milliseconds."""
    tables = Tables()
    for line in rows("countries"):
        _named(tables, Place(f"country:{line['name']}", None, line["name"], "country", None, kind="country"), line)
    _divisions(tables)
    for line in rows("areas"):
        place = Place(line["id"], None, line["name"], line["level"], line["parent"])  # type: ignore[arg-type]
        _named(tables, place, line)
        for form in short_forms(place.name):
            tables.name(form, place.id, "short")
    listed = [*rows("zones"), *rows("zones_listed")]
    for line in listed:
        _zone(tables, line)
    _short_zones(tables, listed)
    for line in rows("clusters"):
        _cluster(tables, line)
    for line in rows("abbreviations"):
        tables.abbreviations[line["char"]] = Abbreviation(
            line["char"], tuple(line["places"].split()), line["verbs"], line["pair"] == "1"
        )
    for line in rows("compounds"):
        tables.compounds[line["text"]] = tuple(line["parts"].split())
        if line["alone"] == "0":
            tables.dependent.add(line["text"])
    tables.risky = {line["short"]: line["risky"] for line in rows("risky_short") if line["risky"] != "0"}
    for line in rows("not_places"):
        (tables.not_compounds if line["why"] == "compound" else tables.not_places).add(line["text"])
    for line in rows("context_words"):
        tables.words.setdefault(line["role"], []).append(line["word"])
    _cutting_words(tables)
    tables.surnames = {
        line["surname"] for line in rows("surnames") if line["frequency"] in ("common", "usual", "compound")
    }
    return tables


def _divisions(tables: Tables) -> None:
    extra: dict[str, list[str]] = {}
    for line in rows("aliases"):
        extra.setdefault(line["place"], []).append(line["alias"])
    for line in rows("divisions"):
        id, name = line["id"], line["name"]
        short = short_forms(name)
        also = tuple(extra.get(id, ()))
        tables.add(
            Place(
                id=id,
                code=line["code"] or None,
                name=name,
                level=line["level"],  # type: ignore[arg-type]  # the table's test holds it to Level
                parent=line["parent"] or None,
                aliases=short + also,
                lat=float(line["lat"]) if line["lat"] else None,
                lon=float(line["lon"]) if line["lon"] else None,
                start=int(line["start"]) if line["start"] else None,
                end=int(line["end"]) if line["end"] else None,
                successor=line["successor"] or None,
                source=line["source"],
            )
        )
        for form in short:
            tables.name(form, id, "short")
        for form in also:
            tables.name(form, id, "alias")


def _zone(tables: Tables, line: dict[str, str]) -> None:
    if f"zone:{line['name']}" in tables.places:  # the hand-made table knows more than the list
        return
    members = tuple(line["divisions"].split())
    place = Place(
        id=f"zone:{line['name']}",
        code=None,
        name=line["name"],
        level="zone",
        parent=_common(tables, members),
        start=int(line["start"]) if line["start"] else None,
        members=members,
        kind=line["kind"],
        source=line["source"],
    )
    _named(tables, place, line)


#: How a zone's kind is shortened in speech; the official name's ending first.
_ZONE_SHORT = (
    ("经济技术开发区", ("经开区", "经济开发区")),
    ("高新技术产业开发区", ("高新区", "高新技术开发区")),
    ("高新技术产业园区", ("高新区",)),
    ("经济开发区", ("经开区",)),
    ("综合保税区", ("综保区",)),
)


def _short_zones(tables: Tables, listed: list[dict[str, str]]) -> None:
    """Let the short forms of listed zones stand for them, where no other zone goes by that name already."""
    for line in listed:
        for full in (line["name"], *line["aliases"].split("|")):
            ending = next((shorts for end, shorts in _ZONE_SHORT if full.endswith(end)), None)
            if ending is None:
                continue
            stem = full[: -len(next(end for end, _ in _ZONE_SHORT if full.endswith(end)))]
            for short in ending:
                if stem and stem + short not in tables.names:
                    tables.name(stem + short, f"zone:{line['name']}", "alias")


def _cluster(tables: Tables, line: dict[str, str]) -> None:
    place = Place(
        id=f"cluster:{line['name']}",
        code=None,
        name=line["name"],
        level="cluster",
        parent=None,
        start=int(line["start"]) if line["start"] else None,
        end=int(line["end"]) if line["end"] else None,
        members=tuple(line["members"].split()),
        kind=line["kind"],
        source=line["source"],
    )
    _named(tables, place, line)


def _named(tables: Tables, place: Place, line: dict[str, str]) -> None:
    aliases = tuple(alias for alias in line["aliases"].split("|") if alias)
    tables.add(
        Place(
            place.id, place.code, place.name, place.level, place.parent, aliases, place.lat, place.lon,
            place.start, place.end, place.members, place.successor, place.kind, line["source"],
        )
    )  # fmt: skip
    for alias in aliases:
        tables.name(alias, place.id, "alias")


#: What stands before any place: 至上海内港 is no cut through 至上.
_BEFORE_PLACES = frozenset("至到从在与和向由及赴往自")


def _cutting_words(tables: Tables) -> None:
    """Words that share a character with a two-character short form: a cut through both is no place."""
    short = {name for name, items in tables.names.items() if len(name) == 2 and any(f == "short" for _, f in items)}
    first, last = {name[0] for name in short}, {name[1] for name in short}
    for line in rows("common_words"):
        word = line["word"]
        if word not in tables.names:
            if word[1] in first and word[0] not in _BEFORE_PLACES:
                tables.cut_before.add(word)
            if word[0] in last:
                tables.cut_behind.add(word)


def _common(tables: Tables, members: tuple[str, ...]) -> str | None:
    """The nearest place that all `members` lie in: a single one itself."""
    chains = [[member, *_up(tables, member)] for member in members]
    if not chains:
        return None
    return next((id for id in chains[0] if all(id in chain for chain in chains[1:]) and id != CHINA), None)


def _up(tables: Tables, id: str) -> Iterator[str]:
    parent = tables.places[id].parent
    while parent is not None:
        yield parent
        parent = tables.places[parent].parent
