"""The order in which an article's facts are found, and the record they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.clean import CleanArticle
from kg.extract.bodies import full_names
from kg.extract.confidence import with_confidence
from kg.extract.cooperation import Cooperation
from kg.extract.document import Document, read_document
from kg.extract.doubts import find_people_with
from kg.extract.initiative_kinds import FoundInitiative
from kg.extract.initiatives import find_initiatives
from kg.extract.links import find_links
from kg.extract.meetings import FoundMeeting, find_meetings
from kg.extract.mentions import PersonMention
from kg.extract.officials import officials_of
from kg.extract.parties import Parties
from kg.extract.party import Party
from kg.extract.places import DIVISION_LEVELS, Home, PlaceMention, find_places
from kg.extract.roles import FoundRole, find_roles
from kg.extract.visits import find_talks, find_visits
from kg.lexicon import Gazetteer, Place, gazetteer
from kg.model import ArticleInfo, Initiative, Meeting, Official, Organization, Record, Region, Relation, Span
from kg.recognize import recognizer as get_recognizer

#: Changes whenever the same article may give another record: recorded articles are then read again.
EXTRACTOR_VERSION = "1"


def extract(article: CleanArticle, info: ArticleInfo, *, recognizer: str = "rules") -> Record:
    """The record of one clean article. `info` (id, title, date, medium, reporters) goes into it as given.

    Out-of-domain pages (``article.damage.domain == "out"``) give a record with empty lists. `recognizer` names the model
    that is asked where the rules are in doubt about a name (`kg.recognize.recognizer`); raises what that raises.
    """
    if article.damage.domain == "out":
        return Record(info)
    record = extract_text(
        article.text, info, hints=tuple(h for h in (article.source, *article.site_region) if h), recognizer=recognizer
    )
    return record


def extract_text(text: str, info: ArticleInfo, *, hints: tuple[str, ...] = (), recognizer: str = "rules") -> Record:
    """The record of a clean text (simplified, headline first, one paragraph a line)."""
    document = read_document(text, title=info.title, published=info.published, source=info.source, hints=hints)
    gaz = gazetteer()
    places, home = find_places(document, gaz)
    people = find_people_with(document, places, get_recognizer(recognizer))
    places = _without_people(places, people)
    officials = officials_of(people, places, home, full_names(document))
    meetings, mentions = find_meetings(document, places, home)
    visits = find_visits(document, people, places, home, meetings)
    talks = find_talks(document, people, [*meetings, *visits])
    events = sorted([*meetings, *visits, *talks], key=lambda m: (not _in_headline(m), m.start))
    roles = find_roles(document, people, events, mentions)
    events = [e for e in events if not _in_passing(document, e, roles)]
    events, roles = _with_opening(events, roles)
    parties = Parties(document, gaz, home, places, events, roles, officials, people)
    initiatives = find_initiatives(document, places)
    places = [_builder(gaz, m) if _called_after(m, initiatives) else m for m in places if not _begins(m, initiatives)]
    ties = Cooperation(document, gaz, home, places, events, initiatives, parties, people, officials).read()
    links, needed = find_links(document, gaz, home, places, events, initiatives, parties, ties)
    if not (officials or events or initiatives or ties):
        return Record(info)
    acting = [m for m in places if not _called_after(m, initiatives)]
    regions = _regions(document, gaz, acting, home, officials, [*needed, *(t.a for t in ties), *(t.b for t in ties)])
    relations = [
        Relation(r.role, r.person, r.meeting.name, r.sentence.text, r.start, r.end, 0.95, None, r.rule) for r in roles
    ]
    relations += [
        Relation(k.type, k.source, k.target, k.sentence.text, k.start, k.end, 0.85, None, k.rule) for k in links
    ]
    relations += [
        Relation("COOPERATES_WITH", t.a.name, t.b.name, t.sentence.text, t.start, t.end, 0.85, t.mode, t.rule)
        for t in ties
    ]
    named = {o.name for o in officials}
    relations = [r for r in relations if r.type not in ("CHAIRED", "SPOKE_AT", "ATTENDED") or r.source in named]
    record = Record(
        info,
        tuple(officials),
        tuple(regions),
        tuple(_organizations(officials)),
        tuple(
            Meeting(
                m.name,
                m.kind,
                m.date,
                m.precision,
                m.place,
                tuple(m.aliases),
                Span(m.start, m.end, m.sentence.text, 0.93, m.rule),
            )
            for m in events
        ),
        tuple(
            Initiative(i.name, i.kind, tuple(i.aliases), Span(i.start, i.end, i.sentence.text, 0.88, i.rule))
            for i in initiatives
        ),
        tuple(relations),
    )
    return with_confidence(record)


#: Sessions of a congress or conference are one event with their opening.
_SESSION = re.compile(r"代表大会|(?:委员会|人大|政协)第|第[一二三四五六七八九十百]+[届次][^,，]{0,14}会议")


def _with_opening(events: list[FoundMeeting], roles: list[FoundRole]) -> tuple[list[FoundMeeting], list[FoundRole]]:
    """A forum whose opening ceremony is attended is two events, and who spoke or attended did so at both."""
    for meeting in list(events):
        opened = any(m.name.endswith(("开幕式", "开幕会")) for m in meeting.mentions)
        if (
            not opened
            or meeting.kind == "congress"
            or _SESSION.search(meeting.name)
            or meeting.name.endswith(("开幕式", "开幕会"))
        ):
            continue
        twin = replace(meeting, name=f"{meeting.name}开幕式", kind="opening", aliases=[], mentions=[], rule="opening")
        events.append(twin)
        roles = roles + [replace(r, meeting=twin) for r in roles if r.meeting is meeting]
    for meeting in list(events):
        forum = re.fullmatch(
            r"(?P<of>.{4,}(?:论坛|博览会|大会|年会|峰会|交易会|展览会|洽谈会|推介会|运动会|艺术节|文化节|节))(?:开幕式|开幕会)",
            meeting.name,
        )
        if forum is None or any(m.name == forum.group("of") for m in events):
            continue
        twin = replace(meeting, name=forum.group("of"), kind="meeting", aliases=[], mentions=[], rule="opening")
        events.append(twin)
        roles = roles + [replace(r, meeting=twin) for r in roles if r.meeting is meeting]
    return events, roles


_LATELY = re.compile(r"日前|近日|近期|连日来|最近|不久前")


def _in_passing(document: Document, event: FoundMeeting, roles: Sequence[FoundRole]) -> bool:
    """A meeting that the body names late, without a day (or 日前) and with nobody at it, is only spoken of."""
    lead = document.body[0].line + 1 if document.body else 0
    if event.rule == "bare" and event.name == event.mentions[0].head and not _told_of(event, roles):
        return True
    told = event.visit or event.date is not None or _LATELY.search(event.sentence.text) is not None
    about = event.sentence.line <= lead or _in_headline(event)
    return not told and not about and not any(r.meeting is event for r in roles)


def _told_of(event: FoundMeeting, roles: Sequence[FoundRole]) -> bool:
    """Whether a meeting without a name was held, or somebody was there: not 企业来海南参加推介会、考察项目."""
    return any(m.event == _HELD or m.sentence.headline for m in event.mentions) or any(
        r.meeting is event for r in roles
    )


#: `MeetingMention.event` where the text says that the meeting was held
_HELD = 2.0


def _in_headline(meeting: FoundMeeting) -> bool:
    return any(m.sentence.headline for m in meeting.mentions)


def _without_people(places: Sequence[PlaceMention], people: Sequence[PersonMention]) -> list[PlaceMention]:
    """Place names that are part of a person's name (于洪, 靖宇, 常宁) are none."""
    named = bytearray(max((p.end for p in people), default=0))
    for person in people:
        named[person.start : person.end] = b"\1" * (person.end - person.start)
    return [m for m in places if named.find(1, m.start, m.end) < 0]


