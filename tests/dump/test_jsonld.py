import json
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.dump.graph import split_graphs, to_nquads
from ibidem.dump.jsonld import Compaction, compact, named_graph, prefixes_of, write_jsonld
from quads import QUADS

BASE = "https://w3id.org/ibidem/"
PAPER = f"{BASE}doe-2001"
IBIDEM = "https://w3id.org/ibidem/ontology#"
OA = "http://www.w3.org/ns/oa#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CONTEXT = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    "dcterms": "http://purl.org/dc/terms/",
    "ibidem": IBIDEM,
    "oa": OA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "Quotation": "ibidem:Quotation",
    "title": "dcterms:title",
    "hasTarget": {"@id": "oa:hasTarget", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "number": {"@id": "ibidem:number", "@type": "xsd:integer"},
    "former": {"@id": "ibidem:former", "@type": "xsd:boolean"},
    "value": {"@id": "ibidem:value", "@type": "xsd:decimal"},
}


def nodes(quads: Iterable[Quad]) -> list[Any]:
    (graph,) = split_graphs(to_nquads(quads), base=BASE)
    return compact(graph, Compaction.of(CONTEXT, base=BASE))


def quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(f"{PAPER}{subject}"), NamedNode(predicate), value, NamedNode(PAPER))


def typed(text: str, name: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{name}"))


def test_values_are_as_short_as_the_context_lets_them_be() -> None:
    quads = [
        quad("/a", TYPE, NamedNode(f"{IBIDEM}Quotation")),
        quad("/a", "http://purl.org/dc/terms/title", Literal("A")),
        quad("/a", "http://purl.org/dc/terms/title", Literal("B", language="de")),
        quad("/a", f"{OA}start", typed("7", "nonNegativeInteger")),
        quad("/a", f"{IBIDEM}number", typed("8", "integer")),
        quad("/a", f"{IBIDEM}former", typed("true", "boolean")),
        quad("/a", f"{IBIDEM}value", typed("1.50", "decimal")),
        quad("/a", f"{OA}hasTarget", NamedNode(f"{PAPER}/b")),
        quad("/a", "http://example.org/p", NamedNode("http://example.org/o")),
    ]
    assert nodes(quads) == [
        {
            "id": "doe-2001/a",
            "type": "Quotation",
            "title": ["A", {"@value": "B", "@language": "de"}],
            "number": 8,
            "value": "1.50",
            "start": 7,
            "former": True,
            "hasTarget": "doe-2001/b",
            "http://example.org/p": {"id": "http://example.org/o"},
        }
    ]


def test_what_the_context_does_not_expect_says_its_type() -> None:
    quads = [
        quad("/a", f"{OA}start", typed("7", "integer")),
        quad("/a", f"{IBIDEM}number", typed("07", "integer")),
        quad("/b", f"{IBIDEM}former", typed("1", "boolean")),
        quad("/b", f"{OA}hasTarget", Literal("text")),
        quad("/b", f"{IBIDEM}number", typed("12345678901234567890", "integer")),
    ]
    assert nodes(quads) == [
        {"id": "doe-2001/a", "number": "07", "start": {"@value": "7", "@type": "xsd:integer"}},
        {"id": "doe-2001/b", "number": "12345678901234567890", "former": "1", "hasTarget": {"@value": "text"}},
    ]


LINK = f"{OA}hasTarget"


def part(whole: str, piece: str) -> Quad:
    return quad(whole, LINK, NamedNode(f"{PAPER}{piece}"))


def title(subject: str, text: str) -> Quad:
    return quad(subject, "http://purl.org/dc/terms/title", Literal(text))


def test_a_part_stands_inside_its_whole_where_it_is_a_part_of_nothing_else() -> None:
    shared = [part("/p", "/shared"), part("/q", "/shared"), title("/shared", "y")]
    named = quad("/q", "http://example.org/p", NamedNode(f"{PAPER}/quote"))
    quads = [part("/p", "/target"), part("/target", "/quote"), title("/quote", "x"), *shared, named]
    quote = {"id": "doe-2001/quote", "title": "x"}
    assert nodes(quads) == [
        {
            "id": "doe-2001/p",
            "hasTarget": ["doe-2001/shared", {"id": "doe-2001/target", "hasTarget": quote}],
        },
        {"id": "doe-2001/q", "hasTarget": "doe-2001/shared", "http://example.org/p": {"id": "doe-2001/quote"}},
        {"id": "doe-2001/shared", "title": "y"},
    ]


def test_what_is_a_part_of_itself_is_written_once() -> None:
    assert nodes([part("/a", "/a")]) == [{"id": "doe-2001/a", "hasTarget": "doe-2001/a"}]
    ring = [part("/a", "/b"), part("/b", "/c"), part("/c", "/a")]
    assert nodes(ring) == [
        {
            "id": "doe-2001/c",
            "hasTarget": {"id": "doe-2001/a", "hasTarget": {"id": "doe-2001/b", "hasTarget": "doe-2001/c"}},
        }
    ]


def test_the_prefixes_of_a_context_are_its_namespaces() -> None:
    assert sorted(prefixes_of(CONTEXT)) == ["dcterms", "ibidem", "oa", "xsd"]


@given(QUADS)
def test_a_graph_under_its_name_says_what_its_quads_say(quads: list[Quad]) -> None:
    compaction = Compaction.of(CONTEXT, base=BASE)
    parts = [(graph.name, compact(graph, compaction)) for graph in split_graphs(to_nquads(quads), base=BASE)]
    held: list[object] = [node for name, found in parts if name is None for node in found]
    held += [named_graph(name, found, compaction) for name, found in parts if name is not None]
    data = write_jsonld(held, context=CONTEXT, base=BASE)
    assert set(parse(data, format=RdfFormat.JSON_LD)) == set(quads)
    assert json.loads(data)["@context"] == {"@base": BASE, **CONTEXT}
