"""The lines of a plain text, before anything is known of their meaning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ibidem.read.furniture import find_furniture, glued_heads
from ibidem.span import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LABEL = re.compile(
    r"\s*+(?:[-–—•·*‣+>]|#{1,6}|\(?(?P<digits>\d{1,3})[.)\]]|\[(?P<bracket>\d{1,4})\]|\{(?P<brace>\d{1,4})\}|\^(?P<caret>\d{1,4})"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,4}))\s++(?=\S)|\s*+<sup>(?P<html>\d{1,4})\.?</sup>\s*+(?=\S)|\s*+\[\^(?P<name>[^\s\]]{1,40})\]:\s*+(?=\S)"
    r"|\s*+(?P<glued>[⁰¹²³⁴-⁹]{1,4})(?=[^\W\d_])"
    r"|\s*+\[(?P<tight>\d{1,4})\](?=[A-ZÀ-ÖØ-ÞА-Я][^\W\d_]|[«“„‘]|(?:1[4-9]|20)\d\d\b)"
)
_NUMBERS = ("digits", "bracket", "brace", "caret", "raised", "html", "glued", "tight")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `label` is the bullet or number that opens it, with the space behind.

    `number` is the label's number, `name` that of a Markdown footnote (`[^name]:`). `gap_before` says that
    blank lines or a page end stand before it.
    """

    span: Span
    text: str
    label: str
    furniture: bool
    gap_before: bool
    number: int | None = None
    name: str | None = None

    @property
    def content(self) -> Span:
        """Give the line without its label and the white space around it."""
        inner = self.text[len(self.label) :]
        start = self.span.start + len(self.label) + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.span.start + len(self.text.rstrip())))


def split_lines(text: str) -> tuple[Line, ...]:
    """Split at every line end of Unicode, dropping lines of white space; a line keeps its offsets.

    A running head that a converter glued to the line before it becomes a line of its own.
    """
    matches = [match for match in _LINE.finditer(text) if not match.group().isspace()]
    stretches = [(match.start(), match.end(), _gap(text, before, match)) for before, match in _after(matches)]
    furniture = find_furniture([text[start:end] for start, end, _ in stretches])
    cuts = glued_heads([text[start:end] for start, end, _ in stretches], furniture)
    lines = []
    for index, (start, end, gap) in enumerate(stretches):
        cut = start + cuts[index] if index in cuts else end
        lines.append(_line(text, start, cut, furniture=index in furniture, gap=gap))
        if cut < end:
            lines.append(_line(text, cut, end, furniture=True, gap=False))
    return tuple(lines)


def _after(matches: list[re.Match[str]]) -> Iterable[tuple[int | None, re.Match[str]]]:
    ends = [None, *(match.end() for match in matches)]
    return zip(ends, matches, strict=False)


def _gap(text: str, before: int | None, match: re.Match[str]) -> bool:
    if before is None:
        return True
    between = text[before : match.start()]
    return between.count("\n") + between.count("\r") - between.count("\r\n") > 1 or "\x0c" in between


def _line(text: str, start: int, end: int, *, furniture: bool, gap: bool) -> Line:
    match = None if furniture else _LABEL.match(text, start, end)
    if match is None:
        return Line(Span(start, end), text[start:end], "", furniture, gap)
    printed = next((match[name] for name in _NUMBERS if match[name]), None)
    number = int(printed.translate(_RAISED)) if printed else None
    return Line(Span(start, end), text[start:end], match.group(), furniture, gap, number, match["name"])
