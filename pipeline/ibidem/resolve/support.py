"""Which pointers support a statement: the marker that closes its sentence, or its run of sentences."""

from ibidem.cited import Pointer
from ibidem.document import Passage
from ibidem.span import Span


def supporting_pointers(passage: Passage, end: int, *, pointers: dict[Span, str]) -> tuple[str, ...]:
    """Give the keys of the pointers at the first marked place at or after `end`, an offset in the passage.

    None where the paragraph ends without one.
    """
    return tuple(pointers[marker.span] for marker in passage.pointers_after(end) if marker.span in pointers)


def pointers_by_span(pointers: tuple[Pointer, ...]) -> dict[Span, str]:
    """Index the pointers' keys by the span of their marker."""
    return {pointer.mention.span: pointer.key for pointer in pointers}
