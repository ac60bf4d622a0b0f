"""The files of a text in HTML, their elements in order, and the links between them."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import etree

from ibidem.read.html.roles import BLOCKS, tag

_QUOTED = re.compile(r"['\"]#?([\w:.-]{1,80})['\"]")
_TARGETS = ("data-rid", "data-open", "reveal-id", "data-reveal-id", "data-footnote-ref", "rid")


@dataclass(frozen=True, slots=True)
class Page:
    """A file: its name in the archive, empty where it stands alone, and its tree; `address` is where it says it is."""

    member: str
    root: etree._Element
    address: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the text: the element that links, and the one it leads to."""

    element: etree._Element
    target: etree._Element


@dataclass(frozen=True, slots=True)
class Book:
    """All elements in reading order: `order` is each one's place, `last` the place of its last descendant.

    `names` are the ids of elements behind their files; `lost` are the links to what is not there.
    """

    pages: tuple[Page, ...]
    elements: Sequence[etree._Element]
    order: Mapping[etree._Element, int]
    last: Mapping[etree._Element, int]
    links: tuple[Link, ...]
    names: Mapping[etree._Element, str]
    lost: tuple[etree._Element, ...]

    def holds(self, outer: etree._Element, inner: etree._Element) -> bool:
        """Tell whether an element is another, or lies in it."""
        return self.order[outer] <= self.order[inner] <= self.last[outer]


def make_book(pages: Sequence[Page]) -> Book:
    """Read the elements and links of files in reading order."""
    elements: list[etree._Element] = []
    last: dict[etree._Element, int] = {}
    for page in pages:
        for event, element in etree.iterwalk(page.root, events=("start", "end")):
            if event == "start":
                elements.append(element)
            else:
                last[element] = len(elements) - 1
    order = {element: place for place, element in enumerate(elements)}
    ids: dict[tuple[str, str], etree._Element] = {}
    names: dict[etree._Element, str] = {}
    for page in pages:
        for element in page.root.iter(etree.Element):
            for name in _ids(element):
                if (page.member, name) not in ids:
                    ids[page.member, name] = element
                    names.setdefault(element, f"{page.member}#{name}")
    links = tuple(link for page in pages for link in _links(page, ids))
    leading = {link.element for link in links}
    lost = tuple(one for one in elements if (one.get("href") or "").startswith("#") and one not in leading)
    return Book(tuple(pages), elements, order, last, links, names, lost)


def _ids(element: etree._Element) -> Iterator[str]:
    for attribute in ("id", "{http://www.w3.org/XML/1998/namespace}id", "xml:id"):
        if name := element.get(attribute):
            yield name.strip()
    if tag(element) == "a" and (name := element.get("name")):
        yield name.strip()


def _links(page: Page, ids: Mapping[tuple[str, str], etree._Element]) -> Iterator[Link]:
    for element in page.root.iter(etree.Element):
        if not element.keys():
            continue
        found = next((one for one in _led(element, page, ids) if one is not None and one is not element), None)
        if found is not None:
            yield Link(element, found)


def _led(
    element: etree._Element, page: Page, ids: Mapping[tuple[str, str], etree._Element]
) -> Iterator[etree._Element | None]:
    """Give what an element leads to: by its address, by attributes that scripts read, by the call of a script."""
    if (href := element.get("href")) is not None:
        yield ids.get(_resolved(href, page))
    for attribute in _TARGETS:
        if said := element.get(attribute):
            yield ids.get((page.member, said))
    if called := element.get("onclick"):
        for match in _QUOTED.finditer(called[:300]):
            yield ids.get((page.member, match[1]))


def _resolved(href: str, page: Page) -> tuple[str, str]:
    """Give the file and the id that an address leads to; the page's own address is the page."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return "", ""
    where = f"{parts.scheme}://{parts.netloc}{parts.path}" if parts.scheme else parts.path
    if not where or (page.address and where.rstrip("/") == page.address.rstrip("/")):
        return page.member, unquote(parts.fragment)
    if not page.member:
        # A page that was saved, or moved, links to itself by the name that it had.
        return "", unquote(parts.fragment)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.member), unquote(where))), unquote(parts.fragment)


def blank(text: str | None) -> bool:
    """Tell whether there is nothing to see."""
    return not text or not text.strip(" \t\r\n\f\u00a0\u200b\ufeff")


def text_of(element: etree._Element, *, most: int = 200) -> str:
    """Give the text inside an element, no more than a little over `most` code points."""
    held = ""
    for piece in element.itertext():
        held += str(piece)
        if len(held) > most:
            break
    return held


def has_text(element: etree._Element) -> bool:
    """Tell whether anything is to be seen in an element."""
    return any(not blank(str(piece)) for piece in element.itertext())


def block_of(element: etree._Element) -> etree._Element:
    """Give the block that an element is, or lies in."""
    while tag(element) not in BLOCKS:
        above = element.getparent()
        if above is None:
            return element
        element = above
    return element
