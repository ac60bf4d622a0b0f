from hypothesis import given
from hypothesis import strategies as st

from ibidem.sentence import outermost, sentence_at, sentence_bounds, sentences_around
from ibidem.words import read_words


def cut(text: str, marks: tuple[int, ...] = ()) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_bounds(text, marks)]


def test_abbreviations_and_initials_end_nothing() -> None:
    assert cut("The Dy. Minister, R. Alimov, spoke. He left on vol. 3 of it.") == [
        "The Dy. Minister, R. Alimov, spoke.",
        "He left on vol. 3 of it.",
    ]


def test_initials_end_a_sentence_before_a_word_that_opens_one() -> None:
    assert cut("He was U.S. Ambassador. He left the U.S. They came.") == [
        "He was U.S. Ambassador.",
        "He left the U.S.",
        "They came.",
    ]


def test_marks_after_a_stop_end_a_sentence() -> None:
    text = 'He said "so". then left.'
    assert cut(text, (13,))[0] == 'He said "so".'


def test_closing_marks_belong_to_the_sentence() -> None:
    assert cut("“I go.” She went.") == ["“I go.”", "She went."]


def test_a_small_letter_goes_on() -> None:
    assert cut("He came at 5 p.m. and left.") == ["He came at 5 p.m. and left."]


@given(st.text())
def test_sentences_tile_the_text(text: str) -> None:
    bounds = sentence_bounds(text)
    assert "".join(text[start:end] for start, end in bounds) == text
    for start, end in bounds:
        assert sentence_at(bounds, start) == (start, end)


def test_abbreviations_are_written_small_and_without_stop() -> None:
    words = read_words("abbreviations")
    assert len(words) == len(set(words)) and all(word == word.casefold() and word[-1] != "." for word in words)


def test_ranges_inside_others_are_left_out() -> None:
    assert outermost(((5, 9), (0, 4), (1, 3), (5, 12), (11, 14))) == ((0, 4), (5, 12))


def test_a_quotation_of_several_sentences_belongs_to_one() -> None:
    text = 'He said: "We go. They stay." She left.'
    assert sentences_around(sentence_bounds(text), ((9, 28),)) == ((0, 28), (28, 38))


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_sentences_around_quotations_tile_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    quoted = outermost(tuple((min(pair), max(pair)) for pair in ranges if max(pair) <= len(text)))
    bounds = sentences_around(sentence_bounds(text), quoted)
    assert "".join(text[start:end] for start, end in bounds) == text
