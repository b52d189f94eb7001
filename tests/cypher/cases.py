"""Which arguments each query is asked with: taken from the graph, so that the answers are not empty."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.cypher.expected import World


def cases(w: World) -> dict[str, list[dict[str, Any]]]:
    """query -> argument sets, ids for names."""
    region = _busiest(Counter(e.source for e in w.by_type["COOPERATES_WITH"]))
    quiet = next(r.id for r in w.label("Region") if not w.ties(r.id))
    pair = max(w.by_type["COOPERATES_WITH"], key=lambda e: (e.weight, e.id))
    ties = [{"a": pair.source, "b": pair.target}, *_regions_in_common(w)]
    person = _busiest(Counter(e.source for e in w.by_type["ATTENDED"]))
    mate = w.sources("ATTENDED", w.targets("ATTENDED", person)[0])
    colleague = next(p for p in mate if p != person)
    stranger = _busiest(Counter(e.source for e in w.by_type["HOLDS"]))
    meeting = _busiest(Counter(e.target for e in w.by_type["ATTENDED"]))
    initiative = _busiest(Counter(e.source for e in w.by_type["COVERS"]))
    discussed = _busiest(Counter(e.target for e in w.by_type["CONCERNS"]))
    post = Counter((e.target, e.props["title"]) for e in w.by_type["HOLDS"]).most_common(1)[0][0]
    home = _busiest(Counter(e.target for e in w.by_type["PART_OF"] if w.node[e.source].label == "Organization"))
    article = _busiest(Counter(i.article for i in w.tables.evidence))
    cluster = next(r.id for r in w.label("Region") if r.props["level"] == "cluster")
    series = Counter(m.name for m in w.label("Meeting")).most_common(1)[0][0]
    meet = _officials_meet(w)
    acquainted = meet.pop("x")
    everyone: list[dict[str, Any]] = [{}]
    return {
        "partners-of-region": [{"region": region}, {"region": cluster, "limit": 5}, {"region": quiet}],
        "ties-between": ties,
        "cooperating-pairs": [{}, {"limit": 1000}, {"mode": "pairing"}],
        "cooperation-modes": [{}, {"region": region}, {"region": quiet}],
        "cooperation-by-quarter": [{}, {"region": region}],
        "new-ties": [{"since": "2023-01-01"}, {"since": "2022", "limit": 1000}],
        "fading-ties": [{"before": "2020-01-01"}, {"before": "2021-06", "articles": 2, "limit": 1000}],
        "bridging-regions": [{}, {"limit": 1000}],
        "cluster-cohesion": [{}, {"cluster": cluster}],
        "one-sided-alignment": [{}, {"limit": 1000}],
        "province-matrix": everyone,
        "common-partners": [_with_common_partner(w), {"a": quiet, "b": region}],
        "regions-by-joint-meetings": [{}, {"limit": 1000}],
        "meetings-of-region": [
            {"region": region},
            {"region": region, "from": "2020-01-01", "to": "2021-12-31"},
            {"region": region, "from": "2020", "to": "2020"},
        ],
        "joint-meetings": ties,
        "meeting-series": [{}, {"times": 3}],
        "cadence": [{"meeting": series}, {"meeting": "座谈会"}, {"meeting": "合作协调会"}],
        "hosts": [{}, {"from": "2020-01-01", "to": "2020-12", "limit": 1000}],
        "people-at-meeting": [{"meeting": meeting}],
        "met-with": [{"official": person}],
        "attended-together": [{}, {"limit": 3000}],
        "chaired-most": [{}, {"region": region, "limit": 500}],
        "posts-of-official": [{"official": stranger}],
        "officials-of-region": [{"region": home}],
        "who-meets-whom": [meet],
        "path-between": [
            {"a": person, "b": colleague},
            {"a": person, "b": stranger},
            {"a": acquainted, "b": stranger, "limit": 50},
        ],
        "successors-of-post": [{"organization": post[0], "title": post[1]}],
        "central-officials": [{}, {"limit": 1000}],
        "shared-initiatives": ties,
        "initiative-spread": [{"initiative": initiative}],
        "initiative-life": [{}, {"kind": "strategy"}],
        "meetings-on-initiative": [{"initiative": discussed}],
        "initiatives-of-region": [{"region": region}, {"region": ties[-1]["a"]}],
        "evidence-between": [
            ties[0],
            {"a": person, "b": meeting},
            {"a": stranger, "b": w.targets("HOLDS", stranger)[0]},
        ],
        "facts-of-article": [{"article": article}],
        "articles-about": [{"node": region}, {"node": person, "limit": 3}],
        "low-confidence": [{}, {"below": 0.45, "limit": 1000}],
        "unresolved-regions": everyone,
        "namesakes": everyone,
        "contested-posts": [{}, {"titles": ["常委", "副市长"], "limit": 500}],
        "meetings-in-two-places": everyone,
        "undated-meetings": [{}, {"limit": 1000}],
        "unlinked-officials": everyone,
    }


def _busiest(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key))


def _regions_in_common(w: World) -> list[dict[str, Any]]:
    """One pair that shared a meeting, one that shares an initiative."""
    found = []
    for edge_type, end in (("TOOK_PART_IN", "target"), ("COVERS", "source")):
        regions: dict[str, list[str]] = {}
        for e in w.by_type[edge_type]:
            region = e.source if end == "target" else e.target
            if w.node[region].label == "Region":
                regions.setdefault(getattr(e, end), []).append(region)
        a, b = sorted(next(rs for rs in regions.values() if len(rs) > 1))[:2]
        found.append({"a": a, "b": b})
    return found


def _with_common_partner(w: World) -> dict[str, Any]:
    for region in w.label("Region"):
        partners = sorted({p for _, p in w.ties(region.id)})
        if len(partners) > 1:
            return {"a": partners[0], "b": partners[1]}
    raise AssertionError("no region has two partners")


def _officials_meet(w: World) -> dict[str, Any]:
    """Two regions, an official of each having been at one meeting."""
    home = {e.source: e.target for e in w.by_type["PART_OF"]}
    bodies = {e.source: e.target for e in w.by_type["HOLDS"]}
    for m in w.label("Meeting"):
        people = [p for p in sorted(w.sources("ATTENDED", m.id)) if p in bodies]
        if len(people) > 1 and home[bodies[people[0]]] != home[bodies[people[1]]]:
            return {"a": home[bodies[people[0]]], "b": home[bodies[people[1]]], "x": people[0]}
    raise AssertionError("no two officials meet")
