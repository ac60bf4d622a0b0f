from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.parse.note import split_note
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "note.tsv")
PIECES = [
    "See ",
    "Ibid., 5",
    "; ",
    ". ",
    "A. Bee, *Book* (Paris, 1990), 7",
    "this is said",
    "(",
    ")",
    '"',
    "id.",
    "1980, S. 5",
]


def test_table_is_whole() -> None:
    assert len(CASES) == 56


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"][:50])
def test_references_of_a_note(case: dict[str, str]) -> None:
    note = case["note"]
    read = [note[start:end] for start, end in split_note(note)]
    assert (read == [part for part in case["references"].split(" || ") if part]) == (case["status"] == "ok"), read


@settings(max_examples=80)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=300))
def test_references_are_apart_and_in_order(text: str) -> None:
    at = 0
    for start, end in split_note(text):
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize("piece", [";", "(", "; Ibid.", ". See ", '"', "a. ", "(see 1990) ", "Smith 1990, p. 5 "])
def test_long_notes_do_not_explode(piece: str) -> None:
    split_note(piece * 5000)
