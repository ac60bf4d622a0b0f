from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.quantity import bound_around, find_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("70,000 and 4.5 million", "70000 4500000"),
        ("24 000 men", "24000"),
        ("thirty-five thousand", "35000"),
        ("two hundred and fifty", "250"),
        ("half a million", "500000"),
        ("three and a half million", "3500000"),
        ("a hundred", "100"),
        ("one thousand", "1000"),
        ("one of them", ""),
        ("a dozen", "12"),
        ("dozens of men", ""),
        ("several hundred men and many thousand horses", ""),
        ("hundreds of thousands", ""),
        ("between 12 and 15", "12..15"),
        ("12 and 15", "12 15"),
        ("100–150", "100..150"),
        ("10 to 20", "10..20"),
        ("$5 million", "$5000000"),
        ("£1.25", "£1.25"),
        ("MiG-21, 24-hour, 3:1, 1/2, 201st, 12°", ""),
        ("10,00,000", "1000000"),
        ("1992", "1992"),
    ],
)
def test_numbers_of_a_text(text: str, values: str) -> None:
    found = (f"{one.currency or ''}{one.value}{f'..{one.upper}' if one.upper else ''}" for one in find_quantities(text))
    assert " ".join(found) == values


@pytest.mark.parametrize(
    ("text", "exact", "bound"),
    [
        ("nearly 50 men", "nearly 50 men", "about"),
        ("more than 50 men", "more than 50 men", "at-least"),
        ("up to 50 men", "up to 50 men", "at-most"),
        ("50 or so men", "50 or so men", "about"),
        ("50 men or more", "50 men or more", "at-least"),
        ("a total of 50 men", "a total of 50 men", "exact"),
        ("the 50 men", "50 men", "exact"),
    ],
)
def test_how_exact_a_figure_is(text: str, exact: str, bound: str) -> None:
    at = text.index("50")
    hedge = bound_around(text, at, at + 2, max(at + 2, text.index("men") + 3))
    assert (text[hedge.start : hedge.end], hedge.bound) == (exact, bound)


@given(st.text(alphabet="0123456789,. -–$£ andortwhufiveml"))
def test_any_text(text: str) -> None:
    end = 0
    for one in find_quantities(text):
        assert end <= one.start < one.end <= len(text)
        assert Decimal(one.value) >= 0
        end = one.end
