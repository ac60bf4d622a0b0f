import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.label import clause_label


@pytest.mark.parametrize(
    ("clause", "date", "label"),
    [
        ("In May 1992 the king died.", "May 1992", "The king died"),
        ("The decree of 14 May 1992 on trade was issued", "14 May 1992", "The decree on trade was issued"),
        ("When war broke out in 1914, he was at home", "1914", "War broke out"),
        ("According to Smith, the king died in 1992", "1992", "The king died"),
        ("However, in 1992 the king (an old man) died, which nobody saw", "1992", "The king died"),
        ('In 1992 the king said: "I die"', "1992", "The king said"),
        ("In Paris the 1992 congress met", "1992", "In Paris the congress met"),
        ("On the night of 10 May 1941 the town burned", "10 May 1941", "The town burned"),
        ("In the spring of 1763 the towns quarrelled", "spring of 1763", "The towns quarrelled"),
        ("1992", "1992", "1992"),
    ],
)
def test_labels_are_the_words_of_the_clause(clause: str, date: str, label: str) -> None:
    assert clause_label(clause, date) == label


def test_a_clause_without_a_subject_takes_that_of_the_sentence() -> None:
    before = "The Treaty of Nice was signed on 26 February 2001"
    assert clause_label("entered into force in 2003.", "2003", before=before) == "The Treaty of Nice entered into force"


@given(st.text(), st.text(max_size=8))
def test_any_clause_has_a_short_label(clause: str, date: str) -> None:
    assert len(clause_label(clause, date).split()) <= 12
