"""Tell read-only SPARQL from the rest, by its tokens (SPARQL 1.1, 19.8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ibidem.errors import QueryError

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<text>'''(?:'{0,2}(?:[^'\\]|\\.))*'''|\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}
          |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
    | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
    | (?P<variable>[?$][\w·‿⁀]+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:[\w.\-·]+)
    | (?P<name>(?:[^\W\d_][\w.\-·]{0,200})?:(?:[\w:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FULL = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_UPDATES = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"})
_BEFORE_GRAPH = frozenset({"graph", "from", "named", "describe"})
_SERVICE = "service"
_NO_SERVICE = "SERVICE is refused: a query asks this store and no other; harvest the other source, or ask it yourself"


@dataclass(frozen=True, slots=True)
class Token:
    """A token of SPARQL; `kind` is a group of the tokens' pattern."""

    kind: str
    text: str


def pieces(query: str) -> Iterator[Token]:
    """Split a text into tokens and what stands between them (kind `space`), so that nothing is lost."""
    for match in _TOKEN.finditer(query):
        yield Token(match.lastgroup or "other", match.group())


def tokens(query: str) -> Iterator[Token]:
    """Split a query into its tokens, without space and comments; raise QueryError for an unclosed text."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "other"
        if kind == "other" and match.group() in "'\"":
            line = query.count("\n", 0, match.start()) + 1
            raise QueryError(f"a text that opens in line {line} of the query is not closed; close it")
        if kind != "space":
            yield Token(kind, match.group())


def decode_escapes(query: str) -> str:
    r"""Replace \uXXXX and \UXXXXXXXX as SPARQL 1.1, 19.2 says: before anything else is looked at."""
    return _ESCAPE.sub(_decoded, query)


def _decoded(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code <= 0x10FFFF else match.group()


def names_graphs(query: str) -> bool:
    """Tell whether a query says which graphs it asks: by GRAPH, FROM or FROM NAMED."""
    return any(token.kind == "word" and token.text.lower() in ("graph", "from") for token in tokens(query))


def undeclared_prefixes(query: str) -> tuple[str, ...]:
    """Give the prefixes that a query uses and does not declare, each once, in their order; with the colon."""
    found = tuple(tokens(query))
    declared = {
        after.text
        for before, after in pairwise(found)
        if before.kind == "word" and before.text.lower() == "prefix" and after.kind == "name"
    }
    used = (f"{token.text.partition(':')[0]}:" for token in found if token.kind == "name")
    return tuple(dict.fromkeys(prefix for prefix in used if prefix not in declared))


def check_read_only(query: str) -> None:
    """Raise QueryError for updates and for SERVICE, which would ask another server.

    Both readings are checked, with the escapes decoded (the standard) and without (what engines do).
    SERVICE inside texts, IRIs, comments, prefixed names and variables is no keyword.
    """
    for reading in dict.fromkeys((query, decode_escapes(query))):
        _check_form(reading)
        if _SERVICE in reading.lower():
            _check_service(tuple(tokens(reading)))


def _check_form(query: str) -> None:
    words = (token.text.lower() for token in tokens(query) if token.kind in ("word", "other"))
    first = next((word for word in words if word not in ("base", "prefix")), "")
    if first in _UPDATES:
        raise QueryError(
            f"{first.upper()} is refused: the store is read-only; change the seeds and publish again, "
            "or ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )


def _check_service(found: tuple[Token, ...]) -> None:
    for index, token in enumerate(found):
        if token.kind == "word" and _SERVICE in token.text.lower():
            raise QueryError(_NO_SERVICE)
        if token.kind == "name" and _SERVICE in token.text.partition(":")[0].lower():
            # Engines without a lexer read `SERVICE:x {` as the keyword and a name without a prefix.
            before = found[index - 1].text.lower() if index else ""
            after = found[index + 1].text if index + 1 < len(found) else ""
            if after == "{" and before not in _BEFORE_GRAPH:
                raise QueryError(f"{_NO_SERVICE}; or rename the prefix of {token.text}")
        if token.kind == "iri" and not _FULL.match(token.text) and any(sign in token.text for sign in "'#)"):
            # `?a<?b)SERVICE#>` is a comparison for engines that know the grammar, and an IRI for a lexer.
            message = "may be an IRI or a comparison; write the IRI in full, or a space after the <"
            raise QueryError(f"{token.text} {message}")
