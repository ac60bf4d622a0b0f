"""Group lines to paragraphs, over columns and pages, and say which are headings or block quotations."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ibidem.document import PartKind
from ibidem.read.notes import section_of
from ibidem.read.pdf.page import Area, Line

_INDENT = 0.7
_CLOSED = re.compile(r"[.!?:…][\"'”’»)\]\d*†]*$")
_LISTED = re.compile(r"(?:[•·–—◦▪*-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|tab\.|plate|map|chart|abb(?:ildung|\.)|tabelle|tableau|carte|figura|tabella|рис(?:\.|унок)|таблица)"
    r"\s?\d",
    re.IGNORECASE,
)
_MOST_CAPTIONS = 2
_OPENS = re.compile(r"[\"'“‘«„(\[¿¡]*(?:[^\W\d_]|\d)")
_NUMBERED = re.compile(r"(?:(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?|§\s?\d+)\s+[^\W\d_a-z]")
_HYPHENED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_NUMBER = re.compile(r"\s*[\[(]?\d{1,4}[\])]?\s*")
_LONGEST_HEADING = 220
_WIDE, _WIDE_RAISED, _WIDE_LARGE = 1.28, 1.45, 1.45
_LARGER = 1.07


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, and what they are."""

    kind: PartKind
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Give its lines with a space between."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def pieces(self) -> tuple[str, ...]:
        """Give its text cut at what is raised in it."""
        out = [""]
        for line in self.lines:
            at = 0
            for span in line.raised:
                out[-1] += line.text[at : span.start]
                out.append("")
                at = span.end
            out[-1] += line.text[at:].rstrip() + " "
        return tuple(" ".join(piece.split()) for piece in out)

    @property
    def plain(self) -> str:
        """Give its text without what is raised in it, and without signs at its ends."""
        return " ".join(piece for piece in self.pieces if piece).strip(" *∗†‡§")


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a column's text, and the distance of its lines."""

    left: float
    right: float
    leading: float

    def indented(self, line: Line) -> bool:
        """Tell whether a line is set in at its left."""
        return line.left - self.left > _INDENT * line.size

    def centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle, far from both edges."""
        left, right = line.left - self.left, self.right - line.right
        return min(left, right) > 2 * line.size and abs(left - right) < max(
            2 * line.size, 0.1 * (self.right - self.left)
        )

    def full(self, line: Line, after: Line) -> bool:
        """Tell whether the first word of the next line would not have fitted on this one."""
        word = after.text.lstrip().partition(" ")[0]
        width = (after.right - after.left) / max(1, len(after.text)) * (len(word) + 1)
        return line.right + width > self.right - 0.5 * line.size


def frame(area: Area) -> Frame:
    """Measure a column: its left edge is the leftmost at which many lines begin."""
    lefts = Counter(round(line.left / 2) for line in area.lines)
    many = [left for left, count in lefts.items() if count >= max(2, 0.12 * len(area.lines))]
    left = 2.0 * min(many) if many else area.left
    rights = sorted(line.right for line in area.lines)
    right = rights[int(0.9 * (len(rights) - 1))]
    steps = [a.base - b.base for a, b in pairwise(area.lines) if 0 < a.base - b.base < 3 * a.size]
    return Frame(left, right, median(steps) if steps else 0.0)


def paragraphs(areas: Sequence[Area], *, size: float) -> list[Paragraph]:
    """Give the paragraphs of the running text in reading order."""
    groups: list[list[Line]] = []
    frames: list[Frame] = []
    before: tuple[Line, Frame] | None = None
    for area in areas:
        if not area.lines:
            continue
        held = frame(area)
        for at, line in enumerate(area.lines):
            fresh = before is None or _begins(groups[-1], before[0], line, frames[-1], held, first=at == 0)
            if fresh:
                groups.append([])
                frames.append(held)
            groups[-1].append(line)
            before = (line, held)
    kinds = [_kind(group, held, size) for group, held in zip(groups, frames, strict=True)]
    return _around([Paragraph(kind, tuple(group)) for kind, group in zip(kinds, groups, strict=True)])


def _around(held: list[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that goes on behind the caption of a figure or a table."""
    out: list[Paragraph] = []
    for one in held:
        open_at = len(out) - 1
        while open_at >= 0 and len(out) - open_at <= _MOST_CAPTIONS and _CAPTION.match(out[open_at].text):
            open_at -= 1
        before = out[open_at] if 0 <= open_at < len(out) - 1 else None
        goes_on = one.kind is PartKind.PARAGRAPH and one.text[:1].islower()
        if before and goes_on and before.kind is PartKind.PARAGRAPH and not _CLOSED.search(before.text):
            out[open_at] = replace(before, lines=before.lines + one.lines)
        else:
            out.append(one)
    return out


