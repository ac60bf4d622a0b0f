"""Make blocks of the pages of a PDF, in reading order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ibidem.document import Metadata, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.front import placed
from ibidem.read.notes import section_of
from ibidem.read.pdf.entries import entries_of
from ibidem.read.pdf.found import Found, find
from ibidem.read.pdf.front import front_matter, metadata_of
from ibidem.read.pdf.joining import Joiner
from ibidem.read.pdf.lines import read_lines
from ibidem.read.pdf.markers import Mark
from ibidem.read.pdf.notes import FoundNote, body_size
from ibidem.read.pdf.page import Line, Sheet
from ibidem.read.pdf.paragraphs import Paragraph, paragraphs
from ibidem.read.pdf.runs import Marked, furniture_runs, origin_of, runs_of


def lay_out(sheets: Sequence[Sheet], info: Mapping[str, str]) -> tuple[list[Block], Metadata]:
    """Give the blocks of a paper and what the file says of itself."""
    read = [read_lines(sheet) for sheet in sheets]
    found = find(sheets, read)
    lines = [line for upright, _ in read for line in upright]
    joiner = Joiner(lines)
    held = front_matter(paragraphs(found.body, size=body_size(lines)), title=info.get("Title", ""))
    marked: dict[Line, list[tuple[Mark, str]]] = defaultdict(list)
    for mark, key in found.marks.items():
        marked[mark.line].append((mark, key))
    last = max((line.page for one in held for line in one.lines), default=0)
    rest = [line for page, lines_ in found.furniture.items() if page > last for line in lines_]
    ending = [Block(PartKind.PARAGRAPH, tuple(furniture_runs(rest)))] if rest else []
    titled = any(one.kind is PartKind.TITLE for one in held)
    # Without large print there is no title: the first paragraph is none.
    head = [] if titled else [Block(PartKind.TITLE, ())]
    blocks = [*placed((*head, *_body(held, found, joiner, marked))), *ending, *_notes(found.notes, joiner)]
    return blocks, metadata_of(info, held, lines)


def _body(held: Sequence[Paragraph], found: Found, joiner: Joiner, marked: Marked) -> Iterator[Block]:
    """Give the blocks of the running text; furniture of pages that no paragraph runs over stands between them."""
    shown = 0
    listed = False
    for one in _with_entries(held):
        first, last = one.lines[0].page, one.lines[-1].page
        before = [line for page in range(shown + 1, first + 1) for line in found.furniture.get(page, ())]
        runs = runs_of(one.lines, joiner, marked=marked, furniture=found.furniture)
        shown = max(shown, last)
        listed = section_of(one.text) == "notes" if one.kind is PartKind.HEADING else listed
        entry = listed and one.kind is PartKind.PARAGRAPH
        head = tuple(furniture_runs(before))
        yield Block(one.kind, (*head, *runs), entry=bool(entry), origin=origin_of(one.lines[0]))


def _with_entries(held: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Cut what follows the heading of a reference list into its entries."""
    at = 0
    while at < len(held):
        one = held[at]
        yield one
        at += 1
        if one.kind is not PartKind.HEADING or section_of(one.text) != "notes":
            continue
        lines: list[Line] = []
        while at < len(held) and held[at].kind is not PartKind.HEADING:
            lines += held[at].lines
            at += 1
        if lines:
            yield from (Paragraph(PartKind.PARAGRAPH, tuple(entry)) for entry in entries_of(lines))


def _notes(notes: Sequence[FoundNote], joiner: Joiner) -> Iterator[Block]:
    for note in notes:
        runs: tuple[Run, ...] = runs_of(note.lines, joiner, marked={}, after=note.label.after)
        yield Block(
            PartKind.NOTE,
            runs,
            note=note.key,
            label=note.label.printed,
            number=note.label.number if note.label.style == "roman" else None,
            origin=origin_of(note.lines[0]),
        )
