from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.find.marks import Marked, opens_quotation, pair_marks
from ibidem.sentence import sentence_bounds
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "marks.tsv")
PIECES = ['"', "'", "“", "”", "‘", "’", "„", "«", "»", "‚", "‹", "a", "s", " ", ". ", ", ", "5", "\n", "("]


def pairs(text: str, *, goes_on: bool = False) -> tuple[Marked, ...]:
    stops = tuple(sorted({end for _, end in sentence_bounds(text)}))
    return pair_marks(text, stops=stops, goes_on=goes_on)


def shown(text: str) -> str:
    found = [text[pair.start : pair.end] + (f"|{pair.defect}" if pair.defect else "") for pair in pairs(text)]
    return " // ".join(found) or "none"


def hold(text: str) -> None:
    for pair in pairs(text):
        assert 0 <= pair.start < pair.end <= len(text)
        assert text[pair.start : pair.end] == text[pair.start : pair.end].strip()
        assert pair.defect in (None, "unclosed", "unopened", "mismatched")


def test_table_is_whole() -> None:
    assert len(CASES) == 47


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_marks_are_paired(case: dict[str, str]) -> None:
    assert (shown(case["text"]) == case["found"]) == (case["status"] == "ok"), shown(case["text"])


def test_marks_are_given_as_printed() -> None:
    assert [pair.marks for pair in pairs("„a b“ «c d» \"e f' “g h")] == ["„“", "«»", "\"'", "“"]


def test_a_quotation_of_several_paragraphs_has_no_defect() -> None:
    assert pairs("He said: “We go. They stay.", goes_on=True)[0] == Marked(10, 27, "“", None, True)


def test_an_unclosed_quotation_ends_at_a_marker() -> None:
    assert pair_marks('He said "we go and stay', stops=(15, 23)) == (Marked(9, 14, '"', "unclosed"),)


@pytest.mark.parametrize(
    ("text", "opens"), [("“We", True), ("  'We go", True), ("We “go”", False), ("’90s", False), ("", False)]
)
def test_a_paragraph_that_opens_with_a_mark_is_known(text: str, opens: bool) -> None:
    assert opens_quotation(text) == opens


@given(st.text())
def test_any_text(text: str) -> None:
    hold(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_mixture_of_marks(pieces: list[str]) -> None:
    hold("".join(pieces))


@pytest.mark.parametrize("unit", ['"a ', "“", "‘a ", "a' ", "“a” ", '"', '„«‘"', "'a. "])
def test_time_grows_with_the_text(unit: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = unit * (size // len(unit))
        return partial(pair_marks, text, stops=(len(text),))

    check_linear(prepare, 8_000)
