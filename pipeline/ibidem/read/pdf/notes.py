"""Cut what stands at the foot of pages into notes, by the run of their numbers; they may go on over the page."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ibidem.read.notes import section_of
from ibidem.read.pdf.label import Label, label_of
from ibidem.read.pdf.page import Area, Line

_SMALL = 0.965
_WIDE_GAP = 1.45
_SKIPPED = 6
_SHORT = 0.7
_PARTED = 1.3
_SAME_LEFT = 14.0


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its key, its label, its lines; the text of its first line begins at `after`."""

    key: str
    label: Label
    lines: tuple[Line, ...]

    @property
    def at_end(self) -> bool:
        """Tell whether it stands in a list at the end of the paper or of a chapter."""
        return self.key.startswith("end")

    @property
    def page(self) -> int:
        """Give the page that it begins on."""
        return self.lines[0].page


@dataclass(slots=True)
class _Chain:
    """The notes found so far."""

    style: str
    marks: Mapping[int, frozenset[int]]
    anywhere: bool
    notes: list[tuple[Label, list[Line]]] = field(default_factory=list)
    last: int = 0
    page: int = 0
    open: list[Line] | None = None
    recent: list[int] = field(default_factory=list)

    def fits(self, label: Label, line: Line, *, first: bool) -> bool:
        """Tell whether a label is the next one: by the run of numbers, by the markers of its page."""
        if label.number is None:
            return True
        if label.style != self.style:
            return False
        here = frozenset().union(*(self.marks.get(line.page + step, frozenset()) for step in (-1, 0, 1)))
        if label.number == self.last + 1:
            goes_on = self.page == line.page and label.style != "bare"
            return not here or label.number in here or label.style == "raised" or first or goes_on
        if label.number == 1:
            return 1 in here and (line.page != self.page or self.last > 1)
        if label.number in here and label.number > self.last and (first or not self.last):
            return True
        near = self.last - _SKIPPED <= label.number <= self.last + _SKIPPED
        return near and label.number in here and label.number not in self.recent

    def start(self, label: Label, line: Line) -> None:
        """Open a note."""
        self.open = [line]
        self.notes.append((label, self.open))
        if label.number is not None:
            self.recent = [] if label.number == 1 else [*self.recent[-2 * _SKIPPED :], label.number]
            self.last, self.page = max(label.number, max(self.recent, default=0)), line.page


def body_size(lines: Iterable[Line]) -> float:
    """Give the size of the running text: the largest in which a fifth of all letters stands."""
    counts = Counter[float]()
    for line in lines:
        counts[round(2 * line.size) / 2] += len(line.text)
    whole = sum(counts.values())
    return max((size for size, count in counts.items() if count * 5 >= whole), default=10.0)


def find_zones(areas: Sequence[Area], *, size: float) -> list[tuple[Line, ...]]:
    """Give for each area the lines at its foot that may be notes: small ones, and those below a rule."""
    pages: dict[int, list[Area]] = defaultdict(list)
    for area in areas:
        pages[area.page].append(area)
    return [() if _is_above(area, pages[area.page], size) else _zone(area, size) for area in areas]


def _is_above(area: Area, areas: Sequence[Area], size: float) -> bool:
    """Tell whether text in its size stands below an area: its foot is none of the page."""
    lowest = area.lines[-1].base
    return any(
        other is not area
        and other.lines[0].base < lowest
        and min(area.right, other.right) > max(area.left, other.left)
        and any(line.size > _SMALL * size for line in other.lines)
        for other in areas
    )


def find_footnotes(
    areas: Sequence[Area],
    zones: Sequence[tuple[Line, ...]],
    *,
    marks: Mapping[int, frozenset[int]],
    anywhere: bool = False,
) -> tuple[FoundNote, ...]:
    """Give the notes at the feet of the areas; `marks` has the raised numbers of each page.

    `anywhere` tells that notes may begin elsewhere than at the left edge.
    """
    zones = [zone or _parted(area, marks) for area, zone in zip(areas, zones, strict=True)]
    style = _usual_style(zones, marks)
    chain = _Chain(style, marks, anywhere)
    for area, zone in zip(areas, zones, strict=True):
        _read_zone(area, zone, chain)
    return _found(chain.notes)


