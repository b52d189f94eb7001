"""How sure a fact is: the share of gold facts of its kind, found by the same rule with the same doubts, that are right.

The table ``data/confidence.csv`` is made by ``benchmarks/fit_confidence.py``. A *doubt* is something about a fact that
makes it less likely to hold, as far as the record itself shows it: a name with no common surname, an organ that is
none we know, a county that nothing else in the article speaks for.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeAlias

from kg.lexicon.names import MIDDLE_DOT, after_name, surname_length, surnames
from kg.model import Initiative, Meeting, Official, Organization, Position, Record, Region, Relation, Span
from kg.recognize import is_model

#: Kind of fact, the rule that gave it (with its mode, where it has one), and its doubts.
Key: TypeAlias = tuple[str, str, str]

#: Stands for every rule, or all doubts, where the table has too few facts to tell them apart.
ANY = "*"
#: The most that is said for a rule, or for doubts, that no gold fact has been found with.
UNTRIED = 0.8

_DOT = re.compile(f"[{MIDDLE_DOT}]")
_CLEAR_END = frozenset('、,，。;；:：!！?？()（）“”"》】\n \u3000\u2060')
#: What is left of an organ's name without its region, where it is one of the usual ones.
_USUAL_ORGAN = re.compile(
    r"[省市县区州盟旗乡镇]?(?:委|人民政府|政府|人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协|纪委(?:监委)?|监委|党委|"
    r"(?:街道)?党工委|管委会|委员会|(?:[高中]级)?人民(?:法院|检察院)|[\u4e00-\u9fff]{2,8}(?:局|厅|委|办|部|处|院|会|中心|办公室|办公厅))"
)
_NO_ORGAN = re.compile(r"[的和与及对将在了是该以给]|[—―]")
_JOINED = re.compile(r"[和与及并]|调研|出席|召开|参加")
_ROLES = frozenset({"CHAIRED", "SPOKE_AT", "ATTENDED"})
_DIVISIONS = frozenset({"province", "prefecture", "county"})


def with_confidence(record: Record) -> Record:
    """The record with every confidence looked up in the table."""
    doubts = _Doubts(record)
    table = _table()

    def sure(span: Span | None, kind: str, told: str) -> Span | None:
        if span is None:
            return None
        return Span(span.start, span.end, span.sentence, _look_up(table, (kind, span.rule, told)), span.rule)

    officials = []
    bodies: dict[str, Span] = {}
    for o in record.officials:
        posts = []
        for p in o.positions:
            span = sure(p.span, "position", doubts.position(o, p))
            posts.append(Position(p.title, p.org, p.region, p.code, p.status, span))
            if p.org and span is not None and (p.org not in bodies or bodies[p.org].confidence < span.confidence):
                bodies[p.org] = span
        officials.append(Official(o.name, tuple(posts), o.aliases, sure(o.span, "official", doubts.official(o))))
    return Record(
        record.article,
        tuple(officials),
        tuple(
            [
                Region(r.name, r.code, r.level, r.parent, r.aliases, sure(r.span, "region", doubts.region(r)))
                for r in record.regions
            ]
        ),
        tuple(
            [Organization(b.name, b.kind, b.region, b.code, bodies.get(b.name, b.span)) for b in record.organizations]
        ),
        tuple(
            [
                Meeting(
                    m.name,
                    m.kind,
                    m.date,
                    m.date_precision,
                    m.place,
                    m.aliases,
                    sure(m.span, "meeting", doubts.meeting(m)),
                )
                for m in record.meetings
            ]
        ),
        tuple(
            [
                Initiative(i.name, i.kind, i.aliases, sure(i.span, "initiative", doubts.initiative(i)))
                for i in record.initiatives
            ]
        ),
        tuple(
            [
                Relation(
                    r.type,
                    r.source,
                    r.target,
                    r.sentence,
                    r.start,
                    r.end,
                    _look_up(table, (r.type, rule_of(r), doubts.relation(r))),
                    r.mode,
                    r.rule,
                    r.raw_start,
                    r.raw_end,
                )
                for r in record.relations
            ]
        ),
    )


def keys(record: Record) -> dict[tuple[object, ...], Key]:
    """Fact → key in the table, for all facts of the record.

    A fact is named ``("official", name)``, ``("position", holder, title, org, region)``, ``("region", name, code)``,
    ``("meeting", name, date)``, ``("initiative", name)``, ``("relation", type, source, target, mode)``.
    """
    doubts = _Doubts(record)
    out: dict[tuple[object, ...], Key] = {}

    def put(fact: tuple[object, ...], kind: str, rule: str, told: str) -> None:
        out.setdefault(fact, (kind, rule, told))

    for o in record.officials:
        put(("official", o.name), "official", _rule(o.span), doubts.official(o))
        for p in o.positions:
            put(("position", o.name, p.title, p.org, p.region), "position", _rule(p.span), doubts.position(o, p))
    for region in record.regions:
        put(("region", region.name, region.code), "region", _rule(region.span), doubts.region(region))
    for m in record.meetings:
        put(("meeting", m.name, m.date), "meeting", _rule(m.span), doubts.meeting(m))
    for i in record.initiatives:
        put(("initiative", i.name), "initiative", _rule(i.span), doubts.initiative(i))
    for r in record.relations:
        put(("relation", r.type, r.source, r.target, r.mode), r.type, rule_of(r), doubts.relation(r))
    return out


def rule_of(relation: Relation) -> str:
    """The rule that gave a relation, with its mode: one verb may enact several."""
    return f"{relation.rule} {relation.mode}" if relation.mode else relation.rule


def _rule(span: Span | None) -> str:
    return span.rule if span is not None else ""


# -- the table -------------------------------------------------------------------------------------------------------


@cache
def _table() -> dict[Key, float]:
    """Key → confidence; with `ANY` for rule, doubts or both."""
    source = files("kg.extract").joinpath("data/confidence.csv")
    if not source.is_file():
        return {}
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return {(row["kind"], row["rule"], row["doubts"]): float(row["confidence"]) for row in rows}


def _look_up(table: dict[Key, float], key: Key) -> float:
    found = table.get(key)
    if found is not None:
        return found
    kind, rule, doubts = key
    by_rule, by_doubts = table.get((kind, rule, ANY)), table.get((kind, ANY, doubts))
    known = [value for value in (by_rule, by_doubts) if value is not None]
    least = min(known) if known else table.get((kind, ANY, ANY), UNTRIED)
    return min(least, UNTRIED) if by_rule is None or by_doubts is None else least


# -- doubts ----------------------------------------------------------------------------------------------------------


class _Doubts:
    """What the record as a whole says about each of its facts."""

    def __init__(self, record: Record) -> None:
        relations = record.relations
        self.ends = {r.source for r in relations} | {r.target for r in relations}
        self.ends.update(p.region for o in record.officials for p in o.positions if p.region)
        self.in_role = {r.target for r in relations if r.type in _ROLES}
        self.count = Counter(r.type for r in relations)
        self.by_source = Counter((r.type, r.source) for r in relations)
        self.provinces = Counter(r.code[:2] for r in record.regions if r.code)
        self.several = len(record.meetings) > 1
        self.people = {o.name: self._person(o) for o in record.officials}
        self.meetings = {m.name: m for m in record.meetings}

    @staticmethod
    def _person(official: Official) -> list[str]:
        out = ["name"] if odd_name(official.name) else []
        if official.span is not None and not _ends_clearly(official.span.sentence, official.name):
            out.append("end")
        if official.span is not None and is_model(official.span.rule):
            out.append("model")
        return out

    def official(self, official: Official) -> str:
        told = self.people[official.name]
        return " ".join(told if official.positions else [*told, "no post"])

    def position(self, official: Official, position: Position) -> str:
        told = self.people[official.name]
        if position.region and position.span is not None and position.region[:2] not in position.span.sentence:
            told = [*told, "region implied"]
        if not position.org:
            return " ".join([*told, "no organ"])
        rest = position.org.removeprefix(position.region or "")
        if _NO_ORGAN.search(rest):
            return " ".join([*told, "no name of an organ"])
        return " ".join([*told, "unusual organ"] if _USUAL_ORGAN.fullmatch(rest) is None else told)

    def region(self, region: Region) -> str:
        told: list[str] = []
        if region.level not in _DIVISIONS:
            told.append(region.level)
        elif region.code is None:
            told.append("open")
        if region.name not in self.ends:
            near = region.code is not None and self.provinces[region.code[:2]] > 1
            told.append("unused" if near else "alone")
        return " ".join(told)

    def meeting(self, meeting: Meeting) -> str:
        told = ["short"] if self._short(meeting) else []
        if meeting.name not in self.in_role:
            told.append("no role")
        return " ".join(told)

    @staticmethod
    def _short(meeting: Meeting) -> bool:
        return meeting.kind != "visit" and len(meeting.name) < 8

    def initiative(self, initiative: Initiative) -> str:
        told = ["joined"] if _JOINED.search(initiative.name) else []
        if initiative.name not in self.ends:
            told.append("untied")
        return " ".join(told)

    def relation(self, relation: Relation) -> str:
        kind = relation.type
        told: list[str] = []
        if kind in _ROLES:
            if self.people.get(relation.source):
                told.append("person")
            meeting = self.meetings.get(relation.target)
            if meeting is not None and meeting.kind == "visit":
                told.append("visit")
            elif meeting is not None and self._short(meeting):
                told.append("short")
            if self.several:
                told.append("several")
        elif kind == "COOPERATES_WITH":
            if self.count[kind] == 1:
                told.append("single")
            if relation.source[:2] not in relation.sentence or relation.target[:2] not in relation.sentence:
                told.append("unnamed")
        elif kind == "COVERS":
            if relation.target[:2] not in relation.source:
                told.append("not in its name")
            if self.by_source[kind, relation.source] > 1:
                told.append("many")
        elif self.several or (kind == "TOOK_PART_IN" and self.count[kind] > 6):
            told.append("several")
        return " ".join(told)


@lru_cache(maxsize=4096)
def odd_name(name: str) -> bool:
    """Whether a name is not of the common kind: a usual surname with one or two characters, or parts with a dot."""
    if _DOT.search(name):
        return not all(2 <= len(part) <= 6 for part in _DOT.split(name))
    size = surname_length(name)
    return not (size and surnames()[name[:size]] != "rare" and 1 <= len(name) - size <= 2)


def _ends_clearly(sentence: str, name: str) -> bool:
    """Whether a name stands before a mark or a predicate of two characters or more."""
    end = sentence.find(name) + len(name)
    if end < len(name) or end >= len(sentence) or sentence[end] in _CLEAR_END:
        return True
    match = after_name().match(sentence, end)
    return match is not None and len(match.group()) >= 2
