"""Cut the reference list of a paper into its entries, by hanging indents, numbers or gaps."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ibidem.read.pdf.label import label_of
from ibidem.read.pdf.page import Line

_HANGING = 0.2
_SHORT_ENTRIES = 0.7
_CLOSED = re.compile(r"[.)\]>/]$")


def entries_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Give the lines of each entry of a list."""
    numbered = _numbered(lines)
    hanging = None if numbered else _hanging(lines)
    closed = sum(_CLOSED.search(line.text.rstrip()) is not None for line in lines)
    short = closed >= _SHORT_ENTRIES * len(lines)
    out: list[list[Line]] = []
    for before, line in pairwise([None, *lines]):
        assert line is not None
        if before is None or (line in numbered if numbered else _begins(before, line, hanging, short=short)):
            out.append([])
        out[-1].append(line)
    return out


def _numbered(lines: Sequence[Line]) -> set[Line]:
    found: set[Line] = set()
    last = 0
    for line in lines:
        label = label_of(line)
        if label and label.number == last + 1:
            found.add(line)
            last += 1
    return found if last > 1 and label_of(lines[0]) is not None else set()


def _hanging(lines: Sequence[Line]) -> dict[int, float] | None:
    """Give for each page the left edge of first lines where the others are set in."""
    edges: dict[int, float] = {}
    inner = 0
    for page in {line.page for line in lines}:
        held = [line for line in lines if line.page == page]
        edges[page] = min(line.left for line in held)
        inner += sum(line.left - edges[page] > 0.6 * line.size for line in held)
    return edges if inner >= _HANGING * len(lines) else None


def _begins(before: Line, line: Line, hanging: dict[int, float] | None, *, short: bool) -> bool:
    if hanging is not None:
        return line.left - hanging[line.page] <= 0.6 * line.size
    gap = before.base - line.base
    if line.page == before.page and gap > 1.45 * line.size:
        return True
    closed = _CLOSED.search(before.text.rstrip()) is not None
    return closed and (short or before.right < line.right - 3 * line.size)
