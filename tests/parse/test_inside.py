import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.note import split_note

CASES = [
    ("The point was left open in *Ellison* (n 2) [60].", ["*Ellison* (n 2) [60]"]),
    ("As Marchmont (n 1) 52 argues, the rule is old.", ["Marchmont (n 1) 52"]),
    ("Comme le montre Gauthier (art. cit., p. 119), les usages sont anciens.", ["Gauthier (art. cit., p. 119"]),
    ("This has been contested (see A. Bee, *Book* (Paris, 1990), 5).", ["see A. Bee, *Book* (Paris, 1990), 5"]),
    ("The court of Ellison (a town) was small.", []),
]


@pytest.mark.parametrize(("note", "references"), CASES)
def test_references_inside_comments(note: str, references: list[str]) -> None:
    assert [note[start:end] for start, end in split_note(note)] == references


@given(st.text(alphabet="Aa (n2)[].,*op cit", max_size=80))
def test_ranges_lie_in_the_note(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in split_note(text))
