"""Where the notes of a plain text stand: under a heading, at its end, at the foot of pages, as Markdown footnotes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ibidem.document import Marker
from ibidem.read.footnotes import find_footnotes, opening_number, opening_numbers
from ibidem.read.frontmatter import read_front_matter
from ibidem.read.lines import Line
from ibidem.read.marker import caret_names, find_markers, glued_numbers, own_run, sections
from ibidem.span import Span
from ibidem.words import read_table

_CLOSED = re.compile(r"[.)*\"”]\s*$")
_INDENTED = re.compile(r"(?: {2,}|\t)\s*\S")
_NUMBERING = re.compile(r"^(?:[IVX]{1,5}|\d{1,2})[.)]?\s+")
_HEADING = re.compile(r"\s{0,8}[*_]{0,3}(?=[^\W\d_])(?![a-zß-öø-ÿ]).{1,80}(?<=[\w*?])\s{0,8}")
_LONGEST_HEADING = 3
"""How many lines the heading of a group of notes has at most."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class NoteList:
    """A list of notes: for each the indices of its lines, whether numbers are printed, and whether a heading is."""

    notes: tuple[tuple[int, ...], ...]
    numbered: bool
    headed: bool = True


@dataclass(frozen=True, slots=True)
class NoteLayout:
    """The lines with the labels of their notes, the notes, the entries of lists beside them, and the markers.

    `numbers` has for each note the number that it counts as: the printed one, or its place in its list; `asides`
    are notes without a number.
    """

    lines: tuple[Line, ...]
    numbers: tuple[int, ...] = ()
    notes: tuple[tuple[int, ...], ...] = ()
    listed: tuple[tuple[int, ...], ...] = ()
    markers: tuple[Marker, ...] = ()
    asides: tuple[tuple[int, ...], ...] = ()


@cache
def _headings() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("sections")}


def section_of(line: str) -> str | None:
    """Give what a heading opens (abstract, keywords, notes) by `words/sections.tsv`."""
    if len(line) > 80:
        return None
    bare = line.strip().strip("*_#:. ").casefold()
    return _headings().get(bare) or _headings().get(_NUMBERING.sub("", bare.upper()).casefold())


def find_notes(text: str, lines: tuple[Line, ...]) -> NoteLayout:
    """Find the notes of a text and the markers that point at them; what fits no marker is a list beside them."""
    lines = read_front_matter(lines)
    if any(line.name for line in lines):
        return _markdown(text, lines)
    relabelled, lists = _lists(text, lines)
    held = {index for one in lists for note in one.notes for index in note}
    marked = find_markers(text, _body(relabelled, held))
    notes = _pointed_at(lists, marked)
    if notes:
        beside = _joined(one for one in lists if one not in notes)
        return NoteLayout(relabelled, _numbered(relabelled, notes), _joined(notes), beside, marked)
    runs = () if marked else _after_each(text, relabelled, lists)
    if runs:
        return NoteLayout(relabelled, _numbered(relabelled, lists), _joined(lists), (), runs)
    body = [] if marked or not lists else _body(relabelled, held)
    numbers = list(glued_numbers(text, body))
    for one in () if marked else lists:
        run = own_run(text, body, numbers, relabelled[one.notes[0][0]].label, len(one.notes))
        if len(run) > _FEWEST:
            beside = _joined(other for other in lists if other is not one)
            return NoteLayout(relabelled, _numbered(relabelled, [one]), one.notes, beside, run)
    return _at_foot(text, relabelled, lists, marked)


def _after_each(text: str, lines: Sequence[Line], lists: list[NoteList]) -> tuple[Marker, ...]:
    """Give the markers of several numbered lists, each with its own before it: notes after each chapter."""
    if len(lists) < _FEWEST or not all(one.numbered for one in lists):
        return ()
    found: list[Marker] = []
    after = 0
    for one in lists:
        start = one.notes[0][0]
        body = _body(lines[after:start], set())
        run = own_run(text, body, glued_numbers(text, body), lines[start].label, len(one.notes))
        if not run:
            return ()
        found += run
        after = one.notes[-1][-1] + 1
    return tuple(found) if len(found) > _FEWEST else ()


def _joined(lists: Iterable[NoteList]) -> tuple[tuple[int, ...], ...]:
    return tuple(note for one in lists for note in one.notes)


