"""What a CONSTRUCT answers, as a graph, and that graph as Turtle and JSON-LD."""

import re
from collections.abc import Mapping

from pyoxigraph import QueryTriples, RdfFormat, Store

from ibidem.dump.graph import Graph, split_graphs
from ibidem.dump.jsonld import Compaction, compact, write_jsonld
from ibidem.dump.turtle import TurtleGraph, write_turtle
from ibidem.errors import QueryError
from ibidem.publish.crosswalk.header import Crosswalk
from ibidem.sparql import check_read_only

_BLANK = re.compile(rb"^_:|> _:[^ ]+ \.$", re.MULTILINE)


def construct(store: Store, crosswalk: Crosswalk, *, base: str) -> Graph:
    """Ask a CONSTRUCT; raise QueryError where it does not parse, reads another store, or makes blank nodes."""
    try:
        check_read_only(crosswalk.query)
        answer = store.query(crosswalk.query)
        if not isinstance(answer, QueryTriples):
            raise QueryError("is no CONSTRUCT query; a view in RDF needs one, a table says # @format csv")
        data = answer.serialize(format=RdfFormat.N_TRIPLES) or b""
    except QueryError as error:
        raise error.standing_in(crosswalk.path) from None
    except (SyntaxError, RuntimeError) as error:
        raise QueryError(f"the query does not work: {error}", path=crosswalk.path) from None
    if _BLANK.search(data):
        message = (
            'makes blank nodes, which nobody can point to; name each node: BIND(IRI(CONCAT(STR(?x), "#name")) AS ?y)'
        )
        raise QueryError(message, path=crosswalk.path)
    graphs = split_graphs(b"".join(sorted(set(data.splitlines(keepends=True)))), base=base)
    return graphs[0] if graphs else Graph(None, ())


def to_turtle(graph: Graph, prefixes: Mapping[str, str], *, base: str) -> bytes:
    """Write a graph as Turtle under the prefixes that its query declares."""
    blocks = TurtleGraph(graph, prefixes=prefixes, base=base)
    return write_turtle([blocks], prefixes=prefixes, base=base).encode()


def to_jsonld(graph: Graph, prefixes: Mapping[str, str], *, base: str) -> bytes:
    """Write a graph as JSON-LD whose keys are prefixed names."""
    context = {"@version": 1.1, "id": "@id", "type": "@type", **prefixes}
    return write_jsonld(compact(graph, Compaction.of(context, base=base)), context=context, base=base)
