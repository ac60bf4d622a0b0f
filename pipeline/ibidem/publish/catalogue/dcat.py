"""The dataset as DCAT-AP 3 describes it: a catalogue, the dataset, the data of each paper, their distributions."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.dataset import Dataset
from ibidem.describe import describe_dataset
from ibidem.describe import terms as t
from ibidem.describe.dataset import contact_iri, party_iri
from ibidem.describe.statement import in_language
from ibidem.iri import ONTOLOGY, part
from ibidem.publish.catalogue import terms as c
from ibidem.publish.catalogue.distribution import Distribution, distributions, distributions_of
from ibidem.publish.catalogue.figures import Figures, PaperFigures
from ibidem.publish.catalogue.terms import Statement, term
from ibidem.publish.catalogue.wording import (
    licence_of,
    paper_description,
    paper_rights,
    paper_title,
    period,
    spatial,
    themes,
)
from ibidem.publish.source import Source
from ibidem.words import read_table

RANGES: dict[NamedNode, NamedNode] = {
    term("dcterms:accessRights"): term("dcterms:RightsStatement"),
    term("dcterms:accrualPeriodicity"): term("dcterms:Frequency"),
    term("dcterms:conformsTo"): term("dcterms:Standard"),
    term("dcterms:format"): term("dcterms:MediaTypeOrExtent"),
    term("dcterms:language"): term("dcterms:LinguisticSystem"),
    term("dcat:compressFormat"): term("dcterms:MediaType"),
    term("dcat:landingPage"): term("foaf:Document"),
    term("dcat:mediaType"): term("dcterms:MediaType"),
    term("foaf:homepage"): term("foaf:Document"),
    term("foaf:page"): term("foaf:Document"),
}
"""Of what class the values of a property are: DCAT-AP wants it said, of what others name as well.

