"""Small documents and their actors, made of a text: paragraphs parted by empty lines, markers as `[12]`."""

import re
from collections.abc import Iterable

from ibidem.candidate import Candidate
from ibidem.cited import Pointer
from ibidem.document import Document, Marker, Mention, Part, PartKind
from ibidem.iri import slug
from ibidem.resolve.mention import ActorIndex
from ibidem.span import Span
from ibidem.story import Actor, ActorType
from ibidem.words import read_table

_PIECE = re.compile(r"\n\n+|\[\d+\]|(?:(?!\n\n|\[\d+\]).)+", re.DOTALL)


def make_document(text: str) -> Document:
    """Read a text as paragraphs with markers."""
    parts: list[Part] = []
    markers: list[Marker] = []
    block = 0
    for match in _PIECE.finditer(text):
        kind = PartKind.PARAGRAPH
        if match.group().startswith("\n"):
            kind, block = PartKind.SPACE, block + 2
        elif match.group()[0] == "[" and match.group()[-1] == "]" and match.group()[1:-1].isdigit():
            kind = PartKind.MARKER
            markers.append(Marker(int(match.group()[1:-1]), Span(*match.span())))
        parts.append(Part(kind, Span(*match.span()), block - 1 if kind is PartKind.SPACE else block))
    return Document.of(text, parts=parts, markers=markers)


def make_actors(document: Document, printed: str = "") -> ActorIndex:
    """Index the states that a document names, and the actors of a list such as `Yeltsin:person; IRP:armed-group`."""
    forms: dict[str, tuple[str, ActorType]] = {}
    for _, name, others, *_ in read_table("states"):
        forms |= {form: (name, ActorType.STATE) for form in (name, *others.split(";")) if form}
    for item in filter(None, printed.split("; ")):
        name, _, kind = item.partition(":")
        forms[name] = (name, ActorType(kind or "person"))
    found: dict[tuple[str, ActorType], list[Mention]] = {}
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})(?!\w)"
    )
    for passage in document.body():
        for match in pattern.finditer(passage.text):
            mention = document.mention(passage.span(*match.span()), passage=passage)
            found.setdefault(forms[match.group()], []).append(mention)
    actors = (
        Actor(slug(name), kind, name, (name,), tuple(mentions), (), ("test",))
        for (name, kind), mentions in found.items()
    )
    return ActorIndex.of(document, actors)


def make_pointers(document: Document) -> tuple[Pointer, ...]:
    """Give the pointers of a document's markers, keyed by their numbers."""
    return tuple(
        Pointer(str(marker.number), marker.number, None, document.mention(marker.span), (), ())
        for marker in document.markers
    )


def hold(document: Document, candidates: Iterable[Candidate]) -> None:
    """Assert that every candidate stands where it says."""
    for candidate in candidates:
        assert candidate.span.of(document.text) == candidate.exact
