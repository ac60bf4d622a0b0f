from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.cited import Name
from ibidem.parse.tagger.people import read_people
from ibidem.words import read_words
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "people.tsv")


def shown(names: tuple[Name, ...]) -> str:
    return " | ".join(f"{name.family}, {name.given}" if name.family else f"«{name.literal}»" for name in names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"])
def test_names_are_read_out_of_a_stretch_of_names(case: dict[str, str]) -> None:
    assert (shown(read_people(case["printed"])) == case["names"]) == (case["status"] == "ok")


def test_the_table_is_long_enough() -> None:
    assert len(CASES) > 12


@pytest.mark.parametrize("word", read_words("role-words"))
def test_a_word_for_what_people_did_is_no_name(word: str) -> None:
    assert shown(read_people(f"{word} Ruth Pennington")) == "Pennington, Ruth"


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(name.literal for name in read_people(text))
