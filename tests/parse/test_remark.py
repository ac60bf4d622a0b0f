from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.remark import find_emphasis, without_remarks
from ibidem.words import read_words


def test_remarks_in_brackets_are_blanked_where_they_stand() -> None:
    text = "Mozilla Comments at 20 (arguing that (open) nets are free), in Reply (2014)."
    bare = without_remarks(text)
    assert len(bare) == len(text)
    assert bare.split() == ["Mozilla", "Comments", "at", "20", ",", "in", "Reply", "(2014)."]


def test_brackets_that_belong_to_the_reference_stay() -> None:
    text = "A. Bee, Book (London: House, 1990) (2d ed.) 5"
    assert without_remarks(text) == text


def test_whose_emphasis_it_is() -> None:
    for said in read_words("emphasis"):
        text = f"Ibid., 5 ({said})."
        ((start, end),) = find_emphasis(text)
        assert said in text[start:end]
    assert find_emphasis("The emphasis is on trade.") == ()


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert len(without_remarks(text)) == len(text)
