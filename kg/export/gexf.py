"""GEXF 1.2 for Gephi: as GraphML, with time. An edge lasts from its first to its last article."""

from __future__ import annotations

import re
from pathlib import Path

from kg.export.attributes import edge_attributes, edge_fields, node_attributes, node_fields
from kg.export.outcome import Exported
from kg.export.source import Source
from kg.export.xml import escape
from kg.model import Edge, Node

_TYPES = {"string": "string", "int": "long", "float": "double"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
"""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Already said by the element's own attributes.
_SPOKEN = frozenset(["label", "weight"])


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_HEAD)
        numbers: dict[str, dict[str, int]] = {}
        for owner, fields in (("node", node_fields(source.labels)), ("edge", edge_fields(source.types))):
            out.write(f'<attributes class="{owner}" mode="static">\n')
            numbers[owner] = {name: i for i, name in enumerate(name for name in fields if name not in _SPOKEN)}
            for name, number in numbers[owner].items():
                out.write(f'<attribute id="{number}" title="{name}" type="{_TYPES[fields[name]]}"/>\n')
            out.write("</attributes>\n")
        out.write("<nodes>\n")
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                values = "".join(
                    f'<attvalue for="{numbers["node"][k]}" value="{escape(str(v))}"/>'
                    for k, v in node_attributes(node)
                    if k not in _SPOKEN
                )
                out.write(
                    f'<node id="{escape(node.id)}" label="{escape(node.name)}"{_node_time(node)}>'
                    f"<attvalues>{values}</attvalues></node>\n"
                )
        out.write("</nodes>\n<edges>\n")
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                edge = fact.edge
                values = "".join(
                    f'<attvalue for="{numbers["edge"][k]}" value="{escape(str(v))}"/>'
                    for k, v in edge_attributes(fact, source)
                    if k not in _SPOKEN
                )
                out.write(
                    f'<edge id="{escape(edge.id)}" source="{escape(edge.source)}" target="{escape(edge.target)}" '
                    f'label="{edge.type}" weight="{edge.weight}"{_edge_time(edge)}>'
                    f"<attvalues>{values}</attvalues></edge>\n"
                )
        out.write("</edges>\n</graph>\n</gexf>\n")
    return Exported(nodes, edges)


def _node_time(node: Node) -> str:
    """An article on the day it appeared, a meeting on its day; everything else has always been there."""
    day = node.props.get("published" if node.label == "Article" else "date")
    return f' start="{day}" end="{day}"' if isinstance(day, str) and _DAY.fullmatch(day) else ""


def _edge_time(edge: Edge) -> str:
    bounds = (("start", edge.first_seen), ("end", edge.last_seen))
    return "".join(f' {name}="{day}"' for name, day in bounds if day and _DAY.fullmatch(day))
