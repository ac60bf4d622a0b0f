"""Which links are markers of notes: by what they say of themselves, how they look, and what leads back to them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from ibidem.read.html.book import Book, Link, block_of, text_of
from ibidem.read.html.regions import Region, region_of
from ibidem.read.html.roles import BLOCKS, HEADINGS, roles, tag

_NAMED = re.compile(r"(?:foot|end)?notes?\.?\s?(\[?\d{1,4}\]?)|(?:fn|anm|nota)\.?\s?(\[?\d{1,4}\]?)", re.IGNORECASE)
_SHOWN = re.compile(
    r"[\[({]?\s?(?:(?i:footnote|endnote|note|notes|fn|n|anm|nota)\b[.:]?\s?)?(?:\d{1,4}[a-z]?|[ivxlcIVXLC]{1,7}|[a-zA-Z]{1,2}|[*†‡§¶‖#]{1,5}|\*\d{1,3})"
    r"\s?[\])}]?[.,:;)]?"
)
_NUMBER = re.compile(r"[\[({]?\s?(?:\d{1,3}|[*†‡§¶‖]{1,5}|\*\d{1,3})\s?[\])}]?")
_BRACKETED = re.compile(r"[\[({].*[\])}]")
_PUNCTUATION = re.compile(r"[\s\[\](){}\u00a0\u2009\u202f.,]{0,6}")
_NOTED = re.compile(r"note|ftn|edn|(?:^|[#_])_?f?n[-_.:]?\d|(?:^|[#_])en[-_.:]?\d|anm\d|fu(?:ss|ß)", re.IGNORECASE)
_LONGEST = 40
_FEW = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker: the link, the outermost element that is nothing but the marker, and the place of its note."""

    link: Link
    element: etree._Element
    region: Region
    shown: str


def find_marks(book: Book) -> Iterator[Mark]:
    """Give the markers in reading order; a link that leads back, into a heading or to no text is none."""
    backs: dict[etree._Element, list[int]] = defaultdict(list)
    for link in book.links:
        backs[block_of(link.target)].append(book.order[link.element])
    held: dict[etree._Element, Region | None] = {}
    for link in book.links:
        shown = text_of(link.element, most=_LONGEST).strip()
        element = outermost(link.element)
        said = roles(link.element) | roles(element)
        if len(shown) > _LONGEST or (not shown and "noteref" not in said):
            continue
        if "noteref" not in said and ("backlink" in said or not _SHOWN.fullmatch(shown)):
            continue
        if link.target not in held:
            found = region_of(link.target)
            held[link.target] = None if found is None or _is_none(found) else found
        region = held[link.target]
        if region is None or book.holds(region.element, link.element):
            continue
        if _is_mark(link, element, shown, region, book=book, backs=backs):
            printed = text_of(element, most=_LONGEST).strip()
            named = _NAMED.fullmatch(printed)
            yield Mark(link, element, region, (named[1] or named[2]) if named else printed)


def find_lost(book: Book) -> Iterator[tuple[etree._Element, str]]:
    """Give the markers whose notes are not there, with what they print."""
    for link in book.lost:
        shown = text_of(link, most=_LONGEST).strip()
        said = "noteref" in roles(link) | roles(outermost(link))
        if _NUMBER.fullmatch(shown) and (said or (_raised(link) and _NOTED.search(link.get("href", "")))):
            yield outermost(link), shown


def outermost(element: etree._Element) -> etree._Element:
    """Give the outermost inline element that holds nothing but an element, and brackets around it."""
    while (above := element.getparent()) is not None and tag(above) not in BLOCKS:
        few = list(islice(above, _FEW + 1))
        held = [(text_of(one, most=8) if one is not element else "") + (one.tail or "") for one in few]
        if len(few) > _FEW or not _PUNCTUATION.fullmatch((above.text or "") + "".join(held)):
            break
        element = above
    return element


def _is_none(region: Region) -> bool:
    """Tell whether what a link leads to is no note: a heading, or all of a list or section of them."""
    element = region.element
    if tag(element) in HEADINGS or any(tag(one) in HEADINGS for one in element.iterancestors()):
        return True
    if region.turn or "note" in roles(element):
        return False
    items = sum(1 for one in element if tag(one) in ("li", "tr", "dt"))
    several = tag(element) in ("ol", "ul", "dl", "tbody", "table") and items > 1
    sections = tag(element) in ("div", "section", "main", "article", "body")
    return several or (sections and any(tag(one) in HEADINGS or tag(one) in ("ol", "section") for one in element))


def _is_mark(
    link: Link,
    element: etree._Element,
    shown: str,
    region: Region,
    *,
    book: Book,
    backs: Mapping[etree._Element, list[int]],
) -> bool:
    said = roles(link.target) | roles(region.element)
    if book.order[region.element] < book.order[link.element]:
        return "note" in said and "noteref" in roles(link.element) | roles(element)
    if "noteref" in roles(link.element) | roles(element) or "note" in said:
        return True
    name = book.names.get(link.target, "")
    if (_raised(link.element) or _BRACKETED.fullmatch(shown)) and (_NUMBER.fullmatch(shown) or _NOTED.search(name)):
        return True
    if _NOTED.search(name) and _NUMBER.fullmatch(shown):
        return True
    return _leads_back(link, region, book=book, places=backs[block_of(link.element)])


def _leads_back(link: Link, region: Region, *, book: Book, places: Sequence[int]) -> bool:
    """Tell whether a link in the note leads to something in the marker's block: `places` are those of such links."""
    there = block_of(region.element) if region.turn else region.element
    at = bisect_right(places, max(book.order[there] - 1, book.order[link.element]))
    return at < len(places) and places[at] <= book.last[there]


def _raised(element: etree._Element) -> bool:
    """Tell whether a link is raised, inside `sup` or around it, or stands in brackets."""
    before = element.getprevious()
    above = element.getparent()
    ahead = before.tail if before is not None else above.text if above is not None else None
    if (ahead or "")[-1:] in ("[", "(") and (element.tail or "")[:1] in ("]", ")"):
        return True
    return any(tag(one) == "sup" for one in (*element.iter(etree.Element), *element.iterancestors()))
