from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ibidem.document import Document
from ibidem.read.docx import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(name: str, inside: str, *, word: str = WORD) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{word}" xmlns:r="{OFFICE}">{inside}</w:{name}>'


def docx(body: str, *, word: str = WORD, **parts: str) -> bytes:
    """Make a DOCX of the inside of its body and of its other parts, by their names."""
    related = "".join(
        f'<Relationship Id="r{place}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for place, name in enumerate(parts)
    )
    top = f'<Relationship Id="r0" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{top}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>')
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", word=word))
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", part(name, inside, word=word))
    return held.getvalue()


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ref(id: int, kind: str = "footnote", attributes: str = "", after: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}" {attributes}/>{after}</w:r>'


def note(id: int, *runs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r>{"".join(runs)}</w:p></w:{kind}>'


def document(data: bytes) -> Document:
    return read(data, path=Path("paper.docx"), format="docx")


def notes(found: Document) -> list[tuple[int, str | None, str]]:
    blocks = {passage.block: passage.text for passage in found.passages}
    return [(one.number, one.section, blocks[one.block]) for one in found.notes]


def test_notes_are_numbered_in_the_order_of_their_markers() -> None:
    body = p(r("The Title")) + p(r("One"), ref(7), r(" and two."), ref(3))
    found = document(docx(body, footnotes=note(3, r(" Second.")) + note(7, r(" First."))))
    assert [marker.number for marker in found.markers] == [1, 2]
    assert notes(found) == [(1, None, "First."), (2, None, "Second.")]
    assert "One¹ and two.²" in found.text
