"""Bibliographic references: the sources pointed at in the notes, one candidate for each."""

from collections import Counter
from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.parse.note import split_note


def find_references(document: Document) -> Iterator[Candidate]:
    """Mark each reference of each note; what a note says besides, its commentary, is left.

    Features: the note's `number` and `section`, `index` from 0 in the note, and `place`, the note's place
    among all notes. Where a number is printed at two notes, the second goes on with the index of the first.
    """
    notes = {note.block: (place, note) for place, note in enumerate(document.notes)}
    told: Counter[tuple[str | None, int]] = Counter()
    for passage in document.passages:
        if passage.block not in notes:
            continue
        place, note = notes[passage.block]
        run = (note.section, note.number)
        for start, end in split_note(passage.text):
            index = told[run]
            told[run] += 1
            features = [("index", str(index)), ("number", str(note.number)), ("place", str(place))]
            if note.section is not None:
                features.append(("section", note.section))
            span = passage.span(start, end)
            exact = span.of(document.text)
            yield Candidate(span, CandidateKind.REFERENCE, exact, "reference-note", passage.block, tuple(features))
