"""Who drives it: officials by what they did at meetings, and the posts they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Node
from kg.report.desk import Desk, leaders
from kg.report.model import Section, Sentence, Table
from kg.report.view import ENDED, ROLES, Fact, articles_of


@dataclass(frozen=True, slots=True)
class Person:
    """An official at some meetings; who chaired or spoke also attended, so that `met` counts all meetings once."""

    node: Node
    facts: tuple[Fact, ...]
    chaired: int
    spoke: int
    met: int


def people_at(desk: Desk, meetings: Collection[str]) -> list[Person]:
    """Officials at `meetings` (ids): most meetings first, then most chaired, spoken at."""
    own: dict[str, list[Fact]] = defaultdict(list)
    for meeting in sorted(meetings):
        for fact in desk.view.at(meeting, *ROLES):
            own[fact.source.id].append(fact)
    found = []
    for person, facts in own.items():
        by_role = {role: {f.target.id for f in facts if f.edge.type == role} for role in ROLES}
        met = set().union(*by_role.values())
        node = desk.view.nodes[person]
        found.append(Person(node, tuple(facts), len(by_role["CHAIRED"]), len(by_role["SPOKE_AT"]), len(met)))
    return sorted(found, key=lambda p: (-p.met, -p.chaired, -p.spoke, p.node.name, p.node.id))


def people_sentences(desk: Desk, people: Sequence[Person], key: str, **values: object) -> list[Sentence]:
    """The officials at most meetings."""
    if not people:
        return []
    words = desk.words
    top = leaders(people, lambda p: p.met)
    if not top:
        return []
    facts = [fact for person in top for fact in person.facts]
    listed = words.many(desk.name(p.node) + words.bracket(_doings(desk, p)) for p in top)
    total = words.count("official", len(people))
    if len(top) == len(people):
        key = f"{key}_all"
    return [desk.say(key, facts, listed=listed, officials=total, **values)]


def _doings(desk: Desk, person: Person) -> str:
    words = desk.words
    parts = [words.count("meeting_of", person.met)]
    if person.chaired:
        parts.append(words.say("of_chaired", n=person.chaired))
    if person.spoke:
        parts.append(words.say("of_spoke", n=person.spoke))
    return "，".join(parts) if words.lang == "zh" else ", ".join(parts)


def people_section(desk: Desk, people: Sequence[Person]) -> Section | None:
    """Table of officials with what they did and the post they held then."""
    if not people:
        return None

    def row(person: Person) -> tuple[Sequence[str], Sequence[Fact]]:
        posts = posts_then(desk, person)
        numbers = (str(person.met), str(person.chaired), str(person.spoke))
        cells = (desk.name(person.node), " → ".join(map(desk.post, posts)), *numbers)
        return cells, (*posts, *person.facts)

    table = desk.table("t_people", ("official", "post_then", "#meetings", "#chaired", "#spoke"), people, row)
    return desk.section("s_people", [table])


#: Days before the first and after the last article that gives a post in which it is taken to be held.
_HELD = 365
#: Posts of different times that a row names.
_CAREER = 3


def posts_then(desk: Desk, person: Person) -> list[Fact]:
    """The post that the articles on these meetings give an official most often, and those they give for other times, in
    order of time; where they give none, that which others give nearest in time, within a year."""
    told = articles_of(person.facts)
    posts = [fact for fact in posts_of(desk, person.node.id) if fact.edge.props.get("status") not in ENDED]
    here = sorted((fact for fact in posts if fact.articles & told), key=lambda fact: -len(fact.articles & told))
    if here:
        found: list[Fact] = []
        for fact in here:
            if len(found) < _CAREER and all(_apart(fact, other) for other in found):
                found.append(fact)
        return sorted(found, key=lambda fact: fact.first or "")
    days = [_ordinal(day) for article in told if (day := desk.view.published[article])]
    near = [(gap, n) for n, fact in enumerate(posts) if (gap := _gap(fact, days)) <= _HELD]
    return [posts[min(near)[1]]] if near else []


def _apart(one: Fact, other: Fact) -> bool:
    """Whether one post is given only before or only after the other."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.last < other.first or other.last < one.first


def _gap(fact: Fact, days: Sequence[int]) -> int:
    """Days between the time in which a post is given and the nearest of some days; 0 inside it."""
    if fact.first is None or fact.last is None or not days:
        return _HELD + 1
    first, last = _ordinal(fact.first), _ordinal(fact.last)
    return min(max(0, first - day, day - last) for day in days)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def posts_of(desk: Desk, person: str) -> list[Fact]:
    """Posts of an official, most reported first."""
    facts = [fact for fact in desk.view.at(person, "HOLDS") if fact.source.id == person]
    return sorted(facts, key=lambda f: (-len(f.articles), f.first or "9999", f.edge.id))


def posts_table(desk: Desk, facts: Iterable[Fact], *, holder: bool) -> Table | None:
    """Table of posts; with the holder where they are not all one person's."""
    ordered = sorted(facts, key=lambda f: (-len(f.articles), f.first or "9999", f.edge.id))
    if not ordered:
        return None

    def row(fact: Fact) -> tuple[Sequence[str], Sequence[Fact]]:
        status = desk.words.value("status", fact.edge.props.get("status") or "current")
        cells = (desk.post(fact), status, str(len(fact.articles)), *desk.span([fact]))
        return ((desk.name(fact.source), *cells) if holder else cells), [fact]

    columns = ("post", "status", "#articles", "first", "last")
    return desk.table("t_posts", ("official", *columns) if holder else columns, ordered, row)
