"""The store: bulk-loaded once into a new folder, later opened read-only, asked in processes that can be stopped."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, Variable

from ibidem.errors import PublishError, QueryError
from ibidem.sparql import check_read_only, undeclared_prefixes

SECONDS = 30.0
"""How long a query may run."""

LIMIT = 256 * 1024 * 1024
"""How many bytes an answer may have."""

_WIDTH = 160
_PLACE = re.compile(r"error at (\d+):(\d+)")
_PAPERS = "SELECT ?paper { GRAPH ?paper { ?paper a <http://purl.org/spar/fabio/ResearchPaper> } }"

Term = NamedNode | Literal
Bindings = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the store says: `kind` is select, ask or construct.

    `data` is the table in the format asked for, `true` or `false`, or sorted N-Triples.
    """

    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of plain values: IRIs and lexical forms; the empty string where nothing is bound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def load_store(folder: Path, nquads: bytes) -> None:
    """Load N-Quads into a store in a new folder, and make it ready for reading.

    Raise PublishError where the folder is there already, or the disk does not take it.
    """
    if folder.exists():
        raise PublishError("a store is only ever loaded into a new folder; remove this one", path=folder)
    try:
        store = Store(str(folder))
        store.bulk_load(input=nquads, format=RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
    except (OSError, RuntimeError) as error:
        message = f"the store cannot be written: {error}; free some space or choose another --out"
        raise PublishError(message, path=folder) from None


def open_store(folder: Path) -> Store:
    """Open a store for reading; raise QueryError where there is none."""
    if not (folder / "CURRENT").is_file():
        raise QueryError("there is no store; run: ibidem publish", path=folder)
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the store cannot be read: {error}; run: ibidem publish", path=folder) from None


def select(store: Store, query: str, bindings: Bindings | None = None) -> Rows:
    """Answer one of our own SELECT queries in this process, without a limit of time.

    Raise QueryError where the query is none, or has no column of a bound variable's name.
    """
    found = _solutions(store, query, bindings)
    columns = tuple(variable.value for variable in found.variables)
    rows = (tuple(term.value if isinstance(term, Term) else "" for term in solution) for solution in found)
    return Rows(columns, tuple(rows))


def terms(store: Store, query: str) -> list[tuple[Term | None, ...]]:
    """Answer one of our own SELECT queries with terms instead of plain values; None where nothing is bound.

    Raise QueryError where the query is none.
    """
    return table(store, query)[1]


def table(
    store: Store, query: str, bindings: Bindings | None = None
) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """Answer like `terms`, with the names of the columns."""
    found = _solutions(store, query, bindings)
    columns = tuple(variable.value for variable in found.variables)
    return columns, [tuple(term if isinstance(term, Term) else None for term in solution) for solution in found]


def _solutions(store: Store, query: str, bindings: Bindings | None) -> QuerySolutions:
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): term for name, term in (bindings or {}).items()
    }
    check_read_only(query)
    try:
        found = store.query(query, substitutions=bound or None)
    except (SyntaxError, RuntimeError) as error:
        raise _mended(str(error), query) from None
    if not isinstance(found, QuerySolutions):
        raise QueryError("this is no SELECT query; use SELECT")
    return found


def run_query(
    folder: Path,
    query: str,
    *,
    bindings: Bindings | None = None,
    output: str = "json",
    union: bool = False,
    seconds: float = SECONDS,
    limit: int = LIMIT,
) -> Answer:
    """Answer anybody's query in a process of its own, which is killed when its time is over.

    `output` is csv, tsv, json or xml, the format of a SELECT's table; `union` makes all graphs together the
    default graph; `limit` are bytes. Raise QueryError for updates, SERVICE, what does not parse, what takes
    too long and what answers too much.
    """
    check_read_only(query)
    open_store(folder)
    request = {
        "query": query,
        "bindings": {name: _sent(term) for name, term in (bindings or {}).items()},
        "format": output,
        "union": union,
        "seconds": seconds,
        "limit": limit,
    }
    script = Path(__file__).with_name("ask.py")
    command = [sys.executable, "-I", "-S", str(script), str(_home()), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            data, error = process.communicate(json.dumps(request).encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            raise QueryError(
                f"the query was stopped after {seconds:g} seconds; bind a variable, or add a LIMIT"
            ) from None
        finally:
            process.kill()
    if process.returncode == 3:
        raise _mended(error.decode("utf-8", "replace"), query)
    return _answer(process.returncode, data, limit)


def _answer(code: int, data: bytes, limit: int) -> Answer:
    if code == 4:
        raise QueryError(f"the answer is longer than {limit:,} bytes; add a LIMIT, or take the dumps")
    if code:
        raise QueryError("the query was stopped: it took too much; add a LIMIT")
    kind, _, body = data.partition(b"\n")
    if kind == b"construct":
        body = b"".join(sorted(set(body.splitlines(keepends=True))))
    return Answer(kind.decode(), body)


def _mended(message: str, query: str) -> QueryError:
    """Make the error for what the engine says of a query, with line and column where it names them."""
    if "SELECT projection" in message:
        return QueryError(f"{message}: only a column can be bound; name it after SELECT")
    place = _PLACE.match(message)
    if place is None:
        return QueryError(f"the query does not work: {message[:_WIDTH]}")
    line, column = int(place.group(1)), int(place.group(2))
    unknown = undeclared_prefixes(query)
    if unknown:
        said = f"the query does not declare the prefix {unknown[0]} that it uses; add PREFIX {unknown[0]} <...>"
        return QueryError(said, line=line, column=column)
    # What the parser expected can be a page of character ranges, and is half of the truth where it has one.
    expected = message[place.end() :].removeprefix(": ")
    why = f": {expected}" if expected and "[" not in expected and len(expected) <= _WIDTH else ""
    return QueryError(f"the query does not parse{why}; mend it there, or just before", line=line, column=column)


def _sent(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"kind": "iri", "value": term.value}
    return {"kind": "literal", "value": term.value, "datatype": term.datatype.value}


def _home() -> Path:
    spec = find_spec("pyoxigraph")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parents[1]


def paper_names(store: Store) -> dict[str, str]:
    """Give the papers of a publication: the IRI of each, which also names its graph, by its id; sorted."""
    found = select(store, _PAPERS).rows
    return dict(sorted((re.split("[/#]", iri)[-1], iri) for (iri,) in found))
