"""Note markers in running text: raised numbers, or bracketed ones where no raised one stands."""

import re
from collections.abc import Iterable, Iterator

from ibidem.document import Marker
from ibidem.span import Span
from ibidem.words import read_words

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_BRACKETED = re.compile(r"\[(\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)\]")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_LONGEST_RANGE = 20


def find_markers(text: str, spans: Iterable[Span]) -> tuple[Marker, ...]:
    """Find the note markers inside the spans, in order; a range such as [3-5] gives one marker a number."""
    areas = tuple(spans)
    raised = tuple(_raised(text, areas))
    return raised or tuple(_bracketed(text, areas))


def _raised(text: str, areas: tuple[Span, ...]) -> Iterator[Marker]:
    for area in areas:
        for match in _RAISED.finditer(text, area.start, area.end):
            before = _WORD_BEFORE.search(text, max(area.start, match.start() - 12), match.start())
            squares = before is not None and before.group(1) in read_words("units")
            if len(match.group()) <= 4 and not (squares and match.group() in "²³"):
                yield Marker(int(match.group().translate(_DIGITS)), Span(*match.span()))


def _bracketed(text: str, areas: tuple[Span, ...]) -> Iterator[Marker]:
    for area in areas:
        for match in _BRACKETED.finditer(text, area.start, area.end):
            for number in _numbers(match.group(1)):
                yield Marker(number, Span(*match.span()))


def _numbers(printed: str) -> Iterator[int]:
    for part in re.split(r"[,;]", printed):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        if len(ends) == 2 and 0 < ends[1] - ends[0] <= _LONGEST_RANGE:
            yield from range(ends[0], ends[1] + 1)
        else:
            yield from ends
