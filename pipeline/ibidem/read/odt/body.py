"""Walk through an ODT: its paragraphs, lists, tables and frames in order, with the notes that stand in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ibidem.document import Origin, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.layout import INSET, INSET_ALONE, INSET_RIGHT, KINDS, Layout, is_heading, laid_out
from ibidem.read.look import Look
from ibidem.read.odt.styles import OFFICE, TEXT, Counting, Styles
from ibidem.read.ordinal import letters, roman

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SKIPPED = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}hidden-text", f"{TEXT}ruby-text", f"{OFFICE}annotation", f"{OFFICE}forms"}
    | {f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{TEXT}index-title-template"}
    | {f"{OFFICE}event-listeners", f"{TEXT}table-of-content-source", f"{TEXT}bibliography-source"}
    | {f"{TEXT}alphabetical-index-source", f"{TEXT}script", f"{TEXT}soft-page-break"}
)
_SPACES = frozenset({f"{TEXT}tab", f"{TEXT}line-break"})
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index")
)
_REFERENCES = frozenset({f"{TEXT}note-ref"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its note, whether it is an index or a reference list, the label of its list's item."""

    note: str | None = None
    furniture: bool = False
    entry: bool = False
    table: bool = False
    label: str = ""


@dataclass(slots=True)
class Body:
    """The walk through a document; the blocks of notes are kept apart, footnotes and endnotes."""

    content: etree._Element
    styles: Styles
    notes: dict[str, list[Block]] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def blocks(self) -> list[Block]:
        """Give the blocks of the running text, then of the notes."""
        text = self.content.find(f"{OFFICE}body/{OFFICE}text")
        path = "content.xml!/office:document-content/office:body/office:text"
        body = list(self._all(text, path, Place())) if text is not None else []
        laid = laid_out(body, self.layouts)
        return [*laid, *self.notes.get("footnote", ()), *self.notes.get("endnote", ())]

    def _all(self, element: etree._Element, path: str, place: Place) -> Iterator[Block]:
        seen: Counter[str] = Counter()
        for one in element:
            name = _step(one)
            seen[name] += 1
            here = f"{path}/{name}[{seen[name]}]"
            if one.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(one, here, place)
                place = replace(place, label="")
            elif one.tag == f"{TEXT}list":
                yield from self._list(one, here, place, ())
            elif one.tag in _INDEXES:
                yield from self._all(one, here, replace(place, furniture=True))
            elif one.tag == f"{TEXT}bibliography":
                yield from self._all(one, here, replace(place, entry=True))
            elif one.tag == f"{_TABLE}table":
                yield from self._all(one, here, replace(place, table=True))
            elif one.tag not in _SKIPPED:
                yield from self._all(one, here, place)

    def _list(
        self, element: etree._Element, path: str, place: Place, above: tuple[str, ...], style: str = ""
    ) -> Iterator[Block]:
        """Give the items of a list, each numbered as its level counts."""
        style = element.get(f"{TEXT}style-name") or style
        counting = self.styles.lists.get(style, {}).get(len(above) + 1)
        number = counting.start if counting else 0
        for at, item in enumerate(element, start=1):
            label = _label(counting, number) if counting and item.tag == f"{TEXT}list-item" else ""
            here = replace(place, label=place.label or label)
            seen: Counter[str] = Counter()
            for one in item:
                seen[_step(one)] += 1
                step = f"{path}/{_step(item)}[{at}]/{_step(one)}[{seen[_step(one)]}]"
                if one.tag == f"{TEXT}list":
                    yield from self._list(one, step, here, (*above, label), style)
                elif one.tag in (f"{TEXT}p", f"{TEXT}h"):
                    yield from self._paragraph(one, step, here)
                here = replace(here, label="")
            number += item.tag == f"{TEXT}list-item"

    def _paragraph(self, paragraph: etree._Element, path: str, place: Place) -> Iterator[Block]:
        look = self.styles.look("paragraph", paragraph.get(f"{TEXT}style-name"))
        inline = _Inline(self, place, path, look)
        inline.inside(paragraph, look)
        runs = inline.runs
        if place.label:
            runs.insert(0, Run(f"{place.label} ", furniture=place.note is None))
        if runs and not look.hidden:
            yield self._block(runs, look, paragraph, Origin(0, path), place, inline)
        for at, box in enumerate(inline.boxes, start=1):
            yield from self._all(box, f"{path}//draw:text-box[{at}]", place)

    def _block(
        self, runs: list[Run], look: Look, paragraph: etree._Element, origin: Origin, place: Place, inline: "_Inline"
    ) -> Block:
        if place.note is not None:
            return Block(PartKind.NOTE, tuple(runs), note=place.note, origin=origin)
        if place.entry or look.kind == "entry":
            return Block(PartKind.PARAGRAPH, tuple(runs), entry=True, origin=origin)
        inset = (look.left or 0) >= INSET and (look.first or 0) >= 0 and not look.centred and not place.label
        alone = inset and (look.left or 0) >= INSET_ALONE
        self.layouts[origin.path or ""] = Layout(inline.size, alone)
        kind = KINDS.get(look.kind or "", PartKind.PARAGRAPH)
        if place.furniture:
            kind = PartKind.FURNITURE
        elif paragraph.tag == f"{TEXT}h" and kind is PartKind.PARAGRAPH:
            kind = PartKind.HEADING
        elif kind is PartKind.PARAGRAPH and inset and (look.right or 0) >= INSET_RIGHT:
            kind = PartKind.QUOTE
        elif kind is PartKind.PARAGRAPH and not place.table and inline.bold and is_heading(runs):
            kind = PartKind.HEADING
        return Block(kind, tuple(runs), origin=origin, joined=look.kind == "subtitle")

    def note(self, element: etree._Element, path: str) -> Run:
        """Take a note in; give its marker."""
        kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        printed = "".join(citation.itertext()).strip() if citation is not None else ""
        own = citation is not None and citation.get(f"{TEXT}label") is not None
        name = f"{kind} {len(self.names)}"
        self.names[element.get(f"{TEXT}id") or name] = name
        number = None
        if not own:
            self.numbers[kind] += 1
            number = int(printed) if printed.isdecimal() and len(printed) < 8 else self.numbers[kind]
        label = f"{printed}." if printed.isalnum() and not own else printed
        held = list(self._all(body, f"{path}/text:note-body", Place(name))) if body is not None else []
        first = held[0] if held else Block(PartKind.NOTE, (), note=name)
        noted = [replace(first, label=label, number=number), *held[1:]]
        self.notes.setdefault(kind, []).extend(noted)
        return Run("" if printed.isdecimal() else printed, note=name)


