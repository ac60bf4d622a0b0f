from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph

from described import gathered
from ibidem.dataset import Dataset, Party
from ibidem.describe import describe_dataset
from ibidem.errors import InputError
from records import BASE

DATASET = Dataset(
    title="Papers",
    description="Some papers",
    language="en",
    license="https://creativecommons.org/publicdomain/zero/1.0/",
    rights="CC0",
    keywords=("notes",),
    publisher=Party("Ada"),
    contact=Party("Bob", "https://example.org/bob", "bob@example.org"),
    creators=(Party("Cy", "https://example.org/cy"),),
    landing_page="https://example.org/",
    issued="2026-01-02",
    version="1",
)


def test_the_dataset_is_described_in_the_default_graph() -> None:
    quads = describe_dataset(DATASET, base=BASE, papers=["a-2001", "b-2002"])
    assert {type(quad.graph_name) for quad in quads} == {DefaultGraph}
    assert gathered(quads) == {
        "../dataset": {
            "a": ["dcat:Dataset", "void:Dataset"],
            "dcterms:title": ["Papers"],
            "dcterms:description": ["Some papers"],
            "dcterms:language": ["http://publications.europa.eu/resource/authority/language/ENG"],
            "dcterms:rights": ["CC0"],
            "dcat:version": ["1"],
            "dcterms:license": ["https://creativecommons.org/publicdomain/zero/1.0/"],
            "dcat:keyword": ["notes"],
            "dcat:landingPage": ["https://example.org/"],
            "dcterms:issued": ["2026-01-02^^xsd:date"],
            "dcterms:publisher": ["../dataset#party-ada"],
            "dcterms:creator": ["https://example.org/cy"],
            "dcat:contactPoint": ["../dataset#contact"],
            "void:vocabulary": ["ibidem:"],
            "void:uriSpace": [BASE],
            "dcterms:hasPart": ["../a-2001", "../b-2002"],
        },
        "../dataset#party-ada": {"a": ["foaf:Agent"], "foaf:name": ["Ada"]},
        "https://example.org/cy": {"a": ["foaf:Agent"], "foaf:name": ["Cy"]},
        "../dataset#contact": {
            "a": ["vcard:Kind"],
            "vcard:fn": ["Bob"],
            "vcard:hasEmail": ["mailto:bob@example.org"],
            "vcard:hasURL": ["https://example.org/bob"],
        },
    }


@pytest.mark.parametrize("key", ["license", "landing_page"])
def test_what_should_be_an_iri_and_is_none_is_an_error(key: str) -> None:
    with pytest.raises(InputError, match=f"`{key}` is no IRI"):
        describe_dataset(replace(DATASET, **{key: "not there"}), base=BASE, papers=[])  # type: ignore[arg-type]
