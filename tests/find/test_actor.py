from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.candidate import CandidateKind
from ibidem.document import Document, Part, PartKind
from ibidem.find.actor import find_actors
from ibidem.span import Span
from scene import hold, make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "actor.tsv")
WORDS = [
    "Russian ",
    "troops ",
    "the ",
    "Minister of Defence ",
    "Pavel ",
    "Grachev",
    ", ",
    "Ministry ",
    "of ",
    "and ",
    "(UN) ",
]
WORDS += [
    "former ",
    "U.S. ",
    "J. ",
    "de ",
    "People's ",
    "Party ",
    "7th ",
    "’s ",
    "'",
    "pro-",
    "\n\n",
    "[3]",
    "ß",
    "İ",
    "led by ",
]


def found(text: str) -> str:
    document = make_document(text)
    candidates = sorted(find_actors(document))
    hold(document, candidates)
    actors = (item for item in candidates if item.kind is CandidateKind.ACTOR)
    return "; ".join(f"{item.exact}:{item.feature('type')}" for item in actors) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 66


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_who_acts_is_marked(case: dict[str, str]) -> None:
    assert (found(case["text"]) == case["found"]) == (case["status"] == "ok"), found(case["text"])


def test_an_abbreviation_is_known_in_the_whole_paper() -> None:
    assert found("The WPL fell.\n\nThe Workers' Party of Laos (WPL) won.").startswith("WPL:political-party")


def test_notes_and_furniture_name_nobody() -> None:
    text = "France won.\nPrussia lost."
    parts = [Part(PartKind.PARAGRAPH, Span(0, 12), 0), Part(PartKind.NOTE, Span(12, len(text)), 1)]
    assert [item.exact for item in find_actors(Document.of(text, parts=parts))] == ["France"]


@given(st.text())
@settings(max_examples=60)
def test_any_text(text: str) -> None:
    if text:
        found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=100)
def test_any_order_of_words(words: list[str]) -> None:
    found("".join(words))
