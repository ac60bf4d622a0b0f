import pytest

from ibidem.edtf import Date
from ibidem.parse.relative import relative_date


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
        ("Some decades later he died.", None),
        ("Three months later he died.", None),
        ("Nine hundred years later he rose.", None),
        ("He died.", "none"),
        ("He died after a long illness that nobody had seen, and his son died two years later.", "none"),
    ],
)
def test_counted_from_a_date(text: str, edtf: str | None) -> None:
    found = relative_date(text, 0, len(text), Date("1992-05-12", "12 May 1992"))
    if edtf == "none":
        assert found is None
    else:
        assert found is not None
        assert (found.date.edtf if found.date else None) == edtf
        assert found.date is None or found.date.printed == text[found.start : found.end]
