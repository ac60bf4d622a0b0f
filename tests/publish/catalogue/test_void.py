from pathlib import Path

import rdflib
from rdflib import RDF, URIRef
from rdflib.namespace import VOID
from rdflib.term import Node

from ibidem.publish.catalogue.figures import figures
from published import Publication
from sources import source_of

NODE = URIRef("https://w3id.org/ibidem/dataset")
SAME_AS = URIRef("https://schema.org/sameAs")


def well_known(site: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(site / ".well-known" / "void", format="turtle")


def number(void: rdflib.Graph, subject: Node, name: URIRef) -> int:
    return int(str(void.value(subject, name)))


def test_partitions_add_up_to_the_whole(site: Path, publication: Publication) -> None:
    void, counted = well_known(site), figures(source_of(publication))
    parts = list(void.objects(NODE, VOID.propertyPartition))
    assert len(parts) == len(counted.properties) == number(void, NODE, VOID.properties)
    assert sum(number(void, part, VOID.triples) for part in parts) == counted.triples
    assert number(void, NODE, VOID.triples) == counted.triples
    classes = {void.value(part, VOID["class"]): part for part in void.objects(NODE, VOID.classPartition)}
    assert len(classes) == number(void, NODE, VOID.classes)
    pointers = classes[URIRef("http://purl.org/spar/c4o/InTextReferencePointer")]
    (state,) = publication.report.papers
    assert number(void, pointers, VOID.entities) == dict(state.counts)["pointers"]


def test_linksets_lead_from_the_dataset_to_others(site: Path) -> None:
    void = well_known(site)
    linksets = set(void.subjects(RDF.type, VOID.Linkset))
    assert len(linksets) >= 4
    assert linksets == set(void.objects(NODE, VOID.subset))
    for linkset in linksets:
        assert void.value(linkset, VOID.subjectsTarget) == NODE
        assert void.value(linkset, VOID.linkPredicate) == SAME_AS
        target = void.value(linkset, VOID.objectsTarget)
        assert (target, RDF.type, VOID.Dataset) in void


def test_dumps_examples_and_vocabularies_are_named(site: Path) -> None:
    void = well_known(site)
    dumps = {str(dump).removeprefix("https://w3id.org/ibidem/") for dump in void.objects(NODE, VOID.dataDump)}
    assert len(dumps) == 4
    assert all((site / dump).is_file() for dump in dumps)
    assert URIRef("https://w3id.org/ibidem/sethi-2017") in set(void.objects(NODE, VOID.exampleResource))
    assert URIRef("http://purl.org/spar/cito/") in set(void.objects(NODE, VOID.vocabulary))


def test_the_whole_description_holds_what_the_file_for_robots_holds(site: Path) -> None:
    file = URIRef("https://w3id.org/ibidem/.well-known/void")
    own = {triple for triple in well_known(site) if triple[0] != file}
    assert own <= set(rdflib.Graph().parse(site / "dataset.ttl"))
    assert (file, RDF.type, VOID.DatasetDescription) in well_known(site)
