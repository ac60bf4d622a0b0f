"""Show documents as tests compare them: the running text with `{number}` for markers, and the notes."""

from pathlib import Path

from ibidem.document import Document, PartKind
from ibidem.read import read_document

_SIGNS = {PartKind.QUOTE: "> ", PartKind.HEADING: "# ", PartKind.TITLE: "! ", PartKind.AUTHOR: "@ "}
_SIGNS |= {PartKind.ABSTRACT: "= ", PartKind.KEYWORD: "+ "}


def body(document: Document) -> str:
    """Give the blocks of the running text with ` / ` between them, `# ` before a heading, `> ` before a quotation."""
    shown = []
    for passage in document.body():
        text = passage.text
        for at, marker in reversed(passage.markers):
            number = f"{marker.section} {marker.number}" if marker.section else f"{marker.number}"
            text = f"{text[:at]}{{{number}}}{text[at:]}"
        shown.append(_SIGNS.get(passage.kind, "") + " ".join(text.split(" ")).replace("\n", " "))
    return " / ".join(shown)


def notes(document: Document) -> str:
    """Give the notes with ` | ` between them, each with its section, where it has one, and its number."""
    texts = {passage.block: passage.text.replace("\n", " ") for passage in document.passages}
    shown = []
    for note in document.notes:
        number = f"{note.section} {note.number}" if note.section else f"{note.number}"
        shown.append(f"{number} {texts.get(note.block, '')}".rstrip())
    return " | ".join(shown)


def read(data: str | bytes, *, folder: Path, name: str) -> Document:
    """Read a file of that name and content."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_document(path)


def holds_together(document: Document) -> None:
    """Check what holds of every document: tiles, markers in their place, origins that ascend."""
    assert "".join(part.span.of(document.text) for part in document.parts) == document.text
    for marker in document.markers:
        shown = marker.span.of(document.text)
        assert shown.strip() == shown != ""
    offsets = [origin.offset for origin in document.origins]
    assert offsets == sorted(set(offsets))
    for passage in document.passages:
        for at in range(0, len(passage.text), 7):
            exact = passage.span(at, at + 1).of(document.text)
            assert exact == passage.text[at] or passage.text[at] == " "
