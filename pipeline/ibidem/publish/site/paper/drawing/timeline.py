"""A timeline: one panel a year, in which a day is a tick and all that is less precise a band, and an overview."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ibidem.publish.site.paper.drawing.measure import wrapped

WIDTH = 880
SIZE = 13
"""The size of the letters, in the units of the drawing."""

_LEADING = 17
_BAND = 18
_THIN = 11
_GAP = 7
_HEAD = 30
_MONTHS = 12
_DAY = 1 / 366
_YEAR = 364
"""How many days lie between the first and the last of a year, at least."""

_BARS = 72


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: `when` is said beside its year, `doubtful` where the date is about or a set."""

    label: str
    href: str
    kind: str
    earliest: date
    latest: date
    when: str = ""
    doubtful: bool = False

    @property
    def long(self) -> bool:
        """Tell whether it takes longer than a year can show."""
        return self.latest - self.earliest > timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at its place; `anchor` is what SVG calls text-anchor."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing in its panel: a tick of width 0, or a band; `bottom` is that of its label, too.

    `runs_on` where it ends after the panel does.
    """

    thing: Dated
    x: float
    width: float
    y: float
    height: float
    bottom: float
    runs_on: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The things of one year; `months` are where months begin."""

    year: int
    height: float
    months: tuple[float, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many things begin in a year, or in several where there are many: a place in the overview for each kind."""

    label: str
    x: float
    width: float
    parts: tuple[tuple[str, float, float], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All years on one line, and below it what takes longer than a year; `base` is where bars stand."""

    height: float
    base: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


def in_order(things: Iterable[Dated]) -> tuple[Dated, ...]:
    """Sort by the first day, then the last, then kind and label."""
    return tuple(sorted(things, key=lambda thing: (thing.earliest, thing.latest, thing.kind, thing.label, thing.href)))


def panels(things: Iterable[Dated]) -> tuple[Panel, ...]:
    """Lay out a panel for each year in which something begins that is not longer than a year.

    What is known to the year alone comes first in it.
    """
    years: dict[int, list[Dated]] = {}
    for thing in in_order(things):
        if not thing.long:
            years.setdefault(thing.earliest.year, []).append(thing)
    return tuple(_panel(year, found) for year, found in sorted(years.items()))


def overview(things: Sequence[Dated], kinds: Sequence[str]) -> Overview:
    """Lay out how many things begin when, by kind, and what takes longer than a year."""
    if not things:
        return Overview(0, 0, (), ())
    first, last = min(thing.earliest.year for thing in things), max(thing.latest.year for thing in things)
    step = next(size for size in (1, 10, 100, 1000) if (last - first) // size <= 40)
    start, end = first // step * step, (last // step + 1) * step
    scale = WIDTH / (end - start)
    counts = Counter((thing.earliest.year // step * step, thing.kind) for thing in things)
    totals = Counter(thing.earliest.year // step * step for thing in things)
    unit = _BARS / max(totals.values())
    base = float(_BARS + _LEADING)
    bars = tuple(
        Bar(
            str(year) if step == 1 else f"{year}\N{EN DASH}{year + step - 1}",
            (year - start) * scale,
            step * scale,
            tuple(_stacked(((kind, counts[year, kind]) for kind in kinds), base, unit)),
            totals[year],
        )
        for year in range(start, end, step)
    )
    marks = tuple(_long_marks(in_order(thing for thing in things if thing.long), start, scale, base + 2 * _LEADING))
    return Overview((marks[-1].bottom if marks else base + _LEADING) + _GAP, base, bars, marks)


def _stacked(counts: Iterable[tuple[str, int]], base: float, unit: float) -> Iterable[tuple[str, float, float]]:
    for kind, count in counts:
        if count:
            base -= count * unit
            yield kind, base, count * unit


def _long_marks(things: Iterable[Dated], start: int, scale: float, top: float) -> Iterable[Mark]:
    for thing in things:
        x, end = (_years(thing.earliest) - start) * scale, (_years(thing.latest) + _DAY - start) * scale
        mark = _mark(thing, x, min(end, WIDTH) - x, top, runs_on=False)
        yield mark
        top = mark.bottom + _GAP


def _years(day: date) -> float:
    """Give a day as years and their fraction; no origin, as there is no year 0."""
    return day.year + (day.timetuple().tm_yday - 1) * _DAY


def _panel(year: int, things: Iterable[Dated]) -> Panel:
    first, after = date(year, 1, 1), date(year, 12, 31) + timedelta(days=1) if year < date.max.year else date.max
    day = WIDTH / (after - first).days
    top = float(_HEAD)
    marks = []
    for thing in sorted(things, key=lambda thing: (thing.latest - thing.earliest).days < _YEAR):
        x = (thing.earliest - first).days * day
        span = (thing.latest - thing.earliest).days
        width = 0.0 if span == 0 else min((span + 1) * day, WIDTH - x)
        mark = _mark(thing, x + (day / 2 if span == 0 else 0), width, top, runs_on=thing.latest >= after)
        marks.append(mark)
        top = mark.bottom + _GAP
    months = tuple((date(year, month, 1) - first).days * day for month in range(1, _MONTHS + 1))
    return Panel(year, top + _GAP, months, tuple(marks))


def _mark(thing: Dated, x: float, width: float, top: float, *, runs_on: bool) -> Mark:
    """Set the label into a band that is wide enough, else beside a thin one or a tick, where there is more room."""
    label = f"{thing.when}: {thing.label}" if thing.when else thing.label
    before, after = x, WIDTH - x - width
    inside = width > WIDTH / 2
    room, anchor = (width, "start") if inside else (after, "start") if after >= before else (before, "end")
    texts = wrapped(label, room - 3 * _GAP, SIZE, lines=2)
    height = max(_BAND, len(texts) * _LEADING + 3)
    at = x + _GAP if inside else x + width + 1.5 * _GAP if anchor == "start" else x - 1.5 * _GAP
    lines = tuple(Line(text, at, top + 13.5 + place * _LEADING, anchor) for place, text in enumerate(texts))
    band = (top, height) if inside else (top + 3.5, _THIN)
    return Mark(thing, x, width, *band, top + height, runs_on, lines)
