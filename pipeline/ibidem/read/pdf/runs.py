"""Make runs of lines: text with its markers and italics, the page's furniture between, each line with its place."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ibidem.document import Origin
from ibidem.read.compose import Run
from ibidem.read.pdf.joining import Joiner
from ibidem.read.pdf.markers import Mark
from ibidem.read.pdf.page import Line
from ibidem.span import Span

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

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
    """Cut a line at its markers and where italics begin and end."""
    origin: Origin | None = origin_of(line)
    noted = {mark.span.start: (mark, key) for mark, key in marks if start <= mark.span.start < end}
    cuts = {start, end}
    for span in line.raised:
        cuts |= {cut for cut in (span.start, span.end) if start < cut < end}
    for mark, _ in noted.values():
        cuts |= {mark.span.start, min(mark.span.end, end)}
    for span in line.italics:
        cuts |= {cut for cut in (span.start, span.end) if start < cut < end}
    ordered = sorted(cuts)
    for first, last in itertools.pairwise(ordered):
        held = noted.get(first)
        if held and held[0].span.end >= last:
            yield Run(line.text[first:last], note=held[1], origin=origin)
        elif any(mark.span.start < first < mark.span.end for mark, _ in noted.values()):
            continue
        else:
            raised = _between_marks(line, Span(first, last), noted)
            yield Run(_shown(line, Span(first, last)), italic=_italic(line, first), furniture=raised, origin=origin)
        origin = None


def _shown(line: Line, span: Span) -> str:
    """Show raised figures that mark no note as such: they are exponents."""
    text = span.of(line.text)
    raised = text.isdecimal() and any(one.start <= span.start and span.end <= one.end for one in line.raised)
    return text.translate(_RAISED) if raised else text


def _italic(line: Line, at: int) -> bool:
    return any(span.start <= at < span.end for span in line.italics)


def _between_marks(line: Line, span: Span, noted: Mapping[int, object]) -> bool:
    """Tell whether a stretch is the raised comma between two markers, or the bracket about one."""
    inside = any(raised.start <= span.start and span.end <= raised.end for raised in line.raised)
    return inside and bool(noted) and not any(letter.isalnum() for letter in span.of(line.text))
