from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.find.reference import find_references
from ibidem.read.text import parse_text

PAPER = "T\n\nOne.¹ Two.² Three.³\n\nNotes\n\n1. A. Bee, *Book* (Paris, 1990), 5; C. Cee, *Other*\n(Rome, 1991), 6.\n"
PAPER += "2. Ibid.\n3. This is only said.\n"


def test_references_of_the_notes() -> None:
    found = list(find_references(parse_text(PAPER)))
    assert [(one.feature("number"), one.feature("index"), one.exact) for one in found] == [
        ("1", "0", "A. Bee, *Book* (Paris, 1990), 5"),
        ("1", "1", "C. Cee, *Other*\n(Rome, 1991), 6."),
        ("2", "0", "Ibid."),
    ]
    assert [one.feature("place") for one in found] == ["0", "0", "1"]


def test_entries_of_a_bibliography_have_its_section() -> None:
    text = "T\n\nAs Bee (1990) says.\n\nReferences\n\nBee, A. 1990. A Book. Paris.\n\nCee, C. 1991. Other. Rome.\n"
    assert [one.feature("section") for one in find_references(parse_text(text))] == ["bibliography"] * 2


@settings(max_examples=60)
@given(st.text(max_size=150))
def test_every_candidate_is_what_stands_there(text: str) -> None:
    document = parse_text(f"T\n\nSo.¹ So.²\n\nNotes\n\n1. {text}\n2. Ibid.\n")
    for one in find_references(document):
        assert one.span.of(document.text) == one.exact
