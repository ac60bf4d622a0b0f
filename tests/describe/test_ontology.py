from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from ibidem.describe import describe_ontology
from ibidem.errors import InputError
from records import BASE

ONTOLOGY = Path(__file__).parents[2] / "ontology"


def test_the_ontology_stands_in_a_graph_of_its_own() -> None:
    quads = describe_ontology(ONTOLOGY, base=BASE)
    assert len(quads) > 400
    assert {quad.graph_name for quad in quads} == {NamedNode(f"{BASE}ontology")}
    assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))


def test_a_blank_node_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<https://example.org/a> <https://example.org/b> [] .", encoding="utf-8")
    with pytest.raises(InputError, match="give it an IRI"):
        describe_ontology(tmp_path, base=BASE)


def test_what_is_no_turtle_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("\nnonsense\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        describe_ontology(tmp_path, base=BASE)
    assert raised.value.line == 2
