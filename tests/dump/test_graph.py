from hypothesis import given
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.dump.graph import natural, read_literal, split_graphs, split_line, to_nquads
from quads import QUADS, XSD

BASE = "https://w3id.org/ibidem/"
PAPER = f"{BASE}doe-2001"


@given(QUADS)
def test_lines_are_sorted_once_each_and_say_the_quads(quads: list[Quad]) -> None:
    data = to_nquads([*quads, *reversed(quads)])
    lines = data.split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    assert set(parse(data, format=RdfFormat.N_QUADS)) == set(quads)
    assert to_nquads(parse(data, format=RdfFormat.N_QUADS)) == data


@given(QUADS)
def test_splitting_keeps_every_term(quads: list[Quad]) -> None:
    found = set()
    for graph in split_graphs(to_nquads(quads), base=BASE):
        name = DefaultGraph() if graph.name is None else NamedNode(graph.name)
        for subject, predicates in graph.subjects:
            for predicate, values in predicates.items():
                for value in values:
                    found.add(Quad(node(subject), node(predicate), term(value), name))
    assert found == set(quads)


def node(term: str) -> NamedNode:
    return NamedNode(term[1:-1])


def term(text: str) -> NamedNode | Literal:
    if text.startswith("<"):
        return node(text)
    value, datatype, language = read_literal(text)
    return Literal(value, language=language) if language else Literal(value, datatype=NamedNode(datatype))


def test_a_literal_in_the_default_graph_is_not_taken_for_one_in_a_graph() -> None:
    for literal in ('"a"^^<urn:x>', '"a <b>"', '"a \\" <b>"^^<urn:x>', '"> <b>"@en'):
        assert split_line(f"<a:a> <a:b> {literal} .") == ("<a:a>", "<a:b>", literal, None)
        assert split_line(f"<a:a> <a:b> {literal} <g:g> .") == ("<a:a>", "<a:b>", literal, "g:g")


def test_the_paper_stands_first_then_notes_works_and_the_story_then_evidence() -> None:
    order = ("", "/pointer/2", "/pointer/10", "/reference/1", "/work/a", "/actor/b", "/quotation/c", "/passage/9-20")
    a = NamedNode(f"{XSD}a")
    nodes = [
        *(NamedNode(f"{PAPER}{path}") for path in order),
        NamedNode(f"{PAPER}/unheard/of"),
        NamedNode(f"{BASE}actor/b"),
    ]
    (graph,) = split_graphs(to_nquads(Quad(item, a, a, NamedNode(PAPER)) for item in reversed(nodes)), base=BASE)
    assert [subject for subject, _ in graph.subjects] == [f"<{item.value}>" for item in nodes]


def test_graphs_stand_in_the_order_of_their_names_the_default_graph_first() -> None:
    a = NamedNode(f"{XSD}a")
    quads = [Quad(a, a, a, NamedNode(name)) for name in ("b:b", "a:a")] + [Quad(a, a, a)]
    assert [graph.name for graph in split_graphs(to_nquads(quads), base=BASE)] == [None, "a:a", "b:b"]


def test_numbers_are_put_in_order_by_their_value() -> None:
    terms = ["<a:10>", "<a:9>", "<a:9b>", '"10"', '"9"', "<a:\u00b2>", "<a:a>"]
    assert sorted(terms, key=natural) == ['"9"', '"10"', "<a:9>", "<a:9b>", "<a:10>", "<a:a>", "<a:\u00b2>"]


def test_blank_nodes_of_an_answer_are_kept() -> None:
    quad = Quad(BlankNode("x"), NamedNode("a:b"), BlankNode("y"))
    (graph,) = split_graphs(to_nquads([quad]), base="")
    assert graph.subjects == (("_:x", {"<a:b>": ["_:y"]}),)
