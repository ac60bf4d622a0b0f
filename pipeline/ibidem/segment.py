"""What is published of a text: all of it where its licence allows that, else the sentences that hold evidence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ibidem.document import READABLE, Document, Note, Part, PartKind, Passage
from ibidem.sentence import sentence_bounds, sentences_around
from ibidem.span import Span
from ibidem.words import read_words

_SCHEME = re.compile(r"https?://(?:www\.)?")
_WHOLE = frozenset({PartKind.TITLE, PartKind.HEADING})
"""What is published whole in any case: it names the paper and its sections."""

_GAP = 64
"""How much white space can stand between a sentence and its marker, in code points."""

_MARKED = READABLE | {PartKind.MARKER}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text that is published: a block, or a sentence of one.

    `kind` is that of its block; `position` counts blocks, or sentences, from 0, those that are left out too; `exact`
    is what stands there, `reading` the same without page furniture. Markers stand in both: they are links. A `note`
    is said of its block.
    """

    kind: PartKind
    block: int
    position: int
    span: Span
    exact: str
    reading: str
    note: Note | None = None


def allows_text(license: str | None) -> bool:
    """Tell whether a licence, by its address, allows to publish the running text: `words/open-licences.txt`."""
    if not license or not (scheme := _SCHEME.match(license)):
        return False
    address = license[scheme.end() :]
    return any(
        address.startswith(listed) if listed.endswith("/") else address.removesuffix(".html") == listed
        for listed in read_words("open-licences")
    )


def whole_text(document: Document) -> Iterator[Segment]:
    """Give every block that is read, notes included, in the order of the text."""
    blocks = _Blocks(document)
    for position, passage in enumerate(document.passages):
        yield blocks.segment(passage, position, Span(0, len(document.text)))


def anchored_sentences(document: Document, evidence: Iterable[Span]) -> Iterator[Segment]:
    """Give the sentences of the running text that hold evidence, or a marker, with title and headings.

    A stretch of evidence that ends in another sentence than it begins in joins the two.
    """
    blocks = _Blocks(document)
    spans = sorted({(span.start, span.end) for span in evidence if len(span)})
    position = 0
    for passage in document.body():
        if passage.kind in _WHOLE:
            yield blocks.segment(passage, position, Span(0, len(document.text)))
            position += 1
            continue
        held = _held(passage, spans)
        for start, end in _sentences(passage, held):
            index = bisect_left(held, end, key=lambda pair: pair[0])
            if index and held[index - 1][1] > start:
                yield blocks.segment(passage, position, _trimmed(passage, start, end))
            position += 1


def _sentences(passage: Passage, held: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    bounds = sentence_bounds(passage.text, tuple(at for at, _ in passage.markers))
    # White space that markers follow is no sentence.
    return ((start, end) for start, end in sentences_around(bounds, held) if not passage.text[start:end].isspace())


def _held(passage: Passage, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give the ranges of a passage that hold evidence; a marker belongs to what stands before it, if something does."""
    first, last = passage.offset(0), passage.offset(len(passage.text) - 1) + 1
    inside = spans[bisect_left(spans, (first, first)) : bisect_left(spans, (last, last))]
    ranges = [(passage.position(start), passage.position(end - 1) + 1) for start, end in inside]
    before = (
        at - len(gap) + len(gap.rstrip()) for at, _ in passage.markers for gap in [passage.text[max(0, at - _GAP) : at]]
    )
    marked = [(max(0, at - 1), max(1, at)) for at in before]
    return _joined((*((start, min(end, len(passage.text))) for start, end in ranges if start < end), *marked))


def _joined(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Join the ranges that overlap; what comes out ascends."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _trimmed(passage: Passage, start: int, end: int) -> Span:
    """Give the place of a sentence without the white space around it, with the markers that follow it.

    Those that a block begins with stand before its first sentence.
    """
    text = passage.text[start:end]
    first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    span = passage.span(first, last)
    gap = passage.text[last : last + _GAP]
    following = _marked(passage, last, last + len(gap) - len(gap.lstrip()))
    leading = _marked(passage, 0, first) if first < _GAP and not passage.text[:first].strip() else ()
    return Span(min([span.start, *(one.start for one in leading)]), max([span.end, *(one.end for one in following)]))


def _marked(passage: Passage, start: int, end: int) -> Iterator[Span]:
    """Give the places of the markers between two offsets, both included."""
    first = bisect_left(passage.markers, start, key=lambda marked: marked[0])
    last = bisect_right(passage.markers, end, key=lambda marked: marked[0])
    return (marker.span for _, marker in passage.markers[first:last])


class _Blocks:
    """The parts of each block, of which segments are made."""

    def __init__(self, document: Document) -> None:
        """Sort the parts by block."""
        self.text = document.text
        self.notes = {note.block: note for note in document.notes}
        self.parts: dict[int, list[Part]] = {}
        for part in document.parts:
            self.parts.setdefault(part.block, []).append(part)

    def segment(self, passage: Passage, position: int, within: Span) -> Segment:
        """Make the segment of a block's part that lies within a span."""
        parts = self.parts[passage.block]
        first = bisect_right(parts, within.start, key=lambda part: part.span.end)
        last = bisect_left(parts, within.end, key=lambda part: part.span.start)
        marked = [index for index in range(first, last) if parts[index].kind in _MARKED]
        parts = parts[marked[0] : marked[-1] + 1]
        span = Span(max(within.start, parts[0].span.start), min(within.end, parts[-1].span.end))
        exact = span.of(self.text)
        reading = self._reading(parts, span)
        note = self.notes.get(passage.block)
        return Segment(passage.kind, passage.block, position, span, exact, exact if reading == exact else reading, note)

    def _reading(self, parts: list[Part], span: Span) -> str:
        chunks: list[str] = []
        for part in parts:
            start, end = max(span.start, part.span.start), min(span.end, part.span.end)
            if part.kind in _MARKED:
                chunks.append(self.text[start:end])
            elif chunks and chunks[-1][-1:] not in ("", " "):
                chunks.append(" ")
        return "".join(chunks)
