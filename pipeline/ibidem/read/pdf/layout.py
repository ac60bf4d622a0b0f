"""Make blocks of the pages of a PDF, in reading order."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ibidem.document import Metadata, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.front import placed
from ibidem.read.notes import section_of
from ibidem.read.pdf.columns import areas
from ibidem.read.pdf.endnotes import find_endnotes
from ibidem.read.pdf.entries import entries_of
from ibidem.read.pdf.front import front_matter, metadata_of
from ibidem.read.pdf.furniture import find_furniture
from ibidem.read.pdf.joining import Joiner
from ibidem.read.pdf.lines import read_lines
from ibidem.read.pdf.markers import Mark, bracketed_marks, find_marks, pair
from ibidem.read.pdf.notes import FoundNote, body_size, find_footnotes, find_zones
from ibidem.read.pdf.page import Area, Line, Sheet
from ibidem.read.pdf.paragraphs import Paragraph, paragraphs
from ibidem.read.pdf.runs import Marked, furniture_runs, origin_of, runs_of


@dataclass(frozen=True, slots=True)
class _Found:
    """What the lines of a paper are."""

    body: tuple[Area, ...]
    notes: tuple[FoundNote, ...]
    marks: Mapping[Mark, str]
    furniture: Mapping[int, Sequence[Line]]


def lay_out(sheets: Sequence[Sheet], info: Mapping[str, str]) -> tuple[list[Block], Metadata]:
    """Give the blocks of a paper and what the file says of itself."""
    read = [read_lines(sheet) for sheet in sheets]
    found = _find(sheets, read)
    lines = [line for upright, _ in read for line in upright]
    joiner = Joiner(lines)
    held = front_matter(paragraphs(found.body, size=body_size(lines)))
    marked: dict[Line, list[tuple[Mark, str]]] = defaultdict(list)
    for mark, key in found.marks.items():
        marked[mark.line].append((mark, key))
    blocks = [*placed(_body(held, found, joiner, marked)), *_notes(found.notes, joiner)]
    return blocks, metadata_of(info, held, lines)


def _find(sheets: Sequence[Sheet], read: Sequence[tuple[list[Line], list[Line]]]) -> _Found:
    upright = [lines for lines, _ in read]
    aside = find_furniture(upright, [sheet.height for sheet in sheets])
    furniture = {
        sheet.number: [*(line for line in lines if line in aside), *turned]
        for sheet, (lines, turned) in zip(sheets, read, strict=True)
    }
    every = [
        area
        for sheet, lines in zip(sheets, upright, strict=True)
        for area in areas(sheet.number, [line for line in lines if line not in aside], sheet.rules)
    ]
    lines = [line for area in every for line in area.lines]
    size = body_size(lines)
    zones = find_zones(every, size=size)
    low = {line for zone in zones for line in zone}
    marks = find_marks([line for line in lines if line not in low], size=size)
    notes, taken = find_footnotes(every, zones, marks=_shown(marks, lines, low))
    text = [line for line in lines if line not in taken]
    notes, taken = _with_endnotes(notes, taken, text, marks, size)
    body = tuple(replace(area, lines=tuple(line for line in area.lines if line not in taken)) for area in every)
    return _Found(body, notes, _paired(body, notes, size), furniture)


def _shown(marks: Sequence[Mark], lines: Sequence[Line], low: Container[Line]) -> dict[int, frozenset[int]]:
    """Give the numbers that mark notes on each page: raised ones, or where hardly any are, those in brackets."""
    shown: dict[int, set[int]] = defaultdict(set)
    inside = bracketed_marks([line for line in lines if line not in low], "[")
    numbered = [mark for mark in marks if mark.number is not None and not mark.roman]
    for mark in numbered if len(numbered) >= len(inside) else inside:
        shown[mark.line.page].add(mark.number or 0)
    return {page: frozenset(held) for page, held in shown.items()}


def _with_endnotes(
    notes: tuple[FoundNote, ...], taken: frozenset[Line], text: Sequence[Line], marks: Sequence[Mark], size: float
) -> tuple[tuple[FoundNote, ...], frozenset[Line]]:
    numbered = sum(note.label.number is not None for note in notes)
    every = [mark for mark in marks if mark.line not in taken and mark.number is not None]
    inside, romans = ([mark for mark in every if mark.roman is kind] for kind in (False, True))
    if inside and len(inside) >= len(romans) and len({mark.number for mark in inside}) <= numbered:
        return notes, taken
    ends, held = find_endnotes(
        text, [mark.number or 0 for mark in inside], size=size, romans=[mark.number or 0 for mark in romans]
    )
    signs = tuple(note for note in notes if note.label.number is None)
    if len(ends) <= numbered:
        return notes, taken
    if numbered:
        return (*notes, *ends), taken | held
    return (*signs, *ends), frozenset(line for note in (*signs, *ends) for line in note.lines)


def _paired(body: Sequence[Area], notes: Sequence[FoundNote], size: float) -> dict[Mark, str]:
    lines = [line for area in body for line in area.lines]
    paired = pair(find_marks(lines, size=size), notes)
    numbered = [note for note in notes if note.label.number is not None]
    if numbered and sum(mark.number is not None for mark in paired) < len(numbered) / 2:
        for brackets in ("[", "("):
            other = pair(bracketed_marks(lines, brackets), numbered, repeats=brackets == "[")
            if len(set(other.values())) > len(numbered) / 2:
                signs = {mark: key for mark, key in paired.items() if mark.number is None}
                return signs | other
    return paired


def _body(held: Sequence[Paragraph], found: _Found, joiner: Joiner, marked: Marked) -> Iterator[Block]:
    """Give the blocks of the running text; furniture of pages that no paragraph runs over stands between them."""
    shown = 0
    listed = False
    for one in _with_entries(held):
        first, last = one.lines[0].page, one.lines[-1].page
        before = [line for page in range(shown + 1, first + 1) for line in found.furniture.get(page, ())]
        runs = runs_of(one.lines, joiner, marked=marked, furniture=found.furniture)
        shown = max(shown, last)
        listed = section_of(one.text) == "notes" if one.kind is PartKind.HEADING else listed
        entry = listed and one.kind is PartKind.PARAGRAPH
        head = tuple(furniture_runs(before))
        yield Block(one.kind, (*head, *runs), entry=bool(entry), origin=origin_of(one.lines[0]))


def _with_entries(held: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Cut what follows the heading of a reference list into its entries."""
    at = 0
    while at < len(held):
        one = held[at]
        yield one
        at += 1
        if one.kind is not PartKind.HEADING or section_of(one.text) != "notes":
            continue
        lines: list[Line] = []
        while at < len(held) and held[at].kind is not PartKind.HEADING:
            lines += held[at].lines
            at += 1
        if lines:
            yield from (Paragraph(PartKind.PARAGRAPH, tuple(entry)) for entry in entries_of(lines))


def _notes(notes: Sequence[FoundNote], joiner: Joiner) -> Iterator[Block]:
    for note in notes:
        runs: tuple[Run, ...] = runs_of(note.lines, joiner, marked={}, after=note.label.after)
        yield Block(
            PartKind.NOTE,
            runs,
            note=note.key,
            label=note.label.printed,
            number=note.label.number if note.label.style == "roman" else None,
            origin=origin_of(note.lines[0]),
        )
