"""Whose a note is: the author's, or that of an editor, a translator, a transcriber (`@type`, `@resp`)."""

import re
from collections.abc import Iterable

from lxml import etree

from ibidem.read.walk import local
from ibidem.words import read_words

EDITOR = "editor"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = frozenset({"noteGrp", "listAnnotation", "div", "div1", "div2", "app"})
_ROLES = frozenset({"editor", "respStmt"})


def editorial(root: etree._Element, notes: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Give the notes that are not the author's; none where all are, for then they are the notes of the paper."""
    held = list(notes)
    people = _editors(root)
    found = frozenset(note for note in held if _is_editorial(note, people))
    return found if len(found) < len(held) else frozenset()


def _editors(root: etree._Element) -> frozenset[str]:
    """Give the ids of those whom the header names as editors and the like."""
    header = next(root.iter("{*}teiHeader", "teiHeader"), None)
    if header is None:
        return frozenset()
    said = (one for role in header.iter(etree.Element) if local(role) in _ROLES for one in role.iter(etree.Element))
    authors = {one.get(_ID) for author in header.iter("{*}author") for one in author.iter(etree.Element)}
    return frozenset(id for one in said if (id := one.get(_ID)) and id not in authors)


def _is_editorial(note: etree._Element, editors: frozenset[str]) -> bool:
    resp = [one.rpartition("#")[2] for one in (note.get("resp") or "").split()]
    if resp:
        return any(one in editors for one in resp) or (_says(" ".join(resp)) and not editors)
    if note.get("type"):
        return _says(note.get("type") or "")
    above = note.getparent()
    return above is not None and local(above) in _GROUPS and _says(above.get("type") or local(above))


def _says(text: str) -> bool:
    listed = read_words("editorial-notes")
    return any(word.casefold() in listed for word in _WORD.findall(text))
