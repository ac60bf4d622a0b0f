import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.page import (
    find_codes,
    find_count,
    find_inner,
    find_labelled,
    find_last,
    find_locator,
    is_outside,
    tidy,
)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("1996, p. 1122.", "1122", "page"),
        ("p.71", "71", "page"),
        ("pp. 19-20.", "19-20", "page"),
        ("p. 4..", "4", "page"),
        ("S. 250-253.", "250-253", "page"),
        ("pages 55-66, 1992", "55-66", "page"),
        ("chap. 4", "chap. 4", "chapter"),
        ("para. 9.32", "para. 9.32", "paragraph"),
        ("169, at 171.", "171", "at"),
    ],
)
def test_labelled_locators(printed: str, value: str, unit: str) -> None:
    assert [(one.value, one.unit) for one in find_labelled(printed)] == [(value, unit)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("SU/1699, B/1, cited", "SU/1699, B/1"), ("SU/1703, B/5-9", "SU/1703, B/5-9"), ("S/RES/968", None), ("1/2", None)],
)
def test_report_numbers(printed: str, value: str | None) -> None:
    assert next((one.value for one in find_codes(printed)), None) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [("(Durham, 2005), 12.", "12"), ("Journal: 191--201.", "191-201"), ("Book, xii", "xii"), ("no figure", None)],
)
def test_a_bare_number_at_the_end(printed: str, value: str | None) -> None:
    found = find_last(printed)
    assert (found.value if found else None) == value


def test_pages_before_the_imprint_and_extents() -> None:
    found = find_inner("In Essays, 68-90. London: Verso")
    assert found is not None and found.value == "68-90"
    assert find_inner("In Essays, 68 plays. London: Verso") is None
    assert find_count("Berlin 1990, 312 pp.") is not None and find_count("p. 312") is None


@pytest.mark.parametrize(
    ("rest", "locator"), [(", p. 213-14", "213-14"), (" at 157.", "157"), (", 156, 147.", "156, 147"), (".", None)]
)
def test_the_locator_behind_a_form(rest: str, locator: str | None) -> None:
    assert find_locator(rest) == locator


@pytest.mark.parametrize(
    ("locator", "extent", "outside"),
    [
        ("8", "280-290", True),
        ("284", "280-90", False),
        ("84", "280-90", True),
        ("xii", "5-9", False),
        ("7", "5", False),
    ],
)
def test_a_locator_outside_the_pages_of_a_work(locator: str, extent: str, outside: bool) -> None:
    assert is_outside(locator, extent) == outside


def test_locators_are_tidy() -> None:
    assert tidy("2--3,  3.") == "2-3, 3"


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    for one in (*find_labelled(text), *find_codes(text)):
        assert 0 <= one.start < one.end <= len(text)
