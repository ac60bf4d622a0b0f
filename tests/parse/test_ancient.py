import pytest

from ibidem.parse.ancient import is_ancient, read_ancient
from ibidem.words import read_words

CASES = [
    ("Thuc. 5.18.2.", ("Thuc.", "5.18.2")),
    ("cf. Paus. 10.2.", ("Paus.", "10.2")),
    ("Diod. Sic. 16.23", ("Diod. Sic.", "16.23")),
    ("For the inscription see IG II² 1126", ("IG", "II² 1126")),
    ("Ann Author, Book (Paris, 1990), 5.", None),
    ("S. 5.2 of the act", None),
]


@pytest.mark.parametrize(("printed", "read"), CASES)
def test_short_names_and_places(printed: str, read: tuple[str, str] | None) -> None:
    assert read_ancient(printed) == read


@pytest.mark.parametrize("name", read_words("collections"))
def test_each_collection_of_the_list_is_known(name: str) -> None:
    assert read_ancient(f"See {name} 1126.") == (name, "1126")


def test_a_long_sentence_about_an_author_is_none() -> None:
    assert not is_ancient("Thuc. 5.18.2 was long thought to have been written after the war had ended, which is wrong.")
