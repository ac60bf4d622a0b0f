"""Where in an RDF file an IRI stands, as well as that can be told without a parser that keeps lines."""

import re
from collections.abc import Callable

_PREFIX = re.compile(r"@?prefix\s+([\w.-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_JSON_PREFIX = re.compile(r'"([\w.-]+)"\s*:\s*"(https?://[^"\s]*[/#])"')
_BASE = re.compile(r'@?base["\s:]+[<"]([^<>"\s]*)[>"]', re.IGNORECASE)


def line_finder(text: str) -> Callable[[str], int | None]:
    """Give a function from an IRI to the line, counted from 1, that describes it, else that names it first.

    The IRI may stand whole, or short by a prefix or base of the file (Turtle, TriG, N-Quads, JSON-LD, RDF/XML).
    """
    lines = text.split("\n")
    spaces = [*_PREFIX.findall(text), *_JSON_PREFIX.findall(text)]
    bases = _BASE.findall(text)
    first, named = _index(lines)

    def line_of(iri: str) -> int | None:
        forms = [iri, *(iri.removeprefix(base) for base in bases if iri.startswith(base))]
        forms += [f"{prefix}:{iri.removeprefix(space)}" for prefix, space in spaces if space and iri.startswith(space)]
        for places in (first, named):
            found = [places[form] for form in forms if form in places]
            if found:
                return min(found)
        return None

    return line_of


_TOKEN = re.compile(r'[^\s<>"\'(){}\[\],;]+')
_SUBJECT = re.compile(
    r'^\s*(?:<([^<>\s]*)>|([\w.-]*:[^\s<>"\';,]+)|(?:\{\s*)?"@?id"\s*:\s*"([^"]*)"|<[^<>]*\srdf:about="([^"]*)")'
)


def _index(lines: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Index the first line that each token begins as a subject, and the first that holds it."""
    first: dict[str, int] = {}
    named: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        match = _SUBJECT.match(line)
        if match is not None:
            first.setdefault(next(group for group in match.groups() if group is not None), number)
        for token in _TOKEN.findall(line):
            named.setdefault(token, number)
    return first, named
