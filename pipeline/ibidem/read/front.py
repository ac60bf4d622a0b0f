"""What blocks are where the format does not say: title, authors, abstract, keywords, entries of a reference list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ibidem.document import PartKind
from ibidem.read.compose import Block
from ibidem.read.notes import section_of

_RUN_IN = re.compile(r"\s*(\w[\w -]{4,18}?)\s?[:—–]\s")
_LONGEST = 300
_LONGEST_BYLINE = 160
_WORD = re.compile(r"[^\W\d_]{2,}")
_PROSE = (".", ":", "!", "?", ";", ",", "”", '"', "»")
"""What ends a sentence or a clause, and no byline."""


def placed(blocks: Iterable[Block], *, told: bool = False) -> Iterator[Block]:
    """Say of paragraphs what the headings and words before them make them.

    Abstract and keywords stand under their headings or behind `Keywords:`; what follows a heading such as
    References up to the next one are entries of its list; a first short paragraph or heading without a title before
    it is the title; what follows the title and names somebody is a byline; neither is guessed where the format says
    what is what (`told`).
    """
    held = tuple(blocks)
    section = None if told or any(block.kind is PartKind.TITLE for block in held) else "front"
    opened = False
    named_author = told
    for block in held:
        if block.note is not None and opened:
            # The heading is that of notes, and they stand under it: what follows them is text again.
            section = None
        opened = False
        if block.note is not None or block.entry or block.kind not in (PartKind.PARAGRAPH, PartKind.HEADING):
            section = "byline" if block.kind is PartKind.TITLE else section
            # Where the format says what the abstract is, it ends where that ends.
            section = None if block.kind is PartKind.ABSTRACT and section == "abstract" else section
            named_author = named_author or block.kind is PartKind.AUTHOR
            yield block
            continue
        text = text_of(block)
        named = section_of(text)
        if block.kind is PartKind.HEADING and not named and section == "front":
            section = "byline"
            yield replace(block, kind=PartKind.TITLE)
        elif named or block.kind is PartKind.HEADING:
            section = named
            opened = named == "notes"
            yield replace(block, kind=PartKind.HEADING)
        elif section == "byline" and not named_author and _names_somebody(text):
            yield replace(block, kind=PartKind.AUTHOR)
        else:
            yield _paragraph(block, text, section)
            titled = section == "front" and len(text) <= _LONGEST
            section = "byline" if titled else None if section in ("front", "byline", "keywords") else section


def _names_somebody(text: str) -> bool:
    """Tell whether a line below the title names a person or institution: most of its words have large letters."""
    text = text.strip()
    if len(text) > _LONGEST_BYLINE or text.endswith(_PROSE):
        return False
    words = _WORD.findall(text)
    large = sum(word[0].isupper() for word in words)
    return "@" in text or (len(words) > 1 and 3 * large >= 2 * len(words))


def opens_with_title(blocks: Sequence[Block], title: str | None) -> bool:
    """Tell whether a text begins with the title that its file has, or with one, where the file says none."""
    if title is None or not blocks:
        return True
    opening, wanted = (_letters(text) for text in (text_of(blocks[0]), title))
    return bool(opening) and (opening in wanted or wanted in opening)


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


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
