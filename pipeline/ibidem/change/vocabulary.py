"""The vocabulary that changes are told in: short names of IRIs, names of classes, phrases of properties."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from ibidem.dump import prefixes_of
from ibidem.iri import last_part, split_iri
from ibidem.words import read_table
from ibidem.workspace import packaged

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Vocabulary:
    """What the tables `classes`, `phrases` and `parts` say, by IRI; `classes` keep their order."""

    prefixes: dict[str, str]
    classes: dict[str, str]
    phrases: dict[str, str]
    parts: dict[str, str]

    def iri(self, name: str) -> str:
        """Give the IRI of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local

    def phrase(self, prop: str) -> str:
        """Say a property from its subject."""
        return self.phrases.get(prop) or plain(prop)

    def is_term(self, iri: str) -> bool:
        """Tell whether an IRI is a term of a vocabulary that the data use."""
        space, local = split_iri(iri)
        return bool(local) and space in self._namespaces

    @property
    def _namespaces(self) -> frozenset[str]:
        return frozenset(self.prefixes.values())


@cache
def vocabulary() -> Vocabulary:
    """Read the tables, with the prefixes of the context that comes with the program."""
    context = msgspec.json.decode((packaged("ontology") / "context.jsonld").read_bytes())["@context"]
    empty = Vocabulary(prefixes_of(context), {}, {}, {})
    return Vocabulary(
        empty.prefixes,
        {empty.iri(name): one for name, one, *_ in read_table("classes")},
        {empty.iri(name): forward for name, forward, *_ in read_table("phrases")},
        {empty.iri(name): leads for name, leads in read_table("parts")},
    )


def plain(iri: str) -> str:
    """Say the last part of an IRI in words."""
    return _CAMEL.sub(" ", last_part(iri) or iri).replace("-", " ").replace("_", " ").casefold()
