import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.short import parse_short

PRINTED = [
    ("Joshi, Russia and Central Asia, p. 12", "Joshi", "Russia and Central Asia", None, "12"),
    ('Henriques, "Dread Bodies," 200.', "Henriques", "Dread Bodies", None, "200"),
    ("Henriques, *Sonic Bodies*, 12.", "Henriques", "Sonic Bodies", None, "12"),
    ("On rhythm, see Munro, *Different Drummers*, chap. 4.", "Munro", "Different Drummers", None, "chap. 4"),
    ("Mott, 215.", "Mott", None, None, "215"),
    ("Steinbach 1979, S. 66", "Steinbach", None, "1979", "66"),
    ("Blankenburg/Sessar/Steffen, 1978, S. 66-85.", "Blankenburg; Sessar; Steffen", None, "1978", "66-85"),
    ("Smith and Jones (1980b), p. 4.", "Smith; Jones", None, "1980b", "4"),
    (
        "Le Brun and Johnstone, The Quiet Revolution, pp. 71–5.",
        "Le Brun; Johnstone",
        "The Quiet Revolution",
        None,
        "71-5",
    ),
]


@pytest.mark.parametrize(("printed", "names", "title", "year", "locator"), PRINTED)
def test_the_shape_of_a_short_form(
    printed: str, names: str, title: str | None, year: str | None, locator: str | None
) -> None:
    read = parse_short(printed)
    assert read is not None
    assert "; ".join(name.literal for name in read.names) == names
    assert (read.title, read.year, read.locator) == (title, year, locator)


@pytest.mark.parametrize(
    "printed",
    [
        "Nirmala Joshi, *Book* (Paris, 1990), 5.",
        "Izvestia, 31 July 1992, p. 2.",
        "in all, 5",
        "A. Bee, Book, 1990.",
        "",
    ],
)
def test_what_has_not_the_shape(printed: str) -> None:
    assert parse_short(printed) is None


@given(st.text(max_size=320))
def test_any_text(text: str) -> None:
    read = parse_short(text)
    assert read is None or all(name.literal for name in read.names)
