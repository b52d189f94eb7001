"""Who works with whom: partners, modes, what grew and what went quiet. Sentences, tables and charts of cooperations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Node
from kg.report.desk import CHART_CITES, Desk, leaders, mode_counts, span
from kg.report.model import Bar, Bars, Block, Dot, Link, Network, Section, Sentence
from kg.report.view import Fact, articles_of

#: Without a report for so many days, a tie counts as quiet.
QUIET_DAYS = 365
_MOST_BARS = 12
_MOST_DOTS = 14


@dataclass(frozen=True, slots=True)
class Tie:
    """All cooperations of two regions; `articles` is how many articles tell of one at least."""

    one: Node
    other: Node
    facts: tuple[Fact, ...]
    articles: int
    first: str | None
    last: str | None


def ties(facts: Iterable[Fact], centre: str | None = None) -> list[Tie]:
    """Cooperations by pair of regions, most reported first; `centre` (an id) is each tie's `one` where it is an end."""
    pairs: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        one, other = sorted((fact.source.id, fact.target.id))
        pairs[one, other].append(fact)
    found = []
    for (one, other), own in pairs.items():
        ends = {own[0].source.id: own[0].source, own[0].target.id: own[0].target}
        if other == centre:
            one, other = other, one
        found.append(Tie(ends[one], ends[other], tuple(own), len(articles_of(own)), *span(own)))
    return sorted(found, key=lambda tie: (-tie.articles, tie.other.name, tie.one.name, tie.other.id, tie.one.id))


def facts_of(found: Iterable[Tie]) -> list[Fact]:
    """The cooperations behind some ties."""
    return [fact for tie in found for fact in tie.facts]


def partner_sentences(desk: Desk, centre: Node, found: Sequence[Tie]) -> list[Sentence]:
    """How many partners, the most reported ones, the modes."""
    words, facts = desk.words, facts_of(found)
    if not facts:
        return []
    out = [
        desk.say(
            "partners",
            facts,
            name=desk.name(centre),
            regions=words.count("region", len(found)),
            articles=words.count("article", len(articles_of(facts))),
        )
    ]
    out += top_sentence(desk, "top_partners", found, lambda tie: desk.name(tie.other))
    return out + mode_sentence(desk, facts)


def top_sentence(desk: Desk, key: str, found: Sequence[Tie], name: Callable[[Tie], str]) -> list[Sentence]:
    """The most reported ties; nothing where there is but one, or all are reported equally often and are many."""
    if len(found) < 2:
        return []
    top = leaders(found, lambda tie: tie.articles)
    if not top:
        return []
    listed = desk.words.many(name(tie) + desk.words.bracket(desk.words.count("article", tie.articles)) for tie in top)
    return [desk.say(key, facts_of(top), listed=listed)]


def mode_sentence(desk: Desk, facts: Sequence[Fact]) -> list[Sentence]:
    """Modes with the number of articles of each."""
    counts = mode_counts(facts)
    listed = desk.words.many(
        desk.words.value("mode", mode) + desk.words.bracket(desk.words.count("article", n)) for mode, n in counts
    )
    if len(counts) == 1:
        return [desk.say("one_mode", facts, mode=desk.words.value("mode", counts[0][0]))]
    return [desk.say("modes", facts, listed=listed)]


def quiet(desk: Desk, found: Sequence[Tie]) -> list[Tie]:
    """Ties told in several articles, the last more than `QUIET_DAYS` older than the newest article of the period.

    What was reported but once (a meeting of many provinces) did not go quiet: it was never a habit.
    """
    newest = desk.view.last_day
    if newest is None:
        return []
    edge = (date.fromisoformat(newest) - timedelta(days=QUIET_DAYS)).isoformat()
    return [t for t in found if t.articles > 1 and t.last and t.last < edge and all(f.last for f in t.facts)]


def quiet_sentences(desk: Desk, silent: Sequence[Tie], pair: bool = False) -> list[Sentence]:
    """Which of the more often reported ties went quiet."""
    if not silent or desk.view.last_day is None:
        return []
    top = leaders(silent, lambda tie: tie.articles)
    shown = top or list(silent[:3])

    def entry(tie: Tie) -> str:
        name = pair_name(desk, tie) if pair else desk.name(tie.other)
        return name + desk.words.bracket(desk.words.say("last_seen", day=tie.last))

    key = "quiet_all" if len(shown) == len(silent) else "quiet_some"
    return [
        desk.say(
            key,
            facts_of(shown),
            newest=desk.view.last_day,
            days=QUIET_DAYS,
            ties=desk.words.count("tie", len(silent)),
            listed=desk.words.many(map(entry, shown)),
        )
    ]


