"""Bibliographic references: the sources pointed at in the notes, one candidate for each."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.parse.note import split_note


def find_references(document: Document) -> Iterator[Candidate]:
    """Mark each reference of each note; what a note says besides, its commentary, is left.

    Features: the note's `number` and `section`, `index` from 0 in the note, and `place`, the note's place
    among all notes.
    """
    notes = {note.block: (place, note) for place, note in enumerate(document.notes)}
    for passage in document.passages:
        if passage.block not in notes:
            continue
        place, note = notes[passage.block]
        for index, (start, end) in enumerate(split_note(passage.text)):
            features = [("index", str(index)), ("number", str(note.number)), ("place", str(place))]
            if note.section is not None:
                features.append(("section", note.section))
            span = passage.span(start, end)
            exact = span.of(document.text)
            yield Candidate(span, CandidateKind.REFERENCE, exact, "reference-note", passage.block, tuple(features))
