"""The pages of the vocabulary document every term, and give the ontology as its own files do."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ibidem.iri import ONTOLOGY
from published import ROOT

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
METADATA = (
    *("dcterms:title", "dcterms:description", "dcterms:abstract", "dcterms:creator", "dcterms:contributor"),
    *("dcterms:publisher", "dcterms:license", "dcterms:created", "dcterms:modified", "dcterms:issued"),
    *("dcterms:bibliographicCitation", "owl:versionIRI", "owl:versionInfo", "vann:preferredNamespacePrefix"),
    *("vann:preferredNamespaceUri", "<http://purl.org/ontology/bibo/status>"),
)
"""What FOOPS! asks of an ontology's description, as far as a first version can say it."""


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


def test_every_term_has_its_entry_at_its_iri(site: Path, ontology: Graph) -> None:
    page = unescape((site / "ontology.html").read_text("utf-8"))
    terms = {term for kind in KINDS for term in ontology.subjects(RDF.type, kind) if str(term).startswith(ONTOLOGY)}
    assert len(terms) > 50
    for term in terms:
        name = str(term).removeprefix(ONTOLOGY)
        assert page.count(f'<section class="term" id="{name}"') == 1
        entry = page.partition(f'<section class="term" id="{name}"')[2].partition("</section>")[0]
        for said in (RDFS.label, SKOS.definition, SKOS.example):
            assert str(ontology.value(term, said)) in entry
        assert re.search(r"used</dt><dd>[\d\u202f]+ times? in this dataset", entry)


def test_an_entry_leads_to_what_it_names(site: Path) -> None:
    page = (site / "ontology.html").read_text("utf-8")
    entry = page.partition('<section class="term" id="Quotation"')[2].partition("</section>")[0]
    assert 'href="shapes.html#Quotation"' in entry
    assert 'href="ontology.html#speaker"' in entry
    assert 'href="http://www.cidoc-crm.org/cidoc-crm/E33_Linguistic_Object"' in entry
    anchors = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="(?:ontology\.html)?#([^"]+)"', page)) <= anchors


@pytest.mark.parametrize("name", ["ontology", "ontology/1.0.0"])
def test_the_data_beside_are_the_ontology_with_its_alignments(name: str, site: Path, ontology: Graph) -> None:
    assert set(Graph().parse(site / f"{name}.ttl")) == set(ontology)
    turtle = {quad.triple for quad in parse(path=site / f"{name}.ttl", format=RdfFormat.TURTLE)}
    assert {quad.triple for quad in parse(path=site / f"{name}.jsonld", format=RdfFormat.JSON_LD)} == turtle
    page = (site / f"{name}.html").read_text("utf-8")
    root = "../" * name.count("/")
    assert f'<link rel="alternate" type="text/turtle" href="{root}{name}.ttl">' in page


def test_the_alignments_have_data_of_their_own(site: Path) -> None:
    written = set(Graph().parse(ROOT / "ontology" / "alignments.ttl"))
    assert len(written) > 40
    assert set(Graph().parse(site / "ontology" / "alignments.ttl")) == written
    assert len(set(parse(path=site / "ontology" / "alignments.jsonld", format=RdfFormat.JSON_LD))) == len(written)


@pytest.mark.parametrize("prop", METADATA)
def test_the_ontology_says_of_itself_what_catalogues_ask(prop: str, ontology: Graph) -> None:
    iri = prop.strip("<>") if prop.startswith("<") else str(ontology.namespace_manager.expand_curie(prop))
    assert (URIRef(ONTOLOGY.rstrip("#")), URIRef(iri), None) in ontology


def test_search_engines_read_the_terms(site: Path) -> None:
    page = (site / "ontology.html").read_text("utf-8")
    data = re.search('<script type="application/ld\\+json">(.*?)</script>', page, re.DOTALL)
    assert data
    described = json.loads(data[1])
    assert described["@type"] == "DefinedTermSet"
    assert {"name": "quotation"}.items() <= {term["@id"]: term for term in described["hasDefinedTerm"]}[
        f"{ONTOLOGY}Quotation"
    ].items()
