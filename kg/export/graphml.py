"""GraphML: one file, nodes and edges with flat attributes."""

from __future__ import annotations

from pathlib import Path

from kg.export.attributes import edge_attributes, edge_fields, node_attributes, node_fields
from kg.export.outcome import Exported
from kg.export.source import Source
from kg.export.xml import escape

_TYPES = {"string": "string", "int": "long", "float": "double"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_HEAD)
        for owner, fields in (("node", node_fields(source.labels)), ("edge", edge_fields(source.types))):
            for name, kind in fields.items():
                out.write(
                    f'<key id="{owner[0]}_{name}" for="{owner}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
                )
        out.write('<graph id="G" edgedefault="directed">\n')
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                data = "".join(f'<data key="n_{k}">{escape(str(v))}</data>' for k, v in node_attributes(node))
                out.write(f'<node id="{escape(node.id)}">{data}</node>\n')
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                edge = fact.edge
                data = "".join(f'<data key="e_{k}">{escape(str(v))}</data>' for k, v in edge_attributes(fact, source))
                ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
                out.write(f'<edge id="{escape(edge.id)}" {ends}>{data}</edge>\n')
        out.write("</graph>\n</graphml>\n")
    return Exported(nodes, edges)
