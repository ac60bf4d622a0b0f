from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.find.treaty import find_treaties
from scene import hold, make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "treaty.tsv")
WORDS = [
    "Treaty",
    "treaty",
    " of ",
    "Paris",
    " the ",
    "agreed to form a force",
    " and ",
    "signed",
    " (TOP) ",
    "TOP",
    ", ",
]
WORDS += [
    "known as ",
    "12 May 1992",
    ". ",
    "[3]",
    "\n\n",
    "Franco-German ",
    " protocol",
    "No. 5",
    "’s ",
    "’",
    "Alliance",
]


def found(text: str) -> str:
    document = make_document(text)
    candidates = sorted(find_treaties(document))
    hold(document, candidates)
    return "; ".join(f"{' '.join(item.exact.split())}:{item.feature('shape')}" for item in candidates) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 52


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_phrases_for_instruments_are_marked(case: dict[str, str]) -> None:
    assert (found(case["text"]) == case["found"]) == (case["status"] == "ok"), found(case["text"])


def test_headings_are_no_instruments_of_the_body() -> None:
    assert found("") == "none"


@given(st.text())
def test_any_text(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_words_of_treaties(words: list[str]) -> None:
    found("".join(words))