def _found(notes: Iterable[tuple[Label, Sequence[Line]]]) -> tuple[FoundNote, ...]:
    return tuple(
        FoundNote(f"{place}-{label.printed}", label, tuple(lines)) for place, (label, lines) in enumerate(notes)
    )


def _zone(area: Area, size: float) -> tuple[Line, ...]:
    """Give the lines at the foot of an area that may be notes: below its last rule, or small."""
    lines = area.lines
    at = len(lines)
    while at > 0 and lines[at - 1].size <= _SMALL * size:
        at -= 1
    short, long = (_below_rule(area, short=kind) for kind in (True, False))
    if short is not None:
        return lines[short:]
    if long is not None and (long > at or (long < at and _opens(lines[long:]))):
        at = long
    return lines[at:]


def _parted(area: Area, marks: Mapping[int, frozenset[int]]) -> tuple[Line, ...]:
    """Give the lines below a gap that open with the number of a marker on the page: notes in the size of the text."""
    lines = area.lines
    wanted = marks.get(area.page, frozenset()) | marks.get(area.page - 1, frozenset())
    steps = sorted(a.base - b.base for a, b in pairwise(lines) if a.base > b.base)
    if not steps or not wanted:
        return ()
    usual = steps[len(steps) // 2]
    for at in range(1, len(lines)):
        gap = lines[at - 1].base - lines[at].base
        label = label_of(lines[at]) if gap > _PARTED * usual else None
        if (
            label
            and label.number in wanted
            and not lines[at].bold
            and not section_of(lines[at - 1].text)
            and _run_of(lines[at:], label, wanted)
        ):
            return _with_rest(lines, at, usual)
    return _behind_gap(lines, usual, marks.get(area.page, frozenset()))


def _behind_gap(lines: Sequence[Line], usual: float, wanted: frozenset[int]) -> tuple[Line, ...]:
    """Give the lines below the last gap where the numbers of all markers of the page open some of them.

    The first of them go on a note of the page before.
    """
    wide = (at for at in range(len(lines) - 1, 0, -1) if lines[at - 1].base - lines[at].base > _PARTED * usual)
    at = next(wide, len(lines))
    labels = [label.number for label in map(label_of, lines[at:]) if label and label.number in wanted]
    return tuple(lines[at:]) if wanted and sorted(wanted) == labels else ()


def _run_of(lines: Sequence[Line], first: Label, wanted: frozenset[int]) -> bool:
    """Tell whether all that is labelled like the first one goes on its numbers, as far as the page has markers."""
    numbers = [label.number for label in map(label_of, lines) if label and label.style == first.style]
    held = [number for number in numbers if number in wanted]
    left = [number for number in wanted if number > (first.number or 0)]
    return held == sorted(held) and len(held) >= min(2, 1 + len(left))


def _with_rest(lines: Sequence[Line], at: int, usual: float) -> tuple[Line, ...]:
    """Add what goes on a note of the page before: lines between two gaps, the upper one after the text."""
    start = at
    while start > 1 and lines[start - 2].base - lines[start - 1].base <= _PARTED * usual:
        start -= 1
    rest = lines[start - 1 : at]
    parted = start > 1 and not label_of(rest[0]) and rest[0].text[:1].islower()
    return tuple(lines[start - 1 :] if parted else lines[at:])


def _opens(lines: Sequence[Line]) -> bool:
    label = label_of(lines[0]) if lines else None
    return label is not None


def _below_rule(area: Area, *, short: bool) -> int | None:
    """Give the index of the first line below the lowest rule that starts at the edge of the area.

    A short one parts notes from text wherever it is printed; one as wide as the text may be part of a table.
    """
    width = area.right - area.left
    best: int | None = None
    for rule in area.rules:
        inside = area.left - 20 <= rule.left <= area.right and rule.right - rule.left <= width * 1.1 + 10
        if not inside or rule.left > area.left + 0.3 * width or short is not (rule.right - rule.left < _SHORT * width):
            continue
        below = next((at for at, line in enumerate(area.lines) if line.base < rule.height), None)
        if below and below > 0 and _is_separator(area, below, rule.height):
            best = below if best is None else max(best, below)
    return best


def _is_separator(area: Area, below: int, height: float) -> bool:
    """Tell whether a rule parts lines, and does not underline one: it is nearer to none than a third of a line."""
    above = area.lines[below - 1]
    return above.base - height > 0.3 * above.size


def _usual_style(zones: Sequence[Sequence[Line]], marks: Mapping[int, frozenset[int]]) -> str:
    """Give the style of labels that makes the longest run of numbers; raised ones before others."""
    runs = Counter[str]()
    last: dict[str, int] = {}
    for zone in zones:
        for line in zone:
            label = label_of(line)
            if label is None or label.number is None:
                continue
            style, number = label.style, label.number
            marked = number in marks.get(line.page, frozenset())
            if number == last.get(style, 0) + 1 or (marked and number == 1):
                last[style] = number
                runs[style] += 2 if marked else 1
            elif marked and number > last.get(style, 0):
                last[style] = number
                runs[style] += 1
    if not runs:
        return "raised"
    return max(runs, key=lambda style: (runs[style], style == "raised"))


def _read_zone(area: Area, zone: Sequence[Line], chain: _Chain) -> None:
    labels = [(at, label_of(line)) for at, line in enumerate(zone)]
    first = next((at for at, label in labels if label and chain.fits(label, zone[at], first=True)), None)
    head = zone[: first if first is not None else len(zone)]
    goes_on = _goes_on(area, head, zone, chain)
    if goes_on and chain.open is not None:
        chain.open += head
    elif first is None:
        return
    for at in range(first if first is not None else len(zone), len(zone)):
        line, label = zone[at], labels[at][1]
        left = chain.anywhere or _at_left(line, zone, first or 0)
        if label and (at == first or chain.fits(label, line, first=False)) and left:
            chain.start(label, line)
        elif chain.open is not None:
            chain.open.append(line)


def _at_left(line: Line, zone: Sequence[Line], first: int) -> bool:
    return abs(line.left - zone[first].left) <= _SAME_LEFT or line.left < zone[first].left


def _goes_on(area: Area, head: Sequence[Line], zone: Sequence[Line], chain: _Chain) -> bool:
    """Tell whether what stands at the head of a zone goes on the last note: it is parted from the text above."""
    if not head or chain.open is None or chain.open[-1].page not in (head[0].page, head[0].page - 1):
        return False
    at = area.lines.index(head[0])
    if abs(head[0].size - chain.open[-1].size) > 0.6 or section_of(head[0].text) or head[0].bold:
        return False
    hangs = [note[1].left - note[0].left for _, note in chain.notes[-_SKIPPED:] if len(note) > 1]
    if len(head) > 1 and hangs and min(line.left for line in head) - area.left > max(*hangs, 0.0) + head[0].size:
        # A block quotation in the size of the notes, above them.
        return False
    unfinished = chain.open[-1].text.rstrip()[-1:] not in '.!?)”"'
    if at == 0:
        return unfinished or len(zone) > len(head)
    ruled = at in (_below_rule(area, short=True), _below_rule(area, short=False))
    leading = min((a.base - b.base for a, b in itertools.pairwise(zone)), default=head[0].size * 1.2)
    parted = area.lines[at - 1].base - head[0].base > _WIDE_GAP * max(leading, 1.0)
    return ruled or (parted and (unfinished or len(zone) > len(head)))
