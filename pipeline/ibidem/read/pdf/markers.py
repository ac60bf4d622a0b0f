"""Find the markers of notes in the running text, and pair them with the notes in the order of both."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from ibidem.read.ordinal import roman
from ibidem.read.pdf.notes import FoundNote
from ibidem.read.pdf.page import Line
from ibidem.span import Span
from ibidem.words import read_words

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FIGURES = re.compile(r"\d{1,12}")
_RAISED = re.compile(r"[\d\s,;–\-()\[\]*†‡§¶‖∗.]+")
_UNICODE = re.compile(r"[⁰¹²³⁴-⁹]{1,4}")
_BRACKETED = re.compile(r"[\[(](\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)[\])]")
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.,;:!?)\]”’\"'»])|(?<=[.,!?)][”’\"'»]))\d{1,3}(?=[\s,;)\]—–”’]|\.(?!\d)|$)"
)
_SIGNS = re.compile(r"[*∗†‡§¶‖⁰¹²³⁴-⁹]")
_SIGN = re.compile(r"\*{1,4}|∗{1,4}|[†‡§¶‖]{1,3}")
_WORD = re.compile(r"([^\W\d_]+|\d+)$")
_LONGEST_RANGE = 20
_RECENT = 3
_APART = 0.4
_SMALLER = 0.86
_ROMAN = {roman(number): number for number in range(1, 400) if roman(number) not in "cdlm"}
_LETTER = re.compile(r"(?:[^\W\d_]{3,}|[^\W\d_][.,;:!?»”’\")\]])\s?$")
"""What stands before a raised letter that marks a note: a word that it is no ending of, as in `n°` and `M`ᵉ."""
_LONE = re.compile(r"\s*(\d{1,4})\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or a sign that may mark a note: the line that it stands in, where, and how it is printed."""

    line: Line
    span: Span
    number: int | None
    sign: str = ""
    order: int = 0
    sure: bool = True
    roman: bool = False


def find_marks(lines: Sequence[Line], *, size: float) -> tuple[Mark, ...]:
    """Give all raised numbers and signs of the lines, in order; `size` is that of the running text."""
    found: list[Mark] = []
    recent = [0]
    for order, line in enumerate(lines):
        lone = _LONE.fullmatch(line.text)
        if lone and (line.size < _SMALLER * size or int(lone[1]) - 1 in recent[-_RECENT:]):
            # The marker of the last line's end, driven over into a line of its own.
            found.append(Mark(line, Span(lone.start(1), lone.end(1)), int(lone[1]), "", order))
            recent.append(int(lone[1]))
            continue
        for mark in _of_line(line, order) if line.raised or _SIGNS.search(line.text) else ():
            found += _parted(mark, recent[-_RECENT:])
            recent += [found[-1].number] if found[-1].number is not None and not mark.roman else []
    return tuple(found)


def _parted(mark: Mark, recent: Sequence[int]) -> list[Mark]:
    """Part numbers that stand at one place without anything between: `1011` behind 9 is 10 and 11."""
    text = mark.span.of(mark.line.text)
    if mark.number is None or mark.roman or mark.number - 1 in recent or not text.isdecimal() or len(text) < 2:
        return [mark]
    for first in {last + 1 for last in recent}:
        numbers: list[int] = []
        rest = text
        while rest and rest.startswith(str(first + len(numbers))):
            numbers.append(first + len(numbers))
            rest = rest[len(str(numbers[-1])) :]
        if not rest:
            at = mark.span.start
            marks = []
            for number in numbers:
                marks.append(replace(mark, span=Span(at, at + len(str(number))), number=number))
                at += len(str(number))
            return marks
    return [mark]


def _of_line(line: Line, order: int) -> Iterator[Mark]:
    for span in line.raised:
        text = span.of(line.text)
        numeral = _ROMAN.get(text.strip("[]() "))
        if numeral:
            yield Mark(line, span, numeral, "", order, roman=True)
            continue
        letter = text.strip("[]() ")
        if len(letter) == 1 and letter in ascii_lowercase:
            if _LETTER.search(line.text[max(0, span.start - 12) : span.start]):
                yield Mark(line, span, None, letter, order)
            continue
        if not _RAISED.fullmatch(text):
            for match in re.finditer(r"(?<![^\W\d_])\d{1,4}(?![^\W_])", text) if len(text) <= 12 else ():
                yield Mark(
                    line, Span(span.start + match.start(), span.start + match.end()), int(match[0]), "", order, False
                )
            continue
        if _power(line.text, span) or _variable(line, span):
            continue
        yield from _numbers(line, span, text, order)
    for match in _UNICODE.finditer(line.text):
        at = Span(match.start(), match.end())
        if not any(span.start <= at.start < span.end for span in line.raised) and not _power(line.text, at):
            yield Mark(line, at, int(match[0].translate(_DIGITS)), "", order)
    for match in _SIGN.finditer(line.text):
        behind = match.start() > 0 and not line.text[match.start() - 1].isspace()
        raised = any(span.start <= match.start() < span.end for span in line.raised)
        if raised or behind:
            yield Mark(line, Span(match.start(), match.end()), None, match[0].replace("∗", "*"), order)


