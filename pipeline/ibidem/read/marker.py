"""Note markers in running text: raised numbers, `[^1]` of Markdown, bracketed ones where no other stands."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ibidem.document import Marker
from ibidem.span import Span
from ibidem.words import read_words

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+|<sup>\d{1,4}</sup>")
_BRACKETED = re.compile(r"\[(\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)\](?!\()")
_CARET = re.compile(r"\[\^([^\s\]]{1,40})\](?!:)")
_GLUED = re.compile(
    # Behind a figure it is a decimal, but not behind a year: "on 30 August 1954.2 Britain".
    r"(?:(?<!\d[.,])|(?<=\b1\d\d\d[.,])|(?<=\b20\d\d[.,]))"
    r"(?:(?<=[.,;:!?)\]”’\"'»])|(?<=[^\W\d_A-Z]{3}))(\d{1,3})(?=[\s,;)\]—–”’]|[.:](?!\d)|$)"
)
_LABELS = re.compile(r"(?:\b(?:pp?|vol|nos?|nn?|art|ch|chap|sec|fig|col|para|ed|ff?)\.?|[§$£€])$", re.IGNORECASE)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|(?<!\d)10)$")
_WRAPPED = {
    "(": re.compile(r"\((\d{1,3})\)"),
    "{": re.compile(r"\{(\d{1,3})\}"),
    "^": re.compile(r"\^\{?(\d{1,3})\b\}?"),
}
"""Other ways to print a number as a marker, by how the number of the note is printed then."""
_LONGEST_RANGE = 20
_YEARS = 1000


def find_markers(text: str, spans: Iterable[Span], *, names: Mapping[str, int] | None = None) -> tuple[Marker, ...]:
    """Find the note markers inside the spans, in order; a range such as [3-5] gives one marker a number.

    `names` are the labels of Markdown footnotes and their numbers: where there are any, nothing else counts.
    """
    areas = tuple(spans)
    if names:
        return tuple(_caret(text, areas, names))
    raised = tuple(_raised(text, areas))
    return raised or tuple(_bracketed(text, areas))


def _raised(text: str, areas: tuple[Span, ...]) -> Iterator[Marker]:
    for area in areas:
        for match in _RAISED.finditer(text, area.start, area.end):
            before = _WORD_BEFORE.search(text, max(area.start, match.start() - 12), match.start())
            word = before.group(1) if before else ""
            power = word == "10" or (word in read_words("units") and match.group() in "²³")
            printed = match.group().removeprefix("<sup>").removesuffix("</sup>")
            if len(printed) <= 4 and not power:
                yield Marker(int(printed.translate(_DIGITS)), Span(*match.span()))


def _bracketed(text: str, areas: tuple[Span, ...]) -> Iterator[Marker]:
    """Find `[12]`; a number of four figures is a year that an editor put in."""
    for area in areas:
        for match in _BRACKETED.finditer(text, area.start, area.end):
            for number in _numbers(match.group(1)):
                if number < _YEARS:
                    yield Marker(number, Span(*match.span()))


def _caret(text: str, areas: tuple[Span, ...], names: Mapping[str, int]) -> Iterator[Marker]:
    for area in areas:
        for match in _CARET.finditer(text, area.start, area.end):
            number = names.get(match.group(1)) or (int(match.group(1)) if match.group(1).isdecimal() else None)
            if number is not None:
                yield Marker(number, Span(*match.span()))


def caret_names(text: str, spans: Iterable[Span], defined: Sequence[str]) -> dict[str, int]:
    """Number the Markdown footnotes: by their labels where all are numbers, else in the order of their markers."""
    if all(name.isdecimal() for name in defined):
        return {name: int(name) for name in defined}
    used = [match.group(1) for area in spans for match in _CARET.finditer(text, area.start, area.end)]
    ordered = dict.fromkeys([*(name for name in used if name in set(defined)), *defined])
    return {name: number for number, name in enumerate(ordered, start=1)}


def glued_numbers(text: str, areas: Iterable[Span]) -> Iterator[tuple[int, Span]]:
    """Find the numbers that stand right behind a word or its punctuation, as raised ones do in text without layout.

    Many are no markers: only a run from 1 without gap makes them some.
    """
    for area in areas:
        for match in _GLUED.finditer(text, area.start, area.end):
            if not _LABELS.search(text, max(area.start, match.start() - 6), match.start()):
                yield int(match.group(1)), Span(*match.span())


def glued_run(numbers: Iterable[tuple[int, Span]], count: int) -> tuple[Marker, ...]:
    """Give the markers 1 to `count` where the numbers hold all of them in order; none otherwise."""
    markers: list[Marker] = []
    for number, span in numbers:
        if number == len(markers) + 1 <= count:
            markers.append(Marker(number, span))
    return tuple(markers) if len(markers) == count else ()


def wrapped_run(text: str, areas: Iterable[Span], label: str, count: int) -> tuple[Marker, ...]:
    """Give the markers 1 to `count` printed as the notes are, `(1)`, `{1}` or `^1`, where these are all, in order.

    `label` is what opens the first note; lists such as `(1) ... (2)` in the text look the same.
    """
    pattern = _WRAPPED.get(label.strip()[:1])
    matches = [match for area in areas for match in pattern.finditer(text, area.start, area.end)] if pattern else []
    markers = tuple(Marker(int(match.group(1)), Span(*match.span())) for match in matches)
    return markers if [marker.number for marker in markers] == list(range(1, count + 1)) else ()


def own_run(
    text: str, areas: Sequence[Span], numbers: Iterable[tuple[int, Span]], label: str, count: int
) -> tuple[Marker, ...]:
    """Give one marker for each note of a list, printed as its labels are or glued to words; none where one lacks."""
    return wrapped_run(text, areas, label, count) or glued_run(numbers, count)


def _numbers(printed: str) -> Iterator[int]:
    for part in re.split(r"[,;]", printed):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        if len(ends) == 2 and 0 < ends[1] - ends[0] <= _LONGEST_RANGE:
            yield from range(ends[0], ends[1] + 1)
        else:
            yield from ends


def sections(numbers: Sequence[int]) -> tuple[int, ...]:
    """Give for each number the run that it belongs to, from 1: a new run starts where the numbers restart at 1."""
    run = 1
    runs = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        run += number == 1 and before > 1
        runs.append(run)
    return tuple(runs)
