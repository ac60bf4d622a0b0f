import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.reporter import find_reported, is_reported, parse_named

VOLUMES = [
    ("Verizon v. FCC, 740 F.3d 623 (D.C. Cir. 2014)", [("740", "f3d")]),
    ("29 FCC Rcd at 5562, para. 2", [("29", "fccrcd")]),
    ("5 U.S. (1 Cranch) at 180", [("5", "us")]),
    ("77 FCC 2d 384", [("77", "fcc2d")]),
    ("BVerfGE 7, 198 (205)", [("7", "bverfge")]),
    ("NJW 1989, 1276", [("1989", "njw")]),
    ("3 May 1921", []),
    ("12 Paris 1990", []),
    ("vol. 2, no. 3 (2004): 201", []),
]


@pytest.mark.parametrize(("printed", "keys"), VOLUMES, ids=[printed for printed, _ in VOLUMES])
def test_volumes_of_series(printed: str, keys: list[tuple[str, str]]) -> None:
    assert [found.key for found in find_reported(printed)] == keys


NAMED = [
    ("Verizon, 740 F.3d at 645-46.", "Verizon", ("740", "f3d"), "645-46", True),
    ("See 2010 Order, 25 FCC Rcd 17905.", "2010 Order", ("25", "fccrcd"), None, False),
    ("Postal Roads Order at para. 30.", "Postal Roads Order", None, "para. 30", False),
    ("Mozilla Comments at 20 (proposing a rule).", "Mozilla Comments", None, "20", False),
]


@pytest.mark.parametrize(("printed", "name", "key", "locator", "sure"), NAMED, ids=[row[0] for row in NAMED])
def test_names_with_a_volume_or_a_page(
    printed: str, name: str, key: tuple[str, str] | None, locator: str | None, sure: bool
) -> None:
    read = parse_named(printed)
    assert read is not None
    assert (read.name, read.key, read.locator, read.sure) == (name, key, locator, sure)


@pytest.mark.parametrize(
    "printed", ["Verizon v. FCC, 740 F.3d 623 (D.C. Cir. 2014).", "He looked at 20 ships.", "Ibid.", ""]
)
def test_what_is_no_short_form(printed: str) -> None:
    assert parse_named(printed) is None


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_reported(text))
    assert is_reported(text) in (True, False)
