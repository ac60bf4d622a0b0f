"""Validate: quads, or any RDF file, against the shapes (SHACL), with the results as findings.

pySHACL decides; what it is slow at is prepared once: see `ibidem.validate.graph`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ibidem.errors import InputError
from ibidem.finding import Code, Finding, Severity
from ibidem.validate.file import rdf_bytes, rdf_suffix, remote_context
from ibidem.validate.line import line_finder

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SHACL = "http://www.w3.org/ns/shacl#"
_TARGETS = (f"{_SHACL}targetClass", f"{_SHACL}targetSubjectsOf")
_SEVERITIES = {f"{_SHACL}Warning": Severity.WARNING, f"{_SHACL}Info": Severity.INFO}
_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "rdf": RdfFormat.RDF_XML,
    "xml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "json": RdfFormat.JSON_LD,
}
_SUB_CLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_CLOSED = f"{_SHACL}ClosedConstraintComponent"
_BLANK = "_:"
_SHOWN = 120


class Conformance(StrEnum):
    """What a validation comes to; `nothing-checked`: no shape had a focus node, and silence means nothing."""

    PUBLISHABLE = "publishable"
    REFUSED = "refused"
    NOTHING_CHECKED = "nothing-checked"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found wrong, and how many focus nodes each shape (IRI) had, sorted, 0 included."""

    findings: tuple[Finding, ...]
    focus_nodes: tuple[tuple[str, int], ...]

    @property
    def outcome(self) -> Conformance:
        """Give the outcome: a violation refuses, a warning does not."""
        if any(finding.severity is Severity.VIOLATION for finding in self.findings):
            return Conformance.REFUSED
        return Conformance.PUBLISHABLE if any(count for _, count in self.focus_nodes) else Conformance.NOTHING_CHECKED


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes as they are run; `targets` are the targets of node shapes: shape, class or property, as IRIs."""

    graph: "Graph"
    targets: tuple[tuple[str, str], ...]


def load_shapes(folder: Path) -> Shapes:
    """Read every Turtle file of a folder; raise InputError for what is no Turtle, or where there is none."""
    paths = sorted(folder.glob("*.ttl"))
    if not paths:
        raise InputError("holds no shapes; put *.ttl here, or take the folder away to use those of ibidem", path=folder)
    return prepare_shapes(quad for path in paths for quad in read_rdf(path))


def prepare_shapes(quads: Iterable[Quad]) -> Shapes:
    """Make the shapes of quads."""
    from ibidem.validate.graph import flattened, to_graph

    held = list(quads)
    targets = {
        (quad.subject.value, quad.object.value)
        for quad in held
        if quad.predicate.value in _TARGETS
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
    return Shapes(flattened(to_graph(held)), tuple(sorted(targets)))


def validate_quads(quads: Iterable[Quad], shapes: Shapes) -> Checked:
    """Validate the union of the graphs; findings are sorted and have focus node and source shape (`rule`) as IRIs."""
    from ibidem.validate.graph import focus_nodes, results, to_graph
    from ibidem.validate.length import wrong_lengths
    from ibidem.validate.stray import stray_nodes

    # What an ontology among the data says of its classes would make shapes run over nodes of classes below theirs.
    data = to_graph(quad for quad in quads if quad.predicate.value != _SUB_CLASS)
    found = {target: focus_nodes(data, target) for _, target in shapes.targets}
    focused: dict[str, set[Node]] = {}
    for shape, target in shapes.targets:
        focused.setdefault(shape, set()).update(found[target])
    findings = {_finding(result) for result in results(data, shapes.graph)}
    findings.update(stray_nodes(data, shapes.graph, focused=focused))
    findings.update(wrong_lengths(data))
    return Checked(
        tuple(sorted(findings, key=_order)), tuple(sorted((shape, len(nodes)) for shape, nodes in focused.items()))
    )


def _finding(result: dict[str, str]) -> Finding:
    focus = result["focus"]
    found = " ".join(result.get("value", "").split())
    if result["component"] == _CLOSED:
        found = f"{result['path']} {found}"
    message = result.get("message", "breaks a shape that has no message")
    if found and found != focus and not found.startswith(_BLANK):
        message += f" (found: {found if len(found) <= _SHOWN else found[: _SHOWN - 1] + '…'})"
    return Finding(
        code=Code.SHAPE,
        severity=_SEVERITIES.get(result["severity"], Severity.VIOLATION),
        message=message,
        focus=None if focus.startswith(_BLANK) else focus,
        rule=result.get("shape"),
    )


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return finding.line or 0, finding.focus or "", finding.rule or "", finding.message


def validate_file(path: Path, shapes: Shapes) -> Checked:
    """Validate an RDF file; each finding has the line where its focus node is described, else first named.

    The ending of its name, that before `.gz`, tells the format. Raise InputError for what has another or cannot be
    read.
    """
    try:
        checked = validate_quads(read_rdf(path), shapes)
    except TypeError:
        raise InputError("holds quoted triples, which SHACL cannot judge; leave them out", path=path) from None
    if not checked.findings:
        return checked
    line_of = line_finder(rdf_bytes(path).decode("utf-8", "replace"))
    findings = (replace(item, source=path.as_posix(), line=line_of(item.focus or "")) for item in checked.findings)
    return replace(checked, findings=tuple(sorted(findings, key=_order)))


def read_rdf(path: Path) -> Iterator[Quad]:
    """Read the quads of an RDF file, blank nodes renamed; raise InputError for what cannot be read.

    A name that ends in `.gz` is unpacked. No remote JSON-LD context is ever loaded.
    """
    format = _FORMATS.get(rdf_suffix(path))
    if format is None and not path.is_dir():
        raise InputError(f"is no RDF by its name; one that is ends in: .{', .'.join(_FORMATS)}", path=path)
    data = rdf_bytes(path)
    try:
        yield from parse(data, format=format, base_iri="https://example.org/", rename_blank_nodes=True)
    except SyntaxError as error:
        raise _unparsed(error, data, path, format) from None


def _unparsed(error: SyntaxError, data: bytes, path: Path, format: RdfFormat | None) -> InputError:
    context = remote_context(data) if format == RdfFormat.JSON_LD and error.lineno is None else None
    if context is not None:
        message = f"its context is elsewhere ({context}), and ibidem loads nothing from the network: embed the context"
        return InputError(message, path=path)
    message = f"is no {format.name if format else 'RDF'}: {error.msg}; mend it there"
    return InputError(message, path=path, line=error.lineno, column=error.offset)
