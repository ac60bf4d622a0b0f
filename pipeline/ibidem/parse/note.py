"""A note taken apart: where its references stand, and what is commentary."""

import re
from collections.abc import Iterator

from ibidem.parse.anaphor import parse_anaphor
from ibidem.parse.fields import flat

_SIGNS = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|\*[^*\s]|[\"“‘«][^\W\d_]|\bpp?\.?\s?\d|\bvol\.|\bno\.\s?\d|\beds?\b|https?://|§|\bch(?:ap)?\.\s?\d", re.IGNORECASE
)
_EDGE = " \t\n\r;"


def split_note(text: str) -> tuple[tuple[int, int], ...]:
    """Give the half-open ranges of the references in a note's text, in order."""
    parts = [part for part in _parts(text) if _is_reference(text[slice(*part)])]
    return tuple(parts)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut at semicolons outside quotation marks and brackets."""
    plain = flat(text)
    depth = 0
    quoted = False
    at = 0
    for index, char in enumerate(plain):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == '"':
            quoted = not quoted
        elif char == ";" and depth == 0 and not quoted:
            yield from _trimmed(text, at, index)
            at = index + 1
    yield from _trimmed(text, at, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if start < end:
        yield start, end


def _is_reference(text: str) -> bool:
    return _SIGNS.search(text) is not None or parse_anaphor(text) is not None
