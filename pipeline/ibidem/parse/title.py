"""Titles that marks set apart: quotation marks of several kinds, and emphasis such as `*...*`."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ITALIC = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*\n]{1,400}?)\1(?!\w)")
_CLOSED = re.compile(r"\s*(?:[,.;:()\[\0*]|$|(?:in|In|IN|at|dans|trans)\b|-)")
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch: the range with its marks, and the range inside them."""

    start: int
    end: int
    inner: tuple[int, int]


@lru_cache(maxsize=8192)
def find_quoted(text: str) -> tuple[Marked, ...]:
    """Find the quoted stretches of a reference whose quotes and dashes are plain (`fields.flat`).

    The mark that closes is the first one with a separator behind it; with an odd number of marks a
    quoted stretch goes on to the stray mark that has one. An opening mark that nothing closes is left.
    """
    found: list[Marked] = []
    at = 0
    while at < len(text) and len(found) < 20:
        opening = _opening(text, at)
        if opening < 0:
            break
        closing = _double_close(text, opening) if text[opening] == '"' else _single_close(text, opening)
        if closing < 0:
            at = opening + 1
            continue
        found.append(Marked(opening, closing + 1, (opening + 1, closing)))
        at = closing + 1
    return tuple(found)


def _opening(text: str, at: int) -> int:
    for index in range(at, len(text)):
        char = text[index]
        free = index == 0 or not text[index - 1].isalnum()
        if char == '"' and index + 1 < len(text) and free:
            return index
        if char in "‘'" and free and index + 1 < len(text) and (text[index + 1].isalnum() or text[index + 1] in '"[*¿'):
            return index
    return -1


def _double_close(text: str, opening: int) -> int:
    marks = [match.start() for match in re.finditer('"', text[opening + 1 : opening + _LONGEST])]
    closers = [opening + 1 + mark for mark in marks]
    for mark in closers:
        if _CLOSED.match(text, mark + 1) and not _italic_runs_on(text, mark, closers):
            return mark
    return closers[0] if closers else -1


def _italic_runs_on(text: str, mark: int, closers: list[int]) -> bool:
    """Tell whether emphasis follows without a separator and a stray mark with one closes it."""
    follow = re.match(r"\s*\*[^*]{1,200}\*?\"\*?\s*[,.]", text[mark + 1 : mark + 260])
    return follow is not None and len(closers) % 2 == 0 and text.count('"') % 2 == 1


def _single_close(text: str, opening: int) -> int:
    first = -1
    for match in _SINGLE_CLOSE.finditer(text, opening + 2, min(len(text), opening + _LONGEST)):
        if _CLOSED.match(text, match.end()):
            return match.start()
        first = match.start() if first < 0 else first
    return first


@lru_cache(maxsize=8192)
def find_italics(text: str) -> tuple[Marked, ...]:
    """Find the emphasised stretches, in order; an asterisk without its partner marks nothing."""
    return tuple(Marked(match.start(), match.end(), match.span(2)) for match in _ITALIC.finditer(text))
