"""Crosswalks: what the first comments of a file in `queries/crosswalks/` say of the view that its query makes.

The first line asks the question. `# @title`, `# @for` (whom it serves), `# @format rdf` or `csv`, `# @file` (where the
answer is written, without its ending) and `# @conforms` (the IRI of the profile that it keeps to) describe the view.
A table says `# @column NAME DATATYPE[*] [PROPERTY]: meaning` of each column (`*`: several values between semicolons),
`# @key COLUMN ...` and `# @link COLUMN TABLE.COLUMN`; `# @query NAME` asks a saved query in the place of its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ibidem.errors import InputError
from ibidem.iri import ADDRESS
from ibidem.read import decode, read_bytes
from ibidem.saved_query import find_saved_query
from ibidem.workspace import Workspace, packaged

FORMATS = ("rdf", "csv")
DATATYPES = ("string", "anyURI", "integer", "decimal", "boolean", "date")
"""The datatypes of CSVW that a column can have (Metadata Vocabulary for Tabular Data, 5.11.1)."""

_FOLDER = "crosswalks"
_WORDS = ("@title", "@for", "@format", "@file", "@conforms", "@query", "@column", "@key", "@link")
_PATH = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
_COLUMN = re.compile(r"([A-Za-z]\w*) +([A-Za-z]+)(\*?)(?: +([\w-]+:[\w-]+))?: +(\S.*)")
_LINK = re.compile(r"([A-Za-z]\w*) +([\w-]+)\.([A-Za-z]\w*)")
_PREFIX = re.compile(r"^[ \t]*PREFIX\s+([\w-]+):\s*<([^>\s]+[/#])>", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `many` are several values in one cell, `property` is a prefixed name."""

    name: str
    datatype: str
    many: bool
    property: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """A view for others: the SPARQL that makes it (`query`), what it is, and whose profile it keeps to.

    `file` is the path of the answer under `crosswalks/`, without its ending; `saved` is the name of the saved query
    that it asks, if it asks one; `links` lead from a column to another table's column.
    """

    name: str
    path: Path
    question: str
    notes: str
    title: str
    audience: str
    format: str
    file: str
    conforms: tuple[str, ...]
    query: str
    saved: str = ""
    columns: tuple[Column, ...] = ()
    key: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)

    @property
    def frame(self) -> Path:
        """Give the path of the JSON-LD frame beside the file, which need not exist."""
        return self.path.with_name(f"{self.name}.frame.jsonld")


def crosswalk_folders(workspace: Workspace) -> tuple[Path, ...]:
    """Give the folders of crosswalks: those that come with the program, and the workspace's own, which win."""
    return tuple(dict.fromkeys((packaged("queries") / _FOLDER, workspace.root / "queries" / _FOLDER)))


def load_crosswalks(workspace: Workspace) -> tuple[Crosswalk, ...]:
    """Load every crosswalk, by name; raise InputError with the line for a header that is not as it should be."""
    paths = {path.stem: path for folder in crosswalk_folders(workspace) for path in folder.glob("*.rq")}
    found = tuple(load_crosswalk(paths[name], workspace.queries) for name in sorted(paths))
    taken: dict[str, Path] = {}
    for crosswalk in found:
        other = taken.setdefault(crosswalk.file, crosswalk.path)
        if other != crosswalk.path:
            raise InputError(
                f"writes {crosswalk.file}, as {other.name} does; give one another @file", path=crosswalk.path
            )
    return found


def load_crosswalk(path: Path, queries: Path) -> Crosswalk:
    """Load one crosswalk; `queries` is the folder of the saved queries that it may name."""
    text = decode(read_bytes(path), path=path).removeprefix("\ufeff")
    return parse_crosswalk(text, path=path, queries=queries)


def parse_crosswalk(text: str, *, path: Path, queries: Path) -> Crosswalk:
    """Read a crosswalk; raise InputError with the line for what its header should not hold, or lacks."""
    said: dict[str, list[tuple[str, int]]] = {word: [] for word in _WORDS}
    notes: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.startswith("#"):
            break
        word, _, rest = line[1:].strip().partition(" ")
        if word.startswith("@"):
            if word not in said:
                raise InputError(f"unknown {word}; use {', '.join(_WORDS)}", path=path, line=number)
            said[word].append((rest.strip(), number))
        else:
            notes.append(line[1:].strip())
    single = {word: values[0][0] for word, values in said.items() if values}
    kind = single.get("@format", "rdf")
    columns = tuple(_column(value, path, line) for value, line in said["@column"])
    _check(said, notes, columns, path)
    file = single.get("@file", path.stem if kind == "rdf" else f"tables/{path.stem}")
    query = _named(queries, single["@query"]) if "@query" in single else text
    return Crosswalk(
        name=path.stem,
        path=path,
        question=notes[0],
        notes="\n".join(notes[1:]).strip(),
        title=single.get("@title", path.stem),
        audience=single.get("@for", ""),
        format=kind,
        file=file,
        conforms=tuple(value for value, _ in said["@conforms"]),
        query=query,
        saved=single.get("@query", ""),
        columns=columns,
        key=tuple(single.get("@key", "").split()),
        links=tuple(_link(value, path, line) for value, line in said["@link"]),
        prefixes=dict(_PREFIX.findall(f"{query}\n{text}")),
    )


def _named(queries: Path, name: str) -> str:
    """Give the text of a saved query, of those that come with the program where the workspace has no such one."""
    own = (queries / f"{name}.rq").is_file()
    return find_saved_query(queries if own else packaged("queries"), name).text


def _check(said: Mapping[str, list[tuple[str, int]]], notes: list[str], columns: Iterable[Column], path: Path) -> None:
    if not notes or not notes[0]:
        raise InputError(
            "begins with no question; write in its first line what the view answers: # ...", path=path, line=1
        )
    for value, line in said["@format"]:
        if value not in FORMATS:
            raise InputError(f"@format {value}: write rdf or csv", path=path, line=line)
    if not said["@file"] and not _PATH.fullmatch(path.stem):
        message = "its name becomes that of its files: use small letters, digits and hyphens, or say @file"
        raise InputError(message, path=path)
    for value, line in said["@file"]:
        if not _PATH.fullmatch(value) or ".." in value:
            message = f"@file {value}: write a path in small letters, without its ending: my-portal"
            raise InputError(message, path=path, line=line)
    for value, line in said["@conforms"]:
        if not ADDRESS.fullmatch(value):
            raise InputError(f"@conforms {value}: give the IRI of the profile", path=path, line=line)
    names = {column.name for column in columns}
    for value, line in said["@key"]:
        unknown = [name for name in value.split() if name not in names]
        if unknown:
            raise InputError(f"@key {unknown[0]}: no @column has this name", path=path, line=line)


def _column(text: str, path: Path, line: int) -> Column:
    match = _COLUMN.fullmatch(text)
    if match is None or match.group(2) not in DATATYPES:
        message = f"a column reads `@column NAME {'|'.join(DATATYPES)}[*] [PROPERTY]: meaning`, not {text!r}"
        raise InputError(message, path=path, line=line)
    name, datatype, many, prop, meaning = match.groups()
    return Column(name, datatype, many == "*", prop, meaning)


def _link(text: str, path: Path, line: int) -> tuple[str, str, str]:
    match = _LINK.fullmatch(text)
    if match is None:
        raise InputError(f"a link reads `@link COLUMN TABLE.COLUMN`, not {text!r}", path=path, line=line)
    column, table, other = match.groups()
    return column, table, other
