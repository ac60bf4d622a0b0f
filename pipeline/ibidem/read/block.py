"""Blocks of lines and what they are: title, author, abstract, keywords, headings, paragraphs, notes, furniture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from ibidem.document import PartKind
from ibidem.read.lines import Line
from ibidem.read.notes import NoteLayout, section_of
from ibidem.words import read_words

_ENDS = re.compile(r"[.?!:…][\"'”’»)\]*]*+\s*$|[⁰¹²³⁴-⁹]\s*$|\[\^?\w{1,20}\]\s*$|[.?!…][\"'”’»)]?\d{1,3}\s*$")
_CONTINUES = re.compile(r"(?:\d{1,3}\s)?[\"'“‘«(\[]?[^\W\d_A-ZÀ-ÖØ-Þ]")
_RUN_IN = re.compile(r"\s*+([*_]{0,3}\w[\w -]{4,18}?[*_]{0,3})\s?[:—–][*_]{0,3}\s")
_LONGEST_HEADING = 120
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and what they are; `joined` says that they go on the paragraph before."""

    kind: PartKind
    lines: tuple[Line, ...]
    joined: bool = False
    note: int | None = None

    @property
    def head(self) -> str:
        """Give the first line without its label."""
        return self.lines[0].text[len(self.lines[0].label) :].strip()


def run_in(line: Line) -> tuple[str, int] | None:
    """Give the section that a run-in heading opens, and where its text starts: `Keywords: war; peace`."""
    match = _RUN_IN.match(line.text)
    kind = section_of(match.group(1)) if match else None
    return (kind, match.end()) if match and kind else None


def classify(layout: NoteLayout) -> Iterator[Block]:
    """Give the blocks of a text in order; `note` counts the notes, lists beside them included, from 0."""
    yield from _joined(_kinds(layout))


def _kinds(layout: NoteLayout) -> Iterator[Block]:
    held = {
        index: note for note, lines in enumerate((*layout.notes, *layout.listed, *layout.asides)) for index in lines
    }
    state = _Front()
    pending: list[Line] = []
    grouping = _Grouping(layout, held)
    note: int | None = None
    for index, line in enumerate(layout.lines):
        mine = held.get(index)
        noted = mine is not None or note is not None
        if pending and (mine != note if noted else grouping.opens(index, pending)):
            yield from state.blocks(pending, note)
            pending = []
        note = mine
        pending.append(line)
    if pending:
        yield from state.blocks(pending, note)


class _Grouping:
    """Where one block ends and the next begins."""

    def __init__(self, layout: NoteLayout, held: dict[int, int]) -> None:
        """Measure the text: has it gaps, and how long are its lines."""
        self.lines = layout.lines
        usual = [len(line.span) for index, line in enumerate(self.lines) if not line.furniture and index not in held]
        gaps = sum(line.gap_before for line in self.lines)
        self.gapped = (gaps - 1) * 12 > len(self.lines)
        self.width = median_low(usual) if usual else 0

    def opens(self, index: int, before: list[Line]) -> bool:
        """Tell whether the line opens a block: after a gap, with a label, or after a short closed line."""
        line, last = self.lines[index], before[-1]
        if line.furniture or last.furniture or line.gap_before:
            return True
        if line.label and (self.gapped or _ENDS.search(last.text)):
            return True
        return not self.gapped and self._breaks(line, last)

    def _breaks(self, line: Line, last: Line) -> bool:
        """Tell two blocks apart in text without gaps: by a last line that is short, or by a heading."""
        short = len(last.span) * 5 < self.width * 4
        return short and _CONTINUES.match(line.text.lstrip()) is None