def _numbered(lines: Sequence[Line], lists: Iterable[NoteList]) -> tuple[int, ...]:
    printed = (
        (lines[note[0]].number if one.numbered else None, place)
        for one in lists
        for place, note in enumerate(one.notes, start=1)
    )
    return tuple(place if number is None else number for number, place in printed)


def _body(lines: Sequence[Line], held: set[int]) -> list[Span]:
    return [line.content for index, line in enumerate(lines) if index not in held and not line.furniture]


def _pointed_at(lists: list[NoteList], marked: tuple[Marker, ...]) -> list[NoteList]:
    """Choose the lists that markers point at: all numbered ones where both restart as often, else what fits best."""
    if not lists or not marked:
        return []
    numbered = [one for one in lists if one.numbered]
    numbers = [marker.number for marker in marked]
    for held in (numbered, lists):
        if len(held) > 1 and sections(numbers)[-1] == len(held):
            return held
    last = max(numbers)
    best = min(numbered or lists, key=lambda one: abs(len(one.notes) - last))
    return [best] if 2 * len(best.notes) >= min(last, len(set(numbers))) else []


def _at_foot(text: str, lines: tuple[Line, ...], lists: list[NoteList], marked: tuple[Marker, ...]) -> NoteLayout:
    """Look for notes at the foot of pages; else take the lists as they are, without markers."""
    lists = [one for one in lists if one.headed]
    until = min((one.notes[0][0] for one in lists), default=len(lines))
    marks: dict[int, list[Span]] = {}
    found: Iterable[tuple[int, Span]] = [(marker.number, marker.span) for marker in marked]
    opened = any(opening_number(line) == 1 for line in lines[:until])
    if opened and not marked:
        found = glued_numbers(text, _body(lines[:until], set()))
    for number, span in found if opened else ():
        marks.setdefault(number, []).append(span)
    foot = find_footnotes(lines[:until], marks, raised=bool(marked)) if marks else None
    if foot is None:
        return NoteLayout(lines, (), (), _joined(lists), marked)
    starts = {start: _labelled(lines[start], number) for number, start in enumerate(foot.starts, start=1)}
    lines = tuple(starts.get(index, line) for index, line in enumerate(lines))
    numbers = tuple(range(1, len(foot.notes) + 1))
    return NoteLayout(lines, numbers, foot.notes, _joined(lists), foot.markers, foot.asides)


def _labelled(line: Line, number: int | None = None) -> Line:
    """Take the number that opens a line as its label, also where no punctuation says so."""
    if line.number is not None:
        return replace(line, furniture=False)
    match = re.compile(rf"\s*({number or r'[0-9]{1,3}'})[)\]]?\s*").match(line.text)
    return replace(line, label=match[0], number=int(match[1]), furniture=False) if match else line


def _lists(text: str, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[NoteList]]:
    """Find the lists under headings, or else the numbered one that ends the text.

    A list that more text and another list follow ends with the number of the last marker before it.
    """
    heads = [index for index, line in enumerate(lines) if not line.furniture and section_of(line.text) == "notes"]
    regions = [range(a + 1, b) for a, b in zip(heads, [*heads, len(lines)][1:], strict=True) if b > a + 1]
    if not heads:
        tail = _tail(lines)
        regions = [tail] if tail else []
    relabelled = list(lines)
    lists: list[NoteList] = []
    after = 0
    for region in regions:
        one = _entries(relabelled, region)
        if region is not regions[-1]:
            marked = find_markers(text, _body(lines[after : region.start], set()))
            one = replace(one, notes=one.notes[: max((marker.number for marker in marked), default=len(one.notes))])
        if one.notes:
            lists.append(replace(one, headed=bool(heads)))
            after = one.notes[-1][-1] + 1 if one.notes[-1] else region.stop
    return tuple(relabelled), lists


def _tail(lines: tuple[Line, ...]) -> range | None:
    """Find the numbered list that ends a text: from its line 1 on, every block has the next number."""
    ones = [index for index, line in enumerate(lines) if line.number == 1 and line.gap_before]
    if not ones:
        return None
    expected = 1
    for line in lines[ones[-1] :]:
        if line.number == expected:
            expected += 1
        elif line.gap_before and not line.furniture:
            return None
    return range(ones[-1], len(lines)) if expected > _FEWEST and ones[-1] > 0 else None


