"""Lay out the blocks that a format's reader saw as one text, with its parts, markers and notes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from ibidem.document import BIBLIOGRAPHY, UNSAID, Document, Keyword, Marker, Metadata, Note, Origin, Part, PartKind
from ibidem.span import Span

_BETWEEN = "\n\n"
_INSIDE = "\n"
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x85]+")
_NUMBER = re.compile(r"[\[(^\s]{0,4}(\d{1,5})[\])\s.:,;–-]{0,4}")
_WAY_BACK = re.compile(r"(.*?)(\s*[↩↑⤴⮐⬆↵][\ufe0e\ufe0f]?)", re.DOTALL)
"""A note's text and the arrow behind it that leads back to its marker on a web page."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CONTROL: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(14, 32), 127)),
    # What is not printed: soft hyphens, spaces without width, byte order marks.
    **dict.fromkeys((0xAD, 0x200B, 0xFEFF)),
    **dict.fromkeys((11, 12), " "),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Inline text; where `note` is set, the marker of the note of that id: `text` is what is printed, or nothing.

    `furniture` is what the page brings in between: a running head, a page number. What is `raised` above the line
    and is a figure is laid out in raised figures.
    """

    text: str
    note: str | None = None
    italic: bool = False
    furniture: bool = False
    origin: Origin | None = None
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the running text, of a note (its id in `note`), or an `entry` of a reference list.

    A note's blocks need not stand together; `label` is what is printed before its text, or nothing. `joined` says
    that it goes on the paragraph before it. `number` is the note's where its label does not say it: `iv`. `hand` says
    whose note it is if not the author's: "editor". Origins' offsets are filled in here.
    """

    kind: PartKind
    runs: tuple[Run, ...]
    note: str | None = None
    entry: bool = False
    label: str = ""
    joined: bool = False
    origin: Origin | None = None
    number: int | None = None
    hand: str = ""


def compose(blocks: Iterable[Block], *, metadata: Metadata = UNSAID) -> Document:
    """Make the document of blocks in reading order: the running text first, then notes and entries as they come.

    A note's number is the printed one, else its place among the notes; where the numbers restart at 1 notes and
    markers have sections, counted from 1; those of another hand have its name for a section, and stand behind the
    author's. White space runs become one space; a marker without print is shown as raised digits. Nothing else is
    added or lost.
    """
    kept = list(_kept(blocks))
    body = [block for block in kept if block.note is None and not block.entry]
    noted = _grouped(sorted((block for block in kept if block.note is not None), key=lambda block: block.hand))
    entries = [block for block in kept if block.entry]
    hands = dict.fromkeys(group[0].hand for group in noted.values())
    numbers: dict[str, _Number] = {}
    for hand in hands:
        numbers |= _numbers(body, {name: group for name, group in noted.items() if group[0].hand == hand}, hand)
    page = _Page(numbers)
    for block in body:
        page.add(block, joined=block.joined)
    for name, group in noted.items():
        for place, block in enumerate((*group[:-1], _without_arrow(group[-1]))):
            page.add(block, label=_label(block, numbers[name]) if not place else "", joined=place > 0)
        page.note(numbers[name])
    for place, block in enumerate(entries, start=1):
        page.add(replace(block, kind=PartKind.NOTE), label=block.label)
        printed = _NUMBER.fullmatch(block.label)
        page.note(_Number(place, BIBLIOGRAPHY, printed is not None and int(printed[1]) == place))
    return page.document(metadata)