def _called_after(place: PlaceMention, initiatives: Sequence[FoundInitiative]) -> bool:
    """Whether a named area, or a park no list knows, is only part of a plan's name (湘赣边花炮产业公约, 徐闻—海口临港产业园)."""
    if place.level != "cluster" and (place.place is None or place.place.source != "pattern"):
        return False
    return any(
        start <= place.start and place.end <= end and end - start > place.end - place.start
        for initiative in initiatives
        for start, end in ((initiative.start, initiative.end), *((a, b) for a, b, _ in initiative.spans))
    )


def _begins(zone: PlaceMention, initiatives: Sequence[FoundInitiative]) -> bool:
    """Whether a zone only begins the name of another that is a plan: 京津中关村科技城|宁河拓展区, but 雄安新区|中关村科技园."""
    return (
        zone.level == "zone"
        and (zone.place is None or zone.place.kind != "new_area")
        and any(
            start == zone.start and zone.end < end and initiative.name[-1] in "区园城港"
            for initiative in initiatives
            for start, end in ((initiative.start, initiative.end), *((a, b) for a, b, _ in initiative.spans))
        )
    )


def _builder(gaz: Gazetteer, zone: PlaceMention) -> PlaceMention:
    """Of a park that is a plan of two (常山慈溪生态旅游文化产业园), the place that was read into its name: 慈溪."""
    place = gaz.get(zone.place.parent) if zone.place is not None and zone.place.parent is not None else None
    if zone.level == "cluster" or place is None:
        return zone
    written = next((n for n in (place.name, *place.aliases) if zone.text.startswith(n)), None)
    if written is None:
        return zone
    end = zone.start + len(written)
    return replace(
        zone, end=end, text=written, name=place.name, place=place, level=place.level, form="short", candidates=(place,)
    )


