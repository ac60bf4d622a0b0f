from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.passage import dates_within, passage_dates, passage_sentences


def test_counts_are_no_years() -> None:
    text = "In 1992 there were 1200 men and 1500 per cent; in 1848 people rose."
    assert [date.date.edtf for date in passage_dates(text)] == ["1992"]


def test_the_same_month_is_that_of_the_date_before() -> None:
    text = "In January 1993 they met. In the same month of 1993 they parted, and in the same month of 1994 they met."
    assert [date.date.edtf for date in passage_dates(text)] == ["1993-01", "1993-01", "1994"]


def test_dates_of_a_range() -> None:
    text = "In 1991, 1992 and 1993."
    dates = passage_dates(text)
    assert [date.date.edtf for date in dates_within(dates, 9, 17)] == ["1992"]
    assert dates_within(dates, 0, 0) == ()


@given(st.text(alphabet="ab. \n", max_size=6000), st.integers(0, 3))
def test_sentences_cover_the_text_and_none_is_endless(text: str, times: int) -> None:
    text = text * times
    sentences = passage_sentences(text, ())
    assert "".join(text[start:end] for start, end in sentences) == text
    assert all(end - start <= 2000 for start, end in sentences)
