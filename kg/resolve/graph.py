"""Records become one graph.

Every article is read once into mentions; mentions are grouped kind by kind (regions by key, reprints by text, meetings,
then officials, organizations, initiatives); then every stated fact becomes an edge between the groups.

Nothing depends on the order of the records: they are put in the order of their articles' dates and ids first.
"""

from __future__ import annotations

import gc
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import (
    EDGE_TYPES,
    EdgeType,
    GraphTables,
    Label,
    Meeting,
    Node,
    Official,
    Position,
    Record,
    Relation,
    Span,
    Value,
)
from kg.resolve import dates, initiatives, meetings, officials
from kg.resolve.article import Article, Observation, articles, place_of, span_of
from kg.resolve.blocks import Afresh, Blocks
from kg.resolve.conflicts import Conflict, conflicts
from kg.resolve.edges import EdgeTable, Own, Place
from kg.resolve.ids import assign, digest
from kg.resolve.judgements import Judgements, Question
from kg.resolve.names import person_key, title_key
from kg.resolve.organizations import canonical, everywhere
from kg.resolve.posts import held, national, organ
from kg.resolve.ranks import CHIEF, step_and_seat
from kg.resolve.regions import NATION, ORGAN, RegionKeys, of_record

_ROLES = frozenset({"CHAIRED", "SPOKE_AT", "ATTENDED"})
#: A place that only its article's readers know.
_HERE = re.compile("[我本该全][省市县区州盟旗乡镇村]|当地|这里")


