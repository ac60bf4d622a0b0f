import pytest

from ibidem.parse.fields import Draft
from ibidem.parse.plain import first_word, is_untitled, read_authors, read_plain, sentence_end, title_start

PRINTED = [
    (
        "Lisa F. Rau. Extracting company names from text. In Proceedings",
        ["Lisa F. Rau"],
        "Extracting company names from text",
    ),
    ("Lefebvre, Henri. The Production of Space. Oxford", ["Henri Lefebvre"], "The Production of Space"),
    ("Martin Munro, Different Drummers (Berkeley", ["Martin Munro"], "Different Drummers"),
    (
        "O. Figes, Peasant Russia, Civil War: The Volga (Oxford",
        ["O. Figes"],
        "Peasant Russia, Civil War: The Volga",
    ),
    ("———. Dom Casmurro. New York", [], "Dom Casmurro"),
    ("Letter from A. Bee to C. Cee, \0\0, in Papers", [], "Letter from A. Bee to C. Cee"),
]


@pytest.mark.parametrize(("printed", "authors", "title"), PRINTED)
def test_authors_and_title_without_marks(printed: str, authors: list[str], title: str) -> None:
    draft = Draft(printed, printed.replace("—", "-"))
    read_plain(draft, 0, numbered=False, daily=False)
    assert [piece.value for piece in draft.pieces if piece.name == "author"] == authors
    found = draft.get("title")
    assert found is not None and found.value == title


def test_a_title_that_looks_like_names_is_none() -> None:
    draft = Draft("Mathilde von Bulow, West Germany, Cold War Europe and the Algerian War (Cambridge")
    names, _ = read_authors(draft, 0)
    assert [one.name.literal for one in names] == ["Mathilde von Bulow"]


def test_a_paper_before_a_date_has_no_title_of_its_own() -> None:
    draft = Draft("Izvestia, \0\0\0", "Izvestia, \0\0\0")
    assert is_untitled(draft, 0, numbered=False, daily=True, known=True)
    assert not is_untitled(draft, 0, numbered=False, daily=False, known=True)


def test_where_things_start_and_end() -> None:
    assert first_word("12. (A)", 0) == 5 and first_word("12", 0) == 2
    assert title_start(" , 5 Years", 0) == 3
    assert sentence_end("A protein in C. elegans. Nature", 0) == len("A protein in C. elegans")
    assert sentence_end("Why? Nature", 0) == 4