def _numbers(line: Line, span: Span, text: str, order: int) -> Iterator[Mark]:
    last: re.Match[str] | None = None
    for match in _FIGURES.finditer(text):
        number = int(match[0])
        at = Span(span.start + match.start(), span.start + match.end())
        between = text[last.end() : match.start()].strip() if last else ""
        if last and between in ("–", "-") and 1 < number - int(last[0]) <= _LONGEST_RANGE:
            dash = Span(span.start + last.end(), at.start)
            yield from (Mark(line, dash, inner, "", order) for inner in range(int(last[0]) + 1, number))
        yield Mark(line, at, number, "", order)
        last = match


def _variable(line: Line, span: Span) -> bool:
    """Tell whether a raised number stands behind a letter or two in italics, as in a formula."""
    before = _WORD.search(line.text[max(0, span.start - 12) : span.start])
    slanted = any(one.start < span.start <= one.end for one in line.italics)
    return before is not None and slanted and len(before[1]) <= 2 and before[1].isalpha()


def _power(text: str, span: Span) -> bool:
    """Tell whether a raised number is an exponent: behind a unit, or a figure that is no year."""
    before = _WORD.search(text[max(0, span.start - 12) : span.start])
    if before is None:
        return text[max(0, span.start - 1) : span.start] in ("−", "=", "×")
    word = before[1]
    if word.isdecimal():
        return word == "10"
    return word in read_words("units") and span.of(text).translate(_DIGITS).strip() in ("2", "3")


def bracketed_marks(lines: Sequence[Line], brackets: str) -> tuple[Mark, ...]:
    """Give the numbers in brackets, for papers that raise none; `brackets` is what opens them."""
    found = []
    for order, line in enumerate(lines):
        for match in _BRACKETED.finditer(line.text):
            if match[0][0] not in brackets:
                continue
            inner = Span(match.start(), match.end())
            marks = list(_numbers(line, Span(match.start(1), match.end(1)), match[1], order))
            if len(marks) == 1:
                marks = [Mark(line, inner, marks[0].number, "", order)]
            found += marks
    return tuple(found)


def glued_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Give the numbers that stand right behind a word or its punctuation, for papers that raise none visibly."""
    return tuple(
        Mark(line, Span(match.start(), match.end()), int(match[0]), "", order)
        for order, line in enumerate(lines)
        for match in _GLUED.finditer(line.text)
    )


def pair(marks: Sequence[Mark], notes: Sequence[FoundNote], *, repeats: bool = False) -> dict[Mark, str]:
    """Give the key of the note that each mark leads to: the longest run in which both go the same way.

    A mark outside of it counts where its note has none, on the same page; with `repeats` also where it has one.
    """
    numbered = [note for note in notes if note.label.number is not None]
    places: Mapping[int, list[int]] = _places(numbered)
    style = any(note.label.style == "roman" for note in numbered)
    counted = [mark for mark in marks if mark.number is not None and mark.roman is style]
    far = _stand_apart(counted, numbered, places)
    held = {mark: numbered[place].key for mark, place in _longest(counted, numbered, places, far)}
    used = set(held.values())
    for mark in counted:
        if mark in held:
            continue
        for place in places.get(mark.number or 0, ()):
            note = numbered[place]
            if _near(mark, note, far) and (repeats or (note.key not in used and mark.sure)):
                held[mark] = note.key
                used.add(note.key)
                break
    return held | _signs(marks, [note for note in notes if note.label.number is None])


def _stand_apart(marks: Sequence[Mark], notes: Sequence[FoundNote], places: Mapping[int, list[int]]) -> bool:
    """Tell whether the notes stand at the end and not on the pages of their markers."""
    near = {place for mark in marks for place in places.get(mark.number or 0, ()) if _near(mark, notes[place], False)}
    behind = bool(notes and marks) and notes[0].page >= marks[-1].line.page > marks[0].line.page
    return behind or len(near) < _APART * len(notes)


def _near(mark: Mark, note: FoundNote, far: bool) -> bool:
    return far or note.at_end or abs(note.page - mark.line.page) <= 1


def _places(notes: Iterable[FoundNote]) -> Mapping[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for place, note in enumerate(notes):
        places[note.label.number or 0].append(place)
    return places


def _longest(
    marks: Sequence[Mark], notes: Sequence[FoundNote], places: Mapping[int, list[int]], far: bool
) -> list[tuple[Mark, int]]:
    """Find the longest rising run of notes that the marks lead to."""
    tails: list[int] = []
    ends: list[int] = []
    steps: list[tuple[Mark, int, int]] = []
    for mark in marks:
        for place in reversed(places.get(mark.number or 0, ())):
            if not _near(mark, notes[place], far):
                continue
            at = bisect_left(tails, place)
            steps.append((mark, place, ends[at - 1] if at else -1))
            if at == len(tails):
                tails.append(place)
                ends.append(len(steps) - 1)
            else:
                tails[at] = place
                ends[at] = len(steps) - 1
    run: list[tuple[Mark, int]] = []
    step = ends[-1] if ends else -1
    while step >= 0:
        mark, place, step = steps[step]
        run.append((mark, place))
    return run[::-1]


def _signs(marks: Sequence[Mark], notes: Sequence[FoundNote]) -> dict[Mark, str]:
    held: dict[Mark, str] = {}
    for note in notes:
        sign = note.label.printed.strip("()").replace("∗", "*")
        for mark in marks:
            near = 0 <= note.page - mark.line.page <= 1
            if mark.number is None and mark.sign == sign and near and mark not in held:
                held[mark] = note.key
                break
    return held
