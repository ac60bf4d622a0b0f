"""What pandoc does not tell of an ODT: the printed numbers of its notes, in the order of the text."""

from pathlib import Path

from ibidem.errors import InputError
from ibidem.read.archive import opened
from ibidem.read.markup import parse_xml
from ibidem.read.pandoc.carry import Carried

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def carried_odt(data: bytes, *, path: Path) -> Carried:
    """Give an ODT with the labels of its notes; raise InputError for one that is damaged, locked or too large."""
    with opened(data, path=path) as archive:
        manifest = archive.read("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            raise InputError("is protected by a password; save it without one", path=path)
        content = archive.read("content.xml")
        for name in ("styles.xml", "meta.xml"):
            archive.read(name)
    if content is None:
        raise InputError("holds no content.xml: it is no ODT; save it as ODT again", path=path)
    root = parse_xml(content, path=path)
    for deleted in root.iter(f"{_TEXT}tracked-changes"):
        deleted.clear()
    labels = []
    for note in root.iter(f"{_TEXT}note"):
        citation = note.find(f"{_TEXT}note-citation")
        labels.append("".join(citation.itertext()).strip() if citation is not None else "")
    return Carried(data, tuple(labels), ordered=True)
