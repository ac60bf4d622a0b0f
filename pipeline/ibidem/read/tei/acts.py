"""What each element of TEI does when it is read."""

import re
from collections.abc import Iterator

from lxml import etree

from ibidem.document import PartKind
from ibidem.read.marks import raised
from ibidem.read.tei.hands import editorial
from ibidem.read.tei.quoting import QUOTED, Quoting, is_block
from ibidem.read.walk import INLINE, ITALIC, PARAGRAPH, SKIPPED, SPACED, Act, fills_cell, local
from ibidem.words import read_table

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MARKING = frozenset({"foot", "footnote", "fn", "note", "noteanchor", "endnote", "end"})
_HYPHEN = re.compile(r"[^\W\d_][-¬\u00ad]$")


class Reader:
    """Say what elements do, knowing which notes are pointed at; `editors` are those that are not the author's."""

    def __init__(self, root: etree._Element, quoting: Quoting) -> None:
        """Find the notes and what points at them."""
        self.quoting = quoting
        self.roles = {name: row[0] for row in read_table("tei-roles") for name in row[1].split()}
        notes = [one for one in root.iter("{*}note", "note") if _is_note(one)]
        self.names = {note: note.get(_ID) or f"note {place}" for place, note in enumerate(notes)}
        self.further: dict[etree._Element, str] = {}
        known = {note.get(_ID, ""): name for note, name in self.names.items()}
        for note in notes:
            before = known.get((note.get("prev") or "").lstrip("#"))
            if before and note.get("prev"):
                self.further[note] = self.names[note] = known[note.get(_ID, "")] = before
        self.marks = dict(_marks(root, self.names))
        self.labels = {
            one.get(_ID): one.get("label") or one.get("n") or "" for one in root.iter("{*}bibl", "{*}biblStruct")
        }
        self.editors = {self.names[note] for note in editorial(root, notes)}
        self.pointed = {name for name, _ in self.marks.values()}

    def act(self, element: etree._Element) -> Act:
        """Say what an element does."""
        if element in self.marks:
            name, shown = self.marks[element]
            return Act(mark=name, shown=raised(shown))
        if element in self.names:
            name = self.names[element]
            if name in self.pointed or element in self.further or _is_gathered(element):
                return Act(note=name, labelled=_label(element))
            above = element.getparent()
            hung = above is not None and local(above) in _CONTAINERS
            return Act(mark=name, shown=raised(element.get("n") or ""), note=name, labelled=_label(element), hung=hung)
        return self._plain(element, local(element))

    def _plain(self, element: etree._Element, name: str) -> Act:
        if name in QUOTED:
            return self._quotation(element)
        if name == "ptr" and (label := self.labels.get((element.get("target") or "").lstrip("#"))):
            # What is printed there is made of the entry's label and the place in it.
            return Act(instead=f"[{label}, {element.get('loc')}]" if element.get("loc") else f"[{label}]")
        role = self.roles.get(name, "")
        if name in ("teiHeader", "profileDesc"):
            return _HEADER
        if any(local(one) in ("teiHeader", "profileDesc") for one in _above(element)):
            return _ABSTRACT if name == "abstract" else SKIPPED
        if role == "block" and (element.get("type") or "").lower() in ("abstract", "summary"):
            return _ABSTRACT
        if name in ("lb", "pb", "cb"):
            return _broken(element)
        if name == "cit" and any(local(one) in _TEXTS for one in _above(element)):
            return INLINE
        if name in ("label", "item"):
            return _listed(element, name)
        if name in ("hi", "emph", "foreign", "title") or role == "rendered":
            return _rendered(element, name)
        if name == "bibl" and not _is_entry(element):
            return INLINE
        if name == "head" and any(local(one) in ("list", "figure", "table", "listBibl") for one in _above(element)):
            return PARAGRAPH if local(next(iter(_above(element)))) != "listBibl" else _KINDS["heading"]
        if role == "choice" and _is_second(element, name):
            return SKIPPED
        if name == "p" and _HEADED.search(f"{element.get('rend') or ''} {element.get('type') or ''}".lower()):
            return _KINDS["heading"]
        return SPACED if name == "p" and fills_cell(element) else _KINDS.get(role, INLINE)

    def _quotation(self, element: etree._Element) -> Act:
        if is_block(element):
            return Act(block=True, kind=PartKind.QUOTE)
        before, after = self.quoting.around(element)
        return Act(before=before, after=after)


