"""Takes a report apart: every sentence with a number, every table and every chart has a check of its own.

A sentence with a number, a table or a chart that no check knows is a failure, so that nothing goes unproved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg.model import Edge, Node
from kg.report.model import Bars, Cites, Network, Note, Paragraph, Report, Table, Timeline
from kg.report.words import tidy
from tests.report.oracle import ROLES, Oracle

MODES = {
    "joint meeting": "joint_meeting",
    "agreement": "agreement",
    "co-building": "co_build",
    "paired assistance": "pairing",
    "integration": "integration",
    "exchange visits": "exchange",
    "joint programme": "programme",
}
_NUMBER = re.compile(r"[\d,]+")
_LISTED = re.compile(r"(?:^|, | and )(.+?) \((\d+) (?:articles?|meetings?|partners?)((?:, [a-z ]+ \d+)*)\)")


def number(text: str) -> int:
    return int(text.replace(",", ""))


@dataclass
class Scope:
    """What the sentences of one report speak of: cooperations, meetings, initiatives, worked out by the oracle."""

    oracle: Oracle
    subject: list[Node]
    ties: list[Edge]
    trend: list[Edge]
    meetings: set[str]
    plans: set[str]
    people: set[str] = field(default_factory=set)  # ids of officials counted; filled in by default from meetings
    extra: dict[str, Callable[[re.Match[str]], None]] = field(default_factory=dict)
    tables: dict[str, set[frozenset[str]]] = field(default_factory=dict)  # section title -> the pairs it must list
    posts: list[Edge] = field(default_factory=list)


def check(report: Report, scope: Scope) -> Counter[str]:
    """Check the whole report; gives how often each kind of statement was checked."""
    done: Counter[str] = Counter()
    cited_well(report, scope.oracle)
    for section in report.sections:
        assert section.blocks, f"empty section {section.title}"
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert block.sentences
                for sentence in block.sentences:
                    done[_sentence(sentence.text, scope)] += 1
            elif isinstance(block, Table):
                assert block.rows, f"empty table {block.title}"
                _table(section.title, block, scope, report)
                done[f"table {block.title}"] += 1
            elif isinstance(block, Bars):
                _bars(block, scope)
                done["bars"] += 1
            elif isinstance(block, Timeline):
                _timeline(block, scope)
                done["timeline"] += 1
            elif isinstance(block, Network):
                _network(block, scope)
                done["network"] += 1
            else:
                assert isinstance(block, Note)
    return done


def cited_well(report: Report, oracle: Oracle) -> None:
    """Every claim has citations; each leads to a sentence of the graph, with its article's date and medium."""
    known = {(a, tidy(s)) for places in oracle.evidence.values() for a, s in places}
    numbers = [c.number for c in report.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    used: set[int] = set()
    claims = 0
    for text, cites in report.cited():
        claims += 1
        assert cites.numbers, f"no citation: {text}"
        assert list(cites.numbers) == sorted(set(cites.numbers))
        assert cites.total >= len(cites.numbers)
        used.update(cites.numbers)
    assert claims
    assert used == set(numbers), "a citation that no claim leads to, or the reverse"
    for c in report.citations:
        assert (c.article, c.sentence) in known
        article = oracle.nodes[c.article]
        assert c.published == article.props.get("published")
        assert c.source == article.props.get("source")


def _rows_cite(cites: Cites, report: Report, oracle: Oracle, edges: list[Edge]) -> None:
    """The citations of a row are places of exactly these edges, and the total counts all of them."""
    places = {(a, tidy(s)) for a, s in oracle.places(edges)}
    for n in cites.numbers:
        citation = report.citations[n - 1]
        assert (citation.article, citation.sentence) in places
    assert cites.total == len(oracle.places(edges))


def _listed(text: str) -> Iterator[tuple[str, int, str]]:
    found = list(_LISTED.finditer(text))
    assert found, text
    for match in found:
        yield match[1], int(match[2]), match[3]


def _sentence(text: str, scope: Scope) -> str:
    for pattern, checker in {**_patterns(scope), **scope.extra}.items():
        match = re.fullmatch(pattern, text)
        if match:
            checker(match)
            return pattern
    bare = text
    for node in sorted(scope.oracle.nodes.values(), key=lambda n: -len(n.name)):
        if node.label != "Article":
            bare = bare.replace(node.name, "")
    assert not _NUMBER.search(bare.replace(",", "")), f"a number nobody checks: {text}"
    return "no number"


def _patterns(scope: Scope) -> dict[str, Callable[[re.Match[str]], None]]:
    o = scope.oracle

    def mentioned(m: re.Match[str]) -> None:
        edges = [e for e in o.edges if e.type == "MENTIONS" and e.target == scope.subject[0].id]
        assert number(m["n"]) == len(o.articles(edges))
        span = o.span(edges)
        assert (m["first"], m["last"] or m["first"]) == span if m["first"] else span[0] == "undated"

    def partners(m: re.Match[str]) -> None:
        assert number(m["k"]) == len(o.partners(scope.subject[0].id))
        assert number(m["n"]) == len(o.articles(scope.ties))

    def top_partners(m: re.Match[str]) -> None:
        counts = {p: len(o.articles(o.between(scope.subject[0].id, p))) for p in o.partners(scope.subject[0].id)}
        _top(m["listed"], lambda name: max((counts.get(n.id, 0) for n in o.named("Region", name)), default=0), counts)

    def top_pairs(m: re.Match[str]) -> None:
        counts = {pair: len(o.articles(o.between(*pair))) for pair in o.pairs(scope.ties)}
        _top(m["listed"], lambda name: counts[_pair(o, name)], counts)

    def modes(m: re.Match[str]) -> None:
        found = {MODES[name]: n for name, n, _ in _listed(m["listed"])}
        assert found == o.modes(scope.ties)

    def busiest(m: re.Match[str]) -> None:
        counts = o.quarters(scope.trend)
        most = max(counts.values())
        assert number(m["n"]) == most
        assert set(re.findall(r"Q\d \d{4}", m["listed"])) == {f"Q{q} {y}" for (y, q), n in counts.items() if n == most}

    def change(m: re.Match[str]) -> None:
        counts = {y * 4 + q: n for (y, q), n in o.quarters(scope.trend).items()}
        now = int(o.newest[:4]) * 4 + (int(o.newest[5:7]) + 2) // 3
        late = sum(counts.get(now - i, 0) for i in range(4))
        early = sum(counts.get(now - i, 0) for i in range(4, 8))
        assert number(m["late"]) == late
        assert number(m["early"] or m["same"]) == early
        assert (m["way"] or "as many") == ("up" if late > early else "down" if late < early else "as many")
        assert m["newest"] == o.newest

    def people(m: re.Match[str]) -> None:
        roles = o.roles(scope.meetings)
        for who in [s.id for s in scope.subject if s.label == "Official"]:
            roles.pop(who, None)
        if "total" in m.groupdict():
            assert number(m["total"]) == len(roles)
        met = {p: len(set().union(*by.values())) for p, by in roles.items()}

        def real(name: str) -> int:
            return max((met.get(n.id, 0) for n in o.named("Official", name)), default=0)

        _top(m["listed"], real, met)
        for name, count, rest in _listed(m["listed"]):
            chaired, spoke = (
                int(x[1]) if (x := re.search(rf"{w} (\d+)", rest)) else 0 for w in ("chaired", "spoke at")
            )
            assert any(
                met.get(n.id) == count
                and len(roles[n.id].get("CHAIRED", ())) == chaired
                and len(roles[n.id].get("SPOKE_AT", ())) == spoke
                for n in o.named("Official", name)
            ), name

    def meetings(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(scope.meetings)

    def newest_meeting(m: re.Match[str]) -> None:
        dates = [str(o.nodes[i].props.get("date") or "-") for i in scope.meetings]
        assert m["day"] == max(d for d in dates if d[0].isdigit())
        assert any(o.nodes[i].name == m["name"] and o.nodes[i].props.get("date") == m["day"] for i in scope.meetings)

    def plans(m: re.Match[str]) -> None:
        assert number(m["n"]) == len(scope.plans)
        kinds = Counter(str(o.nodes[i].props["kind"]) for i in scope.plans)
        found = {k: int(n) for k, n in re.findall(r"([a-z]+) (\d+)", m["kinds"])}
        assert found == kinds

    def agreements(m: re.Match[str]) -> None:
        assert number(m["n"]) == sum(o.nodes[i].props["kind"] == "agreement" for i in scope.plans)

    def quiet(m: re.Match[str]) -> None:
        silent = o.quiet(scope.ties)
        assert number(m["n"]) == len(silent)
        assert m["newest"] == o.newest
        shown = re.findall(r"(?:^|, | and )(.+?) \(last (\d{4}-\d\d-\d\d)\)", m["listed"])
        assert shown
        for name, last in shown:
            name = name if "–" in name else f"{scope.subject[0].name}–{name}"
            pair = _pair(o, name)
            assert pair in silent
            assert o.span(o.between(*pair))[1] == last

    some = r"(?P<listed>.+)"
    return {
        r"(?P<n>[\d,]+) articles? in this graph name .+?(?:, the first of |, dated |; none is dated)"
        r"(?P<first>\d[\d-]+\d)?(?:, the latest of (?P<last>\S+))?\.": mentioned,
        r"\S+ cooperates with (?P<k>\d+) regions?, as told in (?P<n>\d+) articles?\.": partners,
        rf"The partners most often reported are {some}\.": top_partners,
        rf"The cooperations most often reported are {some}\.": top_pairs,
        rf"By mode: {some}; one article may tell of several modes\.": modes,
        rf"The busiest quarters? w(?:as|ere) {some}, with (?P<n>\d+) articles(?: each)?\.": busiest,
        r"In the last four quarters \(Q\d \d{4} to Q\d \d{4}, articles run to (?P<newest>\S+)\) there were "
        r"(?P<late>\d+) articles?, (?:(?P<way>up|down) from (?P<early>\d+) in the four before|"
        r"as many as in the four before \((?P<same>\d+)\))\.": change,
        r"(?:At these the most frequent were|The officials at most meetings are|"
        r"Most often at the same meetings as .+?:)"
        rf" {some}, of (?P<total>\d+) officials? in all\.": people,
        rf"(?:Officials at these|At the same meetings as .+?): {some}\.": people,
        r"(?P<n>[\d,]+) meetings? were (?:held in|joined by|about|first reported) .+\.": meetings,
        r".+ and .+, or their bodies, took part together in (?P<n>\d+) meetings?\.": meetings,
        r"The most recent by date is “(?P<name>.+)” \((?P<day>\d{4}[\d-]*)\)\.": newest_meeting,
        r"(?P<n>\d+) initiatives? (?:cover|are tied to|were first reported).+?\((?P<kinds>[a-z ,\d]+)\)\.": plans,
        r"The meetings that .+ attended were about (?P<n>\d+) initiatives? \((?P<kinds>[a-z ,\d]+)\)\.": plans,
        r"(?P<n>\d+) of them are agreements, among these .+\.": agreements,
        r"The graph's articles run to (?P<newest>\S+); (?P<n>\d+) cooperations? reported more than once had by then "
        rf"not been reported again for more than 365 days[,:] (?:most often reported before: )?{some}\.": quiet,
    }


def _top(listed: str, real: Callable[[str], int], counts: dict[object, int] | dict[str, int]) -> None:
    """Each named one has the number given, and nobody left out has more than any of them."""
    shown = list(_listed(listed))
    for name, count, _ in shown:
        assert real(name) == count, name
    ranked = sorted(counts.values(), reverse=True)
    assert [n for _, n, _ in shown] == ranked[: len(shown)]
    if len(ranked) > len(shown):
        assert ranked[len(shown)] < shown[-1][1], "an equal was left out"


def _pair(o: Oracle, text: str) -> frozenset[str]:
    one, other = text.split("–")
    found = [
        frozenset((a.id, b.id))
        for a in o.named("Region", one)
        for b in o.named("Region", other)
        if o.between(a.id, b.id)
    ]
    assert len(found) == 1, text
    return found[0]


def _mode_cell(text: str) -> dict[str, int]:
    return {MODES[name]: int(n) for name, n in re.findall(r"(?:^|, | and )([a-z -]+?) (\d+)", text)}


def _table(section: str, table: Table, scope: Scope, report: Report) -> None:
    o = scope.oracle
    heads = [c.title for c in table.columns]
    shown = len(table.rows)
    if table.title in ("Pairs", "Cooperation gone quiet", "Partners"):
        wanted = scope.tables.get(section)
        if wanted is None:
            wanted = o.quiet(scope.ties) if table.title == "Cooperation gone quiet" else o.pairs(scope.ties)
        seen = set()
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            here = cells["Region"] if "Region" in cells else scope.subject[0].name
            pair = _pair(o, f"{here}–{cells['Partner']}")
            seen.add(pair)
            edges = o.between(*pair)
            assert _mode_cell(cells["Modes with articles"]) == o.modes(edges)
            assert int(cells["Articles"]) == len(o.articles(edges))
            assert (cells["First"], cells["Latest"]) == o.span(edges)
            _rows_cite(row.cites, report, o, edges)
        assert seen <= wanted
        assert shown + table.left_out == len(wanted)
        assert len(seen) == shown
    elif table.title == "Officials at the meetings":
        roles = o.roles(scope.meetings)
        for who in [s.id for s in scope.subject if s.label == "Official"]:
            roles.pop(who, None)
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            real = {
                (len(set().union(*r.values())), len(r.get("CHAIRED", ())), len(r.get("SPOKE_AT", ())))
                for n in o.named("Official", cells["Official"])
                if (r := roles.get(n.id))
            }
            assert (int(cells["Meetings"]), int(cells["Chaired"]), int(cells["Spoke"])) in real
        assert shown <= len(roles)
    elif table.title == "Posts as articles give them":
        edges = scope.posts
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            fits = [
                e
                for e in edges
                if cells["Post"] == f"{o.nodes[e.target].name} {e.props['title']}"
                and ("Official" not in cells or o.nodes[e.source] in o.named("Official", cells["Official"]))
                and int(cells["Articles"]) == len(o.articles([e]))
                and (cells["First"], cells["Latest"]) == o.span([e])
            ]
            assert fits, cells
        assert shown + table.left_out == len(edges)
    elif table.title == "Meetings":
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            fits = [
                n
                for n in o.named("Meeting", cells["Name"])
                if n.id in scope.meetings and _date_cell(n) == cells["Date"]
            ]
            assert fits, cells
            if "Parties" in cells:
                places = {frozenset(o.nodes[e.target].name for e in o.at(n.id, "HELD_IN")) for n in fits}
                assert any(all(name in cells["Place"] for name in named) for named in places)
            else:
                _role_cell(o, scope.subject[0].id, fits, cells["Role"])
        assert shown + table.left_out == len(scope.meetings)
    elif table.title == "Initiatives":
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            (node,) = [n for n in o.named("Initiative", cells["Name"]) if n.id in scope.plans]
            edges = o.at(node.id, "COVERS", "CONCERNS") or [
                e for e in o.edges if e.type == "MENTIONS" and e.target == node.id
            ]
            assert int(cells["Meetings"]) == len({e.source for e in edges if e.type == "CONCERNS"})
            assert int(cells["Articles"]) == len(o.articles(edges))
            assert (cells["First"], cells["Latest"]) == o.span(edges)
            _rows_cite(row.cites, report, o, edges)
        assert shown + table.left_out == len(scope.plans)
    elif table.title == "Modes":
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            (edge,) = [
                e
                for e in scope.ties
                if e.props["mode"] == MODES[cells["Mode"].split(" (")[0]]
                and ("→" not in cells["Mode"] or f"({o.nodes[e.source].name} →" in cells["Mode"])
            ]
            assert int(cells["Articles"]) == len(o.articles([edge]))
            assert (cells["First"], cells["Latest"]) == o.span([edge])
            assert cells["Confidence"] == f"{o.confidence(edge):.2f}"
            _rows_cite(row.cites, report, o, [edge])
        assert shown == len(scope.ties)
    elif table.title == "Partners of both":
        one, other = (s.id for s in scope.subject)
        common = (o.partners(one) & o.partners(other)) - {one, other}
        for row in table.rows:
            (third,) = [n for n in o.named("Region", row.cells[0]) if n.id in common]
            assert _mode_cell(row.cells[1]) == o.modes(o.between(one, third.id))
            assert _mode_cell(row.cells[2]) == o.modes(o.between(other, third.id))
        assert shown + table.left_out == len(common)
    elif table.title == "Places":
        for row in table.rows:
            assert any(int(row.cells[1]) == len(o.held(n.id) & scope.meetings) for n in o.named("Region", row.cells[0]))
    elif table.title == "Regions covered":
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            edges = [
                e
                for e in o.at(scope.subject[0].id, "COVERS")
                if o.nodes[e.target] in o.named("Region", cells["Region"])
            ]
            assert any(
                int(cells["Articles"]) == len(o.articles([e])) and (cells["First"], cells["Latest"]) == o.span([e])
                for e in edges
            )
        assert shown + table.left_out == len(o.at(scope.subject[0].id, "COVERS"))
    elif table.title == "Regions that cooperate":
        ends = {end for e in scope.ties for end in (e.source, e.target)}
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            real = {
                (len(o.partners(n.id)), len(o.articles(own)), *o.span(own))
                for n in o.named("Region", cells["Region"])
                if (own := o.at(n.id, "COOPERATES_WITH"))
            }
            assert (int(cells["Partners"]), int(cells["Articles"]), cells["First"], cells["Latest"]) in real
        assert shown + table.left_out == len(ends)
    elif table.title == "Media":
        for row in table.rows:
            medium, count, first, last = row.cells
            edges = [e for e in o.edges if e.type == "MENTIONS" and o.nodes[e.source].props.get("source") == medium]
            assert int(count) == len(o.articles(edges))
            assert (first, last) == o.span(edges)
    elif table.title == "Members that cooperate inside":
        inside = o.territory(o.members(scope.subject[0].id))
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            (member,) = [n for n in o.named("Region", cells["Region"]) if n.id in inside.values()]
            edges = [
                e
                for e in scope.ties
                if member.id in (inside[e.source], inside[e.target]) and inside[e.source] != inside[e.target]
            ]
            others = {inside[end] for e in edges for end in (e.source, e.target)} - {member.id}
            assert int(cells["Partners"]) == len(others)
            assert int(cells["Articles"]) == len(o.articles(edges))
            assert (cells["First"], cells["Latest"]) == o.span(edges)
    elif table.title == "Facts of little certainty":
        ranked = [float(row.cells[1]) for row in table.rows]
        assert ranked == sorted(ranked)
        assert all(value < 0.705 for value in ranked)
        for row in table.rows:
            cited = {(report.citations[n - 1].article, report.citations[n - 1].sentence) for n in row.cites.numbers}
            assert any(
                f"{o.confidence(e):.2f}" == row.cells[1] and cited <= {(a, tidy(s)) for a, s in o.evidence[e.id]}
                for e in o.doubtful
            ), row.cells
    elif table.title == "New modes":
        for row in table.rows:
            cells = dict(zip(heads, row.cells, strict=True))
            edges = [
                e
                for e in o.between(*_pair(o, f"{cells['Region']}–{cells['Partner']}"))
                if e.props["mode"] == MODES[cells["Mode"]]
            ]
            assert any(o.span([e]) == (cells["First"], cells["Latest"]) for e in edges)
    else:
        raise AssertionError(f"a table nobody checks: {table.title}")


def _role_cell(o: Oracle, official: str, fits: list[Node], text: str) -> None:
    """What the official did at the meeting; attending goes without saying for who chaired or spoke."""
    words = {"CHAIRED": "chaired", "SPOKE_AT": "spoke at", "ATTENDED": "attended"}
    said = {kind for kind, word in words.items() if word in text}
    real = [{e.type for e in o.edges if e.source == official and e.target == n.id} & ROLES for n in fits]
    assert any(said == (found - {"ATTENDED"} or found) for found in real), text


def _date_cell(node: Node) -> str:
    date = str(node.props.get("date") or "")
    return f"{date[2:]} (year unknown)" if date.startswith("--") else date or "undated"


def _bars(chart: Bars, scope: Scope) -> None:
    o = scope.oracle
    values = [bar.value for bar in chart.bars]
    assert values == sorted(values, reverse=True)
    for bar in chart.bars:
        if "medium" in chart.title:
            edges = [e for e in o.edges if e.type == "MENTIONS" and o.nodes[e.source].props.get("source") == bar.label]
        else:
            edges = o.between(*_pair(o, bar.label if "–" in bar.label else f"{scope.subject[0].name}–{bar.label}"))
        assert bar.value == len(o.articles(edges)), bar


def _timeline(chart: Timeline, scope: Scope) -> None:
    counts = scope.oracle.quarters(scope.trend)
    if chart.title == "Articles by year":
        years: Counter[str] = Counter()
        for (year, _), n in counts.items():
            years[str(year)] += n
        assert {b.label: b.value for b in chart.bars if b.value} == dict(years)
        assert [int(b.label) for b in chart.bars] == list(range(int(min(years)), int(max(years)) + 1))
    else:
        assert {b.label: b.value for b in chart.bars if b.value} == {f"Q{q} {y}": n for (y, q), n in counts.items()}
        steps = [(int(b.label[-4:]) * 4 + int(b.label[1])) for b in chart.bars]
        assert steps == list(range(steps[0], steps[0] + len(steps)))


def _network(chart: Network, scope: Scope) -> None:
    ids = {dot.id for dot in chart.dots}
    assert len(ids) == len(chart.dots)
    assert {end for link in chart.links for end in (link.source, link.target)} == ids
    for link in chart.links:
        assert link.weight == len(scope.oracle.articles(scope.oracle.between(link.source, link.target)))


__all__ = ["MODES", "ROLES", "Scope", "check", "cited_well", "number"]
