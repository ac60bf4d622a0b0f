"""The pages of the saved queries: the question, its parameters, its text, and the answer as it is now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from ibidem.dump import TurtleGraph, ordered, prefixes_of, write_turtle
from ibidem.errors import QueryError
from ibidem.iri import RDF_TYPE, part
from ibidem.publish.site.example import examples
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.sparql import runnable
from ibidem.publish.source import Source
from ibidem.saved_query import SavedQuery, load_saved_queries
from ibidem.sparql import pieces
from ibidem.store import Term, table

SHOWN = 200
"""How many rows a page shows; its CSV has them all."""

_QUOTED = re.compile('[",\r\n]')
_CLASSES = {
    "word": "keyword",
    "text": "literal",
    "number": "literal",
    "variable": "variable",
    "iri": "name",
    "name": "name",
}
_A = f"<{RDF_TYPE}>"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table: its text, and its IRI if it is one."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved query with its answer, or with what is wrong with it; `bound` are the values of its example."""

    query: SavedQuery
    call: str
    bound: tuple[tuple[str, Cell], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A saved query in the list of them; `rows` are counted, and let go: of a corpus they are many."""

    query: SavedQuery
    rows: int
    problem: str | None


def write_queries(folder: Path, source: Source) -> None:
    """Write a page, the text and the answer of each saved query, the list of them, and their catalogue in Turtle."""
    (folder / "queries").mkdir(exist_ok=True)
    listed = []
    for query in load_saved_queries(source.workspace.queries):
        held = _ask(query, source)
        _write(folder, source, held)
        listed.append(Listed(query, len(held.rows), held.problem))
    page = Page(
        path="queries.html",
        template="queries.html",
        title="Saved queries",
        description="Questions that the dataset answers, each with its SPARQL and its answer as a table and as CSV.",
        section="queries",
        styles=("assets/reference.css",),
        alternates=(("text/turtle", "queries.ttl"),),
    )
    write_page(folder, page, source, listed=listed)
    described = _catalogue([held.query for held in listed], source)
    (folder / "queries.ttl").write_text(described, encoding="utf-8", newline="\n")


def _ask(query: SavedQuery, source: Source) -> Asked:
    example = examples(source)[query.name]
    if example.problem:
        return Asked(query, example.call, (), (), (), example.problem)
    bound = tuple((name, _cell(term, source.base)) for name, term in example.bindings.items())
    try:
        columns, rows = table(source.store, query.text, example.bindings)
    except QueryError as error:
        # A query that somebody is still writing stands on its page as it is: it stops no publication.
        return Asked(query, example.call, (), (), (), str(error))
    return Asked(query, example.call, bound, columns, tuple(rows))


def _write(folder: Path, source: Source, held: Asked) -> None:
    name = held.query.name
    (folder / "queries" / f"{name}.rq").write_text(held.query.text, encoding="utf-8", newline="\n")
    (folder / "queries" / f"{name}.csv").write_bytes(to_csv(held))
    page = Page(
        path=f"queries/{name}.html",
        template="query.html",
        title=held.query.question or name,
        description=held.query.notes.replace("\n", " ").replace("`", "") or held.query.question,
        section="queries",
        styles=("assets/reference.css",),
        alternates=(("application/sparql-query", f"queries/{name}.rq"), ("text/csv", f"queries/{name}.csv")),
    )
    rows = [[_cell(term, source.base) for term in row] for row in held.rows[:SHOWN]]
    write_page(folder, page, source, asked=held, rows=rows, text=highlighted(held.query.body))


def _cell(term: Term | None, base: str) -> Cell:
    """Show a term: an IRI of ours by what stands after the base, any other in full."""
    if term is None:
        return Cell("")
    if isinstance(term, NamedNode):
        return Cell(term.value.removeprefix(base) or term.value, term.value)
    return Cell(term.value)


def to_csv(held: Asked) -> bytes:
    """Write an answer as SPARQL 1.1 Query Results CSV has it: the values alone, exact, lines ended by CRLF."""
    rows = ((term.value if term is not None else "" for term in row) for row in held.rows)
    lines = (",".join(map(_quoted, row)) for row in (held.columns, *rows))
    return "".join(f"{line}\r\n" for line in lines).encode()


def _quoted(cell: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(cell) else cell


def highlighted(query: str) -> Markup:
    """Mark keywords, variables, names and texts of a query, which is escaped."""
    return Markup("".join(_marked(query)))


def _marked(query: str) -> Iterator[str]:
    for piece in pieces(query):
        comment = piece.kind == "space" and piece.text.startswith("#")
        marks = "comment" if comment else _CLASSES.get(piece.kind)
        yield f'<span class="{marks}">{escape(piece.text)}</span>' if marks else escape(piece.text)


def _catalogue(queries: list[SavedQuery], source: Source) -> str:
    """Describe the queries as SHACL Advanced Features, 9 and the collections of others do: one executable a query."""
    prefixes = prefixes_of(source.context)
    described: dict[str, dict[str, list[str]]] = {}
    for query in queries:
        subject = str(NamedNode(part(f"{source.base}queries", query.name)))
        text = runnable(query, {})
        described[subject] = {
            _A: [f"<{prefixes['sh']}SPARQLExecutable>", f"<{prefixes['sh']}SPARQLSelectExecutable>"],
            f"<{prefixes['rdfs']}label>": [str(Literal(query.name))],
            f"<{prefixes['rdfs']}comment>": [str(Literal(query.question, language="en"))],
            f"<{prefixes['sh']}select>": [str(Literal(text))],
        }
    graph = TurtleGraph(ordered(described, base=source.base), prefixes=prefixes, base=source.base)
    return write_turtle([graph], prefixes=prefixes, base=source.base)
