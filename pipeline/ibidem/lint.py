"""Lint the shapes: what no SHACL engine notices and that makes a shape check nothing.

A misspelt term, a class or property that no vocabulary has, a shape that is referred to and not there, a literal of
a wrong type, a property shape without IRI, severity or message, and a shape that nothing runs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ibidem.finding import Code, Finding, Severity
from ibidem.validate import read_rdf
from ibidem.validate.line import line_finder
from ibidem.validate.spelling import meant
from ibidem.words import read_table, read_words

SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPES = {
    "integer": (f"{_XSD}integer",),
    "boolean": (f"{_XSD}boolean",),
    "string": (f"{_XSD}string",),
    "uri": (f"{_XSD}anyURI",),
    "text": (f"{_XSD}string", f"{_RDF}langString"),
}
_PREFIXED = re.compile(r"(?<![\w:<\"/?$])([a-z][\w-]*):([A-Za-z][\w-]*)")

Node = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes of a folder: the values of each node by property, and which file describes a node."""

    values: dict[Node, dict[str, list[Node | Literal]]]
    files: dict[Node, Path]
    known: frozenset[str]

    def of(self, node: Node, *names: str) -> list[Node | Literal]:
        """Give the values of SHACL properties of a node."""
        held = self.values.get(node, {})
        return [value for name in names for value in held.get(f"{SH}{name}", ())]


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong, with what, and the term by which its line is found."""

    node: Node
    message: str
    term: str
    severity: Severity = Severity.VIOLATION


def lint_shapes(folder: Path, *, ontology: Path) -> tuple[Finding, ...]:
    """Lint the Turtle files of a folder of shapes against the terms of a folder's ontology and of those reused.

    Every finding has file and line; what makes a shape check nothing is a violation, what makes its results hard to
    read a warning. Raise InputError for what is no Turtle.
    """
    shapes = _load(folder, ontology)
    lines = {path: line_finder(path.read_text(encoding="utf-8")) for path in set(shapes.files.values())}
    findings = set()
    for fault in _faults(shapes):
        path = shapes.files[fault.node]
        focus = fault.node.value if isinstance(fault.node, NamedNode) else None
        line = lines[path](focus or fault.term) or 1
        findings.add(Finding(Code.SHAPE, fault.severity, fault.message, None, focus, path.as_posix(), line))
    return tuple(sorted(findings, key=lambda item: (item.source or "", item.line or 0, item.message)))


def _load(folder: Path, ontology: Path) -> _Shapes:
    values: dict[Node, dict[str, list[Node | Literal]]] = {}
    files: dict[Node, Path] = {}
    for path in sorted(folder.glob("*.ttl")):
        for quad in read_rdf(path):
            for node, predicate, value in _statements([quad]):
                values.setdefault(node, {}).setdefault(predicate, []).append(value)
                files.setdefault(node, path)
    declared = {node.value for path in ontology.glob("*.ttl") for node, _, _ in _statements(read_rdf(path))}
    return _Shapes(values, files, frozenset(declared | _vocabulary()))


def _statements(quads: Iterable[Quad]) -> Iterator[tuple[Node, str, Node | Literal]]:
    for quad in quads:
        if isinstance(quad.subject, Node) and isinstance(quad.object, Node | Literal):
            yield quad.subject, quad.predicate.value, quad.object


@cache
def _vocabulary() -> frozenset[str]:
    """Give the terms of the vocabularies that ibidem reuses, and those of SHACL."""
    return frozenset({*read_words("vocabulary"), *(f"{SH}{row[0]}" for row in read_table("shacl"))})


def _faults(shapes: _Shapes) -> Iterator[_Fault]:
    for node, held in shapes.values.items():
        yield from _unknown_terms(shapes, node, held)
        yield from _wrong_values(shapes, node, held)
    yield from _incomplete(shapes)
    yield from _unused(shapes)
    yield from _queries(shapes)


def _unknown_terms(shapes: _Shapes, node: Node, held: dict[str, list[Node | Literal]]) -> Iterator[_Fault]:
    """Find predicates and IRIs in the place of terms that no vocabulary has."""
    told = [values for predicate, values in held.items() if predicate.startswith((SH, _RDF))]
    for term in (*held, *(value.value for values in told for value in values if isinstance(value, NamedNode))):
        if term not in shapes.known and NamedNode(term) not in shapes.values:
            yield _Fault(node, f"{_short(term)} is no term that ibidem knows{_meant(term, shapes.known)}", term)


def _meant(term: str, known: Iterable[str]) -> str:
    """Look for a term of the same vocabulary that is spelt alike."""
    found = meant(term, known)
    if found is not None:
        return f"; did you mean {_short(found)}?"
    return "; correct it, or add it to ontology/ibidem.ttl or words/vocabulary.txt"


def _wrong_values(shapes: _Shapes, node: Node, held: dict[str, list[Node | Literal]]) -> Iterator[_Fault]:
    for term, takes in read_table("shacl"):
        for value in held.get(f"{SH}{term}", ()):
            if takes in _TYPES:
                if not isinstance(value, Literal) or value.datatype.value not in _TYPES[takes]:
                    yield _Fault(node, f"sh:{term} takes {takes}, not {value}: engines pass over it", f"{SH}{term}")
            elif takes == "term" and not isinstance(value, NamedNode):
                yield _Fault(node, f"sh:{term} takes an IRI, not {value}", f"{SH}{term}")
            elif takes in ("shape", "shapes"):
                for shape in _listed(shapes, value) if takes == "shapes" else [value]:
                    if shape not in shapes.values:
                        yield _Fault(node, f"sh:{term} refers to {_shown(shape)}, which is not there", f"{SH}{term}")


def _listed(shapes: _Shapes, head: Node | Literal) -> Iterator[Node | Literal]:
    """Give the members of an RDF list."""
    while not isinstance(head, Literal) and f"{_RDF}first" in shapes.values.get(head, {}):
        yield from shapes.values[head][f"{_RDF}first"]
        rest = shapes.values[head].get(f"{_RDF}rest", [])
        head = rest[0] if rest else Literal("")


def _typed(shapes: _Shapes, name: str) -> list[Node]:
    kind = NamedNode(f"{SH}{name}")
    return [node for node, held in shapes.values.items() if kind in held.get(f"{_RDF}type", ())]


def _incomplete(shapes: _Shapes) -> Iterator[_Fault]:
    """Find shapes that lack what a report needs: IRI, severity, message; and property shapes without a path."""
    properties = {value for node in shapes.values for value in shapes.of(node, "property") if value in shapes.values}
    for node in sorted({*_typed(shapes, "NodeShape"), *_typed(shapes, "PropertyShape"), *properties}, key=str):
        if not isinstance(node, Node):
            continue
        if isinstance(node, BlankNode):
            message = "give the property shape an IRI, so that a result can name it"
            yield _Fault(node, message, f"{SH}property", Severity.WARNING)
        for name in ("severity", "message"):
            if len(shapes.of(node, name)) != 1:
                message = f"give the shape {_shown(node)} exactly one sh:{name}"
                yield _Fault(node, message, f"{SH}{name}", Severity.WARNING)
        if node not in _typed(shapes, "NodeShape") and len(shapes.of(node, "path")) != 1:
            yield _Fault(node, f"give the property shape {_shown(node)} exactly one sh:path", f"{SH}path")


def _unused(shapes: _Shapes) -> Iterator[_Fault]:
    """Find named shapes that have no target and that no other shape refers to: nothing ever runs them."""
    takes = {row[0] for row in read_table("shacl") if row[1] == "shape"}
    used = {value for node in shapes.values for value in shapes.of(node, *takes)}
    used |= {
        item
        for node in shapes.values
        for head in shapes.of(node, "and", "or", "xone")
        for item in _listed(shapes, head)
    }
    for node in (*_typed(shapes, "NodeShape"), *_typed(shapes, "PropertyShape")):
        targets = shapes.of(node, "targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
        if not targets and node not in used:
            yield _Fault(node, f"nothing runs the shape {_shown(node)}: give it a target, or refer to it", f"{SH}path")


def _queries(shapes: _Shapes) -> Iterator[_Fault]:
    """Find prefixes that a SPARQL constraint does not declare, and terms in it that no vocabulary has."""
    for node in shapes.values:
        declared = {
            str(prefix.value): str(space.value)
            for holder in shapes.of(node, "prefixes")
            if not isinstance(holder, Literal)
            for declaration in shapes.of(holder, "declare")
            if not isinstance(declaration, Literal)
            for prefix in shapes.of(declaration, "prefix")
            for space in shapes.of(declaration, "namespace")
        }
        for query in shapes.of(node, "select", "ask"):
            for prefix, local in _PREFIXED.findall(re.sub(r'"[^"]*"', '""', query.value)):
                term = f"{declared.get(prefix, '')}{local}"
                if prefix not in declared:
                    yield _Fault(
                        node, f"the query does not declare the prefix {prefix}: use sh:prefixes", f"{SH}select"
                    )
                elif term not in shapes.known:
                    message = f"the query names {_short(term)}, which is no term that ibidem knows"
                    yield _Fault(node, message + _meant(term, shapes.known), f"{SH}select")


def _short(iri: str) -> str:
    return f"sh:{iri[len(SH) :]}" if iri.startswith(SH) else f"<{iri}>"


def _shown(node: Node | Literal) -> str:
    return f"<{node.value}>" if isinstance(node, NamedNode) else "without an IRI"
