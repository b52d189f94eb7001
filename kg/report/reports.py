"""The single reports, each a list of sections. A section that has nothing to say is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Node
from kg.report import cooperation as coop
from kg.report.desk import Desk, span
from kg.report.doubts import doubts_section
from kg.report.events import (
    by_date,
    initiative_section,
    initiative_sentences,
    initiatives_of_place,
    meeting_section,
    meeting_sentences,
    meetings_joined,
    meetings_of_place,
)
from kg.report.model import Column, Note, Paragraph, Section, Sentence
from kg.report.people import people_at, people_section, people_sentences, posts_of, posts_table
from kg.report.trend import trend_section, trend_sentences
from kg.report.view import ENDED, ROLES, Fact, articles_of

Sections = list[Section]


def mention_sentence(desk: Desk, node: Node) -> list[Sentence]:
    """In how many articles a node is named, first and last."""
    facts = desk.view.at(node.id, "MENTIONS")
    if not facts:
        return []
    count = desk.words.count("article", len(articles_of(facts)))
    first, last = span(facts)
    if first is None:
        return [desk.say("mentioned_undated", facts, name=desk.name(node), articles=count)]
    ends = sorted(
        (f for f in facts if first in (f.first, f.last) or last in (f.first, f.last)), key=lambda f: f.edge.id
    )
    key = "mentioned" if first != last else "mentioned_once"
    return [desk.say(key, ends, name=desk.name(node), articles=count, first=first, last=last)]


def summary(desk: Desk, *groups: Sequence[Sentence]) -> Section:
    """The summary: one paragraph a group; a note where nothing was found."""
    paragraphs = [Paragraph(tuple(group)) for group in groups if group]
    section = desk.section("s_summary", paragraphs or [Note(desk.words.say("nothing"))])
    assert section is not None
    return section


def gathered(
    desk: Desk,
    about: Iterable[str] | None,
    *sections: Section | None,
    sides: tuple[frozenset[str], frozenset[str]] | None = None,
) -> Sections:
    """The sections that say something, and the open questions about what they used; the rest as in `doubts_section`."""
    there = [section for section in sections if section is not None]
    doubts = doubts_section(desk, None if about is None else frozenset(about), sides)
    return [*there, doubts] if doubts else there


def region(desk: Desk, place: Node) -> Sections:
    """One region: partners, trend, people, meetings, initiatives, posts, what went quiet."""
    view = desk.view
    found = coop.ties(view.at(place.id, "COOPERATES_WITH"), place.id)
    facts = coop.facts_of(found)
    meetings = meetings_of_place(desk, place.id)
    people = people_at(desk, meetings)
    silent = coop.quiet(desk, found)
    plans = initiatives_of_place(desk, place.id)
    posts = [fact for organ in view.organs(place.id) for fact in view.at(organ, "HOLDS")]
    name = desk.name(place)
    head = summary(
        desk,
        mention_sentence(desk, place),
        coop.partner_sentences(desk, place, found) + trend_sentences(desk, facts),
        meeting_sentences(desk, "region_meetings", meetings, name=name)
        + people_sentences(desk, people, "people_region", name=name),
        initiative_sentences(desk, "region_initiatives", plans, name=name),
        coop.quiet_sentences(desk, silent),
    )
    return gathered(
        desk,
        [place.id, *view.organs(place.id)],
        head,
        coop.partner_section(desk, place, found),
        trend_section(desk, facts),
        people_section(desk, people),
        desk.section("s_posts", [posts_table(desk, posts, holder=True)]),
        meeting_section(desk, meetings),
        initiative_section(desk, plans),
        coop.quiet_section(desk, silent),
    )


def pair(desk: Desk, one: Node, other: Node) -> Sections:
    """Two regions: what ties them, where they met, what covers both, whom they share."""
    view = desk.view
    direct = [f for f in view.at(one.id, "COOPERATES_WITH") if other.id in (f.source.id, f.target.id)]
    shared = meetings_joined(desk, one.id) & meetings_joined(desk, other.id)
    shared = {m for m in shared if view.nodes[m].props.get("kind") != "series"}
    plans = initiatives_of_place(desk, one.id) & initiatives_of_place(desk, other.id)
    people = people_at(desk, shared)
    names = {"one": desk.name(one), "other": desk.name(other)}
    tie = coop.ties(direct, one.id)
    silent = coop.quiet(desk, tie)
    common = _common(desk, one, other)
    third = [t for pair_ in common for t in pair_]
    opening: list[Sentence] = []
    if direct:
        first, last = span(direct)
        key = "pair_ties" if first and first != last else "pair_ties_day" if first else "pair_ties_undated"
        count = desk.words.count("article", len(articles_of(direct)))
        opening = [desk.say(key, direct, articles=count, first=first, last=last, **names)]
        opening += coop.mode_sentence(desk, direct) + trend_sentences(desk, direct)
    commons: list[Sentence] = []
    if common:
        listed = desk.names([pair_[0].other for pair_ in common])
        number = desk.words.count("region", len(common))
        commons = [desk.say("pair_common", coop.facts_of(third), regions=number, listed=listed, **names)]
    meet = meeting_sentences(desk, "pair_meetings", shared, **names)
    head = summary(
        desk,
        opening,
        meet + people_sentences(desk, people, "people_pair"),
        initiative_sentences(desk, "pair_initiatives", plans, **names),
        commons,
        coop.quiet_sentences(desk, silent, pair=True),
    )
    sides = (frozenset({one.id, *view.organs(one.id)}), frozenset({other.id, *view.organs(other.id)}))
    return gathered(
        desk,
        sides[0] | sides[1],
        head,
        _pair_facts(desk, direct),
        trend_section(desk, direct),
        people_section(desk, people),
        meeting_section(desk, shared, "s_shared_meetings"),
        initiative_section(desk, plans, "s_shared_initiatives"),
        _common_section(desk, one, other, common),
        sides=sides,
    )


def _pair_facts(desk: Desk, direct: Sequence[Fact]) -> Section | None:
    """One row a mode; who joins whom is kept, where a mode has a direction."""
    if not direct:
        return None
    ordered = sorted(direct, key=lambda f: (-len(f.articles), f.mode, f.edge.id))

    def row(fact: Fact) -> tuple[Sequence[str], Sequence[Fact]]:
        mode = desk.words.value("mode", fact.mode)
        if fact.mode == "integration":
            mode += desk.words.bracket(f"{desk.name(fact.source)} → {desk.name(fact.target)}")
        return (mode, str(len(fact.articles)), *desk.span([fact]), f"{fact.confidence:.2f}"), [fact]

    table = desk.table("t_modes", ("mode", "#articles", "first", "last", "#confidence"), ordered, row)
    return desk.section("s_ties", [table])


def _common(desk: Desk, one: Node, other: Node) -> list[tuple[coop.Tie, coop.Tie]]:
    """Regions that cooperate with both, those in most articles first."""
    left = {t.other.id: t for t in coop.ties(desk.view.at(one.id, "COOPERATES_WITH"), one.id)}
    right = {t.other.id: t for t in coop.ties(desk.view.at(other.id, "COOPERATES_WITH"), other.id)}
    both = [(left[i], right[i]) for i in left.keys() & right.keys() - {one.id, other.id}]
    return sorted(both, key=lambda p: (-p[0].articles - p[1].articles, p[0].other.name, p[0].other.id))


def _common_section(desk: Desk, one: Node, other: Node, common: Sequence[tuple[coop.Tie, coop.Tie]]) -> Section | None:
    if not common:
        return None

    def row(pair_: tuple[coop.Tie, coop.Tie]) -> tuple[Sequence[str], Sequence[Fact]]:
        left, right = pair_
        cells = (desk.name(left.other), desk.modes(left.facts), desk.modes(right.facts))
        return cells, (*left.facts, *right.facts)

    table = desk.table("t_common", ("partner", "one", "other"), common, row)
    heads = (table.columns[0], *(Column(desk.words.say("col_with", name=desk.name(node))) for node in (one, other)))
    return desk.section("s_common", [replace(table, columns=heads)])


def official(desk: Desk, person: Node) -> Sections:
    """One official: posts, meetings by role, places, companions, initiatives."""
    view = desk.view
    posts = posts_of(desk, person.id)
    roles = [f for f in view.at(person.id, *ROLES) if f.source.id == person.id]
    meetings = {f.target.id for f in roles}
    plans = {f.target.id for m in meetings for f in view.at(m, "CONCERNS")}
    places = _tally((f.target, f) for m in sorted(meetings) for f in view.at(m, "HELD_IN"))
    met_with = [p for p in people_at(desk, meetings) if p.node.id != person.id]
    name = desk.name(person)
    head = summary(
        desk,
        mention_sentence(desk, person) + _post_sentences(desk, person, posts),
        _role_sentences(desk, person, roles) + trend_sentences(desk, roles),
        _place_sentence(desk, places, name),
        people_sentences(desk, met_with, "people_official", name=name),
        initiative_sentences(desk, "official_initiatives", plans, name=name),
    )
    return gathered(
        desk,
        [person.id],
        head,
        desk.section("s_posts", [posts_table(desk, posts, holder=False)]),
        _roles_section(desk, roles),
        trend_section(desk, roles, "s_trend_meetings"),
        _places_section(desk, places),
        people_section(desk, met_with[:30]),
        initiative_section(desk, plans),
    )


def _post_sentences(desk: Desk, person: Node, posts: Sequence[Fact]) -> list[Sentence]:
    held = [f for f in posts if f.edge.props.get("status") not in ENDED]
    out = []
    if held:
        latest = max(held, key=lambda f: (f.last or "", len(f.articles), f.edge.id))
        shown = desk.words.many(desk.post(f) for f in held[:4])
        key = "posts" if len(held) <= 4 else "posts_some"
        out.append(desk.say(key, held[:4], name=desk.name(person), listed=shown, n=len(held)))
        if len(held) > 1 and latest.last and sum(f.last == latest.last for f in held) == 1:
            out.append(desk.say("latest_post", [latest], post=desk.post(latest), day=latest.last))
    gone = [f for f in posts if f.edge.props.get("status") in ENDED]
    if gone:
        listed = desk.words.many(desk.post(f) for f in gone[:4])
        out.append(desk.say("gone_posts" if len(gone) <= 4 else "gone_posts_some", gone[:4], listed=listed))
    return out


def _role_sentences(desk: Desk, person: Node, roles: Sequence[Fact]) -> list[Sentence]:
    if not roles:
        return []
    words = desk.words
    of_role = {role: {f.target.id for f in roles if f.edge.type == role} for role in ROLES}
    parts = [words.say(f"r_{role}", n=len(of_role[role])) for role in ROLES[:2] if of_role[role]]
    total = words.count("meeting", len({f.target.id for f in roles}))
    detail = words.bracket(words.many(parts)) if parts else ""
    return [desk.say("roles", roles, name=desk.name(person), meetings=total, detail=detail)]


Tally = tuple[Node, tuple[Fact, ...]]


def _tally(pairs: Iterable[tuple[Node, Fact]]) -> list[Tally]:
    own: dict[str, tuple[Node, list[Fact]]] = {}
    for node, fact in pairs:
        own.setdefault(node.id, (node, []))[1].append(fact)
    found = [(node, tuple(facts)) for node, facts in own.values()]
    return sorted(found, key=lambda entry: (-len(entry[1]), entry[0].name, entry[0].id))


def _place_sentence(desk: Desk, places: Sequence[Tally], name: str) -> list[Sentence]:
    if not places:
        return []
    top = places[:3]
    listed = desk.words.many(
        desk.name(node) + desk.words.bracket(desk.words.count("meeting_of", len(facts))) for node, facts in top
    )
    key = "places" if len(top) == len(places) else "places_some"
    number = desk.words.count("region", len(places))
    return [desk.say(key, [f for _, facts in top for f in facts], name=name, listed=listed, regions=number)]


def _places_section(desk: Desk, places: Sequence[Tally]) -> Section | None:
    if not places:
        return None
    table = desk.table("t_places", ("region", "#meetings"), places, lambda e: ((desk.name(e[0]), str(len(e[1]))), e[1]))
    return desk.section("s_places", [table])


def _roles_section(desk: Desk, roles: Sequence[Fact]) -> Section | None:
    """Meetings of one person with what he or she did there, newest first."""
    if not roles:
        return None
    ordered = by_date(desk, {f.target.id for f in roles})

    def row(node: Node) -> tuple[Sequence[str], Sequence[Fact]]:
        own = [f for f in roles if f.target.id == node.id]
        there = {f.edge.type for f in own}
        done = [role for role in ROLES if role in there]
        if len(done) > 1 and "ATTENDED" in done:
            done.remove("ATTENDED")
        held = view_places(desk, node)
        cells = (
            desk.words.day(node.props.get("date")),
            desk.name(node),
            desk.words.value("kind", node.props.get("kind")),
            held,
            desk.words.many(desk.words.value("edge", role) for role in done),
        )
        return cells, own

    table = desk.table("t_meetings", ("date", "meeting", "kind", "held_in", "role"), ordered, row, most=40)
    return desk.section("s_meetings", [table])


def view_places(desk: Desk, meeting: Node) -> str:
    """Where a meeting was held, as a cell."""
    places = {f.target.id: f.target for f in desk.view.at(meeting.id, "HELD_IN")}
    return desk.names(sorted(places.values(), key=lambda n: (n.name, n.id)), 3)


def initiative(desk: Desk, plan: Node) -> Sections:
    """One initiative: whom it covers, which meetings were about it, who was there, what ties the regions covered."""
    view = desk.view
    covers = [f for f in view.at(plan.id, "COVERS") if f.source.id == plan.id]
    about = [f for f in view.at(plan.id, "CONCERNS") if f.target.id == plan.id]
    meetings = {f.source.id for f in about}
    people = people_at(desk, meetings)
    covered = {f.target.id for f in covers}
    among = coop.ties(f for f in view.facts("COOPERATES_WITH") if f.source.id in covered and f.target.id in covered)
    named = view.at(plan.id, "MENTIONS")
    opening = mention_sentence(desk, plan)
    if covers:
        regions = sorted({f.target.id: f.target for f in covers}.values(), key=lambda n: (n.name, n.id))
        number = desk.words.count("region", len(regions))
        opening.append(desk.say("covers", covers, name=desk.name(plan), regions=number, listed=desk.names(regions, 8)))
    head = summary(
        desk,
        opening + trend_sentences(desk, named),
        meeting_sentences(desk, "initiative_meetings", meetings, name=desk.name(plan))
        + people_sentences(desk, people, "people_initiative"),
        _among_sentence(desk, among),
    )
    return gathered(
        desk,
        [plan.id],
        head,
        _covers_section(desk, covers),
        meeting_section(desk, meetings),
        people_section(desk, people),
        coop.tie_section(desk, "s_among", among),
        trend_section(desk, named, "s_trend_mentions"),
    )


def _covers_section(desk: Desk, covers: Sequence[Fact]) -> Section | None:
    if not covers:
        return None
    ordered = sorted(covers, key=lambda f: (-len(f.articles), f.target.name, f.target.id))

    def row(fact: Fact) -> tuple[Sequence[str], Sequence[Fact]]:
        level = desk.words.value("level", fact.target.props.get("level"))
        return (desk.name(fact.target), level, str(len(fact.articles)), *desk.span([fact])), [fact]

    return desk.section(
        "s_covers", [desk.table("t_covers", ("region", "level", "#articles", "first", "last"), ordered, row)]
    )


def _among_sentence(desk: Desk, among: Sequence[coop.Tie]) -> list[Sentence]:
    if not among:
        return []
    facts = coop.facts_of(among)
    number = desk.words.count("pair", len(among))
    out = [desk.say("among", facts, pairs=number, articles=desk.words.count("article", len(articles_of(facts))))]
    return out + coop.top_sentence(desk, "top_pairs", among, lambda tie: coop.pair_name(desk, tie))
