"""The notes of a text in HTML: where each one stands, its markers, and what in it leads back to them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from ibidem.read.html.book import Book, Link, block_of, has_text, text_of
from ibidem.read.html.pairs import Mark, find_lost, find_marks, outermost
from ibidem.read.html.regions import following, is_bare, opens, outward
from ibidem.read.html.roles import BLOCKS, roles, tag
from ibidem.words import read_words

_DIGITS = re.compile(r"[\s\[({]*([\w*†‡§¶‖#]{1,6})[\s\])}.,:]*")
_NUMBERED = re.compile(r"\s*[\[(]?\d{1,3}\b")
_ARROW = re.compile(r"[^\w]{0,8}")
_LONGEST = 40
_MARKING = frozenset({"sup", "a", "label", "button"})


@dataclass(slots=True)
class Notes:
    """What was found: markers, the elements that hold notes, those where one begins, labels, and what is left out."""

    marks: dict[etree._Element, tuple[str, str]] = field(default_factory=dict)
    holds: dict[etree._Element, str] = field(default_factory=dict)
    turns: dict[etree._Element, str] = field(default_factory=dict)
    labels: set[etree._Element] = field(default_factory=set)
    dropped: set[etree._Element] = field(default_factory=set)
    counted: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    places: dict[etree._Element, int] = field(default_factory=dict)


def find_notes(book: Book) -> Notes:
    """Find the notes: those that markers lead to, then those that say that they are notes, then those in the text."""
    found = Notes()
    marks = list(find_marks(book))
    regions = {mark.region.element: mark.region for mark in marks}
    starts = sorted(book.order[element] for element in regions)
    names: dict[etree._Element, str] = {}
    for element, region in regions.items():
        name = names[element] = f"{book.order[element]}"
        if region.turn:
            found.turns[element] = name
        else:
            found.holds[outward(element, book=book, starts=starts)] = name
            before = element.getprevious()
            if tag(element) == "dd" and before is not None and tag(before) == "dt" and before not in regions:
                found.dropped.add(before)
    for mark in marks:
        name = names[mark.region.element]
        found.marks[mark.element] = (name, mark.shown)
        found.shown.setdefault(name, mark.shown)
    for element, shown in find_lost(book):
        found.marks.setdefault(element, ("lost", shown))
    _go_on(found, marks, names, book=book)
    _lead_back(found, marks, names, book=book)
    _unmarked(found, book=book)
    _beside(found, book=book)
    return found


def number_of(shown: str) -> str:
    """Give what a marker or a label prints, without brackets and full stop."""
    match = _DIGITS.fullmatch(shown)
    return match[1] if match else ""


def _go_on(found: Notes, marks: Sequence[Mark], names: dict[etree._Element, str], *, book: Book) -> None:
    """Give notes their further paragraphs: what stands up to the next note, where both notes' markers come first.

    Behind the last one of a run only what says that it belongs to the notes goes on it.
    """
    order = book.order
    first: dict[str, int] = {}
    for mark in marks:
        first.setdefault(names[mark.region.element], order[mark.element])
    placed = sorted(order[element] for element in (*found.holds, *found.turns))
    marked = sorted(order[mark.element] for mark in marks)
    for element, name in tuple(found.holds.items()):
        at = bisect_right(placed, book.last[element])
        after = placed[at] if at < len(placed) else None
        next_name = None
        if after is not None:
            other = book.elements[after]
            next_name = found.holds.get(other, found.turns.get(other))
        collected = next_name is not None and first[next_name] < order[element]
        bare = is_bare(element)
        for other in following(element):
            if other in found.holds or (after is not None and order[other] <= after <= book.last[other]):
                break
            said = roles(other)
            enclosing = element.getparent()
            noted = "note" in said or (after is None and enclosing is not None and "notes" in roles(enclosing))
            if not (bare or noted or (collected and order[other] < (after or 0))):
                break
            if not bare and _any(marked, order[other], book.last[other]) and not collected:
                break
            found.holds[other] = name
            bare = bare and not has_text(other)


def _any(places: Sequence[int], first: int, last: int) -> bool:
    return bisect_left(places, first) < bisect_right(places, last)


def _lead_back(found: Notes, marks: Sequence[Mark], names: dict[etree._Element, str], *, book: Book) -> None:
    """Say of the links in notes that lead to their markers which are labels, and which are left out."""
    blocks: dict[str, set[etree._Element]] = {}
    for mark in marks:
        blocks.setdefault(names[mark.region.element], set()).add(block_of(mark.element))
    regions = sorted((book.order[element], element, name) for element, name in found.holds.items())
    turns = sorted((book.order[element], element, name) for element, name in found.turns.items())
    for link in book.links:
        if any(one in found.marks for one in (link.element, *link.element.iterancestors())):
            continue
        name = _name_at(link, regions, book=book, turns=False) or _name_at(link, turns, book=book, turns=True)
        if name is None:
            continue
        said = roles(link.element)
        if block_of(link.target) not in blocks.get(name, ()) and "backlink" not in said:
            continue
        _leave_out(found, link, name, said)
    for element in book.elements:
        if tag(element) == "a" and _says_back(element) and _holder_of(element, found) is not None:
            found.dropped.add(element)


def _says_back(element: etree._Element) -> bool:
    """Tell whether a link inside the page says that it leads back: to the text, or to the top."""
    text = text_of(element, most=_LONGEST + 1).strip(" \t\n[]()«»↑↩^<>.").casefold()
    return (element.get("href") or "").startswith("#") and text in read_words("back-links")


def _holder_of(element: etree._Element, found: Notes) -> etree._Element | None:
    return next((one for one in element.iterancestors() if one in found.holds), None)


def _name_at(link: Link, placed: Sequence[tuple[int, etree._Element, str]], *, book: Book, turns: bool) -> str | None:
    at = bisect_right(placed, book.order[link.element], key=lambda one: one[0]) - 1
    if at < 0:
        return None
    _, element, name = placed[at]
    end = book.last[block_of(element)] if turns else book.last[element]
    return name if book.order[link.element] <= end else None


def _leave_out(found: Notes, link: Link, name: str, said: frozenset[str]) -> None:
    text = text_of(link.element, most=_LONGEST).strip()
    if len(text) > _LONGEST:
        return
    printed = number_of(text)
    if printed and printed == number_of(found.shown.get(name, "")) and opens(link.element, block_of(link.element)):
        found.labels.add(link.element)
    else:
        found.dropped.add(outermost(link.element) if _ARROW.fullmatch(text) else link.element)


def _unmarked(found: Notes, *, book: Book) -> None:
    """Take for notes, too, what says that it is one, and the items of a list of notes: no marker leads to them."""
    starts = sorted(book.order[element] for element in (*found.holds, *found.turns))
    ends = sorted((book.order[element], book.last[element]) for element in found.holds)
    for element in book.elements:
        said = roles(element)
        if "notes" in said:
            items = [one for one in element.iter("li", "{*}li") if one.getparent() is not None]
            for one in items:
                if _free(one, starts, ends, book=book) and not _in_item(one, element):
                    _orphan(found, one, book=book)
        elif "note" in said and tag(element) in BLOCKS and _free(element, starts, ends, book=book):
            _orphan(found, element, book=book)


def _orphan(found: Notes, element: etree._Element, *, book: Book) -> None:
    if any(one in found.holds for one in (element, *element.iterancestors())):
        return
    if not has_text(element) or _is_several(element):
        return
    name = found.holds[element] = f"{book.order[element]}"
    above = element.getparent()
    if tag(element) == "li" and above is not None and tag(above) == "ol":
        if element not in found.places:
            found.places |= _places(above)
        found.counted[name] = f"{found.places[element]}."


def _is_several(element: etree._Element) -> bool:
    """Tell whether an element holds several notes: numbered blocks, or elements that say that they are notes."""
    numbered = (tag(one) in BLOCKS and _NUMBERED.match(text_of(one, most=12)) is not None for one in element)
    if sum(numbered) > 1:
        return True
    inside = element.iterdescendants(etree.Element)
    return any("note" in roles(one) and tag(one) in BLOCKS and has_text(one) for one in inside)


def _places(items: etree._Element) -> dict[etree._Element, int]:
    """Give the numbers that a list counts its items by."""
    number = _whole(items.get("start"), 1) - 1
    counted = {}
    for one in items.iterchildren("li", "{*}li"):
        number = counted[one] = _whole(one.get("value"), number + 1)
    return counted


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _in_item(item: etree._Element, container: etree._Element) -> bool:
    for one in item.iterancestors():
        if one is container:
            return False
        if tag(one) == "li":
            return True
    return False


def _free(element: etree._Element, starts: Sequence[int], ends: Sequence[tuple[int, int]], *, book: Book) -> bool:
    """Tell whether an element neither holds a note nor lies in one."""
    first, last = book.order[element], book.last[element]
    if _any(starts, first, last):
        return False
    at = bisect_right(ends, (first, first)) - 1
    return at < 0 or ends[at][1] < first


def _beside(found: Notes, *, book: Book) -> None:
    """Take notes that stand in the text itself, at their marker: side notes, and those that pop up."""
    for element in book.elements:
        if "sidenote" not in roles(element) or not has_text(element):
            continue
        if any(one in found.holds for one in (element, *element.iterancestors())):
            continue
        before = element.getprevious()
        parted = before is not None and bool((before.tail or "").strip())
        if parted:
            before = None
        if before in found.marks:
            # It shows again what stands among the notes.
            found.dropped.add(element)
            continue
        name = found.holds[element] = f"{book.order[element]}"
        above = element.getparent()
        while not parted and before is None and above is not None and tag(above) not in BLOCKS:
            before, above = above.getprevious(), above.getparent()
        shown = text_of(before, most=8).strip() if before is not None else ""
        printed = number_of(shown)
        marking = printed.isdigit() or not printed.isalnum() or (before is not None and tag(before) in _MARKING)
        if before is not None and printed and marking:
            found.dropped.add(before)
            found.marks[element] = (name, shown)
        else:
            found.marks[element] = (name, "")
