"""Say where in the file as received a place stands, as people find it there."""

from dataclasses import dataclass
from hashlib import sha256

from ibidem.document import Document, PartKind, Passage
from ibidem.line import Lines


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The ways to a place: `line` of a file that is text, else `page`, `note` and `path` (XPath), what is known.

    `paragraph` counts the blocks of the body from 1, where neither page nor path is known.
    """

    line: int | None = None
    page: int | None = None
    note: str | None = None
    path: str | None = None
    paragraph: int | None = None

    def told(self) -> str:
        """Say it in a few words: `line 12`, `page 3, note 12`, `note 12`, `/html/body/p[3]`."""
        if self.line is not None:
            return f"line {self.line}"
        said = [f"{name} {value}" for name, value in (("page", self.page), ("note", self.note)) if value is not None]
        if not said and self.path is not None:
            said.append(self.path)
        if not said and self.paragraph is not None:
            said.append(f"paragraph {self.paragraph}")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class Finder:
    """A text with what leads from it back into its file; made by `Finder.of`."""

    document: Document
    lines: Lines | None
    notes: dict[int, str]
    paragraphs: dict[int, int]

    @classmethod
    def of(cls, document: Document, *, digest: str) -> "Finder":
        """Prepare a document; `digest` is the SHA-256 of its file, which tells whether the text is the file itself."""
        plain = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() == digest.lower()
        notes = {
            note.block: str(note.number) if note.section is None else f"{note.number} ({note.section})"
            for note in document.notes
        }
        body = {passage.block: place for place, passage in enumerate(document.body(), start=1)}
        return cls(document, Lines.of(document.text) if plain else None, notes, body)

    def at(self, offset: int) -> Whereabouts:
        """Find the code point at an offset of the text."""
        if self.lines is not None:
            return Whereabouts(line=self.lines.at(offset))
        origin = self.document.origin_at(offset)
        passage: Passage | None = self.document.passage_at(offset)
        block = passage.block if passage else -1
        return Whereabouts(
            page=origin.page if origin else None,
            note=self.notes.get(block) if passage and passage.kind is PartKind.NOTE else None,
            path=origin.path if origin else None,
            paragraph=self.paragraphs.get(block),
        )
