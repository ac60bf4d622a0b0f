"""A paper as the machine reads it, with what people decided beside it: what the curator's tools look at."""

from dataclasses import dataclass

from ibidem.candidate import Candidate
from ibidem.document import Document, PartKind
from ibidem.edition import Entry
from ibidem.finding import Finding
from ibidem.origin import Finder
from ibidem.record import Record
from ibidem.resolve.anchor import Anchorage
from ibidem.resolve.decisions import apply_decisions
from ibidem.sentence import sentence_at, sentence_bounds
from ibidem.span import Span

_AROUND = 300
"""How many characters before and after a place are shown with it at most."""

_WORDS = 32


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper: its text, what was marked in it, the record of the machine alone, and the decisions as written.

    `file` and `settings` are how people see the paper's file and its paper.toml; `checked` are the findings of the
    last build that only the shapes make.
    """

    document: Document
    candidates: tuple[Candidate, ...]
    record: Record
    entries: tuple[Entry, ...]
    file: str
    settings: str
    checked: tuple[Finding, ...] = ()

    def finder(self) -> Finder:
        """Give what leads from the text back into the file."""
        return Finder.of(self.document, digest=self.record.paper.sha256)

    def decided(self) -> Record:
        """Give the record after the decisions."""
        return apply_decisions(self.document, self.record, self.entries)


@dataclass(frozen=True, slots=True)
class Context:
    """Where a place stands: in a sentence of the body, or in a note (`note` is its number), and the words of that."""

    before: str
    exact: str
    after: str
    note: str | None = None


def context_of(document: Document, span: Span) -> Context:
    """Give the sentence, or the note, that a place stands in, without page furniture."""
    passage = document.passage_at(span.start)
    if passage is None or not len(span):
        return Context("", span.of(document.text), "")
    start = passage.position(span.start)
    # A marker stands between the words that a passage reads.
    marked = any(marker.span == span for _, marker in passage.markers)
    end = start if marked else max(passage.position(span.end - 1) + 1, start)
    first, last = 0, len(passage.text)
    if passage.kind is not PartKind.NOTE:
        bounds = sentence_bounds(passage.text, tuple(at for at, _ in passage.markers))
        opening = start - 1 if marked and start else start
        first, last = sentence_at(bounds, opening)[0], sentence_at(bounds, max(opening, end - 1))[1]
    before, after = passage.text[first:start], passage.text[end : max(end, last)]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}…"
    exact = span.of(document.text) if marked else passage.text[start:end]
    return Context(before.lstrip(), exact, after.rstrip(), note_at(document, span.start))


def note_at(document: Document, offset: int) -> str | None:
    """Give the number of the note that a code point stands in, with its section where numbers restart."""
    passage = document.passage_at(offset)
    if passage is None or passage.kind is not PartKind.NOTE:
        return None
    note = next((note for note in document.notes if note.block == passage.block), None)
    if note is None:
        return None
    return f"{note.number}" if note.section is None else f"{note.number} ({note.section})"


def quoted_place(document: Document, span: Span) -> tuple[str, str, str, int | None]:
    """Give the words by which a decision finds a place again: exact, prefix, suffix; an offset where words do not do.

    What stands before or after is given only where the exact words stand elsewhere too.
    """
    exact = " ".join(span.of(document.text).split())
    anchorage = Anchorage(document)
    if anchorage.anchor(exact) == (span,):
        return exact, "", "", None
    before = " ".join(document.text[max(0, span.start - _WORDS) : span.start].split())
    prefix = before.partition(" ")[2] if span.start > _WORDS else before
    prefix += " " if document.text[max(0, span.start - 1) : span.start].isspace() else ""
    if prefix.strip() and anchorage.anchor(exact, prefix=prefix) == (span,):
        return exact, prefix, "", None
    return exact, "", "", span.start
