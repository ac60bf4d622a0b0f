"""The dataset itself (DCAT, VoID): what it is, whose it is, what it holds."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ibidem.dataset import Dataset, Party
from ibidem.describe import terms as t
from ibidem.describe.statement import Statement, in_language, texts
from ibidem.errors import InputError
from ibidem.iri import ONTOLOGY, part, slug


def describe_dataset(dataset: Dataset, *, base: str, papers: Iterable[str]) -> list[Quad]:
    """Describe the dataset and name its papers (ids), in the default graph: what every client asks first.

    Raise InputError where the settings give a licence, page or party that is no IRI.
    """
    return [Quad(*statement) for statement in dict.fromkeys(_statements(dataset, base, papers))]


def _statements(dataset: Dataset, base: str, papers: Iterable[str]) -> Iterator[Statement]:
    node = NamedNode(f"{base}dataset")
    yield node, t.A, t.DATASET
    yield node, t.A, t.VOID_DATASET
    yield node, t.TITLE, Literal(dataset.title, language=dataset.language)
    yield node, t.DESCRIPTION, Literal(dataset.description, language=dataset.language)
    yield from texts(node, (t.RIGHTS, dataset.rights), (t.VERSION, dataset.version))
    yield from in_language(node, dataset.language)
    yield node, t.LICENSE, _iri(dataset.license, "license")
    yield from ((node, t.KEYWORD, Literal(keyword, language=dataset.language)) for keyword in dataset.keywords)
    if dataset.landing_page:
        yield node, t.LANDING_PAGE, _iri(dataset.landing_page, "landing_page")
    for term, day in ((t.CREATED, dataset.created), (t.ISSUED, dataset.issued), (t.MODIFIED, dataset.modified)):
        if day:
            yield node, term, Literal(day, datatype=t.XSD_DATE)
    yield from _party(node, t.PUBLISHER, dataset.publisher, dataset.language)
    for creator in dataset.creators:
        yield from _party(node, t.CREATOR, creator, dataset.language)
    yield from _contact(node, dataset.contact)
    yield node, t.VOCABULARY, NamedNode(ONTOLOGY)
    yield node, t.URI_SPACE, Literal(base)
    yield from ((node, t.HAS_PART, NamedNode(f"{base}{paper}")) for paper in papers)


def party_iri(node: str, party: Party) -> str:
    """Give the IRI of a party: its own, or one under that of the dataset."""
    return party.iri or part(node, f"party-{slug(party.name)}")


def contact_iri(node: str) -> str:
    """Give the IRI of the contact of a dataset."""
    return part(node, "contact")


def _party(node: NamedNode, term: NamedNode, party: Party, language: str) -> Iterator[Statement]:
    agent = _iri(party_iri(node.value, party), "iri")
    yield node, term, agent
    yield agent, t.A, t.FOAF_AGENT
    yield agent, t.FOAF_NAME, Literal(party.name, language=language)


def _contact(node: NamedNode, party: Party) -> Iterator[Statement]:
    contact = NamedNode(contact_iri(node.value))
    yield node, t.CONTACT_POINT, contact
    yield contact, t.A, t.VCARD_KIND
    yield contact, t.FORMATTED_NAME, Literal(party.name)
    if party.email:
        yield contact, t.HAS_EMAIL, _iri(f"mailto:{party.email}", "email")
    if party.iri:
        yield contact, t.HAS_URL, _iri(party.iri, "iri")


def _iri(text: str, key: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError:
        message = f"`{key}` is no IRI: {text!r}; give an address that starts with https://"
        raise InputError(message, path="ibidem.toml") from None
