"""TEI P5: the works as `biblStruct`, the references of the notes as `bibl` with typed back-references.

The types are those of TEIC/TEI issue 2974: precedingWork, subsequentWork, precedingAuthor, footnote.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ibidem.cited import Name
from ibidem.export.bibliography import ADDRESS, Bibliography, Entry
from ibidem.export.tei_note import ID, identifier, tei_notes
from ibidem.export.when import when

_TEI = "http://www.tei-c.org/ns/1.0"
_SCOPES = (("volume", "volume"), ("issue", "issue"), ("number", "number"), ("page", "pages"))
_NOTES: tuple[tuple[str, dict[str, str]], ...] = (
    ("genre", {"type": "genre"}),
    ("archive", {"type": "archive"}),
    ("note", {}),
)


def to_tei(bibliography: Bibliography) -> bytes:
    """Write the works and the notes of a paper as one TEI document."""
    root = ET.Element("TEI", {"xmlns": _TEI})
    root.append(_header(bibliography))
    text = ET.SubElement(root, "text")
    notes = ET.SubElement(ET.SubElement(text, "body"), "div", {"type": "notes"})
    if bibliography.entries:
        listed = ET.SubElement(ET.SubElement(text, "back"), "listBibl")
        listed.extend(bibl_struct(entry) for entry in bibliography.entries)
    ET.indent(root)
    # Notes hold words between elements: no space is added there.
    notes.text = "\n"
    notes.extend(tei_notes(bibliography))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _header(bibliography: Bibliography) -> ET.Element:
    header = ET.Element("teiHeader")
    described = ET.SubElement(header, "fileDesc")
    title = ET.SubElement(described, "titleStmt")
    _leaf(title, "title", f"Works cited and notes: {bibliography.title}")
    for name in bibliography.authors:
        _leaf(title, "author", name)
    published = ET.SubElement(described, "publicationStmt")
    _leaf(published, "p", "Exported from linked open data; the words of the notes are quotations.")
    source = ET.SubElement(ET.SubElement(described, "sourceDesc"), "bibl")
    for name in bibliography.authors:
        _leaf(source, "author", name)
    _leaf(source, "title", bibliography.title, level="a")
    _leaf(source, "title", bibliography.journal, level="j")
    if bibliography.date:
        source.append(_date(bibliography.date))
    _leaf(source, "idno", bibliography.iri, type="URI")
    return header


def bibl_struct(entry: Entry) -> ET.Element:
    """Make the `biblStruct` of a work; `type` is its kind, a pointer leads to the work in the dataset."""
    struct = ET.Element("biblStruct", {ID: identifier("work", entry.key), "type": entry.kind})
    inside = bool(entry.container and (entry.title or entry.authors))
    part = ET.SubElement(struct, "analytic") if inside else None
    monogr = ET.SubElement(struct, "monogr")
    own = monogr if part is None else part
    _people(own, "author", entry.authors)
    if part is not None:
        _leaf(part, "title", entry.title, level="a")
    whole = ET.SubElement(monogr, "title", {"level": "j" if entry.periodical else "m"})
    whole.text = entry.container or entry.title or None
    _leaf(own, "idno", entry.doi, type="DOI")
    _leaf(monogr, "idno", entry.isbn, type="ISBN")
    _people(own, "editor", entry.translators, role="translator")
    _people(monogr, "editor", entry.editors)
    _leaf(monogr, "edition", entry.edition)
    monogr.append(_imprint(entry))
    for unit, field in _SCOPES:
        _leaf(monogr, "biblScope", getattr(entry, field), unit=unit)
    if entry.series:
        _leaf(ET.SubElement(struct, "series"), "title", entry.series, level="s")
    for name, attributes in _NOTES:
        _leaf(struct, "note", getattr(entry, name), **attributes)
    _leaf(struct, "ref", entry.url, type="url", target=entry.url.translate(ADDRESS))
    ET.SubElement(struct, "ptr", {"type": "dataset", "target": entry.iri})
    return struct


def _imprint(entry: Entry) -> ET.Element:
    imprint = ET.Element("imprint")
    _leaf(imprint, "pubPlace", entry.place)
    _leaf(imprint, "publisher", entry.publisher)
    # An imprint holds something: a date that is not known is empty.
    imprint.append(_date(entry.date))
    if entry.accessed:
        imprint.append(_date(entry.accessed, type="accessed"))
    return imprint


def _date(edtf: str, **attributes: str) -> ET.Element:
    """Make a date whose words are EDTF; its attributes say as much of it as W3C's dates can."""
    element = ET.Element("date", attributes)
    element.text = edtf or None
    found = when(edtf)
    if found is None:
        return element
    season = found.season
    first, last = _days(found.start), _days(found.end or found.start, last=True)
    if found.end and found.exact:
        element.attrib |= {"from": first, "to": last}
    elif season or found.end:
        element.attrib |= {"notBefore": first, "notAfter": last}
    else:
        element.set("when", first)
    if found.circa:
        element.set("cert", "medium")
    return element


def _days(parts: tuple[int, ...], *, last: bool = False) -> str:
    """Write year, month and day as W3C does; of a season its first or last month, winter being December alone."""
    year, *rest = parts
    if rest and rest[0] > 20:
        first = {21: 3, 22: 6, 23: 9, 24: 12}.get(rest[0], 1)
        rest = [min(first + 2, 12) if last else first]
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def _people(parent: ET.Element, tag: str, names: Iterable[Name], **attributes: str) -> None:
    for name in names:
        element = ET.SubElement(parent, tag, attributes)
        if not name.family:
            element.text = name.literal
            continue
        person = ET.SubElement(element, "persName")
        _leaf(person, "forename", name.given or "")
        _leaf(person, "surname", name.family)


def _leaf(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        ET.SubElement(parent, tag, attributes).text = text
