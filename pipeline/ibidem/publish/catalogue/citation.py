"""How to cite the dataset: CITATION.cff (Citation File Format 1.2.0) and DataCite's metadata (kernel 4.3)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ibidem.dataset import Party
from ibidem.publish.catalogue.distribution import distributions_of
from ibidem.publish.catalogue.figures import Figures, PaperFigures
from ibidem.publish.catalogue.wording import licence_of, period, themes
from ibidem.publish.source import Source

CRATE = "ibidem.crate.zip"
"""The name of the package of all that is described, in the site's root."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_YEAR = re.compile(r"\d{4}")


def citation(source: Source, figures: Figures) -> str:
    """Write CITATION.cff; the papers are its references."""
    dataset = source.workspace.dataset
    licence = licence_of(dataset.license)
    whole = f"{source.base}dataset"
    said: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": dataset.title,
        "abstract": dataset.description,
        "authors": [_entity(maker) for maker in dataset.makers],
        "contact": [_entity(dataset.contact)],
        "doi": dataset.doi,
        "identifiers": [{"type": "url", "value": whole, "description": "The dataset, whatever its version"}],
        "version": dataset.version,
        "date-released": dataset.issued or source.modified,
        "license": licence.spdx,
        "license-url": "" if licence.spdx else licence.iri,
        "url": whole,
        "repository-artifact": f"{source.address}{CRATE}",
        "keywords": list(dict.fromkeys(dataset.keywords)),
        "references": [_reference(paper) for paper in figures.papers if paper.authors],
    }
    return "".join(f"{line}\n" for line in _yaml({key: value for key, value in said.items() if value}))


def _entity(party: Party) -> dict[str, str]:
    entity = {"name": party.name, "website": party.iri, "email": party.email}
    return {key: value for key, value in entity.items() if value}


def _reference(paper: PaperFigures) -> dict[str, Any]:
    year = _YEAR.match(paper.date)
    reference: dict[str, Any] = {"type": "article", "title": paper.title}
    reference["authors"] = [
        {"family-names": family, "given-names": given} if family else {"name": name}
        for name, (family, given) in zip(paper.authors, paper.parts, strict=True)
    ]
    if paper.journal:
        reference["journal"] = paper.journal
    if year:
        reference["year"] = int(year.group())
    return reference | {"url": paper.iri}


def _yaml(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Write YAML in blocks; every string stands in quotation marks, so that none is taken for something else."""
    for key, held in value.items():
        if isinstance(held, list) and all(isinstance(item, dict) for item in held):
            yield f"{indent}{key}:"
            for item in held:
                first, *rest = _yaml(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(held, list):
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_scalar(item)}" for item in held)
        else:
            yield f"{indent}{key}: {_scalar(held)}"


def _scalar(value: object) -> str:
    """Write a value as JSON, which is YAML but for a few signs that YAML takes for line breaks or for none."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False))


def datacite(source: Source, figures: Figures) -> dict[str, Any]:
    """Give DataCite's metadata as JSON; without a DOI the dataset is identified by its IRI."""
    dataset, licence = source.workspace.dataset, licence_of(source.workspace.dataset.license)
    whole, held = f"{source.base}dataset", distributions_of(source).get(None, ())
    language = dataset.language
    identifier = (dataset.doi, "DOI") if dataset.doi else (whole, "URL")
    rights = {"rights": licence.name, "rightsUri": licence.iri}
    if licence.spdx:
        spdx = {"rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/"}
        rights |= {"rightsIdentifier": licence.spdx, **spdx}
    said: dict[str, Any] = {
        "identifiers": [dict(zip(("identifier", "identifierType"), identifier, strict=True))],
        "creators": [_named(maker) for maker in dataset.makers],
        "titles": [{"title": dataset.title, "lang": language}],
        "publisher": dataset.publisher.name,
        "publicationYear": (dataset.issued or source.modified)[:4],
        "types": {"resourceType": "Linked open data", "resourceTypeGeneral": "Dataset"},
        "subjects": [*_subjects(source)],
        "contributors": [{"contributorType": "ContactPerson", **_named(dataset.contact)}],
        "dates": [*_dates(source, figures)],
        "language": language,
        "alternateIdentifiers": [{"alternateIdentifier": whole, "alternateIdentifierType": "URL"}],
        "relatedIdentifiers": [*_related(source, figures)],
        "sizes": [f"{figures.triples:,} triples", *(f"{file.size:,} bytes ({file.name})" for file in held)],
        "formats": list(dict.fromkeys(file.format.sent for file in held)),
        "version": dataset.version,
        "rightsList": [rights],
        "descriptions": [
            {"description": dataset.description, "descriptionType": "Abstract", "lang": language},
            {"description": dataset.rights, "descriptionType": "Other", "lang": language},
        ],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return {key: value for key, value in said.items() if value}


def _named(party: Party) -> dict[str, Any]:
    return {"name": party.name, "nameType": "Personal" if party.person else "Organizational"}


def _subjects(source: Source) -> Iterator[dict[str, str]]:
    dataset = source.workspace.dataset
    for keyword in dict.fromkeys(dataset.keywords):
        yield {"subject": keyword, "lang": dataset.language}
    scheme = "http://publications.europa.eu/resource/authority/data-theme"
    for code, name in themes(dataset):
        yield {"subject": name, "subjectScheme": "EU data theme", "schemeUri": scheme, "valueUri": f"{scheme}/{code}"}


def _dates(source: Source, figures: Figures) -> Iterator[dict[str, str]]:
    dataset = source.workspace.dataset
    days = (("Created", dataset.created), ("Issued", dataset.issued), ("Updated", source.modified))
    yield from ({"date": day, "dateType": kind} for kind, day in days if day)
    span = period(figures.earliest, figures.latest)
    if span:
        yield {"date": span, "dateType": "Other", "dateInformation": "When what the papers tell of happened"}


def _related(source: Source, figures: Figures) -> Iterator[dict[str, str]]:
    def link(address: str, relation: str) -> dict[str, str]:
        return {"relatedIdentifier": address, "relatedIdentifierType": "URL", "relationType": relation}

    yield from (link(paper.iri, "IsDerivedFrom") for paper in figures.papers)
    yield link(f"{source.address}dataset.html", "IsDocumentedBy")
    yield link(f"{source.address}dataset.ttl", "HasMetadata") | {"relatedMetadataScheme": "DCAT-AP 3"}
