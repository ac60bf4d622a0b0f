import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.find.quotation import find_quotations
from ibidem.read.text import parse_text


def blocks(text: str) -> list[tuple[str, bool]]:
    document = parse_text(f"A Title\n\n{text}\n")
    found = [item for item in find_quotations(document) if item.feature("block")]
    for item in found:
        assert item.span.of(document.text) == item.exact
    return [(item.exact, item.feature("continues") is not None) for item in found]


LEAD = "The war was long and hard, and in the winter after it Brown wrote of it:"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{LEAD}\n\n    We went up the hill.\n\nSo it ended, as all things do.", ["We went up the hill."]),
        (f"{LEAD}\n\n> We went up\n> the hill.\n\nSo it ended.", ["We went up\n> the hill."]),
        (f"{LEAD}\n\n    We went.\n\n    They came.\n\nSo it ended.", ["We went.", "They came."]),
        (f"{LEAD}\n\n    1. We went up the hill.\n\nSo it ended.", []),
        (f"{LEAD}\n\nWe went up the hill and came down again.", []),
        ("   The war was long:\n\n   We went up the hill, and so it went on.", []),
    ],
)
def test_paragraphs_that_are_set_off_are_quotations(text: str, found: list[str]) -> None:
    assert [exact for exact, _ in blocks(text)] == found


def test_a_second_paragraph_goes_on() -> None:
    assert [goes_on for _, goes_on in blocks(f"{LEAD}\n\n    We went.\n\n    They came.")] == [False, True]


@given(st.text(alphabet="> \n\tab:.,“”"))
def test_any_text(text: str) -> None:
    blocks(text)
