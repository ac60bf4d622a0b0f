"""What `ibidem.toml` says of the dataset: the one source of every description that is published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody responsible for the dataset: `iri` is a home page or an identifier, never a blank node.

    `type` is one of the types of publishers of ADMS, by its local name.
    """

    name: str
    iri: str | None = None
    email: str | None = None
    person: bool = False
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """Title, rights, dates and people of the dataset; `license`, `landing_page` are IRIs, dates ISO 8601.

    `themes` and `frequency` are codes of the lists of the European Union; `about` and `spatial` are IRIs of subjects
    and places; `doi` is bare; `sparql` the address of an endpoint.
    """

    title: str
    description: str
    language: str
    license: str
    rights: str
    keywords: tuple[str, ...]
    publisher: Party
    contact: Party
    creators: tuple[Party, ...] = ()
    landing_page: str | None = None
    created: str | None = None
    issued: str | None = None
    modified: str | None = None
    version: str | None = None
    frequency: str | None = None
    themes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    spatial: tuple[str, ...] = ()
    doi: str | None = None
    sparql: str | None = None

    @property
    def makers(self) -> tuple[Party, ...]:
        """Give the creators; where none is named, the publisher."""
        return self.creators or (self.publisher,)

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Give those who have an IRI, name and IRI: what they decide in a paper is theirs."""
        parties = dict.fromkeys((self.publisher, *self.creators))
        return tuple((party.name, party.iri) for party in parties if party.iri)
