"""Where things stand in the site: the IRI `<base>X` has its page at `X.html`, its data at `X.ttl` and `X.jsonld`."""

from ibidem.iri import ONTOLOGY

VOCABULARY = "ontology"
"""The page of the vocabulary: the same in every site, as its terms have the same IRIs in every workspace."""


def local(iri: str, base: str) -> str | None:
    """Give the path of the page that shows an IRI, without extension and fragment; None for one that is not ours.

    Under a base that ends in `#` an IRI's fragment is the path.
    """
    if iri.startswith(ONTOLOGY) or iri == ONTOLOGY[:-1]:
        return VOCABULARY
    if not iri.startswith(base):
        return None
    return iri[len(base) :].partition("#")[0] or None


def fragment(iri: str, base: str) -> str:
    """Give what marks the place of an IRI in its page, the empty text for the page itself."""
    rest = iri[len(base) :] if iri.startswith(base) else iri
    return rest.partition("#")[2]


def href(iri: str, base: str) -> str | None:
    """Give the link to an IRI's page from the root of the site: of ours the path, of others the IRI, if it is http(s).

    None for what must not become a link: a paper can print any scheme.
    """
    path = local(iri, base)
    if path is not None:
        mark = fragment(iri, base)
        return f"{path}.html#{mark}" if mark else f"{path}.html"
    return iri if iri.startswith(("https://", "http://")) else None
