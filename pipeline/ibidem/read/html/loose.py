"""Notes that no link leads to: raised or bracketed numbers in the text, and a list of notes with the same numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ibidem.document import PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.marker import sections
from ibidem.read.marks import LOWERED

_MARKER = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\]")
_BRACKETED = re.compile(r"\[\d{1,3}\]")
_LABEL = re.compile(r"\s*(\[(\d{1,3})\]|\(?(\d{1,3})[.)]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}(?=[\s\u00a0]))\s*")
_FEWEST = 2


def paired(blocks: Sequence[Block]) -> Sequence[Block]:
    """Make notes of the list's entries where the text has their numbers; else leave all as it is.

    Where something says that it is a note, and no marker leads to any, those are the list. Where markers lead to
    notes, numbers in brackets may still be those of a list of works.
    """
    linked = any(run.note is not None for block in blocks for run in block.runs)
    shape = _BRACKETED if linked else _MARKER
    said = [] if linked else [at for at, block in enumerate(blocks) if block.note is not None]
    places = said or [at for at, block in enumerate(blocks) if block.entry] or ([] if linked else _tail(blocks))
    numbers = _said_numbers([blocks[at] for at in said]) if said else _numbers([blocks[at] for at in places])
    marked = [int(number) for block in _body(blocks, places) for number in _markers(block, shape)]
    notes = [number for number in numbers if number]
    if not marked or not notes:
        return blocks
    runs, marker_runs = sections(notes), sections(marked)
    restarts = runs[-1] == marker_runs[-1]
    known = set(zip(runs, notes, strict=True)) if restarts else {(1, number) for number in notes}
    cited = set(zip(marker_runs, marked, strict=True)) if restarts else {(1, number) for number in marked}
    if len(cited & known) * 10 < len(cited) * 9 or 2 * len(cited & known) < len(known):
        return blocks
    return list(_joined(blocks, places, numbers, known=known, restarts=restarts, shape=shape))


def _said_numbers(notes: Sequence[Block]) -> list[int]:
    """Give the numbers of what says that it is a note, from their labels or their order; nothing for what goes on."""
    seen: set[str | None] = set()
    numbers = []
    for note in notes:
        shown = note.label.strip("[]().: ").translate(LOWERED)
        counted = int(shown) if shown.isascii() and shown.isdigit() else _printed(note) or len(seen) + 1
        numbers.append(0 if note.note in seen else counted)
        seen.add(note.note)
    return numbers


def _body(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[Block]:
    held = set(places)
    for at, block in enumerate(blocks):
        if at not in held and block.kind is not PartKind.AUTHOR:
            yield block


def _markers(block: Block, shape: re.Pattern[str]) -> Iterator[str]:
    for run in block.runs:
        for match in shape.finditer(run.text) if run.note is None else ():
            yield match.group().strip("[]").translate(LOWERED)


def _text(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def _printed(block: Block) -> int | None:
    match = _LABEL.match(_text(block)[:12])
    return int(match[1].strip("[]().").translate(LOWERED)) if match else None


def _tail(blocks: Sequence[Block]) -> list[int]:
    """Find the numbered blocks that end a text: from the last 1 on, every number is the next."""
    ones = [at for at, block in enumerate(blocks) if at and _printed(block) == 1]
    expected = 1
    for at in range(ones[-1], len(blocks)) if ones else ():
        number = _printed(blocks[at])
        if number is not None and number != expected:
            return []
        expected += number is not None
    return list(range(ones[-1], len(blocks))) if expected > _FEWEST else []


def _numbers(entries: Sequence[Block]) -> list[int]:
    """Give each entry's number, nothing for one that goes on the one before: as printed, or as counted."""
    printed = [_printed(entry) for entry in entries]
    if 2 * sum(number is not None for number in printed) > len(printed) and printed[0] == 1:
        return [number or 0 for number in printed]
    return list(range(1, len(entries) + 1))


def _joined(
    blocks: Sequence[Block],
    places: Sequence[int],
    numbers: Sequence[int],
    *,
    known: set[tuple[int, int]],
    restarts: bool,
    shape: re.Pattern[str],
) -> Iterator[Block]:
    held = dict(zip(places, numbers, strict=True))
    note_run = mark_run = 1
    last = before = 0
    for at, block in enumerate(blocks):
        if at not in held:
            runs: list[Run] = []
            for piece in _cut(block, shape):
                found = piece.note is None and shape.fullmatch(piece.text) is not None
                number = int(piece.text.strip("[]").translate(LOWERED)) if found else 0
                mark_run += restarts and number == 1 and before > 1
                before = number or before
                runs.append(replace(piece, note=f"{mark_run} {number}") if (mark_run, number) in known else piece)
            yield replace(block, runs=tuple(runs))
            continue
        note_run += restarts and held[at] == 1 and last > 1
        last = held[at] or last
        yield _note(block, f"{note_run} {last}", opens=held[at] > 0, number=last)


def _cut(block: Block, shape: re.Pattern[str]) -> Iterator[Run]:
    for run in block.runs:
        if run.note is not None:
            yield run
            continue
        at = 0
        for match in shape.finditer(run.text):
            if match.start() > at:
                yield replace(run, text=run.text[at : match.start()])
            yield replace(run, text=match.group())
            at = match.end()
        if at < len(run.text):
            yield replace(run, text=run.text[at:])


def _note(block: Block, name: str, *, opens: bool, number: int) -> Block:
    note = replace(block, kind=PartKind.NOTE, note=name, entry=False)
    text = _text(block)
    match = _LABEL.match(text[:12]) if opens else None
    if match is None or _printed(block) != number:
        return replace(note, label=(block.label or f"{number}.") if opens else "")
    runs = list(block.runs)
    left = match.end()
    while runs and len(runs[0].text) <= left:
        left -= len(runs.pop(0).text)
    if runs and left:
        runs[0] = replace(runs[0], text=runs[0].text[left:])
    label = match[1].translate(LOWERED)
    return replace(note, label=label if not label.isdigit() else f"{label}.", runs=tuple(runs))
