import pytest

from ibidem.parse.passage import passage_dates
from ibidem.parse.relative import counts_on


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Two years later he died.", "1994"),
        ("A year later he died.", "1993"),
        ("In the following year he died.", "1993"),
        ("The previous year he had died.", "1991"),
        ("In that same year he died.", "1992"),
        ("On the same day he died.", "1992-05-12"),
        ("In the same month he died.", "1992-05"),
        ("30 years earlier he was born.", "1962"),
        ("Three months later he died.", "1992-08"),
        ("Two weeks later he died.", "1992-05-26"),
        ("The next day he died.", "1992-05-13"),
        ("In October of the same year he died.", "1992-10"),
        ("By the end of the year he had died.", "1992"),
        ("He died after a long illness, and his son died two years later.", "1994"),
        ("Some decades later he died.", None),
        ("Nine hundred years later he rose.", None),
        ("He made plans for the next year.", None),
        ("He died.", None),
    ],
)
def test_counted_from_a_date(text: str, edtf: str | None) -> None:
    told = "On 12 May 1992 he spoke. "
    found = passage_dates(told + text)[1:]
    assert [date.date.edtf for date in found] == ([edtf] if edtf else [])
    assert all(date.date.printed == (told + text)[date.start : date.end] for date in found)


def test_counting_without_a_date_to_count_from() -> None:
    assert passage_dates("Two years later he died.") == ()
    assert counts_on("Some decades later he died.", 0, 27)
    assert not counts_on("He died.", 0, 8)
