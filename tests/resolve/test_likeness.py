import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.resolve.likeness import content_words, distance, near_word, near_words, plain_words, same_words


def test_plain_words() -> None:
    assert plain_words("Tajikistan's Crisis: Part-II") == ("tajikistans", "crisis", "part", "2")
    assert content_words("The Current Digest of the Press") == ("current", "digest", "press")
    assert content_words("The Of") == ("the", "of")
    assert same_words(("geo", "politics"), ("geopolitics",))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Why Did Nationalism Fail", "Why did Nationalism Fall", True),
        ("Regional Interests in Tajikistan", "Regional Interest in Tajikistan", True),
        ("The Europe World Year Book", "The Europa World Year Book", True),
        ("Terrorism: Part-I", "Terrorism: Part-1", True),
        ("Terrorism: Part-I", "Terrorism: Part-II", False),
        ("The Economics of Peace", "The Politics of Peace", False),
        ("War and Peace", "War and Piece of it", False),
        ("Russia in 1993", "Russia in 1992", False),
        ("Europe-Asia Studies", "Europe-Asia Studios", True),
    ],
)
def test_typing_errors(one: str, other: str, near: bool) -> None:
    assert near_words(plain_words(one), plain_words(other)) == near


def test_letters_apart() -> None:
    assert distance("fail", "fall", limit=2) == 1 and distance("europa", "eurpoa", limit=2) == 1
    assert distance("abc", "xyzuvw", limit=2) == 3
    assert near_word("warikoo", "warikou") and not near_word("cat", "car") and not near_word("1992", "1993")


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_even_handed(one: str, other: str) -> None:
    assert distance(one, other, limit=3) == distance(other, one, limit=3)
    assert (distance(one, other, limit=3) == 0) == (one == other)
