"""Quads as sorted N-Quads, and the graphs, subjects and terms that these lines hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad, RdfFormat, serialize

KINDS = (
    *("keyword", "pointer", "reference", "citation", "work", "contribution", "agent", "place"),
    *("actor", "role", "quotation", "treaty", "participation", "provision", "event", "claim"),
    *("date", "rule", "program", "decision", "curator", "finding", "passage"),
)
"""The order of a paper's nodes in a dump: notes and works, the story told, where it all comes from."""

_DIGITS = re.compile(r"(\d+)")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@([A-Za-z0-9-]+))?', re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

Subject = tuple[str, dict[str, list[str]]]
"""A subject and its values by predicate; all are terms as N-Triples writes them."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A named graph, or the default graph (no name), its subjects in the order of a dump."""

    name: str | None
    subjects: tuple[Subject, ...]


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Write quads as canonical N-Quads, sorted by code point, each once."""
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    assert lines is not None
    return b"".join(sorted(set(lines.splitlines(keepends=True))))


def split_graphs(nquads: bytes, *, base: str) -> tuple[Graph, ...]:
    """Split N-Quads as `to_nquads` writes them into graphs, the default graph first, the others by name."""
    found: dict[str | None, dict[str, dict[str, list[str]]]] = {}
    for line in nquads.decode("utf-8").split("\n"):
        if line:
            subject, predicate, value, graph = split_line(line)
            found.setdefault(graph, {}).setdefault(subject, {}).setdefault(predicate, []).append(value)
    names = sorted(found, key=lambda name: name or "")
    return tuple(Graph(name, tuple(_ordered(found[name], name, base))) for name in names)


def ordered(subjects: dict[str, dict[str, list[str]]], *, base: str) -> Graph:
    """Put statements (terms as N-Triples writes them) into the order of a dump, as a graph without a name."""
    return Graph(None, tuple(_ordered(subjects, None, base)))


def split_line(line: str) -> tuple[str, str, str, str | None]:
    """Split a line of N-Quads without blank nodes into subject, predicate, object and graph."""
    subject, predicate, rest = line.split(" ", 2)
    rest = rest[:-2]
    at = rest.rfind(" <")
    # An IRI holds no quotation mark: what has one is the rest of a literal in the default graph.
    if at < 0 or not rest.endswith(">") or '"' in rest[at:]:
        return subject, predicate, rest, None
    return subject, predicate, rest[:at], rest[at + 2 : -1]


def _ordered(subjects: dict[str, dict[str, list[str]]], name: str | None, base: str) -> Iterator[Subject]:
    own = f"<{name}" if name is not None else f"<{base}"
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}

    def place(subject: str) -> tuple[bool, int, list[tuple[int, str]]]:
        inside = subject[len(own) + 1 :] if subject.startswith(f"{own}/") else ""
        kind = inside.split("/", 1)[0]
        rank = ranks.get(kind, len(KINDS)) if inside else -1
        return not subject.startswith(own), rank, natural(subject)

    for subject in sorted(subjects, key=place):
        held = subjects[subject].items()
        yield subject, {name: sorted(values, key=natural) if len(values) > 1 else values for name, values in held}


def natural(term: str) -> list[tuple[int, str]]:
    """Make a sort key by which 9 comes before 10."""
    parts = _DIGITS.split(term[1:-1] if term.endswith(">") else term)
    return [(int(part) if index % 2 and part.isascii() else -1, part) for index, part in enumerate(parts)]


def read_literal(term: str) -> tuple[str, str, str | None]:
    """Give the text, datatype and language of a literal as N-Triples writes it."""
    match = _LITERAL.fullmatch(term)
    assert match is not None, term
    text, datatype, language = match.groups()
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text, datatype or XSD_STRING, language


def _unescaped(match: re.Match[str]) -> str:
    sign = match.group(1)
    return chr(int(sign[1:], 16)) if sign[0] in "uU" and len(sign) > 1 else _PLAIN.get(sign, sign)
