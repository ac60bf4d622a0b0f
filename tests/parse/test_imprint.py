import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.imprint import find_imprint, is_place, is_publisher

PRINTED = [
    ("(Oxford: Clarendon Press, \0", "Oxford", "Clarendon Press"),
    ("Har-Anand Publications, New Delhi, \0", "New Delhi", "Har-Anand Publications"),
    ("Oxford University Press, Karachi, \0", "Karachi", "Oxford University Press"),
    ("Torino, Einaudi, \0", "Torino", "Einaudi"),
    ("New Delhi, \0", "New Delhi", None),
    ("\0, \0.", None, None),
]


@pytest.mark.parametrize(("printed", "place", "publisher"), PRINTED)
def test_place_and_publisher(printed: str, place: str | None, publisher: str | None) -> None:
    found = find_imprint(printed, 0, len(printed))
    assert (printed[slice(*found.place)] if found.place else None) == place
    assert (printed[slice(*found.publisher)] if found.publisher else None) == publisher


def test_places_and_houses() -> None:
    assert is_place("New Delhi") and is_place("London and New York") and not is_place("Peace")
    assert is_publisher("Konark Publishers") and not is_publisher("The Making of Peace")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    found = find_imprint(text, 0, len(text))
    for span in (found.place, found.publisher):
        assert span is None or 0 <= span[0] < span[1] <= len(text)
