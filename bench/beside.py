"""Do with rdflib what a publish does with its quads: build, dump, load and ask; each beside ours."""

import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import Quad, RdfFormat, parse

from ibidem.describe.context import make_context
from ibidem.dump import to_nquads, write_dumps
from ibidem.saved_query import find_saved_query
from ibidem.store import load_store, open_store, select

ROOT = Path(__file__).parents[1]
FIXED = ("citations", "works", "quotations", "actors", "treaties", "events", "claims")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done by both: seconds of CPU, or bytes."""

    label: str
    ours: float
    theirs: float


def timed(function: Callable[[], Any], *, times: int = 3) -> tuple[float, Any]:
    """Give the least CPU of so many calls, and what the last one gave."""
    best, result = float("inf"), None
    for _ in range(times):
        before = time.process_time()
        result = function()
        best = min(best, time.process_time() - before)
    return best, result


def compare(nquads: bytes, *, base: str, papers: list[str]) -> list[Line]:
    """Build, dump, load and ask the same quads with both."""
    warnings.simplefilter("ignore", DeprecationWarning)
    quads = list(parse(nquads, format=RdfFormat.N_QUADS))
    with tempfile.TemporaryDirectory() as name:
        return [*_dumped(quads, Path(name), base, papers), *_asked(nquads, Path(name))]


def _dumped(quads: list[Quad], folder: Path, base: str, papers: list[str]) -> list[Line]:
    context = make_context((ROOT / "ontology" / "ibidem.ttl").read_bytes())
    terms = [_terms(quad) for quad in quads]
    ours_built, nquads = timed(lambda: to_nquads(quads))
    theirs_built, dataset = timed(lambda: _dataset(terms))
    ours, _ = timed(lambda: write_dumps(folder, nquads, base=base, context=context, papers=papers))
    # Each paper's Turtle and JSON-LD, and the four files of the whole: what write_dumps does in one call.
    graphs = [dataset.graph(rdflib.URIRef(f"{base}{paper}")) for paper in papers]
    theirs, files = timed(lambda: _serialised(dataset, graphs, context), times=1)
    return [
        Line("quads to N-Quads / to a graph, s", ours_built, theirs_built),
        Line("all dumps, s", ours, theirs),
        *(
            Line(f"dataset.{kind}, kB", (folder / f"dataset.{kind}").stat().st_size / 1000, size)
            for kind, size in files
        ),
    ]


def _terms(quad: Quad) -> tuple[str, str, Any, str]:
    value: Any = quad.object
    literal = hasattr(value, "datatype")
    plain = (value.value, value.language, value.datatype.value) if literal else value.value
    return quad.subject.value, quad.predicate.value, plain, getattr(quad.graph_name, "value", "")  # type: ignore[union-attr]


def _dataset(terms: list[tuple[str, str, Any, str]]) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    for subject, predicate, value, graph in terms:
        if isinstance(value, str):
            node: Any = rdflib.URIRef(value)
        else:
            text, language, datatype = value
            kind = None if language or datatype.endswith("#string") else rdflib.URIRef(datatype)
            node = rdflib.Literal(text, lang=language, datatype=kind)
        held = dataset.graph(rdflib.URIRef(graph)) if graph else dataset.default_graph
        held.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), node))
    return dataset


def _serialised(dataset: rdflib.Dataset, graphs: list[rdflib.Graph], context: Any) -> list[tuple[str, float]]:
    whole = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        whole.add((subject, predicate, value))
    for graph in graphs:
        graph.serialize(format="turtle")
        graph.serialize(format="json-ld", context=context, auto_compact=True)
    turtle = whole.serialize(format="turtle")
    dataset.serialize(format="trig")
    dataset.serialize(format="nquads")
    jsonld = dataset.serialize(format="json-ld", context=context, auto_compact=True)
    return [("ttl", len(turtle.encode()) / 1000), ("jsonld", len(jsonld.encode()) / 1000)]


def _asked(nquads: bytes, folder: Path) -> list[Line]:
    lines = []
    counter = iter(range(100))
    ours, _ = timed(lambda: load_store(folder / f"store-{next(counter)}", nquads))
    theirs, dataset = timed(lambda: rdflib.Dataset().parse(data=nquads, format="nquads"), times=1)
    lines.append(Line("load N-Quads, s", ours, theirs))
    store = open_store(folder / "store-0")
    for name in FIXED:
        query = find_saved_query(ROOT / "queries", name)
        ours, rows = timed(partial(select, store, query.text))
        theirs, found = timed(partial(_found, dataset, query.text), times=1)
        assert len(rows.rows) == len(found), f"{name}: {len(rows.rows)} rows, and {len(found)} by rdflib"
        lines.append(Line(f"query {name}, s", ours, theirs))
    return lines


def _found(dataset: Any, query: str) -> list[Any]:
    return list(dataset.query(query))
