"""Find the columns of a page, and the order in which its lines are read."""

from collections.abc import Iterator, Sequence

from ibidem.read.pdf.page import Area, Line, Rule

_FEWEST = 6
_NARROWEST = 6.0
_CROSSING = 0.4
_DEEPEST = 2


def areas(page: int, lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[Area, ...]:
    """Give the columns of a page in reading order; lines that cross a gutter part what is above from what is below."""
    return tuple(
        Area(page, min(line.left for line in part), max(line.right for line in part), part, tuple(rules))
        for part in _parts(sorted(lines, key=lambda line: (-line.base, line.left)), 0)
        if part
    )


def _parts(lines: Sequence[Line], depth: int) -> Iterator[tuple[Line, ...]]:
    gutter = _gutter(lines) if depth < _DEEPEST and len(lines) >= 2 * _FEWEST else None
    if gutter is None:
        yield tuple(lines)
        return
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []
    for line in lines:
        crossing = line.left < gutter - 1 and line.right > gutter + 1
        if crossing:
            if left or right:
                yield from _both(left, right, depth)
                left, right = [], []
            across.append(line)
            continue
        if across:
            yield tuple(across)
            across = []
        (left if line.right <= gutter + 1 else right).append(line)
    if across:
        yield tuple(across)
    yield from _both(left, right, depth)


def _both(left: list[Line], right: list[Line], depth: int) -> Iterator[tuple[Line, ...]]:
    for column in (left, right):
        if column:
            yield from _parts(column, depth + 1)


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
        if not (_filled(left) and _filled(right)) or not _beside(left, right):
            continue
        if best is None or (crossing, start - stop) < best[:2]:
            best = (crossing, start - stop, middle)
    return best[2] if best else None


def _bands(lines: Sequence[Line], first: float, last: float) -> Iterator[tuple[float, float]]:
    """Give the white bands that lie between the right edges and the left edges of many lines."""
    rights = sorted({round(line.right) for line in lines if first <= line.right <= last})
    lefts = sorted({round(line.left) for line in lines if first <= line.left <= last + 20})
    common = [left for left in lefts if sum(abs(line.left - left) <= 2 for line in lines) >= 4]
    for left in common[:12]:
        before = [right for right in rights if right <= left - _NARROWEST]
        inside = [right for right in before if right >= left - 60]
        if inside:
            yield float(max(inside)), float(left)


def _filled(lines: Sequence[Line]) -> bool:
    """Tell whether most lines fill their column, as running text does and a table's cells do not."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    long = sum(line.right - line.left >= 0.6 * (right - left) for line in lines)
    return 2 * long >= len(lines)


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether the columns stand side by side for most of the shorter one."""
    top = min(max(line.base for line in left), max(line.base for line in right))
    bottom = max(min(line.base for line in left), min(line.base for line in right))
    inside = sum(bottom <= line.base <= top for line in (*left, *right))
    return 2 * inside >= len(left) + len(right) or inside >= 2 * _FEWEST
