"""A few words that stand for a longer text."""

import pytest

from ibidem.brief import shortened


@pytest.mark.parametrize(
    ("text", "length", "brief"),
    [
        ("as  it\nis", 10, "as it is"),
        ("cut at a word", 10, "cut at a…"),
        ("after a comma, too", 16, "after a comma…"),
        ("“said by somebody”", 14, "“said by…”"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_a_text_is_cut_at_a_word_and_says_so(text: str, length: int, brief: str) -> None:
    assert shortened(text, length=length) == brief
