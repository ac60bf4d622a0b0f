"""HTML as tools and sites write it: every note, every marker, nothing of the site."""

from pathlib import Path

import pytest
from lxml import etree, html

from documents import body, holds_together, notes, read
from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read import read_document
from table import read_cases

CASES = Path(__file__).with_name("cases")
TWINS = sorted((CASES / "html").glob("*.html"))
ROWS = read_cases(CASES / "html-notes.tsv")
BODY = (
    "! Pilots of the Sound / # The Dues / The Convention of 1857 ended the dues.{1} Denmark lost a third of its income,"
    "{2} and Sweden kept silent. / A pilot called it “a toll by another name”.{3}"
)
NOTES = (
    "1 Erik Holm, The Sound Dues (Oslo: Fjord, 1954), 12–15. | 2 Ibid., 33. The figures are Holm’s own."
    " | 3 Cf. Dahl, “Tolls and Treaties”, 45."
)
HEADINGS = (" / # Notes", " / # Footnotes:", " / # NOTES", " / # Endnotes", " / # References", " / # FOOTNOTES:")


def plain(text: str) -> str:
    for heading in HEADINGS:
        text = text.replace(heading, "")
    return " ".join(text.replace("\u00a0", " ").split())


def test_there_are_twins_of_many_makers() -> None:
    assert len(TWINS) >= 34


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_one_paper_reads_the_same_however_its_notes_are_marked_up(path: Path) -> None:
    document = read_document(path)
    # One work is cited twice by one note there, as that encyclopedia does.
    assert plain(body(document)) == BODY + ("{1}" if path.stem == "wikipedia" else "")
    assert plain(notes(document)) == NOTES
    assert path.stem in ("github", "google-docs") or "Pilots of the Sound" in (document.metadata.title or "")
    holds_together(document)


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_italics_are_kept_and_origins_lead_back(path: Path) -> None:
    document = read_document(path)
    assert "The Sound Dues" in [" ".join(span.of(document.text).split()) for span in document.italics]
    if path.stem == "docutils":
        root = etree.fromstring(path.read_bytes().replace(b"&ldquo;", b"").replace(b"&rdquo;", b""))
        for element in root.iter(etree.Element):
            element.tag = etree.QName(element).localname
    else:
        root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for marker in document.markers:
        origin = document.origin_at(marker.span.start)
        assert origin is not None
        assert origin.path is not None
        (element,) = root.xpath(origin.path)
        assert str(marker.number) in "".join(element.itertext()) or "note" in element.get("class", "")
    start = document.text.index("Ibid., 33.")
    origin = document.origin_at(start)
    assert origin is not None
    assert "Ibid., 33." in " ".join("".join(root.xpath(str(origin.path))[0].itertext()).split())


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_what_a_page_says(row: dict[str, str], tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html lang=en><body><h1>T</h1>{row['page']}</body></html>"
    document = read(page, folder=tmp_path, name="page.html")
    holds_together(document)
    seen = (body(document).removeprefix("! T / ").replace(" / # Notes", ""), notes(document))
    wanted = (row["body"].replace(" / # Notes", ""), row["notes"])
    assert (seen == wanted) is (row["status"] != "miss"), seen


def read_page(page: str, folder: Path) -> Document:
    return read(page, folder=folder, name="page.html")


def test_metadata_of_libraries_comes_first(tmp_path: Path) -> None:
    held = read_document(CASES / "html" / "ojs.html").metadata
    assert (held.title, held.authors, held.date) == ("Pilots of the Sound", ("Ada Lindqvist",), "1981-05-02")
    assert (held.journal, held.issn, held.doi, held.language) == (
        "Journal of Straits",
        "0000-0019",
        "10.5555/straits.1981.7",
        "en",
    )


def test_metadata_of_search_engines_is_read_where_there_is_no_other() -> None:
    held = read_document(CASES / "html" / "wordpress.html").metadata
    assert (held.title, held.authors, held.date, held.language) == (
        "Pilots of the Sound",
        ("Ada Lindqvist",),
        "2024-05-02",
        "en-US",
    )


@pytest.mark.parametrize(
    "script",
    ["{", "[1, 2]", '{"@graph": 3}', '{"@type": "Article", "author": 7, "name": {"a": []}}', "[" * 5000],
)
def test_json_that_is_none_does_no_harm(script: str, tmp_path: Path) -> None:
    page = f'<html><head><title>T</title><script type="application/ld+json">{script}</script></head><p>Text.</p>'
    assert read_page(page, tmp_path).metadata.title == "T"


def test_the_licence_and_the_page_are_told(tmp_path: Path) -> None:
    link = '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a>'
    page = f'<html lang="de">{link}<p>Wort <q>eins</q>.'
    document = read_page(page, tmp_path)
    assert document.metadata.license == "https://creativecommons.org/licenses/by/4.0/"
    assert "Wort „eins“." in document.text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<title>Dues</title><p class=MsoTitle>Dues</p><p>A short line.</p>", "! Dues / A short line."),
        ("<title>Dues</title><p>Posted in May.</p><p>More.</p>", "Posted in May. / More."),
        ("<title>Dues</title><h2>Ships</h2><p>More.</p>", "! Ships / More."),
        ("<p>Dues</p><p>It is said that more is to come.</p>", "! Dues / It is said that more is to come."),
        ("<title>Dues - The Blog</title><p>Dues</p><p>It is so.</p>", "! Dues / It is so."),
    ],
    ids=["a style", "a line that is no title", "the first heading", "the first line", "the line that is the title"],
)
def test_what_the_title_is(page: str, shown: str, tmp_path: Path) -> None:
    assert body(read_page(f"<html>{page}", tmp_path)) == shown


def test_old_encodings_are_believed_where_the_bytes_are_not_utf_8(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>“Épée” – 5 €</p></body></html>'
    assert "“Épée” – 5 €" in read(page.encode("utf-16"), folder=tmp_path, name="b.html").text
    assert "“Épée” – 5 €" in read(page.encode("windows-1252"), folder=tmp_path, name="a.html").text


def test_a_page_without_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no text"):
        read_page("<html><body><nav>menu</nav></body></html>", tmp_path)


@pytest.mark.slow
def test_a_long_page_is_read(tmp_path: Path) -> None:
    """Four megabytes with nine thousand notes, in one container each."""
    count = 9000
    marks = "".join(
        f'<p>Sentence {n} says something of it.<sup><a href="#n{n}" id="r{n}">{n}</a></sup> <i>And</i> on.</p>'
        for n in range(1, count)
    )
    items = "".join(
        f'<p id="n{n}"><a href="#r{n}">{n}</a>. {"Holm, The Sound Dues, " * 12} p. {n}.</p>' for n in range(1, count)
    )
    document = read_page(f"<html><body><div>{marks}</div><div>{items}</div></body></html>", tmp_path)
    assert len(document.markers) == len(document.notes) == count - 1
