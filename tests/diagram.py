"""The data model as a page: diagrams and tables, made of nothing but the shapes."""

from collections.abc import Iterator
from pathlib import Path

from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from ibidem.describe.terms import PREFIXES

SHAPE = "https://w3id.org/ibidem/shapes#"
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Notes and works", ("Paper", "Keyword", "Pointer", "Reference", "Citation", "Work", "Contribution", "Agent")),
    (
        "The story told",
        ("Actor", "Role", "Quotation", "Treaty", "Participation", "Provision", "Event", "Claim", "Date", "Place"),
    ),
    (
        "Where it comes from",
        (
            *("Passage", "Target", "Selector", "Text", "Segment", "Rule", "Program"),
            *("Decision", "Curator", "Finding", "Authority", "Identifier"),
        ),
    ),
)
"""Every closed node shape, in the order of the page."""
_COMMON = ("evidence", "provenance")


def read_shapes(folder: Path) -> Graph:
    """Read the shapes as they are written."""
    graph = Graph()
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path)
    return graph


def page(shapes: Graph) -> str:
    """Write the generated part of the page: for each group a diagram, then a table for each class."""
    lines: list[str] = []
    for title, names in GROUPS:
        lines += [f"## {title}", "", "```mermaid", *_diagram(shapes, names), "```", ""]
        for name in names:
            lines += _table(shapes, name)
    lines += ["## Between nodes", "", "| of | what to do where it is broken |", "| --- | --- |"]
    closed = set(shapes.subjects(SH.closed))
    for shape in sorted(set(shapes.subjects(RDF.type, SH.NodeShape)) - closed, key=str):
        lines.append(f"| {_targets(shapes, shape)} | {shapes.value(shape, SH.message)} |")
    return "\n".join([*lines, ""])


def _targets(shapes: Graph, shape: Node) -> str:
    targets = [*shapes.objects(shape, SH.targetClass), *shapes.objects(shape, SH.targetSubjectsOf)]
    return ", ".join(sorted(map(_short, targets)))


def _short(term: Node) -> str:
    for prefix, space in (*PREFIXES, ("shape", SHAPE)):
        if str(term).startswith(space):
            return f"{prefix}:{str(term)[len(space) :]}"
    return str(term)


def _local(term: Node) -> str:
    return _short(term).partition(":")[2]


def _properties(shapes: Graph, name: str) -> list[URIRef]:
    found = shapes.objects(URIRef(f"{SHAPE}{name}"), SH.property)
    return sorted(shape for shape in found if isinstance(shape, URIRef))


def _classes(shapes: Graph, constraint: Node) -> list[Node]:
    """Give the classes that values have, one or another."""
    choices = [item for head in shapes.objects(constraint, SH["or"]) for item in shapes.items(head)]
    return [kind for node in (constraint, *choices) for kind in shapes.objects(node, SH["class"])]


def _shape_of(shapes: Graph, kind: Node) -> str | None:
    names = {name for _, group in GROUPS for name in group}
    found = sorted(_local(shape) for shape in shapes.subjects(SH.targetClass, kind))
    return next((name for name in found if name in names), None)


def _count(shapes: Graph, constraint: Node) -> str:
    low = shapes.value(constraint, SH.minCount) or shapes.value(constraint, SH.qualifiedMinCount) or 0
    high = shapes.value(constraint, SH.maxCount) or shapes.value(constraint, SH.qualifiedMaxCount) or "*"
    return str(low) if str(low) == str(high) else f"{low}..{high}"


def _diagram(shapes: Graph, names: tuple[str, ...]) -> Iterator[str]:
    yield "classDiagram"
    edges = []
    for name in names:
        yield f"  class {name} {{"
        for constraint in _properties(shapes, name):
            path = shapes.value(constraint, SH.path)
            if _local(constraint) in _COMMON or not isinstance(path, URIRef):
                continue
            targets = dict.fromkeys(_shape_of(shapes, kind) for kind in _classes(shapes, constraint))
            edges += [
                f"  {name} --> {target} : {_local(path)} {_count(shapes, constraint)}" for target in targets if target
            ]
            if not any(targets):
                yield f"    {_local(path)} {_count(shapes, constraint)}"
        yield "  }"
    yield from dict.fromkeys(edges)


def _path(shapes: Graph, path: Node) -> str:
    """Write a path as SPARQL does."""
    if not isinstance(path, BNode):
        return _short(path)
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(shapes, inverse)}"
    either = shapes.value(path, SH.alternativePath)
    if either is not None:
        return " or ".join(_path(shapes, item) for item in shapes.items(either))
    return "/".join(_path(shapes, item) for item in shapes.items(path))


def _takes(shapes: Graph, constraint: Node) -> str:
    allowed = shapes.value(constraint, SH["in"])
    if allowed is not None:
        return ", ".join(_short(item) for item in shapes.items(allowed))
    kinds = [*_classes(shapes, constraint), *shapes.objects(constraint, SH.datatype)]
    return " or ".join(dict.fromkeys(map(_short, kinds))) or "an IRI"


def _table(shapes: Graph, name: str) -> list[str]:
    shape = URIRef(f"{SHAPE}{name}")
    lines = [f"### {name}: {_targets(shapes, shape)}", ""]
    lines += ["| path | takes | how many | what to do where it is broken |", "| --- | --- | --- | --- |"]
    for constraint in _properties(shapes, name):
        path = shapes.value(constraint, SH.path)
        assert path is not None
        cells = (f"`{_path(shapes, path)}`", _takes(shapes, constraint), _count(shapes, constraint))
        lines.append(f"| {' | '.join(cells)} | {shapes.value(constraint, SH.message)} |")
    return [*lines, ""]
