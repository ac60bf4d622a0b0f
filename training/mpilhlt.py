"""Read the references of two articles' footnotes, each part of which its TEI names."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from training.anystyle import DATA, Labelled, from_marks

TEI = "{http://www.tei-c.org/ns/1.0}"
PAPERS = ("10.1111_1467-6478.00080", "10.1515_zfrs-1980-0103")
_TITLES = {"a": "title", "j": "journal", "s": "collection-title", "u": "title"}
_SCOPES = {"volume": "volume", "issue": "volume", "page": "pages", "pp": "pages", "part": "volume"}
_PARTS = {
    "author": "author",
    "editor": "editor",
    "date": "date",
    "pubPlace": "location",
    "publisher": "publisher",
    "edition": "edition",
    "idno": "volume",
    "ref": "note",
    "citedRange": "pages",
    "note": "genre",
    "orgName": "author",
}
_LEADS = re.compile(
    r"(?:in|ed|eds|hrsg|hg|hgg|von|v|by|and|und|at|s|pp?|vol|bd|jg|edited|trans|übers|aus|ders|the)\.?:?", re.IGNORECASE
)


def bibls(paper: str, *, data: Path = DATA) -> list[ET.Element]:
    """Give the `<bibl>` elements of a paper in the order of the file."""
    return list(ET.parse(data / "mpilhlt" / f"{paper}.xml").iter(f"{TEI}bibl"))


def label_of(element: ET.Element, *, inside: bool) -> str | None:
    """Name the label of a part; `inside` says that a title stands before it."""
    tag = element.tag.removeprefix(TEI)
    if tag == "title":
        level = element.get("level", "m")
        return ("container-title" if inside else "title") if level == "m" else _TITLES.get(level, "title")
    if tag == "biblScope":
        return _SCOPES.get(element.get("unit", ""), "note")
    return _PARTS.get(tag)


def read_bibl(element: ET.Element) -> Labelled:
    """Read one reference; words between the parts go with the part that they introduce, others are notes."""
    text, marks = "", []
    for label, printed in _pieces(element):
        piece = re.sub(r"\s+", " ", printed)
        if text.endswith(" ") or not text:
            piece = piece.lstrip()
        text += piece
        marks += [label] * len(piece)
    return from_marks(*_closed(text, marks))


def _pieces(element: ET.Element) -> Iterator[tuple[str, str]]:
    yield "", element.text or ""
    inside = False
    for part in element:
        label = label_of(part, inside=inside)
        # A book that follows another title is what the piece stands in.
        inside = inside or label == "title"
        yield label or "note", "".join(part.itertext())
        yield "", part.tail or ""


def _closed(text: str, marks: list[str]) -> tuple[str, list[str]]:
    """Drop the spaces that the XML's layout puts before a comma or a closing mark, and behind an opening one."""
    kept = [
        at for at in range(len(text)) if not (text[at] == " " and (_shuts(text, at + 1) or text[at - 1 : at] in "(‘“„"))
    ]
    return "".join(text[at] for at in kept), [marks[at] for at in kept]


def _shuts(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in ",.;:)”" or (text[at] == "’" and not text[at + 1 : at + 2].isalpha())


def read_paper(paper: str) -> list[Labelled]:
    """Read the references of one paper."""
    return [filled(read_bibl(element)) for element in bibls(paper)]


def filled(found: Labelled) -> Labelled:
    """Give the words that no part holds the label of the part that they introduce, or that of notes."""
    labels = list(found.labels)
    words = found.words
    for at in range(len(labels) - 1, -1, -1):
        if labels[at]:
            continue
        follows = labels[at + 1] if at + 1 < len(labels) else ""
        before = next((label for label in reversed(labels[:at]) if label), "note")
        if not any(char.isalnum() for char in words[at]):
            labels[at] = before
        else:
            labels[at] = follows if follows and _LEADS.fullmatch(words[at].strip("‘’“”,.();: ")) else "note"
    return Labelled(found.text, tuple(labels))
