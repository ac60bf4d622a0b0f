"""Notes that were made by hand: raised or bracketed numbers in the text, and a list of notes typed below it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from ibidem.document import Marker, PartKind
from ibidem.read.compose import Block, Run, tidied
from ibidem.read.lines import split_lines
from ibidem.read.marker import sections
from ibidem.read.notes import NoteLayout, find_notes

_BETWEEN = "\n\n"


def with_handmade(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Make notes of a typed list and markers of what points at it, where a file has no notes of its own.

    They are looked for as in plain text, a block being a line.
    """
    given = tuple(blocks)
    if any(block.note is not None or any(run.note is not None for run in block.runs) for block in given):
        return given
    held = tuple(block for block in map(tidied, given) if block.runs)
    texts = ["".join(run.text for run in block.runs) for block in held]
    text = _BETWEEN.join(texts)
    layout = find_notes(text, split_lines(text))
    if not layout.markers or not layout.notes:
        return held
    return _Typed(held, texts, layout).blocks()


@dataclass(slots=True)
class _Typed:
    held: Sequence[Block]
    texts: Sequence[str]
    layout: NoteLayout
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in self.texts)]

    def blocks(self) -> tuple[Block, ...]:
        labels: dict[int, tuple[str, str]] = {}
        for place, lines in enumerate(self.layout.notes):
            for line in lines:
                opened = self.layout.lines[line]
                labels[self._block(opened.span.start)] = (f"typed {place}", opened.label)
        pointing: dict[int, list[tuple[Marker, str]]] = {}
        for marker, name in zip(self.layout.markers, self._names(), strict=True):
            pointing.setdefault(self._block(marker.span.start), []).append((marker, name))
        return tuple(
            self._noted(block, *labels[at])
            if at in labels
            else self._marked(block, self.starts[at], pointing.get(at, ()))
            for at, block in enumerate(self.held)
        )

    def _block(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _names(self) -> list[str]:
        """Name for each marker the note that it points at; where numbers restart in both, that of the same run."""
        runs = sections(self.layout.numbers)
        pointing = sections([marker.number for marker in self.layout.markers])
        paired = bool(runs) and bool(pointing) and runs[-1] == pointing[-1]
        names = {
            (number, run if paired else 1): f"typed {place}"
            for place, (number, run) in reversed(list(enumerate(zip(self.layout.numbers, runs, strict=True))))
        }
        return [
            names.get((marker.number, run if paired else 1), f"typed ?{marker.number}")
            for marker, run in zip(self.layout.markers, pointing, strict=True)
        ]

    def _noted(self, block: Block, name: str, label: str) -> Block:
        runs = list(block.runs)
        left = len(label)
        while left and runs:
            cut = min(left, len(runs[0].text))
            left -= cut
            runs[0] = replace(runs[0], text=runs[0].text[cut:])
            if not runs[0].text:
                runs.pop(0)
        return replace(block, kind=PartKind.NOTE, runs=tuple(runs), note=name, label=label.strip())

    def _marked(self, block: Block, start: int, pointing: Sequence[tuple[Marker, str]]) -> Block:
        """Cut a block's runs at its markers."""
        runs: list[Run] = []
        at = start
        for run in block.runs:
            end = at + len(run.text)
            done = at
            for marker, name in pointing:
                if at <= marker.span.start and marker.span.end <= end:
                    runs.append(replace(run, text=run.text[done - at : max(done, marker.span.start) - at]))
                    shown = marker.span.start >= done
                    runs.append(
                        replace(
                            run,
                            text=run.text[marker.span.start - at : marker.span.end - at] if shown else "",
                            note=name,
                        )
                    )
                    done = marker.span.end
            runs.append(replace(run, text=run.text[done - at :]))
            at = end
        return replace(block, runs=tuple(one for one in runs if one.text or one.note is not None))
