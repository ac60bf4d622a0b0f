"""The parts of a DOCX: found by their relationships, read as XML, in the transitional or the strict namespace."""

import posixpath
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from ibidem.errors import InputError
from ibidem.read.archive import Archive
from ibidem.read.markup import parse_xml
from ibidem.read.walk import local

_MOST = 1_000_000
"""How many elements a part may have: a word processor cuts its text into many runs."""
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that hold a paper's text, by the last word of their relationship: footnotes, styles, ...

    `main` is the part of the running text, `name` and `names` the members that the parts are.
    """

    main: etree._Element
    name: str
    parts: dict[str, etree._Element]
    names: dict[str, str]


_READ = ("footnotes", "endnotes", "styles", "numbering", "settings")


def open_package(archive: Archive, *, path: Path) -> Package:
    """Read the parts; raise InputError where the main one is missing or one is no XML."""
    top = _related(archive, "", path)
    name = top.get("officeDocument", _USUAL)
    main = archive.read(name)
    if main is None:
        raise InputError(f"holds no {name}: it is no DOCX; save it as DOCX again", path=path)
    related = _related(archive, name, path)
    names = {kind: related[kind] for kind in _READ if kind in related}
    if "core-properties" in top:
        names["core"] = top["core-properties"]
    parts = {}
    for kind, member in names.items():
        data = archive.read(member)
        if data is not None:
            parts[kind] = parse_xml(data, path=path, most=_MOST)
    return Package(parse_xml(main, path=path, most=_MOST), name, parts, names)


def _related(archive: Archive, member: str, path: Path) -> dict[str, str]:
    """Give the members that a member is related to inside the archive, by the last word of the relationship's type."""
    folder, name = posixpath.split(member)
    data = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    found: dict[str, str] = {}
    for one in parse_xml(data, path=path):
        target = one.get("Target", "")
        if one.get("TargetMode") != "External":
            kind = one.get("Type", "").rstrip("/").rpartition("/")[2]
            found.setdefault(kind, posixpath.normpath(posixpath.join(folder, target)).lstrip("/"))
    return found


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Give the element at the end of a path of local names, None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Give an attribute by its local name."""
    if element is None:
        return None
    return next((held for key, held in element.items() if key.rpartition("}")[2] == name), None)


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a toggle such as `w:i` is on; None where it is not there."""
    if element is None:
        return None
    return (value(element) or "1") not in ("0", "false", "off", "none")
