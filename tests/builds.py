"""Small builds, for tests of what changes from one to another."""

from pyoxigraph import RdfFormat, parse

from ibidem.change.dumps import Dump, dump_in
from ibidem.dump import to_nquads

BASE = "https://example.org/data/"
GRAPH = f"{BASE}harbour"
_PREFIXES = f"""
@base <{GRAPH}/> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix biro: <http://purl.org/spar/biro/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix fabio: <http://purl.org/spar/fabio/> .
@prefix ibidem: <https://w3id.org/ibidem/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix pro: <http://purl.org/spar/pro/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
PAPER = f'<{GRAPH}> a fabio:ResearchPaper ; dcterms:title "Harbours" .'
WORK = '<work/fees> a fabio:Work, schema:Book ; dcterms:title "Fees" ; ibidem:kind "book" .'
ACTOR = '<actor/holm> a ibidem:Actor, ibidem:Person ; skos:prefLabel "Erik Holm" .'
QUOTATION = '<quotation/no-fee> a ibidem:Quotation ; ibidem:category "speech" ; ibidem:speaker <actor/holm> .'
TREATY = """
<treaty/toll> a ibidem:Treaty ; skos:prefLabel "Toll Treaty" ; pro:isDocumentContextFor <participation/toll-norway> .
<participation/toll-norway> a ibidem:Participation ; ibidem:participant <actor/holm> ; ibidem:capacity "party" .
"""


def passage(body: str, exact: str, *, start: int = 3) -> str:
    """Write a passage that is evidence for a node."""
    place = f"{start}-{start + len(exact)}"
    return f"""
    <passage/{place}> a oa:Annotation ; oa:hasBody <{body}> ; oa:hasTarget <passage/{place}#target> .
    <passage/{place}#target> oa:hasSelector <passage/{place}#selector> .
    <passage/{place}#selector> a oa:TextQuoteSelector ; oa:exact "{exact}" ; oa:start {start} .
    """


def quads(*turtle: str) -> bytes:
    """Give the N-Quads of the graph of one paper, written as Turtle."""
    text = f"{_PREFIXES}<{GRAPH}> {{ {' '.join(turtle)} }}"
    return to_nquads(parse(text, format=RdfFormat.TRIG))


def build(*turtle: str) -> Dump:
    """Give a build of one paper, written as Turtle."""
    return dump_in(quads(*turtle))
