from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.edtf import is_edtf
from ibidem.find.event import find_events
from scene import hold, make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "event.tsv")
WORDS = [
    "In 1992 ",
    "12 May ",
    "the king died",
    ", and ",
    ". ",
    "; ",
    "[3]",
    "two years later",
    " until ",
    "(1995)",
    "\n\n",
]
WORDS += ["The same year they met. ", "which provided for ", "According to Ivanov, ", '"', "However, ", "late August "]


def found(text: str) -> str:
    document = make_document(text)
    candidates = sorted(find_events(document))
    hold(document, candidates)
    assert all(is_edtf(item.feature("date") or "") for item in candidates)
    return " | ".join(f"{item.feature('date')}: {' '.join(item.exact.split())}" for item in candidates) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 38


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_dated_clauses_are_marked(case: dict[str, str]) -> None:
    assert (found(case["text"]) == case["found"]) == (case["status"] == "ok"), found(case["text"])


@given(st.text())
def test_any_text(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_dated_words(words: list[str]) -> None:
    found("".join(words))


@pytest.mark.parametrize(
    "text", ["1992 ", "In 1992 they met, and in 1993 they left; ", "12 May 1992, ", "two years later "]
)
def test_time_is_linear(text: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        document = make_document(text * times)
        return lambda: list(find_events(document))

    check_linear(prepare, 150)
