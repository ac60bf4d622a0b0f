"""Where a note stands that a link leads to: the elements that hold it, or the one where it begins."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ibidem.read.html.book import Book, blank, block_of, has_text, text_of
from ibidem.read.html.roles import BLOCKS, HEADINGS, roles, tag

_LABEL = re.compile(r"[\s\[\](){}.:*†‡§¶^\d\u00a0|]{0,12}")
_LOOSE = frozenset({"body", "main", "html"})
_LISTS = frozenset({"ol", "ul", "dl", "table", "tbody", "thead", "tfoot"})
_ITEMS = frozenset({"li", "tr", "dt", "dd", "aside"})
_MOST_BEFORE = 20
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Region:
    """A note's place: all of `element`, or, where it is a `turn`, what follows from it to the end of its block."""

    element: etree._Element
    turn: bool = False


def region_of(target: etree._Element) -> Region | None:
    """Find the note at the target of a link; None where nothing is there.

    An anchor on the number, on the paragraph, on the list item, or empty before it, all give the note's block; an
    anchor inside a block, behind text, begins a note there.
    """
    element = target
    if tag(element) not in BLOCKS:
        block = block_of(element)
        if tag(block) in _LOOSE or not opens(element, block):
            return _turned(element, block)
        element = block
    if tag(element) in _CELLS:
        row = element.getparent()
        element = element if row is None else row
    if not has_text(element):
        following = _next(element)
        return None if following is None else Region(following)
    return Region(element)


def is_bare(element: etree._Element) -> bool:
    """Tell whether there is a number at most in an element: the note is what follows it."""
    return _LABEL.fullmatch(text_of(element, most=12)) is not None


def opens(element: etree._Element, block: etree._Element) -> bool:
    """Tell whether nothing but a number stands before an element in its block."""
    held = ""
    while element is not block:
        for count, other in enumerate(_before(element)):
            if count > _MOST_BEFORE:
                return False
            held += (other.tail or "") + text_of(other, most=12)
            if not _LABEL.fullmatch(held):
                return False
        above = element.getparent()
        if above is None:
            return True
        held += above.text or ""
        element = above
    return _LABEL.fullmatch(held) is not None


def following(element: etree._Element) -> Iterator[etree._Element]:
    """Give the siblings behind an element that can go on its note: up to a heading, a rule, or the next item."""
    other = element.getnext()
    opened = tag(element)
    while other is not None:
        name = tag(other)
        if name in HEADINGS or name in ("hr", "nav", "section", "article") or not blank(_tail_before(other)):
            return
        if name in _ITEMS and not (name == "dd" and opened in ("dt", "dd")):
            return
        yield other
        other = other.getnext()


def outward(element: etree._Element, *, book: Book, starts: Sequence[int]) -> etree._Element:
    """Give the outermost element that holds one note and nothing else: the `div` around its paragraphs."""
    while True:
        above = element.getparent()
        if above is None or tag(above) in _LOOSE | _LISTS or tag(above) not in BLOCKS:
            return element
        said = roles(above)
        first, last = book.order[above], book.last[above]
        inside = bisect_right(starts, last) - bisect_left(starts, first)
        if inside > 1 or "notes" in said or not blank(above.text) or any(has_text(one) for one in _before(element)):
            return element
        if any(True for name in HEADINGS for _ in above.iter(name, "{*}" + name)):
            return element
        if tag(above) not in _ITEMS and "note" not in said and (len(starts) < 2 or tag(above) != "div"):
            return element
        element = above


def _turned(element: etree._Element, block: etree._Element) -> Region | None:
    """Begin a note inside a block; an empty anchor right before a block gives that block."""
    other = element.getnext()
    if not has_text(element) and blank(element.tail) and other is not None and tag(other) in BLOCKS:
        return Region(other) if has_text(other) else None
    while (above := element.getparent()) is not None and above is not block and is_bare(above):
        element = above
    return Region(element, turn=True)


def _before(element: etree._Element) -> Iterator[etree._Element]:
    other = element.getprevious()
    while other is not None:
        yield other
        other = other.getprevious()


def _tail_before(element: etree._Element) -> str | None:
    other = element.getprevious()
    return None if other is None else other.tail


def _next(element: etree._Element) -> etree._Element | None:
    """Give the first element with text behind one, on its level."""
    for other in following(element):
        if has_text(other):
            return other if tag(other) in BLOCKS else None
    return None
