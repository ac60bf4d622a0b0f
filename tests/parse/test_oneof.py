import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.oneof import one_of

WORDS = st.lists(st.text(alphabet="abAB .-ß", min_size=1, max_size=4), min_size=1, max_size=12)


def parted(words: list[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


@given(words=WORDS, text=st.text(alphabet="abAB .-ßs", max_size=40), flags=st.sampled_from([re.NOFLAG, re.IGNORECASE]))
def test_it_matches_what_the_words_parted_by_bars_do(words: list[str], text: str, flags: re.RegexFlag) -> None:
    for shape in (r"(?:{})", r"\b(?:{})(?!\w)", r"(?:{})s?\b"):
        found, expected = (
            [match.span() for match in re.finditer(shape.replace("{}", choice), text, flags)]
            for choice in (one_of(words), parted(words))
        )
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the Red Cross", "Red Cross"), ("the Red Sea", "Red"), ("red", None), ("Red\u00a0Cross", "Red\u00a0Cross")],
)
def test_the_longest_word_counts(text: str, expected: str | None) -> None:
    found = re.search(one_of(["Red", "Red Cross", "Reds", "Blue"]), text)
    assert (found and found.group()) == expected


def test_what_stands_for_a_space_can_be_said() -> None:
    pattern = re.compile(one_of(["cited in", "cited by", "quoted in"], space=r"\s{1,3}"))
    assert pattern.fullmatch("cited   by") is not None
    assert pattern.fullmatch("citedby") is None
