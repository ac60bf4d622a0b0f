"""Find the columns of a page, and the order in which its lines are read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from ibidem.read.pdf.page import Area, Line, Rule

_FEWEST = 6
_NARROWEST = 6.0
_CROSSING = 0.4
_DEEPEST = 2
_SEVERAL = 1.7
_NARROW_COLUMN = 0.25


def areas(page: int, lines: Sequence[Line], rules: Sequence[Rule], *, usual: float | None = None) -> tuple[Area, ...]:
    """Give the columns of a page in reading order; lines that cross a gutter part what is above from what is below.

    `usual` is where the gutter of other pages stands: a page of a few lines does not show its own.
    """
    return tuple(
        Area(page, min(line.left for line in part), max(line.right for line in part), part, tuple(rules))
        for part in _parts(sorted(lines, key=lambda line: (-line.base, line.left)), 0, usual)
        if part
    )


def usual_gutter(pages: Sequence[Sequence[Line]]) -> float | None:
    """Give where the gutter of most pages that have one stands."""
    found = [
        gutter for gutter in (_gutter(lines) for lines in pages if len(lines) >= 2 * _FEWEST) if gutter is not None
    ]
    return median(found) if len(found) > len(pages) / 3 else None


def _parts(lines: Sequence[Line], depth: int, usual: float | None = None) -> Iterator[tuple[Line, ...]]:
    gutter = _gutter(lines) if depth < _DEEPEST and len(lines) >= 2 * _FEWEST else None
    if gutter is None and usual is not None and _stands_at(lines, usual):
        gutter = usual
    if gutter is None:
        yield tuple(lines)
        return
    for kind, left, right in _bands_of(lines, gutter):
        if kind:
            yield tuple(sorted((*left, *right), key=lambda line: (-line.base, line.left)))
        else:
            yield from _both(left, right, depth)


def _bands_of(lines: Sequence[Line], gutter: float) -> list[tuple[bool, list[Line], list[Line]]]:
    """Part the lines that cross the gutter from those beside it: whether they cross, left ones, right ones.

    Short lines beside which nothing stands belong to the crossing ones of their size next to them.
    """
    bands: list[tuple[bool, list[Line], list[Line]]] = []
    for line in lines:
        crossing = line.left < gutter - 1 and line.right > gutter + 1
        if not bands or bands[-1][0] is not crossing:
            bands.append((crossing, [], []))
        _, left, right = bands[-1]
        (right if not crossing and line.right > gutter + 1 else left).append(line)
    merged: list[tuple[bool, list[Line], list[Line]]] = []
    for band in bands:
        crossing, left, right = band
        before = merged[-1] if merged else None
        if before and before[0] and (crossing or (not right and _like(before[1][-1], left))):
            before[1].extend(left)
            continue
        if before and crossing and not before[0]:
            _hand_over(before, left)
        merged.append(band)
    return merged


def _like(line: Line, others: Sequence[Line]) -> bool:
    return all(abs(line.size - other.size) < 0.3 for other in others)


def _hand_over(columns: tuple[bool, list[Line], list[Line]], across: list[Line]) -> None:
    """Hand the short lines below the columns over to what crosses there: the first note has one line only."""
    _, left, right = columns
    lowest = min((line.base for line in right), default=None)
    size = left[0].size if left else 0.0
    while lowest is not None and left and left[-1].base < lowest and _like(across[0], left[-1:]):
        if abs(left[-1].size - size) < 0.3:
            break
        across.insert(0, left.pop())


def _both(left: list[Line], right: list[Line], depth: int) -> Iterator[tuple[Line, ...]]:
    for column in (left, right):
        if column:
            yield from _parts(column, depth + 1)


def _stands_at(lines: Sequence[Line], gutter: float) -> bool:
    """Tell whether the gutter of other pages parts the lines of this one."""
    left = sum(line.right <= gutter + 1 for line in lines)
    right = sum(line.left >= gutter - 1 for line in lines)
    return min(left, right) >= 2 and left + right == len(lines)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Give the middle of the white band that parts two columns; None where there is none."""
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    width = last - first
    best: tuple[int, float, float] | None = None
    for start, stop in _bands(lines, first + 0.25 * width, first + 0.75 * width):
        middle = (start + stop) / 2
        left = [line for line in lines if line.right <= middle + 1]
        right = [line for line in lines if line.left >= middle - 1]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST or crossing > _CROSSING * len(lines):
            continue
        if not (_filled(left, width) and _filled(right, width)) or not _beside(left, right):
            continue
        if best is None or (crossing, start - stop) < best[:2]:
            best = (crossing, start - stop, middle)
    return best[2] if best else None


def _bands(lines: Sequence[Line], first: float, last: float) -> Iterator[tuple[float, float]]:
    """Give the white bands that lie between the right edges and the left edges of many lines."""
    rights = sorted({round(line.right) for line in lines if first <= line.right <= last})
    lefts = sorted({round(line.left) for line in lines if first <= line.left <= last + 20})
    counts = Counter(round(line.left) for line in lines)
    common = [left for left in lefts if sum(counts[left + step] for step in range(-2, 3)) >= 4]
    for left in common[:12]:
        before = [right for right in rights if right <= left - _NARROWEST]
        inside = [right for right in before if right >= left - 60]
        if inside:
            yield float(max(inside)), float(left)


def _filled(lines: Sequence[Line], whole: float) -> bool:
    """Tell whether most lines fill their column, as running text does and a table's cells do not.

    What is much wider than its widest line holds several columns; these are wide, and nearly all their lines full.
    """
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    widest = max(line.right - line.left for line in lines)
    several = right - left > _SEVERAL * widest
    if several and widest < _NARROW_COLUMN * whole:
        return False
    long = sum(line.right - line.left >= 0.6 * (widest if several else right - left) for line in lines)
    return (4 * long >= 3 * len(lines)) if several else 2 * long >= len(lines)


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether the columns stand side by side for most of the shorter one."""
    top = min(max(line.base for line in left), max(line.base for line in right))
    bottom = max(min(line.base for line in left), min(line.base for line in right))
    inside = sum(bottom <= line.base <= top for line in (*left, *right))
    return 2 * inside >= len(left) + len(right) or inside >= 2 * _FEWEST
