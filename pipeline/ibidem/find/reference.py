"""Bibliographic references: the sources pointed at in the notes, one candidate for each."""

from collections import Counter
from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import BIBLIOGRAPHY, Document, Note, Passage
from ibidem.parse.fields import flat
from ibidem.parse.known import Known, find_known, known_names, split_known
from ibidem.parse.note import split_note
from ibidem.parse.sign import LONGEST

Range = tuple[int, int]


def find_references(document: Document) -> Iterator[Candidate]:
    """Mark each reference of each note; what a note says besides, its commentary, is left.

    Features: the note's `number` and `section`, `index` from 0 in the note, `place`, the note's place among all notes,
    and `aside` where it stands in brackets behind the one that quotes it. Where a number is printed at two notes, the
    second goes on with the index of the first.
    """
    notes = {note.block: (place, note) for place, note in enumerate(document.notes)}
    held = [passage for passage in document.passages if passage.block in notes]
    split = [_ranges(passage.text, notes[passage.block][1]) for passage in held]
    texts = (passage.text[start:end] for passage, ranges in zip(held, split, strict=True) for start, end in ranges)
    known = known_names(texts)
    told: Counter[tuple[str | None, int]] = Counter()
    for passage, ranges in zip(held, split, strict=True):
        place, note = notes[passage.block]
        for start, end in _with_known(passage.text, ranges, known):
            index = told[note.section, note.number]
            told[note.section, note.number] += 1
            yield _candidate(document, passage, (start, end), _features(note, place, index, passage.text[:start]))


def _ranges(text: str, note: Note) -> tuple[Range, ...]:
    """Give the ranges of the references of a note; an entry of a list of works is one, whatever it says besides."""
    found = split_note(text)
    if note.section != BIBLIOGRAPHY or not found:
        return found
    bare = text[: found[-1][1]]
    return ((len(bare) - len(bare.lstrip()), found[-1][1]),)


def _with_known(text: str, ranges: tuple[Range, ...], known: Known) -> list[Range]:
    """Add the short forms of known works that stand in what no reference covers."""
    plain = flat(text[:LONGEST])
    edges = [0, *(edge for pair in ranges for edge in pair), len(plain)]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    kept = [part for start, end in ranges for part in split_known(plain, start, end, known=known)]
    added = [found for start, end in gaps if start < end for found in find_known(plain, start, end, known=known)]
    return sorted([*kept, *added])


def _features(note: Note, place: int, index: int, before: str) -> list[tuple[str, str]]:
    features = [("index", str(index)), ("number", str(note.number)), ("place", str(place))]
    if index and before.rstrip().endswith("("):
        features.insert(0, ("aside", "1"))
    if note.section is not None:
        features.append(("section", note.section))
    return features


def _candidate(document: Document, passage: Passage, found: Range, features: list[tuple[str, str]]) -> Candidate:
    span = passage.span(*found)
    exact = span.of(document.text)
    return Candidate(span, CandidateKind.REFERENCE, exact, "reference-note", passage.block, tuple(features))
