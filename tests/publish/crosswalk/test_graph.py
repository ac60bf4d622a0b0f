import json

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from crosswalks import written
from ibidem.errors import QueryError
from ibidem.publish.crosswalk.graph import construct, to_jsonld, to_turtle

BASE = "https://example.org/"
PREFIX = "PREFIX ex: <https://example.com/ns#>\n"
THING, OTHER = NamedNode(f"{BASE}paper/a"), NamedNode(f"{BASE}paper/b")
NAME = NamedNode("https://example.com/ns#name")


def store() -> Store:
    made = Store()
    made.extend(Quad(one, NAME, two) for one, two in ((OTHER, THING), (THING, OTHER)))
    return made


def test_an_answer_is_written_under_the_prefixes_that_the_query_declares() -> None:
    view = written(f"# What?\n{PREFIX}CONSTRUCT {{ ?a ex:name ?b }} {{ ?a ?p ?b }}")
    graph = construct(store(), view, base=BASE)
    turtle = to_turtle(graph, view.prefixes, base=BASE)
    assert b"@prefix ex: <https://example.com/ns#> ." in turtle
    assert turtle.index(b"<paper/a> ex:name <paper/b>") < turtle.index(b"<paper/b> ex:name <paper/a>")
    held = {(quad.subject, quad.object) for quad in parse(turtle, format=RdfFormat.TURTLE)}
    assert held == {(THING, OTHER), (OTHER, THING)}
    assert json.loads(to_jsonld(graph, view.prefixes, base=BASE))["@graph"][0] == {
        "id": "paper/a",
        "ex:name": {"id": "paper/b"},
    }


def test_an_empty_answer_is_an_empty_graph() -> None:
    view = written(f"# What?\n{PREFIX}CONSTRUCT {{ ?a ex:name ?b }} {{ ?a ex:none ?b }}")
    graph = construct(store(), view, base=BASE)
    assert not list(parse(to_turtle(graph, view.prefixes, base=BASE), format=RdfFormat.TURTLE))
    assert json.loads(to_jsonld(graph, view.prefixes, base=BASE))["@graph"] == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("CONSTRUCT { ?a ex:name [] } { ?a ?p ?b }", "makes blank nodes"),
        ("CONSTRUCT { [] ex:name ?a } { ?a ?p ?b }", "makes blank nodes"),
        ("SELECT * { ?a ?p ?b }", "is no CONSTRUCT query"),
        ("CONSTRUCT { ?a ex:name ?b } {", "does not work"),
        ("CONSTRUCT { ?a ex:name ?b } { SERVICE ex:x { ?a ex:name ?b } }", "SERVICE"),
        ("INSERT DATA { ex:a ex:name ex:b }", "only read|read-only|update"),
    ],
)
def test_a_query_that_makes_no_graph_of_named_nodes_is_refused_with_its_file(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        construct(store(), written(f"# What?\n{PREFIX}{query}"), base=BASE)
    assert str(caught.value.path) == "view.rq"


def test_words_that_look_like_blank_nodes_are_words() -> None:
    view = written(f'# What?\n{PREFIX}CONSTRUCT {{ ?a ex:name "> _:b ." }} {{ ?a ?p ?b }}')
    assert len(construct(store(), view, base=BASE).subjects) == 2
