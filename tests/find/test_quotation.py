from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.candidate import Candidate
from ibidem.document import Document, Part, PartKind
from ibidem.find.quotation import find_quotations
from ibidem.span import Span
from scene import hold, make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "paraphrase.tsv")
WORDS = [
    "Brown ",
    "said that ",
    '"we go" ',
    "according to ",
    "Smith, ",
    "“",
    "and ",
    "warned ",
    ". ",
    "[3]",
    "\n\n",
    "’",
]


def found(text: str) -> list[Candidate]:
    document = make_document(text)
    candidates = list(find_quotations(document))
    hold(document, candidates)
    return candidates


def paraphrases(text: str) -> str:
    return " // ".join(item.exact for item in found(text) if item.feature("paraphrase")) or "none"


def test_table_is_whole() -> None:
    assert len(CASES) == 31


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_clauses_that_report_are_marked(case: dict[str, str]) -> None:
    assert (paraphrases(case["text"]) == case["found"]) == (case["status"] == "ok"), paraphrases(case["text"])


def test_marks_and_defects_are_features() -> None:
    assert [item.features for item in found('He said "we go. Then “all” left.')] == [
        (("defect", "unclosed"), ("marks", '"')),
        (("marks", "“”"),),
    ]


def test_furniture_stays_in_the_exact_text() -> None:
    text = "He said “we\n\nPage 4\n\ngo home”."
    kinds = [(PartKind.PARAGRAPH, 11, 0), (PartKind.SPACE, 13, 0), (PartKind.FURNITURE, 19, 0), (PartKind.SPACE, 21, 0)]
    parts, at = [], 0
    for kind, end, block in [*kinds, (PartKind.PARAGRAPH, len(text), 0)]:
        parts.append(Part(kind, Span(at, end), block))
        at = end
    document = Document.of(text, parts=parts)
    (quotation,) = find_quotations(document)
    assert quotation.exact == "we\n\nPage 4\n\ngo home"
    assert document.mention(quotation.span, passage=document.passages[0]).reading == "we go home"


def test_each_paragraph_of_a_long_quotation_is_one_without_defect() -> None:
    quotations = found("He wrote: “We went out.\n\n“We came home.\n\n“We sleep.” So it ended.")
    assert [item.exact for item in quotations] == ["We went out.", "We came home.", "We sleep."]
    assert all(item.feature("defect") is None for item in quotations)


def test_an_unclosed_quotation_before_running_text_has_a_defect() -> None:
    assert found("He wrote: “We went out.\n\nThey came home.")[0].feature("defect") == "unclosed"


@given(st.text())
def test_any_text(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_words_of_speech(words: list[str]) -> None:
    found("".join(words))
