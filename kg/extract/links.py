"""The other relations: who took part as a body, where a meeting was held, what it concerned, which regions a plan covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.document import Document, Sentence
from kg.extract.initiatives import FoundInitiative
from kg.extract.meetings import FoundMeeting
from kg.extract.parties import PRONOUN, Parties, Party, acting, unique
from kg.extract.places import OWN, Home, PlaceMention
from kg.lexicon import Gazetteer
from kg.model import RelationType


@dataclass(frozen=True, slots=True)
class FoundLink:
    type: RelationType
    source: str
    target: str
    sentence: Sentence
    start: int
    end: int
    rule: str


def find_links(
    document: Document,
    gazetteer: Gazetteer,
    home: Home,
    places: Sequence[PlaceMention],
    meetings: Sequence[FoundMeeting],
    initiatives: Sequence[FoundInitiative],
    parties: Parties,
) -> tuple[list[FoundLink], list[Party]]:
    """All such links, and the regions they need in the record."""
    links: list[FoundLink] = []
    needed: list[Party] = []
    for meeting in meetings:
        for party in parties.of(meeting):
            links.append(
                FoundLink(
                    "TOOK_PART_IN", party.name, meeting.name, meeting.sentence, meeting.start, meeting.end, "party"
                )
            )
            needed.append(party)
        place = _held_in(document, meeting, home, parties)
        if place is not None:
            start, end = meeting.held_span or (meeting.start, meeting.end)
            links.append(
                FoundLink(
                    "HELD_IN",
                    meeting.name,
                    place.name,
                    meeting.sentence,
                    min(start, meeting.start),
                    max(end, meeting.end),
                    "held",
                )
            )
            needed.append(place)
    gatherings = [m for m in meetings if not m.visit]
    for initiative in initiatives:
        for meeting in _concerning(initiative, gatherings):
            links.append(
                FoundLink(
                    "CONCERNS",
                    meeting.name,
                    initiative.name,
                    initiative.sentence,
                    initiative.start,
                    initiative.end,
                    "named",
                )
            )
        for party in _covered(document, initiative, home, places, parties, gatherings, gazetteer):
            links.append(
                FoundLink(
                    "COVERS",
                    initiative.name,
                    party.name,
                    initiative.sentence,
                    initiative.start,
                    initiative.end,
                    "covers",
                )
            )
            needed.append(party)
    return links, unique(needed)


def _held_in(document: Document, meeting: FoundMeeting, home: Home, parties: Parties) -> Party | None:
    if meeting.held_in is not None:
        return Party.of(meeting.held_in)
    if meeting.held_span is not None:
        own = OWN.search(document.text, *meeting.held_span)
        place = home.at(own.group(2)) if own else home.place
        if place is not None and not meeting.visit:
            return Party(place.name, place, place.level)
        if own and place is not None:
            return Party(place.name, place, place.level)
    return None


def _concerning(initiative: FoundInitiative, gatherings: Sequence[FoundMeeting]) -> list[FoundMeeting]:
    """The meeting in whose part of the article the initiative stands."""
    if not gatherings:
        return []
    start = min(span[0] for span in initiative.spans)
    lines = {span[2].line for span in initiative.spans}
    same_line = [m for m in gatherings if m.sentence.line in lines and m.start <= start]
    if same_line:
        return [same_line[-1]]
    before = [m for m in gatherings if m.start <= start]
    return [before[0]] if before else [gatherings[0]]


def _covered(
    document: Document,
    initiative: FoundInitiative,
    home: Home,
    places: Sequence[PlaceMention],
    parties: Parties,
    gatherings: Sequence[FoundMeeting],
    gazetteer: Gazetteer,
) -> list[Party]:
    inside: list[PlaceMention] = []
    for start, end, _ in initiative.spans[:1]:
        inside = [p for p in places if start <= p.start and p.end <= end and not p.inside]
    named = unique(Party.of(p) for p in inside if not p.prefix and p.name != initiative.name)
    divisions = [p for p in named if p.level != "cluster"]
    if len(divisions) >= 2:
        return divisions
    sentence = initiative.sentence
    text = sentence.text
    if initiative.kind == "agreement":
        signers = _signers(sentence, initiative, places, parties)
        if len(signers) >= 2:
            return signers
    if named:
        return named
    before = text[: initiative.start - sentence.start]
    if len(parties.main) >= 2 and (
        initiative.kind == "agreement" or re.search(r"共建|共同|携手|联合", before[-12:] + initiative.name)
    ):
        return parties.main if len(parties.main) <= 10 else []
    own = OWN.search(text)
    place = home.at(own.group(2)) if own else None
    speaker = [p for p in acting(places) if sentence.start <= p.start < initiative.start and p.form != "compound"]
    if (
        speaker
        and not own
        and re.search(r"(?:将|正|要|已|全力|正在|推进|建设|打造|加快)", before[speaker[-1].end - sentence.start :])
    ):
        return [Party.of(speaker[-1])]
    place = place or home.place
    if place is None:
        return []
    del document, gazetteer, gatherings
    return [Party(place.name, place, place.level)]


def _signers(
    sentence: Sentence, initiative: FoundInitiative, places: Sequence[PlaceMention], parties: Parties
) -> list[Party]:
    text, base = sentence.text, sentence.start
    at = initiative.start - base
    begin = max(text.rfind(c, 0, at) for c in ",，。;；") + 1
    stretch = text[begin:at]
    if not re.search(r"签|达成|缔结|发布", stretch):
        return []
    pronoun = None
    for pronoun in PRONOUN.finditer(stretch):
        pass
    here = [p for p in acting(places) if base + begin <= p.start and p.end <= base + at]
    if pronoun is not None:
        return parties.meant(pronoun, here)
    return unique(Party.of(p) for p in here)
