"""The number that is printed before a note as plain text: parted from what the note says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ibidem.read.compose import Block
from ibidem.read.html.notes import Notes, number_of
from ibidem.read.html.roles import tag
from ibidem.read.marks import LOWERED

_LABEL = re.compile(r"[\s\u00a0]*([\[({]?\s?([^\s\[\](){}.,:]{1,6})\s?(?:[\])}]?[.:)]?))(?=[\s\u00a0]|$)[\s\u00a0]*")
_CARET = re.compile(r"[\s\u00a0]*\^[\s\u00a0]*")


def labelled(blocks: Iterable[Block], notes: Notes) -> Iterator[Block]:
    """Part the printed number from the first block of each note; one without has its marker's.

    A bare number goes only where a full stop or bracket follows it, or where no list counts the notes.
    """
    numbers = {name: number_of(shown) for name, shown in notes.shown.items()}
    items = {name for element, name in notes.holds.items() if tag(element) == "li"}
    seen: set[str] = set()
    for block in blocks:
        if block.note is None or block.note in seen:
            yield block
            continue
        seen.add(block.note)
        number = numbers.get(block.note, "")
        yield block if block.label else _parted(block, number, counted=block.note in items)


def _parted(block: Block, number: str, *, counted: bool) -> Block:
    first = next((at for at, run in enumerate(block.runs) if run.note is not None or run.text.strip()), None)
    if first is None or block.runs[first].note is not None:
        return replace(block, label=_shown(number))
    text = block.runs[first].text
    caret = _CARET.match(text)
    text = text[caret.end() :] if caret else text
    match = _LABEL.match(text)
    label = _shown(number)
    if match and number and match[2].translate(LOWERED) == number:
        plain = match[1] == number
        glued = match.end() == len(text) and "".join(run.text for run in block.runs[first + 1 :])[:1].isalnum()
        if not plain or not (counted or glued):
            label, text = match[1].translate(LOWERED), text[match.end() :]
    runs = (*block.runs[:first], replace(block.runs[first], text=text), *block.runs[first + 1 :])
    return replace(block, runs=runs, label=label)


def _shown(number: str) -> str:
    return f"{number}." if number.isdigit() else number
