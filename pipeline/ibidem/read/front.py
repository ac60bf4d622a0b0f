"""What blocks are where the format does not say: title, authors, abstract, keywords, entries of a reference list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ibidem.document import PartKind
from ibidem.read.compose import Block
from ibidem.read.notes import section_of

_RUN_IN = re.compile(r"\s*(\w[\w -]{4,18}?)\s?[:—–]\s")
_LONGEST = 300


def placed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Say of paragraphs what the headings and words before them make them.

    Abstract and keywords stand under their headings or behind `Keywords:`; what follows a heading such as
    References up to the next one are entries of its list; a first short paragraph without a title before it is
    the title.
    """
    section: str | None = "front"
    for block in blocks:
        if block.note is not None or block.entry or block.kind not in (PartKind.PARAGRAPH, PartKind.HEADING):
            section = "byline" if block.kind is PartKind.TITLE else section
            yield block
            continue
        text = text_of(block)
        named = section_of(text)
        if named or block.kind is PartKind.HEADING:
            section = named
            yield replace(block, kind=PartKind.HEADING)
            continue
        yield _paragraph(block, text, section)
        section = "byline" if section == "front" and len(text) <= _LONGEST else section
        section = None if section in ("front", "keywords") else section


def text_of(block: Block) -> str:
    """Give the text of a block without its markers."""
    return "".join(run.text for run in block.runs if run.note is None and not run.furniture)


def _paragraph(block: Block, text: str, section: str | None) -> Block:
    opened = _RUN_IN.match(text[:40])
    kind = section_of(opened[1]) if opened else None
    if kind in ("abstract", "keywords"):
        return replace(block, kind=PartKind.ABSTRACT if kind == "abstract" else PartKind.KEYWORD)
    if section == "front" and len(text) <= _LONGEST:
        return replace(block, kind=PartKind.TITLE)
    if section == "abstract":
        return replace(block, kind=PartKind.ABSTRACT)
    if section == "keywords" and len(text) <= _LONGEST and not text.rstrip().endswith("."):
        return replace(block, kind=PartKind.KEYWORD)
    return replace(block, entry=True) if section == "notes" else block
