"""The JSON-LD context: a short key for each property and class, made from the ontology and the terms reused."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat, parse

from ibidem.describe.terms import PREFIXES, REUSED, REUSED_CLASSES, term
from ibidem.iri import ONTOLOGY

_CLASS, _OBJECT, _DATATYPE = (term(f"owl:{name}") for name in ("Class", "ObjectProperty", "DatatypeProperty"))


def make_context(ontology: bytes) -> dict[str, object]:
    """Make the context from the ontology's Turtle; keys of the ontology win over those of reused terms.

    Raise SyntaxError where the ontology is no Turtle.
    """
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    context |= dict(PREFIXES)
    entries = dict(sorted(_minted(ontology)))
    for name, kind in REUSED:
        entries.setdefault(name.partition(":")[2], _entry(name, kind))
    for name in REUSED_CLASSES:
        entries.setdefault(name.partition(":")[2], name)
    # dcterms:type has no short key: `type` is JSON-LD's own.
    return context | {name: entry for name, entry in sorted(entries.items()) if name not in context}


def _minted(ontology: bytes) -> Iterator[tuple[str, object]]:
    types: dict[str, NamedNode] = {}
    ranges: dict[str, str] = {}
    rdf_type, rdfs_range = term("rdf:type"), term("rdfs:range")
    for quad in parse(ontology, format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode) and subject.value.startswith(ONTOLOGY):
            name = subject.value.removeprefix(ONTOLOGY)
            if quad.predicate == rdf_type:
                types[name] = value
            elif quad.predicate == rdfs_range:
                ranges[name] = _curie(value.value)
    for name, kind in types.items():
        if kind == _CLASS:
            yield name, f"ibidem:{name}"
        elif kind == _OBJECT:
            yield name, _entry(f"ibidem:{name}", "@id")
        elif kind == _DATATYPE:
            yield name, _entry(f"ibidem:{name}", ranges.get(name, "xsd:string"))


def _entry(name: str, kind: str) -> object:
    """Write a property's entry: strings need no type, all else has one."""
    return name if kind == "xsd:string" else {"@id": name, "@type": kind}


def _curie(iri: str) -> str:
    fitting = (f"{prefix}:{iri.removeprefix(namespace)}" for prefix, namespace in PREFIXES if iri.startswith(namespace))
    return next(fitting, iri)