_NONE: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The graph; `aliases` (former or possible id -> id) keep old links working; `questions` are left to people;
    `conflicts` cannot all be true."""

    tables: GraphTables
    aliases: dict[str, str]
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...] = ()


def resolve(records: Iterable[Record]) -> GraphTables:
    """One graph from many records. The same records in any order give the same graph, ids and all."""
    return resolve_all(Observation(record) for record in records).tables


def resolve_all(
    observations: Iterable[Observation], judgements: Judgements | None = None, blocks: Blocks | None = None
) -> Resolution:
    """One graph from many records and what people decided, with the questions that stay open.

    `blocks` that know what they gave before resolve only what has changed; the graph is the same.
    """
    collecting = gc.isenabled()
    gc.disable()  # millions of small objects that all stay: looking for garbage among them takes a third of the time
    try:
        return _Resolver(observations, judgements or Judgements(), blocks or Afresh()).run()
    finally:
        if collecting:
            gc.enable()


class _Resolver:
    def __init__(self, observations: Iterable[Observation], judgements: Judgements, blocks: Blocks) -> None:
        self.judgements = judgements
        self.blocks = blocks
        self.keys = RegionKeys()
        self.edges = EdgeTable()
        self.nodes: dict[str, Node] = {}
        self.aliases: dict[str, str] = {}
        self.questions: list[Question] = []
        self.articles = articles(observations)

    def run(self) -> Resolution:
        self._articles()
        self._regions()
        self._meetings()
        self._officials()
        self._organizations()
        self._initiatives()
        self._relations()
        edges, evidence = self.edges.tables()
        tables = GraphTables(tuple(self.nodes[id] for id in sorted(self.nodes)), tuple(edges), tuple(evidence))
        del edges, evidence
        tables = self.judgements.amend(tables, self.aliases)
        questions = tuple(sorted(self.questions, key=lambda q: (-q.weight, -q.probability, q.one, q.other)))
        return Resolution(tables, self.aliases, questions, conflicts(tables, self.keys))

    # -- articles and regions --------------------------------------------------------------------------------

    def _articles(self) -> None:
        for article in self.articles:
            info = article.record.article
            props: dict[str, Value] = {
                "title": info.title,
                "url": info.url,
                "source": info.source,
                "published": article.published,
                "authors": tuple(info.authors),
                "sha256": info.sha256,
                "path": info.path,
            }
            self.nodes[article.id] = Node(article.id, "Article", info.title or info.id, props)

    def _regions(self) -> None:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        levels: dict[str, Counter[str]] = defaultdict(Counter)
        codes: dict[str, str] = {}
        for article in self.articles:
            for region in article.record.regions:
                key = of_record(self.keys, region, article.id)
                article.regions[region.name] = key
                names[key].update([region.name, *region.aliases])
                levels[key][region.level] += 1
                if region.code:
                    codes.setdefault(key, region.code)
            # what an article is about: the country and wide areas tell nothing about who is who
            article.context = frozenset(
                key for key in article.regions.values() if self.keys.level(key) not in ("country", "cluster")
            )
        for key in sorted(names):
            self._region_node(key, names[key], levels[key], codes.get(key))
        for article in self.articles:
            for region in article.record.regions:
                key = article.regions[region.name]
                self._mention(article, "Region", region.name, f"region:{key}", region.span)
                line = self.keys.line(key)
                if len(line) > 1:
                    place = place_of(article, region.span, "gazetteer")
                for above, below in pairwise(line):
                    self._region_node(above)
                    self._edge("PART_OF", f"region:{below}", f"region:{above}", article, place)

    def _region_node(
        self,
        key: str,
        names: Counter[str] = _NONE,
        levels: Counter[str] = _NONE,
        code: str | None = None,
    ) -> None:
        id = f"region:{key}"
        if id in self.nodes:
            return
        place = self.keys.place(key)
        name = place.name if place else _commonest(names) or key.partition("@")[0].partition("?")[0]
        above = self.keys.parent(key)
        level = place.level if place else (_commonest(levels) or self.keys.level(key))
        aliases = (set(names) | set(place.aliases if place else ())) - {name}
        props: dict[str, Value] = {
            "aliases": tuple(sorted(aliases)),
            "code": place.code if place else code or (key if key.isdigit() else None),
            "level": level,
            "parent": f"region:{above}" if above else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
        }
        self.nodes[id] = Node(id, "Region", name, props)

    # -- meetings --------------------------------------------------------------------------------------------

    def _meetings(self) -> None:
        mentions: list[meetings.Mention] = []
        items: list[tuple[Article, Meeting, str | None]] = []
        for article in self.articles:
            if not article.record.meetings:
                continue
            parties: dict[str, set[str]] = defaultdict(set)
            people: dict[str, set[str]] = defaultdict(set)
            for relation in article.record.relations:
                if relation.type in _ROLES:
                    people[relation.target].add(person_key(relation.source))
                elif relation.type == "TOOK_PART_IN" and relation.source in article.regions:
                    parties[relation.target].add(article.regions[relation.source])
                elif relation.type == "HELD_IN" and relation.target in article.regions:
                    parties[relation.source].add(article.regions[relation.target])
            places = self._place_names(article)
            for meeting in article.record.meetings:
                date = self._meeting_date(meeting.date, article)
                mentions.append(
                    meetings.Mention(
                        article=article.number,
                        text=article.text,
                        name=meeting.name,
                        names=(meeting.name, *meeting.aliases),
                        kind=meeting.kind,
                        days=dates.span(date),
                        month_day=dates.month_and_day(date),
                        published=article.day,
                        regions=frozenset(parties[meeting.name]),
                        context=article.context,
                        people=frozenset(people[meeting.name]),
                        places=places,
                    )
                )
                items.append((article, meeting, date))
            start = len(mentions) - len(article.record.meetings)
            for i in meetings.relate(mentions[start:]):
                items[start + i] = (*items[start + i][:2], None)
        anchors = [
            "\x1f".join(
                (m.parsed.core, repr(m.parsed.numbers), date or "", ",".join(sorted(m.regions or m.context)[:1]))
            )
            for m, (_, _, date) in zip(mentions, items, strict=True)
        ]
        own = [f"{article.id}\x1f{meeting.name}" for article, meeting, _ in items]
        same, apart = self._decided("meeting", anchors, own, [(m.name, a.id) for a, m, _ in items])
        groups, doubts = meetings.resolve_meetings(mentions, same, apart, self.blocks)
        assigned = assign("meeting", groups, anchors, own)
        self.aliases.update(assigned.aliases)
        group_of: dict[int, int] = {}
        for number, members in enumerate(groups):
            id = assigned.ids[number]
            names = Counter(items[i][1].name for i in members)
            known = [d for i in members if (d := items[i][2])]
            date = _best_date(known)
            name = _best_name(names)
            aliases = {n for i in members for n in (items[i][1].name, *items[i][1].aliases)} - {name}
            props: dict[str, Value] = {
                "aliases": tuple(sorted(aliases)),
                "kind": _commonest(Counter(items[i][1].kind for i in members)),
                "date": date,
                "date_precision": _precision(date),
                "place": _commonest(Counter(p for i in members if (p := _place(items[i][0].record, items[i][1])))),
            }
            self.nodes[id] = Node(id, "Meeting", name, props)
            for i in members:
                article, meeting, _ = items[i]
                article.events[meeting.name] = number
                group_of[i] = number
                self._mention(article, "Meeting", meeting.name, id, meeting.span)
        for i, j, probability, reason in doubts:
            self._question("meeting", assigned.ids[group_of[i]], assigned.ids[group_of[j]], probability, reason, 2)
        self._series(mentions, groups, assigned.ids, items)

    def _place_names(self, article: Article) -> tuple[tuple[str, str], ...]:
        """What the article's regions go by, long names first, each with the region's key."""
        names: dict[str, str] = {}
        for region in article.record.regions:
            key = article.regions[region.name]
            place = self.keys.place(key)
            short = region.name.rstrip("省市县区州盟旗")
            for name in (region.name, short, *region.aliases, *(place.aliases if place else ())):
                if len(name) > 1:
                    names.setdefault(title_key(name), key)
        return tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))

    def _meeting_date(self, date: str | None, article: Article) -> str | None:
        return dates.iso(date) or (date if dates.month_and_day(date) else None)

    def _series(
        self,
        mentions: Sequence[meetings.Mention],
        groups: list[list[int]],
        ids: list[str],
        items: Sequence[tuple[Article, Meeting, str | None]],
    ) -> None:
        for series in meetings.find_series(mentions, groups):
            first = mentions[groups[series.events[0]][0]]
            id = f"meeting:{digest('series', series.name, *sorted(first.regions if first.parsed.bare else ()))}"
            if id in self.nodes:
                continue
            props: dict[str, Value] = {"aliases": (), "kind": "series", "date_precision": "none"}
            self.nodes[id] = Node(id, "Meeting", series.name, props)
            for event in series.events:
                for i in groups[event]:
                    article, meeting, date = items[i]
                    place = place_of(article, meeting.span, "series")
                    seen = dates.iso(date) or article.published
                    self._edge("IN_SERIES", ids[event], id, article, place, seen)

    # -- officials -------------------------------------------------------------------------------------------

    def _officials(self) -> None:
        named: dict[str, list[tuple[Article, Official, officials.Mention]]] = defaultdict(list)
        for article in self.articles:
            if not article.record.officials:
                continue
            at: dict[str, set[int]] = defaultdict(set)
            for relation in article.record.relations:
                if relation.type in _ROLES and (event := article.events.get(relation.target)) is not None:
                    at[relation.source].add(event)
            everyone = frozenset([person_key(official.name) for official in article.record.officials])
            around = digest(*sorted(article.context), "", *sorted(everyone))
            for official, posts in zip(article.record.officials, article.posts, strict=True):
                name = person_key(official.name)
                mention = officials.Mention(
                    article.number,
                    name,
                    self._jurisdictions(article, posts),
                    article.context,
                    article.day,
                    everyone,
                    frozenset(at.get(official.name, ())),
                    article.text,
                    around,
                )
                named[name].append((article, official, mention))
        items = [item for name in sorted(named) for item in named[name]]
        del named
        mentions = [mention for _, _, mention in items]
        anchors = [f"{m.name}\x1f{self._anchor(m)}" for m in mentions]
        own = [article.id for article, _, _ in items]
        same, apart = self._decided("official", anchors, own, [(m.name, a.id) for a, _, m in items])
        groups, doubts = officials.resolve_names(mentions, self.keys, same, apart, self.blocks)
        # a person is anchored where they are seen with a post first; before that, only by the article
        order = [
            group if len(group) == 1 else sorted(group, key=lambda i: (not mentions[i].jurisdictions, i))
            for group in groups
        ]
        assigned = assign("official", order, anchors, own)
        self.aliases.update(assigned.aliases)
        for members, id in zip(groups, assigned.ids, strict=True):
            spelt = {mentions[i].name for i in members}  # several only where people judged so
            best = spelt.pop() if len(spelt) == 1 else _commonest(Counter([mentions[i].name for i in members])) or ""
            aliases = {a for i in members for a in (items[i][1].name, *items[i][1].aliases)} - {best}
            self.nodes[id] = Node(id, "Official", best, {"aliases": tuple(sorted(aliases))})
            for i in members:
                article, official, _ = items[i]
                self._mention(article, "Official", official.name, id, official.span)
        group_of = {i: n for n, members in enumerate(groups) for i in members} if doubts else {}
        for doubt in doubts:
            one, other = group_of[doubt.one], group_of[doubt.other]
            weight = len(groups[one]) + len(groups[other])
            ids = assigned.ids[one], assigned.ids[other]
            self._question("official", *ids, doubt.probability, doubt.reason, weight)

    def _jurisdictions(self, article: Article, posts: Sequence[Position]) -> dict[str, int]:
        out: dict[str, int] = {}
        for position in posts:
            key = self._jurisdiction(article, position)
            if key is None:
                continue
            step, _ = step_and_seat(position.title, position.org)
            rank = max(0, CHIEF[self.keys.level(key) if key != NATION else "country"] - step)
            out[key] = max(out.get(key, 0), rank)
        # an organ without a region says where somebody belongs only where nothing better does
        regional = {key: rank for key, rank in out.items() if not key.startswith(ORGAN)}
        return regional or out

    def _jurisdiction(self, article: Article, position: Position) -> str | None:
        """The key of the region that a post belongs to, else of its organ; None where neither is known."""
        if position.region:
            return (
                article.regions.get(position.region)
                if position.code is None and position.region in article.regions
                else self.keys.key(position.region, position.code)
            )
        if national(position):
            return NATION
        return f"{ORGAN}{canonical(position.org)}" if position.org and not everywhere(position.org) else None

    def _anchor(self, mention: officials.Mention) -> str:
        if mention.jurisdictions:
            key = min(mention.jurisdictions, key=lambda k: (-mention.jurisdictions[k], k))
            return (self.keys.line(key)[:2] or (key,))[-1]
        places = sorted({(self.keys.line(key)[:2] or (key,))[-1] for key in mention.context})
        return places[0] if len(places) == 1 else self.articles[mention.article].id

    # -- organizations and initiatives -----------------------------------------------------------------------

    def _organizations(self) -> None:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        region_of: dict[str, str | None] = {}
        ids: dict[tuple[str, str | None], str] = {}

        def place(article: Article, name: str, region: str | None, code: str | None) -> str:
            key = article.regions.get(region) if region and code is None else None
            key = key or (self.keys.key(region, code) if region else None)
            id = ids.get((name, key))
            if id is None:
                id = ids[name, key] = f"organization:{digest(canonical(name), key)}"
                region_of[id] = key
            names[id][title_key(name)] += 1
            return id

        for article in self.articles:
            for organization in article.record.organizations:
                if not organization.region and everywhere(organization.name):
                    continue
                id = place(article, organization.name, organization.region, organization.code)
                if organization.kind:
                    kinds[id][organization.kind] += 1
                self._mention(article, "Organization", organization.name, id, organization.span)
                self._org_part(article, id, region_of[id], organization.span)
            for official, posts in zip(article.record.officials, article.posts, strict=True):
                for position in posts:
                    name = organ(position)
                    if name is None or (not position.region and everywhere(name)):
                        continue
                    id = place(article, name, position.region, position.code)
                    span = position.span or official.span
                    self._org_part(article, id, region_of[id], span)
                    # a post no longer held is another edge: the time it was seen held must not run on
                    now = held(position)
                    status = position.status if now else "former"
                    post = (("held", now), ("title", position.title))
                    source = article.nodes["Official", official.name]
                    where = place_of(article, span, "post")
                    self._edge("HOLDS", source, id, article, where, article.published, post, status)
        for id in sorted(names):
            region = region_of[id]
            best = _commonest(names[id]) or ""
            props: dict[str, Value] = {
                "aliases": tuple(sorted(set(names[id]) - {best})),
                "kind": _commonest(kinds[id]),
                "region": self.nodes[f"region:{region}"].name if region and f"region:{region}" in self.nodes else None,
            }
            self.nodes[id] = Node(id, "Organization", best, props)

    def _org_part(self, article: Article, id: str, region: str | None, span: Span | None) -> None:
        if region is None:
            return
        self._region_node(region)
        self._edge("PART_OF", id, f"region:{region}", article, place_of(article, span, "organization"))

    def _initiatives(self) -> None:
        mentions: list[initiatives.Mention] = []
        items = []
        for article in self.articles:
            covered: dict[str, set[str]] = defaultdict(set)
            for relation in article.record.relations:
                if relation.type == "COVERS" and relation.target in article.regions:
                    covered[relation.source].add(article.regions[relation.target])
            for initiative in article.record.initiatives:
                regions = frozenset(covered[initiative.name]) or article.context
                mentions.append(
                    initiatives.Mention(
                        article.number,
                        initiative.name,
                        (initiative.name, *initiative.aliases),
                        initiative.kind,
                        regions,
                        article.day,
                    )
                )
                items.append((article, initiative))
        anchors = [
            title_key(m.name) + ("\x1f" + ",".join(sorted(m.regions)) if initiatives.common(m.name) else "")
            for m in mentions
        ]
        own = [f"{article.id}\x1f{initiative.name}" for article, initiative in items]
        same, apart = self._decided("initiative", anchors, own, [(i.name, a.id) for a, i in items])
        groups = initiatives.resolve_initiatives(mentions, same, apart, self.blocks)
        assigned = assign("initiative", groups, anchors, own)
        self.aliases.update(assigned.aliases)
        for members, id in zip(groups, assigned.ids, strict=True):
            name = _best_name(Counter(items[i][1].name for i in members))
            aliases = {n for i in members for n in (items[i][1].name, *items[i][1].aliases)} - {name}
            props: dict[str, Value] = {
                "aliases": tuple(sorted(aliases)),
                "kind": _commonest(Counter(items[i][1].kind for i in members)),
            }
            self.nodes[id] = Node(id, "Initiative", name, props)
            for i in members:
                article, initiative = items[i]
                self._mention(article, "Initiative", initiative.name, id, initiative.span)

    # -- edges -----------------------------------------------------------------------------------------------

    def _relations(self) -> None:
        left = deque(self.articles)
        self.articles = []  # what an article says is now in the edges: its record need not be held beside them
        while left:
            article = left.popleft()
            for relation in article.record.relations:
                self._relation(article, relation)

    def _relation(self, article: Article, relation: Relation) -> None:
        sources, targets, _ = EDGE_TYPES[relation.type]
        source = _first(article.nodes, sources, relation.source)
        target = _first(article.nodes, targets, relation.target)
        if source is None or target is None or source == target:
            return
        place = (
            article.id,
            relation.sentence,
            relation.start,
            relation.end,
            relation.raw_start,
            relation.raw_end,
            relation.confidence,
            relation.rule,
        )
        seen = article.published
        for id in (source, target):
            if id.startswith("meeting:"):
                seen = dates.iso(str(self.nodes[id].props.get("date") or "")) or seen
        self._edge(
            relation.type, source, target, article, place, seen, (("mode", relation.mode),) if relation.mode else ()
        )

    def _mention(self, article: Article, label: Label, name: str, id: str, span: Span | None) -> None:
        article.nodes[label, name] = id
        place = place_of(article, span or span_of(article.record, name))
        self.edges.add("MENTIONS", article.id, id, place, article.text, article.published)

    def _edge(
        self,
        type: EdgeType,
        source: str,
        target: str,
        article: Article,
        place: Place,
        seen: str | None = None,
        own: Own = (),
        status: str | None = None,
    ) -> None:
        if source != target:
            self.edges.add(type, source, target, place, article.text, seen or article.published, own, status)

    # -- judgements and questions ----------------------------------------------------------------------------

    def _decided(
        self, prefix: str, anchors: Sequence[str], own: Sequence[str], names: Sequence[tuple[str, str]]
    ) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        if not self.judgements:
            return [], []
        where: dict[str, int] = {}
        for i, anchor in enumerate(anchors):
            where.setdefault(f"{prefix}:{digest(anchor)}", i)
            where.setdefault(f"{prefix}:{digest(anchor, own[i])}", i)
            where.setdefault("@".join(names[i]), i)
        return self.judgements.pairs(where)

    def _question(self, kind: str, one: str, other: str, probability: float, reason: str, weight: int) -> None:
        if one == other:
            return
        one, other = sorted((one, other))
        self.questions.append(Question(kind, one, other, round(probability, 4), reason, weight))


def _first(nodes: dict[tuple[Label, str], str], labels: Sequence[Label], name: str) -> str | None:
    return next((nodes[label, name] for label in labels if (label, name) in nodes), None)


def _commonest(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda text: (-counts[text], text), default=None)


def _best_name(names: Counter[str]) -> str:
    """The name most articles use; of equals the longest, which says most."""
    return min(names, key=lambda text: (-names[text], -len(text), text))


def _place(record: Record, meeting: Meeting) -> str | None:
    """Where a meeting was, by name: 我市 means something in its article only."""
    if not meeting.place or not _HERE.fullmatch(meeting.place):
        return meeting.place
    held = (r.target for r in record.relations if r.type == "HELD_IN" and r.source == meeting.name)
    return next(held, None)


def _best_date(known: Sequence[str]) -> str | None:
    """The date most articles give, the more exact first."""
    counts = Counter(known)
    return min(counts, key=lambda d: (d.startswith("--"), -len(d), -counts[d], d), default=None)


def _precision(date: str | None) -> str:
    if date is None:
        return "none"
    return "day" if date.startswith("--") else {10: "day", 7: "month", 4: "year"}.get(len(date), "none")
