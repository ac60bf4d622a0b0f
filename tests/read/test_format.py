from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ibidem.errors import InputError
from ibidem.read.format import find_format, formats
from ibidem.words import read_table
from published import ROOT


def archive(*names: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"A title\n", "paper.txt", "text"),
        (b"# A title\n", "paper.md", "markdown"),
        (b"%PDF-1.5\n", "paper.txt", "pdf"),
        (b"\\documentclass{article}\n", "paper.txt", "latex"),
        (b"% a comment\n\\starttext\n", "paper", "latex"),
        (b"Words\n", "paper.tex", "latex"),
        (b"<!DOCTYPE html><p>x", "paper.doc", "html"),
        (b"\xef\xbb\xbf  <html><p>x", "paper.md", "html"),
        (b"<?xml version='1.0'?><TEI xmlns='x'/>", "paper.xml", "tei"),
        (b"<!-- x --><article><front/></article>", "paper.xml", "jats"),
        (b"<!-- " + b"x" * 9000 + b" --><?x y?><!DOCTYPE a [<!ENTITY b 'c'>]>\n<TEI/>", "paper.xml", "tei"),
        (b"<article class='post'><p>x</p></article>", "paper.html", "html"),
        (b'<article xml:lang="de" dtd-version="1.2"><p/></article>', "paper.xml", "jats"),
        ("<html><p>x".encode("utf-16"), "paper.html", "html"),
        ('<?xml version="1.0" encoding="UTF-16"?><TEI/>'.encode("utf-16"), "paper.xml", "tei"),
        (b"<p>x", "paper.html", "html"),
        (archive("word/document.xml"), "paper.md", "docx"),
        (archive("META-INF/container.xml"), "paper.zip", "epub"),
        (archive("content.xml", "meta.xml"), "paper.docx", "odt"),
        (b"* Heading\n", "paper.ORG", "org"),
        (b"Title\n=====\n", "paper.rst", "rst"),
    ],
)
def test_the_content_decides_then_the_suffix(data: bytes, name: str, expected: str) -> None:
    assert find_format(data, path=Path(name)).name == expected


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"GIF89a", "image.gif", "no reader for .gif; convert it to one of .txt, "),
        (b"words", "paper", "no reader for a file without suffix"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.docx", "Word before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.txt", "Word before 2007"),
        (b"{\\rtf1 words}", "a.rtf", "is RTF"),
        (archive("word/document.xml")[:-40], "a.docx", None),
        (archive("x/y.xml")[:-40], "a.docx", "damaged or cut"),
        (archive("x/y.xml"), "a.docx", "is an archive, but no docx"),
        (archive("x/y.xml"), "a.md", "is an archive, but no markdown"),
        (b"words", "a.docx", "is named .docx, but holds no docx"),
        (b"words", "a.pdf", "is named .pdf, but holds no pdf"),
        (b"<unknown/>", "a.xml", "is named .xml, but holds no tei"),
    ],
)
def test_what_no_reader_reads_is_said(data: bytes, name: str, said: str | None) -> None:
    if said is None:
        assert find_format(data, path=Path(name)).name == "docx"
        return
    with pytest.raises(InputError) as error:
        find_format(data, path=Path(name))
    assert said in str(error.value)


def test_every_format_has_a_reader_and_suffixes_of_its_own() -> None:
    folder = Path(__file__).parents[2] / "pipeline" / "ibidem" / "read"
    suffixes = [suffix for one in formats() for suffix in one.suffixes]
    assert len(formats()) == len(read_table("paper-formats")) > 8
    assert len(suffixes) == len(set(suffixes))
    for one in formats():
        assert (folder / f"{one.module}.py").is_file() or (folder / one.module / "__init__.py").is_file()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_the_page_of_formats_says_what_the_table_says() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = [f"| {row[0]} | {row[2]} | {row[3]} |" for row in read_table("paper-formats")]
    assert "\n".join(rows) in page


def test_docbook_is_refused_and_not_taken_for_jats() -> None:
    data = b'<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"><title>T</title></article>'
    with pytest.raises(InputError, match="DocBook"):
        find_format(data, path=Path("paper.xml"))
