"""What happened and what was agreed: meetings with their parties, initiatives with the regions they cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kg.model import Node
from kg.report.desk import Desk
from kg.report.model import Section, Sentence, Table
from kg.report.view import ROLES, Fact, articles_of

_SHOWN_PARTIES = 5


def meetings_of_place(desk: Desk, place: str) -> set[str]:
    """Meetings held in a region, or joined by it or by its own bodies; series are none."""
    ends = [place, *desk.view.organs(place)]
    joined = {f.target.id for end in ends for f in desk.view.at(end, "TOOK_PART_IN")}
    held = {f.source.id for f in desk.view.at(place, "HELD_IN")}
    return {m for m in joined | held if desk.view.nodes[m].props.get("kind") != "series"}


def meetings_joined(desk: Desk, place: str) -> set[str]:
    """Meetings that a region or one of its own bodies took part in."""
    ends = [place, *desk.view.organs(place)]
    return {f.target.id for end in ends for f in desk.view.at(end, "TOOK_PART_IN")}


def meeting_facts(desk: Desk, meeting: str) -> tuple[Fact, ...]:
    """All that is told of a meeting: where, by whom, about what; else the articles that name it."""
    facts = desk.view.at(meeting, "TOOK_PART_IN", "HELD_IN", "CONCERNS", *ROLES)
    return facts or desk.view.at(meeting, "MENTIONS")


def by_date(desk: Desk, meetings: Collection[str]) -> list[Node]:
    """Meetings, newest first; those without a full date last."""
    nodes = [desk.view.nodes[m] for m in meetings]

    def key(node: Node) -> tuple[bool, list[int], str, str]:
        day = str(node.props.get("date") or "")
        known = day[:4].isdigit()
        return (not known, [-ord(c) for c in day] if known else [], node.name, node.id)

    return sorted(nodes, key=key)


def meeting_sentences(desk: Desk, key: str, meetings: Collection[str], **values: object) -> list[Sentence]:
    """How many meetings, and the newest."""
    ordered = [node for node in by_date(desk, meetings) if meeting_facts(desk, node.id)]
    if not ordered:
        return []
    facts = [fact for node in ordered for fact in meeting_facts(desk, node.id)]
    out = [desk.say(key, facts, meetings=desk.words.count("meeting", len(ordered)), **values)]
    newest = ordered[0]
    if len(ordered) > 1 and str(newest.props.get("date") or "-")[:4].isdigit():
        date = desk.words.day(newest.props.get("date"))
        out.append(
            desk.say("newest_meeting", meeting_facts(desk, newest.id), name=desk.quoted(newest, plain=True), day=date)
        )
    return out


def meeting_table(desk: Desk, meetings: Collection[str], title: str = "t_meetings") -> Table | None:
    """Date, name, kind, place and parties of meetings, newest first."""
    ordered = [node for node in by_date(desk, meetings) if meeting_facts(desk, node.id)]
    if not ordered:
        return None

    def row(node: Node) -> tuple[Sequence[str], Sequence[Fact]]:
        held = _by_name(f.target for f in desk.view.at(node.id, "HELD_IN"))
        parties = _by_name(f.source for f in desk.view.at(node.id, "TOOK_PART_IN"))
        cells = (
            desk.words.day(node.props.get("date")),
            desk.name(node),
            desk.words.value("kind", node.props.get("kind")),
            desk.names(held, 3),
            desk.names(parties, _SHOWN_PARTIES),
        )
        return cells, meeting_facts(desk, node.id)

    return desk.table(title, ("date", "meeting", "kind", "held_in", "parties"), ordered, row)


def meeting_section(desk: Desk, meetings: Collection[str], title: str = "s_meetings") -> Section | None:
    """The table of meetings under its heading."""
    return desk.section(title, [meeting_table(desk, meetings)])


def initiative_facts(desk: Desk, initiative: str) -> tuple[Fact, ...]:
    """What is told of an initiative: whom it covers, which meetings were about it; else who names it."""
    return desk.view.at(initiative, "COVERS", "CONCERNS") or desk.view.at(initiative, "MENTIONS")


def initiatives_of_place(desk: Desk, place: str) -> set[str]:
    """Initiatives that cover a region."""
    return {f.source.id for f in desk.view.at(place, "COVERS")}


def ranked(desk: Desk, initiatives: Collection[str]) -> list[Node]:
    """Initiatives, those in most articles first."""
    nodes = [desk.view.nodes[i] for i in initiatives if initiative_facts(desk, i)]
    return sorted(nodes, key=lambda n: (-len(articles_of(initiative_facts(desk, n.id))), n.name, n.id))


def initiative_sentences(desk: Desk, key: str, initiatives: Collection[str], **values: object) -> list[Sentence]:
    """How many initiatives, by kind, and the agreements by name."""
    words, ordered = desk.words, ranked(desk, initiatives)
    if not ordered:
        return []
    kinds: dict[str, int] = {}
    for node in ordered:
        kind = str(node.props.get("kind") or "")
        kinds[kind] = kinds.get(kind, 0) + 1
    facts = [fact for node in ordered for fact in initiative_facts(desk, node.id)]
    listed = words.many(
        f"{words.value('kind', kind)} {n}" for kind, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0])) if kind
    )
    number = words.count("initiative", len(ordered))
    out = [desk.say(key, facts, initiatives=number, listed=words.bracket(listed) if listed else "", **values)]
    agreed = [node for node in ordered if node.props.get("kind") == "agreement"]
    if agreed:
        own = [fact for node in agreed[:4] for fact in initiative_facts(desk, node.id)]
        names = words.many(
            f"《{desk.name(n).strip('《》')}》" if words.lang == "zh" else desk.name(n) for n in agreed[:4]
        )
        out.append(desk.say("agreements" if len(agreed) <= 4 else "agreements_some", own, names=names, n=len(agreed)))
    return out


def initiative_table(desk: Desk, initiatives: Collection[str], title: str = "t_initiatives") -> Table | None:
    """Name, kind, regions covered, meetings and articles of initiatives."""
    ordered = ranked(desk, initiatives)
    if not ordered:
        return None

    def row(node: Node) -> tuple[Sequence[str], Sequence[Fact]]:
        facts = initiative_facts(desk, node.id)
        covered = _by_name(f.target for f in facts if f.edge.type == "COVERS")
        about = len({f.source.id for f in facts if f.edge.type == "CONCERNS"})
        cells = (
            desk.name(node),
            desk.words.value("kind", node.props.get("kind")),
            desk.names(covered, _SHOWN_PARTIES),
            str(about),
            str(len(articles_of(facts))),
            *desk.span(facts),
        )
        return cells, facts

    return desk.table(title, ("initiative", "kind", "covers", "#meetings", "#articles", "first", "last"), ordered, row)


def initiative_section(desk: Desk, initiatives: Collection[str], title: str = "s_initiatives") -> Section | None:
    """The table of initiatives under its heading."""
    return desk.section(title, [initiative_table(desk, initiatives)])


def _by_name(nodes: Iterable[Node]) -> list[Node]:
    return sorted({node.id: node for node in nodes}.values(), key=lambda n: (n.name, n.id))
