"""Put stretches of letters together to lines, and tell which of them are raised."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ibidem.read.pdf.numbering import line_numbers
from ibidem.read.pdf.page import Glyphs, Line, Sheet
from ibidem.span import Span

_WORD_GAP = 0.17
"""From which share of the size on a gap is a space; fonts set spaces of a quarter of it."""
_COLUMN_GAP = 2.5
_PART_GAP = 0.6
_MARGIN_ROWS = 3
_MARGIN_LEFT = 0.85
_LABEL_GAP = 6.0
_GUTTER = 0.7
_FEWEST_ROWS = 8
_RAISED_SIZE = 0.86
_RAISED_BY = 0.15
_LARGE, _LARGE_LABEL = 1.2, 1.35
"""How much larger than its line what is raised may be; a number can be set in the size of the running text."""
_DROP = 1.9
_MOST_CAPITALS = 60
_BACKWARD = 0.6
_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡§¶‖∗]{1,3})[.,;)\]\s]{0,3}")
_SPACED = re.compile(r"(?:[^\W\d_] ){3,30}[^\W\d_]")
_FLIPPED = re.compile(r"(?<!\S)([.,:;])(\d+)(?!\S)")
"""A number and the mark behind it as they stand in a line that runs to the left."""


@dataclass(slots=True)
class _Open:
    """A line that grows."""

    glyphs: list[Glyphs] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0
    left: float = 0.0
    right: float = 0.0
    letters: int = 0

    def add(self, one: Glyphs) -> None:
        """Add a stretch; the longest part of the line says where it stands."""
        count = len(one.text.strip())
        if not self.glyphs:
            self.left, self.right = one.left, one.right
        if count > self.letters or (self.size and one.size > self.size * 1.2 and count >= self.letters / 2):
            self.base, self.size, self.letters = one.base, one.size, max(count, self.letters)
        self.left, self.right = min(self.left, one.left), max(self.right, one.right)
        self.glyphs.append(one)

    def takes(self, one: Glyphs) -> bool:
        """Tell whether a stretch goes on the line: on its height, beside it, and not far off."""
        size = max(self.size, one.size)
        if not self._level(one):
            return False
        gap = one.left - self.right
        return -_BACKWARD * size - (one.right - one.left) * 0.2 <= gap <= _COLUMN_GAP * size

    def _level(self, one: Glyphs) -> bool:
        last = self.glyphs[-1]
        size = max(self.size, one.size)
        off = min(abs(one.base - self.base), abs(one.base - last.base))
        low = min(self.size, one.size)
        # A number can be raised without being small.
        lone = _NUMBER.fullmatch(one.text) or _NUMBER.fullmatch(last.text)
        return off <= (0.25 if low > 0.9 * size and not lone else 0.62) * size


def read_lines(sheet: Sheet) -> tuple[list[Line], list[Line]]:
    """Give the lines of a page from top to bottom, and those that are set sideways."""
    numbers = line_numbers(sheet.glyphs)
    upright = [one for one in sheet.glyphs if not one.turned and one not in numbers]
    turned = [one for one in sheet.glyphs if (one.turned or one in numbers) and one.text.strip()]
    opened = _split(_with_capitals(_merged(_grown(upright))))
    lines = [line for line in (_line(one.glyphs, sheet) for one in opened) if line]
    lines.sort(key=lambda line: (-line.base, line.left))
    return lines, [line for line in (_line([one], sheet) for one in turned) if line]


def _grown(glyphs: Iterable[Glyphs]) -> list[_Open]:
    """Follow the order of the file, which most programs write as one reads."""
    lines: list[_Open] = []
    for one in glyphs:
        if not one.text.strip() and (not lines or not lines[-1].takes(one)):
            continue
        if not lines or not lines[-1].takes(one):
            lines.append(_Open())
        lines[-1].add(one)
    return lines


def _merged(lines: list[_Open]) -> list[_Open]:
    """Join the parts of one line that the file draws at different times."""
    by_height = sorted(lines, key=lambda line: (-round(line.base, 1), line.left))
    held: list[_Open] = []
    for line in by_height:
        home = next((one for one in reversed(held[-6:]) if _beside(one, line)), None)
        if home is None:
            held.append(line)
            continue
        for one in line.glyphs:
            home.add(one)
        home.glyphs.sort(key=lambda one: one.left)
    return held


def _with_capitals(lines: list[_Open]) -> list[_Open]:
    """Put capitals that are several lines high before the first of the lines beside them."""
    large = [line for line in lines if line.letters == 1 and len(line.glyphs) == 1 and line.glyphs[0].text.isalpha()]
    taken: list[_Open] = []
    for capital in large if len(large) <= _MOST_CAPITALS else ():
        one = capital.glyphs[0]
        beside = [
            line
            for line in lines
            if one.size > _DROP * line.size
            and -0.3 * one.size <= line.left - one.right <= 1.5 * line.size
            and one.base - 0.2 * one.size <= line.base <= one.base + 0.8 * one.size
        ]
        first = max(beside, key=lambda line: line.base, default=None)
        if first is not None:
            head = first.glyphs[0]
            first.glyphs.insert(0, replace(one, base=head.base, size=head.size, right=head.left))
            first.left = one.left
            taken.append(capital)
    return [line for line in lines if not any(line is one for one in taken)]


def _split(lines: list[_Open]) -> list[_Open]:
    """Cut lines that the file draws across both columns: where many have a gap at one place."""
    gaps = [list(_gaps(line)) for line in lines]
    left, right = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    # What hangs out at the left is labels, not a column.
    inner = range(round(left + 0.25 * (right - left)), round(left + 0.75 * (right - left)))
    edges = Counter(round(edge) for held in gaps for _, edge, _ in held if round(edge) in inner)
    best, most = 0, 0
    for edge in edges:
        count = sum(edges[edge + step] for step in (-1, 0, 1))
        if count > most:
            best, most = edge, count
    across = sum(line.left < best - 2 and line.right > best for line in lines)
    if most < _FEWEST_ROWS or 2 * most < across:
        best = -1
    margin = range(inner.start, round(left + _MARGIN_LEFT * (right - left)))
    starts = Counter(round(line.left) for line in lines if round(line.left) in margin)
    out: list[_Open] = []
    for line, held in zip(lines, gaps, strict=True):
        cut = next((at for _, right, at in held if best >= 0 and abs(right - best) <= 2), None)
        cut = cut or next((at for _, right, at in held if _is_in_margin(line, at, round(right), starts)), None)
        parts = (line.glyphs[:cut], line.glyphs[cut:]) if cut else (line.glyphs,)
        for part in parts:
            out.append(_Open())
            for one in part:
                out[-1].add(one)
    return out


def _is_in_margin(line: _Open, at: int, edge: int, starts: Counter[int]) -> bool:
    """Tell whether a small number, the label of a note, stands where the other lines of a margin begin."""
    one = line.glyphs[at]
    label = one.size < _RAISED_SIZE * line.size and _NUMBER.fullmatch(one.text) is not None
    # Labels of one figure and of two begin a figure apart where they hang or are set in.
    return label and sum(starts[edge + step] for step in range(-5, 6)) >= _MARGIN_ROWS


def _gaps(line: _Open) -> Iterator[tuple[float, float, int]]:
    """Give the wide gaps of a line: where they begin and end, and before which stretch."""
    for at, (before, one) in enumerate(pairwise(line.glyphs), start=1):
        if one.left - before.right > _GUTTER * line.size:
            yield before.right, one.left, at


def _beside(one: _Open, other: _Open) -> bool:
    """Tell whether two lines are parts of one: a raised number and its line, a label and what follows it."""
    off = abs(one.base - other.base)
    if off > 0.62 * max(one.size, other.size):
        return False
    first, second = (one, other) if one.left <= other.left else (other, one)
    gap = second.left - first.right
    size = max(one.size, other.size)
    if _is_number(first) and first.letters <= 4 and 0 <= gap <= _LABEL_GAP * size and off <= 0.6 * size:
        return True
    small = min(one.size, other.size) < _RAISED_SIZE * size
    if small or any(_is_number(line) for line in (one, other)):
        short, long = sorted((one, other), key=lambda line: (line.letters, line.size))
        inside = long.left <= short.left and short.right <= long.right and short.base > long.base
        return short.letters <= 6 and (inside or -0.6 * size <= gap <= 0.4 * size) and off <= 0.6 * size
    return off <= 0.12 * size and -0.3 * size <= gap <= _PART_GAP * size


def _is_number(line: _Open) -> bool:
    return len(line.glyphs) == 1 and _NUMBER.fullmatch(line.glyphs[0].text) is not None


def _line(glyphs: Sequence[Glyphs], sheet: Sheet) -> Line | None:
    while glyphs and not glyphs[-1].text.strip():
        glyphs = glyphs[:-1]
    while glyphs and not glyphs[0].text.strip():
        glyphs = glyphs[1:]
    if not glyphs:
        return None
    size, base = _main(glyphs)
    text: list[str] = []
    raised: list[Span] = []
    italics: list[Span] = []
    bold = 0
    at = 0
    for before, one in pairwise([None, *glyphs]):
        assert one is not None
        chunk = _FLIPPED.sub(r"\2\1", one.text) if sheet.mirror else one.text
        if before is not None and _gap(before, one) and not chunk.startswith(" ") and not text[-1].endswith(" "):
            text.append(" ")
            at += 1
        bare = chunk.strip()
        start = at + len(chunk) - len(chunk.lstrip())
        if bare and is_raised(one, size=size, base=base):
            _extend(raised, Span(start, start + len(bare)))
        if one.font.italic and bare:
            _extend(italics, Span(start, start + len(bare)))
        bold += len(bare) if one.font.bold else 0
        text.append(chunk)
        at += len(chunk)
    whole = "".join(text)
    if _SPACED.fullmatch(whole.strip()) and not raised and not italics:
        whole = re.sub(r"(?<=\S) (?=\S)", "", whole)
    weight = bold > 0.7 * len(whole.replace(" ", ""))
    left, right = min(one.left for one in glyphs), max(one.right for one in glyphs)
    spans = tuple(raised), tuple(italics)
    return Line(whole, sheet.number, left, right, base, size, weight, *spans, sheet.mirror)


def _main(glyphs: Sequence[Glyphs]) -> tuple[float, float]:
    """Give the size and the base line of most letters; of equal ones the larger."""
    counts = Counter[tuple[float, float]]()
    for one in glyphs:
        counts[round(one.size, 1), round(one.base, 1)] += len(one.text.replace(" ", ""))
    (size, base), most = counts.most_common(1)[0]
    for (other, level), count in counts.items():
        # Small capitals are more than their capitals; a raised number can be longer than its line's only word.
        if other > size and (abs(level - base) < 0.1 or (count * 2 >= most and level < base)):
            size, base = other, level
    return size, base


def is_raised(one: Glyphs, *, size: float, base: float) -> bool:
    """Tell whether a stretch stands above the base line of its line, or is small and not below it."""
    up = one.base - base
    most = _LARGE_LABEL if one.text.strip().isdecimal() else _LARGE
    if up < 0.08 * size or one.size > most * size or (one.size > 1.05 * size and up < 0.3 * size):
        return False
    return up >= _RAISED_BY * size if one.size > _RAISED_SIZE * size else up >= 0.08 * size


def _extend(spans: list[Span], span: Span) -> None:
    if spans and spans[-1].end >= span.start - 1:
        span = Span(spans.pop().start, span.end)
    spans.append(span)


def _gap(before: Glyphs, one: Glyphs) -> bool:
    """Tell whether a space is seen between two stretches."""
    size = max(before.size, one.size)
    between = one.left - before.right
    if one.right < before.left:
        between = before.left - one.right
    return between > _WORD_GAP * size or (one.spaced and between > 0.08 * size)
