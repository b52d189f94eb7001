"""JSON Lines hold everything."""

from __future__ import annotations

import json

from tests.export.conftest import Made


def test_nothing_is_lost(made: Made) -> None:
    lines = [json.loads(line) for line in made.export("jsonl").read_text(encoding="utf-8").split("\n") if line]
    nodes = {x["id"]: x for x in lines if x["kind"] == "node"}
    edges = {x["id"]: x for x in lines if x["kind"] == "edge"}
    assert len(nodes) + len(edges) == len(lines)
    assert nodes.keys() == {n.id for n in made.tables.nodes}
    for node in made.tables.nodes:
        there = nodes[node.id]
        assert (there["label"], there["name"]) == (node.label, node.name)
        assert there["properties"] == {k: list(v) if isinstance(v, tuple) else v for k, v in node.props.items()}
    assert edges.keys() == {e.id for e in made.tables.edges}
    for edge in made.tables.edges:
        there = edges[edge.id]
        assert (there["type"], there["source"], there["target"]) == (edge.type, edge.source, edge.target)
        assert (there["weight"], there["confidence"]) == (edge.weight, edge.confidence)
        assert (there["first_seen"], there["last_seen"]) == (edge.first_seen, edge.last_seen)
        assert there["properties"] == dict(edge.props)
        for proof, item in zip(there["evidence"], made.evidence(edge.id), strict=True):
            for name in ("article", "sentence", "start", "end", "raw_start", "raw_end", "confidence"):
                assert proof.get(name) == getattr(item, name)
            assert proof.get("rule", "") == item.rule
