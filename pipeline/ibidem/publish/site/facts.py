"""What the store says, by subject: one question asked once, for all pages of single things."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from ibidem.dump import natural
from ibidem.iri import RDF_TYPE
from ibidem.publish.source import Source
from ibidem.saved_query import load_saved_query
from ibidem.store import Term, terms

A = RDF_TYPE
HAS_BODY = "http://www.w3.org/ns/oa#hasBody"
HAS_TARGET = "http://www.w3.org/ns/oa#hasTarget"
HAS_SELECTOR = "http://www.w3.org/ns/oa#hasSelector"
_EXACT = "http://www.w3.org/ns/oa#exact"
_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"

Statements = Mapping[str, tuple[Term, ...]]
"""The values of one subject by property (IRI), each list in the order of its terms."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All statements by subject (IRI), and by object the subjects that point to it, as (property, subject), sorted.

    `graphs` names the graph in which a subject is typed, None for the default graph.
    """

    statements: Mapping[str, Statements]
    incoming: Mapping[str, tuple[tuple[str, str], ...]]
    graphs: Mapping[str, str | None]

    def values(self, subject: str, prop: str) -> tuple[str, ...]:
        """Give the values of a property, IRIs and lexical forms."""
        return tuple(term.value for term in self.statements.get(subject, {}).get(prop, ()))

    def value(self, subject: str, prop: str) -> str | None:
        """Give the first value of a property."""
        return next(iter(self.values(subject, prop)), None)

    def passages(self, subject: str) -> tuple[str, ...]:
        """Give the passages that are evidence for a node, in the order of the text."""
        found = [passage for prop, passage in self.incoming.get(subject, ()) if prop == HAS_BODY]
        return tuple(sorted(found, key=lambda passage: (self._start(passage), passage)))

    def selector(self, passage: str) -> Statements:
        """Give what the selector of a passage by words and position says."""
        return next((said for said in self._selectors(passage) if _EXACT in said), {})

    def origin(self, passage: str) -> Statements:
        """Give what the selector of a passage in the file as received says; nothing where the text is the file."""
        return next((said for said in self._selectors(passage) if _VALUE in said), {})

    def _selectors(self, passage: str) -> Iterator[Statements]:
        target = self.value(passage, HAS_TARGET)
        selectors = self.values(target, HAS_SELECTOR) if target else ()
        return (self.statements.get(selector, {}) for selector in selectors)

    def _start(self, passage: str) -> int:
        start = self.selector(passage).get("http://www.w3.org/ns/oa#start", ())
        return int(start[0].value) if start else 0


@lru_cache(maxsize=1)
def gather(source: Source) -> Facts:
    """Ask the store for everything, once for all the pages of a site."""
    query = load_saved_query(source.workspace.query_file("site/statements")).text
    held: dict[str, dict[str, list[Term]]] = {}
    incoming: dict[str, list[tuple[str, str]]] = {}
    graphs: dict[str, str | None] = {}
    for graph, subject, prop, value in terms(source.store, query):
        assert subject is not None
        assert prop is not None
        assert value is not None
        held.setdefault(subject.value, {}).setdefault(prop.value, []).append(value)
        if prop.value == A:
            graphs[subject.value] = graph.value if graph else None
        elif isinstance(value, NamedNode):
            incoming.setdefault(value.value, []).append((prop.value, subject.value))
    statements = {
        subject: {prop: tuple(sorted(values, key=_order)) for prop, values in sorted(properties.items())}
        for subject, properties in sorted(held.items())
    }
    pointing = {iri: tuple(sorted(set(pairs), key=_place)) for iri, pairs in incoming.items()}
    return Facts(statements, pointing, graphs)


def _order(term: Term) -> tuple[list[tuple[int, str]], str]:
    return natural(term.value), term.language or "" if isinstance(term, Literal) else ""


def _place(pair: tuple[str, str]) -> tuple[str, list[tuple[int, str]]]:
    prop, subject = pair
    return prop, natural(subject)
