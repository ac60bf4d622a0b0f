from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.find.claim import find_claims
from scene import hold, make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "claim.tsv")
WORDS = [
    "5,000",
    " men",
    "12.5",
    " million",
    " per cent",
    " of the ",
    "population",
    "two and a half ",
    "several ",
    "$",
    "£4",
]
WORDS += [
    "about ",
    " or more",
    "–",
    " to ",
    "Article ",
    "1992",
    " tons",
    ". ",
    "hundred ",
    "twenty-five ",
    "thousands of ",
]


def found(text: str) -> str:
    document = make_document(text)
    candidates = sorted(find_claims(document))
    hold(document, candidates)
    shown = []
    for item in candidates:
        value, upper, unit = (item.feature(name) or "" for name in ("value", "upper", "unit"))
        assert Decimal(value) >= 0
        bound = {"exact": "", "about": "~", "at-least": ">=", "at-most": "<="}[item.feature("bound") or ""]
        shown.append(f"{bound}{value}{f'..{upper}' if upper else ''} {unit}")
    return "; ".join(shown) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 61


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_quantities_are_marked(case: dict[str, str]) -> None:
    assert (found(case["text"]) == case["found"]) == (case["status"] == "ok"), found(case["text"])


@given(st.text())
def test_any_text(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_figures(words: list[str]) -> None:
    found("".join(words))


@pytest.mark.parametrize("text", ["5,000 men ", "five hundred thousand and ", "1,000,", "1992 5 ", "population 5,000 "])
def test_time_is_linear(text: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        document = make_document(text * times)
        return lambda: list(find_claims(document))

    check_linear(prepare, 150)