@dataclass(slots=True)
class _Inline:
    """The runs of one paragraph as they grow, and the text boxes in it."""

    body: Body
    place: Place
    path: str
    look: Look
    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    size: int = 0
    bold: bool = True

    def inside(self, element: etree._Element, look: Look) -> None:
        self._text(element.text, look)
        for one in element:
            self._child(one, look)
            self._text(one.tail, look)

    def _child(self, one: etree._Element, look: Look) -> None:
        if one.tag == f"{TEXT}span":
            self.inside(one, self.body.styles.look("text", one.get(f"{TEXT}style-name")).over(look))
        elif one.tag == f"{TEXT}note":
            self.runs.append(self.body.note(one, f"{self.path}//text:note[@text:id='{one.get(f'{TEXT}id', '')}']"))
        elif one.tag == f"{TEXT}s" or one.tag in _SPACES:
            self._text(" ", look)
        elif one.tag == f"{_DRAW}text-box":
            self.boxes.append(one)
        elif one.tag in _REFERENCES and look.raised and self.place.note is None:
            name = self.body.names.get(one.get(f"{TEXT}ref-name", ""))
            self.runs.append(Run("".join(one.itertext()).strip(), note=name))
        elif one.tag not in _SKIPPED:
            self.inside(one, look)

    def _text(self, text: str | None, look: Look) -> None:
        if not text or look.hidden:
            return
        if text.strip():
            self.size = max(self.size, look.size or 0)
            self.bold = self.bold and bool(look.bold)
        # A paragraph that is in italics as a whole emphasises nothing by them.
        italic = bool(look.italic) != bool(self.look.italic)
        self.runs.append(Run(text, italic=italic, raised=bool(look.raised)))


def _label(counting: Counting, number: int) -> str:
    if not counting.format:
        return ""
    style = counting.format.casefold()
    text = letters(number) if style == "a" else roman(number) if style == "i" else str(number)
    return f"{counting.before}{text.upper() if counting.format in ('A', 'I') else text}{counting.after}"


def _step(element: etree._Element) -> str:
    """Give a step of an XPath, with the prefix that ODF uses."""
    name = etree.QName(element)
    prefix = (name.namespace or "").split(":")[-2] if (name.namespace or "").count(":") > 1 else ""
    return f"{_PREFIXES.get(prefix, prefix)}:{name.localname}" if prefix else name.localname


_PREFIXES = {"drawing": "draw"}
