import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import etree

from ibidem.cited import Name
from ibidem.export import EXPORTS
from ibidem.export.bibliography import Bibliography, cited_in, clean, places, read_bibliography
from ibidem.publish.source import Source
from ibidem.store import paper_names
from published import Publication
from records import RECORD
from shown import hostile
from sources import source_of, stored


def read(source: Source) -> Bibliography:
    ((_, iri),) = paper_names(source.store).items()
    return read_bibliography(source.store, iri, query_file=source.workspace.query_file)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Bibliography:
    return read(stored(tmp_path_factory.mktemp("invented"), RECORD))


def test_works_stand_in_the_order_of_the_notes_without_mere_containers(invented: Bibliography) -> None:
    assert [entry.title or entry.container for entry in invented.entries] == ["Zenda", "Daily Strel", "Refugees"]
    assert (invented.title, invented.authors) == (RECORD.paper.title, ("Jane Doe",))


def test_a_chapter_has_what_stands_on_its_book(invented: Bibliography) -> None:
    chapter = invented.entries[2]
    assert (chapter.container, chapter.periodical, chapter.kind) == ("Exiles", False, "chapter")
    assert (chapter.publisher, chapter.place, chapter.date) == ("Strel Press", "Strelsau", "1995")
    assert [name.literal for name in chapter.editors] == ["D. White"]


def test_an_article_has_its_journal_and_its_authors_in_order(invented: Bibliography) -> None:
    article = invented.entries[0]
    assert (article.container, article.periodical) == ("Journal of Small States", True)
    assert (article.volume, article.issue, article.pages) == ("2", "1", "5-9")
    assert article.authors == (Name("A. Smith", "Smith", "A."), Name("B. Jones", "Jones", "B."))


def test_each_reference_says_what_it_leads_to(invented: Bibliography) -> None:
    told = [(found.number, found.form, found.antecedent, found.locator) for found in invented.citations]
    assert told[:3] == [("1", "full", "", ""), ("2", "ibid", "1", ""), ("3", "ibid", "2", "7")]
    keys = {entry.key for entry in invented.entries}
    assert {found.work for found in invented.citations} <= keys
    assert [found.via for found in invented.citations][3:] == [(invented.entries[2].key,)] * 2


def test_a_work_knows_the_notes_that_cite_it(invented: Bibliography) -> None:
    cited = cited_in(invented)
    assert [places(cited.get(entry.key, ())) for entry in invented.entries] == ["1; 2; 3: 7", "4; 5", ""]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\nlines\r\n here", "two lines here"),
        ("fixed\u00a0space", "fixed space"),
        ("\x00a\x07b\ufffec\ufdd0\ud800", "abc"),
        ("\u200bkept \U0001f600 e\u0301", "\u200bkept \U0001f600 e\u0301"),
        ("\u202eturned\u202c \u2067\u05d0\u2069\u200f", "turned \u05d0"),
        ("", ""),
    ],
)
def test_a_text_is_one_line_of_what_every_format_can_hold(text: str, line: str) -> None:
    assert clean(text) == line


def test_what_is_exported_is_what_the_saved_queries_answer(publication: Publication) -> None:
    from ibidem.publish.asked import ask

    source = source_of(publication)
    found = read(source)
    assert {entry.iri for entry in found.entries} == {row["work"] for row in ask(source, "works")}
    assert len(found.citations) == len(ask(source, "citations"))


def test_hostile_values_are_text_in_every_format(tmp_path: Path) -> None:
    found = read(stored(tmp_path, hostile()))
    written = {export.name: export.write(found) for export in EXPORTS}
    assert [export.name for export in EXPORTS] == ["csl-json", "biblatex", "ris", "tei"]
    titles = [entry.title for entry in found.entries]
    assert any("<" in title for title in titles)
    assert [item.get("title", "") for item in json.loads(written["csl-json"])] == titles
    assert [record.get("title", "") for record in rispy.loads(written["ris"].decode())] == titles
    assert len(parse_string(written["biblatex"].decode()).entries) == len(titles)
    root = etree.fromstring(written["tei"])
    assert len(root.findall(".//{*}biblStruct")) == len(titles)
    assert not root.findall(".//{*}script")


def test_the_time_is_linear_in_the_works(tmp_path: Path) -> None:
    """A paper of many works asks each question once."""
    asked: list[str] = []
    source = stored(tmp_path, RECORD)
    ((_, iri),) = paper_names(source.store).items()

    def query_file(name: str) -> Path:
        asked.append(name)
        return source.workspace.query_file(name)

    read_bibliography(source.store, iri, query_file=query_file)
    assert len(asked) == len(set(asked)) == 5
