"""What is exported: a paper, the works that it cites or quotes others from, and the references of its notes.

Read from the store by saved queries, as the site is: what is exported is what can be asked.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Store

from ibidem.cited import Name
from ibidem.iri import last_part
from ibidem.saved_query import load_saved_query
from ibidem.store import select

Row = Mapping[str, str]
_RANGE = re.compile(r"(\w) ?[-\u2010-\u2015] ?(\w)")
"""A range as print writes it; CSL and BibLaTeX write a hyphen."""
QueryFile = Callable[[str], Path]
"""Give the file of a saved query by its name, `export/works`."""

ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E"})
"""What an address must not hold as it is (RFC 3986), and TeX or XML would stumble over."""
_OWN = ("issue", "number", "accessed", "url", "doi", "archive", "genre", "note")
_INHERITED = ("volume", "date", "publisher", "place", "edition", "series", "isbn")
"""What stands on the book alone holds for its chapters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One work in CSL's terms, in one line each; dates are EDTF.

    `key` names it in files. What stands on the book alone (editors, publisher, place, date, volume) is given for its
    chapters too; `periodical` tells whether the container is one.
    """

    key: str
    iri: str
    kind: str
    title: str = ""
    container: str = ""
    periodical: bool = False
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    volume: str = ""
    issue: str = ""
    number: str = ""
    pages: str = ""
    date: str = ""
    accessed: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    series: str = ""
    url: str = ""
    doi: str = ""
    isbn: str = ""
    archive: str = ""
    genre: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as a note prints it; `work`, `antecedent` and `via` are keys, of entries and of citations.

    `start` and `end` are its place in the text, in code points.
    """

    key: str
    number: str
    section: str
    form: str
    exact: str
    signal: str = ""
    locator: str = ""
    work: str = ""
    antecedent: str = ""
    via: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """The whole text of a note, as it stands in the paper from the code point `start` on."""

    number: str
    section: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All that is exported of one paper, `iri`; entries and citations stand in the order of its notes.

    `notes` are there only of a paper whose whole text is published.
    """

    iri: str
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    journal: str = ""
    rights: str = ""
    license: str = ""
    entries: tuple[Entry, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()


def cited_in(bibliography: Bibliography) -> Mapping[str, tuple[Citation, ...]]:
    """Give the citations of each work by its key, in the order of the notes."""
    held: dict[str, list[Citation]] = {}
    for citation in bibliography.citations:
        held.setdefault(citation.work, []).append(citation)
    return {key: tuple(found) for key, found in held.items() if key}


def places(citations: Sequence[Citation]) -> str:
    """Write where a work is cited in one line: the notes, each with its pages: `3: 1281; 5`."""
    named = (" ".join(part for part in (found.section, found.number) if part) for found in citations)
    return "; ".join(
        f"{note}: {found.locator}" if found.locator else note for note, found in zip(named, citations, strict=True)
    )


def read_bibliography(store: Store, paper: str, *, query_file: QueryFile) -> Bibliography:
    """Ask a store what it says of the paper (IRI); raise QueryError or InputError for a query that does not work."""

    def ask(name: str, written: Callable[[str], str] = clean) -> tuple[Row, ...]:
        query = load_saved_query(query_file(name)).text
        found = select(store, query, {"paper": NamedNode(paper)})
        return tuple(dict(zip(found.columns, map(written, row), strict=True)) for row in found.rows)

    about = ask("export/paper")
    first = about[0] if about else {}
    names = _names(ask("site/work-contributors"))
    return Bibliography(
        iri=paper,
        title=first.get("title", ""),
        authors=tuple(dict.fromkeys(row["author"] for row in about if row["author"])),
        date=first.get("date", ""),
        journal=first.get("journal", ""),
        rights=first.get("rights", ""),
        license=first.get("license", ""),
        entries=tuple(_entries(ask("export/works"), names)),
        citations=tuple(_citations(ask("export/references"))),
        # As they are: places in the text are counted in them.
        notes=tuple(
            Note(row["number"], row["section"], row["exact"], int(row["start"])) for row in ask("export/notes", str)
        ),
    )


def clean(text: str) -> str:
    """Write a text in one line, without what no XML holds (controls, surrogates, noncharacters) and what turns it.

    A title with a sign that turns the direction of writing would turn what stands after it in somebody's bibliography.
    """
    return " ".join("".join(char for char in text if char.isspace() or _is_written(char)).split())


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _is_written(char: str) -> bool:
    code = ord(char)
    if char in _TURNING:
        return False
    return unicodedata.category(char) not in ("Cc", "Cs") and code & 0xFFFE != 0xFFFE and not 0xFDD0 <= code <= 0xFDEF


def _names(rows: Iterable[Row]) -> dict[tuple[str, str], tuple[Name, ...]]:
    held: dict[tuple[str, str], list[Name]] = {}
    for row in rows:
        name = Name(row["name"], row["family"] or None, row["given"] or None)
        held.setdefault((row["work"], row["role"]), []).append(name)
    return {key: tuple(found) for key, found in held.items()}


def _entries(rows: tuple[Row, ...], names: Mapping[tuple[str, str], tuple[Name, ...]]) -> Iterable[Entry]:
    by_iri = {row["work"]: row for row in rows}
    empty: Row = {}
    for row in rows:
        if row["cited"] != "true":
            continue
        held = by_iri.get(row["container"], empty)
        periodical = held.get("kind") == "periodical"
        whole = empty if periodical else held
        people = {
            role: tuple(dict.fromkeys((*names.get((row["work"], role), ()), *names.get((row["container"], role), ()))))
            for role in ("editor", "translator")
        }
        yield Entry(
            key=last_part(row["work"]),
            iri=row["work"],
            kind=row["kind"],
            title=row["title"],
            container=held.get("title", ""),
            periodical=periodical,
            authors=names.get((row["work"], "author"), ()),
            editors=people["editor"],
            translators=people["translator"],
            pages=_RANGE.sub(r"\1-\2", row["pages"]),
            **{name: row.get(name, "") or whole.get(name, "") for name in _INHERITED},
            **{name: row.get(name, "") for name in _OWN},
        )


def _citations(rows: Iterable[Row]) -> Iterable[Citation]:
    """Make one citation of all rows of a reference that differ only in the work that it is quoted in."""
    vias: dict[str, list[str]] = {}
    firsts: dict[str, Row] = {}
    for row in rows:
        firsts.setdefault(row["reference"], row)
        vias.setdefault(row["reference"], []).extend([last_part(row["via"])] if row["via"] else [])
    for iri, row in firsts.items():
        yield Citation(
            key=last_part(iri),
            number=row["number"],
            section=row["section"],
            form=row["form"],
            exact=row["exact"],
            signal=row["signal"],
            locator=row["locator"],
            work=last_part(row["work"]) if row["work"] else "",
            antecedent=last_part(row["antecedent"]) if row["antecedent"] else "",
            via=tuple(dict.fromkeys(vias[iri])),
            start=int(row["start"]),
            end=int(row["end"]),
        )
