"""Saved queries: the question, typed parameters, columns and an example call stand in a file's first comments.

The first line asks the question. `# @param NAME TYPE optional: meaning` declares a parameter of type iri,
string, integer, paper (an id or an IRI) or one of several words (`full|short|ibid`), `required` or `optional`;
`# @columns` names the columns; `# @example` is a call. Other comment lines are notes.
"""

import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import dropwhile
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from ibidem.errors import InputError, QueryError
from ibidem.read import decode, read_bytes
from ibidem.store import Rows, Term

TYPES = ("iri", "string", "integer", "paper")

_PARAMETER = re.compile(r"([A-Za-z]\w*) +([\w|-]+) +(optional|required): +(\S.*)")
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_NAME = re.compile(r"\w[\w-]*")
_LISTED = 12
_UNSAFE = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that a call may bind, or must; `type` is one of TYPES, or words between `|`."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question and its SPARQL; `example` is a call of it as words, as a shell would split them."""

    name: str
    question: str
    notes: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: tuple[str, ...]
    text: str

    @property
    def body(self) -> str:
        """Give the text without its first comments."""
        return "\n".join(dropwhile(lambda line: line.startswith("#"), self.text.splitlines())).strip()

    @property
    def example_values(self) -> dict[str, str]:
        """Give the values that the example binds, as written."""
        words = zip(self.example, self.example[1:], strict=False)
        pairs = (value.partition("=") for option, value in words if option == "--bind")
        return {name: value for name, _, value in pairs}


def parse_saved_query(text: str, *, name: str, path: Path | None = None) -> SavedQuery:
    """Read a query's first comments; raise InputError with the line for what they should not hold."""
    parameters: list[Parameter] = []
    notes: list[str] = []
    columns: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.startswith("#"):
            break
        word, _, rest = line[1:].strip().partition(" ")
        if word == "@param":
            parameters.append(_parameter(rest, path, number))
        elif word == "@columns":
            columns = tuple(rest.split())
        elif word == "@example":
            example = _words(rest, path, number)
        elif word.startswith("@"):
            raise InputError(f"unknown {word}; use @param, @columns or @example", path=path, line=number)
        else:
            notes.append(line[1:].strip())
    question = notes[0] if notes else ""
    return SavedQuery(name, question, "\n".join(notes[1:]).strip(), tuple(parameters), columns, example, text)


def _parameter(text: str, path: Path | None, line: int) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if match is None or (match.group(2) not in TYPES and "|" not in match.group(2)):
        message = f"a parameter reads `@param NAME {'|'.join(TYPES)} optional|required: meaning`, not {text!r}"
        raise InputError(message, path=path, line=line)
    name, kind, need, meaning = match.groups()
    return Parameter(name, kind, need == "required", meaning)


def _words(text: str, path: Path | None, line: int) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(text))
    except ValueError:
        raise InputError("the example has an open quotation mark; close it", path=path, line=line) from None


def load_saved_query(path: Path) -> SavedQuery:
    """Load a query file; raise InputError where it cannot be read."""
    text = decode(read_bytes(path), path=path).removeprefix("\ufeff")
    return parse_saved_query(text, name=path.stem, path=path)


def load_saved_queries(folder: Path) -> tuple[SavedQuery, ...]:
    """Load every query of a folder, by name; raise InputError for a name that is no path on every file system."""
    paths = sorted(folder.glob("*.rq"))
    names: dict[str, str] = {}
    for path in paths:
        if not _NAME.fullmatch(path.stem):
            raise InputError("its name becomes an address: use letters, digits, hyphens and underscores", path=path)
        other = names.setdefault(path.stem.casefold(), path.name)
        if other != path.name:
            raise InputError(f"differs from {other} in capitals alone; rename one of them", path=path)
    return tuple(load_saved_query(path) for path in paths)


def find_saved_query(folder: Path, name: str) -> SavedQuery:
    """Load the query of a name; raise QueryError with the nearest name where there is none."""
    path = folder / f"{name}.rq"
    names = sorted(found.stem for found in folder.glob("*.rq"))
    if name not in names:
        hint = _nearest(name, names, "there are")
        raise QueryError(f"there is no query {name!r}; {hint}; a file of your own ends in .rq")
    return load_saved_query(path)


def bind_parameters(query: SavedQuery, values: Mapping[str, str], *, papers: Mapping[str, str]) -> dict[str, Term]:
    """Turn values as written into terms; raise QueryError for an unknown, a missing or a wrong one.

    `papers` are the IRIs of the papers published, by id. A query without declared parameters takes any:
    `<...>` or an address is an IRI, `paper` is a paper, all else a string.
    """
    declared = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if declared and name not in declared:
            raise QueryError(f"the query {query.name} has no parameter {name!r}; {_nearest(name, declared, 'it has')}")
    for parameter in query.parameters:
        if parameter.required and parameter.name not in values:
            raise QueryError(f"the query {query.name} needs --bind {parameter.name}=VALUE: {parameter.meaning}")
    kinds = {name: declared[name].type if name in declared else _guessed(name, value) for name, value in values.items()}
    return {name: _term(name, kinds[name], value, papers) for name, value in values.items()}


def _nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    names = list(known)
    close = get_close_matches(name, names, n=1)
    listed = ", ".join(names[:_LISTED]) + (", ..." if len(names) > _LISTED else "")
    return f"did you mean {close[0]!r}?" if close else f"{otherwise}: {listed or 'none'}"


def _guessed(name: str, value: str) -> str:
    if name == "paper":
        return "paper"
    return "iri" if value.startswith(("<", "http://", "https://")) else "string"


def _term(name: str, kind: str, value: str, papers: Mapping[str, str]) -> Term:
    if "|" in kind and value not in kind.split("|"):
        raise QueryError(f"--bind {name}={value}: no such value; {_nearest(value, kind.split('|'), 'give one of')}")
    if kind == "string" or "|" in kind:
        return Literal(value)
    if kind == "integer":
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
            raise QueryError(f"--bind {name}={value}: give a whole number")
        return Literal(str(int(value)), datatype=NamedNode(_INTEGER))
    bare = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    if kind == "paper":
        if bare not in papers and bare not in papers.values():
            hint = _nearest(bare, papers, "published are")
            raise QueryError(f"--bind {name}={value}: no such paper is published; {hint}")
        return NamedNode(papers.get(bare, bare))
    try:
        return NamedNode(bare)
    except ValueError as error:
        raise QueryError(f"--bind {name}={value}: give an IRI ({error})") from None


def answer_text(rows: Rows) -> str:
    r"""Write an answer as it is stored beside its query: tab-separated, with \t, \n, \r and \\ for what is not."""
    lines = (rows.columns, *rows.rows)
    return "".join("\t".join(cell.translate(_UNSAFE) for cell in line) + "\n" for line in lines)
