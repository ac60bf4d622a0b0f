from dataclasses import replace

import pytest

from described import gathered, paper
from ibidem.describe import describe_record
from ibidem.describe.paper import complete
from ibidem.errors import InputError
from records import BASE, RECORD, work


def test_the_paper_says_what_paper_toml_says() -> None:
    assert paper()["."] == {
        "a": ["fabio:ResearchPaper"],
        "dcterms:title": ["THE RURITANIAN WAR"],
        "dcterms:language": ["http://publications.europa.eu/resource/authority/language/ENG"],
        "dcterms:rights": ["unclear"],
        "schema:sha256": ["0" * 64],
        "dcterms:creator": ["agent/jane-doe"],
        "frbr:partOf": ["work/journal-of-invented-studies"],
        "ibidem:date": ["date/2001"],
        "dcterms:license": ["https://creativecommons.org/licenses/by/4.0/"],
        "dcterms:subject": ["keyword/buffer-state"],
    }


def test_author_and_journal_are_described_although_the_text_does_not_name_them() -> None:
    assert paper()["agent/jane-doe"]["prov:wasGeneratedBy"] == ["rule/paper-toml"]
    assert paper()["work/journal-of-invented-studies"]["ibidem:kind"] == ["periodical"]


def test_a_journal_that_is_cited_is_the_journal_of_the_paper() -> None:
    record = replace(RECORD, paper=replace(RECORD.paper, journal="Journal of SMALL States"))
    said = gathered(describe_record(record, base=BASE))
    assert said["."]["frbr:partOf"] == ["work/journal-of-small-states"]
    assert len(complete(record).works) == len(RECORD.works)


def test_a_book_of_the_same_name_is_not_taken_for_the_journal() -> None:
    book = work("journal-of-invented-studies", "book", "A Journal", authors=("smith",))
    said = gathered(describe_record(replace(RECORD, works=(*RECORD.works, book)), base=BASE))
    (journal,) = said["."]["frbr:partOf"]
    assert journal != "work/journal-of-invented-studies"
    assert said[journal]["dcterms:title"] == ["Journal of Invented Studies"]


def test_a_licence_that_is_no_iri_is_an_error() -> None:
    record = replace(RECORD, paper=replace(RECORD.paper, license="CC BY"))
    with pytest.raises(InputError, match="give its address"):
        describe_record(record, base=BASE)
