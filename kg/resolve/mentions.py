"""The first step: each article is read once, and what it names and states is laid down where it will be needed.

Mentions of people go to the partition of their name, meetings to that of their day and of their name, statements to
that of their edge. Nothing here depends on another article, nor on the order in which articles come.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any
from zlib import crc32

from kg.model import EDGE_TYPES, Label, Meeting, Position, Record, Relation, Span, Value
from kg.resolve import dates, meetings
from kg.resolve.article import Article, article, place_of, sketch_record, span_of
from kg.resolve.here import place_name
from kg.resolve.ids import digest
from kg.resolve.initiatives import common
from kg.resolve.names import person_key, title_key
from kg.resolve.order import names_written
from kg.resolve.organizations import canonical, everywhere
from kg.resolve.posts import held, national, organ, settled_organ
from kg.resolve.ranks import CHIEF, LEADER, step_and_seat
from kg.resolve.regions import NATION, ORGAN, RegionKeys
from kg.resolve.reprints import SPREAD
from kg.resolve.scratch import Scratch, Spilled
from kg.resolve.sources import Part
from kg.resolve.statements import INITIATIVE, MEETING, OFFICIAL, Ref, Statements

_ROLES = frozenset({"CHAIRED", "SPOKE_AT", "ATTENDED"})

#: The streams of rows.
SKETCHES, ARTICLES, ORGANIZATIONS, PEOPLE = "sketches", "articles", "organizations", "people"
MEETINGS, DAYS, REFERENCES, PLANS = "meetings", "days", "references", "plans"
#: The partition of sketches of articles without a date.
UNDATED = -1


@dataclass(slots=True)
class RegionSaid:
    """What articles call a region; `code` with the article and place that gives it first."""

    names: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    code: tuple[bytes, int, str] | None = None


@dataclass(slots=True)
class PartRead:
    """What is known of a part's articles once they are read, by serial: a few bytes an article or meeting."""

    spilled: Spilled
    order: list[bytes | None]  # what articles are ordered by; None where there is none, or it is left out
    people: array[int]  # how many mentions of each kind there are
    meetings: array[int]
    initiatives: array[int]
    days: array[int]  # of meetings, in their order: the day, -1 where open
    years: array[int]  # the year in the name, -1 where there is none
    copies: array[int]  # equal where name and days are
    anchors: array[int]
    own: array[int]
    numbers: dict[int, dict[str, int]]  # the numbers in the name, of those that have some
    regions: dict[str, RegionSaid]
    named: list[tuple[str, str, int, int, str]]  # what judgements name: kind, reference, serial, position, name


@cache
def region_keys() -> RegionKeys:
    """The keys that this process has looked up."""
    return RegionKeys()


def read_part(
    number: int, base: int, part: Part, scratch: Scratch, wanted: frozenset[str], marks: bool, skip: frozenset[int]
) -> PartRead:
    """Read part `number`, whose articles have serials from `base` on, but for those in `skip`.

    `wanted` are the ids and mentions that judgements name; `marks` says whether days are to be known again.
    """
    reader = _Reader(number, scratch, wanted, marks)
    for serial, observation in enumerate(part.observations(), base):
        if serial in skip:
            reader.leave_out()
        else:
            reader.read(serial, observation.record, observation.sketch)
    return reader.close()


