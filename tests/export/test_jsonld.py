"""JSON-LD, read by rdflib as any linked-data program would."""

from __future__ import annotations

import pytest

from kg.export.jsonld import TERMS, iri
from tests.export.conftest import Made

rdflib = pytest.importorskip("rdflib")
SCHEMA = "https://schema.org/"


def test_it_is_the_graph(made: Made) -> None:
    graph = rdflib.Graph().parse(made.export("jsonld"), format="json-ld")
    uri = rdflib.URIRef
    rdf = rdflib.RDF
    classes = {"Official": "Person", "Organization": "Organization", "Region": "Place", "Meeting": "Event"}
    for node in made.tables.nodes:
        here = uri(iri(node.id))
        assert (here, rdf.type, uri(TERMS + node.label)) in graph
        if node.label in classes:
            assert (here, rdf.type, uri(SCHEMA + classes[node.label])) in graph
        assert str(graph.value(here, uri(SCHEMA + "name"))) == node.name
    statements = set(graph.subjects(rdf.type, rdf.Statement))
    assert statements == {uri(iri(edge.id)) for edge in made.tables.edges}
    for edge in made.tables.edges:
        here = uri(iri(edge.id))
        triple = tuple(graph.value(here, p) for p in (rdf.subject, rdf.predicate, rdf.object))
        assert triple == (uri(iri(edge.source)), uri(TERMS + edge.type), uri(iri(edge.target)))
        assert triple in graph
        assert float(graph.value(here, uri(TERMS + "confidence"))) == edge.confidence
        first = graph.value(here, uri(TERMS + "firstSeen"))
        assert (str(first) if first is not None else None) == edge.first_seen
        proofs = {
            (str(graph.value(p, uri(TERMS + "article"))), str(graph.value(p, uri(TERMS + "sentence"))))
            for p in graph.objects(here, uri(TERMS + "evidence"))
        }
        assert proofs == {(iri(e.article), e.sentence) for e in made.evidence(edge.id)}


def test_schema_org_links(made: Made) -> None:
    graph = rdflib.Graph().parse(made.export("jsonld"), format="json-ld")
    uri = rdflib.URIRef
    assert (uri(iri("mee-1")), uri(SCHEMA + "attendee"), uri(iri("per-1"))) in graph
    assert (uri(iri("reg-3")), uri(SCHEMA + "containedInPlace"), uri(iri("reg-1"))) in graph
    assert (uri(iri("mee-2")), uri(SCHEMA + "location"), uri(iri("reg-4"))) in graph
    assert (uri(iri("art-1")), uri(SCHEMA + "url"), uri("https://example.org/1")) in graph
    assert not list(graph.objects(uri(iri("art-2")), uri(SCHEMA + "url"))), "javascript: is no address to follow"
    assert not list(graph.objects(uri(iri("mee-3")), uri(SCHEMA + "startDate"))), "no year, no date"
