"""Tables for spreadsheets: CSV (RFC 4180) with what its columns mean (CSV on the Web, W3C)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import Store

from ibidem.errors import QueryError
from ibidem.publish.crosswalk.header import Column, Crosswalk
from ibidem.sparql import check_read_only
from ibidem.store import Rows, select

SEPARATOR = "; "
NOTE = (
    "Made for spreadsheets: a text that begins with =, +, -, @, a tab or a line break has an apostrophe before it, "
    "so that no program takes it for a formula. The answers of the SPARQL queries have the exact texts."
)

_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_QUOTED = re.compile('[",;\r\n\t]|^\\s|\\s$')
_DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
    "lineTerminators": ["\r\n"],
    "trim": False,
}


def answered(store: Store, crosswalk: Crosswalk) -> Rows:
    """Ask a SELECT; raise QueryError where it does not work, or has other columns than the header describes."""
    try:
        check_read_only(crosswalk.query)
        rows = select(store, crosswalk.query)
    except QueryError as error:
        raise error.standing_in(crosswalk.path) from None
    described = tuple(column.name for column in crosswalk.columns)
    if described != rows.columns:
        message = f"describes the columns {' '.join(described) or '(none)'}, the query gives {' '.join(rows.columns)}"
        raise QueryError(f"{message}; write one @column a column, in their order", path=crosswalk.path)
    return rows


def to_csv(rows: Rows) -> bytes:
    """Write a table with CRLF after each line; formulas are defused."""
    lines = (rows.columns, *rows.rows)
    return "".join(",".join(_cell(cell) for cell in line) + "\r\n" for line in lines).encode("utf-8", "replace")


def _cell(text: str) -> str:
    """Write a cell (OWASP, CSV Injection); one with a semicolon is quoted, as some spreadsheets split at it."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text


def table_description(
    crosswalk: Crosswalk, *, prefixes: Mapping[str, str], licence: str, language: str, keys: bool = False
) -> dict[str, Any]:
    """Describe a table as CSVW does (Metadata Vocabulary for Tabular Data); `keys` names those of other tables too."""
    schema: dict[str, Any] = {"columns": [_described(column, crosswalk.key, prefixes) for column in crosswalk.columns]}
    if crosswalk.key:
        schema |= {"primaryKey": list(crosswalk.key), "aboutUrl": f"{{+{crosswalk.key[0]}}}"}
    if keys and crosswalk.links:
        schema["foreignKeys"] = [
            {"columnReference": column, "reference": {"resource": f"{table}.csv", "columnReference": other}}
            for column, table, other in crosswalk.links
        ]
    return {
        "url": f"{crosswalk.file.rsplit('/', 1)[-1]}.csv",
        "dc:title": {"@value": crosswalk.title, "@language": "en"},
        "dc:description": {"@value": crosswalk.question, "@language": "en"},
        "dc:license": {"@id": licence},
        "dc:language": language,
        "rdfs:comment": {"@value": NOTE, "@language": "en"},
        "dialect": _DIALECT,
        "tableSchema": schema,
    }


def _described(column: Column, key: tuple[str, ...], prefixes: Mapping[str, str]) -> dict[str, Any]:
    held: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": {"@value": column.meaning, "@language": "en"},
        "datatype": column.datatype,
    }
    if column.property:
        prefix, _, local = column.property.partition(":")
        held["propertyUrl"] = prefixes.get(prefix, f"{prefix}:") + local
    if column.many:
        held["separator"] = SEPARATOR
    if column.name in key:
        held["suppressOutput"] = True
    elif column.datatype == "anyURI" and not column.many:
        held["valueUrl"] = f"{{+{column.name}}}"
    return held


def with_context(description: Mapping[str, Any]) -> dict[str, Any]:
    """Make a description a document of its own."""
    return {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], **description}


def group_of(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Describe tables that point to one another as one group."""
    return with_context({"tables": list(tables)})
