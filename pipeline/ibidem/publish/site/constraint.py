"""Shapes as values: what the Turtle files of a folder ask of each class, with paths and counts as people write them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from ibidem.iri import RDF_TYPE
from ibidem.words import read_table

SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NODE_SHAPE = f"{SH}NodeShape"

Node = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a shape asks of the values of one path; `path` is written as SPARQL does, `prop` its IRI if it is one.

    `classes` are the IRIs of what values may be, `takes` says it in prefixed names; `count` is as UML has it, `0..*`.
    """

    name: str
    path: str
    prop: str | None
    classes: tuple[str, ...]
    takes: str
    limits: tuple[str, ...]
    count: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape; `targets` are prefixed names; a closed one says all that may be said of its class."""

    iri: str
    name: str
    targets: tuple[str, ...]
    target_iris: tuple[str, ...]
    closed: bool
    severity: str
    message: str
    constraints: tuple[Constraint, ...]


def read_shapes(folder: Path, *, prefixes: Mapping[str, str]) -> tuple[Shape, ...]:
    """Read every node shape of a folder with an IRI, by name; its constraints are in the order of their IRIs."""
    graph = _Graph(folder, prefixes)
    return tuple(sorted((_shape(graph, node) for node in graph.node_shapes()), key=lambda shape: shape.iri))


def grouped(shapes: tuple[Shape, ...]) -> dict[str, list[Shape]]:
    """Give the closed shapes under the headings of the list of concepts; those that it does not name come last."""
    held = {shape.name: shape for shape in shapes if shape.closed}
    groups: dict[str, list[Shape]] = {}
    for name, heading in read_table("concepts"):
        if name in held:
            groups.setdefault(heading, []).append(held.pop(name))
    return groups | ({"More": list(held.values())} if held else {})


class _Graph:
    """The triples of the shapes by subject and property."""

    def __init__(self, folder: Path, prefixes: Mapping[str, str]) -> None:
        self.prefixes = {**prefixes, "shape": "https://w3id.org/ibidem/shapes#"}
        self.held: dict[tuple[object, str], list[Node]] = {}
        self.shapes: dict[NamedNode, None] = {}
        for path in sorted(folder.glob("*.ttl")):
            for quad in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True):
                self.held.setdefault((quad.subject, quad.predicate.value), []).append(quad.object)
                is_shape = quad.predicate.value == RDF_TYPE and quad.object == NamedNode(_NODE_SHAPE)
                if is_shape and isinstance(quad.subject, NamedNode):
                    self.shapes[quad.subject] = None

    def node_shapes(self) -> tuple[NamedNode, ...]:
        return tuple(self.shapes)

    def values(self, node: object, name: str) -> list[Node]:
        return self.held.get((node, f"{SH}{name}"), [])

    def value(self, node: object, name: str) -> Node | None:
        return next(iter(self.values(node, name)), None)

    def text(self, node: object, name: str) -> str:
        found = self.value(node, name)
        return found.value if isinstance(found, NamedNode | Literal) else ""

    def items(self, head: object) -> Iterator[Node]:
        """Walk along a list."""
        while first := self.held.get((head, f"{_RDF}first")):
            yield first[0]
            head = self.held[head, f"{_RDF}rest"][0]

    def short(self, node: Node) -> str:
        """Write a node as people do: a prefixed name, or the plain value."""
        if not isinstance(node, NamedNode):
            return node.value if isinstance(node, Literal) else "a node"
        for prefix, space in self.prefixes.items():
            if node.value.startswith(space):
                return f"{prefix}:{node.value[len(space) :]}"
        return node.value


def _shape(graph: _Graph, node: NamedNode) -> Shape:
    targets = [*graph.values(node, "targetClass"), *graph.values(node, "targetSubjectsOf")]
    properties = (found for found in graph.values(node, "property") if isinstance(found, NamedNode))
    return Shape(
        iri=node.value,
        name=graph.short(node).rpartition(":")[2],
        targets=tuple(sorted(map(graph.short, targets))),
        target_iris=tuple(target.value for target in targets if isinstance(target, NamedNode)),
        closed=graph.text(node, "closed") == "true",
        severity=_severity(graph, node),
        message=graph.text(node, "message"),
        constraints=tuple(_constraint(graph, found) for found in sorted(properties, key=lambda found: found.value)),
    )


def _severity(graph: _Graph, node: Node) -> str:
    """Give the severity in small letters; a violation where the shape says none (SHACL, 2.1.4)."""
    return graph.text(node, "severity").removeprefix(SH).lower() or "violation"


def _constraint(graph: _Graph, node: NamedNode) -> Constraint:
    path = graph.value(node, "path")
    assert path is not None
    classes = _classes(graph, node)
    return Constraint(
        name=graph.short(node).rpartition(":")[2],
        path=_path(graph, path),
        prop=path.value if isinstance(path, NamedNode) else None,
        classes=tuple(found.value for found in classes if isinstance(found, NamedNode)),
        takes=_takes(graph, node, classes),
        limits=tuple(_limits(graph, node)),
        count=_count(graph, node),
        severity=_severity(graph, node),
        message=graph.text(node, "message"),
    )


def _classes(graph: _Graph, node: Node) -> list[Node]:
    """Give the classes that values have, one or another."""
    choices = [item for head in graph.values(node, "or") for item in graph.items(head)]
    return [found for held in (node, *choices) for found in graph.values(held, "class")]


def _path(graph: _Graph, path: Node) -> str:
    """Write a path as SPARQL does."""
    if not isinstance(path, BlankNode):
        return graph.short(path)
    inverse = graph.value(path, "inversePath")
    if inverse is not None:
        return f"^{_path(graph, inverse)}"
    either = graph.value(path, "alternativePath")
    if either is not None:
        return " or ".join(_path(graph, item) for item in graph.items(either))
    return "/".join(_path(graph, item) for item in graph.items(path))


def _takes(graph: _Graph, node: Node, classes: list[Node]) -> str:
    allowed = graph.value(node, "in")
    if allowed is not None:
        return ", ".join(map(graph.short, graph.items(allowed)))
    kinds = [*classes, *graph.values(node, "datatype")]
    return " or ".join(dict.fromkeys(map(graph.short, kinds))) or "an IRI"


def _limits(graph: _Graph, node: Node) -> Iterator[str]:
    """Say what else a constraint asks of each value, or of all of them; a value of its own words goes before."""
    table = dict.fromkeys(row[0].partition(" ")[0] for row in read_table("constraints"))
    words = {row[0]: row[1] for row in read_table("constraints")}
    for name in table:
        for found in graph.values(node, name):
            value = ", ".join(map(graph.short, graph.items(found))) or graph.short(found)
            yield words.get(f"{name} {value}", words.get(name, "")).format(value)


def _count(graph: _Graph, node: Node) -> str:
    low = graph.text(node, "minCount") or graph.text(node, "qualifiedMinCount") or "0"
    high = graph.text(node, "maxCount") or graph.text(node, "qualifiedMaxCount") or "*"
    return low if low == high else f"{low}..{high}"
