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
from ibidem.read.docx.package import Package, child, is_on, local, value
from ibidem.read.docx.styles import Look, Styles, paragraph_look, run_look

_KINDS = {
    "title": PartKind.TITLE,
    "subtitle": PartKind.TITLE,
    "author": PartKind.AUTHOR,
    "abstract": PartKind.ABSTRACT,
    "keyword": PartKind.KEYWORD,
    "date": PartKind.FURNITURE,
    "furniture": PartKind.FURNITURE,
    "heading": PartKind.HEADING,
    "quote": PartKind.QUOTE,
}
_INSET, _INSET_RIGHT = 350, 280
"""From which indents on, in twips, a paragraph set in from both sides is a quotation."""
_LONGEST_HEADING = 120
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
        self.carried: list[Run] = []

    def blocks(self) -> Iterator[Block]:
        """Give the blocks of the running text, then of the notes that it points at, in the order of their markers."""
        root = f"/{_tag(self.package.main)}"
        body = child(self.package.main, "body")
        if body is not None:
            path = f"{self.package.name}!{root}/{_tag(body)}"
            yield from list(self._all(body, path, note=None))
        for kind in ("footnote", "endnote"):
            held = {id: (place, one) for id, place, one in texts(self.package.parts.get(f"{kind}s"))}
            for note in [one for one in self.notes.marked.values() if one.kind == kind]:
                if note.id in held:
                    yield from self._note(note, *held[note.id])

    def _note(self, note: Marked, place: int, element: etree._Element) -> Iterator[Block]:
        self.inline.fields = Fields()
        root = self.package.parts[f"{note.kind}s"]
        path = f"{self.package.names[f'{note.kind}s']}!/{_tag(root)}/{_tag(element)}[{place}]"
        label = f"{note.printed}." if note.printed.isdecimal() and note.number is not None else ""
        label = label or (note.printed if note.number is None and note.mark else "")
        for block in self._all(element, path, note=note.name):
            yield replace(_without(block, note.mark), label=label) if label or note.mark else block
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
                yield from self._table(one, here, note=note)
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
        name = value(child(properties, "pStyle"))
        look = paragraph_look(properties).over(self.styles.look(name))
        furniture = self.inline.fields.within(FieldKind.FURNITURE)
        runs, boxes = self.inline.read(paragraph, replace(look, hidden=None))
        furniture = furniture or self.inline.fields.within(FieldKind.FURNITURE)
        mark = child(properties, "rPr")
        joined = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        runs, self.carried = [*self.carried, *runs], []
        if joined or (is_on(child(mark, "specVanish")) and runs):
            self.carried = [*runs, Run(" ")] if not joined else runs
        elif runs:
            entry = self.inline.fields.within(FieldKind.ENTRIES) is not None or look.kind == "entry"
            yield self._block(runs, look, paragraph, Origin(0, path), note=note, entry=entry, furniture=bool(furniture))
        for box in boxes:
            yield from self._all(box, f"{path}//{_tag(box)}", note=note)
        if note is None and child(properties, "sectPr") is not None:
            self.notes.end_section()

    def _block(
        self,
        runs: list[Run],
        look: Look,
        paragraph: etree._Element,
        origin: Origin,
        *,
        note: str | None,
        entry: bool,
        furniture: bool,
    ) -> Block:
        if note is not None:
            return Block(PartKind.NOTE, tuple(runs), note=note, origin=origin)
        label = self.numbering.label(look)
        if label:
            runs = [Run(f"{label} ", furniture=True), *runs]
        if entry:
            return Block(PartKind.PARAGRAPH, tuple(runs), entry=True, origin=origin)
        kind = PartKind.FURNITURE if furniture else self._kind(runs, look, paragraph)
        return Block(kind, tuple(runs), origin=origin, joined=look.kind == "subtitle")

    def _kind(self, runs: Iterable[Run], look: Look, paragraph: etree._Element) -> PartKind:
        """Say what a paragraph is by its style, its outline level, its indents, or by being bold as a whole."""
        if look.kind in _KINDS:
            return _KINDS[look.kind]
        if look.outline is not None and look.outline < _OUTLINED:
            return PartKind.HEADING
        inset = (look.left or 0) >= _INSET and (look.right or 0) >= _INSET_RIGHT and (look.first or 0) >= 0
        if inset and look.list is None and not look.centred:
            return PartKind.QUOTE
        text = "".join(run.text for run in runs if run.note is None).strip()
        if (
            0 < len(text) <= _LONGEST_HEADING
            and not text.endswith((".", ",", ";", ":"))
            and self._bold(paragraph, look)
        ):
            return PartKind.HEADING
        return PartKind.PARAGRAPH

    def _bold(self, paragraph: etree._Element, look: Look) -> bool:
        found = False
        for run in paragraph.iter():
            if local(run) == "r" and any(local(one) == "t" and (one.text or "").strip() for one in run):
                properties = child(run, "rPr")
                style = value(child(properties, "rStyle"))
                bold = run_look(properties).over(self.styles.look(style) if style is not None else Look()).bold
                if not (bold if bold is not None else look.bold):
                    return False
                found = True
        return found


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
