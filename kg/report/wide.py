"""Reports on many regions: a cluster, the whole graph, what changed of late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kg.errors import UsageError
from kg.model import Node
from kg.report import cooperation as coop
from kg.report.desk import CHART_CITES, Desk, leaders, span
from kg.report.events import (
    initiative_section,
    initiative_sentences,
    initiatives_of_place,
    meeting_section,
    meeting_sentences,
)
from kg.report.model import Bar, Bars, Section, Sentence
from kg.report.people import people_at, people_section, people_sentences, posts_table
from kg.report.reports import Sections, gathered, mention_sentence, summary
from kg.report.trend import trend_section, trend_sentences
from kg.report.view import ENDED, Fact, View, articles_of

_LABELS = ("Region", "Official", "Organization", "Meeting", "Initiative")


def members_of(view: View, cluster: Node) -> list[Node]:
    """Regions of the graph that make up a cluster: as articles say (``PART_OF``), and as the gazetteer says."""
    found = set(view.regions_inside(cluster.id))
    by_code = {str(n.props["code"]): n.id for n in view.tables.nodes if n.label == "Region" and n.props.get("code")}
    from kg.lexicon import gazetteer

    for place in gazetteer().lookup(cluster.name):
        if place.level == cluster.props.get("level"):
            found |= {by_code[member] for member in place.members if member in by_code}
    found.discard(cluster.id)
    return sorted((view.nodes[i] for i in found), key=lambda n: (n.name, n.id))


def within(view: View, members: Iterable[Node]) -> dict[str, str]:
    """Region id -> id of the member it lies in or is, for the members and all below them."""
    below: dict[str, list[str]] = defaultdict(list)
    for node in view.tables.nodes:
        if node.label == "Region" and node.props.get("parent"):
            parent = str(node.props["parent"])
            for form in (parent, f"region:{parent}"):
                if form in view.nodes:
                    below[form].append(node.id)
    for edge in view.tables.edges:
        if edge.type == "PART_OF" and view.nodes[edge.source].props.get("level") not in (None, "cluster"):
            below[edge.target].append(edge.source)
    member_of: dict[str, str] = {}
    roots = {member.id for member in members}
    for root in sorted(roots):
        front = [root]
        while front:
            place = front.pop()
            if place in member_of or (place in roots and place != root):
                continue
            member_of[place] = root
            front.extend(below[place])
    return member_of


def cluster(desk: Desk, place: Node) -> Sections:
    """A cluster: its members, the ties among them and to others, meetings, initiatives. Counties count for members."""
    view = desk.view
    if place.props.get("level") != "cluster":
        kind = desk.words.value("level", place.props.get("level"))
        raise UsageError(f"{place.name} is no cluster ({kind}); for a division: kg report region {place.name}")
    members = members_of(view, place)
    inside = within(view, members)
    facts = view.facts("COOPERATES_WITH")
    joined = view.at(place.id, "COOPERATES_WITH")
    inner = [
        f
        for f in facts
        if f.source.id in inside and f.target.id in inside and place.id not in (f.source.id, f.target.id)
    ]
    outer = [
        f
        for f in facts
        if (f.source.id in inside) != (f.target.id in inside) and place.id not in (f.source.id, f.target.id)
    ]
    among, beyond, own = coop.ties(inner), coop.ties(outer), coop.ties(joined, place.id)
    plans = initiatives_of_place(desk, place.id)
    met: dict[str, set[str]] = defaultdict(set)
    for fact in view.facts("TOOK_PART_IN"):
        region = _region_of(view, fact.source)
        if region in inside:
            met[fact.target.id].add(inside[region])
    meetings = {m for m, parties in met.items() if len(parties) > 1 and view.nodes[m].props.get("kind") != "series"}
    meetings |= {f.target.id for f in view.at(place.id, "TOOK_PART_IN")}
    people = people_at(desk, meetings)
    silent = coop.quiet(desk, among)
    name = desk.name(place)
    opening = mention_sentence(desk, place)
    inward: list[Sentence] = []
    if among:
        count = desk.words.count("article", len(articles_of(inner)))
        pairs = desk.words.count("pair", len(among))
        inward = [desk.say("cluster_inner", inner, name=name, pairs=pairs, articles=count)]
        inward += coop.top_sentence(desk, "top_pairs", among, lambda t: coop.pair_name(desk, t))
        inward += coop.mode_sentence(desk, inner) + trend_sentences(desk, inner)
    outward: list[Sentence] = []
    if own:
        regions = desk.words.count("region", len(own))
        listed = desk.names([t.other for t in own])
        outward.append(desk.say("cluster_joined", joined, name=name, regions=regions, listed=listed))
    if beyond:
        pairs = desk.words.count("pair", len(beyond))
        count = desk.words.count("article", len(articles_of(outer)))
        outward.append(desk.say("cluster_outer", outer, name=name, pairs=pairs, articles=count))
        outward += coop.top_sentence(desk, "top_outer", beyond, lambda t: coop.pair_name(desk, t))
    head = summary(
        desk,
        opening,
        inward,
        outward,
        meeting_sentences(desk, "cluster_meetings", meetings, name=name)
        + people_sentences(desk, people, "people_cluster"),
        initiative_sentences(desk, "region_initiatives", plans, name=name),
        coop.quiet_sentences(desk, silent, pair=True),
    )
    return gathered(
        desk,
        [place.id, *inside, *(organ for region in inside for organ in view.organs(region))],
        head,
        _members_section(desk, members, inside, among),
        coop.tie_section(desk, "s_among_members", among),
        coop.tie_section(desk, "s_with_cluster", own, frozenset({place.id})),
        coop.tie_section(desk, "s_beyond", beyond),
        trend_section(desk, inner),
        people_section(desk, people),
        meeting_section(desk, meetings),
        initiative_section(desk, plans),
        coop.quiet_section(desk, silent),
    )


def _region_of(view: View, node: Node) -> str | None:
    """A region itself, or the region that an organization belongs to."""
    if node.label == "Region":
        return node.id
    return view.owner(node.id)


def _members_section(
    desk: Desk, members: Sequence[Node], inside: dict[str, str], among: Sequence[coop.Tie]
) -> Section | None:
    """Members that cooperate inside: with how many others, in how many articles."""
    own: dict[str, list[Fact]] = defaultdict(list)
    others: dict[str, set[str]] = defaultdict(set)
    for tie in among:
        one, other = inside[tie.one.id], inside[tie.other.id]
        if one == other:
            continue
        for here, there in ((one, other), (other, one)):
            own[here].extend(tie.facts)
            others[here].add(there)
    rows = sorted((m for m in members if own[m.id]), key=lambda m: (-len(articles_of(own[m.id])), m.name, m.id))
    if not rows:
        return None

    def row(node: Node) -> tuple[Sequence[str], Sequence[Fact]]:
        facts = own[node.id]
        cells = (desk.name(node), str(len(others[node.id])), str(len(articles_of(facts))), *desk.span(facts))
        return cells, facts

    return desk.section(
        "s_members", [desk.table("t_members", ("region", "#partners", "#articles", "first", "last"), rows, row)]
    )


def overview(desk: Desk) -> Sections:
    """The whole graph: what it holds, who cooperates, who meets, which initiatives."""
    view, words = desk.view, desk.words
    facts = view.facts("COOPERATES_WITH")
    found = coop.ties(facts)
    meetings = {n.id for n in view.tables.nodes if n.label == "Meeting" and n.props.get("kind") != "series"}
    people = people_at(desk, meetings)
    silent = coop.quiet(desk, found)
    plans = {f.source.id for f in view.facts("COVERS")}
    regions = _by_region(facts)
    opening: list[Sentence] = []
    mentions = view.facts("MENTIONS")
    if mentions:
        named: dict[str, set[str]] = defaultdict(set)
        for fact in mentions:
            named[fact.target.label].add(fact.target.id)
        listed = words.many(words.count(f"l_{label}", len(named[label])) for label in _LABELS if named[label])
        number = words.count("article", len(articles_of(mentions)))
        first, last = span(mentions)
        key = "overview" if first else "overview_undated"
        opening = [desk.say(key, mentions, articles=number, listed=listed, first=first, last=last)]
    ties: list[Sentence] = []
    if found:
        pairs, count = words.count("pair", len(found)), words.count("article", len(articles_of(facts)))
        number = words.count("region", len(regions))
        ties = [desk.say("overview_ties", facts, pairs=pairs, articles=count, regions=number)]
        ties += coop.top_sentence(desk, "top_pairs", found, lambda t: coop.pair_name(desk, t))
        top = leaders(regions, lambda e: e[1]) if len(regions) > 1 else []
        if top:
            listed = words.many(desk.name(n) + words.bracket(words.count("partner", k)) for n, k, _ in top)
            ties.append(desk.say("top_regions", [f for _, _, own in top for f in own], listed=listed))
        ties += coop.mode_sentence(desk, facts) + trend_sentences(desk, facts)
    head = summary(
        desk,
        opening,
        ties,
        people_sentences(desk, people, "people_overview"),
        initiative_sentences(desk, "overview_initiatives", plans),
        coop.quiet_sentences(desk, silent, pair=True),
    )
    return gathered(
        desk,
        None,
        head,
        coop.tie_section(desk, "s_pairs", found),
        _regions_section(desk, regions),
        trend_section(desk, facts),
        people_section(desk, people),
        initiative_section(desk, plans),
        coop.quiet_section(desk, silent),
        _media_section(desk),
    )


RegionRow = tuple[Node, int, tuple[Fact, ...]]


def _by_region(facts: Iterable[Fact]) -> list[RegionRow]:
    """(region, number of partners, facts), most partners first."""
    own: dict[str, list[Fact]] = defaultdict(list)
    nodes: dict[str, Node] = {}
    for fact in facts:
        for node in {fact.source.id: fact.source, fact.target.id: fact.target}.values():
            own[node.id].append(fact)
            nodes[node.id] = node
    rows = [(nodes[i], len({f.other(i).id for f in own[i]}), tuple(own[i])) for i in own]
    return sorted(rows, key=lambda r: (-r[1], -len(articles_of(r[2])), r[0].name, r[0].id))


def _regions_section(desk: Desk, regions: Sequence[RegionRow]) -> Section | None:
    if not regions:
        return None

    def row(entry: RegionRow) -> tuple[Sequence[str], Sequence[Fact]]:
        node, partners, facts = entry
        level = desk.words.value("level", node.props.get("level"))
        return (desk.name(node), level, str(partners), str(len(articles_of(facts))), *desk.span(facts)), facts

    columns = ("region", "level", "#partners", "#articles", "first", "last")
    return desk.section("s_regions", [desk.table("t_regions", columns, regions, row)])


def _media_section(desk: Desk) -> Section | None:
    """Where the articles come from."""
    by_source: dict[str, list[Fact]] = defaultdict(list)
    for fact in desk.view.facts("MENTIONS"):
        if fact.source.props.get("source"):
            by_source[str(fact.source.props["source"])].append(fact)
    if not by_source:
        return None
    rows = sorted(by_source.items(), key=lambda e: (-len(articles_of(e[1])), e[0]))
    table = desk.table(
        "t_media",
        ("medium", "#articles", "first", "last"),
        rows,
        lambda e: ((e[0], str(len(articles_of(e[1]))), *desk.span(e[1])), e[1]),
    )
    bars = None
    if len(rows) > 1:
        shown = rows[:12]
        cited = desk.cite([f for _, facts in shown for f in facts], CHART_CITES)
        items = tuple(Bar(name, len(articles_of(facts))) for name, facts in shown)
        bars = Bars(desk.words.say("c_media"), desk.words.say("unit"), items, cited)
    return desk.section("s_media", [table, bars])


def changes(desk: Desk, since: str) -> Sections:
    """What is new since a day: ties, posts, meetings, initiatives; what was told again; what was not told any more."""
    view, words = desk.view, desk.words
    facts = view.facts("COOPERATES_WITH")
    found = coop.ties(facts)
    dated = [t for t in found if all(f.first for f in t.facts)]
    fresh = [t for t in dated if t.first and t.first >= since]
    modes = [
        f for t in dated if t.first and t.first < since for f in t.facts if f.first is not None and f.first >= since
    ]
    again = [t for t in dated if _renewed(desk, t, since)]
    before = _days(since, -coop.QUIET_DAYS)
    gone = [t for t in dated if t.last and before <= t.last < since]
    posts = [f for f in view.facts("HOLDS") if f.first and f.first >= since]
    held = [f for f in posts if f.edge.props.get("status") not in ENDED]
    ended = [f for f in posts if f.edge.props.get("status") in ENDED]
    first_named = {f.target.id: f for f in _first_mentions(view)}
    meetings = {
        i
        for i, f in first_named.items()
        if f.target.label == "Meeting" and f.target.props.get("kind") != "series" and (f.first or "") >= since
    }
    plans = {i for i, f in first_named.items() if f.target.label == "Initiative" and (f.first or "") >= since}
    recent = [f for f in view.facts("MENTIONS") if f.last and f.last >= since]
    people = people_at(desk, meetings)

    def some(key: str, own: Sequence[coop.Tie], **values: object) -> list[Sentence]:
        if not own:
            return []
        pairs = words.count("pair", len(own))
        top = leaders(own, lambda t: t.articles) or own[:3]
        listed = words.many(coop.pair_name(desk, t) for t in top)
        key = key if len(top) == len(own) else f"{key}_some"
        return [desk.say(key, coop.facts_of(own), pairs=pairs, listed=listed, since=since, **values)]

    opening: list[Sentence] = []
    if recent:
        count = words.count("article", len(articles_of(recent)))
        opening = [desk.say("changes", recent, since=since, articles=count, last=span(recent)[1])]
    moved: list[Sentence] = []
    if held:
        ordered = sorted(held, key=lambda f: (-len(f.articles), f.first or "", f.edge.id))
        shown = words.many(words.say("f_HOLDS", one=desk.name(f.source), other=desk.post(f)) for f in ordered[:3])
        key = "new_posts" if len(ordered) <= 3 else "new_posts_some"
        moved = [desk.say(key, ordered, since=since, posts=words.count("post", len(held)), listed=shown)]
    if ended:
        shown = words.many(words.say("f_HOLDS", one=desk.name(f.source), other=desk.post(f)) for f in ended[:3])
        key = "ended_posts" if len(ended) <= 3 else "ended_posts_some"
        moved.append(desk.say(key, ended, since=since, posts=words.count("post", len(ended)), listed=shown))
    head = summary(
        desk,
        opening,
        some("new_ties", fresh) + some("renewed_ties", again, days=coop.QUIET_DAYS) + some("gone_ties", gone),
        moved,
        meeting_sentences(desk, "new_meetings", meetings, since=since)
        + people_sentences(desk, people, "people_changes", since=since),
        initiative_sentences(desk, "new_initiatives", plans, since=since),
    )
    return gathered(
        desk,
        [end for f in posts for end in (f.source.id, f.target.id)],
        head,
        coop.tie_section(desk, "s_new_ties", fresh),
        _new_modes(desk, modes),
        coop.tie_section(desk, "s_renewed", again),
        desk.section("s_gone", [coop.tie_table(desk, gone) if gone else None], since=since),
        desk.section("s_new_posts", [posts_table(desk, held, holder=True)]),
        desk.section("s_ended_posts", [posts_table(desk, ended, holder=True)]),
        people_section(desk, people),
        meeting_section(desk, meetings, "s_new_meetings"),
        initiative_section(desk, plans, "s_new_initiatives"),
    )


def _first_mentions(view: View) -> list[Fact]:
    """For every node the fact of the article that named it first; nodes named in undated articles are left out."""
    first: dict[str, Fact] = {}
    undated: set[str] = set()
    for fact in view.facts("MENTIONS"):
        node = fact.target.id
        if fact.first is None:
            undated.add(node)
        elif node not in first or (fact.first, fact.edge.id) < (first[node].first or "", first[node].edge.id):
            first[node] = fact
    return [fact for node, fact in sorted(first.items()) if node not in undated]


def _renewed(desk: Desk, tie: coop.Tie, since: str) -> bool:
    """Whether a tie was told again since, after more than `QUIET_DAYS` without a report."""
    days = sorted(d for a in articles_of(tie.facts) if (d := desk.view.published[a]))
    late = [d for d in days if d >= since]
    early = [d for d in days if d < since]
    return bool(late and early) and early[-1] < _days(late[0], -coop.QUIET_DAYS)


def _new_modes(desk: Desk, facts: Sequence[Fact]) -> Section | None:
    """Ties of old that took a new form."""
    if not facts:
        return None

    def row(fact: Fact) -> tuple[Sequence[str], Sequence[Fact]]:
        mode = desk.words.value("mode", fact.mode)
        return (desk.name(fact.source), desk.name(fact.target), mode, *desk.span([fact])), [fact]

    ordered = sorted(facts, key=lambda f: (f.first or "", f.edge.id))
    table = desk.table("t_new_modes", ("region", "partner", "mode", "first", "last"), ordered, row)
    return desk.section("s_new_modes", [table])


def _days(day: str, number: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=number)).isoformat()
