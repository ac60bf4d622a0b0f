"""Footnotes at the foot of each page, in text that lost its layout: numbers glued to words, notes among paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ibidem.document import Marker
from ibidem.read.lines import Line
from ibidem.span import Span

_OPENS = re.compile(r"\s*(?P<number>\d{1,3})(?:\s+(?=\S)|\s*$|[)\]]?(?=[A-ZÀ-ÖØ-ÞА-Я](?:[^\W\d_]|\.)|[«“„‘]))")
_BEFORE_YEAR = re.compile(r"\s*(\d{1,3}?)[)\]]?(?:1[4-9]|20)\d\d(?!\d)")
"""A label that lost its raise before a note that begins with a year: `81790 was a bad year`."""
_SIGN = re.compile(r"\s*[†‡§*]{1,3}(?:\s|$|[A-ZÀ-Þ])")
_LONGEST_ASIDE = 30
_PAGE = 12
"""How many lines of text a page has at least between its numbers."""
_FEWEST = 3
"""How many footnotes a run of unraised numbers must have to be believed."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes found, each the indices of its lines, and the markers that point at them.

    `asides` are notes that a sign such as a dagger marks, above the numbered ones of their page.
    """

    starts: tuple[int, ...]
    notes: tuple[tuple[int, ...], ...]
    asides: tuple[tuple[int, ...], ...]
    markers: tuple[Marker, ...]


def find_footnotes(lines: Sequence[Line], marks: Mapping[int, list[Span]], *, raised: bool) -> Footnotes | None:
    """Find notes that stand among the paragraphs, each after its marker and both in order from 1; None where unsure.

    `marks` are the numbers that may be markers, by number, each in order. A number that opens a line counts as
    a marker where no other one does and the same number opens a later line.
    """
    walk = _Walk(lines, marks, raised)
    while walk.step():
        pass
    fewest = 1 if raised else _FEWEST
    missed = raised and len(walk.starts) * 5 < len(marks) * 4
    return walk.result() if len(walk.starts) >= fewest and not missed else None


class _Walk:
    """Go through the numbers from 1: where each marker stands, and where its note starts after it."""

    def __init__(self, lines: Sequence[Line], marks: Mapping[int, list[Span]], raised: bool) -> None:
        """Index the lines that a number opens."""
        self.lines = lines
        self.marks = marks
        self.raised = raised
        self.opening: dict[int, list[int]] = {}
        pages = _page_numbers(lines)
        for index, line in enumerate(lines):
            for number in opening_numbers(line):
                if index not in pages and _goes_on(lines, index):
                    self.opening.setdefault(number, []).append(index)
        known = {number for number, at in self.opening.items() if number in marks or len(at) > 1}
        self.breaks = _breaks(lines, known, pages)
        self.offsets = [line.span.start for line in lines]
        self.starts: list[int] = []
        self.markers: list[Marker] = []

    def step(self) -> bool:
        """Find the next marker and its note; tell whether there was one."""
        number = len(self.starts) + 1
        after = self.markers[-1].span.end if self.markers else 0
        later = self.starts[-1] + 1 if self.starts else 0
        for span in self._possible(number, after):
            line = bisect_right(self.offsets, span.start)
            start = next((at for at in self.opening.get(number, ())[-50:] if at >= max(line, later)), None)
            if start is not None and not self._inside_note(span):
                self.starts.append(start)
                self.markers.append(Marker(number, span))
                return True
        return False

    def _possible(self, number: int, after: int) -> list[Span]:
        found = self.marks.get(number, [])
        found = found[bisect_left(found, after, key=lambda span: span.start) :][:20]
        if found or self.raised:
            return found
        opened = [self.lines[at] for at in self.opening.get(number, ())[:20] if self.offsets[at] >= after]
        return [_number_span(line) for line in opened]

    def _inside_note(self, span: Span) -> bool:
        line = bisect_right(self.offsets, span.start) - 1
        at = bisect_right(self.starts, line) - 1
        return at >= 0 and line < self._end(at)

    def _end(self, note: int) -> int:
        """Give the line that ends a note: the next note's, or the first after the page's end."""
        start = self.starts[note]
        stop = self.breaks[bisect_right(self.breaks, start)]
        return min(stop, self.starts[note + 1]) if note + 1 < len(self.starts) else stop

    def result(self) -> Footnotes:
        """Give the notes with their lines."""
        ends = [self._end(note) for note in range(len(self.starts))]
        notes = tuple(tuple(range(start, end)) for start, end in zip(self.starts, ends, strict=True))
        held = {index for note in notes for index in note}
        asides = (self._aside(start) for start in self.starts if start - 1 not in held)
        return Footnotes(tuple(self.starts), notes, tuple(aside for aside in asides if aside), tuple(self.markers))

    def _aside(self, start: int) -> tuple[int, ...]:
        """Give the lines above a page's first note from the one that a dagger or its like opens."""
        page = bisect_right(self.breaks, start) - 1
        top = max(self.breaks[page] if page >= 0 else 0, start - _LONGEST_ASIDE)
        opened = next((at for at in range(top, start) if _SIGN.match(self.lines[at].text)), start)
        return tuple(range(opened, start))


def opening_number(line: Line) -> int | None:
    """Give the number that opens a line, labelled or bare, or None."""
    if line.number is not None:
        return line.number
    match = _OPENS.match(line.text)
    return int(match["number"]) if match else None


def opening_numbers(line: Line) -> Iterator[int]:
    """Give what may be the number that opens a line."""
    number = opening_number(line)
    if number is not None:
        yield number
    elif (match := _BEFORE_YEAR.match(line.text)) is not None:
        yield int(match[1])


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Give the lines that hold a page's number alone: each the next, a page of lines after the one before."""
    lone = [(index, number) for index, line in enumerate(lines) if line.furniture and (number := _lone(line.text))]
    runs: dict[int, list[int]] = {}
    for index, number in lone:
        before = runs.get(number - 1)
        held = [*before, index] if before and index - before[-1] >= _PAGE else [index]
        if len(held) > len(runs.get(number, ())):
            runs[number] = held
    longest = max(runs.values(), key=len, default=[])
    return frozenset(longest if len(longest) >= _FEWEST else ())


def _lone(text: str) -> int:
    """Give the number that a line holds and nothing else, or 0."""
    bare = text.strip(" \t–—-|[]()·•")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 4 else 0


def _number_span(line: Line) -> Span:
    match = re.compile(r"\D*(\d{1,3})").match(line.text)
    start, end = match.span(1) if match else (0, 0)
    return Span(line.span.start + start, line.span.start + end)


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line holds more than its number, or the next one does and is no furniture."""
    if not lines[index].furniture:
        return True
    follows = lines[index + 1] if index + 1 < len(lines) else None
    return follows is not None and not follows.furniture and not follows.gap_before


def _breaks(lines: Sequence[Line], known: set[int], pages: frozenset[int]) -> list[int]:
    """Give the lines at which a note ends at the latest: furniture, or a gap where the text has gaps; and the end.

    A number alone on its line is furniture if it is a page's, or none of those `known` as markers or as openings.
    """
    gaps = sum(line.gap_before for line in lines)
    gapped = (gaps - 1) * 8 > len(lines)
    found = [
        index
        for index, line in enumerate(lines)
        if index in pages or (line.furniture and opening_number(line) not in known) or (gapped and line.gap_before)
    ]
    return [*found, len(lines)]
