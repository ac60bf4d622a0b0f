"""Read the runs of a DOCX's paragraph: text, italics, markers of notes, fields, what is deleted left out."""

from dataclasses import dataclass, field, replace

from lxml import etree

from ibidem.read.compose import Run
from ibidem.read.docx.fields import FieldKind, Fields
from ibidem.read.docx.notes import Marked, Notes
from ibidem.read.docx.package import child, value
from ibidem.read.docx.styles import Styles, run_look
from ibidem.read.docx.symbol import symbol
from ibidem.read.look import Look
from ibidem.read.walk import local

_SKIPPED = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "delText", "delInstrText"}
    | {"footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator", "rt", "rubyPr", "pgNum"}
    | {"softHyphen", "commentReference", "fldData", "binData", "instr", "docPartObj", "ctrlPr", "control", "OLEObject"}
)
"""What is no text: deleted, properties, and what a page brings."""
_FIELD = frozenset({"fldChar", "instrText"})
_SPACES = frozenset({"tab", "ptab", "br", "cr"})
_SCRIPTS = {"sup": "^", "sub": "_", "den": "/", "deg": ""}


@dataclass(slots=True)
class Inline:
    """Reads paragraphs of one document, one after the other.

    Of the last one `boxes` are its text boxes, `size` is its largest size in half points, `bold` says that it all is.
    """

    styles: Styles
    notes: Notes
    fields: Fields = field(default_factory=Fields)
    bookmarks: dict[str, Marked] = field(default_factory=dict)
    open_bookmarks: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    custom: list[tuple[str, str]] = field(default_factory=list)
    size: int = 0
    bold: bool = False
    link: int = 0

    def read(self, paragraph: etree._Element, look: Look) -> tuple[list[Run], list[etree._Element]]:
        """Give the runs of a paragraph of that look, and the text boxes in it."""
        self.runs, self.boxes, self.look, self.size, self.bold = [], [], look, 0, True
        self._inside(paragraph)
        self._unmarked()
        self.fields.settle()
        return self.runs, self.boxes

    def _inside(self, element: etree._Element) -> None:
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name not in _SKIPPED:
                self._other(one, name)

    def _other(self, one: etree._Element, name: str) -> None:
        if name == "bookmarkStart":
            self.open_bookmarks.append(value(one, "name") or "")
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            self._inside(chosen if chosen is not None else one)
        elif name in ("oMath", "oMathPara"):
            self._text(_math(one), Look())
        elif name == "fldSimple":
            self.fields.begin()
            self.fields.code(value(one, "instr") or "")
            self.fields.separate()
            self._inside(one)
            self.fields.end()
        else:
            self.link += name == "hyperlink"
            self._inside(one)
            self.link -= name == "hyperlink"

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        own = run_look(properties)
        style = value(child(properties, "rStyle"))
        look = own.over(self.styles.look(style)) if style is not None else own
        if self.link and own.italic is None:
            # Links are underlined everywhere.
            look = replace(look, italic=None)
        hidden = look.hidden if look.hidden is not None else self.look.hidden
        for one in run:
            name = local(one)
            if not hidden or name in _FIELD:
                self._piece(one, name, look)

    def _piece(self, one: etree._Element, name: str, look: Look) -> None:
        if name == "t":
            self._text(one.text or "", look)
        elif name in _SPACES:
            self._text(" ", look)
        elif name == "lastRenderedPageBreak":
            self.notes.end_page()
        elif name == "noBreakHyphen":
            self._text("-", look)
        elif name == "sym":
            self._text(symbol(value(one, "font") or "", value(one, "char") or ""), look)
        elif name == "fldChar":
            self._field(value(one, "fldCharType"))
        elif name == "instrText":
            self.fields.code(one.text or "")
        elif name in ("footnoteReference", "endnoteReference"):
            self._reference(one, name.removesuffix("Reference"))
        elif name in ("drawing", "pict", "object"):
            self.boxes += _boxes(one)
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            for inner in chosen if chosen is not None else child(one, "Fallback") or ():
                self._piece(inner, local(inner), look)
        elif name not in _SKIPPED:
            self._inside(one)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _reference(self, one: etree._Element, kind: str) -> None:
        id = value(one, "id") or ""
        self._unmarked()
        if value(one, "customMarkFollows") in ("1", "true", "on"):
            self.custom.append((kind, id))
            return
        self._mark(self.notes.point(kind, id))

    def _mark(self, note: Marked) -> None:
        self.bookmarks.update((name, note) for name in self.open_bookmarks)
        self.open_bookmarks.clear()
        shown = "" if note.printed.isdecimal() else note.printed
        self.runs.append(Run(shown, note=note.name))

    def _unmarked(self) -> None:
        """Give a note whose own mark did not follow a number."""
        for kind, id in self.custom:
            self._mark(self.notes.point(kind, id))
        self.custom.clear()

    def _text(self, text: str, look: Look) -> None:
        if not text or self.fields.hides:
            return
        if self.custom and text.strip():
            kind, id = self.custom.pop()
            mark, _, rest = text.strip().partition(" ")
            if len(mark) <= 3:
                self._mark(self.notes.point(kind, id, mark=mark))
                text = f" {rest}" if rest else ""
            else:
                self._mark(self.notes.point(kind, id))
        pointer = self.fields.within(FieldKind.POINTER)
        raised = pointer is not None and (look.raised or "\\f" in pointer.code)
        if pointer is not None and raised and text.strip():
            # A second marker of a note, pointed at by its bookmark: which note that is may be told later.
            self.runs.append(Run(text.strip(), note=f"@{pointer.target}"))
            return
        # A paragraph that is in italics as a whole emphasises nothing by them.
        italic = look.italic is not None and look.italic != bool(self.look.italic)
        if text.strip():
            self.size = max(self.size, look.size or self.look.size or 0)
            self.bold = self.bold and bool(look.bold if look.bold is not None else self.look.bold)
        self.runs.append(Run(text, italic=italic, raised=bool(look.raised)))


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Give the outermost text boxes in a drawing; the fallback of another drawing is left out."""
    found = []
    for one in element:
        name = local(one)
        if name == "txbxContent":
            found.append(one)
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            found += _boxes(chosen if chosen is not None else one)
        else:
            found += _boxes(one)
    return found


def _math(element: etree._Element) -> str:
    """Give a formula as text on one line."""
    name = local(element)
    if name == "t":
        return element.text or ""
    text = "".join(_math(one) for one in element if not local(one).endswith("Pr"))
    return f"{_SCRIPTS[name]}{text}" if name in _SCRIPTS and text else text
