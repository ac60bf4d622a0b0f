"""JATS as publishers write it: notes, references, the front matter."""

from pathlib import Path

import pytest
from lxml import etree

from acceptance import shared_paper
from documents import body, holds_together, notes, read
from ibidem.document import Document
from ibidem.read import read_document
from table import read_cases

ROWS = read_cases(Path(__file__).with_name("cases") / "jats.tsv")
PAGE = """<?xml version="1.0"?><!DOCTYPE article PUBLIC
 "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en">
<front>{front}</front>{text}</article>"""
TITLE = "<article-meta><title-group><article-title>T</article-title></title-group></article-meta>"
FRONT = """<journal-meta><journal-title-group><journal-title>Journal of Straits</journal-title></journal-title-group>
<issn pub-type="ppub">0000-0019</issn><publisher><publisher-name>Fjord</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/pilots</article-id><article-categories><subj-group><subject>History
</subject></subj-group></article-categories><title-group>
<article-title>Pilots of the Sound<xref ref-type="fn" rid="a1"/>
</article-title><subtitle>A Study</subtitle></title-group><contrib-group><contrib contrib-type="author"><name>
<surname>Lindqvist</surname><given-names>Ada M.</given-names></name><xref ref-type="aff" rid="x1"><sup>1</sup></xref>
</contrib><contrib contrib-type="person"><string-name>Cai Lund</string-name></contrib><contrib contrib-type="editor">
<name><surname>Ek</surname><given-names>Bo</given-names></name></contrib><aff id="x1">Gothenburg</aff></contrib-group>
<author-notes><corresp>mail@example.org</corresp><fn id="a1"><p>Read in Oslo.</p></fn></author-notes>
<pub-date pub-type="epub"><day>2</day><month>5</month><year>1981</year></pub-date><volume>4</volume><fpage>1</fpage>
<permissions><copyright-statement>(c) Fjord</copyright-statement><license license-type="open-access"
 xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license></permissions>
<abstract><title>Abstract</title><p>On pilots.</p></abstract><kwd-group><title>Keywords</title><kwd>pilots</kwd>
<kwd>the Sound</kwd></kwd-group></article-meta>"""


def read_jats(text: str, folder: Path, *, front: str = TITLE) -> Document:
    document = read(PAGE.format(text=text, front=front), folder=folder, name="paper.xml")
    holds_together(document)
    return document


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_what_an_article_says(row: dict[str, str], tmp_path: Path) -> None:
    document = read_jats(row["text"], tmp_path)
    seen = (body(document).removeprefix("! T / "), notes(document))
    assert (seen == (row["body"], row["notes"])) is (row["status"] != "miss"), seen


def test_the_front_matter_says_who_wrote_what_and_when(tmp_path: Path) -> None:
    document = read_jats("<body><p>A.</p></body>", tmp_path, front=FRONT)
    held = document.metadata
    assert (held.title, held.authors) == ("Pilots of the Sound: A Study", ("Ada M. Lindqvist", "Cai Lund"))
    assert (held.date, held.language, held.doi) == ("1981-05-02", "en", "10.5555/pilots")
    assert (held.journal, held.issn) == ("Journal of Straits", "0000-0019")
    assert held.license == "https://creativecommons.org/licenses/by/4.0/"
    shown = "! Pilots of the Sound{1} / ! A Study / # Abstract / = On pilots. / # Keywords / + pilots; the Sound / A."
    assert body(document) == shown
    assert notes(document) == "1 Read in Oslo."
    assert [word.term.of(document.text) for word in document.keywords] == ["pilots", "the Sound"]
    for left_out in ("Gothenburg", "mail@", "(c) Fjord", "CC BY", "History"):
        assert left_out not in document.text


def test_italics_are_kept(tmp_path: Path) -> None:
    text = "<body><p><italic>a</italic> b</p></body><back><ref-list><ref><element-citation><year>1954</year>"
    document = read_jats(f"{text}<source>Dues</source></element-citation></ref></ref-list></back>", tmp_path)
    assert [span.of(document.text) for span in document.italics] == ["a", "Dues"]


@pytest.mark.acceptance
def test_every_note_of_a_published_chapter() -> None:
    """Counted apart from the reader, by an XPath of its own: one of the notes is empty, and counts."""
    path = shared_paper("11-heiup-habenstein-jats/example_nlm.xml")
    document = read_document(path)
    root = etree.parse(path).getroot()
    held = ["".join("".join(note.itertext()).split()) for note in root.xpath("//fn")]
    numbers = {note.get("id"): place for place, note in enumerate(root.xpath("//fn"), start=1)}
    marked = [
        numbers[xref.get("rid")] for xref in root.xpath("//body//xref[@ref-type='fn'] | //fn//xref[@ref-type='fn']")
    ]
    texts = {passage.block: "".join(passage.text.split()) for passage in document.passages}
    assert [texts.get(note.block, "") for note in document.notes] == held
    assert sorted(marker.number for marker in document.markers) == sorted(marked)
    for marker in document.markers:
        origin = document.origin_at(marker.span.start)
        assert origin is not None
        (element,) = root.getroottree().xpath(str(origin.path))
        assert numbers[element.get("rid")] == marker.number
    holds_together(document)
