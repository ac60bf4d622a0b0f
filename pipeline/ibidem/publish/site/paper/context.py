"""Where a stretch of a paper stands in what is published of its text: the words around it, and the link to them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ibidem.publish.asked import Row, ask, ask_by_paper
from ibidem.publish.path import href
from ibidem.publish.source import Source

AROUND = 240
"""How many characters before and after a stretch are shown with it."""

_REACH = 20_000
"""How far back a segment that holds a stretch is looked for, in code points."""

_CHUNKS = (40, 20, 10, 5, 1)
_BRIDGE = " "


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text as published: `text` is what a reader reads, `pieces` lead into it from the paper.

    Each piece pairs an offset in `text` with one in the paper as received, ascending; page furniture lies between.
    """

    iri: str
    kind: str
    block: int
    position: int
    text: str
    start: int
    end: int
    number: str
    section: str
    pieces: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Translate an offset in the paper to one in the text; one inside page furniture goes to its end."""
        index = max(0, bisect_right(self.pieces, offset, key=lambda piece: piece[1]) - 1)
        here, there = self.pieces[index]
        limit = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.text)
        return max(0, min(here + offset - there, limit))


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a stretch with those around it, and the link from the root of the site to where they stand."""

    before: str
    exact: str
    after: str
    href: str


@dataclass(frozen=True, slots=True)
class Text:
    """What is published of a paper's text: all of it, if `whole`, with its notes, else sentences."""

    whole: bool
    segments: tuple[Segment, ...]
    starts: tuple[int, ...]

    def holding(self, start: int, end: int) -> Segment | None:
        """Give the segment that a stretch of the paper lies in; where one stands inside another, the inner."""
        index = bisect_right(self.starts, start) - 1
        while index >= 0 and self.segments[index].end < end:
            # A paragraph that a page breaks can have notes inside it.
            if self.segments[index].start + _REACH < start:
                return None
            index -= 1
        return self.segments[index] if index >= 0 else None


@lru_cache(maxsize=1)
def texts(source: Source) -> Mapping[str, Text]:
    """Give what is published of the text of each paper (IRI)."""
    return {paper: _text(rows) for paper, rows in ask_by_paper(source, "site/segments").items()}


def _text(rows: tuple[Row, ...]) -> Text:
    made = sorted((_segment(row) for row in rows), key=lambda segment: (segment.start, -segment.end))
    return Text(rows[0]["whole"] == "whole", tuple(made), tuple(segment.start for segment in made))


def _segment(row: Row) -> Segment:
    start, text = int(row["start"]), row["reading"] or row["exact"]
    return Segment(
        iri=row["segment"],
        kind=row["kind"],
        block=int(row["block"]),
        position=int(row["position"]),
        text=text,
        start=start,
        end=int(row["end"]),
        number=row["number"],
        section=row["section"],
        pieces=tuple((here, start + there) for here, there in aligned(row["exact"], text)),
    )


def aligned(exact: str, reading: str) -> tuple[tuple[int, int], ...]:
    """Find where each piece of a reading stands in what it is a reading of: pairs of offsets, ascending.

    A reading leaves stretches out, or has one space for them.
    """
    return ((0, 0),) if exact == reading else ((0, 0), *_resumed(exact, reading))


def _resumed(exact: str, reading: str) -> Iterator[tuple[int, int]]:
    here = there = 0
    while True:
        length = _common(exact, there, reading, here)
        here, there = here + length, there + length
        if here >= len(reading):
            return
        found = _next(exact, there, reading, here)
        if found is None:
            return
        yield found
        here, there = found


def _common(exact: str, there: int, reading: str, here: int) -> int:
    limit = min(len(exact) - there, len(reading) - here)
    return next((index for index in range(limit) if exact[there + index] != reading[here + index]), limit)


def _next(exact: str, there: int, reading: str, here: int) -> tuple[int, int] | None:
    """Find where the reading goes on after what it leaves out: the nearest place, by as many words as agree."""
    starts = (here + 1, here) if reading[here] == _BRIDGE else (here,)
    for size in _CHUNKS:
        for start in starts:
            chunk = reading[start : start + size]
            found = exact.find(chunk, there) if chunk else -1
            if found >= 0:
                return start, found
    return None


def place(source: Source, paper: str, start: int, end: int | None = None) -> str | None:
    """Give the link, from the root of the site, to where a stretch of a paper (IRI) is shown; None where it is not."""
    text = texts(source).get(paper)
    found = text.holding(start, start + 1 if end is None else end) if text else None
    return href(found.iri, source.base) if found else None


@lru_cache(maxsize=1)
def in_context(source: Source) -> Mapping[str, Context]:
    """Give each passage (IRI) that stands in a published segment with the words around it."""
    found: dict[str, Context] = {}
    for row in ask(source, "site/passages"):
        if row["passage"] not in found:
            context = _context(source, row)
            if context is not None:
                found[row["passage"]] = context
    return found


def _context(source: Source, row: Row) -> Context | None:
    start, end = int(row["start"]), int(row["end"])
    text = texts(source).get(row["paper"])
    segment = text.holding(start, end) if text else None
    link = href(segment.iri, source.base) if segment else None
    if segment is None or link is None:
        return None
    first, last = segment.at(start), segment.at(end - 1) + 1
    before, after = segment.text[:first], segment.text[last:]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return Context(before, segment.text[first:last], after, link)
