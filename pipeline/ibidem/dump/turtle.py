"""Turtle and TriG as a person likes to read them: grouped, in the order of the notes and the story."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ibidem.dump.graph import Graph
from ibidem.dump.names import Names
from ibidem.iri import RDF_TYPE

_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}
_TYPE = f"<{RDF_TYPE}>"
_FIRST = (
    *("a", "dcterms:title", "skos:prefLabel", "foaf:name", "ibidem:number", "ibidem:index", "ibidem:section"),
    *("ibidem:edtf", "ibidem:value", "ibidem:unit", "oa:exact", "oa:start", "sh:resultMessage"),
)
_LAST = ("schema:sameAs", "ibidem:supportedBy", "prov:wasGeneratedBy")
_RANKS = {name: rank for rank, name in enumerate(_FIRST, start=-len(_FIRST))} | {
    name: rank for rank, name in enumerate(_LAST, start=1)
}
_WIDTH = 110


class _Terms(dict[str, str]):
    """Terms of N-Triples as Turtle writes them, each worked out once."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def __missing__(self, term: str) -> str:
        self[term] = short = self._iri(term[1:-1]) if term[0] == "<" else self._literal(term)
        return short

    def _iri(self, iri: str) -> str:
        return self.names.prefixed(iri) or f"<{self.names.relative(iri) or iri}>"

    def _literal(self, term: str) -> str:
        text, mark, datatype = term.rpartition('"^^<')
        if not mark or not datatype.endswith(">") or '"' in datatype:
            return term
        bare = _BARE.get(datatype[:-1])
        if bare is not None and bare.fullmatch(text, 1):
            return text[1:]
        return f'{text}"^^{self._iri(datatype[:-1])}'


class TurtleGraph:
    """A graph as blocks of Turtle; `used` are the prefixes that it needs."""

    def __init__(self, graph: Graph, *, prefixes: Mapping[str, str], base: str) -> None:
        """Write the blocks."""
        self.name = graph.name
        names = Names(prefixes, base)
        terms = _Terms(names)
        self.blocks = "\n".join(_blocks(graph, terms))
        self.label = f"<{names.relative(graph.name) or graph.name}>" if graph.name is not None else ""
        self.used = frozenset(names.used)


def _blocks(graph: Graph, terms: _Terms) -> Iterator[str]:
    for subject, predicates in graph.subjects:
        # `a` stands for the property alone, never for the node of the same IRI.
        named = sorted(("a" if name == _TYPE else terms[name], values) for name, values in predicates.items())
        named.sort(key=lambda item: _RANKS.get(item[0], 0))
        lines = [f"{name} {_values([terms[value] for value in values])}" for name, values in named]
        yield f"{terms[subject]} " + " ;\n    ".join(lines) + " .\n"


def _values(values: list[str]) -> str:
    line = ", ".join(values)
    return line if len(line) <= _WIDTH else ",\n        ".join(values)


def _header(graphs: Iterable[TurtleGraph], prefixes: Mapping[str, str], base: str) -> str:
    used = frozenset[str]().union(*(graph.used for graph in graphs))
    lines = [f"@base <{base.removesuffix('#')}> .\n"] if base else []
    lines += [f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(used)]
    return "".join(lines) + "\n"


def write_turtle(graphs: Iterable[TurtleGraph], *, prefixes: Mapping[str, str], base: str) -> str:
    """Write graphs as one Turtle file, which does not keep them apart."""
    held = tuple(graphs)
    return _header(held, prefixes, base) + "\n".join(graph.blocks for graph in held)


def write_trig(graphs: Iterable[TurtleGraph], *, prefixes: Mapping[str, str], base: str) -> str:
    """Write graphs as one TriG file, the default graph without braces."""
    held = tuple(graphs)
    parts = [f"{graph.label} {{\n\n{graph.blocks}\n}}\n" if graph.label else graph.blocks for graph in held]
    return _header(held, prefixes, base) + "\n".join(parts)