def _entries(lines: list[Line], region: range) -> NoteList:
    """Cut a list into its entries: at its numbers where it is numbered, else at bullets, gaps or lines.

    Labels that only the run of numbers shows (`1 Smith`) are put into `lines`.
    """
    starts = _numbered_starts(lines, region)
    usual = [index for index in region if not lines[index].furniture]
    blocks = [index for index in usual if lines[index].gap_before or lines[index].label]
    inside = [index for index in blocks if not starts or index >= starts[0]]
    if len(starts) >= _FEWEST and 2 * len(starts) >= len(inside):
        for index in starts:
            lines[index] = _labelled(lines[index], next(opening_numbers(lines[index]), None))
        return NoteList(tuple(_until_gap(lines, starts, region)), True)
    if len(blocks) < _FEWEST and len(usual) > 2 * _FEWEST:
        closed = sum(_CLOSED.search(lines[index].text) is not None for index in usual)
        blocks = usual if closed * 3 > len(usual) * 2 else blocks
    return NoteList(tuple(_between(lines, blocks or usual[:1], region)), False)


def _numbered_starts(lines: list[Line], region: range) -> list[int]:
    """Give the lines that a number opens: labelled ones, and bare ones that have the next number."""
    starts = []
    expected = 1
    for index in region:
        line = lines[index]
        number = opening_number(line) or next(opening_numbers(line), None)
        if number is None or (line.furniture and (number != expected or index + 1 not in region)):
            continue
        if number == expected or (line.number is not None and (number == 1 or abs(number - expected) <= 3)):
            starts.append(index)
            expected = number + 1
    return starts


def _between(lines: list[Line], starts: list[int], region: range) -> Iterable[tuple[int, ...]]:
    for start, stop in pairwise([*starts, region.stop]):
        kept = tuple(index for index in range(start, stop) if not lines[index].furniture)
        if kept:
            yield kept


def _until_gap(lines: list[Line], starts: list[int], region: range) -> Iterable[tuple[int, ...]]:
    """Give the numbered entries; the last one ends at a gap: what follows has no number and is no note."""
    *others, last = _between(lines, starts, region)
    for note, after in pairwise([*others, last]):
        yield note[: _until_heading(lines, note, restarts=lines[after[0]].number == 1)]
    gap = next((at for at, index in enumerate(last) if at and lines[index].gap_before), len(last))
    yield last[:gap]


def _until_heading(lines: list[Line], note: tuple[int, ...], *, restarts: bool) -> int:
    """Count the lines of a note before the heading of the next ones: `Chapter 2` behind a gap.

    Where the numbers do not restart behind it, the note must be closed, and a comma speaks against a heading.
    """
    at = len(note)
    while at > max(1, len(note) - _LONGEST_HEADING) and _is_heading(lines[note[at - 1]]):
        at -= 1
    for head in range(at, len(note)):
        line, closed = lines[note[head]], _CLOSED.search(lines[note[head - 1]].text) is not None
        if (line.gap_before or closed) if restarts else (line.gap_before and closed and "," not in line.text):
            return head
    return len(note)


def _is_heading(line: Line) -> bool:
    return line.label.strip().startswith("#") or (not line.label and _HEADING.fullmatch(line.text) is not None)


def _markdown(text: str, lines: tuple[Line, ...]) -> NoteLayout:
    """Read Markdown footnotes: each ends at the next one, or at a gap that no indented line follows."""
    notes: list[list[int]] = []
    inside = False
    for index, line in enumerate(lines):
        if line.name:
            notes.append([])
            inside = True
        elif line.gap_before and not _INDENTED.match(line.text):
            inside = False
        if inside and not line.furniture:
            notes[-1].append(index)
    held = {index for note in notes for index in note}
    body = _body(lines, held)
    names = caret_names(text, body, [line.name for line in lines if line.name])
    numbered = tuple(replace(line, number=names[line.name]) if line.name else line for line in lines)
    markers = find_markers(text, body, names=names)
    kept = tuple(tuple(note) for note in notes if note)
    numbers = tuple(names[lines[note[0]].name or ""] for note in kept)
    return NoteLayout(numbered, numbers, kept, (), markers)
