import pytest

from ibidem.parse.dated import find_dated, trimmed

CASES = [
    ("Kessler 1974: 77, 1980: 5.", ["Kessler 1974: 77", "1980: 5"]),
    ("See Mbeki and Rowe (1988: 205) for a critique.", ["See Mbeki and Rowe (1988: 205)"]),
    (
        "On this, Thornbury (1991: 70) disagrees with Mbeki and Rowe (1988: 220).",
        ["Thornbury (1991: 70)", "Mbeki and Rowe (1988: 220)"],
    ),
    ("The term is borrowed from Kessler (1974).", ["Kessler (1974)"]),
    ("Karl Meyer, Das Buch, Berlin 1970.", []),
    ("Ann Author, Book (Paris: House, 1990), 5.", []),
]


@pytest.mark.parametrize(("note", "references"), CASES)
def test_names_with_years(note: str, references: list[str]) -> None:
    assert [note[start:end].rstrip(".") for start, end in find_dated(note, 0, len(note))] == references


def test_brackets_that_nothing_opens_are_cut() -> None:
    text = "; Bee 1990: 5).;"
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == "Bee 1990: 5"
