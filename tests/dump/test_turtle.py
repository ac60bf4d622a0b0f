from collections.abc import Iterable

from hypothesis import given
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.dump.graph import split_graphs, to_nquads
from ibidem.dump.turtle import TurtleGraph, write_trig, write_turtle
from quads import QUADS

BASE = "https://w3id.org/ibidem/"
PAPER = f"{BASE}doe-2001"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "ibidem": "https://w3id.org/ibidem/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "unused": "http://example.org/unused#",
    "xsd": XSD,
}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def graphs(quads: Iterable[Quad]) -> list[TurtleGraph]:
    return [TurtleGraph(graph, prefixes=PREFIXES, base=BASE) for graph in split_graphs(to_nquads(quads), base=BASE)]


def quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(f"{PAPER}{subject}"), NamedNode(predicate), value, NamedNode(PAPER))


QUOTED = [
    quad("/quotation/b", TYPE, NamedNode("https://w3id.org/ibidem/ontology#Quotation")),
    quad("/quotation/b", "https://w3id.org/ibidem/ontology#supportedBy", NamedNode(f"{PAPER}/pointer/10")),
    quad("/quotation/b", "https://w3id.org/ibidem/ontology#supportedBy", NamedNode(f"{PAPER}/pointer/9")),
    quad("/quotation/b", "http://purl.org/dc/terms/title", Literal('He said "no".\n<b>\\</b> \u202e .')),
    quad("/quotation/b", "http://www.w3.org/ns/oa#start", Literal("7", datatype=NamedNode(f"{XSD}nonNegativeInteger"))),
    quad("/pointer/9", "https://w3id.org/ibidem/ontology#number", Literal(9)),
    quad("/pointer/9", "https://w3id.org/ibidem/ontology#former", Literal(True)),
    quad("", "http://purl.org/dc/terms/title", Literal("The War", language="en")),
]


def test_a_paper_reads_like_a_page() -> None:
    assert write_turtle(graphs(QUOTED), prefixes=PREFIXES, base=BASE) == (
        """@base <https://w3id.org/ibidem/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ibidem: <https://w3id.org/ibidem/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<doe-2001> dcterms:title "The War"@en .

<doe-2001/pointer/9> ibidem:number 9 ;
    ibidem:former true .

<doe-2001/quotation/b> a ibidem:Quotation ;
    dcterms:title "He said \\"no\\".\\n<b>\\\\</b> \u202e ." ;
    oa:start "7"^^xsd:nonNegativeInteger ;
    ibidem:supportedBy <doe-2001/pointer/9>, <doe-2001/pointer/10> .
"""
    )


def test_trig_keeps_the_graphs_apart() -> None:
    quads = [*QUOTED[:1], Quad(NamedNode("a:a"), NamedNode("a:b"), NamedNode("a:c"))]
    assert write_trig(graphs(quads), prefixes=PREFIXES, base=BASE) == (
        """@base <https://w3id.org/ibidem/> .
@prefix ibidem: <https://w3id.org/ibidem/ontology#> .

<a:a> <a:b> <a:c> .

<doe-2001> {

<doe-2001/quotation/b> a ibidem:Quotation .

}
"""
    )


def test_long_lists_stand_one_a_line() -> None:
    values = [NamedNode(f"{PAPER}/pointer/{number}") for number in range(20)]
    text = write_turtle(graphs(quad("", "a:b", value) for value in values), prefixes=PREFIXES, base=BASE)
    assert text.count("\n        <doe-2001/pointer/") == 19


def test_without_a_base_and_with_blank_nodes_and_triple_terms_it_is_turtle() -> None:
    text = '_:a <a:b> _:c .\n<a:a> <a:b> <<( <a:c> <a:d> "e" )>> .\n'
    (graph,) = split_graphs(text.encode(), base="")
    written = write_turtle([TurtleGraph(graph, prefixes={}, base="")], prefixes={}, base="")
    assert "@base" not in written
    found = list(parse(written.encode(), format=RdfFormat.TURTLE))
    assert len(found) == 2
    assert any(isinstance(item.subject, BlankNode) for item in found)


@given(QUADS)
def test_only_the_prefixes_that_are_used_are_declared(quads: list[Quad]) -> None:
    text = write_trig(graphs(quads), prefixes=PREFIXES, base=BASE)
    head, _, body = text.partition("\n\n")
    declared = [line.split(" ")[1] for line in head.split("\n") if line.startswith("@prefix")]
    assert declared == sorted(declared)
    assert all(prefix in body for prefix in declared)
    assert set(parse(text.encode(), format=RdfFormat.TRIG)) == set(quads)


def test_a_stands_for_the_property_alone() -> None:
    """Where the property is itself spoken of, as subject or as value, its IRI is written."""
    kind = NamedNode(TYPE)
    spoken = [
        Quad(NamedNode(PAPER), kind, kind, NamedNode(PAPER)),
        Quad(kind, NamedNode("http://purl.org/dc/terms/title"), Literal("type"), NamedNode(PAPER)),
    ]
    text = write_turtle(graphs(spoken), prefixes=PREFIXES, base=BASE)
    assert text.count("\n<doe-2001> a <") == 1
    assert {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)} == {quad.triple for quad in spoken}