def _begins(group: Sequence[Line], before: Line, line: Line, old: Frame, new: Frame, *, first: bool) -> bool:
    """Tell whether a line begins a paragraph."""
    if not first and _is_lone_marker(before, line, new):
        return False
    if _HYPHENED.search(before.text.rstrip()) and line.text.lstrip()[:1].islower():
        return False
    if _NUMBER.fullmatch(before.text) and group[0] is not before:
        before = group[-2]
    if abs(before.size - line.size) > 0.045 * max(before.size, line.size) or before.bold != line.bold:
        return True
    closed = _CLOSED.search(before.text.rstrip()) is not None
    if not first:
        gap = before.base - line.base
        # What is raised in a line drives it down.
        wide = _WIDE_RAISED if line.raised or before.raised else _WIDE
        own = _WIDE_LARGE if line.size > new.leading else 1.25
        if gap > max(wide * new.leading, own * line.size) and gap > 1.12 * _usual(group, new):
            return True
        if line.bold and before.bold:
            # The second line of a heading may hang.
            return False
        inside = len(group) > 1 and new.indented(before)
        if new.indented(line) and not new.indented(before) and not new.centred(before):
            return True
        if not new.indented(line) and inside:
            return True
        if inside and abs(line.left - before.left) > 0.6 * line.size and not new.centred(line):
            return True
    elif new.indented(line) and not old.indented(before):
        return closed or line.text.lstrip()[:1].isupper()
    if old.centred(before) and new.centred(line):
        return False
    return closed and not old.full(before, line) and _OPENS.match(line.text.lstrip()) is not None


def _is_lone_marker(before: Line, line: Line, held: Frame) -> bool:
    """Tell whether a line is the marker of the sentence above it, driven over the edge."""
    if _NUMBER.fullmatch(line.text) is None:
        return False
    gap = before.base - line.base
    beside = abs(line.left - before.left) < before.size and gap < 1.3 * held.leading
    return beside or (line.size < before.size and gap < 1.6 * before.size)


def _usual(group: Sequence[Line], held: Frame) -> float:
    steps = [a.base - b.base for a, b in pairwise(group) if a.base > b.base]
    return min(steps) if steps else held.leading


def _kind(group: Sequence[Line], held: Frame, size: float) -> PartKind:
    text = " ".join(line.text.strip() for line in group)
    if _is_heading(group, held, size, text):
        return PartKind.HEADING
    inner = [held.indented(line) for line in group]
    quoted = all(inner) and (len(group) > 1 or group[0].size < 0.96 * size)
    if quoted and not _LISTED.match(text) and not _CAPTION.match(text) and not _is_centred(group, held):
        return PartKind.QUOTE
    return PartKind.PARAGRAPH


def _is_centred(group: Sequence[Line], held: Frame) -> bool:
    """Tell whether lines stand in the middle each by itself, not as a block that is set in on both sides."""
    lefts = [line.left for line in group]
    return all(held.centred(line) for line in group) and (len(group) == 1 or max(lefts) - min(lefts) > group[0].size)


def _is_heading(group: Sequence[Line], held: Frame, size: float, text: str) -> bool:
    if len(group) > 3 or len(text) > _LONGEST_HEADING or not any(letter.isalpha() for letter in text):
        return False
    if len(group) == 1 and section_of(text):
        return True
    if group[0].size > _LARGER * size and not text.endswith((",", ";")):
        return True
    letters = [letter for letter in text if letter.isalpha()]
    capital = len(letters) > 3 and all(letter.isupper() for letter in letters)
    bold = all(line.bold for line in group)
    if (bold or capital) and not text.endswith((",", ";")):
        return True
    if len(group) > 1 or text.endswith((".", ",", ";", ":")):
        return False
    italic = sum(span.end - span.start for span in group[0].italics) > 0.8 * len(text)
    return (italic or _NUMBERED.match(text) is not None or held.centred(group[0])) and len(text) < 100
