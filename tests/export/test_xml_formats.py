"""GraphML and GEXF, read back by networkx."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import networkx as nx
import pytest

from tests.export.conftest import AWKWARD, Made


def in_json(text: str) -> str:
    """What JSON inside XML can hold of `text`: control characters are escaped there."""
    return re.sub("[\ufffe\uffff]", "\ufffd", text)


READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
GEXF = "{http://www.gexf.net/1.2draft}"


def xml_text(text: str) -> str:
    """What XML can hold of `text`."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


@pytest.mark.parametrize("form", READERS)
def test_every_node_and_edge_comes_back_with_its_values(made: Made, form: str) -> None:
    graph: Any = READERS[form](made.export(form))
    assert set(graph.nodes) == {node.id for node in made.tables.nodes}
    assert graph.number_of_edges() == len(made.tables.edges)
    for node in made.tables.nodes:
        there = graph.nodes[node.id]
        assert there["label"] == xml_text(node.name)
        assert there["type"] == node.label
        for name, value in node.props.items():
            if isinstance(value, tuple):
                assert json.loads(there.get(name, "[]")) == [in_json(str(v)) for v in value]
            elif value is not None:
                assert there[name] == (xml_text(value) if isinstance(value, str) else value)
    by_id = {key if form == "graphml" else d["id"]: (u, v, d) for u, v, key, d in graph.edges(keys=True, data=True)}
    for edge in made.tables.edges:
        source, target, there = by_id[edge.id]
        assert (source, target) == (edge.source, edge.target)
        assert there["type"] == edge.type
        assert there["weight"] == edge.weight
        assert there["confidence"] == edge.confidence
        assert there.get("first_seen") == edge.first_seen
        proofs = json.loads(there["evidence"])
        assert [(p["article"], p["sentence"], p["start"], p["end"], p.get("raw_start")) for p in proofs] == [
            (e.article, in_json(e.sentence), e.start, e.end, e.raw_start) for e in made.evidence(edge.id)
        ]


@pytest.mark.parametrize("form", READERS)
def test_a_sentence_says_where_it_stands(made: Made, form: str) -> None:
    graph: Any = READERS[form](made.export(form, articles=False))
    assert not [n for n, d in graph.nodes(data=True) if d["type"] == "Article"]
    held = [d for _, _, d in graph.edges(data=True) if d["type"] == "CHAIRED"]
    (proof,) = json.loads(held[0]["evidence"])
    assert proof["title"] == "青岚市与白石市召开联席会议"
    assert (proof["published"], proof["source"], proof["url"]) == ("2023-04-02", "青岚日报", "https://example.org/1")


def test_gexf_has_time(made: Made) -> None:
    root = ElementTree.parse(made.export("gexf")).getroot()
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    nodes = {n.get("id"): n for n in graph.iter(f"{GEXF}node")}
    assert (nodes["art-1"].get("start"), nodes["art-1"].get("end")) == ("2023-04-02", "2023-04-02")
    assert nodes["mee-1"].get("start") == "2023-04-01"
    assert nodes["mee-3"].get("start") is None, "--11-08 is no day"
    edges = {e.get("id"): e for e in graph.iter(f"{GEXF}edge")}
    both = next(e for e in made.tables.edges if e.last_seen == "2023-09-18" and e.weight == 2)
    assert (edges[both.id].get("start"), edges[both.id].get("end")) == ("2023-04-02", "2023-09-18")
    assert all(e.get("source") in nodes and e.get("target") in nodes for e in edges.values())


@pytest.mark.parametrize("form", READERS)
def test_awkward_text_is_one_node_each(made: Made, form: str) -> None:
    graph: Any = READERS[form](made.export(form))
    names = [d["label"] for _, d in graph.nodes(data=True)]
    for text in AWKWARD:
        assert names.count(text) == 1
