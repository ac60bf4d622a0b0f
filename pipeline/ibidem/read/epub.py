"""Read EPUB: the files of its spine as one text, with the notes of all of them, and what its package says."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from ibidem.document import Document, Metadata
from ibidem.errors import InputError
from ibidem.read.archive import Archive, opened
from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of
from ibidem.read.html import read_pages
from ibidem.read.html.book import Page
from ibidem.read.html.roles import roles, tag
from ibidem.read.markup import MOST, parse_xhtml, parse_xml
from ibidem.read.walk import local

_CONTAINER = "META-INF/container.xml"
_TEXTS = frozenset({"application/xhtml+xml", "text/html", "application/html+xml", "text/x-oeb1-document"})
_MOST = 2000
_LARGEST = 60_000_000
_ASIDE = frozenset({"cover", "toc", "loi", "lot", "index", "copyright-page"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the package: its name in the archive, what it is, what it is for."""

    name: str
    type: str
    properties: frozenset[str]


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a book; raise InputError for one that is locked, damaged, or names no text."""
    with opened(data, path=path) as archive:
        where = _package(archive, path)
        root = parse_xml(_held(archive, where, path), path=path)
        pages = tuple(_pages(archive, root, folder=posixpath.dirname(where), path=path))
    if not pages:
        raise InputError("has no text in its spine; export it again", path=path)
    return read_pages(pages, metadata=_metadata(root), path=path)


def _held(archive: Archive, name: str, path: Path) -> bytes:
    data = archive.read(name)
    if data is None:
        raise InputError(f"lacks {name}, which it names: it is no whole EPUB; export it again", path=path)
    return data


def _package(archive: Archive, path: Path) -> str:
    """Give the name of the package's file."""
    root = parse_xml(_held(archive, _CONTAINER, path), path=path)
    for element in root.iter("{*}rootfile"):
        if name := element.get("full-path"):
            return name
    raise InputError(f"names no package in {_CONTAINER}; export it again", path=path)


def _pages(archive: Archive, package: etree._Element, *, folder: str, path: Path) -> Iterator[Page]:
    """Give the text files in reading order, without navigation and cover."""
    items = {element.get("id", ""): _item(element, folder) for element in package.iter("{*}item")}
    guides = {_joined(folder, one.get("href", "")) for one in package.iter("{*}reference") if one.get("type") in _ASIDE}
    listed = [items.get(element.get("idref", "")) for element in package.iter("{*}itemref")]
    seen: set[str] = set()
    size = tags = 0
    locked = _locked(archive, path)
    for item in listed[:_MOST]:
        if item is None or item.name in seen or item.name in guides or "nav" in item.properties:
            continue
        seen.add(item.name)
        if item.type and item.type not in _TEXTS:
            continue
        if item.name in locked:
            raise InputError("is locked by its seller (DRM); name a copy without", path=path)
        data = _held(archive, item.name, path)
        size += len(data)
        tags += data.count(b"<")
        if size > _LARGEST or tags > 3 * MOST:
            raise InputError(f"has more text than a book can have, at {item.name}; split it", path=path)
        root = parse_xhtml(data, path=path)
        if not _is_aside(root):
            yield Page(item.name, root)


def _locked(archive: Archive, path: Path) -> frozenset[str]:
    """Give the members that are encrypted: fonts may be, texts are not to be read then."""
    data = archive.read("META-INF/encryption.xml")
    if data is None:
        return frozenset()
    named = (one.get("URI", "") for one in parse_xml(data, path=path).iter("{*}CipherReference"))
    return frozenset(posixpath.normpath(unquote(name)) for name in named)


def _is_aside(root: etree._Element) -> bool:
    """Tell whether a file is none of the text: a cover, a table of contents, what the maker says of the book."""
    bodies = [element for element in root.iter(etree.Element) if tag(element) == "body"]
    for body in bodies[:1]:
        tops = [body, *(child for child in body if isinstance(child.tag, str))]
        return any("drop" in roles(one) for one in tops) and len(tops) <= 2
    return False


def _item(element: etree._Element, folder: str) -> _Item:
    name = _joined(folder, element.get("href", ""))
    return _Item(name, element.get("media-type", ""), frozenset(element.get("properties", "").split()))


def _joined(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.split("#")[0])))


def _metadata(package: etree._Element) -> Metadata:
    said: dict[str, list[str]] = {}
    for element in package.iter(etree.Element):
        text = " ".join("".join(map(str, element.itertext())).split())
        if "purl.org/dc/elements" in str(element.tag) and text:
            said.setdefault(local(element), []).append(text)
    authors = _authors(package)
    identifiers = " ".join((*said.get("identifier", ()), *said.get("source", ())))
    return Metadata(
        title=said.get("title", [None])[0],
        authors=authors,
        date=_date(package),
        language=said.get("language", [None])[0],
        doi=doi_of(identifiers),
        issn=issn_of(" ".join(one for one in said.get("identifier", ()) if "issn" in one.lower())),
        license=licence_of(" ".join(said.get("rights", ()))),
    )


def _date(package: etree._Element) -> str | None:
    """Give the date of publication, of the original where it is told apart."""
    dated: dict[str, str] = {}
    for element in package.iter("{http://purl.org/dc/elements/1.1/}date"):
        event = next((str(value) for key, value in element.attrib.items() if str(key).endswith("event")), "")
        if (shown := edtf_of(element.text or "")) is not None:
            dated.setdefault(event, shown)
    return next((dated[event] for event in ("original-publication", "publication", "") if event in dated), None)


def _authors(package: etree._Element) -> tuple[str, ...]:
    """Give the creators, those only that are authors where the package says who is what."""
    told: dict[str, set[str]] = {}
    for element in package.iter("{*}meta"):
        if element.get("property") == "role":
            told.setdefault(element.get("refines", "").lstrip("#"), set()).add((element.text or "").strip())
    names = []
    for element in package.iter("{*}creator"):
        role = {value for key, value in element.attrib.items() if str(key).endswith("role")}
        known = told.get(element.get("id", ""), set()) | {str(one) for one in role}
        if (not known or "aut" in known) and element.text:
            names += [name for part in element.text.split(";") if (name := " ".join(part.split()))]
    return tuple(names)
