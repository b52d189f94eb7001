"""Every number in every report is worked out a second time, by `tests.report.oracle`, from the bare tables."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kg.model import GraphTables, Node
from kg.report.write import report
from tests.report.checks import Scope, check, number
from tests.report.oracle import ROLES, Oracle
from tests.support.graphgen import make_graph

Period = tuple[str | None, str | None]
PERIODS: list[Period] = [(None, None), ("2019-03-01", "2021-09-30"), (None, "2020-06-15")]


@pytest.fixture(scope="module")
def graph() -> GraphTables:
    return make_graph(
        11, prefectures=2, counties=2, officials=150, meetings=160, initiatives=60, articles=220, pairs=160
    )


def pick(graph: GraphTables, label: str, weight: Callable[[Node], int], rank: int) -> Node:
    """The node of `label` that is `rank`-th by `weight`, among those whose name is their own."""
    names = [n.name for n in graph.nodes if n.label == label]
    own = [n for n in graph.nodes if n.label == label and names.count(n.name) == 1]
    return sorted(own, key=lambda n: (-weight(n), n.id))[rank]


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("rank", [0, 3, 12])
def test_region(graph: GraphTables, period: Period, rank: int) -> None:
    o = Oracle(graph, *period)
    node = pick(graph, "Region", lambda n: len(o.at(n.id, "COOPERATES_WITH")), rank)
    ties = o.at(node.id, "COOPERATES_WITH")
    meetings = o.no_series(o.joined(node.id) | o.held(node.id))
    posts = [e for e in o.edges if e.type == "HOLDS" and e.target in o.organs(node.id)]
    scope = Scope(o, [node], ties, ties, meetings, o.covering(node.id), posts=posts)
    done = check(report(graph, "region", [node.id], lang="en", first=period[0], last=period[1]), scope)
    assert done["table Partners"] == 1


@pytest.mark.parametrize("period", PERIODS)
def test_pair(graph: GraphTables, period: Period) -> None:
    o = Oracle(graph, *period)
    one = pick(graph, "Region", lambda n: len(o.partners(n.id)), 0)
    others = sorted(o.partners(one.id), key=lambda p: (-len(o.partners(p) & o.partners(one.id)), p))
    other = o.nodes[others[0]]
    ties = o.between(one.id, other.id)
    shared = o.no_series(o.joined(one.id) & o.joined(other.id))
    plans = o.covering(one.id) & o.covering(other.id)

    def told(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(o.articles(ties))
        if "first" in m.groupdict():
            assert (m["first"], m["last"]) == o.span(ties)

    def common(m: re.Match[str]) -> None:
        assert number(m["n"]) == len((o.partners(one.id) & o.partners(other.id)) - {one.id, other.id})
        if " and others, " in m["listed"]:
            assert m["listed"].endswith(f" and others, {m['n']} in all")

    extra = {
        r"Cooperation of .+ is told in (?P<n>\d+) articles?, from (?P<first>\S+) to (?P<last>\S+)\.": told,
        r"Cooperation of .+ is told in (?P<n>\d+) articles?(?:, dated .+|; none is dated)\.": told,
        r"(?P<n>\d+) regions? cooperate with both: (?P<listed>.+)\.": common,
    }
    scope = Scope(o, [one, other], ties, ties, shared, plans, extra=extra)
    done = check(report(graph, "pair", [one.id, other.id], lang="en", first=period[0], last=period[1]), scope)
    assert done["table Modes"] == 1


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("rank", [0, 5])
def test_official(graph: GraphTables, period: Period, rank: int) -> None:
    o = Oracle(graph, *period)
    node = pick(graph, "Official", lambda n: len(o.at(n.id, *ROLES)), rank)
    roles = o.at(node.id, *ROLES)
    meetings = {e.target for e in roles}
    plans = {e.target for e in o.edges if e.type == "CONCERNS" and e.source in meetings}
    posts = o.at(node.id, "HOLDS")

    def did(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(meetings)
        for kind, word in (("CHAIRED", "chaired"), ("SPOKE_AT", "spoke at")):
            said = re.search(rf"{word} (\d+)", m["rest"])
            assert (int(said[1]) if said else 0) == len({e.target for e in roles if e.type == kind})

    def places(m: re.Match[str]) -> None:
        tally = {n.id: len(o.held(n.id) & meetings) for n in graph.nodes if n.label == "Region"}
        if m["k"]:
            assert number(m["k"]) == sum(1 for n in tally.values() if n)
        for name, count in re.findall(r"(?:^|, | and )(.+?) \((\d+) meetings?\)", m["listed"]):
            assert int(count) in {tally[n.id] for n in o.named("Region", name)}

    def latest(m: re.Match[str]) -> None:
        assert m["day"] == max(o.span([e])[1] for e in posts if o.span([e])[1] != "undated")

    def many(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(posts)

    extra = {
        r".+ attended (?P<n>\d+) meetings?(?P<rest>.*)\.": did,
        r"Those whose place is told were held in (?:(?P<k>\d+) regions?, mostly in )?(?P<listed>.+)\.": places,
        r"The latest to do so, of (?P<day>\S+), has: .+\.": latest,
        r"Articles give .+ (?P<n>\d+) posts, most often: .+\.": many,
    }
    scope = Scope(o, [node], [], roles, meetings, plans, extra=extra, posts=posts)
    done = check(report(graph, "official", [node.id], lang="en", first=period[0], last=period[1]), scope)
    assert done["table Meetings"] == 1


@pytest.mark.parametrize("period", PERIODS)
def test_initiative(graph: GraphTables, period: Period) -> None:
    o = Oracle(graph, *period)
    node = pick(graph, "Initiative", lambda n: len(o.at(n.id, "COVERS")) * 2 + len(o.at(n.id, "CONCERNS")), 0)
    covered = {e.target for e in o.at(node.id, "COVERS")}
    meetings = {e.source for e in o.at(node.id, "CONCERNS")}
    ties = [e for e in o.edges if e.type == "COOPERATES_WITH" and {e.source, e.target} <= covered]
    named = [e for e in o.edges if e.type == "MENTIONS" and e.target == node.id]

    def covers(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(covered)

    def among(m: re.Match[str]) -> None:
        assert number(m["k"]) == len(o.pairs(ties))
        assert number(m["n"]) == len(o.articles(ties))

    extra = {
        r".+ covers (?P<n>\d+) regions?: .+\.": covers,
        r"Among the regions covered there is cooperation of (?P<k>\d+) pairs?, told in (?P<n>\d+) articles?\.": among,
    }
    scope = Scope(o, [node], ties, named, meetings, set(), extra=extra)
    done = check(report(graph, "initiative", [node.id], lang="en", first=period[0], last=period[1]), scope)
    assert done["table Regions covered"] == 1


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("rank", [0, 1, 2])
def test_cluster(graph: GraphTables, period: Period, rank: int) -> None:
    o = Oracle(graph, *period)
    clusters = [n for n in graph.nodes if n.props.get("level") == "cluster"]
    node = clusters[rank]
    inside = o.territory(o.members(node.id))
    coop = [e for e in o.edges if e.type == "COOPERATES_WITH"]
    inner = [e for e in coop if e.source in inside and e.target in inside]
    outer = [e for e in coop if (e.source in inside) != (e.target in inside) and node.id not in (e.source, e.target)]
    own = o.at(node.id, "COOPERATES_WITH")
    region_of = {org: region for region in inside for org in o.organs(region)}
    parties: dict[str, set[str]] = {}
    for e in o.edges:
        region = region_of.get(e.source, e.source)
        if e.type == "TOOK_PART_IN" and region in inside:
            parties.setdefault(e.target, set()).add(inside[region])
    meetings = o.no_series({m for m, found in parties.items() if len(found) > 1})

    def told(edges: list) -> Callable[[re.Match[str]], None]:
        def tell(m: re.Match[str]) -> None:
            assert number(m["k"]) == len(o.pairs(edges))
            assert number(m["n"]) == len(o.articles(edges))

        return tell

    def joined(m: re.Match[str]) -> None:
        assert number(m["k"]) == len(o.partners(node.id))

    def top_outer(m: re.Match[str]) -> None:
        counts = {len(o.articles(o.between(*pair))) for pair in o.pairs(outer)}
        shown = [int(n) for n in re.findall(r"\((\d+) articles?\)", m["listed"])]
        assert shown[0] == max(counts)
        assert shown == sorted(shown, reverse=True)

    extra = {
        r"Among the members of .+ there is cooperation of (?P<k>\d+) pairs?, told in (?P<n>\d+) articles?\.": told(
            inner
        ),
        r"Members of .+ cooperate with other regions \(also those they lie in\) "
        r"in (?P<k>\d+) pairs?, told in (?P<n>\d+) articles?\.": told(outer),
        r"(?P<k>\d+) regions? cooperate with .+ as a whole: .+\.": joined,
        r"Of the cooperations with others, those most often reported are (?P<listed>.+)\.": top_outer,
    }
    tables = {
        "Cooperation with the cluster as a whole": o.pairs(own),
        "Cooperation of members with other regions": o.pairs(outer),
        "Cooperation among members": o.pairs(inner),
    }
    scope = Scope(o, [node], inner, inner, meetings, o.covering(node.id), extra=extra, tables=tables)
    check(report(graph, "cluster", [node.id], lang="en", first=period[0], last=period[1]), scope)


@pytest.mark.parametrize("period", PERIODS)
def test_overview(graph: GraphTables, period: Period) -> None:
    o = Oracle(graph, *period)
    ties = [e for e in o.edges if e.type == "COOPERATES_WITH"]
    mentions = [e for e in o.edges if e.type == "MENTIONS"]
    meetings = o.no_series({n.id for n in graph.nodes if n.label == "Meeting"})
    plans = {e.source for e in o.edges if e.type == "COVERS"}
    ends = {end for e in ties for end in (e.source, e.target)}

    def whole(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(o.articles(mentions))
        assert (m["first"], m["last"]) == o.span(mentions)
        words = {"region": "Region", "official": "Official", "organization": "Organization", "meeting": "Meeting"}
        words["initiative"] = "Initiative"
        found = re.findall(r"([\d,]+) (region|official|organization|meeting|initiative)s?", m["listed"])
        assert found
        for count, word in found:
            assert number(count) == len({e.target for e in mentions if o.nodes[e.target].label == words[word]}), word

    def told(m: re.Match[str]) -> None:
        assert number(m["r"]) == len(ends)
        assert number(m["k"]) == len(o.pairs(ties))
        assert number(m["n"]) == len(o.articles(ties))

    def regions(m: re.Match[str]) -> None:
        counts = sorted((len(o.partners(end)) for end in ends), reverse=True)
        shown = re.findall(r"(?:^|, | and )(.+?) \((\d+) partners?\)", m["listed"])
        assert [int(n) for _, n in shown] == counts[: len(shown)]
        for name, count in shown:
            assert int(count) in {len(o.partners(n.id)) for n in o.named("Region", name)}

    extra = {
        r"(?P<n>[\d,]+) articles? of (?P<first>\S+) to (?P<last>\S+) name (?P<listed>.+)\.": whole,
        r"(?P<r>\d+) regions? cooperate in (?P<k>\d+) pairs?, told in (?P<n>\d+) articles?\.": told,
        r"The regions with most partners are (?P<listed>.+)\.": regions,
    }
    scope = Scope(o, [], ties, ties, meetings, plans, extra=extra)
    done = check(report(graph, "overview", lang="en", first=period[0], last=period[1]), scope)
    assert done["table Regions that cooperate"] == 1
    assert done["table Media"] == 1


@pytest.mark.parametrize(("since", "last"), [("2021-06-01", None), ("2023-01-01", None), ("2020-01-01", "2021-12-31")])
def test_changes(graph: GraphTables, since: str, last: str | None) -> None:
    from datetime import date, timedelta

    o = Oracle(graph, None, last)
    coop = [e for e in o.edges if e.type == "COOPERATES_WITH"]

    def days(pair: frozenset[str]) -> list[str]:
        return sorted(str(o.day[a]) for a in o.articles(o.between(*pair)) if o.day[a])

    dated = {p for p in o.pairs(coop) if all(o.span([e])[0] != "undated" for e in o.between(*p))}
    fresh = {p for p in dated if days(p)[0] >= since}
    year = timedelta(days=365)
    before = (date.fromisoformat(since) - year).isoformat()
    gone = {p for p in dated if before <= days(p)[-1] < since}
    again = set()
    for p in dated:
        late, early = [d for d in days(p) if d >= since], [d for d in days(p) if d < since]
        if late and early and date.fromisoformat(late[0]) - date.fromisoformat(early[-1]) > year:
            again.add(p)
    mentions = [e for e in o.edges if e.type == "MENTIONS"]
    firsts: dict[str, list[str | None]] = {}
    for e in mentions:
        firsts.setdefault(e.target, []).extend(o.day[a] and str(o.day[a]) for a, _ in o.evidence[e.id])
    new = {n for n, found in firsts.items() if all(found) and min(str(d) for d in found) >= since}
    meetings = o.no_series({n for n in new if o.nodes[n].label == "Meeting"})
    plans = {n for n in new if o.nodes[n].label == "Initiative"}
    held = [e for e in o.edges if e.type == "HOLDS" and o.span([e])[0] != "undated" and o.span([e])[0] >= since]

    def count(pairs: set[frozenset[str]]) -> Callable[[re.Match[str]], None]:
        def tell(m: re.Match[str]) -> None:
            assert number(m["k"]) == len(pairs)

        return tell

    def recent(m: re.Match[str]) -> None:
        late = [e for e in mentions if any(o.day[a] and str(o.day[a]) >= since for a, _ in o.evidence[e.id])]
        assert number(m["n"]) == len(o.articles(late))
        assert m["last"] == o.newest

    def posts(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(held)

    extra = {
        r"There are (?P<n>\d+) articles? since \S+, the latest of (?P<last>\S+)\.": recent,
        r"Cooperation first reported since \S+: (?P<k>\d+) pairs?, .+\.": count(fresh),
        r"Reported again after more than 365 days: (?P<k>\d+) pairs?, .+\.": count(again),
        r"Reported in the year before but not since \S+: (?P<k>\d+) pairs?, .+\.": count(gone),
        r"Posts first reported since \S+: (?P<n>\d+) posts?, .+\.": posts,
    }
    tables = {
        "New cooperation": fresh,
        "Cooperation reported again": again,
        f"Not reported again since {since}": gone,
    }
    scope = Scope(o, [], coop, [], meetings, plans, extra=extra, tables=tables, posts=held)
    done = check(report(graph, "changes", lang="en", since=since, last=last), scope)
    assert done["table Pairs"] >= 1


@pytest.mark.parametrize("kind", ["region", "pair", "official", "initiative", "cluster", "overview", "changes"])
def test_both_languages_say_the_same_numbers(graph: GraphTables, kind: str) -> None:
    """Tables, charts and citations are equal but for words; sentences and rows are as many."""
    o = Oracle(graph)
    region = pick(graph, "Region", lambda n: len(o.partners(n.id)), 0)
    other = sorted(o.partners(region.id))[0]
    official = pick(graph, "Official", lambda n: len(o.at(n.id, *ROLES)), 0)
    plan = pick(graph, "Initiative", lambda n: len(o.at(n.id, "COVERS")), 0)
    cluster = next(n for n in graph.nodes if n.props.get("level") == "cluster")
    names = {
        "region": [region.id],
        "pair": [region.id, other],
        "official": [official.id],
        "initiative": [plan.id],
        "cluster": [cluster.id],
    }.get(kind, [])
    since = "2021" if kind == "changes" else None
    zh, en = (report(graph, kind, names, lang=lang, since=since) for lang in ("zh", "en"))
    assert zh.citations == en.citations
    assert [cites for _, cites in zh.cited()] == [cites for _, cites in en.cited()]
    assert zh == report(graph, kind, names, lang="zh", since=since)
