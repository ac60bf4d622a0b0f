"""EPUB: the notes of all its files, numbers that restart, its package; nothing of its navigation."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from documents import body, holds_together, make_epub, notes, read
from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read import read_document

FIRST = """<body><section epub:type="chapter"><h1>I</h1><p>Dues ended.<a epub:type="noteref" href="notes.xhtml#a1"
 id="ra1">1</a> Ships came.<a epub:type="noteref" href="notes.xhtml#a2" id="ra2">2</a></p></section></body>"""
SECOND = """<body><section epub:type="chapter"><h1>II</h1><p>Pilots stayed.<a epub:type="noteref" href="notes.xhtml#b1"
 id="rb1">1</a></p></section></body>"""
NOTES = """<body><section epub:type="endnotes"><h2>Notes</h2><h3>I</h3><ol><li id="a1" epub:type="endnote"><p>Holm.
<a href="one.xhtml#ra1" epub:type="backlink">↩</a></p></li><li id="a2" epub:type="endnote"><p>Ibid.</p><p>So there.
<a href="one.xhtml#ra2">↩</a></p></li></ol><h3>II</h3><ol><li id="b1" epub:type="endnote"><p>Dahl.
<a href="two.xhtml#rb1">↩</a></p></li></ol></section></body>"""
FILES = {"one.xhtml": FIRST, "two.xhtml": SECOND, "notes.xhtml": NOTES}


def read_book(data: bytes, folder: Path) -> Document:
    document = read(data, folder=folder, name="book.epub")
    holds_together(document)
    return document


def test_notes_in_a_file_of_their_own_are_paired_by_chapter(tmp_path: Path) -> None:
    document = read_book(make_epub(FILES), tmp_path)
    assert notes(document) == "1 1 Holm. | 1 2 Ibid. So there. | 2 1 Dahl."
    assert "Dues ended.{1 1} Ships came.{1 2} / # II / Pilots stayed.{2 1}" in body(document)


def test_a_file_of_notes_out_of_the_reading_order_is_read(tmp_path: Path) -> None:
    document = read_book(make_epub(FILES, spine=("one.xhtml", "two.xhtml", "-notes.xhtml")), tmp_path)
    assert len(document.notes) == len(document.markers) == 3


def test_an_origin_names_the_member_and_the_element(tmp_path: Path) -> None:
    data = make_epub(FILES)
    document = read_book(data, tmp_path)
    origin = document.origin_at(document.text.index("Dahl."))
    assert origin is not None
    assert origin.path is not None
    member, _, path = origin.path.partition("!")
    assert member == "OEBPS/notes.xhtml"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(member))
    steps = "".join(f"/*[local-name()='{step.split('[')[0]}'][{step.split('[')[1]}" for step in path.split("/")[1:])
    assert "Dahl." in "".join(root.xpath(steps)[0].itertext())


@pytest.mark.parametrize(
    ("what", "files", "spine"),
    [
        (
            "navigation",
            FILES | {"nav.xhtml": "<body><nav epub:type='toc'><p>CONTENTS</p></nav></body>"},
            "nav:nav.xhtml",
        ),
        ("table of contents", FILES | {"toc.xhtml": "<body epub:type='toc'><p>CONTENTS</p></body>"}, "toc.xhtml"),
        ("cover", FILES | {"c.xhtml": "<body epub:type='cover'><p>CONTENTS</p></body>"}, "c.xhtml"),
        (
            "colophon",
            FILES | {"c.xhtml": "<body><section epub:type='colophon'><p>CONTENTS</p></section></body>"},
            "c.xhtml",
        ),
    ],
    ids=["navigation", "contents", "cover", "colophon"],
)
def test_what_is_not_the_text_is_left_out(what: str, files: dict[str, str], spine: str, tmp_path: Path) -> None:
    document = read_book(make_epub(files, spine=(spine, *FILES)), tmp_path)
    assert "CONTENTS" not in document.text, what
    assert len(document.notes) == 3


def test_notes_that_pop_up_in_their_chapter(tmp_path: Path) -> None:
    page = """<body><p>Dues.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>Holm.</p>
    </aside><p>Ships.<a epub:type="noteref" href="#n2">*</a></p><aside epub:type="footnote" id="n2"><p>* Dahl.</p>
    </aside><aside><p>A box.</p></aside></body>"""
    document = read_book(make_epub({"a.xhtml": page}), tmp_path)
    assert notes(document) == "1 Holm. | sign 1 Dahl."
    assert body(document).endswith("Dues.{1} / Ships.{sign 1} / A box.")


def test_old_files_without_any_semantics(tmp_path: Path) -> None:
    """As converters write EPUB 2: names of entities, empty anchors, notes in the last of the files."""
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    head = (
        f'<?xml version="1.0"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    )
    text = f"""{head}<h1>I</h1>
    <p>Dues&nbsp;ended&mdash;late.<a id="r1"/><a href="../notes/b%20ook.html#n1"><sup>1</sup></a></p>
    <p>Ships.<a id="r2"/><a href="../notes/b%20ook.html#n2"><sup>2</sup></a></p></body></html>"""
    end = f"""{head}<p><a id="n1"/><a href="../text/a.html#r1">1</a>. Holm&rsquo;s.</p>
    <p><a id="n2"/><a href="../text/a.html#r2">2</a>. Ibid.</p></body></html>"""
    document = read_book(make_epub({"text/a.html": text, "notes/b ook.html": end}, opf="content.opf"), tmp_path)
    assert notes(document) == "1 Holm’s. | 2 Ibid."
    assert body(document).endswith("Dues\u00a0ended—late.{1} / Ships.{2}")


def test_the_package_says_who_wrote_what_and_when(tmp_path: Path) -> None:
    said = """<dc:title>Pilots of the Sound</dc:title><dc:creator id="c1">Ada Lindqvist</dc:creator>
    <meta refines="#c1" property="role" scheme="marc:relators">aut</meta><dc:creator opf:role="ill">Bo Ek</dc:creator>
    <dc:creator opf:role="aut">Cai Lund</dc:creator><dc:date opf:event="modification">2024-01-01</dc:date>
    <dc:date opf:event="publication">1981-05</dc:date><dc:language>sv</dc:language>
    <dc:identifier>urn:doi:10.5555/pilots</dc:identifier><dc:rights>Free: [CC
    BY](https://creativecommons.org/licenses/by/4.0/).</dc:rights>"""
    held = read_book(make_epub(FILES, metadata=said), tmp_path).metadata
    assert (held.title, held.authors) == ("Pilots of the Sound", ("Ada Lindqvist", "Cai Lund"))
    assert (held.date, held.language, held.doi) == ("1981-05", "sv", "10.5555/pilots")
    assert held.license == "https://creativecommons.org/licenses/by/4.0/"


LOCK = '<encryption><CipherReference URI="{}"/></encryption>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_epub(FILES, spine=("gone.xhtml",)), "lacks OEBPS/gone.xhtml"),
        (make_epub(FILES, extra={"META-INF/encryption.xml": LOCK.format("OEBPS/one.xhtml")}), "locked by its seller"),
        (make_epub({"a.xhtml": "<body><nav><p>menu</p></nav></body>"}), "holds no text"),
        (make_epub({"../../../etc/passwd.xhtml": "<body><p>x</p></body>"}, spine=("../../../etc/hosts",)), "lacks"),
        (make_epub(FILES, opf="gone/x.opf").replace(b"gone/x.opf", b"lost/x.opf", 1), "damaged|lacks"),
        (make_epub(FILES)[:-900], "damaged or cut"),
    ],
    ids=["missing file", "locked", "no text", "climbing path", "missing package", "cut"],
)
def test_what_cannot_be_read_is_said(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read(data, folder=tmp_path, name="book.epub")


def test_a_font_that_is_locked_is_no_matter(tmp_path: Path) -> None:
    data = make_epub(FILES, extra={"META-INF/encryption.xml": LOCK.format("OEBPS/font.otf")})
    assert len(read_book(data, tmp_path).notes) == 3


@pytest.mark.acceptance
def test_every_note_of_a_published_book() -> None:
    """Counted apart from the reader: links that say that they are markers, and items with an id in the endnotes."""
    folder = os.environ.get("IBIDEM_PAPERS")
    if not folder:
        pytest.skip("IBIDEM_PAPERS is not set: not held against published papers")
    path = Path(folder) / "08-keynes-peace-epub" / "keynes-economic-consequences.epub"
    document = read_document(path)
    held: dict[str, str] = {}
    markers = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                root = etree.fromstring(archive.read(name))
                names = {"e": "http://www.idpf.org/2007/ops", "h": "http://www.w3.org/1999/xhtml"}
                markers += int(root.xpath("count(//h:a[@e:type='noteref'])", namespaces=names))
                for item in root.xpath("//h:li[starts-with(@id, 'note-')]", namespaces=names):
                    for link in item.xpath(".//h:a[@e:type='backlink' or @e:type='noteref']", namespaces=names):
                        link.text = ""
                    held[item.get("id").removeprefix("note-")] = "".join("".join(item.itertext()).split())
    texts = {passage.block: "".join(passage.text.split()) for passage in document.passages}
    assert markers == len(held) == len(document.markers) == len(document.notes)
    assert [marker.number for marker in document.markers] == list(range(1, markers + 1))
    assert {str(note.number): texts[note.block] for note in document.notes} == held
    holds_together(document)
