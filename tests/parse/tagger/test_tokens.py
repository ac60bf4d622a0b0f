import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.tokens import LONGEST, tokenise

CASES = (
    ("36(2):113–20", "36 (2): 113–20"),
    ("J.A. Smith,(1990)", "J.A. Smith, (1990)"),
    ("S.12 p.3", "S. 12 p. 3"),
    ("Title:Subtitle", "Title: Subtitle"),
    ("edition(s) and book(s)", "edition(s) and book(s)"),
    ("http://a.b/c(d)/e:f", "http://a.b/c(d)/e:f"),
    ("doi:10.1234/ab(c)12", "doi:10.1234/ab(c)12"),
    ("er,“Titel”(1990)", "er, “Titel” (1990)"),
    ("1,000", "1,000"),
)


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_words_are_cut_at_their_seams(text: str, tokens: str) -> None:
    assert " ".join(text[start:end] for start, end in tokenise(text)) == tokens


@given(st.text(max_size=200))
def test_between_tokens_stands_white_space_or_nothing(text: str) -> None:
    at = 0
    for start, end in tokenise(text):
        assert at <= start < end and not text[at:start].strip()
        assert not any(map(str.isspace, text[start:end]))
        at = end
    assert not text[at:].strip()


def test_a_text_without_end_is_read_up_to_a_bound() -> None:
    assert tokenise("a " * LONGEST)[-1][1] <= LONGEST
