"""Show documents as tests compare them: the running text with `{number}` for markers, and the notes."""

import posixpath
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

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


def kinds(document: Document) -> list[tuple[str, str]]:
    """Give the passages of the running text but for the title, each with what it is."""
    told = (PartKind.NOTE, PartKind.TITLE)
    return [(one.kind.value, one.text) for one in document.passages if one.kind not in told]


def note_texts(document: Document) -> list[tuple[int, str | None, str]]:
    """Give the number, section and text of each note."""
    blocks = {passage.block: passage.text for passage in document.passages}
    return [(one.number, one.section, blocks[one.block]) for one in document.notes]


def marker_texts(document: Document) -> list[tuple[int, str | None, str]]:
    """Give the number, section and print of each marker."""
    return [(one.number, one.section, one.span.of(document.text)) for one in document.markers]


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


def make_epub(
    files: dict[str, str],
    *,
    spine: tuple[str, ...] = (),
    metadata: str = "",
    opf: str = "OEBPS/content.opf",
    extra: dict[str, str] | None = None,
) -> bytes:
    """Make an EPUB of files (names relative to the package, their bodies or whole files), in order or as `spine` says.

    A name in the spine with `-` before it is not linear; one with `nav:` before it is the navigation.
    """
    names = [name.removeprefix("-").removeprefix("nav:") for name in (spine or tuple(files))]
    items = "".join(
        f'<item id="i{at}" href="{quote(name)}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if f'nav:{name}' in spine else ''}/>"
        for at, name in enumerate(names)
    )
    refs = "".join(
        f'<itemref idref="i{at}"{" linear=" + chr(34) + "no" + chr(34) if f"-{name}" in spine else ""}/>'
        for at, name in enumerate(names)
    )
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{metadata}'
        f"</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>"
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        f'<rootfiles><rootfile full-path="{opf}" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", container)
        archive.writestr(opf, package)
        for name, text in files.items():
            whole = text if text.startswith("<?xml") else _XHTML.format(text)
            archive.writestr(posixpath.normpath(posixpath.join(posixpath.dirname(opf), name)), whole)
        for name, text in (extra or {}).items():
            archive.writestr(name, text)
    return held.getvalue()


_XHTML = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"'
    ' xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>{}</html>'
)
