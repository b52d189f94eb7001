"""What every named query must answer, told in plain Python over the generated tables, without any engine."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise
from typing import Any

from kg.model import Edge, Evidence, GraphTables, Node

Row = tuple[Any, ...]
Expected = Callable[..., list[Row]]
EXPECTED: dict[str, Expected] = {}


class World:
    """The tables, indexed for looking things up."""

    def __init__(self, tables: GraphTables) -> None:
        self.tables = tables
        self.node = {n.id: n for n in tables.nodes}

    @cached_property
    def by_type(self) -> dict[str, list[Edge]]:
        out: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.tables.edges:
            out[edge.type].append(edge)
        return out

    @cached_property
    def evidence(self) -> dict[str, list[Evidence]]:
        """edge id -> evidence, oldest article first, undated last."""
        out: dict[str, list[Evidence]] = defaultdict(list)
        for item in self.tables.evidence:
            out[item.edge].append(item)
        for items in out.values():
            items.sort(key=lambda e: (self.published(e.article) or "9999", e.article, e.start, e.end))
        return out

    @cached_property
    def out(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.tables.edges:
            found[edge.type, edge.source].append(edge)
        return found

    @cached_property
    def into(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.tables.edges:
            found[edge.type, edge.target].append(edge)
        return found

    def label(self, label: str) -> list[Node]:
        return [n for n in self.tables.nodes if n.label == label]

    def name(self, node_id: str) -> str:
        return self.node[node_id].name

    def prop(self, node_id: str, prop: str) -> Any:
        return self.node[node_id].props.get(prop)

    def published(self, article: str) -> str | None:
        return self.prop(article, "published")

    def targets(self, edge_type: str, source: str) -> list[str]:
        return [e.target for e in self.out[edge_type, source]]

    def sources(self, edge_type: str, target: str) -> list[str]:
        return [e.source for e in self.into[edge_type, target]]

    def first_sentence(self, edge: Edge) -> str | None:
        items = self.evidence.get(edge.id)
        return items[0].sentence if items else None

    def mentions(self, node_id: str) -> int:
        return len(self.into["MENTIONS", node_id])

    def provinces(self, region: str) -> list[str]:
        """Provinces that a region lies in, itself counted, along every way up (clusters lie in none)."""
        found, todo = [], [(region, 0)]
        while todo:
            here, depth = todo.pop()
            if self.prop(here, "level") == "province":
                found.append(here)
            if depth < 4:
                todo.extend((up, depth + 1) for up in self.targets("PART_OF", here))
        return found

    def ties(self, region: str) -> list[tuple[Edge, str]]:
        """(edge, partner) for every cooperation of a region, whichever way it points."""
        found = [(e, e.target) for e in self.out["COOPERATES_WITH", region]]
        return found + [(e, e.source) for e in self.into["COOPERATES_WITH", region]]


def expected(function: Expected) -> Expected:
    EXPECTED[function.__name__.replace("_", "-")] = function
    return function


def least(values: Iterable[Any]) -> Any:
    return min((v for v in values if v is not None), default=None)


def most(values: Iterable[Any]) -> Any:
    return max((v for v in values if v is not None), default=None)


def up(value: Any) -> tuple[bool, Any]:
    """Sort key, ascending: null comes last."""
    return (value is None, 0 if value is None else value)


def in_period(day: str | None, start: str, end: str) -> bool:
    return day is not None and day >= start and day[: len(end)] <= end


# cooperation


@expected
def partners_of_region(w: World, region: str, limit: int = 20) -> list[Row]:
    groups: dict[tuple[str, Any], list[Edge]] = defaultdict(list)
    for edge, partner in w.ties(region):
        if partner != region:
            groups[partner, edge.props.get("mode")].append(edge)
    met = {p: Counter(w.targets("TOOK_PART_IN", p)) for p, _ in groups}
    mine = Counter(w.targets("TOOK_PART_IN", region))
    shared = {p: set(w.sources("COVERS", p)) & set(w.sources("COVERS", region)) for p, _ in groups}
    rows = [
        (
            w.name(p),
            p,
            mode,
            sum(e.weight for e in edges),
            sum((mine & met[p]).values()),
            len(shared[p]),
            least(e.first_seen for e in edges),
            most(e.last_seen for e in edges),
        )
        for (p, mode), edges in groups.items()
    ]
    return sorted(rows, key=lambda r: (-r[3], r[1], r[2]))[:limit]


@expected
def ties_between(w: World, a: str, b: str) -> list[Row]:
    found: list[tuple[str, str, Edge]] = [
        ("cooperation", str(e.props["mode"]), e) for e, partner in w.ties(a) if partner == b
    ]
    for meeting in set(w.targets("TOOK_PART_IN", a)) & set(w.targets("TOOK_PART_IN", b)):
        for party in (a, b):
            found += [("meeting", w.name(meeting), e) for e in w.out["TOOK_PART_IN", party] if e.target == meeting]
    for initiative in set(w.sources("COVERS", a)) & set(w.sources("COVERS", b)):
        found += [("initiative", w.name(initiative), e) for e in w.out["COVERS", initiative] if e.target in (a, b)]
    rows = [
        (kind, name, w.published(i.article), i.article, w.prop(i.article, "title"), i.sentence, e.confidence, e.id)
        for kind, name, e in found
        for i in w.evidence[e.id]
    ]
    return sorted(rows, key=lambda r: (r[0], up(r[2]), r[3], r[1], r[7]))


@expected
def cooperating_pairs(w: World, mode: str | None = None, limit: int = 20) -> list[Row]:
    groups: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for e in w.by_type["COOPERATES_WITH"]:
        if mode is None or e.props["mode"] == mode:
            groups[min(e.source, e.target), max(e.source, e.target)].append(e)
    rows = [
        (
            w.name(a),
            a,
            w.name(b),
            b,
            len({e.props["mode"] for e in edges}),
            sum(e.weight for e in edges),
            least(e.first_seen for e in edges),
            most(e.last_seen for e in edges),
        )
        for (a, b), edges in groups.items()
    ]
    return sorted(rows, key=lambda r: (-r[5], -r[4], r[1], r[3]))[:limit]


def _touching(w: World, region: str | None) -> list[Edge]:
    return [e for e in w.by_type["COOPERATES_WITH"] if region is None or region in (e.source, e.target)]


@expected
def cooperation_modes(w: World, region: str | None = None) -> list[Row]:
    groups: dict[Any, list[Edge]] = defaultdict(list)
    for e in _touching(w, region):
        groups[e.props["mode"]].append(e)
    rows = [
        (m, len(es), sum(e.weight for e in es), least(e.first_seen for e in es), most(e.last_seen for e in es))
        for m, es in groups.items()
    ]
    return sorted(rows, key=lambda r: (-r[1], r[0]))


@expected
def cooperation_by_quarter(w: World, region: str | None = None) -> list[Row]:
    ties: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for e in _touching(w, region):
        for item in w.evidence[e.id]:
            day = w.published(item.article)
            if day:
                quarter = f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"
                ties[quarter].add(e.id)
                articles[quarter].add(item.article)
    return [(q, len(ties[q]), len(articles[q])) for q in sorted(ties)]


@expected
def new_ties(w: World, since: str, limit: int = 50) -> list[Row]:
    rows = [
        (e.first_seen, w.name(e.source), e.source, w.name(e.target), e.target, e.props["mode"], e.weight)
        for e in w.by_type["COOPERATES_WITH"]
        if e.first_seen and e.first_seen >= since
    ]
    return sorted(rows, key=lambda r: (r[0], r[2], r[4], r[5]))[:limit]


@expected
def fading_ties(w: World, before: str, articles: int = 1, limit: int = 50) -> list[Row]:
    rows = [
        (e.last_seen, w.name(e.source), e.source, w.name(e.target), e.target, e.props["mode"], e.weight)
        for e in w.by_type["COOPERATES_WITH"]
        if e.last_seen and e.last_seen < before and e.weight >= articles
    ]
    return sorted(rows, key=lambda r: (-r[6], r[0], r[2], r[4], r[5]))[:limit]


@expected
def bridging_regions(w: World, limit: int = 20) -> list[Row]:
    rows = []
    for region in w.label("Region"):
        partners = {p for _, p in w.ties(region.id)}
        homes = {p: w.provinces(p) for p in partners}
        provinces = {v for vs in homes.values() for v in vs}
        if provinces:
            rows.append((region.name, region.id, len(provinces), sum(1 for vs in homes.values() if vs)))
    return sorted(rows, key=lambda r: (-r[2], -r[3], r[1]))[:limit]


@expected
def cluster_cohesion(w: World, cluster: str | None = None) -> list[Row]:
    rows = []
    for k in w.label("Region"):
        if k.props["level"] != "cluster" or (cluster is not None and k.id != cluster):
            continue
        members = set(w.sources("PART_OF", k.id))
        if not members:
            continue
        pairs = {
            frozenset((e.source, e.target))
            for e in w.by_type["COOPERATES_WITH"]
            if e.source in members and e.target in members and e.source != e.target
        }
        possible = len(members) * (len(members) - 1) // 2
        rows.append((k.name, len(members), len(pairs), possible, len(pairs) / possible if possible else 0.0))
    rows.sort(key=lambda r: (-round(r[4], 3), r[0]))
    return [(*r[:4], round(r[4], 3)) for r in rows]


@expected
def one_sided_alignment(w: World, limit: int = 50) -> list[Row]:
    edges = [e for e in w.by_type["COOPERATES_WITH"] if e.props["mode"] == "integration"]
    ways = {(e.source, e.target) for e in edges}
    rows = [
        (w.name(e.source), e.source, w.name(e.target), e.target, e.weight, (e.target, e.source) in ways) for e in edges
    ]
    return sorted(rows, key=lambda r: (-r[4], r[1], r[3]))[:limit]


@expected
def province_matrix(w: World) -> list[Row]:
    ties: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for e in w.by_type["COOPERATES_WITH"]:
        for p in w.provinces(e.source):
            for q in w.provinces(e.target):
                ties[min(p, q), max(p, q)][e.id] = e.weight
    rows = [(w.name(a), a, w.name(b), b, len(es), sum(es.values())) for (a, b), es in ties.items()]
    return sorted(rows, key=lambda r: (-r[4], -r[5], r[1], r[3]))


@expected
def common_partners(w: World, a: str, b: str) -> list[Row]:
    with_a: Counter[str] = Counter()
    with_b: Counter[str] = Counter()
    for e, p in w.ties(a):
        with_a[p] += e.weight
    for e, p in w.ties(b):
        with_b[p] += e.weight
    rows = [(w.name(p), p, with_a[p], with_b[p]) for p in with_a.keys() & with_b.keys()]
    return sorted(rows, key=lambda r: (-(r[2] + r[3]), r[1]))


# meetings


def _regions_at(w: World, meeting: str) -> list[str]:
    return [s for s in w.sources("TOOK_PART_IN", meeting) if w.node[s].label == "Region"]


@expected
def regions_by_joint_meetings(w: World, limit: int = 20) -> list[Row]:
    meetings: Counter[str] = Counter()
    partners: dict[str, set[str]] = defaultdict(set)
    for m in w.label("Meeting"):
        regions = _regions_at(w, m.id)
        for r in regions:
            if len(regions) > 1:
                meetings[r] += 1
                partners[r] |= set(regions) - {r}
    rows = [(w.name(r), r, n, len(partners[r])) for r, n in meetings.items()]
    return sorted(rows, key=lambda r: (-r[2], -r[3], r[1]))[:limit]


@expected
def meetings_of_region(w: World, region: str, to: str = "9999-12-31", limit: int = 100, **other: str) -> list[Row]:
    start = other.get("from", "0001-01-01")
    took, held = set(w.targets("TOOK_PART_IN", region)), set(w.sources("HELD_IN", region))
    rows = [
        (w.prop(m, "date"), w.name(m), m, w.prop(m, "kind"), m in took, m in held)
        for m in took | held
        if in_period(w.prop(m, "date"), start, to)
    ]
    return sorted(rows, key=lambda r: (r[0], r[2]))[:limit]


@expected
def joint_meetings(w: World, a: str, b: str) -> list[Row]:
    both = set(w.targets("TOOK_PART_IN", a)) & set(w.targets("TOOK_PART_IN", b))
    rows = [(w.prop(m, "date"), w.name(m), m, w.prop(m, "kind"), len(w.sources("TOOK_PART_IN", m))) for m in both]
    return sorted(rows, key=lambda r: (up(r[0]), r[2]))


def _full_days(w: World) -> dict[str, set[str]]:
    """name of the series, or of the meeting where it is in none -> full dates."""
    days: dict[str, set[str]] = defaultdict(set)
    for m in w.label("Meeting"):
        day = m.props.get("date")
        if m.props.get("date_precision") == "day" and isinstance(day, str) and not day.startswith("--"):
            for name in [w.name(s) for s in w.targets("IN_SERIES", m.id)] or [m.name]:
                days[name].add(day)
    return days


@expected
def meeting_series(w: World, times: int = 2, limit: int = 30) -> list[Row]:
    rows = [(name, len(days), min(days), max(days)) for name, days in _full_days(w).items() if len(days) >= times]
    return sorted(rows, key=lambda r: (-r[1], r[0]))[:limit]


@expected
def cadence(w: World, meeting: str) -> list[Row]:
    rows: list[Row] = []
    for name, days in sorted(_full_days(w).items()):
        if meeting in name:
            ordered = sorted(days)
            rows.append((name, ordered[0], None, None))
            rows += [(name, b, a, (date.fromisoformat(b) - date.fromisoformat(a)).days) for a, b in pairwise(ordered)]
    return rows


@expected
def hosts(w: World, to: str = "9999-12-31", limit: int = 20, **other: str) -> list[Row]:
    days: dict[str, list[str]] = defaultdict(list)
    for e in w.by_type["HELD_IN"]:
        day = w.prop(e.source, "date")
        if in_period(day, other.get("from", "0001-01-01"), to):
            days[e.target].append(day)
    rows = [(w.name(r), r, len(ds), min(ds), max(ds)) for r, ds in days.items()]
    return sorted(rows, key=lambda r: (-r[2], r[1]))[:limit]


@expected
def people_at_meeting(w: World, meeting: str) -> list[Row]:
    edges = [e for t in ("ATTENDED", "CHAIRED", "SPOKE_AT") for e in w.into[t, meeting]]
    rows = []
    for person in {e.source for e in edges}:
        theirs = [e for e in edges if e.source == person]
        types = {e.type for e in theirs}
        row = (w.name(person), person, "CHAIRED" in types, "SPOKE_AT" in types, max(e.weight for e in theirs))
        rows.append(row)
    return sorted(rows, key=lambda r: (not r[2], not r[3], r[1]))


def _together(w: World) -> dict[tuple[str, str], set[str]]:
    """(a, b), a before b -> meetings both attended."""
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for m in w.label("Meeting"):
        for a, b in combinations(sorted(set(w.sources("ATTENDED", m.id))), 2):
            out[a, b].add(m.id)
    return out


@expected
def met_with(w: World, official: str, limit: int = 30) -> list[Row]:
    rows = []
    for pair, meetings in _together(w).items():
        if official in pair:
            other = pair[1] if pair[0] == official else pair[0]
            days = [w.prop(m, "date") for m in meetings]
            rows.append((w.name(other), other, len(meetings), least(days), most(days)))
    return sorted(rows, key=lambda r: (-r[2], r[1]))[:limit]


@expected
def attended_together(w: World, limit: int = 20) -> list[Row]:
    rows = [(w.name(a), a, w.name(b), b, len(ms)) for (a, b), ms in _together(w).items()]
    return sorted(rows, key=lambda r: (-r[4], r[1], r[3]))[:limit]


# officials


@expected
def chaired_most(w: World, region: str | None = None, limit: int = 20) -> list[Row]:
    meetings: dict[str, list[str]] = defaultdict(list)
    for e in w.by_type["CHAIRED"]:
        near = set(w.targets("HELD_IN", e.target)) | set(w.sources("TOOK_PART_IN", e.target))
        if region is None or region in near:
            meetings[e.source].append(e.target)
    rows = [
        (w.name(o), o, len(ms), least(w.prop(m, "date") for m in ms), most(w.prop(m, "date") for m in ms))
        for o, ms in meetings.items()
    ]
    return sorted(rows, key=lambda r: (-r[2], r[1]))[:limit]


@expected
def posts_of_official(w: World, official: str) -> list[Row]:
    edges = w.out["HOLDS", official]
    edges = sorted(edges, key=lambda e: (up(e.first_seen), w.name(e.target), e.props["title"], e.id))
    return [
        (
            official,
            e.first_seen,
            e.last_seen,
            w.name(e.target),
            e.props["title"],
            e.props["status"],
            e.weight,
            w.first_sentence(e),
        )
        for e in edges
    ]


def _bodies(w: World, region: str) -> list[str]:
    return [s for s in w.sources("PART_OF", region) if w.node[s].label == "Organization"]


@expected
def officials_of_region(w: World, region: str, limit: int = 100) -> list[Row]:
    rows = [
        (w.name(e.source), e.source, w.name(g), e.props["title"], e.props["status"], e.first_seen, e.last_seen)
        for g in _bodies(w, region)
        for e in w.into["HOLDS", g]
    ]
    return sorted(rows, key=lambda r: (r[2], r[3], r[1], r[4], up(r[5])))[:limit]


@expected
def who_meets_whom(w: World, a: str, b: str, limit: int = 50) -> list[Row]:
    ours = {e.source for g in _bodies(w, a) for e in w.into["HOLDS", g]}
    theirs = {e.source for g in _bodies(w, b) for e in w.into["HOLDS", g]}
    rows = []
    for (x, y), meetings in _together(w).items():
        for one, other in ((x, y), (y, x)):
            if one in ours and other in theirs:
                days = [w.prop(m, "date") for m in meetings]
                rows.append((w.name(one), one, w.name(other), other, len(meetings), least(days), most(days)))
    return sorted(rows, key=lambda r: (-r[4], r[1], r[3]))[:limit]


@expected
def path_between(w: World, a: str, b: str, limit: int = 5) -> list[Row]:
    steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge_type in ("ATTENDED", "HOLDS"):
        for e in w.by_type[edge_type]:
            steps[e.source].append((e.target, edge_type))
            steps[e.target].append((e.source, edge_type))
    distance = {a: 0}
    queue = deque([a])
    while queue:
        here = queue.popleft()
        for there, _ in steps[here]:
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    if not 0 < distance.get(b, 99) <= 8:
        return []

    def ways(end: str) -> list[tuple[list[str], list[str]]]:
        if end == a:
            return [([w.name(a)], [])]
        return [
            ([*names, w.name(end)], [*types, kind])
            for before, kind in steps[end]
            if distance.get(before) == distance[end] - 1
            for names, types in ways(before)
        ]

    found = {(tuple(names), tuple(types)) for names, types in ways(b)}
    return [(distance[b], list(names), list(types)) for names, types in sorted(found)][:limit]


@expected
def successors_of_post(w: World, organization: str, title: str) -> list[Row]:
    rows = [
        (w.name(e.source), e.source, e.props["status"], e.first_seen, e.last_seen, e.weight)
        for e in w.into["HOLDS", organization]
        if e.props["title"] == title
    ]
    return sorted(rows, key=lambda r: (up(r[3]), r[1], r[2]))


@expected
def central_officials(w: World, limit: int = 20) -> list[Row]:
    people: dict[str, set[str]] = defaultdict(set)
    meetings: dict[str, set[str]] = defaultdict(set)
    for (a, b), ms in _together(w).items():
        for one, other in ((a, b), (b, a)):
            people[one].add(other)
            meetings[one] |= ms
    rows = [(w.name(o), o, len(people[o]), len(meetings[o])) for o in people]
    return sorted(rows, key=lambda r: (-r[2], -r[3], r[1]))[:limit]


# initiatives


@expected
def shared_initiatives(w: World, a: str, b: str) -> list[Row]:
    rows = []
    for x in w.into["COVERS", a]:
        for y in w.into["COVERS", b]:
            if x.source == y.source and x.id != y.id:
                first, last = least([x.first_seen, y.first_seen]), most([x.last_seen, y.last_seen])
                kind, regions = w.prop(x.source, "kind"), len(w.targets("COVERS", x.source))
                rows.append((w.name(x.source), x.source, kind, regions, first, last))
    return sorted(rows, key=lambda r: r[1])


@expected
def initiative_spread(w: World, initiative: str) -> list[Row]:
    rows = [
        (
            w.name(e.target),
            e.target,
            w.prop(e.target, "level"),
            e.first_seen,
            e.last_seen,
            e.weight,
            w.first_sentence(e),
        )
        for e in w.out["COVERS", initiative]
    ]
    return sorted(rows, key=lambda r: (up(r[3]), r[1]))


@expected
def initiative_life(w: World, kind: str | None = None, limit: int = 50) -> list[Row]:
    rows = []
    for i in w.label("Initiative"):
        articles = w.sources("MENTIONS", i.id)
        if not articles or (kind is not None and i.props["kind"] != kind):
            continue
        days = [w.published(a) for a in articles]
        meetings, regions = len(w.sources("CONCERNS", i.id)), len(w.targets("COVERS", i.id))
        rows.append((i.name, i.id, i.props["kind"], least(days), most(days), len(articles), meetings, regions))
    return sorted(rows, key=lambda r: (-r[5], r[1]))[:limit]


@expected
def meetings_on_initiative(w: World, initiative: str) -> list[Row]:
    rows = [
        (w.prop(e.source, "date"), w.name(e.source), e.source, w.prop(e.source, "kind"), w.first_sentence(e))
        for e in w.into["CONCERNS", initiative]
    ]
    return sorted(rows, key=lambda r: (up(r[0]), r[2]))


@expected
def initiatives_of_region(w: World, region: str) -> list[Row]:
    rows = [
        (
            w.name(e.source),
            e.source,
            w.prop(e.source, "kind"),
            len(w.targets("COVERS", e.source)) - 1,
            e.first_seen,
            e.last_seen,
        )
        for e in w.into["COVERS", region]
    ]
    return sorted(rows, key=lambda r: (up(r[4]), r[1]))


# evidence


def _detail(edge: Edge) -> Any:
    return edge.props.get("mode") or edge.props.get("title")


@expected
def evidence_between(w: World, a: str, b: str) -> list[Row]:
    rows = [
        (
            e.type,
            _detail(e),
            w.published(i.article),
            i.article,
            w.prop(i.article, "path"),
            i.sentence,
            i.start,
            i.end,
            e.id,
        )
        for e in w.tables.edges
        if {e.source, e.target} == {a, b}
        for i in w.evidence.get(e.id, ())
    ]
    return sorted(rows, key=lambda r: (r[0], up(r[1]), up(r[2]), r[3], r[6], r[8]))


@expected
def facts_of_article(w: World, article: str) -> list[Row]:
    rows = [
        (e.type, w.name(e.source), w.name(e.target), _detail(e), i.sentence, i.start, i.end, e.id)
        for e in w.tables.edges
        if e.type != "MENTIONS"
        for i in w.evidence.get(e.id, ())
        if i.article == article
    ]
    return sorted(rows, key=lambda r: (r[5], r[7]))


@expected
def articles_about(w: World, node: str, limit: int = 50) -> list[Row]:
    rows = [
        (w.published(a), a, w.prop(a, "title"), w.prop(a, "source"), w.prop(a, "url"), w.prop(a, "path"))
        for a in w.sources("MENTIONS", node)
    ]
    return sorted(rows, key=lambda r: (up(r[0]), r[1]))[:limit]


# quality


@expected
def low_confidence(w: World, below: float = 0.6, limit: int = 50) -> list[Row]:
    rows = [
        (e.confidence, e.type, w.name(e.source), w.name(e.target), e.weight, w.first_sentence(e), e.id)
        for e in w.tables.edges
        if e.confidence < below and e.type != "MENTIONS"
    ]
    return sorted(rows, key=lambda r: (r[0], r[6]))[:limit]


@expected
def unresolved_regions(w: World, limit: int = 50) -> list[Row]:
    rows = [
        (r.name, r.id, r.props["level"], w.mentions(r.id))
        for r in w.label("Region")
        if r.props.get("code") is None and r.props["level"] not in ("zone", "cluster")
    ]
    return sorted(rows, key=lambda r: (-r[3], r[1]))[:limit]


@expected
def namesakes(w: World, limit: int = 50) -> list[Row]:
    ids: dict[str, list[str]] = defaultdict(list)
    for o in w.label("Official"):
        ids[o.name].append(o.id)
    rows = [(name, len(found), sorted(found)) for name, found in ids.items() if len(found) > 1]
    return sorted(rows, key=lambda r: (-r[1], r[0]))[:limit]


@expected
def contested_posts(
    w: World, titles: tuple[str, ...] = ("书记", "市长", "县长", "区长", "省长", "主任", "局长"), limit: int = 50
) -> list[Row]:
    rows = []
    for g in w.label("Organization"):
        for h in w.into["HOLDS", g.id]:
            for k in w.into["HOLDS", g.id]:
                if h.source >= k.source or h.props["title"] != k.props["title"] or h.props["title"] not in titles:
                    continue
                if None in (h.first_seen, h.last_seen, k.first_seen, k.last_seen):
                    continue
                start, end = max(str(h.first_seen), str(k.first_seen)), min(str(h.last_seen), str(k.last_seen))
                if start <= end and "former" not in (h.props["status"], k.props["status"]):
                    x, y = h.source, k.source
                    rows.append((g.name, g.id, h.props["title"], w.name(x), x, w.name(y), y, start, end))
    return sorted(rows, key=lambda r: (r[1], r[2], r[4], r[6], r[7], r[8]))[:limit]


@expected
def meetings_in_two_places(w: World, limit: int = 50) -> list[Row]:
    rows = []
    for m in w.label("Meeting"):
        places = sorted(w.targets("HELD_IN", m.id))
        if len(places) > 1:
            rows.append((m.name, m.id, m.props.get("date"), [w.name(p) for p in places]))
    return sorted(rows, key=lambda r: r[1])[:limit]


@expected
def undated_meetings(w: World, limit: int = 50) -> list[Row]:
    rows = []
    for m in w.label("Meeting"):
        day = m.props.get("date")
        dated = m.props["date_precision"] == "day" and day is not None and not str(day).startswith("--")
        if not dated and m.props["kind"] != "series":
            rows.append((m.name, m.id, day, w.mentions(m.id)))
    return sorted(rows, key=lambda r: (-r[3], r[1]))[:limit]


@expected
def unlinked_officials(w: World, limit: int = 50) -> list[Row]:
    kinds = ("HOLDS", "ATTENDED", "CHAIRED", "SPOKE_AT")
    rows = [
        (o.name, o.id, w.mentions(o.id)) for o in w.label("Official") if not any(w.out[kind, o.id] for kind in kinds)
    ]
    return sorted(rows, key=lambda r: (-r[2], r[1]))[:limit]
