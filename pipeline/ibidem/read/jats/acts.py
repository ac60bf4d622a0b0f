"""What each element of JATS does when it is read."""

import re

from lxml import etree

from ibidem.document import PartKind
from ibidem.read.jats.meta import name_of, text_of
from ibidem.read.jats.printed import CITATIONS, is_bare, printed
from ibidem.read.walk import INLINE, ITALIC, PARAGRAPH, SKIPPED, SPACED, Act, local, raised
from ibidem.words import read_table

_NUMBERS = re.compile(r"[\[(\s]{0,3}\d{1,4}[\])\s]{0,3}")
_FRONT = frozenset({"front", "front-stub", "article-meta", "book-meta"})


class Reader:
    """Say what elements do, knowing which notes are pointed at."""

    def __init__(self, root: etree._Element) -> None:
        """Find the notes and what points at them."""
        self.roles = {name: row[0] for row in read_table("jats-roles") for name in row[1].split()}
        ids = {one.get("id"): one for one in root.iter(etree.Element) if one.get("id")}
        self.names: dict[etree._Element, str] = {}
        self.marks: dict[etree._Element, tuple[str, str]] = {}
        self.pointed: set[etree._Element] = set()
        names = [f"{{*}}{name}" for name in CITATIONS]
        self.bare = {one for one in root.iter(*names) if is_bare(one)}
        for place, one in enumerate(root.iter("{*}fn")):
            self.names[one] = one.get("id") or f"fn {place}"
        xrefs = list(root.iter("{*}xref"))
        if _counted(xrefs):
            self.names |= {one: one.get("id") or f"ref {at}" for at, one in enumerate(root.iter("{*}ref"))}
        for one in xrefs:
            found = next((ids[name] for name in (one.get("rid") or "").split() if name in ids), None)
            if found is not None and found in self.names:
                self.marks[one] = (self.names[found], text_of(one))
                self.pointed.add(found)

    def act(self, element: etree._Element) -> Act:
        """Say what an element does."""
        if element in self.marks:
            name, shown = self.marks[element]
            return Act(mark=name, shown=raised(shown))
        name = local(element)
        if element in self.names:
            return self._note(element, name)
        above = element.getparent()
        inside = "" if above is None else local(above)
        if inside in _FRONT and name not in _FRONT:
            return _front(name)
        if name == "label":
            return Act(label=True) if inside in ("fn", "ref") else Act(after=" ")
        if name in CITATIONS:
            return Act(bare=element in self.bare)
        if any(one in self.bare for one in element.iterancestors()):
            return printed(element) or INLINE
        return self._plain(element, name, inside)

    def _note(self, element: etree._Element, name: str) -> Act:
        held = self.names[element]
        if element in self.pointed or name == "ref":
            return Act(block=True, note=held)
        if any(local(one) == "p" for one in element.iterancestors()):
            shown = next((text_of(one) for one in element if isinstance(one.tag, str) and local(one) == "label"), "")
            return Act(mark=held, shown=raised(shown), note=held)
        return PARAGRAPH if element.get("fn-type") else Act(block=True, note=held)

    def _plain(self, element: etree._Element, name: str, inside: str) -> Act:
        role = self.roles.get(name, "")
        if name in ("name", "string-name") and inside in ("contrib", "name-alternatives"):
            return Act(instead=name_of(element))
        if name == "kwd":
            return Act(before="" if element.getprevious() is None else "; ")
        if name == "title" and inside == "kwd-group":
            return _HEADING
        if name == "contrib" and element.get("contrib-type") not in ("author", None):
            return PARAGRAPH
        return _KINDS.get(role, INLINE)


_HEADING = Act(block=True, kind=PartKind.HEADING)
_KINDS: dict[str, Act] = {
    "skip": SKIPPED,
    "block": PARAGRAPH,
    "heading": _HEADING,
    "title": Act(block=True, kind=PartKind.TITLE),
    "author": Act(block=True, kind=PartKind.AUTHOR, bare=True),
    "abstract": Act(block=True, kind=PartKind.ABSTRACT),
    "keywords": Act(block=True, kind=PartKind.KEYWORD, bare=True),
    "quote": Act(block=True, kind=PartKind.QUOTE),
    "entry": Act(entry=True),
    "spaced": SPACED,
    "italic": ITALIC,
}
_READ = frozenset({"title-group", "book-title-group", "contrib-group", "author-notes"})


def _front(name: str) -> Act:
    """Say what of the front matter is read: title, authors, abstracts, keywords, notes on the authors."""
    if name in ("abstract", "trans-abstract"):
        return _KINDS["abstract"]
    if name == "kwd-group":
        return _KINDS["keywords"]
    return PARAGRAPH if name in _READ else SKIPPED


def _counted(xrefs: list[etree._Element]) -> bool:
    """Tell whether the references are cited by number: then they are notes, and what cites them are markers."""
    cited = [one for one in xrefs if one.get("ref-type") == "bibr"]
    return bool(cited) and 2 * sum(_NUMBERS.fullmatch(text_of(one)) is not None for one in cited) > len(cited)
