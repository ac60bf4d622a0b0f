"""Notes that are set one behind the other, or in columns of their own: cut into lines as other papers have them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ibidem.read.pdf.label import label_of
from ibidem.read.pdf.page import Area, Line
from ibidem.span import Span
from ibidem.words import read_table

Zone = tuple[Line, ...]
_NUMBER = re.compile(r"[\[(]?\s?(\d{1,4})\s?[\])]?[.:]?")
_SIGN = re.compile(r"[*∗†‡§¶‖#]{1,4}")
_DOTTED = re.compile(r"(?<=[.!?»”)\]])\s?(\d{1,4})\.(?=\s(?:[^\W\d_a-zß-öø-ÿ]|[«“„\"'(\[]|\d)|\s*$)")
_SHORT = re.compile(r"(\w{1,12})\.\s?$")
_FEWEST = 3
_SHARE = 0.25
_GUTTER = 6.0
_NARROWEST = 0.2
_MOST_COLUMNS = 4


def cut_notes(
    areas: Sequence[Area], zones: Sequence[Zone], marks: Mapping[int, frozenset[int]]
) -> tuple[list[Area], list[Zone]]:
    """Cut the lines of zones where a note begins inside, if the notes of the paper are set one behind the other.

    `marks` has the raised numbers of each page.
    """
    if not is_run_in(zones, marks):
        return list(areas), list(zones)
    parts = {line: _parts(line, _near(marks, line.page)) for zone in zones for line in zone}
    cut = [replace(area, lines=tuple(one for line in area.lines for one in parts.get(line, (line,)))) for area in areas]
    return cut, [tuple(one for line in zone for one in parts[line]) for zone in zones]


def by_column(areas: Sequence[Area], zones: Sequence[Zone]) -> tuple[list[Area], list[Zone]]:
    """Give each column of notes below one text as an area of its own."""
    held: list[tuple[Area, Zone]] = []
    for area, zone in zip(areas, zones, strict=True):
        columns = _columns(zone)
        if len(columns) < 2:
            held.append((area, zone))
        for column in columns if len(columns) > 1 else ():
            left, right = min(line.left for line in column), max(line.right for line in column)
            held.append((Area(area.page, left, right, column, area.rules), column))
    return [area for area, _ in held], [zone for _, zone in held]


def is_run_in(zones: Sequence[Zone], marks: Mapping[int, frozenset[int]]) -> bool:
    """Tell whether several notes stand on one line: numbers of markers that open none, but are raised inside one."""
    opening = inside = 0
    for zone in zones:
        labels = {label.number for label in map(label_of, zone) if label is not None and label.number is not None}
        found = [(number, line) for line in zone for number, _ in _inside(line)]
        numbers = {number for number, line in found if number in _near(marks, line.page)}
        opening += len(labels)
        inside += len(numbers - labels) + sum(number is None for number, _ in found)
    return inside >= _FEWEST and inside >= _SHARE * opening


def _near(marks: Mapping[int, frozenset[int]], page: int) -> frozenset[int]:
    return marks.get(page, frozenset()) | marks.get(page - 1, frozenset())


def _inside(line: Line) -> Iterator[tuple[int | None, int]]:
    """Give the numbers, none for a sign, that may open notes inside a line, and where each begins.

    They are raised and stand behind a space, or stand with a full stop between two sentences: `p. 7. 12. Ibid.`
    """
    for span in line.raised:
        text = span.of(line.text).strip()
        if not line.text[: span.start].strip() or not line.text[span.start - 1].isspace():
            continue
        number = _NUMBER.fullmatch(text)
        if number is not None or _SIGN.fullmatch(text):
            yield int(number[1]) if number is not None else None, span.start
    for match in _DOTTED.finditer(line.text):
        before = _SHORT.search(line.text, max(0, match.start(1) - 16), match.start(1))
        if not (before and before[1].casefold() in _locators()):
            yield int(match[1]), match.start(1)


@cache
def _locators() -> frozenset[str]:
    """Give what stands before a number that is none of a note: `p. 12.` and the like."""
    return frozenset(row[0] for row in read_table("locator-labels")) | {"t", "n", "no", "nr", "bd", "ed", "art", "ms"}


def _parts(line: Line, numbers: frozenset[int]) -> tuple[Line, ...]:
    """Cut a line before the labels of notes."""
    inside = sorted(at for number, at in _inside(line) if number is None or number in numbers)
    cuts = [0, *inside, len(line.text)]
    if len(cuts) == 2:
        return (line,)
    return tuple(_part(line, start, end) for start, end in pairwise(cuts))


def _part(line: Line, start: int, end: int) -> Line:
    """Give a stretch of a line as a line; where it stands is reckoned from its letters."""
    wide = (line.right - line.left) / max(1, len(line.text))
    left, right = line.left + start * wide, line.left + end * wide
    raised, italics = _within(line.raised, start, end), _within(line.italics, start, end)
    return replace(line, text=line.text[start:end].rstrip(), left=left, right=right, raised=raised, italics=italics)


def _within(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    inside = (one for one in spans if one.start < end and one.end > start)
    return tuple(Span(max(one.start, start) - start, min(one.end, end) - start) for one in inside)


def _columns(zone: Zone) -> list[Zone]:
    """Part the lines of a zone by the white bands that none of them crosses; none where these are no columns."""
    columns: list[list[Line]] = []
    edge = 0.0
    for line in sorted(zone, key=lambda one: one.left):
        if not columns or line.left > edge + _GUTTER:
            columns.append([])
        columns[-1].append(line)
        edge = max(edge, line.right)
    held = [tuple(sorted(lines, key=lambda one: (-one.base, one.left))) for lines in columns]
    return held if _are_columns(held) else []


def _are_columns(columns: Sequence[Zone]) -> bool:
    """Tell whether columns stand side by side, far enough apart for running text, and one opens with a label."""
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return False
    lefts = [min(line.left for line in held) for held in columns]
    whole = max(line.right for line in columns[-1]) - lefts[0]
    tops, bottoms = [held[0].base for held in columns], [held[-1].base for held in columns]
    size = columns[0][0].size
    level = max(tops) - min(tops) < 2 * size and max(bottoms) < min(tops) + size
    wide = all(after - before >= _NARROWEST * whole for before, after in pairwise(lefts))
    return level and wide and any(label_of(held[0]) for held in columns)
