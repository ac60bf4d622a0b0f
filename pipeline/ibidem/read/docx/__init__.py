"""Read a DOCX: running text, notes with their numbers, quotations, lists, tables, core properties."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from ibidem.document import Document, Metadata
from ibidem.errors import InputError
from ibidem.read.archive import opened
from ibidem.read.compose import Block, Run, compose
from ibidem.read.docx.body import Body
from ibidem.read.docx.notes import Marked
from ibidem.read.docx.package import child, open_package
from ibidem.read.front import placed
from ibidem.read.handmade import with_handmade


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a DOCX; raise InputError for one that is damaged, locked, too large or no DOCX."""
    with opened(data, path=path) as archive:
        package = open_package(archive, path=path)
    body = Body(package)
    blocks = list(body.blocks())
    metadata = _metadata(package.parts.get("core"), body.styles.language)
    document = compose(placed(with_handmade(_pointing(blocks, body.inline.bookmarks))), metadata=metadata)
    if not document.text:
        raise InputError("holds no text; fill it, or name another file", path=path)
    return document


def _metadata(core: etree._Element | None, language: str | None) -> Metadata:
    """Read the core properties; their dates are those of the file, not of the paper."""
    authors = (" ".join(name.split()) for name in _said(core, "creator").split(";"))
    return Metadata(
        title=_said(core, "title") or None,
        authors=tuple(name for name in authors if name),
        language=_said(core, "language") or language,
    )


def _said(core: etree._Element | None, name: str) -> str:
    text = (getattr(child(core, name), "text", None) or "").strip()
    return text if any(character.isalnum() for character in text) else ""


def _pointing(blocks: Iterable[Block], bookmarks: dict[str, Marked]) -> Iterator[Block]:
    """Lead the markers that point at bookmarks to the notes there; where none is, what is printed is text."""
    for block in blocks:
        if not any(run.note is not None and run.note.startswith("@") for run in block.runs):
            yield block
            continue
        yield replace(block, runs=tuple(_led(run, bookmarks, inside=block.note is not None) for run in block.runs))


def _led(run: Run, bookmarks: dict[str, Marked], *, inside: bool) -> Run:
    if run.note is None or not run.note.startswith("@"):
        return run
    note = bookmarks.get(run.note[1:])
    return replace(run, note=note.name if note is not None and not inside else None)
