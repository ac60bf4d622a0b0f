import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.parse.spelling import fold, is_initial, is_near, same_given, sounded, undoubled


def test_folding_takes_away_what_typists_leave_out() -> None:
    assert fold("Izetbegović") == "izetbegovic"
    assert fold("O’Neill") == "oneill"
    assert undoubled("Massod") == undoubled("Masood") == "masod"


@pytest.mark.parametrize(("one", "other"), [("Yeltsin", "Ieltsin"), ("Izvolsky", "Izvolskii"), ("Khalid", "Halid")])
def test_ways_of_transliterating_sound_alike(one: str, other: str) -> None:
    assert sounded(one) == sounded(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Emomali", "Imomali", True),
        ("Massoud", "Massou", False),
        ("Hekmatyar", "Hekmatyr", True),
        ("Smith", "Smyth", True),
        ("Brown", "Braun", False),
        ("Stalin", "Stalins", True),
        ("Ivanov", "Pavlov", False),
    ],
)
def test_one_letter_apart(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near and is_near(other, one) is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J.", "John", True),
        ("J", "Peter", False),
        ("Mohd.", "Mohammad", True),
        ("Emomali", "Imomali", True),
        ("Francis", "Frances", False),
        ("Sergei", "Sergey", True),
    ],
)
def test_given_names(one: str, other: str, same: bool) -> None:
    assert same_given(one, other, known=frozenset({"Francis", "Sergei"})) is same


def test_initials() -> None:
    assert is_initial("J.") and is_initial("J") and is_initial("Th.") and not is_initial("Jo")


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=60)
def test_nearness_is_mutual(one: str, other: str) -> None:
    assert is_near(one, other) == is_near(other, one)
