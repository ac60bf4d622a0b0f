"""Marks in a running text: elements that nest, whatever the stretches that they mark do to one another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import count

from markupsafe import Markup, escape

from ibidem.publish.site.page import printed

HIDDEN = "<b>*</b>"
"""An asterisk that prints italics, and that a page does not show."""

_BEGUN = re.compile(r"[^\s*](?:[^*\n]*[^\s*])?\*")
_EMPHASIS = re.compile(r"\*(?=[^\s*])([^*\n]+)(?<=\S)\*")


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around a stretch of a text, by its offsets; its `name` is its id, which only its first piece has."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    name: str = ""


def woven(text: str, marks: Iterable[Mark]) -> Markup:
    """Write a text with its marks as HTML whose text is the text.

    Links stand in no link (HTML, the a element): of two at one place the shorter one holds. What overlaps is split
    where what began first ends.
    """
    held = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    links = _apart([mark for mark in held if mark.tag == "a"], len(text))
    others = [mark for mark in held if mark.tag != "a"]
    return Markup("").join(_nested(text, 0, len(text), [*others, *links]))


def emphasised(text: str, *, apart: bool = False) -> Iterator[Mark]:
    """Mark what stands between asterisks, which is how plain text prints italics; the asterisks take no room.

    Where their number is odd, a stretch can begin inside: what stands before the first is emphasised, unless the text
    stands `apart` from any that could have opened it. Then the odd one is an asterisk: of an author, or a product.
    """
    begun = _BEGUN.match(text) if text.count("*") % 2 and not apart else None
    if begun is not None:
        yield Mark(0, begun.end(), "i")
        yield Mark(begun.end() - 1, begun.end(), "b")
    for found in _EMPHASIS.finditer(text, begun.end() if begun else 0):
        yield Mark(found.start(), found.end(), "i")
        for at in (found.start(), found.end() - 1):
            yield Mark(at, at + 1, "b")


def _order(mark: Mark) -> tuple[int, int, bool]:
    return mark.start, -mark.end, mark.tag == "a"


def _apart(links: Sequence[Mark], length: int) -> list[Mark]:
    """Cut links so that none lies over another."""
    owners: list[Mark | None] = [None] * length
    for link in sorted(links, key=lambda mark: (mark.start - mark.end, mark.start)):
        owners[link.start : link.end] = [link] * (link.end - link.start)
    pieces: list[Mark] = []
    seen: set[int] = set()
    at = 0
    for index in range(1, length + 1):
        owner = owners[at]
        if index < length and owners[index] is owner:
            continue
        if owner is not None:
            pieces.append(replace(owner, start=at, end=index, name="" if id(owner) in seen else owner.name))
            seen.add(id(owner))
        at = index
    return pieces


def _nested(text: str, start: int, end: int, marks: list[Mark]) -> list[Markup]:
    """Write a stretch with the marks that lie in it."""
    written: list[Markup] = []
    serial = count()
    heap = [(_order(mark), next(serial), mark) for mark in marks]
    heapify(heap)
    at = start
    while heap:
        mark = heappop(heap)[2]
        inside: list[Mark] = []
        over: list[Mark] = []
        while heap and heap[0][2].start < mark.end:
            other = heappop(heap)[2]
            inside.append(replace(other, end=min(other.end, mark.end)))
            if other.end > mark.end:
                over.append(replace(other, start=mark.end, name=""))
        for rest in over:
            heappush(heap, (_order(rest), next(serial), rest))
        written += [_plain(text[at : mark.start]), _opened(mark), *_nested(text, mark.start, mark.end, inside)]
        written.append(Markup(f"</{mark.tag}>"))
        at = mark.end
    written.append(_plain(text[at:end]))
    return written


def _plain(text: str) -> Markup:
    """Show text between elements, where quotation marks need no escape: a paper has many."""
    return Markup(str(printed(text)).replace("&#34;", '"').replace("&#39;", "'"))


def _opened(mark: Mark) -> Markup:
    named = (("id", mark.name), *mark.attributes) if mark.name else mark.attributes
    said = "".join(f' {name}="{escape(value)}"' for name, value in named)
    return Markup(f"<{mark.tag}{said}>")
