"""The dataset as a research object (RO-Crate 1.2): what each file is, and all of them in one package."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ibidem.dataset import Party
from ibidem.describe.dataset import contact_iri, party_iri
from ibidem.publish.catalogue.distribution import DUMPS, distributions, format_of
from ibidem.publish.catalogue.figures import Figures
from ibidem.publish.catalogue.wording import licence_of, period, spatial
from ibidem.publish.source import Source

METADATA = "ro-crate-metadata.json"

_VERSION = "https://w3id.org/ro/crate/1.2"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644
_LEVEL = 6
_HELD: tuple[tuple[str, str], ...] = (
    (f"{DUMPS}/README.md", "What the dumps are, and how to check them"),
    (f"{DUMPS}/SHA256SUMS", "The hash of each dump"),
    ("dataset.ttl", "The dataset in DCAT-AP 3, VoID and PROV-O, as Turtle"),
    ("dataset.jsonld", "The dataset in DCAT-AP 3, VoID and PROV-O, as JSON-LD"),
    ("dataset-schema.ttl", "The dataset in schema.org, as Turtle"),
    ("dataset-schema.jsonld", "The dataset in schema.org, as JSON-LD"),
    ("CITATION.cff", "How to cite the dataset"),
    ("datacite.json", "The dataset in DataCite's metadata"),
    ("ontology.ttl", "The ontology that the data speak"),
    ("shapes.ttl", "The shapes (SHACL) that the data fit"),
    ("queries/*.rq", "A question that can be asked of the data"),
    ("crosswalks/*", "The data in another vocabulary"),
    ("crosswalks/bibliography/*", "The works that a paper cites, for reference managers and editions"),
    ("crosswalks/*/*csv*", "A table of the data for spreadsheets, or its description (CSVW)"),
)
"""What a crate holds beside the dumps, as far as it stands in the site."""

Entity = dict[str, Any]


def crate_files(folder: Path, source: Source) -> dict[str, str]:
    """Give the paths of what the crate holds, with what each is."""
    files = {file.path: file.description for file in distributions(source)}
    for pattern, what in _HELD:
        found = sorted(path for path in folder.glob(pattern) if path.is_file())
        files |= {path.relative_to(folder).as_posix(): what for path in found}
    return files


def crate_metadata(folder: Path, source: Source, figures: Figures, files: dict[str, str]) -> Entity:
    """Give the crate's metadata; each file must stand in the folder."""
    descriptor = {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": _VERSION}, "about": {"@id": "./"}}
    whole = _root(source, figures, files)
    hashes = {file.path: file.sha256 for file in distributions(source)}
    held = [_file(folder, path, what, hashes.get(path)) for path, what in files.items()]
    parties = dict.fromkeys((source.workspace.dataset.publisher, *source.workspace.dataset.makers))
    context = [*(_party(source, party) for party in parties), *_contextual(source, figures)]
    return {"@context": f"{_VERSION}/context", "@graph": [descriptor, whole, *held, *context]}


def _root(source: Source, figures: Figures, files: dict[str, str]) -> Entity:
    dataset = source.workspace.dataset
    whole = f"{source.base}dataset"
    root: Entity = {"@id": "./", "@type": "Dataset", "name": dataset.title, "description": dataset.description}
    # An identifier has to lead to this very crate: what a DOI does, and the dataset's own IRI does not.
    root |= {"identifier": {"@id": f"https://doi.org/{dataset.doi}"} if dataset.doi else None, "url": whole}
    root |= {"datePublished": dataset.issued or source.modified, "dateModified": source.modified}
    root |= {"license": {"@id": dataset.license}, "keywords": _alone(dataset.keywords), "inLanguage": dataset.language}
    root |= {"publisher": {"@id": party_iri(whole, dataset.publisher)}}
    root |= {"creator": _alone([{"@id": party_iri(whole, maker)} for maker in dataset.makers])}
    root |= {"contactPoint": {"@id": contact_iri(whole)}, "version": dataset.version}
    root |= {"temporalCoverage": period(figures.earliest, figures.latest)}
    root |= {"spatialCoverage": _alone([{"@id": iri} for iri, _ in spatial(dataset, figures.papers)])}
    root |= {"isBasedOn": _alone([{"@id": paper.iri} for paper in figures.papers])}
    root |= {"hasPart": [{"@id": path} for path in files]}
    return {key: value for key, value in root.items() if value}


def _alone(values: Sequence[Any]) -> Any:
    """Write one value without a list, as RO-Crate 1.2 wants it."""
    return values[0] if len(values) == 1 else list(values)


def _file(folder: Path, path: str, what: str, sha256: str | None) -> Entity:
    entity: Entity = {"@id": path, "@type": "File", "name": path.rpartition("/")[2], "description": what}
    entity["contentSize"] = str((folder / path).stat().st_size)
    found = format_of(path)
    entity["encodingFormat"] = found.sent if found is not None else "text/plain"
    return entity | ({"sha256": sha256} if sha256 else {})


def _party(source: Source, party: Party) -> Entity:
    whole = f"{source.base}dataset"
    iri = party_iri(whole, party)
    kind = "Person" if party.person else "Organization"
    return {"@id": iri, "@type": kind, "name": party.name, "url": iri, "contactPoint": {"@id": contact_iri(whole)}}


def _contextual(source: Source, figures: Figures) -> Iterator[Entity]:
    dataset = source.workspace.dataset
    licence, contact = licence_of(dataset.license), dataset.contact
    about = {"name": licence.name, "description": dataset.rights, "identifier": licence.spdx or licence.iri}
    yield {"@id": licence.iri, "@type": "CreativeWork", **about}
    reached = {"name": contact.name, "email": contact.email, "contactType": "data", "url": contact.iri}
    yield {"@id": contact_iri(f"{source.base}dataset"), "@type": "ContactPoint"} | {
        key: value for key, value in reached.items() if value
    }
    if dataset.doi:
        address = f"https://doi.org/{dataset.doi}"
        scheme = {"propertyID": "https://registry.identifiers.org/registry/doi", "value": dataset.doi, "url": address}
        yield {"@id": address, "@type": "PropertyValue", "name": "DOI", **scheme}
    for paper in figures.papers:
        yield {"@id": paper.iri, "@type": "ScholarlyArticle", "name": paper.title, "sha256": paper.sha256}
    for iri, name in spatial(dataset, figures.papers):
        yield {"@id": iri, "@type": "Place"} | ({"name": name} if name else {})


def crate_package(folder: Path, files: dict[str, str]) -> bytes:
    """Pack the metadata and the files; equal files give equal bytes."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    output = io.BytesIO()
    with ZipFile(output, "w") as package:
        for path in (METADATA, *sorted(files)):
            entry = ZipInfo(path, _EPOCH)
            entry.create_system = 3
            entry.external_attr = _MODE << 16
            kind = ZIP_STORED if path.endswith(".gz") else ZIP_DEFLATED
            package.writestr(entry, (folder / path).read_bytes(), kind, _LEVEL)
    return output.getvalue()
