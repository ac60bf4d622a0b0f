"""Make runs of lines: text with its markers and italics, the page's furniture between, each line with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ibidem.document import Origin
from ibidem.read.compose import Run
from ibidem.read.pdf.joining import Joiner
from ibidem.read.pdf.markers import Mark
from ibidem.read.pdf.page import Line
from ibidem.span import Span

Marked = Mapping[Line, Sequence[tuple[Mark, str]]]


def origin_of(line: Line) -> Origin:
    """Give the place of a line in the file."""
    return Origin(0, page=line.page, box=line.box)


def runs_of(
    lines: Sequence[Line],
    joiner: Joiner,
    *,
    marked: Marked,
    furniture: Mapping[int, Sequence[Line]] | None = None,
    after: int = 0,
) -> tuple[Run, ...]:
    """Give the runs of a paragraph or a note; `after` is where the text of its first line begins.

    What the page brings in between goes behind the word that the page break parts.
    """
    runs: list[Run] = []
    waiting: list[Run] = []
    for at, line in enumerate(lines):
        start = after if at == 0 else len(line.text) - len(line.text.lstrip())
        end, between = len(line.text.rstrip()), ""
        if at + 1 < len(lines):
            left, between = joiner.between(line.text[start:], lines[at + 1].text)
            end = start + len(left)
        own = list(_line(line, start, end, marked.get(line, ())))
        if waiting:
            own = _with(own, waiting, glued=bool(runs) and not runs[-1].text.endswith(" "))
            waiting = []
        runs += own
        if between:
            runs.append(Run(between))
        if furniture and at + 1 < len(lines) and lines[at + 1].page != line.page:
            for page in range(line.page + 1, lines[at + 1].page + 1):
                waiting += furniture_runs(furniture.get(page, ()))
    return tuple(runs)


def furniture_runs(lines: Sequence[Line]) -> list[Run]:
    """Give runs of furniture, with a space behind each."""
    return [Run(f"{line.text.strip()} ", furniture=True, origin=origin_of(line)) for line in lines]


def _with(own: list[Run], waiting: list[Run], *, glued: bool) -> list[Run]:
    """Put the furniture before a line, or behind its first word where that goes on the last one of the page before."""
    if not glued:
        return [*waiting, *own]
    for at, run in enumerate(own):
        space = run.text.find(" ")
        if run.note is None and space >= 0:
            first, second = run.text[: space + 1], run.text[space + 1 :]
            back = replace(run, text=second, origin=run.origin or own[0].origin)
            return [*own[:at], replace(run, text=first), *waiting, back, *own[at + 1 :]]
    return [*own, Run(" "), *waiting]


def _line(line: Line, start: int, end: int, marks: Sequence[tuple[Mark, str]]) -> Iterator[Run]:
    """Cut a line at its markers and where italics and raised figures begin and end."""
    origin: Origin | None = origin_of(line)
    noted = {mark.span.start: (mark.span, key) for mark, key in marks if start <= mark.span.start < end}
    at = start
    for span, key in (noted[first] for first in sorted(noted)):
        for run in _plain(line, at, span.start, marked=True):
            yield replace(run, origin=origin)
            origin = None
        yield Run(line.text[span.start : min(span.end, end)], note=key, origin=origin)
        at, origin = max(at, min(span.end, end)), None
    for run in _plain(line, at, end, marked=bool(noted)):
        yield replace(run, origin=origin) if origin else run
        origin = None


def _plain(line: Line, start: int, end: int, *, marked: bool) -> Iterator[Run]:
    """Give the text between markers; the raised comma between two of them, or a bracket about one, is furniture."""
    if start >= end:
        return
    if not line.raised and not line.italics:
        yield Run(line.text[start:end])
        return
    edges = {edge for span in (*line.raised, *line.italics) for edge in (span.start, span.end)}
    for first, last in pairwise(sorted({start, end, *(edge for edge in edges if start < edge < end)})):
        text = line.text[first:last]
        raised = _inside(first, line.raised)
        aside = raised and marked and not any(letter.isalnum() for letter in text)
        yield Run(text, italic=_inside(first, line.italics), furniture=aside, raised=raised)


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)
