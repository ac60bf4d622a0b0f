"""What each element of a text in HTML does when it is read."""

import re
from bisect import bisect_left, bisect_right

from lxml import etree

from ibidem.document import PartKind
from ibidem.read.html.book import Book, blank, text_of
from ibidem.read.html.notes import Notes, number_of
from ibidem.read.html.regions import opens
from ibidem.read.html.roles import BLOCKS, DROPPED, HEADINGS, is_hidden, roles, tag
from ibidem.read.marks import quotation_marks, raised
from ibidem.read.notes import section_of
from ibidem.read.walk import INLINE, ITALIC, PARAGRAPH, PARTED, SKIPPED, SPACED, Act, fills_cell

_MUTED = Act(block=True, mute=True)
_HEADING = Act(block=True, kind=PartKind.HEADING)
_QUOTE = Act(block=True, kind=PartKind.QUOTE)
_KINDS = (
    ("abstract", PartKind.ABSTRACT),
    ("author", PartKind.AUTHOR),
    ("titlepage", PartKind.AUTHOR),
    ("keywords", PartKind.KEYWORD),
    ("quote", PartKind.QUOTE),
    ("furniture", PartKind.FURNITURE),
)
_INLINE: dict[str, Act] = {
    "i": ITALIC,
    "em": ITALIC,
    "dfn": ITALIC,
    "var": ITALIC,
    "td": SPACED,
    "th": SPACED,
}
_NUMBERED = re.compile(r"\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s")
_ASIDE = frozenset({"author", "furniture"})
_SITE = frozenset({"footer", "aside"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_TEXTS = frozenset({"article", "main", "section", "blockquote", "aside"})


class Reader:
    """Say what elements do, knowing the notes and where the text is."""

    def __init__(self, book: Book, notes: Notes, *, content: etree._Element | None, language: str | None) -> None:
        """Take the notes found and the element that holds the text, none where it is the whole file."""
        self.book = book
        self.notes = notes
        self.content = content
        self.language = language
        self.titled = False
        self.subtitled = False
        self.length: int | None = None
        self.section: str | None = None
        self.starts = sorted(book.order[one] for one in (*notes.holds, *notes.turns))

    def act(self, element: etree._Element) -> Act:
        """Say what an element does."""
        notes = self.notes
        if element in notes.dropped:
            return SKIPPED if element not in notes.turns else Act(turn=notes.turns[element], skip=True)
        if element in notes.turns:
            name = notes.turns[element]
            return Act(turn=name, label=element in notes.labels, labelled=notes.counted.get(name, ""))
        if element in notes.marks:
            name, shown = notes.marks[element]
            return Act(mark=name, shown=raised(shown), note=notes.holds.get(element))
        if element in notes.labels:
            return Act(label=True)
        if element in notes.holds:
            name = notes.holds[element]
            return Act(block=True, note=name, labelled=notes.counted.get(name, ""))
        return self._plain(element)

    def _plain(self, element: etree._Element) -> Act:
        name = tag(element)
        if name == "br":
            return PARTED if self.section == "notes" and _is_numbered(element) else _broken(element)
        said = roles(element)
        if self._left_out(element, name, said):
            return _MUTED if self._holds_note(element) else SKIPPED
        if element is self.content:
            return Act(heard=True, block=True)
        if self.content is not None and name == "body":
            return _MUTED
        if "label" in said or "backlink" in said:
            return Act(label=True) if number_of(text_of(element, most=8).strip()) else SKIPPED
        if "subtitle" in said and self._is_subtitle(element):
            return Act(block=True, kind=PartKind.TITLE, heard=self._is_outside(element))
        if self._is_heading(element, name, said):
            return self._heading(element, name, said)
        if name == "li" and self.section == "notes":
            return Act(entry=True)
        if name in BLOCKS and name not in ("td", "th"):
            return SPACED if name in ("p", "div") and fills_cell(element) else _block(name, said)
        if "paragraph" in said:
            return PARAGRAPH
        if name == "sup" and (shown := text_of(element, most=6).strip()).isdigit() and not self._holds_note(element):
            return Act(label=True) if self._is_label(element) else Act(instead=raised(shown))
        if name == "q":
            nested = sum(tag(one) == "q" for one in element.iterancestors()) % 2 > 0
            before, after = quotation_marks(self.language, nested=nested)
            return Act(before=before, after=after)
        if name == "cite":
            return ITALIC if not len(element) and not element.get("class") else INLINE
        return _INLINE.get(name) or (ITALIC if _is_italic(element) else INLINE)

    def _left_out(self, element: etree._Element, name: str, said: frozenset[str]) -> bool:
        """Tell whether an element is none of the text; what holds the text, or most of it, never is."""
        if name in DROPPED:
            return True
        beside = name in _SITE and self.content is None and not self.book.pages[0].member
        site = beside and not any(tag(one) in _TEXTS for one in element.iterancestors())
        if name in _WHOLE or not (site or "pagebreak" in said or "drop" in said or is_hidden(element)):
            return False
        held = self.content is not None and self.book.holds(element, self.content)
        return not held and not self._is_much(element)

    def _is_heading(self, element: etree._Element, name: str, said: frozenset[str]) -> bool:
        if name == "p":
            above = element.getparent()
            grouped = above is not None and tag(above) == "hgroup"
            return grouped or (not self.titled and not self.book.pages[0].member and "title" in said)
        return name in HEADINGS and not said & _ASIDE

    def _is_much(self, element: etree._Element) -> bool:
        """Tell whether an element holds most of the text, whatever it says that it is."""
        if self.length is None:
            self.length = sum(len(str(piece)) for page in self.book.pages for piece in page.root.itertext())
        return 2 * sum(len(str(piece)) for piece in element.itertext()) > self.length

    def _holds_note(self, element: etree._Element) -> bool:
        first, last = self.book.order[element], self.book.last[element]
        return bisect_left(self.starts, first) < bisect_right(self.starts, last)

    def _heading(self, element: etree._Element, name: str, said: frozenset[str]) -> Act:
        self.section = section_of(text_of(element, most=80))
        paged = any("titlepage" in roles(one) for one in element.iterancestors())
        if not self.titled and (paged or ((name == "h1" or "title" in said) and not self.book.pages[0].member)):
            self.titled = True
            return Act(block=True, kind=PartKind.TITLE, heard=self._is_outside(element))
        return _HEADING

    def _is_outside(self, element: etree._Element) -> bool:
        return self.content is not None and not self.book.holds(self.content, element)

    def _is_subtitle(self, element: etree._Element) -> bool:
        """Tell whether what is called a subtitle is the paper's: the first one behind its title."""
        mine = self.titled and not self.subtitled
        self.subtitled = self.subtitled or mine
        return mine

    def _is_label(self, element: etree._Element) -> bool:
        """Tell whether a raised number is the number of the note that it opens."""
        for one in element.iterancestors():
            if one in self.notes.holds:
                shown = self.notes.shown.get(self.notes.holds[one])
                printed = number_of(text_of(element, most=8).strip())
                return opens(element, one) and (shown is None or (bool(printed) and printed == number_of(shown)))
        return False


def _block(name: str, said: frozenset[str]) -> Act:
    if name == "blockquote":
        return _QUOTE
    if "entry" in said:
        return Act(entry=True)
    for role, kind in _KINDS:
        if role in said and name not in _WHOLE:
            return Act(block=True, kind=kind)
    return PARAGRAPH


def _is_numbered(element: etree._Element) -> bool:
    """Tell whether a number that can be a note's opens the line behind a break."""
    behind = element.getnext()
    text = element.tail or ""
    if behind is not None and not text.strip() and tag(behind) == "sup":
        return text_of(behind, most=6).strip().isdigit()
    return _NUMBERED.match(text) is not None


def _broken(element: etree._Element) -> Act:
    """Take a line break for a space, and two for the end of the paragraph."""
    before = element.getprevious()
    double = before is not None and tag(before) == "br" and blank(before.tail)
    return PARTED if double else Act(before=" ")


def _is_italic(element: etree._Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "font-style:italic" in style or "italic" in element.get("class", "").lower().split()
