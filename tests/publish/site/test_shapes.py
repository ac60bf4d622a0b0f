"""The page of the shapes says what they ask."""

import re
from html import unescape
from pathlib import Path

from rdflib import BNode, Graph

from ibidem.publish.site.constraint import SH, grouped, read_shapes
from published import ROOT

PREFIXES = {"ibidem": "https://w3id.org/ibidem/ontology#", "sh": SH, "xsd": "http://www.w3.org/2001/XMLSchema#"}
TURTLE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ibidem: <https://w3id.org/ibidem/ontology#> . @prefix shape: <https://w3id.org/ibidem/shapes#> .
shape:Boat a sh:NodeShape ; sh:targetClass ibidem:Boat ; sh:closed true ; sh:message "say what a boat is" ;
  sh:property shape:Boat-name, shape:Boat-crew, shape:Boat-port .
shape:Boat-name a sh:PropertyShape ; sh:path ibidem:name ; sh:datatype xsd:string ; sh:minLength 1 ; sh:minCount 1 ;
  sh:maxCount 1 ; sh:message "name it" .
shape:Boat-crew a sh:PropertyShape ; sh:path [ sh:inversePath ibidem:boat ] ; sh:minCount 2 ; sh:severity sh:Warning ;
  sh:or ( [ sh:class ibidem:Person ] [ sh:class ibidem:People ] ) ; sh:message "man it" .
shape:Boat-port a sh:PropertyShape ; sh:path ( ibidem:at [ sh:alternativePath ( ibidem:a ibidem:b ) ] ) ;
  sh:in ( "Ruritania" ibidem:x ) ; sh:message "berth it" .
shape:Afloat a sh:NodeShape ; sh:targetSubjectsOf ibidem:boat ; sh:message "float" .
"""


def test_a_shape_is_read_with_paths_counts_and_values(tmp_path: Path) -> None:
    (tmp_path / "boat.ttl").write_text(TURTLE)
    afloat, boat = read_shapes(tmp_path, prefixes=PREFIXES)
    assert (boat.name, boat.targets, boat.closed, boat.severity) == ("Boat", ("ibidem:Boat",), True, "violation")
    assert (afloat.name, afloat.targets, afloat.closed) == ("Afloat", ("ibidem:boat",), False)
    found = {held.name: (held.path, held.takes, held.limits, held.count, held.severity) for held in boat.constraints}
    assert found == {
        "Boat-crew": ("^ibidem:boat", "ibidem:Person or ibidem:People", (), "2..*", "warning"),
        "Boat-name": ("ibidem:name", "xsd:string", ("not empty",), "1", "violation"),
        "Boat-port": ("ibidem:at/ibidem:a or ibidem:b", "Ruritania, ibidem:x", (), "0..*", "violation"),
    }
    assert grouped((afloat, boat)) == {"More": [boat]}


def test_every_shape_and_constraint_has_its_place_and_its_message(site: Path) -> None:
    page = (site / "shapes.html").read_text("utf-8")
    shapes = read_shapes(ROOT / "shapes", prefixes=PREFIXES)
    text = re.sub("</?code>", "`", page)
    said = [(shape.name, shape.message) for shape in shapes]
    said += [(constraint.name, constraint.message) for shape in shapes for constraint in shape.constraints]
    assert len(said) > 200
    for name, message in said:
        assert f'id="{name}"' in page
        assert message[1:] in unescape(text)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    inside = set(re.findall(r'href="#([^"]+)"', page))
    assert inside <= set(ids)


def named(graph: Graph) -> set[tuple[object, ...]]:
    return {triple for triple in graph if not any(isinstance(node, BNode) for node in triple)}


def test_the_turtle_holds_all_shapes(site: Path) -> None:
    whole, apart = Graph(), Graph()
    whole.parse(site / "shapes.ttl")
    for path in (ROOT / "shapes").glob("*.ttl"):
        apart.parse(path)
    # Every shape has an IRI: what is said of them, and how much there is besides, tells two sets apart.
    assert named(whole) == named(apart)
    assert len(named(whole)) > 1000
    assert len(whole) == len(apart)
