from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.looks import draw, facts, number, punctuation, shape, sort

ODD = "aAbéÉxivcXVßǅ田ªıİſdoihtpw01279²½Ⅷ:/.,;!?()[]“”„«»'’–-_*́"
"""Letters, figures and marks on which the classes of tokens turn, of several scripts, some of them odd."""


def printed(alphabet: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=1, max_size=70).filter(lambda word: not any(map(str.isspace, word)))


@given(printed(st.characters()) | printed(st.sampled_from(ODD)))
def test_what_a_drawing_tells_is_what_the_word_itself_tells(word: str) -> None:
    core, look = facts(word)
    assert look.figure == number(word, core)
    assert look.sort == sort(word, look.figure)
    assert look.marks == punctuation(word)


def test_an_address_is_told_from_a_word_drawn_like_it() -> None:
    assert [facts(word).look.sort for word in ("doi:", "DOI:", "doı:", "https:", "den:", "www.")] == [
        *("address", "address", "address", "address"),
        *("lower", "address"),
    ]


def test_a_roman_figure_is_told_from_a_word_drawn_like_it() -> None:
    assert [facts(word).look.figure for word in ("XIV,", "vii", "(Xi)", "MIV", "DIN")] == ["roman", "roman", "", "", ""]


def test_a_shape_has_one_letter_for_each_case_and_runs_of_two() -> None:
    drawn = {word: shape(draw(word)) for word in ("Köppen,", "U.S.", "1972a.", "田中", "McGill’s", "ǅ")}
    assert drawn == {
        "Köppen,": "Xxx,",
        "U.S.": "X.X.",
        "1972a.": "99x.",
        "田中": "xx",
        "McGill’s": "XxXxx’x",
        "ǅ": "x",
    }
