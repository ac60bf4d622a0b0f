"""Read an ODT: running text, notes with the numbers that it prints, quotations, lists, tables, metadata."""

from pathlib import Path

from lxml import etree

from ibidem.document import Document, Metadata
from ibidem.errors import InputError
from ibidem.read.archive import opened
from ibidem.read.compose import compose
from ibidem.read.front import placed
from ibidem.read.handmade import with_handmade
from ibidem.read.markup import parse_xml
from ibidem.read.odt.body import Body
from ibidem.read.odt.styles import Styles

_MOST = 1_000_000
"""How many elements a part may have: a word processor cuts its text into many spans."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read an ODT; raise InputError for one that is damaged, locked, too large or no ODT."""
    with opened(data, path=path) as archive:
        if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
            raise InputError("is protected by a password; save it without one", path=path)
        held = [archive.read(name) for name in ("content.xml", "styles.xml", "meta.xml")]
    content, styles, meta = (parse_xml(one, path=path, most=_MOST) if one is not None else None for one in held)
    if content is None:
        raise InputError("holds no content.xml: it is no ODT; save it as ODT again", path=path)
    body = Body(content, Styles(content, *(one for one in (styles,) if one is not None)))
    document = compose(placed(with_handmade(body.blocks())), metadata=_metadata(meta))
    if not document.text:
        raise InputError("holds no text; fill it, or name another file", path=path)
    return document


def _metadata(meta: etree._Element | None) -> Metadata:
    """Read the metadata; who saved a file last is not its author where it says who began it, its dates are its own."""
    author = _said(meta, f"{_META}initial-creator") or _said(meta, f"{_DC}creator")
    return Metadata(
        title=_said(meta, f"{_DC}title") or None,
        authors=tuple(name for one in author.split(";") if (name := one.strip())),
        language=_said(meta, f"{_DC}language") or None,
    )


def _said(meta: etree._Element | None, name: str) -> str:
    found = meta.find(f".//{name}") if meta is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""
