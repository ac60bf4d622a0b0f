from dataclasses import replace
from typing import Any

import pytest

from ibidem.cited import Name, Work
from ibidem.document import Mention
from ibidem.edtf import Date
from ibidem.parse.reference import Source, parse_reference
from ibidem.resolve.catalogue import Catalogue, make_catalogue, merge_fields, settled
from ibidem.resolve.work import Role, WorkIndex
from ibidem.span import Span


def catalogue(*printed: str) -> Catalogue:
    index = WorkIndex()
    for at, text in enumerate(printed):
        index.add(str(at), parse_reference(text).source)

    def locate(key: str, start: int, end: int) -> Mention:
        exact = printed[int(key)][start:end]
        return Mention(Span(1000 * int(key) + start, 1000 * int(key) + end), exact, "", "", exact)

    return make_catalogue(index, locate)


def cited(made: Catalogue) -> Work:
    return next(work for work in made.works if "work-cited" in work.rules)


def test_the_print_that_comes_most_often_wins() -> None:
    made = catalogue(
        'Ann Author, "Why Did Nations Fail", *Journal of Peace*, vol. 8, 1996.',
        'Ann Author, "Why did Nations Fall", *Journal of Peace*, vol. 8, 1996.',
        'Ann Author, "Why did Nations Fail", *Journal of Peace*, vol. 8, 1996.',
    )
    work = cited(made)
    assert work.title == "Why Did Nations Fail" and set(work.titles) == {"Why did Nations Fall", "Why did Nations Fail"}
    assert len(work.mentions) == 3


def test_the_fullest_names_of_people_and_serials() -> None:
    made = catalogue(
        'Mohd. Monir Alam, "A Title of it", *Digest of Post-Soviet Press*, 1999.',
        'Mohammad Monir Alam, "A Title of it", *The Digest of the Post-Soviet Press*, 1999.',
        'Mohd. Monir Alam, "A Title of it", *Digest of Post-Soviet Press*, 1999.',
    )
    assert [agent.name.literal for agent in made.agents] == ["Mohammad Monir Alam"]
    assert [work.title for work in made.works if work.type == "periodical"] == ["Digest of the Post-Soviet Press"]


def test_a_misprint_of_a_listed_name_is_put_right() -> None:
    made = catalogue(
        '"Tajikistan: A Survey" *The Europe World Year Book*, 2003, p. 1.',
        '"Tajikistan: A Survey" *The Europa World Year Book*, 2003, p. 2.',
    )
    assert [work.title for work in made.works if work.type == "periodical"] == ["The Europa World Year Book"]


def in_full(source: Source, **values: Any) -> Source:
    return replace(source, fields=replace(source.fields, **values))


def made_of(*sources: Source) -> Catalogue:
    index = WorkIndex()
    for at, source in enumerate(sources):
        index.add(str(at), source)
    return make_catalogue(index, lambda key, start, end: Mention(Span(start, end), "x", "", "", "x"))


def test_what_few_sources_say_is_kept_the_value_that_comes_most_often() -> None:
    source = parse_reference('Ann Author, "Why Nations Fail", *Journal of Peace*, vol. 8, 1996.').source
    accessed = Date("2001-02-03", "3 February 2001")
    made = made_of(
        in_full(source, doi="10.1000/183", url="https://example.org/a"),
        in_full(source, doi="10.1000/182", accessed=accessed, genre="letter", archive="State Archive", note="lost"),
        in_full(source, doi="10.1000/182", translators=(Name("T. Ranslator", "Ranslator", "T."),)),
    )
    work = cited(made)
    assert (work.doi, work.url, work.accessed) == ("10.1000/182", "https://example.org/a", accessed)
    assert (work.genre, work.archive, work.note) == ("letter", "State Archive", "lost")
    assert [agent.name.literal for agent in made.agents if agent.key in work.translators] == ["T. Ranslator"]


def test_a_chapter_leaves_edition_series_and_isbn_to_its_book() -> None:
    source = parse_reference('Ann Author, "A Piece", in C. Cee (ed.), *Book* (Paris: House Press, 1990), 5.').source
    made = made_of(in_full(source, edition="2nd", series="Studies 12", isbn="0-19-852663-6", doi="10.1000/182"))
    piece = cited(made)
    book = next(work for work in made.works if work.key == piece.container)
    assert (piece.edition, piece.series, piece.isbn, piece.doi) == (None, None, None, "10.1000/182")
    assert (book.edition, book.series, book.isbn, book.doi) == ("2nd", "Studies 12", "0-19-852663-6", None)


def test_a_chapter_leaves_the_imprint_to_its_book() -> None:
    made = catalogue('Ann Author, "A Piece", in C. Cee (ed.), *Book* (Paris: House Press, 1990), 5.')
    piece = cited(made)
    book = next(work for work in made.works if work.key == piece.container)
    assert (piece.publisher, piece.place, piece.editors) == (None, None, ())
    assert (book.publisher, book.place, book.editors, book.rules) == (
        "house-press",
        "paris",
        ("c-cee",),
        ("work-container",),
    )
    assert piece.date is not None and book.date is not None and piece.date.edtf == book.date.edtf == "1990"
    assert [place.name for place in made.places] == ["Paris"]
    assert [agent.kind for agent in made.agents] == ["person", "person", "organisation"] or len(made.agents) == 3


def test_keys_say_who_when_and_what() -> None:
    made = catalogue("Izvestia, 31 July 1992, p. 2.", 'Ann Author, "A Title", *Journal of Peace*, 1996.')
    assert {work.key for work in made.works} == {
        "izvestia",
        "izvestia-1992-07-31",
        "author-1996-a-title",
        "journal-of-peace",
    }


def test_equal_keys_take_a_hash() -> None:
    made = catalogue("Ann Author, *Peace* (Paris: House, 1990), 5.", "Ben Author, *Peace* (Rome: Other, 1990), 5.")
    assert len({work.key for work in made.works}) == 2


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("THE ECONOMICS OF JUSTICE: A STUDY", "The Economics of Justice: A Study"),
        ("FBIS", "FBIS"),
        ("Foreign Affairs", "Foreign Affairs"),
        ("U.S. POLICY IN ASIA", "U.S. Policy in Asia"),
    ],
)
def test_capitals_throughout_are_written_small(printed: str, written: str) -> None:
    assert settled(printed) == written


def test_a_group_keeps_the_role_of_its_printings() -> None:
    index = WorkIndex()
    number = index.add("0", parse_reference("FBIS Daily Report, 4 August 1992, p. 74.").source, role=Role.VIA)
    assert merge_fields(index.groups[number]).type == "monitoring-report"
