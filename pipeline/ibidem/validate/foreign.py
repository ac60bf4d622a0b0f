"""Shapes of others: run as they are published, but for what pySHACL refuses or cannot do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from ibidem.finding import Severity

_SH = "http://www.w3.org/ns/shacl#"
_PROBES = "https://def.nde.nl/probe#"
_MIN_COUNT = f"{_SH}MinCountConstraintComponent"
_PROPERTY, _PATH, _NODE, _MESSAGE = (f"{_SH}{name}" for name in ("property", "path", "node", "message"))
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_SEVERITIES = {f"{_SH}Warning": Severity.WARNING, f"{_SH}Info": Severity.INFO}


@dataclass(frozen=True, slots=True)
class ForeignResult:
    """What a shape of others says of a node: `path` is the property, empty where it is the node itself."""

    severity: Severity
    message: str
    focus: str
    path: str


def validate_foreign(data: Iterable[Quad], shapes: Iterable[Quad]) -> tuple[ForeignResult, ...]:
    """Validate a description against a graph of shapes; sorted. Raise InputError for shapes that cannot be run."""
    from ibidem.validate.graph import results, to_graph

    found = {
        ForeignResult(
            severity=_SEVERITIES.get(result["severity"], Severity.VIOLATION),
            message=_message(result),
            focus=result["focus"],
            path=result.get("path", ""),
        )
        for result in results(to_graph(data), to_graph(_adapted(list(shapes))))
    }
    return tuple(sorted(found, key=lambda result: (result.focus, result.path, result.message)))


def _message(result: dict[str, str]) -> str:
    """Give the message of the shape; where it has none, what is missing, or what the engine says."""
    said = " ".join(result.get("message", "breaks a shape that has no message").split())
    if result["component"] == _MIN_COUNT and said.startswith("Less than"):
        return f"there is no {re.split('[/#]', result.get('path', ''))[-1] or 'value'}"
    return said


def _adapted(shapes: list[Quad]) -> Iterator[Quad]:
    """Leave out constraints that ask the network, and messages in other languages than English where there is one.

    A property shape without a path, which pySHACL refuses, becomes a shape of the node, which is what it says.
    """
    paths = {quad.subject for quad in shapes if quad.predicate.value == _PATH}
    english = {quad.subject for quad in shapes if quad.predicate.value == _MESSAGE and _language(quad) == "en"}
    for quad in shapes:
        if _probe(quad.subject) or _probe(quad.predicate) or _probe(quad.object):
            continue
        if quad.predicate.value == _MESSAGE and quad.subject in english and _language(quad) != "en":
            continue
        if quad.predicate.value == _PROPERTY and quad.object not in paths and not isinstance(quad.object, Literal):
            yield Quad(quad.subject, NamedNode(_NODE), quad.object)
            yield Quad(quad.object, _TYPE, NamedNode(f"{_SH}NodeShape"))
        else:
            yield quad


def _probe(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(_PROBES)


def _language(quad: Quad) -> str | None:
    return quad.object.language if isinstance(quad.object, Literal) else None
