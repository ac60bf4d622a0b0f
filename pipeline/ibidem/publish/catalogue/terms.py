"""The terms that only descriptions of the dataset speak, beside those of the data; the lists of the European Union."""

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]

PREFIXES: dict[str, str] = dict(t.PREFIXES) | {
    "dcatap": "http://data.europa.eu/r5r/",
    "spdx": "http://spdx.org/rdf/terms#",
}

_EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
THEMES = f"{_EU}data-theme"
STABLE = NamedNode(f"{_EU}planned-availability/STABLE")
PUBLIC = NamedNode(f"{_EU}access-right/PUBLIC")
SPARQL_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
PUBLISHER_TYPES = "http://purl.org/adms/publishertype/"
LICENCE_TYPES = "http://purl.org/adms/licencetype/"


def term(name: str) -> NamedNode:
    """Give the term of a prefixed name, `spdx:checksum`; raise KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def eu(name: str) -> NamedNode:
    """Give a term of a list of the Publications Office: `file-type/RDF_TURTLE`."""
    return NamedNode(_EU + name)


def media_type(name: str) -> NamedNode:
    """Give the node of a media type (IANA)."""
    return NamedNode(MEDIA_TYPES + name)


def whole(number: int) -> Literal:
    """Write a size, which is never negative."""
    return Literal(str(number), datatype=t.XSD_NON_NEGATIVE_INTEGER)


def day(text: str) -> Literal:
    """Write a day."""
    return Literal(text, datatype=t.XSD_DATE)


def english(text: str) -> Literal:
    """Write what the program itself says."""
    return Literal(text, language="en")
