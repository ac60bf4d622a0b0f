"""Tile a text with the parts that its blocks make: nothing is lost, nothing counted twice."""

from collections.abc import Iterator, Sequence

from ibidem.document import Marker, Part, PartKind
from ibidem.read.block import Block
from ibidem.read.lines import Line
from ibidem.span import Span


def number_blocks(blocks: Sequence[Block]) -> tuple[tuple[Block, int], ...]:
    """Number the blocks; what goes on a paragraph, and the furniture in between, take the paragraph's number."""
    return tuple(_numbered(blocks))


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    number = -1
    paragraph = -1
    pending: list[Block] = []
    for block in blocks:
        if block.kind in (PartKind.FURNITURE, PartKind.NOTE):
            pending.append(block)
            continue
        inside = block.joined and paragraph >= 0
        for piece in pending:
            cut = inside and piece.kind is PartKind.FURNITURE
            number += not cut
            yield piece, paragraph if cut else number
        pending.clear()
        if not inside:
            number += 1
            paragraph = number
        yield block, paragraph
    for piece in pending:
        number += 1
        yield piece, number


def tile(text: str, placed: Sequence[tuple[Block, int]], markers: Sequence[Marker]) -> Iterator[Part]:
    """Tile the text: content as its block's kind, markers apart, labels as furniture, all else as space."""
    marked = _Marked(markers)
    at = 0
    before = 0
    for block, number in placed:
        for line in block.lines:
            content = line.content
            if content.start > at:
                yield from _gap(at, _label_start(line, at), content.start, before, number)
            before = number
            at = max(at, content.start)
            for part in marked.cut(block.kind, Span(at, max(at, content.end)), number):
                yield part
                at = part.span.end
    if at < len(text):
        yield Part(PartKind.SPACE, Span(at, len(text)), before)


def _label_start(line: Line, at: int) -> int:
    bare = line.label.lstrip()
    return max(at, line.span.start + len(line.label) - len(bare)) if bare else line.content.start


def _gap(at: int, label: int, content: int, before: int, block: int) -> Iterator[Part]:
    if label > at:
        yield Part(PartKind.SPACE, Span(at, label), before)
    if content > label:
        yield Part(PartKind.FURNITURE, Span(label, content), block)


class _Marked:
    """Cut markers out of the stretches of text that they stand in, in order."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        """Take the places of the markers, each once."""
        self.spans = sorted({marker.span for marker in markers})
        self.taken = 0

    def cut(self, kind: PartKind, span: Span, block: int) -> Iterator[Part]:
        """Give the parts of a stretch."""
        at = span.start
        while self.taken < len(self.spans) and self.spans[self.taken].start < span.end:
            marker = self.spans[self.taken]
            self.taken += 1
            if marker.start < at:
                continue
            if marker.start > at:
                yield Part(kind, Span(at, marker.start), block)
            yield Part(PartKind.MARKER, marker, block)
            at = marker.end
        if span.end > at:
            yield Part(kind, Span(at, span.end), block)
