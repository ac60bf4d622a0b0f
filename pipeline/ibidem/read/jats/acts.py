"""What each element of JATS does when it is read."""

import re
from dataclasses import replace

from lxml import etree

from ibidem.document import PartKind
from ibidem.read.jats.meta import is_author, name_of, text_of
from ibidem.read.jats.printed import CITATIONS, is_bare, printed
from ibidem.read.marks import raised
from ibidem.read.walk import INLINE, ITALIC, PARAGRAPH, SKIPPED, SPACED, Act, fills_cell, local
from ibidem.words import read_table

_NUMBERS = re.compile(r"[\[(\s]{0,3}\d{1,3}[\])\s]{0,3}")
_COMMAS = re.compile(r"[\s,;–-]+")
_LABELLED = frozenset({"fn", "ref"})
_FRONT = frozenset({"front", "front-stub", "article-meta", "book-meta"})


class Reader:
    """Say what elements do, knowing which notes are pointed at."""

    def __init__(self, root: etree._Element) -> None:
        """Find the notes and what points at them."""
        self.roles = {name: row[0] for row in read_table("jats-roles") for name in row[1].split()}
        ids = {one.get("id"): one for one in root.iter(etree.Element) if one.get("id")}
        self.names: dict[etree._Element, str] = {}
        self.marks: dict[etree._Element, tuple[tuple[str, str], ...]] = {}
        self.pointed: set[etree._Element] = set()
        names = [f"{{*}}{name}" for name in CITATIONS]
        self.bare = {one for one in root.iter(*names) if is_bare(one)}
        for place, one in enumerate(root.iter("{*}fn")):
            self.names[one] = one.get("id") or f"fn {place}"
        xrefs = list(root.iter("{*}xref"))
        if _counted(xrefs):
            self.names |= {one: one.get("id") or f"ref {at}" for at, one in enumerate(root.iter("{*}ref"))}
        for one in xrefs:
            found = [ids[name] for name in (one.get("rid") or "").split() if name in ids and ids[name] in self.names]
            if found:
                self.marks[one] = _shown([self.names[note] for note in found], text_of(one))
                self.pointed.update(found)

    def act(self, element: etree._Element) -> Act:
        """Say what an element does."""
        if element in self.marks:
            (mark, shown), *also = self.marks[element]
            return Act(mark=mark, shown=shown, also=tuple(also))
        name = local(element)
        if element in self.names:
            return self._note(element, name)
        above = element.getparent()
        inside = "" if above is None else local(above)
        if inside in _FRONT and name not in _FRONT:
            return _front(name)
        if name == "label":
            after = element.getnext()
            return Act(label=True) if inside in _LABELLED else SKIPPED if _led(after) else Act(after=" ")
        if name in CITATIONS:
            return Act(bare=element in self.bare)
        if any(one in self.bare for one in element.iterancestors()):
            return printed(element) or INLINE
        return self._plain(element, name, inside)

    def _note(self, element: etree._Element, name: str) -> Act:
        held = self.names[element]
        if element in self.pointed or name == "ref":
            return Act(note=held)
        if any(local(one) == "p" for one in element.iterancestors()):
            shown = next((text_of(one) for one in element if isinstance(one.tag, str) and local(one) == "label"), "")
            return Act(mark=held, shown=raised(shown), note=held)
        return PARAGRAPH if element.get("fn-type") else Act(block=True, note=held)

    def _plain(self, element: etree._Element, name: str, inside: str) -> Act:
        role = self.roles.get(name, "")
        if name in ("name", "string-name") and inside in ("contrib", "name-alternatives"):
            return Act(instead=name_of(element))
        if name == "kwd":
            before = element.getprevious()
            return Act(before="; " if before is not None and local(before) == "kwd" else "")
        if name == "title" and inside == "kwd-group":
            return _HEADING
        if name == "contrib" and not is_author(element):
            return SKIPPED
        led = element.getprevious()
        if led is not None and local(led) == "label" and _led(element) and inside not in _LABELLED:
            return replace(_KINDS.get(role, INLINE), before=f"{text_of(led)} ")
        return SPACED if name == "p" and fills_cell(element) else _KINDS.get(role, INLINE)


def _led(element: etree._Element | None) -> bool:
    """Tell whether an element is a block that begins with the label before it."""
    return element is not None and local(element) in ("p", "title", "def", "term")


def _shown(names: list[str], printed: str) -> tuple[tuple[str, str], ...]:
    """Share what a marker of several notes prints among them: `1, 2` and `1–3`."""
    parts = _COMMAS.split(printed) if len(names) > 1 else [printed]
    if len(parts) != len(names):
        parts = [parts[0], *[""] * (len(names) - 2), parts[-1]] if len(names) > 1 else parts
    return tuple((name, raised(part)) for name, part in zip(names, parts, strict=True))


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
