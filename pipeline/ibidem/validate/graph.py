"""The rdflib side of validation; whoever imports this pays for rdflib, so it is imported where it is used."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad, Triple
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from ibidem.errors import InputError

_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
_prepared = lru_cache(maxsize=256)(prepareQuery)


class PreparedGraph(Graph):
    """A graph that parses each SPARQL text once: pySHACL asks the same text for every focus node."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """Answer a query whose text declares all its prefixes."""
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


def to_graph(quads: Iterable[Quad]) -> PreparedGraph:
    """Make a graph of quads, without the names of their graphs; raise TypeError for a quoted triple."""
    made: dict[NamedNode | BlankNode | OxLiteral | Triple, Node] = {}

    def term(value: NamedNode | BlankNode | OxLiteral | Triple) -> Node:
        node = made.get(value)
        if node is None:
            node = made[value] = _term(value)
        return node

    graph = PreparedGraph()
    add = graph.store.add
    for quad in quads:
        add((term(quad.subject), term(quad.predicate), term(quad.object)), graph)
    return graph


def _term(value: NamedNode | BlankNode | OxLiteral | Triple) -> Node:
    if isinstance(value, NamedNode):
        return URIRef(value.value)
    if isinstance(value, OxLiteral):
        datatype = URIRef(value.datatype.value)
        # rdflib writes a plain string without its datatype.
        kind = None if value.language or datatype == XSD.string else datatype
        return Literal(value.value, lang=value.language, datatype=kind, normalize=False)
    if isinstance(value, BlankNode):
        return BNode(value.value)
    raise TypeError("a quoted triple")


def flattened(shapes: Graph) -> Graph:
    """Give every property shape the targets of its node shapes, and close these by lists.

    The results are the same, and pySHACL runs each constraint once over all focus nodes, not anew for each.
    """
    flat = PreparedGraph()
    flat += shapes
    for shape in {shape for target in _TARGETS for shape in shapes.subjects(target)}:
        targets = [(kind, target) for kind in _TARGETS for target in shapes.objects(shape, kind)]
        paths: list[Node] = []
        for constraint in shapes.objects(shape, SH.property):
            paths += shapes.objects(constraint, SH.path)
            flat.remove((shape, SH.property, constraint))
            for kind, target in targets:
                flat.add((constraint, kind, target))
        if (shape, SH.closed, None) in shapes:
            _close(flat, shape, [path for path in paths if isinstance(path, URIRef)])
    return flat


def _close(shapes: Graph, shape: Node, paths: list[URIRef]) -> None:
    allowed: set[Node] = set(paths)
    for ignored in shapes.objects(shape, SH.ignoredProperties):
        allowed.update(shapes.items(ignored))
    head = BNode()
    Collection(shapes, head, sorted(allowed, key=str))
    shapes.set((shape, SH.ignoredProperties, head))


def results(data: Graph, shapes: Graph) -> Iterator[dict[str, str]]:
    """Run the shapes and give each result by name: focus, shape, component, severity, message, path and value.

    A blank node is its label after `_:`. Raise InputError for shapes that cannot be run.
    """
    import logging

    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    # It prints the error that it raises.
    logging.getLogger("pyshacl-validate").disabled = True
    try:
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    except ReportableRuntimeError as error:
        report = error
    if not isinstance(report, Graph):
        raise InputError(f"the shapes cannot be run: {report}; to see what is wrong with them: ibidem validate")
    names = (
        ("focus", SH.focusNode),
        ("shape", SH.sourceShape),
        ("component", SH.sourceConstraintComponent),
        ("severity", SH.resultSeverity),
        ("message", SH.resultMessage),
        ("path", SH.resultPath),
        ("value", SH.value),
    )
    for result in report.objects(None, SH.result):
        found = {name: report.value(result, predicate, any=True) for name, predicate in names}
        yield {name: _text(value) for name, value in found.items() if value is not None}


def _text(value: Node) -> str:
    return f"_:{value}" if isinstance(value, BNode) else str(value)


def focus_nodes(data: Graph, target: str) -> set[Node]:
    """Find the instances of a class, and the subjects of a property, of this IRI."""
    term = URIRef(target)
    return {*data.subjects(RDF.type, term), *data.subjects(term)}
