"""The paper as read: its text, the parts that tile it, and the passages that finders look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from ibidem.span import Span

BIBLIOGRAPHY = "bibliography"
"""The section of the notes that are entries of a list beside the notes: no marker points at them."""

CONTEXT = 32
"""How many code points of prefix and suffix a mention carries (oa:TextQuoteSelector)."""


class PartKind(StrEnum):
    """What a stretch of a paper is; every code point belongs to exactly one part."""

    TITLE = "title"
    AUTHOR = "author"
    ABSTRACT = "abstract"
    KEYWORD = "keyword"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    MARKER = "marker"
    NOTE = "note"
    FURNITURE = "furniture"
    SPACE = "space"


BODY = frozenset(
    {PartKind.TITLE, PartKind.ABSTRACT, PartKind.KEYWORD, PartKind.HEADING, PartKind.PARAGRAPH, PartKind.QUOTE}
)
READABLE = BODY | {PartKind.NOTE}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text of one kind; parts with equal `block` are pieces of one block."""

    kind: PartKind
    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A note's number as printed in the running text; `section` tells apart runs that restart at 1."""

    number: int
    span: Span
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One note or one entry of the reference list; `numbered` is false where its number is its place."""

    number: int
    block: int
    numbered: bool
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword and, where the paper gives one, its gloss."""

    term: Span
    gloss: Span | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the file received the text from `offset` on stands, up to the next origin.

    `path` is an XPath, behind `member!` in an archive; `page` counts from 1; `box` is left, bottom, right, top in
    points from the lower left corner of the page, which is `height` points high.
    """

    offset: int
    path: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself, as printed there; `date` is EDTF where it could be read, `license` an address."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    journal: str | None = None
    issn: str | None = None
    doi: str | None = None
    license: str | None = None


UNSAID = Metadata()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text with its surroundings, so that it can be found again (oa:TextQuoteSelector).

    `exact` is what stands there; `reading` is the same without page furniture and markers.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str
    reading: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One block as a reader reads it: without furniture and markers, page breaks bridged by one space.

    `pieces` pairs offsets in `text` with offsets in the document, ascending; `markers` pairs the offset
    in `text` at which a marker stands with the marker.
    """

    kind: PartKind
    block: int
    text: str
    pieces: tuple[tuple[int, int], ...]
    markers: tuple[tuple[int, Marker], ...]

    def offset(self, position: int) -> int:
        """Translate an offset in the passage to the offset of the same code point in the document."""
        here, there = self.pieces[max(0, bisect_right(self.pieces, (position, 2**62)) - 1)]
        return there + position - here

    def span(self, start: int, end: int) -> Span:
        """Translate a half-open range of the passage to the document's, furniture inside included."""
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)

    def position(self, offset: int) -> int:
        """Translate a document offset to the passage; one inside a gap goes to the end of the gap."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece[1]) - 1
        if index < 0:
            return 0
        here, there = self.pieces[index]
        limit = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.text)
        return min(here + offset - there, limit)

    def pointers_after(self, position: int) -> tuple[Marker, ...]:
        """Give the markers at the first marked place at or after the position: they close its sentence."""
        first = bisect_left(self.markers, position, key=lambda marked: marked[0])
        if first == len(self.markers):
            return ()
        at = self.markers[first][0]
        last = bisect_right(self.markers, at, lo=first, key=lambda marked: marked[0])
        return tuple(marker for _, marker in self.markers[first:last])


@dataclass(frozen=True, slots=True)
class Document:
    """A paper's text, tiled by its parts; made by `Document.of`.

    `origins` lead back into the file where the text is not the file itself, ascending; `italics` are the stretches
    set in italics, ascending, as far as the format says so.
    """

    text: str
    parts: tuple[Part, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    keywords: tuple[Keyword, ...]
    passages: tuple[Passage, ...] = field(repr=False, compare=False)
    metadata: Metadata = UNSAID
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    italics: tuple[Span, ...] = field(default=(), repr=False)

    @classmethod
    def of(
        cls,
        text: str,
        *,
        parts: Iterable[Part],
        markers: Iterable[Marker] = (),
        notes: Iterable[Note] = (),
        keywords: Iterable[Keyword] = (),
        metadata: Metadata = UNSAID,
        origins: Iterable[Origin] = (),
        italics: Iterable[Span] = (),
    ) -> "Document":
        """Build the document and its passages; raise ValueError where the parts do not tile the text."""
        tiles = tuple(parts)
        at = 0
        for part in tiles:
            if part.span.start != at or part.span.end <= at:
                raise ValueError(f"the parts do not tile the text at {at}: {part}")
            at = part.span.end
        if at != len(text):
            raise ValueError(f"the parts end at {at}, the text at {len(text)}")
        seen = tuple(markers)
        passages = tuple(_passages(text, tiles, seen))
        held = tuple(notes), tuple(keywords), passages
        return cls(text, tiles, seen, *held, metadata, tuple(origins), tuple(italics))

    def origin_at(self, offset: int) -> Origin | None:
        """Give where in the file the code point at `offset` stands; None where the text is the file itself."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin.offset) - 1
        return self.origins[index] if index >= 0 else None

    def mention(self, span: Span, *, passage: Passage | None = None) -> Mention:
        """Give the span with its surroundings, and its reading where the passage it lies in is known."""
        exact = span.of(self.text)
        reading = exact
        if passage is not None:
            reading = passage.text[passage.position(span.start) : passage.position(span.end - 1) + 1]
        prefix = self.text[max(0, span.start - CONTEXT) : span.start]
        suffix = self.text[span.end : span.end + CONTEXT]
        # Nearly always they are the same: a long paper holds it once.
        return Mention(span, exact, prefix, suffix, exact if reading == exact else reading)

    def body(self) -> tuple[Passage, ...]:
        """Give the passages of the running text: all that is not a note."""
        return tuple(passage for passage in self.passages if passage.kind in BODY)

    def passage_at(self, offset: int) -> Passage | None:
        """Give the passage that the code point at `offset` belongs to, if it belongs to one."""
        index = bisect_right(self.parts, offset, key=lambda part: part.span.start) - 1
        if index < 0:
            return None
        block = self.parts[index].block
        at = bisect_right(self.passages, block, key=lambda passage: passage.block) - 1
        return self.passages[at] if at >= 0 and self.passages[at].block == block else None


