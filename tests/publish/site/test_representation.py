from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from ibidem.publish.site.entity import Entities
from ibidem.publish.site.facts import HAS_BODY
from published import Publication
from sources import source_of


def triples(path: Path) -> set[Triple]:
    format = RdfFormat.TURTLE if path.suffix == ".ttl" else RdfFormat.JSON_LD
    return {quad.triple for quad in parse(path.read_bytes(), format=format)}


def test_beside_every_page_of_an_entity_stand_turtle_and_json_ld_that_say_the_same(
    publication: Publication, site: Path
) -> None:
    entities = Entities(source_of(publication))
    pages = entities.pages()
    assert len(pages) > 1500
    for path, subjects in pages.items():
        assert (site / f"{path}.html").is_file(), path
        turtle = triples(site / f"{path}.ttl")
        for subject in subjects:
            said = {
                Triple(NamedNode(subject), NamedNode(prop), value)
                for prop, values in entities.facts.statements[subject].items()
                for value in values
            }
            assert said <= turtle, path
        assert triples(site / f"{path}.jsonld") == turtle, path


def test_a_description_holds_the_evidence_and_what_points_to_the_node(publication: Publication, site: Path) -> None:
    source = source_of(publication)
    facts = Entities(source).facts
    iri = f"{source.base}sethi-2017/reference/9"
    said = triples(site / "sethi-2017" / "reference" / "9.ttl")
    for passage in facts.passages(iri):
        assert Triple(NamedNode(passage), NamedNode(HAS_BODY), NamedNode(iri)) in said
    pointer = NamedNode(f"{source.base}sethi-2017/pointer/9")
    assert Triple(pointer, NamedNode("http://purl.org/spar/c4o/denotes"), NamedNode(iri)) in said
    assert any(triple.predicate.value == "http://www.w3.org/ns/oa#exact" for triple in said)
