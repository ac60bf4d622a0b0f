"""Read plain text: the file itself is the text, byte for byte, and its layout says what is what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ibidem.document import Document, Keyword, Marker, Note, Part, PartKind
from ibidem.read.lines import Line, group_lines, split_lines
from ibidem.read.marker import find_markers
from ibidem.span import Span
from ibidem.words import read_table

_ENDS = re.compile(r"[.?!:;…][\"'”’»)\]*]*\s*$|[⁰¹²³⁴-⁹]\s*$|\[\d{1,4}\]\s*$")
_SMALL = re.compile(r"[\"'“‘«(\[]?[^\W\d_A-ZÀ-ÖØ-Þ]")
_GLOSS = re.compile(r"\s*[*_]*\s*(?:[–—:]|-(?=\s)|\s-)\s*[*_]*\s*")
_RUN_IN = re.compile(r"\s*([*_\w -]{5,20}?)\s*[:—–][*_]{0,3}\s")
_BREAK = re.compile(r"[ \t]*[;,][ \t]*")
_LONGEST_HEADING = 120
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Block:
    kind: PartKind
    lines: tuple[Line, ...]
    joined: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.lines)


def parse_text(text: str) -> Document:
    """Read a plain text's parts: front matter, headings, paragraphs, notes at the end, page furniture.

    Notes are the blocks after the last heading that `words/sections.tsv` calls notes, or else the
    numbered blocks that end the text. A paragraph that a page break cuts goes on in the next block.
    """
    blocks = list(_joined(_classified(group_lines(split_lines(text)))))
    inside = [_content(block) for block in blocks if block.kind not in (PartKind.NOTE, PartKind.FURNITURE)]
    markers = find_markers(text, [span for spans in inside for span in spans])
    notes = [block for block in blocks if block.kind is PartKind.NOTE]
    placed = list(_placed(blocks))
    numbered = tuple(_notes(notes, placed))
    keywords = tuple(keyword for block in blocks if block.kind is PartKind.KEYWORD for keyword in _keywords(text, block))
    return Document.of(
        text, parts=_tiled(text, placed, markers), markers=markers, notes=numbered, keywords=keywords
    )


def _section(block: tuple[Line, ...]) -> str | None:
    bare = block[0].text.strip().strip("*_#:. ").casefold()
    return dict(read_table("sections")).get(bare) if len(block) == 1 else None


def _run_in(block: tuple[Line, ...]) -> str | None:
    """Give the section that a run-in heading opens: `Keywords: war; peace`."""
    heading = _RUN_IN.match(block[0].text)
    return dict(read_table("sections")).get(heading.group(1).strip("*_ ").casefold()) if heading else None


def _notes_start(blocks: tuple[tuple[Line, ...], ...]) -> int:
    headed = [index for index, block in enumerate(blocks) if _section(block) == "notes"]
    if headed:
        return headed[-1]
    start = len(blocks)
    while start > 0 and re.search(r"\d|[⁰¹²³⁴-⁹]", blocks[start - 1][0].label):
        start -= 1
    return start - 1 if 0 < start < len(blocks) else len(blocks)


def _classified(blocks: tuple[tuple[Line, ...], ...]) -> Iterator[_Block]:
    last_body = _notes_start(blocks)
    section = "front"
    for index, lines in enumerate(blocks):
        kind, section = _kind(lines, index, last_body, section)
        yield _Block(kind, lines)


def _kind(lines: tuple[Line, ...], index: int, last_body: int, section: str) -> tuple[PartKind, str]:
    if lines[0].furniture and not (section == "front" and index == 0):
        return PartKind.FURNITURE, section
    if index > last_body:
        return PartKind.NOTE, "notes"
    named = _section(lines)
    if named is not None:
        return PartKind.HEADING, named
    opened = _run_in(lines)
    if opened in ("abstract", "keywords"):
        return (PartKind.ABSTRACT, "abstract") if opened == "abstract" else (PartKind.KEYWORD, "body")
    length = sum(len(line.span) for line in lines)
    if section == "front" and length <= _LONGEST_TITLE:
        return (PartKind.TITLE, "byline") if index == 0 else (PartKind.PARAGRAPH, "body")
    if section == "byline" and length <= _LONGEST_TITLE and not _ENDS.search(lines[-1].text.rstrip(".")):
        return PartKind.AUTHOR, "byline"
    if section == "abstract":
        return PartKind.ABSTRACT, "abstract"
    if section == "keywords" and lines[0].label:
        return PartKind.KEYWORD, "keywords"
    if section == "keywords" and length <= _LONGEST_TITLE:
        return PartKind.KEYWORD, "body"
    return PartKind.PARAGRAPH, "body"


def _joined(blocks: Iterator[_Block]) -> Iterator[_Block]:
    complete = True
    for block in blocks:
        if block.kind is not PartKind.PARAGRAPH:
            if block.kind is not PartKind.FURNITURE:
                complete = True
            yield block
            continue
        small = _SMALL.match(block.text.lstrip()) is not None
        if complete and not small and _is_heading(block):
            yield replace(block, kind=PartKind.HEADING)
            continue
        yield replace(block, joined=not complete)
        complete = _ENDS.search(block.text) is not None


def _is_heading(block: _Block) -> bool:
    text = block.text
    short = len(text) <= _LONGEST_HEADING and len(block.lines) <= 2
    return short and not re.search(r"[.?!;,…\"”»⁰¹²³⁴-⁹]\s*$|\[\d+\]\s*$", text)


def _content(block: _Block) -> list[Span]:
    return [line.content for line in block.lines]


def _placed(blocks: list[_Block]) -> Iterator[tuple[_Block, int]]:
    """Number the blocks; a joined paragraph, and the furniture inside it, take the number of its first piece."""
    number = -1
    paragraph = -1
    pending: list[_Block] = []
    for block in blocks:
        if block.kind is PartKind.FURNITURE:
            pending.append(block)
            continue
        inside = block.joined and paragraph >= 0
        for piece in pending:
            number += not inside
            yield piece, paragraph if inside else number
        pending.clear()
        if not inside:
            number += 1
            paragraph = number
        yield block, paragraph
    for piece in pending:
        number += 1
        yield piece, number


def _tiled(text: str, placed: list[tuple[_Block, int]], markers: tuple[Marker, ...]) -> Iterator[Part]:
    """Tile the text: content as its block's kind, markers apart, labels as furniture, all else as space."""
    starts = {marker.span.start: marker.span for marker in markers}
    ordered = sorted(starts)
    at = 0
    block = 0
    taken = 0
    for piece, number in placed:
        for line in piece.lines:
            content = line.content
            if content.start > at:
                gap = line.span.start + len(line.label) - len(line.label.lstrip()) if line.label.strip() else content.start
                same = number == block
                yield from _gap(at, max(at, gap), content.start, number if same else block, number)
            block = number
            at = content.start
            while taken < len(ordered) and ordered[taken] < content.end:
                span = starts[ordered[taken]]
                taken += 1
                if span.start > at:
                    yield Part(piece.kind, Span(at, span.start), number)
                yield Part(PartKind.MARKER, span, number)
                at = span.end
            if content.end > at:
                yield Part(piece.kind, Span(at, content.end), number)
            at = content.end
    if at < len(text):
        yield Part(PartKind.SPACE, Span(at, len(text)), block)