def _passages(text: str, parts: tuple[Part, ...], markers: tuple[Marker, ...]) -> Iterator[Passage]:
    by_start: dict[int, list[Marker]] = {}
    for marker in markers:
        by_start.setdefault(marker.span.start, []).append(marker)
    held = sorted(parts, key=lambda part: part.block)
    for block, group in groupby(held, key=lambda part: part.block):
        pieces = list(group)
        kind = next((part.kind for part in pieces if part.kind in READABLE), None)
        if kind is not None:
            yield _passage(text, kind, block, pieces, by_start)


def _passage(text: str, kind: PartKind, block: int, parts: list[Part], markers: dict[int, list[Marker]]) -> Passage:
    chunks: list[str] = []
    pieces: list[tuple[int, int]] = []
    marked: list[tuple[int, Marker]] = []
    length = 0
    last = None
    for part in parts:
        if part.kind is PartKind.MARKER:
            marked += [(length, marker) for marker in markers.get(part.span.start, ())]
            continue
        chunk = part.span.of(text) if part.kind in READABLE else " "
        bridged = part.kind not in READABLE
        if bridged and (last in (None, " ") or part is parts[-1]):
            continue
        pieces.append((length, part.span.start))
        chunks.append(chunk)
        length += len(chunk)
        last = chunk[-1]
    return Passage(kind, block, "".join(chunks), tuple(pieces), tuple(marked))
