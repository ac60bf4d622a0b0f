"""Print what the store answers: a table to read, or the formats that programs read."""

import shutil

from ibidem.cli.console import table
from ibidem.errors import QueryError
from ibidem.store import Answer

_WIDTH = 120
"""How wide a table is where no terminal says it."""


def printed(answer: Answer, format: str, *, base: str) -> bytes:
    """Write an answer as table, csv, tsv, json or ttl; a table shows IRIs under the base without it.

    Raise QueryError for a format that the kind of answer does not have.
    """
    if answer.kind == "select":
        if format == "ttl":
            raise QueryError("ttl is for CONSTRUCT and DESCRIBE; a SELECT's table has: table, csv, tsv, json")
        return _table(answer.data, base) if format == "table" else _closed(answer.data)
    if answer.kind == "ask":
        return b'{"head":{},"boolean":%s}\n' % answer.data.strip() if format == "json" else answer.data
    if format not in ("table", "ttl"):
        raise QueryError(f"{format} is for SELECT; what a CONSTRUCT or DESCRIBE gives is printed as ttl")
    return _turtle(answer.data)


def _closed(data: bytes) -> bytes:
    return data if not data or data.endswith(b"\n") else data + b"\n"


def _table(data: bytes, base: str) -> bytes:
    import msgspec

    answer = msgspec.json.decode(data)
    columns = tuple(answer["head"]["vars"])
    rows = [tuple(_cell(row.get(name), base) for name in columns) for row in answer["results"]["bindings"]]
    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    lines = table([columns, *rows], width=width) if columns else ()
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _cell(term: dict[str, str] | None, base: str) -> str:
    """Give a term's value, with a sign for what would steer a terminal."""
    if term is None:
        return ""
    text = term["value"].removeprefix(base) if term["type"] == "uri" else term["value"]
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(sign: str) -> str:
    return sign if sign.isprintable() or sign.isspace() else "\ufffd"


def _turtle(ntriples: bytes) -> bytes:
    from ibidem.describe.terms import PREFIXES
    from ibidem.dump.graph import split_graphs
    from ibidem.dump.turtle import TurtleGraph, write_turtle

    prefixes = dict(PREFIXES)
    graphs = [TurtleGraph(graph, prefixes=prefixes, base="") for graph in split_graphs(ntriples, base="")]
    return write_turtle(graphs, prefixes=prefixes, base="").encode()
