"""One graph for every format: hostile text in names, properties and sentences, parallel edges, undated things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.export import FORMATS, Selection, export
from kg.model import Edge, Evidence, GraphTables, Node
from kg.store.folder import read_graph, write_graph
from tests.support.hostile_graph import sample

#: Text that breaks out of one format or another, if it is written carelessly.
AWKWARD = [
    "=cmd|' /C calc'!A0",
    "＝SUM(A1)",
    "-1+1",
    "@evil",
    "'quoted' and \"double\" and `tick`",
    "'",
    "two\nlines\r\nand\ttabs",
    "\r",
    "back\\slash \\u0027 \\u0022 \\",
    "'}) DETACH DELETE n; //",
    "]]></data></node><node id='x'>&amp;<!-- ",
    "𠮷野家\u202e反\u2028行",
    '","","',
    ", ; | \\N NULL",
    "{{x}} $region",
    "--11-08",
    "  spaces around  ",
]
#: Characters some formats cannot hold at all; they may be replaced, never break the file.
IMPOSSIBLE = "nul\x00 bell\x07 unit\x1f nonchar\ufffe end"


def awkward_graph() -> GraphTables:
    """The sample graph and, for each awkward text, an official of that name who attends, with that text as sentence."""
    base = sample()
    nodes, edges, evidence = list(base.nodes), list(base.edges), list(base.evidence)
    for number, text in enumerate([*AWKWARD, IMPOSSIBLE]):
        key = f"awk-{number:02d}"
        nodes.append(Node(key, "Official", text, {"aliases": (text, "又名")}))
        edges.append(Edge(f"awk-e{number:02d}", "HOLDS", key, "org-1", 2, None, None, 0.5, {"title": text}))
        for article, start in (("art-2", 3), ("art-1", 9), ("art-3", 1)):
            evidence.append(
                Evidence(f"awk-e{number:02d}", article, text, start, start + 2, start * 2, start * 2 + 5, 0.5, "post")
            )
    nodes.append(Node("mee-3", "Meeting", "无年会议", {"date": "--11-08", "date_precision": "day", "kind": "meeting"}))
    nodes.append(Node("region:zone:青岚新区", "Region", "青岚新区", {"level": "zone", "lat": 30.25, "lon": 114.5}))
    return GraphTables(tuple(nodes), tuple(edges), tuple(evidence))


@dataclass(frozen=True)
class Made:
    """A graph folder, its tables as the store gives them, and a way to export it."""

    folder: Path
    tables: GraphTables
    out: Path

    def export(self, form: str, **selection: object) -> Path:
        path = self.out / f"{form}{len(list(self.out.iterdir()))}{FORMATS[form].suffix}"
        export(self.folder, form, path, Selection.parse(**selection))  # type: ignore[arg-type]
        return path

    def evidence(self, edge: str) -> list[Evidence]:
        """Evidence of an edge, oldest article first."""
        dates = {n.id: str(n.props.get("published") or "9999") for n in self.tables.nodes}
        found = [item for item in self.tables.evidence if item.edge == edge]
        return sorted(found, key=lambda e: (dates[e.article], e.article, e.start))


@pytest.fixture
def made(tmp_path: Path) -> Made:
    folder, out = tmp_path / "graph", tmp_path / "out"
    out.mkdir()
    write_graph(folder, awkward_graph(), graph_id="g")
    return Made(folder, read_graph(folder), out)
