from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.attribution import find_cues, office_words, sentence_words
from ibidem.parse.cue import Cue
from ibidem.words import read_table
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "attribution.tsv")
WORDS = [
    "said ",
    "to ",
    "was ",
    "Brown ",
    "and ",
    "have ",
    "reported ",
    "in ",
    "words ",
    "his ",
    "of ",
    ", ",
    "according ",
]


def cues(text: str) -> tuple[Cue, ...]:
    found = find_cues(text, sentence_words(text, 0, len(text), quoted=()), len(text))
    for cue in found:
        assert 0 <= cue.subject_end <= cue.start < cue.end <= len(text)
        assert cue.holder is None or 0 <= cue.holder[0] <= cue.holder[1] <= len(text)
    return found


def shown(text: str) -> str:
    told = []
    for cue in cues(text):
        before = text[: cue.subject_end].split()
        told.append(f"{cue.base} {cue.frame} {cue.form} {before[-1].strip(',') if before else '-'}")
    return "; ".join(told) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 22


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_cues_are_found(case: dict[str, str]) -> None:
    assert (shown(case["text"]) == case["found"]) == (case["status"] == "ok"), shown(case["text"])


def test_words_inside_quotations_are_left_out() -> None:
    text = 'He "said so" and went.'
    assert [word.low for word in sentence_words(text, 0, len(text), quoted=((3, 12),))] == ["he", "and", "went"]


def test_verbs_have_a_known_frame_once() -> None:
    frames = {"that", "tell", "ask", "as", "stance", "quote", "mind", "text", "point", "put", "speak", "go"}
    rows = read_table("speech-verbs")
    assert {row[2] for row in rows} == frames and {row[3] for row in rows} <= {"", "-", "noun"}
    assert len({row[0] for row in rows}) == len(rows)


def test_offices_are_told_by_their_last_word() -> None:
    assert {"minister", "president", "colonel"} <= office_words()


@given(st.text())
def test_any_text(text: str) -> None:
    cues(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_words_of_speech(words: list[str]) -> None:
    cues("".join(words))
