"""What each element of TEI does when it is read."""

import re
from collections.abc import Iterator

from lxml import etree

from ibidem.document import PartKind
from ibidem.read.tei.quoting import QUOTED, Quoting, is_block
from ibidem.read.walk import INLINE, ITALIC, PARAGRAPH, SKIPPED, SPACED, Act, local, raised
from ibidem.words import read_table

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_HYPHEN = re.compile(r"[^\W\d_][-¬\u00ad]$")


class Reader:
    """Say what elements do, knowing which notes are pointed at."""

    def __init__(self, root: etree._Element, quoting: Quoting) -> None:
        """Find the notes and what points at them."""
        self.quoting = quoting
        self.roles = {name: row[0] for row in read_table("tei-roles") for name in row[1].split()}
        notes = [one for one in root.iter("{*}note", "note") if _is_note(one)]
        self.names = {note: note.get(_ID) or f"note {place}" for place, note in enumerate(notes)}
        self.marks = dict(_marks(root, self.names))
        self.pointed = {name for name, _ in self.marks.values()}

    def act(self, element: etree._Element) -> Act:
        """Say what an element does."""
        if element in self.marks:
            name, shown = self.marks[element]
            return Act(mark=name, shown=raised(shown))
        if element in self.names:
            name = self.names[element]
            label = element.get("n") or ""
            label = f"{label}." if label.isdigit() else label
            if name in self.pointed:
                return Act(block=True, note=name, labelled=label)
            return Act(mark=name, shown=raised(element.get("n") or ""), note=name, labelled=label)
        return self._plain(element, local(element))

    def _plain(self, element: etree._Element, name: str) -> Act:
        if name in QUOTED:
            return self._quotation(element)
        role = self.roles.get(name, "")
        if name in ("lb", "pb", "cb", "gb", "milestone"):
            return _broken(element)
        if name in ("hi", "emph", "foreign", "title") or role == "rendered":
            return _rendered(element, name)
        if name == "bibl" and not _is_entry(element):
            return INLINE
        if name == "head" and any(local(one) in ("list", "figure", "table", "listBibl") for one in _above(element)):
            return PARAGRAPH if local(next(iter(_above(element)))) != "listBibl" else _KINDS["heading"]
        if role == "choice" and _is_second(element, name):
            return SKIPPED
        return _KINDS.get(role, INLINE)

    def _quotation(self, element: etree._Element) -> Act:
        if is_block(element):
            return Act(block=True, kind=PartKind.QUOTE)
        before, after = self.quoting.around(element)
        return Act(before=before, after=after)


_KINDS: dict[str, Act] = {
    "skip": SKIPPED,
    "block": PARAGRAPH,
    "heading": Act(block=True, kind=PartKind.HEADING),
    "title": Act(block=True, kind=PartKind.TITLE),
    "author": Act(block=True, kind=PartKind.AUTHOR),
    "quote": Act(block=True, kind=PartKind.QUOTE),
    "entry": Act(entry=True),
    "spaced": SPACED,
    "italic": ITALIC,
}


def _marks(root: etree._Element, names: dict[etree._Element, str]) -> Iterator[tuple[etree._Element, tuple[str, str]]]:
    """Give the elements that point at notes, and those that notes point at, each with its note and what it prints."""
    ids = {one.get(_ID, ""): one for one in root.iter(etree.Element) if one.get(_ID)}
    pointed: set[etree._Element] = set()
    for one in root.iter("{*}ref", "{*}ptr"):
        target = (one.get("target") or "").split()
        found = _noted(ids[target[0][1:]]) if target and target[0][1:] in ids else None
        if found is not None and found in names and found not in one.iterancestors():
            pointed.add(found)
            yield one, (names[found], " ".join("".join(map(str, one.itertext())).split()))
    for note in names:
        for target_id in (note.get("target") or "").split():
            anchor = ids.get(target_id.lstrip("#"))
            if note not in pointed and anchor is not None and local(anchor) in ("anchor", "ref", "ptr"):
                pointed.add(note)
                yield anchor, (names[note], note.get("n") or "")


def _is_note(element: etree._Element) -> bool:
    """Tell whether a note is one of the text: not of the header, not of a reference, not printed in the line."""
    if element.get("place") == "inline":
        return False
    held = {"teiHeader", "biblStruct", "biblFull", "bibl", "listBibl"}
    return not any(local(one) in held for one in element.iterancestors())


def _noted(element: etree._Element) -> etree._Element:
    """Give the note that an element is, or is the number of."""
    return next((one for one in (element, *element.iterancestors()) if local(one) == "note"), element)


def _above(element: etree._Element) -> tuple[etree._Element, ...]:
    above = element.getparent()
    return () if above is None else (above,)


def _is_entry(element: etree._Element) -> bool:
    return any(local(one) == "listBibl" for one in _above(element))


def _is_second(element: etree._Element, name: str) -> bool:
    """Tell whether an element of a choice is the one not read: what was printed is, and abbreviations stay so."""
    above = element.getparent()
    if above is None or local(above) not in ("choice", "app", "subst"):
        return False
    first = next((one for one in above if isinstance(one.tag, str) and local(one) in _PRINTED), None)
    return first is not None and element is not first


_PRINTED = frozenset({"sic", "orig", "abbr", "lem", "add"})


def _broken(element: etree._Element) -> Act:
    """Take a break for a space, unless it is said or to be seen that it parts no words."""
    if element.get("break") == "no":
        return INLINE
    before = element.getprevious()
    above = element.getparent()
    held = (before.tail if before is not None else above.text if above is not None else "") or ""
    return INLINE if _HYPHEN.search(held) else Act(before=" ")


def _rendered(element: etree._Element, name: str) -> Act:
    said = f"{element.get('rend') or ''} {element.get('rendition') or ''} {element.get('style') or ''}".lower()
    italic = "ital" in said or said.split() in (["i"], ["#i"])
    if name == "title":
        italic = italic or (not said.strip() and element.get("level") in ("m", "j", "s"))
    return ITALIC if italic or (name in ("emph", "foreign") and not said.strip()) else INLINE
