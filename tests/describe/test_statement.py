import pytest
from pyoxigraph import NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, generated, in_language, integer, links, matched, texts

NODES = Nodes.of("https://example.org/", "doe-2001")
NODE = NODES.node("actor", "x")


def test_what_the_paper_does_not_say_is_not_stated() -> None:
    assert list(texts(NODE, (t.TITLE, None), (t.TITLE, ""))) == []
    assert list(links(NODE, t.SPEAKER, NODES, "actor", (None,))) == []
    assert list(matched(NODE, "actor", None, NODES)) == []


def test_rules_and_decisions_are_told_apart() -> None:
    made = [value for _, _, value in generated(NODE, ("ibid", "decision/why"), NODES)]
    assert made == [NODES.node("rule", "ibid"), NODES.node("decision", "why")]


def test_a_node_stands_under_its_paper_and_an_authority_above_papers() -> None:
    assert NODE.value == "https://example.org/doe-2001/actor/x"
    assert NODES.shared("actor", "x").value == "https://example.org/actor/x"


def test_a_whole_number_has_its_datatype() -> None:
    assert integer(7).datatype == t.XSD_INTEGER


@pytest.mark.parametrize(
    ("code", "name"), [("en", "ENG"), ("pt-BR", "POR"), ("DE", "DEU"), ("grc", "GRC"), ("English", None), ("xx", None)]
)
def test_a_language_is_a_node_of_the_list_of_the_european_union(code: str, name: str | None) -> None:
    found = [value for _, _, value in in_language(NODE, code)]
    assert found == ([NamedNode(f"http://publications.europa.eu/resource/authority/language/{name}")] if name else [])
