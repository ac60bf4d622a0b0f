"""JSON-LD, compact, with its context inside: short keys, native numbers, parts inside their wholes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ibidem.dump.graph import XSD_STRING, Graph, Subject, read_literal
from ibidem.dump.names import Names
from ibidem.iri import RDF_TYPE
from ibidem.json_text import pretty_json

_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")
_WHOLES = (f"{_XSD}integer", f"{_XSD}nonNegativeInteger")
_TYPE = f"<{RDF_TYPE}>"

_PARTS = frozenset(
    f"<{iri}>"
    for iri in (
        "http://purl.org/spar/pro/isDocumentContextFor",
        "http://purl.org/spar/pro/holdsRoleInTime",
        "http://purl.org/dc/terms/hasPart",
        "http://www.w3.org/ns/oa#hasTarget",
        "http://www.w3.org/ns/oa#hasSelector",
        "http://www.w3.org/ns/adms#identifier",
    )
)
"""The properties that lead from a whole to a part, which is best read in its place."""

_FIRST = ("title", "prefLabel", "name", "number", "index", "edtf", "value", "unit", "exact", "start", "resultMessage")
_RANKS = {key: rank for rank, key in enumerate(_FIRST)}

Context = Mapping[str, Any]


def prefixes_of(context: Context) -> dict[str, str]:
    """Give the prefixes that a context declares: the terms of namespaces."""
    return {
        key: value for key, value in context.items() if isinstance(value, str) and "://" in value and value[-1] in "#/"
    }


@dataclass(frozen=True, slots=True)
class Compaction:
    """What a context makes of IRIs: `keys` of properties with what their values are, and names of classes."""

    names: Names
    keys: dict[str, tuple[str, str | None]]
    classes: dict[str, str]

    @classmethod
    def of(cls, context: Context, *, base: str) -> "Compaction":
        """Read a context of the form that `make_context` gives."""
        prefixes = prefixes_of(context)
        keys: dict[str, tuple[str, str | None]] = {}
        classes: dict[str, str] = {}
        for key, value in context.items():
            if key in prefixes or key.startswith("@"):
                continue
            if isinstance(value, dict):
                keys[_expanded(value["@id"], prefixes)] = key, _expanded(value["@type"], prefixes)
            elif key[0].isupper():
                classes[_expanded(value, prefixes)] = key
            elif not value.startswith("@"):
                keys[_expanded(value, prefixes)] = key, None
        return cls(Names(prefixes, base), keys, classes)

    def node(self, subject: Subject, inside: Mapping[str, Subject]) -> dict[str, object]:
        """Write a node; those of its values that are `inside` it stand in place."""
        term, predicates = subject
        node: dict[str, object] = {"id": self._id(term[1:-1])}
        for predicate, values in predicates.items():
            if predicate == _TYPE:
                node["type"] = _alone([self._class(value[1:-1]) for value in values])
        held = {}
        for predicate, values in predicates.items():
            if predicate != _TYPE:
                key, kind = self._key(predicate[1:-1])
                part = predicate in _PARTS
                held[key] = _alone([self._value(value, kind, inside if part else {}) for value in values])
        return node | dict(sorted(held.items(), key=lambda item: (_RANKS.get(item[0], len(_RANKS)), item[0])))

    def _id(self, iri: str) -> str:
        return self.names.relative(iri) or iri

    def _class(self, iri: str) -> str:
        return self.classes.get(iri) or self.names.prefixed(iri) or iri

    def _key(self, iri: str) -> tuple[str, str | None]:
        return self.keys.get(iri) or (self.names.prefixed(iri) or iri, None)

    def _value(self, value: str, kind: str | None, inside: Mapping[str, Subject]) -> object:
        if value[0] != "<":
            return self._literal(value, kind)
        if value in inside:
            return self.node(inside[value], inside)
        return self._id(value[1:-1]) if kind == "@id" else {"id": self._id(value[1:-1])}

    def _literal(self, term: str, kind: str | None) -> object:
        text, datatype, language = read_literal(term)
        if language is not None:
            return {"@value": text, "@language": language}
        if datatype == XSD_STRING:
            return text if kind is None else {"@value": text}
        if datatype in _WHOLES and _WHOLE.fullmatch(text) and datatype == (kind or _WHOLES[0]):
            return int(text)
        if datatype == f"{_XSD}boolean" and text in ("true", "false") and kind in (None, datatype):
            return text == "true"
        return text if datatype == kind else {"@value": text, "@type": self._class(datatype)}


def _expanded(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def _alone(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


def compact(graph: Graph, compaction: Compaction) -> list[dict[str, object]]:
    """Write the nodes of a graph, each part inside its whole."""
    subjects = dict(graph.subjects)
    wholes = _wholes(subjects)
    inside = {part: (part, subjects[part]) for part in wholes}
    return [compaction.node(subject, inside) for subject in graph.subjects if subject[0] not in inside]


def _wholes(subjects: Mapping[str, dict[str, list[str]]]) -> dict[str, str]:
    """Find the whole of each part: one, and none that is itself a part of it."""
    links = [
        (value, subject)
        for subject, predicates in subjects.items()
        for predicate, values in predicates.items()
        if predicate in _PARTS
        for value in values
        if value in subjects
    ]
    often = Counter(part for part, _ in links)
    wholes = {part: whole for part, whole in links if often[part] == 1}
    for part in list(wholes):
        above, seen = part, {part}
        while above in wholes and wholes[above] not in seen:
            above = wholes[above]
            seen.add(above)
        wholes.pop(above, None)
    return wholes


def write_jsonld(nodes: Iterable[object], *, context: Context, base: str) -> bytes:
    """Write nodes under a context that is part of the file: nobody needs to load another."""
    whole = {"@context": {"@base": base, **context}, "@graph": list(nodes)}
    return pretty_json(whole)


def named_graph(name: str, nodes: list[dict[str, object]], compaction: Compaction) -> dict[str, object]:
    """Put the nodes of a named graph under its name."""
    return {"id": compaction.names.relative(name) or name, "@graph": nodes}
