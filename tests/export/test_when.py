import pytest

from ibidem.export.when import When, when


@pytest.mark.parametrize(
    ("edtf", "found"),
    [
        ("1992", When((1992,))),
        ("1992-05", When((1992, 5))),
        ("1992-05-12", When((1992, 5, 12))),
        ("1992-23", When((1992, 23))),
        ("1992~", When((1992,), circa=True)),
        ("1992?", When((1992,), circa=True, exact=False)),
        ("1992/1993", When((1992,), (1993,))),
        ("1992-09/1993-02-01", When((1992, 9), (1993, 2, 1))),
        ("1992~/1993", When((1992,), (1993,), circa=True, exact=False)),
        ("[1994,1995]", When((1994,), (1995,), circa=True, exact=False)),
        ("[1996, 1994]", When((1994,), (1996,), circa=True, exact=False)),
        ("[1994..1996]", When((1994,), (1996,), circa=True, exact=False)),
        ("[1994]", When((1994,), circa=True, exact=False)),
        ("1992-05-XX", None),
        ("1992/..", None),
        ("1992/1993/1994", None),
        ("undated", None),
        ("", None),
    ],
)
def test_a_date_is_told_with_what_it_leaves_out(edtf: str, found: When | None) -> None:
    assert when(edtf) == found


@pytest.mark.parametrize(("edtf", "season"), [("1992-21", 1), ("1992-24", 4), ("1992-12", 0), ("1992-21/1992-22", 0)])
def test_a_month_from_21_to_24_is_a_season(edtf: str, season: int) -> None:
    found = when(edtf)
    assert found is not None
    assert found.season == season
