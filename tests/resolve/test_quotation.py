from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.build import extract_paper
from ibidem.find.quotation import find_quotations
from ibidem.finding import Code
from ibidem.read.text import parse_text
from ibidem.resolve.citation import Citations
from ibidem.resolve.quotation import QuotationsFound, resolve_quotations
from ibidem.story import Quotation
from published import ROOT
from scene import make_actors, make_document, make_pointers
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "quotation.tsv")
SPEAKERS = read_cases(Path(__file__).parent / "cases" / "speaker.tsv")
WORDS = [
    "Brown ",
    "said that ",
    '"we go home now and then" ',
    "he ",
    "according to ",
    "Smith, ",
    "“",
    "”",
    "and ",
    "who ",
]
WORDS += ["wrote to ", "warned ", ". ", "[3]", "\n\n", "in May 1992 ", "the Treaty ", "'", "by ", ","]


NOTES = Citations((), (), (), (), (), (), ())


def resolved(text: str, actors: str) -> tuple[QuotationsFound, dict[str, str]]:
    document = make_document(text)
    index = make_actors(document, actors)
    citations = Citations(make_pointers(document), (), (), (), (), (), ())
    found = resolve_quotations(document, tuple(find_quotations(document)), actors=index, cast=(), citations=citations)
    for quotation in found.quotations:
        assert quotation.mention.span.of(text) == quotation.mention.exact
    return found, {mention.actor_key: mention.name for mention in index.mentions}


def shown(quotation: Quotation, names: dict[str, str]) -> dict[str, str]:
    return {
        "category": quotation.category.value,
        "speaker": " + ".join(names[key] for key in quotation.speakers),
        "addressee": names[quotation.addressee] if quotation.addressee else "",
        "date": quotation.date.edtf if quotation.date else "",
        "occasion": quotation.occasion or "",
    }


def test_tables_are_whole() -> None:
    assert (len(CASES), len(SPEAKERS)) == (48, 82)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_quotation_has_what_the_text_says(case: dict[str, str]) -> None:
    found, names = resolved(case["text"], case["actors"])
    marked = [quotation for quotation in found.quotations if quotation.marks]
    got = shown(marked[0], names)
    assert (got == {name: case[name] for name in got}) == (case["status"] == "ok"), got


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case["text"][:60])
def test_every_quotation_has_its_own_speaker(case: dict[str, str]) -> None:
    found, names = resolved(case["text"], case["actors"])
    marked = [quotation for quotation in found.quotations if quotation.marks]
    got = " / ".join("+".join(names[key] for key in quotation.speakers) or "-" for quotation in marked)
    assert (got == case["speakers"]) == (case["status"] == "ok"), got


def test_a_nested_quotation_knows_the_one_around_it() -> None:
    found, _ = resolved("Brown said: \"the 'new order' has come to all of us at last\".", "Brown")
    outer, inner = found.quotations
    assert inner.within == outer.key and outer.within is None


def test_the_marker_that_closes_the_run_supports() -> None:
    found, _ = resolved("It was a “wall”. It was high.[2] It was “long”.", "")
    assert [quotation.pointers for quotation in found.quotations] == [("2",), ()]


def test_a_quotation_of_several_paragraphs_keeps_its_speaker() -> None:
    found, names = resolved('Brown said: "We went up.\n\n"We came down again." Then it rained.', "Brown")
    assert [[names[key] for key in item.speakers] for item in found.quotations] == [["Brown"], ["Brown"]]


def test_a_block_quotation_is_brought_in_by_the_paragraph_before() -> None:
    text = "In his memoirs of 1920, Brown wrote:\n\n    We went up the hill and never came back.[3]\n\nSo it ended."
    document = parse_text(text.replace("[3]", "³"))
    index = make_actors(document, "Brown")
    candidates = tuple(find_quotations(document))
    found = resolve_quotations(document, candidates, actors=index, cast=(), citations=NOTES)
    (quotation,) = found.quotations
    assert quotation.mention.exact == "We went up the hill and never came back."
    assert quotation.speakers == ("brown",) and quotation.marks == ""
    assert quotation.date is not None and quotation.date.edtf == "1920"


def test_defects_and_unknown_speakers_are_findings() -> None:
    found, _ = resolved(
        "The rain that nobody had hoped for came”. It was “the' day. He spoke \"of all. It went on.", ""
    )
    assert [finding.code for finding in found.findings] == [
        Code.QUOTATION_UNOPENED,
        Code.QUOTATION_MISMATCHED,
        Code.QUOTATION_UNCLOSED,
        Code.SPEAKER_UNKNOWN,
    ]


def test_a_report_that_names_no_person_is_a_finding() -> None:
    found, _ = resolved("The Ministry warned that the bridge would not hold.", "Ministry:government-body")
    assert found.quotations == () and [finding.code for finding in found.findings] == [Code.CANDIDATE_DROPPED]


@given(st.text())
def test_any_text(text: str) -> None:
    resolved(text, "Brown")


@given(st.lists(st.sampled_from(WORDS), max_size=50))
def test_any_mixture_of_words_of_speech(words: list[str]) -> None:
    resolved("".join(words), "Brown; Smith")


def test_the_first_paper_is_read_as_people_read_it() -> None:
    _, record = extract_paper(ROOT / "seeds" / "papers" / "sethi-2017" / "paper.txt")
    gold = {row["exact"]: row for row in read_cases(ROOT / "tests" / "gold" / "sethi-2017" / "quotations.tsv")}
    found = {item.mention.exact: item for item in record.quotations}
    same = found.keys() & gold.keys()
    assert len(gold.keys() - same) <= 1 and len(found.keys() - same) <= 1
    numbers = {pointer.key: str(pointer.number) for pointer in record.pointers}
    told = {
        exact: (item.category, item.date.edtf if item.date else "", "; ".join(numbers[key] for key in item.pointers))
        for exact, item in found.items()
    }
    read = {exact: (row["category"], row["date"], row["pointers"]) for exact, row in gold.items()}
    assert sum(told[exact] == read[exact] for exact in same) >= 46
    spoken = [exact for exact in same if gold[exact]["speaker"]]
    assert sum(bool(found[exact].speakers) for exact in spoken) >= 0.95 * len(spoken)
    assert not any(found[exact].speakers for exact in same if not gold[exact]["speaker"])