class _Front:
    """What is read so far: titles and bylines stand at the front, abstracts and keywords under their headings."""

    def __init__(self) -> None:
        """Start before the title."""
        self.section = "front"
        self.listed: str | None = None

    def blocks(self, lines: Sequence[Line], note: int | None) -> Iterator[Block]:
        """Say what the lines are."""
        if note is not None:
            self.section = "body" if self.section == "front" else self.section
            yield Block(PartKind.NOTE, tuple(lines), note=note)
        elif lines[0].furniture:
            yield Block(PartKind.FURNITURE, tuple(lines))
        else:
            yield Block(self._kind(lines), tuple(lines))

    def _kind(self, lines: Sequence[Line]) -> PartKind:
        named = section_of(lines[0].text) if len(lines) == 1 else None
        if named is not None:
            self.section = named if named != "notes" else "body"
            return PartKind.HEADING
        opened = run_in(lines[0])
        if opened and opened[0] in ("abstract", "keywords"):
            self.section = "abstract" if opened[0] == "abstract" else "body"
            return PartKind.ABSTRACT if opened[0] == "abstract" else PartKind.KEYWORD
        return self._placed(lines, sum(len(line.span) for line in lines))

    def _placed(self, lines: Sequence[Line], length: int) -> PartKind:
        if self.section == "front":
            self.section = "byline" if length <= _LONGEST_TITLE else "body"
            return PartKind.TITLE if length <= _LONGEST_TITLE else PartKind.PARAGRAPH
        if self.section == "byline" and length <= _LONGEST_TITLE and all(_names_somebody(line.text) for line in lines):
            return PartKind.AUTHOR
        if self.section == "abstract":
            return PartKind.ABSTRACT
        if self.section == "keywords" and lines[0].label and self.listed in (None, _shape(lines[0])):
            self.listed = _shape(lines[0])
            return PartKind.KEYWORD
        if self.section == "keywords":
            self.section = "body"
            if self.listed is None and length <= _LONGEST_TITLE and not lines[-1].text.rstrip().endswith("."):
                return PartKind.KEYWORD
            return PartKind.PARAGRAPH
        self.section = "body"
        return PartKind.PARAGRAPH


def _shape(line: Line) -> str:
    """Give the label of a line without its number: a list goes on as long as its lines bear labels of one shape."""
    return re.sub(r"\d+", "0", line.label.strip())


def _names_somebody(line: str) -> bool:
    """Tell whether a line at the front names a person or institution: most of its words have large letters."""
    words = re.findall(r"[^\W\d_]{2,}", line)
    large = sum(word[0].isupper() for word in words)
    return "@" in line or (3 * large >= 2 * len(words) and not line.rstrip().endswith((":", "!", "?")))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Tell headings from paragraphs, and which paragraphs go on the one before: pages and notes cut them."""
    complete = True
    for block, after in _with_next(blocks):
        if block.kind in (PartKind.FURNITURE, PartKind.NOTE):
            yield block
        elif block.kind is not PartKind.PARAGRAPH:
            complete = True
            yield block
        elif complete and _is_heading(block) and not (after and _CONTINUES.match(after.head)):
            yield replace(block, kind=PartKind.HEADING)
        else:
            yield replace(block, joined=not complete)
            complete = _ENDS.search(block.lines[-1].text) is not None


def _with_next(blocks: Iterator[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Give each block with the next one that is text of the body."""
    held = list(blocks)
    after: Block | None = None
    pairs = []
    for block in reversed(held):
        pairs.append((block, after))
        after = after if block.kind in (PartKind.FURNITURE, PartKind.NOTE) else block
    return reversed(pairs)


def _is_heading(block: Block) -> bool:
    length = sum(len(line.span) for line in block.lines)
    if length > _LONGEST_HEADING or len(block.lines) > 2 or _CONTINUES.match(block.head):
        return False
    if block.head.split()[-1:] and block.head.split()[-1].casefold() in read_words("title-words"):
        return False
    return not re.search(r"[.?!;,…\"”»⁰¹²³⁴-⁹]\s*$|\[\^?\w{1,20}\]\s*$", block.lines[-1].text)
