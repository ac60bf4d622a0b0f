"""Pointers, each with the references of its note, and what does not fit between markers and notes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Pointer
from ibidem.document import BIBLIOGRAPHY, Document, Note
from ibidem.finding import Code, Finding, Severity
from ibidem.resolve.citation.printed import pointer_key
from ibidem.span import Span

_Run = tuple[str | None, int]
_MOST = 50
"""How many findings of a kind are told one by one."""


def resolve_pointers(
    document: Document, candidates: Sequence[Candidate], references: Mapping[int, Sequence[str]]
) -> tuple[Pointer, ...]:
    """Give each marker the keys of the references of its note, `references` by the note's place among all notes.

    A marker printed twice has a key of its own; where its note is doubled too, it means the second one.
    """
    places: dict[_Run, list[int]] = {}
    for place, note in enumerate(document.notes):
        places.setdefault((note.section, note.number), []).append(place)
    pointers: list[Pointer] = []
    often: Counter[_Run] = Counter()
    for candidate in candidates:
        if candidate.kind is not CandidateKind.POINTER:
            continue
        run = (candidate.feature("section"), int(candidate.feature("number") or 0))
        often[run] += 1
        key = pointer_key(run[1], run[0])
        unique = key if often[run] == 1 else f"{key}-again-{often[run] - 1}"
        its = places.get(run, [])[: often[run]][-1:]
        denoted = tuple(key for place in its for key in references.get(place, ()))
        mention = document.mention(candidate.span)
        pointers.append(Pointer(unique, run[1], run[0], mention, denoted, (candidate.found_by,)))
    return tuple(pointers)


def pointer_findings(document: Document, pointers: Sequence[Pointer]) -> Iterator[Finding]:
    """Say where markers and notes do not fit: none at all, one without the other, doubled and missing numbers.

    Of each code the first 50 are given one by one, the others in one finding.
    """
    told: Counter[Code] = Counter()
    for finding in _misfits(document, pointers):
        told[finding.code] += 1
        if told[finding.code] <= _MOST:
            yield finding
    for code, times in told.items():
        if times > _MOST:
            yield Finding(code, Severity.WARNING, f"{times - _MOST} more of these, not told one by one; mend the first")


def _misfits(document: Document, pointers: Sequence[Pointer]) -> Iterator[Finding]:
    notes = [note for note in document.notes if note.section != BIBLIOGRAPHY]
    listed = [note for note in document.notes if note.numbered and note.section == BIBLIOGRAPHY]
    if listed:
        message = f"no marker points at any of the {len(listed)} numbered notes; look for how they are printed"
        yield Finding(Code.NOTE_WITHOUT_MARKER, Severity.WARNING, message, note_span(document, listed[0]))
    elif not notes:
        yield Finding(Code.NO_NOTES, Severity.INFO, "the paper has no notes: nothing can be said of what it cites")
    yield from _unpaired(document, pointers, notes)
    yield from _doubled(pointers)
    yield from _doubled_notes(document, notes)
    yield from _missing([(pointer.section, pointer.number) for pointer in pointers], "marker")
    yield from _missing([(note.section, note.number) for note in notes if note.numbered], "note")


def _unpaired(document: Document, pointers: Sequence[Pointer], notes: Sequence[Note]) -> Iterator[Finding]:
    held = {(note.section, note.number) for note in notes}
    named = {(pointer.section, pointer.number) for pointer in pointers}
    for pointer in pointers:
        if (pointer.section, pointer.number) not in held:
            message = f"marker {pointer.number} has no note; look for a number that is misprinted"
            focus = f"pointer/{pointer.key}"
            yield Finding(Code.MARKER_WITHOUT_NOTE, Severity.WARNING, message, pointer.mention.span, focus)
    for note in notes:
        if (note.section, note.number) not in named:
            message = f"no marker points at note {note.number}; look for a number that is misprinted"
            span = note_span(document, note)
            yield Finding(Code.NOTE_WITHOUT_MARKER, Severity.WARNING, message, span, f"reference/{_key(note)}")


def _key(note: Note) -> str:
    return pointer_key(note.number, note.section)


def note_span(document: Document, note: Note) -> Span | None:
    """Give where a note's text stands; None for one without text."""
    at = bisect_left(document.passages, note.block, key=lambda passage: passage.block)
    passage = document.passages[at] if at < len(document.passages) else None
    if passage is None or passage.block != note.block or not passage.text:
        return None
    return passage.span(0, len(passage.text))


def _doubled(pointers: Sequence[Pointer]) -> Iterator[Finding]:
    for pointer in pointers:
        if "-again-" in pointer.key:
            message = f"marker {pointer.number} stands a second time; it may mean the next number"
            yield Finding(
                Code.MARKER_DOUBLED, Severity.WARNING, message, pointer.mention.span, f"pointer/{pointer.key}"
            )


def _doubled_notes(document: Document, notes: Sequence[Note]) -> Iterator[Finding]:
    seen: set[_Run] = set()
    for note in notes:
        if note.numbered and (note.section, note.number) in seen:
            message = f"there is a second note {note.number}; look for a number that is misprinted"
            yield Finding(Code.MARKER_DOUBLED, Severity.WARNING, message, note_span(document, note))
        seen.add((note.section, note.number))


def _missing(numbers: Sequence[_Run], what: str) -> Iterator[Finding]:
    """Name the numbers that are left out between 1 and the last, in each section."""
    runs: dict[str | None, set[int]] = {}
    for section, number in numbers:
        runs.setdefault(section, set()).add(number)
    for section, held in runs.items():
        gaps = [number for number in range(1, min(max(held), 10 * len(held) + 100)) if number not in held]
        where = f" of section {section}" if section else ""
        for number in gaps:
            message = f"there is no {what} {number}{where}; look for it in the text"
            yield Finding(Code.MARKER_MISSING, Severity.WARNING, message)
