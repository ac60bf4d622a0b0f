import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.via import find_via


@pytest.mark.parametrize(
    ("printed", "phrases"),
    [
        ("Izvestia, 31 July 1992, p. 2 Quoted in *FBIS*", ["Quoted in "]),
        ("X, quoted in the *Digest*", ["quoted in the "]),
        ("Cited in A. Bee, *Star*", ["Cited in "]),
        ("X, reported in Y, cited in Z", ["reported in ", "cited in "]),
        ("X, zit. nach Y", ["zit. nach "]),
        ("A. Bee, Unquoted in Life (Paris, 1990)", []),
        ("The Times as Quoted", []),
    ],
)
def test_phrases_of_second_hand(printed: str, phrases: list[str]) -> None:
    assert [printed[start:end] for start, end in find_via(printed)] == phrases


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert all(start < end <= len(text) for start, end in find_via(text))