def _kept(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks that hold anything, and of a note that holds nothing its first: it counts among the notes."""
    trimmed = [tidied(block) for block in blocks]
    told = {block.note for block in trimmed if block.runs}
    for block in trimmed:
        if block.runs:
            yield block
        elif block.note is not None and block.note not in told:
            told.add(block.note)
            yield block


@dataclass(frozen=True, slots=True)
class _Number:
    number: int
    section: str | None
    printed: bool


def tidied(block: Block) -> Block:
    """Make white space single, and none at the edges of the block."""
    runs: list[Run] = []
    spaced = True
    for run in block.runs:
        text = _SPACES.sub(" ", run.text.translate(_CONTROL))
        if run.raised and run.note is None and text.strip().isdecimal():
            text = text.translate(_RAISED)
        text = text.strip() if run.note is not None else text[spaced and text[:1] == " " :]
        if text or run.note is not None:
            runs.append(run if text == run.text else replace(run, text=text))
            spaced = text.endswith(" ") or (spaced and not text)
    while runs and runs[-1].note is None and not runs[-1].text.rstrip(" "):
        runs.pop()
    if runs and runs[-1].note is None:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return replace(block, runs=tuple(runs), label=" ".join(block.label.split()))


def _without_arrow(block: Block) -> Block:
    """Make the arrow that leads back from a note, at its end, furniture."""
    last = block.runs[-1] if block.runs else None
    back = _WAY_BACK.fullmatch(last.text) if last is not None and last.note is None else None
    if last is None or back is None:
        return block
    parts = (replace(last, text=back[1]), replace(last, text=back[2], furniture=True))
    return replace(block, runs=(*block.runs[:-1], *(run for run in parts if run.text)))


def _grouped(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.note or "", []).append(block)
    return groups


def _numbers(body: Sequence[Block], noted: Mapping[str, list[Block]], hand: str) -> dict[str, _Number]:
    """Number the notes of one hand: as their labels say, or their markers, or else by their place."""
    marks = {run.note: run.text for block in reversed(body) for run in reversed(block.runs) if run.note is not None}
    printed: dict[str, int | None] = {}
    signs: list[str] = []
    for name, group in noted.items():
        shown = group[0].label or marks.get(name, "")
        number = _NUMBER.fullmatch(shown.translate(_LOWERED))
        printed[name] = group[0].number or (int(number[1]) if number else None)
        if shown and printed[name] is None and not hand:
            signs.append(name)
    counted = [name for name in noted if name not in signs]
    given = [printed[name] for name in counted]
    numbers = [place if number is None else number for place, number in enumerate(given, start=1)]
    runs = _runs(numbers) if all(number is not None for number in given) else tuple(1 for _ in numbers)
    restarts = bool(runs) and runs[-1] > 1
    held = {
        name: _Number(number, f"{hand} {run}".strip() if restarts else hand or None, printed[name] is not None)
        for name, number, run in zip(counted, numbers, runs, strict=True)
    }
    return held | {name: _Number(place, "sign", False) for place, name in enumerate(signs, start=1)}


def _runs(numbers: Sequence[int]) -> tuple[int, ...]:
    """Give for each note's number its run, from 1: each 1 starts one, as two notes are never one."""
    return tuple(max(1, run) for run in accumulate(number == 1 for number in numbers))


def _label(block: Block, number: _Number) -> str:
    return block.label or (f"{number.number}." if number.section != "sign" else "")


@dataclass(slots=True)
class _Page:
    """The text as it grows, with all that is known of its stretches."""

    numbers: Mapping[str, _Number]
    chunks: list[str] = field(default_factory=list)
    at: int = 0
    block: int = -1
    parts: list[Part] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    keywords: list[Keyword] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)

    def add(self, block: Block, *, label: str = "", joined: bool = False) -> None:
        """Lay out a block, behind the space that parts it from the one before."""
        joined = joined and self.block >= 0
        if self.chunks:
            self._write(PartKind.SPACE, _INSIDE if joined else _BETWEEN)
        self.block += not joined
        self._origin(block.origin)
        if label:
            self._write(PartKind.FURNITURE, f"{label} ")
        start = self.at
        for run in block.runs:
            self._origin(run.origin)
            if run.note is not None:
                self._mark(run)
            elif run.text:
                self._write(PartKind.FURNITURE if run.furniture else block.kind, run.text)
                if run.italic:
                    self._italic(Span(self.at - len(run.text), self.at))
        if block.kind is PartKind.KEYWORD:
            self.keywords += _keywords("".join(self.chunks[-len(block.runs) :]), start, self.at)

    def note(self, number: _Number) -> None:
        """Say that the block laid out last is a note."""
        self.notes.append(Note(number.number, self.block, number.printed, number.section))

    def document(self, metadata: Metadata) -> Document:
        """Give the document."""
        return Document.of(
            "".join(self.chunks),
            parts=self.parts,
            markers=self.markers,
            notes=self.notes,
            keywords=self.keywords,
            metadata=metadata,
            origins=self.origins,
            italics=self.italics,
        )

    def _mark(self, run: Run) -> None:
        number = self.numbers.get(run.note or "")
        shown = _NUMBER.fullmatch(run.text.translate(_LOWERED))
        value = number.number if number else int(shown[1]) if shown else None
        if value is None:
            # It leads to no note that was read, and says no number: it stays as text.
            self._write(PartKind.FURNITURE, run.text or "*")
            return
        start = self.at
        self._write(PartKind.MARKER, run.text or str(value).translate(_RAISED))
        self.markers.append(Marker(value, Span(start, self.at), number.section if number else None))

    def _italic(self, span: Span) -> None:
        """Note what is set in italics, one stretch where runs meet."""
        if self.italics and self.italics[-1].end == span.start:
            span = Span(self.italics.pop().start, span.end)
        self.italics.append(span)

    def _write(self, kind: PartKind, text: str) -> None:
        self.chunks.append(text)
        last = self.parts[-1] if self.parts else None
        span = Span(self.at, self.at + len(text))
        if last and last.kind is kind and last.block == self.block and kind is not PartKind.MARKER:
            self.parts[-1] = Part(kind, Span(last.span.start, span.end), self.block)
        else:
            self.parts.append(Part(kind, span, max(0, self.block)))
        self.at = span.end

    def _origin(self, origin: Origin | None) -> None:
        if origin is None:
            return
        if self.origins and self.origins[-1].offset == self.at:
            self.origins.pop()
        last = self.origins[-1] if self.origins else None
        if last is None or (last.path, last.page, last.box) != (origin.path, origin.page, origin.box):
            self.origins.append(replace(origin, offset=self.at))


def _keywords(text: str, start: int, end: int) -> Iterator[Keyword]:
    """Read keywords with commas or semicolons between."""
    held = text[-(end - start) :] if end > start else ""
    opened = re.match(r"[^:;,]{3,20}:\s*", held)
    at = opened.end() if opened else 0
    for match in re.finditer(r"[^;,•·|]+", held[at:]):
        word = match.group().strip(" .")
        if word:
            first = start + at + match.start() + match.group().find(word)
            yield Keyword(Span(first, first + len(word)), None)
