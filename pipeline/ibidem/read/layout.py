"""What the layout of a paper in a word processor tells: the title by its size, block quotations by their indent."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ibidem.document import PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.front import text_of
from ibidem.read.notes import section_of

KINDS = {
    "title": PartKind.TITLE,
    "subtitle": PartKind.TITLE,
    "author": PartKind.AUTHOR,
    "abstract": PartKind.ABSTRACT,
    "keyword": PartKind.KEYWORD,
    "date": PartKind.FURNITURE,
    "furniture": PartKind.FURNITURE,
    "heading": PartKind.HEADING,
    "quote": PartKind.QUOTE,
}
"""What paragraphs are by the kinds of `words/paper-styles.tsv`."""
INSET, INSET_RIGHT = 350, 280
"""From which indents on, in twips, a paragraph set in from both sides is a quotation."""
INSET_ALONE = 500
"""From which indent on, in twips, a paragraph set in from the left alone may be one."""
_LONGEST_HEADING = 120
_PROSE = (".", ",", ";", ":")
_FRONT = 12
_LONGEST_TITLE = 300
_SHORTEST_QUOTE = 80
_MOST_QUOTES = 0.34


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph is set: its largest size in half points, whether it is set in from the left alone."""

    size: int = 0
    inset: bool = False


def laid_out(blocks: Sequence[Block], layouts: Mapping[str, Layout]) -> list[Block]:
    """Make the largest of the first short paragraphs the title, unless one is, and those set in quotations.

    `layouts` are those of the paragraphs by the paths of their origins. Where many are set in, it is how the
    paper is set.
    """
    held = list(blocks)
    looks = [layouts.get(block.origin.path or "", Layout()) if block.origin else Layout() for block in held]
    body = [at for at, block in enumerate(held) if block.kind is PartKind.PARAGRAPH and not block.entry]
    long = [at for at in body if len(text_of(held[at])) >= _SHORTEST_QUOTE]
    inset = [at for at in long if looks[at].inset]
    if len(inset) <= _MOST_QUOTES * len(long):
        for at in inset:
            held[at] = replace(held[at], kind=PartKind.QUOTE)
    if not any(block.kind is PartKind.TITLE for block in held[: 2 * _FRONT]):
        usual = Counter(looks[at].size for at in long or body).most_common(1)
        front = [at for at, block in enumerate(held[:_FRONT]) if _may_be_title(block)]
        largest = max(front, key=lambda at: looks[at].size, default=None)
        if largest is not None and usual and looks[largest].size > usual[0][0]:
            held[largest] = replace(held[largest], kind=PartKind.TITLE)
    return held


def _may_be_title(block: Block) -> bool:
    text = text_of(block)
    named = block.kind in (PartKind.PARAGRAPH, PartKind.HEADING)
    named = named and section_of(text) is None
    return named and 1 < len(text) <= _LONGEST_TITLE and any(character.isalpha() for character in text)


def is_heading(runs: Iterable[Run]) -> bool:
    """Tell whether a paragraph in bold reads as a heading: short, with letters, and no end of a sentence."""
    text = "".join(run.text for run in runs if run.note is None).strip()
    return len(text) <= _LONGEST_HEADING and not text.endswith(_PROSE) and any(map(str.isalpha, text))
