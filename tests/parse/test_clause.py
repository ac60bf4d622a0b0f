import pytest

from ibidem.parse.clause import is_reported, narrowed, reported_clauses
from ibidem.parse.date import find_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("in May 1992", "1992-05"),
        ("in 1992-93", "1992/1993"),
        ("in the 1980s", ""),
        ("from 1914 to 1918", ""),
        ("as Smith shows (1995)", ""),
        ("as shown (Smith 1995: 12)", ""),
        ("the king (he died in 1992 of grief)", "1992"),
    ],
)
def test_dates_of_the_world_told_about(text: str, dates: str) -> None:
    assert " ".join(date.date.edtf for date in find_dates(text) if is_reported(text, date)) == dates


def test_what_a_treaty_provides_for_by_a_later_date_is_no_clause_of_its_own() -> None:
    text = "The treaty of 1992 provided for elections by 1998; the king died in 1999."
    found = reported_clauses(text, 0, len(text), find_dates(text))
    assert [(text[start:end], date.date.edtf) for start, end, date in found] == [
        ("The treaty of 1992 provided for elections by 1998", "1992"),
        ("the king died in 1999.", "1999"),
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("However, in 1992 he died,", "in 1992 he died"),
        (", and later he died in 1992 ", "he died in 1992"),
        ("According to Smith, who was there, he died in 1992", "he died in 1992"),
        ("According to a report of 1992, he died", "According to a report of 1992, he died"),
    ],
)
def test_what_a_clause_leaves_out(text: str, clause: str) -> None:
    start, end = narrowed(text, 0, len(text), text.find("1992"))
    assert text[start:end] == clause
