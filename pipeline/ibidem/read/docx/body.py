"""Walk through a DOCX: its paragraphs, lists, tables and boxes in order, then its notes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from ibidem.document import Origin, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.docx.fields import FieldKind, Fields
from ibidem.read.docx.inline import Inline
from ibidem.read.docx.notes import Marked, Notes, texts
from ibidem.read.docx.numbering import Numbering
from ibidem.read.docx.package import Package, child, is_on, value
from ibidem.read.docx.styles import Styles, paragraph_look
from ibidem.read.layout import INSET, INSET_ALONE, INSET_RIGHT, KINDS, Layout, is_heading, laid_out
from ibidem.read.look import Look
from ibidem.read.walk import local

_OUTLINED = 9
_WITHIN = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_GONE = frozenset({"del", "moveFrom", "sdtPr", "sdtEndPr", "sectPr"})


class Body:
    """The walk through a document."""

    def __init__(self, package: Package) -> None:
        """Read styles, lists and how notes count."""
        self.package = package
        self.styles = Styles(package.parts.get("styles"))
        self.numbering = Numbering(package.parts.get("numbering"))
        self.notes = Notes(package.main, package.parts.get("settings"))
        self.inline = Inline(self.styles, self.notes)
        self.layouts: dict[str, Layout] = {}
        self.carried: list[Run] = []
        self.tables = 0

    def blocks(self) -> Iterator[Block]:
        """Give the blocks of the running text, then of the notes that it points at, in the order of their markers."""
        root = f"/{_tag(self.package.main)}"
        body = child(self.package.main, "body")
        if body is not None:
            path = f"{self.package.name}!{root}/{_tag(body)}"
            yield from laid_out(list(self._all(body, path, note=None)), self.layouts)
        for kind in ("footnote", "endnote"):
            held = {id: (place, one) for id, place, one in texts(self.package.parts.get(f"{kind}s"))}
            for note in [one for one in self.notes.marked.values() if one.kind == kind]:
                if note.id in held:
                    yield from self._note(note, *held[note.id])

    def _note(self, note: Marked, place: int, element: etree._Element) -> Iterator[Block]:
        self.inline.fields = Fields()
        root = self.package.parts[f"{note.kind}s"]
        path = f"{self.package.names[f'{note.kind}s']}!/{_tag(root)}/{_tag(element)}[{place}]"
        label = note.mark if note.number is None else f"{note.printed}." if note.printed.isalnum() else note.printed
        for block in self._all(element, path, note=note.name):
            number = note.number if label == "" or label[0].isalnum() else None
            yield replace(_without(block, note.mark), label=label, number=number)
            label = ""

    def _all(self, element: etree._Element, path: str, *, note: str | None) -> Iterator[Block]:
        seen: Counter[str] = Counter()
        for one in element:
            name = local(one)
            tag = _tag(one)
            seen[tag] += 1
            here = f"{path}/{tag}[{seen[tag]}]"
            if name == "p":
                yield from self._paragraph(one, here, note=note)
            elif name == "tbl":
                self.tables += 1
                yield from self._table(one, here, note=note)
                self.tables -= 1
            elif name == "AlternateContent":
                chosen = child(one, "Choice")
                yield from self._all(chosen if chosen is not None else one, here, note=note)
            elif name in _WITHIN:
                yield from self._all(one, here, note=note)

    def _table(self, element: etree._Element, path: str, *, note: str | None) -> Iterator[Block]:
        """Give the cells row by row; deleted rows are left out."""
        seen: Counter[str] = Counter()
        for one in element:
            name, tag = local(one), _tag(one)
            seen[tag] += 1
            here = f"{path}/{tag}[{seen[tag]}]"
            if name == "tc":
                yield from self._all(one, here, note=note)
            elif name in _WITHIN or (name == "tr" and child(one, "trPr", "del") is None):
                yield from self._table(one, here, note=note)

    def _paragraph(self, paragraph: etree._Element, path: str, *, note: str | None) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        look = paragraph_look(properties).over(self.styles.look(value(child(properties, "pStyle"))))
        within = set(self.inline.fields.kinds)
        runs, boxes = self.inline.read(paragraph, look)
        within |= self.inline.fields.kinds
        label = self.numbering.label(look) if note is None else ""
        if label and runs:
            runs.insert(0, Run(f"{label} ", furniture=True))
        mark = child(properties, "rPr")
        runs, self.carried = [*self.carried, *runs], []
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.carried = runs
        elif is_on(child(mark, "specVanish")) and runs:
            self.carried = [*runs, Run(" ")]
        elif runs:
            yield self._block(runs, look, within, Origin(0, path), note=note)
        for box in boxes:
            yield from self._all(box, f"{path}//{_tag(box)}", note=note)
        if note is None and child(properties, "sectPr") is not None:
            self.notes.end_section()

    def _block(self, runs: list[Run], look: Look, within: set[FieldKind], origin: Origin, *, note: str | None) -> Block:
        if note is not None:
            return Block(PartKind.NOTE, tuple(runs), note=note, origin=origin)
        if FieldKind.ENTRIES in within or look.kind == "entry":
            return Block(PartKind.PARAGRAPH, tuple(runs), entry=True, origin=origin)
        left, right = look.left or 0, look.right or 0
        inset = left >= INSET and (look.first or 0) >= 0 and look.list is None and not look.centred
        self.layouts[origin.path or ""] = Layout(self.inline.size, inset and left >= INSET_ALONE)
        kind = self._kind(runs, look, inset=inset and right >= INSET_RIGHT)
        kind = PartKind.FURNITURE if FieldKind.FURNITURE in within else kind
        return Block(kind, tuple(runs), origin=origin, joined=look.kind == "subtitle")

    def _kind(self, runs: Iterable[Run], look: Look, *, inset: bool) -> PartKind:
        """Say what a paragraph is by its style, its outline level, its indents, or by being bold as a whole."""
        if look.kind in KINDS:
            return KINDS[look.kind]
        if look.outline is not None and look.outline < _OUTLINED:
            return PartKind.HEADING
        if inset:
            return PartKind.QUOTE
        bold = self.inline.bold and not self.tables and is_heading(runs)
        return PartKind.HEADING if bold else PartKind.PARAGRAPH


def _tag(element: etree._Element) -> str:
    """Give a step of an XPath: elements of OOXML are told by their local names in both of its namespaces."""
    return f"*[local-name()='{local(element)}']"


def _without(block: Block, mark: str) -> Block:
    """Take a note's own mark off its text, where it is printed once more."""
    runs = list(block.runs)
    while runs and not runs[0].text.strip() and runs[0].note is None:
        runs.pop(0)
    if mark and runs and runs[0].text.lstrip().startswith(mark):
        runs[0] = replace(runs[0], text=runs[0].text.lstrip().removeprefix(mark))
    return replace(block, runs=tuple(runs))