Not of places: whoever calls them `dcterms:Location` is asked for their coordinates.
"""


def describe_catalogue(source: Source, figures: Figures, views: tuple[Distribution, ...] = ()) -> Iterator[Statement]:
    """Describe catalogue, dataset, papers, distributions and views; a statement may come more than once."""
    for statement in _described(source, figures, views):
        yield statement
        kind = RANGES.get(statement[1])
        if kind is not None and isinstance(statement[2], NamedNode):
            yield statement[2], t.A, kind


def _described(source: Source, figures: Figures, views: tuple[Distribution, ...]) -> Iterator[Statement]:
    dataset = source.workspace.dataset
    node = NamedNode(f"{source.base}dataset")
    for quad in describe_dataset(dataset, base=source.base, papers=()):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            yield subject, quad.predicate, value
    yield from _catalogue(node, source, figures)
    yield from _dataset(node, source, figures)
    for paper in figures.papers:
        yield from _paper(node, paper, source)
    for file in (*distributions(source), *views):
        yield from _distribution(file, source)
    yield from ((node, term("dcat:distribution"), NamedNode(file.iri)) for file in views)
    yield from _service(node, dataset)
    yield from _lists(dataset)
    yield from _parties(dataset, node.value)


def paper_iri(source: Source, paper: str) -> str:
    """Give the IRI of the data of a paper, which is part of the dataset."""
    return part(f"{source.base}dataset", f"paper-{paper}")


def _catalogue(node: NamedNode, source: Source, figures: Figures) -> Iterator[Statement]:
    dataset = source.workspace.dataset
    catalogue = NamedNode(part(node.value, "catalogue"))
    yield catalogue, t.A, term("dcat:Catalog")
    yield catalogue, t.TITLE, c.english(f"Catalogue of {dataset.publisher.name}")
    count = len(figures.papers)
    papers = f"{count:,} paper{'s' if count != 1 else ''}"
    yield catalogue, t.DESCRIPTION, c.english(f"What is published here: one dataset of {papers}, and the data of each.")
    yield catalogue, term("foaf:homepage"), NamedNode(source.address)
    yield catalogue, term("dcat:themeTaxonomy"), NamedNode(c.THEMES)
    yield catalogue, term("dcat:dataset"), node
    yield from ((catalogue, term("dcat:dataset"), NamedNode(paper_iri(source, p.id))) for p in figures.papers)
    if dataset.sparql:
        yield catalogue, term("dcat:service"), NamedNode(part(node.value, "sparql"))
    yield from _common(catalogue, source)
    yield from _where(catalogue, spatial(dataset, figures.papers))


def _dataset(node: NamedNode, source: Source, figures: Figures) -> Iterator[Statement]:
    dataset = source.workspace.dataset
    yield node, term("dcterms:identifier"), Literal(f"https://doi.org/{dataset.doi}" if dataset.doi else node.value)
    yield node, t.LANDING_PAGE, NamedNode(dataset.landing_page or source.address)
    yield node, term("foaf:page"), NamedNode(f"{source.address}dataset.html")
    yield from ((node, t.SUBJECT, NamedNode(iri)) for iri in dataset.about)
    if dataset.frequency:
        yield node, term("dcterms:accrualPeriodicity"), c.eu(f"frequency/{dataset.frequency}")
    yield from ((node, t.HAS_PART, NamedNode(paper_iri(source, paper.id))) for paper in figures.papers)
    yield from _of_data(node, source)
    yield from _where(node, spatial(dataset, figures.papers))
    yield from _when(node, NamedNode(part(node.value, "period")), figures.earliest, figures.latest)
    yield from _files(node, source, None)


def _paper(node: NamedNode, paper: PaperFigures, source: Source) -> Iterator[Statement]:
    data = NamedNode(paper_iri(source, paper.id))
    yield data, t.A, t.DATASET
    yield data, t.IS_PART_OF, node
    yield data, t.TITLE, c.english(paper_title(paper))
    yield data, t.DESCRIPTION, c.english(paper_description(paper))
    yield data, term("dcterms:identifier"), Literal(data.value)
    yield data, t.LANDING_PAGE, NamedNode(f"{source.address}{paper.id}.html")
    yield data, t.SUBJECT, NamedNode(paper.iri)
    yield data, t.RIGHTS, c.english(paper_rights(source.workspace.dataset, paper))
    yield from ((data, t.KEYWORD, word) for word in _keywords(source.workspace.dataset))
    if source.workspace.dataset.created:
        yield data, t.CREATED, c.day(source.workspace.dataset.created)
    yield from _of_data(data, source)
    yield from _common(data, source)
    yield from _where(data, spatial(source.workspace.dataset, (paper,)))
    yield from _when(data, NamedNode(part(node.value, f"period-{paper.id}")), paper.earliest, paper.latest)
    yield from _files(data, source, paper.id)


def _files(node: NamedNode, source: Source, paper: str | None) -> Iterator[Statement]:
    files = distributions_of(source).get(paper, ())
    return ((node, term("dcat:distribution"), NamedNode(file.iri)) for file in files)


def _keywords(dataset: Dataset) -> Iterator[Literal]:
    return (Literal(keyword, language=dataset.language) for keyword in dataset.keywords)


def _of_data(node: NamedNode, source: Source) -> Iterator[Statement]:
    """Say what is true of the dataset and of the data of a paper alike."""
    dataset = source.workspace.dataset
    yield node, t.MODIFIED, c.day(source.modified)
    yield node, term("dcterms:accessRights"), c.PUBLIC
    yield node, term("dcterms:conformsTo"), NamedNode(ONTOLOGY.rstrip("#"))
    yield from ((node, term("dcat:theme"), c.eu(f"data-theme/{code}")) for code, _ in themes(dataset))
    for maker in dataset.makers:
        yield node, t.CREATOR, NamedNode(party_iri(f"{source.base}dataset", maker))


def _common(node: NamedNode, source: Source) -> Iterator[Statement]:
    """Repeat what the description of the dataset itself says of it, for what belongs to it."""
    dataset = source.workspace.dataset
    whole = f"{source.base}dataset"
    yield node, t.PUBLISHER, NamedNode(party_iri(whole, dataset.publisher))
    yield node, t.CONTACT_POINT, NamedNode(contact_iri(whole))
    yield node, t.LICENSE, NamedNode(dataset.license)
    yield from _dated(node, source)
    yield from in_language(node, dataset.language)


def _dated(node: NamedNode, source: Source) -> Iterator[Statement]:
    if source.workspace.dataset.issued:
        yield node, t.ISSUED, c.day(source.workspace.dataset.issued)
    yield node, t.MODIFIED, c.day(source.modified)


def _where(node: NamedNode, places: tuple[tuple[str, str], ...]) -> Iterator[Statement]:
    return ((node, term("dcterms:spatial"), NamedNode(place)) for place, _ in places)


def _when(node: NamedNode, span: NamedNode, earliest: str, latest: str) -> Iterator[Statement]:
    if period(earliest, latest):
        yield node, term("dcterms:temporal"), span
        yield span, t.A, term("dcterms:PeriodOfTime")
        yield span, term("dcat:startDate"), c.day(earliest)
        yield span, term("dcat:endDate"), c.day(latest)


def _distribution(file: Distribution, source: Source) -> Iterator[Statement]:
    dataset, form = source.workspace.dataset, file.format
    node, checksum = NamedNode(file.iri), NamedNode(f"{file.iri}-sha256")
    yield node, t.A, term("dcat:Distribution")
    yield node, t.TITLE, c.english(file.title)
    yield node, t.DESCRIPTION, c.english(file.description)
    yield node, term("dcat:accessURL"), NamedNode(file.url)
    yield node, term("dcat:downloadURL"), NamedNode(file.url)
    yield node, term("dcat:mediaType"), c.media_type(form.media)
    yield node, term("dcterms:format"), c.eu(f"file-type/{form.type}")
    if form.compression:
        yield node, term("dcat:compressFormat"), c.media_type(form.compression)
    for standard in (form.standard, *file.profiles):
        yield node, term("dcterms:conformsTo"), NamedNode(standard)
    yield node, term("dcat:byteSize"), c.whole(file.size)
    yield node, term("spdx:checksum"), checksum
    yield checksum, t.A, term("spdx:Checksum")
    yield checksum, term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256")
    yield checksum, term("spdx:checksumValue"), Literal(file.sha256, datatype=term("xsd:hexBinary"))
    yield node, term("dcatap:availability"), c.STABLE
    yield node, t.LICENSE, NamedNode(dataset.license)
    yield from _dated(node, source)
    yield from in_language(node, dataset.language)


def _service(node: NamedNode, dataset: Dataset) -> Iterator[Statement]:
    """Describe the SPARQL endpoint, where the settings name one."""
    if dataset.sparql is None:
        return
    service, address = NamedNode(part(node.value, "sparql")), NamedNode(dataset.sparql)
    yield service, t.A, term("dcat:DataService")
    yield service, t.TITLE, c.english(f"{dataset.title}: SPARQL")
    yield service, t.DESCRIPTION, c.english("Answers SPARQL queries over the whole dataset.")
    yield service, term("dcat:endpointURL"), address
    yield service, term("dcat:endpointDescription"), address
    yield service, term("dcat:servesDataset"), node
    yield service, term("dcterms:conformsTo"), NamedNode(c.SPARQL_PROTOCOL)
    yield service, t.LICENSE, NamedNode(dataset.license)
    yield service, t.PUBLISHER, NamedNode(party_iri(node.value, dataset.publisher))
    yield service, t.CONTACT_POINT, NamedNode(contact_iri(node.value))
    yield from ((service, t.KEYWORD, word) for word in _keywords(dataset))
    yield from ((service, term("dcat:theme"), c.eu(f"data-theme/{code}")) for code, _ in themes(dataset))
    yield node, term("void:sparqlEndpoint"), address


def _lists(dataset: Dataset) -> Iterator[Statement]:
    """Say of terms of lists what they are called, so that nobody needs to look them up."""
    scheme = NamedNode(c.THEMES)
    yield scheme, t.A, term("skos:ConceptScheme")
    yield scheme, t.TITLE, c.english("Data theme")
    yield c.STABLE, t.A, t.CONCEPT
    yield c.STABLE, t.PREF_LABEL, c.english("stable")
    for code, name in themes(dataset):
        theme = c.eu(f"data-theme/{code}")
        yield theme, t.A, t.CONCEPT
        yield theme, t.PREF_LABEL, c.english(name)
        yield theme, term("skos:inScheme"), scheme
    licence = licence_of(dataset.license)
    node = NamedNode(licence.iri)
    yield node, t.A, term("dcterms:LicenseDocument")
    yield node, t.TITLE, c.english(licence.name)
    if licence.kind:
        kind = NamedNode(c.LICENCE_TYPES + licence.kind)
        yield node, t.DC_TYPE, kind
        yield kind, t.A, t.CONCEPT
        yield kind, t.PREF_LABEL, c.english(licence.kind)


def _parties(dataset: Dataset, whole: str) -> Iterator[Statement]:
    """Say of each party what it is, person or organisation."""
    names = {row[0]: row[1] for row in read_table("publisher-types")}
    for party in dict.fromkeys((dataset.publisher, *dataset.makers)):
        agent = NamedNode(party_iri(whole, party))
        yield agent, t.A, t.FOAF_PERSON if party.person else t.FOAF_ORGANIZATION
        if party.type:
            kind = NamedNode(c.PUBLISHER_TYPES + party.type)
            yield agent, t.DC_TYPE, kind
            yield kind, t.A, t.CONCEPT
            yield kind, t.PREF_LABEL, c.english(names[party.type])
