"""The lines of a plain text and the blocks they make, before anything is known of their meaning."""

import re
from collections import Counter
from dataclasses import dataclass

from ibidem.span import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-–—•·*‣]|\(?\d{1,4}[.)\]]|\[\d{1,4}\]|[⁰¹²³⁴-⁹]+)\s+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,4}\s*")
_RIGHTS = re.compile(r"©|\bcopyright\b|\ball rights reserved\b|\blicen[cs]ed\b|\bdownloaded from\b", re.IGNORECASE)
_LONGEST_FURNITURE = 160
_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `label` is the bullet or number that opens it, with the space behind."""

    span: Span
    text: str
    label: str
    furniture: bool
    gap_before: bool

    @property
    def content(self) -> Span:
        """Give the line without its label and the white space around it."""
        inner = self.text[len(self.label) :]
        start = self.span.start + len(self.label) + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.span.start + len(self.text.rstrip())))


def split_lines(text: str) -> tuple[Line, ...]:
    """Split at every line end of Unicode, dropping lines of white space; a line keeps its offsets.

    Furniture is a short line that is only a page number, speaks of copyright or licence, or stands three
    times or more in the text (a running head); a line that ends in a full stop never counts as repeated.
    """
    matches = [match for match in _LINE.finditer(text) if not match.group().isspace()]
    often = Counter(match.group().strip() for match in matches)
    lines = []
    previous = 0
    for match in matches:
        line = match.group()
        label = _BULLET.match(line)
        between = text[previous : match.start()]
        gap = between.count("\n") + between.count("\r") - between.count("\r\n") > 1 or not lines or "\x0c" in between
        furniture = _is_furniture(line, often[line.strip()])
        lines.append(Line(Span(*match.span()), line, label.group() if label else "", furniture, gap))
        previous = match.end()
    return tuple(lines)


def _is_furniture(line: str, times: int) -> bool:
    bare = line.strip()
    if len(bare) > _LONGEST_FURNITURE:
        return False
    if _NUMBER.fullmatch(bare) or _RIGHTS.search(bare):
        return True
    return times >= _REPEATS and len(bare) > 3 and not bare.endswith((".", "*", ";", "!", "?", "”", '"'))


def group_lines(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Group lines into blocks: a gap, a label or a piece of furniture ends the block before."""
    blocks: list[list[Line]] = []
    for line in lines:
        opens = line.gap_before or line.label or line.furniture
        if opens or not blocks or blocks[-1][-1].furniture:
            blocks.append([])
        blocks[-1].append(line)
    return tuple(tuple(block) for block in blocks)