def _gap(at: int, label: int, content: int, before: int, block: int) -> Iterator[Part]:
    if label > at:
        yield Part(PartKind.SPACE, Span(at, label), before)
    if content > label:
        yield Part(PartKind.FURNITURE, Span(label, content), block)


def _notes(notes: list[_Block], placed: list[tuple[_Block, int]]) -> Iterator[Note]:
    numbers = {id(block): number for block, number in placed}
    for place, block in enumerate(notes, start=1):
        printed = re.search(r"\d+", block.lines[0].label.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))
        yield Note(int(printed.group()) if printed else place, numbers[id(block)], printed is not None)


def _keywords(text: str, block: _Block) -> Iterator[Keyword]:
    area = Span(block.lines[0].content.start, block.lines[-1].content.end)
    heading = _RUN_IN.match(text, area.start, area.end) if _run_in(block.lines) == "keywords" else None
    area = Span(heading.end(), area.end) if heading else area
    gloss = _GLOSS.search(text, area.start + 1, area.end)
    if block.lines[0].label and gloss is not None:
        yield Keyword(_trimmed(text, Span(area.start, gloss.start())), _trimmed(text, Span(gloss.end(), area.end)))
        return
    at = area.start
    for cut in [*_BREAK.finditer(text, area.start, area.end), None]:
        term = _trimmed(text, Span(at, cut.start() if cut else area.end))
        if len(term):
            yield Keyword(term, None)
        at = cut.end() if cut else area.end


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \t*_":
        start += 1
    while end > start and text[end - 1] in " \t*_":
        end -= 1
    return Span(start, end)
