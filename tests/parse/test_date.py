from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.edtf import is_edtf
from ibidem.parse.date import find_dates, parse_date
from ibidem.words import read_table
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "date.tsv")


def test_table_is_whole() -> None:
    assert len(CASES) == 49


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"])
def test_printed_to_edtf(case: dict[str, str]) -> None:
    found = find_dates(case["printed"], year=int(case["year"]) if case["year"] else None)
    right = [date.date.edtf for date in found] == ([] if case["edtf"] == "none" else [case["edtf"]])
    assert right == (case["status"] == "ok")


def test_year_of_the_sentence_before() -> None:
    text = "The July 1992 protocol remained unratified until September. On 30 July the minister spoke."
    assert [date.date.edtf for date in find_dates(text)] == ["1992-07", "1992-09", "1992-07-30"]


def test_a_year_too_far_away_does_not_count() -> None:
    assert len(find_dates("In May 1992. " + "x " * 400 + "On 30 July he spoke.")) == 1


def test_parse_date_refuses_two_dates() -> None:
    assert parse_date("in 1992, and on 4 May 1995") is None
    date = parse_date(" Dec. 1995 ")
    assert date is not None and (date.edtf, date.printed) == ("1995-12", "Dec. 1995")


@given(st.text())
def test_any_text(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert is_edtf(found.date.edtf)
        assert found.date.printed == text[found.start : found.end]
        end = found.end


@given(
    st.lists(st.sampled_from(["12", " ", "May", "1992", "-", "/", ",", ".", "between ", " and ", "late "]), max_size=30)
)
def test_any_mixture_of_date_parts(parts: list[str]) -> None:
    for found in find_dates("".join(parts)):
        assert is_edtf(found.date.edtf)


def test_time_is_linear() -> None:
    text = "On 4 May 1995, in July and August of 1992, between June 1992 and 1993, 12 May May 12 1992 (July. "

    check_linear(lambda times: partial(find_dates, text * times), 100)


def test_months_are_months_or_seasons() -> None:
    for name, number in read_table("months"):
        assert name == name.casefold() and not name.endswith(".")
        assert 1 <= int(number) <= 12 or 21 <= int(number) <= 24
