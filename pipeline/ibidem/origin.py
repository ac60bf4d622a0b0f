"""Say where in the file as received a place stands, as people find it there."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import takewhile

from ibidem.document import Document, Origin, PartKind, Passage
from ibidem.line import Lines
from ibidem.span import Span

Box = tuple[float, float, float, float]
_LOCAL = re.compile(r"\*\[local-name\(\)='([^']*)'\]")
_FIRST = re.compile(r"\[1\](?=/)")


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
            said.append(short_path(self.path))
        if not said and self.paragraph is not None:
            said.append(f"paragraph {self.paragraph}")
        return ", ".join(said)


def short_path(path: str) -> str:
    """Write a path as people read it: by names alone, without the numbers of what is the first of its name."""
    return _FIRST.sub("", _LOCAL.sub(r"\1", path)).replace("!/", ": /", 1)


def is_text(text: str, digest: str) -> bool:
    """Tell whether a text is its file, byte for byte; `digest` is the SHA-256 of the file."""
    return text_digest(text) == digest.lower()


def text_digest(text: str) -> str:
    """Give the SHA-256 of a text as UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


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
        plain = is_text(document.text, digest)
        notes = {
            note.block: str(note.number) if note.section is None else f"{note.number} ({note.section})"
            for note in document.notes
        }
        body = {passage.block: place for place, passage in enumerate(document.body(), start=1)}
        return cls(document, Lines.of(document.text) if plain else None, notes, body)

    @property
    def plain(self) -> bool:
        """Tell whether the text is the file itself, so that it has lines."""
        return self.lines is not None

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


def origin_of(origins: tuple[Origin, ...], span: Span) -> Origin | None:
    """Give where in the file a stretch stands: the element that holds all of it, or its box on the page it begins on.

    `origins` ascend, as a document holds them; None where none of them stands before the stretch.
    """
    first = bisect_right(origins, span.start, key=lambda origin: origin.offset) - 1
    if first < 0:
        return None
    last = max(first + 1, bisect_left(origins, span.end, key=lambda origin: origin.offset))
    touched = origins[first:last]
    whole = touched[0]
    for origin in touched[1:]:
        if whole.page is not None and origin.page == whole.page and whole.box and origin.box:
            whole = replace(whole, box=_joined(whole.box, origin.box))
        elif whole.path is not None and origin.path is not None:
            whole = replace(whole, path=_common(whole.path, origin.path))
    return whole


def split_path(path: str) -> tuple[str, str]:
    """Part the file inside an archive, empty for a file that is none, from the XPath in it."""
    member, mark, inside = path.partition("!")
    return (member, inside) if mark and not path.startswith("/") else ("", path)


def _joined(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _common(one: str, other: str) -> str:
    """Give the path of the element that holds two; the first one's where they stand in two files of an archive."""
    if split_path(one)[0] != split_path(other)[0]:
        return one
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    shared = [step for step, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return "/".join(shared) if len(shared) > 1 else one
