"""Open questions: facts of this report that are little sure, what cannot all be true, who may be whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.model import Edge, Evidence
from kg.report.desk import ROW_CITES, Desk
from kg.report.model import Column, Row, Section, Table
from kg.report.view import ROLES, Fact

_MOST = 15


def doubts_section(
    desk: Desk, about: frozenset[str] | None, sides: tuple[frozenset[str], frozenset[str]] | None = None
) -> Section | None:
    """What is open about the facts that the report used so far and about the nodes `about` (ids; None is all).

    Facts of little certainty are those at these nodes and at the meetings spoken of; where a report is on two `sides`,
    not what concerns one of them alone. Of the conflicts only those about
    these nodes are listed: that a minister at a meeting has a doubtful namesake in another office does not belong into
    a report on the city where it was held.
    """
    used = list(desk.used.values())
    meetings = {end.id for fact in used for end in (fact.source, fact.target) if end.label == "Meeting"}

    def near(edge: Edge) -> bool:
        ends = {edge.source, edge.target}
        if about is None or not ends.isdisjoint(meetings):
            return True
        return all(not ends.isdisjoint(side) for side in sides or (about,))

    return desk.section(
        "s_doubts", [_unsure(desk, near), _conflicts(desk, about), _questions(desk, about or frozenset(), used)]
    )


def _unsure(desk: Desk, near: Callable[[Edge], bool]) -> Table | None:
    low = desk.view.doubtful(near)
    if not low:
        return None

    def row(fact: Fact) -> tuple[Sequence[str], Sequence[Fact]]:
        return (desk_fact(desk, fact), f"{fact.confidence:.2f}"), [fact]

    return desk.table("t_unsure", ("fact", "#confidence"), low, row, most=_MOST)


def desk_fact(desk: Desk, fact: Fact) -> str:
    """A fact in a few words."""
    words, kind = desk.words, fact.edge.type
    one, other = (
        desk.quoted(node) if node.label in ("Meeting", "Initiative") else desk.name(node)
        for node in (fact.source, fact.target)
    )
    if kind == "HOLDS":
        return words.say("f_HOLDS", one=one, other=desk.post(fact))
    if kind == "COOPERATES_WITH":
        return words.say("f_COOPERATES_WITH", one=one, other=other, mode=words.value("mode", fact.mode))
    return words.say(f"f_{kind}", one=one, other=other)


def _conflicts(desk: Desk, about: frozenset[str] | None) -> Table | None:
    facts = {f.edge.id: f for f in desk.view.every("HOLDS", "HELD_IN", *ROLES)}
    found: list[tuple[str, str, list[Fact]]] = []
    for item in desk.issues.conflicts:
        own = [facts[edge] for edge in item.get("edges", ()) if edge in facts]
        if len(own) < len(item.get("edges", ())) or not own:
            continue
        if about is not None and about.isdisjoint(item.get("nodes", ())):
            continue
        text = _conflict_text(desk, item, own)
        if text:
            found.append((desk.words.say(f"k_{str(item['kind']).replace(' ', '_')}"), text, own))
    if not found:
        return None
    found.sort(key=lambda entry: (entry[0], entry[1]))
    return desk.table("t_conflicts", ("kind", "conflict"), found, lambda entry: (entry[:2], entry[2]), most=_MOST)


def _conflict_text(desk: Desk, item: Mapping[str, Any], facts: Sequence[Fact]) -> str:
    """The conflict in the report's language, from the nodes and edges it names."""
    words, kind = desk.words, item.get("kind")
    if kind == "two holders":
        return words.many(
            words.say("held", one=desk.name(f.source), other=desk.post(f), first=f.first, last=f.last) for f in facts
        )
    if kind == "two places":
        met = []
        for fact in facts:
            places = [desk.name(h.target) for h in desk.view.at(fact.target.id, "HELD_IN")]
            met.append(desk.quoted(fact.target) + words.bracket(words.many(places) or words.say("undated")))
        return words.say(
            "met_twice",
            one=desk.name(facts[0].source),
            day=words.day(facts[0].target.props.get("date")),
            listed=words.many(met),
        )
    if kind == "before foundation":
        return words.many(desk_fact(desk, fact) for fact in facts)
    return ""


def _questions(desk: Desk, about: frozenset[str], used: Sequence[Fact]) -> Table | None:
    """Pairs of nodes that may be one, where both are in this report's period."""
    there = about | {end for fact in used for end in (fact.source.id, fact.target.id)}
    rows: list[tuple[float, Row]] = []
    asked = [q for q in desk.issues.questions if there & {q.get("one"), q.get("other")}]
    asked.sort(key=lambda q: (-float(q.get("probability") or 0), str(q.get("one")), str(q.get("other"))))
    shown = 0
    left = 0
    for question in asked:
        places = [_named_in(desk, str(question.get(end) or "")) for end in ("one", "other")]
        if not all(places):
            continue
        if shown == _MOST:
            left += 1
            continue
        shown += 1
        one, other = (desk.view.nodes[str(question[end])] for end in ("one", "other"))
        share = float(question.get("probability") or 0)
        label = desk.words.value("label", one.label)
        cells = (label, desk.name(one), desk.name(other), f"{share:.2f}")
        rows.append((share, Row(cells, desk.ledger.cite_evidence(places, ROW_CITES))))
    if not rows:
        return None
    heads = [Column(desk.words.say(f"col_{name}")) for name in ("what", "one", "other")]
    columns = (*heads, Column(desk.words.say("col_same"), "right"))
    return Table(desk.words.say("t_questions"), columns, tuple(row for _, row in rows), left)


def _named_in(desk: Desk, node: str) -> list[Evidence]:
    if node not in desk.view.nodes:
        return []
    return [item for fact in desk.view.at(node, "MENTIONS") for item in fact.evidence]
