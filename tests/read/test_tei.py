"""TEI as projects encode it: notes, quotations, breaks, choices, the header."""

from pathlib import Path

import pytest
from lxml import etree

from acceptance import shared_paper
from documents import body, holds_together, notes, read
from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read import read_document
from table import read_cases

ROWS = read_cases(Path(__file__).with_name("cases") / "tei.tsv")
PAGE = """<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>
<text xml:lang="en"><front><titlePage><docTitle><titlePart>T</titlePart></docTitle></titlePage></front>
<body>{body}</body></text></TEI>"""
HEADER = """<fileDesc><titleStmt><title type="main">Pilots of the Sound</title><title type="short">Pilots</title>
<author><persName><surname>Lindqvist</surname><forename>Ada</forename><forename>M.</forename></persName></author>
<author>Cai Lund</author></titleStmt><publicationStmt><publisher>Fjord</publisher><date when="1981-05-02">2 May</date>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>
<idno type="DOI">10.5555/pilots</idno></publicationStmt><sourceDesc><biblStruct><monogr><title level="j">Journal of
Straits</title><idno type="ISSN">0000-0019</idno></monogr></biblStruct></sourceDesc></fileDesc>"""


def read_tei(text: str, folder: Path, *, header: str = "<fileDesc/>") -> Document:
    document = read(PAGE.format(body=text, header=header), folder=folder, name="paper.xml")
    holds_together(document)
    return document


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_what_a_text_says(row: dict[str, str], tmp_path: Path) -> None:
    document = read_tei(row["text"], tmp_path)
    seen = (body(document).removeprefix("! T").removeprefix(" / "), notes(document))
    assert (seen == (row["body"], row["notes"])) is (row["status"] != "miss"), seen


def test_the_header_says_who_wrote_what_and_when(tmp_path: Path) -> None:
    held = read_tei("<p>A.</p>", tmp_path, header=HEADER).metadata
    assert (held.title, held.authors) == ("Pilots of the Sound", ("Ada M. Lindqvist", "Cai Lund"))
    assert (held.date, held.language, held.doi) == ("1981-05-02", "en", "10.5555/pilots")
    assert (held.journal, held.issn) == ("Journal of Straits", "0000-0019")
    assert held.license == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("marks", "text", "shown"),
    [
        ("none", "<p>“a” and <q>b</q></p>", "“a” and “b”"),
        ("all", "<p>“a” and <q>b</q></p>", "“a” and b"),
        ("all", "<p>a and <q>b</q></p>", "a and “b”"),
    ],
    ids=["replaced", "retained", "said to be retained, and none is there"],
)
def test_the_header_says_whether_marks_are_printed(marks: str, text: str, shown: str, tmp_path: Path) -> None:
    header = f'<encodingDesc><editorialDecl><quotation marks="{marks}"/></editorialDecl></encodingDesc>'
    assert body(read_tei(text, tmp_path, header=header)) == f"! T / {shown}"


def test_a_heading_is_the_title_only_if_the_header_agrees(tmp_path: Path) -> None:
    page = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Pilots of the Sound</title>"
    page += (
        "</titleStmt></fileDesc></teiHeader><text><body><div><head>{}</head><p>Long ago.</p></div></body></text></TEI>"
    )
    same = read(page.format("Pilots of the Sound: A Study"), folder=tmp_path, name="a.xml")
    other = read(page.format("Introduction"), folder=tmp_path, name="b.xml")
    assert body(same) == "! Pilots of the Sound: A Study / Long ago."
    assert body(other) == "# Introduction / Long ago."


def test_the_abstract_of_the_header_is_read_and_nothing_else_of_it(tmp_path: Path) -> None:
    used = "<langUsage><language>en</language></langUsage>"
    said = f"<profileDesc>{used}<abstract><p>On pilots.</p></abstract></profileDesc>"
    document = read_tei("<p>A.<note n='1'>One.</note></p>", tmp_path, header=HEADER + said)
    assert body(document) == "= On pilots. / ! T / A.{1}"
    assert notes(document) == "1 One."


def test_italics_are_kept(tmp_path: Path) -> None:
    document = read_tei('<p><hi rend="italic">a</hi><emph>b</emph> <title level="m">c</title> <hi>d</hi></p>', tmp_path)
    assert [span.of(document.text) for span in document.italics] == ["ab", "c"]


def test_a_header_alone_is_an_error(tmp_path: Path) -> None:
    page = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>{HEADER}</teiHeader></TEI>"
    with pytest.raises(InputError, match="no text"):
        read(page, folder=tmp_path, name="a.xml")


@pytest.mark.acceptance
def test_every_note_of_a_published_paper() -> None:
    """Counted apart from the reader, by an XPath of its own."""
    path = shared_paper("01-views-embassy-tei/views-from-the-embassy.xml")
    document = read_document(path)
    root = etree.parse(path).getroot()
    names = {"t": "http://www.tei-c.org/ns/1.0"}
    held = {
        note.get("n"): "".join("".join(note.itertext()).replace("\u00ad", "").split())
        for note in root.xpath("//t:text//t:note", namespaces=names)
    }
    texts = {passage.block: "".join(passage.text.split()) for passage in document.passages}
    found = {str(note.number): texts[note.block] for note in document.notes if note.section is None}
    assert found == held
    assert [str(marker.number) for marker in document.markers] == list(held)
    for marker in document.markers:
        origin = document.origin_at(marker.span.start)
        assert origin is not None
        steps = [step.split("[") for step in str(origin.path).split("/")[1:]]
        (element,) = root.xpath("/" + "/".join(f"t:{name}[{at}" for name, at in steps), namespaces=names)
        assert element.get("n") == str(marker.number)
    holds_together(document)


def test_whose_a_note_is_the_header_says(tmp_path: Path) -> None:
    header = (
        '<fileDesc><titleStmt><title>T</title><author xml:id="al">Ada Lindqvist</author><respStmt>'
        '<resp>annotated</resp><name xml:id="kj">Kim Jo</name></respStmt></titleStmt></fileDesc>'
    )
    notes = '<note resp="#kj" n="1">Kim.</note> B.<note resp="#al" n="1">Ada.</note> C.<note n="2">Ada too.</note>'
    document = read_tei(f"<p>A.{notes}</p>", tmp_path, header=header)
    assert [(note.section, note.number) for note in document.notes] == [(None, 1), (None, 2), ("editor", 1)]
    assert [(marker.section, marker.number) for marker in document.markers] == [("editor", 1), (None, 1), (None, 2)]
