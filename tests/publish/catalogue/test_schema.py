from dataclasses import replace

from ibidem.dataset import Party
from ibidem.publish.catalogue import schema_description
from ibidem.publish.catalogue.schema import to_statements
from published import Publication
from sources import source_of


def test_a_party_is_told_once_and_then_named(publication: Publication) -> None:
    said = schema_description(source_of(publication))
    assert said["publisher"]["@type"] == "Organization"
    assert said["publisher"]["contactPoint"]["email"].startswith("maintainers@")
    assert said["creator"] == {"@id": said["publisher"]["@id"]}
    assert said["hasPart"]["publisher"] == {"@id": said["publisher"]["@id"]}


def test_what_is_not_known_is_left_out(publication: Publication) -> None:
    source = source_of(publication)
    dataset = replace(source.workspace.dataset, version=None, created=None, about=(), keywords=(), themes=())
    said = schema_description(replace(source, workspace=replace(source.workspace, dataset=dataset)))
    assert not {"version", "dateCreated", "about"} & said.keys()
    assert said["keywords"] == "Education, culture and sport"


def test_what_the_program_says_is_english_in_a_dataset_of_another_language(publication: Publication) -> None:
    source = source_of(publication)
    dataset = replace(source.workspace.dataset, language="de", publisher=Party("Ada", person=True))
    said = schema_description(replace(source, workspace=replace(source.workspace, dataset=dataset)))
    assert said["@context"]["@language"] == "de"
    assert said["distribution"][0]["name"] == {"@value": "The whole dataset as JSON-LD", "@language": "en"}
    assert said["publisher"]["@type"] == "Person"
    languages = {value.language for _, name, value in to_statements(said) if name.value == "https://schema.org/name"}  # type: ignore[union-attr]
    assert languages == {"de", "en"}


def test_numbers_and_addresses_are_as_search_engines_read_them(publication: Publication) -> None:
    said = schema_description(source_of(publication))
    files = {file["encodingFormat"]: file for file in said["distribution"]}
    assert "application/n-quads+gzip" in files
    assert all(file["contentSize"].isdecimal() and len(file["sha256"]) == 64 for file in files.values())
    assert said["temporalCoverage"].count("/") == 1
    assert said["spatialCoverage"][0]["@type"] == "Place"
