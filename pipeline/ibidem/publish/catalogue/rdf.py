"""Statements as Turtle and as JSON-LD with a context of their own: nobody needs to load another."""

from collections.abc import Iterable

from pyoxigraph import Quad

from ibidem.describe import terms as t
from ibidem.dump.graph import XSD_STRING, Graph, read_literal, split_graphs, to_nquads
from ibidem.dump.jsonld import Compaction, Context, compact, write_jsonld
from ibidem.dump.turtle import TurtleGraph, write_turtle
from ibidem.publish.catalogue.terms import PREFIXES, Statement


def to_turtle(statements: Iterable[Statement], *, base: str) -> bytes:
    """Write statements as Turtle, each once."""
    graphs = [TurtleGraph(_graph(statements, base), prefixes=PREFIXES, base=base)]
    return write_turtle(graphs, prefixes=PREFIXES, base=base).encode()


def to_jsonld(statements: Iterable[Statement], *, base: str) -> bytes:
    """Write statements as JSON-LD, each once."""
    graph = _graph(statements, base)
    context = _context(graph)
    return write_jsonld(compact(graph, Compaction.of(context, base=base)), context=context, base=base)


def _graph(statements: Iterable[Statement], base: str) -> Graph:
    (graph,) = split_graphs(to_nquads(Quad(*statement) for statement in statements), base=base)
    return graph


def _context(graph: Graph) -> Context:
    """Make a context of what a graph uses: a short key for each property, with what all its values are."""
    kinds: dict[str, set[str]] = {}
    classes: set[str] = set()
    for _, predicates in graph.subjects:
        for predicate, values in predicates.items():
            if predicate == f"<{t.A.value}>":
                classes.update(value[1:-1] for value in values)
            else:
                kinds.setdefault(predicate[1:-1], set()).update(_kind(value) for value in values)
    names = {iri: _name(iri) for iri in (*kinds, *classes)}
    used = sorted({name.partition(":")[0] for name in names.values() if ":" in name} | {"xsd", "void"})
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    context |= {prefix: PREFIXES[prefix] for prefix in used if prefix in PREFIXES}
    entries: dict[str, object] = {}
    for iri in sorted(kinds, key=lambda iri: names[iri]):
        key = names[iri].rpartition(":")[2]
        if key not in entries and key not in context:
            entries[key] = _entry(names[iri], kinds[iri])
    for iri in sorted(classes, key=lambda iri: names[iri]):
        key = names[iri].rpartition(":")[2]
        if key not in entries and key not in context and key[0].isupper():
            entries[key] = names[iri]
    return context | dict(sorted(entries.items()))


def _kind(value: str) -> str:
    if value[0] == "<":
        return "@id"
    _, datatype, language = read_literal(value)
    return "@language" if language else _name(datatype)


def _entry(name: str, kinds: set[str]) -> object:
    kind = next(iter(kinds)) if len(kinds) == 1 else _name(XSD_STRING)
    return name if kind in ("@language", _name(XSD_STRING)) else {"@id": name, "@type": kind}


def _name(iri: str) -> str:
    at = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = next((prefix for prefix, namespace in PREFIXES.items() if namespace == iri[:at]), None)
    return f"{prefix}:{iri[at:]}" if prefix and iri[at:] else iri
