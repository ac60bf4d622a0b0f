"""Authorities: what is known across papers, with checked identifiers (SKOS, ADMS)."""

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.authority import Authority, Identifier
from ibidem.describe import terms as t
from ibidem.describe.actor import ACTOR_CLASSES
from ibidem.describe.statement import Statement, texts
from ibidem.iri import part, slug
from ibidem.story import ActorType

_CLASSES = {"place": t.SCHEMA_PLACE, "work": t.WORK, "treaty": t.TREATY, "agent": t.FOAF_ORGANIZATION}
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,80}")


def describe_authority(authority: Authority, *, base: str) -> Iterator[Statement]:
    """Describe an authority with its names and identifiers."""
    iri = f"{base}{authority.kind}/{authority.key}"
    node = NamedNode(iri)
    yield node, t.A, t.AUTHORITY
    yield node, t.DC_TYPE, _class(authority)
    names = ((t.ALT_LABEL, name) for name in authority.names if name != authority.name)
    yield from texts(node, (t.PREF_LABEL, authority.name), *names)
    for identifier in authority.identifiers:
        value = identifier.value if _PLAIN.fullmatch(identifier.value) else slug(identifier.value)
        named = NamedNode(part(iri, f"{slug(identifier.scheme)}-{value}"))
        yield node, t.IDENTIFIER, named
        if identifier.iri is not None:
            yield node, t.SAME_AS, NamedNode(identifier.iri)
        yield from _identifier(identifier, named)


def _class(authority: Authority) -> NamedNode:
    if authority.kind == "actor":
        return ACTOR_CLASSES[ActorType(authority.type)]
    if authority.kind == "agent" and authority.type == "person":
        return t.FOAF_PERSON
    return _CLASSES[authority.kind]


def _identifier(identifier: Identifier, node: NamedNode) -> Iterator[Statement]:
    yield node, t.A, t.IDENTIFIER_CLASS
    yield from texts(
        node,
        (t.NOTATION, identifier.value),
        (t.SCHEME, identifier.scheme),
        (t.METHOD, identifier.method),
        (t.CONFIDENCE, identifier.confidence),
    )
    if identifier.date:
        yield node, t.DC_DATE, Literal(identifier.date, datatype=t.XSD_DATE)
