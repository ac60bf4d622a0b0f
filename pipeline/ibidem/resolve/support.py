"""Which pointers support a statement: the marker that closes its sentence, or its run of sentences."""

from bisect import bisect_left, bisect_right

from ibidem.document import Passage
from ibidem.record import Pointer
from ibidem.span import Span


def supporting_pointers(passage: Passage, end: int, *, pointers: dict[Span, str]) -> tuple[str, ...]:
    """Give the keys of the pointers at the first marked place at or after `end`, an offset in the passage.

    None where the paragraph ends without one.
    """
    markers = passage.markers
    first = bisect_left(markers, end, key=lambda marked: marked[0])
    last = bisect_right(markers, markers[first][0], key=lambda marked: marked[0]) if first < len(markers) else first
    return tuple(pointers[marker.span] for _, marker in markers[first:last] if marker.span in pointers)


def pointers_by_span(pointers: tuple[Pointer, ...]) -> dict[Span, str]:
    """Index the pointers' keys by the span of their marker."""
    return {pointer.mention.span: pointer.key for pointer in pointers}
