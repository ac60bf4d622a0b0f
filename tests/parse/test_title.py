import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.fields import flat
from ibidem.parse.title import find_italics, find_quoted


@pytest.mark.parametrize(
    ("printed", "inside"),
    [
        ('A. Bee, "A Title", *Journal*', ["A Title"]),
        ("A. Bee, ‘Tadić’s Case’ (1990)", ["Tadić’s Case"]),
        ("A. Bee, „Der Titel“, in", ["Der Titel"]),
        ("A. Bee, «Le titre», in", ["Le titre"]),
        ('Alam, "Republics" *Quest for Security*", *Journal*', ['Republics" *Quest for Security*']),
        ("It's an author's own", []),
        ('5" of rain', []),
    ],
)
def test_what_marks_hold(printed: str, inside: list[str]) -> None:
    plain = flat(printed)
    assert [printed[slice(*one.inner)] for one in find_quoted(plain)] == inside


def test_emphasis() -> None:
    assert [one.inner for one in find_italics("*A Title*, _Other_, 5 * 3")] == [(1, 8), (12, 17)]


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    for one in (*find_quoted(flat(text)), *find_italics(text)):
        assert one.start < one.inner[0] <= one.inner[1] < one.end <= len(text)
