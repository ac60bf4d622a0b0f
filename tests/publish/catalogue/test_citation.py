import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ibidem.dataset import Dataset, Party
from ibidem.publish.catalogue.citation import citation, datacite
from ibidem.publish.catalogue.figures import figures
from ibidem.publish.source import Source
from published import ROOT, Publication
from sources import source_of

HOSTILE = '</script>: "x" # {{a}} \u202e\u2028\x7f - ]]>\n%'


def changed(source: Source, **given: Any) -> Source:
    dataset = replace(source.workspace.dataset, **given)
    return replace(source, workspace=replace(source.workspace, dataset=dataset))


def bare(source: Source) -> Source:
    """Say as little as the settings let one say, and hostile text where they let one write."""
    contact = Party(HOSTILE, None, "e@example.org")
    dataset = Dataset(HOSTILE, HOSTILE, "en", "https://example.org/l", HOSTILE, (HOSTILE,), Party(HOSTILE), contact)
    return replace(source, workspace=replace(source.workspace, dataset=dataset))


def check(value: object, schema: Path) -> None:
    read = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.validate(value, read, format_checker=jsonschema.FormatChecker())


def test_the_citation_fits_the_schema_of_the_format(publication: Publication) -> None:
    source = source_of(publication)
    whole = changed(source, doi="10.5281/zenodo.1", license="https://example.org/licence")
    for one in (source, whole, bare(source)):
        check(yaml.safe_load(citation(one, figures(one))), ROOT / "tests" / "acceptance" / "cff" / "schema.json")


def test_the_citation_says_what_the_settings_say(publication: Publication, site: Path) -> None:
    dataset = publication.workspace.dataset
    said = yaml.safe_load((site / "CITATION.cff").read_text(encoding="utf-8"))
    assert (said["title"], said["version"], said["license"]) == (dataset.title, dataset.version, "CC0-1.0")
    assert said["date-released"] == dataset.issued
    assert [reference["year"] for reference in said["references"]] == [2017]
    assert said["references"][0]["authors"] == [{"family-names": "Sethi", "given-names": "Jajneswar"}]
    assert said["references"][0]["journal"] == "Scholarly Research Journal for Interdisciplinary Studies"
    assert "license-url" not in said


def test_hostile_text_comes_back_from_the_citation(publication: Publication) -> None:
    source = bare(source_of(publication))
    said = yaml.safe_load(citation(source, figures(source)))
    assert said["title"] == said["abstract"] == said["keywords"][0] == said["authors"][0]["name"] == HOSTILE
    assert said["license-url"] == "https://example.org/l"
    assert said["date-released"] == source.modified


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_its_yaml(text: str) -> None:
    from ibidem.publish.catalogue.citation import _scalar

    assert yaml.safe_load(_scalar(text)) == text


def test_datacite_has_what_a_doi_needs(publication: Publication, site: Path) -> None:
    said = json.loads((site / "datacite.json").read_text(encoding="utf-8"))
    assert said["identifiers"] == [{"identifier": "https://w3id.org/ibidem/dataset", "identifierType": "URL"}]
    assert said["types"]["resourceTypeGeneral"] == "Dataset"
    assert "application/gzip" in said["formats"] and not [name for name in said["formats"] if "+gzip" in name]
    assert said["publicationYear"] == (publication.workspace.dataset.issued or "")[:4]
    assert said["rightsList"][0]["rightsIdentifier"] == "CC0-1.0"
    assert {date["dateType"] for date in said["dates"]} == {"Created", "Issued", "Updated", "Other"}
    source = changed(source_of(publication), doi="10.5281/zenodo.1", publisher=Party("Ada", person=True))
    given = datacite(source, figures(source))
    assert given["identifiers"] == [{"identifier": "10.5281/zenodo.1", "identifierType": "DOI"}]
    assert given["publisher"] == "Ada"


@pytest.mark.acceptance
def test_the_schema_of_datacite_accepts_it(publication: Publication) -> None:
    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against the schema of DataCite")
    schema = Path(folder) / "datacite-schema" / "source" / "json" / "kernel-4.3" / "datacite_4.3_schema.json"
    source = source_of(publication)
    for one in (source, changed(source, doi="10.5281/zenodo.1"), bare(source)):
        check(datacite(one, figures(one)), schema)
