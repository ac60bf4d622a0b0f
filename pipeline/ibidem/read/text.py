"""Read plain text: the file itself is the text, byte for byte, and its layout says what is what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ibidem.document import BIBLIOGRAPHY, Document, Marker, Note, PartKind
from ibidem.read import decode
from ibidem.read.block import Block, classify
from ibidem.read.keyword import find_keywords
from ibidem.read.lines import split_lines
from ibidem.read.marker import sections
from ibidem.read.notes import NoteLayout, find_notes
from ibidem.read.tiles import number_blocks, tile


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a plain text of UTF-8; raise InputError at the first byte that is none."""
    return parse_text(decode(data, path=path))


def parse_text(text: str) -> Document:
    """Read a plain text's parts: front matter, headings, paragraphs, notes, page furniture.

    Notes are what `find_notes` takes for notes. Where their numbers restart at 1, and the markers' as often,
    notes and markers have sections, counted from 1. A paragraph that a page break or footnotes cut goes on in
    the next block.
    """
    layout = find_notes(text, split_lines(text))
    placed = number_blocks(tuple(classify(layout)))
    notes = tuple(_notes(layout, placed))
    markers = tuple(_sectioned(layout.markers, notes))
    named = (block for block, _ in placed if block.kind is PartKind.KEYWORD)
    keywords = tuple(word for block in named for word in find_keywords(text, block))
    return Document.of(text, parts=tile(text, placed, markers), markers=markers, notes=notes, keywords=keywords)


def _notes(layout: NoteLayout, placed: Sequence[tuple[Block, int]]) -> Iterator[Note]:
    blocks = {block.note: number for block, number in placed if block.note is not None}
    runs = sections(layout.numbers)
    restarts = bool(runs) and runs[-1] > 1 and runs[-1] == (sections([m.number for m in layout.markers]) or (0,))[-1]
    for place, (number, lines) in enumerate(zip(layout.numbers, layout.notes, strict=True)):
        section = str(runs[place]) if restarts else None
        yield Note(number, blocks[place], layout.lines[lines[0]].number == number, section)
    for place, lines in enumerate(layout.listed, start=1):
        printed = layout.lines[lines[0]].number == place
        yield Note(place, blocks[len(layout.notes) + place - 1], printed, BIBLIOGRAPHY)


def _sectioned(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Marker]:
    if not any(note.section not in (None, BIBLIOGRAPHY) for note in notes):
        yield from markers
        return
    runs = sections([marker.number for marker in markers])
    for marker, run in zip(markers, runs, strict=True):
        yield replace(marker, section=str(run))