class _Reader:
    def __init__(self, number: int, scratch: Scratch, wanted: frozenset[str], marks: bool) -> None:
        self.number = number
        self.partitions = scratch.partitions
        self.wanted = wanted
        self.marks = marks
        self.keys = region_keys()
        self.spill = scratch.spill(f"read-{number}")
        self.statements = Statements(scratch, self.spill, number)
        self.articles: list[Any] = self.spill.rows(ARTICLES, number)
        self.meetings: list[Any] = self.spill.rows(MEETINGS, number)
        self.people: list[list[Any]] = [self.spill.rows(PEOPLE, p) for p in range(self.partitions)]
        self.out = PartRead(
            {}, [], array("H"), array("H"), array("H"), array("i"), array("h"), array("Q"), array("Q"), array("Q"),
            {}, defaultdict(RegionSaid), [],
        )  # fmt: skip
        self.organs: dict[str, tuple[str | None, Counter[str], Counter[str]]] = {}
        self.organ_ids: dict[tuple[str, str | None], str] = {}

    def leave_out(self) -> None:
        self.out.order.append(None)
        for counts in (self.out.people, self.out.meetings, self.out.initiatives):
            counts.append(0)

    def read(self, serial: int, record: Record, sketch: bytes) -> None:
        it = article(serial, record, self.keys)
        self.out.order.append(f"{it.published or '9'}\x00{it.id}".encode("utf-8", "surrogatepass"))
        sketch = sketch or sketch_record(record)
        if sketch:
            names = names_written([o.name for o in record.officials] + [r.name for r in record.regions])
            window = UNDATED if it.day is None else it.day // SPREAD
            self.spill.rows(SKETCHES, window).append((serial, it.day, sketch, names))
        self._article(it)
        self._regions(it)
        self._meetings(it)
        self._officials(it)
        self._organizations(it)
        self._initiatives(it)
        for relation in record.relations:
            self._relation(it, relation)

    def close(self) -> PartRead:
        for id, (region, names, kinds) in self.organs.items():
            row = id, region, tuple(names.items()), tuple(kinds.items())
            self.spill.rows(ORGANIZATIONS, int(id[-16:-12], 16) * self.partitions >> 16).append(row)
        self.out.spilled = self.spill.close()
        self.out.regions = dict(self.out.regions)
        return self.out

    # -- articles and regions --------------------------------------------------------------------------------

    def _article(self, it: Article) -> None:
        info = it.record.article
        props: dict[str, Value] = {
            "title": info.title,
            "url": info.url,
            "source": info.source,
            "published": it.published,
            "authors": tuple(info.authors),
            "sha256": info.sha256,
            "path": info.path,
        }
        self.articles.append((it.id, info.title or info.id, props))

    def _regions(self, it: Article) -> None:
        said = self.out.regions
        for position, region in enumerate(it.record.regions):
            key = it.regions[region.name]
            about = said[key]
            about.names.update([region.name, *region.aliases])
            about.levels[region.level] += 1
            if region.code:
                given = (self.out.order[-1] or b"", position, region.code)
                about.code = given if about.code is None else min(about.code, given)
            self._mention(it, "Region", region.name, f"region:{key}", region.span)
            line = self.keys.line(key)
            if len(line) > 1:
                place = place_of(it, region.span, "gazetteer")
            for above, below in pairwise(line):
                said[above]  # what lies above is a region of the graph too
                self.statements.settle(
                    "PART_OF", f"region:{below}", f"region:{above}", place, it.serial, it.published, (), None
                )

    # -- meetings --------------------------------------------------------------------------------------------

    def _meetings(self, it: Article) -> None:
        record = it.record
        self.out.meetings.append(len(record.meetings))
        if not record.meetings:
            return
        parties: dict[str, set[str]] = defaultdict(set)
        people: dict[str, set[str]] = defaultdict(set)
        for relation in record.relations:
            if relation.type in _ROLES:
                people[relation.target].add(person_key(relation.source))
            elif relation.type == "TOOK_PART_IN" and relation.source in it.regions:
                parties[relation.target].add(it.regions[relation.source])
            elif relation.type == "HELD_IN" and relation.target in it.regions:
                parties[relation.source].add(it.regions[relation.target])
        places = self._place_names(it)
        said = [dates.iso(m.date) or (m.date if dates.month_and_day(m.date) else None) for m in record.meetings]
        mentions = [
            meetings.Mention(
                article=it.serial,
                name=meeting.name,
                names=(meeting.name, *meeting.aliases),
                kind=meeting.kind,
                days=dates.span(date),
                month_day=dates.month_and_day(date),
                published=it.day,
                regions=frozenset(parties[meeting.name]),
                context=it.context,
                people=frozenset(people[meeting.name]),
                places=places,
            )
            for meeting, date in zip(record.meetings, said, strict=True)
        ]
        for position in meetings.relate(mentions):
            said[position] = None
        for position, (meeting, mention, date) in enumerate(zip(record.meetings, mentions, said, strict=True)):
            self._meeting(it, position, meeting, mention, date)

    def _meeting(self, it: Article, position: int, meeting: Meeting, m: meetings.Mention, date: str | None) -> None:
        parsed, out = m.parsed, self.out
        anchor = "\x1f".join(
            (parsed.core, repr(parsed.numbers), date or "", ",".join(sorted(m.regions or m.context)[:1]))
        )
        ids = digest(anchor), digest(anchor, f"{it.id}\x1f{meeting.name}")
        if self.wanted:
            self._wanted("meeting", ids, m.name, it, position)
        if parsed.numbers:
            out.numbers[len(out.days)] = {unit: n for n, unit in parsed.numbers}
        out.days.append(-1 if m.day is None else m.day)
        out.years.append(-1 if parsed.year is None else parsed.year)
        out.copies.append(int(digest(title_key(m.name), repr(m.days)), 16))
        out.anchors.append(int(ids[0], 16))
        out.own.append(int(ids[1], 16))

        row = meetings.packed(m, position, self.marks)
        for at in meetings.shelves(m):
            self.spill.rows(DAYS, meetings.shelf_partition(at[0], self.partitions)).append((*at, row))
        self.spill.rows(REFERENCES, crc32(parsed.core.encode("utf-8", "surrogatepass")) % self.partitions).append(
            (
                parsed.core,
                it.serial,
                position,
                parsed.numbers,
                parsed.year,
                parsed.bare,
                m.days,
                m.published,
                m.regions,
                m.context,
            )
        )
        self.meetings.append(
            (
                it.serial,
                position,
                meeting.name,
                meeting.aliases,
                meeting.kind,
                date,
                place_name(it.record, meeting),
                it.published,
                place_of(it, meeting.span, "series"),
                parsed.core,
                parsed.bare,
                parsed.numbers,
                parsed.year,
                m.days,
                m.regions,
                m.context,
            )
        )
        self._mention(it, "Meeting", meeting.name, 4 * position + MEETING, meeting.span)

    def _place_names(self, it: Article) -> tuple[tuple[str, str], ...]:
        """What the article's regions go by, long names first, each with the region's key."""
        names: dict[str, str] = {}
        for region in it.record.regions:
            key = it.regions[region.name]
            place = self.keys.place(key)
            short = region.name.rstrip("省市县区州盟旗")
            for name in (region.name, short, *region.aliases, *(place.aliases if place else ())):
                if len(name) > 1:
                    names.setdefault(title_key(name), key)
        return tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))

    # -- officials -------------------------------------------------------------------------------------------

    def _officials(self, it: Article) -> None:
        record = it.record
        self.out.people.append(len(record.officials))
        if not record.officials:
            return
        at: dict[str, list[int]] = defaultdict(list)
        for relation in record.relations:
            if relation.type in _ROLES and (event := it.nodes.get(("Meeting", relation.target))) is not None:
                at[relation.source].append(int(event) >> 2)
        keys = [person_key(official.name) for official in record.officials]
        everyone = frozenset(keys)
        places = [self._jurisdictions(it, posts) for posts in it.posts]
        leaders = frozenset([name for name, held in zip(keys, places, strict=True) if held.get(NATION, 0) >= LEADER])
        around = digest(*sorted(it.context), "", *sorted(everyone), "", *sorted(leaders))
        for position, (official, name, jurisdictions) in enumerate(zip(record.officials, keys, places, strict=True)):
            anchor = f"{name}\x1f{self._anchor(it, jurisdictions)}"
            if self.wanted:
                self._wanted("official", (digest(anchor), digest(anchor, it.id)), name, it, position)
            self.people[crc32(name.encode("utf-8", "surrogatepass")) % self.partitions].append(
                (
                    name,
                    it.serial,
                    position,
                    jurisdictions,
                    it.context,
                    it.day,
                    everyone,
                    leaders,
                    tuple(at.get(official.name, ())),
                    around,
                    official.name,
                    official.aliases,
                    anchor,
                    it.id,
                )
            )
            self._mention(it, "Official", official.name, 4 * position + OFFICIAL, official.span)

    def _jurisdictions(self, it: Article, posts: Iterable[Position]) -> dict[str, int]:
        out: dict[str, int] = {}
        for position in posts:
            key = self._jurisdiction(it, position)
            if key is None:
                continue
            step, _ = step_and_seat(position.title, position.org)
            rank = max(0, CHIEF[self.keys.level(key) if key != NATION else "country"] - step)
            out[key] = max(out.get(key, 0), rank)
        if len(out) < 2:
            return out
        # an organ without a region says where somebody belongs only where nothing better does
        regional = {key: rank for key, rank in out.items() if not key.startswith(ORGAN)}
        return regional or out

    def _jurisdiction(self, it: Article, position: Position) -> str | None:
        """The key of the region that a post belongs to, else of its organ; None where neither is known."""
        if position.region:
            return (
                it.regions.get(position.region)
                if position.code is None and position.region in it.regions
                else self.keys.key(position.region, position.code)
            )
        if national(position):
            return NATION
        return f"{ORGAN}{canonical(position.org)}" if position.org and not everywhere(position.org) else None

    def _anchor(self, it: Article, jurisdictions: dict[str, int]) -> str:
        if jurisdictions:
            key = min(jurisdictions, key=lambda k: (-jurisdictions[k], k))
            return (self.keys.line(key)[:2] or (key,))[-1]
        places = {(self.keys.line(key)[:2] or (key,))[-1] for key in it.context}
        return places.pop() if len(places) == 1 else it.id

    # -- organizations and initiatives -----------------------------------------------------------------------

    def _organizations(self, it: Article) -> None:
        for organization in it.record.organizations:
            states = settled_organ(organization.name, organization.region, it.record, it.posts)
            if (states is not None or not organization.region) and everywhere(states or organization.name):
                continue
            if states is not None:  # 北京市 + 国务院
                id = self._organ(it, states, None, None)
            else:
                id = self._organ(it, organization.name, organization.region, organization.code)
            if organization.kind:
                self.organs[id][2][organization.kind] += 1
            self._mention(it, "Organization", organization.name, id, organization.span)
            self._organ_part(it, id, organization.span)
        for official, posts in zip(it.record.officials, it.posts, strict=True):
            for position in posts:
                name = organ(position)
                if name is None or (not position.region and everywhere(name)):
                    continue
                id = self._organ(it, name, position.region, position.code)
                span = position.span or official.span
                self._organ_part(it, id, span)
                # a post no longer held is another edge: the time it was seen held must not run on
                now = held(position)
                self.statements.add(
                    "HOLDS",
                    it.nodes["Official", official.name],
                    id,
                    place_of(it, span, "post"),
                    it.serial,
                    it.published,
                    (("held", now), ("title", position.title)),
                    position.status if now else "former",
                )

    def _organ(self, it: Article, name: str, region: str | None, code: str | None) -> str:
        key = it.regions.get(region) if region and code is None else None
        key = key or (self.keys.key(region, code) if region else None)
        id = self.organ_ids.get((name, key))
        if id is None:
            id = self.organ_ids[name, key] = f"organization:{digest(canonical(name), key)}"
            self.organs.setdefault(id, (key, Counter(), Counter()))
        self.organs[id][1][title_key(name)] += 1
        return id

    def _organ_part(self, it: Article, id: str, span: Span | None) -> None:
        region = self.organs[id][0]
        if region is not None:
            self.out.regions[region]  # it is a region of the graph
            place = place_of(it, span, "organization")
            self.statements.settle("PART_OF", id, f"region:{region}", place, it.serial, it.published, (), None)

    def _initiatives(self, it: Article) -> None:
        self.out.initiatives.append(len(it.record.initiatives))
        covered: dict[str, set[str]] = defaultdict(set)
        for relation in it.record.relations if it.record.initiatives else ():
            if relation.type == "COVERS" and relation.target in it.regions:
                covered[relation.source].add(it.regions[relation.target])
        for position, initiative in enumerate(it.record.initiatives):
            regions = frozenset(covered[initiative.name]) or it.context
            anchor = title_key(initiative.name)
            if common(initiative.name):
                anchor += "\x1f" + ",".join(sorted(regions))
            own = f"{it.id}\x1f{initiative.name}"
            if self.wanted:
                self._wanted("initiative", (digest(anchor), digest(anchor, own)), initiative.name, it, position)
            self.spill.rows(PLANS, self.number).append(
                (
                    it.serial,
                    position,
                    initiative.name,
                    initiative.aliases,
                    initiative.kind,
                    regions,
                    it.day,
                    anchor,
                    own,
                )
            )
            self._mention(it, "Initiative", initiative.name, 4 * position + INITIATIVE, initiative.span)

    # -- statements ------------------------------------------------------------------------------------------

    def _relation(self, it: Article, relation: Relation) -> None:
        sources, targets, _ = EDGE_TYPES[relation.type]
        source = _first(it.nodes, sources, relation.source)
        target = _first(it.nodes, targets, relation.target)
        if source is None or target is None or source == target:
            return
        place = (
            it.id,
            relation.sentence,
            relation.start,
            relation.end,
            relation.raw_start,
            relation.raw_end,
            relation.confidence,
            relation.rule,
        )
        own = (("mode", relation.mode),) if relation.mode else ()
        self.statements.add(relation.type, source, target, place, it.serial, it.published, own)

    def _mention(self, it: Article, label: Label, name: str, node: Ref, span: Span | None) -> None:
        it.nodes[label, name] = node
        place = place_of(it, span or span_of(it.record, name))
        self.statements.add("MENTIONS", it.id, node, place, it.serial, it.published)

    def _wanted(self, kind: str, ids: tuple[str, str], name: str, it: Article, position: int) -> None:
        for reference in (f"{kind}:{ids[0]}", f"{kind}:{ids[1]}", f"{name}@{it.id}"):
            if reference in self.wanted:
                self.out.named.append((kind, reference, it.serial, position, name))


def _first(nodes: dict[tuple[Label, str], Ref], labels: Iterable[Label], name: str) -> Ref | None:
    for label in labels:
        known = nodes.get((label, name))
        if known is not None:
            return known
    return None
