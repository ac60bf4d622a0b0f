import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.validate.line import line_finder

TURTLE = """@prefix ex: <https://example.org/> .
@base <https://example.org/papers/> .

ex:a ex:knows ex:b .
ex:b ex:knows ex:a ;
    ex:knows <x/y> .
<x/y> ex:knows ex:c .
<https://example.org/papers/z> ex:knows <x/y> .
"""
JSON = """{
  "@context": {"ex": "https://example.org/", "@base": "https://example.org/papers/"},
  "@graph": [
    {"@id": "ex:a", "ex:knows": {"@id": "ex:b"}},
    {
      "@id": "x/y"
    }
  ]
}
"""
XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="https://example.org/a">
</rdf:Description>
</rdf:RDF>
"""
NQUADS = "<https://example.org/a> <https://example.org/k> <https://example.org/b> <https://example.org/g> .\n"

CASES = [
    (TURTLE, "https://example.org/a", 4),
    (TURTLE, "https://example.org/b", 5),
    (TURTLE, "https://example.org/papers/x/y", 7),
    (TURTLE, "https://example.org/papers/z", 8),
    (TURTLE, "https://example.org/c", 7),
    (TURTLE, "https://example.org/nobody", None),
    (JSON, "https://example.org/a", 4),
    (JSON, "https://example.org/b", 4),
    (JSON, "https://example.org/papers/x/y", 6),
    (XML, "https://example.org/a", 2),
    (NQUADS, "https://example.org/a", 1),
    (NQUADS, "https://example.org/b", 1),
    ("", "https://example.org/a", None),
]


@pytest.mark.parametrize(("text", "iri", "line"), CASES)
def test_the_line_that_describes_a_node_comes_before_those_that_name_it(text: str, iri: str, line: int | None) -> None:
    assert line_finder(text)(iri) == line


@given(st.text(), st.text())
def test_any_text_is_looked_through(text: str, iri: str) -> None:
    line = line_finder(text)(iri)
    assert line is None or 1 <= line <= text.count("\n") + 1
