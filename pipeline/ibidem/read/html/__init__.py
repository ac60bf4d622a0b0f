"""Read HTML: its notes however they are marked up, its text without the site around it."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from ibidem.document import Document, Metadata, PartKind
from ibidem.errors import InputError
from ibidem.read.compose import compose
from ibidem.read.front import opens_with_title, placed
from ibidem.read.html.acts import Reader
from ibidem.read.html.book import Book, Page, make_book
from ibidem.read.html.labels import labelled
from ibidem.read.html.loose import paired
from ibidem.read.html.meta import address_of, read_metadata
from ibidem.read.html.notes import Notes, find_notes
from ibidem.read.html.roles import tag
from ibidem.read.markup import MOST, parse_xhtml
from ibidem.read.walk import walk


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a page; raise InputError for one without text."""
    root = parse_xhtml(data, path=path)
    page = Page("", root, address_of(root))
    return read_pages((page,), metadata=read_metadata(root), path=path)


def read_pages(pages: Sequence[Page], *, metadata: Metadata, path: Path) -> Document:
    """Read files of HTML in reading order as one text; raise InputError where there is none."""
    book = make_book(pages)
    if len(book.elements) > MOST:
        raise InputError(f"has more than {MOST:,} elements; split it", path=path)
    notes = find_notes(book)
    content = None if pages[0].member else _content(book, notes)
    reader = Reader(book, notes, content=content, language=metadata.language)
    blocks = [block for page in pages for block in walk(page.root, reader.act, member=page.member)]
    if not blocks:
        raise InputError("holds no text; name the file that holds the paper", path=path)
    parted = list(labelled(blocks, notes))
    titled = opens_with_title(parted, metadata.title) or any(block.kind is PartKind.TITLE for block in parted)
    # In a book a heading at the start may be that of its preface; on a page it is the page's.
    told = not titled and (bool(pages[0].member) or parted[0].kind is not PartKind.HEADING)
    return compose(paired(list(placed(parted, told=told))), metadata=metadata)


def _content(book: Book, notes: Notes) -> etree._Element | None:
    """Find the element that holds the text, if one says so and holds all the markers."""
    body = next((one for one in book.elements if tag(one) == "body"), None)
    mains = [one for one in book.elements if tag(one) == "main" or one.get("role") == "main"]
    articles = [one for one in book.elements if tag(one) == "article"]
    for found in (articles, mains):
        if len(found) == 1 and body is not None and found[0] is not body:
            held = [mark for mark in notes.marks if book.holds(found[0], mark)]
            if len(held) == len(notes.marks) and _much(found[0], body):
                return found[0]
    return None


def _much(element: etree._Element, body: etree._Element) -> bool:
    """Tell whether an element holds a third of the text at least."""
    inside = sum(len(str(piece)) for piece in element.itertext())
    return 3 * inside >= sum(len(str(piece)) for piece in body.itertext())