_HEADED = re.compile(r"(?:^|\b|section|sub|chapter)(?:head(?:ing)?|title)")
"""How a paragraph is called that stands for a heading, as papers made from a word processor have them."""
_HEADER = Act(block=True, mute=True)
_ABSTRACT = Act(block=True, kind=PartKind.ABSTRACT, heard=True)
_KINDS: dict[str, Act] = {
    "skip": SKIPPED,
    "block": PARAGRAPH,
    "heading": Act(block=True, kind=PartKind.HEADING),
    "title": Act(block=True, kind=PartKind.TITLE),
    "author": Act(block=True, kind=PartKind.AUTHOR),
    "furniture": Act(block=True, kind=PartKind.FURNITURE),
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
    numbered = {note.get("n"): note for note in reversed(list(names)) if note not in pointed and note.get("n")}
    for one in root.iter("{*}ref"):
        shown = " ".join("".join(map(str, one.itertext())).split())
        if not one.get("target") and (one.get("type") or "").lower() in _MARKING and shown in numbered:
            found = numbered.pop(shown)
            pointed.add(found)
            yield one, (names[found], shown)
    for note in names:
        for target_id in (note.get("target") or "").split():
            anchor = ids.get(target_id.lstrip("#"))
            if note not in pointed and anchor is not None and local(anchor) in ("anchor", "ref", "ptr"):
                pointed.add(note)
                yield anchor, (names[note], note.get("n") or "")


_TEXTS = frozenset({"p", "ab", "note", "item", "head", "hi", "seg", "s", "q", "quote"})


def _listed(element: etree._Element, name: str) -> Act:
    """Let a label open the block of its item."""
    before = element.getprevious()
    if name == "label":
        inside = any(local(one) == "list" for one in _above(element))
        return Act(parts=True, after=" ") if inside else INLINE
    return INLINE if before is not None and local(before) == "label" else PARAGRAPH


def _is_note(element: etree._Element) -> bool:
    """Tell whether a note is one of the text: not of the header, not of a reference, not printed in the line."""
    if element.get("place") == "inline":
        return False
    held = {"teiHeader", "biblStruct", "biblFull", "listBibl"}
    return not any(local(one) in held for one in element.iterancestors())


def _noted(element: etree._Element) -> etree._Element:
    """Give the note that an element is, or is the number of."""
    return next((one for one in (element, *element.iterancestors()) if local(one) == "note"), element)


def _is_gathered(element: etree._Element) -> bool:
    """Tell whether a note stands among others, away from the text."""
    for one in element.iterancestors():
        if local(one) in ("noteGrp", "listAnnotation", "back") or "note" in (one.get("type") or "").lower():
            return True
        if local(one) not in _CONTAINERS:
            return False
    return False


def _label(element: etree._Element) -> str:
    number = element.get("n") or ""
    return f"{number}." if number.isdigit() else number


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


_CONTAINERS = frozenset({"body", "div", "div1", "div2", "div3", "div4", "front", "back", "text", "lg", "list", "table"})
_PRINTED = frozenset({"sic", "orig", "abbr", "lem", "add"})


def _broken(element: etree._Element) -> Act:
    """Take a break for a space, unless it is said or to be seen that it parts a word."""
    before = element.getprevious()
    above = element.getparent()
    held = ((before.tail if before is not None else above.text if above is not None else "") or "")[-2:]
    if element.get("break") == "no":
        return Act(joins=True)
    behind = next((one.tail.strip() for one in _and_next(element) if one.tail and one.tail.strip()), "")
    parted = _HYPHEN.search(held) is not None
    if parted and (behind[:1].islower() or held[-1:] in "¬\u00ad"):
        return Act(joins=True)
    return INLINE if parted else Act(before=" ")


def _and_next(element: etree._Element) -> Iterator[etree._Element]:
    """Give a break and those right behind it, with the running heads between."""
    one: etree._Element | None = element
    for _ in range(5):
        if one is None or local(one) not in ("lb", "pb", "cb", "fw"):
            return
        yield one
        one = one.getnext()


def _rendered(element: etree._Element, name: str) -> Act:
    said = f"{element.get('rend') or ''} {element.get('rendition') or ''} {element.get('style') or ''}".lower()
    italic = "ital" in said or said.split() in (["i"], ["#i"])
    if name == "title":
        italic = italic or (not said.strip() and element.get("level") in ("m", "j", "s"))
    return ITALIC if italic or (name in ("emph", "foreign") and not said.strip()) else INLINE
