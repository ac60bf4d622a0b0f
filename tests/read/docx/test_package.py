from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from docx_made import docx, note, p, part, r, ref, style
from ibidem.errors import InputError
from ibidem.read import read_document
from ibidem.read.docx import read

GOOD = docx(p(r("A title")) + p(r("It began."), ref(1)), footnotes=note(1, r("Holm.")))


def zipped(**names: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, inside in names.items():
            archive.writestr(name, inside)
    return held.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read(data, path=Path("paper.docx"), format="docx")
    return str(error.value)


def locked(data: bytes) -> bytes:
    """Set the bit that says that a member is encrypted, in its own header and in the list of contents."""
    held = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = held.find(sign)
        while at >= 0:
            held[at + offset] |= 1
            at = held.find(sign, at + 4)
    return bytes(held)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD[: len(GOOD) // 2], "damaged or cut"),
        (GOOD[:-1], "damaged or cut"),
        (locked(GOOD), "protected by a password"),
        (zipped(**{"_rels/.rels": "<Relationships/>"}), "holds no word/document.xml: it is no DOCX"),
        (zipped(**{"word/document.xml": "<w><p></w>"}), "not well-formed XML"),
        (zipped(**{"word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'}), "declares entities"),
        (zipped(**{"word/document.xml": part("document", "<w:body><w:p/></w:body>")}), "holds no text"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "Excessive depth|more than 200 deep"),
        (docx("<w:p/>" * 3_000_001), "more than 1,000,000 elements"),
        (docx(" " * 110_000_000), "more than a paper can hold"),
    ],
    ids=("half", "cut", "locked", "no part", "no XML", "entity", "empty", "deep", "elements", "bomb"),
)
def test_what_is_no_paper_is_said(data: bytes, said: str) -> None:
    message = refusal(data)
    assert any(one in message for one in said.split("|"))
    assert message.startswith("paper.docx")


def test_members_are_found_by_their_relations_wherever_they_stand() -> None:
    held = BytesIO()
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    with ZipFile(held, "w") as archive:
        target = f'<Relationship Id="a" Type="{office}/{{}}" Target="{{}}"/>'.format
        archive.writestr("_rels/.rels", f"<R>{target('officeDocument', '/deep/main.xml')}</R>")
        related = target("footnotes", "../other/notes.xml") + target("styles", "../../../etc/passwd")
        archive.writestr("deep/_rels/main.xml.rels", f"<R>{related}</R>")
        archive.writestr("deep/main.xml", part("document", f"<w:body>{p(r('Text'), ref(1))}</w:body>"))
        archive.writestr("other/notes.xml", part("footnotes", note(1, r("Note."))))
    assert read(held.getvalue(), path=Path("x.docx"), format="docx").text == "Text¹\n\n1. Note."


def test_a_word_file_of_any_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(GOOD)
    assert len(read_document(path).notes) == 1


@pytest.mark.parametrize(
    "body",
    [
        p(*("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" for _ in range(5_000))) + p(r("x") * 500),
        p('<w:bookmarkStart w:id="1" w:name="b"/>' * 20_000) + p(ref(1) * 2_000),
        p(r("x"), style="s0") * 500,
        p(r("x"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>') * 2_000,
    ],
    ids=("fields", "bookmarks", "styles", "lists"),
)
def test_what_would_grow_is_bounded(body: str) -> None:
    chain = "".join(style(f"s{place}", "n", f'<w:basedOn w:val="s{place + 1}"/>') for place in range(3_000))
    chain += style("s3000", "n", '<w:basedOn w:val="s0"/>')
    level = '<w:lvl w:ilvl="0"><w:start w:val="9999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level.format("%1" * 500)}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    found = read(
        docx(body, styles=chain, numbering=lists, footnotes=note(1, r("n"))), path=Path("paper.docx"), format="docx"
    )
    assert 400 < len(found.text) < 400_000
