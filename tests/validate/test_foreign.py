from collections.abc import Iterator

from pyoxigraph import Quad, RdfFormat, parse

from ibidem.finding import Severity
from ibidem.validate.foreign import ForeignResult, validate_foreign

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
@prefix probe: <https://def.nde.nl/probe#> .
"""


def turtle(text: str) -> Iterator[Quad]:
    return iter(list(parse(PREFIXES + text, format=RdfFormat.TURTLE)))


def test_results_have_their_severity_path_and_english_message() -> None:
    shapes = """
    ex:shape a sh:NodeShape ; sh:targetClass ex:Dataset ;
      sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:message "Geef een titel"@nl, "Give a  title"@en ] ;
      sh:property [ sh:path ex:theme ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Geef een thema"@nl ] .
    """
    found = validate_foreign(turtle("ex:a a ex:Dataset ."), turtle(shapes))
    assert found == (
        ForeignResult(Severity.WARNING, "Geef een thema", "https://example.org/a", "https://example.org/theme"),
        ForeignResult(Severity.VIOLATION, "Give a title", "https://example.org/a", "https://example.org/title"),
    )


def test_a_property_shape_without_a_path_is_asked_of_the_node() -> None:
    shapes = """
    ex:shape a sh:NodeShape ; sh:targetClass ex:Dataset ; sh:property ex:loose .
    ex:loose sh:nodeKind sh:IRI ; sh:message "Name it"@en .
    """
    assert validate_foreign(turtle("ex:a a ex:Dataset ."), turtle(shapes)) == ()
    (found,) = validate_foreign(turtle("[] a ex:Dataset ."), turtle(shapes))
    assert found.severity is Severity.VIOLATION


def test_what_asks_the_network_is_left_out() -> None:
    shapes = """
    ex:shape a sh:NodeShape ; sh:targetClass ex:Dataset ; probe:reachable true ;
      sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:message "Give a title" ] .
    probe:component a sh:ConstraintComponent ; sh:parameter [ sh:path probe:reachable ] .
    """
    (found,) = validate_foreign(turtle("ex:a a ex:Dataset ."), turtle(shapes))
    assert found.message == "Give a title"


def test_what_is_missing_is_named_where_the_shape_does_not_say_it() -> None:
    shapes = "ex:shape a sh:NodeShape ; sh:targetClass ex:Dataset ; sh:property [ sh:path ex:title ; sh:minCount 1 ] ."
    (found,) = validate_foreign(turtle("ex:a a ex:Dataset ."), turtle(shapes))
    assert found.message == "there is no title"
