"""JSON-LD: schema.org where it has a word for it, our own terms besides; every edge as a statement with its evidence.

One object a line inside ``@graph``. An edge stands twice: as a plain triple (``<person> kg:ATTENDED <meeting>``, and
schema.org's own property where there is one) and as an ``rdf:Statement`` that carries confidence, dates and sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.export.outcome import Exported
from kg.export.proofs import compact, proofs
from kg.export.source import Fact, Source
from kg.model import Node

TERMS = "urn:govkg:term:"
_CONTEXT: dict[str, Any] = {
    "kg": TERMS,
    "schema": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "name": "schema:name",
    "alternateName": "schema:alternateName",
    "headline": "schema:headline",
    "confidence": {"@id": "kg:confidence", "@type": "xsd:double"},
    "weight": {"@id": "kg:weight", "@type": "xsd:integer"},
    "evidence": {"@id": "kg:evidence"},
    "article": {"@id": "kg:article", "@type": "@id"},
    "sentence": "kg:sentence",
}
_CLASSES = {
    "Article": "schema:NewsArticle",
    "Official": "schema:Person",
    "Organization": "schema:Organization",
    "Region": "schema:Place",
    "Meeting": "schema:Event",
}
#: edge type -> (schema.org's property, whether it runs from the edge's target to its source)
_SCHEMA: dict[str, tuple[str, bool]] = {
    "ATTENDED": ("schema:attendee", True),
    "HELD_IN": ("schema:location", False),
    "IN_SERIES": ("schema:superEvent", False),
    "MENTIONS": ("schema:mentions", False),
    "HOLDS": ("schema:affiliation", False),
}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as out:
        out.write('{"@context":' + compact(_CONTEXT) + ',\n"@graph":[')
        between = "\n"
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                out.write(between + compact(_node(node)))
                between = ",\n"
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                for item in _edge(fact, source):
                    out.write(between + compact(item))
                    between = ",\n"
        out.write("\n]}\n")
    return Exported(nodes, edges)


def iri(key: str) -> str:
    """The IRI of a node or edge: ``urn:govkg:`` and its id, percent-encoded beyond ASCII."""
    return "urn:govkg:" + quote(key, safe=":@", errors="replace")


def _node(node: Node) -> dict[str, Any]:
    props = dict(node.props)
    known = [_CLASSES[node.label]] if node.label in _CLASSES else []
    out: dict[str, Any] = {"@id": iri(node.id), "@type": [*known, f"kg:{node.label}"], "name": node.name}
    if node.label == "Article":
        out["headline"] = props.pop("title", None)
        out["schema:datePublished"] = props.pop("published", None)
        out["schema:publisher"] = (
            {"@type": "schema:Organization", "name": props.pop("source")} if props.get("source") else None
        )
        out["schema:author"] = [{"@type": "schema:Person", "name": name} for name in _many(props.pop("authors", ()))]
        url = props.get("url")
        if isinstance(url, str) and _WEB.fullmatch(url):
            out["schema:url"] = {"@id": props.pop("url")}
    elif node.label == "Region":
        lat, lon = props.pop("lat", None), props.pop("lon", None)
        if lat is not None and lon is not None:
            out["schema:geo"] = {"@type": "schema:GeoCoordinates", "schema:latitude": lat, "schema:longitude": lon}
        out["schema:identifier"] = props.pop("code", None)
    elif node.label == "Meeting":
        date = props.get("date")
        if isinstance(date, str) and _DATE.fullmatch(date):
            out["schema:startDate"] = date
    out["alternateName"] = _many(props.pop("aliases", ()))
    out.update((f"kg:{name}", list(value) if isinstance(value, tuple) else value) for name, value in props.items())
    return {key: value for key, value in out.items() if value is not None and value != []}


def _edge(fact: Fact, source: Source) -> Iterator[dict[str, Any]]:
    edge = fact.edge
    begins, ends = {"@id": iri(edge.source)}, {"@id": iri(edge.target)}
    yield {**begins, f"kg:{edge.type}": ends}
    known = _SCHEMA.get(edge.type)
    if edge.type == "PART_OF" and source.label_of(edge.source) == "Region":
        known = ("schema:containedInPlace", False)
    if known is not None:
        name, backwards = known
        yield {**ends, name: begins} if backwards else {**begins, name: ends}
    statement: dict[str, Any] = {
        "@id": iri(edge.id),
        "@type": ["rdf:Statement", f"kg:{edge.type}"],
        "rdf:subject": begins,
        "rdf:predicate": {"@id": f"kg:{edge.type}"},
        "rdf:object": ends,
        "weight": edge.weight,
        "confidence": edge.confidence,
        "kg:firstSeen": edge.first_seen,
        "kg:lastSeen": edge.last_seen,
        **{f"kg:{name}": value for name, value in edge.props.items()},
        "evidence": [_proof(proof) for proof in proofs(fact, source)],
    }
    yield {key: value for key, value in statement.items() if value is not None and value != []}


def _proof(proof: dict[str, Any]) -> dict[str, Any]:
    plain = {"article": iri(proof["article"]), "sentence": proof["sentence"], "confidence": proof["confidence"]}
    taken = {*plain, "title", "source", "url"}  # these stand at the article
    return {"@type": "kg:Evidence", **plain, **{f"kg:{k}": v for k, v in proof.items() if k not in taken}}


def _many(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, tuple) else []
