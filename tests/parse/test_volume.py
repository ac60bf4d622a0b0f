import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.volume import find_bare, find_numbers, find_serials

PRINTED = [
    ("vol. 8, No. 7", "8", "7"),
    ("vol.2, No. 3 Fall", "2", "3"),
    ("vol. XLIV, No. 19", "XLIV", "19"),
    ("3(2), 1999", "3", "2"),
    ("13 (4), p", "13", "4"),
    ("25, no. 4 (", None, "4"),
    ("Bd. 3, Heft 2", "3", "2"),
    ("13.2 (\0", "13", "2"),
    ("XIV:4 (\0", "XIV", "4"),
    ("Volume III (1905)", "III", None),
    ("Paris VI, 1992", None, None),
    ("ASPLOS-VI", None, None),
    ("Title of 1992", None, None),
]


@pytest.mark.parametrize(("printed", "volume", "issue"), PRINTED)
def test_volume_and_issue(printed: str, volume: str | None, issue: str | None) -> None:
    found = {one.name: one.value for one in find_numbers(printed)}
    assert (found.get("volume"), found.get("issue")) == (volume, issue)


def test_running_numbers() -> None:
    printed = ("*Digest*, (21-93), p. 16", "FBIS, 92-150, Sept", "FBIS-SOV-93-163, 25", "pp. 5-9", "(1992)")
    assert [[one.value for one in find_serials(text)] for text in printed] == [
        ["21-93"],
        ["92-150"],
        ["93-163"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("left", "volume"),
    [("Cognition 38, \0", "38"), ("(\0) 89 Harvard Law Rev. \0", "89"), ("Law 1990, \0", None), ("no number", None)],
)
def test_a_volume_without_a_label(left: str, volume: str | None) -> None:
    found = find_bare(left)
    assert (found.value if found else None) == volume


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    for one in (*find_numbers(text), *find_serials(text)):
        assert text[one.start : one.end] and one.value
