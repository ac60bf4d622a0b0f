from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import DCTERMS, RDF, URIRef
from rdflib.namespace import DCAT

from ibidem.dataset import Dataset, Party
from ibidem.publish.catalogue.dcat import describe_catalogue
from ibidem.publish.catalogue.figures import figures
from ibidem.publish.catalogue.rdf import to_turtle
from ibidem.publish.source import Source
from published import Publication
from sources import source_of

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
EU = "http://publications.europa.eu/resource/authority/"


@pytest.fixture(scope="module")
def described(site: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(site / "dataset.ttl")


def changed(source: Source, dataset: Dataset) -> rdflib.Graph:
    """Describe the same store under other settings."""
    other = replace(source, workspace=replace(source.workspace, dataset=dataset))
    return rdflib.Graph().parse(data=to_turtle(describe_catalogue(other, figures(other)), base=source.base))


def test_every_distribution_tells_the_length_and_the_hash_of_its_file(described: rdflib.Graph, site: Path) -> None:
    nodes = list(described.subjects(RDF.type, DCAT.Distribution))
    assert len(nodes) > 20
    for node in nodes:
        address = str(described.value(node, DCAT.downloadURL))
        data = (site / address.removeprefix("https://w3id.org/ibidem/")).read_bytes()
        size = rdflib.Literal(len(data), datatype=rdflib.XSD.nonNegativeInteger)
        assert described.value(node, DCAT.byteSize) == size
        checksum = described.value(node, SPDX.checksum)
        assert str(described.value(checksum, SPDX.checksumValue)) == sha256(data).hexdigest()
        assert described.value(node, DCAT.accessURL) == described.value(node, DCAT.downloadURL)
        assert str(described.value(node, DCAT.mediaType)).startswith("http://www.iana.org/assignments/media-types/")
        assert str(described.value(node, DCTERMS.format)).startswith(f"{EU}file-type/")
        assert described.value(node, DCTERMS.license) and described.value(node, DCTERMS.conformsTo)


def test_the_data_of_each_paper_are_a_part_with_distributions_of_their_own(described: rdflib.Graph) -> None:
    whole = URIRef("https://w3id.org/ibidem/dataset")
    (part,) = described.objects(whole, DCTERMS.hasPart)
    assert (part, RDF.type, DCAT.Dataset) in described
    assert described.value(part, DCTERMS.subject) == URIRef("https://w3id.org/ibidem/sethi-2017")
    ours, theirs = (set(described.objects(node, DCAT.distribution)) for node in (whole, part))
    assert len([node for node in ours if "#dump-" in str(node)]) == 4
    assert len(theirs) == 2
    assert not ours & theirs


def test_the_span_of_time_is_that_of_the_events(described: rdflib.Graph, publication: Publication) -> None:
    counted = figures(source_of(publication))
    period = described.value(URIRef("https://w3id.org/ibidem/dataset"), DCTERMS.temporal)
    assert str(described.value(period, DCAT.startDate)) == counted.earliest
    assert str(described.value(period, DCAT.endDate)) == counted.latest


def test_what_the_settings_do_not_say_is_not_said(publication: Publication) -> None:
    source = source_of(publication)
    bare = Dataset(
        "A", "B", "en", "https://example.org/licence", "C", (), Party("D"), Party("E", None, "e@example.org")
    )
    said = changed(source, bare)
    assert said.value(URIRef(f"{source.base}dataset"), DCTERMS.publisher) == URIRef(f"{source.base}dataset#party-d")
    assert said.value(URIRef(f"{source.base}dataset"), DCTERMS.creator) == URIRef(f"{source.base}dataset#party-d")
    absent = (DCTERMS.issued, DCTERMS.created, DCTERMS.accrualPeriodicity, DCAT.service, DCAT.keyword)
    assert not [name for name in absent if (None, name, None) in said]
    assert set(said.objects(None, DCAT.theme)) == {URIRef(f"{EU}data-theme/EDUC")}
    assert set(said.objects(None, DCTERMS.modified)) == {rdflib.Literal(source.modified, datatype=rdflib.XSD.date)}


def test_what_the_settings_say_is_said(publication: Publication) -> None:
    source = source_of(publication)
    person = Party("Ada", "https://orcid.org/0000-0000-0000-0000", person=True, type="PrivateIndividual(s)")
    given: dict[str, Any] = {"doi": "10.5281/zenodo.1", "frequency": "MONTHLY"}
    given["sparql"] = "https://example.org/sparql"
    dataset = replace(source.workspace.dataset, publisher=person, spatial=("https://example.org/x",), **given)
    said = changed(source, dataset)
    node = URIRef(f"{source.base}dataset")
    assert str(said.value(node, DCTERMS.identifier)) == "https://doi.org/10.5281/zenodo.1"
    assert said.value(node, DCTERMS.accrualPeriodicity) == URIRef(f"{EU}frequency/MONTHLY")
    assert set(said.objects(None, DCTERMS.spatial)) == {URIRef("https://example.org/x")}
    assert (URIRef(str(person.iri)), RDF.type, FOAF.Person) in said
    service = said.value(predicate=RDF.type, object=DCAT.DataService)
    assert said.value(service, DCAT.endpointURL) == URIRef("https://example.org/sparql")
    assert said.value(service, DCAT.servesDataset) == node
