"""Find in the lines of a paper its furniture, its columns, its notes and their markers."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ibidem.read.pdf.columns import areas, usual_gutter
from ibidem.read.pdf.endnotes import find_endnotes, has_heading
from ibidem.read.pdf.furniture import find_furniture
from ibidem.read.pdf.markers import Mark, bracketed_marks, find_marks, glued_marks, pair
from ibidem.read.pdf.notes import FoundNote, body_size, find_footnotes, find_zones
from ibidem.read.pdf.page import Area, Line, Sheet
from ibidem.read.pdf.runin import by_column, cut_notes

_ENOUGH = 0.8
_FEW = 0.5
"""The share of the notes of one run that markers must point at: else they are a list, a listing, a table."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the lines of a paper are."""

    body: tuple[Area, ...]
    notes: tuple[FoundNote, ...]
    marks: Mapping[Mark, str]
    furniture: Mapping[int, Sequence[Line]]


def find(sheets: Sequence[Sheet], read: Sequence[tuple[list[Line], list[Line]]]) -> Found:
    """Tell the lines of pages apart; `read` has for each page the upright lines and those set sideways."""
    upright = [lines for lines, _ in read]
    aside = find_furniture(upright, [sheet.height for sheet in sheets])
    furniture = {
        sheet.number: [*(line for line in lines if line in aside), *turned]
        for sheet, (lines, turned) in zip(sheets, read, strict=True)
    }
    texts = [[line for line in lines if line not in aside] for lines in upright]
    gutter = usual_gutter(texts)
    every = [
        area
        for sheet, lines in zip(sheets, texts, strict=True)
        for area in areas(sheet.number, lines, sheet.rules, usual=gutter)
    ]
    lines = [line for area in every for line in area.lines]
    size = body_size(lines)
    zones = find_zones(every, size=size)
    low = {line for zone in zones for line in zone}
    marks = find_marks([line for line in lines if line not in low], size=size)
    shown = _shown(marks, lines, low)
    every, cut = cut_notes(every, zones, shown)
    lines = [line for area in every for line in area.lines]
    notes = find_footnotes(*by_column(every, cut), marks=shown, anywhere=cut != zones)
    notes = _with_endnotes(notes, lines, marks, size)
    paired = _paired(_left(every, notes), notes, size)
    kept = _pointed_at(notes, set(paired.values()))
    return Found(_left(every, kept), kept, dict(paired.items()), furniture)


def _left(every: Sequence[Area], notes: Iterable[FoundNote]) -> tuple[Area, ...]:
    """Give the areas without the lines of notes."""
    taken = {line for note in notes for line in note.lines}
    return tuple(replace(area, lines=tuple(line for line in area.lines if line not in taken)) for area in every)


def _pointed_at(notes: Sequence[FoundNote], keys: Container[str]) -> tuple[FoundNote, ...]:
    """Keep the runs of notes that markers point at; a sign needs its own marker."""
    runs: list[int] = []
    run = before = 0
    for note in notes:
        number = note.label.number
        if number is not None:
            run += number == 1 and before >= 1
            before = number
        runs.append(run)
    whole = Counter(run for run, note in zip(runs, notes, strict=True) if note.label.number is not None)
    held = Counter(run for run, note in zip(runs, notes, strict=True) if note.key in keys)
    return tuple(
        note
        for run, note in zip(runs, notes, strict=True)
        if note.key in keys or (note.label.number is not None and held[run] >= _FEW * whole[run])
    )


def _shown(marks: Sequence[Mark], lines: Sequence[Line], low: Container[Line]) -> dict[int, frozenset[int]]:
    """Give the numbers that mark notes on each page: raised ones, and those in brackets where these are more."""
    shown: dict[int, set[int]] = defaultdict(set)
    inside = bracketed_marks([line for line in lines if line not in low], "[")
    every = [mark for mark in marks if mark.number is not None]
    arabic = [mark for mark in every if not mark.roman]
    numbered = arabic if 2 * len(arabic) >= len(every) else [mark for mark in every if mark.roman]
    for mark in numbered if len(numbered) >= len(inside) else (*numbered, *inside):
        shown[mark.line.page].add(mark.number or 0)
    return {page: frozenset(held) for page, held in shown.items()}


def _with_endnotes(
    notes: tuple[FoundNote, ...], lines: Sequence[Line], marks: Sequence[Mark], size: float
) -> tuple[FoundNote, ...]:
    """Add the notes at the end of the paper, or take them for those at the feet of its pages, where these are few."""
    numbered = sum(note.label.number is not None for note in notes)
    taken = {line for note in notes for line in note.lines}
    every = [mark for mark in marks if mark.line not in taken and mark.number is not None]
    inside, romans = ([mark.number or 0 for mark in every if mark.roman is kind] for kind in (False, True))
    if inside and len(inside) >= len(romans) and _ENOUGH * len(inside) <= numbered:
        return notes
    headed = has_heading(lines)
    if inside and len(inside) >= len(romans) and not headed and 2 * numbered >= len(set(inside)):
        return notes
    few = 2 * numbered < len(inside) or headed
    text = lines if few else [line for line in lines if line not in taken]
    ends, held = find_endnotes(text, inside, size=size, romans=romans)
    if len(ends) <= numbered:
        return notes
    return (*(note for note in notes if not any(line in held for line in note.lines)), *ends)


def _paired(body: Sequence[Area], notes: Sequence[FoundNote], size: float) -> dict[Mark, str]:
    """Pair marks with notes, those at the feet of pages and those at the end each with their own."""
    lines = [line for area in body for line in area.lines]
    raised = find_marks(lines, size=size)
    ends = [note for note in notes if note.at_end]
    feet = [note for note in notes if not note.at_end]
    paired = _by_style(lines, raised, feet)
    left = [mark for mark in raised if mark not in paired]
    return paired | _by_style(lines, left, ends)


def _by_style(lines: Sequence[Line], raised: Sequence[Mark], notes: Sequence[FoundNote]) -> dict[Mark, str]:
    """Pair notes with what is raised, or with numbers in brackets or glued to words where these are more."""
    numbered = [note for note in notes if note.label.number is not None]
    bracketed = bool(numbered) and all(note.label.style == "bracket" for note in numbered)
    paired = {} if bracketed and notes[0].at_end else pair(raised, notes)
    if not numbered or 2 * sum(mark.number is not None for mark in paired) >= len(numbered):
        return paired
    signs = {mark: key for mark, key in paired.items() if mark.number is None}
    others = (
        pair(bracketed_marks(lines, "["), numbered, repeats=True),
        pair(bracketed_marks(lines, "("), numbered),
        pair(glued_marks(lines), numbered),
        pair(raised, numbered),
    )
    return next((signs | other for other in others if 2 * len(set(other.values())) > len(numbered)), paired)
