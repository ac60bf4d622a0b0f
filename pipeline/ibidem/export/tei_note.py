"""The notes of a paper in TEI: each reference a `bibl` whose words are told apart, and that leads where it points."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from ibidem.export.backref import printed
from ibidem.export.bibliography import Bibliography, Citation, Note, clean

ID = "{http://www.w3.org/XML/1998/namespace}id"
_APART = re.compile(r"[^\w.-]+")
_Numbered = tuple[str, str]
"""The section and the number of a note."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What can be pointed at: citations by key, works by key, notes by section and number with their identifiers."""

    citations: dict[str, Citation]
    works: frozenset[str]
    notes: dict[_Numbered, str]


def identifier(kind: str, key: str) -> str:
    """Make an identifier that XML allows."""
    return f"{kind}-{_APART.sub('-', key)}"


def tei_notes(bibliography: Bibliography) -> Iterator[ET.Element]:
    """Make the notes: their whole text where it is published, else the references that each number has."""
    found = list(_divided(bibliography))
    names = _named([at for at, _, _ in found])
    targets = Targets(
        citations={citation.key: citation for citation in bibliography.citations},
        works=frozenset(entry.key for entry in bibliography.entries),
        # Of a number that is printed twice the first note is meant.
        notes=dict(reversed([(at, name) for name, (at, _, _) in zip(names, found, strict=True)])),
    )
    for name, ((section, number), text, citations) in zip(names, found, strict=True):
        note = ET.Element("note", {ID: name, "n": number})
        if section:
            note.set("subtype", _APART.sub("-", section))
        _fill(note, text, citations, targets)
        note.tail = "\n"
        yield note


def _named(notes: list[_Numbered]) -> list[str]:
    """Name notes by their section and number; the second of a number that is printed twice takes its ordinal."""
    often: Counter[_Numbered] = Counter()
    names = []
    for section, number in notes:
        often[section, number] += 1
        again = often[section, number]
        names.append(identifier("note", " ".join(part for part in (section, number, str(again) * (again > 1)) if part)))
    return names


def _divided(bibliography: Bibliography) -> Iterator[tuple[_Numbered, Note | None, list[Citation]]]:
    """Give each note with its references; the text of one is None where it is not published."""
    texts: dict[_Numbered, list[Note]] = {}
    for note in bibliography.notes:
        texts.setdefault((note.section, note.number), []).append(note)
    grouped = groupby(bibliography.citations, key=lambda item: (item.section, item.number))
    held = [(at, list(citations)) for at, citations in grouped]
    once = Counter(at for at, _ in held)
    ordered = [(citations[0].start, at, citations) for at, citations in held]
    ordered += [(notes[0].start, at, []) for at, notes in texts.items() if at not in once]
    for _, at, citations in sorted(ordered, key=lambda item: item[0]):
        notes = texts.get(at, [])
        yield at, notes[0] if len(notes) == 1 and once[at] < 2 else None, citations


def _fill(element: ET.Element, note: Note | None, citations: list[Citation], targets: Targets) -> None:
    """Write references, and what stands between them, where it is known."""
    if note is None or not _fits(note, citations):
        for citation in citations:
            element.append(_bibl(citation, targets))
            _say(element, " " if citation is not citations[-1] else "")
        return
    at = 0
    for citation in citations:
        _say(element, _flat(note.text[at : citation.start - note.start]))
        element.append(_bibl(citation, targets))
        at = citation.end - note.start
    _say(element, _flat(note.text[at:]).rstrip())


def _fits(note: Note, citations: list[Citation]) -> bool:
    """Tell whether references stand one after the other inside of a note."""
    places = [note.start, *(place for citation in citations for place in (citation.start, citation.end))]
    return places == sorted(places) and places[-1] <= note.start + len(note.text)


def _flat(text: str) -> str:
    """Write a text in one line, with a space at either end where it has one there."""
    written = clean(text)
    if not written:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{written}{' ' * text[-1].isspace()}"


def _say(element: ET.Element, words: str) -> None:
    """Add words after the last element, or at the beginning."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _bibl(citation: Citation, targets: Targets) -> ET.Element:
    """Make the `bibl` of a reference: its words, then what it leads to."""
    antecedent = targets.citations.get(citation.antecedent)
    bibl = ET.Element("bibl", {ID: identifier("ref", citation.key), "type": citation.form})
    if citation.work in targets.works:
        bibl.set("corresp", f"#{identifier('work', citation.work)}")
    for piece in printed(citation, antecedent):
        if not piece.tag:
            _say(bibl, piece.text)
            continue
        said = ET.SubElement(bibl, piece.tag, dict(piece.attributes))
        said.text = piece.text
        meant = targets.notes.get((antecedent.section if antecedent else citation.section, piece.note))
        if meant:
            said.set("target", f"#{meant}")
    if antecedent is not None:
        ET.SubElement(bibl, "ptr", {"type": "antecedent", "target": f"#{identifier('ref', antecedent.key)}"})
    for key in citation.via:
        if key in targets.works:
            ET.SubElement(bibl, "relatedItem", {"type": "quotedIn", "target": f"#{identifier('work', key)}"})
    return bibl
