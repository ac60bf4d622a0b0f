import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.signal import find_signal

PRINTED = [
    ("See A. Bee, Book", "See"),
    ("See, e.g., A. Bee, Book", "See, e.g."),
    ("see also A. Bee, Book", "see also"),
    ("Cf. A. Bee, Book", "Cf."),
    ("Vgl. Feest, 1972", "Vgl."),
    ("Siehe auch Müller", "Siehe auch"),
    ("For a contrary view, see G. Jones, Book", "For a contrary view, see"),
    ("On rhythm in Césaire and Ménil, see Martin Munro, *Drummers*", "On rhythm in Césaire and Ménil, see"),
    ("(See, for example, M. King, Book)", "See, for example"),
]


@pytest.mark.parametrize(("printed", "signal"), PRINTED)
def test_the_signal_as_printed(printed: str, signal: str) -> None:
    found = find_signal(printed)
    assert found is not None and found[0] == signal
    assert printed[found[1] :][:1].isalpha()


@pytest.mark.parametrize(
    "printed",
    [
        "A. Bee, Book",
        "Seeley, The Expansion of England",
        "E.G. Smith, Book",
        "S. Foo, Book",
        "Bee, Book, 1990, see also",
        "",
    ],
)
def test_what_is_no_signal(printed: str) -> None:
    assert find_signal(printed) is None


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    found = find_signal(text)
    assert found is None or 0 < found[1] <= len(text)
