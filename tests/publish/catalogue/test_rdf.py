from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.publish.catalogue.rdf import to_jsonld, to_turtle
from ibidem.publish.catalogue.terms import Statement

BASE = "https://example.org/d/"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format={".ttl": "turtle", ".jsonld": "json-ld"}[path.suffix])


@pytest.mark.parametrize("name", ["dataset", "dataset-schema"])
def test_turtle_and_jsonld_say_the_same_without_a_blank_node(site: Path, name: str) -> None:
    turtle, jsonld = graph(site / f"{name}.ttl"), graph(site / f"{name}.jsonld")
    assert len(turtle) > 100
    assert set(turtle) == set(jsonld)
    assert not [term for triple in turtle for term in triple if isinstance(term, rdflib.BNode)]


@pytest.mark.parametrize("name", ["dataset", "dataset-schema"])
def test_a_context_needs_nothing_else(site: Path, name: str) -> None:
    import json

    context = json.loads((site / f"{name}.jsonld").read_text(encoding="utf-8"))["@context"]
    assert isinstance(context, dict)
    assert "@import" not in context


def test_mixed_and_hostile_values_come_back(tmp_path: Path) -> None:
    node, other = NamedNode(f"{BASE}a"), NamedNode("https://example.org/x#type")
    said: list[Statement] = [
        (node, t.A, NamedNode("https://example.org/x#type")),
        (node, t.TITLE, Literal('<script>"\\\n\u202e')),
        (node, t.TITLE, Literal("a", language="en")),
        (node, t.TITLE, NamedNode(f"{BASE}b")),
        (node, t.ISSUED, Literal("2026-01-01", datatype=t.XSD_DATE)),
        (node, t.ISSUED, Literal("soon")),
        (node, other, Literal(5)),
        (node, NamedNode("https://example.org/y#type"), Literal(True)),
        (other, t.A, t.A),
    ]
    (tmp_path / "a.ttl").write_bytes(to_turtle(said, base=BASE))
    (tmp_path / "a.jsonld").write_bytes(to_jsonld(said, base=BASE))
    turtle, jsonld = graph(tmp_path / "a.ttl"), graph(tmp_path / "a.jsonld")
    assert len(turtle) == len(said)
    assert set(turtle) == set(jsonld)


def test_the_order_of_statements_does_not_matter() -> None:
    said: list[Statement] = [(NamedNode(f"{BASE}{name}"), t.TITLE, Literal(name)) for name in "cabca"]
    for write in (to_turtle, to_jsonld):
        assert write(said, base=BASE) == write(said[::-1], base=BASE)
