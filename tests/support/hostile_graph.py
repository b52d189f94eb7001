"""A small invented graph with everything a page must cope with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.model import Edge, Evidence, GraphTables, Node

HOSTILE = {
    "markup": "<img src=x onerror=\"window.__pwned='img'\">",
    "script": "</script><script>window.__pwned='script'</script>",
    "bidi": "张\u202e三\u202c市\u200f长",
    "long": "关于进一步深化区域协调发展与产业协作的若干重大事项" * 8,
    "comment": "<!--<script>--><svg/onload=window.__pwned='svg'>",
    "template": "{{ 7*7 }}{% raw %}${window.__pwned='tpl'}",
}


def article(key: str, title: str, published: str | None, source: str, url: str | None) -> Node:
    return Node(key, "Article", title, {"title": title, "published": published, "source": source, "url": url})


def sample() -> GraphTables:
    """Two cities, two counties, four people (two of one name), two meetings, an agreement, articles, hostile names."""
    nodes = [
        article("art-1", "青岚市与白石市召开联席会议", "2023-04-02", "青岚日报", "https://example.org/1"),
        article("art-2", "白石市代表团到青岚市考察", "2023-09-18", "白石晚报", "javascript:window.__pwned='url'"),
        article("art-3", "江口县举行项目开工仪式", None, "江口发布", None),
        Node("org-1", "Organization", "青岚市人民政府", {"kind": "government", "region": "青岚市"}),
        Node("org-2", "Organization", "白石市委", {"kind": "party", "region": "白石市"}),
        Node("reg-1", "Region", "青岚市", {"level": "prefecture", "aliases": ("青岚",), "code": "999100"}),
        Node("reg-2", "Region", "白石市", {"level": "prefecture", "aliases": ("白石",)}),
        Node("reg-3", "Region", "江口县", {"level": "county", "parent": "青岚市"}),
        Node("reg-4", "Region", "柳溪县", {"level": "county", "parent": "青岚市"}),
        Node("per-1", "Official", "顾长明", {"aliases": ()}),
        Node("per-2", "Official", "沈书宁", {}),
        Node("per-3", "Official", "王建国", {}),
        Node("per-4", "Official", "王建国", {}),
        Node("mee-1", "Meeting", "青岚市·白石市党政联席会议", {"kind": "joint_conference", "date": "2023-04-01"}),
        Node("mee-2", "Meeting", "柳溪产业园开工仪式", {"kind": "opening", "date": None, "date_precision": "none"}),
        Node("ini-1", "Initiative", "青白产业协作框架协议", {"kind": "agreement"}),
    ]
    nodes += [Node(f"bad-{key}", "Official", name, {"aliases": (name,)}) for key, name in HOSTILE.items()]
    spoke = "会上，青岚市市长顾长明主持并讲话，白石市委书记沈书宁出席。"
    signed = "青岚市与白石市签署《青白产业协作框架协议》。"
    facts: list[tuple[str, str, str, dict[str, Any], float, list[tuple[str, str]]]] = [
        ("CHAIRED", "per-1", "mee-1", {}, 0.96, [("art-1", spoke)]),
        ("SPOKE_AT", "per-1", "mee-1", {}, 0.94, [("art-1", spoke)]),
        ("ATTENDED", "per-1", "mee-1", {}, 0.94, [("art-1", spoke)]),
        ("ATTENDED", "per-2", "mee-1", {}, 0.90, [("art-1", spoke)]),
        ("ATTENDED", "per-3", "mee-2", {}, 0.40, [("art-3", "王建国等参加。")]),
        ("HOLDS", "per-1", "org-1", {"title": "市长", "status": "current"}, 0.97, [("art-1", spoke)]),
        ("HOLDS", "per-2", "org-2", {"title": "书记", "status": "current"}, 0.95, [("art-1", spoke)]),
        ("COOPERATES_WITH", "reg-1", "reg-2", {"mode": "agreement"}, 0.92, [("art-1", signed), ("art-2", signed)]),
        ("COOPERATES_WITH", "reg-1", "reg-2", {"mode": "joint_meeting"}, 0.88, [("art-1", spoke)]),
        ("TOOK_PART_IN", "reg-1", "mee-1", {}, 0.9, [("art-1", signed)]),
        ("TOOK_PART_IN", "reg-2", "mee-1", {}, 0.9, [("art-1", signed)]),
        ("CONCERNS", "mee-1", "ini-1", {}, 0.9, [("art-1", signed)]),
        ("COVERS", "ini-1", "reg-1", {}, 0.9, [("art-1", signed)]),
        ("HELD_IN", "mee-2", "reg-4", {}, 0.7, [("art-3", "仪式在柳溪县举行。")]),
        ("PART_OF", "reg-3", "reg-1", {}, 1.0, []),
        ("PART_OF", "reg-4", "reg-1", {}, 1.0, []),
        ("MENTIONS", "art-1", "per-1", {}, 1.0, []),
        ("MENTIONS", "art-1", "mee-1", {}, 1.0, []),
    ]
    facts += [
        ("ATTENDED", f"bad-{key}", "mee-1", {}, 0.8, [("art-2", f"{name}出席。")]) for key, name in HOSTILE.items()
    ]
    dates = {node.id: node.props.get("published") for node in nodes}
    edges, evidence = [], []
    for number, (kind, source, target, props, confidence, proofs) in enumerate(facts):
        key = f"e{number:03d}"
        seen = sorted(str(dates[item]) for item, _ in proofs if dates[item])
        first, last = (seen[0], seen[-1]) if seen else (None, None)
        edges.append(Edge(key, kind, source, target, max(1, len(proofs)), first, last, confidence, props))  # type: ignore[arg-type]
        evidence += [Evidence(key, item, text, 0, len(text), confidence=confidence) for item, text in proofs]
    return GraphTables(tuple(sorted(nodes, key=lambda n: n.id)), tuple(edges), tuple(evidence))


def wide(people: int) -> GraphTables:
    """A graph of `people` officials at meetings of twelve each, the meetings chained by shared people."""
    nodes = [Node(f"p{i:05d}", "Official", f"官员{i}", {}) for i in range(people)]
    nodes += [Node(f"m{i:05d}", "Meeting", f"第{i}次工作会议", {"date": "2024-01-02"}) for i in range(people // 12 + 1)]
    pairs = [(i, i // 12) for i in range(people)] + [(i, i // 12 + 1) for i in range(0, people - 12, 12)]
    edges = [Edge(f"e{k:05d}", "ATTENDED", f"p{a:05d}", f"m{b:05d}") for k, (a, b) in enumerate(pairs)]
    return GraphTables(tuple(nodes), tuple(edges), ())


def provinces() -> GraphTables:
    """Two provinces with a city each and a county, their people, a meeting, and cooperation over three years."""
    nodes = [
        article("a-1", "两市签约", "2023-04-02", "青岚日报", "https://example.org/1"),
        article("a-2", "对口帮扶动员", "2021-06-20", "西河日报", None),
        article("a-3", "共建产业园", "2024-01-15", "东江日报", "https://example.org/3"),
        Node("r-dong", "Region", "东江省", {"level": "province", "lat": 28.0, "lon": 116.0}),
        Node("r-xi", "Region", "西河省", {"level": "province", "lat": 31.0, "lon": 119.0}),
        Node("r-qinglan", "Region", "青岚市", {"level": "prefecture", "lat": 28.5, "lon": 116.5, "aliases": ("青岚",)}),
        Node("r-baishi", "Region", "白石市", {"level": "prefecture", "lat": 31.5, "lon": 119.5}),
        Node("r-jiang", "Region", "江口县", {"level": "county"}),
        Node("o-1", "Organization", "青岚市人民政府", {"kind": "government"}),
        Node("o-2", "Organization", "白石市委", {"kind": "party"}),
        Node("p-gu", "Official", "顾长明", {}),
        Node("p-shen", "Official", "沈书宁", {}),
        Node("p-x", "Official", "=HYPERLINK(1)", {}),
        Node("m-1", "Meeting", "青岚市·白石市联席会议", {"kind": "joint_conference", "date": "2023-04-01"}),
    ]
    signed = "青岚市与白石市签署合作协议。"
    chaired = "青岚市市长顾长明主持会议，白石市委书记沈书宁出席。"
    facts: list[tuple[str, str, str, dict[str, Any], float, list[tuple[str, str]]]] = [
        ("PART_OF", "r-qinglan", "r-dong", {}, 1.0, []),
        ("PART_OF", "r-baishi", "r-xi", {}, 1.0, []),
        ("PART_OF", "r-jiang", "r-qinglan", {}, 1.0, []),
        ("PART_OF", "o-1", "r-qinglan", {}, 1.0, []),
        ("PART_OF", "o-2", "r-baishi", {}, 1.0, []),
        ("COOPERATES_WITH", "r-baishi", "r-qinglan", {"mode": "agreement"}, 0.95, [("a-1", signed)]),
        ("COOPERATES_WITH", "r-baishi", "r-qinglan", {"mode": "co_build"}, 0.8, [("a-3", "两市共建产业园。")]),
        ("COOPERATES_WITH", "r-baishi", "r-jiang", {"mode": "pairing"}, 0.9, [("a-2", "白石市对口帮扶江口县。")]),
        ("HOLDS", "p-gu", "o-1", {"title": "市长", "status": "current"}, 0.97, [("a-1", chaired)]),
        ("HOLDS", "p-shen", "o-2", {"title": "书记", "status": "current"}, 0.97, [("a-1", chaired)]),
        ("CHAIRED", "p-gu", "m-1", {}, 0.96, [("a-1", chaired)]),
        ("ATTENDED", "p-shen", "m-1", {}, 0.9, [("a-1", chaired)]),
        ("HOLDS", "p-x", "o-2", {"title": "主任", "status": "current"}, 0.9, [("a-2", "主任出席。")]),
    ]
    dates = {node.id: node.props.get("published") for node in nodes}
    edges, evidence = [], []
    for number, (kind, source, target, props, confidence, proofs) in enumerate(facts):
        key = f"e{number:03d}"
        seen = sorted(str(dates[item]) for item, _ in proofs)
        first, last = (seen[0], seen[-1]) if seen else (None, None)
        edges.append(Edge(key, kind, source, target, max(1, len(proofs)), first, last, confidence, props))  # type: ignore[arg-type]
        evidence += [Evidence(key, item, text, 0, len(text), confidence=confidence) for item, text in proofs]
    return GraphTables(tuple(sorted(nodes, key=lambda n: n.id)), tuple(edges), tuple(evidence))


def labelled(tables: GraphTables) -> GraphTables:
    """The same graph with ids as resolution gives them: the label first (region:…, cooperates_with:…)."""
    new = {node.id: f"{node.label.lower()}:{node.id}" for node in tables.nodes}
    edges = {edge.id: f"{edge.type.lower()}:{edge.id}" for edge in tables.edges}
    return GraphTables(
        tuple(replace(node, id=new[node.id]) for node in tables.nodes),
        tuple(
            replace(edge, id=edges[edge.id], source=new[edge.source], target=new[edge.target]) for edge in tables.edges
        ),
        tuple(replace(item, edge=edges[item.edge], article=new[item.article]) for item in tables.evidence),
    )
