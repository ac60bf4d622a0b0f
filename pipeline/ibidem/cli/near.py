"""What to say where nothing matches the names that a query was asked with."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from ibidem.errors import QueryError
from ibidem.saved_query import SavedQuery
from ibidem.sparql import names_graphs
from ibidem.store import Answer, Term, run_query

_OFFERED = 5


def hint(folder: Path, query: SavedQuery, bindings: Mapping[str, Term], answer: Answer) -> str | None:
    """Say which of a query's strings nothing matches, and what near it there is; None where the answer has a row.

    The query itself, asked without the string, gives what there is.
    """
    strings = [parameter.name for parameter in query.parameters if parameter.type == "string"]
    asked = [name for name in strings if name in bindings]
    if not asked or answer.kind != "select" or not _is_empty(answer.data):
        return None
    name = asked[0]
    value = bindings[name].value
    rest = {other: term for other, term in bindings.items() if other != name}
    near = _near(value, _values(folder, query, rest, name))
    offered = f"; near it are: {', '.join(near)}" if near else "; names are asked whole"
    return f"nothing matches {name}={value}{offered}"


def _is_empty(data: bytes) -> bool:
    """Tell whether a table (csv, tsv or json) has no row."""
    return data.rstrip().endswith(b'"bindings":[]}}') or (not data.startswith(b"{") and data.strip().count(b"\n") == 0)


def _values(folder: Path, query: SavedQuery, bindings: Mapping[str, Term], name: str) -> list[str]:
    import msgspec

    if name not in query.columns:
        return []
    try:
        answer = run_query(folder, query.text, bindings=bindings, union=not names_graphs(query.text))
    except QueryError:
        # Without the string it can take too long, or answer too much: then nothing is offered.
        return []
    rows = msgspec.json.decode(answer.data)["results"]["bindings"]
    return sorted({row[name]["value"] for row in rows if name in row})


def _near(value: str, names: list[str]) -> list[str]:
    """Give the names that hold the value, then those that look like it."""
    low = value.casefold()
    close = get_close_matches(low, [name.casefold() for name in names], n=_OFFERED, cutoff=0.7)
    holding = [name for name in names if low in name.casefold()]
    return list(dict.fromkeys([*holding, *(name for name in names if name.casefold() in close)]))[:_OFFERED]
