import pytest

from ibidem.parse.container import IN, editors_after_label, editors_before_label, take_bracketed
from ibidem.parse.fields import Draft


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Mahavir Singh's (ed.) Book", ["Mahavir Singh"]),
        ("V.D. Chopra and M. Rasgotra (eds.), Book", ["V. D. Chopra", "M. Rasgotra"]),
        ("Anne Danielsen, ed., Book", ["Anne Danielsen"]),
        ("Shams-ud-din (ed.) Book", ["Shams-ud-din"]),
        ("A Book without", None),
    ],
)
def test_editors_before_their_label(printed: str, names: list[str] | None) -> None:
    found = editors_before_label(printed, 0, len(printed))
    assert ([one.name.literal for one in found.names] if found else None) == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Book, ed. P. Birks (1996)", ["P. Birks"]),
        ("Book, edited by Ann Author and Ben Bee,", ["Ann Author", "Ben Bee"]),
        ("Buch, hg. v. Ernst Muster,", ["Ernst Muster"]),
        ("Book, 2nd ed.", None),
    ],
)
def test_editors_behind_their_label(printed: str, names: list[str] | None) -> None:
    found = editors_after_label(printed, 0, len(printed))
    assert ([one.name.literal for one in found.names] if found else None) == names


def test_editors_in_the_bracket_of_the_year() -> None:
    draft = Draft("THE FUTURE OF REGULATION (Ian G. MacNeil & Justin O’Brien eds., 2010)")
    take_bracketed(draft, 0)
    assert [piece.value for piece in draft.pieces] == ["Ian G. MacNeil", "Justin O’Brien"]
    other = Draft("A Book (Oxford, 2010)")
    take_bracketed(other, 0)
    assert other.pieces == []


def test_the_word_in() -> None:
    match = IN.match(', in "Book"')
    assert match is not None and match["word"] == "in"
    assert IN.match(", inside") is None
