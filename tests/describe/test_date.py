import pytest

from described import paper
from ibidem.describe.date import date_key


def test_a_date_has_its_edtf_string_and_its_bounds() -> None:
    assert paper()["date/1934-05"] == {
        "a": ["ibidem:Date"],
        "ibidem:edtf": ["1934-05^^locedtf:EDTF"],
        "ibidem:earliest": ["1934-05-01^^xsd:date"],
        "ibidem:latest": ["1934-05-31^^xsd:date"],
    }


@pytest.mark.parametrize(
    ("edtf", "key"),
    [
        ("1992-05-12", "1992-05-12"),
        ("1992/1993", "1992-to-1993"),
        ("1995~", "1995-about"),
        ("1995?", "1995-perhaps"),
        ("[1994,1995]", "1994-or-1995"),
        ("[1994..1996]", "1994-until-1996"),
    ],
)
def test_a_date_has_a_readable_name(edtf: str, key: str) -> None:
    assert date_key(edtf) == key
