"""Walk a tree of elements in document order and give its blocks: what an element does is said by the format."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lxml import etree

from ibidem.document import Origin, PartKind
from ibidem.read.compose import Block, Run

_OPENING = re.compile(r"[\s\[({]{0,3}")
_CLOSING = re.compile(r"\s?[\])}]?\s?[.:,)]{0,2}\s*")
_BETWEEN = re.compile(r"[\s,;–-]{1,4}")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Act:
    """What an element does: by default its text goes on in the block that is open.

    `block` ends the block before it, and its own; `kind` is what the blocks inside are. `note` is the note whose text
    is inside; `turn` the note whose text begins here, up to the end of the element around it. `mark` is the note
    whose marker the element is, printed as `shown`. `label` is what is printed before a note. `mute` leaves out
    text inside, but for notes and `heard` elements. `before` and `after` are put in around the content; `bare` leaves
    out white space between the elements inside; `parts` ends a block and its note goes on; `instead` is read in place
    of the content.
    """

    block: bool = False
    kind: PartKind | None = None
    skip: bool = False
    note: str | None = None
    turn: str | None = None
    mark: str | None = None
    shown: str = ""
    entry: bool = False
    label: bool = False
    labelled: str = ""
    mute: bool = False
    heard: bool = False
    italic: bool | None = None
    before: str = ""
    after: str = ""
    bare: bool = False
    parts: bool = False
    instead: str = ""


INLINE = Act()
SKIPPED = Act(skip=True)
PARAGRAPH = Act(block=True)
PARTED = Act(parts=True)
ITALIC = Act(italic=True)
UPRIGHT = Act(italic=False)
SPACED = Act(before=" ", after=" ")


@dataclass(slots=True)
class _Place:
    """Where text goes: the running text, a note, an entry; with the block that is growing."""

    note: str | None = None
    entry: bool = False
    mute: int = 0
    label: str = ""
    kinds: list[PartKind] = field(default_factory=lambda: [PartKind.PARAGRAPH])
    runs: list[Run] = field(default_factory=list)


def walk(root: etree._Element, act: Callable[[etree._Element], Act], *, member: str = "") -> Iterator[Block]:
    """Give the blocks of a tree, their origins the paths of its elements, behind `member!` in an archive."""
    flow = Flow(f"{member}!" if member else "")
    steps = etree.iterwalk(root, events=("start", "end"))
    acts: list[Act] = []
    for event, element in steps:
        if event == "start":
            one = act(element)
            acts.append(one)
            flow.enter(element, one)
            if one.skip or one.instead or (one.mark is not None and one.note is None):
                steps.skip_subtree()
        else:
            flow.leave(element, acts.pop(), last=not acts)
    yield from flow.ended()


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


class Flow:
    """The blocks of a tree as they grow, with the path of the element that is open."""

    def __init__(self, member: str) -> None:
        """Begin at the root."""
        self.member = member
        self.blocks: list[Block] = []
        self.places = [_Place()]
        self.path: list[str] = []
        self.counts: list[dict[str, int]] = [{}]
        self.origins: list[Origin | None] = [None]
        self.italics = [False]
        self.labels = [False]
        self.bare = [False]
        self.turns: list[int] = []

    def enter(self, element: etree._Element, act: Act) -> None:
        """Open an element."""
        if act.block or act.turn is not None:
            self._turned_back()
        name = local(element)
        count = self.counts[-1][name] = self.counts[-1].get(name, 0) + 1
        self.path.append(f"{name}[{count}]")
        self.counts.append({})
        self.origins.append(None)
        self.italics.append(self.italics[-1] if act.italic is None else act.italic)
        self.bare.append(act.bare)
        self.labels.append(self.labels[-1] or act.label)
        place = self.places[-1]
        if act.block and not place.entry:
            self._flush()
            place.kinds.append(act.kind or place.kinds[-1])
        elif act.block:
            self._text(" ")
        if act.parts:
            self._text(" ") if place.entry else self._flush()
        if act.mark is not None:
            self.places[-1].runs.append(Run(act.shown, note=act.mark, origin=self._origin()))
        if act.note is not None or act.entry or act.heard:
            if act.entry:
                self._flush()
            kinds = [PartKind.PARAGRAPH if act.heard else PartKind.NOTE]
            self.places.append(_Place(act.note, act.entry, label=act.labelled, kinds=kinds))
        if act.turn is not None:
            self._flush()
            self.places.append(_Place(act.turn, label=act.labelled, kinds=[PartKind.NOTE]))
            self.turns.append(len(self.path) - 1)
        self.places[-1].mute += act.mute
        if not act.skip and (act.mark is None or act.note is not None):
            self._text(act.before, added=True)
            self._text(act.instead or element.text or "")

    def leave(self, element: etree._Element, act: Act, *, last: bool) -> None:
        """Close an element; what follows it belongs to the one around it."""
        self._turned_back()
        if not act.skip and (act.mark is None or act.note is not None):
            self._text(act.after, added=True)
        self.places[-1].mute -= act.mute
        if act.note is not None or act.entry or act.heard:
            self._flush(empty=act.note is not None)
            self.places.pop()
        place = self.places[-1]
        if act.block and not place.entry:
            self._flush()
            place.kinds.pop()
        elif act.block:
            self._text(" ")
        self.path.pop()
        self.counts.pop()
        self.origins.pop()
        self.italics.pop()
        self.labels.pop()
        self.bare.pop()
        if not last:
            self._text(element.tail or "")

    def ended(self) -> list[Block]:
        """Give the blocks."""
        self._flush()
        return self.blocks

    def _turned_back(self) -> None:
        """End the note that began in the element that is open."""
        if self.turns and self.turns[-1] == len(self.path):
            self.turns.pop()
            self._flush()
            self.places.pop()

    def _text(self, text: str, *, added: bool = False) -> None:
        place = self.places[-1]
        if not text or place.mute or (self.bare[-1] and not added and not text.strip()):
            return
        place.runs.append(Run(text, italic=self.italics[-1], furniture=self.labels[-1], origin=self._origin()))

    def _origin(self) -> Origin:
        held = self.origins[-1]
        if held is None:
            held = self.origins[-1] = Origin(0, path=f"{self.member}/{'/'.join(self.path)}")
        return held

    def _flush(self, *, empty: bool = False) -> None:
        """End the block that is growing; one without text counts only as all of a note."""
        place = self.places[-1]
        runs, place.runs = place.runs, []
        if not any(run.note is not None or run.text.strip() for run in runs):
            if empty:
                self.blocks.append(Block(PartKind.NOTE, (), note=place.note, label=place.label, origin=self._origin()))
            return
        inside = place.note is not None or place.entry
        label, runs = _labelled(runs) if inside else ("", runs)
        runs = _closed_up(runs)
        kind = PartKind.NOTE if inside else place.kinds[-1]
        label, place.label = place.label or label, ""
        seen = next((run.origin for run in runs if run.text.strip() or run.note is not None), None)
        block = Block(kind, tuple(runs), note=place.note, entry=place.entry, label=label, origin=seen)
        self.blocks.append(block)


def _labelled(runs: list[Run]) -> tuple[str, list[Run]]:
    """Part the label that opens a note, with the brackets and the full stop around it, from the note's text."""
    first = next((at for at, run in enumerate(runs) if run.furniture), None)
    before = "".join(run.text for run in runs[:first]) if first is not None else ""
    if first is None or not _OPENING.fullmatch(before):
        return "", [_unlabelled(run) for run in runs]
    rest = first
    label = before
    while rest < len(runs) and (runs[rest].furniture or not runs[rest].text.strip()) and runs[rest].note is None:
        label += runs[rest].text
        rest += 1
    kept = [_unlabelled(run) for run in runs[rest:]]
    closed = _CLOSING.match(kept[0].text) if kept and kept[0].note is None else None
    if closed:
        label += closed.group()
        kept[0] = replace(kept[0], text=kept[0].text[closed.end() :])
    return label, kept