def pair_name(desk: Desk, tie: Tie) -> str:
    """Both ends of a tie."""
    return f"{desk.name(tie.one)}–{desk.name(tie.other)}"


def partner_section(desk: Desk, centre: Node, found: Sequence[Tie]) -> Section | None:
    """Table of partners, bars, and the small network of the partners among each other."""
    if not found:
        return None

    def row(tie: Tie) -> tuple[Sequence[str], Sequence[Fact]]:
        return (desk.name(tie.other), desk.modes(tie.facts), str(tie.articles), *desk.span(tie.facts)), tie.facts

    table = desk.table("t_partners", ("partner", "modes", "#articles", "first", "last"), found, row)
    return desk.section(
        "s_partners", [table, tie_bars(desk, "c_partners", found, pair=False), _star(desk, centre, found)]
    )


def tie_section(desk: Desk, title: str, found: Sequence[Tie], centres: frozenset[str] = frozenset()) -> Section | None:
    """Table of pairs, bars, and their network."""
    if not found:
        return None
    return desk.section(
        title, [tie_table(desk, found), tie_bars(desk, "c_pairs", found, pair=True), tie_network(desk, found, centres)]
    )


def tie_table(desk: Desk, found: Sequence[Tie], title: str = "t_pairs") -> Block:
    """One row a pair."""

    def row(tie: Tie) -> tuple[Sequence[str], Sequence[Fact]]:
        cells = (desk.name(tie.one), desk.name(tie.other), desk.modes(tie.facts), str(tie.articles))
        return (*cells, *desk.span(tie.facts)), tie.facts

    return desk.table(title, ("region", "partner", "modes", "#articles", "first", "last"), found, row)


def tie_bars(desk: Desk, title: str, found: Sequence[Tie], *, pair: bool) -> Bars | None:
    """The most reported ties as bars; None for fewer than two."""
    if len(found) < 2:
        return None
    shown = found[:_MOST_BARS]
    bars = tuple(Bar(pair_name(desk, tie) if pair else desk.name(tie.other), tie.articles) for tie in shown)
    key = title if len(shown) == len(found) else f"{title}_top"
    return Bars(
        desk.words.say(key, n=len(shown)), desk.words.say("unit"), bars, desk.cite(facts_of(shown), CHART_CITES)
    )


def _star(desk: Desk, centre: Node, found: Sequence[Tie]) -> Network | None:
    """The partners with most articles, and the ties among them."""
    near = {tie.other.id for tie in found[: _MOST_DOTS - 1]} | {centre.id}
    among = ties(
        [f for f in desk.view.facts("COOPERATES_WITH") if f.source.id in near and f.target.id in near], centre.id
    )
    return tie_network(desk, among, frozenset({centre.id}))


def tie_network(desk: Desk, found: Sequence[Tie], centres: frozenset[str] = frozenset()) -> Network | None:
    """A small network of ties: the heaviest, until it has as many regions as can be read. None for one tie."""
    dots: dict[str, Node] = {}
    links: list[Tie] = []
    for tie in found:
        new = [node for node in (tie.one, tie.other) if node.id not in dots]
        if len(dots) + len(new) > _MOST_DOTS:
            continue
        dots.update((node.id, node) for node in new)
        links.append(tie)
    if len(links) < 2:
        return None
    key = "c_network" if len(links) == len(found) else "c_network_top"
    return Network(
        desk.words.say(key, n=len(links)),
        desk.words.say("unit"),
        tuple(Dot(node.id, desk.name(node), node.id in centres) for node in dots.values()),
        tuple(Link(tie.one.id, tie.other.id, tie.articles) for tie in links),
        desk.cite(facts_of(links), CHART_CITES),
    )


def quiet_section(desk: Desk, silent: Sequence[Tie]) -> Section | None:
    """Table of the ties that went quiet."""
    return desk.section("s_quiet", [tie_table(desk, silent, "t_quiet")]) if silent else None
