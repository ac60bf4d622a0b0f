"""Walk a tree of elements in document order and give its blocks: what an element does is said by the format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from ibidem.document import Origin, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.marks import closed_up, labelled

_HYPHENS = "-¬\u00ad"


@dataclass(frozen=True, slots=True)
class Act:
    """What an element does: by default its text goes on in the block that is open.

    `block` ends the block before it, and its own; `kind` is what the blocks inside are. `note` is the note whose text
    is inside; `turn` the note whose text begins here, up to the end of the element around it. `mark` is the note
    whose marker the element is, printed as `shown`; `also` are further ones. `label` is what is printed before a
    note, `labelled` the same where it is not in the text. `mute` leaves out the text inside, but for notes and
    `heard` elements. `before` and `after` are put in around the content; `bare` leaves out white space between the
    elements inside; `parts` ends a block and its note goes on; `hung` puts the marker at the end of the block before;
    `joins` makes one word of what stands before and behind, without its hyphen; `instead` is read in place of the
    content.
    """

    block: bool = False
    kind: PartKind | None = None
    skip: bool = False
    note: str | None = None
    turn: str | None = None
    mark: str | None = None
    shown: str = ""
    also: tuple[tuple[str, str], ...] = ()
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
    hung: bool = False
    joins: bool = False
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
    joins: bool = False
    kinds: list[PartKind] = field(default_factory=lambda: [PartKind.PARAGRAPH])
    held: list[Block] = field(default_factory=list)
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
    return _bare(str(element.tag))


@lru_cache(maxsize=4096)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def fills_cell(element: etree._Element) -> bool:
    """Tell whether an element is all of a cell of a table: it does not end the block that the row is."""
    above = element.getparent()
    if above is None or local(above).lower() not in ("td", "th", "cell", "entry"):
        return False
    return element.getprevious() is None and element.getnext() is None


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
        self.last: int | None = None
        self.hung: dict[int, list[Run]] = {}

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
        if act.joins and place.runs:
            place.runs[-1] = replace(place.runs[-1], text=place.runs[-1].text.rstrip().rstrip(_HYPHENS))
            place.joins = True
        if act.mark is not None:
            self._mark(act)
        if act.note is not None or act.entry or act.heard:
            if act.entry:
                self._flush()
            kinds = [act.kind or PartKind.PARAGRAPH if act.heard else PartKind.NOTE]
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
            self._leave_place(empty=act.note is not None)
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
        for at, marked in self.hung.items():
            self.blocks[at] = replace(self.blocks[at], runs=(*self.blocks[at].runs, *marked))
        return self.blocks

    def _turned_back(self) -> None:
        """End the note that began in the element that is open."""
        if self.turns and self.turns[-1] == len(self.path):
            self.turns.pop()
            self._leave_place()

    def _text(self, text: str, *, added: bool = False) -> None:
        place = self.places[-1]
        if place.joins and not (text := text.lstrip()):
            return
        if not text or place.mute or (self.bare[-1] and not added and not text.strip()):
            return
        place.joins = False
        italic = self.italics[-2] if added else self.italics[-1]
        place.runs.append(Run(text, italic=italic, furniture=self.labels[-1], origin=self._origin()))

    def _mark(self, act: Act) -> None:
        marks = ((act.mark, act.shown), *act.also)
        marked = tuple(Run(shown, note=mark, origin=self._origin()) for mark, shown in marks)
        if act.hung and self.last is not None:
            self.hung.setdefault(self.last, []).extend(marked)
        else:
            self.places[-1].runs += marked

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
                self._give(Block(PartKind.NOTE, (), note=place.note, label=place.label, origin=self._origin()))
            return
        inside = place.note is not None or place.entry
        label, runs = labelled(runs) if inside else ("", runs)
        runs = closed_up(runs)
        kind = PartKind.NOTE if inside else place.kinds[-1]
        label, place.label = place.label or label, ""
        if inside and not any(run.note is not None or run.text.strip() for run in runs):
            place.label = label
            return
        seen = next((run.origin for run in runs if run.text.strip() or run.note is not None), None)
        block = Block(kind, tuple(runs), note=place.note, entry=place.entry, label=label, origin=seen)
        self._give(block)

    def _give(self, block: Block) -> None:
        """Add a block; those of a note inside a note wait for the end of the outer one."""
        outer = next((one for one in reversed(self.places) if one.note not in (None, block.note)), None)
        (self.blocks if outer is None else outer.held).append(block)
        if block.note is None:
            self.last = None if block.entry else len(self.blocks) - 1

    def _leave_place(self, *, empty: bool = False) -> None:
        self._flush(empty=empty)
        for block in self.places.pop().held:
            self._give(block)
