"""Who drives it: officials by what they did at meetings, and the posts they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.model import Node
from kg.report.desk import Desk, leaders
from kg.report.model import Section, Sentence, Table
from kg.report.view import ROLES, Fact


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
    """Table of officials with what they did and the post they are most often given."""
    if not people:
        return None

    def row(person: Person) -> tuple[Sequence[str], Sequence[Fact]]:
        posts = posts_of(desk, person.node.id)[:1]
        post = desk.post(posts[0]) if posts else ""
        numbers = (str(person.met), str(person.chaired), str(person.spoke))
        return (desk.name(person.node), post, *numbers), (*posts, *person.facts)

    table = desk.table("t_people", ("official", "usual_post", "#meetings", "#chaired", "#spoke"), people, row)
    return desk.section("s_people", [table])


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
