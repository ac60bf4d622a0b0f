"""The dataset as schema.org describes it: for search engines, and registers that read nothing else."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ibidem.dataset import Party
from ibidem.describe.dataset import contact_iri, party_iri
from ibidem.iri import part
from ibidem.publish.catalogue.dcat import paper_iri
from ibidem.publish.catalogue.distribution import Distribution, distributions_of
from ibidem.publish.catalogue.figures import Figures, PaperFigures, figures
from ibidem.publish.catalogue.terms import Statement
from ibidem.publish.catalogue.wording import paper_description, paper_title, period, spatial, themes
from ibidem.publish.source import Source

Node = dict[str, Any]

_IRIS = ("about", "contentUrl", "isBasedOn", "license", "mainEntityOfPage", "url")
_DATES = ("dateCreated", "dateModified", "datePublished")
_CODES = (
    *("contentSize", "email", "encodingFormat", "identifier", "inLanguage", "sha256", "temporalCoverage", "version"),
    "contactType",
)
"""The properties whose values are in no language."""


def schema_description(source: Source, views: tuple[Distribution, ...] = ()) -> Node:
    """Give the description as JSON-LD with its context inside, as pages embed it."""
    dataset, counted = source.workspace.dataset, figures(source)
    said = _Said(source, counted)
    node: Node = {"@context": _context(dataset.language), "@id": said.whole, "@type": "Dataset"}
    node |= {"name": dataset.title, "description": dataset.description}
    node |= {"identifier": f"https://doi.org/{dataset.doi}" if dataset.doi else said.whole}
    node |= {"url": dataset.landing_page or source.address, "mainEntityOfPage": f"{source.address}dataset.html"}
    node |= said.common(counted.papers, counted.earliest, counted.latest)
    node |= {"publisher": said.party(dataset.publisher), "creator": [said.party(maker) for maker in dataset.makers]}
    node |= {"about": list(dataset.about), "includedInDataCatalog": said.catalogue()}
    node |= {"distribution": [*said.files(None), *map(said.file, views)]}
    node |= {"hasPart": [said.paper(paper) for paper in counted.papers]}
    return _filled(node)


def to_statements(node: Node) -> Iterator[Statement]:
    """Give what JSON-LD with its context inside says; a statement with a blank node is not among them."""
    for quad in parse(msgspec.json.encode(node), format=RdfFormat.JSON_LD):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            yield subject, quad.predicate, value


def _context(language: str) -> Node:
    context: Node = {"@vocab": "https://schema.org/", "@language": language}
    context |= {name: {"@type": "@id"} for name in _IRIS}
    context |= {name: {"@type": "Date"} for name in _DATES}
    return context | {name: {"@language": None} for name in _CODES}


def _filled(node: Node) -> Node:
    """Leave out what is not known, and put one value for a list of one."""
    kept = {key: value for key, value in node.items() if value not in (None, "", [])}
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in kept.items()}


class _Said:
    """What is said of one source; each party is described in the first place where it comes, later only named."""

    def __init__(self, source: Source, counted: Figures) -> None:
        self.source, self.counted = source, counted
        self.dataset = source.workspace.dataset
        self.whole = f"{source.base}dataset"
        self._told: set[str] = set()

    def english(self, text: str) -> object:
        return text if self.dataset.language == "en" else {"@value": text, "@language": "en"}

    def common(self, papers: Iterable[PaperFigures], earliest: str, latest: str) -> Node:
        """Say what is true of the dataset and of the data of a paper alike."""
        dataset = self.dataset
        names = [name for _, name in themes(dataset)]
        # What the portals' themes are called is English, as a rule the language of the keywords.
        places = [_filled({"@id": iri, "@type": "Place", "name": name}) for iri, name in spatial(dataset, papers)]
        return {
            "license": dataset.license,
            "isAccessibleForFree": True,
            "keywords": [*dataset.keywords, *(self.english(name) for name in names)],
            "version": dataset.version,
            "inLanguage": dataset.language,
            "temporalCoverage": period(earliest, latest),
            "spatialCoverage": places,
            "isBasedOn": [paper.iri for paper in papers],
            **self.dates(),
        }

    def dates(self) -> Node:
        """Give the three dates, as far as they are known."""
        dates = {"dateCreated": self.dataset.created, "datePublished": self.dataset.issued}
        return {**dates, "dateModified": self.source.modified}

    def party(self, party: Party) -> Node:
        """Describe a party with its contact, or name it where that was done already."""
        iri = party_iri(self.whole, party)
        if iri in self._told:
            return {"@id": iri}
        self._told.add(iri)
        kind = "Person" if party.person else "Organization"
        return {"@id": iri, "@type": kind, "name": party.name, "identifier": iri, "contactPoint": self.contact()}

    def contact(self) -> Node:
        """Describe the contact of the dataset, or name it where that was done already."""
        iri, contact = contact_iri(self.whole), self.dataset.contact
        if iri in self._told:
            return {"@id": iri}
        self._told.add(iri)
        about = {"name": contact.name, "email": contact.email, "contactType": "data", "url": contact.iri}
        return _filled({"@id": iri, "@type": "ContactPoint", **about})

    def catalogue(self) -> Node:
        """Describe the catalogue that the dataset stands in."""
        dataset = self.dataset
        name = self.english(f"Catalogue of {dataset.publisher.name}")
        node = {"@id": part(self.whole, "catalogue"), "@type": "DataCatalog", "name": name, "description": name}
        publisher = {"@id": party_iri(self.whole, dataset.publisher)}
        return node | {"url": self.source.address, "publisher": publisher, "license": dataset.license}

    def paper(self, paper: PaperFigures) -> Node:
        """Describe the data of a paper."""
        iri = paper_iri(self.source, paper.id)
        node: Node = {"@id": iri, "@type": "Dataset", "name": self.english(paper_title(paper))}
        node |= {"description": self.english(paper_description(paper)), "identifier": iri}
        node |= {"url": f"{self.source.address}{paper.id}.html"}
        node |= self.common((paper,), paper.earliest, paper.latest)
        node |= {"publisher": self.party(self.dataset.publisher)}
        node |= {"creator": [self.party(maker) for maker in self.dataset.makers], "about": list(self.dataset.about)}
        node |= {"includedInDataCatalog": {"@id": part(self.whole, "catalogue")}}
        return _filled(node | {"distribution": self.files(paper.id)})

    def files(self, paper: str | None) -> list[Node]:
        """Describe the distributions of the whole dataset, or of a paper."""
        return [self.file(file) for file in distributions_of(self.source).get(paper, ())]

    def file(self, file: Distribution) -> Node:
        """Describe a distribution."""
        node: Node = {"@id": file.iri, "@type": "DataDownload", "name": self.english(file.title)}
        node |= {"description": self.english(file.description), "contentUrl": file.url}
        node |= {"encodingFormat": file.format.packed, "contentSize": str(file.size), "sha256": file.sha256}
        dates = self.dates()
        del dates["dateCreated"]
        return _filled(node | {"inLanguage": self.dataset.language, **dates})
