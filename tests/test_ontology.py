"""The ontology is small, whole and used: every term says what it is, by an example, and what it is elsewhere."""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ibidem.describe import terms as t
from ibidem.iri import ONTOLOGY

ROOT = Path(__file__).parents[1]
ALIGNMENTS = (
    *(RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty),
    RDFS.seeAlso,
)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@cache
def ontology() -> Graph:
    graph = Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


def terms(*kinds: URIRef) -> list[URIRef]:
    found = {term for kind in kinds for term in ontology().subjects(RDF.type, kind) if isinstance(term, URIRef)}
    return sorted(term for term in found if term.startswith(ONTOLOGY))


def test_the_ontology_is_small() -> None:
    assert 15 <= len(terms(OWL.Class)) <= 22
    assert 30 <= len(terms(OWL.ObjectProperty, OWL.DatatypeProperty)) <= 42


@pytest.mark.parametrize("term", terms(*KINDS), ids=lambda term: term[len(ONTOLOGY) :])
def test_a_term_has_label_definition_example_and_alignment(term: URIRef) -> None:
    graph = ontology()
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        (text,) = graph.objects(term, predicate)
        assert isinstance(text, Literal)
        assert text.language == "en"
        assert str(text).strip()
    others = [value for predicate in ALIGNMENTS for value in graph.objects(term, predicate)]
    assert [value for value in others if not str(value).startswith(ONTOLOGY)]
    assert (term, RDFS.isDefinedBy, URIRef(ONTOLOGY.rstrip("#"))) in graph


@pytest.mark.parametrize(
    "term", terms(OWL.ObjectProperty, OWL.DatatypeProperty), ids=lambda term: term[len(ONTOLOGY) :]
)
def test_a_property_says_where_it_stands_and_what_it_holds(term: URIRef) -> None:
    graph = ontology()
    domains = [*graph.objects(term, RDFS.domain), *graph.objects(term, URIRef("https://schema.org/domainIncludes"))]
    assert domains
    (held,) = graph.objects(term, RDFS.range)
    datatype = str(held).startswith(("http://www.w3.org/2001/XMLSchema#", "http://id.loc.gov/datatypes/"))
    assert datatype == ((term, RDF.type, OWL.DatatypeProperty) in graph)


def test_the_data_use_every_term_and_no_other() -> None:
    used = {
        value.value for value in vars(t).values() if isinstance(value, NamedNode) and value.value.startswith(ONTOLOGY)
    }
    assert used == {str(term) for term in terms(*KINDS)}


def test_what_is_said_of_a_term_is_said_of_one_that_is_declared() -> None:
    declared = set(terms(*KINDS))
    for triple in ontology():
        for node in triple:
            assert (
                not (isinstance(node, URIRef) and node.startswith(ONTOLOGY) and node != URIRef(ONTOLOGY))
                or node in declared
            )


def test_queries_use_terms_that_are_declared() -> None:
    import re

    declared = {term[len(ONTOLOGY) :] for term in terms(*KINDS)}
    for path in sorted((ROOT / "queries").glob("*.rq")):
        assert set(re.findall(r"\bibidem:(\w+)", path.read_text(encoding="utf-8"))) <= declared, path.name