def _unlabelled(run: Run) -> Run:
    return replace(run, furniture=False) if run.furniture else run


def _closed_up(runs: list[Run]) -> list[Run]:
    """Give markers the brackets that stand around them, and the commas between them."""
    kept: list[Run] = []
    for run, after in zip_longest(runs, runs[1:]):
        left = run
        if kept and kept[-1].note is not None and run.note is None:
            if after is not None and after.note is not None and _BETWEEN.fullmatch(run.text) and run.text.strip():
                kept[-1] = replace(kept[-1], text=f"{kept[-1].text}{run.text.strip()}")
                continue
            left = _bracketed(kept, run)
        if left.text or left.note is not None:
            kept.append(left)
    return kept


def _bracketed(kept: list[Run], after: Run) -> Run:
    """Move brackets around the markers that end `kept` into them; give what is left of the text behind."""
    first = len(kept) - 1
    while first > 0 and kept[first - 1].note is not None:
        first -= 1
    pair = kept[first - 1].text[-1:] + after.text[:1] if first else ""
    if pair not in ("[]", "()"):
        return after
    kept[first - 1] = replace(kept[first - 1], text=kept[first - 1].text[:-1])
    kept[first] = replace(kept[first], text=f"{pair[0]}{kept[first].text.translate(LOWERED)}")
    kept[-1] = replace(kept[-1], text=f"{kept[-1].text.translate(LOWERED)}{pair[1]}")
    return replace(after, text=after.text[1:])


def raised(text: str) -> str:
    """Show a bare number as a raised one; what has brackets or is no number stays as printed."""
    bare = text.strip()
    return bare.translate(_RAISED) if bare.isascii() and bare.isdigit() else bare
