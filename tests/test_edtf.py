from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.edtf import Date, bounds, is_edtf

KNOWN = [
    ("1992", "1992-01-01", "1992-12-31"),
    ("1992-05", "1992-05-01", "1992-05-31"),
    ("1992-02", "1992-02-01", "1992-02-29"),
    ("1992-05-12", "1992-05-12", "1992-05-12"),
    ("1992-21", "1992-03-01", "1992-05-31"),
    ("1992-23", "1992-09-01", "1992-11-30"),
    ("1992-24", "1992-12-01", "1992-12-31"),
    ("1992/1993", "1992-01-01", "1993-12-31"),
    ("1992-06/1992-09", "1992-06-01", "1992-09-30"),
    ("1995~", "1995-01-01", "1995-12-31"),
    ("[1994,1995]", "1994-01-01", "1995-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), KNOWN)
def test_bounds(text: str, first: str, last: str) -> None:
    assert bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (Date(text, "").earliest, Date(text, "").latest) == bounds(text)


@pytest.mark.parametrize(
    "text", ["", "199", "1992-13", "1992-02-30", "1992-5", "May 1992", "1993/1992", "1992-25", "9999999"]
)
def test_what_is_no_edtf(text: str) -> None:
    assert not is_edtf(text)


@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_the_edtf_package_agrees(day: date, precision: str) -> None:
    text = day.strftime(precision)
    other = edtf.parse_edtf(text)
    assert bounds(text) == (date(*other.lower_strict()[:3]), date(*other.upper_strict()[:3]))


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    if is_edtf(text):
        assert bounds(text)[0] <= bounds(text)[1]
