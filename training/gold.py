"""Gold readings and our own, as records of printed values by field."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from ibidem.cited import Fields, Name
from ibidem.parse.tagger.figures import read_volume
from training.anystyle import Labelled, parts
from training.mpilhlt import TEI

Record = dict[str, list[str]]
_LABELS = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "journal": "container-title",
    "container-title": "container-title",
    "date": "date",
    "pages": "pages",
    "publisher": "publisher",
    "location": "location",
}


def record_of(one: Labelled) -> Record:
    """Give the record of a reference whose tokens have labels; volume and issue are taken apart by rule."""
    found: Record = {}
    for label, printed in parts(one):
        if label == "volume":
            volume, issue = read_volume(printed)
            for name, value in (("volume", volume), ("issue", issue)):
                if value:
                    found.setdefault(name, []).append(value)
        elif label in _LABELS:
            found.setdefault(_LABELS[label], []).append(printed)
    return found


def record_of_fields(fields: Fields, locator: str | None = None, *, both: bool = False) -> Record:
    """Give the record of typed fields, dates as printed, in one part or two.

    `both` puts the page pointed at beside the pages.
    """
    pages = [fields.pages or "", locator or ""] if both else [fields.pages or locator or ""]
    found: dict[str, list[str | None]] = {
        "author": _literals(fields.authors),
        "editor": _literals(fields.editors or fields.container_editors),
        "title": [fields.title],
        "container-title": [fields.container],
        "volume": [fields.volume],
        "issue": [fields.issue],
        "date": list(fields.date.printed.split(" … ")) if fields.date else [],
        "pages": [" ".join(page for page in pages if page)],
        "publisher": [fields.publisher],
        "location": [fields.place],
    }
    held = {name: [value for value in values if value] for name, values in found.items()}
    return {name: values for name, values in held.items() if values}


def _literals(names: Sequence[Name]) -> list[str | None]:
    return [name.literal for name in names]


def record_of_bibl(bibl: ET.Element) -> Record:
    """Give the record of a `<bibl>`: its pages are those of the piece, else the cited ones."""
    found: Record = {}
    cited: list[str] = []
    titled = False
    for part in bibl:
        tag, value = part.tag.removeprefix(TEI), " ".join("".join(part.itertext()).split())
        level, unit = part.get("level"), part.get("unit")
        name = {"author": "author", "orgName": "author", "editor": "editor", "date": "date"}.get(tag)
        name = name or {"pubPlace": "location", "publisher": "publisher"}.get(tag)
        if tag == "title" and level != "s":
            name = "container-title" if level == "j" or (titled and level == "m") else "title"
            titled = True
        elif tag == "biblScope":
            name = {"volume": "volume", "issue": "issue", "page": "pages"}.get(unit or "")
        elif tag == "citedRange" and unit == "page":
            cited.append(value.removeprefix("at "))
        if name:
            found.setdefault(name, []).append(value)
    if cited and "pages" not in found:
        found["pages"] = cited
    return found


def is_literature(bibl: ET.Element) -> bool:
    """Tell whether a `<bibl>` names a work in full: it has a title, and points at no other reference."""
    return bibl.find(f"{TEI}title") is not None and bibl.find(f"{TEI}ref") is None
