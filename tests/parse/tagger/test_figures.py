import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.figures import read_address, read_date, read_doi, read_isbn, read_pages, read_volume

VOLUMES = (
    ("vol. 36, no. 9,", "36", "9"),
    ("61(2):", "61", "2"),
    ("No. 4,", None, "4"),
    ("12/3", "12", "3"),
    ("Bd. III", "III", None),
    ("Jg. 12, H. 4", "12", "4"),
    ("(Vol. 3, Part A,", "3, Part A", None),
    ("87", "87", None),
    ("t. IV, n° 2,", "IV", "2"),
    ("№ 4.", None, "4"),
    ("2 vols.", None, None),
    ("(3 Bde.),", None, None),
)
PAGES = (
    ("pp. 12–34.", "12-34", None),
    ("169, at 171.", "169", "171"),
    ("S. 45-78, hier S. 50.", "45-78", "50"),
    ("at 24–6", "24-6", None),
    ("insbesondere S. 65—83.", "65-83", None),
    ("1 at 8.", "1", "8"),
    ("470 at 485 and 481.", "470", "485 and 481"),
    ("С. 77–101.", "77-101", None),
    ("p.5", "5", None),
)
DATES = (
    ("(2011).", "2011"),
    ("March 1995,", "1995-03"),
    ("3. März 1936", "1936-03-03"),
    ("5 de mayo de 1990", "1990-05-05"),
    ("(1994a).", "1994"),
    ("1974/75:", "1974/1975"),
    ("Spring 1992.", "1992-21"),
    ("c. 1620", "1620~"),
    ("n.d.", None),
)


@pytest.mark.parametrize(("printed", "volume", "issue"), VOLUMES)
def test_volume_and_issue_are_told_apart(printed: str, volume: str | None, issue: str | None) -> None:
    assert read_volume(printed) == (volume, issue)


@pytest.mark.parametrize(("printed", "pages", "locator"), PAGES)
def test_pages_are_told_from_the_page_pointed_at(printed: str, pages: str | None, locator: str | None) -> None:
    assert read_pages(printed) == (pages, locator)


@pytest.mark.parametrize(("printed", "edtf"), DATES)
def test_dates_keep_their_precision(printed: str, edtf: str | None) -> None:
    date = read_date(printed)
    assert (date.edtf if date else None) == edtf


def test_addresses_and_numbers_lose_what_stands_around_them() -> None:
    assert read_doi("doi:10.1016/0304-3975(94)00281-M.") == "10.1016/0304-3975(94)00281-M"
    assert read_address("<http://www.example.org/a/ b.html>.") == "http://www.example.org/a/b.html"
    assert read_isbn("ISBN: 978-3-16-148410-0") == "978-3-16-148410-0"
    assert read_doi("none") is None and read_address("none") is None and read_isbn("12") is None


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_volume(text), read_pages(text), read_date(text), read_doi(text), read_address(text), read_isbn(text)
