"""The values with which the site asks the saved queries: those of a query's example, or of the dataset itself."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ibidem.errors import QueryError
from ibidem.publish.source import Source
from ibidem.saved_query import SavedQuery, bind_parameters, load_saved_queries
from ibidem.store import Term, paper_names, table

_UNQUOTED = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_NEEDS_ESCAPE = re.compile(r'["$`\\!]')


@dataclass(frozen=True, slots=True)
class Example:
    """What a query's page binds, the call of it as a shell takes it, or why nothing can be bound."""

    bindings: Mapping[str, Term]
    call: str
    problem: str | None = None


@lru_cache(maxsize=1)
def examples(source: Source) -> Mapping[str, Example]:
    """Give the example of each saved query by its name."""
    papers = paper_names(source.store)
    return {query.name: _example(query, source, papers) for query in load_saved_queries(source.workspace.queries)}


def _example(query: SavedQuery, source: Source, papers: Mapping[str, str]) -> Example:
    try:
        values = _values(query, source, papers)
        return Example(bind_parameters(query, values, papers=papers), _call(query, values))
    except QueryError as error:
        return Example({}, " ".join(query.example), str(error))


def _values(query: SavedQuery, source: Source, papers: Mapping[str, str]) -> dict[str, str]:
    """Give the values of the example where they are of this dataset, others of the dataset where they are not.

    A paper that is not published is replaced by the first one; values that no row of the answer without them has, by
    those of the first row that has them all. Where there is no such row, what is optional is left out.
    """
    declared = {parameter.name: parameter for parameter in query.parameters}
    required = {parameter.name: "" for parameter in query.parameters if parameter.required}
    written = required | query.example_values
    places = {name for name in written if name in declared and declared[name].type == "paper"}
    here = {name: written[name] for name in places if written[name] in papers or written[name] in papers.values()}
    if "" not in written.values() and len(here) == len(places):
        return written
    others = {name: value for name, value in written.items() if name not in places}
    kept = here | {name: next(iter(papers)) for name in places if papers and name not in here}
    if others:
        found = list(_found(query, source, papers, kept, tuple(others)))
        if others not in found:
            others = found[0] if found else {name: others[name] for name in others if others[name] and name in required}
    # In the order of the example.
    return {name: (kept | others)[name] for name in written if name in kept or name in others}


def _found(
    query: SavedQuery, source: Source, papers: Mapping[str, str], kept: dict[str, str], names: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    """Give, as a call writes them, the values of the rows that have all of them."""
    free = replace(query, parameters=tuple(replace(parameter, required=False) for parameter in query.parameters))
    columns, rows = table(source.store, query.text, bind_parameters(free, kept, papers=papers))
    for row in rows if set(names) <= set(columns) else ():
        terms = {name: term for name, term in zip(columns, row, strict=True) if name in names and term is not None}
        values = {name: term.value for name, term in terms.items()}
        if len(values) == len(names) and _binds(query, kept | values, papers, terms):
            yield values


def _binds(query: SavedQuery, values: Mapping[str, str], papers: Mapping[str, str], terms: Mapping[str, Term]) -> bool:
    """Tell whether values, as a call writes them, become the terms that the store holds."""
    try:
        bound = bind_parameters(query, values, papers=papers)
    except QueryError:
        return False
    return all(bound[name] == term for name, term in terms.items())


def _call(query: SavedQuery, values: Mapping[str, str]) -> str:
    words = ["ibidem", "query", query.name]
    for name, value in values.items():
        words += ["--bind", f"{name}={value}"]
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """Write a word so that a shell takes it for one: in the quotation marks that every shell knows, where they do."""
    if _UNQUOTED.fullmatch(word):
        return word
    return shlex.quote(word) if _NEEDS_ESCAPE.search(word) else f'"{word}"'
