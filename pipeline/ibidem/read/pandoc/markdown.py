"""Carry the labels of Markdown footnotes through pandoc, and keep notes that nothing points at."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ibidem.read.pandoc.carry import Carried, mark, unmarked

_DEFINED = re.compile(r"^( {0,3})\[\^([^\s\[\]^]{1,80})\]:[ \t]*(.*)$")
_POINTED = re.compile(r"(?<!\\)\[\^([^\s\[\]^]{1,80})\]")
_DIRECTIVE = re.compile(r"\s*(?:\{%.{0,300}%\}|\{:.{0,300}\})\s*")
"""What a site's generator heeds and does not print: `{% include x %}`, `{: .class}`."""
_TOML = re.compile(r"\+\+\+[ \t]*\n(?:[^\n]*\n){0,400}?\+\+\+[ \t]*\n")
_TITLE = re.compile(r"^title\s{0,9}=\s{0,9}([\"'])(.*?)\1[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_FENCES = ("```", "~~~")
_INLINE = re.compile(r"\^\[(?!\^)")
_BLOCK = re.compile(r">|\||`{3}|~{3}|#{1,6} |\+-")
"""What opens a block that must stay at the start of its line."""


def carry_markdown(text: str) -> Carried:
    """Mark the definitions of the notes; two of one label are two notes, as where chapters were put together.

    Their numbers are their labels where these are all numbers, else their places.
    """
    lines = [line if not _DIRECTIVE.fullmatch(line) else "" for line in _titled(unmarked(text)).split("\n")]
    open_lines = [line if free else None for line, free in zip(lines, _free(lines), strict=True)]
    defined = [
        (at, match[2]) for at, line in enumerate(open_lines) if line is not None and (match := _DEFINED.match(line))
    ]
    notes: dict[str, list[tuple[int, int]]] = {}
    for index, (at, name) in enumerate(defined):
        notes.setdefault(name, []).append((at, index))
    used: set[int] = set()
    pointing = _Pointing(notes, open_lines)
    for (at, line), noted in zip(enumerate(open_lines), list(_noted(lines)), strict=True):
        if line is not None:
            # Pandoc reads no markers in notes: what only they point at is pointed at by nothing.
            lines[at] = pointing.rewritten(at, line, set() if noted else used)
    counted = all(name.isdecimal() for _, name in defined) and not any(_INLINE.search(line or "") for line in lines)
    unused = [f"[^{index}x]" for index in range(len(defined)) if index not in used]
    if unused:
        lines += ["", f"{mark('x')} {' '.join(unused)}", ""]
    names = tuple(name for _, name in defined)
    return Carried("\n".join(lines).encode(), tuple(name if counted else "" for name in names), names=names)


def _titled(text: str) -> str:
    """Give settings in TOML, which pandoc does not know, as the title that they give."""
    block = _TOML.match(text)
    if block is None:
        return text
    title = _TITLE.search(block[0])
    return (f"% {title[2]}\n\n" if title else "") + text[block.end() :]


def _noted(lines: list[str]) -> Iterator[bool]:
    """Tell which lines belong to the text of a note: it ends at a blank line that no indented one follows."""
    inside = gap = False
    for line in lines:
        if _DEFINED.match(line):
            inside = True
        elif line.strip() and gap and not line.startswith(("    ", "\t")):
            inside = False
        gap = not line.strip()
        yield inside


def _free(lines: list[str]) -> Iterator[bool]:
    """Tell which lines stand outside of fenced code; a fence that nothing closes is none."""
    last = {
        sign: max((at for at, line in enumerate(lines) if line.lstrip(" ").startswith(sign)), default=-1)
        for sign in _FENCES
    }
    fence = ""
    for at, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and (match[1].startswith(fence) if fence else last[match[1][:3]] > at):
            yield False
            fence = "" if fence else match[1][:3]
        else:
            yield not fence


class _Pointing:
    """Which of the notes of a label each marker points at."""

    def __init__(self, notes: dict[str, list[tuple[int, int]]], lines: list[str | None]) -> None:
        """Count the markers of the labels that several notes have."""
        self.notes = notes
        self.places = {place: index for held in notes.values() for place, index in held}
        self.counts = dict.fromkeys(notes, 0)
        self.seen = dict.fromkeys(notes, 0)
        for line in lines:
            for name in _POINTED.findall(_opened(line)[1]) if line else ():
                if name in self.counts:
                    self.counts[name] += 1

    def rewritten(self, at: int, line: str, used: set[int]) -> str:
        """Give a line with the places of its notes for their labels; note in `used` which have a marker."""
        opening, rest = _opened(line)
        match = _DEFINED.match(line)
        if match:
            index = self.places[at]
            apart = "\n\n    " if _BLOCK.match(rest) else " "
            opening = f"{match[1]}[^{index}x]: {mark('n', index)}{apart}"

        def renamed(pointer: re.Match[str]) -> str:
            if pointer[1] not in self.notes:
                return pointer[0]
            index = self._note(pointer[1], at)
            used.add(index)
            return f"[^{index}x]"

        return opening + _POINTED.sub(renamed, rest)

    def _note(self, name: str, at: int) -> int:
        """Give the note meant: one for one where there are as many markers, else the next that is defined."""
        held = self.notes[name]
        place = self.seen[name]
        self.seen[name] += 1
        if len(held) != self.counts[name]:
            place = bisect_left(held, at, key=lambda note: note[0])
        return held[min(place, len(held) - 1)][1]


def _opened(line: str) -> tuple[str, str]:
    """Cut a line behind the label that it defines."""
    match = _DEFINED.match(line)
    return (line[: match.start(3)], match[3]) if match else ("", line)
