import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import BNode, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from ibidem.validate.graph import flattened, focus_nodes, to_graph

A, B, C = (NamedNode(f"https://example.org/{name}") for name in "abc")


def test_terms_are_those_that_rdflib_makes_itself() -> None:
    kinds: list[tuple[NamedNode | BlankNode | Literal, Node]] = [
        (C, URIRef("https://example.org/c")),
        (BlankNode("x"), BNode("x")),
        (Literal("x"), RdfLiteral("x")),
        (Literal("x", language="en"), RdfLiteral("x", lang="en")),
        (
            Literal("007", datatype=NamedNode(str(XSD.integer))),
            RdfLiteral("007", datatype=XSD.integer, normalize=False),
        ),
        (Literal("x", datatype=NamedNode(str(XSD.date))), RdfLiteral("x", datatype=XSD.date)),
    ]
    for ours, theirs in kinds:
        assert list(to_graph([Quad(A, B, ours)])) == [(URIRef(A.value), URIRef(B.value), theirs)]


def test_graphs_are_united() -> None:
    assert len(to_graph([Quad(A, B, C, A), Quad(A, B, C, B), Quad(A, B, A, B)])) == 2


def test_a_quoted_triple_is_refused() -> None:
    with pytest.raises(TypeError):
        to_graph([Quad(A, B, Triple(A, B, C))])


def test_a_query_is_parsed_once_and_answered_for_each_binding() -> None:
    graph = to_graph([Quad(A, B, Literal("1")), Quad(C, B, Literal("2"))])
    text = "SELECT $this ?value { $this <https://example.org/b> ?value }"
    for node, value in ((A, "1"), (C, "2")):
        (row,) = graph.query(text, initBindings={"this": URIRef(node.value)})
        assert row == (URIRef(node.value), RdfLiteral(value))


def test_targets_go_to_property_shapes_and_closed_shapes_keep_their_paths() -> None:
    shape, constraint = URIRef("https://example.org/S"), URIRef("https://example.org/S-p")
    shapes = to_graph([])
    for triple in (
        (shape, RDF.type, SH.NodeShape),
        (shape, SH.targetClass, URIRef(C.value)),
        (shape, SH.closed, RdfLiteral(True)),
        (shape, SH.property, constraint),
        (constraint, SH.path, URIRef(B.value)),
    ):
        shapes.add(triple)
    flat = flattened(shapes)
    assert list(flat.objects(constraint, SH.targetClass)) == [URIRef(C.value)]
    assert list(flat.objects(shape, SH.property)) == []
    (ignored,) = flat.objects(shape, SH.ignoredProperties)
    assert list(flat.items(ignored)) == [URIRef(B.value)]
    assert len(shapes) == 5


def test_focus_nodes_are_instances_of_a_class_and_subjects_of_a_property() -> None:
    graph = to_graph([Quad(A, NamedNode(str(RDF.type)), C), Quad(A, B, C), Quad(B, B, C)])
    assert focus_nodes(graph, C.value) == {URIRef(A.value)}
    assert focus_nodes(graph, B.value) == {URIRef(A.value), URIRef(B.value)}
