"""What the pages of a paper ask the store: each saved query once a site, its rows by paper."""

from collections.abc import Mapping
from functools import lru_cache

from ibidem.errors import QueryError
from ibidem.publish.source import Source
from ibidem.saved_query import load_saved_query
from ibidem.store import select
from ibidem.workspace import packaged

Row = Mapping[str, str]
"""One row of an answer by the names of its columns; the empty string where nothing is bound."""


@lru_cache(maxsize=32)
def ask(source: Source, name: str) -> tuple[Row, ...]:
    """Answer a saved query, `site/...` for one that pages alone ask.

    Raise QueryError where the workspace's own query of that name lacks columns that pages are made of.
    """
    path = source.workspace.query_file(name)
    found = select(source.store, load_saved_query(path).text)
    ours = packaged("queries") / f"{name}.rq"
    lacking = set(load_saved_query(ours).columns) - set(found.columns) if path != ours else ()
    if lacking:
        said = ", ".join(sorted(lacking))
        raise QueryError(f"pages are made of this query, and it lacks: {said}; add them, or rename the file", path=path)
    return tuple(dict(zip(found.columns, row, strict=True)) for row in found.rows)


@lru_cache(maxsize=32)
def ask_by_paper(source: Source, name: str) -> Mapping[str, tuple[Row, ...]]:
    """Answer a saved query and give its rows by the IRI in the column `paper`."""
    return grouped(ask(source, name), "paper")


def supporting_notes(source: Source, paper: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give, by the thing that they support, the notes of a paper (IRI): the marker that leads there, and the number."""
    rows = grouped(ask_by_paper(source, "site/supports").get(paper, ()), "thing")
    return {thing: tuple((row["pointer"], row["number"]) for row in found) for thing, found in rows.items()}


def grouped(rows: tuple[Row, ...], column: str) -> Mapping[str, tuple[Row, ...]]:
    """Give rows by the value of a column, in the order in which the values come."""
    held: dict[str, list[Row]] = {}
    for row in rows:
        held.setdefault(row[column], []).append(row)
    return {value: tuple(found) for value, found in held.items()}