def _regions(
    document: Document,
    gaz: Gazetteer,
    places: Sequence[PlaceMention],
    home: Home,
    officials: Sequence[Official],
    needed: Iterable[Party],
) -> list[Region]:
    """The regions of the record: places named as acting or concerned, those posts belong to, and the ends of relations."""
    out: dict[tuple[str, str | None], Region] = {}

    def add(name: str, place: Place | None, code: str | None, level: str, alias: str | None, span: Span | None) -> None:
        key = (name, code)
        old = out.get(key)
        if old is None:
            parent = None
            if place is not None and place.parent is not None:
                above = gaz.get(place.parent)
                parent = above.name if above.level != "country" else None
            out[key] = Region(name, code, level, parent, (alias,) if alias and alias != name else (), span)  # type: ignore[arg-type]
        elif alias and alias != name and alias not in old.aliases:
            out[key] = Region(old.name, old.code, old.level, old.parent, (*old.aliases, alias), old.span)

    for mention in places:
        if mention.inside or mention.level == "country":
            continue
        if mention.prefix and mention.level == "province":
            continue
        sentence = document.sentence_at(mention.start)
        if not sentence.start <= mention.start < sentence.end:
            continue
        span = Span(mention.start, mention.end, sentence.text, 0.93, mention.form)
        place = mention.place
        code = place.code if place is not None and mention.level in DIVISION_LEVELS else None
        add(mention.name, place, code, mention.level, mention.text, span)
    for party in needed:
        code = party.place.code if party.place is not None and party.level in DIVISION_LEVELS else None
        add(party.name, party.place, code, party.level, None, None)
    for official in officials:
        for position in official.positions:
            if position.region and position.code:
                place = gaz.get(position.code)
                add(position.region, place, position.code, place.level, None, position.span)
    del home
    return list(out.values())


def _organizations(officials: Sequence[Official]) -> list[Organization]:
    """The bodies that posts belong to."""
    out: dict[str, Organization] = {}
    for official in officials:
        for position in official.positions:
            if position.org and position.org not in out:
                out[position.org] = Organization(position.org, None, position.region, position.code, position.span)
    return list(out.values())
