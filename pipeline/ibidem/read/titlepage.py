"""What the first lines of a paper print of it, where its file does not say so itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ibidem.document import Document, Metadata, PartKind
from ibidem.read.facts import doi_of, edtf_of, licence_of, names_of, printed_issn
from ibidem.read.notes import section_of

_REACH = 4000
"""How far from the beginning, in code points, a paper says what it is."""
_LONGEST_DATE = 80
_PUBLISHED = re.compile(
    r"(?:first )?(?:published|issued|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd)"
    r"(?: online| am| le| el| il| op| in)?\s?:? (.{4,40})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_PRINTED = frozenset({PartKind.FURNITURE, PartKind.AUTHOR})
_BEFORE = ("abstract", "keywords")
_OTHERS = frozenset({PartKind.TITLE, PartKind.HEADING, PartKind.QUOTE, PartKind.NOTE, PartKind.ABSTRACT})


def completed(document: Document) -> Document:
    """Add to what a file says of itself what the paper prints before its first heading; what is said stays."""
    said = document.metadata
    front = list(_front(document))
    text = "\n".join(held for _, held in front)
    authors = (name for kind, held in front if kind is PartKind.AUTHOR for name in names_of(held))
    dates = (_date(kind, held) for kind, held in front if kind not in _OTHERS)
    found = Metadata(
        title=_with_subtitle(said.title, front),
        authors=said.authors or tuple(dict.fromkeys(authors)),
        date=said.date or next(filter(None, dates), None),
        language=said.language,
        journal=said.journal,
        issn=said.issn or printed_issn(text),
        doi=said.doi or doi_of(text),
        license=said.license or licence_of(text),
    )
    return document if found == said else replace(document, metadata=found)


def _front(document: Document) -> Iterator[tuple[PartKind, str]]:
    """Give the stretches of text before the first heading of the text itself, without the markers of notes."""
    for part in document.parts:
        if part.span.start > _REACH or part.kind is PartKind.NOTE:
            return
        if part.kind is PartKind.HEADING and section_of(part.span.of(document.text)) not in _BEFORE:
            return
        if part.kind not in (PartKind.SPACE, PartKind.MARKER):
            yield part.kind, " ".join(part.span.of(document.text)[:_REACH].split())


def _date(kind: PartKind, text: str) -> str | None:
    """Read a line that is the date of the paper; a year alone only where it is printed with the authors."""
    if len(text) > _LONGEST_DATE or (_YEAR.fullmatch(text) and kind not in _PRINTED):
        return None
    published = _PUBLISHED.fullmatch(text)
    return edtf_of(published[1].rstrip(" .") if published else text)


def _with_subtitle(title: str | None, front: list[tuple[PartKind, str]]) -> str | None:
    """Add the subtitle that is printed below the title, if the file says the title alone."""
    printed = [text for kind, text in front if kind is PartKind.TITLE]
    if title is None or len(printed) != 2 or printed[0].casefold() != " ".join(title.split()).casefold():
        return title
    return f"{title}{' ' if title.endswith((':', '?', '!', '.')) else ': '}{printed[1]}"
